"""The records that cross from one stage to the next.

    Target ──fetch──▶ FetchedPage ──parse──▶ PageToLoad ──load──▶ PageOutcome

All are frozen; sequences are tuples, instants are aware datetimes in UTC unless a page prints another
offset, rates are `Decimal`s that keep every printed digit. A failure is a `Problem` inside a record: it flows
on to the end of the pipe and is counted there.
"""

from pipeline.records.blocks import Block, BlockKind, Image
from pipeline.records.captures import Archived, Capture, FetchedPage, StoredBody
from pipeline.records.pages import (
    Article,
    Boilerplate,
    Candidate,
    InstrumentKind,
    PageKind,
    PageOutcome,
    PageToLoad,
    ParsedPage,
    Quote,
)
from pipeline.records.problems import Problem, Reason
from pipeline.records.targets import Due, Found, Known, LastRobots, Link, Role, Target

__all__ = (
    "Archived", "Article", "Block", "BlockKind", "Boilerplate", "Candidate", "Capture", "Due", "FetchedPage",
    "Found", "Image", "InstrumentKind", "Known", "LastRobots", "Link", "PageKind", "PageOutcome",
    "PageToLoad", "ParsedPage", "Problem", "Quote", "Reason", "Role", "StoredBody", "Target",
)  # fmt: skip
