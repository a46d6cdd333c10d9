"""Articles with many names, roles and opposites, and what a post may and may not make of them.

As in ``receipt_cases``: a faithful case is text alone, a wrong one is (text, kinds that name the fault). Several
kinds may be right: a changed subject is a wrong name or a wrong figure, by where one looks.
"""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from tests.engine.receipts.receipt_cases import article

_KST = timezone(timedelta(hours=9))
_EST = timezone(timedelta(hours=-5))

KOREAN_DEAL = article(
    """다온해운이 벼리조선을 4천300억원에 인수한다고 8일 공시했다.
인수 대금은 다온해운이 보유한 현금 2천500억원과 미르은행 대출 1천800억원으로 마련한다.
벼리조선은 지난해 매출 9천120억원, 영업손실 340억원을 기록했다.
다온해운의 지난해 매출은 1조2천억원, 영업이익은 870억원이었다.
노은채 다온해운 대표는 "조선과 해운을 묶어 친환경 선박 시장을 선점하겠다"고 말했다.
강두리 벼리조선 노조위원장은 "고용 승계가 문서로 보장되지 않으면 인수에 반대한다"고 밝혔다.
다온해운 측은 "전 직원의 고용을 3년간 보장하겠다"고 설명했다.
벼리조선 직원은 모두 1천240명이며 이 가운데 310명이 협력업체 소속이다.
공정거래위원회는 기업결합 심사를 거쳐 내년 3월까지 승인 여부를 결정할 예정이다.
한별증권은 다온해운의 목표주가를 2만8천원에서 3만1천원으로 상향 조정했다.
반면 누리투자증권은 목표주가를 2만4천원으로 낮췄다.
이날 다온해운 주가는 6.2% 내렸고 벼리조선 주가는 17.5% 뛰었다.
외국인은 다온해운 주식을 210억원어치 순매도했다.
두 회사는 2018년에도 합병을 추진했지만 가격 이견으로 협상이 결렬됐다.
정부는 조선업 구조조정 지원금을 2030년까지 연장하는 방안을 검토하고 있다.
벼리조선은 1978년 문을 연 이후 처음으로 지난해 적자를 냈다.""",
    "ko",
    "다온해운, 벼리조선 4천300억원에 인수",
    datetime(2025, 9, 8, 15, 0, tzinfo=_KST),
)

KOREAN_COURT = article(
    """대전지법은 22일 회삿돈을 빼돌린 혐의로 기소된 마석훈(54) 전 세온제약 대표에게 징역 4년을 선고했다.
함께 기소된 백나린(47) 전 재무이사에게는 무죄를 선고했다.
검찰은 마 전 대표에게 징역 7년, 백 전 이사에게 징역 3년을 구형했다.
재판부는 "피해 금액이 96억원에 이르고 회복되지 않았다"고 밝혔다.
마 전 대표 측 변호인 유가람 변호사는 "사실관계를 오인한 판결로 항소하겠다"고 말했다.
재판부는 마 전 대표가 2019년부터 2022년까지 41차례에 걸쳐 자금을 빼돌린 것으로 판단했다.
다만 증거 인멸 혐의에 대해서는 증거가 부족하다며 무죄로 봤다.
세온제약 소액주주 580여 명이 낸 손해배상 소송은 원고 승소로 끝났다.
회사는 배상금 34억원을 올해 안에 지급할 계획이다.
법원은 도주 우려가 없다며 마 전 대표를 법정 구속하지 않았다.
감사원은 세온제약의 정부 과제 참여를 2년간 금지하라고 통보했다.
시교육청은 개학일을 8월 25일에서 9월 1일로 늦추기로 했다.""",
    "ko",
    "회삿돈 96억원 빼돌린 전 제약사 대표 징역 4년",
    datetime(2025, 8, 22, 11, 0, tzinfo=_KST),
)

