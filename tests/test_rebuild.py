"""rebuild, replay and check: the database out of the archive alone, and the proof that the two agree."""

import random
import re
import shlex
import shutil
import sqlite3
import subprocess
from collections.abc import Generator, Iterable
from contextlib import closing
from pathlib import Path

import pytest

from pipeline.archive import ArchiveReader, open_archive
from pipeline.cli.summary import drain as summarized
from pipeline.config import Config, Source
from pipeline.errors import ExitCode, RunLocked, StorageFault
from pipeline.load import Difference, content_digest, open_database
from pipeline.records import PageOutcome, Reason
from pipeline.run import rebuild, stream
from pipeline.run.loading import RunPlan, load_pages
from pipeline.run_lock import run_lock
from pipeline.summary import RunSummary
from tests import FIXTURES
from tests.command_line import run as command
from tests.load.fixture_databases import FOLDER
from tests.load.records import NOON, load, own_page, rows, story

SITE = FIXTURES / "site"
TICKERS = FIXTURES / "tickers"
SAMPLE = Source(pages=(str(SITE), str(TICKERS)), base_url="https://steppe-herald.example/")


def configured(folder: Path, source: Source = SAMPLE) -> Config:
    config = Config.model_validate({"pipeline": {"database": str(folder / "p.db")}})
    return config.model_copy(update={"sources": {"sample": source}})


def database(config: Config) -> Path:
    return Path(config.pipeline.database)


def drain(outcomes: Iterable[object]) -> None:
    for _ in outcomes:
        pass


@pytest.fixture
def config(tmp_path: Path) -> Config:
    """A database and its archive after two nights."""
    config = configured(tmp_path)
    for _ in range(2):
        drain(stream.ingest(config, config.sources, RunSummary()))
    return config


def test_the_archive_alone_gives_the_same_content(config: Config) -> None:
    """Without the old file, the rebuilt one says the same of every story and every quote."""
    before = content_digest(database(config))
    for path in database(config).parent.glob("p.db*"):
        path.unlink()
    drain(rebuild.rebuild(config, RunSummary()))
    assert content_digest(database(config)) == before
    assert list(rebuild.checked(config)) == []


def test_out_of_no_archive_no_database_is_made(tmp_path: Path) -> None:
    """A folder that is misspelt in config.toml does not pass for an empty one."""
    config = configured(tmp_path)
    with pytest.raises(StorageFault, match=r"p\.archive: there is no archive"):
        drain(rebuild.rebuild(config, RunSummary()))
    assert not database(config).exists()


def test_an_empty_file_is_made_again_by_one_command(config: Config) -> None:
    """A disk that was full, or a slip of the shell, leaves a file without a byte: it is told, and nothing else."""
    before = content_digest(database(config))
    database(config).write_bytes(b"")
    with pytest.raises(StorageFault, match="it is empty; `pipeline ingest` makes it, or `pipeline rebuild`"):
        list(rebuild.checked(config))
    drain(rebuild.rebuild(config, RunSummary()))
    assert content_digest(database(config)) == before


def test_what_is_written_over_the_file_is_mended_by_the_command_that_is_told(config: Config) -> None:
    """It is put aside, since it may be somebody's, and made again from the archive."""
    before = content_digest(database(config))
    database(config).write_text("a list of what to buy, long enough to be none of SQLite's\n" * 9, "utf-8")
    with pytest.raises(StorageFault, match=r"`mv .* && pipeline rebuild`") as told:
        list(rebuild.checked(config))
    move, _, last = str(told.value).split("`")[1].partition(" && ")
    subprocess.run(shlex.split(move), check=True)
    assert last == "pipeline rebuild"
    drain(rebuild.rebuild(config, RunSummary()))
    assert content_digest(database(config)) == before


