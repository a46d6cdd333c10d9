import asyncio
import hashlib
import time
from datetime import timedelta

import pytest

from newsforge.domains.access.authentication import Credentials
from newsforge.domains.access.cookies import BrowserRules, InsecureOrigin, is_loopback
from newsforge.domains.access.errors import CredentialRevoked, TokenExpired, Unauthenticated, WrongOrigin
from newsforge.domains.access.ports import ApiKeyFacts
from newsforge.domains.access.revocations import revoke
from newsforge.kit.clock import utc_now
from newsforge.kit.http.errors import NotFound
from newsforge.kit.ids import new_id
from tests.support.access_door import until

SOON = timedelta(hours=2)


def bearer(token, **more):
    return Credentials(bearer=token.encode(), **more)


async def issued(door, user=None, session=None):
    return await door.mint.issue_access(user_id=user or new_id(), session_id=session or new_id())


async def test_the_second_time_nothing_is_awaited(door):
    user, session = new_id(), new_id()
    credentials = bearer(await issued(door, user, session))
    assert door.authenticator.authenticate_now(credentials) is None
    principal = await door.authenticator.authenticate(credentials)
    assert (principal.user_id, principal.session_id, principal.role, principal.credential) == (
        user, session, "owner", "jwt",
    )  # fmt: skip
    assert door.authenticator.authenticate_now(credentials) is principal
    assert door.directory.asked == 1


async def test_many_at_once_ask_once(door):
    credentials = bearer(await issued(door))
    found = await asyncio.gather(*(door.authenticator.authenticate(credentials) for _ in range(50)))
    assert len(set(found)) == 1
    assert door.directory.asked == 1


@pytest.mark.parametrize("kind", ["session", "user"])
async def test_revoked_also_when_known(door, kind):
    user, session_id = new_id(), new_id()
    credentials = bearer(await issued(door, user, session_id))
    await door.authenticator.authenticate(credentials)
    async with door.database.write() as session:
        await revoke(session, kind, session_id if kind == "session" else user, utc_now() + SOON)
    await until(lambda: door.authenticator.authenticate_now(credentials) is None)
    with pytest.raises(CredentialRevoked):
        await door.authenticator.authenticate(credentials)


async def test_a_revoked_user_may_sign_in_anew(door):
    user = new_id()
    async with door.database.write() as session:
        await revoke(session, "user", user, utc_now() + SOON)
    await until(lambda: user in door.revocations._users)
    await asyncio.sleep(0.01)
    await door.authenticator.authenticate(bearer(await issued(door, user)))


async def test_what_is_rolled_back_was_not_revoked(door):
    session_id = new_id()
    async with door.database.write() as session:
        await revoke(session, "session", session_id, utc_now() + SOON)
        await session.rollback()
    await asyncio.sleep(0.5)
    await door.authenticator.authenticate(bearer(await issued(door, session=session_id)))


async def test_a_lost_role_is_lost_at_once(door):
    user, workspace = new_id(), new_id()
    door.directory.members[user, workspace] = "editor"
    credentials = bearer(await issued(door, user), workspace=str(workspace).encode())
    assert (await door.authenticator.authenticate(credentials)).role == "editor"
    door.directory.members[user, workspace] = "viewer"
    async with door.database.write() as session:
        await revoke(session, "membership", user, utc_now() + SOON)
    await until(lambda: door.authenticator.authenticate_now(credentials) is None)
    assert (await door.authenticator.authenticate(credentials)).role == "viewer"
    del door.directory.members[user, workspace]
    async with door.database.write() as session:
        await revoke(session, "membership", workspace, utc_now() + SOON)
    await until(lambda: door.authenticator.authenticate_now(credentials) is None)
    with pytest.raises(NotFound):
        await door.authenticator.authenticate(credentials)


