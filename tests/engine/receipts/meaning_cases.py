"""Articles about a loss, a judgement and an accident, with sentences that keep their sense and sentences that turn it.

A right case is (article, text); a wrong one has the word that the report has to name as well.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from tests.engine.receipts.receipt_cases import article

_KST = timezone(timedelta(hours=9))

KOREAN = article(
    """한빛전자는 올해 3분기에 영업손실 420억원을 기록했다고 5일 밝혔다.
분기 적자는 상장 이후 처음이다.
매출은 1조2,300억원으로 지난해 같은 기간보다 8.4% 줄었다.
순손실은 510억원으로 적자 전환했다.
반도체 부문은 120억원의 영업이익을 냈지만 가전 부문은 540억원의 영업손실을 봤다.
김도현 한빛전자 대표는 "2008년 금융위기 때처럼 비용을 줄이겠다"고 말했다.
서울중앙지법은 지난달 28일 한빛전자가 옛 협력사 누리텍에 특허료 95억원을 지급하라고 판결했다.
누리텍은 2022년 한빛전자를 상대로 소송을 냈다.
한빛전자의 희망퇴직 신청자는 30대가 312명으로 가장 많았고 20대는 87명이었다.
버스가 승용차를 들이받아 버스 운전자 박모(52)씨가 다치고 승용차 동승자 이모(34)씨가 숨졌다.
경찰은 버스 운전자를 교통사고처리특례법 위반 혐의로 입건했다.
회사는 공장 두 곳을 닫지 않기로 했다.""",
    "ko",
    "한빛전자, 3분기 영업손실 420억원…매출 8.4%↓",
    datetime(2026, 11, 5, 9, 0, tzinfo=_KST),
)
ENGLISH = article(
    """Halden Motors posted a third-quarter net loss of $214 million, its first quarterly loss since 2019, the company said on Thursday.
Revenue fell 8.4% to $3.1 billion, and no dividend will be paid.
The truck unit reported an operating profit of $40 million, while the car unit lost $190 million.
Chief executive Maria Voss said the company would not close its Dover plant.
The provincial government said it would lend the company $50 million if the plant stays open for five years.
A provincial judge ruled in May that Halden must pay its former supplier, Corvin Steel, $12 million.
Corvin Steel sued Halden in 2023 and said it had lost half of its orders.
The driver, a 52-year-old man, was killed and the passenger, a 34-year-old woman, was injured when the truck hit a bridge.
Workers in their 30s filed 312 of the claims, and workers in their 20s filed 87.
The board rejected the bid and the plan to sell the mill, two people close to it said.
Police arrested the driver of the second car after the passenger called for help.""",
    "en",
    "Halden Motors posts first loss since 2019",
    datetime(2026, 11, 5, 18, 0, tzinfo=UTC),
)
JAPANESE = article(
    """みどり電機は5日、2026年7～9月期の最終損益が42億円の赤字だったと発表した。
