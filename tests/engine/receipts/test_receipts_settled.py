"""What is only put forward told as settled, and one of a kind told for another: wrong twins of right sentences."""

from __future__ import annotations

import pytest

from newsforge.engine.receipts import check_text
from tests.support.stories import make_article

SHIPYARD = make_article(
    "한내조선 노사가 올해 임금협상에 25일 잠정 합의했다.\n"
    "잠정 합의안에는 기본급 9만4천원 인상, 격려금 250만원, 휴가비 120만원 지급이 담겼다. 성과급은 내년 2월 정하기로 했다.\n"
    "노조는 28일 조합원 5,320명을 대상으로 합의안에 대한 찬반투표를 한다. 과반이 찬성하면 합의안은 가결된다.\n"
    "회사는 사내 하청 노동자 3,900명에게도 명절 휴가비 50만원을 주기로 했다.\n"
    "상인회는 손해배상 소송을 내년 1월 내는 방안을 검토하고 있다. 회사는 조업 구역 변경을 시에 신청했다.\n"
    "해경은 어선이 자동식별장치를 꺼 놓았는지도 확인할 방침이다. 숨진 선장의 동생은 기관장으로 구조됐다.",
)
HALDEN = make_article(
    "Halden is in talks to sell its Norwegian snack business, Fjellbit.\n"
    "The firm has applied for permission to build a depot in Corby. The council will vote on the depot in May.\n"
    "Coach Rosa Lindqvist is due to discuss a new contract with the club next week.\n"
    "Bako's mother told her to keep going. She hurt her left knee in June.",
    language="en",
)
WATER = make_article(
    "白浜市は25日、水道料金を平均22％引き上げる条例改正案を12月定例市議会に提出した。可決されれば15年ぶりの値上げとなる。\n"
    "市は低所得世帯の基本料金を半額にする案を検討している。電力会社は料金の値上げを国に申請した。\n"
    "夕食後に15分歩くと、血糖値の上昇が平均17％抑えられた。朝食後に歩いた場合には、はっきりした差はみられなかった。\n"
    "散歩を続けた場合の長期的な効果はまだ分かっていない。",
    language="ja",
)
ELECTRONICS = make_article(
    "대한전자 노사는 25일 올해 임금협상에 합의했다. 기본급 5% 인상이 담겼다.\n"
    "정년을 65세로 늘리는 문제는 내년에 노사 공동위원회에서 논의하기로 했다. 통상임금 조항은 이번 합의에서 빠졌다.\n"
    "회사는 구형 냉장고 ‘온리’의 생산을 내년 6월 끝낸다. 온리를 만드는 광주공장은 세탁기를 만든다.\n"
    "다친 운전자는 음주 측정에서 이상이 없었다. 불이 난 건물에서 12명이 빠져나왔다.\n"
    "노조는 회사가 낸 기본급 7만원 인상안을 거부했다. 공장 기숙사는 2019년 문을 열었다.\n"
    "합의안은 조합원 과반이 찬성해야 가결된다. 올해 충돌은 11건이었다. 지난해에는 16건이었다.",
)
PIZZA = make_article(
    "Halden Foods said it would stop making frozen pizza at its Corby factory in March, after profit fell 11% on higher "
    "cheese costs.\nThe Corby factory will switch to ready meals. Smokers were excluded from the trial of 126 adults.",
    language="en",
)
SEIKI = make_article(
    "菱和精機は25日、熊本県に新工場を建設すると発表した。投資額は480億円。\n"
    "田辺修一社長は「需要に応える」と述べた。糖尿病患者は対象に含まれておらず、境界型の126人が対象となった。\n"
    "夕食後に歩くと血糖値の上昇が平均17％抑えられた。一方、65歳以上では抑制効果が23％と大きかった。",
    language="ja",
)
OWNERS = make_article(
    "이 학교 졸업생인 소설가 한지수(58)는 자신의 책 1,200권을 내놓았다. 책 7천 권은 주민과 졸업생이 기증했다.\n"
    "서울고법은 지난해 과징금을 모두 취소했다. 시정명령은 적법하다고 봤다.\n"
    "대한당(7석)은 아직 입장을 정하지 않았다. 민국당은 증세에 반대한다.\n"
    "노조는 다음 달 28일 대의원대회를 연다. 합의안 투표는 31일이다.",
)
CUP = make_article(
    "Bako, a 72nd-minute replacement for captain Lotte Veen, equalised in the 79th minute.\n"
    "A consultation with the Bakers' Union starts on December 23. The union said it would ballot members if it failed.",
    language="en",
)
COUNCIL = make_article(
    "第2会派の「白浜クラブ」（7議席）は態度を決めていない。共産党は反対を表明している。", language="ja"
)
BUSES = make_article(
    "The council voted 14-9 to end two of the town's four night bus routes. The N4 will run every 40 minutes.\n"
    "The hospital said it was considering a shuttle for its 400 night staff. A taxi would cost her 18 pounds a shift.\n"
    "The operator, Swiftline, said no drivers would lose their jobs; 22 will move to day routes.",
    language="en",
)
TRIAL = make_article(
    "국가대표 막내 서채린이 23일 여자 500m에서 37초42로 우승했다. 대표팀 선배 윤가은이 37초60으로 3위에 올랐다.\n"
    "윤가은은 허리 통증으로 3차 대회 출전 여부를 의료진과 상의하기로 했다.\n"
    "한울제약은 신약 후보 레나핀이 효과를 보였다고 밝혔다. 회사는 내년 3월 품목 허가를 신청할 계획이다.\n"
    "65세 이상 환자가 전체의 18%에 그쳤다. 주민은 수익의 10%를 나눠 받는다. 회사는 희망 직원의 조기퇴직을 받는다.",
)
MUSEUM = make_article(
    "The museum said it would study the ruling before deciding whether to appeal.\n"
    "The tribunal dismissed a separate claim by nine guards over night allowances.",
    language="en",
)
DRIVERLESS = make_article(
    "湯沢市は25日、自動運転バスについて、国土交通省から有料運行の認可を受けたと発表した。\n"
    "昨年12月には積雪で車体が縁石に接触したが、けが人はなかった。この5年間に9路線のうち4路線が廃止された。",
    language="ja",
)
WRONG = [
    (MUSEUM, "The museum said it would appeal against the ruling."),
    (MUSEUM, "The tribunal also upheld a claim over night allowances."),
    (DRIVERLESS, "昨年12月の接触で乗客がけがをした。"),
    (DRIVERLESS, "この5年間に9路線が廃止された。"),
]
WRONG += [
    (BUSES, "The council scrapped all four of the town's night bus routes."),
    (BUSES, "The hospital will run a shuttle for its 400 night staff."),
    (BUSES, "Swiftline will lay off 22 drivers."),
    (TRIAL, "윤가은은 허리 통증으로 3차 대회에 나서지 않기로 했다."),
    (TRIAL, "한울제약이 레나핀의 품목 허가를 받았다."),
    (TRIAL, "환자는 모두 65세 이상이었다."),
    (TRIAL, "주민은 수익의 10분의 2를 나눠 받는다."),
    (TRIAL, "Seo Chae-rin won in 37.62 seconds."),
]
WRONG += [
    (OWNERS, "소설가 한지수가 책 7천 권을 기증했다."),
    (OWNERS, "서울고법은 시정명령도 위법하다고 봤다."),
    (OWNERS, "대한당은 증세에 반대한다는 입장이다."),
    (OWNERS, "노조는 다음 달 28일 합의안을 투표에 부친다."),
    (CUP, "Captain Lotte Veen came on for Bako in the 72nd minute."),
    (CUP, "The Bakers' Union will ballot members on December 23."),
    (COUNCIL, "白浜クラブは値上げに反対を表明している。"),
]
WRONG += [
    (ELECTRONICS, "노사는 정년을 65세로 늘리기로 합의했다."),
    (ELECTRONICS, "노사는 통상임금 조항도 합의안에 담겼다고 밝혔다."),
    (ELECTRONICS, "Management and the union agreed to extend the retirement age to 65."),
    (ELECTRONICS, "대한전자 광주공장이 내년 6월 문을 닫는다."),
    (ELECTRONICS, "Daehan Electronics will close its Gwangju plant next June."),
    (ELECTRONICS, "Daesang Electronics agreed on a 5% rise in base pay."),
    (ELECTRONICS, "다친 운전자는 술을 마신 상태였다."),
    (ELECTRONICS, "5년 전 문을 연 공장 기숙사다."),
    (ELECTRONICS, "합의안은 조합원 절반이 찬성하면 가결된다."),
    (ELECTRONICS, "올해 충돌은 지난해보다 6건 적다."),
    (ELECTRONICS, "조합원들은 임금협상 결과에 불복해 항소했다."),
    (PIZZA, "Halden Foods will close its Corby factory in March."),
    (PIZZA, "Smokers were among the 126 adults in the trial."),
    (SEIKI, "Hirota Seiki will build a plant in Kumamoto for 48 billion yen."),
    (SEIKI, "糖尿病患者126人が研究の対象となった。"),
]
WRONG += [
    (SHIPYARD, "조합원들이 28일 투표에서 합의안을 통과시켰다."),
    (SHIPYARD, "상인회는 내년 1월 손해배상 소송을 내기로 했다."),
    (SHIPYARD, "회사의 조업 구역 변경이 시의 승인을 받았다."),
    (SHIPYARD, "어선이 자동식별장치를 꺼 놓은 것으로 확인됐다."),
    (SHIPYARD, "숨진 선장의 아들은 기관장으로 구조됐다."),
    (SHIPYARD, "잠정 합의안에는 성과급 120만원이 담겼다."),
    (SHIPYARD, "하청 노동자 3,900명도 격려금 250만원을 받는다."),
    (SHIPYARD, "The union passed the tentative deal in a ballot on the 28th."),
    (HALDEN, "Halden has sold its Norwegian snack business Fjellbit."),
    (HALDEN, "The council has approved the depot in Corby."),
    (HALDEN, "Coach Rosa Lindqvist has signed a new contract with the club."),
    (HALDEN, "Bako's father told her to keep going."),
    (HALDEN, "She hurt her right knee in June."),
    (WATER, "白浜市議会は水道料金を平均22％引き上げる条例改正案を可決した。"),
    (WATER, "市は低所得世帯の基本料金を半額にすることを決めた。"),
    (WATER, "国は電力会社の料金の値上げを認可した。"),
    (WATER, "朝食後に15分歩くと血糖値の上昇が17％抑えられた。"),
    (WATER, "散歩を続けた場合の長期的な効果があることが確認された。"),
]
RIGHT = [
    (MUSEUM, "The museum has not decided whether to appeal: it will study the ruling first."),
    (MUSEUM, "Nine guards lost a separate claim over night allowances."),
    (DRIVERLESS, "昨年12月の接触でけがをした人はいない。"),
    (DRIVERLESS, "この5年間に9路線のうち4路線が廃止された。"),
    (DRIVERLESS, "国の認可を得た。"),
    (DRIVERLESS, "Yuzawa has the ministry's permission for its self-driving bus."),
]
RIGHT += [
    (BUSES, "Losing the bus would mean an £18 taxi a shift."),
    (BUSES, "Swiftline says its 22 drivers keep their jobs and switch to day routes."),
    (BUSES, "Two of the town's four night bus routes will end."),
    (BUSES, "The hospital may run a shuttle for its 400 night staff."),
    (TRIAL, "한국의 서채린이 여자 500m에서 우승했다."),
    (TRIAL, "Seo Chae-rin won in 37.42 seconds."),
    (TRIAL, "윤가은은 3차 대회에 나설지 의료진과 상의한다."),
    (TRIAL, "한울제약은 내년 3월 레나핀의 허가를 신청한다."),
    (TRIAL, "회사는 희망퇴직을 받는다."),
    (TRIAL, "주민은 수익의 10분의 1을 나눠 받는다."),
]
RIGHT += [
    (OWNERS, "소설가 한지수가 자신의 책 1,200권을 내놓았다."),
    (OWNERS, "주민과 졸업생이 책 7천 권을 기증했다."),
    (OWNERS, "서울고법은 시정명령은 적법하다고 봤다."),
    (OWNERS, "민국당은 증세에 반대한다는 입장이다."),
    (OWNERS, "노조는 다음 달 28일 대의원대회를 연다."),
    (CUP, "Bako came on for captain Lotte Veen in the 72nd minute."),
    (CUP, "Talks with the Bakers' Union begin on December 23."),
    (COUNCIL, "共産党は反対を表明している。"),
]
RIGHT += [
    (ELECTRONICS, "정년 65세 연장은 내년 공동위원회에서 다루기로 했다."),
    (ELECTRONICS, "광주공장은 냉장고 대신 세탁기를 만들게 된다."),
    (ELECTRONICS, "Daehan Electronics and its union agreed on a 5% rise in base pay."),
    (ELECTRONICS, "다친 운전자는 술을 마시지 않은 것으로 나왔다."),
    (ELECTRONICS, "불이 난 건물에서 12명이 탈출했다."),
    (ELECTRONICS, "노조가 기본급 7만원을 올리는 회사 제시안을 거부했다."),
    (ELECTRONICS, "회사 제시안은 기본급 7만원 인상이었다."),
    (ELECTRONICS, "7년 전 문을 연 공장 기숙사다."),
    (ELECTRONICS, "합의안이 가결되려면 조합원 절반 넘게 찬성해야 한다."),
    (ELECTRONICS, "올해 충돌은 지난해보다 5건 적다."),
    (PIZZA, "Halden's profit slid 11% as cheese costs rose."),
    (PIZZA, "The Corby factory is to make ready meals, not pizza."),
    (SEIKI, "Ryowa Seiki will build a plant in Kumamoto for 48 billion yen."),
    (SEIKI, "President Shuichi Tanabe said the plant would meet demand."),
    (SEIKI, "Ryowa Seiki（菱和精機）が熊本に新工場を建てる。"),
    (SEIKI, "65歳以上では効果がより大きく、23％抑えられた。"),
    (SEIKI, "저녁을 먹고 걸으면 혈당이 오르는 폭이 평균 17% 줄었다."),
]
RIGHT += [
    (SHIPYARD, "한내조선 노사는 25일 임금협상에 잠정 합의했다."),
    (SHIPYARD, "조합원들은 28일 합의안을 투표에 부친다."),
    (SHIPYARD, "합의안이 가결되려면 과반이 찬성해야 한다."),
    (SHIPYARD, "상인회는 손해배상 소송을 낼지 검토하고 있다."),
    (SHIPYARD, "숨진 선장의 남동생은 기관장으로 구조됐다."),
    (SHIPYARD, "합의안에는 격려금 250만원과 휴가비 120만원이 담겼다."),
    (SHIPYARD, "하청 노동자 3,900명도 휴가비 50만원을 받는다."),
    (HALDEN, "Halden may sell its Norwegian snack business Fjellbit."),
    (HALDEN, "Bako's mum told her to keep going."),
    (HALDEN, "The council votes on the depot in May."),
    (WATER, "市は水道料金を平均22％引き上げる条例改正案を提出した。"),
    (WATER, "電力会社が料金の値上げを申請した。"),
    (WATER, "夕食の後に15分歩くと血糖値の上昇が17％抑えられた。"),
]


def stopped(article: object, text: str) -> bool:
    language = article.language  # type: ignore[attr-defined]
    return any(receipt.status == "unsupported" for receipt in check_text(text, article, language=language))  # type: ignore[arg-type]


@pytest.mark.parametrize(("article", "text"), WRONG, ids=[text for _, text in WRONG])
def test_the_wrong_twin_is_stopped(article: object, text: str) -> None:
    assert stopped(article, text)


@pytest.mark.parametrize(("article", "text"), RIGHT, ids=[text for _, text in RIGHT])
def test_the_right_twin_passes(article: object, text: str) -> None:
    assert not stopped(article, text)
