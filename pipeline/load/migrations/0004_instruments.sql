-- Instruments that are no currency pairs. SQLite changes a CHECK only by making the table anew.

CREATE TABLE new_instruments (
    -- What is quoted.
    id     INTEGER PRIMARY KEY,     -- given at first sight
    kind   TEXT NOT NULL CHECK (kind IN ('currency-pair', 'index', 'share', 'commodity', 'crypto')), -- what sort of thing it is
    base   TEXT NOT NULL,           -- code of the currency that is priced; else the symbol or name as printed
    quote  TEXT NOT NULL,           -- code of the currency that it is priced in; empty where the page names none
    UNIQUE (kind, base, quote)
) STRICT;
INSERT INTO new_instruments SELECT id, kind, base, quote FROM instruments;
DROP TABLE instruments;
ALTER TABLE new_instruments RENAME TO instruments;