async def test_an_answer_that_was_asked_before_the_change_is_not_kept(door):
    user, workspace = new_id(), new_id()
    door.directory.members[user, workspace] = "editor"
    credentials = bearer(await issued(door, user), workspace=str(workspace).encode())
    go_on = asyncio.Event()
    find = door.directory.find_membership

    async def slow(user_id, workspace_id):
        found = await find(user_id, workspace_id)
        await go_on.wait()
        return found

    door.directory.find_membership = slow
    first = asyncio.create_task(door.authenticator.authenticate(credentials))
    await until(lambda: door.directory.asked == 1)
    async with door.database.write() as session:
        await revoke(session, "membership", user, utc_now() + SOON)
    await until(lambda: user in door.revocations._changed)
    second = asyncio.create_task(door.authenticator.authenticate(credentials))
    await asyncio.sleep(0.05)
    go_on.set()
    await asyncio.gather(first, second)
    assert door.authenticator.authenticate_now(credentials) is None


@pytest.mark.parametrize("header", ["nonsense", "0" * 32, "x" * 5000, "01900000-0000-7000-8000-000000000000"])
async def test_a_workspace_one_is_no_member_of(door, header):
    with pytest.raises(NotFound):
        await door.authenticator.authenticate(bearer(await issued(door), workspace=header.encode()))


async def test_a_person_who_is_gone(door):
    user = new_id()
    door.directory.gone.add(user)
    with pytest.raises(CredentialRevoked):
        await door.authenticator.authenticate(bearer(await issued(door, user)))


def api_key(door, **changes):
    key = b"nf_" + b"a" * 40
    facts = {
        "key_id": new_id(), "workspace_id": new_id(), "user_id": new_id(), "role": "viewer",
        "scopes": frozenset({"conversions:read", "conversions:write"}), "expires_at": None, "is_verified": True,
    }  # fmt: skip
    door.directory.keys[hashlib.sha256(key).digest()] = found = ApiKeyFacts(**{**facts, **changes})
    return key, found


async def test_an_api_key_can_do_no_more_than_its_maker(door):
    key, facts = api_key(door)
    principal = await door.authenticator.authenticate(Credentials(bearer=key))
    assert principal.scopes == {"conversions:read"}
    assert (principal.api_key_id, principal.session_id) == (facts.key_id, None)
    assert door.authenticator.authenticate_now(Credentials(bearer=key)) is principal
    with pytest.raises(NotFound):
        await door.authenticator.authenticate(Credentials(bearer=key, workspace=str(new_id()).encode()))


async def test_an_api_key_revoked_or_run_out(door):
    key, facts = api_key(door, expires_at=utc_now() - timedelta(seconds=1))
    with pytest.raises(Unauthenticated):
        await door.authenticator.authenticate(Credentials(bearer=key))
    key, facts = api_key(door, expires_at=utc_now() + SOON)
    await door.authenticator.authenticate(Credentials(bearer=key))
    async with door.database.write() as session:
        await revoke(session, "api_key", facts.key_id, utc_now() + SOON)
    await until(lambda: door.authenticator.authenticate_now(Credentials(bearer=key)) is None)
    with pytest.raises(CredentialRevoked):
        await door.authenticator.authenticate(Credentials(bearer=key))


async def test_an_api_key_or_a_refresh_token_is_no_cookie(door):
    key, _ = api_key(door)
    refresh = await door.mint.issue_refresh(user_id=new_id(), session_id=new_id(), generation=0)
    for cookie in (key, refresh.encode()):
        with pytest.raises(Unauthenticated):
            await door.authenticator.authenticate(Credentials(cookie=cookie))


def read(door, headers, method="GET"):
    return Credentials.of(headers, method=method, scheme="http", rules=door.rules)


@pytest.mark.parametrize("value", [b"Basic dXNlcjpwdw==", b"Bearer", b"Bearer ", b"", b"bearer\tx", b"Token x"])
async def test_other_authorization_never_falls_back_to_the_cookie(door, value):
    token = (await issued(door)).encode()
    headers = [(b"authorization", value), (b"cookie", b"newsforge_access=" + token)]
    with pytest.raises(Unauthenticated):
        await door.authenticator.authenticate(read(door, headers, "POST"))
    good = (b"authorization", b"Bearer " + token)
    with pytest.raises(Unauthenticated):
        await door.authenticator.authenticate(read(door, [good, good]))
    await door.authenticator.authenticate(read(door, [good]))


