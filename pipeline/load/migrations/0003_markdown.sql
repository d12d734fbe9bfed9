-- Bodies as Markdown, with their images. Texts that are there already get theirs when they are seen again.

ALTER TABLE bodies ADD COLUMN
    markdown TEXT -- the blocks as CommonMark with GitHub's tables, images in their places; NULL until seen again
    DEFAULT NULL; -- this line ends the comment above, which SQLite keeps in the table's text
