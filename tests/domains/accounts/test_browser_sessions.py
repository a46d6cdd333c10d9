import pytest

from newsforge.domains.access.cookies import BrowserRules
from tests.support.account_steps import browser_sign_in, sign_in, sign_up, turned_away
from tests.support.service_app import open_service


async def test_a_browser_gets_cookies_and_no_token_in_any_body(service, client):
    user = await sign_up(client)
    answer = await browser_sign_in(client, user["email"])
    assert (answer.status_code, answer.content) == (204, b"")
    cookies = answer.headers.get_list("set-cookie")
    assert all("HttpOnly" in cookie and "SameSite" in cookie for cookie in cookies)
    assert (await client.get("/me")).json()["id"] == user["id"]
    assert (await client.patch("/me", json={"name": "B"})).status_code == 200
    old = dict(client.cookies)
    renewed = await client.post("/auth/session/refresh")
    assert (renewed.status_code, renewed.content) == (204, b"")
    assert client.cookies["newsforge_refresh"] != old["newsforge_refresh"]
    access = client.cookies["newsforge_access"]
    out = await client.delete("/auth/session")
    assert out.status_code == 204
    assert not dict(client.cookies)
    await turned_away(client, {"access_token": access})
    assert (await client.get("/me")).status_code == 401
    assert (await client.post("/auth/session/refresh")).json()["code"] == "refresh_token_invalid"


@pytest.mark.parametrize("origin", [None, "https://evil.example", "null"])
async def test_no_other_page_can_use_the_session(service, client, origin):
    user = await sign_up(client)
    await browser_sign_in(client, user["email"])
    async with service.client(origin=origin) as evil:
        evil.cookies = client.cookies
        assert (await evil.get("/me")).status_code == 200
        for method, path in (
            ("PATCH", "/me"), ("POST", "/auth/sign-out"), ("POST", "/auth/session/refresh"), ("DELETE", "/auth/session"),
        ):  # fmt: skip
            answer = await evil.request(method, path, json={"name": "Evil"} if method == "PATCH" else None)
            assert (answer.status_code, answer.json()["code"]) == (403, "wrong_origin"), path
        signed = await browser_sign_in(evil, user["email"])
        assert signed.json()["code"] == "wrong_origin"
    assert (await client.get("/me")).json()["name"] == "김하늘"


async def test_plain_http_elsewhere_refuses_and_names_the_setting(database_url):
    lan = "http://192.168.0.7:8000"
    async with (
        open_service(database_url, rules=BrowserRules(public_url=lan)) as service,
        service.client(origin=lan, url=lan) as client,
    ):
        user = await sign_up(client)
        answer = await browser_sign_in(client, user["email"])
        assert (answer.status_code, answer.json()["code"]) == (403, "insecure_origin")
        assert "NEWSFORGE_PUBLIC_URL" in answer.json()["remedy"]
        await sign_in(client, user["email"])  # machines may: they know what they do


async def test_over_https_the_cookies_are_the_hosts_own(database_url):
    site = "https://news.example"
    async with (
        open_service(database_url, rules=BrowserRules(public_url=site)) as service,
        service.client(origin=site, url=site) as client,
    ):
        user = await sign_up(client)
        cookies = (await browser_sign_in(client, user["email"])).headers.get_list("set-cookie")
        assert all(cookie.startswith("__Host-") and "; Secure" in cookie for cookie in cookies)
        assert (await client.get("/me")).status_code == 200
