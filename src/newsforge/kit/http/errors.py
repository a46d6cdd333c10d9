"""Errors that a client sees: RFC 9457 problem documents with a stable ``type``."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, Field

from newsforge.kit.errors import NewsforgeError

PROBLEM_MEDIA_TYPE: Final = "application/problem+json"
#: A URN, so that a type stays what it is wherever the service runs. The docs explain each under its last word.
TYPE_PREFIX: Final = "urn:newsforge:problem:"


class ServiceError(NewsforgeError):
    """The root of errors with an HTTP status. A subclass states the fact in its name and sets ``code``, ``status`` and
    what is said where nothing else is; ``members`` are further members of the document, ``headers`` of the answer."""

    status: int = 500
    code = "internal"
    message = ""
    remedy = ""

    def __init__(
        self,
        message: str = "",
        *,
        remedy: str = "",
        members: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message or self.message or f"{HTTPStatus(self.status).phrase}.", remedy=remedy or self.remedy)
        self.members = dict(members or {})
        self.headers = dict(headers or {})


class NotFound(ServiceError):
    """Also for what belongs to somebody else: whether it exists is nobody's business."""

    status = 404
    code = "not_found"
    message = "There is nothing here under this address that you may see."
    remedy = "Check the id and the workspace (the NewsForge-Workspace header)."


class Conflict(ServiceError):
    status = 409
    code = "conflict"


class BadRequest(ServiceError):
    status = 400
    code = "bad_request"


class Unprocessable(ServiceError):
    status = 422
    code = "unprocessable"


class Unavailable(ServiceError):
    status = 503
    code = "unavailable"


class FieldFault(BaseModel):
    """``pointer`` is a JSON pointer into the body, or ``query/limit``, ``header/if-match``, ``path/...``."""

    pointer: str
    message: str


class Problem(BaseModel):
    """RFC 9457. ``detail`` is the fact, ``remedy`` what to do about it; both in the language that
    `Accept-Language` likes best of English, Korean and Japanese. ``code`` is the same in every language."""

    model_config = ConfigDict(
        extra="allow",
        json_schema_extra={
            "examples": [
                {
                    "type": TYPE_PREFIX + "not_found",
                    "title": "Not Found",
                    "status": 404,
                    "code": "not_found",
                    "detail": "There is nothing here under this address that you may see.",
                    "remedy": "Check the id and the workspace (the NewsForge-Workspace header).",
                    "trace_id": "4bf92f3577b34da6a3ce929d0e0e4736",
                }
            ]
        },
    )

    type: str
    title: str
    status: int
    code: str
    detail: str
    remedy: str = ""
    trace_id: str
    errors: list[FieldFault] | None = Field(default=None, description="What is wrong with which field.")


def problem_document(error: ServiceError, trace_id: str) -> dict[str, Any]:
    return {
        "type": TYPE_PREFIX + error.code,
        "title": HTTPStatus(error.status).phrase,
        "status": error.status,
        "code": error.code,
        "detail": error.message,
        "remedy": error.remedy,
        "trace_id": trace_id,
        **error.members,
    }


def may_answer(*errors: type[ServiceError]) -> dict[int | str, dict[str, Any]]:
    """The ``responses`` of an endpoint that can raise these, for the OpenAPI document."""
    by_status: dict[int | str, list[str]] = {}
    for error in errors:
        by_status.setdefault(error.status, []).append(error.code)
    return {
        status: {
            "description": ", ".join(f"`{code}`" for code in sorted(set(codes))),
            "model": Problem,
            "content": {PROBLEM_MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
        for status, codes in by_status.items()
    }
