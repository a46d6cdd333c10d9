from __future__ import annotations

import json

from newsforge.engine.platforms.registry import platforms
from tests.engine.platforms.measure_cases import FILE, written


def test_the_cases_of_the_browser_are_what_the_engine_measures():
    stale = "Run python -m tests.engine.platforms.measure_cases"
    assert FILE.read_text(encoding="utf-8") == written(), stale


def test_the_cases_cover_every_platform_and_every_violation():
    golden = json.loads(FILE.read_text(encoding="utf-8"))
    assert {case["platform"] for case in golden["cases"]} == set(platforms()) == set(golden["platforms"])
    assert {violation["code"] for case in golden["cases"] for violation in case["violations"]} == {
        "too_long", "missing_field", "empty", "too_many_parts", "forbidden_character", "outside_charset", "alert",
        "too_many_hashtags", "too_many_mentions", "too_many_cashtags", "too_many_links", "hashtag_too_long",
    }  # fmt: skip
    assert len(golden["cases"]) >= 150
