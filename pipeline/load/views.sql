-- The contract for readers: the v1_ views keep their names, columns and types; tables may change under them.
--
-- They are dropped and made again after every migration. A column's comment opens with its type, which SQLite does not
-- know for an expression, and goes on with its meaning, or it names the view that describes the column: that is its entry
-- in the data dictionary.

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
        max(
            (SELECT max(seen_at) FROM sightings WHERE article_id = articles.id),
            ifnull((
                SELECT strftime('%Y-%m-%dT%H:%M:%fZ', max(fetched_ms) / 1000.0, 'unixepoch')
                FROM sightings JOIN repeats USING (capture_id) WHERE article_id = articles.id
            ), '')
        ) AS last_seen,                             -- TEXT last capture, in UTC
        articles.changed_at AS changed_at,          -- TEXT capture that last changed this row, in UTC
        (SELECT count(*) FROM sightings WHERE article_id = articles.id) + (
            SELECT count(*) FROM sightings JOIN repeats USING (capture_id) WHERE article_id = articles.id
        ) AS sightings,                             -- INTEGER places it was seen in
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

CREATE VIEW v1_revisions AS
    -- How each story read, from when to when: a new row where a page shows it otherwise than the one before. What is less
    -- full than what was known makes none: a teaser behind the whole text, a copy without the byline, an AMP or print page
    -- behind the page at the story's address; nor does a story that stands at two addresses, unless one of them has
    -- something new. What a page does not tell stays as it was told before. As a story read at an instant:
    -- WHERE valid_from <= :at AND (valid_to > :at OR valid_to IS NULL).
    SELECT
        starts.article_id AS article_id,            -- INTEGER the story
        starts.revision AS revision,                                            -- INTEGER from 1, in the order in which they were seen
        starts.seen_at AS valid_from,               -- TEXT first capture that shows it so, in UTC
        starts.valid_to AS valid_to,                -- TEXT first capture that shows it otherwise, in UTC; NULL for the last one
        CASE
            WHEN reads_before IS NULL THEN 'first'
            WHEN fullness > fullness_before THEN 'fuller'
            WHEN now_run.rules = past_run.rules THEN 'publisher' -- of the same bytes, too: they came from another address
            WHEN here.digest = there.digest THEN 'rules'
            ELSE 'unknown'
        END AS cause,                               -- TEXT first; fuller: more of the text was seen, or the page at its address behind AMP or print; publisher: an edit; rules: our own parsing of the same bytes; unknown: either
        nullif(trim(
            iif(reads_before ->> '$.title' <> reads ->> '$.title', 'headline ', '')
            || CASE
                WHEN reads_before IS NULL OR past_body.id = bodies.id THEN ''
                WHEN past_body.wording = bodies.wording THEN 'typography '
                ELSE 'body '
            END
            || iif(reads_before -> '$.told' <> reads -> '$.told', 'metadata', '')
        ), '') AS changed,                          -- TEXT what differs from the one before: headline, body or typography (of the body), metadata; NULL for the first
        reads ->> '$.title' AS title,               -- TEXT headline
        ifnull(reads ->> '$.told.authors', '[]') AS authors, -- TEXT JSON array of names, in the order of the byline
        reads ->> '$.told.published_at' AS published_at, -- TEXT instant with the offset of the page; NULL where none tells it
        reads ->> '$.told.modified_at' AS modified_at,   -- TEXT the same of the last change that the page tells
        bodies.text AS text,                        -- TEXT the body: paragraphs joined by one empty line
        starts.version_id AS version_id,            -- INTEGER its state, as in v1_fields; one that comes back has the same
        starts.capture_id AS capture_id             -- INTEGER the first capture that shows it so
    FROM (
        SELECT *, row_number() OVER story AS revision, lead(seen_at) OVER story AS valid_to
        FROM (
            SELECT
                *,
                lag(reads) OVER story AS reads_before,
                lag(capture_id) OVER story AS capture_before,
                lag(shows) OVER story AS shows_before,
                lag(fullness) OVER story AS fullness_before
            FROM (
                SELECT
                    article_id, version_id, capture_id, shows, seen_at, place, rank, fullness,
                    json_object(
                        'title', observed ->> '$.title', 'body_id', body_id,
                        'told', json_object( -- each as the last page had it that told it
                            'authors', json(substr(max(rank || nullif(observed -> '$.authors', '[]')) OVER story, 12)),
                            'published_at', substr(max(rank || (observed ->> '$.published_at')) OVER story, 12),
                            'modified_at', substr(max(rank || (observed ->> '$.modified_at')) OVER story, 12),
                            'url', substr(max(rank || (observed ->> '$.url')) OVER story, 12),
                            'language', substr(max(rank || (observed ->> '$.language')) OVER story, 12),
                            'section', substr(max(rank || (observed ->> '$.section')) OVER story, 12),
                            'tags', json(substr(max(rank || nullif(observed -> '$.tags', '[]')) OVER story, 12)),
                            'image', substr(max(rank || (observed ->> '$.image')) OVER story, 12)
                        )
                    ) AS reads
                FROM (
                    SELECT
                        *,
                        printf('%010d', row_number() OVER story) AS place,
                        (address = substr(max(printf('%011d', fullness) || first_seen || address) OVER story, 36))
                            || printf('%010d', row_number() OVER story) AS rank -- first whether its address counts
                    FROM (
                        SELECT
                            *,
                            max(fullness) OVER story AS fullest,
                            (SELECT min(seen_at) FROM sightings WHERE version_id = seen.version_id) AS first_seen,
                            ifnull(observed ->> '$.url', '') AS address
                        FROM (
                            SELECT
                                *,
                                (observed ->> '$.own_page') * 4000000000
                                - ifnull(observed ->> '$.variant', 0) * 2000000000 + iif(
                                    (observed ->> '$.complete') AND (observed ->> '$.length') > 0,
                                    8000000000, observed ->> '$.length'
                                ) AS fullness
                            FROM (
                                SELECT
                                    sightings.article_id AS article_id, version_id, capture_id, capture_id AS shows,
                                    position, seen_at, observed, body_id
                                FROM sightings JOIN article_versions ON article_versions.id = version_id
                                UNION ALL
                                SELECT
                                    sightings.article_id, version_id, repeats.id, sightings.capture_id,
                                    position, strftime('%Y-%m-%dT%H:%M:%fZ', fetched_ms / 1000.0, 'unixepoch'),
                                    observed, body_id
                                FROM sightings JOIN article_versions ON article_versions.id = version_id
                                JOIN repeats ON repeats.capture_id = sightings.capture_id
                            )
                        ) AS seen
                        WINDOW story AS (PARTITION BY article_id ORDER BY seen_at, observed, capture_id, position)
                    )
                    WHERE fullness = fullest
                    WINDOW story AS (PARTITION BY article_id ORDER BY seen_at, observed, capture_id, position)
                )
                WINDOW story AS (PARTITION BY article_id ORDER BY place)
            )
            WHERE rank LIKE '1%'
            WINDOW story AS (PARTITION BY article_id ORDER BY place)
        )
        WHERE reads IS NOT reads_before
        WINDOW story AS (PARTITION BY article_id ORDER BY place)
    ) AS starts
    JOIN bodies ON bodies.id = reads ->> '$.body_id'
    JOIN captures AS here ON here.id = starts.shows
    LEFT JOIN repeats AS here_again ON here_again.id = starts.capture_id
    JOIN runs AS now_run ON now_run.id = ifnull(here_again.run_id, here.run_id)
    LEFT JOIN bodies AS past_body ON past_body.id = reads_before ->> '$.body_id'
    LEFT JOIN captures AS there ON there.id = shows_before
    LEFT JOIN repeats AS there_again ON there_again.id = capture_before
    LEFT JOIN runs AS past_run ON past_run.id = ifnull(there_again.run_id, there.run_id);

