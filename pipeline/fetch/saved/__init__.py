"""Pages that are on this machine already: files, folders and WARC files."""
