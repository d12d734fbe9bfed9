"""Every named reason for which something fails or is doubtful, and one occurrence of it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self


class Reason(StrEnum):
    """Every named reason for which something failed, was left out, or is doubtful."""

    meaning: str

    def __new__(cls, value: str, meaning: str) -> Self:
        """Keep the meaning beside the name; `pipeline reference reasons` shows it."""
        reason = str.__new__(cls, value)
        reason._value_ = value
        reason.meaning = meaning
        return reason

    # fetch: the page was not got
    BAD_URL = "bad-url", "the URL cannot be asked for"
    ADDRESS_FORBIDDEN = "address-forbidden", "a private address or a port that pages are not fetched from"
    ROBOTS_DISALLOWED = "robots-disallowed", "the site's robots.txt forbids it"
    NOT_FOUND_LOCALLY = "not-found-locally", "no such file or folder"
    UNREADABLE_FILE = "unreadable-file", "the file is there and cannot be read"
    CONNECTION_FAILED = "connection-failed", "no connection, or it broke"
    TIMED_OUT = "timed-out", "the page did not come within its time"
    TLS_FAILED = "tls-failed", "the server's certificate could not be verified"
    HTTP_ERROR = "http-error", "the server answered with an error status"
    TOO_MANY_REDIRECTS = "too-many-redirects", "redirects in a loop, or too many"
    BODY_TOO_LARGE = "body-too-large", "the body is over the limit, as sent or unpacked"
    BODY_DAMAGED = "body-damaged", "the body is cut short, or its compression is broken"
    BAD_FEED = "bad-feed", "the feed could not be read as one"
    BAD_SITEMAP = "bad-sitemap", "the sitemap could not be read as one, or lists no page of the source"
    NOT_A_PAGE = "not-a-page", "the content type is no page: an image, a PDF, a video"
    ARCHIVE_DAMAGED = "archive-damaged", "the page's records in the archive are damaged"
    OUT_OF_TIME = (
        "out-of-time",
        "not asked for: the time for its host or for the run was over; the next run goes on",
    )
    HOST_BUSY = (
        "host-busy",
        "not asked for: its host asks to be left alone for longer than a run waits; the next run tries again",
    )
    HOST_BROKEN = (
        "host-broken",
        "not asked for: page after page of its host failed; the next run tries again",
    )
    OVER_PAGE_LIMIT = (
        "over-page-limit",
        "left out: more pages than `max_pages`, or more sitemaps, or entries of one, than a run reads",
    )

    # parse: the page was got, and this is wrong or doubtful about it
    EMPTY_PAGE = "empty-page", "the page has no text"
    NO_ARTICLE = "no-article", "no story was found on the page"
    ERROR_PAGE = "error-page", "an error, a wall or a check of the browser, sent as if it were a page"
    SITE_PAGE = "site-page", "a page about the site itself, and no story: contact, login, search, terms"
    SECTION_PAGE = (
        "section-page",
        "the page of a section that shows no story: its name, its parts, a word about it",
    )
    LED_HOME = "led-home", "the site sends whoever asks for the page to its front page: a story taken down?"
    NOT_TEXT = "not-text", "the bytes are no text in any encoding"
    ENCODING_GUESSED = "encoding-guessed", "the page does not say its encoding, or lies; it was detected"
    ENCODING_DAMAGED = "encoding-damaged", "some bytes fit no encoding and were replaced"
    TREE_CUT_SHORT = "tree-cut-short", "the markup is too deep or too large to be read whole"
    DATA_DAMAGED = "data-damaged", "JSON-LD that is no JSON; what could still be made out of it was used"
    DATE_AMBIGUOUS = "date-ambiguous", "a date whose day and month could be either; left empty"
    DATE_UNREADABLE = "date-unreadable", "something stands where a date should, and is none"
    ZONE_UNSURE = (
        "zone-unsure",
        "a time in a zone whose name several places share (CST, IST); read in the source's zone",
    )
    QUOTE_CONFLICT = "quote-conflict", "tickers on the page disagree; every value is kept and marked"
    QUOTE_UNREADABLE = "quote-unreadable", "a ticker item is torn or is no rate; left out"
    QUOTE_AT_ODDS = "quote-at-odds", "an arrow and the sign of the change beside it disagree; the sign counts"
    QUOTE_INVERTED = "quote-inverted", "the page quotes a pair both ways round; both kept as printed"
    QUOTE_JUMP = "quote-jump", "a rate far from the one printed before; kept as printed"
    CURRENCY_OBSOLETE = "currency-obsolete", "a currency code that is no longer valid; kept as printed"
    STORY_WITHOUT_TITLE = (
        "story-without-title",
        "a story without a headline; kept where it is the page's only one",
    )
    TEXT_CUT_OFF = "text-cut-off", "the text of an article page breaks off, or goes on elsewhere"
    PAYWALLED = "paywalled", "the rest of an article page's text is for subscribers, or behind a login"
    TEXT_LEFT_OVER = "text-left-over", "text on a listing page that belongs to nothing known"
    SELECTOR_FOUND_NOTHING = (
        "selector-found-nothing",
        "a selector of the source matches nothing: has the site changed?",
    )


LASTING = frozenset((
    Reason.BAD_URL, Reason.ADDRESS_FORBIDDEN, Reason.ROBOTS_DISALLOWED, Reason.TOO_MANY_REDIRECTS,
    Reason.BODY_TOO_LARGE, Reason.NOT_A_PAGE,
))  # fmt: skip
"""What is wrong with the page itself: asked again at once, it would fail in the same way."""

PUT_OFF = (Reason.OVER_PAGE_LIMIT, Reason.OUT_OF_TIME, Reason.HOST_BUSY)
"""Why a page is left to the next run, whatever it would have told."""

NOT_NOW = frozenset((408, 425, 429, 500, 502, 503, 504, *range(520, 531)))
"""Statuses of the moment; from 520 on a network in front of a site says that the site itself does not answer.

All other errors would be the same again.
"""


@dataclass(frozen=True, slots=True)
class Problem:
    """One named reason, with what a person needs to look it up.

    `where` is a place: a URL, an element path, a line number, a config key; empty where the page says all.
    """

    reason: Reason
    detail: str = ""
    where: str = ""
    count: int = 1
    """How many it stands for: pages that were left out, or texts of one place."""
