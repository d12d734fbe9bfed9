"""What the tests of commands share: a short way to type one."""

import io
import subprocess
import sys
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryFile

import pytest

from pipeline.cli import run_command


def run(folder: Path, *arguments: str, stdin: str | bytes = "") -> subprocess.CompletedProcess[str]:
    """One command, in this process: to start another takes longer than most commands."""
    given = stdin.encode() if isinstance(stdin, str) else stdin
    out, err = io.BytesIO(), io.BytesIO()
    with TemporaryFile("w+", encoding="utf-8") as file, chdir(folder), pytest.MonkeyPatch.context() as patch:
        file.buffer.write(given)
        file.seek(0)
        patch.setattr(sys, "stdin", file)
        for name, stream in (("stdout", out), ("stderr", err)):
            patch.setattr(sys, name, io.TextIOWrapper(stream, encoding="utf-8", write_through=True))
        code = run_command(arguments)
        return subprocess.CompletedProcess(arguments, code, out.getvalue().decode(), err.getvalue().decode())
