"""The fake vendor in a thread of its own, for tests that start real processes and wait for them."""

from __future__ import annotations

import asyncio
import threading
from contextlib import contextmanager

from tests.support.vendor_server import Answer, Hang, VendorServer, serving

GOOD = Answer(
    {
        "paragraphs": ["Hanbit City will raise its city bus fare from 1,500 won to 1,700 won next March."],
        "hashtags": [],
    }
)


class ThreadVendor:
    """Hangs, or answers with one good post, as told at the moment of the request."""

    def __init__(self) -> None:
        self.delay_s = 0.0
        self.is_hanging = True
        self.post = GOOD
        self._loop = asyncio.new_event_loop()
        self._server: VendorServer | None = None
        self._ready, self._over = threading.Event(), asyncio.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    @property
    def url(self) -> str:
        assert self._server is not None
        return self._server.url

    @property
    def requests(self) -> list:
        assert self._server is not None
        return list(self._server.requests)

    def answer(self) -> None:
        """From now on, and to none of those who hang."""
        self.is_hanging = False

    def start(self) -> None:
        self._thread.start()
        assert self._ready.wait(30)

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._over.set)
        self._thread.join(30)

    def _run(self) -> None:
        self._loop.run_until_complete(self._serve())
        self._loop.close()

    async def _serve(self) -> None:
        from tests.support.vendor_server import Slow

        def script(_request):
            if self.is_hanging:
                return Hang()
            return Slow(self.delay_s, self.post) if self.delay_s else self.post

        async with serving(script) as self._server:
            self._ready.set()
            await self._over.wait()


@contextmanager
def hanging_vendor():
    vendor = ThreadVendor()
    vendor.start()
    try:
        yield vendor
    finally:
        vendor.stop()


def vendor_options(vendor: ThreadVendor) -> dict[str, str]:
    """The settings with which ``auto`` asks that vendor."""
    return {
        "NEWSFORGE_COMPATIBLE_URL": f"{vendor.url}/v1",
        "NEWSFORGE_COMPATIBLE_API_KEY": "sk-planted-vendor-key-5521",
        "NEWSFORGE_WRITERS": "compatible:house-model",
        "NEWSFORGE_ALLOW_NETWORKS": "127.0.0.0/8",
    }
