"""The parts of README.md that come from the program itself.

`make docs` (`python -m tests.generated_docs`) writes them anew; tests/test_docs.py fails when they are stale.
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from pipeline.cli.reference import exit_codes
from tests import ROOT

README = ROOT / "README.md"


def summary() -> str:
    """What a first run over the sample prints."""
    command = [str(Path(sys.executable).with_name("pipeline")), "ingest"]
    with tempfile.TemporaryDirectory() as folder:
        config = README.with_name("config.toml").read_text(encoding="utf-8")
        Path(folder, "config.toml").write_text(config, encoding="utf-8")
        Path(folder, "fixtures").symlink_to(README.with_name("fixtures"))
        result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return f"```text\n{result.stdout.rstrip()}\n```"


_SECTIONS: Mapping[str, Callable[[], str]] = {"summary": summary, "exit-codes": exit_codes}


def generated(readme: str) -> str:
    """The text of README.md with its generated parts written anew."""
    for name, section in _SECTIONS.items():
        before, begin, rest = readme.partition(f"<!-- begin: {name} -->\n")
        _, end, after = rest.partition(f"<!-- end: {name} -->")
        if not (begin and end):
            raise LookupError(f"README.md has no place for the generated part {name!r}")
        readme = f"{before}{begin}\n{section()}\n\n{end}{after}"
    return readme


if __name__ == "__main__":
    README.write_text(generated(README.read_text(encoding="utf-8")), encoding="utf-8")
