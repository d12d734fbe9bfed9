"""What stands around the names in a byline, by language. Add a language by adding a line."""

from collections.abc import Mapping

_OPENINGS: Mapping[str, tuple[str, ...]] = {
    "": ("author:", "authors:", "byline:", "text:", "story:", "words:", "reporting:", "editor:"),
    "en": ("text and photos by", "words and photos by", "words and pictures by", "story and photos by", "by",
           "written by", "reported by", "story by", "words by", "posted by", "published by", "submitted by",
           "added by", "contributed by", "as told to", "from:", "text by", "reporting by", "compiled by",
           "guest author:"),
    "de": ("text und fotos:", "text und foto:", "text und bilder:", "text und fotos von", "von", "text:", "autor:",
           "autorin:", "autoren:", "ein artikel von", "ein gastbeitrag von", "text von", "geschrieben von",
           "verfasst von", "veröffentlicht von", "eingestellt von", "gepostet von", "erstellt von", "eingereicht von",
           "gespeichert von", "aufgezeichnet von", "das gespräch führte",
           "das gespräch führten", "das interview führte", "das interview führten", "die fragen stellte",
           "die fragen stellten", "interview geführt von", "es berichtet:"),
    "fr": ("texte et photos:", "par", "auteur:", "auteurs:", "propos recueillis par", "texte:", "écrit par",
           "ecrit par", "rédigé par", "publié par", "posté par", "mis en ligne par", "soumis par", "proposé par"),
    "es": ("texto y fotos:", "por", "de:", "autor:", "autora:", "texto:", "escrito por", "enviado por",
           "publicado por", "publicada por", "redactado por", "escribe"),
    "pt": ("texto e fotos:", "por", "de:", "autor:", "autora:", "texto:", "da redação:", "escrito por",
           "publicado por", "publicada por", "postado por", "postada por"),
    "it": ("testo e foto:", "testo e foto di", "di", "a cura di", "autore:", "testo:", "testo di", "scritto da",
           "pubblicato da", "postato da", "inserito da", "inviato da", "dal nostro corrispondente",
           "dal nostro inviato", "dalla nostra corrispondente", "dalla nostra inviata"),
    "nl": ("tekst en foto’s:", "tekst en foto's:", "door", "auteur:", "van:", "geschreven door", "geplaatst door",
           "gepost door", "gepubliceerd door", "ingezonden door", "van onze verslaggever", "van onze correspondent"),
    "sv": ("text och foto:", "text & foto:", "av", "text:", "skriven av", "skrivet av", "publicerad av",
           "publicerat av", "upplagd av", "inskickad av"),
    "da": ("tekst og foto:", "af", "tekst:", "skrevet af", "udgivet af", "lagt op af", "indsendt af"),
    "no": ("av", "tekst:", "tekst og foto:", "skrevet av", "publisert av", "lagt inn av"),
    "nb": ("av", "tekst:", "tekst og foto:", "skrevet av", "publisert av", "lagt inn av"),
    "fi": ("teksti:", "kirjoittaja", "kirjoittanut", "lähettänyt", "julkaissut"),
    "cs": ("autor:", "autorka:", "autoři:", "text:", "napsal", "napsala", "připravil", "připravila", "zpracoval",
           "zpracovala", "publikoval", "publikovala", "vystavil", "vystavila", "vložil", "vložila"),
    "sk": ("autor:", "autori:", "publikoval", "publikovala", "uverejnil", "uverejnila", "zverejnil", "zverejnila"),
    "pl": ("autor:", "autor/źródło:", "autorzy:", "oprac:", "opr:", "tekst:", "napisał", "napisała", "opublikował",
           "opublikowała", "dodane przez", "dodał", "dodała", "wysłane przez", "napisane przez", "opublikowane przez",
           "opracował", "opracowała", "opracowanie:", "tekst i zdjęcia:", "rozmawiał", "rozmawiała"),
    "ro": ("de", "autor:", "scris de", "publicat de", "postat de", "trimis de"),
    "hu": ("írta", "szerző:", "bejegyezte:", "közzétette:", "beküldte:"),
    "lt": ("autorius:", "parengė", "paskelbė"),
    "lv": ("autors:", "iesūtīja"),
    "et": ("autor:", "postitas"),
    "id": ("oleh", "ditulis oleh", "diterbitkan oleh", "diposting oleh", "diposkan oleh", "dikirim oleh", "penulis",
           "reporter:", "pewarta:"),
    "tr": ("yazan", "yazar:", "haber:", "muhabir:", "gönderen", "ekleyen:"),
    "az": ("müəllif:",),
    "vi": ("tác giả:", "được viết bởi:", "được đăng bởi", "đăng bởi", "người đăng:", "bởi", "theo:"),
    "ru": ("автор", "авторы:", "текст:", "текст и фото:", "автор текста:", "автор материала", "автор статьи",
           "автор оригинала:", "написано автором:", "корреспондент:", "материал подготовил",
           "материал подготовила", "материал подготовили", "подготовил", "подготовила", "подготовили:", "от:",
           "опубликовал", "опубликовала", "написал", "написала", "добавил", "добавила", "разместил:",
           "разместила:", "прислал:", "прислала:", "беседовал",
           "беседовала", "записал", "записала"),
    "uk": ("автор:", "авторка:", "автори:", "текст:", "автор тексту:", "підготував", "підготувала", "опублікував",
           "опублікувала", "додав:", "додала:", "розмовляв", "розмовляла", "спілкувався", "спілкувалася"),
    "be": ("аўтар:", "тэкст:"),
    "bg": ("автор:", "от:", "публикувано от", "публикувана от"),
    "sr": ("аутор:", "autor:", "пише", "пишу", "piše", "pišu", "napisao", "napisala", "објавио", "објавила", "objavio",
           "objavila"),
    "el": ("του", "της", "των", "από τον", "από την", "συντάκτης:", "αναρτήθηκε από", "δημοσιεύτηκε από",
           "δημοσιεύθηκε από", "γράφτηκε από", "γράφουν", "γράφουν οι", "γράφει:", "γράφει ο", "γράφει η"),
    "kk": ("авторы:", "автор:", "мәтін:", "тілші", "дайындаған", "жазған", "әңгімелескен", "сұхбаттасқан"),
    "ky": ("автор:", "автору:", "текст:", "кабарчы", "даярдаган", "жазган", "маектешкен", "баарлашкан"),
    "uz": ("muallif:", "muallifi:", "matn:", "matn muallifi:", "muxbir:", "tayyorlagan", "муаллиф:", "матн муаллифи:",
           "мухбир:", "тайёрлаган", "suhbatlashdi:", "tayyorladi:", "суҳбатлашди:", "тайёрлади:"),
    "tg": ("муаллиф:", "матн:", "таҳияи:"),
    "tk": ("awtor:", "ýazan:", "taýýarlan:", "taýýarlady:"),
    "is": ("eftir", "höfundur:", "texti:"),
    "nn": ("av", "tekst:", "tekst og foto:", "skriven av"),
    "hr": ("piše", "pišu", "autor:", "autorica:", "autori:", "napisao", "napisala", "objavio", "objavila",
           "tekst:", "razgovarao", "razgovarala"),
    "bs": ("piše", "pišu", "autor:", "autorica:", "autori:", "napisao", "napisala"),
    "sl": ("piše", "avtor:", "avtorica:", "avtorji:", "besedilo:", "pripravil", "pripravila", "objavil", "objavila"),
    "mk": ("пишува", "автор:", "подготви:", "разговараше:"),
    "sq": ("nga:", "autor:", "shkruan", "shkruar nga"),
    "ca": ("per:", "autor:", "autora:", "text:", "redacció:", "escrit per", "publicat per"),
    "gl": ("por", "autor:", "autora:", "texto:", "escrito por"),
    "eu": ("egilea:", "testua:"),
    "af": ("deur", "outeur:", "geskryf deur"),
    "ga": ("le:", "údar:"),
    "lb": ("vun:", "auteur:"),
    "ka": ("ავტორი:",), "hy": ("հեղինակ:",), "mn": ("бичсэн", "сурвалжлагч:"),
    "he": ("מאת", "כתב:", "כתבה:", "הכותב:", "פורסם על ידי", "נכתב על ידי"),
    "ur": ("تحریر:", "رپورٹ:"), "hi": ("लेखक:", "रिपोर्ट:", "द्वारा:", "प्रस्तुतकर्ता"), "bn": ("লেখক:", "প্রতিবেদক:"),
    "th": ("โดย", "บทความโดย", "ผู้เขียน:", "เขียนโดย", "เรื่อง:", "เรื่องโดย", "โพสต์โดย"),
    "ms": ("oleh", "ditulis oleh", "penulis", "wartawan:"),
    "tl": ("ni:", "nina:", "isinulat ni"), "sw": ("na:", "imeandikwa na", "mwandishi:"),
    "zh": ("作者:", "记者:", "記者:", "本报记者:", "通讯员:", "文:", "撰文:", "报道:", "報導:", "责任编辑:", "责编:",
           "文、图:", "文字:", "撰稿:", "采写:", "採寫:", "发布者:", "發佈者:", "发布人:", "張貼者:"),
    "ja": ("文:", "取材・文:", "文・写真:", "写真・文:", "取材・文・写真:", "筆者:", "執筆:", "執筆者:", "著者:",
           "記者:", "投稿者:", "作成者:", "ライター:", "聞き手:", "編集委員:", "論説委員:", "特派員:"),
    "ko": ("글:", "글·사진:", "글쓴이:", "작성자:", "기자:", "기자명:", "취재:"),
    "ar": ("بقلم", "بواسطة", "مرسلة بواسطة", "نشر بواسطة", "كتب", "كتبت", "إعداد:"),
    "fa": ("نویسنده:", "خبرنگار:", "توسط", "نوشته شده توسط", "ارسال شده توسط"),
}  # fmt: skip
"""Words before the first name; those of the language "" hold everywhere. What ends with a colon needs one."""

