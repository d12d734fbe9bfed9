"""benchmarks/ on a corpus of three invented pages; no other library is needed."""

import gzip
import importlib
import json
import logging
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tests import ROOT

BENCHMARKS = ROOT / "benchmarks"
SCORE = """
def score(rows, predictions):
    found = {row["id"]: bool((predictions.get(row["id"]) or {}).get("body")) for row in rows}
    pages = sorted((float(hit), page, "") for page, hit in found.items())
    return {"news": {"pages": len(rows), "f1": sum(found.values()) / len(found)}}, pages
"""
SENTENCE = (
    "The council of Tashbulak voted on Monday to rebuild the old bridge over the Kara before winter comes."
)
STORY = f"<html><head><title>Bridge</title></head><body><h1>Bridge</h1><p>{SENTENCE}</p></body></html>"


@pytest.fixture
def scripts(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The scripts' folder on the import path, as when one is run; the log as it was before."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    level = logging.root.manager.disable
    yield
    logging.disable(level)


@pytest.fixture
def evaluate(scripts: None) -> ModuleType:  # noqa: ARG001
    """The script as a module; benchmarks/ is no package."""
    return importlib.import_module("evaluate")


@pytest.fixture
def compare(scripts: None) -> ModuleType:  # noqa: ARG001
    """The comparison as a module."""
    return importlib.import_module("compare")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Two stories and an empty page, with a score.py that counts bodies."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "score.py").write_text(SCORE)
    rows = []
    for number, page in enumerate((STORY, STORY.replace("Bridge", "Ferry"), "")):
        name = f"page-{number}.html.gz"
        (folder / name).write_bytes(gzip.compress(page.encode()))
        url = f"https://www.herald-{number}.example/story"
        rows.append({"id": f"page-{number}", "dataset": "news", "url": url, "file": name, "gold": {}})
    (folder / "index.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return folder


def test_it_predicts_scores_and_times(
    evaluate: ModuleType, corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One run writes a line a page in score.py's format and prints scores, their spread, the ratio and the worst."""
    target = tmp_path / "build" / "predictions.jsonl"
    assert evaluate.main([str(corpus), "--predictions", str(target), "--repeats", "1", "--worst", "1"]) == 0
    lines = [json.loads(line) for line in target.read_text().splitlines()]
    assert [line["id"] for line in lines] == ["page-0", "page-1", "page-2"]
    assert set(lines[0]) == {"id", "title", "authors", "published", "body", "seconds"}
    assert [line["body"] for line in lines] == [SENTENCE, SENTENCE, None]
    printed = capsys.readouterr().out
    assert "0.6667  folds 0.500 to 1.000" in printed
    assert "ratio" in printed
    assert "0.000 page-2" in printed


def test_the_pages_of_a_site_never_part(evaluate: ModuleType) -> None:
    """With and without www, over all paths, a site is in one fold; sites spread over all folds."""
    pages = (f"https://{www}steppe-herald.example/{n}" for n in range(9) for www in ("", "www."))
    assert len({evaluate.fold(page) for page in pages}) == 1
    assert {evaluate.fold(f"https://site-{n}.example/") for n in range(99)} == set(range(evaluate.FOLDS))


def test_without_pages_the_ratio_is_zero(evaluate: ModuleType) -> None:
    """An empty corpus divides by nothing."""
    assert evaluate.speed([]).endswith("ratio 0.00")


def test_a_comparison_scores_and_times_each_library_and_counts_its_failures(
    compare: ModuleType, corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A library that raises on one page has that page counted, named and scored as a miss; the others go on."""
    libraries = importlib.import_module("libraries")

    def bodies(_: bytes, text: str, __: str) -> dict[str, str]:
        if "Ferry" in text:
            raise ValueError("no ferries")
        return {"body": text}

    listed = (
        libraries.LIBRARIES[0],
        libraries.Library("reader", "pytest", lambda: bodies),
        libraries.Library("silent", "pytest", lambda: lambda *_: {}),
    )
    target = tmp_path / "compared"
    options = [str(corpus), "--predictions", str(target), "--memory-pages", "0"]
    assert compare.main(options, listed) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[0] == "failed: reader page-1 ValueError: no ferries"
    heading, ours, reader, silent = (
        [cell.strip() for cell in line.split("|")] for line in (printed[1], *printed[3:6])
    )
    body, failed, ratio = (heading.index(name) for name in ("news f1", "failed", "÷ ours"))
    assert (ours[body], ours[failed], ours[ratio]) == ("0.667", "0", "1.00")
    assert (reader[body], reader[failed]) == ("0.333", "1")
    assert reader[1] == f"reader {pytest.__version__}"
    assert (silent[body], silent[failed]) == ("-", "0")
    assert reader[heading.index("news title")] == "-"
    found = [json.loads(line) for line in (target / "reader.jsonl").read_text().splitlines()]
    assert [line.get("body") for line in found] == [STORY, None, ""]
    assert printed[-1].startswith("3 pages, bare lxml parse")


def test_a_limited_comparison_takes_pages_from_the_whole_corpus(compare: ModuleType) -> None:
    """Evenly, never more than asked for, all without a limit."""
    assert list(compare.sample(range(10), 4)) == [0, 3, 6, 9]
    assert list(compare.sample(range(3), 0)) == [0, 1, 2]
    assert not list(compare.sample([], 4))


def test_peak_memory_is_measured_in_a_process_of_its_own(compare: ModuleType, corpus: Path) -> None:
    """Some megabytes for what runs; a word for what does not."""
    assert int(compare.peak_memory(corpus, "pipeline", 2)) > 5
    assert compare.peak_memory(corpus, "nobody", 2) == "failed"


def test_no_library_reaches_the_network(compare: ModuleType) -> None:
    """The hook lets everything else pass."""
    with pytest.raises(OSError, match="without network"):
        compare.no_network("socket.connect", ())
    assert compare.no_network("open", ()) is None


LONG_STORY = "".join(f"<p>{SENTENCE} That was on day {day}.</p>" for day in range(4))
TITLE = "The bridge of Tashbulak"
SHELL = "<html><head><title>{0}</title><meta name=author content='Ann Rice'></head><body class='{1}'>{2}</body></html>"


@pytest.fixture
def told(tmp_path: Path) -> Path:
    """A corpus of two pages whose stories stand in a box."""
    rows = []
    for number in range(2):
        box = f"<div class='story body'><h1>{TITLE}</h1>{LONG_STORY}</div>"
        markup = SHELL.format(TITLE, "page", f"<main><nav class=menu>Home</nav>{box}</main>")
        (tmp_path / f"{number}.gz").write_bytes(gzip.compress(markup.encode()))
        text = "\n".join(f"{SENTENCE} That was on day {day}." for day in range(4))
        gold = {"title": TITLE, "body": text}
        url = f"https://herald{number}.example/a"
        rows.append(
            {"id": f"news-{number}", "dataset": "news", "url": url, "file": f"{number}.gz", "gold": gold}
        )
    (tmp_path / "index.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (tmp_path / "score.py").write_text(SCORE)
    return tmp_path


@pytest.mark.parametrize(
    ("kind", "gone", "there"),
    [
        ("untouched", "", "story body"),
        ("no-names", "story body", "<nav"),
        ("no-metadata", "Ann Rice", "story body"),
        ("no-headings", "<h1", "story body"),
        ("remarks", "", "What do you think?"),
        ("teasers-above", "", "You may also like"),
        ("teasers-below", "", "You may also like"),
        ("next-story", "", "By Ann Rice"),
        ("consent", "", "We value your privacy"),
        ("imprint", "", "Founded in 1968"),
    ],
)
@pytest.mark.usefixtures("scripts")
def test_a_stand_in_is_the_corpus_with_one_thing_otherwise(
    told: Path, kind: str, gone: str, there: str
) -> None:
    """Furniture goes in and names go out; what is expected stays, and so does the story."""
    stand_ins = importlib.import_module("stand_ins")
    target = told / "new"
    assert stand_ins.write(told, kind, target) == 2
    rows = [json.loads(line) for line in (target / "index.jsonl").read_text().splitlines()]
    assert [row["gold"]["title"] for row in rows] == [TITLE, TITLE]
    for row in rows:
        markup = gzip.decompress((target / row["file"]).read_bytes()).decode()
        assert there in markup
        assert not gone or gone not in markup
        assert all(f"{SENTENCE} That was on day {day}." in markup for day in range(4))
        assert (target / "score.py").read_text() == SCORE


@pytest.mark.usefixtures("scripts")
def test_a_page_without_the_expected_text_has_no_stand_in(told: Path) -> None:
    """There is nothing to put furniture beside."""
    stand_ins = importlib.import_module("stand_ins")
    (told / "1.gz").write_bytes(
        gzip.compress(SHELL.format("Other", "page", "<p>Nothing of it.</p>").encode())
    )
    assert stand_ins.write(told, "remarks", told / "new") == 1