CREATE VIEW v1_fields AS
    -- For each field of each state of a story: the rule that gave it, and the first capture that did.
    SELECT
        article_versions.article_id AS article_id,  -- INTEGER the story
        article_versions.id AS version_id,          -- INTEGER the state, as in v1_revisions
        told.key AS field,                          -- TEXT name of the field, as in v1_articles; body for its text
        told.value AS rule,                         -- TEXT the rule that gave it; `pipeline parse --explain` shows the others
        (
            SELECT capture_id FROM sightings WHERE version_id = article_versions.id ORDER BY seen_at, capture_id LIMIT 1
        ) AS capture_id                             -- INTEGER the first capture that gave it
    FROM article_versions
    JOIN json_each(article_versions.rules) AS told;

CREATE VIEW v1_clusters AS
    -- Stories whose texts are nearly the same, wherever they were printed, as of the end of the last run. None is merged;
    -- one of each cluster:
    -- SELECT * FROM v1_articles WHERE id NOT IN (SELECT article_id FROM v1_clusters WHERE is_first = 0).
    SELECT
        article_id AS article_id,                   -- INTEGER the story
        cluster_id AS cluster_id,                   -- INTEGER the same for all stories of a cluster: the lowest of their ids
        count(*) OVER (PARTITION BY cluster_id) AS articles, -- INTEGER stories in the cluster, two at least
        row_number() OVER (
            PARTITION BY cluster_id
            ORDER BY published_at IS NULL, published_at, first_seen, source, url, title, article_id
        ) = 1 AS is_first                           -- INTEGER 1 for the one that was published first, else 0
    FROM (
        WITH RECURSIVE reached (article_id, body_id) AS (
            SELECT id, body_id FROM articles
            WHERE body_id IN (SELECT body_id FROM near_bodies)
                OR body_id IN (SELECT body_id FROM articles GROUP BY body_id HAVING count(*) > 1)
            UNION
            SELECT article_id, near_id FROM reached JOIN near_bodies USING (body_id)
            WHERE EXISTS (SELECT 1 FROM articles WHERE articles.body_id = near_id)
        )
        SELECT reached.article_id AS article_id, min(articles.id) AS cluster_id
        FROM reached JOIN articles ON articles.body_id = reached.body_id
        GROUP BY reached.article_id HAVING count(DISTINCT articles.id) > 1
    )
    JOIN v1_articles ON v1_articles.id = article_id;