OPENINGS = {
    language: tuple(word.removesuffix(":") for word in words) for language, words in _OPENINGS.items()
}
"""The same without the colons."""

BARE = frozenset(word for words in _OPENINGS.values() for word in words if not word.endswith(":"))
"""Those that a name follows at once."""

CONJUNCTIONS = {
    "en": ("and", "with"), "de": ("und", "mit"), "fr": ("et", "avec"), "es": ("y", "e", "con"),
    "pt": ("e", "com"), "it": ("e", "con"), "nl": ("en", "met"), "sv": ("och",), "da": ("og",), "no": ("og",),
    "nb": ("og",), "fi": ("ja",), "cs": ("a",), "sk": ("a",), "pl": ("i", "oraz"), "ro": ("și", "şi"),
    "hu": ("és",), "hr": ("i",), "sl": ("in",), "lt": ("ir",), "lv": ("un",), "et": ("ja",),
    "tr": ("ve",), "az": ("və",),
    "id": ("dan",), "vi": ("và",), "ru": ("и",), "uk": ("та", "і", "й"), "be": ("і",), "bg": ("и",),
    "sr": ("и", "i"), "el": ("και",), "kk": ("және", "мен"), "ky": ("жана", "менен"), "uz": ("va", "ва"),
    "is": ("og",), "bs": ("i",), "mk": ("и",), "nn": ("og",), "sq": ("dhe",), "eu": ("eta",), "gl": ("e",),
    "af": ("en",), "ga": ("agus",), "lb": ("an",), "ms": ("dan",), "tl": ("at",), "sw": ("na",), "hy": ("և", "եւ"),
    "ka": ("და",), "hi": ("और",), "bn": ("ও", "এবং"), "ur": ("اور",), "th": ("และ",),
    "tg": ("ва",), "tk": ("we",), "ar": ("و",), "fa": ("و",), "ca": ("i",),
}  # fmt: skip
"""Words between two names."""

