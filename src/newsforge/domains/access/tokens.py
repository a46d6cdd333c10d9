"""Access and refresh tokens: JWT, HS256 and nothing else, each saying which kind it is.

A verified token need not be verified again: :meth:`TokenMint.read` keeps what it found under the token's hash, and on
each use asks only the clock (revocation is asked by :mod:`newsforge.domains.access.authentication`).
"""

from __future__ import annotations

import hashlib
import math
import secrets
import time
from dataclasses import dataclass
from typing import Any, Final, Literal
from uuid import UUID

from joserfc import jwt
from joserfc.errors import JoseError

from newsforge.domains.access.errors import TokenExpired, Unauthenticated
from newsforge.domains.access.keys import KeyRing

TokenKind = Literal["access", "refresh"]

ACCESS_TTL_S: Final = 3600
REFRESH_TTL_S: Final = 30 * 24 * 3600
MAX_TOKEN_BYTES: Final = 2048
_ALGORITHMS: Final = ("HS256",)
#: How far the clocks of two of the service's machines may be apart.
_MAX_SKEW_S: Final = 30
_MAX_KEPT: Final = 20_000
#: What a hostile token can make of its reader; all of it means "none of ours".
_UNREADABLE: Final = (JoseError, ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError)


class UnknownKey(Unauthenticated):
    """Perhaps of a key that another process has just made: see :meth:`TokenMint.read_or_learn`."""

    def __init__(self, kid: str) -> None:
        super().__init__()
        self.kid = kid


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenClaims:
    """Times are seconds since 1970. ``generation`` is a refresh token's place in its family (else 0)."""

    user_id: UUID
    session_id: UUID
    issued_at: float
    expires_at: float
    generation: int


class TokenMint:
    """``issuer`` is the service's public address; tokens of another one do not count here."""

    def __init__(self, ring: KeyRing, *, issuer: str, audience: str = "newsforge") -> None:
        self._ring = ring
        self._issuer = issuer
        self._audience = audience
        self._kept: dict[bytes, TokenClaims] = {}

    async def issue_access(self, *, user_id: UUID, session_id: UUID) -> str:
        return await self._issue("access", user_id=user_id, session_id=session_id, ttl_s=ACCESS_TTL_S, more={})

    async def issue_refresh(self, *, user_id: UUID, session_id: UUID, generation: int) -> str:
        return await self._issue(
            "refresh", user_id=user_id, session_id=session_id, ttl_s=REFRESH_TTL_S, more={"gen": generation}
        )

    async def read_or_learn(self, token: str | bytes, kind: TokenKind) -> TokenClaims:
        """As :meth:`read`; a key id that is not known here is looked for in the database, once."""
        try:
            return self.read(token, kind)
        except UnknownKey as unknown:
            if await self._ring.learn(unknown.kid) is None:
                raise
        return self.read(token, kind)

    def read(self, token: str | bytes, kind: TokenKind) -> TokenClaims:
        """Raise :class:`TokenExpired`, :class:`UnknownKey`, or :class:`Unauthenticated` for all that is not exactly
        one of our tokens of this kind."""
        if len(token) > MAX_TOKEN_BYTES:
            raise Unauthenticated
        try:
            raw = token.encode("ascii") if isinstance(token, str) else token
        except UnicodeEncodeError:
            raise Unauthenticated from None
        # The kind is part of what is hashed, so that no token is ever found as one of the other kind.
        digest = hashlib.sha256(kind.encode() + b" " + raw).digest()
        claims = self._kept.get(digest)
        if claims is None:
            claims = self._verify(raw, kind)
            if len(self._kept) >= _MAX_KEPT:
                self._drop_oldest()
            self._kept[digest] = claims
        if claims.expires_at <= time.time():
            self._kept.pop(digest, None)
            raise TokenExpired
        return claims

    def _verify(self, raw: bytes, kind: TokenKind) -> TokenClaims:
        try:
            token = jwt.decode(raw, self._find_key, algorithms=list(_ALGORITHMS))
            return self._check(token.claims, kind)
        except Unauthenticated:
            raise
        except _UNREADABLE:
            raise Unauthenticated from None

    def _find_key(self, parsed: Any) -> Any:
        kid = parsed.headers()["kid"]
        if not isinstance(kid, str) or len(kid) > 64:
            raise Unauthenticated
        found = self._ring.find(kid)
        if found is None:
            raise UnknownKey(kid)
        return found.key

    def _check(self, claims: dict[str, Any], kind: TokenKind) -> TokenClaims:
        if (claims["iss"], claims["aud"], claims["typ"]) != (self._issuer, self._audience, kind):
            raise Unauthenticated
        issued_at, expires_at = _time(claims["iat"]), _time(claims["exp"])
        if issued_at > time.time() + _MAX_SKEW_S:
            raise Unauthenticated
        generation = claims["gen"] if kind == "refresh" else 0
        if type(generation) is not int or not 0 <= generation < 2**31:
            raise Unauthenticated
        return TokenClaims(
            user_id=UUID(claims["sub"]),
            session_id=UUID(claims["sid"]),
            issued_at=issued_at,
            expires_at=expires_at,
            generation=generation,
        )

    async def _issue(
        self, kind: TokenKind, *, user_id: UUID, session_id: UUID, ttl_s: int, more: dict[str, Any]
    ) -> str:
        signing = await self._ring.get_signing_key()
        now = time.time()
        claims = {
            "iss": self._issuer,
            "aud": self._audience,
            "sub": str(user_id),
            "sid": str(session_id),
            "iat": round(now, 3),
            "exp": int(now) + ttl_s,
            "jti": secrets.token_hex(8),
            "typ": kind,
            **more,
        }
        return jwt.encode({"alg": "HS256", "kid": signing.kid}, claims, signing.key, algorithms=list(_ALGORITHMS))

    def _drop_oldest(self) -> None:
        """A tenth at a time, the first to come in."""
        for digest in list(self._kept)[: _MAX_KEPT // 10]:
            del self._kept[digest]


def _time(value: object) -> float:
    # Not isinstance: true is an int. NaN would be before and after nothing.
    if type(value) not in {int, float} or not math.isfinite(value):  # type: ignore[arg-type]
        raise Unauthenticated
    return float(value)  # type: ignore[arg-type]