CREATE VIEW v1_sightings AS
    -- One row for each place where a story was seen.
    SELECT
        sightings.article_id AS article_id,         -- INTEGER the story
        sightings.capture_id AS capture_id,         -- INTEGER the capture
        captures.final_url AS page_url,             -- TEXT the page
        ifnull(captures.kind, (
            SELECT iif(observed ->> '$.own_page', 'article', 'listing') FROM article_versions WHERE id = version_id
        )) AS page_kind,                            -- TEXT article or listing
        sightings.position AS position,             -- INTEGER place among the stories of the page, from 0
        sightings.seen_at AS seen_at                -- TEXT when, in UTC
    FROM sightings
    JOIN captures ON captures.id = sightings.capture_id
    UNION ALL
    SELECT
        article_id, repeats.id, final_url, kind, position,
        strftime('%Y-%m-%dT%H:%M:%fZ', fetched_ms / 1000.0, 'unixepoch')
    FROM sightings
    JOIN captures ON captures.id = sightings.capture_id
    JOIN repeats ON repeats.capture_id = sightings.capture_id;

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
        quotes.direction AS direction,              -- INTEGER -1, 0 or 1 as last printed; NULL where nothing tells
        quotes.as_of AS as_of,                      -- TEXT date that it is printed for; NULL if none
        (SELECT min(seen_at) FROM quote_sightings WHERE quote_id = quotes.id) AS first_seen, -- TEXT first capture, in UTC
        quotes.last_seen AS last_seen,              -- TEXT last capture, in UTC
        (SELECT count(*) FROM quote_sightings WHERE quote_id = quotes.id) + (
            SELECT count(*) FROM quote_sightings JOIN repeats USING (capture_id) WHERE quote_id = quotes.id
        ) AS sightings,                             -- INTEGER captures that show it
        (
            SELECT occurrences FROM quote_sightings AS latest WHERE quote_id = quotes.id AND last_seen = max(
                seen_at,
                ifnull((
                    SELECT strftime('%Y-%m-%dT%H:%M:%fZ', max(fetched_ms) / 1000.0, 'unixepoch')
                    FROM repeats WHERE capture_id = latest.capture_id
                ), '')
            )
            ORDER BY conflict DESC, occurrences DESC LIMIT 1 -- of one millisecond the same whichever was loaded first
        ) AS occurrences,                           -- INTEGER how often the last page repeated it
        quotes.conflict AS conflict                 -- INTEGER 1 where a page of the last 36 hours also showed another value when it was seen last, else 0
    FROM quotes
    JOIN sources ON sources.id = quotes.source_id
    JOIN instruments ON instruments.id = quotes.instrument_id;

