"""The OpenAPI document: what FastAPI knows, and what is true of every operation."""

from __future__ import annotations

from typing import Any, Final

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from newsforge.domains.access.cookies import SECURE_NAMES
from newsforge.kit.http.errors import PROBLEM_MEDIA_TYPE, Problem

TAGS: Final = [
    {"name": "accounts", "description": "Sign-up, sign-in, sessions, profile."},
    {"name": "workspaces", "description": "Tenants: members and invitations."},
    {"name": "api-keys", "description": "Keys for programs."},
    {"name": "provider-keys", "description": "A workspace's own keys at AI vendors."},
    {"name": "conversions", "description": "An article turned into posts."},
    {"name": "posts", "description": "Edit, regenerate, approve one post."},
    {"name": "articles", "description": "Source articles in their versions."},
    {"name": "writers", "description": "Who can write for a workspace."},
    {"name": "demonstration", "description": "What it does, without an account."},
    {"name": "platforms", "description": "What each platform allows, and how it counts."},
    {"name": "usage", "description": "What was used, and what is left."},
    {"name": "health", "description": "Is the service up, and what is it waiting for?"},
]
DESCRIPTION: Final = """\
A news article becomes posts that are ready to publish, and every sentence is traced to the article.

**Who is asking.** Programs send `Authorization: Bearer` with an access token or an API key. Browsers use
`POST /api/v1/auth/session`, which sets cookies that no script can read. `NewsForge-Workspace` names the workspace; the
personal one is taken when it is left out.

**Errors** are problem documents (RFC 9457): `type` and `code` are stable, `detail` states the fact, `remedy` says what
to do, `trace_id` is what support asks for.

**Lists** are `{items, next_cursor}`. **Limits** are told in `RateLimit`, `RateLimit-Policy` and `Retry-After`.
"""
_PROBLEM: Final = {
    "description": "Any other error, as a problem document.",
    "content": {PROBLEM_MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
}
#: Operations that need no credential.
_OPEN_TAG: Final = "x-anonymous"


def install(app: FastAPI) -> None:
    def document() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = make_document(app)
        return app.openapi_schema

    # FastAPI's own way to change the document.
    app.openapi = document  # type: ignore[method-assign]


def make_document(app: FastAPI) -> dict[str, Any]:
    document = get_openapi(
        title=app.title,
        version=app.version,
        openapi_version="3.1.0",
        description=DESCRIPTION,
        routes=app.routes,
        tags=TAGS,
    )
    components = document.setdefault("components", {})
    schemas = components.setdefault("schemas", {})
    schemas["Problem"] = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas.update(schemas["Problem"].pop("$defs", {}))
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    components["securitySchemes"] = {
        "bearer": {"type": "http", "scheme": "bearer", "description": "An access token or an API key."},
        "session": {
            "type": "apiKey",
            "in": "cookie",
            "name": SECURE_NAMES.access,
            "description": "Set by POST /api/v1/auth/session.",
        },
    }
    document["externalDocs"] = {"url": "/api/v1/reference", "description": "The same as a page to read."}
    document["security"] = [{"bearer": []}, {"session": []}]
    for path in document["paths"].values():
        for operation in path.values():
            _complete(operation)
    return document


def _complete(operation: dict[str, Any]) -> None:
    responses = operation["responses"]
    validation = responses.get("422")
    if validation is not None and "HTTPValidationError" in str(validation):
        responses["422"] = {**_PROBLEM, "description": "`invalid_request`: `errors` says where."}
    for answer in responses.values():
        content = answer.get("content", {})
        if PROBLEM_MEDIA_TYPE in content:
            # FastAPI adds the model under application/json, which is not how problems are sent.
            content.pop("application/json", None)
    responses.setdefault("default", dict(_PROBLEM))
    if operation.pop(_OPEN_TAG, False):
        operation["security"] = []
