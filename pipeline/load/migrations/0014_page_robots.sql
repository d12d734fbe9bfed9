-- What each page itself says to robots.

ALTER TABLE captures ADD COLUMN
    page_robots TEXT -- directives of its X-Robots-Tag headers and meta robots, like `noarchive, noindex`; NULL if none
    DEFAULT NULL; -- this line ends the comment above, which SQLite keeps in the table's text
