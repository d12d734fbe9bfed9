from pathlib import Path

import pytest

from pipeline.config import Config, load_config
from pipeline.errors import BadInput, ExitCode
from tests import ROOT


def _write(folder: Path, text: str) -> Path:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


def _mistakes(folder: Path, text: str) -> list[str]:
    path = _write(folder, text)
    with pytest.raises(BadInput) as caught:
        load_config(path)
    return [line.removeprefix(f"{path}:") for line in str(caught.value).splitlines()]


def test_shipped_configuration_has_the_sample_on_and_timesca_off() -> None:
    """The shipped config.toml is valid, runs the sample, and holds timesca one line away from running."""
    config = load_config(ROOT / "config.toml")
    assert list(config.enabled()) == ["sample"]
    assert "https://timesca.com/feed/" in config.sources["timesca"].feeds
    text = (ROOT / "config.toml").read_text(encoding="utf-8")
    assert text.count("enabled = false") == 1


def test_paths_start_at_the_folder_of_the_file(tmp_path: Path) -> None:
    """A relative path means the same from whichever folder the command is typed; URLs stay as they are."""
    path = _write(tmp_path, '[sources.a]\npages = ["saved", "https://a.example/"]\n')
    config = load_config(path)
    assert config.sources["a"].pages == (str(tmp_path / "saved"), "https://a.example/")
    assert config.pipeline.database == str(tmp_path / "data/pipeline.db")


def test_all_mistakes_are_reported_at_once_each_with_its_line(tmp_path: Path) -> None:
    """Every mistake of the file is in one report, in the order of its lines."""
    mistakes = _mistakes(
        tmp_path,
        """[pipeline]
databse = "x.db"
[fetch]
timeout_s = "5"
revisit_min_h = 1000
[sources.a]
pages = "saved"
time_zone = "Asia/Bishkekk"
[sources.a.selectors]
title = ["h1["]
[sources.b]
pages = ["ftp://b.example/"]
follow = ["("]
language = "English"
[sources.c]
language = "ky"
""",
    )
    expected = [
        "2: pipeline.databse: unknown key; did you mean 'database'?",
        "4: fetch.timeout_s: must be a number, without quotes, not '5'",
        "5: fetch.revisit_min_h: longer than revisit_max_h, which is 720; give it at most that",
        "7: sources.a.pages: must be a list, like ['saved']",
        "8: sources.a.time_zone: no such time zone: 'Asia/Bishkekk'; write one like 'Asia/Almaty' or 'UTC'",
        "10: sources.a.selectors.title.0: not a CSS selector: 'h1['",
        "12: sources.b.pages.0: 'ftp://b.example/': only http:// and https:// URLs, files and folders",
        "13: sources.b.follow.0: not a regular expression: '('",
        "14: sources.b.language: 'English' is no language code; write two or three small letters",
        "15: sources.c: neither `pages` nor `feeds` nor `sitemaps`: there is nothing to fetch",
    ]
    assert len(mistakes) == len(expected)
    for mistake, beginning in zip(mistakes, expected, strict=True):
        assert mistake.startswith(beginning)


