"""What conversions need from outside."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any, Literal, Protocol
from uuid import UUID

from newsforge.pipeline.ports import Writer, WriterKind


@dataclass(frozen=True, slots=True, kw_only=True)
class WriterSet:
    """``identity`` names whose credentials the writers use and the version of their prompts: results are shared only
    between equal ones."""

    writers: Sequence[Writer]
    identity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AvailableWriter:
    """``key``: whose it is."""

    name: str
    kind: WriterKind
    key: Literal["none", "operator", "workspace"]
    in_auto: bool
    state: Literal["ready", "resting"] = "ready"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """Of a key. ``usage`` as the command line prints it."""

    works: bool
    writer: str
    message: str = ""
    remedy: str = ""
    took_s: float = 0.0
    usage: dict[str, Any]


class Writers(Protocol):
    async def check(self, workspace_id: UUID, choice: str) -> None:
        """Raise a :class:`newsforge.kit.errors.NewsforgeError` for a choice that cannot be asked."""
        ...

    def open(self, workspace_id: UUID, choice: str) -> AbstractAsyncContextManager[WriterSet]:
        """``auto``, ``embedded`` or ``vendor:model``, with the workspace's own keys where it has some; the embedded
        writer stands behind all."""
        ...

    async def list_writers(self, workspace_id: UUID) -> Sequence[AvailableWriter]:
        """In the order in which ``auto`` asks them, the embedded one last."""
        ...

    async def try_key(self, workspace_id: UUID, vendor: str, model: str | None) -> Trial:
        """Have a post written with the workspace's own key. Raise :class:`newsforge.kit.http.errors.NotFound` where it
        has none, or what :meth:`check` raises."""
        ...


class SourceFiles(Protocol):
    """Where uploaded files are kept until their conversion is deleted."""

    async def put(self, key: str, data: bytes) -> None: ...

    async def get(self, key: str) -> bytes: ...

    async def delete(self, key: str) -> None:
        """No error when there is none."""
        ...


class ChangeListener(Protocol):
    async def changed(self, workspace_id: UUID, conversion_id: UUID) -> None:
        """After the commit of whatever changed a conversion or one of its posts."""
        ...
