"""The next page of a listing: by its `rel`, by what its link says, or by the number in its address."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl

from pipeline.fetch.addresses import host_of, may_lead, parts_of, resolved
from pipeline.fetch.finding.tree import Element, text_of

_WORDS = frozenset({
    "next", "next page", "older", "older posts", "older entries", "older stories", "more", "more news",
    "load more", "show more", "далее", "дальше", "вперед", "вперёд", "следующая", "следующая страница",
    "ещё", "еще", "показать ещё", "показать еще", "раньше", "кийинки", "кийинкиси", "дагы", "келесі",
    "тағы", "keyingi", "keyingisi", "yana", "оянда", "баъдӣ", "indiki", "наступна", "наступна сторінка",
    "далі", "weiter", "nächste", "nächste seite", "ältere beiträge", "suivant", "suivante",
    "page suivante", "plus ancien", "siguiente", "página siguiente", "anteriores", "successiva",
    "successivo", "avanti", "pagina successiva", "próxima", "próximo", "seguinte", "próxima página",
    "następna", "następna strona", "dalej", "sonraki", "sonraki sayfa", "下一页", "下一頁", "下页", "次へ",
    "次のページ", "다음", "다음 페이지",
})  # fmt: skip
"""What such a link says, arrows aside."""

_ARROWS = " \t\r\n.…»›→>≫⟩❯▶⏵"
_PATH = re.compile(r"/(?:page|p|seite|strana|stranica)[/-]?(\d{1,6})(?=[/.]|$)", re.IGNORECASE)
_PARAMETERS = frozenset({"page", "paged", "pg", "p", "pagen_1", "start_page"})


def next_page(root: Element, url: str, base: str) -> str | None:
    """The address of the page behind the one at `url`, which is on the same host; None where there is none."""
    others = (address for address in _candidates(root, url, base) if address != url)
    return next((one for one in others if may_lead(url, one) and host_of(one) == host_of(url)), None)


def _candidates(root: Element, url: str, base: str) -> Iterator[str]:
    related = root.xpath(
        "//*[self::a or self::link][@href][contains(concat(' ', normalize-space(@rel), ' '), ' next ')]"
    )
    yield from (resolved(base, str(element.get("href"))) for element in related)
    anchors = [
        (anchor, resolved(base, str(anchor.get("href")))) for anchor in root.iter("a") if anchor.get("href")
    ]
    for anchor, address in anchors:
        said = text_of(anchor) or anchor.get("aria-label") or anchor.get("title") or ""
        if said.strip(_ARROWS).lower() in _WORDS and _number(address) is not None:
            yield address
    wanted = (_number(url) or 1) + 1
    yield from (
        address for _, address in anchors if _number(address) == wanted and _stem(address) == _stem(url)
    )


def _number(address: str) -> int | None:
    numbers, _ = _taken_apart(address)
    return numbers[0] if numbers else None


def _stem(address: str) -> tuple[str, ...]:
    return _taken_apart(address)[1]


def _taken_apart(address: str) -> tuple[list[int], tuple[str, ...]]:
    """The number of the page in its address, and the rest: what the pages of one listing share."""
    parts = parts_of(address)
    query = parse_qsl(parts.query)
    numbers = [int(number) for number in _PATH.findall(parts.path)]
    numbers += [int(v) for name, v in query if name.lower() in _PARAMETERS and v.isdecimal() and len(v) < 7]
    rest = sorted(f"{name}={value}" for name, value in query if name.lower() not in _PARAMETERS)
    return numbers, (_PATH.sub("", parts.path).rstrip("/"), *rest)
