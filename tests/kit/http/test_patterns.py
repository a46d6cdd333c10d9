"""A pattern of the document must mean one thing to the service, to its clients and to those who generate requests."""

import re
from typing import Annotated

import jsonschema_rs
import pytest
from pydantic import Field, TypeAdapter, ValidationError

from newsforge.kit.http.patterns import SPACE

PATTERN = rf"^[^{SPACE}]$"
#: Every white space of Unicode, what one of the dialects takes for it, and their neighbours.
SUSPECTS = sorted(
    {chr(point) for point in (*range(0x100), *range(0x2000, 0x2070), 0x1680, 0x180E, 0x3000, 0xFEFF)}
    | {chr(point) for point in range(0x10000) if chr(point).isspace()}
)


def _is_accepted(text):
    try:
        TypeAdapter(Annotated[str, Field(pattern=PATTERN)]).validate_python(text)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize("text", SUSPECTS, ids=lambda text: f"U+{ord(text):04X}")
def test_white_space_is_the_same_to_every_dialect(text):
    answers = {
        _is_accepted(text),
        jsonschema_rs.Draft202012Validator({"type": "string", "pattern": PATTERN}).is_valid(text),
        re.search(PATTERN, text) is not None,
    }
    assert len(answers) == 1
