"""No regular expression of the package backtracks badly: each is attacked with strings made of its own parts."""

import ast
import importlib
import inspect
import pkgutil
import re
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import product
from re import _parser  # type: ignore[attr-defined] # how Python itself reads a pattern; it has no public name
from typing import Any

import pytest

import pipeline
from pipeline.parse.bylines import patterns as bylines
from pipeline.parse.bylines.words import CLOSINGS, CONJUNCTIONS, OPENINGS

SHORT, LONG = 2_000, 8_000
"""Characters: with four times the text a linear pattern takes four times as long, a quadratic one sixteen times."""
MOST_GROWTH = 9.0
TOO_QUICK_TO_TELL = 0.002
"""Seconds for the long text: below, the clock tells more than the pattern."""
SUFFIXES = ("", "\x00")
FILLERS = " aA1.-"
ANYWHERE = ("search", "finditer", "findall", "sub", "subn", "split")
LANGUAGES = sorted({"", "xx", *OPENINGS, *CONJUNCTIONS, *CLOSINGS})
BUILT = {
    "pipeline.parse.bylines.patterns.opening": [bylines.opening(code) for code in LANGUAGES],
    "pipeline.parse.bylines.patterns.separator": [bylines.separator(code) for code in LANGUAGES],
    "pipeline.parse.bylines.patterns.anywhere": [bylines.anywhere()],
    "pipeline.parse.bylines.patterns.closing": [bylines.closing(code) for code in LANGUAGES],
    "pipeline.parse.bylines.patterns.kind": [bylines.kind(code) for code in LANGUAGES],
}
"""What functions make of words, for each language, by the function."""
OF_THE_SOURCE = {
    "pipeline.config.values._regular_expression",
    "pipeline.fetch.finding.start_pages.links_in",
    "pipeline.fetch.finding.sitemaps.read_sitemap",
    "pipeline.fetch.trail.__init__",
}
"""Functions that compile what config.toml says under `follow`: whoever writes it answers for it."""
MADE_AT_IMPORT = {
    "pipeline.parse.alternatives.wording",
    "pipeline.parse.body.layout.junk._pattern",
    "pipeline.parse.body.words.phrases.opening",
    "pipeline.parse.body.words.walls._pattern",
}
"""Functions whose patterns modules hold by name."""


def _patterns() -> dict[str, re.Pattern[Any]]:
    """Every pattern of the package by where it stands: held by a module, written in a function, or made by one."""
    found: dict[str, re.Pattern[Any]] = {}
    for module in _modules():
        for name, value in vars(importlib.import_module(module)).items():
            for number, pattern in enumerate(_held(value)):
                found.setdefault(f"{module}.{name}.{number}", pattern)
        for place, use, literal in _written(module):
            if isinstance(literal, str):
                found.setdefault(f"{place}.{use}.{len(found)}", re.compile(literal))
    for place, patterns in BUILT.items():
        for number, pattern in enumerate(dict.fromkeys(patterns)):
            found.setdefault(f"{place}.{number}", pattern)
    return {place: pattern for place, pattern in found.items() if _first(found, pattern) == place}


def _modules() -> list[str]:
    walked = pkgutil.walk_packages(pipeline.__path__, "pipeline.")
    return [module.name for module in walked if module.name != "pipeline.__main__"]


def _written(module: str) -> Iterator[tuple[str, str, object]]:
    """(function, `search` or the like, pattern) of each use of `re` in a function; None where it is no literal."""
    tree = ast.parse(inspect.getsource(importlib.import_module(module)))
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            for call in ast.walk(function):
                if isinstance(call, ast.Call) and ast.unparse(call.func).startswith("re."):
                    use = ast.unparse(call.func).removeprefix("re.")
                    if use != "escape":
                        given = call.args[0]
                        literal = given.value if isinstance(given, ast.Constant) else None
                        yield f"{module}.{function.name}", use, literal


def _held(value: object) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        yield from _held(tuple(value.values()))
    elif isinstance(value, (tuple, list, frozenset, set)):
        for one in value:
            yield from _held(one)


def _first(found: dict[str, re.Pattern[Any]], pattern: re.Pattern[Any]) -> str:
    return next(place for place, one in found.items() if one is pattern)