CREATE VIEW v1_quote_sightings AS
    -- One row for each capture that shows a quote.
    SELECT
        quote_sightings.quote_id AS quote_id,       -- INTEGER the quote, as in v1_quotes
        quote_sightings.capture_id AS capture_id,   -- INTEGER the capture
        captures.final_url AS page_url,             -- TEXT the page
        quote_sightings.seen_at AS seen_at,         -- TEXT when, in UTC
        quote_sightings.occurrences AS occurrences, -- INTEGER how often the page repeated it
        quote_sightings.direction AS direction,     -- INTEGER -1, 0 or 1 as that page shows it; NULL where nothing tells
        quote_sightings.conflict AS conflict,       -- INTEGER 1 where that page also shows another value, else 0
        captures.role AS role                       -- TEXT what the page was fetched for, as in v1_captures
    FROM quote_sightings
    JOIN captures ON captures.id = quote_sightings.capture_id
    UNION ALL
    SELECT
        quote_id, repeats.id, final_url, strftime('%Y-%m-%dT%H:%M:%fZ', fetched_ms / 1000.0, 'unixepoch'),
        occurrences, direction, conflict, role
    FROM quote_sightings
    JOIN captures ON captures.id = quote_sightings.capture_id
    JOIN repeats ON repeats.capture_id = quote_sightings.capture_id;

CREATE VIEW v1_latest_quotes AS
    -- One row for each source and instrument: the value of the latest date, of one date the one that a start page showed
    -- last, else the one that was seen last, conflicts left out. A value without a date counts as one of the day before a
    -- start page showed it, else of two days before it was seen last: what prints its date is surer, and the page of a story
    -- may keep the ticker of its day. A date more than a week ahead of its last capture is none.
    SELECT
        source AS source,                           -- as in v1_quotes
        kind AS kind,                               -- as in v1_quotes
        base AS base,                               -- as in v1_quotes
        quote AS quote,                             -- as in v1_quotes
        rate_text AS rate_text,                     -- as in v1_quotes
        rate AS rate,                               -- as in v1_quotes
        change_text AS change_text,                 -- as in v1_quotes
        change_pct AS change_pct,                   -- as in v1_quotes
        direction AS direction,                     -- as in v1_quotes
        as_of AS as_of,                             -- as in v1_quotes
        first_seen AS first_seen,                   -- as in v1_quotes
        last_seen AS last_seen,                     -- as in v1_quotes
        id AS quote_id                              -- INTEGER its row in v1_quotes
    FROM (
        SELECT *, row_number() OVER (
            PARTITION BY source, kind, base, quote
            ORDER BY
                CASE
                    WHEN as_of <= date(last_seen, '+7 days') THEN as_of
                    ELSE ifnull(date(started, '-1 day'), date(last_seen, '-2 days'))
                END DESC,
                as_of IS NULL, started DESC, last_seen DESC, rate_text DESC, change_text DESC, as_of
        ) AS age
        FROM (
            SELECT *, (
                SELECT max(seen_at) FROM v1_quote_sightings WHERE quote_id = v1_quotes.id AND role = 'start'
                AND seen_at > strftime('%Y-%m-%dT%H:%M:%fZ', last_seen, '-36 hours')
            ) AS started
            FROM v1_quotes
            WHERE conflict = 0
        )
    )
    WHERE age = 1;

