"""A conversion from an article that is there already: nothing is fetched, nobody else's article is to be had."""

import pytest
from sqlalchemy import text

from newsforge.domains.conversions.answers import ConversionOut
from tests.support.news import KO


@pytest.fixture
async def made(bench, client):
    taken = await client.post("/conversions", json={"source": {"text": KO}, "platforms": ["x"]})
    await bench.work_off()
    return (await client.get(f"/conversions/{taken.json()['id']}")).json()


def _body(article, **more):
    return {"source": {"article_id": article["id"], **more}, "platforms": ["telegram", "x"], "tone": "formal"}


async def test_a_duplicate_is_of_the_same_article_and_has_its_events(bench, client, made):
    taken = await client.post("/conversions", json=_body(made["article"]))
    assert taken.status_code == 202, taken.text
    ConversionOut.model_validate(taken.json())
    assert (taken.json()["title"], taken.json()["source"]["kind"]) == (made["title"], "article")
    await bench.work_off()
    done = (await client.get(f"/conversions/{taken.json()['id']}")).json()
    assert done["status"] == "succeeded"
    assert done["article"] == made["article"]
    assert [post["language"] for post in done["posts"]] == ["ko", "ko"]
    events = (await client.get(f"/conversions/{done['id']}/events")).text
    assert events.count("event: article\n") == 1
    pinned = await client.post("/conversions", json=_body(made["article"], article_version=1))
    assert pinned.status_code == 202


@pytest.mark.parametrize("version", [None, 7])
async def test_an_article_that_is_not_there_is_refused_before_anything_is_written(bench, client, made, version):
    body = _body(made["article"], **({"article_version": version} if version else {}))
    async with bench.client("me" if version else "stranger") as other:
        refused = await other.post("/conversions", json=body)
    assert (refused.status_code, refused.json()["code"]) == (422, "invalid_conversion")
    assert refused.json()["errors"][0]["pointer"] == "/source/article_id"
    assert len((await client.get("/conversions")).json()["items"]) == 1
    assert (await client.get("/usage")).json()["reserved"] == 0


async def test_a_source_is_one_thing(client, made):
    for source in ({"article_id": made["article"]["id"], "text": "x"}, {"text": "x", "article_version": 1}):
        assert (await client.post("/conversions", json={"source": source, "platforms": ["x"]})).status_code == 422


async def test_what_is_done_with_a_conversion_is_recorded(bench, client, made):
    await client.get(f"/conversions/{made['id']}/export", params={"format": "csv"})
    await client.delete(f"/conversions/{made['id']}")
    query = text("SELECT action, user_id, data FROM audit_entries WHERE subject_id = :id ORDER BY id")
    async with bench.store.read(bench.workspace_id) as session:
        told = (await session.execute(query, {"id": made["id"]})).all()
    assert [one.action for one in told] == ["conversion_created", "conversion_exported", "conversion_deleted"]
    assert {one.user_id for one in told} == {bench.principals["me"].user_id}
    assert told[1].data == {"format": "csv", "only": "all"}
    assert KO[:20] not in str(told)
