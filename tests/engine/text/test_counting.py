from __future__ import annotations

import json
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsforge.engine.platforms.measure import measure_text
from newsforge.engine.platforms.registry import get_platform
from newsforge.engine.text.counting import count, outside_cp949, outside_euc_kr, strict_weight
from newsforge.engine.text.emoji import emoji_spans

GOLDEN = json.loads(Path(__file__).with_name("counting_cases.json").read_text(encoding="utf-8"))
TEXT = st.text(
    alphabet=st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from("가나다라 abc.,#@:/\n1️⃣👍🏽\u200d👨👩❤\ufe0f🇰🇷é한국.krcom"),
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    "case", GOLDEN["cases"], ids=lambda case: f"{case['unit']}-{case['text'][:20]!r}-{case['note']}"
)
def test_golden_length(case):
    assert count(case["text"], case["unit"]) == case["length"]
    if "strict" in case:
        assert strict_weight(case["text"]) == case["strict"]


@pytest.mark.parametrize("case", GOLDEN["platforms"], ids=lambda case: f"{case['platform']}-{case['text'][:20]!r}")
def test_golden_length_by_platform(case):
    assert measure_text(case["text"], get_platform(case["platform"])) == case["length"]


def test_golden_cases_cover_every_unit():
    assert {case["unit"] for case in GOLDEN["cases"]} == {
        "weighted", "grapheme", "code_point", "utf16", "utf8_byte", "cp949_byte", "json_byte", "emoji_byte",
    }  # fmt: skip


@given(TEXT)
def test_units_bound_each_other(text):
    graphemes, points, units = count(text, "grapheme"), count(text, "code_point"), count(text, "utf16")
    assert graphemes <= points <= units == len(text.encode("utf-16-le")) // 2
    assert units <= count(text, "utf8_byte") <= count(text, "json_byte")
    assert count(text, "emoji_byte") >= points


@given(TEXT)
def test_the_strict_weight_is_never_below_the_documented_one(text):
    assert strict_weight(text) >= count(text, "weighted")


@given(TEXT)
def test_weight_does_not_depend_on_the_normal_form(text):
    decomposed = unicodedata.normalize("NFD", text)
    if unicodedata.normalize("NFC", decomposed) == unicodedata.normalize("NFC", text):
        assert count(decomposed, "weighted") == count(text, "weighted")


@given(TEXT)
def test_json_bytes_are_those_of_the_serialised_string(text):
    assert count(text, "json_byte") == len(json.dumps(text, ensure_ascii=False).encode()) - 2


@given(TEXT, TEXT)
def test_fast_grapheme_path_agrees_across_a_line_break(left, right):
    if not left.endswith("\r"):
        assert count(f"{left}\n{right}", "grapheme") == count(left, "grapheme") + 1 + count(right, "grapheme")


def test_every_emoji_of_the_table_is_one_and_weighs_two():
    import emoji

    for sequence, data in emoji.EMOJI_DATA.items():
        if sequence not in "©®":
            assert emoji_spans(sequence) == ((0, len(sequence)),), data["en"]
            assert count(sequence, "weighted") == 2, data["en"]


def test_cp949_names_what_it_lacks_once_and_in_order():
    assert outside_cp949("₩1 é 똠 🔥 é") == ("₩", "é", "🔥")
    assert outside_euc_kr("똠방각하") == ("똠",)


@pytest.mark.parametrize(
    "text",
    ["가." * 9_000, "a." * 9_000 + "com", "http://" * 9_000, "(" * 9_000 + ".com/(((", "가" * 20_000 + "(.com"],
    ids=["labels", "labels-com", "schemes", "parentheses", "one-label"],
)
def test_hostile_text_is_counted_in_linear_time(text):
    began = time.perf_counter()
    count(text, "weighted")
    assert time.perf_counter() - began < 3
