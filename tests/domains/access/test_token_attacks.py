"""Attacks on tokens first; then that honest ones come back as they were issued."""

import base64
import json
import time

import pytest
import time_machine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

from newsforge.domains.access.errors import TokenExpired, Unauthenticated
from newsforge.domains.access.tokens import ACCESS_TTL_S, MAX_TOKEN_BYTES, UnknownKey
from newsforge.kit.ids import new_id
from tests.support.access_door import ISSUER


def part(value) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


def claims_of(**changes):
    now = time.time()
    claims = {
        "iss": ISSUER, "aud": "newsforge", "sub": str(new_id()), "sid": str(new_id()),
        "iat": now, "exp": int(now) + 60, "jti": "x", "typ": "access",
    }  # fmt: skip
    return {name: value for name, value in {**claims, **changes}.items() if value is not None}


async def signed(door, *, header=None, **changes):
    key = await door.ring.get_signing_key()
    return jwt.encode({"alg": "HS256", "kid": key.kid, **(header or {})}, claims_of(**changes), key.key)


async def test_a_token_of_our_own_making_is_accepted_at_all(door):
    door.mint.read(await signed(door), "access")


@pytest.mark.parametrize("alg", ["none", "None", "NONE", "HS384", "HS512", "RS256", "", None, 7, ["HS256"]])
async def test_no_other_algorithm(door, alg):
    key = await door.ring.get_signing_key()
    real = await signed(door)
    for signature in ("", real.rsplit(".", 1)[1]):
        token = f"{part({'alg': alg, 'kid': key.kid})}.{part(claims_of())}.{signature}"
        with pytest.raises(Unauthenticated):
            door.mint.read(token, "access")


async def test_a_longer_hmac_by_the_right_key_is_refused(door):
    key = await door.ring.get_signing_key()
    token = jwt.encode({"alg": "HS512", "kid": key.kid}, claims_of(), key.key, algorithms=["HS512"])
    with pytest.raises(Unauthenticated):
        door.mint.read(token, "access")


async def test_a_public_key_does_not_pass_for_a_secret(door):
    key = await door.ring.get_signing_key()
    theirs = RSAKey.generate_key(2048)
    token = jwt.encode({"alg": "RS256", "kid": key.kid}, claims_of(), theirs)
    with pytest.raises(Unauthenticated):
        door.mint.read(token, "access")
    header = {"alg": "HS256", "kid": key.kid, "jwk": {"kty": "oct", "k": "c2VjcmV0LXRoYXQtaS1rbm93LXZlcnktd2VsbC0h"}}
    known = OctKey.import_key(b"secret-that-i-know-very-well-!!!")
    with pytest.raises(Unauthenticated):
        door.mint.read(jwt.encode(header, claims_of(), known), "access")


@pytest.mark.parametrize("kid", ["0" * 16, "../../etc/passwd", "' OR 1=1 --", "", "k" * 65, None, 3, {"a": 1}])
async def test_a_wrong_key_id(door, kid):
    real = await signed(door)
    token = f"{part({'alg': 'HS256', 'kid': kid})}.{'.'.join(real.split('.')[1:])}"
    with pytest.raises(Unauthenticated):
        door.mint.read(token, "access")
    with pytest.raises(Unauthenticated):
        await door.mint.read_or_learn(token, "access")


async def test_made_up_key_ids_do_not_flood_the_database(door, monkeypatch):
    asked = 0
    reload = door.ring._reload

    async def counted():
        nonlocal asked
        asked += 1
        await reload()

    monkeypatch.setattr(door.ring, "_reload", counted)
    for number in range(50):
        token = f"{part({'alg': 'HS256', 'kid': f'made-up-{number}'})}.{part(claims_of())}.AAAA"
        with pytest.raises(UnknownKey):
            await door.mint.read_or_learn(token, "access")
    assert asked <= 2


