"""The second level, in Valkey. Each step is one script: a value, its lock, its tags and the word to the other
processes change together.

A lock holds a random token. Whoever changes or deletes a key also removes its lock, so a computation that began
before the change can no longer fill the key with what it read then.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from newsforge.kit.valkey import Script, ValkeyConnection

#: First byte of what the processes tell each other about keys.
CHANGED, FILLED, RELEASED = b"c", b"f", b"r"
SEPARATOR = "\0"
_TAG_BATCH = 500
#: A tag's list of keys outlives its values by this, so that a computation under way is still found by its tag.
_TAG_SLACK_MS = 3_600_000

_TAGGING = """
local function tag(first, key, ttl)
  for i = first, #KEYS do
    redis.call('SADD', KEYS[i], key)
    if redis.call('PTTL', KEYS[i]) < ttl then redis.call('PEXPIRE', KEYS[i], ttl) end
  end
end
"""
_FETCH = Script("""
local value = redis.call('GET', KEYS[1])
if value then return {value, redis.call('PTTL', KEYS[1])} end
return false
""")
_CLAIM = Script(
    _TAGGING
    + """
local value = redis.call('GET', KEYS[1])
if value then return {'hit', value, redis.call('PTTL', KEYS[1])} end
if redis.call('SET', KEYS[2], ARGV[1], 'NX', 'PX', ARGV[2]) then
  tag(3, ARGV[3], tonumber(ARGV[4]))
  return {'mine', '', 0}
end
return {'held', '', redis.call('PTTL', KEYS[2])}
"""
)
_FILL = Script(
    _TAGGING
    + """
if redis.call('GET', KEYS[2]) ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
redis.call('DEL', KEYS[2])
tag(3, ARGV[4], tonumber(ARGV[5]))
redis.call('PUBLISH', ARGV[6], ARGV[7])
return 1
"""
)
_RENEW = Script("""
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])
""")
_RELEASE = Script("""
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('DEL', KEYS[1])
redis.call('PUBLISH', ARGV[2], ARGV[3])
return 1
""")
_PUT = Script(
    _TAGGING
    + """
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
redis.call('DEL', KEYS[2])
tag(3, ARGV[3], tonumber(ARGV[4]))
redis.call('PUBLISH', ARGV[5], ARGV[6])
return 1
"""
)
_DROP = Script("""
redis.call('UNLINK', KEYS[1], KEYS[2])
redis.call('PUBLISH', ARGV[1], ARGV[2])
return 1
""")
_DROP_TAG = Script("""
local keys = redis.call('SPOP', KEYS[1], ARGV[1])
if #keys == 0 then return 0 end
for _, key in ipairs(keys) do redis.call('UNLINK', ARGV[2] .. key, ARGV[3] .. key) end
redis.call('PUBLISH', ARGV[4], ARGV[5] .. table.concat(keys, '\\0'))
return redis.call('SCARD', KEYS[1])
""")


@dataclass(frozen=True, slots=True)
class Lock:
    key: str
    token: bytes
    lock_s: float


class Claim(NamedTuple):
    outcome: Literal["hit", "mine", "held"]
    value: bytes
    #: Of the value when it was a hit, of the other's lock when it is held.
    remaining_s: float


class Shared:
    """``channel`` and ``mark``: where, and with what before it, the scripts publish. Raises ``ValkeyDown``."""

    def __init__(self, connection: ValkeyConnection, *, space: str, channel: str, mark: bytes) -> None:
        self._connection = connection
        self._values = f"{space}:cache:value:"
        self._locks = f"{space}:cache:lock:"
        self._tags = f"{space}:cache:tag:"
        self._everything = f"{space}:cache:*"
        self._channel = channel
        self._mark = mark

    async def fetch(self, key: str) -> tuple[bytes, float] | None:
        """The value and its remaining seconds."""
        reply = await self._connection.run(_FETCH, (self._values + key,))
        return None if reply is None else (reply[0], reply[1] / 1000)

    async def claim(self, lock: Lock, *, ttl_s: float, tags: tuple[str, ...]) -> Claim:
        """Read the key, and when it is empty take its lock: one round trip for both."""
        outcome, value, remaining_ms = await self._connection.run(
            _CLAIM, self._keys(lock.key, tags), lock.token, _ms(lock.lock_s), lock.key, _ms(ttl_s) + _TAG_SLACK_MS
        )  # fmt: skip
        return Claim(outcome.decode(), value, max(0, remaining_ms) / 1000)

    async def fill(self, lock: Lock, value: bytes, *, ttl_s: float, tags: tuple[str, ...]) -> bool:
        """Put the value and give up the lock. False when the lock was lost: then nothing is put."""
        filled = await self._connection.run(
            _FILL, self._keys(lock.key, tags), lock.token, value, _ms(ttl_s), lock.key, _ms(ttl_s) + _TAG_SLACK_MS,
            self._channel, self._word(FILLED, lock.key),
        )  # fmt: skip
        return bool(filled)

    async def renew(self, lock: Lock) -> bool:
        return bool(await self._connection.run(_RENEW, (self._locks + lock.key,), lock.token, _ms(lock.lock_s)))

    async def release(self, lock: Lock) -> None:
        word = self._word(RELEASED, lock.key)
        await self._connection.run(_RELEASE, (self._locks + lock.key,), lock.token, self._channel, word)

    async def put(self, key: str, value: bytes, *, ttl_s: float, tags: tuple[str, ...]) -> None:
        await self._connection.run(
            _PUT, self._keys(key, tags), value, _ms(ttl_s), key, _ms(ttl_s) + _TAG_SLACK_MS,
            self._channel, self._word(CHANGED, key),
        )  # fmt: skip

    async def drop(self, key: str) -> None:
        await self._connection.run(_DROP, self._keys(key, ()), self._channel, self._word(CHANGED, key))

    async def drop_tag(self, tag: str) -> None:
        """In batches, so that a tag of a million keys does not stop Valkey for everybody else."""
        more = 1
        while more:
            more = await self._connection.run(
                _DROP_TAG, (self._tags + tag,), _TAG_BATCH, self._values, self._locks, self._channel,
                self._mark + CHANGED,
            )  # fmt: skip

    async def drop_all(self) -> None:
        cursor = b"0"
        while True:
            cursor, keys = await self._connection.execute("SCAN", cursor, "MATCH", self._everything, "COUNT", 500)
            if keys:
                await self._connection.execute("UNLINK", *keys)
            if cursor == b"0":
                return

    def _keys(self, key: str, tags: tuple[str, ...]) -> tuple[str, ...]:
        return (self._values + key, self._locks + key, *(self._tags + tag for tag in tags))

    def _word(self, kind: bytes, key: str) -> bytes:
        return self._mark + kind + key.encode()


def _ms(seconds: float) -> int:
    return max(1, round(seconds * 1000))
