"""What pages that tell no story call themselves, and what they say, as data, in the languages that we know.

Names are compared as a whole, without case, punctuation and the site's name. To teach the parser another one, add it.
"""

import re

from pipeline.parse.lines.shapes import letters_of


def _names(text: str) -> frozenset[str]:
    return frozenset(letters_of(name) for line in text.splitlines() for name in line.split("|")) - {""}


ERRORS = _names("""
    error | an error occurred | not found | page not found | 404 not found | this page isn't available
    oops that page can't be found | page no longer available | nothing found | content not found | article not found
    sorry page not found | page unavailable | we can't find that page | sorry we couldn't find that page
    the page you requested was not found | the page cannot be found | this article is no longer available
    this page could not be found | this content is no longer available | this story is no longer available
    access denied | forbidden | 403 forbidden | unauthorized | bad request | internal server error | bad gateway
    service unavailable | service temporarily unavailable | gateway timeout | gateway time-out | too many requests
    website is under maintenance | under maintenance | maintenance | site maintenance | account suspended
    just a moment | one moment please | attention required | checking your browser | are you a robot
    are you human | security check | human verification | robot check | verify you are human | pardon our interruption
    sorry you have been blocked | before you continue | javascript required | please enable javascript
    cookies required
    seite nicht gefunden | fehler | die seite wurde nicht gefunden | zugriff verweigert | wartungsarbeiten
    diese seite existiert nicht | artikel nicht gefunden | inhalt nicht gefunden | nicht gefunden
    page non trouvée | page introuvable | erreur | accès refusé | cette page n'existe pas | contenu introuvable
    página no encontrada | error de página | acceso denegado | página não encontrada | acesso negado | erro
    pagina non trovata | errore | accesso negato | pagina niet gevonden | toegang geweigerd | sidan hittades inte
    siden finnes ikke | siden blev ikke fundet | strona nie została znaleziona | nie znaleziono strony | błąd
    strona nie istnieje | brak dostępu | stránka nenalezena
    страница не найдена | ошибка | не найдено | доступ запрещен | доступ запрещён | материал не найден
    страница не существует | новость не найдена | внутренняя ошибка сервера | сайт на техническом обслуживании
    сторінку не знайдено | сторінка не знайдена | помилка | доступ заборонено
    бет табылмады | қате | барак табылган жок | барак табылбады | ката | sahifa topilmadi | саҳифа топилмади | xatolik
    саҳифа ёфт нашуд | хато | sahypa tapylmady | ýalňyşlyk | sayfa bulunamadı | hata | erişim engellendi
    页面不存在 | 找不到页面 | 页面未找到 | 頁面不存在 | 找不到頁面 | 访问被拒绝 | 出错了
    ページが見つかりません | お探しのページは見つかりませんでした | エラー | アクセスが拒否されました
    페이지를 찾을 수 없습니다 | 찾을 수 없는 페이지 | 오류 | 접근이 거부되었습니다
""")

_CODE = r"(?:4(?:0[0-9]|1[0-8]|2[2-9]|51)|5(?:0[0-9]|2[0-9]))(?!\d|\.\d)"
STATUS = re.compile(
    r"\W{0,4}(?:"
    r"(?:http )?(?:error|fehler|erreur|erro|errore|ошибка|помилка|қате|ката|xato|hata|błąd|エラー|오류|错误)"
    rf"\W{{0,3}}{_CODE}(?!\s?[-–—:|.]?\s?\w+\s\w+\s\w+\s\w+\s\w+\s\w)"
    rf"|{_CODE}(?:\W{{0,4}}$|(?:\s?[:|]|\s[-–—]\s)(?!\s?\w+\s\w+\s\w+\s\w+\s\w+\s\w)"
    r"|\W(?:not|page|error|forbidden|unauthori|bad|internal|service|gateway|too many|fehler|seite|erreur|página|pagina"
    r"|страница|ошибка|сторінк|сайт)))",
    re.IGNORECASE,
)
"""How a title begins that is the number of an error and says little else: `404`, `Error 503 - Service Unavailable`."""

