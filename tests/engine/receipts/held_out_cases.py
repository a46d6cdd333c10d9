"""Three articles of other fields, each with 20 wrong and 20 right sentences, written when the rules stood.

At first sight 46 of the 60 wrong ones were stopped, and 2 of the 60 right ones; then general gaps that they showed
were closed.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from tests.engine.receipts.receipt_cases import article

_KST = timezone(timedelta(hours=9))

KOREAN = article(
    """올해 동해안 오징어 어획량이 10월 말까지 2천140톤에 그쳐 지난해 같은 기간보다 37.6% 감소했다고 강원도환동해본부가 9일 밝혔다.
오징어 위판 가격은 20마리 한 두름에 9만8천원으로 1년 전 6만2천원에서 크게 올랐다.
환동해본부는 수온이 평년보다 1.8도 높아 어장이 북쪽으로 이동한 것으로 보고 있다.
반면 방어 어획량은 4천30톤으로 두 배 넘게 늘었다.
주문진수협은 지난달 7억3천만원의 적자를 냈고, 속초수협은 1억2천만원의 흑자를 유지했다.
강릉시는 어업인 860명에게 유류비를 가구당 최대 150만원씩 지원하기로 했다.
최해문 강릉시 해양수산과장은 "조업을 포기하는 배가 늘고 있다"며 "정부 지원 없이는 버티기 어렵다"고 말했다.
어민 단체인 동해안어업인연합회는 중국 어선의 북한 수역 조업을 막아 달라고 해양수산부에 요구했다.
해양수산부는 총허용어획량 제도를 내년 3월까지 바꾸지 않기로 했다.
지난 6일에는 주문진 앞바다에서 어선 두 척이 충돌해 선장 김모(61)씨가 숨지고 선원 베트남인 응우옌(29)씨가 다쳤다.
해경은 상대 어선 선장을 업무상과실치사 혐의로 불구속 입건했다.
춘천지법 강릉지원은 5일 불법 조업을 한 선주 박모씨에게 벌금 800만원을 선고했다.
어업인 가운데 60대가 412명으로 가장 많고 50대는 203명, 40대는 96명이다.
국립수산과학원은 12월 초 어황 전망을 발표할 예정이다.""",
    "ko",
    "동해 오징어 어획량 37.6% 급감…어민 '한숨'",
    datetime(2026, 11, 9, 10, 0, tzinfo=_KST),
)
ENGLISH = article(
    """Rookvale United said on Friday it had agreed to sell a 60% stake to Sable Capital, a Toronto investment firm, for £48 million.
The third-tier club made a loss of £6.2 million last season, after a profit of £1.1 million a year earlier.
Attendance averaged 11,240, down 7% from the season before.
Chairman Edwin Lark, 71, who has owned the club since 1998, will keep a 15% holding but leave the board in January.
Sable promised to spend £30 million on a new stand and said it would not move the club out of Rookvale.
The sale needs the approval of the league, which is expected to decide before Christmas.
The supporters' trust, which has 4,300 members, opposed the deal and called for a fan on the board.
"We were told about this an hour before the press," said trust secretary Ines Aldous.
Rookvale beat Harrow Town 3-1 in the cup on Tuesday; striker Deon Abiola scored twice and defender Karl Voss was sent off.
Last month a county court ordered the club to pay its former manager, Owen Tarr, £240,000 for unfair dismissal.
Tarr had accused the club of ignoring his contract.
A fan in his 40s was injured and a steward was arrested after a scuffle at the ground in September.
Season-ticket prices will be frozen for fans under 18 and will rise 4% for adults.
Sable already owns a minority stake in the Danish club Ravnsholt and sold its share in an Austrian team in 2024.""",
    "en",
    "Rookvale United to sell 60% stake to Toronto firm for £48m",
    datetime(2026, 11, 13, 18, 0, tzinfo=UTC),
)
JAPANESE = article(
    """北野鉄道は11日、利用者の減少が続く山沢線のうち、山沢―奥滝間の18.4キロを2028年3月末で廃止する方針を沿線3町に伝えた。
