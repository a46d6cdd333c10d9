"""Golden tables: every figure and date of each sentence, exactly and nothing else."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from newsforge.engine.facts.dates import dates
from newsforge.engine.facts.figures import figures
from newsforge.engine.facts.figures.exact import plain, ratio

CASES = Path(__file__).parent / "cases"
ANCHOR = date(2026, 11, 23)  # a Monday


def _rows(name: str) -> list[tuple[str, str]]:
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [(text, expected) for text, _, expected in (line.rpartition(" => ") for line in lines)]


def _value(written: str) -> Decimal:
    numerator, slash, denominator = written.partition("/")
    return plain(ratio(Decimal(numerator), Decimal(denominator))) if slash else Decimal(written)


def _expected_figures(expected: str) -> list[tuple[str, Decimal, str, str]]:
    if expected == "none":
        return []
    found = []
    for written in expected.split("; "):
        text, value, unit, *bound = written.split(" | ")
        found.append((text, _value(value), "" if unit == "-" else unit, bound[0] if bound else "exact"))
    return found


def _stated(mention) -> str:
    fields = [mention.text]
    for letter, value in (("y", mention.year), ("m", mention.month), ("d", mention.day), ("w", mention.weekday)):
        fields += [f"{letter}{value}"] if value is not None else []
    if mention.minute_of_day is not None:
        fields.append(f"t{mention.minute_of_day // 60:02}:{mention.minute_of_day % 60:02}")
    fields += [mention.period] if mention.period else []
    fields += [f"={mention.resolved}"] if mention.resolved else []
    return " | ".join(fields)


@pytest.mark.parametrize("language", ["ko", "en", "ja"])
def test_figures_of_every_golden_sentence(language):
    wrong = []
    for text, expected in _rows(f"figures_{language}.txt"):
        found = [(figure.text, figure.value, figure.unit, figure.bound) for figure in figures(text, language)]
        if found != _expected_figures(expected):
            wrong.append((text, expected, found))
    assert not wrong


@pytest.mark.parametrize("language", ["ko", "en", "ja"])
def test_dates_of_every_golden_sentence(language):
    wrong = []
    for text, expected in _rows(f"dates_{language}.txt"):
        found = "; ".join(map(_stated, dates(text, language, ANCHOR))) or "none"
        if found != expected:
            wrong.append((text, expected, found))
    assert not wrong


@pytest.mark.parametrize(
    ("name", "least"),
    [("figures_ko", 150), ("figures_en", 120), ("figures_ja", 40), ("dates_ko", 60), ("dates_en", 60)],
)
def test_the_tables_are_whole(name, least):
    rows = _rows(f"{name}.txt")
    assert len(rows) >= least
    assert len({text for text, _ in rows}) == len(rows)


@pytest.mark.parametrize(
    ("korean", "english", "japanese"),
    [
        ("3조2천억원", "3.2 trillion won", "3兆2000億ウォン"),
        ("32억 달러", "$3.2 billion", "32億ドル"),
        ("4천500명", "4,500 people", "4500人"),
        ("3.2%", "3.2 per cent", "3.2パーセント"),
        ("0.25%포인트", "25 basis points", "0.25%ポイント"),
        ("두 배", "five times the size", "二倍"),
        ("2만3천 가구", "23,000 households", "2万3千世帯"),
        ("35세", "35-year-old", "35歳"),
        ("3개월", "three months", "3カ月"),
        ("세 번째", "third place", "3番目"),
        ("3분의 1", "a third of it", "三分の一"),
        ("영하 12도", "minus 12 degrees", "氷点下12度"),
        ("20대 여성", "in her 20s", "20代"),
    ],
)
def test_the_same_figure_in_three_languages(korean, english, japanese):
    ko, en, ja = (figures(text, language)[0] for text, language in ((korean, "ko"), (english, "en"), (japanese, "ja")))
    assert ko.unit == en.unit == ja.unit
    assert ko.value == ja.value
    if "five" not in english:
        assert ko.value == en.value


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("3조2천억원", "3억2천만원"),
        ("2.25%", "2.25%포인트"),
        ("214.3조원", "214.6조원"),
        ("32억 달러", "32억 원"),
        ("2만3천명", "2만3천가구"),
    ],
)
def test_a_changed_figure_reads_differently(right, wrong):
    (one,), (other,) = figures(right, "ko"), figures(wrong, "ko")
    assert (one.value, one.unit) != (other.value, other.unit)


def test_significant_digits():
    assert [figure.digits for figure in figures("4.5만명 45,000명 4.50% 0.05% 3조2천억원 절반", "ko")] == [
        2,
        2,
        3,
        1,
        2,
        0,
    ]
    assert [figure.digits for figure in figures("It doubled to $3.20 million.", "en")] == [0, 3]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "Der Preis stieg um 3,5 % auf 1.234,50 Euro.",
            "de",
            [("3,5 %", "3.5", "percent"), ("1.234,50", "1234.50", "")],
        ),
        ("上涨3.5%", "zh", [("3.5%", "3.5", "percent")]),
        ("€ 200", "fr", [("€ 200", "200", "EUR")]),
        ("2026-11-23 12%", "pl", [("12%", "12", "percent")]),
        ("۳۵٪ و ३५%", "fa", [("۳۵", "35", ""), ("३५%", "35", "percent")]),
    ],
)
def test_other_languages_read_digits_and_symbols(text, language, expected):
    assert [(f.text, str(f.value), f.unit) for f in figures(text, language)] == expected


def test_without_an_anchor_nothing_relative_is_resolved():
    for text, language in (
        ("지난달 18일과 어제, 올해", "ko"),
        ("yesterday and last Friday", "en"),
        ("昨日と先月18日", "ja"),
    ):
        assert all(mention.resolved is None and mention.year is None for mention in dates(text, language, None))


@pytest.mark.parametrize(
    ("anchor", "text", "day"),
    [
        (date(2026, 11, 1), "31일 밝혔다", date(2026, 10, 31)),
        (date(2026, 10, 31), "1일 연다", date(2026, 11, 1)),
        (date(2026, 11, 3), "30일 연다", date(2026, 11, 30)),
        (date(2026, 3, 15), "30일 연다", date(2026, 3, 30)),
        (date(2026, 2, 27), "30일 밝혔다", None),
        (date(2026, 1, 2), "지난 30일", date(2025, 12, 30)),
        (date(2025, 11, 3), "지난달 18일", date(2025, 10, 18)),
        (date(2025, 11, 3), "다음 달 19일", date(2025, 12, 19)),
        (date(2025, 11, 3), "3일 오후 2시", date(2025, 11, 3)),
        (date(2025, 12, 3), "내달 3일", date(2026, 1, 3)),
        (date(2025, 1, 3), "지난달 31일", date(2024, 12, 31)),
    ],
)
def test_a_bare_korean_day(anchor, text, day):
    assert dates(text, "ko", anchor)[0].resolved == day


def test_impossible_days_are_not_resolved():
    (mention,) = dates("2026년 2월 30일", "ko", ANCHOR)
    assert (mention.day, mention.resolved) == (30, None)
