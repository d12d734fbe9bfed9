"""What stands in or beside a story and is no text of it, a kind in each module."""