ENGLISH_CUP = article(
    """Harlow Rovers beat Penrith Athletic 3-1 in the county cup final on Saturday.
Defender Tomas Lindqvist scored twice for Rovers, and Ade Okonjo added a third from the penalty spot.
Penrith's only goal came from captain Callum Straker in the 52nd minute.
Rovers manager Ines Calloway said: "Nobody gave us a chance and the players proved them all wrong."
Penrith coach Rory Dunmore blamed the referee, saying the penalty "was never a foul".
The match drew a crowd of 8,412, more than double the 3,970 who watched last year's final.
Rovers will receive prize money of £60,000 and Penrith £25,000.
Straker was sent off before half-time but the red card was later overturned by an appeal panel.
Brightmoor Brewery, which sponsors the cup, may extend its contract until 2030.
The club plans to build a new stand with 1,200 seats.
Police arrested four supporters on suspicion of assault and released two of them without charge.
Rovers have won the cup five times; Penrith have never won it.
The league rejected a proposal to move the final to a Sunday, the chairwoman, Dräger, said.""",
    "en",
    "Harlow Rovers win county cup final",
    datetime(2025, 5, 11, 9, 0, tzinfo=_EST),
)

ENGLISH_DEAL = article(
    """Velmont Pharma agreed to buy Kestrel Biosciences for $2.6 billion in cash on Monday.
Kestrel shares jumped 41% to $18.20, while Velmont slipped 3% to $64.75.
Velmont's chief executive, Priya Ramanathan, said the deal "fills the gap in our heart-drug pipeline".
Kestrel's founder, Lars Bjornstad, will leave the company after the takeover.
Kestrel lost $120 million last year on sales of $45 million.
Regulators in Europe are expected to approve the deal in the first half of 2026.
Analyst Marcus Webb of Corbin Securities called the price "rich for a company with one late-stage drug".
The trial of Kestrel's drug was funded by the Aldous Foundation and run by Lakeshore University.
Researchers did not find any serious side effects among 1,830 patients.
A rival bid from Tarrant Labs was withdrawn in March.
Velmont said it would cut 240 jobs at its Leeds plant and hire 90 people in Dublin.
The company denied reports that it had misled investors, and prosecutors dropped their inquiry before the announcement.""",
    "en",
    "Velmont to buy Kestrel for $2.6bn",
    datetime(2025, 10, 7, 9, 0, tzinfo=_EST),
)

JAPANESE_VOTE = article(
    """高瀬市長選は9日投開票され、新人の三雲葉月氏が現職の笠原徹氏を破り、初当選した。
得票数は三雲氏が4万1200票、笠原氏が3万8700票だった。
投票率は52.3%で、前回を4.1ポイント上回った。
三雲氏は「市役所を変えてほしいという声に応える」と語った。
笠原氏は「私の力不足だ」と述べた。
三雲氏は市立図書館の廃止計画を撤回する方針だ。
市はスタジアム建設費を120億円から90億円に縮小することを検討している。
建設はキタムラ工業が受注し、設計はオリベ設計が担当する。
市議会は来年度予算案を賛成多数で可決した。
高瀬港の昨年の輸出額は前年比7.8%増の640億円、輸入額は2.1%減の310億円だった。""",
    "ja",
    "高瀬市長選、新人の三雲氏が初当選",
    datetime(2025, 11, 10, 6, 0, tzinfo=_KST),
)

