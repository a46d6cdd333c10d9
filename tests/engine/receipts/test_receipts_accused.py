"""Who is charged, sentenced or fired, and of which charge somebody is guilty: never another one's, never the other way."""

import pytest

from newsforge.engine.receipts import check_text
from tests.support.stories import make_article

QUARRY = make_article(
    "온별경찰서는 4일 채석장 소장 유모(54)씨를 업무상과실치사 혐의로 입건했다.\n"
    "숨진 굴착기 기사 강모(47)씨는 토사에 깔린 채 발견됐다. 채석장 대표 남모(61)씨는 참고인 조사를 받았다.\n"
    "경비원 표모(66)씨도 조사를 받았으나 입건되지 않았다.\n"
    "회사는 유씨를 해임했고, 안전과장 도모(39)씨에게 감봉 3개월 처분을 내렸다.\n"
    "한편 지법은 같은 회사 전 임원 석모(58)씨에게 배임 혐의는 무죄를, 조세포탈 혐의는 유죄로 판단해 벌금 900만원을 선고했다.",
)
STADIUM = make_article(
    "A 37-year-old man was arrested on Monday after a fight outside the stadium. A goalkeeper, Ivo Rasch, 24, was hurt.\n"
    "Treasurer Elin Mott was charged with theft in March. The club's accountant, Paul Drey, was not charged.\n"
    "On Friday the court acquitted the former chairman Otto Brandvold of bribery but found him guilty of forging invoices.\n"
    "The club sacked coach Lena Sturm.",
    language="en",
    title="Fight outside the stadium",
)
BRAWL = make_article(
    "Police said no one was charged. A steward was hurt.\nThe club said it would review the tapes.",
    language="en",
    title="Brawl at the gate",
)
DOCTOR = make_article(
    "県警は3日、病院の男性事務長(52)を横領の疑いで書類送検した。\n"
    "会計係の女性(34)は任意で事情を聴かれた。\n"
    "病院は事務長を懲戒解雇した。地裁は元院長の背任の罪について無罪、脱税の罪について有罪とした。",
    language="ja",
    title="病院の事務長を書類送検",
)


def _stopped(article, sentence):
    return any(receipt.status == "unsupported" for receipt in check_text(sentence, article))


@pytest.mark.parametrize(
    ("article", "sentence"),
    [
        (QUARRY, "경찰은 숨진 강모(47)씨를 업무상과실치사 혐의로 입건했다."),
        (QUARRY, "채석장 대표 남씨는 업무상과실치사 혐의로 입건됐다."),
        (QUARRY, "경비원 표씨는 불구속 입건됐다."),
        (QUARRY, "회사는 안전과장을 해임했다."),
        (QUARRY, "법원은 석씨의 배임 혐의를 유죄로 판단했다."),
        (QUARRY, "석씨는 배임 혐의로 벌금 900만원을 선고받았다."),
        (QUARRY, "석씨는 조세포탈 혐의에 대해 무죄를 선고받았다."),
        (STADIUM, "Goalkeeper Ivo Rasch, 24, was arrested after the fight."),
        (STADIUM, "The club's accountant, Paul Drey, was charged with theft in March."),
        (STADIUM, "Otto Brandvold was found guilty of bribery."),
        (STADIUM, "The court acquitted Brandvold of forging invoices."),
        (STADIUM, "The club sacked treasurer Elin Mott."),
        (BRAWL, "A steward was charged after the brawl."),
        (DOCTOR, "県警は会計係の女性を書類送検した。"),
        (DOCTOR, "病院は会計係を懲戒解雇した。"),
        (DOCTOR, "地裁は元院長の背任の罪を有罪とした。"),
    ],
)
def test_what_befalls_one_is_not_told_of_another(article, sentence):
    assert _stopped(article, sentence)


@pytest.mark.parametrize(
    ("article", "sentence"),
    [
        (QUARRY, "경찰은 소장 유씨를 업무상과실치사 혐의로 입건했다."),
        (QUARRY, "채석장 소장은 업무상과실치사 혐의로 입건됐다."),
        (QUARRY, "경비원 표씨는 입건되지 않았다."),
        (QUARRY, "회사는 소장을 해임하고 안전과장에게 감봉 3개월 처분을 내렸다."),
        (QUARRY, "석씨의 배임 혐의는 무죄, 조세포탈 혐의는 유죄로 판단됐다."),
        (QUARRY, "전 임원 석씨는 조세포탈 혐의로 벌금 900만원을 선고받았다."),
        (STADIUM, "A man of 37 was arrested on Monday after a fight outside the stadium."),
        (STADIUM, "Mott was charged with theft in March."),
        (STADIUM, "Paul Drey was not charged."),
        (STADIUM, "Brandvold was cleared of bribery but convicted of forging invoices."),
        (STADIUM, "The coach, Lena Sturm, was sacked."),
        (BRAWL, "Nobody was charged."),
        (DOCTOR, "県警は病院の事務長を横領の疑いで書類送検した。"),
        (DOCTOR, "事務長は懲戒解雇された。"),
        (DOCTOR, "地裁は元院長の脱税の罪を有罪とした。"),
    ],
)
def test_what_befalls_somebody_may_be_told_in_other_words(article, sentence):
    assert not _stopped(article, sentence)
