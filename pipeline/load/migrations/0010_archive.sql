-- Where each capture stands in the archive.

ALTER TABLE captures ADD COLUMN
    warc_file TEXT -- name of its WARC file in the folder of the archive; NULL where it is not archived
    DEFAULT NULL; -- this line ends the comment above, which SQLite keeps in the table's text
ALTER TABLE captures ADD COLUMN
    warc_offset INTEGER -- where its record begins, in bytes of that file as it is
    DEFAULT NULL; -- as above
ALTER TABLE captures ADD COLUMN
    warc_stored INTEGER -- 1 where that record has the body, 0 where it says which record has it
    DEFAULT NULL; -- as above
ALTER TABLE captures ADD COLUMN
    payload_digest TEXT -- sha1: and base 32, of the body as it was received
    DEFAULT NULL; -- as above
CREATE INDEX captures_in_the_archive ON captures (warc_file, warc_offset);
CREATE INDEX captures_of_a_payload ON captures (payload_digest) WHERE warc_stored = 1;
