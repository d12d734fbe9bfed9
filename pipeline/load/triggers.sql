-- What follows from a change of the tables, in the same transaction, whoever makes the change.
--
-- Like the views they are dropped before every migration and made again after it, so that none is lost with a table
-- that is made anew. A migration that changes what v1_articles or v1_quotes show of rows that are there writes
-- their changes itself.

CREATE VIEW open_disputes AS
    -- Pages that showed a quote beside another value and have not shown it alone since, as of when each did so last. No
    -- part of what readers can rely on: triggers and the loader ask it.
    SELECT quote_id, page_key, at
    FROM (
        SELECT
            quote_id, page_key, max(seen_at, ifnull((
                SELECT strftime('%Y-%m-%dT%H:%M:%fZ', max(fetched_ms) / 1000.0, 'unixepoch')
                FROM repeats WHERE repeats.capture_id = captures.id
            ), '')) AS at
        FROM quote_sightings JOIN captures ON captures.id = quote_sightings.capture_id
        WHERE conflict = 1
    ) AS dispute
    WHERE NOT EXISTS (
        SELECT 1 FROM captures AS again JOIN quote_sightings AS since ON since.capture_id = again.id
        WHERE again.page_key = dispute.page_key AND since.quote_id = dispute.quote_id AND since.conflict = 0 AND (
            since.seen_at > dispute.at OR EXISTS (
                SELECT 1 FROM repeats WHERE repeats.capture_id = again.id
                AND strftime('%Y-%m-%dT%H:%M:%fZ', fetched_ms / 1000.0, 'unixepoch') > dispute.at
            )
        )
    );

CREATE TRIGGER article_added AFTER INSERT ON articles
BEGIN
    INSERT INTO changes (entity, id, kind) VALUES ('article', new.id, 'added');
END;

CREATE TRIGGER article_changed AFTER UPDATE ON articles
WHEN old.digest <> '' -- else it was added by this very transaction and is still being written
BEGIN
    INSERT INTO changes (entity, id, kind) VALUES ('article', new.id, 'changed');
END;

CREATE TRIGGER article_removed AFTER DELETE ON articles
BEGIN
    INSERT INTO changes (entity, id, kind) VALUES ('article', old.id, 'removed');
END;

CREATE TRIGGER body_changed AFTER UPDATE OF text, outline, markdown ON bodies
BEGIN
    INSERT INTO changes (entity, id, kind) SELECT 'article', id, 'changed' FROM articles WHERE body_id = new.id;
END;

CREATE TRIGGER quote_added AFTER INSERT ON quotes
BEGIN
    INSERT INTO changes (entity, id, kind) VALUES ('quote', new.id, 'added');
END;

CREATE TRIGGER quote_changed AFTER UPDATE OF
    source_id, instrument_id, rate_text, rate, change_text, change_pct, as_of, direction, conflict -- all but last_seen
ON quotes
WHEN old.last_seen IS new.last_seen OR (old.direction, old.conflict) IS NOT (new.direction, new.conflict)
BEGIN
    INSERT INTO changes (entity, id, kind) VALUES ('quote', new.id, 'changed');
END;

CREATE TRIGGER quote_removed AFTER DELETE ON quotes
BEGIN
    INSERT INTO changes (entity, id, kind) VALUES ('quote', old.id, 'removed');
END;

CREATE TRIGGER quote_seen AFTER INSERT ON quote_sightings
BEGIN
    INSERT INTO changes (entity, id, kind)
    SELECT 'quote', own.id, 'changed'
    FROM quotes AS own
    JOIN quotes AS other ON other.instrument_id = own.instrument_id AND other.source_id = own.source_id
        AND ifnull(other.as_of, '') = ifnull(own.as_of, '') AND other.id <> own.id -- as quotes_once has it
        -- its source has printed this one for that date since, or this start page has: now it is the latest one again
        AND (other.last_seen > own.last_seen AND other.last_seen <= new.seen_at OR own.last_seen > '' AND EXISTS (
            SELECT 1 FROM captures AS here WHERE here.id = new.capture_id AND here.role = 'start' AND NOT EXISTS (
                SELECT 1 FROM quote_sightings WHERE quote_id = own.id AND capture_id = (
                    SELECT max(id) FROM captures WHERE page_key = here.page_key AND id < here.id AND kind IS NOT NULL
                )
            )
        ))
    WHERE own.id = new.quote_id AND own.conflict = 0 LIMIT 1;

    UPDATE quotes SET (direction, conflict, last_seen) = (state.direction, state.conflict, state.last_seen)
    FROM (
        SELECT
            CASE
                WHEN new.seen_at > ifnull(last_seen, '') THEN new.direction
                WHEN new.seen_at < last_seen THEN direction
                ELSE (
                    SELECT direction FROM v1_quote_sightings WHERE quote_id = new.quote_id AND seen_at = last_seen
                    -- of one millisecond the same whichever was loaded first
                    ORDER BY conflict DESC, occurrences DESC, direction, capture_id DESC LIMIT 1
                )
            END AS direction,
            EXISTS (
                SELECT 1 FROM open_disputes WHERE quote_id = new.quote_id AND at > strftime(
                    '%Y-%m-%dT%H:%M:%fZ', max(ifnull(last_seen, ''), new.seen_at), '-36 hours' -- from one night to the next
                )
            ) AS conflict,
            max(ifnull(last_seen, ''), new.seen_at) AS last_seen
        FROM quotes WHERE id = new.quote_id
    ) AS state
    WHERE quotes.id = new.quote_id AND (quotes.direction, quotes.conflict, quotes.last_seen)
        IS NOT (state.direction, state.conflict, state.last_seen);
END;

-- The full-text index. It is written where a headline or a text is another one, and not where a story is only seen again.

CREATE TRIGGER article_indexed AFTER INSERT ON articles
BEGIN
    INSERT INTO article_search (rowid, title, text)
    SELECT new.id, new.title, text FROM bodies WHERE id = new.body_id;
END;

CREATE TRIGGER article_reworded AFTER UPDATE ON articles
WHEN old.title IS NOT new.title OR old.body_id IS NOT new.body_id
BEGIN
    INSERT INTO article_search (article_search, rowid, title, text) -- takes out what was indexed
    SELECT 'delete', old.id, old.title, text FROM bodies WHERE id = old.body_id;
    INSERT INTO article_search (rowid, title, text)
    SELECT new.id, new.title, text FROM bodies WHERE id = new.body_id;
END;

CREATE TRIGGER article_taken_out AFTER DELETE ON articles
BEGIN
    INSERT INTO article_search (article_search, rowid, title, text)
    SELECT 'delete', old.id, old.title, text FROM bodies WHERE id = old.body_id;
END;

CREATE TRIGGER body_reworded AFTER UPDATE ON bodies
WHEN old.text IS NOT new.text
BEGIN
    INSERT INTO article_search (article_search, rowid, title, text)
    SELECT 'delete', id, title, old.text FROM articles WHERE body_id = new.id;
    INSERT INTO article_search (rowid, title, text)
    SELECT id, title, new.text FROM articles WHERE body_id = new.id;
END;
