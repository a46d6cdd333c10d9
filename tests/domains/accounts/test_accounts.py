import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import text

from newsforge.kit.clock import utc_now
from tests.support.account_steps import NEW, PASSWORD, address, bearer, me, secret_of, sign_in, sign_up, turned_away


async def test_from_sign_up_to_me(service, client):
    user = await sign_up(client, language="ja")
    tokens = await sign_in(client, user["email"].upper())
    assert tokens["token_type"] == "Bearer"
    assert tokens["expires_in"] == 3600
    mine = (await me(client, tokens)).json()
    assert mine["id"] == user["id"]
    assert mine["role"] == "owner"
    assert mine["verified_at"] is None
    assert mine["language"] == "ja"
    assert [one["workspace_id"] for one in mine["memberships"]] == [mine["workspace_id"]]
    changed = await client.patch("/me", json={"name": "다른 이름", "language": "en"}, headers=bearer(tokens))
    assert (changed.json()["name"], changed.json()["language"]) == ("다른 이름", "en")


async def test_an_address_that_is_known_gets_the_same_answer_and_a_mail(service, client):
    known = await sign_up(client)
    await service.letters()
    again = await client.post("/auth/sign-up", json={"email": known["email"], "password": NEW, "name": "김하늘"})
    fresh = await client.post("/auth/sign-up", json={"email": address(), "password": NEW, "name": "김하늘"})
    assert again.status_code == fresh.status_code == 201
    assert again.json().keys() == fresh.json().keys()
    changing = {"id", "email", "created_at"}
    assert {k: v for k, v in again.json().items() if k not in changing} == {
        k: v for k, v in fresh.json().items() if k not in changing
    }
    assert again.json()["id"] != known["id"]
    assert set(again.headers) == set(fresh.headers)
    to_known, to_fresh = await service.letters()
    assert "이미" in to_known.subject
    assert "#token" not in to_known.text
    assert "확인" in to_fresh.subject
    await sign_in(client, known["email"], NEW, status=401)
    await sign_in(client, known["email"])


@pytest.mark.parametrize("path", ["/auth/password/forgot", "/auth/verify-email/resend"])
async def test_asking_for_mail_tells_nothing(service, client, path):
    user = await sign_up(client)
    await service.letters()
    known = await client.post(path, json={"email": user["email"]})
    unknown = await client.post(path, json={"email": address()})
    assert (known.status_code, known.content) == (unknown.status_code, unknown.content) == (202, b"")
    assert [mail.to for mail in await service.letters()] == [user["email"]]
    for _ in range(8):
        assert (await client.post(path, json={"email": user["email"]})).status_code == 202
    assert len(service.queue.jobs) <= 5


async def test_the_link_verifies_once(service, client):
    user = await sign_up(client)
    assert "김하늘" not in str(service.queue.jobs)
    (mail,) = await service.letters()
    secret = secret_of(mail)
    assert secret not in str(service.queue.jobs)
    assert (await client.post("/auth/verify-email", json={"token": secret + "x"})).status_code == 422
    assert (await client.post("/auth/password/reset", json={"token": secret, "password": NEW})).status_code == 422
    assert (await client.post("/auth/verify-email", json={"token": secret})).status_code == 204
    again = await client.post("/auth/verify-email", json={"token": secret})
    assert again.json()["code"] == "link_invalid"
    tokens = await sign_in(client, user["email"])
    assert (await me(client, tokens)).json()["verified_at"] is not None


async def test_a_newer_link_replaces_the_older_and_a_used_one_is_not_mailed(service, client):
    user = await sign_up(client)
    late = list(service.queue.jobs)
    (first,) = await service.letters()
    await client.post("/auth/verify-email/resend", json={"email": user["email"]})
    (second,) = await service.letters()
    assert (await client.post("/auth/verify-email", json={"token": secret_of(first)})).status_code == 422
    assert (await client.post("/auth/verify-email", json={"token": secret_of(second)})).status_code == 204
    service.queue.jobs = late
    assert await service.letters() == []


async def test_refresh_rotates_and_reuse_ends_the_family(client):
    user = await sign_up(client)
    first = await sign_in(client, user["email"])
    other = await sign_in(client, user["email"])
    second = (await client.post("/auth/refresh", json={"refresh_token": first["refresh_token"]})).json()
    assert (await me(client, second)).status_code == 200
    reused = await client.post("/auth/refresh", json={"refresh_token": first["refresh_token"]})
    assert (reused.status_code, reused.json()["code"]) == (401, "refresh_token_reused")
    dead = await client.post("/auth/refresh", json={"refresh_token": second["refresh_token"]})
    assert (dead.status_code, dead.json()["code"]) == (401, "refresh_token_invalid")
    await turned_away(client, second)
    assert (await me(client, other)).status_code == 200


async def test_of_two_that_refresh_at_once_one_wins_and_the_family_ends(client):
    user = await sign_up(client)
    for _ in range(5):
        tokens = await sign_in(client, user["email"])
        body = {"refresh_token": tokens["refresh_token"]}
        answers = await asyncio.gather(*(client.post("/auth/refresh", json=body) for _ in range(2)))
        assert sorted(answer.status_code for answer in answers) == [200, 401]
        winner = next(answer.json() for answer in answers if answer.status_code == 200)
        after = await client.post("/auth/refresh", json={"refresh_token": winner["refresh_token"]})
        assert after.status_code == 401
        await turned_away(client, winner)


