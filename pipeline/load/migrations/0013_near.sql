-- Which texts are nearly the same, like a report of an agency that several sites print.

CREATE TABLE body_bands (
    -- Parts of the MinHash signature of a text: two texts that share one may be nearly the same.
    hash     INTEGER NOT NULL,  -- of the place and the values of the part
    body_id  INTEGER NOT NULL,  -- the text; checked by nobody, since texts are never removed and an index costs as much again
    PRIMARY KEY (hash, body_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE near_bodies (
    -- Two texts that are nearly the same, each pair both ways round. Texts from before this was kept have none until
    -- they are seen again.
    body_id     INTEGER NOT NULL REFERENCES bodies (id),    -- one of them
    near_id     INTEGER NOT NULL,                           -- the other; its own row the other way round is checked
    similarity  REAL NOT NULL,                              -- how many of all their runs of four words both have, 0 to 1
    PRIMARY KEY (body_id, near_id)
) STRICT, WITHOUT ROWID;