CONTACTS = _names("""
    contact | contacts | contact us | contact information | get in touch | kontakt | nous contacter | contactez-nous
    contacto | contáctenos | contato | fale conosco | contatti | contattaci | kontakty | контакты
    контактная информация | обратная связь | контакти | байланыс | байланыш | bogʻlanish | aloqa | алоқа | тамос
    habarlaşmak | iletişim | 联系我们 | 聯絡我們 | お問い合わせ | 문의하기
""")
"""Addresses, and forms to write to them; some say in sentences how one finds the house."""

FORMS = _names("""
    login | log in | sign in | sign up | register | registration | create account | create an account | my account
    log in to your account | forgot password | reset password | lost your password | logout
    search | search results | advanced search | site map | sitemap | cart | checkout
    subscribe | subscribe now | subscribe to our newsletter | unsubscribe
    anmelden | registrieren | passwort vergessen | suche | suchergebnisse
    connexion | inscription | recherche | résultats de recherche | plan du site
    iniciar sesión | registro | buscar | resultados de búsqueda
    entrar | cadastro | busca | accedi | registrati | cerca
    logowanie | rejestracja | szukaj | wyniki wyszukiwania
    вход | вход на сайт | авторизация | регистрация | регистрация на сайте
    восстановление пароля | забыли пароль | поиск | поиск по сайту | результаты поиска | карта сайта
    вхід | реєстрація | пошук | кіру | тіркелу | іздеу | кирүү | катталуу | издөө
    kirish | roʻyxatdan oʻtish | qidiruv | воридшавӣ | ҷустуҷӯ
    giriş | gözleg | giriş yap | üye ol | kayıt ol | arama | arama sonuçları
    登录 | 登入 | 注册 | 搜索 | 搜索结果 | 网站地图
    ログイン | 会員登録 | 検索結果 | サイトマップ | 로그인 | 회원가입 | 검색 | 검색결과
""")
"""What a house says of itself (about, imprint, terms) is text that somebody may want."""

SEARCH = re.compile(
    r"(?:search results?(?: for)?|you searched for|results for|suchergebnisse(?: für)?|résultats de (?:la )?recherche"
    r"|resultados de (?:la )?(?:búsqueda|busca)|risultati (?:della )?ricerca|wyniki wyszukiwania"
    r"|результаты поиска|поиск по запросу|пошук за запитом|arama sonuçları)\b",
    re.IGNORECASE,
)
"""How the title of a page of search results begins."""

SAYS_ERROR = re.compile(
    r"(?:page|article|story|content|post|file|document|address|url) (?:that )?(?:you(?:'re| are|’re| were)? )?"
    r"(?:requested|looking for|trying to (?:reach|view|access)|is no longer available|could not be found"
    r"|was not found|cannot be found|can.t be found|does not exist|doesn.t exist"
    r"|may have been (?:moved|removed|deleted))"
    r"|requested url .{0,200}was not found|nothing was found at this location|nothing matched your search"
    r"|you don.t have permission to access|temporarily unable to service your request|you have been blocked"
    r"|security service to protect itself"
    r"|(?:enable|activate|turn on|allow) (?:js|javascript|cookies)\b|javascript (?:is|must be) "
    r"|checking (?:if the site|your browser)|verify(?:ing)? (?:that )?you are (?:a )?human|complete the security check"
    r"|(?:we|partners) (?:and our .{0,30}partners )?(?:use|store).{0,40} cookies and (?:data|similar)"
    r"|seite .{0,60}(?:existiert (?:leider )?nicht|nicht gefunden|nicht mehr verfügbar)|aktivieren sie javascript"
    r"|page .{0,60}(?:n.existe (?:pas|plus)|introuvable|est pas disponible)|activer javascript"
    r"|página .{0,60}(?:no existe|não existe|no se (?:ha )?enc|não foi encontrada|ya no está)"
    r"|(?:active|habilite) javascript|pagina .{0,60}(?:non esiste|non è stata trovata|bestaat niet|niet gevonden)"
    r"|strona.{0,60}(?:nie istnieje|nie została)|страниц\w .{0,60}(?:не найден|не существует|удален|была перемещена)"
    r"|запрашиваем\w{2,4} .{0,40}(?:не найден|не существует)"
    r"|включите javascript|включить javascript|сторінк\w .{0,60}(?:не знайден|не існує|видален)"
    r"|бет табылмады|барак табыл|sahifa topilmadi|саҳифа топилмади|саҳифа ёфт нашуд|sahypa tapylmady"
    r"|sayfa .{0,40}(?:bulunamad|mevcut değil|kaldırılmış)|javascript.i etkin"
    r"|页面(?:不存在|未找到|已(?:被)?删除)|頁面不存在|(?:ページ|記事)は.{0,20}(?:見つかりません|存在しません|削除)|掲載(?:期間)?.{0,6}終了"
    r"|javascriptを有効|페이지를 찾을 수 없|존재하지 않(?:는|습니다)|삭제된 (?:기사|페이지)",
    re.IGNORECASE,
)
"""In the text of a page that has nothing to tell but that."""

