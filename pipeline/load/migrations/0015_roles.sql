-- What each capture was made for, and the pages that are known by a link alone.

ALTER TABLE captures ADD COLUMN
    role TEXT -- page, start (a start page, or a further page of one), feed, sitemap, robots
    NOT NULL DEFAULT 'page' CHECK (role IN ('page', 'start', 'feed', 'sitemap', 'robots')); -- ends the comment above
CREATE INDEX captures_of_robots ON captures (url) WHERE role = 'robots';

ALTER TABLE frontier RENAME TO frontier_before;
DROP INDEX frontier_by_date;
CREATE TABLE frontier (
    -- One page of the web: when to ask for it again, and with which marks.
    source_id      INTEGER NOT NULL REFERENCES sources (id),   -- its source
    url            TEXT NOT NULL,      -- the URL that is asked for, in one spelling
    role           TEXT NOT NULL CHECK (role IN ('page', 'start', 'feed', 'sitemap')), -- what it is asked for as; only pages come due
    link_title     TEXT,               -- text of the link or feed entry that led to it
    found_on       TEXT,               -- what led to a page that was never asked for: start, feed, sitemap; NULL once it was
    place          INTEGER NOT NULL,   -- its place among the links there, from 0: the first is asked for first
    etag           TEXT,               -- the server's mark of its last state
    last_modified  TEXT,               -- the same as a date, as the server wrote it
    rules          TEXT,               -- digest of the options of the source by which the links of that state were kept here; NULL if none were
    state          TEXT NOT NULL CHECK (state IN ('live', 'gone', 'moved')), -- gone and moved pages are not asked for again
    moved_to       TEXT,               -- where a moved page is now
    interval_s     INTEGER NOT NULL,   -- seconds from one visit to the next: half of it after a change, twice after none
    due_at         TEXT NOT NULL CHECK (due_at GLOB '*Z'), -- when it is to be asked for again
    proofs         INTEGER NOT NULL,   -- answers in a row that it is gone
    reason         TEXT NOT NULL,      -- why it is due then: found, changed, unchanged, failed, missing, moved, lost
    PRIMARY KEY (source_id, url)
) STRICT, WITHOUT ROWID;
INSERT INTO frontier (
    source_id, url, role, link_title, place, etag, last_modified, state, moved_to, interval_s, due_at, proofs, reason
)
SELECT source_id, url, 'page', link_title, 0, etag, last_modified, state, moved_to, interval_s, due_at, proofs, reason
FROM frontier_before;
DROP TABLE frontier_before;
CREATE INDEX frontier_by_date ON frontier (source_id, state, due_at);
