"""What stands around the comments of readers below a story, as data, in the languages that we know.

To teach the extraction a new one, add it to the list whose description fits; case does not matter.
"""

from pipeline.parse.alternatives import phrases_of

COMMENTS = phrases_of("""
    comments | your comment | a comment | commenting | commenters | in to comment | register to comment
    registered to comment | kommentar | comentários | comentarios | comentario | comentário | comentar
    commentaire | commenti | komentarz | komentować | комментари | комментиров | коментар | коментув | пікір | yorum
""")
HOUSE_RULES = phrases_of("""
    approved by a | approved by the mod | approved before | moderated | moderator | moderation | comment policy
    commenting policy | comments policy | netiquette | freigeschalte | themenbezogen | aprovados pel | aprobados por
    moderador | modéré | modérat | moderati | moderazione | модерац | модератор | onaylan | zatwierdz
    logged in | log in to | sign in to | register to | must be registered | comments are closed | are closed for this
    anmelden, um | angemeldet | eingeloggt | sind geschlossen | ist geschlossen | connecté pour | vous connecter
    sont fermés | iniciar sesión | registrarte | están cerrados | fazer login | logado | estão fechados
    effettuare l'accesso | sono chiusi | zalogowan | zaloguj | зарегистрированны | авторизованны | авторизуйтесь
    войдите | находящиеся в группе | комментарии закрыты | зареєстрован | авторизован | коментарі закриті | тіркелген
    giriş yap
""")
"""Parts of words: a closing line with one of `COMMENTS` and one of these tells the rules of commenting."""

REMARKS = phrases_of("""
    thought | thoughts | comment | comments | response | responses | reply | replies | kommentar | kommentare
    antwort | antworten | meinung | meinungen | reaktion | reaktionen | commentaire | commentaires | réponse
    réponses | réaction | réactions | comentario | comentarios | respuesta | respuestas | comentário | comentários
    resposta | respostas | commento | commenti | risposta | risposte | reactie | reacties | kommentarer
    kommentti | kommenttia | komentarz | komentarze | komentarzy | komentář | komentáře | komentářů | комментарий
    комментария | комментариев | комментарии | коментар | коментари | коментара | hozzászólás | comentarii
    σχόλια | תגובות | تعليقات | التعليقات | bình luận | komentari | yorumlar | пікірлер | коментарі | коментарів
    yorum | kommenttien | ummæli | kommentaari | komentāri | komentāru | komentarai | komentarų | komentár
    komentáre | komentárov | comentariu | hozzászólást | komentarjev | komentara | коментарий | σχόλιο | koment
    komente | comentaris | iruzkin | iruzkinak | reactie op | şərh | şərhlər | კომენტარი | մեկնաբանություն
    каментар | каментары | сэтгэгдэл | تعليق | تعليقا | دیدگاه | نظر | تبصرے | टिप्पणी | टिप्पणियां | মন্তব্য
    ความคิดเห็น | ความเห็น | komentar | ulasan | maoni
""")
"""What readers leave below a story: a heading with their number begins what they say."""

