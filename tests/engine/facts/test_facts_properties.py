"""What holds for every text: spans are true, numerals round-trip, nothing raises, time is linear."""

import time
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsforge.engine.facts.dates import dates
from newsforge.engine.facts.figures import figures
from newsforge.engine.facts.letters import words
from newsforge.engine.facts.links import handles, link_spans, urls
from newsforge.engine.facts.quotes import quotes

LANGUAGES = ["ko", "en", "ja", "de", "ar"]
WORDS = words(
    "3 12 2,000 0.5 2026 . , - – ~ ∼ : / 만 천 백 십 억 조 원 명 % %포인트 년 월 일 시 분 대 세 한 두 여 제 약 이상 이날 지난 "
    "오는 지난달 오전 three million half a and of the percent people Nov. Monday last first second st th $ € £ 兆 億 万 三 割 "
    "円 人 第 年 月 日 \" ' “ ” ‘ ’ 「 」 ( ) @ www. http:// .com １ ２ ٣ İ ß"
)
SYLLABLES = words("3 12 . , - ~ 만 천 억 조 원 명 % 년 월 일 시 분의 대 ' \" “ ” @ / : 兆 万 人 a b st")
NEWS = st.lists(st.sampled_from([*WORDS, "\n"]) | st.text(max_size=4), max_size=30).map(" ".join) | st.lists(
    st.sampled_from(SYLLABLES), max_size=40
).map("".join)


