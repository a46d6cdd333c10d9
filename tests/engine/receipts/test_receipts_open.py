"""What is only weighed, competed for or put off told as settled, across languages too; and the part told as the whole."""

import pytest

from newsforge.engine.receipts import check_text
from tests.support.stories import make_article

TRAM = make_article(
    "가람시는 9일 순환선 사업계획 승인을 국토교통부에 신청했다고 밝혔다. 심사는 3월까지 이어진다.\n"
    "시의회는 운영 조례안을 두고 찬반이 갈려 처리를 다음 달로 미뤘다.\n"
    "차량 공급 업체로는 대산철도와 미국의 윈슬로 트랜짓이 경쟁하고 있다. 시는 6월 업체를 선정한다.\n"
    "버스조합은 이 노선에 반대했다. 시는 버스 기사를 기관사로 채용하는 방안을 검토한다.\n"
    "전체 정류장 64곳 가운데 9곳을 없앤다. 탈선 위험이 크다고 볼 근거는 없다.\n"
    "사업비는 4천180억원에서 5천420억원으로 늘었다. 환경단체 표지수 대표는 노선 철회를 요구했다.\n"
    "시는 역세권 땅을 판 혐의를 받는 전 과장 주모(51)씨를 수사하고 있다. 주씨는 혐의를 부인했다.",
    title="가람시 순환선 사업계획 승인 신청",
)
MILL = make_article(
    "Cobden Mills will shut 6 of its 48 shops by June. The firm is not planning to sell its head office.\n"
    "Belgium is considering a ban on its dye, Azulin. Germany has not restricted it.\n"
    "A court rejected a claim for damages of 3 million euros by anglers. The maker will appeal.\n"
    "Finance director Hugo Brandt resigned in May; chief executive Ida Falk apologised to staff.\n"
    "The Water Authority fined Cobden £90,000. Its auditor, Nia Rowe, reported the leak.\n"
    "The Treasury said it was reviewing the rules. The union asked for fans to be given seats on the board.",
    language="en",
    title="Cobden Mills to shut shops",
)
WARD = make_article(
    "町議会は20日、予算案を賛成6、反対8で否決した。滝本邦夫町長は辞職して出直し選挙に臨む意向を示した。\n"
    "副町長の堀内和也氏は公務への影響に懸念を示した。財務局は改善命令を出すかどうかを検討している。\n"
    "元支店長は着服を認めた。女性職員(38)は減給処分を受け、支店長は懲戒解雇された。\n"
    "信金は被害額の全額を補償する。",
    language="ja",
    title="町議会、予算案を否決",
)


def _stopped(article, sentence, language):
    return any(one.status == "unsupported" for one in check_text(sentence, article, language=language))


@pytest.mark.parametrize(
    ("article", "sentence", "language"),
    [
        (TRAM, "국토교통부는 순환선 사업계획을 승인했다.", "ko"),
        (TRAM, "시의회는 운영 조례안을 통과시켰다.", "ko"),
        (TRAM, "차량 공급 업체로 대산철도가 선정됐다.", "ko"),
        (TRAM, "전체 정류장 64곳을 없앤다.", "ko"),
        (TRAM, "탈선 위험이 크다.", "ko"),
        (TRAM, "The ministry has approved the loop line.", "en"),
        (TRAM, "The city council passed the ordinance.", "en"),
        (TRAM, "Winslow Transit won the contract to supply the trains.", "en"),
        (TRAM, "Costs rose by 542 billion won.", "en"),
        (TRAM, "元課長は容疑を認めた。", "ja"),
        (MILL, "Cobden Mills will shut 48 shops by June.", "en"),
        (MILL, "The firm plans to sell its head office.", "en"),
        (MILL, "Belgium has banned the dye Azulin.", "en"),
        (MILL, "Chief executive Ida Falk resigned in May.", "en"),
        (MILL, "Auditor Nia Rowe was fined £90,000.", "en"),
        (MILL, "The Treasury has changed the rules.", "en"),
        (MILL, "벨기에는 아줄린을 금지했다.", "ko"),
        (MILL, "裁判所は損害賠償の請求を認めた。", "ja"),
        (WARD, "財務局は改善命令を出した。", "ja"),
        (WARD, "堀内和也副町長は辞職する意向を示した。", "ja"),
        (WARD, "女性職員は懲戒解雇された。", "ja"),
        (WARD, "직원은 해고됐다.", "ko"),
    ],
)
def test_what_is_open_is_not_told_as_settled(article, sentence, language):
    assert _stopped(article, sentence, language)


@pytest.mark.parametrize(
    ("article", "sentence", "language"),
    [
        (TRAM, "시는 국토부에 사업계획 승인을 신청했다.", "ko"),
        (TRAM, "시의회는 조례안 처리를 다음 달로 미뤘다.", "ko"),
        (TRAM, "대산철도와 윈슬로 트랜짓이 경쟁 중이다.", "ko"),
        (TRAM, "정류장 64곳 중 9곳을 없앤다.", "ko"),
        (TRAM, "탈선 위험이 크다고 볼 근거는 없다.", "ko"),
        (TRAM, "The city has applied to the ministry for approval.", "en"),
        (TRAM, "The council put off its decision on the ordinance.", "en"),
        (TRAM, "Costs rose to 542 billion won from 418 billion won.", "en"),
        (TRAM, "元課長は容疑を否認した。", "ja"),
        (MILL, "Six of the 48 shops will shut by June.", "en"),
        (MILL, "The firm has no plans to sell its head office.", "en"),
        (MILL, "Belgium may ban the dye Azulin.", "en"),
        (MILL, "Finance director Hugo Brandt stepped down in May.", "en"),
        (MILL, "The Water Authority fined Cobden £90,000.", "en"),
        (MILL, "벨기에는 금지를 검토하고 있다.", "ko"),
        (MILL, "裁判所は損害賠償の請求を退けた。", "ja"),
        (WARD, "財務局は改善命令を検討している。", "ja"),
        (WARD, "町長は辞職する意向を示した。", "ja"),
        (WARD, "支店長は懲戒解雇された。", "ja"),
        (WARD, "신용금고는 피해액 전액을 보상한다.", "ko"),
        (WARD, "The former manager admitted the theft.", "en"),
    ],
)
def test_what_is_open_may_be_told_as_open(article, sentence, language):
    assert not _stopped(article, sentence, language)
