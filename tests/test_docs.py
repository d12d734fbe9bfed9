import os
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from pipeline.config import FetchSettings, SelectorTable, Settings, Source, load_config
from pipeline.errors import ExitCode
from pipeline.records import Reason
from tests.generated_docs import README, generated

ROOT = README.parent
TEXT = README.read_text(encoding="utf-8")
COMMANDS = re.findall(
    r"^\$ (.+)$", "".join(re.findall(r"```console\n(.*?)```", TEXT, re.DOTALL)), re.MULTILINE
)
RUN_BY_CI = {"make ingest", "make test"}


def _block(language: str, holding: str = "") -> str:
    blocks = re.findall(rf"```{language}\n(.*?)```", TEXT, re.DOTALL)
    [block] = (block for block in blocks if holding in block)
    return str(block)


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the README's commands need, in which `make ingest` has been typed."""
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copy(ROOT / "config.toml", folder)
    shutil.copytree(ROOT / "fixtures", folder / "fixtures")
    (folder / ".venv").symlink_to(sys.prefix)
    _run("pipeline ingest", folder)
    return folder


def _run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    script = ["bash", "-euo", "pipefail", "-c", command]
    return subprocess.run(
        script, cwd=folder, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
    )


def test_generated_parts_are_up_to_date() -> None:
    """The README's tables are what the program says today; `make docs` mends it."""
    assert generated(TEXT) == TEXT


def test_ci_runs_what_a_new_user_types() -> None:
    """The two commands of the README that cannot run inside the suite are run by .ci/run."""
    script = (ROOT / ".ci/run").read_text(encoding="utf-8")
    assert set(COMMANDS) >= RUN_BY_CI
    for command in RUN_BY_CI:
        assert re.search(rf"^{command}$", script, re.MULTILINE)


@pytest.mark.parametrize("command", [command for command in COMMANDS if command not in RUN_BY_CI])
def test_command_of_the_readme_runs(command: str, checkout: Path) -> None:
    """A command that is copied from the README does its work and says so by exit code 0."""
    result = _run(command, checkout)
    assert result.returncode == 0, result.stderr


def test_cron_line_runs(checkout: Path) -> None:
    """The cron line's command runs from any folder, and prints nothing when nothing is wrong."""
    command = _block("crontab").strip().split(maxsplit=5)[5].replace("/srv/pipeline", str(checkout))
    result = _run(command, Path("/"))
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_python_example_runs(checkout: Path) -> None:
    """The Python example prints the sample's five pairs."""
    result = _run(f"python - <<'EOF'\n{_block('python', 'parse_page')}\nEOF", checkout)
    assert result.returncode == 0, result.stderr
    assert len(result.stdout.splitlines()) == 5


def test_the_site_rule_mends_what_the_rules_miss(checkout: Path) -> None:
    """The README's page has neither a byline nor a clean text without the README's selectors, and both with them."""
    [command] = re.findall(
        r"^\$ (pipeline parse --source gorge .+)$", _block("text", "--source gorge"), re.MULTILINE
    )
    (checkout / "gorge.toml").write_text(_block("toml", "[sources.gorge]"), encoding="utf-8")
    told = _run(f"{command} --config gorge.toml", checkout)
    untold = _run(command.replace(" --source gorge", ""), checkout)
    assert told.returncode == untold.returncode == 0, told.stderr + untold.stderr
    assert re.search(r"✓ authors +selector +Meerim Asanova", told.stdout)
    assert "Meerim" not in untold.stdout
    assert "163 words" in untold.stdout
    assert "130 words" in told.stdout


def test_the_drawing_of_the_code_has_every_part_of_it() -> None:
    """A module or room that was added, moved or taken away is told to who looks around."""
    shown = set(
        re.findall(r"(?:^|\s)(\w+(?:\.py|/)) ", TEXT.split("\npipeline/\n")[1].split("\nfixtures/")[0])
    )
    there = {path.name + "/" * path.is_dir() for path in (ROOT / "pipeline").glob("[!_]*")}
    assert shown == there


def test_the_source_that_the_readme_shows_is_one(tmp_path: Path) -> None:
    """Copied into config.toml it is understood, key by key."""
    (tmp_path / "config.toml").write_text(_block("toml", "[sources.herald]"), encoding="utf-8")
    [source] = load_config(tmp_path / "config.toml").enabled().values()
    assert source.max_pages == 200


def test_the_reference_names_every_key(checkout: Path) -> None:
    """What config.toml may hold is told with its type and its default."""
    told = _run("pipeline reference config", checkout).stdout
    keys = {key for table in (Settings, FetchSettings, Source, SelectorTable) for key in table.model_fields}
    assert keys - {"selectors"} <= set(re.findall(r"^\| `(\w+)` \|", told, re.MULTILINE))
    assert "| `ports` | list of integers | `[80, 443, 8080, 8443]` |" in told


def test_the_reference_explains_every_reason(checkout: Path) -> None:
    """A reason that a person may meet has a meaning."""
    told = _run("pipeline reference reasons", checkout).stdout
    assert dict(re.findall(r"^\| `(\S+)` \| (.+) \|$", told, re.MULTILINE)) == {
        reason.value: reason.meaning for reason in Reason
    }


def test_the_reference_of_views_is_that_of_the_database(checkout: Path) -> None:
    """Every view of the file that a run leaves is in it, and no table."""
    told = _run("pipeline reference views", checkout).stdout
    with closing(sqlite3.connect(checkout / "data/pipeline.db")) as database:
        views = [
            name
            for (name,) in database.execute(
                "SELECT name FROM sqlite_master WHERE type = 'view' AND name GLOB 'v1_*'"
            )
        ]
    assert sorted(re.findall(r"^\*\*`(\w+)`\*\*", told, re.MULTILINE)) == sorted(views)


def test_an_unknown_topic_is_answered_with_the_known_ones(checkout: Path) -> None:
    """A wrong word costs one look, not a search."""
    result = _run("pipeline reference colums", checkout)
    assert result.returncode == ExitCode.BAD_INPUT
    assert "'views'" in result.stderr
