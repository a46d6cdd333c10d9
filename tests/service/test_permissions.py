"""Each operation, asked by nobody, by every role, and by an API key of every scope."""

from uuid import uuid4

import pytest

from newsforge.domains.access.principal import ROLE_SCOPES, ROLES, SCOPES
from tests.support.operations import Operation, named, operations

ANYBODY = {
    "sign_up",
    "verify_email",
    "resend_verification",
    "sign_in",
    "refresh_tokens",
    "forgot_password",
    "reset_password",
    "open_session",
    "close_session",
    "refresh_session",
    "look_up_invitation",
    "list_platforms",
    "get_demonstration",
    "get_health",
    "get_readiness",
}
PERSON = "person"
MEMBER = "member"
#: What each operation asks for: a scope, to be a person (no API key), or nothing but a valid credential.
NEEDS = {
    "sign_out": PERSON,
    "sign_out_everywhere": PERSON,
    "change_password": PERSON,
    "get_me": MEMBER,
    "change_me": PERSON,
    "list_sessions": PERSON,
    "end_session": PERSON,
    "export_me": PERSON,
    "delete_me": PERSON,
    "list_workspaces": MEMBER,
    "create_workspace": PERSON,
    "get_workspace": MEMBER,
    "delete_workspace": "workspace:manage",
    "rename_workspace": "workspace:manage",
    "list_members": "members:read",
    "change_member_role": "members:manage",
    "remove_member": "members:manage",
    "list_invitations": "members:manage",
    "create_invitation": "members:manage",
    "withdraw_invitation": "members:manage",
    "accept_invitation": PERSON,
    "create_api_key": "keys:manage",
    "list_api_keys": "keys:manage",
    "revoke_api_key": "keys:manage",
    "put_provider_key": "keys:manage",
    "delete_provider_key": "keys:manage",
    "list_provider_keys": "keys:manage",
    "try_provider_key": "keys:manage",
    "list_writers": "conversions:read",
    "create_conversion": "conversions:write",
    "list_conversions": "conversions:read",
    "create_conversion_from_file": "conversions:write",
    "get_conversion": "conversions:read",
    "delete_conversion": "conversions:write",
    "cancel_conversion": "conversions:write",
    "retry_conversion": "conversions:write",
    "follow_conversion": "conversions:read",
    "export_conversion": "conversions:read",
    "get_post": "conversions:read",
    "edit_post": "posts:write",
    "check_post_edit": "conversions:read",  # it saves nothing
    "list_post_versions": "conversions:read",
    "restore_post": "posts:write",
    "approve_post": "posts:approve",
    "unapprove_post": "posts:approve",
    "regenerate_post": "posts:write",
    "list_articles": "conversions:read",
    "get_article": "conversions:read",
    "list_article_versions": "conversions:read",
    "get_article_version": "conversions:read",
    "get_usage": "conversions:read",
    "list_audit_entries": "members:manage",
}
_MISSING = {"forbidden", "not_a_person"}


def test_the_table_knows_every_operation():
    assert {one.id for one in operations() if one.is_anonymous} == ANYBODY
    assert {one.id for one in operations() if not one.is_anonymous} == set(NEEDS)


@pytest.mark.parametrize("operation", [one for one in operations() if not one.is_anonymous], ids=named)
@pytest.mark.parametrize(
    "header", [None, "", "Bearer", "Bearer x", "Basic b3duZXI6cGFzcw==", "Bearer nf_live_nonsense", "bearer a.b.c"]
)
def test_without_a_valid_credential_nothing_is_done(api, operation: Operation, header):
    request = operation.request()
    if header is not None:
        request["headers"]["Authorization"] = header
    with api.client() as http:
        answer = http.request(**request)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")
    assert answer.json()["remedy"]


@pytest.fixture(scope="module")
def boss(whole, api):
    return whole.join(api)


@pytest.fixture(scope="module")
def team(whole, api, boss):
    """A team workspace with one member of each role; who asks in it is given by the header."""
    with api.client(boss) as http:
        workspace_id = http.post("/workspaces", json={"name": "Newsroom"}).json()["id"]
    members = {"owner": boss}
    for role in ROLES:
        if role != "owner":
            members[role] = whole.join(api)
            whole.give_role(members[role], workspace_id, role)
    return workspace_id, members


@pytest.fixture(scope="module")
def keys(api, owner):
    """One API key for each scope, made by the owner in a workspace that may go."""
    with api.client(owner) as http:
        workspace_id = http.post("/workspaces", json={"name": "Keys"}).json()["id"]
        here = {"NewsForge-Workspace": workspace_id}
        return {
            scope: http.post("/api-keys", json={"name": scope, "scopes": [scope]}, headers=here).json()["key"]
            for scope in SCOPES
        }


def _outcome(http, operation):
    answer = http.request(**operation.request())
    if answer.status_code == 403:
        return answer.json()["code"] not in _MISSING
    assert answer.status_code not in {401, 500}, answer.text
    return True


def _last(operation):
    return operation.id == "delete_workspace"


@pytest.mark.parametrize("role", sorted(ROLES, key=lambda role: role == "owner"))
def test_every_role_may_do_what_it_may_and_no_more(whole, api, team, role):
    workspace_id, members = team
    wrong = {}
    for operation in sorted((one for one in operations() if not one.is_anonymous), key=_last):
        # Some end the session that asks.
        is_ending = operation.id.startswith("sign_out")
        person = whole.mint(members[role]) if is_ending else members[role]
        with api.client(person, **{"NewsForge-Workspace": workspace_id}) as http:
            here = http.get("/workspace")
            assert here.json().get("role") == role, (operation.id, here.text)
            may = _outcome(http, operation)
        need = NEEDS[operation.id]
        if may is not (need in {PERSON, MEMBER} or need in ROLE_SCOPES[role]):
            wrong[operation.id] = may
        if operation.id == "sign_out_everywhere":
            members[role] = whole.mint(members[role])
    assert wrong == {}


@pytest.mark.parametrize("scope", sorted(SCOPES, key=lambda scope: scope == "workspace:manage"))
def test_every_scope_of_an_api_key_opens_its_operations_and_no_other(api, keys, scope):
    wrong = {}
    for operation in sorted((one for one in operations() if not one.is_anonymous), key=_last):
        with api.client(keys[scope]) as http:
            may = _outcome(http, operation)
        if may is not (NEEDS[operation.id] in {MEMBER, scope}):
            wrong[operation.id] = may
    assert wrong == {}


def test_a_key_cannot_have_what_its_maker_has_not(whole, api, owner):
    with api.client(owner) as http:
        workspace_id = http.post("/workspaces", json={"name": uuid4().hex}).json()["id"]
    admin = whole.join(api)
    whole.give_role(admin, workspace_id, "admin")
    with api.client(admin, **{"NewsForge-Workspace": workspace_id}) as http:
        refused = http.post("/api-keys", json={"name": "wide", "scopes": ["workspace:manage"]})
        assert refused.status_code == 422
        key = http.post("/api-keys", json={"name": "own", "scopes": ["members:manage", "members:read"]}).json()["key"]
    with api.client(key) as http:
        assert http.get("/invitations").status_code == 200
        with api.client(owner, **{"NewsForge-Workspace": workspace_id}) as boss:
            assert boss.patch(f"/members/{admin.user_id}", json={"role": "viewer"}).status_code == 200
        from tests.support.whole_service import wait_until

        wait_until(lambda: http.get("/invitations").status_code == 403, within_s=3)
        assert http.get("/members").status_code == 200
