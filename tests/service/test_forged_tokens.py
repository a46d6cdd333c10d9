"""Tokens that are forged, old, used twice or taken back, over HTTP and by two API processes."""

import base64
import hashlib
import hmac
import json
import time
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import httpx2
import pytest

from newsforge.kit.servers.sql import fetch_value
from tests.support.whole_service import PASSWORD, PUBLIC_URL, wait_until

ORIGIN = {"Origin": PUBLIC_URL}
#: Within this time a revocation holds everywhere; what the machine's load adds is not the service's.
HOLDS_S = 1.0
LOAD_S = 1.0


@pytest.fixture(scope="module")
def other_api(whole, api):
    return whole.start_api()


@pytest.fixture(scope="module")
def person(whole, api):
    return whole.join(api)


def b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def parts_of(token: str):
    head, claims, signature = token.split(".")
    pad = lambda part: json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))  # noqa: E731
    return pad(head), pad(claims), signature


def forge(head, claims, key: bytes = b"") -> str:
    signed = f"{b64(json.dumps(head).encode())}.{b64(json.dumps(claims).encode())}"
    return f"{signed}.{b64(hmac.new(key, signed.encode(), hashlib.sha256).digest()) if key else ''}"


def status_of(api, token: str) -> tuple[int, str]:
    with api.client(token) as http:
        answer = http.get("/me")
    return answer.status_code, answer.json().get("code", "")


def test_forged_tokens_are_nothing(whole, api, person):
    head, claims, signature = parts_of(person.token)
    later = {**claims, "exp": claims["exp"] + 1}
    forged = {
        "alg none": forge({**head, "alg": "none"}, claims),
        "alg None": forge({**head, "alg": "NONE"}, claims) + signature,
        "alg none, signed": forge({**head, "alg": "none"}, claims, b"x" * 32),
        "no alg": forge({"kid": head["kid"]}, claims, b"x" * 32),
        "another algorithm": forge({**head, "alg": "HS512"}, claims, b"x" * 32),
        "asymmetric": forge({**head, "alg": "RS256"}, claims, b"x" * 32),
        "unknown kid": forge({**head, "kid": uuid4().hex}, claims, b"x" * 32),
        "kid is a path": forge({**head, "kid": "../../../../dev/null"}, claims, b"\x00"),
        "kid is SQL": forge({**head, "kid": "' OR '1'='1"}, claims, b"x" * 32),
        "kid is a list": forge({**head, "kid": [head["kid"]]}, claims, b"x" * 32),
        "own key in the head": forge({**head, "jwk": {"kty": "oct", "k": b64(b"x" * 32)}}, claims, b"x" * 32),
        "empty key": forge(head, claims, b"\x00"),
        "other claims, old signature": forge(head, later) + signature,
        "signature cut": person.token[:-2],
        "four parts": person.token + ".x",
        "refresh token as access token": person.refresh_token,
        "2 MB": "a" * 60_000,
        "nested": forge({**head, "crit": ["exp"]}, claims, b"x" * 32),
    }
    said = {name: status_of(api, token) for name, token in forged.items()}
    assert set(said.values()) == {(401, "unauthenticated")}, said
    assert status_of(api, person.token)[0] == 200


def test_an_old_token_is_told_from_a_wrong_one(whole, api, person):
    aged = whole.mint(person, age_s=3601)
    assert status_of(api, aged.token) == (401, "token_expired")
    not_yet = whole.mint(person, age_s=-3600)
    assert status_of(api, not_yet.token) == (401, "unauthenticated")


def test_an_access_token_refreshes_nothing_and_one_of_another_service_neither(whole, api, person):
    head, claims, _ = parts_of(person.refresh_token)
    with api.client() as http:
        for token in (person.token, forge(head, claims, b"x" * 32), forge({**head, "alg": "none"}, claims), "", "x"):
            answer = http.post("/auth/refresh", json={"refresh_token": token})
            assert answer.status_code in {401, 422}


