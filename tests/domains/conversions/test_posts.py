"""Posts in people's hands: edited, checked, approved, restored, written anew."""

import asyncio

import pytest
from sqlalchemy import text

from newsforge.domains.conversions.answers import PostOut, PostVersionOut
from newsforge.engine.post import Content
from newsforge.pipeline.ports import Draft, Usage
from tests.support.news import KO

FACT = "한빛시가 내년 3월부터 시내버스 요금을 1천500원에서 1천700원으로 200원 올린다."
LIE = "한빛시가 내년 3월부터 시내버스 요금을 1천500원에서 1천900원으로 400원 올린다."


@pytest.fixture
async def conversion(bench, client):
    made = await client.post("/conversions", json={"source": {"text": KO}, "platforms": ["telegram", "x"]})
    await bench.work_off()
    return (await client.get(f"/conversions/{made.json()['id']}")).json()


@pytest.fixture
def post(conversion):
    return conversion["posts"][0]


def at(post):
    return {"If-Match": f'"{post["version"]}"'}


async def edit(client, post, body, **headers):
    return await client.patch(f"/posts/{post['id']}", json=body, headers=headers or at(post))


async def test_an_edit_is_measured_and_checked_and_the_approval_falls(client, post):
    approved = await client.post(f"/posts/{post['id']}/approve", headers=at(post))
    assert (approved.status_code, approved.json()["status"], approved.json()["verdict"]) == (200, "approved", "clean")
    assert approved.json()["approved_by"]
    changed = await edit(client, post, {"parts": [LIE]})
    assert changed.status_code == 200, changed.text
    new = changed.json()
    PostOut.model_validate(new)
    assert changed.headers["ETag"] == f'"{post["version"] + 1}"'
    assert (new["status"], new["version"], new["approved_at"]) == ("unsupported", post["version"] + 1, None)
    assert "1천900원" in str(new["receipts"][0]["problems"])
    assert new["parts"][0]["measure"][0]["length"] == len(LIE)
    assert new["edited_at"]
    assert new["writer"] == post["writer"]
    right = await edit(client, new, {"parts": [FACT]})
    assert right.json()["status"] == "clean"

    versions = (await client.get(f"/posts/{post['id']}/versions", params={"limit": 2})).json()
    for version in versions["items"]:
        PostVersionOut.model_validate(version)
    assert [(one["version"], one["change"]) for one in versions["items"]] == [(3, "edited"), (2, "edited")]
    rest = await client.get(f"/posts/{post['id']}/versions", params={"cursor": versions["next_cursor"]})
    assert [(one["version"], one["change"]) for one in rest.json()["items"]] == [(1, "written")]
    restored = await client.post(f"/posts/{post['id']}/versions/1/restore", headers=at(right.json()))
    assert restored.json()["parts"] == post["parts"]
    assert restored.json()["version"] == 4


async def test_nobody_overwrites_what_they_have_not_seen(client, post):
    missing = await client.patch(f"/posts/{post['id']}", json={"parts": [FACT]})
    assert (missing.status_code, missing.json()["code"]) == (428, "if_match_required")
    answers = await asyncio.gather(*(edit(client, post, {"parts": [f"{FACT} ({n})"]}) for n in range(6)))
    assert sorted(answer.status_code for answer in answers) == [200, 412, 412, 412, 412, 412]
    stale = next(answer for answer in answers if answer.status_code == 412)
    assert stale.headers["ETag"] == '"2"'
    assert len((await client.get(f"/posts/{post['id']}/versions")).json()["items"]) == 2
    for verb in ("approve", "unapprove", "regenerate", "versions/1/restore"):
        assert (await client.post(f"/posts/{post['id']}/{verb}", headers=at(post))).status_code == 412
        assert (await client.post(f"/posts/{post['id']}/{verb}")).status_code == 428


async def test_an_edit_of_nothing_is_none(client, post):
    same = await edit(client, post, {})
    assert (same.status_code, same.json()) == (200, post)


