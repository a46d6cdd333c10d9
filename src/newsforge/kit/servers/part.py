"""What a supervisor is told about one child, and what it tells of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from signal import SIGKILL, SIGTERM, Signals

from newsforge.kit.servers.errors import ServerFailed


def _nothing() -> None:
    pass


def _no_environment() -> Mapping[str, str]:
    return {}


def _all_lines(_: str) -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One child. Its callables may block: they run in a thread, once everything before it is ready."""

    name: str
    #: Gets everything ready and returns the command. Called before each start.
    launch: Callable[[], Sequence[str]]
    #: Added to the environment of the supervisor.
    environment: Callable[[], Mapping[str, str]] = _no_environment
    #: Whether it answers. None: it is ready when it has run for a moment.
    is_ready: Callable[[], bool] | None = None
    ready_timeout_s: float = 60.0
    #: Called when it has become ready, before the next part starts.
    once_ready: Callable[[], None] = _nothing
    #: It is to end by itself with exit code 0; the next part waits for that.
    ends: bool = False
    #: Signals of an orderly stop and the seconds each is given; SIGKILL follows.
    stop_signals: Sequence[tuple[Signals, float]] = ((SIGTERM, 25.0),)
    #: The one signal for a person who does not want to wait.
    kill_signal: Signals = SIGKILL
    #: Which of its lines are worth showing. All of them are kept for the message when it fails.
    is_worth_showing: Callable[[str], bool] = _all_lines


class Happening(Enum):
    STARTING = "part_starting"
    READY = "part_ready"
    FINISHED = "part_finished"
    LINE = "part_line"
    ENDED = "part_ended"
    RESTARTING = "part_restarting"
    ALL_READY = "all_ready"
    STOPPING = "stopping"
    STOPPED = "part_stopped"
    KILLING = "killing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """``seconds`` is what starting or stopping took, or the wait before a restart."""

    what: Happening
    part: str = ""
    line: str = ""
    exit_code: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RestartRule:
    """Wait twice as long each time; give up after ``most`` ends in a row that each came within ``calm_s``."""

    first_wait_s: float = 0.5
    longest_wait_s: float = 10.0
    most: int = 5
    calm_s: float = 60.0

    def wait_s(self, ends_in_a_row: int) -> float:
        return float(min(self.longest_wait_s, self.first_wait_s * 2 ** (ends_in_a_row - 1)))


class PartFailed(ServerFailed):
    """A part did not become ready, or ends again and again."""

    code = "part_failed"

    def __init__(self, part: str, reason: str, lines: Sequence[str]) -> None:
        told = "\n".join(f"  {line}" for line in lines)
        super().__init__(
            f"The part '{part}' {reason}. Everything was stopped.",
            remedy=f"The last it said:\n{told}\n" if told else "It said nothing.",
        )
        self.part = part


@dataclass(slots=True)
class Outcome:
    """How a run ended: by which signal, and whether a person had to insist."""

    signal: Signals | None = None
    insisted: bool = False
    killed: list[str] = field(default_factory=list)
