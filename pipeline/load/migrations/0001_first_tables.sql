-- The tables of the first version. A migration that has been released is never edited: the next number changes it.
--
-- The comment under a table's name and the one beside each column are its entry in the data dictionary; SQLite keeps
-- them in the file. Instants are ISO 8601 text in UTC that ends in Z, of one width a column, so that they sort as text.

CREATE TABLE runs (
    -- One call of `pipeline ingest` or `pipeline load`.
    id              INTEGER PRIMARY KEY,    -- rises with every run
    started_at      TEXT NOT NULL,          -- when it began
    ended_at        TEXT,                   -- when it ended; NULL while it runs and after a crash
    status          TEXT NOT NULL,          -- running, finished, interrupted (Ctrl-C), failed (an error), crashed (killed)
    parser_version  INTEGER,                -- version of the parsing rules, where the run told it
    CHECK (status IN ('running', 'finished', 'interrupted', 'failed', 'crashed')),
    CHECK (started_at GLOB '*Z' AND ended_at GLOB '*Z')
) STRICT;

CREATE TABLE sources (
    -- One site, or one folder of saved pages, as config.toml names it.
    id    INTEGER PRIMARY KEY,      -- given at first sight
    name  TEXT NOT NULL UNIQUE      -- the NAME of [sources.NAME]
) STRICT;