@given(text=NEWS | st.text(), language=st.sampled_from(LANGUAGES))
@settings(max_examples=600, deadline=None)
def test_spans_are_true_and_nothing_raises(text, language):
    found = figures(text, language)
    assert all(text[figure.start : figure.end] == figure.text and figure.text for figure in found)
    assert all(figure.value.is_finite() and figure.digits >= 0 for figure in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
    mentions = dates(text, language, date(2026, 11, 23))
    assert all(text[mention.start : mention.end] == mention.text and mention.text for mention in mentions)
    assert all(left.end <= right.start for left, right in pairwise(mentions))
    for quote in quotes(text, language):
        assert text[quote.start + 1 : quote.end - 1] == quote.text
        assert "\n" not in quote.text
    for link in (*urls(text), *handles(text)):
        assert link in text
    assert all(start < end for start, end in link_spans(text))


@given(text=NEWS, language=st.sampled_from(["ko", "en", "ja"]))
@settings(max_examples=300, deadline=None)
def test_no_digit_is_lost(text, language):
    """Every digit stands in a figure, a date or a link."""
    covered = set()
    for item in (*figures(text, language), *dates(text, language, None)):
        covered.update(range(item.start, item.end))
    for start, end in link_spans(text):
        covered.update(range(start, end))
    assert [at for at, character in enumerate(text) if character in "0123456789" and at not in covered] == []


def _mixed(number: int, *, space: bool, thousands: bool) -> str:
    """Korean mixed style: 3조2천억, 1억 2,345만 6,789."""
    pieces = []
    for power, scale in ((16, "경"), (12, "조"), (8, "억"), (4, "만"), (0, "")):
        number_here, number = divmod(number, 10**power)
        if not number_here:
            continue
        if thousands and number_here >= 1000 and number_here % 1000 == 0:
            pieces.append(f"{number_here // 1000}천{scale}")
        else:
            pieces.append(f"{number_here:,}{scale}" if space else f"{number_here}{scale}")
    return (" " if space else "").join(pieces)


@given(number=st.integers(1, 10**15), space=st.booleans(), thousands=st.booleans())
@settings(max_examples=500, deadline=None)
def test_korean_mixed_style_reads_back(number, space, thousands):
    text = f"모두 {_mixed(number, space=space, thousands=thousands)}원을 썼다"
    (figure,) = figures(text, "ko")
    assert (figure.value, figure.unit) == (Decimal(number), "KRW")


@given(number=st.integers(1, 10**15))
def test_japanese_mixed_style_reads_back(number):
    pieces = []
    rest = number
    for power, scale in ((12, "兆"), (8, "億"), (4, "万"), (0, "")):
        here, rest = divmod(rest, 10**power)
        pieces += [f"{here}{scale}"] if here else []
    (figure,) = figures(f"売上高は{''.join(pieces)}円だった", "ja")
    assert (figure.value, figure.unit) == (Decimal(number), "JPY")


@given(number=st.integers(0, 10**12), cents=st.integers(0, 99))
def test_english_digits_read_back(number, cents):
    (figure,) = figures(f"It cost ${number:,}.{cents:02} in all.", "en")
    assert (figure.value, figure.unit) == (Decimal(f"{number}.{cents:02}"), "USD")


_ONES = words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = words("_ _ twenty thirty forty fifty sixty seventy eighty ninety")


def _words(number: int) -> str:
    for scale, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= scale:
            rest = f" {_words(number % scale)}" if number % scale else ""
            return f"{_words(number // scale)} {name}{rest}"
    if number >= 100:
        rest = f" and {_words(number % 100)}" if number % 100 else ""
        return f"{_ONES[number // 100]} hundred{rest}"
    if number < 20:
        return _ONES[number]
    return _TENS[number // 10] + (f"-{_ONES[number % 10]}" if number % 10 else "")


@given(number=st.integers(2, 10**12 - 1))
def test_english_words_read_back(number):
    (figure,) = figures(f"He counted {_words(number)} people.", "en")
    assert (figure.value, figure.unit) == (Decimal(number), "person")


@given(value=st.decimals(0, 10**6, places=2), language=st.sampled_from(["ko", "en", "ja"]))
def test_percentages_are_exact(value, language):
    (figure,) = figures(f"{value}%", language)
    assert (figure.value, figure.unit) == (value, "percent")


@given(day=st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_absolute_days_read_back(day):
    for text, language in (
        (f"{day.year}년 {day.month}월 {day.day}일에", "ko"),
        (f"on {day:%B} {day.day}, {day.year}, it", "en"),
        (f"on {day.day} {day:%b} {day.year} it", "en"),
        (f"{day.year}年{day.month}月{day.day}日に", "ja"),
        (day.isoformat(), "fr"),
    ):
        (mention,) = dates(text, language, None)
        assert mention.resolved == day
        assert figures(text, language) == ()


HOSTILE = {
    "digits": "1" * 100_000,
    "만": "만" * 100_000,
    "1만": "1만" * 50_000,
    "일": "일" * 100_000,
    "commas": "1," * 50_000,
    "grouped": "1,000" * 20_000,
    "dots": "1." * 50_000,
    "hyphens": "1-" * 50_000,
    "slashes": "1/" * 50_000,
    "ranges": "1~" * 50_000,
    "quotes": '"' * 100_000,
    "apostrophes": "' " * 50_000,
    "nested": "“‘" * 50_000,
    "spaces": "3 " * 50_000,
    "blank": " " * 100_000,
    "한 ": "한 " * 50_000,
    "one ": "one " * 25_000,
    "million ": "1 million " * 10_000,
    "hundred and ": "hundred and " * 10_000,
    "a half ": "a half " * 15_000,
    "Nov. ": "Nov. " * 20_000,
    "5일": "5일 " * 30_000,
    "지난": "지난 " * 30_000,
    "at": "a@" * 50_000,
    "domains": "a." * 50_000,
    "urls": "http://" * 15_000,
    "say": '"a" said Kim ' * 8_000,
    "대표는": '김대표는 "가" ' * 8_000,
    "Capitals": "Kim " * 25_000 + '"x"',
    "万": "万" * 100_000,
    "三": "三" * 100_000,
    "$": "$" * 100_000,
    "第": "第3" * 50_000,
}


def _readings(text: str, language: str):
    yield lambda: figures(text, language)
    yield lambda: dates(text, language, date(2026, 11, 23))
    yield lambda: quotes(text, language)
    yield lambda: (urls(text), handles(text))


def _took_s(read) -> float:
    begun = time.process_time()
    read()
    return time.process_time() - begun


def _check_growth(text: str, *, least_s: float, most_s: float) -> None:
    """Four times the text may take eight times as long (a busy machine), not sixteen times (quadratic)."""
    part = text[: len(text) // 4]
    for language in ("ko", "en", "ja", "de"):
        for of_part, of_all in zip(_readings(part, language), _readings(text, language), strict=True):
            allowed_s = min(8 * _took_s(of_part) + least_s, most_s)
            # Once more before it is held against the code: a pause of the machine is no growth.
            assert _took_s(of_all) < allowed_s or _took_s(of_all) < allowed_s, language


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_takes_no_quadratic_time(name):
    _check_growth(HOSTILE[name][: len(HOSTILE[name]) // 5], least_s=1, most_s=10)


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hundred_kilobytes_of_hostile_text(name):
    _check_growth(HOSTILE[name], least_s=1, most_s=30)
