"""The same report on several sites: clustered, never merged, whatever the order of arrival."""

import random
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.load.identity.comparing import compare, compare_if_many
from pipeline.load.identity.near import jaccard, look_alike, runs_of, signature_of, sketch_of
from pipeline.load.identity.words import Words
from pipeline.records import Article, PageToLoad
from tests.load.records import NOON, load, opened, own_page, paragraphs, rows, write

WORDS = [
    f"{a}{b}" for a in "bdfgklmnprst" for b in ("ara", "eno", "ilu", "oma", "uru", "eki", "asto", "irna")
]


def report(seed: int, words: int = 300) -> list[str]:
    chosen = random.Random(seed)
    return [chosen.choice(WORDS) for _ in range(words)]


def edited(words: Sequence[str], share: float, seed: int) -> list[str]:
    """The text with so many of its words replaced, as one stretch: a desk rewrites a paragraph."""
    count = round(len(words) * share)
    start = random.Random(seed).randrange(len(words) - count)
    return [*words[:start], *report(seed + 1000, count), *words[start + count :]]


def printed(source: str, number: int, words: Sequence[str], hour: int = 0) -> PageToLoad:
    """The text on a site of its own."""
    url = f"https://{source}.example/{number}"
    story = Article(title=f"Report {number} of {source}", blocks=paragraphs(" ".join(words)))
    page = own_page(story, url=url, hour=hour)
    return replace(page, capture=replace(page.capture, source=source))


def clusters(path: Path) -> set[frozenset[str]]:
    found: dict[int, set[str]] = {}
    for row in rows(path, "SELECT cluster_id, title FROM v1_clusters JOIN v1_articles ON id = article_id"):
        found.setdefault(row["cluster_id"], set()).add(row["title"])
    return set(map(frozenset, found.values()))


AGENCY, OTHER = report(1), report(2)
PAGES = (
    printed("agency", 1, AGENCY),
    printed("herald", 1, edited(AGENCY, 0.08, 3), hour=1),
    printed("courier", 1, edited(AGENCY, 0.12, 4), hour=2),
    printed("gazette", 1, AGENCY, hour=3),
    printed("agency", 2, OTHER, hour=4),
    printed("herald", 2, edited(OTHER, 0.1, 5), hour=5),
    printed("courier", 2, report(6), hour=6),
    printed("gazette", 2, AGENCY[:20], hour=7),
)
EXPECTED = {
    frozenset(f"Report 1 of {name}" for name in ("agency", "herald", "courier", "gazette")),
    frozenset(f"Report 2 of {name}" for name in ("agency", "herald")),
}


def test_a_report_that_several_sites_print_is_one_cluster(tmp_path: Path) -> None:
    """Edited or word for word; other texts and a short notice are in none, and every story stays."""
    load(tmp_path / "p.db", *PAGES)
    assert clusters(tmp_path / "p.db") == EXPECTED
    assert rows(tmp_path / "p.db", "SELECT count(*) AS n FROM v1_articles") == [{"n": len(PAGES)}]
    one = "SELECT title FROM v1_articles WHERE id NOT IN (SELECT article_id FROM v1_clusters WHERE is_first = 0)"
    first = {row["title"] for row in rows(tmp_path / "p.db", one)}
    assert first == {"Report 1 of agency", "Report 2 of agency", "Report 2 of courier", "Report 2 of gazette"}


@given(pages=st.permutations(PAGES), cut=st.integers(0, len(PAGES)))
@settings(max_examples=20, deadline=None)
def test_the_order_of_arrival_does_not_matter(
    pages: Sequence[PageToLoad], cut: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The same clusters, and the same story in front of each, in one run or in two."""
    path = tmp_path_factory.mktemp("near") / "p.db"
    load(path, *pages[:cut])
    load(path, *pages[cut:])
    assert clusters(path) == EXPECTED
    first = rows(
        path, "SELECT title FROM v1_clusters JOIN v1_articles ON id = article_id WHERE is_first ORDER BY 1"
    )
    assert [row["title"] for row in first] == ["Report 1 of agency", "Report 2 of agency"]


def write_without_end(path: Path, *pages: PageToLoad) -> None:
    """A run that is killed behind its last page."""
    with opened(path) as database:
        run_id = database.start_run((), NOON)
        for page in pages:
            write(database, run_id, page)


def test_what_a_killed_run_has_not_compared_the_next_one_does(tmp_path: Path) -> None:
    """Until then its stories are in no cluster, and nothing waits afterwards."""
    path = tmp_path / "p.db"
    write_without_end(path, *PAGES)
    assert clusters(path) == {frozenset({"Report 1 of agency", "Report 1 of gazette"})}  # word for word
    load(path)
    assert clusters(path) == EXPECTED
    assert rows(path, "SELECT count(*) AS n FROM bodies_to_compare") == [{"n": 0}]


@pytest.mark.parametrize(
    "moment", ["INSERT ON body_bands", "INSERT ON near_bodies", "DELETE ON bodies_to_compare"]
)
def test_a_comparison_that_breaks_off_is_done_again(tmp_path: Path, moment: str) -> None:
    """Whatever it had written by then: the same pairs come out."""
    path = tmp_path / "p.db"
    write_without_end(path, *PAGES)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"CREATE TEMP TRIGGER t AFTER {moment} BEGIN SELECT raise(ABORT, 'stop'); END")
        with pytest.raises(sqlite3.IntegrityError, match="stop"):
            compare(connection)
        connection.execute("DROP TRIGGER t")
        compare(connection)
        assert connection.execute("SELECT count(*) FROM bodies_to_compare").fetchone() == (0,)
    assert clusters(path) == EXPECTED


def test_many_texts_do_not_wait_for_the_end_of_a_run(tmp_path: Path) -> None:
    """When as many wait as may, they are compared; one fewer stay where they are."""
    path = tmp_path / "p.db"
    write_without_end(path, *PAGES)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        first, last = connection.execute(
            "SELECT min(body_id), max(body_id) FROM bodies_to_compare"
        ).fetchone()
        for most, left in ((last - first + 1, 6), (last - first, 0)):
            compare_if_many(connection, most)
            waiting = connection.execute("SELECT count(*) FROM bodies_to_compare").fetchone()
            assert waiting == (left,), most
    assert clusters(path) == EXPECTED


def test_a_text_that_was_rewritten_leaves_the_cluster(tmp_path: Path) -> None:
    """What counts is how a story reads now."""
    load(tmp_path / "p.db", *PAGES[4:6], printed("herald", 2, report(9), hour=20))
    assert clusters(tmp_path / "p.db") == set()


@given(kept=st.integers(55, 100), seed=st.integers(0, 10**6))
@settings(max_examples=100, deadline=None)
def test_what_a_band_and_a_sketch_pass_on_is_judged_by_the_words(kept: int, seed: int) -> None:
    """Two texts that are nearly the same by their words look alike by their sketches; unrelated ones do not."""
    words = report(seed)
    texts = (words, edited(words, 1 - kept / 100, seed), report(seed + 1))
    one, near, other = (runs_of(Words(" ".join(text))) for text in texts)
    sketches = [sketch_of(signature_of(runs)) for runs in (one, near, other)]
    assert jaccard(one, near) < 0.65 or look_alike(sketches[0], sketches[1])
    assert not look_alike(sketches[0], sketches[2])
