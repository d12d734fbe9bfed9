-- What tells an edit of the publisher from a change of our own rules, and a new wording from new typography.

CREATE TABLE new_runs (
    -- One call of `pipeline ingest` or `pipeline load`.
    id              INTEGER PRIMARY KEY,    -- rises with every run
    started_at      TEXT NOT NULL,          -- when it began
    ended_at        TEXT,                   -- when it ended; NULL while it runs and after a crash
    status          TEXT NOT NULL,          -- running, finished, interrupted (Ctrl-C), failed (an error), crashed (killed)
    parser_version  INTEGER,                -- version of the parsing rules, where the run told it
    rules           TEXT,                   -- digest of those rules and of the options of the sources, where the run told it
    CHECK (status IN ('running', 'finished', 'interrupted', 'failed', 'crashed')),
    CHECK (started_at GLOB '*Z' AND ended_at GLOB '*Z')
) STRICT;
INSERT INTO new_runs SELECT id, started_at, ended_at, status, parser_version, NULL FROM runs;
DROP TABLE runs;
ALTER TABLE new_runs RENAME TO runs;

ALTER TABLE bodies ADD COLUMN
    wording TEXT -- sha256 of the letters and digits of text, whatever their case; NULL until it is seen again
    DEFAULT NULL; -- this line ends the comment above, which SQLite keeps in the table's text
