"""find_body: what readers say below a story, where no name of a box tells that it is theirs."""

import pytest

from tests.parse.body.test_furniture import TEXTS, body

STORY = "<div><h1>A bridge</h1>" + "".join(f"<p>{text}</p>" for text in TEXTS) + "</div>"
SAID = (
    "It was about time, if one asks me, though nobody ever does. My father crossed it daily. Who pays for the ferry?",
    "Ten years they talked of it! I shall believe it when I see the first lorry on the other side, and not before.",
    "The old one was beautiful. Could it not be kept for those who walk, and the new one be built further down?",
    "Thank you for asking those who live there. We have been waiting for such a report since the spring floods.",
)
NAMES = "Marta K.", "bluebird77", "Екатерина", "Old Tom"


def remarks(form: str) -> str:
    """Four of them, put into `form`."""
    each = (
        form.format(name=name, day=n + 3, text=text)
        for n, (name, text) in enumerate(zip(NAMES, SAID, strict=True))
    )
    return "".join(each)


@pytest.mark.parametrize(
    "form",
    [
        "<div class=q7><div>{name}</div><div>{day} hours ago</div><div>{text}</div></div>",
        "<li><div><b>{name}</b> says:</div><div>May {day}, 2024 at 10:15 pm</div><div><p>{text}</p></div></li>",
        "<div><a href=/u/{day}>{name}</a><div>{day}.05.2024, 10:15 Uhr</div><div>{text}</div></div>",
        "<div><h4>No news</h4><p>{text}</p><small>von {name}, {day}. Mai 2024</small></div>",
        "<div class=q7><p>{text}</p><div>{name} · {day}h · Like · Reply</div></div>",
        "<div><div>{name} wrote on {day} May 2024:</div><div>{text}</div></div>",
        "<table><tr><td>{name}</td><td>2024-05-0{day}</td></tr><tr><td colspan=2>{text}</td></tr></table>",
        "<div><div>{name}</div><div>{text}</div><div>Ответить</div></div>",
        "<div><div>{name}</div><div>1{day} points</div><div>{text}</div></div>",
        "<div><div>{name}</div><div>{text}</div></div>",
        "<article><footer>{name}, {day} May 2024</footer><p>{text}</p></article>",
        "<div><div class=meta>{name} <i>{day} мая 2024</i></div><div>{text}</div></div>",
    ],
)
@pytest.mark.parametrize("heading", ["", "<h3>What do you think?</h3>"])
def test_a_series_of_remarks_is_no_text(form: str, heading: str) -> None:
    """Though there are more words in it than in the story, which stands in a box beside it or around it."""
    said = f"<div>{heading}{remarks(form)}</div>"
    assert body(f"<main>{STORY}{said}</main>") == TEXTS
    assert body(f"<main>{STORY.removesuffix('</div>')}{said}</div></main>") == TEXTS


@pytest.mark.parametrize(
    "form",
    [
        "<div class=post><time>{day} May 2024, 10:15</time><p>{text}</p></div>",
        "<div class=post><h3>What {name} saw</h3><div>{day} May 2024</div><p>{text}</p></div>",
        "<div><h2>{day}. {name}</h2><p>{text}</p><p>Reply</p></div>",
        "<div class=x><div class=meta>Marta K., {day} May 2024</div><p>{text}</p></div>",
        "<div class=x><div>Part {day}</div><div>{text}</div></div>",
        "<div class=x><div>{day}</div><div>The bridge of {name}</div><div>{text}</div><div>More</div></div>",
        "<p>{text}</p><blockquote><p>{text} {day}</p>— {name} (@n) May {day}, 2024</blockquote>",
        "<div><p>{name} told us on {day} May 2024 what we had not heard before from anybody. {text}</p></div>",
    ],
    ids=[
        "dated entries",
        "entries with titles",
        "a list with headings",
        "entries of one reporter",
        "entries with names of things",
        "things that are numbered",
        "posts among the text",
        "paragraphs",
    ],
)
def test_what_only_looks_like_remarks_is_text(form: str) -> None:
    """Entries of a live report, lists, and what others posted, with the editor's words between."""
    found = body(f"<main>{STORY.removesuffix('</div>')}{remarks(form)}</div></main>")
    assert [text for text in SAID if not any(text in line for line in found)] == []


def test_two_remarks_are_no_series() -> None:
    """Nor are three lines of a table one."""
    form = "<div><div>{name}</div><div>{day} May 2024</div><div>{text}</div></div>"
    two = remarks(form).split("</div></div>")[:2]
    assert SAID[0] in body(
        f"<main>{STORY.removesuffix('</div>')}{'</div></div>'.join(two)}</div></div></div></main>"
    )
    rows = "".join(
        f"<tr><th>Part {n}</th><td>{n} May 2024</td><td>{n} km of new road</td></tr>" for n in (1, 2, 3, 4)
    )
    found = body(f"<main>{STORY.removesuffix('</div>')}<table>{rows}</table></div></main>")
    assert found[len(TEXTS) :] == [f"Part {n} | {n} May 2024 | {n} km of new road" for n in (1, 2, 3, 4)]