def test_a_refresh_token_that_comes_back_ends_its_family_everywhere(whole, api, other_api, person):
    victim = whole.mint(person)
    with api.client() as http:
        renewed = http.post("/auth/refresh", json={"refresh_token": victim.refresh_token}).json()
        assert status_of(other_api, renewed["access_token"])[0] == 200
        reused = http.post("/auth/refresh", json={"refresh_token": victim.refresh_token})
        assert (reused.status_code, reused.json()["code"]) == (401, "refresh_token_reused")
        dead = http.post("/auth/refresh", json={"refresh_token": renewed["refresh_token"]})
        assert dead.status_code == 401
    for process in (api, other_api):
        for token in (victim.token, renewed["access_token"]):
            _refused_soon(process, token)
    assert status_of(api, person.token)[0] == 200  # another session of the same person


def test_of_many_refreshes_at_once_one_wins_and_the_family_ends(whole, api, other_api, person):
    victim = whole.mint(person)

    def refresh(n):
        with (api, other_api)[n % 2].client() as http:
            return http.post("/auth/refresh", json={"refresh_token": victim.refresh_token}).status_code

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(refresh, range(8))) == [200] + [401] * 7


def _refused_soon(process, token, began=None):
    began = began or time.monotonic()
    wait_until(lambda: status_of(process, token)[0] == 401, within_s=HOLDS_S + LOAD_S, every_s=0.02)
    return time.monotonic() - began


def _revocations(whole, api, others, person):
    """(what was revoked, the token, how): each shown to be good in every process before."""
    session = whole.mint(person)
    with api.client(person) as http:
        made = http.post("/api-keys", json={"name": "short-lived"}).json()
        for process in others:
            assert status_of(process, session.token)[0] == status_of(process, made["key"])[0] == 200
        began = time.monotonic()
        assert http.delete(f"/api-keys/{made['id']}").status_code == 204
        _, claims, _ = parts_of(session.token)
        assert http.delete(f"/me/sessions/{claims['sid']}").status_code == 204
    return began, session.token, made["key"]


def test_what_is_revoked_is_refused_by_every_process_within_a_second(whole, api, other_api, person):
    began, *tokens = _revocations(whole, api, [api, other_api], person)
    for process in (api, other_api):
        for token in tokens:
            _refused_soon(process, token, began)


def test_signing_out_everywhere_ends_what_was_and_not_what_comes(whole, api, other_api, person):
    first, second = whole.mint(person), whole.mint(person)
    with other_api.client(first) as http:
        assert http.post("/auth/sign-out/all").status_code == 204
    for process in (api, other_api):
        for one in (first, second, person):
            _refused_soon(process, one.token)
    again = whole.mint(person)
    person.token, person.refresh_token = again.token, again.refresh_token
    assert status_of(api, person.token)[0] == 200


@pytest.mark.slow
def test_revocations_hold_also_while_the_cache_is_dead(lone, lone_valkey):
    lone.valkey_url = lone_valkey.url()
    one, two = lone.start_api(is_awaited=False), lone.start_api(is_awaited=False)
    one.wait_until_ready()
    two.wait_until_ready()
    person = lone.join(one)
    lone_valkey.kill()
    began, *tokens = _revocations(lone, one, [one, two], person)
    for process in (one, two):
        for token in tokens:
            _refused_soon(process, token, began)


# -- browsers


@pytest.fixture
def browser(api, person):
    with api.client(**ORIGIN) as http:
        answer = http.post("/auth/session", json={"email": person.email, "password": PASSWORD})
        assert answer.status_code == 204, answer.text
        http.cookie_headers = answer.headers.get_list("set-cookie")
        yield http


def test_cookies_are_out_of_every_scripts_reach(browser):
    assert len(browser.cookie_headers) == 2
    for cookie in browser.cookie_headers:
        attributes = {part.strip().lower() for part in cookie.split(";")[1:]}
        assert {"path=/", "httponly"} <= attributes
        assert attributes & {"samesite=lax", "samesite=strict"}
        assert not any(part.startswith("domain") for part in attributes)
    assert browser.get("/me").status_code == 200