@pytest.mark.parametrize(
    ("origin", "is_let_in"),
    [
        (b"http://127.0.0.1:8000", True), (b"http://localhost:3000", False), (b"https://evil.example", False),
        (b"null", False), (None, False), (b"http://127.0.0.1:8000.evil.example", False), (b"", False),
        (b"http://127.0.0.1", False), (b"http://testserver", True),
    ],
)  # fmt: skip
async def test_a_cookie_changes_things_only_from_our_own_pages(door, origin, is_let_in):
    cookie = b"a=b; newsforge_access=" + (await issued(door)).encode() + b"; c=d"
    headers = [(b"cookie", cookie), (b"host", b"testserver")]
    if origin is not None:
        headers.append((b"origin", origin))
    await door.authenticator.authenticate(read(door, headers, "GET"))
    for method in ("POST", "PATCH", "PUT", "DELETE"):
        assert (door.authenticator.authenticate_now(read(door, headers, method)) is not None) is is_let_in
        if is_let_in:
            assert (await door.authenticator.authenticate(read(door, headers, method))).credential == "session"
        else:
            with pytest.raises(WrongOrigin):
                await door.authenticator.authenticate(read(door, headers, method))


async def test_expired_says_so(door):
    import time_machine

    token = await issued(door)
    credentials = bearer(token)
    await door.authenticator.authenticate(credentials)
    with time_machine.travel(time.time() + 3601):
        assert door.authenticator.authenticate_now(credentials) is None
        with pytest.raises(TokenExpired):
            await door.authenticator.authenticate(credentials)


@pytest.mark.parametrize(
    ("public_url", "host", "is_fine"),
    [
        ("https://news.example", "news.example", True),
        ("http://127.0.0.1:8000", "127.0.0.1:8000", True),
        ("http://localhost:8000", "[::1]:8000", True),
        ("http://127.0.0.1:8000", "192.168.0.7:8000", False),
        ("http://192.168.0.7:8000", "192.168.0.7:8000", False),
        ("http://news.example", "127.0.0.1", False),
        ("http://127.0.0.1:8000", "localhost.evil.example", False),
        ("http://127.0.0.1:8000", "", False),
    ],
)
def test_where_a_browser_may_sign_in(public_url, host, is_fine):
    rules = BrowserRules(public_url=public_url)
    origin = public_url if rules.is_secure else f"http://{host}"
    if is_fine:
        rules.check_sign_in(origin, scheme="http", host=host)
    else:
        with pytest.raises(InsecureOrigin, match="NEWSFORGE_PUBLIC_URL"):
            rules.check_sign_in(origin, scheme="http", host=host)


def test_cookies_over_https_belong_to_one_host_and_to_no_script():
    secure = BrowserRules(public_url="https://news.example")
    for cookie in (*secure.set_cookies(access="a", refresh="r"), *secure.clear_cookies()):
        name, *attributes = cookie.split("; ")
        assert name.startswith("__Host-")
        assert {"Path=/", "HttpOnly", "Secure"} <= set(attributes)
        assert not any(attribute.startswith("Domain") for attribute in attributes)
    access, refresh = secure.set_cookies(access="a", refresh="r")
    assert "SameSite=Lax" in access
    assert "SameSite=Strict" in refresh
    plain = BrowserRules(public_url="http://127.0.0.1:8000")
    assert not any("Secure" in cookie or "__Host-" in cookie for cookie in plain.set_cookies(access="a", refresh="r"))


@pytest.mark.parametrize(
    ("host", "expected"),
    [("localhost", True), ("a.localhost:1", True), ("127.9.9.9", True), ("[::1]", True), ("::1]", False),
     ("127.0.0.1.nip.io", False), ("10.0.0.1", False), ("", False), ("0.0.0.0", False)],
)  # fmt: skip
def test_loopback(host, expected):
    assert is_loopback(host) is expected
