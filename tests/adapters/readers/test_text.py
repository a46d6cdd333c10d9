"""Pasted text and Markdown: what is the story, what only stands around it."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from newsforge.adapters.readers.errors import DocumentTooLarge, EmptySource, TooShort
from newsforge.adapters.readers.extract import Extract
from newsforge.adapters.readers.linebreaks import join_lines
from newsforge.adapters.readers.markdown import read_markdown
from newsforge.adapters.readers.prose import Known, article_from
from newsforge.adapters.readers.stamps import find_stamp
from newsforge.adapters.readers.text import paragraphs, read_text
from tests.adapters.readers.documents import BODY, PARAGRAPHS, TITLE

KST = timezone(timedelta(hours=9))
AFTERNOON = datetime(2026, 11, 20, 14, 3, tzinfo=KST)

NEWS = """[속보] 판교역 앞 도로 통제

입력 2026-11-20 14:03 | 수정 2026-11-20 15:10
홍길동 기자 hong@news.example

(성남=연합뉴스) 홍길동 기자 = 20일 오후 1시 40분께 경기 성남시 분당구 판교역 앞 도로가 통제됐다. 경찰은 "상수도관이 터졌다"고 밝혔다.
시는 이날 밤까지 복구를 마칠 계획이다.
▲ 통제된 도로 [연합뉴스 자료사진]
hong@news.example
저작권자 ⓒ 연합뉴스, 무단 전재-재배포, AI 학습 및 활용 금지
"""


def test_a_pasted_korean_article_is_taken_apart():
    article = read_text(NEWS)
    assert article.title == "[속보] 판교역 앞 도로 통제"
    assert article.authors == ("홍길동",)
    assert (article.published_at, article.modified_at) == (AFTERNOON, AFTERNOON + timedelta(minutes=67))
    assert (article.site, article.language) == ("연합뉴스", "ko")
    assert article.text.startswith("(성남=연합뉴스)")
    assert article.text.endswith("복구를 마칠 계획이다.")
    assert {line.reason for line in article.left_out} == {"date", "byline", "caption", "contact", "copyright"}


def test_every_sentence_is_where_it_says_it_is():
    article = read_text(NEWS)
    assert len(article.sentences) == 3
    assert all(article.text[s.start : s.end] == s.text for s in article.sentences)


def test_a_pasted_english_article_is_taken_apart():
    article = read_text(
        "Council backs bus plan\nBy Jane Doe, Transport Reporter\nPublished 20 November 2026, 14:03\n\n"
        'The council approved 48 bus stops on Friday. "We listened," said Mayor Ann Lee.\nWork starts in March.\n'
    )
    assert (article.title, article.authors, article.language) == ("Council backs bus plan", ("Jane Doe",), "en")
    assert article.published_at == datetime(2026, 11, 20, 14, 3)  # noqa: DTZ001 the page states no zone
    assert article.text.startswith("The council")


def test_a_pasted_japanese_article_is_taken_apart():
    article = read_text(
        "市、自転車を1200台追加へ\n2026年11月20日 14時03分\n山田太郎記者\n\n"
        "市は20日、公共自転車を1200台増やすと発表した。来年3月までに48か所を新設する。\n「市民の声を反映した」と局長は述べた。\n"
    )
    assert (article.title, article.authors, article.language) == ("市、自転車を1200台追加へ", ("山田太郎",), "ja")
    assert article.published_at == AFTERNOON


def test_a_press_release_is_freed_of_its_frame():
    article = article_from(
        Extract(
            lines=(
                "보 도 자 료", "배포일시 2026. 11. 20.(금) 14:03", "담당 부서 | 교통국 자전거과", "문의 | 02-000-0000", TITLE, "- 대여소 48곳 신설 -",
                *(f"□ {text}" for text in PARAGRAPHS), "붙임 사업 개요 1부", "담당자: 김담당 (02-000-0000)",
            )
        )
    )  # fmt: skip
    assert (article.title, article.deck) == (TITLE, "대여소 48곳 신설 -")
    assert article.published_at == AFTERNOON
    assert article.text == BODY
    assert [line.reason for line in article.left_out] == ["label", "date", "contact", "contact", "contact", "contact"]


def test_a_text_without_a_title_has_none():
    article = read_text(BODY)
    assert (article.title, article.text) == ("", BODY)


def test_a_sentence_is_never_taken_for_a_title():
    assert read_text("비가 왔다.\n" + BODY).title == ""
    assert read_text("비가 왔다.\n" + BODY).text.startswith("비가 왔다.")


def test_no_word_of_the_story_is_lost():
    story = "\n".join(f"{n}번째 문장은 판교에서 {n}명이 다쳤다는 내용이다." for n in range(1, 60))
    assert read_text(story).text == story


@pytest.mark.parametrize("text", ["", " \n\t\n ", "\u200b\ufeff", "———\n***\n...."])
def test_nothing_is_no_article(text):
    with pytest.raises(EmptySource) as caught:
        read_text(text)
    assert caught.value.code == "empty_source"


@pytest.mark.parametrize(
    "text", ["판교역 앞 도로 통제", "판교역 앞 도로가 통제됐다.", "Breaking: road closed", "제목\n한 줄뿐이다."]
)
def test_a_headline_is_no_article(text):
    with pytest.raises(TooShort) as caught:
        read_text(text)
    assert caught.value.code == "too_short"


def test_a_news_flash_of_one_full_sentence_is_an_article():
    flash = "20일 오후 1시 40분께 경기 성남시 분당구 판교역 앞 도로 일부가 내려앉아 경찰이 4개 차로 가운데 2개 차로의 통행을 막고 복구 작업을 벌이고 있다."
    assert len(read_text(flash).sentences) == 1


def test_a_book_is_no_article():
    with pytest.raises(DocumentTooLarge):
        read_text(BODY * 3000)


def test_invisible_characters_go_and_letters_are_composed():
    decomposed = "".join(PARAGRAPHS[0]).replace("가", "\u1100\u1161")
    article = read_text(f"{decomposed}\u200b\u202e\n{PARAGRAPHS[1]}")
    assert article.text == f"{PARAGRAPHS[0]}\n{PARAGRAPHS[1]}"


def test_properties_count_only_where_the_text_agrees():
    agreed = article_from(Extract(lines=(TITLE, *PARAGRAPHS, "글 나라온 기자"), named=TITLE, author="나라온"))
    assert (agreed.title, agreed.authors) == (TITLE, ("나라온",))
    other = article_from(Extract(lines=PARAGRAPHS, named="2026년 서식 견본 문서", author="Owner PC"))
    assert (other.title, other.authors) == ("", ())


def test_what_is_known_beforehand_wins():
    known = Known(authors=("김선임",), published_at=AFTERNOON, site="가온일보", url="https://news.example/1")
    article = article_from(Extract(lines=(TITLE, "입력 2020-01-01 00:00", *PARAGRAPHS), title=TITLE), known)
    assert (article.authors, article.published_at, article.site) == (("김선임",), AFTERNOON, "가온일보")
    assert (article.title, article.text) == (TITLE, BODY)


# Dates


@pytest.mark.parametrize(
    "line",
    [
        "입력 2026-11-20 14:03", "기사입력 2026.11.20. 오후 2:03", "등록 : 2026.11.20 14:03", "승인 2026.11.20 14:03", "송고시간2026-11-20 14:03",
        "2026-11-20 14:03", "2026. 11. 20.(금) 14:03", "보도시점 2026. 11. 20.(금) 14:03 이후", "2026年11月20日 14時03分", "公開日時: 2026年11月20日 14時03分",
        "배포일시 : 2026년 11월 20일 14시 03분", "2026/11/20 14:03 송고",
        "<저작권자(c) 한강통신, 무단 전재-재배포, AI 학습 및 활용 금지> 2026/11/20 14:03 송고",
    ],
)  # fmt: skip
def test_a_line_of_dates_tells_the_time(line):
    stamp = find_stamp(line, "ja" if "年" in line else "ko")
    assert stamp is not None
    assert stamp.published_at == AFTERNOON


@pytest.mark.parametrize(
    "line",
    [
        "2026년 11월 20일 판교역 앞 도로가 통제됐다.", "20일", "제48회 대회", "1천200대", "입력 장치 3종 출시", "2026 월드컵 예선 3-1 승리",
        "Published in 3 countries", "수정 예산 3천억원", "010-1234-5678", "14:03",
    ],
)  # fmt: skip
def test_other_lines_with_figures_are_no_dates(line):
    assert find_stamp(line, "ko") is None


# Wrapped text


def test_text_wrapped_at_a_column_is_unwrapped():
    wrapped = (
        "The municipal government announced on Friday that cooperation in the\n"
        "transport program would be strengthened throughout the region, and it\n"
        "said that forty-eight new bus stops would open in the spring of next\n"
        "year, when the budget of the program is raised for the second time.\n\n"
        "The council had asked for more stops in September after a survey of\n"
        "two thousand residents, most of whom said that they wait too long in\n"
        "the morning and would rather ride a bicycle than take a crowded bus.\n"
    )
    first, second = paragraphs(wrapped)
    assert first.startswith("The municipal")
    assert first.endswith("second time.")
    assert second.startswith("The council")


def test_lines_that_are_paragraphs_stay_apart():
    assert [line for line in paragraphs(NEWS) if line] == [line for line in NEWS.split("\n") if line]


@pytest.mark.parametrize("lines", [[], [""], ["한 줄"], ["가" * 40, "나" * 40], ["- 하나", "- 둘"]])
def test_joining_loses_no_letter(lines):
    assert "".join("".join(join_lines(lines)).split()) == "".join("".join(lines).split())


# Markdown


def test_markdown_gives_words_and_front_matter():
    article = read_markdown(
        f'---\ntitle: "{TITLE}"\nauthors:\n  - 홍길동\n  - 김영희\ndate: 2026-11-20 14:03\nsite: 가온일보\ntags: [a, b]\n---\n\n'
        f"# {TITLE}\n\n![사진](a.png)\n\n**{PARAGRAPHS[0][:4]}**{PARAGRAPHS[0][4:]}\n\n> {PARAGRAPHS[1]}\n\n"
        "- [시](https://city.example)는 앱도 *새로* 고친다.\n- 이용료는 `1천원`이다.\n\n<div>덧붙인 문장이다.</div>\n\n```\ncode()\n```\n\n"
        "| 구분 | 대수 |\n|---|---|\n| 올해 | 1천200대 |\n"
    )
    assert (article.title, article.authors, article.site) == (TITLE, ("홍길동", "김영희"), "가온일보")
    assert article.published_at == AFTERNOON
    assert article.text.split("\n") == [
        PARAGRAPHS[0], PARAGRAPHS[1], "시는 앱도 새로 고친다.", "이용료는 1천원이다.", "덧붙인 문장이다.", "구분 | 대수", "올해 | 1천200대",
    ]  # fmt: skip


@pytest.mark.parametrize("field", ["url", "canonical", "source"])
def test_markdown_takes_its_address_from_the_front_matter(field):
    body = "\n\n".join(PARAGRAPHS)
    article = read_markdown(f"---\ntitle: {TITLE}\n{field}: https://news.example.kr/1\n---\n\n{body}")
    assert (article.url, article.site) == ("https://news.example.kr/1", "")
    assert read_markdown(f"---\nurl: javascript:alert(1)\n---\n\n{body}").url is None


def test_markdown_without_front_matter_takes_its_heading():
    article = read_markdown(f"# {TITLE}\n\n## 대여소 신설\n\n" + "\n\n".join(PARAGRAPHS))
    assert article.title == TITLE
    assert article.text.endswith(BODY)


@pytest.mark.parametrize("head", ["---\n---\n", "---\ntitle:\n---\n", "---\n: x\n- y\n---\n", "---\ntitle: a\n"])
def test_broken_front_matter_loses_no_story(head):
    assert BODY.split("\n")[0] in read_markdown(head + "\n" + "\n\n".join(PARAGRAPHS)).text


def test_a_form_around_a_text_is_read_as_one():
    lines = [f"제목: {TITLE}", "기자: 홍길동", "날짜: 2026년 11월 20일 오후 2시 3분", "출처: https://news.example.kr/1"]
    article = read_text("\n".join([*lines, "", *PARAGRAPHS]))
    assert (article.title, article.deck, article.authors, article.text) == (TITLE, "", ("홍길동",), BODY)
    assert (article.url, article.published_at) == ("https://news.example.kr/1", AFTERNOON)


def test_an_address_below_the_story_is_its_own_only_where_it_says_so():
    def url_of(line):
        article = read_text("\n".join([TITLE, *PARAGRAPHS, line]))
        assert article.text == BODY
        return article.url

    assert url_of("원문: https://news.example.kr/1") == "https://news.example.kr/1"
    assert url_of("https://news.example.kr/other") is None


def test_deep_nesting_ends():
    with pytest.raises((EmptySource, TooShort)):
        read_markdown(">" * 5000 + "\n" + "- " * 5000)
