"""Articles of a quiet day, sentences that put into them what nobody did, and flips that are easily read over.

A faithful case is (article, text, its language); a wrong one has the word that the report has to name as well. The
cases marked ``HELD_OUT`` were written after the rules had been mended with the others in view; see the scores in
``test_invented``.
"""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from tests.engine.receipts.receipt_cases import article

_KST = timezone(timedelta(hours=9))
_EST = timezone(timedelta(hours=-5))

ENGLISH = article(
    """Mayor Lena Ortega said on Monday, May 11, that Calder City will open a new tram line next spring.
The council approved the line in a 7-4 vote after opponents argued it would hurt small shops.
The state transport agency will pay $42 million of the $60 million cost.
Riders will save about 12 minutes a trip, and a monthly pass will cost $55 a month.
Contractor Hadley Works promised to finish the tracks before 2031.
Tickets can be bought online or at kiosks.
The line will have 14 stops, nine of them with lifts.
The North depot has 3 trams, the South depot 5.
Union leader Marcus Bell said drivers would get training in March.
The city plans to keep the old bus route until the end of the year.""",
    "en",
    "Calder City to open tram line next spring",
    datetime(2026, 5, 11, 18, 0, tzinfo=_EST),
)
KOREAN = article(
    """이수진 새봄시장은 11일 내년 상반기에 부산항 옆 시립도서관을 새로 연다고 밝혔다.
시의회는 찬성 7표, 반대 4표로 도서관 예산을 의결했다.
한국중앙은행은 이날 기준금리를 0.25%포인트 올렸다.
도서관 회원증은 우편으로 신청할 수 있다.
강변 분관에는 열람실이 3개, 솔밭 분관에는 5개 있다.
박정우 도서관장은 "책을 두 배 이상 늘리겠다"고 말했다.
시는 2031년 말까지 분관을 짓기로 했다.
김민수 연구원은 이용자가 올해 8% 늘었다고 설명했다.
수출 물량은 지난해보다 6% 증가했다.
개관 기념 강연은 누구나 들을 수 있다.""",
    "ko",
    "새봄시, 내년 상반기 시립도서관 연다",
    datetime(2026, 5, 11, 18, 0, tzinfo=_KST),
)
JAPANESE = article(
    """青葉市の森田市長は11日、来年春に子ども図書館を設けると発表した。
市議会は賛成7、反対4で予算案を可決した。
会員証は郵送で申し込める。
市は2031年末までに分館を建てる計画だ。
東分館には閲覧室が3室、西分館には5室ある。
国の補助金は2億円で、県の補助金は1億円だ。
利用者は昨年より8%増えた。
図書館長の小林氏は「本を倍以上に増やす」と述べた。
夜間の開館は当面続ける。""",
    "ja",
    "青葉市、来年春に子ども図書館",
    datetime(2026, 5, 11, 18, 0, tzinfo=_KST),
)

#: What nobody did; the last is a part of what the report has to name.
INVENTED = (
    (ENGLISH, "Mayor Ortega was arrested.", "en", "arrested"),
    (ENGLISH, "Mayor Lena Ortega resigned on Monday.", "en", "resigned"),
    (ENGLISH, "Hadley Works was sued by Calder City.", "en", "sued"),
    (ENGLISH, "Union leader Marcus Bell apologized to drivers.", "en", "apologized"),
    (ENGLISH, "Contractor Hadley Works went bankrupt.", "en", "bankrupt"),
    (ENGLISH, "The tram line was evacuated.", "en", "evacuated"),
    (ENGLISH, "The council kidnapped Marcus Bell.", "en", "kidnapped"),
    (ENGLISH, "Mayor Ortega took bribes from contractor Hadley Works.", "en", "bribes"),
    (ENGLISH, "Drivers at the North depot were poisoned.", "en", "poisoned"),
    (ENGLISH, "Marcus Bell mocked the council.", "en", "mocked"),
    (ENGLISH, "The city flooded the old bus route.", "en", "flooded"),
    (ENGLISH, "The council insulted small shops.", "en", "insulted"),
    (KOREAN, "이수진 시장이 뇌물을 받았다.", "ko", "뇌물"),
    (KOREAN, "이수진 시장이 체포됐다.", "ko", "체포"),
    (KOREAN, "이수진 새봄시장은 11일 사퇴했다.", "ko", "사퇴"),
    (KOREAN, "박정우 도서관장이 횡령 혐의로 기소됐다.", "ko", "횡령"),
    (KOREAN, "김민수 연구원이 숨졌다.", "ko", "숨졌"),
    (KOREAN, "시립도서관에서 불이 났다.", "ko", "불이"),
    (KOREAN, "박정우 도서관장은 이용자에게 사과했다.", "ko", "사과"),
    (KOREAN, "시의회는 도서관장을 해임했다.", "ko", "해임"),
    (KOREAN, "솔밭 분관이 침수됐다.", "ko", "침수"),
    (KOREAN, "이수진 시장은 박정우 도서관장을 폭행했다.", "ko", "폭행"),
    (KOREAN, "시의회가 도서관 예산을 은폐했다.", "ko", "은폐"),
    (KOREAN, "김민수 연구원은 이용자를 조롱했다.", "ko", "조롱"),
    (JAPANESE, "森田市長が逮捕された。", "ja", "逮捕"),
    (JAPANESE, "森田市長は11日に辞任した。", "ja", "辞任"),
    (JAPANESE, "図書館長の小林氏が死亡した。", "ja", "死亡"),
    (JAPANESE, "東分館で火災が起きた。", "ja", "火災"),
    (JAPANESE, "市は予算案を隠蔽した。", "ja", "隠蔽"),
    (JAPANESE, "森田市長は小林氏を侮辱した。", "ja", "侮辱"),
    (KOREAN, "Library director Park Jung-woo was arrested on Monday.", "en", "arrested"),
    (KOREAN, "Mayor Lee Soo-jin resigned.", "en", "resigned"),
    (ENGLISH, "오르테가 시장이 체포됐다.", "ko", "체포"),
    (JAPANESE, "모리타 시장이 뇌물을 받은 혐의로 기소됐다.", "ko", "뇌물"),
)

