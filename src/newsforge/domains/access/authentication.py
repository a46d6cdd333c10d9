"""From what a request carries to a principal.

The way most requests take (:meth:`Authenticator.authenticate_now`) reads copies in this process and waits for nothing:
one hash, one look-up, and on each use the clock, the revocations and the changes of memberships.
"""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections.abc import Coroutine, Iterable
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from newsforge.domains.access.cookies import SAFE_METHODS, BrowserRules
from newsforge.domains.access.errors import CredentialRevoked, TokenExpired, Unauthenticated, WrongOrigin
from newsforge.domains.access.ports import ApiKeyFacts, Directory, MembershipFacts
from newsforge.domains.access.principal import ROLE_SCOPES, Credential, Principal
from newsforge.domains.access.revocations import Revocations
from newsforge.domains.access.tokens import MAX_TOKEN_BYTES, TokenMint
from newsforge.kit.http.errors import NotFound

API_KEY_PREFIX: Final = b"nf_"
#: How long what the directory says is believed, unless a revocation says otherwise first.
FACTS_TTL_S: Final = 30.0
_MAX_KEPT: Final = 20_000
#: As long as the longest way to write a UUID, and one more.
_MAX_WORKSPACE_BYTES: Final = 46


@dataclass(slots=True)
class Credentials:
    """What a request carries, as bytes. ``bearer`` and ``cookie`` are the token itself; a bearer goes before a cookie.
    ``is_malformed``: an ``Authorization`` header that is no bearer's."""

    bearer: bytes | None = None
    cookie: bytes | None = None
    workspace: bytes = b""
    method: str = "GET"
    origin: bytes | None = None
    host: bytes = b""
    scheme: str = "http"
    is_malformed: bool = False

    @classmethod
    def of(
        cls, headers: Iterable[tuple[bytes, bytes]], *, method: str, scheme: str, rules: BrowserRules
    ) -> Credentials:
        """``headers`` as ASGI servers give them: names in lower case."""
        found = cls(method=method, scheme=scheme)
        for name, value in headers:
            if name == b"authorization":
                if found.bearer is not None or value[:7].lower() != b"bearer ":
                    found.is_malformed = True
                found.bearer = value[7:].strip()
                found.is_malformed = found.is_malformed or not found.bearer
            elif name == b"cookie":
                found.cookie = found.cookie or find_cookie(value, rules.access_prefix)
            elif name == b"newsforge-workspace":
                found.workspace = value
            elif name == b"origin":
                found.origin = value
            elif name == b"host":
                found.host = value
        return found

    @property
    def is_empty(self) -> bool:
        """Nobody in particular is asking."""
        return self.bearer is None and self.cookie is None and not self.is_malformed


@dataclass(frozen=True, slots=True)
class _Known:
    """``subject_id`` is the session or the API key. ``issued_at`` and ``expires_at`` are by the wall clock, the rest by
    the monotonic one."""

    principal: Principal
    subject_id: UUID | None
    issued_at: float
    expires_at: float
    asked_at: float
    believed_until: float


