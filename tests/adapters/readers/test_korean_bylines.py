"""The forms in which Korean papers sign, with the people that each one names; no house, place or photographer is one."""

import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsforge.adapters.readers.html.korean_bylines import korean_authors
from newsforge.adapters.readers.html.korean_credits import HOUSE_ENDS
from newsforge.adapters.readers.source import SourceReader
from newsforge.pipeline.ports import Source

FIRST = "24일 오전 6시 18분께 강원 원주시 영동고속도로에서 차량 9대가 잇따라 추돌해 3명이 숨지고 11명이 다쳤다."
REST = (
    "강원소방본부에 따르면 25t 화물차가 앞서 가던 승용차를 들이받은 뒤 뒤따르던 차량들이 연쇄적으로 부딪쳤다.",
    "당시 사고 지점에는 짙은 안개가 끼어 가시거리가 80m에 불과했던 것으로 조사됐다.",
    '도로공사 관계자는 "가변 속도 제한 장치를 내년 상반기까지 6곳에 설치할 계획"이라고 말했다.',
)
TITLE = "영동고속도로 9중 추돌"
PARK = ["박서준"]
BOTH = ["박서준", "김하나"]

#: Before the first sentence, in its paragraph.
HEADS = [
    ("[한강일보 박서준 기자]", PARK),
    ("[서울경제 박서준 기자]", PARK),
    ("[강남신문 박서준 기자]", PARK),
    ("[한겨레 박서준 기자]", PARK),
    ("[박서준 기자]", PARK),
    ("(박서준 기자)", PARK),
    ("【박서준 기자】", PARK),
    ("[헤럴드경제=박서준 기자]", PARK),
    ("[한강일보 = 박서준 기자]", PARK),
    ("[한강일보=도쿄 박서준 특파원]", PARK),
    ("[한강일보 | 도쿄=박서준 특파원]", PARK),
    ("[한강일보/박서준 기자]", PARK),
    ("[한강일보·박서준 기자]", PARK),
    ("[더팩트ㅣ박서준 기자]", PARK),
    ("[OSEN=박서준 기자]", PARK),
    ("[조이뉴스24 박서준 기자]", PARK),
    ("[도쿄=박서준 특파원]", PARK),
    ("[한강일보 박서준 인턴기자]", PARK),
    ("[한강일보 박서준 김하나 기자]", BOTH),
    ("[한강일보 박서준·김하나 기자]", BOTH),
    ("[박서준 김하나 기자]", BOTH),
    ("[박서준 기자, 김하나 기자]", BOTH),
    ("[한강일보 박서준 기자 seojun@hangang.example]", PARK),
    ("(원주=한강일보) 박서준 기자 = ", PARK),
    ("(원주=연합뉴스) 박서준 김하나 기자 = ", BOTH),
    ("[원주=한강일보]박서준 기자 = ", PARK),
    ("【원주=뉴시스】박서준 기자 = ", PARK),
    ("(도쿄=한강통신) 박서준 특파원 = ", PARK),
    ("(원주=한강일보) 박서준 인턴기자 = ", PARK),
    ("한강일보 박서준 기자 = ", PARK),
    ("한강일보=박서준 기자 = ", PARK),
    ("박서준 기자 = ", PARK),
    ("박서준·김하나 기자 = ", BOTH),
]
#: On a line of their own, above or below the story.
LINES = [
    ("박서준 기자", PARK),
    ("박서준기자", PARK),
    ("한강일보 박서준 기자", PARK),
    ("한강일보 | 박서준 기자", PARK),
    ("한강일보=박서준 기자", PARK),
    ("원주=박서준 기자", PARK),
    ("도쿄 박서준 특파원", PARK),
    ("도쿄=박서준 특파원", PARK),
    ("박서준 도쿄특파원", PARK),
    ("박서준 도쿄 특파원", PARK),
    ("박서준 인턴기자", PARK),
    ("박서준 선임기자", PARK),
    ("박서준 의학전문기자", PARK),
    ("박서준 사회부 기자", PARK),
    ("기자명 박서준", PARK),
    ("기자명 박서준 기자", PARK),
    ("글 박서준 기자", PARK),
    ("글·사진 박서준 기자", PARK),
    ("글·사진=박서준 기자", PARK),
    ("글·사진 박서준", PARK),
    ("글 박서준 기자, 사진 김하나 기자", PARK),
    ("글=박서준 기자 사진=김하나 기자", PARK),
    ("박서준 기자 · 김하나 사진기자", PARK),
    ("박서준 기자, 사진기자 김하나", PARK),
    ("박서준 기자 seojun@hangang.example", PARK),
    ("박서준 기자 (seojun@hangang.example)", PARK),
    ("박서준 기자 / seojun@hangang.example", PARK),
    ("박서준 기자 seojun@", PARK),
    ("한강일보 박서준 기자 seojun@hangang.example", PARK),
    ("박서준·김하나 기자", BOTH),
    ("박서준, 김하나 기자", BOTH),
    ("박서준 김하나 기자", BOTH),
    ("박서준 기자 김하나 기자", BOTH),
    ("박서준 기자·김하나 기자", BOTH),
    ("박서준 기자 seojun@hangang.example 김하나 기자 hana@hangang.example", BOTH),
    ("박서준 기자, 김하나 인턴기자", BOTH),
    ("김하나 사진기자", []),
    ("사진=김하나 기자", []),
]  # fmt: skip