BETWEEN_NAMES = {
    "he": r"(?<=[א-ת])\sו(?!רד\s|יקי\s|ולף\s)(?=[א-ת]{2,}\s[א-ת]{2})",
    "ar": r"(?<=[ء-ي])\sو(?!ليد\s|ائل\s|سام\s|سيم\s|جدي\s|داد\s|لاء\s)(?=[ء-ي]{2,}\s[ء-ي]{2})",
    "ko": r"\s?[·ㆍ]\s?|(?<=[가-힣])\s(?=(?!기자|특파원|논설위원|선임기자|인턴기자)[가-힣]{2,4}(?:\s|$))",
    "zh": r"(?<=[一-鿿])(?<![者员員])\s(?=(?:通[讯訊][员員])?[一-鿿]{2,4}(?:\s|$))",
    "ja": r"(?<=[々一-鿿]{4})\s(?=[々一-鿿]{3,5}(?:\s|$))|(?<=[々一-鿿]{3})\s(?=[々一-鿿]{4,5}(?:\s|$))",
}  # fmt: skip
"""Patterns of what else stands between two names: a space where a name itself holds none, an "and" that is glued on."""

NAMES_AT_DASHES = frozenset({"vi"})
"""Languages in which a dash stands between two names; in others it stands before a role or a paper."""

