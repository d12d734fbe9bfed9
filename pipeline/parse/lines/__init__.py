"""What one line of a page is, in markup and plain text alike: a date, a byline, paging, a teaser's end, prose."""
