import asyncio
import time

import pytest
from sqlalchemy import text

from newsforge.domains.accounts import repository
from newsforge.domains.accounts.passwords import Argon2Cost, PasswordHashing
from tests.support.access_door import until
from tests.support.account_steps import NEW, PASSWORD, address, bearer, me, secret_of, sign_in, sign_up, turned_away
from tests.support.service_app import CHEAP, open_service


async def test_a_wrong_password_and_an_unknown_address_look_alike(client):
    user = await sign_up(client)
    wrong = await client.post("/auth/sign-in", json={"email": user["email"], "password": "wrong wrong wrong"})
    unknown = await client.post("/auth/sign-in", json={"email": address(), "password": "wrong wrong wrong"})
    assert wrong.status_code == unknown.status_code == 401
    assert wrong.json() == unknown.json()


async def test_an_unknown_address_is_as_much_work():
    hashing = PasswordHashing(threads=1)
    known = await hashing.hash(PASSWORD)
    took = {}
    for name, hashed in (("known", known), ("unknown", None)) * 5:
        began = time.thread_time_ns(), time.perf_counter()
        assert not (await hashing.verify("wrong wrong wrong", hashed)).is_right
        took[name] = min(took.get(name, 9.0), time.perf_counter() - began[1])
    hashing.close()
    assert 0.3 < took["unknown"] / took["known"] < 3.0


async def test_changing_the_password_ends_the_other_sessions(service, client):
    user = await sign_up(client)
    await service.letters()
    here, there = [await sign_in(client, user["email"]) for _ in range(2)]
    body = {"current_password": "not this one at all", "new_password": NEW}
    wrong = await client.post("/auth/password/change", json=body, headers=bearer(here))
    assert (wrong.status_code, wrong.json()["code"]) == (403, "wrong_password")
    body["current_password"] = PASSWORD
    assert (await client.post("/auth/password/change", json=body, headers=bearer(here))).status_code == 204
    await turned_away(client, there)
    assert (await me(client, here)).status_code == 200
    await sign_in(client, user["email"], status=401)
    await sign_in(client, user["email"], NEW)
    assert len(await service.letters()) == 1


async def test_resetting_the_password_ends_all_sessions(service, client):
    user = await sign_up(client)
    tokens = await sign_in(client, user["email"])
    await client.post("/auth/password/forgot", json={"email": user["email"]})
    secret = secret_of((await service.letters())[-1])
    weak = await client.post("/auth/password/reset", json={"token": secret, "password": user["email"]})
    assert weak.json()["code"] == "weak_password"
    answers = await asyncio.gather(
        *(client.post("/auth/password/reset", json={"token": secret, "password": NEW}) for _ in range(3))
    )
    assert sorted(answer.status_code for answer in answers) == [204, 422, 422]
    await turned_away(client, tokens)
    mine = (await me(client, await sign_in(client, user["email"], NEW))).json()
    assert mine["verified_at"] is not None


async def test_an_old_link_is_no_link(service, client):
    user = await sign_up(client)
    await client.post("/auth/password/forgot", json={"email": user["email"]})
    secret = secret_of((await service.letters())[-1])
    async with service.door.database.write() as session:
        await session.execute(
            text("UPDATE one_time_tokens SET expires_at = now() - interval '1 second' WHERE user_id = :user"),
            {"user": user["id"]},
        )
    answer = await client.post("/auth/password/reset", json={"token": secret, "password": NEW})
    assert answer.json()["code"] == "link_invalid"


