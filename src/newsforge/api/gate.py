"""Who is asking, how often they may, and the one read that is worth a way of its own.

Before the framework is reached, the gate finds the principal (from process copies, nearly always without waiting),
counts the request against its limit, and answers a read of a conversion that this process holds ready. What it finds
it leaves in the request's state, where :mod:`newsforge.domains.access.dependencies` takes it from.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final

from newsforge.api.addresses import ClientAddresses
from newsforge.api.asgi import Application, Headers, Receive, Scope, Send, respond, state_of
from newsforge.api.hot_reads import HotReads
from newsforge.api.problems import render
from newsforge.domains.access.authentication import Authenticator, Credentials
from newsforge.domains.access.principal import Principal
from newsforge.kit.http.errors import ServiceError
from newsforge.kit.limits import Decision, Limiter, Quota

_API: Final = "/api/"
#: Probes of a load balancer come often and cost nothing.
_UNCOUNTED: Final = ("/api/v1/health",)


class TooManyRequests(ServiceError):
    status = 429
    code = "rate_limited"


class Gate:
    def __init__(
        self,
        app: Application,
        *,
        authenticator: Authenticator,
        limiter: Limiter,
        addresses: ClientAddresses,
        hot_reads: HotReads,
        per_principal: Quota,
        per_address: Quota,
        on_api_key: Callable[[Principal], None],
    ) -> None:
        self._app = app
        self._authenticator = authenticator
        self._limiter = limiter
        self._addresses = addresses
        self._hot_reads = hot_reads
        self._per_principal = per_principal
        self._per_address = per_address
        self._on_api_key = on_api_key
        self._policies = {quota: _policy(quota) for quota in (per_principal, per_address)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(_API):
            await self._app(scope, receive, send)
            return
        state = state_of(scope)
        address = state["client_address"] = self._addresses.of(scope)
        state["is_secure"] = self._addresses.is_secure(scope)
        self._addresses.take_host(scope)
        if scope["path"].startswith(_UNCOUNTED):
            await self._app(scope, receive, send)
            return
        who = await self._find(scope)
        state["principal"] = who
        if isinstance(who, Principal):
            key, quota = who.limit_key, self._per_principal
            if who.api_key_id is not None:
                self._on_api_key(who)
        else:
            # Also whoever guesses at credentials.
            key, quota = f"address:{address}", self._per_address
        decision = self._limiter.decide_now(key, quota)
        if decision is None:
            decision = await self._limiter.decide(key, quota)
        extra: Headers = state["headers"]
        extra.append(self._policies[quota])
        # The window moves in slots, so the last of it may take half a second longer than the period that is told.
        reset_s = math.ceil(min(decision.reset_s, quota.period_s))
        extra.append((b"ratelimit", b'"default";r=%d;t=%d' % (decision.remaining, reset_s)))
        if not decision.allowed:
            await respond(send, *render(_refusal(decision, quota), scope))
            return
        if isinstance(who, Principal) and scope["method"] == "GET":
            ready = self._hot_reads.find(scope, who)
            if ready is not None:
                await respond(send, *ready)
                return
        await self._app(scope, receive, send)

    async def _find(self, scope: Scope) -> Principal | ServiceError | None:
        credentials = Credentials.of(
            scope["headers"],
            method=scope["method"],
            scheme="https" if state_of(scope)["is_secure"] else "http",
            rules=self._authenticator.rules,
        )
        if credentials.is_empty:
            return None
        found = self._authenticator.authenticate_now(credentials)
        if found is not None:
            return found
        try:
            return await self._authenticator.authenticate(credentials)
        except ServiceError as error:
            return error


def _policy(quota: Quota) -> tuple[bytes, bytes]:
    return b"ratelimit-policy", b'"default";q=%d;w=%d' % (quota.limit, math.ceil(quota.period_s))


def _refusal(decision: Decision, quota: Quota) -> TooManyRequests:
    wait_s = max(1, math.ceil(decision.retry_after_s))
    return TooManyRequests(
        f"More than {quota.limit} requests in {quota.period_s:g} seconds.",
        remedy=f"Wait {wait_s} s (Retry-After), and follow the RateLimit header.",
        headers={"Retry-After": str(wait_s)},
    )