CREATE VIEW v1_daily_quotes AS
    -- The close of each day: of the values printed for that day the one that a start page showed last, else the one that was
    -- seen last, conflicts left out.
    SELECT
        source AS source,                           -- as in v1_quotes
        kind AS kind,                               -- as in v1_quotes
        base AS base,                               -- as in v1_quotes
        quote AS quote,                             -- as in v1_quotes
        day AS day,                                 -- TEXT date that it is printed for, else of the capture, in UTC
        rate_text AS rate_text,                     -- as in v1_quotes
        rate AS rate,                               -- as in v1_quotes
        change_text AS change_text,                 -- as in v1_quotes
        change_pct AS change_pct,                   -- as in v1_quotes
        seen_at AS seen_at,                         -- TEXT the last capture of that day's value, in UTC
        quote_id AS quote_id                        -- INTEGER its row in v1_quotes
    FROM (
        SELECT
            sources.name AS source, instruments.kind AS kind, base, quote, rate_text, rate, change_text, change_pct,
            seen_at, quotes.id AS quote_id, ifnull(as_of, substr(seen_at, 1, 10)) AS day,
            row_number() OVER (
                PARTITION BY quotes.source_id, instrument_id, ifnull(as_of, substr(seen_at, 1, 10))
                ORDER BY role = 'start' DESC, seen_at DESC, rate_text DESC, change_text DESC, as_of, capture_id
            ) AS age
        FROM v1_quote_sightings AS seen
        JOIN quotes ON quotes.id = quote_id
        JOIN sources ON sources.id = quotes.source_id
        JOIN instruments ON instruments.id = instrument_id
        WHERE seen.conflict = 0
    )
    WHERE age = 1;

CREATE VIEW v1_quote_intervals AS
    -- From when to when a source printed the same rate: one row for each stretch of captures in which it did not change.
    SELECT
        source AS source,                           -- as in v1_quotes
        kind AS kind,                               -- as in v1_quotes
        base AS base,                               -- as in v1_quotes
        quote AS quote,                             -- as in v1_quotes
        rate_text AS rate_text,                     -- as in v1_quotes
        rate AS rate,                               -- as in v1_quotes
        min(seen_at) AS since,                      -- TEXT the first capture that shows it, in UTC
        max(seen_at) AS until,                      -- TEXT the last capture before another rate, in UTC
        count(DISTINCT capture_id) AS captures      -- INTEGER captures that show it
    FROM (
        SELECT *, sum(changed) OVER (
            PARTITION BY source, kind, base, quote ORDER BY seen_at, rate_text, quote_id, capture_id
        ) AS stretch
        FROM (
            SELECT
                sources.name AS source, instruments.kind AS kind, base, quote, rate_text, rate, seen_at, capture_id,
                quote_id,
                rate_text IS NOT lag(rate_text) OVER (
                    PARTITION BY quotes.source_id, instrument_id ORDER BY seen_at, rate_text, quote_id, capture_id
                ) AS changed
            FROM v1_quote_sightings AS seen
            JOIN quotes ON quotes.id = quote_id
            JOIN sources ON sources.id = quotes.source_id
            JOIN instruments ON instruments.id = instrument_id
            WHERE seen.conflict = 0
        )
    )
    GROUP BY source, kind, base, quote, stretch;