ROLES = frozenset({
    "editor", "reporter", "reporters", "correspondent", "writer", "journalist", "columnist", "producer", "contributor",
    "staff", "chief", "senior", "bureau", "desk", "analyst", "photographer", "freelance", "newsroom", "intern",
    "contributing", "editors", "writers", "correspondents", "journalists", "columnists", "editor-in-chief",
    "sub-editor", "redakteur", "redakteurin", "redakteure", "redaktion", "korrespondent", "korrespondentin",
    "korrespondenten", "reporterin", "journalistin", "volontär", "volontärin", "autor", "autorin", "kolumnist",
    "kolumnistin", "journaliste", "rédacteur", "rédactrice", "correspondant", "correspondante", "envoyé", "envoyée",
    "chroniqueur", "chroniqueuse", "éditorialiste", "redactor", "redactora", "redação", "redacción", "redazione",
    "rédaction", "editora", "columnista", "enviado", "enviada", "corresponsal", "periodista", "giornalista",
    "redattore", "redattrice", "caporedattore", "caporedattrice", "vicedirettore", "inviato", "inviata",
    "corrispondente", "editorialista", "jornalista", "repórter", "correspondente", "colunista", "redactie", "redacteur",
    "hoofdredacteur", "verslaggever", "verslaggevers", "redacteuren", "verslaggeefster", "redaktør", "redaktör",
    "kommentator", "kommentatorin", "journalista", "dziennikarz", "dziennikarka", "redaktor", "redaktorka",
    "publicysta", "publicystka", "reportér", "reportérka", "redaktorky", "komentátor", "komentátorka", "novinář",
    "novinářka", "zpravodaj", "zpravodajka", "журналист", "журналистка", "корреспондент", "корр", "редактор", "спецкор",
    "собкор", "колумнист", "обозреватель", "фотограф", "кореспондент", "журналістка", "журналіст", "тілші", "кабарчы",
    "кабарчысы", "тілшісі", "журналисі", "журналисти", "muxbir", "muxbiri", "мухбир", "мухбири", "muhabir", "editör",
    "editörü", "muhabiri", "wartawan", "jurnalis", "toimittaja", "journalisten", "szerkesztő", "újságíró", "phóng",
    "viên", "leiter", "leiterin", "ressort", "corresponsales", "redaktionsmitglied", "mitarbeiter", "mitarbeiterin",
})  # fmt: skip
"""A part of a byline that holds one of these is a role, no name."""

ROLES_END = (
    "redakteur", "redakteurin", "redakteure", "korrespondent", "korrespondentin", "korrespondenten", "reporter",
    "reporterin", "journalist", "journalistin", "kolumnist", "kolumnistin", "redaktionsleiter", "redaktionsleiterin",
    "ressortleiter", "ressortleiterin", "büroleiter", "büroleiterin", "ressortchef", "ressortchefin", "gastautor",
    "gastautorin", "redacteur", "verslaggever", "correspondent", "redaktør", "redaktör",
)  # fmt: skip
"""How a role ends that is one word with its field: `Wirtschaftsredakteurin`."""

BEATS = frozenset({
    "business", "sport", "sports", "auto", "autos", "political", "politics", "science", "health", "medical",
    "technology", "tech", "democracy", "education", "environment", "environmental", "climate", "energy", "legal",
    "crime", "court", "national", "foreign", "international", "local", "diplomatic", "entertainment", "arts", "culture",
    "travel", "religion", "real", "estate", "white", "house", "investigative", "breaking", "news", "deputy", "managing",
    "executive", "associate", "assistant", "special", "projects", "digital", "data", "general", "assignment",
    "features", "opinion", "economics", "economic", "financial", "finance", "markets", "security", "defence", "defense",
    "consumer", "social", "affairs", "world", "city", "state", "video", "multimedia", "guest", "lead", "principal",
    "associated", "press", "and", "&", "us", "uk", "eu", "europe", "asia", "africa", "middle", "east", "westminster",
    "leitender", "leitende", "stellvertretender", "stellvertretende", "freier", "freie", "politisk", "politischer",
    "politische", "economía", "economia", "politica", "política", "cultura", "deportes", "economie", "politiek",
    "sportif", "главный", "специальный", "собственный", "старший", "наш",
})  # fmt: skip
"""What stands before a role and names nobody: its field and its rank."""

