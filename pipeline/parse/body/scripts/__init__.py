"""The last resort: a story that stands only in the scripts of its page.

scripts ─▶ documents (JSON) ─▶ state: a node with a headline and a body ─▶ rich_text ─▶ HTML
        └▶ literals: strings that are prose, where no node is found
"""

from pipeline.parse.body.scripts.literals import html_in_scripts
from pipeline.parse.body.scripts.state import StoryInData, story_in_scripts

__all__ = ["StoryInData", "html_in_scripts", "story_in_scripts"]
