"""What may be a headline, with headings and without; each rule is one reading of the page."""
