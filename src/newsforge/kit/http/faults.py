"""What is wrong with one field, in words for whoever sent it.

The schema's own checker speaks of Python: "List should have at least 1 item after validation, not 0". What it finds
most is said here instead, in sentences that :mod:`newsforge.phrases` has in other languages too.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

_SAID: Final = {
    "missing": "This is required.",
    "extra_forbidden": "There is no such member.",
    "string_type": "This must be text.",
    "string_unicode": "This is no valid text (UTF-8).",
    "bool_type": "This must be true or false.",
    "bool_parsing": "This must be true or false.",
    "int_type": "This must be a whole number.",
    "int_parsing": "This must be a whole number.",
    "int_parsing_size": "This number is too large.",
    "int_from_float": "This must be a whole number.",
    "float_type": "This must be a number.",
    "float_parsing": "This must be a number.",
    "finite_number": "This must be a number.",
    "list_type": "This must be a list.",
    "dict_type": "This must be a JSON object.",
    "model_type": "This must be a JSON object.",
    "model_attributes_type": "This must be a JSON object.",
    "uuid_type": "This must be an id (a UUID).",
    "uuid_parsing": "This must be an id (a UUID).",
    "json_invalid": "This is no valid JSON.",
    "json_type": "This is no valid JSON.",
}
_NO_MAIL: Final = "value is not a valid email address: "
#: How the framework tells that a form's field came without a file.
_NO_FILE: Final = "Expected UploadFile"


def message_of(fault: Mapping[str, Any]) -> str:
    """``fault`` is one of pydantic's; what is not known here is told in its words."""
    kind, limits = fault["type"], fault.get("ctx", {})
    own = str(fault["msg"]).removeprefix("Value error, ")
    if kind == "string_pattern_mismatch" and fault["loc"] and fault["loc"][-1] == "email":
        return "This is no e-mail address."
    if own.startswith(_NO_MAIL):
        return f"This is no e-mail address: {own.removeprefix(_NO_MAIL)}"
    if own.startswith(_NO_FILE):
        return "This must be a file."
    if kind in {"string_too_short", "too_short"}:
        return _too_little(limits["min_length"], is_list=limits.get("field_type") == "List")
    if kind in {"string_too_long", "too_long"}:
        return _too_much(limits["max_length"], is_list=limits.get("field_type") == "List")
    if kind == "greater_than_equal":
        return f"This must be at least {limits['ge']}."
    if kind == "less_than_equal":
        return f"This must be at most {limits['le']}."
    if kind in {"literal_error", "enum"}:
        return f"This must be one of {limits['expected'].replace(' or ', ', ')}."
    if kind == "string_pattern_mismatch":
        return f"This is not written as it has to be: {limits['pattern']}"
    return _SAID.get(kind, own)


def _too_little(least: int, *, is_list: bool) -> str:
    if least == 1:
        return "This must not be empty."
    return f"This needs at least {least} entries." if is_list else f"This needs at least {least} characters."


def _too_much(most: int, *, is_list: bool) -> str:
    return f"This can have at most {most} entries." if is_list else f"This can have at most {most} characters."