前年同期は18億円の黒字だった。
売上高は前年同期比8.4%減の310億円だった。
市は来年度から、所得制限を設けない子ども医療費の助成を始める。
田中誠社長は「工場は閉鎖しない」と述べた。
東京地裁は先月28日、みどり電機に元取引先の青空製作所へ9億円を支払うよう命じた。
希望退職の応募は30代が312人で最も多く、20代は87人だった。
乗用車がバスに追突し、バスの運転手が軽傷を負い、乗用車の同乗者が死亡した。
県は補助金を打ち切らない方針だ。""",
    "ja",
    "みどり電機、7～9月期は42億円の赤字",
    datetime(2026, 11, 5, 18, 0, tzinfo=_KST),
)

#: Stopped before, although they are right.
RIGHT = (
    (KOREAN, "매출 1조2300억원, 전년 동기 대비 8.4% 감소"),
    (KOREAN, "법원은 한빛전자가 누리텍에 95억원을 지급하라고 판결했다."),
    (KOREAN, "법원, 한빛전자에 특허료 95억원 지급 판결"),
    (KOREAN, "재판부는 지난달 28일 한빛전자가 누리텍에 특허료 95억원을 지급하라고 판결했다."),
    (KOREAN, "김도현 대표는 금융위기 때처럼 비용을 줄이겠다고 했다."),
    (KOREAN, "30대 312명, 20대 87명이 희망퇴직을 신청했다."),
    (KOREAN, "희망퇴직을 가장 많이 신청한 연령대는 30대였다."),
    (KOREAN, "경찰은 버스 운전자를 입건했다."),
    (ENGLISH, "Halden posts first quarterly loss in years"),
    (ENGLISH, "It was the company's first quarterly loss since 2019."),
)
#: The article's own words, and nothing cut away that they hang on.
CLOSE = (
    (KOREAN, "매출 8.4% 감소"),
    (KOREAN, "반도체 부문은 120억원의 영업이익을 냈다"),
    (ENGLISH, "Revenue fell 8.4% to $3.1 billion"),
    (ENGLISH, "Revenue fell 8.4%"),
    (ENGLISH, "Corvin Steel sued Halden in 2023"),
    (ENGLISH, "The truck unit reported an operating profit of $40 million"),
)
#: Cut out of a sentence: who says so, on what condition, that it is not so.
CUT_TOO_SHORT = (
    (ENGLISH, "The provincial government said it would lend the company $50 million"),
    (ENGLISH, "Halden Motors posted a third-quarter net loss of $214 million"),
    (ENGLISH, "The board rejected the bid"),
    (ENGLISH, "The board rejected the bid and the plan to sell the mill"),
    (KOREAN, "한빛전자는 올해 3분기에 영업손실 420억원을 기록했다고"),
    (KOREAN, "회사는 공장 두 곳을 닫지"),
    (JAPANESE, "市は来年度から、所得制限を設け"),
)

#: (article, text, the word at fault)
WRONG = (
    (KOREAN, "한빛전자는 3분기에 영업이익 420억원을 기록했다.", "영업이익"),
    (KOREAN, "순이익은 510억원으로 흑자 전환했다.", "순이익"),
    (KOREAN, "한빛전자가 3분기 흑자를 냈다.", "흑자"),
    (KOREAN, "한빛전자, 흑자 전환", "흑자"),
    (KOREAN, "반도체 부문은 적자를 냈다.", "적자"),
    (KOREAN, "가전 부문은 540억원의 이익을 냈다.", "이익"),
    (KOREAN, "반도체는 적자, 가전은 흑자였다.", "적자"),
    (KOREAN, "희망퇴직 신청자는 20대가 312명으로 가장 많았다.", "20대"),
    (KOREAN, "20대 312명이 희망퇴직을 신청했다.", "312명"),
    (KOREAN, "버스 운전자가 숨졌다.", "운전자"),
    (KOREAN, "승용차 동승자는 다쳤다.", "동승자"),
    (KOREAN, "경찰은 승용차 동승자를 입건했다.", "동승자"),
    (KOREAN, "승용차가 버스를 들이받았다.", "승용차"),
    (KOREAN, "누리텍이 한빛전자에 95억원을 지급하라는 판결이 나왔다.", "누리텍"),
    (KOREAN, "한빛전자가 누리텍을 상대로 소송을 냈다.", "한빛전자"),
    (KOREAN, "회사는 공장 두 곳을 닫기로 했다.", "닫"),
    (ENGLISH, "Halden Motors posted a third-quarter profit.", "profit"),
    (ENGLISH, "Halden posted a net profit of $214 million in the third quarter.", "profit"),
    (ENGLISH, "The car unit reported an operating profit.", "profit"),
    (ENGLISH, "The truck unit made an operating loss of $40 million.", "loss"),
    (ENGLISH, "The federal government said it would lend the company $50 million.", "federal"),
    (ENGLISH, "Federal money will come if the plant stays open.", "Federal"),
    (ENGLISH, "A federal judge ruled against Halden in May.", "federal"),
    (ENGLISH, "The passenger was killed and the driver was injured.", "passenger"),
    (ENGLISH, "The passenger died when the truck hit a bridge.", "passenger"),
    (ENGLISH, "Police arrested the passenger after the driver called for help.", "passenger"),
    (ENGLISH, "Corvin Steel must pay Halden $12 million, a judge ruled.", "Corvin Steel"),
    (ENGLISH, "Halden sued Corvin Steel in 2023.", "Halden"),
    (ENGLISH, "Workers in their 20s filed 312 of the claims.", "312"),
    (JAPANESE, "みどり電機の7～9月期は42億円の黒字。", "黒字"),
    (JAPANESE, "みどり電機は7～9月期に黒字を確保した。", "黒字"),
    (JAPANESE, "前年同期は18億円の赤字だった。", "赤字"),
    (JAPANESE, "市は所得制限を設ける。", "設"),
    (JAPANESE, "市は来年度から、所得制限を設ける子ども医療費の助成を始める。", "設"),
    (JAPANESE, "みどり電機は工場を閉鎖する。", "閉鎖"),
    (JAPANESE, "応募は20代が312人で最多だった。", "312人"),
    (JAPANESE, "バスの運転手が死亡し、乗用車の同乗者が軽傷を負った。", "運転手"),
    (JAPANESE, "バスが乗用車に追突した。", "バス"),
    (JAPANESE, "県は補助金を打ち切る方針だ。", "打ち切"),
)
#: The twins of the wrong ones: the same things said rightly, in words and forms that the article does not have.
TWINS = (
    (KOREAN, "한빛전자는 3분기에 420억원의 영업손실을 냈다."),
    (KOREAN, "한빛전자가 3분기 적자를 냈다."),
    (KOREAN, "한빛전자, 상장 이후 첫 분기 적자"),
    (KOREAN, "한빛전자는 3분기에 흑자를 내지 못했다."),
    (KOREAN, "반도체는 흑자, 가전은 적자였다."),
    (KOREAN, "반도체 부문은 흑자를 냈다."),
    (KOREAN, "희망퇴직 신청자 중 30대가 312명으로 가장 많다."),
    (KOREAN, "20대는 87명이 신청했다."),
    (KOREAN, "버스 운전자는 다치고 승용차 동승자는 숨졌다."),
    (KOREAN, "승용차 동승자가 목숨을 잃었다."),
    (KOREAN, "승용차를 버스가 들이받았다."),
    (KOREAN, "버스가 승용차를 들이받는 사고가 났다."),
    (KOREAN, "누리텍에 95억원을 지급하라는 판결이 한빛전자에 내려졌다."),
    (KOREAN, "한빛전자가 누리텍에 95억원을 지급해야 한다는 판결이 나왔다."),
    (KOREAN, "누리텍은 2022년 한빛전자에 소송을 걸었다."),
    (KOREAN, "회사는 공장 두 곳을 계속 돌리기로 했다."),
    (ENGLISH, "Halden Motors posted a third-quarter loss."),
    (ENGLISH, "Halden swung to a loss in the third quarter."),
    (ENGLISH, "Halden Motors failed to post a profit."),
    (ENGLISH, "The truck unit made a profit, but the car unit made a loss."),
    (ENGLISH, "The truck unit turned a profit of $40 million."),
    (ENGLISH, "The province will lend Halden $50 million if the plant stays open."),
    (ENGLISH, "The driver was killed and the passenger was hurt."),
    (ENGLISH, "The crash killed the driver and injured the passenger."),
    (ENGLISH, "A passenger was injured when the truck hit a bridge."),
    (ENGLISH, "The driver of the second car was arrested."),
    (ENGLISH, "The driver, who had a passenger, was killed."),
    (ENGLISH, "The wife of the driver was not in the truck when he was killed."),
    (ENGLISH, "Corvin Steel must be paid $12 million by Halden, a judge ruled."),
    (ENGLISH, "Halden was sued by Corvin Steel in 2023."),
    (ENGLISH, "Workers in their 30s filed 312 claims, those in their 20s 87."),
    (JAPANESE, "みどり電機の7～9月期は42億円の赤字。"),
    (JAPANESE, "みどり電機は7～9月期に赤字に転落した。"),
    (JAPANESE, "前年同期の18億円の黒字から赤字に転じた。"),
    (JAPANESE, "市は所得制限なしで子どもの医療費を助成する。"),
    (JAPANESE, "市は来年度から、所得制限を設けずに子ども医療費を助成する。"),
    (JAPANESE, "みどり電機は工場を閉鎖しない。"),
    (JAPANESE, "応募は30代が312人で最多、20代は87人。"),
    (JAPANESE, "バスの運転手が軽いけがをし、乗用車の同乗者が亡くなった。"),
    (JAPANESE, "バスに乗用車が追突した。"),
    (JAPANESE, "県は補助金を続ける方針だ。"),
)