_ONE_SITE = {"a": "https://a.example", "b": "http://a.example/"}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "[sources.a]\npages = [\n",
            "2: not valid TOML: Invalid value; the file ends in the midst of it: a bracket, a quotation mark",
        ),
        (
            '[sources.a]\nfollow = ["\\d"]\n',
            "; write it between '…', where \\ is no escape",
        ),
        (
            "[sources.a]\nlanguage = en\n",
            "2: not valid TOML: Invalid value, column 12; a text stands in quotes, true and false in small letters",
        ),
        (
            "[sources.a]\npages = ['a' 'b']\n",
            "2: not valid TOML: Unclosed array, column 14; a comma stands between two items",
        ),
        (
            "[fetch]\ntimeout_s = 20s\n",
            "2: not valid TOML: Expected newline or end of document after a statement, column 15; a key and its value",
        ),
        ("[sources.a]\n[sources.a]\n", "2: not valid TOML: Cannot declare ('sources', 'a') twice, column"),
        ("[fetch]\nburst = 1\nburst = 2\n", "3: not valid TOML: Cannot overwrite a value, column"),
        (
            "[sources.a]\nfollow = ['\\d(']\n",
            "2: sources.a.follow.0: not a regular expression: '\\d(' (missing )",
        ),
        ("[fetch]\n[source.a]\n", "2: source: unknown key; did you mean 'sources'?"),
        ("[surces.a]\n", "1: surces: unknown key; did you mean 'sources'?"),
        ("[sources.A]\n", "1: sources.A: a source is named with small letters"),
        ("[sources.a]\nx = " + "[" * 5000, "not valid TOML"),
        ("sources = 3\n", "1: sources: must be a table, like [sources], not 3"),
        ("[sources]\na = 'x'\n", "2: sources.a: must be a table, like [sources.a], not 'x'"),
        ("[sources.a]\ntime_zone = 'Asia'\n", "2: sources.a.time_zone: no such time zone: 'Asia'"),
        ("[fetch]\nuser_agent = 'робот'\n", "2: fetch.user_agent: 'робот': HTTP takes plain letters only"),
        ('[fetch]\nuser_agent = "a\\nb: c"\n', "2: fetch.user_agent: 'a\\nb: c': HTTP takes plain"),
        ('[pipeline]\ndatabase = "a\\u0000b"\n', "2: pipeline.database: 'a\\x00b': no file can be called so"),
        ('[sources.a]\npages = ["a\\u0000b"]\n', "2: sources.a.pages.0: 'a\\x00b': no file can be called so"),
        (
            "[sources.a]\nmax_pages = 0\n",
            "2: sources.a.max_pages: must be greater than or equal to 1",
        ),
        (
            "[sources.a]\npages = ['']\n",
            "2: sources.a.pages.0: empty; name a file, a folder or an http(s) URL",
        ),
        ("[sources.a]\nbase_url = 'a.example'\n", "2: sources.a.base_url: 'a.example' is not an http(s) URL"),
        (
            "[sources.a]\nbase_url = 'https://a b/'\n",
            "2: sources.a.base_url: 'https://a b/' is not an http(s) URL",
        ),
        ("[sources.a]\npages = ['http://']\n", "2: sources.a.pages.0: 'http://': a URL without a host"),
        (
            "[sources.a]\npages = ['https:/a.example']\n",
            "2: sources.a.pages.0: 'https:/a.example': a URL without",
        ),
        (
            "[sources.a]\npages = ['https://a b.example']\n",
            "2: sources.a.pages.0: 'https://a b.example': a URL with",
        ),
        (
            "[sources.a]\nfeeds = ['http://a.example:99999']\n",
            "2: sources.a.feeds.0: 'http://a.example:99999': a ",
        ),
        ("[sources.a]\npages = ['~/saved']\n", "2: sources.a.pages.0: '~/saved': ~ means nothing here"),
        ("[pipeline]\ndatabase = '~/x.db'\n", "2: pipeline.database: '~/x.db': ~ means nothing here"),
        ("[pipeline]\ndatabase = 'x'\narchive = 'x'\n", "3: pipeline.archive: the same as `database`"),
        (
            "[sources.a]\npages = ['https://[::1']\n",
            "2: sources.a.pages.0: 'https://[::1': a URL without a host",
        ),
        (
            "[sources.a]\nlanguage = 'ky'\n",
            "1: sources.a: neither `pages` nor `feeds` nor `sitemaps`: there is nothing to fetch",
        ),
        (
            "".join(
                f"[sources.{name}]\npages = ['x']\nbase_url = '{url}'\n" for name, url in _ONE_SITE.items()
            ),
            "6: sources.b.base_url: the same as that of sources.a",
        ),
        ("[pipeline]\ndatabase = 3\n", "2: pipeline.database: must be one text in quotes, not 3"),
        (
            "[fetch]\nuser_agent = ['a', true]\n",
            "2: fetch.user_agent: must be one text in quotes, not ['a', true]",
        ),
        (
            "[fetch]\nburst = 1979-05-27\n",
            "2: fetch.burst: must be a whole number, without quotes, not 1979-05-27",
        ),
        (
            "[fetch]\nburst = { a = true }\n",
            "2: fetch.burst: must be a whole number, without quotes, not {a = true}",
        ),
        ("[fetch]\nuser_agent = ''\n", "2: fetch.user_agent: must not be empty"),
        ('[pipeline]\narchive = ""\n', "2: pipeline.archive: must not be empty"),
        ('[pipeline]\ndatabase = "/"\n', "2: pipeline.database: '/': it has no name of its own;"),
        ('[pipeline]\ndatabase = "data/.."\n', "2: pipeline.database: 'data/..': it has no name of its own;"),
        ("[fetch]\nburst = 1.5\n", "2: fetch.burst: must be a whole number, without quotes, not 1.5"),
        (
            "[sources.a]\ndiscover = 'yes'\n",
            "2: sources.a.discover: must be true or false, without quotes, not 'yes'",
        ),
        (
            "[sources.a]\npages = ['https://me:secret@a.example/']\n",
            "2: sources.a.pages.0: a URL with a name or password; pages behind a login are not fetched",
        ),
        (
            "[fetch]\nrevisit_min_h = 1000\n",
            "2: fetch.revisit_min_h: longer than revisit_max_h, which is 720; give it at most that",
        ),
        ("pipeline = 1\n", "1: pipeline: must be a table, like [pipeline], not 1"),
    ],
)
def test_a_mistake_is_a_sentence(tmp_path: Path, text: str, sentence: str) -> None:
    """Whatever is wrong with the file, the report is a sentence with a place, and bad input by its exit code."""
    [mistake] = _mistakes(tmp_path, text)
    assert sentence in mistake
    assert BadInput.exit_code is ExitCode.BAD_INPUT


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_file_from_any_editor_is_read(tmp_path: Path, newline: str) -> None:
    """A byte order mark and the line ends of another system change nothing."""
    path = tmp_path / "config.toml"
    path.write_text("\ufeff[sources.a]\npages = ['x']\nlanguage = 'ky'\n", encoding="utf-8", newline=newline)
    assert load_config(path).sources["a"].language == "ky"


