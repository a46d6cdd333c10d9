"""Figures, causes, positions and pleas that stand with another one than in the article; and right twins of each."""

import pytest

from newsforge.engine.receipts import check_text
from newsforge.engine.receipts.han_readings import reads_as
from newsforge.engine.receipts.hangul_kana import readings
from newsforge.engine.receipts.korean_forms import are_one_verb
from tests.support.stories import make_article

LIBRARY = make_article(
    "The library carried out 41,200 loans, up 6% on the year before, while complaints about late fees rose 14%.\n"
    "Membership fell from 8,310 in 2021 to 7,240 last year. Staff costs went up by 3%.\n"
    "The council's treasurer, Martha Quell, said the fees were fair. The chair, Councillor Idris Pope, adjourned the item.\n"
    'Volunteers\' leader Nils Orme said the change "would have driven pensioners from the reading room".\n'
    "Members clashed over a plan to sell the annexe, which the chair put off without a vote.\n"
    "The town is considering a ban on e-scooters outside. It would not offer the café a new lease.\n"
    "The firm Arbel paid a civil penalty of $40,000 in 2022 without admitting fault. It has applied for a permit to expand.\n"
    "Councillors voted 21 to 13 to keep the mobile library. The cleaners' union will hold a strike vote on 4 May.\n"
    "Former caretaker Dov Hale faces up to four years in prison when he is sentenced in June.\n"
    "The cause of the fire in the annexe is not yet known. No arrests have been made.\n"
    "Half-time porter Ewan Brack admitted taking coins; his colleague Sten Voll denied it.",
    language="en",
    title="Library fees row goes on",
)
MARKET = make_article(
    "12일 새벽 도원시장에서 불이 나 점포 7곳이 탔다. 소방당국은 정확한 화재 원인을 조사하고 있다.\n"
    "시장 건물에는 자동 확산 소화기가 설치돼 있지 않았다. 구청은 2021년 이 시장에 과태료 150만원을 부과했다.\n"
    "상인 회장 나모(58)씨는 불법 증축 사실을 인정했고, 관리소장 변모(61)씨는 이를 부인했다.\n"
    "구는 노점의 신규 허가를 검토하지 않기로 했다. 시는 공영주차장 도입을 검토하고 있다.\n"
    "지법은 방화를 시도한 혐의로 기소된 황모(44)씨에게 징역 2년을 선고했다. 검찰은 징역 5년을 구형했다.\n"
    "지난해 시장 화재 원인은 전기 결함이 38%, 담배꽁초가 25%였다.\n"
    "시장 방문객은 1만2천명에서 9천800명으로 줄었다. 상인회는 점포당 입주자를 2명까지로 제한한다.",
    title="도원시장 불로 점포 7곳 타",
)
BUREAU = make_article(
    "港湾局は9日、検査を怠ったとして青波運輸に業務改善を命じた。\n"
    "運航責任者は「点検を忘れていた」と容疑を認め、船長は「知らなかった」と否認した。\n"
    "同社の小西和彦社長は会見で謝罪した。市は第三者委員会を設置しない方針を示した。\n"
    "乗客数は2019年の5200人から4100人に減った。乗客にけがはなかった。\n"
    "同社は運航の再開を申請しており、局は月末までに判断する。",
    language="ja",
    title="青波運輸に業務改善命令",
)


def _stopped(article, sentence, language=None):
    return any(one.status == "unsupported" for one in check_text(sentence, article, language=language))


