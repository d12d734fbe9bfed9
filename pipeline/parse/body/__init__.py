"""The body of the main article of a page: which blocks are its text, and which are furniture."""

from pipeline.parse.body.completeness import withheld
from pipeline.parse.body.find import Body, blocks_of, find_body

__all__ = ["Body", "blocks_of", "find_body", "withheld"]