同区間の2025年度の利用者は1日平均142人で、10年前の391人から6割以上減った。
北野鉄道の2025年度の鉄道事業は7億8千万円の赤字で、バス事業は9千万円の黒字だった。
代わりに1日14往復の路線バスを走らせ、運賃は鉄道と同じ水準に据え置く。
奥滝町の小林由紀町長は「通学の足を奪うもので、受け入れられない」と反対した。
山沢町は存続を求めず、バスへの転換を容認する考えを示した。
県は上下分離方式を導入しないと決め、線路の維持費を負担しない。
国土交通省は協議会の設置を促し、来年2月に初会合を開く予定だ。
9月の大雨では奥滝駅近くの斜面が崩れ、列車が土砂に乗り上げて運転士が重傷を負い、乗客2人が軽傷を負った。
沿線の高校生340人を対象にした調査では、68%が存続を望み、21%がバスでもよいと答えた。
定期券の利用者は10代が61人で最も多く、70代が38人で続いた。
北野鉄道の佐伯隆社長は記者会見で「民間企業だけで支えるのは限界だ」と語った。
山沢地裁は先月、北野鉄道に対し、元車掌の男性へ未払い賃金320万円を支払うよう命じた。
奥滝町は独自に5億円の基金をつくり、町民への募金を12月1日に始める。""",
    "ja",
    "北野鉄道、山沢線18.4キロを廃止へ　2028年3月末",
    datetime(2026, 11, 11, 18, 0, tzinfo=_KST),
)

KOREAN_WRONG = (
    "10월 말까지 동해안 오징어 어획량은 2천410톤이다.",
    "오징어 어획량이 지난해보다 37.6% 늘었다.",
    "오징어 한 두름 값은 6만2천원으로 올랐다.",
    "수온이 평년보다 1.8도 낮았다.",
    "어장이 남쪽으로 이동한 것으로 보인다.",
    "방어 어획량은 절반으로 줄었다.",
    "속초수협은 지난달 7억3천만원의 적자를 냈다.",
    "주문진수협은 흑자를 냈다.",
    "강릉시는 어업인 한 명당 최대 150만원을 지원한다.",
    "강릉시는 유류비를 지원하지 않기로 했다.",
    "해양수산부는 총허용어획량 제도를 내년 3월까지 바꾸기로 했다.",
    "선원 응우옌씨가 숨지고 선장 김모씨가 다쳤다.",
    "해경은 상대 어선 선장을 구속했다.",
    "해양수산부가 동해안어업인연합회에 중국 어선 조업을 막아 달라고 요구했다.",
    "법원은 선주 박모씨에게 징역 8개월을 선고했다.",
    "어업인 가운데 50대가 412명으로 가장 많다.",
    "국립수산과학원은 12월 초 어황 전망을 발표했다.",
    '최해문 과장은 "조업을 포기하는 배가 줄고 있다"고 말했다.',
    "지난 6일 속초 앞바다에서 어선 두 척이 충돌했다.",
    "춘천지법 강릉지원은 선주 박모씨에게 무죄를 선고했다.",
)
KOREAN_RIGHT = (
    "올해 10월 말까지 동해안 오징어 어획량은 2,140톤으로, 전년 동기 대비 37.6% 줄었다.",
    "오징어 어획량 2140톤…37.6% 감소",
    "오징어 위판 가격은 한 두름에 9만8천원이다.",
    "오징어값이 1년 새 6만2천원에서 9만8천원으로 뛰었다.",
    "수온이 평년보다 1.8도 높았다.",
    "방어는 두 배 넘게 더 잡혔다.",
    "주문진수협은 적자, 속초수협은 흑자였다.",
    "속초수협은 1억2천만원의 흑자를 냈다.",
    "강릉시가 어업인 860명의 유류비를 지원한다.",
    "시는 가구당 최대 150만원을 지원하기로 했다.",
    '최해문 과장은 "정부 지원 없이는 버티기 어렵다"고 했다.',
    "어민들은 중국 어선의 북한 수역 조업을 막아 달라고 정부에 요구했다.",
    "총허용어획량 제도는 내년 3월까지 유지된다.",
    "어선 충돌로 선장이 숨지고 선원이 다쳤다.",
    "해경은 상대 어선 선장을 불구속 입건했다.",
    "법원은 불법 조업을 한 선주에게 벌금 800만원을 선고했다.",
    "60대 어업인이 412명으로 가장 많다.",
    "60대 412명, 50대 203명, 40대 96명 순이다.",
    "12월 초에는 어황 전망이 나온다.",
    "지난 6일 주문진 앞바다에서 어선 두 척이 부딪쳤다.",
)
ENGLISH_WRONG = (
    "Rookvale United agreed to sell a 60% stake for £84 million.",
    "Sable Capital is a New York investment firm.",
    "The club made a profit of £6.2 million last season.",
    "The club posted a loss of £1.1 million a year earlier.",
    "Attendance rose 7% to 11,240.",
    "Lark will keep a 60% holding.",
    "Lark will join the board in January.",
    "Sable said it would move the club out of Rookvale.",
    "The league has approved the sale.",
    "The supporters' trust backed the deal.",
    "The trust has 3,400 members.",
    "Harrow Town beat Rookvale 3-1 in the cup.",
    "Striker Deon Abiola was sent off.",
    "The court ordered Tarr to pay the club £240,000.",
    "A steward was injured and a fan was arrested.",
    "A fan in his 50s was injured.",
    "Season-ticket prices will rise 4% for fans under 18.",
    "Sable sold its stake in Ravnsholt in 2024.",
    "The club had accused Tarr of ignoring his contract.",
    "A federal court ordered the club to pay Owen Tarr £240,000.",
)
ENGLISH_RIGHT = (
    "Rookvale United is selling a 60% stake to Sable Capital for £48 million.",
    "Toronto's Sable Capital will pay £48m for 60% of the club.",
    "The club lost £6.2 million last season.",
    "A year earlier it had made a profit of £1.1 million.",
    "Attendance fell 7% to an average of 11,240.",
    "Chairman Edwin Lark will keep 15% and leave the board in January.",
    "Lark, 71, has owned the club since 1998.",
    "Sable says the club will stay in Rookvale.",
    "Sable promised to spend £30 million on a new stand",
    "The league still has to approve the sale.",
    "A decision is expected before Christmas.",
    "The supporters' trust is against the deal and wants a fan on the board.",
    "Trust secretary Ines Aldous said members were told an hour before the press.",
    "Rookvale won 3-1 against Harrow Town.",
    "Deon Abiola scored two goals.",
    "Karl Voss was shown a red card.",
    "A court told the club to pay former manager Owen Tarr £240,000.",
    "A steward was arrested and a fan in his 40s was hurt in a scuffle.",
    "Adult season tickets go up 4%; prices for under-18s are frozen.",
    "Sable owns part of the Danish club Ravnsholt.",
)
JAPANESE_WRONG = (
    "北野鉄道は山沢―奥滝間の14.8キロを廃止する方針だ。",
    "廃止は2027年3月末の予定だ。",
    "利用者は1日平均391人だった。",
    "利用者は10年前から6割以上増えた。",
    "北野鉄道の鉄道事業は7億8千万円の黒字だった。",
    "バス事業は赤字だった。",
    "路線バスは1日40往復走る。",
    "運賃は鉄道より引き上げる。",
    "小林町長は廃止に賛成した。",
    "山沢町は路線の存続を求めている。",
    "県は上下分離方式を導入する。",
    "県は線路の維持費を負担する。",
    "来年3月に協議会の初会合が開かれる。",
    "運転士が軽傷を負い、乗客2人が重傷を負った。",
    "高校生の21%が存続を望んだ。",
    "定期券の利用者は70代が61人で最も多い。",
    "小林町長は「民間企業だけで支えるのは限界だ」と語った。",
    "地裁は元車掌の男性に320万円を支払うよう命じた。",
    "奥滝町は募金を12月10日に始める。",
    "山沢町は5億円の基金をつくる。",
)
JAPANESE_RIGHT = (
    "北野鉄道は山沢線の山沢―奥滝間18.4キロを2028年3月末で廃止する方針だ。",
    "廃止区間は18.4キロ。",
    "1日平均の利用者は142人で、10年前の391人から大きく減った。",
    "鉄道事業は7億8千万円の赤字だった。",
    "バス事業は9千万円の黒字を確保した。",
    "鉄道は赤字、バスは黒字。",
    "代替の路線バスは1日14往復。",
    "運賃は鉄道と同水準のまま。",
    "奥滝町の小林町長は反対している。",
    "山沢町はバスへの転換を認める考えだ。",
    "県は上下分離方式の導入を見送った。",
    "県は線路の維持費を出さない。",
    "協議会は来年2月に初会合を開く。",
    "運転士が大けがをし、乗客2人も軽いけがをした。",
    "高校生の68%が存続を望んでいる。",
    "定期券の利用者は10代が61人、70代が38人。",
    "佐伯社長は「民間企業だけで支えるのは限界だ」と述べた。",
    "裁判所は北野鉄道に未払い賃金320万円の支払いを命じた。",
    "奥滝町は5億円の基金を設ける。",
    "奥滝町の募金は12月1日に始まる。",
)

CASES = (
    (KOREAN, KOREAN_WRONG, KOREAN_RIGHT),
    (ENGLISH, ENGLISH_WRONG, ENGLISH_RIGHT),
    (JAPANESE, JAPANESE_WRONG, JAPANESE_RIGHT),
)
