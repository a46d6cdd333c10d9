"""What endpoints need from outside (a mailer, a queue), found by its type.

``wiring`` provides each once for the whole process; an endpoint asks with ``Annotated[Queue, Needs(Queue)]``.
"""

from __future__ import annotations

from typing import Any, TypeVar, cast

from fastapi import Depends
from fastapi.requests import HTTPConnection

T = TypeVar("T")


class Resources:
    def __init__(self) -> None:
        self._by_type: dict[type, object] = {}

    def provide(self, kind: type[T], resource: T) -> T:
        self._by_type[kind] = resource
        return resource

    def get(self, kind: type[T]) -> T:
        """Raise ``KeyError`` when wiring forgot it: a defect, not a state."""
        return cast("T", self._by_type[kind])


def resources_of(connection: HTTPConnection) -> Resources:
    return cast("Resources", connection.app.state.resources)


def Needs(kind: type[Any]) -> Any:  # noqa: N802 - stands beside Depends, and reads like it
    async def find(connection: HTTPConnection) -> object:
        return resources_of(connection).get(kind)

    return Depends(find)
