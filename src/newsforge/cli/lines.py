"""The lines of several children in one terminal: a name in front, log records in short; or JSON for a program."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from rich.console import Console
from rich.text import Text

from newsforge.cli.words import Words
from newsforge.kit.servers.part import Happening, Notice

_NAME_CELLS = 9
_COLOURS = ("cyan", "magenta", "green", "blue", "yellow", "bright_cyan")
_LEVELS = {"debug": "dim", "info": "", "warning": "yellow", "error": "red", "critical": "bold red"}
#: Fields of a log record that stand in their own place, or say nothing to a person who watches.
_PLACED = frozenset({"timestamp", "level", "event", "logger", "service", "version", "pid"})
_REQUEST = "request"
#: Who and what exactly: only where something is wrong does a person want to look it up.
_IDS = frozenset({"trace_id", "workspace_id", "principal", "user_id", "job_id"})
_CALM = frozenset({"debug", "info"})
_LOOKS = {
    Happening.READY: "green",
    Happening.FINISHED: "green",
    Happening.ENDED: "red",
    Happening.RESTARTING: "yellow",
    Happening.KILLING: "red",
}
_MAX_VALUE_CHARACTERS = 120


def show_for_people(console: Console, words: Words) -> Callable[[Notice], None]:
    colours: dict[str, str] = {}

    def show(notice: Notice) -> None:
        if notice.what is Happening.ALL_READY:
            return  # the banner says it
        colour = colours.setdefault(notice.part, _COLOURS[len(colours) % len(_COLOURS)]) if notice.part else "bold"
        name = Text(f"{notice.part or 'up':<{_NAME_CELLS}} ", colour)
        if notice.what is Happening.LINE:
            console.print(name + shorten(notice.line, in_full=not console.is_terminal), soft_wrap=True)
            return
        said = words(notice.what.value, seconds=notice.seconds, code=notice.exit_code)
        console.print(name + Text(said, _LOOKS.get(notice.what, "dim")), soft_wrap=True)

    return show


def show_as_json() -> Callable[[Notice], None]:
    """Write one JSON object a line: the children's own records untouched, all else as a record of its own."""

    def show(notice: Notice) -> None:
        record = notice.line if find_record(notice.line) is not None else json.dumps(_as_record(notice))
        sys.stdout.write(record + "\n")
        sys.stdout.flush()

    return show


def shorten(line: str, *, in_full: bool = False) -> Text:
    """Make a log record readable; any other line stays as it is, without what could steer the terminal. ``in_full``:
    with the ids that a person who watches does not read, and who reads a file later looks for."""
    record = find_record(line)
    if record is None:
        return Text("".join(sign for sign in line if sign == "\t" or sign.isprintable()))
    level = str(record.get("level", "info")).lower()
    time = str(record.get("timestamp", ""))[11:19]
    event = (_plain(record["event"]), _LEVELS.get(level, "") or "bold")
    if record["event"] == _REQUEST and "method" in record and not in_full:
        return _request_line(time, record)
    text = Text.assemble((f"{time} " if time else "", "dim"), event)
    for name, value in record.items():
        if name not in _PLACED and not (name in _IDS and level in _CALM and not in_full):
            text.append(f" {name}=", "dim").append(_plain(value))
    return text


def _request_line(time: str, record: Mapping[str, Any]) -> Text:
    """What was asked and how it went. Who asked, and the trace, are for those who read JSON."""
    status = int(record.get("status", 0))
    look = "red" if status >= 500 else "yellow" if status >= 400 else "green"
    said = f" {_plain(record['method']):<6} {_plain(record.get('path', ''))}"
    took = f"  {float(record.get('took_ms', 0)):.0f} ms"
    return Text.assemble((f"{time} " if time else "", "dim"), (str(status), look), said, (took, "dim"))


def find_record(line: str) -> Mapping[str, Any] | None:
    """Return the line as a log record, None when it is none."""
    if not line.startswith("{"):
        return None
    try:
        record = json.loads(line)
    except ValueError:
        return None
    return record if isinstance(record, dict) and "event" in record else None


def _plain(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    text = "".join(sign if sign.isprintable() else " " for sign in text)
    return text if len(text) <= _MAX_VALUE_CHARACTERS else text[: _MAX_VALUE_CHARACTERS - 1] + "…"


def _as_record(notice: Notice) -> dict[str, object]:
    record: dict[str, object] = {
        "timestamp": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "level": "warning" if notice.what in {Happening.ENDED, Happening.RESTARTING} else "info",
        "event": notice.what.value,
        "part": notice.part,
    }
    if notice.what is Happening.LINE:
        return {**record, "line": notice.line}
    if notice.what is Happening.ENDED:
        return {**record, "exit_code": notice.exit_code}
    return {**record, "seconds": round(notice.seconds, 3)}