#: The article's own facts turned round.
FLIPPED = (
    (ENGLISH, "The council approved the line in a 4-7 vote.", "en", "4"),
    (ENGLISH, "A pass will cost $55 a year.", "en", "year"),
    (ENGLISH, "Mayor Lena Ortega said on Monday, May 12, that Calder City will open a new tram line.", "en", "May 12"),
    (ENGLISH, "Opponents argued it would not hurt small shops.", "en", "not"),
    (ENGLISH, "The federal transport agency will pay $42 million.", "en", "federal"),
    (ENGLISH, "Hadley Works promised to finish the tracks by the end of 2031.", "en", "end of 2031"),
    (ENGLISH, "The North depot has 5 trams, the South depot 3.", "en", "5"),
    (KOREAN, "시의회는 찬성 4표, 반대 7표로 도서관 예산을 의결했다.", "ko", "4"),
    (KOREAN, "도서관 회원증은 온라인으로 신청할 수 있다.", "ko", "온라인"),
    (KOREAN, "강변 분관에는 열람실이 5개, 솔밭 분관에는 3개 있다.", "ko", "5"),
    (KOREAN, "내년 하반기에 시립도서관을 새로 연다.", "ko", "하반기"),
    (KOREAN, "The central bank cut its key rate by 0.25 percentage points.", "en", "cut"),
    (KOREAN, "The council approved the library budget 4-7.", "en", "4"),
    (KOREAN, "The library opens in the second half of next year.", "en", "second half"),
    (KOREAN, "Membership cards can be applied for online.", "en", "online"),
    (JAPANESE, "青葉市は来年春に子ども図書館を廃止すると発表した。", "ja", "廃止"),
    (JAPANESE, "市議会は賛成4、反対7で予算案を可決した。", "ja", "4"),
    (JAPANESE, "会員証はオンラインで申し込める。", "ja", "オンライン"),
    (JAPANESE, "東分館には閲覧室が5室、西分館には3室ある。", "ja", "5"),
    (JAPANESE, "夜間の開館は当面やめる。", "ja", "やめる"),
    (JAPANESE, "市は2031年より前に分館を建てる計画だ。", "ja", "2031年"),
    (JAPANESE, "県の補助金は2億円だ。", "ja", "2億円"),
)

#: Right translations and right words of one's own.
FAITHFUL = (
    (KOREAN, "The library opens in the first half of next year.", "en"),
    (KOREAN, "The city library next to Busan Port opens next year.", "en"),
    (KOREAN, "Volume of exports rose 6% from last year.", "en"),
    (KOREAN, "Exports rose 6%.", "en"),
    (KOREAN, "Investors heard that exports rose 6%.", "en"),
    (KOREAN, "The Korea Central Bank raised its key rate by a quarter percentage point.", "en"),
    (KOREAN, "The central bank raised its key rate by 25 basis points.", "en"),
    (KOREAN, "The central bank raised its key rate by 25bp.", "en"),
    (KOREAN, "Director Park Jung-woo wants to more than double the number of books.", "en"),
    (KOREAN, "Kim Min-su, a researcher, said users grew 8%.", "en"),
    (KOREAN, "Researcher Minsu Kim said users grew 8% this year.", "en"),
    (KOREAN, "Park says the number of books will more than double.", "en"),
    (KOREAN, "Mayor Lee Su-jin announced it on the 11th.", "en"),
    (KOREAN, "The council approved the budget by 7 votes to 4.", "en"),
    (KOREAN, "Membership cards can be applied for by mail.", "en"),
    (JAPANESE, "Librarian Kobayashi wants to more than double the books.", "en"),
    (JAPANESE, "市議会は7対4で予算案を可決した。", "ja"),
    (JAPANESE, "市議会は賛成7、反対4で予算を通した。", "ja"),
    (ENGLISH, "The council voted 7-4 for the tram line.", "en"),
    (ENGLISH, "A monthly pass costs $55.", "en"),
    (ENGLISH, "The South depot has 5 trams and the North depot 3.", "en"),
    (ENGLISH, "Opponents argued the line would hurt small shops.", "en"),
    (ENGLISH, "The tracks are to be ready before 2031.", "en"),
    (ENGLISH, "칼더시는 내년 봄 새 트램 노선을 연다.", "ko"),
    (KOREAN, "이수진 시장은 11일 시립도서관을 내년 상반기에 연다고 발표했다.", "ko"),
    (KOREAN, "기준금리가 0.25%포인트 인상됐다.", "ko"),
    (KOREAN, "시의회는 7대 4로 도서관 예산을 통과시켰다.", "ko"),
)

#: A name of another family is not the article's, however alike the rest sounds.
STRANGERS = (
    (KOREAN, "Choi Min-su, a researcher, said users grew 8%.", "en", "Choi Min-su"),
    (KOREAN, "Director Kim Jung-woo wants to more than double the number of books.", "en", "Kim Jung-woo"),
    (KOREAN, "Mayor Park Su-jin announced it on the 11th.", "en", "Park Su-jin"),
)
