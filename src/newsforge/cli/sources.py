"""What the command line was given, as a source to read."""

from __future__ import annotations

import re
import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from newsforge.kit.errors import NewsforgeError

if TYPE_CHECKING:
    from newsforge.pipeline.ports import Source

#: A press release with its pictures stays far below; the readers have tighter limits of their own.
MAX_FILE_BYTES = 20_000_000
_PIECE_BYTES = 1_000_000
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_FILE_SUFFIXES = frozenset({".html", ".htm", ".txt", ".md", ".pdf", ".docx", ".doc", ".hwp", ".hwpx", ".json", ".rtf"})
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:/|$)", re.IGNORECASE)


class _Readable(Protocol):
    def read1(self, size: int, /) -> bytes: ...


class NoSource(NewsforgeError):
    """Neither an address nor a file that can be read."""

    code = "no_source"


@dataclass(frozen=True, slots=True)
class Given:
    """A source as the command line names it. What has to be waited for is read already, or has failed; everything
    else is read when its turn comes."""

    name: str
    source: Source | NewsforgeError | None = None

    def read(self) -> Source:
        """Raise :class:`NoSource`."""
        if isinstance(self.source, NewsforgeError):
            raise self.source
        return self.source or source_of(self.name)


def given(argument: str | Source) -> Given:
    """Waits for standard input and pipes, so call it outside an event loop: within one the wait would not hear
    Ctrl-C, and would hold up the sources that are there."""
    if not isinstance(argument, str):
        return Given(argument.name, argument)
    try:
        return Given(argument, source_of(argument) if _is_awaited(argument) else None)
    except NoSource as error:
        return Given(argument, error)


def _is_awaited(argument: str) -> bool:
    try:
        mode = Path(argument).stat().st_mode
    except (OSError, ValueError):
        return argument == "-"
    return argument == "-" or stat.S_ISFIFO(mode) or stat.S_ISCHR(mode)


def source_of(argument: str) -> Source:
    """``-`` is standard input, ``http(s)://`` an address, everything else a file. Raise :class:`NoSource`."""
    from newsforge.pipeline.ports import Source

    if not argument.strip():
        raise NoSource("The name of the source is empty.", remedy="Give a file, an http(s):// address, or -.")
    if argument == "-":
        return Source(kind="file", name="-", data=_read(cast("_Readable", sys.stdin.buffer), "standard input"))
    if _ADDRESS.match(argument):
        return Source(kind="url", name=argument)
    if _SCHEME.match(argument):
        raise NoSource(
            "Only http:// and https:// addresses can be read.",
            remedy="Give the full address of the article, for example https://www.example.com/news/1.",
        )
    path = Path(argument)
    try:
        if path.is_dir():
            raise NoSource(f"{argument} is a folder.", remedy="Name the files in it: newsforge convert folder/*.")
        with path.open("rb") as file:
            return Source(kind="file", name=path.name, data=_read(file, argument))
    except FileNotFoundError:
        if _HOST.match(argument) and path.suffix.lower() not in _FILE_SUFFIXES:
            raise NoSource(
                f"There is no file {argument}.", remedy=f"For an address write https://{argument}."
            ) from None
        raise NoSource(
            f"There is no file {argument}, and it is not an address.",
            remedy="Give a file, an http(s):// address, or -.",
        ) from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "not a file name"
        raise NoSource(
            f"{argument[:200]} cannot be read ({reason}).", remedy="Check the name and its permissions."
        ) from None


def _read(file: _Readable, name: str) -> bytes:
    """Piece by piece: one long read of a pipe does not heed a Ctrl-C that comes between two of its pieces."""
    data = bytearray()
    while piece := file.read1(_PIECE_BYTES):
        data += piece
        if len(data) > MAX_FILE_BYTES:
            raise NoSource(
                f"{name} is larger than {MAX_FILE_BYTES // 1_000_000} MB.",
                remedy="Give the article's text, without pictures.",
            )
    return bytes(data)
