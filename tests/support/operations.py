"""Every operation of the OpenAPI document, so that no test has to list what a new endpoint would be missing from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import uuid4

from newsforge.api.application import make_framework

Json = dict[str, Any]


@dataclass(frozen=True)
class Parameter:
    name: str
    where: str
    is_needed: bool
    schema: Json


@dataclass(frozen=True)
class Operation:
    """``path`` without the prefix that all have. ``media`` is that of the body, empty where there is none."""

    id: str
    method: str
    path: str
    is_anonymous: bool
    parameters: tuple[Parameter, ...]
    media: str
    body_schema: Json

    def of(self, where: str) -> list[Parameter]:
        return [parameter for parameter in self.parameters if parameter.where == where]

    def request(self, path: Json | None = None, *, query: Json | None = None, body: Any = None) -> Json:
        """What an HTTP client sends: valid, with ids of nothing where none are given."""
        headers = {one.name: _sample(one.name, one.schema) for one in self.of("header") if one.is_needed}
        if any(one.name.lower() == "if-match" for one in self.of("header")):
            headers["If-Match"] = '"1"'
        found: Json = {
            "method": self.method,
            "url": self.path.format_map(
                {one.name: (path or {}).get(one.name, _sample(one.name, one.schema)) for one in self.of("path")}
            ),
            "params": {one.name: _sample(one.name, one.schema) for one in self.of("query") if one.is_needed}
            | (query or {}),
            "headers": headers,
        }
        if self.media == "application/json":
            found["json"] = self.sample_body() if body is None else body
        elif self.media:
            found["files"] = {"file": ("a.txt", b"Hanbit City will raise its fare next March.", "text/plain")}
            found["data"] = {"wishes": '{"platforms": ["x"]}'} | (body or {})
        return found

    def sample_body(self) -> Any:
        return sample_of(self.body_schema)


@cache
def document() -> Json:
    return make_framework().openapi()


@cache
def operations() -> tuple[Operation, ...]:
    return tuple(
        _operation(method, path, raw)
        for path, item in document()["paths"].items()
        for method, raw in item.items()
        if method != "parameters"
    )


def named(operation: Operation) -> str:
    return operation.id


def _operation(method: str, path: str, raw: Json) -> Operation:
    media, content = next(iter(raw.get("requestBody", {}).get("content", {}).items()), ("", {}))
    return Operation(
        id=raw["operationId"],
        method=method.upper(),
        path=path.removeprefix("/api/v1"),
        is_anonymous=raw.get("security") == [],
        parameters=tuple(
            Parameter(one["name"], one["in"], one.get("required", False), resolve(one["schema"]))
            for one in raw.get("parameters", [])
        ),
        media=media,
        body_schema=resolve(content.get("schema", {})),
    )


def resolve(schema: Json) -> Json:
    while "$ref" in schema:
        found: Json = document()
        for step in schema["$ref"].removeprefix("#/").split("/"):
            found = found[step]
        schema = found
    return schema


def _sample(name: str, schema: Json) -> Any:
    return "x" if name == "q" else sample_of(schema)


def sample_of(schema: Json) -> Any:
    """A value that fits: the schema's own example where it has one."""
    schema = resolve(schema)
    for key in ("examples", "enum"):
        if schema.get(key):
            return schema[key][-1 if key == "examples" else 0]
    if "const" in schema:
        return schema["const"]
    if "default" in schema:
        return schema["default"]
    if options := schema.get("anyOf") or schema.get("oneOf"):
        return sample_of(options[0])
    match schema.get("type"):
        case "object":
            needed = schema.get("required", [])
            return {name: sample_of(schema["properties"][name]) for name in needed}
        case "array":
            return [sample_of(schema["items"])] * schema.get("minItems", 0)
        case "integer" | "number":
            return schema.get("minimum", 1)
        case "boolean":
            return False
        case _:
            return _text(schema)


def _text(schema: Json) -> str:
    match schema.get("format"):
        case "uuid":
            return str(uuid4())
        case "email":
            return f"someone-{uuid4().hex}@example.com"
        case "date-time":
            return "2026-11-12T15:30:00Z"
        case _:
            return "a-value-long-enough-for-all".ljust(schema.get("minLength", 1), "x")[: schema.get("maxLength", 60)]


def text_places(schema: Json, pointer: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Where in a body a string can stand, as paths of keys (0 for the first item of a list)."""
    schema = resolve(schema)
    found: list[tuple[Any, ...]] = []
    for option in [schema, *schema.get("anyOf", []), *schema.get("oneOf", [])]:
        one = resolve(option)
        if one.get("type") == "string" and pointer not in found:
            found.append(pointer)
        for name, child in one.get("properties", {}).items():
            found += text_places(child, (*pointer, name))
        if one.get("type") == "array":
            found += text_places(one["items"], (*pointer, 0))
    return list(dict.fromkeys(found))


def put_at(body: Any, place: tuple[Any, ...], value: Any) -> Any:
    """A copy of ``body`` with ``value`` at ``place``; what is missing on the way is made."""
    if not place:
        return value
    step, *rest = place
    if step == 0:
        return [put_at(None, tuple(rest), value)]
    return {**(body if isinstance(body, dict) else {}), step: put_at((body or {}).get(step), tuple(rest), value)}
