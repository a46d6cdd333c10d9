"""The reference as one page that needs nothing else: made of the OpenAPI document, without scripts."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files
from typing import Any, Final

from fastapi import FastAPI, Request, Response

Json = dict[str, Any]
PATH: Final = "/reference"
_CSS: Final = files(__package__).joinpath("reference.css").read_text(encoding="utf-8")
_CSS_HASH: Final = base64.b64encode(hashlib.sha256(_CSS.encode()).digest()).decode()
_HEADERS: Final = {
    "Content-Security-Policy": (
        f"default-src 'none'; style-src 'sha256-{_CSS_HASH}'; base-uri 'none'; form-action 'none';"
        " frame-ancestors 'none'"
    ),
    "Cache-Control": "public, max-age=300",
}
_METHODS: Final = ("get", "post", "put", "patch", "delete")


def install(app: FastAPI, *, prefix: str) -> None:
    made: list[tuple[bytes, str]] = []

    async def show(request: Request) -> Response:
        if not made:
            page = render(app.openapi()).encode()
            made.append((page, f'"{hashlib.sha256(page).hexdigest()[:20]}"'))
        page, etag = made[0]
        headers = {**_HEADERS, "ETag": etag}
        if request.headers.get("if-none-match") == etag:
            return Response(status_code=304, headers=headers)
        return Response(page, headers=headers, media_type="text/html")

    app.add_api_route(prefix + PATH, show, methods=["GET"], include_in_schema=False)


def render(document: Json) -> str:
    info = document["info"]
    by_tag = _by_tag(document)
    parts = [
        '<!doctype html><html lang="en"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(info['title'])} API</title><style>{_CSS}</style></head><body><header>",
        f"<h1>{escape(info['title'])} API <small>{escape(info['version'])}</small></h1>",
        _prose(info.get("description", "")),
        '<p class="note">For programs: <a href="openapi.json">the OpenAPI document</a>.</p></header>',
        '<nav aria-label="Operations"><ul>',
        *(_entry(operation) for _, operations in by_tag for operation in operations),
        "</ul></nav><main>",
    ]
    for tag, operations in by_tag:
        parts.append(f'<section><h2 id="tag-{escape(tag["name"])}">{escape(tag["name"])}</h2>')
        parts.append(_prose(tag.get("description", "")))
        parts += [_operation(operation, document) for operation in operations]
        parts.append("</section>")
    parts.append('<section><h2 id="schemas">Schemas</h2>')
    parts += [_schema(name, schema) for name, schema in sorted(document["components"]["schemas"].items())]
    parts.append("</section></main></body></html>")
    return "\n".join(part for part in parts if part)


def _by_tag(document: Json) -> list[tuple[Json, list[Json]]]:
    found: dict[str, list[Json]] = {tag["name"]: [] for tag in document.get("tags", ())}
    for path, item in document["paths"].items():
        for method in _METHODS:
            if method in item:
                operation = {**item[method], "path": path, "method": method}
                found.setdefault(operation.get("tags", ["other"])[0], []).append(operation)
    tags = {tag["name"]: tag for tag in document.get("tags", ())}
    return [(tags.get(name, {"name": name}), operations) for name, operations in found.items() if operations]


def _entry(operation: Json) -> str:
    return f'<li>{_method(operation)} <a href="#{operation["operationId"]}">{escape(operation["summary"])}</a></li>'


def _method(operation: Json) -> str:
    return f'<span class="method {operation["method"]}">{operation["method"].upper()}</span>'


def _operation(operation: Json, document: Json) -> str:
    access = "Needs no credential." if operation.get("security") == [] else ""
    title = f"{_method(operation)} <code>{escape(operation['path'])}</code>"
    parts = [
        f'<article><h3 id="{operation["operationId"]}">{title}</h3>',
        f"<p>{_inline(operation['summary'])}. <code>{operation['operationId']}</code> {access}</p>",
        _prose(operation.get("description", "")),
        _parameters(operation.get("parameters", [])),
        _body(operation.get("requestBody", {}), document),
        _responses(operation["responses"]),
        "</article>",
    ]
    return "\n".join(part for part in parts if part)


def _parameters(parameters: list[Json]) -> str:
    rows = [
        (
            f"<code>{escape(one['name'])}</code>",
            f"{one['in']}{', needed' if one.get('required') else ''}",
            _type(one["schema"]),
            _inline(one.get("description", "") or one["schema"].get("description", "")),
        )
        for one in parameters
    ]
    return _table("Parameters", ("Name", "Where", "Type", ""), rows)


def _body(body: Json, document: Json) -> str:
    parts = []
    for media, content in body.get("content", {}).items():
        schema = content["schema"]
        parts.append(f"<h4>Body</h4><p><code>{escape(media)}</code>: {_type(schema)}</p>")
        name = schema.get("$ref", "").rpartition("/")[2]
        examples = document["components"]["schemas"].get(name, {}).get("examples", [])
        parts += [f"<pre>{escape(json.dumps(one, ensure_ascii=False, indent=2))}</pre>" for one in examples[:1]]
    return "\n".join(parts)


def _responses(responses: Json) -> str:
    rows = [
        (
            f"<code>{escape(status)}</code>",
            ", ".join(_type(content.get("schema", {})) for content in answer.get("content", {}).values()),
            _inline(answer.get("description", "")),
        )
        for status, answer in responses.items()
    ]
    return _table("Answers", ("Status", "Body", ""), rows)


def _schema(name: str, schema: Json) -> str:
    needed = set(schema.get("required", ()))
    rows = [
        (
            f"<code>{escape(member)}</code>",
            _type(one) + (", needed" if member in needed else ""),
            _inline(one.get("description", "")),
        )
        for member, one in schema.get("properties", {}).items()
    ]
    head = f'<article><h3 id="schema-{escape(name)}">{escape(name)}</h3>'
    rest = _table("Members", ("Name", "Type", ""), rows) or f"<p>{_type(schema)}</p>"
    return head + _prose(schema.get("description", "")) + rest + "</article>"


def _type(schema: Json) -> str:
    """What a value may be, in a few words; a named schema as a link."""
    if "$ref" in schema:
        name = escape(schema["$ref"].rpartition("/")[2])
        return f'<a href="#schema-{name}">{name}</a>'
    if options := schema.get("anyOf") or schema.get("oneOf"):
        return " or ".join(dict.fromkeys(_type(option) for option in options))
    if "enum" in schema:
        return " | ".join(f"<code>{escape(str(one))}</code>" for one in schema["enum"])
    if "const" in schema:
        return f"<code>{escape(json.dumps(schema['const']))}</code>"
    kind = schema.get("type", "any")
    if kind == "array":
        return f"list of {_type(schema.get('items', {}))}"
    bounds = ", ".join(_bounds(schema))
    said = escape(schema.get("format", "") or str(kind))
    return f"{said} ({bounds})" if bounds else said


def _bounds(schema: Json) -> Iterator[str]:
    for name, sign in (("minLength", "≥"), ("maxLength", "≤"), ("minimum", "≥"), ("maximum", "≤")):
        if name in schema:
            yield f"{sign} {schema[name]:g}" + (" characters" if name.endswith("Length") else "")


def _table(caption: str, heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """Cells are HTML already."""
    if not rows:
        return ""
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>"


def _prose(text: str) -> str:
    return "".join(f"<p>{_inline(one)}</p>" for one in re.split(r"\n\s*\n", text.strip()) if one)


def _inline(text: str) -> str:
    marked = re.sub(r"`+([^`]+)`+", r"<code>\1</code>", escape(text, quote=False))
    return re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", marked)
