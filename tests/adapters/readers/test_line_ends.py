"""Spaces and paragraphs where printed lines end: what a PDF reader gives of them is what a reader would have seen."""

from __future__ import annotations

import time

import pytest

from newsforge.adapters.readers.linebreaks import join_lines
from newsforge.adapters.readers.pdf import read_pdf
from newsforge.engine.text.sentences import split_sentences
from tests.adapters.readers.documents import pdf
from tests.corpus.loader import by_slug

FIRST = (
    "환경부는 일반 페트와 투명 페트를 따로 버리는 제도를 내년 1월 1일부터 전국 공동주택에서 시행한다고 27일 밝혔다. "
    "대상은 1천200만 가구이며 위반하면 과태료 30만원을 물린다. 지방자치단체는 수거함을 새로 설치하고 주민에게 사용법을 "
    "알려야 한다. 수거함 2루타 값은 6.9% 올랐고 지난달에는 418대를 들였다."
)
SECOND = (
    '나라온 자원순환국장은 "일반 페트가 섞이면 재활용 품질이 떨어진다"며 "연말까지 홍보를 마치겠다"고 말했다. '
    "시민단체는 수거함 한 곳에 예산 50만원이 들어 모두 60억원이 필요하다고 지적했다."
)
THIRD = (
    "환경부는 다음 달부터 전국을 돌며 주민 설명회를 열고 재활용 업체의 선별 시설을 고치는 데 드는 비용의 절반을 지원한다. "
    "지난해 투명 페트의 재활용률은 41%에 그쳤고 일본은 같은 기간 80%를 넘겼다. 업계는 따로 모은 투명 페트로 옷과 음료병을 다시 만들 수 있다고 기대한다."
)
TEXTS = (FIRST, SECOND, THIRD)
WIDTHS = (24, 28, 30, 33, 36, 40, 45)
STORIES = [name for name, story in by_slug().items() if story.language == "ko"]


def width_of(text):
    return sum(1.0 if ord(letter) > 0x1000 else 0.3 if letter in " .,:;'|!ilIjtfr()[]-‘’·" else 0.52 for letter in text)


def between_words(text, width):
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and width_of(f"{lines[-1]} {word}") > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def inside_words(text, width, *, keeps_spaces=True):
    lines = [""]
    for letter in text:
        if letter != " " and width_of(lines[-1].rstrip() + letter) > width:
            lines.append("")
        if letter != " " or lines[-1]:
            lines[-1] += letter
    return lines if keeps_spaces else [line.rstrip() for line in lines]


@pytest.mark.parametrize("width", [24, 30, 33, 40, 45])
def test_lines_that_break_between_words_lose_no_space(width):
    lines = [line for text in TEXTS for line in between_words(text, width)]
    assert " ".join(join_lines(lines)) == " ".join(TEXTS)


@pytest.mark.parametrize("slug", STORIES)
def test_no_story_loses_a_space_between_words(slug):
    paragraphs = by_slug()[slug].text.split("\n")
    for width in (26, 34, 42):
        lines = [line for text in paragraphs for line in between_words(text, width)]
        assert " ".join(join_lines(lines)) == " ".join(paragraphs)


@pytest.mark.parametrize("width", WIDTHS)
def test_lines_that_break_inside_words_and_print_their_spaces_are_joined_as_they_were(width):
    lines = [line for text in TEXTS for line in inside_words(text, width)]
    assert " ".join(join_lines(lines)) == " ".join(TEXTS)


def test_what_a_document_writes_elsewhere_tells_where_a_space_was():
    lines = [
        "환경부는 앞으로 재활용 품질을 높이려고 여러 가지 일반 페트 제도를 마련해서 널리",
        "알리고 시민에게 재활용 품질 점검을 맡기며 그 결과를 매달 발표하고 다시 일반",
        "페트를 모으는 곳을 늘리기로 했다.",
    ]
    assert "다시 일반 페트를 모으는" in " ".join(join_lines(lines))


@pytest.mark.parametrize("end", ["다. ", "요. ", "까. ", "가. "])
def test_the_last_syllable_of_a_sentence_on_the_next_line_is_no_item(end):
    line = "가온시는 내년 봄부터 새 버스 노선 세 개를 더 놓고 첫차를 삼십 분 앞당긴다고 밝혔"
    (paragraph,) = join_lines(
        [line, f"{end}시민단체는 좋은 일이라고 했으나 요금이 오를까 걱정하는 시민도 많았다고 전", "했다."]
    )
    assert f"밝혔{end}시민단체는" in paragraph


def test_items_in_their_order_are_items():
    long = "가온시는 내년 봄부터 새 버스 노선 세 개를 더 놓고 첫차를 삼십 분 앞당기는 계획 수"
    lines = [f"{mark} {long}" for mark in ("가.", "나.", "다.")]
    assert join_lines(lines) == lines
    numbered = [f"{mark} {long}" for mark in ("1.", "2.", "3.")]
    assert join_lines(numbered) == numbered


def test_a_date_that_goes_over_the_line_is_no_item():
    before = ["가온시는 새 버스 노선 세 개를 더 놓고 첫차를 앞당기는 계획을 세워 시민의 뜻을 물"]
    line = "었고 시의회와도 여러 차례 뜻을 나누었으며 이를 다듬어 오는 2026년 12월 3일과 12."
    after = ["27. 두 차례 발표하고 시민의 뜻을 물어 내년 봄부터 시행하며 예산도 늘린다고 밝혔", "다."]
    assert len(join_lines([*before, line, *after])) == 1


def test_a_dash_in_a_sentence_is_no_item_and_dashes_one_below_the_other_are():
    line = "The council of the city has voted for a plan that its mayor had fought since spring"
    assert (
        len(join_lines([line, "– a plan of two bridges and one long tunnel under the river that flows through it"]))
        == 1
    )
    items = [f"– {line}", f"– {line}"]
    assert join_lines(items) == items


@pytest.mark.parametrize(
    ("line", "following", "joined"),
    [
        ('나라온 국장은 "품질이 떨어진다"며 "', "연말까지 마친다", '떨어진다"며 "연말까지'),
        ('나라온 국장은 앞으로는 "연말까지 마치겠다', '"고 말했다', '마치겠다"고'),
        ("나라온 국장은 앞으로는 지난봄에 나온 것이라며", '"연말까지 마치겠다', '것이라며 "연말까지'),
        ("나라온 국장은 앞으로는 새로 짓는 시민 문화회관(", "옛 극장)을 열고", "문화회관(옛 극장)을"),
    ],
)
def test_a_quote_or_bracket_at_a_line_end_stays_with_its_words(line, following, joined):
    filler = ["가온시는 내년 봄부터 새 버스 노선을 더 놓는다고", "가온시는 내년 봄부터 새 버스 노선을 더 놓는다고"]
    width = width_of(filler[0])
    padded = "시" * int(width - width_of(line)) + line
    assert joined in " ".join(join_lines([*filler, padded, following]))


def test_a_headline_that_fills_its_line_is_no_part_of_the_first_paragraph():
    title = "투명 페트 따로 버리기 내년 전국 시행"
    lines = inside_words(FIRST, width_of(title) * 1.05)
    extract = read_pdf(pdf([[title, *lines]], large=1))
    assert extract.lines[0] == title
    assert split_sentences(extract.lines[1], "ko")[0].text.startswith("환경부는")


def test_lines_are_joined_in_time_that_their_number_allows():
    lines = [f'{number}번째 줄은 "가온시가 내년 봄부터 버스를 더 놓는다고' for number in range(20_000)]
    start = time.process_time()
    join_lines(lines)
    assert time.process_time() - start < 10
