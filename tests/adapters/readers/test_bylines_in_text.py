"""Who wrote it is found, and is none of the story's sentences: the forms in which agencies and broadcasters sign."""

import asyncio

import pytest

from newsforge.adapters.readers.datelines import dateline_end
from newsforge.adapters.readers.html.broadcast import find_script
from newsforge.adapters.readers.html.sign_offs import split_sign_off
from newsforge.adapters.readers.linebreaks import join_lines
from newsforge.adapters.readers.source import SourceReader
from newsforge.pipeline.ports import Source

KO = (
    "국토교통부는 오는 12월 1일부터 수도권 광역버스 32개 노선을 늘린다고 24일 밝혔다.\n"
    "새 노선에는 전기버스 120대가 들어간다. 요금은 2천800원으로 그대로다.\n"
    '이정민 국토부 과장은 "출근 시간이 10분 줄어든다"고 말했다.'
)
EN = (
    "The city council approved a $3.2 billion budget on Tuesday, ending weeks of talks.\n"
    "The plan adds 120 buses and 32 routes. Fares stay at $2.75.\n"
    '"It cuts ten minutes from the commute," said council member Jane Smith.'
)
TITLES = {KO: "광역버스 32개 노선 는다", EN: "Council approves budget"}


def read(text, name="story.txt"):
    return asyncio.run(SourceReader().read(Source(kind="file", name=name, data=text.encode())))


@pytest.mark.parametrize(
    ("before", "story", "after", "authors"),
    [
        ("【서울=뉴시스】박민수 기자 = ", KO, "", ["박민수"]),
        ("[서울=뉴시스] 박민수 김하나 기자 = ", KO, "", ["박민수", "김하나"]),
        ("(서울=연합뉴스) 박민수 기자 = ", KO, "", ["박민수"]),
        ("**강릉 | 박민수 기자**\n\n", KO, "", ["박민수"]),
        ("박민수·김하나 기자\n\n", KO, "", ["박민수", "김하나"]),
        ("*축구전문기자 박민수 = 2026.11.22 21:40*\n\n", KO, "", ["박민수"]),
        ("축구전문기자 박민수 = 2026.11.22 21:40\n\n", KO, "", ["박민수"]),
        ("", KO, "\n\n박민수 축구전문기자 | 2026.11.22 21:40", ["박민수"]),
        ("박민수 기자·김하나 기자\n\n", KO, "", ["박민수", "김하나"]),
        ("", KO, "\n박민수·김하나 기자", ["박민수", "김하나"]),
        ("", KO, " 박민수·김하나 기자 minsu@example.kr", ["박민수", "김하나"]),
        ("NEW YORK (Reuters) - ", EN, "\n(Reporting by John Doe and Mary Major; Editing by Tom Roe)", ["John Doe", "Mary Major"]),
        ("", EN, " (Reporting by John Doe in Paris, Mary Major; Editing by Tom Roe)", ["John Doe", "Mary Major"]),
        ("", EN, "\nReporting by John Doe; additional reporting by Mary Major; Editing by Al Poe", ["John Doe"]),
        ("By JOHN DOE ", EN, "", ["JOHN DOE"]),
        ("By JOHN DOE, Staff Writer ", EN, "", ["JOHN DOE"]),
        ("New York, NY – ", EN, "", []),
        ("By JOHN DOE\n\nNEW YORK, N.Y. — ", EN, "", ["JOHN DOE"]),
    ],
)  # fmt: skip
def test_authors_are_found_and_no_sentence_names_them(before, story, after, authors):
    article = read(f"{TITLES[story]}\n\n{before}{story}{after}", "story.md")
    assert list(article.authors) == authors
    assert [sentence.text for sentence in article.sentences] == [
        sentence.text for sentence in read(f"{TITLES[story]}\n\n{story}").sentences
    ]
    for sentence in article.sentences:
        assert article.text[sentence.start : sentence.end] == sentence.text


@pytest.mark.parametrize(
    "marks",
    [
        ("[앵커]\n", "박민수 기자가 보도합니다.\n[기자]\n", "KBS 뉴스 박민수입니다.\n촬영기자:김하나/영상편집:최둘리"),
        ("<앵커>\n\n", "\n박민수 기자의 보도입니다.\n\n<기자>\n\n", "(영상취재 : 이용한, 영상편집 : 박춘배)"),
        ("앵커: ", "도쿄에서 박민수 특파원입니다.\n[리포트]\n", "MBC뉴스 박민수입니다."),
    ],
)
def test_of_a_broadcast_script_only_what_is_said_stays(marks, tmp_path):
    opening, hand_over, sign_off = marks
    article = read(f"광역버스 32개 노선 는다\n\n{opening}수도권 광역버스가 늘어납니다.\n{hand_over}{KO}\n{sign_off}")
    assert list(article.authors) == ["박민수"]
    assert article.sentences[0].text == "수도권 광역버스가 늘어납니다."
    assert article.sentences[-1].text.endswith("말했다.")
    assert not article.deck
    assert {line.reason for line in article.left_out} == {"label", "byline"}


def test_what_is_no_script_stays_as_it_is():
    assert find_script(["[앵커]", "박민수 기자입니다."]) is None
    assert find_script(["그는 KBS 앵커였다.", "[기자] 뭐라고요?"]) is None


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by the agency found that Jane Smith had paid twice.",
        "The book was edited by Tom Roe.",
        "He is known for reporting by John Doe, the first, and many others who did not sign what they wrote.",
    ],
)
def test_prose_about_reporting_is_no_sign_off(line):
    assert split_sign_off(line) == (line, "")


@pytest.mark.parametrize(
    "sentence",
    [
        "New York – the city that never sleeps – has a new budget.",
        "(사진=연합뉴스)",
        "A 10-year plan - the first of its kind - was approved on Tuesday.",
        "기자 박민수는 2026년 11월 22일 21:40에 현장에 있었다고 경찰이 밝혔다.",
        "박민수 기자는 지난해 상을 받았다고 한국기자협회가 밝혔다.",
        "US President Joe Biden - who is 82 - said on Tuesday that he would stay.",
    ],
)
def test_a_sentence_that_only_looks_like_a_dateline_is_whole(sentence):
    assert dateline_end(sentence) == 0


def test_a_byline_is_a_paragraph_in_a_narrow_column():
    lines = ["By JANE DOE", "The council of the", "city approved a", "budget on Tuesday,", "it said."]
    assert join_lines(lines)[0] == "By JANE DOE"