def test_any_order_of_captures_gives_the_same_content(config: Config, tmp_path: Path) -> None:
    """The pages of the archive, shuffled, come to the same stories and quotes."""
    pages = list(ArchiveReader(config.pipeline.archive_folder).pages())
    for seed in range(3):
        other = configured(tmp_path / str(seed))
        random.Random(seed).shuffle(pages)
        parsed = stream.parse_pages(pages, config.sources)
        drain(load_pages(parsed, RunPlan(database(other), other.fetch, RunSummary())))
        assert content_digest(database(other)) == content_digest(database(config))


def test_a_rebuild_goes_by_the_rules_of_today(config: Config) -> None:
    """A selector that was added since is heeded; the run before it says what it would change, and changes nothing."""
    before = content_digest(database(config))
    source = SAMPLE.model_copy(update={"language": "fr"})
    selectors = source.selectors.model_copy(update={"byline": ("p.nothing",), "remove": (".byline", "time")})
    changed = configured(database(config).parent, source.model_copy(update={"selectors": selectors}))

    found = changes_of(changed)
    assert found["article", "authors"].count > 0
    assert {entity for entity, _ in found} == {"article"}
    assert content_digest(database(config)) == before
    drain(rebuild.rebuild(changed, RunSummary()))
    assert content_digest(database(config)) != before
    assert list(database(config).parent.glob("*.rebuilding*")) == []


def changes_of(config: Config) -> dict[tuple[str, str], Difference]:
    """What a replay says, by entity and field."""
    stream = rebuild.replayed(config, RunSummary())
    try:
        while True:
            next(stream)
    except StopIteration as end:
        return {(one.entity, one.field): one for one in end.value}


def test_a_replay_tells_what_becomes_of_quotes(tmp_path: Path) -> None:
    """Those that are gone, those that are new, and of the others the fields that are read otherwise."""
    config = configured(tmp_path, SAMPLE.model_copy(update={"pages": (str(SITE),)}))
    for _ in range(2):
        drain(stream.ingest(config, config.sources, RunSummary()))
    assert changes_of(config) == {}
    without = SAMPLE.model_copy(
        update={"selectors": SAMPLE.selectors.model_copy(update={"remove": (".rates",)})}
    )
    [fewer] = changes_of(configured(tmp_path, without)).values()  # one page prints them otherwise
    assert (fewer.entity, fewer.field, fewer.count, fewer.name) == ("quote", "sightings", 5, "KGS/USD")
    with closing(sqlite3.connect(database(config))) as other, other:  # as if older rules had read them so
        other.execute("UPDATE quotes SET rate_text = '0.0114' WHERE rate_text = '0.01143'")
        (lost,) = other.execute("SELECT id FROM quotes WHERE rate_text = '0.00008'").fetchone()
        other.execute("DELETE FROM quote_sightings WHERE quote_id = ?", (lost,))
        other.execute("DELETE FROM quotes WHERE id = ?", (lost,))
        added = "INSERT INTO quotes SELECT 99, source_id, instrument_id, '7', 7, NULL, NULL, as_of, 0, 0, last_seen"
        other.execute(f"{added} FROM quotes LIMIT 1")
    found = changes_of(config)
    assert {key: (one.count, one.name, one.before, one.after) for key, one in found.items()} == {
        ("quote", "rate_text"): (1, "KGS/USD", "0.0114", "0.01143"),
        ("quote", "gone"): (1, "KGS/USD", "", ""),
        ("quote", "new"): (1, "UZS/USD", "", ""),
    }


def test_a_reader_sees_the_old_content_or_the_new(config: Config) -> None:
    """One that is reading keeps what it reads; the next query sees the rebuilt file, which has another epoch."""
    with closing(sqlite3.connect(database(config))) as reader:
        reader.execute("BEGIN")
        (before,) = reader.execute("SELECT count(*) FROM v1_captures").fetchone()
        drain(rebuild.rebuild(config, RunSummary()))
        assert reader.execute("SELECT count(*) FROM v1_captures").fetchone() == (before,)
        reader.execute("COMMIT")
        assert reader.execute("SELECT count(*) FROM v1_runs").fetchone() == (3,)