@pytest.mark.parametrize(
    "changes",
    [
        {"typ": "refresh"}, {"typ": None}, {"iss": "https://evil.example"}, {"iss": None}, {"aud": "other"},
        {"aud": ["newsforge"]}, {"sub": "nobody"}, {"sub": None}, {"sid": 7}, {"iat": time.time() + 3600},
        {"iat": "yesterday"}, {"iat": None}, {"iat": True}, {"exp": None}, {"exp": "never"}, {"exp": True},
        {"iat": float("inf")}, {"exp": float("nan")},
    ],
)  # fmt: skip
async def test_well_signed_and_wrong_all_the_same(door, changes):
    with pytest.raises(Unauthenticated):
        door.mint.read(await signed(door, **changes), "access")


@pytest.mark.parametrize("header", [{"crit": ["exp"], "exp": 1}, {"b64": False, "crit": ["b64"]}, {"zip": "DEF"}])
async def test_headers_that_ask_for_something_else_do_not_bring_down_the_reader(door, header):
    key = await door.ring.get_signing_key()
    token = f"{part({'alg': 'HS256', 'kid': key.kid, **header})}.{part(claims_of())}.AAAA"
    with pytest.raises(Unauthenticated):
        door.mint.read(token, "access")


async def test_kinds_do_not_stand_in_for_each_other(door):
    access = await door.mint.issue_access(user_id=new_id(), session_id=new_id())
    refresh = await door.mint.issue_refresh(user_id=new_id(), session_id=new_id(), generation=1)
    door.mint.read(access, "access")
    door.mint.read(refresh, "refresh")
    for token, kind in ((access, "refresh"), (refresh, "access")):
        with pytest.raises(Unauthenticated):
            door.mint.read(token, kind)


async def test_run_out_also_when_it_was_verified_before(door):
    with time_machine.travel(time.time(), tick=False) as clock:
        token = await door.mint.issue_access(user_id=new_id(), session_id=new_id())
        door.mint.read(token, "access")
        clock.shift(ACCESS_TTL_S - 1)
        door.mint.read(token, "access")
        clock.shift(1)
        with pytest.raises(TokenExpired):
            door.mint.read(token, "access")


async def test_oversize_tokens_are_not_even_looked_at(door):
    token = await signed(door, more="x" * MAX_TOKEN_BYTES)
    with pytest.raises(Unauthenticated):
        door.mint.read(token, "access")


@given(st.one_of(st.text(max_size=300), st.binary(max_size=300)))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
def test_anything_else_is_unauthenticated_and_nothing_worse(nonsense):
    mint = _EMPTY
    with pytest.raises(Unauthenticated):
        mint.read(nonsense, "access")


@given(st.integers(min_value=0, max_value=1200), st.sampled_from("[{"))
def test_deep_nesting_is_unauthenticated(depth, bracket):
    header = base64.urlsafe_b64encode((bracket * depth).encode()).decode().rstrip("=")
    with pytest.raises(Unauthenticated):
        _EMPTY.read(f"{header}.e30.AAAA", "access")


@given(user=st.uuids(), session=st.uuids(), generation=st.integers(0, 2**31 - 1), flipped=st.integers(min_value=0))
@settings(max_examples=100)
def test_round_trip_and_one_changed_character(user, session, generation, flipped):
    import asyncio

    mint = _mint_of(OctKey.import_key(b"s" * 32))
    token = asyncio.run(mint.issue_refresh(user_id=user, session_id=session, generation=generation))
    claims = mint.read(token, "refresh")
    assert (claims.user_id, claims.session_id, claims.generation) == (user, session, generation)
    # The last character of a part holds bits that mean nothing; leave those alone.
    places = [at for at in range(len(token)) if token[at] != "." and token[at + 1 : at + 2] not in {".", ""}]
    place = places[flipped % len(places)]
    changed = token[:place] + ("A" if token[place] != "A" else "B") + token[place + 1 :]
    with pytest.raises(Unauthenticated):
        mint.read(changed, "refresh")


class _OneKey:
    def __init__(self, key):
        from newsforge.domains.access.keys import VerificationKey

        self.key = VerificationKey("one", key)

    def find(self, kid):
        return self.key if kid == "one" else None

    async def get_signing_key(self):
        return self.key


def _mint_of(key):
    from newsforge.domains.access.tokens import TokenMint

    return TokenMint(_OneKey(key), issuer=ISSUER)


_EMPTY = _mint_of(OctKey.import_key(b"s" * 32))