def _parts(tree: Iterable[Any]) -> Iterator[str]:
    """Short strings that parts of a parsed pattern match: letters, one member of each class, words."""
    word = ""
    for operator, argument in tree:
        if str(operator) == "LITERAL":
            word += chr(argument)
            continue
        if word:
            yield from (word, word[0])
            word = ""
        if str(operator) == "IN":
            yield from _members(argument)
        elif isinstance(argument, _parser.SubPattern):
            yield from _parts(argument)
        elif isinstance(argument, (tuple, list)):
            yield from _within(argument)
    if word:
        yield from (word, word[0])


def _within(argument: Iterable[Any]) -> Iterator[str]:
    for one in argument:
        if isinstance(one, _parser.SubPattern):
            yield from _parts(one)
        elif isinstance(one, list):
            yield from _within(one)


def _members(argument: Iterable[Any]) -> Iterator[str]:
    for operator, value in argument:
        if str(operator) == "LITERAL":
            yield chr(value)
        elif str(operator) == "RANGE":
            yield chr(value[0])


def _attacks(pattern: re.Pattern[Any]) -> Iterator[str]:
    """Units whose repetition may hurt: each part of the pattern alone, and some of them in turns."""
    parts = list(dict.fromkeys([*_parts(_parser.parse(pattern.pattern, pattern.flags)), *FILLERS]))
    yield from parts[:40]
    yield from (one + other for one, other in product(parts[:8], FILLERS))


def _only_at_start(place: str) -> bool:
    """Whether the module that holds a pattern only asks whether a text begins with it, or is it."""
    module, name, _ = place.rsplit(".", 2)
    if name in ("match", "fullmatch"):
        return True
    if module not in sys.modules:  # a function in a module
        return False
    source = inspect.getsource(importlib.import_module(module))
    uses = set(re.findall(rf"\b{name}\.(\w+)\(", source))
    return bool(uses) and uses.isdisjoint(ANYWHERE)


def _seconds(pattern: re.Pattern[Any], text: str, *, at_start: bool = False) -> float:
    subject: Any = text if isinstance(pattern.pattern, str) else text.encode("utf-8", "replace")
    start = time.process_time()
    if at_start:
        pattern.fullmatch(subject)
        pattern.match(subject)
    else:
        pattern.search(subject)
    return time.process_time() - start


def _text(unit: str, suffix: str, length: int) -> str:
    return (unit * (length // len(unit) + 1))[:length] + suffix


PATTERNS = _patterns()


@pytest.mark.parametrize("place", PATTERNS)
def test_time_grows_with_the_text_and_no_faster(place: str) -> None:
    """Four times the text takes about four times as long, whatever it is made of."""
    pattern, at_start = PATTERNS[place], _only_at_start(place)

    def seconds(length: int, repeats: int) -> float:
        text = _text(unit, suffix, length)
        return min(_seconds(pattern, text, at_start=at_start) for _ in range(repeats))

    for unit, suffix in product(_attacks(pattern), SUFFIXES):
        is_fair = any(  # a machine that does something else meanwhile gets another chance
            seconds(LONG, 1 + 2 * turn) < max(TOO_QUICK_TO_TELL, MOST_GROWTH * seconds(SHORT, 3))
            for turn in range(5)
        )
        assert is_fair, f"{unit!r} over and over, then {suffix!r}"


def test_a_bad_pattern_is_told() -> None:
    """The attack finds what it is looking for."""
    pattern = re.compile(r"(?:x+\s*)+:")
    quadratic = re.compile(r"\s+$")
    units = set(_attacks(pattern))
    assert "x" in units
    assert _seconds(quadratic, _text(" ", "!", LONG)) > MOST_GROWTH * _seconds(
        quadratic, _text(" ", "!", SHORT)
    )


def test_patterns_are_collected() -> None:
    """There are patterns in every stage that reads text."""
    stages = {place.split(".")[1] for place in PATTERNS}
    assert stages >= {"parse", "load", "records"}


def test_no_pattern_hides_in_a_function() -> None:
    """A pattern that a function puts together is attacked too: it is in one of the lists above."""
    made = {place for module in _modules() for place, _, pattern in _written(module) if pattern is None}
    assert made == {*BUILT, *OF_THE_SOURCE, *MADE_AT_IMPORT}