@pytest.mark.parametrize(
    ("article", "sentence", "language"),
    [
        (LIBRARY, "Loans were up 14% at the library, while complaints about late fees rose 6%.", "en"),
        (LIBRARY, "Membership fell by 7,240 last year.", "en"),
        (LIBRARY, "Staff costs went up to 3%.", "en"),
        (LIBRARY, "The treasurer, Idris Pope, said the fees were fair.", "en"),
        (LIBRARY, "Martha Quell said the change would have driven pensioners from the reading room.", "en"),
        (LIBRARY, "Members voted through a plan to sell the annexe.", "en"),
        (LIBRARY, "The town has banned e-scooters outside.", "en"),
        (LIBRARY, "The town offered the café a new lease.", "en"),
        (LIBRARY, "Arbel paid a criminal fine of $40,000 in 2022.", "en"),
        (LIBRARY, "Arbel admitted fault when it paid $40,000 in 2022.", "en"),
        (LIBRARY, "Arbel has won a permit to expand.", "en"),
        (LIBRARY, "Councillors voted 21 to 13 against the mobile library.", "en"),
        (LIBRARY, "The cleaners' union has voted to strike.", "en"),
        (LIBRARY, "Dov Hale was sentenced to four years in prison.", "en"),
        (LIBRARY, "The fire in the annexe was caused by a faulty heater.", "en"),
        (LIBRARY, "A man was arrested over the fire.", "en"),
        (LIBRARY, "Sten Voll admitted taking coins.", "en"),
        (MARKET, "불은 노후 배선 누전으로 났다.", "ko"),
        (MARKET, "시장 건물에는 자동 확산 소화기가 설치돼 있었으나 작동하지 않았다.", "ko"),
        (MARKET, "구청은 2021년 이 시장에 벌금 150만원을 부과했다.", "ko"),
        (MARKET, "관리소장 변씨는 불법 증축 사실을 인정했다.", "ko"),
        (MARKET, "검찰은 황씨에게 징역 2년을 구형했다.", "ko"),
        (MARKET, "지난해 시장 화재 원인은 담배꽁초가 38%, 전기 결함이 25%였다.", "ko"),
        (MARKET, "시장 방문객은 9천800명 줄었다.", "ko"),
        (BUREAU, "船長は「点検を忘れていた」と容疑を認めた。", "ja"),
        (BUREAU, "市は第三者委員会を設置する方針を示した。", "ja"),
        (BUREAU, "乗客数は4100人減った。", "ja"),
        (BUREAU, "The bureau approved the restart.", "en"),
        (BUREAU, "시는 제3자위원회를 설치하기로 했다.", "ko"),
    ],
)
def test_what_stands_elsewhere_is_stopped(article, sentence, language):
    assert _stopped(article, sentence, language)


@pytest.mark.parametrize(
    ("article", "sentence", "language"),
    [
        (LIBRARY, "Loans were up 6%, while complaints about late fees rose 14%.", "en"),
        (LIBRARY, "Membership fell by 1,070, from 8,310 to 7,240.", "en"),
        (LIBRARY, "Staff costs rose by 3%.", "en"),
        (LIBRARY, "Treasurer Martha Quell said the fees were fair.", "en"),
        (LIBRARY, "Nils Orme said the change would have driven pensioners from the reading room.", "en"),
        (LIBRARY, "A plan to sell the annexe was put off without a vote.", "en"),
        (LIBRARY, "The town is thinking about a ban on e-scooters.", "en"),
        (LIBRARY, "Arbel paid a civil penalty of $40,000 and did not admit fault.", "en"),
        (LIBRARY, "Arbel has asked for a permit to expand.", "en"),
        (LIBRARY, "Councillors voted 21 to 13 in favour of the mobile library.", "en"),
        (LIBRARY, "The cleaners' union votes on a strike on 4 May.", "en"),
        (LIBRARY, "Dov Hale could get up to four years when he is sentenced in June.", "en"),
        (LIBRARY, "Nobody has been arrested over the fire.", "en"),
        (LIBRARY, "Ewan Brack admitted taking coins, which Sten Voll denied.", "en"),
        (MARKET, "불이 난 원인은 조사 중이다.", "ko"),
        (MARKET, "시장 건물에는 소화기가 설치돼 있지 않았다.", "ko"),
        (MARKET, "구청은 2021년에도 과태료 150만원을 부과했다.", "ko"),
        (MARKET, "상인 회장 나씨는 불법 증축을 인정했고 관리소장 변씨는 부인했다.", "ko"),
        (MARKET, "1심 재판부는 황씨에게 징역 2년을 선고했다.", "ko"),
        (MARKET, "지난해 시장 화재 원인은 전기 결함(38%)이 담배꽁초(25%)보다 많았다.", "ko"),
        (MARKET, "시장 방문객은 9천800명으로 줄었다.", "ko"),
        (MARKET, "점포당 입주자는 2명까지로 제한된다.", "ko"),
        (BUREAU, "運航責任者は容疑を認め、船長は否認した。", "ja"),
        (BUREAU, "市は第三者委員会を設けない方針だ。", "ja"),
        (BUREAU, "乗客数は4100人に減った。", "ja"),
        (BUREAU, "No passengers were hurt.", "en"),
        (BUREAU, "고니시 가즈히코 사장은 회견에서 사과했다.", "ko"),
    ],
)
def test_what_is_told_in_its_place_may_pass(article, sentence, language):
    assert not _stopped(article, sentence, language)


def test_hangul_is_read_back_to_what_it_was_in_kana() -> None:
    assert any(reads_as("西田和彦社長", one) for one in readings("니시다"))
    assert any(reads_as("西田和彦社長", one) for one in readings("가즈히코"))
    assert not any(reads_as("西田和彦社長", one) for one in readings("다나카"))
    assert readings("한빛") == ()


def test_two_forms_of_one_verb_are_no_misspelling() -> None:
    assert are_one_verb("빼돌린", "빼돌려")
    assert are_one_verb("들여와", "들여온")
    assert not are_one_verb("박지민", "박지만")
