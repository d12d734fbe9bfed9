-- The contract for readers: the v1_ views keep their names, columns and types; tables may change under them.
--
-- They are dropped and made again after every migration. A column's comment opens with its type, which SQLite does not
-- know for an expression, and goes on with its meaning: both are its entry in the data dictionary.

CREATE VIEW v1_articles AS
    -- One row a story.
    SELECT
        articles.id AS id,                          -- INTEGER identifies the story, for good
        sources.name AS source,                     -- TEXT the source it was seen in
        articles.url AS url,                        -- TEXT canonical URL; NULL where no page tells it
        articles.title AS title,                    -- TEXT headline
        (
            SELECT json_group_array(name) FROM (
                SELECT authors.name AS name FROM article_authors JOIN authors ON authors.id = author_id
                WHERE article_id = articles.id ORDER BY position
            )
        ) AS authors,                               -- TEXT JSON array of names, in the order of the byline
        articles.published_at AS published_at,      -- TEXT instant in UTC; NULL where no page tells it
        articles.published_local AS published_local, -- TEXT the same instant with the offset of the page
        articles.modified_at AS modified_at,        -- TEXT instant in UTC; NULL where no page tells it
        articles.language AS language,              -- TEXT BCP 47 primary language, like en; NULL if unknown
        articles.section AS section,                -- TEXT section of the site; NULL if unknown
        (
            SELECT json_group_array(name) FROM (
                SELECT tags.name AS name FROM article_tags JOIN tags ON tags.id = tag_id
                WHERE article_id = articles.id ORDER BY position
            )
        ) AS tags,                                  -- TEXT JSON array of tags, in page order
        articles.image AS image,                    -- TEXT URL of the main image; NULL if none
        bodies.text AS text,                        -- TEXT the body: paragraphs joined by one empty line
        articles.complete AS complete,              -- INTEGER 1, or 0 for a teaser or a text that is cut off
        (SELECT min(seen_at) FROM sightings WHERE article_id = articles.id) AS first_seen, -- TEXT first capture, in UTC
        (SELECT max(seen_at) FROM sightings WHERE article_id = articles.id) AS last_seen,  -- TEXT last capture, in UTC
        articles.changed_at AS changed_at,          -- TEXT capture that last changed this row, in UTC
        (SELECT count(*) FROM sightings WHERE article_id = articles.id) AS sightings, -- INTEGER places it was seen in
        bodies.markdown AS markdown                 -- TEXT the body as CommonMark, with images; NULL until it is seen again
    FROM articles
    JOIN sources ON sources.id = articles.source_id
    JOIN bodies ON bodies.id = articles.body_id;

CREATE VIEW v1_blocks AS
    -- The text of each story, block by block; its images are in v1_articles.markdown.
    SELECT
        articles.id AS article_id,                  -- INTEGER the story
        block.key AS position,                      -- INTEGER order in the body, from 0
        block.value ->> 0 AS kind,                  -- TEXT paragraph, subhead, item, numbered-item, quotation, preformatted, table-header, table-row
        block.value ->> 1 AS level,                 -- INTEGER 1 to 6 of a subhead, depth of a list item, else 0
        substr(bodies.text, block.value ->> 2, block.value ->> 3) AS text -- TEXT its text
    FROM articles
    JOIN bodies ON bodies.id = articles.body_id
    JOIN json_each(bodies.outline) AS block;

CREATE VIEW v1_sightings AS
    -- One row for each place where a story was seen.
    SELECT
        sightings.article_id AS article_id,         -- INTEGER the story
        sightings.capture_id AS capture_id,         -- INTEGER the capture
        captures.final_url AS page_url,             -- TEXT the page
        captures.kind AS page_kind,                 -- TEXT article or listing
        sightings.position AS position,             -- INTEGER place among the stories of the page, from 0
        sightings.seen_at AS seen_at                -- TEXT when, in UTC
    FROM sightings
    JOIN captures ON captures.id = sightings.capture_id;

