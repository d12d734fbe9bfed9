import subprocess
import sys
from pathlib import Path

from tests import ROOT


def test_imports_run_one_way() -> None:
    """cli → run → {fetch, parse, load} → config → records → errors; the contracts stand in pyproject.toml."""
    lint = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run([lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout
    assert "16 kept, 0 broken" in result.stdout
