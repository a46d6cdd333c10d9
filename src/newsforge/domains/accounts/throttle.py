"""How often somebody may try, by address and by where they come from."""

from __future__ import annotations

import hashlib
import math
from typing import Final

from newsforge.domains.accounts.errors import TooManyAttempts
from newsforge.domains.accounts.ports import AttemptLimiter

_QUARTER_S: Final = 900.0
_HOUR_S: Final = 3600.0


class AttemptThrottle:
    """Keys hold no address: the limiter may be a store that others can look into."""

    def __init__(
        self, limiter: AttemptLimiter, *, per_address_and_ip: int = 10, per_ip: int = 100, mails_per_address: int = 5
    ) -> None:
        self._limiter = limiter
        self._per_address_and_ip = per_address_and_ip
        self._per_ip = per_ip
        self._mails = mails_per_address

    async def count_sign_in(self, *, address: str, ip: str) -> None:
        """Raise :class:`TooManyAttempts`. Not by the address alone: anybody could lock its owner out."""
        await self._count(f"signin:{ip}", limit=self._per_ip, period_s=_QUARTER_S)
        await self._count(f"signin:{_hash(address)}:{ip}", limit=self._per_address_and_ip, period_s=_QUARTER_S)

    async def count_sign_up(self, *, ip: str) -> None:
        """Raise :class:`TooManyAttempts`."""
        await self._count(f"signup:{ip}", limit=self._per_ip, period_s=_HOUR_S)

    async def may_mail(self, *, address: str) -> bool:
        """Whether this address may be sent one more letter that somebody else could have asked for. No error: that
        would tell who has an account."""
        wait_s = await self._limiter.take(f"mail:{_hash(address)}", limit=self._mails, period_s=_HOUR_S)
        return wait_s <= 0

    async def _count(self, key: str, *, limit: int, period_s: float) -> None:
        wait_s = await self._limiter.take(key, limit=limit, period_s=period_s)
        if wait_s > 0:
            raise TooManyAttempts(headers={"Retry-After": str(max(1, math.ceil(wait_s)))})


def _hash(address: str) -> str:
    return hashlib.sha256(address.encode()).hexdigest()[:32]
