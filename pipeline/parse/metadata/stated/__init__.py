"""What a page states for machines: meta tags, links, JSON-LD, microdata and RDFa, collected in one pass."""