REPLY = phrases_of("""
    leave a reply | leave a comment | leave a response | leave your comment | post a comment | add a comment
    add your comment | write a comment | join the conversation | join the discussion | schreibe einen kommentar
    schreiben sie einen kommentar | hinterlasse einen kommentar | hinterlassen sie einen kommentar
    kommentar schreiben | kommentar hinterlassen | kommentar verfassen | kommentar abgeben
    laisser un commentaire | laissez un commentaire | laisser une réponse | ajouter un commentaire
    deja un comentario | deja una respuesta | escribe un comentario | lascia un commento | lascia una risposta
    deixe um comentário | deixe uma resposta | deixe seu comentário | geef een reactie | plaats een reactie
    dodaj komentarz | napisz komentarz | zostaw komentarz | přidat komentář | добавить комментарий
    оставить комментарий | написать комментарий | добавить отзыв | залишити коментар | залишити відповідь
    додати коментар | bir cevap yazın | bir yanıt yazın | yorum yaz | пікір қалдыру | top comments
    top rated comments | best comments | reader comments | readers' comments | leserkommentare
    legg igjen en kommentar | legg igjen et svar | lämna en kommentar | lämna ett svar | skriv en kommentar
    skriv et svar | kirjoita kommentti | jätä kommentti | lisää kommentti | skrifa athugasemd | lisa kommentaar
    jäta kommentaar | pievienot komentāru | komentēt | rašyti komentarą | palikti komentarą | pridať komentár
    pridajte komentár | zanechat komentář | napsat komentář | lasă un comentariu | adaugă un comentariu
    lasa un raspuns | szólj hozzá | hozzászólok | új hozzászólás | ostavi komentar | ostavite komentar
    napiši komentar | dodaj komentar | oddaj komentar | остави коментар | оставете коментар | напишете коментар
    напиши коментар | γράψτε ένα σχόλιο | αφήστε ένα σχόλιο | αφήστε μια απάντηση | lini një koment
    deixa un comentari | utzi iruzkina | şərh yaz | թողնել մեկնաբանություն | пакінуць каментар | сэтгэгдэл бичих
    השאר תגובה | הוסף תגובה | כתוב תגובה | اترك تعليقا | اترك تعليقاً | أضف تعليق | أضف تعليقا | ارسال نظر
    دیدگاهتان را بنویسید | اپنی رائے | टिप्पणी करें | अपनी टिप्पणी | মন্তব্য করুন | আপনার মন্তব্য | แสดงความคิดเห็น
    ý kiến của bạn | gửi bình luận | viết bình luận | tulis komentar | tinggalkan balasan | tinggalkan komentar
    tinggalkan ulasan | acha maoni | コメントを残す | コメントを書く | コメントを投稿 | 发表评论 | 发表回复
    댓글 남기기 | 댓글 쓰기 | share your memory | share your memories | share a memory of | leave a condolence
    send a condolence | sign the guestbook | sign the guest book | add a memory | kondolenz schreiben
""")
"""How the heading of the comments begins, or that of the form to write one."""

SHOWN = phrases_of("""
    view comments | view all comments | view the comments | show comments | show all comments | see comments
    see all comments | read comments | read the comments | read all comments | comments | kommentare anzeigen
    kommentare ansehen | kommentare lesen | kommentare einblenden | alle kommentare | voir les commentaires
    afficher les commentaires | lire les commentaires | tous les commentaires | ver comentarios
    ver los comentarios | mostrar comentarios | leer comentarios | ver todos los comentarios | ver comentários
    ver os comentários | mostrar comentários | vedi i commenti | leggi i commenti | mostra i commenti
    bekijk reacties | toon reacties | alle reacties | lees de reacties | pokaż komentarze | zobacz komentarze
    vis kommentarer | visa kommentarer | se kommentarer | zobrazit komentáře | показать комментарии
    читать комментарии | все комментарии | показати коментарі | yorumları göster | yorumları gör
    näytä kommentit | lue kommentit | vaata kommentaare | skatīt komentārus | rodyti komentarus | skaityti komentarus
    zobraziť komentáre | vezi comentariile | hozzászólások megtekintése | prikaži komentare | pogledaj komentare
    pokaži komentarje | види ги коментарите | виж коментарите | δείτε τα σχόλια | veure comentaris | עבור לתגובות
    عرض التعليقات | xem bình luận | lihat komentar | lihat semua komentar | ดูความคิดเห็น
    réagir à cet article | diskutieren sie mit | únete a la conversación | tribute wall | memory wall | guest book
    guestbook | condolences | share a memory | kondolenzbuch | gästebuch
""")
"""What a button or heading says that shows the comments; nothing but their number follows."""

ANSWER = phrases_of("""
    reply | answer | antworten | répondre | responder | contestar | rispondi | beantwoorden | beantwoord | reageer
    reageren | odpowiedz | odpovědět | odpovedať | válasz | răspunde | odgovori | svara | svar | besvar | vastaa
    ответить | відповісти | адказаць | отговори | жауап беру | жооп берүү | yanıtla | cevapla | javob berish
    απάντηση | השב | رد | پاسخ | trả lời | balas | 返信 | 回复 | 回覆 | 답글
""")
"""What the button below a comment says that answers it."""

ANSWERED = ("answer", "antwort", "respuesta", "reponse", "risposta", "resposta")
"""How boxes are called that answer the question which the page asks."""