@pytest.mark.parametrize(
    "body", [{"parts": []}, {"parts": ["a\x00"]}, {"text": "x"}, {"hashtags": ["#x"]}, {"html": "<b>"}], ids=str
)
async def test_edits_are_strict(client, post, body):
    assert (await edit(client, post, body)).status_code == 422


async def test_a_check_says_what_an_edit_would_come_to_and_saves_nothing(client, post):
    checked = await client.post(f"/posts/{post['id']}/check", json={"parts": [LIE]})
    assert (checked.status_code, checked.json()["status"]) == (200, "unsupported")
    assert (await client.get(f"/posts/{post['id']}")).json() == post


async def _audit(bench, *actions):
    query = text("SELECT action, subject_id, user_id, data FROM audit_entries WHERE action = ANY(:actions) ORDER BY id")
    async with bench.store.read(bench.workspace_id) as session:
        return (await session.execute(query, {"actions": list(actions)})).all()


async def test_what_is_unsupported_is_kept_problem_by_problem_or_not_approved(bench, client, post):
    lie = (await edit(client, post, {"parts": [LIE]})).json()
    for body in (None, {"reason": "Please."}):
        refused = await client.post(f"/posts/{post['id']}/approve", headers=at(lie), json=body)
        assert (refused.status_code, refused.json()["code"]) == (409, "problems_open")
    problems = refused.json()["problems"]
    assert problems
    assert {"1천900원", "400원"} >= {one["text"] for one in problems}
    keep = [
        {**{name: one[name] for name in ("sentence", "kind", "text")}, "reason": "Corrected by phone."}
        for one in problems
    ]
    part = (await edit(client, lie, {"keep": keep[:1]})).json()
    PostOut.model_validate(part)
    assert (part["version"], part["status"]) == (lie["version"] + 1, "unsupported")
    assert part["kept"][0]["kept_by"] == part["edited_by"]
    if len(keep) > 1:
        refused = await client.post(f"/posts/{post['id']}/approve", headers=at(part))
        assert len(refused.json()["problems"]) == len(keep) - 1
    whole = (await edit(client, part, {"keep": keep})).json()
    assert whole["kept"][0] == part["kept"][0]  # who kept it first goes on answering for it
    answered = await client.post(f"/posts/{post['id']}/approve", headers=at(whole), json={"reason": "Seen."})
    assert (answered.json()["status"], answered.json()["approval_reason"]) == ("approved", "Seen.")
    back = (await client.post(f"/posts/{post['id']}/unapprove", headers=at(whole))).json()
    assert (back["status"], back["approved_by"], back["approval_reason"]) == ("unsupported", None, None)
    assert back["kept"] == whole["kept"]
    told = await _audit(bench, "problems_kept", "post_approved", "post_unapproved")
    assert [one.action for one in told][-2:] == ["post_approved", "post_unapproved"]
    assert told[0].data["problems"][0]["reason"] == "Corrected by phone."
    assert str(told[0].subject_id) == post["id"]


async def test_a_mark_lasts_as_long_as_its_problem(client, post):
    lie = (await edit(client, post, {"parts": [LIE]})).json()
    problems = (await client.post(f"/posts/{post['id']}/approve", headers=at(lie))).json()["problems"]
    keep = [{**{name: one[name] for name in ("sentence", "kind", "text")}, "reason": "So."} for one in problems]
    checked = await client.post(f"/posts/{post['id']}/check", json={"keep": keep})
    assert len(checked.json()["kept"]) == len(keep)
    kept = (await edit(client, lie, {"keep": keep})).json()
    longer = (await edit(client, kept, {"parts": [f"{LIE}\n\n{FACT}"]})).json()
    assert longer["kept"] == kept["kept"]
    right = (await edit(client, longer, {"parts": [FACT]})).json()
    assert right["kept"] == []
    missing = await edit(client, right, {"keep": keep})
    assert (missing.status_code, missing.json()["code"]) == (422, "no_such_problem")
    restored = await client.post(f"/posts/{post['id']}/versions/{kept['version']}/restore", headers=at(right))
    assert restored.json()["kept"] == kept["kept"]
    versions = (await client.get(f"/posts/{post['id']}/versions")).json()["items"]
    assert "kept" in {one["change"] for one in versions}
    empty = (await edit(client, restored.json(), {"keep": []})).json()
    assert empty["kept"] == []
    blank = await edit(client, empty, {"keep": [{**keep[0], "reason": "  "}]})
    assert (blank.status_code, blank.json()["code"]) == (422, "reason_required")