@pytest.mark.parametrize(
    "origin",
    [None, "null", "https://evil.example", "http://127.0.0.1:8000.evil.example", "http://127.0.0.1:1", "HTTP://x"],
)
def test_no_foreign_page_changes_anything_by_a_browsers_cookies(api, browser, origin):
    del browser.headers["Origin"]
    headers = {} if origin is None else {"Origin": origin}
    for method, path, body in (
        ("POST", "/conversions", {"source": {"text": "x"}, "platforms": ["x"]}),
        ("PATCH", "/me", {"name": "Mallory"}),
        ("POST", "/api-keys", {"name": "mallory"}),
        ("POST", "/auth/sign-out", None),
        ("DELETE", "/auth/session", None),
        ("POST", "/auth/session/refresh", None),
    ):
        answer = browser.request(method, path, json=body, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (403, "wrong_origin"), path
    assert browser.get("/me").json()["name"] == "김하늘"
    browser.headers["Origin"] = PUBLIC_URL
    assert browser.post("/auth/session/refresh").status_code == 204


def test_a_browsers_token_never_comes_in_a_body_and_its_session_ends(api, browser, person):
    answer = browser.post("/auth/session/refresh")
    assert (answer.status_code, answer.content) == (204, b"")
    kept = dict(browser.cookies)
    gone = browser.delete("/auth/session")
    assert gone.status_code == 204
    assert all("max-age=0" in cookie.lower() for cookie in gone.headers.get_list("set-cookie"))
    with api.client(**ORIGIN) as http:
        http.cookies.update(kept)
        wait_until(lambda: http.get("/me").status_code == 401, within_s=HOLDS_S + LOAD_S)


@pytest.mark.slow
def test_over_an_origin_that_can_be_listened_to_no_browser_signs_in(whole, api, person):
    exposed = whole.start_api(NEWSFORGE_PUBLIC_URL="http://newsroom.example")
    credentials = {"email": person.email, "password": PASSWORD}
    with exposed.client(Origin="http://newsroom.example", Host="newsroom.example") as http:
        refused = http.post("/auth/session", json=credentials)
    assert (refused.status_code, refused.json()["code"]) == (403, "insecure_origin")
    assert "NEWSFORGE_PUBLIC_URL" in refused.json()["remedy"]
    assert "TLS" in refused.json()["remedy"]
    exposed.stop()
    # And by a name of this machine's that is not loopback, on the service that is set to loopback:
    with api.client(Origin="http://192.0.2.7:8000", Host="192.0.2.7:8000") as http:
        assert http.post("/auth/session", json=credentials).status_code == 403


@pytest.mark.slow
def test_over_https_cookies_belong_to_the_host_alone(whole, person):
    secure = whole.start_api(NEWSFORGE_PUBLIC_URL="https://newsroom.example", NEWSFORGE_TRUSTED_PROXIES="127.0.0.0/8")
    headers = {"Origin": "https://newsroom.example", "Host": "newsroom.example", "X-Forwarded-Proto": "https"}
    with secure.client(**headers) as http:
        answer = http.post("/auth/session", json={"email": person.email, "password": PASSWORD})
        cookies = answer.headers.get_list("set-cookie")
        assert answer.status_code == 204
        assert len(cookies) == 2
        for cookie in cookies:
            assert cookie.startswith("__Host-")
            assert "; Secure" in cookie
            assert "Path=/" in cookie
        assert "max-age" in answer.headers["strict-transport-security"]
    secure.stop()


def test_passwords_and_tokens_are_kept_as_hashes_alone(whole, person):
    kept = fetch_value(whole.database.admin_url, "SELECT password_hash FROM users WHERE email = $1", person.email)
    assert kept.startswith("$argon2id$")
    assert PASSWORD not in kept


def test_who_has_an_account_is_nobodys_business(whole, api):
    person = whole.join(api)
    with httpx2.Client(base_url=f"{api.url}/api/v1", timeout=60) as http:
        said = [
            http.post("/auth/sign-in", json={"email": email, "password": "a wrong long password"})
            for email in (person.email, f"{uuid4().hex}@example.com")
        ]
        forgotten = [
            http.post("/auth/password/forgot", json={"email": email})
            for email in (person.email, f"{uuid4().hex}@example.com")
        ]
    assert [answer.status_code for answer in said] == [401, 401]
    assert len({answer.json()["detail"] for answer in said}) == 1
    assert [answer.status_code for answer in forgotten] == [202, 202]
    assert forgotten[0].content == forgotten[1].content
