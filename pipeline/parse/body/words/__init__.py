"""What pages say and how they call their parts, as data: a new word, phrase or language is added here."""
