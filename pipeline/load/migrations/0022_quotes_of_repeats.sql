-- A page with quotes that is as it was takes a short row, too: what it shows was seen again then.

ALTER TABLE quotes ADD COLUMN
    last_seen TEXT -- the last capture that shows it, short rows included; triggers keep it
    DEFAULT NULL CHECK (last_seen GLOB '*Z'); -- this line ends the comment above, which SQLite keeps in the table's text
UPDATE quotes SET last_seen = (SELECT max(seen_at) FROM quote_sightings WHERE quote_id = quotes.id);
CREATE INDEX quotes_by_last_seen ON quotes (instrument_id, source_id, last_seen);

CREATE TABLE seen_since AS -- by captures of which the server said that nothing has changed (304), which did not count
SELECT quote_id, strftime('%Y-%m-%dT%H:%M:%fZ', max(fetched_ms) / 1000.0, 'unixepoch') AS seen_at
FROM repeats JOIN quote_sightings USING (capture_id) GROUP BY quote_id;
UPDATE quotes SET last_seen = seen_since.seen_at FROM seen_since
WHERE quote_id = quotes.id AND seen_since.seen_at > last_seen;
INSERT INTO changes (entity, id, kind) SELECT 'quote', quote_id, 'changed' FROM seen_since; -- it may be the latest one again
DROP TABLE seen_since;

DROP INDEX repeats_of_a_capture;
CREATE INDEX repeats_of_a_capture ON repeats (capture_id, fetched_ms); -- so that the last one is found at once
