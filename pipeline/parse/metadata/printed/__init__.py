"""What readers see: headline, byline and dates where a page prints them, above the text and below."""