def test_a_rebuild_keeps_what_was_told_of_past_runs(config: Config) -> None:
    """They are in no archive: each row of v1_runs stays as it was, in a second rebuild, too."""
    with open_database(database(config)) as opened:
        opened.start_run(("sample", "другой"), NOON)
    past = [*rows(database(config), "SELECT * FROM v1_runs ORDER BY id")]
    past[-1]["status"] = "crashed"
    before = content_digest(database(config))
    for count in (1, 2):
        drain(rebuild.rebuild(config, RunSummary()))
        runs = rows(database(config), "SELECT * FROM v1_runs ORDER BY id")
        assert runs[:-count] == past
        assert [run["id"] for run in runs] == [1, 2, 3, 4, 5][: 3 + count]
        assert (runs[-1]["status"], runs[-1]["articles_added"]) == ("finished", past[0]["articles_added"])
    assert content_digest(database(config)) == before
    drain(stream.ingest(config, config.sources, RunSummary()))
    assert list(rebuild.checked(config)) == []


def test_what_failed_in_past_runs_is_no_failure_of_a_rebuild(tmp_path: Path) -> None:
    """Cron heard of it then, and whoever rebuilds wants to know whether that went well."""
    (tmp_path / "config.toml").write_text(
        f"[sources.s]\npages = ['{SITE / 'index.html'}', 'gone.html']\n", encoding="utf-8"
    )
    assert command(tmp_path, "ingest", "--quiet").returncode == ExitCode.SOME_FAILED
    rebuilt = command(tmp_path, "rebuild", "--quiet")
    assert (rebuilt.returncode, rebuilt.stdout, rebuilt.stderr) == (ExitCode.OK, "", "")
    assert "s: 1 x not-found-locally as before" in command(tmp_path, "rebuild").stdout


def test_a_rebuild_says_when_past_runs_are_lost(config: Config) -> None:
    """The page that has them is damaged: the content is made again all the same."""
    before = content_digest(database(config))
    with closing(sqlite3.connect(database(config))) as other:
        (root,) = other.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'runs'").fetchone()
        (size,) = other.execute("PRAGMA page_size").fetchone()
    with database(config).open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(bytes(size))
    summary = RunSummary()
    drain(rebuild.rebuild(config, summary, keep_only_archived=True))
    assert [note for note in summary.notes if "what it told of its runs" in note]
    assert content_digest(database(config)) == before


def test_a_replay_without_a_database_says_so(config: Config) -> None:
    """It compares with nothing; the sentence says what makes one."""
    database(config).unlink()
    with pytest.raises(StorageFault, match=r"there is no database yet; `pipeline ingest` makes it"):
        drain(rebuild.replayed(config, RunSummary()))


def test_a_file_that_is_not_ours_to_replace_is_left_alone(config: Config) -> None:
    """One of a newer version of pipeline, or of some other program: neither rebuild nor replay touches it."""
    path = database(config)
    with closing(sqlite3.connect(path)) as other:
        other.execute(
            "INSERT INTO _sqlite_migrations VALUES (NULL, 'pipeline', '0999_later.sql', '2030-01-01')"
        )
        other.commit()
    for made_by in ("a newer version", "some other program"):
        before = path.read_bytes()
        with pytest.raises(StorageFault, match=made_by):
            drain(rebuild.rebuild(config, RunSummary(), keep_only_archived=True))
        with pytest.raises(StorageFault, match=made_by):
            drain(rebuild.replayed(config, RunSummary()))
        assert path.read_bytes() == before
        path.unlink()
        with closing(sqlite3.connect(path)) as other:
            other.execute("CREATE TABLE notes (text)")


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.db")), ids=lambda file: file.stem)
def test_what_an_earlier_version_made_is_replayed_as_it_is_and_rebuilt(config: Config, file: Path) -> None:
    """Before an upgrade writes anything one may ask what its rules change; nothing is left beside the file."""
    made_anew = content_digest(database(config))
    shutil.copy(file, database(config))
    before = database(config).read_bytes()
    entities = {entity for entity, field in changes_of(config) if field == "gone"}
    assert entities == {"article", "quote"}
    assert database(config).read_bytes() == before
    assert list(database(config).parent.glob("*.rebuilding*")) == []
    drain(rebuild.rebuild(config, RunSummary(), keep_only_archived=True))
    assert content_digest(database(config)) == made_anew


