-- The change cursor: what a program that mirrors the file has to read again, and when it has to start over.

CREATE TABLE epoch (
    -- One row, made with the file.
    id     INTEGER PRIMARY KEY CHECK (id = 1), -- always 1
    epoch  TEXT NOT NULL                       -- random; another file, and one that is built anew, has another
) STRICT;
INSERT INTO epoch VALUES (1, lower(hex(randomblob(8))));

CREATE TABLE changes (
    -- One row for each change of what v1_articles and v1_quotes show, in the order of commits. Triggers write it.
    seq     INTEGER PRIMARY KEY AUTOINCREMENT,  -- rises with every change, never used twice
    entity  TEXT NOT NULL CHECK (entity IN ('article', 'quote')),       -- what changed
    id      INTEGER NOT NULL,                                           -- its id in v1_articles or v1_quotes
    kind    TEXT NOT NULL CHECK (kind IN ('added', 'changed', 'removed')) -- how
) STRICT;
INSERT INTO changes (entity, id, kind) SELECT 'article', id, 'added' FROM articles ORDER BY id;
INSERT INTO changes (entity, id, kind) SELECT 'quote', id, 'added' FROM quotes ORDER BY id;
