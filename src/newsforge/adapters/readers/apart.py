"""Document parsers in a process of their own.

PDF, Word and Hangul parsers are large, written in Python, and fed with strangers' files: one may run for minutes or
fill the memory. A process can be ended at the deadline whatever it does, has a ceiling on memory, and is given
none of this process's secrets.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from typing import Literal

import newsforge
from newsforge.adapters.readers import errors
from newsforge.adapters.readers.errors import DamagedDocument, DocumentTooLarge
from newsforge.adapters.readers.extract import Extract
from newsforge.kit.errors import NewsforgeError

DocumentKind = Literal["pdf", "docx", "hwp"]

TIMEOUT_S = 10.0
#: A thread for each document that is being read; they only wait.
_WAITING = ThreadPoolExecutor(max_workers=16, thread_name_prefix="newsforge-documents")
MEMORY_BYTES = 1_500_000_000
_MODULE = "newsforge.adapters.readers.apart"
_ERRORS: dict[str, type[NewsforgeError]] = {
    kind.code: kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, NewsforgeError) and kind is not NewsforgeError
}


async def extract_apart(
    kind: DocumentKind, data: bytes, *, timeout_s: float = TIMEOUT_S, memory_bytes: int = MEMORY_BYTES
) -> Extract:
    """Raise a :class:`newsforge.adapters.readers.errors.DocumentFailed` or what the parser itself found."""
    command = [sys.executable, "-P", "-m", _MODULE, kind, str(memory_bytes), str(int(timeout_s) + 1)]
    reading = _Reading()
    try:
        talk = asyncio.get_running_loop().run_in_executor(_WAITING, reading.run, command, data, timeout_s)
        returncode, output = await talk
    except subprocess.TimeoutExpired:
        raise DocumentTooLarge("The document takes too long to read.") from None
    finally:
        reading.end()
    if returncode != 0:
        raise DamagedDocument("The document is damaged: reading it failed.")
    return _answer(output)


class _Reading:
    """A process and what it says, in a thread that waits for it. Not asyncio's own subprocess: cancelled while one
    starts, it waits for its end for ever."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._is_over = False
        self._lock = Lock()

    def run(self, command: list[str], data: bytes, timeout_s: float) -> tuple[int, bytes]:
        with self._lock:
            if self._is_over:
                return -9, b""
            self._process = process = subprocess.Popen(  # noqa: S603 - this interpreter and a module of ours
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
            )
        with process:
            try:
                output, _ = process.communicate(data, timeout=timeout_s)
            finally:
                process.kill()
        return process.returncode, output

    def end(self) -> None:
        """At any time, from any thread; :meth:`run` then comes back at once."""
        with self._lock:
            self._is_over = True
            if self._process is not None:
                self._process.kill()


def _environment() -> dict[str, str]:
    """The path to this package, and what Python needs to start; no key of any vendor."""
    kept = ("PATH", "SYSTEMROOT", "TMPDIR", "TEMP", "LD_LIBRARY_PATH")
    package = str(Path(newsforge.__file__).parents[1])
    return {
        **{name: os.environ[name] for name in kept if name in os.environ},
        "PYTHONPATH": package,
        "PYTHONUTF8": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def _answer(output: bytes) -> Extract:
    try:
        answer = json.loads(output)
    except ValueError as error:
        raise DamagedDocument("The document is damaged: reading it failed.") from error
    if "code" in answer:
        kind = _ERRORS.get(answer["code"], DamagedDocument)
        raise kind(answer["message"], remedy=answer["remedy"])
    return Extract.from_json(answer["extract"])


def _extract(kind: str, data: bytes) -> Extract:
    if kind == "pdf":
        from newsforge.adapters.readers.pdf import read_pdf as read
    elif kind == "docx":
        from newsforge.adapters.readers.docx import read_docx as read
    else:
        from newsforge.adapters.readers.hwp import read_hwp as read
    return read(data)


def _limit(memory_bytes: int, cpu_s: int) -> None:
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_s, cpu_s + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (64_000_000, 64_000_000))
    if sys.platform != "darwin":  # macOS does not keep to it and refuses to set it
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))


def _run(kind: str, memory_bytes: int, cpu_s: int) -> None:
    data = sys.stdin.buffer.read()
    _limit(memory_bytes, cpu_s)
    try:
        answer = {"extract": _extract(kind, data).as_json()}
    except NewsforgeError as error:
        answer = _refusal(error)
    except (MemoryError, RecursionError):
        answer = _refusal(DocumentTooLarge("The document unpacks to far more than an article."))
    sys.stdout.write(json.dumps(answer))


def _refusal(error: NewsforgeError) -> dict[str, str]:
    return {"code": error.code, "message": error.message, "remedy": error.remedy}


if __name__ == "__main__":
    _run(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