async def test_what_breaks_a_rule_of_the_platform_is_not_approved(client, post):
    long = (await edit(client, post, {"parts": [FACT * 200]})).json()
    assert long["status"] == "invalid"
    refused = await client.post(f"/posts/{post['id']}/approve", headers=at(long), json={"reason": "Please."})
    assert (refused.status_code, refused.json()["code"]) == (409, "post_not_approvable")


async def test_what_is_not_written_cannot_be_changed(bench, client):
    made = (await client.post("/conversions", json={"source": {"text": KO}, "platforms": ["x"]})).json()
    pending = made["posts"][0]
    assert (await edit(client, pending, {"parts": [FACT]})).json()["code"] == "post_not_ready"
    for verb in ("approve", "regenerate"):
        refused = await client.post(f"/posts/{pending['id']}/{verb}", headers=at(pending))
        assert (refused.status_code, refused.json()["code"]) == (409, "post_not_ready")


class Ai:
    """Writes what it is told, and keeps what it was asked."""

    name, kind = "openai:test", "ai"

    def __init__(self, answer) -> None:
        self.answer, self.briefs = answer, []

    async def write(self, brief, *, timeout_s):
        self.briefs.append(brief)
        if isinstance(self.answer, Exception):
            raise self.answer
        usage = Usage(input_tokens=50, output_tokens=5, calls=1)
        return Draft(content=Content(paragraphs=(self.answer,)), writer=self.name, usage=usage)


async def test_a_post_is_written_anew_with_an_instruction(bench, client, conversion, post):
    bench.writers.ai["openai:test"] = ai = Ai(FACT)
    asked = {"instruction": "Shorter.", "writer": "openai:test", "tone": "urgent"}
    taken = await client.post(f"/posts/{post['id']}/regenerate", json=asked, headers=at(post))
    assert (taken.status_code, taken.json()["is_being_rewritten"]) == (202, True)
    assert taken.json()["parts"] == post["parts"]
    busy = [
        await client.post(f"/posts/{post['id']}/regenerate", headers=at(post)),
        await edit(client, post, {"parts": [FACT]}),
        await client.post(f"/posts/{post['id']}/approve", headers=at(post)),
    ]
    assert [answer.json()["code"] for answer in busy] == ["post_is_being_rewritten"] * 3
    assert (await client.get("/usage")).json()["reserved"] == 1
    await bench.work_off()
    new = (await client.get(f"/posts/{post['id']}")).json()
    assert (new["is_being_rewritten"], new["writer"], new["version"]) == (False, "openai:test", post["version"] + 1)
    assert FACT in new["parts"][0]["text"]
    assert (ai.briefs[0].instruction, ai.briefs[0].tone) == ("Shorter.", "urgent")
    usage = (await client.get("/usage")).json()
    assert (usage["used"], usage["reserved"]) == (3, 0)
    assert usage["entries"]["items"][0]["input_tokens"] == 50
    after = (await client.get(f"/conversions/{conversion['id']}")).json()
    assert after["status"] == "succeeded"
    assert after["posts"][1] == conversion["posts"][1]