async def test_an_access_token_refreshes_nothing(client):
    user = await sign_up(client)
    tokens = await sign_in(client, user["email"])
    for token in (tokens["access_token"], "nonsense", "e30.e30.e30", "\x00"):
        answer = await client.post("/auth/refresh", json={"refresh_token": token})
        assert (answer.status_code, answer.json()["code"]) == (401, "refresh_token_invalid")


async def test_sign_out_here_and_everywhere(client):
    user = await sign_up(client)
    here, there, third = [await sign_in(client, user["email"]) for _ in range(3)]
    assert (await client.post("/auth/sign-out", headers=bearer(here))).status_code == 204
    await turned_away(client, here)
    assert (await me(client, there)).status_code == 200
    assert (await client.post("/auth/sign-out/all", headers=bearer(there))).status_code == 204
    await turned_away(client, there)
    await turned_away(client, third)
    await me(client, await sign_in(client, user["email"]))


async def test_the_list_of_sessions(client):
    user, stranger = await sign_up(client), await sign_up(client)
    one, two = [await sign_in(client, user["email"]) for _ in range(2)]
    theirs = await sign_in(client, stranger["email"])
    items = (await client.get("/me/sessions", headers=bearer(one))).json()["items"]
    assert [item["is_current"] for item in items] == [False, True]
    other = items[0]["id"]
    assert (await client.delete(f"/me/sessions/{other}", headers=bearer(theirs))).status_code == 404
    assert (await me(client, two)).status_code == 200
    assert (await client.delete(f"/me/sessions/{other}", headers=bearer(one))).status_code == 204
    await turned_away(client, two)


async def test_deleting_the_account_leaves_a_row_without_a_person(service, client):
    user = await sign_up(client)
    tokens = await sign_in(client, user["email"])
    refused = await client.post("/me/deletion", json={"password": "not this one at all"}, headers=bearer(tokens))
    assert refused.status_code == 403
    assert (await client.post("/me/deletion", json={"password": PASSWORD}, headers=bearer(tokens))).status_code == 204
    await turned_away(client, tokens)
    await sign_in(client, user["email"], status=401)
    assert user["email"] not in str(service.queue.jobs)  # the service has forgotten them, but for one sealed letter
    (farewell,) = await service.letters()
    assert (farewell.to, "삭제" in farewell.subject, "30" in farewell.text) == (user["email"], True, True)
    async with service.door.database.read() as session:
        row = (await session.execute(text("SELECT * FROM users WHERE id = :id"), {"id": user["id"]})).one()
        assert (row.name, row.password_hash, row.email) == ("", "", f"{user['id']}@deleted.invalid")
    assert (await sign_up(client, user["email"]))["id"] != user["id"]
    await sign_in(client, user["email"])


async def test_the_export_holds_what_there_is(client):
    user = await sign_up(client)
    tokens = await sign_in(client, user["email"])
    answer = await client.get("/me/export", headers=bearer(tokens))
    assert "attachment" in answer.headers["content-disposition"]
    found = answer.json()
    assert found["account"]["email"] == user["email"]
    assert [entry["action"] for entry in found["activity"]] == ["signed_in", "signed_up"]
    assert PASSWORD not in answer.text
    assert "argon2" not in answer.text


@pytest.mark.parametrize(
    "email",
    [
        "no-at-sign",
        "a@b",
        "a@example.com\r\nBcc: x@y.com",
        "a b@example.com",
        "a@-x-.com",
        "\x00@example.com",
        "@x.com",
    ],
)
async def test_bad_addresses(client, email):
    answer = await client.post("/auth/sign-up", json={"email": email, "password": PASSWORD, "name": "A"})
    assert answer.status_code == 422


@pytest.mark.parametrize(
    "body", [{"name": "a\x00b"}, {"name": "  "}, {"name": "a\nb"}, {"admin": True}, {"name": "\ud800"}]
)
async def test_bad_sign_ups(client, body):
    import json

    whole = {"email": address(), "password": PASSWORD, "name": "A", **body}
    answer = await client.post("/auth/sign-up", content=json.dumps(whole), headers={"content-type": "application/json"})
    assert answer.status_code == 422


async def test_expired_sessions_and_links_are_deleted(service, client):
    from newsforge.domains.accounts.service import delete_expired

    user = await sign_up(client)
    await sign_in(client, user["email"])
    old = {"old": utc_now() - timedelta(days=1), "user": user["id"]}
    async with service.door.database.write() as session:
        await session.execute(text("UPDATE sessions SET expires_at = :old WHERE user_id = :user"), old)
        await session.execute(text("UPDATE one_time_tokens SET expires_at = :old WHERE user_id = :user"), old)
        await delete_expired(session)
        for table in ("sessions", "one_time_tokens"):
            query = text(f"SELECT count(*) FROM {table} WHERE user_id = :user")
            assert await session.scalar(query, {"user": user["id"]}) == 0
