"""run: the stages joined into one stream, alone with its database from lock to end; and the same from the archive."""