def test_pages_that_are_in_no_archive_are_not_dropped_unasked(config: Config) -> None:
    """They could not be made again: the rebuild says how many there are, and leaves all as it is."""
    load(database(config), own_page(story(1), url="https://steppe-herald.example/by-hand"))
    before = content_digest(database(config))
    with pytest.raises(StorageFault, match=r"1 of its pages"):
        drain(rebuild.rebuild(config, RunSummary()))
    assert content_digest(database(config)) == before
    drain(rebuild.rebuild(config, RunSummary(), keep_only_archived=True))
    assert rows(database(config), "SELECT 1 FROM v1_captures WHERE warc_file IS NULL") == []


def test_pages_whose_archive_is_gone_are_not_dropped_unasked(config: Config) -> None:
    """A folder that was moved, or a file that was taken out of it, is no reason to forget what was in it."""
    before = content_digest(database(config))
    captures = len(rows(database(config), "SELECT 1 FROM v1_captures"))
    shutil.rmtree(config.pipeline.archive_folder)
    with pytest.raises(StorageFault, match=rf"{captures} of its pages are not in "):
        drain(rebuild.rebuild(config, RunSummary()))
    assert content_digest(database(config)) == before


def test_what_is_left_of_an_archive_is_rebuilt_on_demand(config: Config) -> None:
    """The file with the bodies of the first night is gone: `check` says how many pages lack theirs, in one line."""
    [file] = ArchiveReader(config.pipeline.archive_folder).files()
    update = {"archive_file_mb": 1e-6}  # the next page begins a file of its own
    config = config.model_copy(update={"pipeline": config.pipeline.model_copy(update=update)})
    drain(stream.ingest(config, config.sources, RunSummary()))
    later = len(rows(database(config), f"SELECT 1 FROM v1_captures WHERE warc_file <> '{file.name}'"))
    file.unlink()
    told = sorted(rebuild.checked(config))
    assert [sentence.removeprefix(f"{file}: it is gone, and ").partition(" pages")[0] for sentence in told] == [
        str(later), f"the database names {2 * later}",
    ]  # fmt: skip
    with pytest.raises(StorageFault, match=r"of its pages are not in "):
        drain(rebuild.rebuild(config, RunSummary()))
    drain(rebuild.rebuild(config, RunSummary(), keep_only_archived=True))
    failures = rows(database(config), "SELECT failure FROM v1_captures")
    assert failures == later * [{"failure": Reason.ARCHIVE_DAMAGED.value}]


def test_a_page_from_before_the_database_is_loaded_by_a_rebuild_alone(config: Config) -> None:
    """A file that was begun anew beside an old archive has what came since; the next run goes on from there."""
    database(config).unlink()
    drain(stream.ingest(config, config.sources, RunSummary()))
    told = list(rebuild.checked(config))
    assert told
    assert all(one.endswith("archived and not loaded; `pipeline rebuild` loads it") for one in told)
    drain(rebuild.rebuild(config, RunSummary()))
    assert list(rebuild.checked(config)) == []


def test_a_rebuild_that_ends_early_changes_nothing(config: Config) -> None:
    """Stopped in the middle, the old content stands and nothing is left beside it."""
    before = content_digest(database(config))
    outcomes = rebuild.rebuild(config, RunSummary())
    next(outcomes)
    outcomes.close()
    assert content_digest(database(config)) == before
    assert list(database(config).parent.glob("*.rebuilding*")) == []


