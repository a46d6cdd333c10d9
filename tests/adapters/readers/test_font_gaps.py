"""Gaps between fonts go, real spaces stay."""

from newsforge.adapters.readers.font_gaps import without_font_gaps
from newsforge.adapters.readers.linebreaks import with_whole_title

PRINTED = (
    "한빛시가  내년도  예산안을  올해보다  6.4% 늘어난  1 조 8 천 640 억원  규모로  편성해  11 일  시의회에  제출했다 .\n"
    "사회복지가  전체의  36.1% 를  차지해  가장  많다 . 제 54 회  대회 · 축제 … 모두  2 만 3 천여  명이  왔다 ."
)
MEANT = (
    "한빛시가 내년도 예산안을 올해보다 6.4% 늘어난 1조8천640억원 규모로 편성해 11일 시의회에 제출했다.\n"
    "사회복지가 전체의 36.1%를 차지해 가장 많다. 제54회 대회·축제…모두 2만3천여 명이 왔다."
)


def test_gaps_between_fonts_go():
    assert without_font_gaps(PRINTED) == MEANT


def test_ordinary_text_stays_as_it_is():
    assert without_font_gaps(MEANT) == MEANT
    english = "The bank cut its rate  to 2.25 % on Nov. 19 ."
    assert without_font_gaps(english) == english


def test_a_headline_broken_inside_a_word_is_whole_again():
    body = "한빛시가 내년도 예산안을 시의회에 제출했다."
    assert with_whole_title(["한빛시 내년 예산안 편성…돌봄·교", "통에 집중", body]) == [
        "한빛시 내년 예산안 편성…돌봄·교통에 집중",
        body,
    ]
    for second in ("김하늘 기자", "2026년 11월 23일", "시는 11일 예산안을 제출했다."):
        lines = ["한빛시 내년 예산안 편성…돌봄·교", second, body]
        assert with_whole_title(lines) == lines
