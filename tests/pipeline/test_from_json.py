"""The way back from JSON loses nothing of what JSON says; edits carry over to all that repeats them."""

import json

import pytest

from newsforge.adapters.writers.embedded import EmbeddedWriter
from newsforge.engine.platforms.registry import get_platform, platforms
from newsforge.pipeline.check import recheck
from newsforge.pipeline.conversion import convert
from newsforge.pipeline.edit import Edit, edited
from newsforge.pipeline.from_json import article_of, post_of, result_of
from newsforge.pipeline.json_form import article_form, conversion_form, post_form
from tests.support.stories import bus_en, bus_ko


@pytest.fixture(scope="module")
def conversions():
    import asyncio

    async def run():
        return [
            await convert(article, list(platforms().values()), [EmbeddedWriter()], link="https://news.example/1")
            for article in (bus_ko(), bus_en())
        ]

    return asyncio.run(run())


def test_articles_posts_and_results_come_back_as_they_were(conversions):
    for conversion in conversions:
        form = json.loads(json.dumps(conversion_form(conversion)))
        article = article_of(form["article"])
        assert article == conversion.article
        assert article_form(article) == form["article"]
        for result, post in zip(conversion.results, form["posts"], strict=True):
            assert post_of(post) == result.post
            back = result_of(post, result.platform)
            assert json.loads(json.dumps(post_form(back, conversion.language))) == post
            assert back.receipts == result.receipts


def test_an_edit_of_nothing_changes_nothing(conversions):
    for conversion in conversions:
        for result in conversion.results:
            if result.post is None:
                continue
            same = edited(result.post, Edit(), result.platform)
            assert (same.parts, same.title, same.hashtags) == (
                result.post.parts,
                result.post.title,
                result.post.hashtags,
            )
            checked = recheck(same, result.platform, article=conversion.article)
            assert checked.status == result.status, (result.platform.id, checked.receipts)


@pytest.mark.parametrize("platform", ["newsletter", "naver_blog", "feed"])
def test_the_html_form_follows_the_edited_text(conversions, platform):
    result = next(one for one in conversions[1].results if one.platform.id == platform)
    changed = edited(result.post, Edit(parts=("Only this is left.",), title="New words"), get_platform(platform))
    assert "Only this is left." in changed.html
    assert result.post.parts[0].split("\n\n")[1][:40] not in changed.html


def test_the_front_matter_follows_the_title(conversions):
    result = next(one for one in conversions[1].results if one.platform.id == "markdown")
    changed = edited(result.post, Edit(title='A "new" title', hashtags=("bus",)), get_platform("markdown"))
    assert changed.parts[0].startswith('---\ntitle: "A \\"new\\" title"\ntags: ["bus"]\n')
    assert changed.parts[0].split("\n---\n")[1] == result.post.parts[0].split("\n---\n")[1]


def test_new_hashtags_replace_the_old_line(conversions):
    result = next(one for one in conversions[1].results if one.platform.id == "instagram")
    changed = edited(result.post, Edit(hashtags=("bus", "fares")), get_platform("instagram"))
    assert "#bus #fares" in changed.parts[-1]
    assert not any(f"#{tag}" in changed.parts[-1].split() for tag in set(result.post.hashtags) - {"bus", "fares"})
