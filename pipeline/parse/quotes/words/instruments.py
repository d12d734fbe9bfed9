"""What tickers print beside currency pairs, by the names that they print. A new name is a new entry here."""

import re
from collections.abc import Mapping

from pipeline.parse.alternatives import any_of
from pipeline.parse.quotes.words.currencies import CRYPTO
from pipeline.records import InstrumentKind

_INDICES = (
    "S&P 500", "S&P500", "S&P/TSX", "Dow Jones", "Dow 30", "DJIA", "Nasdaq 100", "Nasdaq Composite",
    "Nasdaq", "Russell 2000", "VIX", "FTSE 100", "FTSE 250", "FTSE MIB", "DAX 40", "DAX", "MDAX", "TecDAX",
    "SDAX", "CAC 40", "Euro Stoxx 50", "EuroStoxx 50", "Stoxx 600", "STOXX Europe 600", "IBEX 35", "PSI 20",
    "AEX", "BEL 20", "SMI", "ATX", "OMX", "WIG20", "WIG 20", "WIG", "BUX", "BIST 100", "BIST 30",
    "Nikkei 225", "Nikkei", "Topix", "TOPIX", "Hang Seng", "Shanghai Composite", "Shanghai",
    "Shenzhen Component", "CSI 300", "KOSPI", "KOSDAQ", "TAIEX", "Sensex", "BSE Sensex", "Nifty 50",
    "Nifty", "ASX 200", "S&P/ASX 200", "Straits Times", "Bovespa", "Ibovespa", "Merval", "MOEX", "IMOEX",
    "RTSI", "RTS", "KASE", "PFTS", "Tadawul", "TA-35", "EGX 30", "JSE Top 40", "Dollar Index", "DXY",
    "Индекс МосБиржи", "Индекс Мосбиржи", "МосБиржа", "Мосбиржа", "ММВБ", "РТС", "Индекс РТС",
    "Индекс KASE", "ПФТС", "上证指数", "深证成指", "创业板指", "沪深300", "恒生指数", "日経平均",
    "日経平均株価", "코스피", "코스닥", "코스피200", "나스닥", "科创50", "北证50", "纳斯达克", "道琼斯",
    "标普500", "BIST100", "OMXS30", "OMXC25", "OBX", "SOFIX", "BELEX15", "CROBEX", "IHSG", "KLCI",
    "VN-Index", "VNINDEX", "NZX 50", "IPSA", "S&P/BMV IPC", "COLCAP", "TASI", "SET Index", "PSEi", "S&P Merval",
    "NYダウ", "ダウ平均", "ナスダック", "日経225", "日経先物", "東証グロース250", "创业板", "深圳成指", "国企指数",
    "上證指數", "深證成指", "滬深300", "恆生指數", "恒生指數", "國企指數", "恆生科技指數", "恒生科技指數", "道瓊",
    "道瓊工業", "那斯達克", "費城半導體", "標普500", "櫃買指數", "恒生科技指数", "台股", "加權指數", "다우", "니케이",
    "니케이225", "상해종합", "항셍", "Sensex 30", "Nifty Bank",
    "Bank Nifty", "Gift Nifty", "mWIG40", "WIG30", "CAC40", "IBEX35", "DAX40", "Индекс ММВБ", "Индекс S&P 500",
    "NASDAQ Comp", "Dow Jones Industrial", "Dow Jones Industrial Average", "S&P 500 Index",
)  # fmt: skip
_COMMODITIES = (
    "Brent", "Brent Crude", "Brent crude", "Crude Oil", "Crude oil", "WTI", "WTI Crude", "Oil",
    "Natural Gas", "Natural gas", "TTF", "Gold", "Silver", "Platinum",
    "Palladium", "Copper", "Aluminium", "Aluminum", "Nickel", "Zinc", "Iron Ore", "Uranium", "Coal",
    "Wheat", "Corn", "Soybeans", "Coffee", "Cocoa", "Cotton", "Sugar", "Нефть Brent", "Нефть", "Brent, $",
    "Золото", "Серебро", "Платина", "Палладий", "Медь", "Газ", "Мунай", "Алтын", "Erdöl", "Öl",
    "Silber", "Pétrole", "Oro", "Petróleo", "Petrolio", "Złoto", "Ropa", "Altın",
    "Petrol", "Pétrole Brent", "Petróleo Brent", "Petrolio Brent", "Ropa Brent", "Gram Altın", "Gram altın",
    "Spot Gold", "Spot Silver", "Gold Spot", "Gold Futures", "Crude", "Brent Oil", "WTI Oil", "Нефть WTI",
    "Природный газ", "Алюминий", "Никель", "Пшеница", "Rohöl", "Erdgas", "Öl Brent", "Silberpreis", "Ölpreis",
    "Pétrole WTI", "Once d'or", "Crudo Brent", "Ouro", "Argento", "Srebro", "Miedź", "Ropa WTI", "Baryłka ropy",
    "现货黄金", "现货白银", "黄金", "白银", "原油", "布伦特原油", "美原油", "国际金价", "伦敦金", "コメックス金",
    "NY原油", "NY金", "국제금", "국제유가", "두바이유", "브렌트유",
    "Çeyrek Altın", "Ons Altın", "Goldpreis", "Brent Petrol", "Gümüş", "Gram Gümüş",
)  # fmt: skip
_COINS = (
    "Bitcoin", "Ethereum", "Ether", "Litecoin", "Ripple", "Dogecoin", "Solana", "Cardano", "Toncoin",
    "Tether", "Биткоин", "Биткойн", "Эфириум",
)  # fmt: skip

