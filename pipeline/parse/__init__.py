"""parse: the bytes of a page in, its articles and ticker quotes out. Asks no network, writes no file, never raises.

bytes ─▶ decode ─┬─▶ html_tree ─▶ metadata ─▶ quotes (taken out of the tree) ─┬─▶ listing: several stories
                 │                                                            └─▶ body: the one story
                 └─▶ quotes (taken out of the lines) ─▶ plain_text: stories by the shape of their lines

What they share stands below them: lines (what one line is), bylines, dates, selectors, addresses.
"""

from pipeline.parse.page import PARSER_VERSION, parse_page
from pipeline.parse.selectors import Selectors
from pipeline.parse.site_texts import repeated_texts

__all__ = ["PARSER_VERSION", "Selectors", "parse_page", "repeated_texts"]