def read(body, shape):
    if shape == "html":
        paragraphs = "".join(f"<p>{line}</p>" for line in body)
        data = f'<html lang="ko"><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{paragraphs}</article></body></html>'
    else:
        data = "\n\n".join((TITLE, *body))
    return asyncio.run(SourceReader().read(Source(kind="file", name=f"story.{shape}", data=data.encode())))


@pytest.mark.parametrize("shape", ["txt", "html"])
@pytest.mark.parametrize(("head", "authors"), HEADS)
def test_a_credit_before_the_first_sentence(head, authors, shape):
    article = read((f"{head}{FIRST}", *REST), shape)
    assert list(article.authors) == authors
    assert article.sentences[0].text.strip() == FIRST


@pytest.mark.parametrize("shape", ["txt", "html"])
@pytest.mark.parametrize("at_end", [False, True])
@pytest.mark.parametrize(("line", "authors"), LINES)
def test_a_credit_on_its_own_line(line, authors, at_end, shape):
    article = read((FIRST, *REST, line) if at_end else (line, FIRST, *REST), shape)
    assert list(article.authors) == authors
    assert [sentence.text for sentence in article.sentences] == [FIRST, *REST]


@pytest.mark.parametrize(
    "line", ["기자들이 현장에 모였다", "사진 기자 모집", "박서준 시장은 기자 회견을 열었다", "이 기자", "글 모음"]
)
def test_what_only_sounds_like_a_credit_names_nobody(line):
    assert korean_authors([FIRST, *REST, line]) == []


HOUSES = st.builds(
    str.__add__,
    st.sampled_from(
        ["한강", "서울", "강남", "박하", "정선", "김포", "새벽", "남원", "한국", "오성", "이천", "조은", "강원도민"]
    ),
    st.sampled_from(HOUSE_ENDS),
)
NAMES = st.sampled_from(["박서준", "김하나", "이든", "남궁민수", "정보라", "최현", "한지우"])


@settings(max_examples=300)
@given(
    HOUSES,
    st.lists(NAMES, min_size=1, max_size=3, unique=True),
    st.sampled_from(["[{house} {names} 기자]", "[{house}={names} 기자]", "[{house}ㅣ{names} 기자]", "{house} {names} 기자 = ", "{house}={names} 기자 = ",
                     "[원주={house}]{names} 기자 = ", "(원주={house}) {names} 특파원 = ", "[{house}/{names} 기자]", "[{house} | {names} 인턴기자]"]),
    st.sampled_from(["·", ", "]),
)  # fmt: skip
def test_no_author_is_a_piece_of_the_house(house, names, form, between):
    text = form.format(house=house, names=between.join(names)) + FIRST
    assert korean_authors([text, *REST]) == names