LISTS = _names("""
    category | categories | section | sections | tag | tags | topic | topics | rubric | rubrics | rubrika | rubriki
    kategorie | kategorien | kategori | kategoria | categorie | catégorie | categoria | categorias | categoría
    rubrique | rubriques | rubrik | rubriken | ressort | thema | themen | theme | themes | tema | temas | temy | temat
    tematy | seccion | secciones | secao | secoes | sezione | dossier | dzial | etiket | konu | bolum | bölüm | bolim
    рубрика | рубрики | категория | раздел | тема | темы
""")
"""Parts of an address behind which the name of a section stands."""

NOTHING = re.compile(
    r"(?:there (?:are|is) (?:currently )?no|no|sorry,? no) (?:\w+ )?(?:stories|articles|posts|news|content|entries"
    r"|items)\b.{0,40}(?:yet|found|available|here|in this|at the moment|to show|to display|$)"
    r"|(?:noch |leider )?keine (?:\w+ )?(?:artikel|beiträge|meldungen|nachrichten|einträge)\b"
    r"|(?:aucun|aucune|pas encore d.) ?(?:article|actualité|contenu|publication)"
    r"|no hay (?:\w+ )?(?:artículos|noticias|entradas|publicaciones|contenido)"
    r"|não há (?:\w+ )?(?:artigos|notícias|posts|publicações)|nenhum(?:a)? (?:artigo|notícia|post)"
    r"|(?:non ci sono|nessun) (?:\w+ )?(?:articol|notizi|contenut)|geen (?:\w+ )?(?:artikelen|berichten)"
    r"|(?:brak|nie ma) (?:\w+ )?(?:artykułów|wpisów|wiadomości)|(?:inga|ingen) (?:artiklar|inlägg|artikler)"
    r"|(?:пока |здесь )?(?:нет|отсутствуют) (?:\w+ )?(?:новостей|материалов|статей|публикаций|записей)"
    r"|(?:новостей|материалов|статей|публикаций) (?:пока )?(?:нет|не найдено)"
    r"|(?:немає|відсутні) (?:\w+ )?(?:новин|матеріалів|статей)|жаңалықтар (?:әлі )?жоқ|жаңылыктар (?:азырынча )?жок"
    r"|maqolalar (?:hali )?yo.?q|(?:henüz|hiç) (?:\w+ )?(?:haber|yazı|içerik) (?:yok|bulunmuyor|bulunamadı)"
    r"|(?:暂无|暫無|没有)(?:相关)?(?:文章|新闻|新聞|内容|資料|数据)|(?:記事|投稿)(?:は|が)(?:まだ)?(?:ありません|見つかりません)"
    r"|(?:기사|게시물|게시글)(?:가|이) (?:아직 )?없습니다",
    re.IGNORECASE,
)
"""What a section without stories says."""