CREATE VIEW v1_captures AS
    -- One row for each attempt to get a page, a feed, a sitemap or a robots.txt; of the last, status tells how it went.
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
        captures.allowed_by AS allowed_by,                  -- TEXT what robots.txt says of it, in which line; NULL for a file of this machine
        captures.page_robots AS page_robots,                -- TEXT what the page itself says to robots, like noarchive, noindex; NULL if nothing
        captures.role AS role                               -- TEXT page, start (a start page, or a further page of one), feed, sitemap, robots
    FROM captures
    JOIN sources ON sources.id = captures.source_id
    UNION ALL
    SELECT
        repeats.id, repeats.run_id, name, url, final_url,
        strftime('%Y-%m-%dT%H:%M:%fZ', fetched_ms / 1000.0, 'unixepoch'),
        iif(not_modified, 304, status), content_type, iif(not_modified, 0, size), iif(not_modified, NULL, digest),
        iif(not_modified, NULL, kind), iif(not_modified, NULL, as_of), NULL, 0, 0,
        iif(not_modified, 0, articles_added + articles_changed + articles_unchanged), 0,
        iif(not_modified, 0, quotes_added + quotes_unchanged),
        (SELECT name FROM archive_files WHERE archive_files.id = file_id), repeats.warc_offset, allowed_by, page_robots,
        role
    FROM repeats
    JOIN captures ON captures.id = capture_id
    JOIN sources ON sources.id = source_id;

CREATE VIEW v1_problems AS
    -- One row for everything that failed, was left out, or is doubtful.
    SELECT
        problems.run_id AS run_id,                  -- INTEGER the run
        problems.capture_id AS capture_id,          -- INTEGER the capture
        sources.name AS source,                     -- TEXT its source
        problems.url AS url,                        -- TEXT the page
        problems.fetched_at AS fetched_at,          -- TEXT when, in UTC
        problems.stage AS stage,                    -- TEXT fetch: the page was not got; parse: something about it
        problems.reason AS reason,                  -- TEXT one of the named reasons
        problems.detail AS detail,                  -- TEXT what a person needs to look it up, or empty
        problems.place AS place                     -- TEXT a URL, an element path, a line number, or empty
    FROM (
        SELECT problems.*, run_id, fetched_at, source_id, url FROM problems JOIN captures ON captures.id = capture_id
        UNION ALL
        SELECT
            repeats.id, position, stage, reason, detail, place, repeats.run_id,
            strftime('%Y-%m-%dT%H:%M:%fZ', fetched_ms / 1000.0, 'unixepoch'), source_id, url
        FROM problems
        JOIN captures ON captures.id = problems.capture_id
        JOIN repeats ON repeats.capture_id = problems.capture_id
        WHERE not_modified = 0
    ) AS problems
    JOIN sources ON sources.id = problems.source_id;

CREATE VIEW v1_rejects AS
    -- Pages that came and gave no row: no story and no quote was found, or their records in the archive are damaged.
    -- `pipeline redrive` tries them again.
    SELECT
        captures.id AS capture_id,                  -- INTEGER the capture
        sources.name AS source,                     -- TEXT its source
        captures.final_url AS url,                  -- TEXT the page
        captures.fetched_at AS fetched_at,          -- TEXT when it came, in UTC
        ifnull((
            SELECT reason FROM problems WHERE capture_id = captures.id ORDER BY position LIMIT 1
        ), 'no-article') AS reason,                 -- TEXT one of the named reasons
        (
            SELECT detail FROM problems WHERE capture_id = captures.id ORDER BY position LIMIT 1
        ) AS detail,                                -- TEXT what a person needs to look it up, or empty
        runs.parser_version AS parser_version,      -- INTEGER version of the parsing rules that rejected it; NULL if not told
        captures.warc_file AS warc_file,            -- TEXT its WARC file in the archive; NULL if not archived
        captures.warc_offset AS warc_offset         -- INTEGER where its record begins in that file
    FROM captures
    JOIN sources ON sources.id = captures.source_id
    JOIN runs ON runs.id = captures.run_id
    WHERE captures.kind = 'other' AND captures.quotes_added + captures.quotes_unchanged = 0 OR EXISTS (
        SELECT 1 FROM problems WHERE capture_id = captures.id AND reason = 'archive-damaged'
    );

