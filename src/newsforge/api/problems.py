"""Every error becomes one problem document, wherever it was raised."""

from __future__ import annotations

import json
from functools import lru_cache
from http import HTTPStatus
from typing import Any

import structlog
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.routing import compile_path

from newsforge.api.asgi import Headers, Scope, find_header, state_of
from newsforge.kit.db.database import DatabaseBusy
from newsforge.kit.errors import NewsforgeError
from newsforge.kit.http.errors import PROBLEM_MEDIA_TYPE, ServiceError, Unavailable, Unprocessable, problem_document
from newsforge.kit.http.faults import message_of
from newsforge.phrases import say
from newsforge.phrases.documents import language_of

log = structlog.get_logger(__name__)


class InternalError(ServiceError):
    """A defect of ours. Its text says nothing of what happened inside."""

    status = 500
    code = "internal"
    message = "Something went wrong on our side. Nothing was half-saved."
    remedy = "Try again; if it stays, tell support the trace_id."


class InvalidRequest(Unprocessable):
    """The request does not fit its schema; ``errors`` says where."""

    code = "invalid_request"


class NoRoute(ServiceError):
    """The framework's own refusals: no such path, a method that the path does not know, a body that is no JSON."""

    code = "no_route"


def as_service_error(error: Exception) -> ServiceError:
    """What a client is told about ``error``."""
    if isinstance(error, ServiceError):
        return error
    if isinstance(error, RequestValidationError):
        return _invalid_request(error)
    if isinstance(error, HTTPException):
        return _of_framework(error)
    if isinstance(error, DatabaseBusy):
        return Unavailable(error.message, remedy=error.remedy, headers={"Retry-After": "2"})
    if isinstance(error, NewsforgeError):
        refused = Unprocessable(error.message, remedy=error.remedy)
        refused.code = error.code
        return refused
    return InternalError()


def _invalid_request(error: RequestValidationError) -> ServiceError:
    faults = [{"pointer": _pointer(fault["loc"]), "message": message_of(fault)} for fault in error.errors()[:20]]
    first = faults[0] if faults else {"pointer": "/", "message": "This is required."}
    return InvalidRequest(
        f"The request does not fit at {first['pointer']}: {first['message']}",
        remedy="Correct what `errors` names. The schema is at /api/v1/openapi.json.",
        members={"errors": faults},
    )


def _pointer(location: tuple[int | str, ...]) -> str:
    where, *path = location
    if where == "body":
        return "/" + "/".join(str(step).replace("~", "~0").replace("/", "~1") for step in path)
    return "/".join(str(step) for step in location)


def _of_framework(error: HTTPException) -> ServiceError:
    phrase = HTTPStatus(error.status_code).phrase
    remedies = {
        404: "The paths are listed at /api/v1/openapi.json.",
        405: "The Allow header lists the methods of this path.",
        400: "Send valid JSON (or multipart form data where a file goes).",
    }
    refused = NoRoute(f"{phrase}.", remedy=remedies.get(error.status_code, ""), headers=error.headers)
    refused.status = error.status_code  # one class stands for all of the framework's statuses
    refused.code = phrase.lower().replace(" ", "_").replace("-", "_")
    return refused


def render(error: ServiceError, scope: Scope) -> tuple[int, Headers, bytes]:
    language = language_of(find_header(scope["headers"], b"accept-language"))
    document = _said(problem_document(error, state_of(scope).get("trace_id", "")), language)
    headers = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in error.headers.items()]
    headers += [(b"content-type", PROBLEM_MEDIA_TYPE.encode()), (b"cache-control", b"no-store")]
    headers += [(b"content-language", language.encode()), (b"vary", b"Accept-Language")]
    if error.status == HTTPStatus.UNAUTHORIZED and b"www-authenticate" not in dict(headers):
        headers.append((b"www-authenticate", b"Bearer"))
    return error.status, headers, json.dumps(document, ensure_ascii=False).encode()


def _said(document: dict[str, Any], language: str) -> dict[str, Any]:
    if language == "en":
        return document
    told = document | {name: _say(document[name], language) for name in ("detail", "remedy")}
    told["title"] = say(document["title"], language, within=True)
    if document.get("errors"):
        told["errors"] = [fault | {"message": _say(fault["message"], language)} for fault in document["errors"]]
    return told


@lru_cache(maxsize=512)
def _say(text: str, language: str) -> str:
    """Kept, since who is refused most is refused with the same words."""
    return say(text, language)


def _methods_of(path: str, app: FastAPI) -> list[str]:
    """Those of every operation at this path. The framework names only the first one's."""
    paths = app.openapi()["paths"]
    if path in paths:
        return sorted(method.upper() for method in paths[path])
    return sorted(
        method.upper()
        for template, operations in paths.items()
        if compile_path(template)[0].match(path)
        for method in operations
    )


def _is_method_of_another_path(scope: Scope, app: FastAPI) -> bool:
    """``GET /conversions/files``: the last word was taken for an id, by an operation of ``/conversions/{id}``."""
    operations = app.openapi()["paths"].get(scope["path"])
    return operations is not None and scope["method"].lower() not in operations


def install(app: FastAPI) -> None:
    async def answer(request: Request, error: Exception) -> Response:
        refused = as_service_error(error)
        if refused.status == HTTPStatus.UNPROCESSABLE_ENTITY and _is_method_of_another_path(request.scope, app):
            refused = _of_framework(HTTPException(HTTPStatus.METHOD_NOT_ALLOWED))
        if refused.status == HTTPStatus.METHOD_NOT_ALLOWED:
            refused.headers["Allow"] = ", ".join(_methods_of(request.scope["path"], app))
        if refused.status >= HTTPStatus.INTERNAL_SERVER_ERROR and not isinstance(refused, Unavailable):
            log.error("request_failed", exc_info=error)
        status, headers, body = render(refused, request.scope)
        response = Response(body, status)
        response.raw_headers = [*headers, (b"content-length", str(len(body)).encode())]
        return response

    kinds: tuple[Any, ...] = (NewsforgeError, RequestValidationError, HTTPException, Exception)
    for kind in kinds:
        app.add_exception_handler(kind, answer)