#: (article, text)
FAITHFUL = (
    (KOREAN_DEAL, "다온해운은 벼리조선을 4300억원에 인수하기로 했다."),
    (KOREAN_DEAL, "벼리조선을 다온해운이 4천300억원에 인수한다."),
    (KOREAN_DEAL, "벼리조선의 지난해 매출은 9천120억원이었고 영업손실은 340억원이었다."),
    (KOREAN_DEAL, "지난해 다온해운은 매출 1조2천억원에 영업이익 870억원을 올렸다."),
    (KOREAN_DEAL, '노 대표는 "조선과 해운을 묶어 친환경 선박 시장을 선점하겠다"고 밝혔다.'),
    (KOREAN_DEAL, '회사 측은 "전 직원의 고용을 3년간 보장하겠다"고 했다.'),
    (KOREAN_DEAL, "강두리 위원장은 고용 승계가 보장되지 않으면 인수에 반대한다고 밝혔다."),
    (KOREAN_DEAL, "목표주가는 한별증권이 3만1천원으로 올렸고 누리투자증권이 2만4천원으로 내렸다."),
    (KOREAN_DEAL, "이날 벼리조선 주가는 17.5% 올랐고 다온해운 주가는 6.2% 떨어졌다."),
    (KOREAN_DEAL, "공정위는 내년 3월까지 승인 여부를 결정한다."),
    (KOREAN_DEAL, "두 회사의 2018년 합병 협상은 가격 이견으로 결렬됐다."),
    (KOREAN_DEAL, "인수 대금 가운데 1천800억원은 미르은행에서 빌린다."),
    (KOREAN_COURT, "대전지법은 마석훈 전 세온제약 대표에게 징역 4년을, 백나린 전 재무이사에게 무죄를 선고했다."),
    (KOREAN_COURT, "검찰은 마 전 대표에게 징역 7년을 구형했다."),
    (KOREAN_COURT, "법원은 마 전 대표를 법정에서 구속하지 않았다."),
    (KOREAN_COURT, "소액주주 580여 명은 손해배상 소송에서 이겼다."),
    (KOREAN_COURT, '유 변호사는 "사실관계를 오인한 판결로 항소하겠다"고 했다.'),
    (KOREAN_COURT, "시교육청은 개학을 9월 1일로 미뤘다."),
    (KOREAN_COURT, "8월 22일 대전지법은 징역 4년을 선고했다."),
    (ENGLISH_CUP, "Penrith Athletic lost 3-1 to Harlow Rovers in the final."),
    (ENGLISH_CUP, "Penrith were beaten 3 - 1 by Rovers in the county cup final."),
    (ENGLISH_CUP, "Callum Straker scored Penrith's only goal in minute 52."),
    (ENGLISH_CUP, '"Nobody gave us a chance," manager Ines Calloway said.'),
    (ENGLISH_CUP, "Rovers earn £60,000 in prize money and Penrith £25,000."),
    (ENGLISH_CUP, "Penrith get £25,000, Rovers £60,000."),
    (ENGLISH_CUP, "The crowd of 8,412 was more than double last year's 3,970."),
    (ENGLISH_CUP, "Straker's red card was overturned on appeal."),
    (ENGLISH_CUP, "The club plans a new stand with 1,200 seats."),
    (ENGLISH_CUP, "Penrith have never won the cup, Rovers five times."),
    (ENGLISH_CUP, "The league rejected a Sunday final, Drager said."),
    (ENGLISH_DEAL, "Kestrel Biosciences is to be bought by Velmont Pharma for $ 2.6 billion."),
    (ENGLISH_DEAL, "Velmont shares fell 3% to $64.75 and Kestrel's rose 41% to $18.20."),
    (ENGLISH_DEAL, "Lars Bjornstad, who founded Kestrel, will leave after the takeover."),
    (ENGLISH_DEAL, "Kestrel made a loss of $120m last year."),
    (ENGLISH_DEAL, "The Aldous Foundation funded the trial and Lakeshore University ran it."),
    (ENGLISH_DEAL, "No serious side effects were found among the 1,830 patients."),
    (ENGLISH_DEAL, "Tarrant Labs withdrew a rival bid in March."),
    (ENGLISH_DEAL, "Velmont will cut 240 jobs in Leeds and hire 90 people in Dublin."),
    (ENGLISH_DEAL, "Velmont denies that it misled investors."),
    (JAPANESE_VOTE, "三雲葉月氏が笠原徹氏を破って初当選した。"),
    (JAPANESE_VOTE, "得票は三雲氏4万1200票、笠原氏3万8700票。"),
    (JAPANESE_VOTE, "投票率は52.3%だった。"),
    (JAPANESE_VOTE, "三雲葉月氏は「市役所を変えてほしいという声に応える」と述べた。"),
    (JAPANESE_VOTE, "輸出額は7.8%増えて640億円、輸入額は2.1%減って310億円となった。"),
    (JAPANESE_VOTE, "キタムラ工業が建設を受注した。"),
)  # fmt: skip