async def test_a_sign_in_that_a_password_change_overtook_opens_nothing(service, client, monkeypatch):
    user = await sign_up(client)
    here = await sign_in(client, user["email"])
    verify, go_on = service.desk.passwords.verify, asyncio.Event()

    async def slow(password, hashed):
        verdict = await verify(password, hashed)
        await go_on.wait()
        return verdict

    monkeypatch.setattr(PasswordHashing, "verify", lambda self, *args: slow(*args))
    late = asyncio.create_task(client.post("/auth/sign-in", json={"email": user["email"], "password": PASSWORD}))
    await asyncio.sleep(0.2)
    monkeypatch.undo()
    body = {"current_password": PASSWORD, "new_password": NEW}
    assert (await client.post("/auth/password/change", json=body, headers=bearer(here))).status_code == 204
    go_on.set()
    assert (await late).status_code == 401


async def test_sign_in_is_throttled_by_address_and_place(client):
    user, other = await sign_up(client), await sign_up(client)
    for _ in range(10):
        await sign_in(client, user["email"], "wrong wrong wrong", status=401)
    refused = await client.post("/auth/sign-in", json={"email": user["email"], "password": PASSWORD})
    assert (refused.status_code, refused.json()["code"]) == (429, "too_many_attempts")
    assert 0 < int(refused.headers["retry-after"]) <= 900
    await sign_in(client, other["email"])


@pytest.mark.parametrize(
    ("password", "status"),
    [("short", 422), ("1q2w3e4r5t", 422), ("PassWord1234", 422), ("aaaaaaaaaaaaaa", 422), ("x" * 129, 422),
     ("abababababab", 422), ("김하늘김하늘 비밀번호", 201), (PASSWORD, 201), ("ｐａｓｓｗｏｒｄ１２３４", 422)],
)  # fmt: skip
async def test_passwords(client, password, status):
    body = {"email": address(), "password": password, "name": "김하늘"}
    answer = await client.post("/auth/sign-up", json=body)
    assert answer.status_code == status
    assert password not in answer.text or status == 201


@pytest.mark.parametrize("extra", ["", "1", "2026!"])
async def test_the_own_address_is_no_password(client, extra):
    email = address()
    for password in (email, email.partition("@")[0]):
        body = {"email": email, "password": (password + extra)[:128], "name": "A"}
        assert (await client.post("/auth/sign-up", json=body)).json()["code"] == "weak_password"


async def test_hangul_composed_or_not_is_one_password(client):
    import unicodedata

    password = "비밀번호는 아주 길게"
    user = await sign_up(client, password=unicodedata.normalize("NFD", password))
    await sign_in(client, user["email"], password)


async def test_a_hash_of_old_cost_is_renewed(database_url):
    async with open_service(database_url) as old, old.client() as client:
        user = await sign_up(client)
    dearer = PasswordHashing(cost=Argon2Cost(memory_kib=128, rounds=2), threads=1)
    async with open_service(database_url, passwords=dearer) as new, new.client() as client:
        await sign_in(client, user["email"])
        async with new.door.database.read() as session:
            row = await repository.find_user_by_address(session, address=user["email"])
        assert "m=128,t=2" in row.password_hash
        await sign_in(client, user["email"])


async def test_a_full_queue_of_passwords_says_when_to_come_again():
    hashing = PasswordHashing(threads=1)
    results = await asyncio.gather(*(hashing.verify("x", None) for _ in range(60)), return_exceptions=True)
    busy = [result for result in results if isinstance(result, Exception)]
    assert len(busy) == 60 - 33
    assert all(error.status == 503 and error.headers["Retry-After"] for error in busy)
    await until(lambda: hashing._free == 33)
    hashing.close()


async def test_hashing_leaves_the_loop_alone():
    hashing = PasswordHashing(threads=1)
    ticks = 0

    async def tick():
        nonlocal ticks
        while True:
            await asyncio.sleep(0.002)
            ticks += 1

    ticking = asyncio.create_task(tick())
    await asyncio.gather(*(hashing.hash("x") for _ in range(5)))
    ticking.cancel()
    hashing.close()
    assert ticks >= 5


def test_cheap_is_for_tests_only():
    assert Argon2Cost() == Argon2Cost(memory_kib=19456, rounds=2, lanes=1)
    assert Argon2Cost() != CHEAP