class Authenticator:
    def __init__(self, *, mint: TokenMint, revocations: Revocations, directory: Directory, rules: BrowserRules) -> None:
        self.rules = rules
        self._mint = mint
        self._revocations = revocations
        self._directory = directory
        self._known: dict[tuple[bytes, bytes, bool], _Known] = {}
        self._asking: dict[object, tuple[float, asyncio.Task[Any]]] = {}

    def authenticate_now(self, credentials: Credentials) -> Principal | None:
        """None means: await :meth:`authenticate`, which also says what is wrong."""
        token = credentials.bearer
        if token is None:
            token = credentials.cookie
            if token is None or not self._may_use_cookie(credentials):
                return None
        revocations = self._revocations
        if credentials.is_malformed or not revocations.is_fresh():
            return None
        known = self._known.get((_sha256(token).digest(), credentials.workspace, credentials.bearer is None))
        if known is None or known.expires_at <= time.time() or known.believed_until <= time.monotonic():
            return None
        principal = known.principal
        if revocations.has_revoked(known.subject_id, principal.user_id, known.issued_at):
            return None
        if revocations.has_changed(principal.user_id, principal.workspace_id, known.asked_at):
            return None
        return principal

    async def authenticate(self, credentials: Credentials) -> Principal:
        """Raise :class:`Unauthenticated`, :class:`TokenExpired`, :class:`CredentialRevoked`, :class:`WrongOrigin`;
        :class:`NotFound` for a workspace that the person is no member of; ``DatabaseBusy`` when nobody can tell."""
        found = self.authenticate_now(credentials)
        if found is not None:
            return found
        token = credentials.bearer or credentials.cookie
        if token is None or credentials.is_malformed or len(token) > MAX_TOKEN_BYTES:
            raise _unauthenticated()
        if credentials.bearer is None and not self._may_use_cookie(credentials):
            raise WrongOrigin
        workspace_id = _workspace_id(credentials.workspace)
        if token.startswith(API_KEY_PREFIX) and credentials.bearer is not None:
            known = await self._know_key(token, workspace_id)
        else:
            known = await self._know_session(token, workspace_id, is_cookie=credentials.bearer is None)
        await self._check_revoked(known)
        if len(self._known) >= _MAX_KEPT:
            for key in list(self._known)[: _MAX_KEPT // 10]:
                del self._known[key]
        self._known[_key(token, credentials)] = known
        return known.principal

    async def _know_session(self, token: bytes, workspace_id: UUID | None, *, is_cookie: bool) -> _Known:
        try:
            claims = await self._mint.read_or_learn(token, "access")
        except TokenExpired:
            raise
        except Unauthenticated:
            raise _unauthenticated() from None
        facts: MembershipFacts | None
        facts, asked_at = await self._ask_once(
            (claims.user_id, workspace_id), self._directory.find_membership(claims.user_id, workspace_id)
        )
        if facts is None:
            if workspace_id is None:
                raise CredentialRevoked  # the person is gone
            raise NotFound
        credential: Credential = "session" if is_cookie else "jwt"
        principal = Principal(
            user_id=claims.user_id,
            workspace_id=facts.workspace_id,
            role=facts.role,
            scopes=ROLE_SCOPES[facts.role],
            credential=credential,
            session_id=claims.session_id,
            is_verified=facts.is_verified,
        )
        return _Known(
            principal, claims.session_id, claims.issued_at, claims.expires_at, asked_at, asked_at + FACTS_TTL_S
        )

    async def _know_key(self, token: bytes, workspace_id: UUID | None) -> _Known:
        digest = hashlib.sha256(token).digest()
        facts: ApiKeyFacts | None
        facts, asked_at = await self._ask_once(digest, self._directory.find_api_key(digest))
        if facts is None:
            raise _unauthenticated()
        if workspace_id not in {None, facts.workspace_id}:
            raise NotFound
        principal = Principal(
            user_id=facts.user_id,
            workspace_id=facts.workspace_id,
            role=facts.role,
            scopes=facts.scopes & ROLE_SCOPES[facts.role],
            credential="api_key",
            api_key_id=facts.key_id,
            is_verified=facts.is_verified,
        )
        expires_at = facts.expires_at.timestamp() if facts.expires_at else float("inf")
        if expires_at <= time.time():
            raise _unauthenticated()
        # An API key outlives its maker's sessions: only its own revocation, or its maker's leaving, ends it.
        return _Known(principal, facts.key_id, float("inf"), expires_at, asked_at, asked_at + FACTS_TTL_S)

    async def _check_revoked(self, known: _Known) -> None:
        user_id = known.principal.user_id
        if self._revocations.is_fresh():
            is_revoked = self._revocations.has_revoked(known.subject_id, user_id, known.issued_at)
        else:
            is_revoked = await self._revocations.ask(known.subject_id, user_id, known.issued_at)
        if is_revoked:
            raise CredentialRevoked(headers={"WWW-Authenticate": 'Bearer error="invalid_token"'})

    def _may_use_cookie(self, credentials: Credentials) -> bool:
        if credentials.method in SAFE_METHODS:
            return True
        origin = None if credentials.origin is None else credentials.origin.decode("latin-1")
        return self.rules.allows(origin, scheme=credentials.scheme, host=credentials.host.decode("latin-1"))

    async def _ask_once(self, key: object, question: Coroutine[Any, Any, Any]) -> tuple[Any, float]:
        """The answer, and when it was asked for (monotonic): requests that come meanwhile share it, and what changed
        after that moment was perhaps not yet in it."""
        if key in self._asking:
            question.close()
        else:
            self._asking[key] = time.monotonic(), asyncio.create_task(question)
            self._asking[key][1].add_done_callback(lambda _: self._asking.pop(key, None))
        asked_at, task = self._asking[key]
        return await asyncio.shield(task), asked_at


_sha256: Final = hashlib.sha256


def _key(token: bytes, credentials: Credentials) -> tuple[bytes, bytes, bool]:
    return hashlib.sha256(token).digest(), credentials.workspace, credentials.bearer is None


def find_cookie(header: bytes, prefix: bytes) -> bytes | None:
    """``prefix`` is the name with its ``=``."""
    for part in header.split(b";"):
        cookie = part.strip()
        if cookie.startswith(prefix):
            return cookie[len(prefix) :] or None
    return None


def _workspace_id(header: bytes) -> UUID | None:
    if not header:
        return None
    try:
        return UUID(header[:_MAX_WORKSPACE_BYTES].decode("ascii"))
    except ValueError:
        raise NotFound("The NewsForge-Workspace header holds no workspace's id.") from None


def _unauthenticated() -> Unauthenticated:
    return Unauthenticated(headers={"WWW-Authenticate": "Bearer"})
