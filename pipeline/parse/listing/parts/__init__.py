"""The small parts that stand with a headline: date, byline, section, tags, links."""
