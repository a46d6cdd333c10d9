"""A problem is told in the language that its reader asked for, and names it; its code stays what it is."""

import json

import pytest
from fastapi.exceptions import RequestValidationError
from hypothesis import given
from hypothesis import strategies as st

from newsforge.api.problems import as_service_error, render
from newsforge.kit.http.errors import NotFound, ServiceError, Unprocessable
from newsforge.phrases.documents import language_of


def told(error: ServiceError, wish: str | None) -> tuple[dict[str, str], dict]:
    headers = [] if wish is None else [(b"accept-language", wish.encode())]
    _, answered, body = render(error, {"type": "http", "headers": headers})
    return {name.decode(): value.decode() for name, value in answered}, json.loads(body)


@pytest.mark.parametrize(
    ("wish", "language"),
    [
        (None, "en"), ("", "en"), ("*", "en"), ("ja", "ja"), ("ko", "ko"), ("ko-KR,ko;q=0.9,en-US;q=0.8,en;q=0.7", "ko"),
        ("en-US,en;q=0.9,ko;q=0.8", "en"), ("ja-JP,ko;q=0.9,en;q=0.8", "ja"), ("fr,ko;q=0.9,en;q=0.8", "ko"), ("en;q=0.2, ko;q=0.7", "ko"), ("ko;q=0", "en"),
        ("ko;q=x", "en"), ("KO", "ko"), ("korean", "en"),
    ],
)  # fmt: skip
def test_the_language_liked_best_counts(wish, language):
    headers, document = told(NotFound(), wish)
    assert headers["content-language"] == language
    assert headers["vary"] == "Accept-Language"
    assert document["code"] == "not_found"
    assert document["type"] == "urn:newsforge:problem:not_found"
    assert (document["title"] == "Not Found") == (language == "en")
    assert document["detail"].isascii() == (language == "en")
    assert document["remedy"].isascii() == (language == "en")


def test_the_faults_of_fields_are_told_too_and_what_has_no_korean_stays():
    faults = [
        {"pointer": "/source", "message": "This post is not written yet."},
        {"pointer": "/platforms", "message": "Something that nobody has translated"},
    ]
    _, document = told(Unprocessable("Nobody has translated this.", members={"errors": faults}), "ko")
    assert document["errors"][0] == {"pointer": "/source", "message": "아직 작성되지 않은 게시물입니다."}
    assert document["errors"][1] == faults[1]
    assert document["detail"] == "Nobody has translated this."
    assert faults[0]["message"] == "This post is not written yet."


@pytest.mark.parametrize(
    ("wish", "detail", "faults"),
    [
        ("en", "The request does not fit at /email: This is required.", ["This is required.", "This must be text."]),
        ("ko", "요청이 형식에 맞지 않습니다. /email: 필수 항목입니다.", ["필수 항목입니다.", "문자열이어야 합니다."]),
        (
            "ja",
            "リクエストが形式に合っていません。/email: 必須項目です。",
            ["必須項目です。", "文字列にしてください。"],
        ),
    ],
)
def test_a_request_that_does_not_fit_is_told_why(wish, detail, faults):
    found = [
        {"type": "missing", "loc": ("body", "email"), "msg": "Field required"},
        {"type": "string_type", "loc": ("body", "name"), "msg": "Input should be a valid string"},
    ]
    _, document = told(as_service_error(RequestValidationError(found)), wish)
    assert document["detail"] == detail
    assert [fault["message"] for fault in document["errors"]] == faults


@given(st.binary(max_size=400))
def test_any_wish_is_answered(wish):
    assert language_of(wish) in {"en", "ko", "ja"}
