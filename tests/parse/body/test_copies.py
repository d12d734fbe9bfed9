"""find_body: what stands on a page twice, and what its story says twice."""

import pytest

from tests.parse.body.test_body import FIRST, SECOND, STORY, TEXTS, THIRD, texts

REFRAIN = "And the river went on, and the river went on below the bridge."
ANSWER = "I have told the court all that I saw, and I say no more."
ROPE = "Two hundred metres of rope from the mill by the river"
FACT = "Built in 1931, rebuilt in 1968 and again in 1994"


@pytest.mark.parametrize(
    ("markup", "line"),
    [
        (
            f"<p>Ice came down in March.</p><p>{REFRAIN}</p><p>Piers fell in the night.</p><p>{REFRAIN}</p>",
            REFRAIN,
        ),
        (f"<div>Ice came down.<br><br>{REFRAIN}<br><br>Piers fell.<br><br>{REFRAIN}</div>", REFRAIN),
        (f"<p>Who was it?</p><p>{ANSWER}</p><p>Who was it then, in your view?</p><p>{ANSWER}</p>", ANSWER),
        ("<p>Did you see the bridge fall?</p><p>Yes.</p><p>Were you alone?</p><p>Yes.</p>", "Yes."),
        (
            f"<div class=qa><p>Who?</p><p>{ANSWER}</p></div><div class=qa><p>Why?</p><p>{ANSWER}</p></div>",
            ANSWER,
        ),
        (f"<ul><li>Bread</li><li>{ROPE}</li><li>Salt for the ferry</li><li>{ROPE}</li></ul>", ROPE),
        (f"<h2>East</h2><ul><li>{FACT}</li></ul><h2>West</h2><ul><li>{FACT}</li></ul>", FACT),
        (f"<table><tr><td>East<td>{FACT}</tr><tr><td>West<td>{FACT}</tr></table>", FACT),
    ],
)
def test_what_a_story_says_twice_stands_twice(markup: str, line: str) -> None:
    """A refrain, an answer, an item, a cell: each has its place, of the make of the other one's."""
    told = texts(f"<article>{STORY}{markup}<p>{FIRST.replace('Monday', 'Friday')}</p></article>")
    assert sum(line in text for text in told) == 2
    assert told[:3] == TEXTS


@pytest.mark.parametrize(
    "markup",
    [
        f"{STORY}{STORY}",
        f"<div class=m>{STORY}</div><div class=d>{STORY}</div>",
        "".join(f"<p class=m>{text}</p><p class=d>{text}</p>" for text in TEXTS),
        f"<div class=m><section><p>{FIRST}</p></section></div><section><p>{FIRST}</p></section><p>{SECOND}<p>{THIRD}",
        f"<p>{FIRST}</p><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>",
        f"<p>{FIRST}</p><p>{SECOND}</p><p>{SECOND}</p><p>{THIRD}</p>",
        f"<p>{FIRST}</p><p>{SECOND}</p><blockquote>{SECOND}</blockquote><p>{THIRD}</p>",
    ],
)
def test_text_set_twice_is_told_once(markup: str) -> None:
    """A copy for another screen width, the lead above the whole of the text, a quotation set large."""
    assert texts(f"<article>{markup}</article>") == TEXTS


def test_short_lines_go_with_the_passage_that_they_stand_in() -> None:
    """Where a story stands twice nothing of the second one is left."""
    story = f"<p>{FIRST}</p><p>{SECOND}</p><p>Nobody came.</p><p>{THIRD}</p>"
    assert texts(f"<article>{story}{story}</article>") == [FIRST, SECOND, "Nobody came.", THIRD]


def test_the_legend_of_a_picture_that_is_shown_twice_is_said_once() -> None:
    """In paragraphs of the story's own make, the second time."""
    legend = "<p><img src=b.jpg></p><p>The bridge over the Kara river in the autumn of last year</p>"
    told = texts(f"<article><p>{FIRST}</p>{legend}<p>{SECOND}</p>{legend}<p>{THIRD}</p></article>")
    assert sum("autumn" in text for text in told) < 2
