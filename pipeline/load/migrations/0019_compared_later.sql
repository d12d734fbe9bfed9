-- Texts are compared with all others many at a time: what is looked up and written in the order of an index touches each
-- of its places once.

CREATE TABLE bodies_to_compare (
    -- Texts that are in no band yet. The end of a run leaves none.
    body_id  INTEGER PRIMARY KEY,   -- the text
    bands    TEXT NOT NULL CHECK (json_valid(bands)) -- JSON: the bands that it belongs to
) STRICT;

-- Pieces of the full-text index are merged eight at a time: a word is written again half as often as with four, and a
-- search looks into more pieces.
INSERT INTO article_search (article_search, rank) VALUES ('automerge', 8);
