"""A charge told as done, a sentence that was only asked for, and what was not done told as done."""

import pytest

from newsforge.engine.receipts import check_text
from newsforge.engine.receipts.korean_forms import contracted, past_of, stem_of_modifier, with_lost_l
from tests.support.stories import make_article

ARREST = make_article(
    "검찰은 26일 마약을 국제우편으로 들여온 혐의로 문태오(44) 씨를 구속했다.\n"
    "문 씨는 지난해 5월부터 네 차례에 걸쳐 필로폰 320g을 들여온 혐의를 받는다.\n"
    "음주 측정 결과 문 씨는 술을 마시지 않은 것으로 확인됐다.\n"
    "앞서 검찰은 공범 오 씨에게 징역 5년과 벌금 1억원을 구형했다.",
    title="마약 밀수 혐의 소속사 대표 구속",
)
TRUST = make_article(
    "Marcus Hale, 58, is accused of making 212 unauthorised transfers between 2019 and 2024.\n"
    "He was also said to have kept a second set of books. Prosecutors sought nine years for his partner, Ann Roe.\n"
    "The trust repaid its members in May.",
    language="en",
    title="Former treasurer charged over missing money",
)
SCROLL = make_article(
    "県立美術館は22日、未公開の水墨画1点が見つかったと発表した。\n"
    "紙は15世紀後半のものと確認されたが、作者を断定する署名や印は見つかっていない。\n"
    "検察側は被告に懲役7年を求刑した。",
    language="ja",
    title="未公開の水墨画",
)


def _stopped(article, sentence):
    return any(receipt.status == "unsupported" for receipt in check_text(sentence, article))


@pytest.mark.parametrize(
    ("article", "sentence"),
    [
        (ARREST, "문태오 씨는 지난해 5월부터 네 차례에 걸쳐 필로폰 320g을 들여왔다."),
        (ARREST, "음주 측정 결과 문 씨는 술을 마신 것으로 확인됐다."),
        (ARREST, "오 씨는 징역 5년과 벌금 1억원을 선고받았다."),
        (TRUST, "Marcus Hale, 58, made 212 unauthorised transfers between 2019 and 2024."),
        (SCROLL, "作者を断定する署名や印が見つかった。"),
        (SCROLL, "被告は懲役7年の判決を受けた。"),
    ],
)
def test_a_charge_is_no_deed_and_a_request_no_sentence(article, sentence):
    assert _stopped(article, sentence)


@pytest.mark.parametrize(
    ("article", "sentence"),
    [
        (ARREST, "문 씨는 필로폰 320g을 국제우편으로 들여온 혐의로 구속됐다."),
        (ARREST, "검찰에 따르면 문 씨는 필로폰 320g을 들여왔다."),
        (ARREST, "음주 측정 결과 문 씨는 술을 마시지 않았다."),
        (ARREST, "검찰은 오 씨에게 징역 5년과 벌금 1억원을 구형했지만 문 씨는 구속됐다."),
        (TRUST, "Marcus Hale is accused of making 212 unauthorised transfers."),
        (TRUST, "The trust repaid its members in May."),
        (SCROLL, "未公開の水墨画1点が見つかった。"),
        (SCROLL, "作者を断定する署名や印は見つかっていない。"),
        (SCROLL, "検察側は懲役7年を求刑した。"),
    ],
)
def test_who_says_that_it_is_a_charge_may_say_it(article, sentence):
    assert not _stopped(article, sentence)


@pytest.mark.parametrize(
    ("modifier", "stem", "past"),
    [
        ("받은", "받", "받았"), ("들여온", "들여오", "들여왔"), ("운전한", "운전하", "운전했"), ("훔친", "훔치", "훔쳤"),
        ("저지른", "저지르", "저질렀"), ("빼돌린", "빼돌리", "빼돌렸"), ("나눈", "나누", "나눴"),
    ],
)  # fmt: skip
def test_the_past_of_what_somebody_is_charged_with(modifier, stem, past):
    assert stem_of_modifier(modifier) == stem
    assert past_of(stem) == past


def test_stems_with_an_ending_in_them():
    assert past_of(with_lost_l(stem_of_modifier("만든"))) == "만들었"
    assert {"마신", "마실", "마셨"} <= set(contracted("마시"))
    assert contracted("받") == ("받",)
    assert stem_of_modifier("가") == stem_of_modifier("a") == ""