async def test_a_rewriting_that_is_given_up_leaves_the_post_as_it_was(bench, client, conversion, post):
    from newsforge.domains.conversions.rewriting import give_up_rewriting

    await client.post(f"/posts/{post['id']}/regenerate", headers=at(post))
    claim = await bench.claim()
    async with bench.store.write(bench.workspace_id) as session:
        await claim.hold(session)
        await give_up_rewriting(session, claim, "worker_lost")
    assert (await client.get(f"/posts/{post['id']}")).json() == post
    assert (await client.get("/usage")).json()["reserved"] == 0


ROUTES = [
    ("GET", "/conversions/{conversion}"),
    ("GET", "/conversions/{conversion}/events"),
    ("GET", "/conversions/{conversion}/export?format=txt"),
    ("POST", "/conversions/{conversion}/cancel"),
    ("POST", "/conversions/{conversion}/retry"),
    ("DELETE", "/conversions/{conversion}"),
    ("GET", "/posts/{post}"),
    ("PATCH", "/posts/{post}"),
    ("POST", "/posts/{post}/check"),
    ("GET", "/posts/{post}/versions"),
    ("POST", "/posts/{post}/versions/1/restore"),
    ("POST", "/posts/{post}/approve"),
    ("POST", "/posts/{post}/unapprove"),
    ("POST", "/posts/{post}/regenerate"),
    ("GET", "/articles/{article}"),
    ("GET", "/articles/{article}/versions"),
    ("GET", "/articles/{article}/versions/1"),
]


async def test_what_is_another_workspaces_is_not_there(bench, client, conversion, post):
    before = (await client.get(f"/conversions/{conversion['id']}")).json()
    ids = {"conversion": conversion["id"], "post": post["id"], "article": conversion["article"]["id"]}
    async with bench.client("stranger") as stranger:
        for method, route in ROUTES:
            body = {"json": {"title": "x"} if "check" in route or method == "PATCH" else None}
            answer = await stranger.request(
                method, route.format(**ids), headers={"If-Match": "*"}, **(body if body["json"] else {})
            )
            assert (answer.status_code, answer.json()["code"]) == (404, "not_found"), (method, route)
        for route in ("/conversions", "/conversions?q=버스", "/conversions?platform=x", "/articles"):
            assert (await stranger.get(route)).json()["items"] == []
        assert (await stranger.get("/usage")).json()["used"] == 0
    assert (await client.get(f"/conversions/{conversion['id']}")).json() == before


async def test_viewers_change_nothing_and_nobody_is_nobody(bench, conversion, post):
    ids = {"conversion": conversion["id"], "post": post["id"], "article": conversion["article"]["id"]}
    async with bench.client("viewer") as viewer, bench.client("nobody") as nobody:
        for method, route in [*ROUTES, ("POST", "/conversions"), ("POST", "/conversions/files"), ("GET", "/usage")]:
            answer = await nobody.request(method, route.format(**ids))
            assert answer.status_code == 401, (method, route)
            if method != "GET" and "check" not in route:
                answer = await viewer.request(method, route.format(**ids), headers={"If-Match": "*"})
                assert answer.status_code == 403, (method, route)


async def test_articles_are_kept_once_a_content(bench, client, conversion):
    await client.post("/conversions", json={"source": {"text": KO}, "platforms": ["x"]})
    await bench.work_off()
    listed = (await client.get("/articles")).json()["items"]
    assert [one["latest_version"] for one in listed] == [1]
    whole = (await client.get(f"/articles/{listed[0]['id']}")).json()
    assert whole["title"] == conversion["title"]
    assert all(whole["text"][one["start"] : one["end"]] == one["text"] for one in whole["sentences"])
    assert (await client.get(f"/articles/{listed[0]['id']}/versions/2")).status_code == 404
    versions = (await client.get(f"/articles/{listed[0]['id']}/versions")).json()["items"]
    assert [one["version"] for one in versions] == [1]
    async with bench.store.read(bench.workspace_id) as session:
        assert await session.scalar(text("SELECT count(*) FROM article_versions")) == 1
