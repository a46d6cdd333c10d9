from __future__ import annotations

import json
import sys

import pytest

from newsforge.engine.platforms import records
from newsforge.engine.platforms.as_data import as_data
from newsforge.engine.platforms.layout import lay_out
from newsforge.engine.platforms.measure import part_limit, violations
from newsforge.engine.platforms.registry import UnknownPlatform, get_platform, platforms
from newsforge.engine.post import Content

IDS = [
    "x",
    "x_premium",
    "threads",
    "linkedin",
    "instagram",
    "facebook",
    "bluesky",
    "mastodon",
    "telegram",
    "discord",
    "slack",
    "pinterest",
    "tiktok",
    "youtube",
    "naver_blog",
    "kakao",
    "sms",
    "lms",
    "push",
    "newsletter",
    "markdown",
    "feed",
]


def test_every_platform_is_there_in_its_order():
    assert list(platforms()) == IDS


@pytest.mark.parametrize("platform", platforms().values(), ids=lambda platform: platform.id)
def test_record_is_complete(platform):
    assert set(platform.name) == {"ko", "en", "ja"}
    assert platform.sources
    assert all(limit.max > 0 and limit.source for limit in platform.limits)
    assert 0 < platform.target <= part_limit(platform).max
    assert platform.hashtags.max is None or platform.hashtags.habit <= platform.hashtags.max
    assert ("html" in platform.fields) == (platform.form in {"letter", "editor", "feed"})


def test_changing_what_is_returned_changes_no_registry():
    platforms().clear()
    assert list(platforms()) == IDS


@pytest.mark.parametrize(
    ("asked", "nearest"),
    [("treads", "threads"), ("X-Premium", "x_premium"), ("카카오톡", "kakao"), ("lnkedin", "linkedin")],
)
def test_unknown_platform_names_the_nearest(asked, nearest):
    with pytest.raises(UnknownPlatform, match=nearest) as caught:
        get_platform(asked)
    assert caught.value.nearest[0] == nearest


def test_unknown_platform_with_nothing_near_lists_them_all():
    with pytest.raises(UnknownPlatform, match="naver_blog"):
        get_platform("qqqqqq")


def test_a_platform_is_one_file(tmp_path, monkeypatch):
    (tmp_path / "fax.py").write_text(
        "from newsforge.engine.platforms.record import Limit, Platform\n"
        "PLATFORM = Platform(id='fax', name={'en': 'Fax'}, shape='brief', limits=(Limit(field='part', max=80, "
        "unit='code_point'),))\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(records, "__path__", [*records.__path__, str(tmp_path)])
    monkeypatch.delitem(sys.modules, f"{records.__name__}.fax", raising=False)
    fax = get_platform("fax")
    post = lay_out(Content(paragraphs=("Hello.",)), fax, language="en", writer="embedded")
    assert (list(platforms())[-1], post.parts, violations(post, fax)) == ("fax", ("Hello.",), ())


def test_a_record_under_another_name_is_refused(tmp_path, monkeypatch):
    (tmp_path / "odd.py").write_text("from newsforge.engine.platforms.records.x import PLATFORM\n", encoding="utf-8")
    monkeypatch.setattr(records, "__path__", [*records.__path__, str(tmp_path)])
    with pytest.raises(TypeError, match="odd"):
        platforms()


@pytest.mark.parametrize("platform", platforms().values(), ids=lambda platform: platform.id)
def test_records_export_as_json(platform):
    data = json.loads(json.dumps(as_data(platform), ensure_ascii=False))
    assert data["id"] == platform.id
    assert data["limits"][0]["max"] == platform.limits[0].max
    assert (data["thread"] is None) == (platform.thread is None)