OUTLETS = frozenset({
    "ap", "afp", "upi", "dpa", "bbc", "cnn", "nbc", "abc", "cbs", "itv", "pbs", "npr", "rfi", "cbc", "ctv", "dw",
    "ard", "zdf", "ndr", "wdr", "swr", "mdr", "rbb", "orf", "srf", "rai", "nos", "nrk", "svt", "tass", "тасс",
})  # fmt: skip
"""Short names of agencies and broadcasters; behind a name and without a comma they tell for whom somebody writes."""

TITLES_BEHIND = (
    " suhbatlashdi", " суҳбатлашди", " әңгімелесті", " tayyorladi", " тайёрлади", " маектешти", " дайындады",
    " даярдады", " yozdi", "編集委員", "論説委員", "논설위원", "선임기자", "인턴기자", "수습기자", "객원기자",
    "전문기자", "特派員", "특파원", "記者", "记者", "기자",
)  # fmt: skip
"""Glued behind a name without a comma, the longest first."""

TITLES_BEFORE = (
    "編集委員", "論説委員", "特派員", "記者", "本社記者", "共同通信", "本报记者", "本報記者", "记者", "见习记者",
    "实习记者", "特约记者", "通讯员", "通訊員", "특파원", "논설위원", "선임기자", "기자",
)  # fmt: skip
"""Stand before a name, with a space or a mark between."""

KINDS = {
    "en": ("opinion", "analysis", "commentary", "comment", "column", "guest column", "guest essay", "essay",
           "review", "guest post", "interview", "report", "reporting", "additional reporting", "perspective",
           "editorial", "feature", "text", "special report", "match report", "exclusive", "investigation", "profile",
           "dispatch"),
    "de": ("kommentar", "gastkommentar", "gastbeitrag", "analyse", "kolumne", "essay", "interview", "reportage",
           "beitrag", "glosse", "leitartikel", "rezension", "bericht", "porträt", "protokoll", "aufgezeichnet"),
    "fr": ("article", "chronique", "analyse", "entretien", "interview", "reportage", "tribune", "billet",
           "éditorial", "enquête",
           "récit", "portrait"),
    "es": ("artículo", "columna", "análisis", "entrevista", "reportaje", "crónica", "opinión", "texto"),
    "pt": ("coluna", "análise", "entrevista", "reportagem", "crônica", "opinião", "texto"),
    "it": ("articolo", "intervista", "analisi", "commento", "editoriale", "reportage"),
    "nl": ("interview", "analyse", "column", "opinie", "reportage", "recensie"),
    "sv": ("krönika", "analys", "kommentar", "intervju"),
    "da": ("kommentar", "analyse", "interview", "debatindlæg", "kronik"),
    "no": ("kommentar", "analyse", "intervju"), "nb": ("kommentar", "analyse", "intervju"),
    "pl": ("wywiad", "komentarz", "analiza", "reportaż", "felieton", "relacja"),
    "ru": ("интервью", "комментарий", "колонка", "репортаж"), "uk": ("інтерв'ю", "інтерв’ю", "коментар", "колонка"),
}  # fmt: skip
"""Which kind of text somebody signs: what may stand before "by", or before a colon."""

ARTICLES = ("a", "an", "the", "ein", "eine", "une", "un", "una", "uma", "um", "een", "en", "et", "la", "le")
"""What may stand before such a kind: `Ein Kommentar von Eva Muster`."""

OF_WHOM = {"fr": ("de",), "es": ("de",), "pt": ("de",), "it": ("di",), "ro": ("de",)}
"""Words that say by whom something is, but only behind its kind."""