def test_a_rebuild_that_is_interrupted_says_that_nothing_changed(capsys: pytest.CaptureFixture[str]) -> None:
    """Of a run the finished pages are kept; of this nothing is."""

    def interrupted() -> Generator[PageOutcome]:
        yield from ()
        raise KeyboardInterrupt

    assert summarized(interrupted(), RunSummary(past=True), quiet=True) is ExitCode.INTERRUPTED
    assert "interrupted; the database is as it was" in capsys.readouterr().out


def test_a_rebuild_waits_for_no_run(config: Config) -> None:
    """While a run holds the database it is refused."""
    with run_lock(database(config)), pytest.raises(RunLocked):
        drain(rebuild.rebuild(config, RunSummary()))


def test_pages_that_wait_for_the_next_run_are_no_fault(config: Config) -> None:
    """What a bare fetch left, or a run that was killed, is told and waited for."""
    folder = database(config).parent
    (folder / "config.toml").write_text("pipeline.database = 'p.db'\n", encoding="utf-8")
    drain(stream.fetch(config, config.sources))
    checked = command(folder, "check")
    assert (checked.returncode, checked.stderr) == (ExitCode.OK, "")
    assert re.search(r"archived and not loaded yet: \d+; the next ingest loads them", checked.stdout)
    assert ": whole; content sha256:" in checked.stdout
    drain(stream.ingest(config, config.sources, RunSummary()))
    assert "not loaded" not in command(folder, "check").stdout


def test_check_names_what_is_wrong(config: Config) -> None:
    """A page that is archived and not loaded, one that is loaded and not archived, a reference into nothing, a stale
    index: each is a sentence."""
    assert list(rebuild.checked(config)) == []

    with closing(sqlite3.connect(database(config), isolation_level=None)) as other:
        other.execute("UPDATE captures SET warc_offset = warc_offset + 1 WHERE id = 1")
        other.execute("PRAGMA foreign_keys = OFF")
        other.execute("INSERT INTO article_tags VALUES (999999, 0, 999999)")
        other.execute("INSERT INTO article_search (rowid, title, text) VALUES (999999, 'ghost', 'ghost')")
    sentences = "\n".join(rebuild.checked(config))
    for part in ("archived and not loaded", "no page at byte", "article_tags", "article_search"):
        assert part in sentences


def test_check_finds_a_lost_archive_file(config: Config) -> None:
    """A file that somebody took away is named once, with the number of its captures."""
    captures = len(rows(database(config), "SELECT 1 FROM v1_captures"))
    shutil.rmtree(config.pipeline.archive_folder)
    with open_archive(config.pipeline.archive_folder):
        pass
    (told,) = rebuild.checked(config)
    assert told.endswith(f".warc.gz: it is gone, and the database names {captures} pages in it; put it back")


def test_a_replay_tells_of_pages_that_no_archive_has(config: Config, tmp_path: Path) -> None:
    """With the code of the rebuild that it would be, also where nothing else changes."""
    (tmp_path / "config.toml").write_text(f"[pipeline]\ndatabase = '{database(config)}'\n", encoding="utf-8")
    assert command(tmp_path, "replay", "--dry-run").returncode == 0
    shutil.rmtree(config.pipeline.archive_folder)
    told = command(tmp_path, "replay", "--dry-run")
    assert told.returncode == ExitCode.STORAGE
    assert "of its pages are not in" in told.stderr


def test_a_damaged_file_is_refused_with_a_sentence(config: Config) -> None:
    """Bytes that rotted are found by check or by opening, never passed over."""
    path = database(config)
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2)
        file.write(bytes(8192))
    try:
        found = list(rebuild.checked(config))
    except StorageFault as fault:
        found = [str(fault)]
    assert found
    assert "damaged" in " ".join(found)


def test_an_empty_archive_rebuilds_to_an_empty_database(tmp_path: Path) -> None:
    """No page, no story, and no fault."""
    config = configured(tmp_path)
    with open_database(database(config)):
        pass
    drain(rebuild.rebuild(config, RunSummary()))
    assert rows(database(config), "SELECT count(*) AS n FROM v1_articles") == [{"n": 0}]
