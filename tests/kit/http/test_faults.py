"""What is wrong with a field is told in words for people, in their language, by whatever rule it was found."""

from typing import Annotated, Literal
from uuid import UUID

import pytest
from pydantic import BaseModel, ConfigDict, EmailStr, Field, SecretStr, TypeAdapter, ValidationError

from newsforge.kit.http.faults import message_of
from newsforge.kit.http.moments import Moment
from newsforge.phrases import say


class Inner(BaseModel):
    a: int


class Sent(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, Field(min_length=1, max_length=5)] = "a"
    code: Annotated[str, Field(min_length=3, pattern="^[a-z. ]+$")] = "abc"
    email: Annotated[str, Field(pattern="^[^@]+@[^@]+$")] = "a@b"
    password: Annotated[SecretStr, Field(min_length=10, max_length=20)] = SecretStr("x")
    items: Annotated[list[str], Field(min_length=1, max_length=2)] = ["a"]
    pair: Annotated[list[str], Field(min_length=2)] = ["a", "b"]
    count: Annotated[int, Field(ge=1, le=100)] = 1
    role: Literal["owner", "admin", "editor"] = "owner"
    is_on: bool = True
    ratio: float = 1.0
    of: UUID | None = None
    at: Moment | None = None
    inner: Inner | None = None


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("more", 1, "There is no such member."),
        ("name", 1, "This must be text."),
        ("name", "", "This must not be empty."),
        ("name", "abcdef", "This can have at most 5 characters."),
        ("code", "a", "This needs at least 3 characters."),
        ("code", "A.  B", "This is not written as it has to be: ^[a-z. ]+$"),
        ("email", "nobody", "This is no e-mail address."),
        ("password", "short", "This needs at least 10 characters."),
        ("password", "x" * 21, "This can have at most 20 characters."),
        ("items", "a", "This must be a list."),
        ("items", [], "This must not be empty."),
        ("items", ["a"] * 3, "This can have at most 2 entries."),
        ("pair", ["a"], "This needs at least 2 entries."),
        ("count", 0, "This must be at least 1."),
        ("count", 101, "This must be at most 100."),
        ("count", "many", "This must be a whole number."),
        ("count", 1.5, "This must be a whole number."),
        ("count", None, "This must be a whole number."),
        ("count", "9" * 5000, "This number is too large."),
        ("role", "king", "This must be one of 'owner', 'admin', 'editor'."),
        ("is_on", "perhaps", "This must be true or false."),
        ("ratio", "much", "This must be a number."),
        ("of", "x", "This must be an id (a UUID)."),
        ("at", 5, "This must be a date and time with its offset, such as 2026-11-12T15:30:00+09:00."),
        ("inner", [], "This must be a JSON object."),
        ("inner", {}, "This is required."),
    ],
)
def test_a_fault_is_told_in_words_for_people(field, value, told):
    with pytest.raises(ValidationError) as refused:
        Sent.model_validate({field: value})
    message = message_of(refused.value.errors()[0])
    assert message == told
    for language, letters in (("ko", ("가", "힣")), ("ja", ("ぁ", "ん"))):
        assert any(letters[0] <= letter <= letters[1] for letter in say(message, language)), language


def test_an_address_that_the_checker_of_addresses_refuses_is_told_so_too():
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(dict[Literal["email"], EmailStr]).validate_python({"email": "a@b@c"})
    message = message_of(refused.value.errors()[0])
    assert message.startswith("This is no e-mail address: The ")
    assert say(message, "ko") == "이메일 주소가 아닙니다."


def test_what_is_not_known_is_told_in_the_checkers_own_words():
    assert message_of({"type": "new", "loc": (), "msg": "Value error, it is blue"}) == "it is blue"