AGENCIES_END = ("社", "报", "報", "网", "新聞", "新闻", "电视台", "통신", "뉴스", "일보", "신문", "방송")
"""How the names of agencies and papers end, which stand before such a title as well: `新华社记者`."""

CLOSINGS = {
    "": (), "en": ("in", "for", "at", "of", "from", "reports from"),
    "de": ("in", "aus", "für", "berichtet aus", "schreibt für"), "fr": ("à", "pour"),
    "es": ("en", "para"), "it": ("per",), "pt": ("em", "para"), "nl": ("in", "voor"), "ru": ("для", "из",
    "специально"),
    "uk": ("для", "з", "спеціально"),
}  # fmt: skip
"""Words that end the name: what follows is a place or a paper."""

BEFORE_DATE = frozenset({
    "on", "at", "am", "vom", "le", "el", "il", "em", "op", "den", "от", "в", "dnia", "dne", "um", "kl", "klo", "à",
    "às", "alle", "a", "la", "o", "v", "u", "en", "w", "dátum", "на", "о", "об", "zaman", "στις", "di", "vào", "lúc",
    "vor", "hace", "há", "時刻", "시간", "时间", "時間", "في", "ב", "पर",
})  # fmt: skip
"""Small words between the name and the date of a byline."""

OTHER_CREDITS = (
    "photo", "photos", "photography", "foto", "fotos", "photographer", "bild", "bilder", "fotografie", "video",
    "kamera", "beeld", "zdjęcia", "kuva", "kuvat", "surat", "foto’s", "foto's", "translator", "translation",
    "übersetzung", "traduction", "traducción", "traduzione", "tradução", "tłumaczenie", "çeviri", "çeviren", "перевод",
    "переклад", "аударған", "которгон", "source", "quelle", "źródło", "fuente", "fonte", "kaynak", "источник",
    "джерело", "булак", "дереккөз", "manba", "photographs", "pictures", "graphics", "editing", "edited by",
    "reviewed by", "fact-checked by", "translated by", "fact checked by", "illustrated by", "illustration",
    "illustrations", "фото", "видео", "сүрөт", "сурет", "写真", "撮影", "사진", "图片", "来源", "來源", "摄影",
    "责任编辑", "责编", "编辑", "图", "圖", "攝影", "編輯", "責任編輯", "圖片", "イラスト", "그래픽",
)  # fmt: skip
"""Words that open the credit of a picture or of a source, behind the names of those who wrote."""

PARTICLES = frozenset({
    "von", "van", "de", "der", "den", "del", "della", "da", "das", "do", "dos", "di", "du", "la", "le", "el", "al",
    "bin", "ibn", "ten", "ter", "vom", "zu", "zur", "zum", "af", "av", "y", "e", "oğlu", "uulu", "kyzy", "uly", "qizi",
    "уулу", "кызы", "қызы", "ұлы", "los", "las", "dei", "degli", "des", "’t", "'t",
})  # fmt: skip
"""Small words inside a person's name."""

NOBODY = frozenset({
    "guest", "test", "editor", "unknown", "anonymous", "none", "null", "undefined", "n/a", "na", "author", "authors",
    "by", "autor", "автор", "редактор", "share", "follow", "有料記事", "有料会員限定", "会員限定", "有料会員限定記事",
    "会員限定記事", "有料会員記事", "無料記事", "速報", "独自", "敬称略", "原创", "転載", "转载", "updated",
    "published", "comments", "more", "posted", "contributor", "true", "false", "twitter", "facebook", "email",
    "e-mail", "mail", "linkedin", "instagram", "rss", "telegram", "whatsapp", "contact", "follow us",
    "read more", "article by", "edit", "kontakt", "share this", "share this article",
    "share this on whatsapp", "newsletter", "publisher", "about us", "contact us", "view bio", "full bio",
    "bio", "profile", "view profile", "see all", "see more", "view all posts", "log in", "sign in",
    "iniciar sesión", "anmelden", "se connecter", "войти", "artikel", "article", "입력", "수정", "등록",
    "승인", "업데이트", "all articles", "all posts", "folgen", "suivre", "seguir", "segui", "подписаться",
    "mailto", "配信", "다른기사", "다른기사 보기", "다른 기사 보기", "보기", "구독", "구독하기", "기자페이지",
})  # fmt: skip
"""Names that name nobody."""
