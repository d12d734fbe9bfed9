"""The sign behind a heading that leads to the heading itself, and is none of its words: `¶`, `#`."""

from pipeline.parse.html_tree import HEADINGS, Element, raw_text, take_out

_SIGNS = frozenset(
    {"permalink", "permanent link", "link", "#", "¶", "∞", "§", "🔗", "⚓", "постоянная ссылка", "ссылка"}
)
"""What a link says that leads to what it stands in, whatever else does."""


def is_permalink(element: Element, text: str) -> bool:
    """Whether a link that says `text` leads to the story or the heading that it stands in."""
    return element.tag == "a" and text.casefold() in _SIGNS


def take_out_signs(root: Element) -> None:
    """Remove from the headings below `root` the links to themselves that say no word of them."""
    links = [link for heading in root.iter(*HEADINGS) for link in heading.iterchildren("a")]
    for link in links:
        if (link.get("href") or "").startswith("#") and is_permalink(link, raw_text(link).strip()):
            take_out(link)
