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

#: Another quiet day, written when the rules were done.
ENGLISH_FARM = article(
    """Governor Priya Nakai told farmers in Dell County on Thursday, June 4, that the province will lend them seed drills.
Lawmakers passed the plan by 58 votes to 31 after farm groups said it would not cover fuel.
Each farm will pay $240 a year and may keep a drill for up to six weeks.
The Orchard Board, led by Tomas Reyes, expects 300 farms to sign up before 2029.
Forms can be sent by mail to the board's office in Millbrook.
The east barn holds 12 drills and the west barn 7.
Researcher Ana Kowalski found that shallow sowing saved 9% of water in the first half of last year.
Wheat prices fell 3% in May.""",
    "en",
    "Province to lend seed drills to Dell County farmers",
    datetime(2026, 6, 4, 12, 0, tzinfo=_EST),
)
KOREAN_SCHOOL = article(
    """최은영 다온교육감은 4일 초등학교 12곳에 내년 하반기부터 악기를 빌려준다고 밝혔다.
도의회는 찬성 31표, 반대 18표로 예산안을 통과시켰다.
학부모는 연 2만원을 내고 악기를 최대 6주 동안 쓸 수 있다.
신청서는 학교를 방문해 낸다.
동관에는 피아노가 4대, 서관에는 9대 있다.
정하윤 음악교사는 "연습실을 세 배로 늘리자"고 제안했다.
오세준 연구원은 합주 수업을 들은 학생의 출석률이 5% 높았다고 설명했다.
교육청은 2030년 초까지 강당을 짓기로 했다.
다온교육청은 급식비를 7% 내렸다.""",
    "ko",
    "다온교육청, 초등학교에 악기 빌려준다",
    datetime(2026, 6, 4, 12, 0, tzinfo=_KST),
)
JAPANESE_ZOO = article(
    """緑川市の高橋市長は4日、市立動物園に新しい鳥舎を建設すると述べた。
議会は賛成23、反対9で計画を可決した。
入園券は窓口で買える。
北舎にはペンギンが8羽、南舎には15羽いる。
飼育員の中村さんは「見学会を続ける」と話した。
市は2030年初めまでに完成させる。
年間パスは年6000円だ。
来園者は前年より4%減った。""",
    "ja",
    "緑川市立動物園に新鳥舎",
    datetime(2026, 6, 4, 12, 0, tzinfo=_KST),
)
#: Each with a part of what has to be named.
HELD_OUT_WRONG = (
    (ENGLISH_FARM, "Governor Priya Nakai was indicted on Thursday.", "en", "indicted"),
    (ENGLISH_FARM, "Tomas Reyes died on Thursday.", "en", "died"),
    (ENGLISH_FARM, "Researcher Ana Kowalski fabricated data.", "en", "fabricated"),
    (ENGLISH_FARM, "The governor embezzled farm money.", "en", "embezzled"),
    (ENGLISH_FARM, "The Orchard Board was hacked.", "en", "hacked"),
    (ENGLISH_FARM, "Lawmakers ridiculed the plan.", "en", "ridiculed"),
    (ENGLISH_FARM, "Farmers in Dell County vandalized the office in Millbrook.", "en", "vandalized"),
    (ENGLISH_FARM, "Governor Nakai stepped down.", "en", "stepped"),
    (ENGLISH_FARM, "Tomas Reyes was hospitalized.", "en", "hospitalized"),
    (ENGLISH_FARM, "The office in Millbrook burned down.", "en", "burned"),
    (ENGLISH_FARM, "Lawmakers passed the plan by 31 votes to 58.", "en", "31"),
    (ENGLISH_FARM, "Each farm will pay $240 a month.", "en", "240"),
    (ENGLISH_FARM, "Forms can be sent online to the board's office.", "en", "online"),
    (ENGLISH_FARM, "Farm groups said it would cover fuel.", "en", "cover"),
    (ENGLISH_FARM, "The east barn holds 7 drills and the west barn 12.", "en", "7"),
    (ENGLISH_FARM, "The board expects 300 farms to sign up by the end of 2029.", "en", "2029"),
    (ENGLISH_FARM, "Shallow sowing saved 9% of water in the second half of last year.", "en", "half"),
    (ENGLISH_FARM, "The federal government will lend farmers seed drills.", "en", "federal"),
    (ENGLISH_FARM, "Governor Nakai spoke on Thursday, June 5.", "en", "June 5"),
    (ENGLISH_FARM, "나카이 주지사가 횡령 혐의로 구속됐다.", "ko", "횡령"),
    (ENGLISH_FARM, "밀 가격은 5월에 3% 올랐다.", "ko", "올랐"),
    (KOREAN_SCHOOL, "최은영 교육감이 구속됐다.", "ko", "구속"),
    (KOREAN_SCHOOL, "정하윤 음악교사가 학생을 학대했다.", "ko", "학대"),
    (KOREAN_SCHOOL, "다온교육청이 해킹을 당했다.", "ko", "해킹"),
    (KOREAN_SCHOOL, "오세준 연구원은 논문을 표절했다.", "ko", "표절"),
    (KOREAN_SCHOOL, "학생들이 식중독에 걸렸다.", "ko", "식중독"),
    (KOREAN_SCHOOL, "최은영 교육감은 4일 사직서를 냈다.", "ko", "사직"),
    (KOREAN_SCHOOL, "교육청은 예산안을 유출했다.", "ko", "유출"),
    (KOREAN_SCHOOL, "도의회는 교육감을 규탄했다.", "ko", "규탄"),
    (KOREAN_SCHOOL, "정하윤 음악교사는 교육감을 모욕했다.", "ko", "모욕"),
    (KOREAN_SCHOOL, "도의회는 찬성 18표, 반대 31표로 예산안을 통과시켰다.", "ko", "18"),
    (KOREAN_SCHOOL, "학부모는 월 2만원을 내고 악기를 쓸 수 있다.", "ko", "2만원"),
    (KOREAN_SCHOOL, "신청서는 온라인으로 낸다.", "ko", "온라인"),
    (KOREAN_SCHOOL, "동관에는 피아노가 9대, 서관에는 4대 있다.", "ko", "9"),
    (KOREAN_SCHOOL, "내년 상반기부터 초등학교에 악기를 빌려준다.", "ko", "상반기"),
    (KOREAN_SCHOOL, "교육청은 2030년 말까지 강당을 짓기로 했다.", "ko", "2030년"),
    (KOREAN_SCHOOL, "The education office raised meal fees by 7%.", "en", "raised"),
    (KOREAN_SCHOOL, "Teacher Jung Ha-yoon was charged with assault.", "en", "assault"),
    (KOREAN_SCHOOL, "The council passed the budget by 18 votes to 31.", "en", "18"),
    (KOREAN_SCHOOL, "Schools will lend instruments from the first half of next year.", "en", "half"),
    (KOREAN_SCHOOL, "Researcher Kim Se-jun said attendance was 5% higher.", "en", "Kim Se-jun"),
    (JAPANESE_ZOO, "高橋市長が収賄容疑で逮捕された。", "ja", "収賄"),
    (JAPANESE_ZOO, "飼育員の中村さんがけがをした。", "ja", "けが"),
    (JAPANESE_ZOO, "市立動物園は破産した。", "ja", "破産"),
    (JAPANESE_ZOO, "高橋市長は4日に謝罪した。", "ja", "謝罪"),
    (JAPANESE_ZOO, "議会は計画を糾弾した。", "ja", "糾弾"),
    (JAPANESE_ZOO, "入園券はオンラインで買える。", "ja", "オンライン"),
    (JAPANESE_ZOO, "北舎にはペンギンが15羽、南舎には8羽いる。", "ja", "15"),
    (JAPANESE_ZOO, "飼育員の中村さんは「見学会をやめる」と話した。", "ja", "やめる"),
    (JAPANESE_ZOO, "市は2030年末までに完成させる。", "ja", "2030年"),
    (JAPANESE_ZOO, "年間パスは月6000円だ。", "ja", "6000円"),
    (JAPANESE_ZOO, "市立動物園の鳥舎を取り壊すと述べた。", "ja", "取り壊"),
    (JAPANESE_ZOO, "議会は賛成9、反対23で計画を可決した。", "ja", "9"),
)
HELD_OUT_RIGHT = (
    (ENGLISH_FARM, "The province's farmers will be able to borrow seed drills.", "en"),
    (ENGLISH_FARM, "Lawmakers approved the plan 58-31.", "en"),
    (ENGLISH_FARM, "A drill costs each farm $240 annually.", "en"),
    (ENGLISH_FARM, "The west barn holds 7 drills, the east barn 12.", "en"),
    (ENGLISH_FARM, "Wheat got 3% cheaper in May.", "en"),
    (ENGLISH_FARM, "The board hopes 300 farms will enrol before 2029.", "en"),
    (ENGLISH_FARM, "Farm groups complained that fuel is not covered.", "en"),
    (ENGLISH_FARM, "Farmers may keep a drill for six weeks at most.", "en"),
    (ENGLISH_FARM, "델 카운티 농민은 파종기를 빌릴 수 있다.", "ko"),
    (ENGLISH_FARM, "의회는 58대 31로 계획을 통과시켰다.", "ko"),
    (KOREAN_SCHOOL, "교육청이 초등학교 12곳에 악기를 대여한다.", "ko"),
    (KOREAN_SCHOOL, "도의회는 31대 18로 예산안을 가결했다.", "ko"),
    (KOREAN_SCHOOL, "악기 대여료는 한 해 2만원이다.", "ko"),
    (KOREAN_SCHOOL, "서관에는 피아노가 9대, 동관에는 4대 있다.", "ko"),
    (KOREAN_SCHOOL, "급식비가 7% 인하됐다.", "ko"),
    (KOREAN_SCHOOL, "신청은 학교에 직접 가서 한다.", "ko"),
    (KOREAN_SCHOOL, "강당은 2030년 초 완공될 예정이다.", "ko"),
    (KOREAN_SCHOOL, "Twelve elementary schools will lend instruments from the second half of next year.", "en"),
    (KOREAN_SCHOOL, "Researcher Oh Se-jun said attendance was 5% higher.", "en"),
    (KOREAN_SCHOOL, "Teacher Jeong Ha-yun suggested tripling the practice rooms.", "en"),
    (KOREAN_SCHOOL, "Superintendent Choi Eun-young announced it on the 4th.", "en"),
    (KOREAN_SCHOOL, "The council passed the budget 31-18.", "en"),
    (KOREAN_SCHOOL, "Meal fees were cut by 7%.", "en"),
    (KOREAN_SCHOOL, "Parents pay 20,000 won a year.", "en"),
    (JAPANESE_ZOO, "Mayor Takahashi said the zoo will get a new bird house.", "en"),
    (JAPANESE_ZOO, "議会は23対9で計画を承認した。", "ja"),
    (JAPANESE_ZOO, "南舎にはペンギンが15羽、北舎には8羽いる。", "ja"),
    (JAPANESE_ZOO, "来園者が4%減少した。", "ja"),
    (JAPANESE_ZOO, "年間パスの料金は1年で6000円。", "ja"),
    (JAPANESE_ZOO, "高橋市長は鳥舎を新設すると発表した。", "ja"),
    (JAPANESE_ZOO, "The number of visitors fell 4%.", "en"),
)
