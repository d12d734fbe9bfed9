"""Agencies, which sign stories as persons do, newsrooms, and the companies and accounts that sign none."""

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
    "newsroom", "newsdesk", "webdesk", "desk", "bureau", "staff", "team", "editors", "guest", "contributor", "agency",
    "agencies", "webmaster", "redaktion", "redaktionsteam", "rédaction", "redaction", "redacción", "redaccion",
    "redação", "redazione", "redacția", "redactie", "redakcja", "redakce", "redakcia", "redaktionen", "redaksjonen",
    "redaksi", "toimitus", "szerkesztőség", "редакция", "редакція", "редакциясы", "администратор", "адміністратор",
    "модератор", "merkezi", "servisi", "tahririyat", "таҳририят", "tahririyati", "таҳририяти", "yönetici",
})  # fmt: skip
"""Words of the name of a newsroom, or of an account that many use: `Haber Merkezi`, `Web Desk`, `La redazione`."""

NEWSROOMS_END = ("编辑部", "編輯部", "編集部", "편집부", "뉴스팀", "취재팀", "小编", "小編", "取材班")
"""How the names of newsrooms end in ideographs."""

ACCOUNTS = frozenset({
    "admin", "administrator", "administrador", "administrateur", "adm", "user", "root", "webmaster", "wordpress", "wp",
    "superuser", "wpadmin", "siteadmin", "cms", "system", "sysadmin", "админ",
})  # fmt: skip
"""Words of the accounts of a system, which many use: `cms-prod`, `Super Admin`."""

BESIDE_ACCOUNTS = frozenset({
    "super", "site", "web", "news", "editor", "guest", "test", "prod", "dev", "demo", "import", "feed", "bot", "api",
    "default", "online", "redaktor", "author",
})  # fmt: skip
"""Words that stand beside those, or alone with a number: `editor1`."""

_SITE = re.compile(r"[\w-]{2,30}\.[a-z]{2,6}", re.IGNORECASE)

_OF_ACCOUNTS = ACCOUNTS | BESIDE_ACCOUNTS
_NO_WORD = re.compile(r"[\W\d_]+")


def is_system_account(name: str) -> bool:
    """True for the account of a system, not of a person: `admin`, `cms-prod`, `editor1`, `Super Admin`."""
    words = frozenset(_NO_WORD.sub(" ", name.lower()).split())
    if not words or not words <= _OF_ACCOUNTS:
        return False
    return not name.replace(" ", "").isalpha() or not words.isdisjoint(ACCOUNTS)


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
