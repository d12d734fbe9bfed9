-- What robots.txt says of each capture.

ALTER TABLE captures ADD COLUMN
    allowed_by TEXT -- what robots.txt says of it, in words; NULL for what is on no server
    DEFAULT NULL; -- this line ends the comment above, which SQLite keeps in the table's text
