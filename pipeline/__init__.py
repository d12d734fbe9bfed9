"""News pages in, normalized SQLite rows out: fetch, parse, load."""
