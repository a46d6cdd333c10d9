"""Logs: one JSON object a line, with the ids of the request, the job and the trace; without secrets.

``log = structlog.get_logger()``; events are constants with fields (``log.info("mail_sent", kind="verify")``). What a
field may hold is filtered here once for all: names that mean a secret or a person's words are masked whatever their
value, and values that look like a credential are masked whatever their name.
"""

from __future__ import annotations

import logging
import re
import sys
import traceback
from collections.abc import Mapping, MutableMapping
from typing import Any, Final, TextIO

import structlog

from newsforge.kit.errors import NewsforgeError

MASK: Final = "[masked]"
_MASKED_NAMES: Final = re.compile(
    r"pass(word|wd|phrase)|secret|token|authorization|cookie|api_?key$|credential|sealed|body|article_?text|^text$|^html$",
    re.IGNORECASE,
)
_MASKED_VALUES: Final = re.compile(
    r"(?:\bsk-|\bnf_|\bghp_|\bAKIA|\bAIza)[\w-]{8,}"  # keys of vendors, and our own
    r"|\beyJ[\w-]+\.[\w-]+\.[\w-]*"  # a JWT
    r"|(?<=://)[^/@\s:]*:[^/@\s]+(?=@)"  # user and password of an address
    r"|(?i:\bbearer\s+)\S+"
)
_MAX_VALUE: Final = 500
_FRAMES: Final = 12

EventDict = MutableMapping[str, Any]


def configure_logging(*, level: str = "INFO", stream: TextIO | None = None) -> None:
    """For a server process: everything, also what libraries say, goes to ``stream`` (stdout) as JSON lines."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _tell_exceptions,
        mask,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level]),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    sink = logging.StreamHandler(stream or sys.stdout)
    sink.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*shared[:4], _tell_exceptions, mask],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(ensure_ascii=False, default=str),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [sink]
    root.setLevel(level)
    for quiet in ("httpx", "httpx2", "httpcore2", "botocore", "boto3", "urllib3", "alembic", "asyncio", "pgqueuer"):
        logging.getLogger(quiet).setLevel(max(logging.WARNING, root.level))
    for own in ("uvicorn", "uvicorn.error", "uvicorn.access"):
        logging.getLogger(own).handlers = []
        logging.getLogger(own).propagate = own != "uvicorn.access"


def mask(_logger: object, _method: str, event: EventDict) -> EventDict:
    """The structlog processor; also usable on any mapping that is about to be shown."""
    for name, value in event.items():
        if name != "event":
            event[name] = MASK if _MASKED_NAMES.search(name) and value else masked(value)
        elif isinstance(value, str):
            event[name] = masked(value)
    return event


def masked(value: Any) -> Any:
    """``value`` without what looks like a credential, and cut to a length at which no article fits."""
    if isinstance(value, str):
        short = value if len(value) <= _MAX_VALUE else value[:_MAX_VALUE] + "…"
        return _MASKED_VALUES.sub(MASK, short)
    if isinstance(value, Mapping):
        return {k: MASK if _MASKED_NAMES.search(str(k)) and v else masked(v) for k, v in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [masked(item) for item in value]
    return value


def _tell_exceptions(_logger: object, _method: str, event: EventDict) -> EventDict:
    """The kind of an exception and where it was raised. Its text only when it is ours: a library's may hold what was
    sent (a row's values, a piece of a document, an address with its password)."""
    found = event.pop("exc_info", None)
    if not found:
        return event
    if found is True:
        found = sys.exc_info()
    error = found[1] if isinstance(found, tuple) else found
    if isinstance(error, BaseException):
        event["error"] = type(error).__name__
        if isinstance(error, NewsforgeError):
            event["error_code"] = error.code
            event["error_message"] = error.message
        frames = traceback.extract_tb(error.__traceback__)[-_FRAMES:]
        event["where"] = [
            f"{frame.filename.rpartition('newsforge/')[2]}:{frame.lineno} {frame.name}" for frame in frames
        ]
        if error.__cause__ is not None:
            event["cause"] = type(error.__cause__).__name__
    return event