def test_sources_that_read_nothing_from_folders_may_share_a_base_url(tmp_path: Path) -> None:
    """It says nothing of pages from the web, and a source that is switched off reads none."""
    path = tmp_path / "config.toml"
    base = "base_url = 'https://a.example/'"
    path.write_text(
        f"[sources.a]\npages = ['x']\n{base}\n[sources.b]\npages = ['https://a.example/']\n{base}\n"
        f"[sources.c]\nenabled = false\npages = ['y']\n{base}\n"
    )
    assert set(load_config(path).sources) == {"a", "b", "c"}


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A configuration that is not there is named together with the option that mends it."""
    with pytest.raises(BadInput, match=r"nowhere\.toml: cannot be read .*--config"):
        load_config(tmp_path / "nowhere.toml")


def test_an_empty_file_is_a_configuration_without_sources(tmp_path: Path) -> None:
    """Everything has a default; only the sources are yours to name."""
    config = load_config(_write(tmp_path, ""))
    assert config.enabled() == {}
    assert config.fetch == Config().fetch


@pytest.mark.parametrize(
    ("encoding", "told"),
    [("cp1251", "config.toml:2: not UTF-8"), ("utf-16", "config.toml:1: it is saved as UTF-16")],
)
def test_another_encoding_is_named_with_its_line_and_its_remedy(
    tmp_path: Path, encoding: str, told: str
) -> None:
    """Editors still save in what the system speaks; which byte that is helps nobody."""
    path = tmp_path / "config.toml"
    path.write_bytes('[sources.a]\npages = ["газета"]\n'.encode(encoding))
    with pytest.raises(BadInput, match=r"save it as UTF-8") as caught:
        load_config(path)
    assert told in str(caught.value)
