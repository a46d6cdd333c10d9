"""Taking tokens of a key from Valkey in small batches, and giving back those that were not used."""

from __future__ import annotations

from typing import NamedTuple

from newsforge.kit.limits.quota import Quota
from newsforge.kit.valkey import Script, ValkeyConnection

# Whole microseconds: Lua's numbers hold those of a date exactly. The clock is Valkey's, the same for all processes.
_NOW = """
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local tat = math.max(tonumber(redis.call('GET', KEYS[1]) or 0), now)
local interval = tonumber(ARGV[1])
local function keep()
  if tat > now then
    redis.call('SET', KEYS[1], string.format('%.0f', tat), 'PX', math.ceil((tat - now) / 1000))
  else
    redis.call('DEL', KEYS[1])
  end
end
"""
# Half of what is left at most, so that the last tokens are shared out among the processes.
_TAKE = Script(
    _NOW
    + """
local tolerance, cost, wanted = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local left = math.floor((tolerance - (tat - now)) / interval)
if left < cost then
  return {0, left, string.format('%.0f', tat + cost * interval - tolerance - now)}
end
local granted = math.max(cost, math.min(wanted, math.floor(left / 2)))
tat = tat + granted * interval
keep()
return {granted, left - granted, '0'}
"""
)
_GIVE_BACK = Script(
    _NOW
    + """
tat = math.max(now, tat - tonumber(ARGV[2]) * interval)
keep()
return 1
"""
)


class Grant(NamedTuple):
    tokens: int
    #: What stays in Valkey for everybody.
    left: int
    #: When nothing was granted: until it would be, if nobody else took it.
    retry_after_s: float


class Leases:
    """Raises ``ValkeyDown``."""

    def __init__(self, connection: ValkeyConnection, space: str) -> None:
        self._connection = connection
        self._prefix = f"{space}:limit:"

    async def take(self, key: str, quota: Quota, *, cost: int, wanted: int) -> Grant:
        """At least ``cost`` tokens, and up to ``wanted``, or none."""
        interval = _interval_us(quota)
        tokens, left, retry_after_us = await self._connection.run(
            _TAKE, (self._prefix + key,), interval, interval * quota.burst, cost, wanted
        )
        return Grant(tokens, left, int(retry_after_us) / 1_000_000)

    async def give_back(self, key: str, quota: Quota, tokens: int) -> None:
        await self._connection.run(_GIVE_BACK, (self._prefix + key,), _interval_us(quota), tokens)


def _interval_us(quota: Quota) -> int:
    return -(-quota.interval_ns // 1000)
