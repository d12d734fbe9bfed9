"""benchmarks/evaluate.py on a corpus of three invented pages."""

import gzip
import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

EVALUATE = Path(__file__).parent.parent / "benchmarks" / "evaluate.py"
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


@pytest.fixture(scope="module")
def evaluate() -> ModuleType:
    """The script as a module; benchmarks/ is no package."""
    spec = importlib.util.spec_from_file_location("evaluate", EVALUATE)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


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
