"""Pages that carry several stories: which they are, and where each story begins and ends.

root ─▶ titles ─▶ groups ─▶ kind ─┬─▶ story ─▶ an article for each run of elements
     headlines    runs of         └─▶ leftovers ─▶ problems for what belongs to none
                  elements
"""

from pipeline.parse.listing.find import find_stories
from pipeline.parse.listing.names.naming import page_titles

__all__ = ["find_stories", "page_titles"]
