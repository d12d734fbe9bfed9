-- A file that is made again from the archive keeps what is told of its runs; what a page shows of quotes is in one index.

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
    boot            TEXT,                   -- which start of the machine it ran in; NULL where the machine does not tell
    totals          TEXT,                   -- JSON: what v1_runs told before a rebuild; NULL where it is counted from its pages
    CHECK (status IN ('running', 'finished', 'interrupted', 'failed', 'crashed')),
    CHECK (started_at GLOB '*Z' AND ended_at GLOB '*Z')
) STRICT;
INSERT INTO new_runs
SELECT id, started_at, ended_at, status, parser_version, rules, loaded_file, loaded_offset, boot, NULL FROM runs;
DROP TABLE runs;
ALTER TABLE new_runs RENAME TO runs;

DROP INDEX quotes_of_a_capture;
CREATE INDEX quotes_of_a_capture ON quote_sightings (capture_id, direction, conflict);
