"""Agencies, which sign stories as persons do, and companies, which sign none."""

import re

AGENCIES = frozenset({
    "reuters", "associated press", "the associated press", "agence france-presse", "press association", "pa media",
    "the canadian press", "la presse canadienne", "bloomberg", "deutsche presse-agentur", "dpa", "apa", "sda", "epd",
    "kna", "sid", "keystone-sda", "belga", "anp", "ritzau", "ritzaus bureau", "ntb", "stt", "čtk", "tasr", "sita",
    "pap", "mti", "hina", "tanjug", "agerpres", "mediafax", "elta", "bns", "leta", "efe", "agencia efe",
    "europa press", "ansa", "adnkronos", "agi", "askanews", "lusa", "agência lusa", "agência brasil", "télam", "afp",
    "tass", "тасс", "риа новости", "интерфакс", "интерфакс-казахстан", "interfax", "sputnik", "белта", "belta",
    "укрінформ", "уніан", "унн", "казинформ", "kazinform", "казтаг", "кабар", "акипресс", "akipress", "24.kg", "уза",
    "uza", "ховар", "anadolu ajansı", "dha", "iha", "xinhua", "bernama", "antara", "yonhap", "kyodo", "pti", "ani",
    "ians", "aap", "upi", "新华社", "新華社", "中新社", "中央社", "共同通信", "時事通信", "연합뉴스", "뉴시스", "뉴스1",
})  # fmt: skip
"""Agencies whose name alone signs a story."""

SHORT_AGENCIES = frozenset({"AP", "AA", "TT", "PA", "CP"})
"""Those that in small letters would be words."""

LEGAL_FORMS = frozenset({
    "gmbh", "ag", "kg", "e.v.", "se", "inc", "inc.", "ltd", "ltd.", "llc", "plc", "s.a.", "s.l.", "s.r.l.", "s.p.a.",
    "oao", "ооо", "ао", "тоо", "осоо",
})  # fmt: skip
"""Words that end the name of a company; what follows is its address."""


NEWSROOM = frozenset({
    "newsroom", "newsdesk", "webdesk", "desk", "bureau", "staff", "team", "editors", "guest", "contributor",
    "webmaster", "redaktion", "redaktionsteam", "rédaction", "redaction", "redacción", "redaccion", "redação",
    "redazione", "redacția", "redactie", "redakcja", "redakce", "redakcia", "redaktionen", "redaksjonen", "redaksi",
    "toimitus", "szerkesztőség", "редакция", "редакція", "редакциясы", "администратор", "адміністратор",
    "модератор", "merkezi", "servisi", "tahririyat", "таҳририят", "tahririyati", "таҳририяти", "yönetici",
})  # fmt: skip
"""Words of the name of a newsroom, or of an account that many use: `Haber Merkezi`, `Web Desk`, `La redazione`."""

NEWSROOMS_END = ("编辑部", "編輯部", "編集部", "편집부", "뉴스팀", "취재팀", "小编", "小編", "取材班")
"""How the names of newsrooms end in ideographs."""

_SITE = re.compile(r"[\w-]{2,30}\.[a-z]{2,6}", re.IGNORECASE)


def is_newsroom(name: str) -> bool:
    """True for what names no person, but all who work somewhere, or a site by its address."""
    words = name.lower().split()
    return not NEWSROOM.isdisjoint(words) or name.endswith(NEWSROOMS_END) or _SITE.fullmatch(name) is not None


def is_agency(name: str) -> bool:
    """True for the name of an agency."""
    return name in SHORT_AGENCIES or name.lower() in AGENCIES


def is_company(name: str) -> bool:
    """True for a name with the form of a company in it: `Acme Web Design Ltd` made the pages, and wrote none."""
    return not LEGAL_FORMS.isdisjoint(name.lower().replace(",", " ").split())
