"""Stories of a page that was saved as plain text: titles, subheads and paragraphs told apart by their lines.

lines ─▶ marks of Markdown taken out, unwrapped ─▶ shapes ─▶ titles ─▶ a story from each title to the next
"""

from pipeline.parse.plain_text.single import is_one_story
from pipeline.parse.plain_text.stories import find_stories_in_lines

__all__ = ["find_stories_in_lines", "is_one_story"]