CREATE VIEW v1_quotes AS
    -- One row for each source, instrument, printed rate, printed change and date: an append-only series.
    SELECT
        quotes.id AS id,                            -- INTEGER identifies the quote, for good
        sources.name AS source,                     -- TEXT the source that printed it
        instruments.kind AS kind,                   -- TEXT currency-pair, index, share, commodity, crypto
        instruments.base AS base,                   -- TEXT currency that is priced, else symbol or name, as printed
        instruments.quote AS quote,                 -- TEXT currency that it is priced in, as printed; empty where none is named
        quotes.rate_text AS rate_text,              -- TEXT 1 base = rate quote, every printed digit
        quotes.rate AS rate,                        -- REAL the same for arithmetic
        quotes.change_text AS change_text,          -- TEXT change in per cent, every printed digit; NULL if none
        quotes.change_pct AS change_pct,            -- REAL the same for arithmetic
        latest.direction AS direction,              -- INTEGER -1, 0 or 1 as last printed; NULL where nothing tells
        quotes.as_of AS as_of,                      -- TEXT date that it is printed for; NULL if none
        (SELECT min(seen_at) FROM quote_sightings WHERE quote_id = quotes.id) AS first_seen, -- TEXT first capture, in UTC
        latest.seen_at AS last_seen,                -- TEXT last capture, in UTC
        (SELECT count(*) FROM quote_sightings WHERE quote_id = quotes.id) AS sightings, -- INTEGER captures that show it
        latest.occurrences AS occurrences,          -- INTEGER how often the last page repeated it
        latest.conflict AS conflict                 -- INTEGER 1 where the last page also showed another value, else 0
    FROM quotes
    JOIN sources ON sources.id = quotes.source_id
    JOIN instruments ON instruments.id = quotes.instrument_id
    JOIN quote_sightings AS latest ON latest.quote_id = quotes.id
        AND (latest.seen_at, latest.capture_id) = (
            SELECT seen_at, capture_id FROM quote_sightings WHERE quote_id = quotes.id
            ORDER BY seen_at DESC, capture_id DESC LIMIT 1
        );

CREATE VIEW v1_latest_quotes AS
    -- One row for each source and instrument: the value of the latest date, then of the latest capture, conflicts left out.
    SELECT
        source AS source,                           -- TEXT the source that printed it
        kind AS kind,                               -- TEXT currency-pair, index, share, commodity, crypto
        base AS base,                               -- TEXT currency that is priced, else symbol or name, as printed
        quote AS quote,                             -- TEXT currency that it is priced in, as printed; empty where none is named
        rate_text AS rate_text,                     -- TEXT 1 base = rate quote, every printed digit
        rate AS rate,                               -- REAL the same for arithmetic
        change_text AS change_text,                 -- TEXT change in per cent, every printed digit; NULL if none
        change_pct AS change_pct,                   -- REAL the same for arithmetic
        direction AS direction,                     -- INTEGER -1, 0 or 1 as last printed; NULL where nothing tells
        as_of AS as_of,                             -- TEXT date that it is printed for; NULL if none
        first_seen AS first_seen,                   -- TEXT first capture, in UTC
        last_seen AS last_seen,                     -- TEXT last capture, in UTC
        id AS quote_id                              -- INTEGER its row in v1_quotes
    FROM (
        SELECT *, row_number() OVER (
            PARTITION BY source, kind, base, quote
            ORDER BY ifnull(as_of, substr(last_seen, 1, 10)) DESC, last_seen DESC, id DESC
        ) AS age
        FROM v1_quotes
        WHERE conflict = 0
    )
    WHERE age = 1;

CREATE VIEW v1_captures AS
    -- One row for each attempt to get a page.
    SELECT
        captures.id AS id,                          -- INTEGER rises with every page
        captures.run_id AS run_id,                  -- INTEGER the run that loaded it
        sources.name AS source,                     -- TEXT its source
        captures.url AS url,                        -- TEXT the URL that was asked for
        captures.final_url AS final_url,            -- TEXT the URL that answered, after redirects
        captures.fetched_at AS fetched_at,          -- TEXT when, in UTC
        captures.status AS status,                  -- INTEGER HTTP status; NULL for a file or when no answer came
        captures.content_type AS content_type,      -- TEXT as the server told it; NULL if it did not
        captures.size AS size,                      -- INTEGER bytes of the decoded body
        captures.digest AS digest,                  -- TEXT sha256 of the decoded body; NULL when none came
        captures.kind AS kind,                      -- TEXT article, listing, other; NULL when it failed or is as it was (304)
        captures.as_of AS as_of,                    -- TEXT date that the page prints for itself; NULL if none
        (
            SELECT reason FROM problems WHERE capture_id = captures.id AND stage = 'fetch'
        ) AS failure,                               -- TEXT the named reason why no page came; NULL when one came
        captures.articles_added AS articles_added,          -- INTEGER stories on it that were new
        captures.articles_changed AS articles_changed,      -- INTEGER stories on it that it changed
        captures.articles_unchanged AS articles_unchanged,  -- INTEGER stories on it that it left as they were
        captures.quotes_added AS quotes_added,              -- INTEGER quotes on it that were new
        captures.quotes_unchanged AS quotes_unchanged,      -- INTEGER quotes on it that were known
        captures.warc_file AS warc_file,                    -- TEXT its WARC file in the archive; NULL if not archived
        captures.warc_offset AS warc_offset,                -- INTEGER where its record begins in that file
        captures.allowed_by AS allowed_by                   -- TEXT what robots.txt says of it; NULL for a file of this machine
    FROM captures
    JOIN sources ON sources.id = captures.source_id;