WRONG = (
    (KOREAN_DEAL, "벼리조선이 다온해운을 4천300억원에 인수한다고 8일 공시했다.", ("name",)),
    (KOREAN_DEAL, "다온해운의 지난해 매출은 9천120억원이었다.", ("figure", "name")),
    (KOREAN_DEAL, "다온해운의 지난해 매출은 870억원, 영업이익은 1조2천억원이었다.", ("figure",)),
    (KOREAN_DEAL, "인수 대금은 현금 1천800억원과 미르은행 대출 2천500억원으로 마련한다.", ("figure",)),
    (KOREAN_DEAL, "노은찬 다온해운 대표는 선박 시장을 선점하겠다고 말했다.", ("name",)),
    (KOREAN_DEAL, "다온해문이 벼리조선을 인수한다.", ("name",)),
    (KOREAN_DEAL, "한빛증권은 다온해운의 목표주가를 3만1천원으로 상향 조정했다.", ("name",)),
    (KOREAN_DEAL, '강두리 벼리조선 노조위원장은 "전 직원의 고용을 3년간 보장하겠다"고 설명했다.', ("speaker",)),
    (KOREAN_DEAL, '공정거래위원회 관계자는 "고용 승계가 문서로 보장되지 않으면 인수에 반대한다"고 밝혔다.', ("speaker",)),
    (KOREAN_DEAL, '벼리조선 측은 "조선과 해운을 묶어 친환경 선박 시장을 선점하겠다"고 말했다.', ("speaker",)),
    (KOREAN_DEAL, "누리투자증권은 다온해운의 목표주가를 3만1천원으로 상향 조정했다.", ("name", "figure")),
    (KOREAN_DEAL, "한별증권은 다온해운의 목표주가를 3만1천원으로 하향 조정했다.", ("polarity",)),
    (KOREAN_DEAL, "이날 다온해운 주가는 17.5% 뛰었고 벼리조선 주가는 6.2% 내렸다.", ("figure", "polarity")),
    (KOREAN_DEAL, "외국인은 다온해운 주식을 210억원어치 순매수했다.", ("polarity",)),
    (KOREAN_DEAL, "두 회사는 2018년 합병 협상을 타결했다.", ("polarity",)),
    (KOREAN_DEAL, "정부는 조선업 구조조정 지원금을 2030년까지 연장하기로 확정했다.", ("certainty", "polarity")),
    (KOREAN_DEAL, "공정거래위원회는 기업결합 심사를 거쳐 인수를 승인했다.", ("certainty", "polarity")),
    (KOREAN_DEAL, "벼리조선은 지난해 처음으로 흑자를 냈다.", ("polarity",)),
    (KOREAN_DEAL, "벼리조선 직원은 모두 310명이며 이 가운데 1천240명이 협력업체 소속이다.", ("figure",)),
    (KOREAN_COURT, "대전지법은 마석훈 전 대표에게 징역 7년을 선고했다.", ("figure",)),
    (KOREAN_COURT, "함께 기소된 백나린 전 재무이사에게는 유죄를 선고했다.", ("polarity",)),
    (KOREAN_COURT, "법원은 도주 우려가 있다며 마 전 대표를 법정 구속했다.", ("polarity",)),
    (KOREAN_COURT, "손해배상 소송은 원고 패소로 끝났다.", ("polarity",)),
    (KOREAN_COURT, "회사는 배상금 34억원을 지급했다.", ("certainty", "polarity")),
    (KOREAN_COURT, "감사원은 세온제약의 정부 과제 참여를 2년간 허용하라고 통보했다.", ("polarity",)),
    (KOREAN_COURT, "시교육청은 개학일을 9월 1일로 앞당기기로 했다.", ("polarity",)),
    (KOREAN_COURT, "마 전 대표 측 변호인 유가림 변호사는 항소하겠다고 말했다.", ("name",)),
    (KOREAN_COURT, '백나린 전 이사는 "사실관계를 오인한 판결로 항소하겠다"고 말했다.', ("speaker",)),
    (KOREAN_COURT, "검찰은 마 전 대표에게 징역 3년, 백 전 이사에게 징역 7년을 구형했다.", ("figure",)),
    (ENGLISH_CUP, "Penrith Athletic beat Harlow Rovers 3-1 in the county cup final on Saturday.", ("name",)),
    (ENGLISH_CUP, "Tomas Lindquist scored twice for Rovers.", ("name",)),
    (ENGLISH_CUP, "Rovers will receive prize money of £25,000 and Penrith £60,000.", ("figure",)),
    (ENGLISH_CUP, "The red card was later upheld by an appeal panel.", ("polarity",)),
    (ENGLISH_CUP, "Brightmoor Brewery will extend its contract until 2030.", ("certainty",)),
    (ENGLISH_CUP, "The club built a new stand with 1,200 seats.", ("certainty", "polarity")),
    (ENGLISH_CUP, "The league approved a proposal to move the final to a Sunday.", ("polarity",)),
    (ENGLISH_CUP, "Penrith have won the cup five times; Rovers have never won it.", ("name", "figure", "polarity")),
    (ENGLISH_CUP, '"Nobody gave us a chance and the players proved them all wrong," said Rory Dunmore.', ("speaker",)),
    (ENGLISH_CUP, "Penrith's manager said: \"Nobody gave us a chance and the players proved them all wrong.\"", ("speaker",)),
    (ENGLISH_CUP, "The match drew a crowd of 8,412, less than double the 3,970 who watched last year's final.", ("polarity",)),
    (ENGLISH_CUP, "The mayor opened a street festival to honour the team.", ("wording",)),
    (ENGLISH_CUP, "Ade Okonjo scored twice for Rovers.", ("name", "figure")),
    (ENGLISH_DEAL, "Kestrel Biosciences agreed to buy Velmont Pharma for $2.6 billion in cash on Monday.", ("name",)),
    (ENGLISH_DEAL, "Velmont shares jumped 41% to $18.20, while Kestrel slipped 3% to $64.75.", ("figure", "name")),
    (ENGLISH_DEAL, "Kestrel lost $45 million last year on sales of $120 million.", ("figure",)),
    (ENGLISH_DEAL, "The trial was funded by Lakeshore University and run by the Aldous Foundation.", ("name",)),
    (ENGLISH_DEAL, "Researchers found serious side effects among 1,830 patients.", ("polarity",)),
    (ENGLISH_DEAL, "Velmont said it would hire 240 people at its Leeds plant and cut 90 jobs in Dublin.", ("figure", "polarity")),
    (ENGLISH_DEAL, "Prosecutors dropped their inquiry after the announcement.", ("polarity",)),
    (ENGLISH_DEAL, "The company admitted that it had misled investors.", ("polarity",)),
    (ENGLISH_DEAL, "Regulators in Europe have approved the deal.", ("certainty", "polarity")),
    (ENGLISH_DEAL, "Kestral shares jumped 41% to $18.20.", ("name",)),
    (ENGLISH_DEAL, 'Marcus Webb said the deal "fills the gap in our heart-drug pipeline".', ("speaker",)),
    (JAPANESE_VOTE, "現職の笠原徹氏が新人の三雲葉月氏を破り、当選した。", ("name",)),
    (JAPANESE_VOTE, "得票数は三雲氏が3万8700票、笠原氏が4万1200票だった。", ("figure",)),
    (JAPANESE_VOTE, "投票率は52.3%で、前回を4.1ポイント下回った。", ("polarity",)),
    (JAPANESE_VOTE, "笠原氏は「市役所を変えてほしいという声に応える」と語った。", ("speaker",)),
    (JAPANESE_VOTE, "三雲氏は市立図書館の廃止計画を推進する方針だ。", ("polarity",)),
    (JAPANESE_VOTE, "市議会は来年度予算案を賛成多数で否決した。", ("polarity",)),
    (JAPANESE_VOTE, "昨年の輸出額は310億円、輸入額は640億円だった。", ("figure",)),
    (JAPANESE_VOTE, "建設はキタムル工業が受注した。", ("name",)),
    (JAPANESE_VOTE, "建設はオリベ設計が受注した。", ("name",)),
    (JAPANESE_VOTE, "市はスタジアム建設費を90億円に縮小することを決定した。", ("certainty",)),
)  # fmt: skip
