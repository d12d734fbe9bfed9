-- What tells at a glance that two texts are not nearly the same, though they share a paragraph and with it a band.

CREATE TABLE body_sketches (
    -- The MinHash signature of a text in short.
    body_id  INTEGER PRIMARY KEY,   -- the text; one that is too short to be compared has none
    sketch   BLOB NOT NULL          -- a byte of each number of the signature
) STRICT;
INSERT INTO body_sketches
SELECT * FROM (SELECT id, sketch(text) AS sketch FROM bodies) WHERE length(sketch) > 0;