CREATE VIEW v1_problems AS
    -- One row for everything that failed, was left out, or is doubtful.
    SELECT
        captures.run_id AS run_id,                  -- INTEGER the run
        problems.capture_id AS capture_id,          -- INTEGER the capture
        sources.name AS source,                     -- TEXT its source
        captures.url AS url,                        -- TEXT the page
        captures.fetched_at AS fetched_at,          -- TEXT when, in UTC
        problems.stage AS stage,                    -- TEXT fetch: the page was not got; parse: something about it
        problems.reason AS reason,                  -- TEXT one of the named reasons
        problems.detail AS detail,                  -- TEXT what a person needs to look it up, or empty
        problems.place AS place                     -- TEXT a URL, an element path, a line number, or empty
    FROM problems
    JOIN captures ON captures.id = problems.capture_id
    JOIN sources ON sources.id = captures.source_id;

CREATE VIEW v1_runs AS
    -- One row a run, with the totals of its pages; they are right for a run that crashed, too.
    SELECT
        runs.id AS id,                              -- INTEGER rises with every run
        runs.started_at AS started_at,              -- TEXT when it began, in UTC
        runs.ended_at AS ended_at,                  -- TEXT when it ended, in UTC; NULL while it runs and after a crash
        runs.status AS status,                      -- TEXT running, finished, interrupted, failed, crashed
        runs.parser_version AS parser_version,      -- INTEGER version of the parsing rules; NULL if not told
        (
            SELECT json_group_array(name) FROM (
                SELECT sources.name AS name FROM run_sources JOIN sources ON sources.id = source_id
                WHERE run_id = runs.id ORDER BY name
            )
        ) AS sources,                               -- TEXT JSON array of the sources that it was asked for
        count(captures.id) AS pages,                -- INTEGER pages tried
        (
            SELECT count(*) FROM captures AS one JOIN problems ON problems.capture_id = one.id
            WHERE one.run_id = runs.id AND problems.stage = 'fetch'
        ) AS failed,                                -- INTEGER pages that were not got
        ifnull(sum(captures.articles_added), 0) AS articles_added,          -- INTEGER stories that were new
        ifnull(sum(captures.articles_changed), 0) AS articles_changed,      -- INTEGER stories that were changed
        ifnull(sum(captures.articles_unchanged), 0) AS articles_unchanged,  -- INTEGER stories that stayed as they were
        ifnull(sum(captures.quotes_added), 0) AS quotes_added,              -- INTEGER quotes that were new
        ifnull(sum(captures.quotes_unchanged), 0) AS quotes_unchanged       -- INTEGER quotes that were known
    FROM runs
    LEFT JOIN captures ON captures.run_id = runs.id
    GROUP BY runs.id;

CREATE VIEW v1_changes AS
    -- The change cursor: one row for each change of an article or quote. Remember the last seq that you read, and
    -- read those above it; seq rises in the order of commits. When and how often a row was seen is no change of it.
    SELECT
        seq AS seq,                                 -- INTEGER rises with every change, never used twice
        entity AS entity,                           -- TEXT article or quote
        id AS id,                                   -- INTEGER its id in v1_articles or v1_quotes
        kind AS kind                                -- TEXT added, changed, or removed: a story that turned out to be another one
    FROM changes;

CREATE VIEW v1_epoch AS
    -- One row: a cursor holds as long as the epoch is the same. When it is another one, start over from seq 0.
    SELECT
        epoch AS epoch,                             -- TEXT random; made with the file, another after a rebuild
        (SELECT ifnull(max(seq), 0) FROM changes) AS last_seq -- INTEGER the last change; a cursor above it starts over, too
    FROM epoch;

CREATE VIEW v1_search AS
    -- The stories that a query finds: SELECT title, snippet FROM v1_search WHERE query = 'реформ*' ORDER BY rank LIMIT 20.
    -- A word that ends in * stands for all that begin so; AND, OR, NOT and "a phrase" are as in SQLite's FTS5.
    SELECT
        articles.id AS id,                          -- INTEGER the story
        articles.published_at AS published_at,      -- TEXT instant in UTC; NULL where no page tells it
        articles.title AS title,                    -- TEXT headline
        snippet(article_search, -1, '[', ']', '…', 24) AS snippet, -- TEXT the words around what was found, which is in brackets
        article_search.rank AS rank,                -- REAL bm25, the best first: the lowest number
        article_search AS query                     -- INTEGER compared with the query; its own value says nothing
    FROM article_search
    JOIN articles ON articles.id = article_search.rowid;
