"""From a request to posts, over HTTP, with a real database, queue and worker."""

import asyncio
import json

import pytest
from sqlalchemy import text

from newsforge import samples
from newsforge.domains.conversions.answers import ConversionOut, ConversionSummary, PostOut
from tests.support.news import EN, KO

pytestmark = pytest.mark.usefixtures("bench")


def asked(source=None, **wishes):
    return {"source": {"text": KO} if source is None else source, "platforms": ["x", "telegram"], **wishes}


async def finished(bench, client, **wishes):
    made = await client.post("/conversions", json=asked(**wishes))
    assert made.status_code == 202, made.text
    await bench.work_off()
    found = await client.get(made.headers["Location"].removeprefix("/api/v1"))
    return found.json()


async def test_a_conversion_from_request_to_posts(bench, client):
    made = await client.post("/conversions", json=asked(tone="formal"))
    assert made.status_code == 202
    body = made.json()
    assert made.headers["Location"] == f"/api/v1/conversions/{body['id']}"
    assert (body["status"], body["article"], body["usage"]) == ("queued", None, None)
    assert [(post["platform"], post["status"], post["parts"]) for post in body["posts"]] == [
        ("x", "pending", []),
        ("telegram", "pending", []),
    ]
    ConversionOut.model_validate(body)

    await bench.work_off()
    found = await client.get(f"/conversions/{body['id']}")
    done = found.json()
    ConversionOut.model_validate(done)
    assert done["status"] == "succeeded"
    assert done["article"]["title"] == done["title"] == "한빛시, 내년 3월 시내버스 요금 200원 인상"
    assert done["wishes"]["tone"] == "formal"
    assert [post["id"] for post in done["posts"]] == [post["id"] for post in body["posts"]]
    for post in done["posts"]:
        assert post["status"] == post["verdict"] == "clean"
        assert post["language"] == "ko"
        assert post["version"] == 1
        assert post["receipts"]
        single = (await client.get(f"/posts/{post['id']}")).json()
        assert single == post
        PostOut.model_validate(single)
    assert done["usage"]["posts"] == 2
    again = await client.get(f"/conversions/{body['id']}", headers={"If-None-Match": found.headers["ETag"]})
    assert again.status_code == 304
    usage = (await client.get("/usage")).json()
    assert (usage["used"], usage["reserved"]) == (2, 0)
    assert [(entry["kind"], entry["units"]) for entry in usage["entries"]["items"]] == [("close", 2), ("reserve", 2)]


@pytest.mark.parametrize(
    ("name", "language"), [("page.html", "ko"), ("press.html", "en")], ids=["korean page", "english page"]
)
async def test_a_file_is_converted_and_deleted_with_its_conversion(bench, client, name, language):
    made = await client.post(
        "/conversions/files",
        files={"file": (name, samples.sample(language), "text/html")},
        data={"wishes": json.dumps({"platforms": ["x"]})},
    )
    assert made.status_code == 202, made.text
    assert len(bench.files) == 1
    await bench.work_off()
    done = (await client.get(f"/conversions/{made.json()['id']}")).json()
    assert (done["status"], done["article"]["language"]) == ("succeeded", language)
    assert done["source"] == {"kind": "file", "url": None, "name": name}
    assert (await client.delete(f"/conversions/{done['id']}")).status_code == 204
    assert bench.files == {}
    assert (await client.get(f"/conversions/{done['id']}")).status_code == 404
    async with bench.store.read(bench.workspace_id) as session:
        for table in ("posts", "post_versions", "conversion_events", "conversion_sources"):
            assert await session.scalar(text(f"SELECT count(*) FROM {table}")) == 0
    assert (await client.get("/usage")).json()["used"] == 1, "what was used stays used"


async def test_a_page_in_markup_says_what_it_is_encoded_in_and_is_utf_8_all_the_same(bench, client):
    page = samples.sample("ko").decode().replace("utf-8", "euc-kr")
    done = await finished(bench, client, source={"html": page})
    assert done["status"] == "succeeded"
    assert "기준금리" in done["article"]["text"]


