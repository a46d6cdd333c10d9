"""Several processes of one part, as many as a task has cores: Python computes on one core at a time."""

from __future__ import annotations

import os
import signal
import threading
from types import FrameType

#: What a process ends with that was told to: some report the signal once they are done.
_AS_TOLD = {0, -signal.SIGTERM, -signal.SIGINT}


def spread(count: int) -> int:
    """Become ``count`` processes; each gets its number. The one that was started stays behind: it hands signals on,
    and when one of the others ends by itself it ends them all, so that what started it sees a failure as one. When it
    dies itself, even by SIGKILL, the others stop: whoever starts the part again would have them twice."""
    if count == 1:
        return 0
    keeper = _Keeper()
    for number in range(count):
        child = os.fork()
        if child == 0:
            keeper.leave()
            return number
        keeper.keep(child)
    raise SystemExit(keeper.watch())


class _Keeper:
    def __init__(self) -> None:
        self._left: set[int] = set()
        self._watched, self._held = os.pipe()  # only this process holds the second end; it closes however it dies
        self._is_stopping = False
        self._before = {number: signal.signal(number, self._hand_on) for number in (signal.SIGTERM, signal.SIGINT)}

    def leave(self) -> None:
        """In a child: signals mean again what they meant before."""
        for number, meaning in self._before.items():
            signal.signal(number, meaning)
        os.close(self._held)
        threading.Thread(target=_stop_when_closed, args=(self._watched,), name="keeper", daemon=True).start()

    def keep(self, child: int) -> None:
        self._left.add(child)
        if self._is_stopping:  # the signal came while it was being made
            os.kill(child, signal.SIGTERM)

    def watch(self) -> int:
        """Until none is left; the exit code of the whole."""
        code = 0
        while self._left:
            child, status = os.wait()
            self._left.discard(child)
            if not self._is_stopping:
                code = 1
                self._hand_on(signal.SIGTERM, None)
            elif os.waitstatus_to_exitcode(status) not in _AS_TOLD:
                code = 1
        return code

    def _hand_on(self, number: int, _frame: FrameType | None) -> None:
        self._is_stopping = True
        for child in self._left:
            os.kill(child, number)


def _stop_when_closed(pipe: int) -> None:
    os.read(pipe, 1)
    os.kill(os.getpid(), signal.SIGTERM)
