"""What tests of accounts do again and again."""

import asyncio
import re
import time

from newsforge.kit.ids import new_id

PASSWORD = "four quiet harbor lanterns"
NEW = "seven loud mountain drums"


def address():
    return f"person-{new_id().hex}@example.com"


async def sign_up(client, email=None, **more):
    body = {"email": email or address(), "password": PASSWORD, "name": "김하늘", **more}
    answer = await client.post("/auth/sign-up", json=body)
    assert answer.status_code == 201, answer.text
    return answer.json()


async def sign_in(client, email, password=PASSWORD, status=200):
    answer = await client.post("/auth/sign-in", json={"email": email, "password": password})
    assert answer.status_code == status, answer.text
    return answer.json()


def bearer(tokens):
    return {"Authorization": f"Bearer {tokens['access_token']}"}


def secret_of(mail):
    return re.search(r"#token=(\S+)", mail.text)[1]


async def me(client, tokens):
    return await client.get("/me", headers=bearer(tokens))


async def turned_away(client, tokens, code="credential_revoked"):
    async def is_out():
        answer = await me(client, tokens)
        return answer.status_code == 401 and answer.json()["code"] == code

    began = time.monotonic()
    while not await is_out():
        assert time.monotonic() - began < 1.5
        await asyncio.sleep(0.02)


async def browser_sign_in(client, email):
    return await client.post("/auth/session", json={"email": email, "password": PASSWORD})
