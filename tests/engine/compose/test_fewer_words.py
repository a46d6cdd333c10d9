"""A Korean headline where forty bytes are all there is: who did what, in the article's words, or nothing of it."""

from __future__ import annotations

import pytest

from newsforge.engine.article import Article
from newsforge.engine.compose import compose, digest
from newsforge.engine.compose.fewer_words import told_in_fewer
from newsforge.engine.compose.kept import says_the_same
from newsforge.engine.platforms.registry import get_platform
from newsforge.engine.text.sentences import split_sentences


def subject_of(title: str, text: str) -> str | None:
    article = Article(text=text, sentences=split_sentences(text, "ko"), language="ko", title=title)
    return compose(digest(article), get_platform("lms")).subject


@pytest.mark.parametrize(
    ("title", "text", "subject"),
    [
        (
            "농식품부, 꿀벌 집단 폐사 막기 위해 응애 방제약 5종 지원",
            "농식품부가 꿀벌 집단 폐사를 막기 위해 응애 방제약 5종을 지원한다.",
            "농식품부, 응애 방제약 5종 지원",
        ),
        (
            "검찰, '통학버스 납품 비리' 교육청 간부 2명 구속 기소",
            "검찰이 통학버스 납품 비리 혐의로 교육청 간부 2명을 구속 기소했다.",
            "검찰, 교육청 간부 2명 구속 기소",
        ),
        (
            "금감원, 불완전판매 적발된 은행 3곳에 과징금 870억원 부과",
            "금감원이 불완전판매가 적발된 은행 3곳에 과징금 870억원을 부과했다.",
            "금감원, 은행 3곳에 과징금 870억원 부과",
        ),
        (
            "‘K-방산’ 태성시스템, 폴란드와 2조4000억원 규모 장갑차 수출 계약",
            "태성시스템이 폴란드와 2조4000억원 규모의 장갑차 수출 계약을 맺었다.",
            "태성시스템, 폴란드와 장갑차 수출 계약",
        ),
        (
            "영화 '겨울 바다의 끝', 개봉 12일 만에 관객 300만명 돌파",
            "영화 '겨울 바다의 끝'이 개봉 12일 만에 관객 300만명을 돌파했다.",
            "영화 '겨울 바다의 끝', 관객 300만명 돌파",
        ),
        (
            "노벨문학상 수상 작가 한서윤, 신작 장편 '유리 정원' 12월 출간",
            "노벨문학상 수상 작가 한서윤의 신작 장편 '유리 정원'이 12월 출간된다.",
            "한서윤, 신작 장편 '유리 정원' 12월 출간",
        ),
        (
            "해양수산부, 폐어구 되사는 '어구 보증금제' 자망까지 확대한다",
            "해양수산부가 폐어구를 되사는 '어구 보증금제'의 대상을 자망까지 넓힌다.",
            "'어구 보증금제' 자망까지 확대한다",
        ),
        (
            "‘도심 나무 의사’ 조경학자 백인호 교수 별세… 향년 88세",
            "조경학자 백인호 교수가 14일 별세했다. 향년 88세.",
            "조경학자 백인호 교수 별세",
        ),
        (
            "고래 농구단, 연장 접전 끝 등대 꺾고 8년 만에 챔프전 진출",
            "고래 농구단이 연장 접전 끝에 등대를 꺾고 8년 만에 챔피언결정전에 올랐다.",
            "고래 농구단, 등대 꺾고 챔프전 진출",
        ),
        (
            "마약 밀수 혐의 유명 배우 소속사 대표 구속… “사실무근”",
            "검찰은 해외에서 마약을 들여온 혐의를 받는 배우 소속사 대표를 26일 구속했다. 그는 혐의를 부인한다.",
            "마약 밀수 혐의 배우 소속사 대표 구속",
        ),
    ],
)
def test_a_subject_tells_the_news_and_not_two_of_its_nouns(title: str, text: str, subject: str) -> None:
    assert subject_of(title, text) == subject


@pytest.mark.parametrize(
    ("title", "text", "cut"),
    [
        (
            "노사정, 주 4.5일제 시범사업 참여 기업 1200곳으로 확대 합의",
            "노사정이 주 4.5일제 시범사업 참여 기업을 1200곳으로 확대하기로 합의했다.",
            "참여 기업",
        ),
        (
            "서울 지하철 9호선, 내년부터 전 구간 8칸 열차로 운행한다",
            "서울 지하철 9호선이 내년부터 전 구간에서 8칸 열차로 운행한다.",
            "9호선",
        ),
        (
            "서울 강남 재건축 조합장, 시공사서 3억원 받은 혐의로 구속",
            "서울 강남의 재건축 조합장이 시공사에서 3억원을 받은 혐의로 구속됐다.",
            "받은 구속",
        ),
    ],
)
def test_a_subject_does_not_end_before_what_was_done(title: str, text: str, cut: str) -> None:
    subject = subject_of(title, text)
    assert subject is not None
    assert not subject.endswith(cut), subject


@pytest.mark.parametrize(
    ("form", "title"),
    [
        # Which ones is the news.
        ("국토부, 택시기사 면허 영구 취소 추진", "국토부, 음주운전 세 번 적발된 택시기사 면허 영구 취소 추진"),
        ("경찰, 의사 3명 구속", "경찰, '가짜' 의사 3명 구속"),
        ("서울시, 무인택시 운행", "서울시, 일부 지역서 무인택시 운행"),
        ("도림군 공장 진화", "도림군 공장 화재 7시간 만에 진화"),
        ("국방부, 병력 감축", "미국 국방부, 병력 감축"),
    ],
)
def test_what_turns_the_sense_is_not_left_out(form: str, title: str) -> None:
    assert not says_the_same(form, title, "", "ko")


def test_a_headline_of_several_clauses_is_left_to_its_first_one() -> None:
    assert told_in_fewer("코스피 3100 회복… 외국인 1조2000억원 순매수") == ()
