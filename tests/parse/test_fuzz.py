"""A short run of the fuzzer that `make fuzz` starts, from the saved pages."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests import ROOT


@pytest.mark.skipif(find_spec("atheris") is None, reason="atheris has wheels for Linux only")
def test_the_fuzzer_finds_nothing_in_a_few_seconds(tmp_path: Path) -> None:
    """No exception, the same answer twice, and JSON that comes back as what was parsed."""
    options = [
        "-max_total_time=8",
        "-seed=1",
        "-max_len=20000",
        "-timeout=20",
        f"-artifact_prefix={tmp_path}/",
    ]
    seeds = [ROOT / "fixtures" / "pages", ROOT / "fixtures" / "tickers"]
    result = subprocess.run(
        [sys.executable, "-m", "tests.parse.fuzz_parse_page", *options, tmp_path, *seeds],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert result.returncode == 0, f"{result.stdout[-1_000:]}\n{result.stderr[-1_000:]}"
    assert "DONE" in result.stderr or "Done" in result.stderr