async def test_who_prefers_to_wait_gets_the_end(bench, client):
    async with bench.working():
        made = await client.post("/conversions", json=asked(), headers={"Prefer": "wait=20"})
    assert made.status_code == 200
    assert made.headers["Preference-Applied"] == "wait=20"
    assert made.json()["status"] == "succeeded"


async def test_who_waits_for_nothing_gets_what_there_is(bench, client):
    made = await client.post("/conversions", json=asked(), headers={"Prefer": "respond-async, wait=1"})
    assert (made.status_code, made.json()["status"]) == (202, "queued")


BAD = {
    "no address": ({"source": {"url": "not an address"}}, "/source/url"),
    "private name": ({"source": {"url": "http://localhost/x"}}, "/source/url"),
    "private address": ({"source": {"url": "http://10.0.0.1/x"}}, "/source/url"),
    "metadata": ({"source": {"url": "http://169.254.169.254/latest"}}, "/source/url"),
    "loopback v6": ({"source": {"url": "http://[::1]/x"}}, "/source/url"),
    "disguised": ({"source": {"url": "http://0x7f000001/"}}, "/source/url"),
    "file": ({"source": {"url": "file:///etc/passwd"}}, "/source/url"),
    "empty text": ({"source": {"text": " \n"}}, "/source/text"),
    "address as text": ({"source": {"text": "https://news.example/1"}}, "/source/text"),
    "empty markup": ({"source": {"html": ""}}, "/source/html"),
    "unknown platform": ({"platforms": ["x", "tweeter"]}, "/platforms/1"),
    "language of no sms": ({"platforms": ["sms"], "languages": ["ko", "th"]}, "/languages/1"),
    "embedded cannot": ({"writer": "embedded", "languages": ["en"]}, "/languages/0"),
    "unknown writer": ({"writer": "nobody:at-all"}, "/writer"),
    "no link": ({"link": "javascript:alert(1)"}, "/link"),
}


@pytest.mark.parametrize(("change", "pointer"), BAD.values(), ids=BAD)
async def test_bad_wishes_are_one_clear_problem_and_leave_nothing(bench, client, change, pointer):
    refused = await client.post("/conversions", json=asked() | change, headers={"Idempotency-Key": "k"})
    assert refused.status_code == 422, refused.text
    problem = refused.json()
    assert problem["errors"][0]["pointer"] == pointer
    assert problem["detail"]
    assert problem["remedy"]
    async with bench.store.read(bench.workspace_id) as session:
        for table in ("conversions", "idempotency_keys", "usage_entries", "posts"):
            assert await session.scalar(text(f"SELECT count(*) FROM {table}")) == 0


@pytest.mark.parametrize(
    "body",
    [
        {},
        asked({}),
        asked({"text": KO, "url": "https://news.example/1"}),
        asked({"text": "a\x00b"}),
        asked(platforms=[]),
        asked(tone="angry"),
        asked(unknown=1),
        asked(languages=["korean!"]),
        asked(instruction="x" * 2001),
        asked(writer="GPT 5"),
    ],
    ids=lambda body: str(body)[-60:],
)
async def test_shapes_are_strict(client, body):
    assert (await client.post("/conversions", json=body)).status_code == 422


@pytest.mark.parametrize(
    ("data", "wishes", "status"),
    [
        (b"", {"platforms": ["x"]}, 422),
        (b"\x00\x01\x02\x03" * 100, {"platforms": ["x"]}, 422),
        (EN.encode(), {"platforms": []}, 422),
        (EN.encode(), {"platforms": ["x"], "source": {}}, 422),
        (b"a" * 20_000_001, {"platforms": ["x"]}, 413),
    ],
    ids=["empty", "binary", "no platform", "unknown member", "too large"],
)
async def test_bad_uploads(bench, client, data, wishes, status):
    refused = await client.post(
        "/conversions/files", files={"file": ("a.txt", data)}, data={"wishes": json.dumps(wishes)}
    )
    assert refused.status_code == status, refused.text
    assert bench.files == {}


