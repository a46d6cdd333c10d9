"""Progress on standard error: one line a source in work, and a bar when there are several."""

from __future__ import annotations

import time
from types import TracebackType
from typing import Any, Self

from rich.console import Console
from rich.live import Live
from rich.text import Text

from newsforge.cli.words import Words

_CELLS = 24


class Progress:
    """Draws only on a terminal; otherwise one plain line a finished source when there are several."""

    def __init__(self, console: Console, words: Words, *, total: int, platforms: int) -> None:
        self._console = console
        self._words = words
        self._total = total
        self._posts = total * platforms
        self._posts_ready = 0
        self._done = 0
        self._working: dict[str, float] = {}
        self._live = (
            Live(get_renderable=self._draw, console=console, transient=True, refresh_per_second=8)
            if console.is_terminal
            else None
        )

    def __enter__(self) -> Self:
        if self._live:
            self._live.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._live:
            self._live.stop()

    def begin(self, name: str) -> None:
        self._working[name] = time.monotonic()

    def end(self, name: str) -> None:
        began = self._working.pop(name, None)
        self._done += 1
        if not self._live and self._total > 1 and began is not None:
            self._console.print(f"[{self._done}/{self._total}] {name}  {time.monotonic() - began:.2f} s", markup=False)

    def event(self, name: str, fields: dict[str, Any]) -> None:  # noqa: ARG002 - the listener's signature
        if name == "post_ready":
            self._posts_ready += 1

    def pause(self) -> None:
        """Let a result be printed below nothing: the live line is drawn anew after it."""
        if self._live:
            self._live.refresh()

    def _draw(self) -> Text:
        share = self._posts_ready / self._posts if self._posts else 0
        filled = round(share * _CELLS)
        text = Text.assemble(
            ("━" * filled, "blue"), ("━" * (_CELLS - filled), "dim"), f" {self._done}/{self._total}",
            (f"  {self._posts_ready}/{self._posts}", "dim"),
        )  # fmt: skip
        now = time.monotonic()
        for name, began in list(self._working.items())[:4]:
            text.append(f"\n  {name[:60]}  {now - began:.1f} s", "dim")
        return text
