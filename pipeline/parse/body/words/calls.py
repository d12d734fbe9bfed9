"""Whether a line is one in which the house asks its readers for something."""

import re
from collections.abc import Iterator, Sequence

from pipeline.parse.alternatives import any_of, holds_one
from pipeline.parse.body.words.call_phrases import CALLS, CHANNELS

_LONGEST = 200
"""Characters of such a line."""
_APART = 100
"""Characters between how it begins and what it names."""

_CALL_ENDS = re.compile(
    r"(?:telegram|телеграм|whatsapp|instagram|facebook|youtube|арна|канал).{0,60}(?:жазыл|катталыңыз|қосыл)\w{0,12}\W*$"
    r"|(?:telegram|kanal).{0,60}(?:obuna bo.?ling|kuzatib boring)\W*$"
    r"|(?:bülten|kanal|telegram|whatsapp|instagram|facebook|youtube|twitter|uygulama|google news).{0,60}"
    r"(?:abone ol|takip ed|katıl|indirin|indir)\w{0,6}\W*$"
    r"|(?:关注|关注我们|扫描|扫码|下载|下載).{0,30}(?:公众号|微信|微博|二维码|客户端|app)"
    r"|(?:长按|扫描|识别).{0,12}二维码|点击.{0,8}蓝字|(?:更多|精彩).{0,20}请关注|版权(?:归|所有)|未经.{0,20}(?:转载|禁止)|转载请(?:联系|注明|标明|在后台)|^责任编辑"
    r"|^返回搜狐|^举报/反馈|^ご意見・ご感想|어떻게 생각하시나요\W*$|만족(?:도|하)\S{0,4} ?(?:습니까|십니까|평가|조사)"
    r"|व्हाट्सएप चैनल|व्हाट्सऐप चैनल|tepkiniz ne oldu"
    r"|қате тапсаңыз|^海量资讯|^\W{0,3}제보는"
    r"|^\W{0,3}(?:add|make|set|choose) .{2,50} preferred source|(?:preferred source|bevorzugte quelle|source préférée"
    r"|fuente preferida|fonte prefer(?:ita|ida)|voorkeursbron|preferowane źródło|tercih edilen kaynak)"
    r".{0,20}google.{0,12}$"
    r"|^\W{0,2}(?:(?:de |het )?(?:tekst|artikel|verhaal) (?:gaat|loopt) (?:verder|door)|lees verder)"
    r" onder (?:de|het) \w+\W*$"
    r"|^좋아요 ?\d|기사를 공유(?:합니다|하기)\W*$"
    r"|無断(?:転載|複製)|転載を禁|무단\s?(?:전재|복제|배포)|재배포\s?금지",
    re.IGNORECASE,
)
"""Where the verb ends the line, or words do not stand apart: anywhere in it."""
_CALL_ENDS_STEMS = (
    "жазыл", "катталыңыз", "қосыл", "obuna", "kuzatib", "abone", "takip", "katıl", "indir", "二维码", "蓝字",
    "关注", "扫", "下载", "下載",
    "版权", "未经", "转载请", " onder ", "좋아요", "공유",
    "preferred source", "bevorzugte quelle", "source préférée", "preferida", "preferita",
    "voorkeursbron", "preferowane", "tercih edilen", "责任编辑", "断", "転載", "무단", "재배포", "海量资讯", "제보는",
    "返回搜狐", "举报/", "ご意見", "생각하시나요", "만족", "व्हाट्स", "tepkiniz", "тапсаңыз",
)  # fmt: skip
"""One of these is in every such line: to look for them is much quicker."""
_ASCII_STEMS = tuple(filter(str.isascii, _CALL_ENDS_STEMS))
"""Those that a line in plain Latin letters may have: to look for these is quicker still."""


def _words(phrases: Sequence[str]) -> str:
    """The pattern of any of `phrases`, as whole words save where a star stands."""
    whole = any_of(phrase for phrase in phrases if not phrase.endswith("*"))
    stems = any_of(phrase[:-1] for phrase in phrases if phrase.endswith("*"))
    return rf"(?:{whole})(?!\w)" + (f"|{stems}" if stems else "")


def _calls() -> str:
    """The pattern of a line that begins like a call, in any language."""
    parts = [_words([phrase for calls in CALLS for phrase in calls.alone])]
    for calls in CALLS:
        named = rf"(?<!\w)(?:{_words((*CHANNELS, *calls.naming))})"
        parts.append(rf"(?:{_words(calls.begin)}).{{0,{_APART}}}?(?:{named}|@)")
    return "|".join(parts)


_CALL = re.compile(rf"\W{{0,6}}(?:{_calls()})")
_SENTENCE_END = re.compile(r"[.!?…] (?=\w)")
_FOLLOW = re.compile(
    r"(?:Follow|Sigue a|Siga|Segui|Suivez) (?:the )?[A-ZÀ-Þ]\w{1,20}(?: [A-ZÀ-Þ]\w{1,20}){0,4} (?:on|en|no|su|sur) "
    r"(?:Twitter|X|Facebook|Instagram|YouTube|TikTok|WhatsApp|Google News)"
)
"""A name in capitals is a paper's or a person's: `Follow the money`, somebody may say."""


def _sentences(line: str) -> Iterator[int]:
    """Where the sentences of a line begin."""
    yield 0
    for end in _SENTENCE_END.finditer(line):
        yield end.end()


def is_call(text: str) -> bool:
    """Whether a line asks its readers for something."""
    if len(text) > _LONGEST:
        return False
    line = text.lower()
    if any(_CALL.match(line, at) for at in _sentences(line)) or _FOLLOW.match(text):
        return True
    stems = _ASCII_STEMS if line.isascii() else _CALL_ENDS_STEMS
    return holds_one(line, stems) and _CALL_ENDS.search(text) is not None
