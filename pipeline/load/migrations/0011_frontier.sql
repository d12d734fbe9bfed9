-- What is known of each page from earlier runs, and when it is due again.

CREATE TABLE frontier (
    -- One page of the web: when to ask for it again, and with which marks.
    source_id      INTEGER NOT NULL REFERENCES sources (id),   -- its source
    url            TEXT NOT NULL,      -- the URL that is asked for, in one spelling
    link_title     TEXT,               -- text of the link or feed entry that led to it
    etag           TEXT,               -- the server's mark of its last state
    last_modified  TEXT,               -- the same as a date, as the server wrote it
    state          TEXT NOT NULL CHECK (state IN ('live', 'gone', 'moved')), -- gone and moved pages are not asked for again
    moved_to       TEXT,               -- where a moved page is now
    interval_s     INTEGER NOT NULL,   -- seconds from one visit to the next: half of it after a change, twice after none
    due_at         TEXT NOT NULL CHECK (due_at GLOB '*Z'), -- when it is to be asked for again
    proofs         INTEGER NOT NULL,   -- answers in a row that it is gone
    reason         TEXT NOT NULL,      -- why it is due then: changed, unchanged, failed, missing, moved
    PRIMARY KEY (source_id, url)
) STRICT, WITHOUT ROWID;
CREATE INDEX frontier_by_date ON frontier (source_id, state, due_at);
