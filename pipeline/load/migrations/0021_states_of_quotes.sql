-- What all pages together say of a quote, so that two pages that disagree do not change it to and fro in every run.

ALTER TABLE quotes ADD COLUMN
    direction INTEGER -- falling, steady or rising, as last printed; triggers keep it
    DEFAULT NULL CHECK (direction IN (-1, 0, 1)); -- this line ends the comment above, which SQLite keeps in the table's text
ALTER TABLE quotes ADD COLUMN
    conflict INTEGER -- 1 where a page also shows another value, as of its last capture; triggers keep it
    NOT NULL DEFAULT 0 CHECK (conflict IN (0, 1)); -- as above
UPDATE quotes SET (direction, conflict) = (
    SELECT direction, conflict FROM quote_sightings WHERE quote_id = quotes.id
    ORDER BY seen_at DESC, conflict DESC, occurrences DESC, direction, capture_id DESC LIMIT 1
);
CREATE INDEX quotes_in_conflict ON quote_sightings (quote_id, seen_at) WHERE conflict = 1;
