"""Full-text search: every form of a word, the best story first, right at any moment."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.load import Found, open_database_to_read
from pipeline.records import PageToLoad
from tests.load.records import SITE, load, own_page, paragraphs, rows, story, teaser
from tests.load.test_order import any_page

FORMS = (
    # the word in the text, and what a person types
    ("президенттин", "президент"),
    ("Президентом", "президента"),
    ("мамлекеттердин", "мамлекетке"),
    ("шаарына", "шаар"),
    ("өкмөткө", "Өкмөт"),
    ("китеби", "китеп"),
    ("мектептерде", "мектеби"),
    ("жолдордун", "жолго"),
    ("айылдагы", "айылга"),
    ("кыргызстандыктар", "кыргыз*"),
    ("реформах", "реформа"),
    ("цен", "цены"),
    ("городами", "городу"),
    ("правительств", "правительства"),
    ("рынка", "рынок"),
    ("поставок", "поставки"),
    ("областью", "область"),
    ("рублей", "рубль"),
    ("новыми", "новый"),
    ("Жапаровой", "Жапаров"),
    ("Бишкеке", "Бишкек"),
    ("Бишкекте", "Бишкектен"),
    ("елку", "ёлка"),
    ("ёлку", "ЕЛКА"),
    ("посёлка", "поселок"),
    ("людей", "человек"),
    ("дней", "день"),
    ("статей", "статья"),
    ("продавцов", "продавец"),
    ("окна", "окон"),
    ("сестёр", "сестра"),
    ("Сыновья", "сын"),
    ("увеличилась", "увеличить"),
    ("построенный", "построить"),
    ("работающих", "работать"),
    ("прошёл", "пройти"),
    ("үйлөрдө", "үй"),
    ("элдин", "эл"),
    ("балдарынын", "бала"),
    ("барбайт", "баруу"),
    ("окуган", "окуу"),
    ("cities", "city"),
    ("ministers", "minister's"),
    ("running", "run"),
    ("flooded", "floods"),
    ("prices", "pricing"),
    ("café", "cafes"),
    ("COVID-19", "covid-19"),
    ("children", "child"),
    ("child", "Children"),
    ("men", "man"),
    ("women", "woman"),
    ("people", "person"),
    ("policewoman", "policewomen"),
    ("feet", "foot"),
    ("wolves", "wolf"),
    ("crises", "crisis"),
    ("went", "go"),
    ("goes", "went"),
    ("bought", "buying"),
    ("Written", "wrote"),
    ("dying", "died"),
    ("flies", "flew"),
    ("beginning", "began"),
    ("left", "leave"),
    ("trafficking", "traffic"),
)
OTHERS = (
    ("центр", "цена"),
    ("рекорд", "река"),
    ("citizen", "city"),
    ("жолборс", "жол"),
    ("банан", "банк"),
    ("министр", "мир"),
    ("карета", "карта"),
    ("городить", "гордый"),
    ("семьдесят", "семья"),
    ("атайын", "аткан"),
    ("omen", "Oman"),
    ("childhood", "children"),
    ("went", "wentworth"),
    ("boughs", "bought"),
)


def told(number: int, text: str, **fields: Any) -> PageToLoad:  # noqa: ANN401 - any field of an article
    article = story(number, **{"title": f"Story {number}", "blocks": paragraphs(text), **fields})
    return own_page(article, url=f"{SITE}/{number}")


def found(path: Path, words: str, limit: int = 20) -> Sequence[Found]:
    with open_database_to_read(path) as reader:
        return reader.search(words, limit)


@pytest.mark.parametrize(("written", "typed"), FORMS)
def test_a_word_is_found_in_its_other_forms(path: Path, written: str, typed: str) -> None:
    """Whichever form the text has and the person types, the story is found, and the snippet marks the word."""
    load(path, told(1, f"Today {written} and more."), told(2, "Nothing of that."))
    [one] = found(path, typed)
    assert one.title == "Story 1"
    assert "[" in one.snippet


@pytest.mark.parametrize(("written", "typed"), OTHERS)
def test_a_word_that_only_begins_alike_is_not_found(path: Path, written: str, typed: str) -> None:
    """A short word is no beginning of a longer one."""
    load(path, told(1, f"Today {written} and more."))
    assert found(path, typed) == ()


def test_all_words_are_asked_for_and_the_best_story_is_first(path: Path) -> None:
    """A headline counts for more than the text, and a story that lacks a word is none."""
    load(
        path,
        told(1, "The bridge of the valley was closed, and a road was built. " + "Nobody came. " * 40),
        told(2, "The road was long.", title="Bridges of the valleys"),
        told(3, "Only a bridge."),
    )
    assert [one.title for one in found(path, "bridge roads")] == ["Bridges of the valleys", "Story 1"]
    assert len(found(path, "bridge", limit=2)) == 2


def test_stories_rank_alike_whichever_form_is_typed(path: Path) -> None:
    """A headline goes before a text, and a short text before a long one, whichever of the forms they print."""
    load(
        path,
        told(1, "A child was there. " + "Nobody came. " * 40),
        told(2, "They left.", title="Children of the valley"),
        told(3, "There was a child."),
        *(told(number, "Nothing of that.") for number in range(4, 12)),
    )
    for typed in ("child", "children"):
        assert [one.title for one in found(path, typed)] == ["Children of the valley", "Story 3", "Story 1"]


@pytest.mark.parametrize("words", ["", " -- ", "*", '"', "NOT", "a AND (", "title : x", "NEAR(a b", "^x {y}"])
def test_whatever_is_typed_is_words(path: Path, words: str) -> None:
    """Signs of the query language mean nothing, and break nothing."""
    load(path, told(1, "Something else."))
    assert found(path, words) == ()


def test_other_programs_search_by_sql(path: Path) -> None:
    """v1_search takes a query in the language of FTS5, and joins with the other views."""
    load(path, told(1, "Реформа идёт."), told(2, "О реформах говорят, и о реформе."))
    sql = """
        SELECT v1_articles.title, snippet FROM v1_search JOIN v1_articles USING (id)
        WHERE query = 'реформ*' ORDER BY rank
    """
    assert rows(path, sql) == [
        {"title": "Story 2", "snippet": "О [реформах] говорят, и о [реформе]."},
        {"title": "Story 1", "snippet": "[Реформа] идёт."},
    ]


def test_what_a_story_no_longer_says_is_not_found(path: Path) -> None:
    """Headline and text are found as they are now."""
    load(path, told(1, "The bridge is closed.", title="Council votes", complete=False))
    load(path, told(1, "The tunnel is open. " * 3, title="Governor votes"))
    for words in ("bridge", "council"):
        assert found(path, words) == ()
    for words in ("tunnel", "governor"):
        assert len(found(path, words)) == 1


def test_a_story_that_is_seen_again_leaves_the_index_alone(path: Path) -> None:
    """Nothing of it is written anew."""
    load(path, told(1, "The bridge is closed."))
    blocks = "SELECT id, block FROM article_search_data"
    before = rows(path, blocks)
    load(path, told(1, "The bridge is closed.", section="News"))
    assert rows(path, "SELECT section FROM v1_articles") == [{"section": "News"}]
    assert rows(path, blocks) == before


@given(pages=st.lists(any_page(), max_size=8))
@settings(max_examples=50, deadline=None)
def test_the_index_holds_what_the_stories_say(pages: list[PageToLoad], tmp_path_factory: Any) -> None:  # noqa: ANN401
    """SQLite's own check finds the index and v1_articles equal, however stories change and unite."""
    path = tmp_path_factory.mktemp("index") / "herald.db"
    load(path, own_page(teaser(7), url=f"{SITE}/7"), *pages)
    assert_index_is_right(path)


def test_a_file_from_before_the_index_gets_it(path: Path) -> None:
    """The migration indexes what is there."""
    load(path, told(1, "The bridge is closed."))
    with closing(sqlite3.connect(path)) as other, other:
        for table in ("search_words", "article_search"):
            other.execute(f"DROP TABLE {table}")
        other.execute("DELETE FROM _sqlite_migrations WHERE name = '0007_search.sql'")
    load(path)
    assert len(found(path, "bridges")) == 1
    assert_index_is_right(path)


def assert_index_is_right(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO article_search (article_search, rank) VALUES ('integrity-check', 1)")
