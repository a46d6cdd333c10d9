"""Everything that can be written into a text parameter, into each of them."""

import json
import random
from urllib.parse import quote

import pytest

from tests.support.operations import Operation, named, operations, put_at, text_places
from tests.support.whole_service import convert

SQL = [
    "' OR '1'='1",
    "'; DROP TABLE conversions; --",
    "1) UNION SELECT email, password_hash FROM users --",
    "\\'; SELECT pg_sleep(20); --",
    "%' AND workspace_id IS NOT NULL --",
    "$1; DELETE FROM posts",
]
ODD = [
    "\x00",
    "a\x00b",
    "\ud800",
    "\udfff\ud800",
    "\u202e\u200b\ufeff",
    "\x1b[2J\r\n",
    "{{7*7}}${7*7}",
    "../../etc/passwd",
]
LARGE = "ㄱ" * 350_000  # 1 MB
DEEP = b'{"a":' * 30_000 + b"1" + b"}" * 30_000
MANY = 4


@pytest.fixture(scope="module")
def marked(whole, api, worker):
    """Somebody whose belongings carry a word that nobody else may ever see."""
    person = whole.join(api)
    word = "Quillfeather-9417"
    with api.client(person) as http:
        text = f"{word} City will raise its bus fare to 1,700 won next March, the city said on Thursday."
        convert(http, {"source": {"text": text}, "platforms": ["x"], "writer": "embedded"})
    return word


@pytest.fixture(scope="module")
def attacker(whole, api):
    return whole.join(api)


def _values(operation):
    chosen = random.Random(operation.id)
    return [*chosen.sample(SQL, MANY), *ODD]


def _send(whole, api, attacker, request, *, content=None):
    """With a session of its own where it could be ended."""
    ending = request["url"].startswith(("/auth/sign-out", "/me/deletion"))
    person = whole.mint(attacker) if ending else attacker
    headers = {**request.pop("headers"), "Authorization": f"Bearer {person.token}"}
    if content is not None:
        request.pop("json", None)
        headers["Content-Type"] = "application/json"
        request["content"] = content
    elif "json" in request:
        # As JSON writes them: lone surrogates as \ud800, which no UTF-8 could hold.
        request["content"] = json.dumps(request.pop("json")).encode()
        headers["Content-Type"] = "application/json"
    with api.client() as http:
        return http.request(**request, headers=headers)


def _check(answer, marked):
    assert answer.status_code < 500, (answer.request.url, answer.text)
    assert marked not in answer.text
    if answer.status_code >= 400:
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["trace_id"]


WITH_TEXT = [
    one for one in operations() if one.of("query") or one.of("path") or text_places(one.body_schema) or one.of("header")
]


@pytest.mark.parametrize("operation", WITH_TEXT, ids=named)
def test_no_text_breaks_an_operation_or_shows_what_is_anothers(whole, api, attacker, marked, operation: Operation):
    for value in _values(operation):
        printable = value.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
        for parameter in operation.of("path"):
            _check(_send(whole, api, attacker, operation.request({parameter.name: quote(printable, safe="")})), marked)
        for parameter in operation.of("query"):
            _check(_send(whole, api, attacker, operation.request(query={parameter.name: printable})), marked)
        for parameter in operation.of("header"):
            request = operation.request()
            request["headers"][parameter.name] = value.encode("utf-8", "surrogatepass").translate(None, b"\x00\r\n")
            answer = _send_raw(api, attacker, request)
            if answer.text != "Invalid HTTP request received.":  # which is what it is with an escape in a header
                _check(answer, marked)
        if operation.media == "application/json":
            for place in text_places(operation.body_schema):
                body = put_at(operation.sample_body(), place, value)
                _check(_send(whole, api, attacker, operation.request(body=body)), marked)


def _send_raw(api, attacker, request):
    headers = [
        (name.encode(), text if isinstance(text, bytes) else text.encode()) for name, text in request["headers"].items()
    ]
    with api.client(attacker) as http:
        return http.request(**{**request, "headers": headers})


@pytest.mark.parametrize("operation", [one for one in operations() if text_places(one.body_schema)], ids=named)
def test_a_megabyte_in_any_text_is_told_what_is_wrong(whole, api, attacker, marked, operation: Operation):
    if operation.media != "application/json":
        answer = _send(whole, api, attacker, operation.request(body={"wishes": LARGE}))
        assert answer.status_code in {400, 422}
        return
    for place in text_places(operation.body_schema):
        body = put_at(operation.sample_body(), place, LARGE)
        answer = _send(whole, api, attacker, operation.request(body=body))
        _check(answer, marked)
        # An article may be so long; nothing else may.
        assert answer.status_code in {413, 422} or place[0] in {"source", "parts"}, place
        assert len(answer.content) < 20_000 or answer.status_code < 400


BODIES = {
    "deep": DEEP,
    "deep list": b"[" * 50_000 + b"]" * 50_000,
    "no JSON": b"{",
    "nothing": b"",
    "a number": b"1e999999",
    "NaN": b'{"name": NaN}',
    "not UTF-8": b'{"name": "\xff\xfe"}',
    "a list": b"[]",
    "null": b"null",
    "long number": b'{"name": ' + b"9" * 5000 + b"}",
}


#: Their body is optional.
MAY_SAY_NOTHING = {"approve_post", "try_provider_key"}


@pytest.mark.parametrize("operation", [one for one in operations() if one.media], ids=named)
def test_no_body_is_more_than_refused(whole, api, attacker, marked, operation: Operation):
    for name, content in BODIES.items():
        answer = _send(whole, api, attacker, operation.request(), content=content)
        _check(answer, marked)
        if not (operation.id in MAY_SAY_NOTHING and name in {"null", "nothing"}):
            assert answer.status_code in {400, 404, 415, 422}, (name, answer.status_code)


@pytest.mark.parametrize("operation", [one for one in operations() if one.media], ids=named)
@pytest.mark.parametrize(
    "media", ["text/plain", "application/xml", "multipart/form-data", "application/json; charset=x", "nonsense", ""]
)
def test_no_content_type_breaks_an_operation(api, attacker, marked, operation: Operation, media):
    request = operation.request()
    for key in ("json", "files", "data"):
        request.pop(key, None)
    request["headers"]["Content-Type"] = media
    with api.client(attacker) as http:
        _check(http.request(**request, content=b'{"a": 1}'), marked)


def test_nothing_was_harmed(whole):
    for table in ("conversions", "posts", "users", "articles", "jobs"):
        assert whole.value(f"SELECT count(*) FROM {table}") >= 0
    assert whole.value("SELECT count(*) FROM conversions") > 0