CREATE TABLE run_sources (
    -- The sources that a run was asked for.
    run_id     INTEGER NOT NULL REFERENCES runs (id),       -- the run
    source_id  INTEGER NOT NULL REFERENCES sources (id),    -- the source
    PRIMARY KEY (run_id, source_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE captures (
    -- One attempt to get one page, and what loading it did. Failed attempts are kept; their reason is in problems.
    id                  INTEGER PRIMARY KEY,                        -- rises with every page
    run_id              INTEGER NOT NULL REFERENCES runs (id),      -- the run that loaded it
    source_id           INTEGER NOT NULL REFERENCES sources (id),   -- its source
    url                 TEXT NOT NULL,      -- the URL that was asked for
    final_url           TEXT NOT NULL,      -- the URL that answered, after redirects
    fetched_at          TEXT NOT NULL CHECK (fetched_at GLOB '*Z'), -- when it was got
    status              INTEGER,            -- HTTP status; NULL for a local file or when no answer came
    content_type        TEXT,               -- as the server told it
    size                INTEGER NOT NULL,   -- bytes of the decoded body
    digest              TEXT,               -- sha256: and the hex digest of the decoded body; NULL when none came
    link_title          TEXT,               -- text of the link or feed entry that led to the page
    kind                TEXT CHECK (kind IN ('article', 'listing', 'other')), -- what the page is; NULL when it failed
    as_of               TEXT,               -- the date that the page prints for itself, which dates its ticker
    articles_added      INTEGER NOT NULL,   -- stories on it that were new
    articles_changed    INTEGER NOT NULL,   -- stories on it that it changed
    articles_unchanged  INTEGER NOT NULL,   -- stories on it that it left as they were
    quotes_added        INTEGER NOT NULL,   -- quotes on it that were new
    quotes_unchanged    INTEGER NOT NULL    -- quotes on it that were known
) STRICT;
CREATE INDEX captures_of_a_run ON captures (run_id, source_id);
CREATE INDEX captures_of_a_source ON captures (source_id, fetched_at);

CREATE TABLE problems (
    -- What failed, was left out, or is doubtful about a capture.
    capture_id  INTEGER NOT NULL REFERENCES captures (id),  -- the capture
    position    INTEGER NOT NULL,                           -- order on the page, from 0
    stage       TEXT NOT NULL CHECK (stage IN ('fetch', 'parse')), -- fetch: the page was not got
    reason      TEXT NOT NULL,      -- one of the named reasons
    detail      TEXT NOT NULL,      -- what a person needs to look it up, or empty
    place       TEXT NOT NULL,      -- a URL, an element path, a line number, or empty
    PRIMARY KEY (capture_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX problems_by_reason ON problems (reason);

CREATE TABLE bodies (
    -- Texts of stories; one that is seen in several places is stored once.
    id       INTEGER PRIMARY KEY,   -- given at first sight
    digest   TEXT NOT NULL UNIQUE,  -- sha256 of text and outline
    text     TEXT NOT NULL,         -- blocks joined by one empty line
    outline  TEXT NOT NULL CHECK (json_valid(outline)) -- JSON: [kind, level, first character from 1, length] of each block
) STRICT;

CREATE TABLE articles (
    -- One story, by its fullest observation: whole before cut off, its own page before a listing, then the latest.
    -- What that one does not tell is filled from the next.
    id               INTEGER PRIMARY KEY,                       -- given at first sight, kept for good
    source_id        INTEGER NOT NULL REFERENCES sources (id),  -- its source
    title            TEXT NOT NULL,     -- headline
    url              TEXT,              -- canonical URL without tracking parameters
    published_at     TEXT CHECK (published_at GLOB '*Z'), -- when it was published, in UTC
    published_local  TEXT,              -- the same instant with the offset that the page prints or its zone gives
    modified_at      TEXT CHECK (modified_at GLOB '*Z'),  -- when the publisher says it was last changed, in UTC
    language         TEXT,              -- BCP 47 primary language
    section          TEXT,              -- section of the site
    image            TEXT,              -- URL of the main image
    complete         INTEGER NOT NULL CHECK (complete IN (0, 1)), -- 0 for a teaser or a text that is cut off
    body_id          INTEGER NOT NULL REFERENCES bodies (id),  -- its text
    digest           TEXT NOT NULL,     -- sha256 of all that this row and its authors and tags say
    changed_at       TEXT NOT NULL CHECK (changed_at GLOB '*Z') -- capture time of the page that last changed this row
) STRICT;
CREATE INDEX articles_of_a_source ON articles (source_id, published_at);
CREATE INDEX articles_by_date ON articles (published_at);
CREATE INDEX articles_by_change ON articles (changed_at);
CREATE INDEX articles_of_a_body ON articles (body_id);

CREATE TABLE article_keys (
    -- What a story is recognised by within its source: every URL it was seen under, its date with its
    -- whole text, its opening.
    source_id   INTEGER NOT NULL REFERENCES sources (id),   -- the source
    kind        TEXT NOT NULL CHECK (kind IN ('url', 'whole', 'opening')), -- url and whole belong to one story only
    key         TEXT NOT NULL,      -- a URL without scheme, www. and tracking parameters; or a digest of folded text
    article_id  INTEGER NOT NULL REFERENCES articles (id),  -- the story
    PRIMARY KEY (source_id, kind, key, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX keys_of_an_article ON article_keys (article_id, kind);

CREATE TABLE article_versions (
    -- Each distinct state in which a story was seen, as it was seen; articles is made from these.
    id          INTEGER PRIMARY KEY,                        -- given at first sight
    article_id  INTEGER NOT NULL REFERENCES articles (id),  -- the story
    digest      TEXT NOT NULL,          -- sha256 of observed
    observed    TEXT NOT NULL CHECK (json_valid(observed)), -- JSON: every field as the page told it
    rules       TEXT NOT NULL CHECK (json_valid(rules)),    -- JSON: for each field the rule that gave it
    body_id     INTEGER NOT NULL REFERENCES bodies (id),    -- the text
    UNIQUE (article_id, digest),
    UNIQUE (article_id, id)
) STRICT;
CREATE INDEX versions_of_a_body ON article_versions (body_id);

CREATE TABLE sightings (
    -- Each place where a story was seen.
    capture_id  INTEGER NOT NULL REFERENCES captures (id),  -- on which page
    position    INTEGER NOT NULL,   -- its place among the stories of that page, from 0
    article_id  INTEGER NOT NULL,   -- the story
    version_id  INTEGER NOT NULL,   -- the state in which it was seen
    seen_at     TEXT NOT NULL,      -- the capture's fetched_at, repeated so that first and last seen are one index seek
    PRIMARY KEY (capture_id, position),
    FOREIGN KEY (article_id, version_id) REFERENCES article_versions (article_id, id) ON UPDATE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX sightings_of_an_article ON sightings (article_id, seen_at);
CREATE INDEX sightings_of_a_version ON sightings (version_id, seen_at);

CREATE TABLE authors (
    -- A name in a byline; namesakes are one row.
    id    INTEGER PRIMARY KEY,      -- given at first sight
    name  TEXT NOT NULL UNIQUE      -- as printed
) STRICT;

CREATE TABLE article_authors (
    -- Who wrote a story, in the order of its byline.
    article_id  INTEGER NOT NULL REFERENCES articles (id),  -- the story
    position    INTEGER NOT NULL,                           -- from 0
    author_id   INTEGER NOT NULL REFERENCES authors (id),   -- the author
    PRIMARY KEY (article_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX articles_of_an_author ON article_authors (author_id);

CREATE TABLE tags (
    -- A tag or keyword that a publisher gives to stories.
    id    INTEGER PRIMARY KEY,      -- given at first sight
    name  TEXT NOT NULL UNIQUE      -- as printed
) STRICT;

CREATE TABLE article_tags (
    -- The tags of a story, in page order.
    article_id  INTEGER NOT NULL REFERENCES articles (id),  -- the story
    position    INTEGER NOT NULL,                           -- from 0
    tag_id      INTEGER NOT NULL REFERENCES tags (id),      -- the tag
    PRIMARY KEY (article_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX articles_of_a_tag ON article_tags (tag_id);

CREATE TABLE instruments (
    -- What is quoted.
    id     INTEGER PRIMARY KEY,     -- given at first sight
    kind   TEXT NOT NULL CHECK (kind IN ('currency-pair')), -- what sort of thing it is
    base   TEXT NOT NULL,           -- code of the currency that is priced, as printed
    quote  TEXT NOT NULL,           -- code of the currency that it is priced in, as printed
    UNIQUE (kind, base, quote)
) STRICT;

CREATE TABLE quotes (
    -- An append-only series: one row for each source, instrument, printed rate, printed change and date.
    id             INTEGER PRIMARY KEY,                             -- given at first sight
    source_id      INTEGER NOT NULL REFERENCES sources (id),        -- who printed it
    instrument_id  INTEGER NOT NULL REFERENCES instruments (id),    -- what is quoted
    rate_text      TEXT NOT NULL,   -- 1 base = rate quote, every printed digit
    rate           REAL NOT NULL,   -- the same for arithmetic
    change_text    TEXT,            -- change in per cent, every printed digit; -0 is kept
    change_pct     REAL,            -- the same for arithmetic
    as_of          TEXT             -- the date that it is printed for
) STRICT;
CREATE UNIQUE INDEX quotes_once
    ON quotes (instrument_id, source_id, ifnull(as_of, ''), rate_text, ifnull(change_text, ''));
CREATE INDEX quotes_of_a_source ON quotes (source_id);

CREATE TABLE quote_sightings (
    -- Each page on which a quote was seen.
    quote_id     INTEGER NOT NULL REFERENCES quotes (id),       -- the quote
    seen_at      TEXT NOT NULL,     -- the capture's fetched_at, repeated so that first and last seen are one index seek
    capture_id   INTEGER NOT NULL REFERENCES captures (id),     -- on which page
    occurrences  INTEGER NOT NULL CHECK (occurrences > 0),      -- how often the page repeated it
    direction    INTEGER CHECK (direction IN (-1, 0, 1)),       -- falling, steady or rising, as that page shows it
    conflict     INTEGER NOT NULL CHECK (conflict IN (0, 1)),   -- 1 where that page also shows another value
    PRIMARY KEY (quote_id, seen_at, capture_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX quotes_of_a_capture ON quote_sightings (capture_id);
