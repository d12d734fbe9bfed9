"""Headings, buttons and places that are written as names are."""

BEGIN_NO_NAME = frozenset({
    "read", "listen", "watch", "print", "share", "follow", "subscribe", "save", "download", "view", "breaking",
    "related", "latest", "key", "top", "more", "most", "live", "font", "text", "photo", "video", "image", "news",
    "just", "sign", "log", "join", "click", "skip", "show", "recent", "trending", "popular", "quick", "special",
    "exclusive", "premium", "advertisement", "sponsored", "estimated", "reading", "our", "your", "the", "this", "why",
    "what", "how", "new", "port", "san", "fort", "cape", "north", "south", "east", "west", "los", "las", "kuala", "tel",
    "nueva", "nuevo", "são", "sankt", "saint", "abone", "güncel", "baca", "нью", "санкт", "нижний", "северная", "южная",
})  # fmt: skip
"""First words of headings, buttons and places that are written like names: `Key Points`, `Port Harcourt`."""

END_NO_NAME = frozenset({
    "news", "now", "article", "articles", "stories", "size", "points", "updates", "headlines", "comments", "videos",
    "photos", "takeaways", "facts", "today", "edition", "highlights", "minutes", "desk", "haber", "haberler",
    "dakika", "images", "journalism",
})  # fmt: skip
"""Last words of those."""

CALLS = frozenset({
    "follow", "following", "+ follow", "share", "subscribe", "email", "contact", "folgen", "suivre", "seguir", "segui",
    "volg", "volgen", "mejla", "följ", "følg", "seuraa", "obserwuj", "sledovat", "takip et", "подписаться", "читать",
    "підписатися", "жазылу", "жазылуу", "obuna bo‘lish", "关注", "關注", "フォロー", "구독", "팔로우",
})  # fmt: skip
"""What buttons beside a name say."""

SECTIONS = frozenset({
    "本報", "本报", "本社", "本刊", "社会", "社會", "政治", "经济", "經濟", "経済", "国际", "國際", "国際", "体育",
    "體育", "文化", "科技", "科学", "科學", "娱乐", "娛樂", "财经", "財經", "时政", "時政", "时事", "军事", "健康",
    "教育", "评论", "評論", "社論", "社説", "天気", "地域", "地方", "生活", "要闻", "要聞", "国内", "國內", "国外",
    "首页", "全国", "全國", "写真", "動画", "图片", "视频", "特集", "解説", "話題", "環境", "综合", "法治", "观点",
    "深度", "사회", "정치", "경제", "국제", "문화", "스포츠", "연예", "전국", "지역", "과학", "건강", "오피니언",
    "사설", "칼럼", "북한", "산업", "금융", "부동산", "생활", "종합",
})  # fmt: skip
"""Sections and labels in ideographs, which are as long as names."""


def looks_alike(name: str) -> bool:
    """True for `Key Points` and `Port Harcourt`, which are written as `Mary Port` is."""
    first, *others = name.lower().split()
    return first in BEGIN_NO_NAME or (bool(others) and others[-1] in END_NO_NAME)