async def test_a_source_without_an_article_fails_and_costs_nothing(bench, client):
    done = await finished(bench, client, source={"text": "짧다."})
    assert (done["status"], done["error"]["code"]) == ("failed", "too_short")
    assert done["error"]["remedy"]
    usage = (await client.get("/usage")).json()
    assert (usage["used"], usage["reserved"]) == (0, 0)
    assert {post["status"] for post in done["posts"]} == {"pending"}


async def test_a_language_that_the_writer_cannot_is_told_with_its_post(bench, client):
    done = await finished(bench, client, languages=["ko", "en"])
    assert done["status"] == "succeeded"
    assert [(post["language"], post["status"]) for post in done["posts"]] == [
        ("ko", "clean"),
        ("ko", "clean"),
        ("en", "failed"),
        ("en", "failed"),
    ]
    assert done["posts"][2]["error"]["message"]
    assert done["usage"]["posts"] == 2

    retried = await client.post(f"/conversions/{done['id']}/retry")
    assert (retried.status_code, retried.json()["run"], retried.json()["status"]) == (202, 2, "queued")
    assert [post["status"] for post in retried.json()["posts"]] == ["clean", "clean", "pending", "pending"]
    assert (await client.post(f"/conversions/{done['id']}/retry")).json()["code"] == "conversion_is_running"
    await bench.work_off()
    usage = (await client.get("/usage")).json()
    assert (usage["used"], usage["reserved"]) == (2, 0)


async def test_when_all_is_there_nothing_is_retried(bench, client):
    done = await finished(bench, client)
    refused = await client.post(f"/conversions/{done['id']}/retry")
    assert (refused.status_code, refused.json()["code"]) == (409, "nothing_to_retry")


async def test_a_cancelled_conversion_is_never_worked_on(bench, client):
    made = (await client.post("/conversions", json=asked())).json()
    for _ in range(2):
        cancelled = await client.post(f"/conversions/{made['id']}/cancel")
        assert (cancelled.status_code, cancelled.json()["status"]) == (200, "cancelled")
    assert await bench.claim() is None
    assert (await client.get("/usage")).json()["reserved"] == 0
    assert (await client.post(f"/conversions/{made['id']}/retry")).status_code == 202
    await bench.work_off()
    assert (await client.get(f"/conversions/{made['id']}")).json()["status"] == "succeeded"


async def test_the_same_key_gives_the_same_conversion_even_at_once(bench, client):
    headers = {"Idempotency-Key": "abc"}
    answers = await asyncio.gather(*(client.post("/conversions", json=asked(), headers=headers) for _ in range(12)))
    assert {answer.status_code for answer in answers} == {202}
    assert len({answer.json()["id"] for answer in answers}) == 1
    assert sum("Idempotency-Replayed" not in answer.headers for answer in answers) == 1
    assert (await client.get("/usage")).json()["reserved"] == 2
    other = await client.post("/conversions", json=asked(tone="formal"), headers=headers)
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")
    async with bench.client("stranger") as stranger:
        theirs = await stranger.post("/conversions", json=asked(), headers=headers)
        assert theirs.json()["id"] != answers[0].json()["id"]
    await bench.work_off()
    replayed = await client.post("/conversions", json=asked(), headers=headers)
    assert replayed.json()["status"] == "succeeded"
    await client.delete(f"/conversions/{replayed.json()['id']}")
    spent = await client.post("/conversions", json=asked(), headers=headers)
    assert (spent.status_code, spent.json()["code"]) == (409, "idempotency_key_spent")


async def test_a_key_is_forgotten_after_a_day(bench, client):
    headers = {"Idempotency-Key": "abc"}
    first = (await client.post("/conversions", json=asked(), headers=headers)).json()
    async with bench.store.write(bench.workspace_id) as session:
        await session.execute(text("UPDATE idempotency_keys SET created_at = created_at - interval '25 hours'"))
    second = (await client.post("/conversions", json=asked(tone="formal"), headers=headers)).json()
    assert second["id"] != first["id"]


