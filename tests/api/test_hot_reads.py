"""A conversion from ready bytes: not again to who has it, also behind what compresses answers."""

from types import SimpleNamespace
from uuid import uuid4

import pytest

from newsforge.api.hot_reads import PREFIX, HotReads
from newsforge.domains.access.principal import ROLE_SCOPES, Principal
from newsforge.domains.conversions.copies import Copy

CONVERSION, WORKSPACE = str(uuid4()), uuid4()
READY = {(WORKSPACE, CONVERSION): Copy(b'"6"', b"{}")}


def find(known=None, *, workspace_id=WORKSPACE, query=b"", role="viewer"):
    reads = HotReads(SimpleNamespace(peek=lambda *key: READY.get(key)))
    headers = [] if known is None else [(b"if-none-match", known)]
    scope = {"path": PREFIX + CONVERSION, "query_string": query, "headers": headers}
    scopes = ROLE_SCOPES[role] if role else frozenset()
    return reads.find(
        scope, Principal(user_id=uuid4(), workspace_id=workspace_id, role="viewer", scopes=scopes, credential="jwt")
    )


@pytest.mark.parametrize("known", [b'"6"', b'W/"6"', b'"5", W/"6"', b"*"])
def test_who_has_it_is_not_sent_it_again(known):
    status, headers, body = find(known)
    assert (status, body) == (304, b"")
    assert (b"etag", b'"6"') in headers


@pytest.mark.parametrize("known", [None, b'"5"', b"\xff", b""])
def test_who_has_another_version_or_none_gets_it(known):
    status, headers, body = find(known)
    assert (status, body) == (200, b"{}")
    assert (b"etag", b'"6"') in headers


def test_others_and_other_questions_are_left_to_the_endpoint():
    assert find(workspace_id=uuid4()) is None
    assert find(query=b"a=1") is None
    assert find(role=None) is None
