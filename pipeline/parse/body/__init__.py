"""The body of the main article of a page: which blocks are its text, and which are furniture.

layout: the page as runs and boxes ─▶ container, threads, lead: where the story is ─▶ trim ─▶ furniture: what goes out
What all of them look for in a line or a name is data, in words.
"""

from pipeline.parse.body.completeness import in_mid_sentence, withheld
from pipeline.parse.body.find import Body, blocks_of, find_body
from pipeline.parse.body.layout.image_sources import PICTURE, THUMBNAIL, image_behind, image_of
from pipeline.parse.body.scripts import StoryInData
from pipeline.parse.body.steps import Told
from pipeline.parse.body.words.buttons import is_button
from pipeline.parse.body.words.calls import is_call
from pipeline.parse.body.words.ends import names_end_matter
from pipeline.parse.body.words.walls import asks

__all__ = [
    "PICTURE", "THUMBNAIL", "Body", "StoryInData", "Told", "asks", "blocks_of", "find_body", "image_behind",
    "image_of", "in_mid_sentence", "is_button", "is_call", "names_end_matter", "withheld",
]  # fmt: skip
