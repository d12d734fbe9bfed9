"""The body of the main article of a page: which blocks are its text, and which are furniture."""

from pipeline.parse.body.completeness import withheld
from pipeline.parse.body.find import Body, blocks_of, find_body
from pipeline.parse.body.outline import HEADINGS

__all__ = ["HEADINGS", "Body", "blocks_of", "find_body", "withheld"]
