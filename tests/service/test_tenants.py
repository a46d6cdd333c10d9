"""Whoever asks for what belongs to another tenant is told exactly what they are told about what does not exist."""

from uuid import uuid4

import pytest

from tests.support.operations import Operation, named, operations, resolve
from tests.support.whole_service import convert, order

WITH_IDS = [one for one in operations() if any(p.name.endswith("_id") for p in one.of("path"))]


@pytest.fixture(scope="module")
def home(api, owner):
    """The header that names the owner's own team."""
    with api.client(owner) as http:
        return {"NewsForge-Workspace": http.post("/workspaces", json={"name": "Theirs"}).json()["id"]}


@pytest.fixture(scope="module")
def belongings(api, owner, home):
    """One of everything that has an id, all of it the owner's."""
    with api.client(owner, **home) as http:
        conversion = convert(http)
        key = http.post("/api-keys", json={"name": "theirs"}).json()
        invitation = http.post("/invitations", json={"email": f"{uuid4().hex}@example.com", "role": "viewer"}).json()
        session = http.get("/me/sessions").json()["items"][0]
    return {
        "conversion_id": conversion["id"],
        "post_id": conversion["posts"][0]["id"],
        "article_id": conversion["article"]["id"],
        "key_id": key["id"],
        "invitation_id": invitation["id"],
        "session_id": session["id"],
        "user_id": owner.user_id,
    }


@pytest.fixture(scope="module")
def strangers_key(api, stranger):
    with api.client(stranger) as http:
        made = http.post(
            "/api-keys",
            json={"name": "mine", "scopes": ["conversions:read", "conversions:write", "posts:write", "posts:approve"]},
        )
    return made.json()["key"]


def _said(answer):
    problem = answer.json()
    return answer.status_code, {name: problem[name] for name in ("type", "code", "title", "detail", "remedy", "status")}


def test_ids_stand_in_paths_and_one_in_a_body():
    """An id in a query or in another body would need a case of its own here."""

    def has_id(schema):
        schema = resolve(schema)
        inner = [*schema.get("properties", {}).values(), *schema.get("anyOf", []), schema.get("items", {})]
        return schema.get("format") == "uuid" or any(has_id(child) for child in inner if child)

    assert WITH_IDS
    assert [one.id for one in operations() if has_id(one.body_schema)] == ["create_conversion"]
    assert [one.id for one in operations() for p in one.of("query") + one.of("header") if has_id(p.schema)] == []


@pytest.mark.parametrize("version", [{}, {"article_version": 1}], ids=["the latest", "the first"])
@pytest.mark.parametrize("credential", ["token", "key"])
def test_anothers_article_cannot_be_converted(api, belongings, stranger, strangers_key, credential, version):
    def convert_article(http, article_id):
        source = {"article_id": article_id, **version}
        return http.post("/conversions", json={"source": source, "platforms": ["x"], "writer": "embedded"})

    with api.client(stranger if credential == "token" else strangers_key) as http:
        theirs = convert_article(http, belongings["article_id"])
        nobodys = convert_article(http, str(uuid4()))
    assert theirs.status_code == 422  # nothing is missing at this address: the body is wrong
    assert _said(theirs) == _said(nobodys)


@pytest.mark.parametrize("operation", WITH_IDS, ids=named)
@pytest.mark.parametrize("credential", ["token", "key"])
def test_what_is_anothers_does_not_exist(api, belongings, stranger, strangers_key, operation: Operation, credential):
    with api.client(stranger if credential == "token" else strangers_key) as http:
        theirs = http.request(**operation.request(belongings))
        nobodys = http.request(**operation.request())
    assert theirs.status_code in ({404} if credential == "token" else {404, 403})
    assert _said(theirs) == _said(nobodys)


@pytest.mark.parametrize("operation", [one for one in operations() if not one.is_anonymous], ids=named)
def test_no_operation_works_in_anothers_workspace(api, owner, stranger, strangers_key, operation: Operation):
    for credential in (stranger, strangers_key):
        with api.client(credential, **{"NewsForge-Workspace": owner.workspace_id}) as http:
            theirs = http.request(**operation.request())
        with api.client(credential, **{"NewsForge-Workspace": str(uuid4())}) as http:
            nobodys = http.request(**operation.request())
        assert theirs.status_code == 404
        assert _said(theirs) == _said(nobodys)


def test_lists_show_nothing_of_others_and_all_is_as_it_was(api, owner, stranger, belongings, home):
    lists = [one for one in operations() if one.method == "GET" and not one.of("path") and not one.is_anonymous]
    assert len(lists) > 8
    with api.client(stranger) as http:
        convert(http, order())
        for operation in lists:
            shown = http.request(**operation.request()).text
            assert not [name for name, value in belongings.items() if value in shown], operation.id
    with api.client(owner, **home) as http:
        assert http.get(f"/conversions/{belongings['conversion_id']}").json()["posts"][0]["version"] == 1
        assert belongings["key_id"] in http.get("/api-keys").text
        assert belongings["invitation_id"] in http.get("/invitations").text
        assert belongings["session_id"] in http.get("/me/sessions").text


def test_an_idempotency_key_is_the_workspaces_own(api, owner, stranger):
    key = {"Idempotency-Key": uuid4().hex}
    with api.client(owner) as one, api.client(stranger) as other:
        first = one.post("/conversions", json=order(), headers=key)
        second = other.post("/conversions", json=order(), headers=key)
        again = one.post("/conversions", json=order(), headers=key)
    assert first.status_code == second.status_code == again.status_code == 202
    assert first.json()["id"] == again.json()["id"] != second.json()["id"]
