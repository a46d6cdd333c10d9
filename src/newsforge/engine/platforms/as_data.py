"""A record as plain data, for the web, the API and ``newsforge platforms --json``."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

from newsforge.engine.platforms.record import Platform


def as_data(platform: Platform) -> dict[str, Any]:
    """The whole record under its own field names, JSON-ready: rules are objects, tuples are lists, None stays None."""
    data: dict[str, Any] = _plain(platform)
    return data


def _plain(value: object) -> Any:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value
