"""Taking tokens of a key from Valkey in small batches, and giving back those that were not used."""

from __future__ import annotations

import math
from typing import NamedTuple

from newsforge.kit.limits.quota import Quota
from newsforge.kit.valkey import Script, ValkeyConnection

# A hash of slot to tokens. The clock is Valkey's, the same for all processes, in whole microseconds: Lua's numbers hold
# those of a date exactly. The window is longer than the period by the time that a token may lie unused in a process.
_COUNT = """
local slot_us, window = tonumber(ARGV[1]), tonumber(ARGV[2])
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local slot = math.floor(now / slot_us)
local held, total = {}, 0
local entries = redis.call('HGETALL', KEYS[1])
for i = 1, #entries, 2 do
  local at, count = tonumber(entries[i]), tonumber(entries[i + 1])
  if at <= slot - window then
    redis.call('HDEL', KEYS[1], entries[i])
  else
    total = total + count
    held[#held + 1] = {at, count}
  end
end
"""
# Half of what is left at most, so that the last tokens are shared out among the processes.
_TAKE = Script(
    _COUNT
    + """
local limit, cost, wanted = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local left = limit - total
if left < cost then
  table.sort(held, function(a, b) return a[1] < b[1] end)
  local freed = left
  for _, one in ipairs(held) do
    freed = freed + one[2]
    if freed >= cost then
      return {0, left, string.format('%.0f', (one[1] + window) * slot_us - now), '0'}
    end
  end
  return {0, left, '-1', '0'}
end
local granted = math.max(cost, math.min(wanted, math.floor(left / 2)))
local name = string.format('%.0f', slot)
redis.call('HINCRBY', KEYS[1], name, granted)
redis.call('PEXPIRE', KEYS[1], math.ceil(window * slot_us / 1000))
return {granted, left - granted, '0', name}
"""
)
_GIVE_BACK = Script(
    """
if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 1 then
  if redis.call('HINCRBY', KEYS[1], ARGV[1], -tonumber(ARGV[2])) <= 0 then
    redis.call('HDEL', KEYS[1], ARGV[1])
  end
end
return 1
"""
)


class Grant(NamedTuple):
    tokens: int
    #: What stays in Valkey for everybody.
    left: int
    #: When nothing was granted: until it would be, if nobody else took it.
    retry_after_s: float
    #: When the tokens were taken, for giving them back.
    slot: str


class Leases:
    """Raises ``ValkeyDown``. A token may be used for ``lease_s`` after it was asked for."""

    def __init__(self, connection: ValkeyConnection, space: str, *, lease_s: float) -> None:
        self._connection = connection
        self._prefix = f"{space}:window:"
        self._lease_s = lease_s

    async def take(self, key: str, quota: Quota, *, cost: int, wanted: int) -> Grant:
        """At least ``cost`` tokens, and up to ``wanted``, or none."""
        slot_us = -(-quota.slot_ns // 1000)
        window = quota.slots + 1 + math.ceil(self._lease_s * 1_000_000 / slot_us)
        tokens, left, retry_after_us, slot = await self._connection.run(
            _TAKE, (self._prefix + key,), slot_us, window, quota.limit, cost, wanted
        )
        retry_us = int(retry_after_us)
        return Grant(tokens, left, math.inf if retry_us < 0 else retry_us / 1_000_000, _text(slot))

    async def give_back(self, key: str, slot: str, tokens: int) -> None:
        await self._connection.run(_GIVE_BACK, (self._prefix + key,), slot, tokens)


def _text(value: bytes | str) -> str:
    return value.decode() if isinstance(value, bytes) else value
