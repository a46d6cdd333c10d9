"""Passwords: rules, and Argon2id in a few threads of its own.

A hash takes 40 ms and 19 MiB. In the event loop it would stop everybody; in the shared thread pool, everything that
waits for a thread. So it has its own pool, and a bound on how many may wait for it.
"""

from __future__ import annotations

import asyncio
import os
import unicodedata
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, TypeVar

from pwdlib.hashers.argon2 import Argon2Hasher

from newsforge.domains.accounts.errors import PasswordsBusy, WeakPassword

T = TypeVar("T")
MIN_LENGTH: Final = 10
MAX_LENGTH: Final = 128
_WAITING_PER_THREAD: Final = 32


@dataclass(frozen=True, slots=True)
class Argon2Cost:
    """The least that OWASP advises for Argon2id."""

    memory_kib: int = 19 * 1024
    rounds: int = 2
    lanes: int = 1


@dataclass(frozen=True, slots=True)
class Verdict:
    """``is_outdated``: right, but hashed with another cost than today's."""

    is_right: bool
    is_outdated: bool = False


class PasswordHashing:
    def __init__(self, *, cost: Argon2Cost | None = None, threads: int | None = None) -> None:
        cost = cost or Argon2Cost()
        count = threads or max(1, (os.cpu_count() or 2) - 1)
        self._hasher = Argon2Hasher(time_cost=cost.rounds, memory_cost=cost.memory_kib, parallelism=cost.lanes)
        self._pool = ThreadPoolExecutor(count, thread_name_prefix="passwords")
        self._free = count * (1 + _WAITING_PER_THREAD)
        #: What a password for nobody is compared with, so that it takes as long as one for somebody.
        self._decoy = self._hasher.hash(os.urandom(16).hex())

    async def hash(self, password: str) -> str:
        """Raise :class:`PasswordsBusy`."""
        return await self._run(lambda: self._hasher.hash(_normal(password)))

    async def verify(self, password: str, hashed: str | None) -> Verdict:
        """``hashed`` None (nobody has this address) takes as long, and is never right. Raise :class:`PasswordsBusy`."""

        def compare() -> Verdict:
            is_right = self._hasher.verify(_normal(password), hashed or self._decoy) and bool(hashed)
            return Verdict(is_right, bool(is_right and hashed and self._hasher.check_needs_rehash(hashed)))

        return await self._run(compare)

    def close(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)

    async def _run(self, work: Callable[[], T]) -> T:
        if self._free <= 0:
            raise PasswordsBusy(headers={"Retry-After": "2"})
        self._free -= 1
        future = self._pool.submit(work)
        # When it has ended, not when nobody waits for it any more: a caller who left still occupies the thread.
        loop = asyncio.get_running_loop()
        future.add_done_callback(lambda _: loop.call_soon_threadsafe(self._release))
        return await asyncio.wrap_future(future)

    def _release(self) -> None:
        self._free += 1


def check_password(password: str, *, address: str, name: str = "") -> None:
    """Raise :class:`WeakPassword`: too short, too long, well known, or made of what everybody knows of the person."""
    normal = _normal(password)
    if len(normal) < MIN_LENGTH:
        raise WeakPassword(f"The password is shorter than {MIN_LENGTH} characters.", remedy="Use a longer one.")
    if len(normal) > MAX_LENGTH:
        raise WeakPassword(f"The password is longer than {MAX_LENGTH} characters.", remedy="Use a shorter one.")
    folded = normal.casefold()
    own = {address.casefold(), address.partition("@")[0].casefold(), _normal(name).casefold()}
    if _core(folded) in {_core(part) for part in own if len(_core(part)) > 2}:
        raise WeakPassword("The password is your own address or name.", remedy="Use one that nobody can guess.")
    if folded in _common() or len(set(folded)) < 4:
        raise WeakPassword(
            "The password is among the first that anybody would try.", remedy="Use a few words that do not go together."
        )


def _core(folded: str) -> str:
    """Without what people put around a word to make it long enough."""
    return folded.strip("0123456789!@#$.*_- ")


def _normal(password: str) -> str:
    """Keyboards differ in how they compose the same characters (Hangul above all)."""
    return unicodedata.normalize("NFKC", password)


@cache
def _common() -> frozenset[str]:
    text = files(__package__).joinpath("common_passwords.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.split() if not line.startswith("#"))