async def test_an_unverified_account_has_a_trial(bench):
    async with bench.client("trial") as client:
        platforms = ["x", "telegram", "threads", "slack", "instagram"]
        wish = asked(platforms=platforms, languages=["ko", "en", "ja", "de", "fr", "es", "pt", "vi", "th", "id"])
        assert (await client.post("/conversions", json=wish)).status_code == 202
        refused = await client.post("/conversions", json=wish, headers={"Idempotency-Key": "k"})
    assert (refused.status_code, refused.json()["code"]) == (402, "trial_used")
    assert (refused.json()["used"], refused.json()["wanted"]) == (50, 50)
    async with bench.store.read(bench.workspace_id) as session:
        assert await session.scalar(text("SELECT count(*) FROM conversions")) == 1
        assert await session.scalar(text("SELECT count(*) FROM idempotency_keys")) == 0


async def test_lists_are_pages_and_filters(bench, client):
    ids = []
    for number in range(5):
        body = asked(platforms=["x", "slack"] if number % 2 else ["telegram"])
        ids.append((await client.post("/conversions", json=body)).json()["id"])
        await asyncio.sleep(0.002)
    await client.post(f"/conversions/{ids[0]}/cancel")

    async def listed(**query):
        found, cursor = [], None
        while True:
            answer = await client.get(
                "/conversions", params={"limit": 2, **query} | ({"cursor": cursor} if cursor else {})
            )
            assert answer.status_code == 200, answer.text
            page = answer.json()
            for item in page["items"]:
                ConversionSummary.model_validate(item)
            found += [item["id"] for item in page["items"]]
            cursor = page["next_cursor"]
            if cursor is None:
                return found

    assert await listed() == ids[::-1]
    assert await listed(status="cancelled") == ids[:1]
    assert await listed(platform="slack") == [ids[3], ids[1]]
    await bench.work_off()
    assert await listed(q="버스 요금") == ids[:0:-1]
    assert await listed(q="버스", platform="slack") == [ids[3], ids[1]]
    assert await listed(language="ko") == ids[:0:-1]  # of the first, nobody has learned the language
    assert await listed(language="ja") == []
    assert await listed(language="ko", platform="slack", status="succeeded") == [ids[3], ids[1]]
    assert await listed(q="버스", language="ko") == ids[:0:-1]
    assert await listed(q="버스", language="ja") == []
    assert (await client.get("/conversions", params={"language": "KO'--"})).status_code == 422
    assert await listed(q="버스", status="cancelled") == []
    assert await listed(q="%") == []
    assert await listed(q="\\") == []
    moment = (await client.get(f"/conversions/{ids[2]}")).json()["created_at"]
    assert ids[0] not in await listed(created_after=moment)
    assert await listed(created_after="2100-01-01T00:00:00Z") == []
    assert await listed(created_before="2100-01-01T00:00:00Z") == ids[::-1]


async def test_changes_are_told_after_the_commit(bench, client):
    made = (await client.post("/conversions", json=asked())).json()
    assert [(one, str(other)) for one, other in bench.heard] == [(bench.workspace_id, made["id"])]
    bench.heard.clear()
    await bench.work_off()
    assert {str(one) for _, one in bench.heard} == {made["id"]}
    done = (await client.get(f"/conversions/{made['id']}")).json()
    assert done["status"] == "succeeded", "no copy of before is given out"
    with pytest.raises(TypeError, match="Load PostRecord"):
        async with bench.store.write(bench.workspace_id) as session:
            from sqlalchemy import update

            from newsforge.domains.conversions.models import PostRecord

            await session.execute(update(PostRecord).values(verdict="clean"))


def test_the_document_names_every_operation():
    from newsforge.kit.http.resources import Resources
    from tests.support.conversions import _app

    paths = _app(Resources()).openapi()["paths"]
    operations = [one for path in paths.values() for one in path.values()]
    assert len(operations) == 22
    assert len({one["operationId"] for one in operations}) == 22
    for one in operations:
        assert one["summary"]
        assert one["tags"]
        assert {"401", "403"} <= set(one["responses"]), one["operationId"]