CREATE VIEW v1_runs AS
    -- One row a run, with the totals of its pages; they are right for a run that crashed, too. Runs from before a rebuild
    -- are as they were told then, though their pages are those of the rebuild now; so are those whose rejected pages
    -- `pipeline redrive` tried again.
    SELECT
        runs.id AS id,                              -- INTEGER rises with every run
        runs.started_at AS started_at,              -- TEXT when it began, in UTC
        runs.ended_at AS ended_at,                  -- TEXT when it ended, in UTC; NULL while it runs and after a crash
        runs.status AS status,                      -- TEXT running, finished, interrupted, failed, crashed
        runs.parser_version AS parser_version,      -- INTEGER version of the parsing rules; NULL if not told
        ifnull(totals -> 'sources', (
            SELECT json_group_array(name) FROM (
                SELECT sources.name AS name FROM run_sources JOIN sources ON sources.id = source_id
                WHERE run_id = runs.id ORDER BY name
            )
        )) AS sources,                              -- TEXT JSON array of the sources that it was asked for
        ifnull(
            totals ->> 'pages', count(captures.id) FILTER (WHERE captures.role IN ('page', 'start'))
        ) AS pages,                                 -- INTEGER pages tried
        ifnull(totals ->> 'failed', (
            SELECT count(*) FROM captures AS one JOIN problems ON problems.capture_id = one.id
            WHERE one.run_id = runs.id AND problems.stage = 'fetch' AND problems.reason <> 'over-page-limit'
        )) AS failed,                               -- INTEGER pages, feeds and sitemaps that were asked for and not got
        coalesce(
            totals ->> 'articles_added', sum(captures.articles_added), 0
        ) AS articles_added,                        -- INTEGER stories that were new
        coalesce(
            totals ->> 'articles_changed', sum(captures.articles_changed), 0
        ) AS articles_changed,                      -- INTEGER stories that were changed
        coalesce(
            totals ->> 'articles_unchanged', sum(captures.articles_unchanged), 0
        ) AS articles_unchanged,                    -- INTEGER stories that stayed as they were
        coalesce(
            totals ->> 'quotes_added', sum(captures.quotes_added), 0
        ) AS quotes_added,                          -- INTEGER quotes that were new
        coalesce(
            totals ->> 'quotes_unchanged', sum(captures.quotes_unchanged), 0
        ) AS quotes_unchanged                       -- INTEGER quotes that were known
    FROM runs
    LEFT JOIN v1_captures AS captures ON captures.run_id = runs.id
    GROUP BY runs.id;

CREATE VIEW v1_frontier AS
    -- Each page of the web that is known: when it is asked for again, and why then. Start pages and feeds come every run.
    SELECT
        sources.name AS source,                     -- TEXT its source
        frontier.url AS url,                        -- TEXT the URL that is asked for, in one spelling
        frontier.link_title AS link_title,          -- TEXT text of the link or feed entry that led to it; NULL if none
        frontier.role AS role,                      -- TEXT page, start, feed, sitemap; only pages come due
        frontier.state AS state,                    -- TEXT live, gone or moved; the last two are not asked for again
        frontier.moved_to AS moved_to,              -- TEXT where a moved page is now; NULL for others
        frontier.due_at AS due_at,                  -- TEXT when it is asked for again, in UTC
        frontier.interval_s AS interval_s,          -- INTEGER seconds from the last visit to the next; 0 is the next run
        frontier.reason AS reason                   -- TEXT why then: found (never asked for), changed, unchanged, failed (for the moment), missing, moved, lost (by a power cut), or the named reason that it fails for, whenever it is asked for
    FROM frontier
    JOIN sources ON sources.id = frontier.source_id;

CREATE VIEW v1_changes AS
    -- The change cursor: one row for each change of an article or quote. Remember the last seq that you read, and
    -- read those above it; seq rises in the order of commits. When and how often a row was seen is no change of it,
    -- but a quote that is printed again behind another one has changed: v1_latest_quotes has it again.
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