NAMES: Mapping[str, InstrumentKind] = {
    **dict.fromkeys(_INDICES, InstrumentKind.INDEX),
    **dict.fromkeys(_COMMODITIES, InstrumentKind.COMMODITY),
    **dict.fromkeys(_COINS, InstrumentKind.CRYPTO),
}
"""Each name as it is printed, in its own capitals; also asked for in capitals alone."""

_METALS = frozenset({"XAU", "XAG", "XPT", "XPD"})
_BY_FOLDED = {spelling.casefold(): kind for name, kind in NAMES.items() for spelling in (name, name.upper())}
"""A Turkish ı has a capital that folds to i."""

_QUALIFIER = (
    r"(?:[ ]?\([^\W\d_]{1,12}\)|/(?i:oz|ounce|unze|once|onza|oncia|унция|унц|ons|gr?|gramm?|грамм|г))"
)
"""What a metal is weighed in, and where it is traded: `Gold (oz)`, `Gold/Unze`, `Silver (MCX)`."""
_BEHIND = re.compile(rf"(?<=.){_QUALIFIER}\Z")


def _spelled(names: tuple[str, ...]) -> str:
    """A pattern for the names as they stand and in capitals."""
    return any_of({spelling for name in names for spelling in (name, name.upper())})


NAME = rf"(?:{_spelled(tuple(NAMES))}){_QUALIFIER}?(?:(?![^\W_]|&|[.,]\d)|(?<=[^\W\d_])(?=\d++[.,]\d))"
"""A pattern for every name. A price may follow without a space, Brent82.10, where the name ends in a letter."""

EXCHANGE = (
    r"(?:NYSE|NASDAQ|Nasdaq|AMEX|OTC|TSX|TSXV|LSE|XETRA|ASX|HKEX|SGX|JSE|NSE|BSE|MOEX|KASE|GPW):[ ]?(?=[A-Z])"
)
"""Where a share is traded, in front of its symbol."""
SHARE = re.compile(r"[A-Z]{1,5}(?:\.[A-Z]{1,2})?")
"""The symbol of a share. Believed only where a ticker's shape speaks for it: any word in capitals is one."""


def kind_of(name: str) -> InstrumentKind | None:
    """What is called so, or has this code and no second one beside it; None where nobody knows: it may be a share."""
    if name in CRYPTO:
        return InstrumentKind.CRYPTO
    if name in _METALS:
        return InstrumentKind.COMMODITY
    folded = name.casefold()
    return _BY_FOLDED.get(folded) or _BY_FOLDED.get(_BEHIND.sub("", folded))
