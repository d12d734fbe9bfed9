"""parse: the bytes of a page in, its articles and ticker quotes out. No I/O, no clock, no exception.

bytes ─▶ decode ─▶ html_tree ─┬─▶ quotes ─▶ (taken out of the tree) ─┬─▶ article  ─▶ body + metadata
                  plain_text ─┘                                      └─▶ listing  ─▶ a body + metadata a story
"""

from pipeline.parse.page import PARSER_VERSION, parse_page
from pipeline.parse.selectors import Selectors

__all__ = ["PARSER_VERSION", "Selectors", "parse_page"]
