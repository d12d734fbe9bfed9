-- A page that is as it was takes a short row; all texts are compared with each other, also those of old.

CREATE TABLE archive_files (
    -- WARC files of the archive that repeats stand in.
    id    INTEGER PRIMARY KEY,      -- given at first sight
    name  TEXT NOT NULL UNIQUE      -- its name in the folder of the archive
) STRICT;

CREATE TABLE repeats (
    -- Captures that brought what an earlier one had brought, byte for byte and read alike, and those of which the server
    -- says so (304). What they show is what that one shows.
    id            INTEGER PRIMARY KEY,  -- of the same row of numbers as captures.id
    capture_id    INTEGER NOT NULL REFERENCES captures (id), -- the earlier one
    run_id        INTEGER NOT NULL,     -- the run that loaded it; checked by nobody, since runs are never removed
    fetched_ms    INTEGER NOT NULL,     -- when it was got, in milliseconds since 1970
    not_modified  INTEGER NOT NULL CHECK (not_modified IN (0, 1)), -- 1 where the server says so and sent no page
    file_id       INTEGER,              -- its WARC file; NULL where it is not archived; checked by nobody, as above
    warc_offset   INTEGER               -- where its record begins in that file
) STRICT;
CREATE INDEX repeats_of_a_capture ON repeats (capture_id);

ALTER TABLE captures ADD COLUMN
    page_key INTEGER -- digest of source and url: the same for all captures of a page
    DEFAULT NULL; -- this line ends the comment above, which SQLite keeps in the table's text
ALTER TABLE captures ADD COLUMN
    state INTEGER -- digest of all that came and of how it was read; NULL where no capture can repeat it
    DEFAULT NULL; -- as above
UPDATE captures SET page_key = page_key((SELECT name FROM sources WHERE sources.id = source_id), url);
CREATE INDEX captures_of_a_page ON captures (page_key);

CREATE TABLE new_runs (
    -- One call of `pipeline ingest` or `pipeline load`.
    id              INTEGER PRIMARY KEY,    -- rises with every run
    started_at      TEXT NOT NULL,          -- when it began
    ended_at        TEXT,                   -- when it ended; NULL while it runs and after a crash
    status          TEXT NOT NULL,          -- running, finished, interrupted (Ctrl-C), failed (an error), crashed (killed)
    parser_version  INTEGER,                -- version of the parsing rules, where the run told it
    rules           TEXT,                   -- digest of those rules and of the options of the sources, where the run told it
    loaded_file     TEXT,                   -- WARC file of the last capture of the archive that is loaded, as of this run
    loaded_offset   INTEGER,                -- where its record begins in that file
    CHECK (status IN ('running', 'finished', 'interrupted', 'failed', 'crashed')),
    CHECK (started_at GLOB '*Z' AND ended_at GLOB '*Z')
) STRICT;
INSERT INTO new_runs SELECT id, started_at, ended_at, status, parser_version, rules, NULL, NULL FROM runs;
DROP TABLE runs;
ALTER TABLE new_runs RENAME TO runs;

CREATE TABLE not_compared AS SELECT id FROM bodies WHERE id NOT IN (SELECT body_id FROM body_bands);
UPDATE bodies SET wording = wording(text) WHERE wording IS NULL;
DROP TABLE body_bands;
CREATE TABLE body_bands (
    -- Parts of the MinHash signature of a text: two texts that share one may be nearly the same.
    hash     INTEGER NOT NULL,  -- of the place and the values of the part
    body_id  INTEGER NOT NULL,  -- the text; checked by nobody, since texts are never removed and an index costs as much again
    PRIMARY KEY (hash, body_id)
) STRICT, WITHOUT ROWID;
INSERT INTO body_bands
SELECT DISTINCT band.value, bodies.id FROM bodies JOIN json_each(bands(bodies.text)) AS band ORDER BY 1, 2;

ALTER TABLE near_bodies RENAME TO near_before;
CREATE TABLE near_bodies (
    -- Two texts that are nearly the same, each pair both ways round.
    body_id     INTEGER NOT NULL REFERENCES bodies (id),    -- one of them
    near_id     INTEGER NOT NULL,                           -- the other; its own row the other way round is checked
    similarity  REAL NOT NULL,                              -- how many of all their runs of four words both have, 0 to 1
    PRIMARY KEY (body_id, near_id)
) STRICT, WITHOUT ROWID;
INSERT INTO near_bodies SELECT body_id, near_id, similarity FROM near_before;
DROP TABLE near_before;
CREATE TABLE new_pairs AS
SELECT one_id, other_id, similarity(one.text, other.text) AS similarity
FROM (
    SELECT DISTINCT here.body_id AS one_id, there.body_id AS other_id
    FROM body_bands AS here JOIN body_bands AS there ON there.hash = here.hash AND there.body_id <> here.body_id
    WHERE here.body_id IN (SELECT id FROM not_compared)
)
JOIN bodies AS one ON one.id = one_id
JOIN bodies AS other ON other.id = other_id;
INSERT OR IGNORE INTO near_bodies SELECT one_id, other_id, similarity FROM new_pairs WHERE similarity >= 0.6;
INSERT OR IGNORE INTO near_bodies SELECT other_id, one_id, similarity FROM new_pairs WHERE similarity >= 0.6;
DROP TABLE new_pairs;
DROP TABLE not_compared;

CREATE INDEX changes_that_remove ON changes (entity, id) WHERE kind = 'removed'; -- so that no id is given twice
