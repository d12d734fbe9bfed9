"""Whose name is it: what tells the site from a person, and a headline from the site's name beside it."""
