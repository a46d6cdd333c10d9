"""API keys and provider keys: never more than their maker, never shown again, never another's."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from newsforge.adapters.keys.local import LocalMasterKey
from newsforge.domains.access.principal import ROLE_SCOPES
from newsforge.domains.workspaces import api_keys, provider_keys, service
from newsforge.domains.workspaces.api_keys import hash_key
from newsforge.domains.workspaces.directory import WorkspaceDirectory
from newsforge.domains.workspaces.errors import ScopeTooWide
from newsforge.kit.clock import utc_now
from newsforge.kit.db.sessions import Sight
from newsforge.kit.http.errors import NotFound, Unprocessable
from newsforge.kit.sealing import SealBroken

READ = ["conversions:read"]
PLANTED = "sk-planted-0123456789abcdef"


@pytest.fixture
def directory(database):
    return WorkspaceDirectory(database)


async def make_key(database, principal, scopes=READ, expires_at=None):
    async with database.write(principal.sight) as session:
        return await api_keys.make_api_key(
            session, principal=principal, name="CMS", scopes=scopes, expires_at=expires_at
        )


async def test_a_key_is_found_by_its_hash_alone_and_the_table_does_not_hold_it(
    database, make_team, as_member, directory
):
    team, (owner,) = await make_team()
    row, key = await make_key(database, await as_member(owner, team))
    found = await directory.find_api_key(hash_key(key))
    assert (found.key_id, found.workspace_id, found.user_id, found.role) == (row.id, team, owner.id, "owner")
    assert found.scopes == frozenset(READ)
    assert await directory.find_api_key(hash_key(key + "x")) is None
    async with database.read(Sight(workspace_id=team), on_primary=True) as session:
        assert key not in str((await session.execute(text("SELECT * FROM api_keys"))).all())
    assert key.startswith(row.prefix)
    assert len(row.prefix) < 13


async def test_an_editor_makes_no_key_that_manages(database, make_team, as_member):
    team, (_, admin) = await make_team("admin")
    with pytest.raises(ScopeTooWide):
        await make_key(database, await as_member(admin, team), ["workspace:manage"])


async def test_a_key_loses_what_its_maker_loses(database, make_team, as_member, directory):
    team, (owner, admin) = await make_team("admin")
    _, key = await make_key(database, await as_member(admin, team), ["keys:manage", *READ])
    boss = await as_member(owner, team)
    async with database.write(boss.sight) as session:
        await service.change_role(session, principal=boss, user_id=admin.id, role="viewer")
    facts = await directory.find_api_key(hash_key(key))
    assert facts.role == "viewer"
    assert facts.scopes & ROLE_SCOPES[facts.role] == frozenset(READ)
    async with database.write(boss.sight) as session:
        await service.remove_member(session, principal=boss, user_id=admin.id)
    assert await directory.find_api_key(hash_key(key)) is None


async def test_a_revoked_and_a_run_out_key_are_none(database, make_team, as_member, directory):
    team, (owner,) = await make_team()
    principal = await as_member(owner, team)
    row, key = await make_key(database, principal)
    for _ in range(2):  # revoking twice is the same as once
        async with database.write(principal.sight) as session:
            await api_keys.revoke_api_key(session, principal=principal, key_id=row.id)
    assert await directory.find_api_key(hash_key(key)) is None
    soon, gone = await make_key(database, principal, expires_at=utc_now() + timedelta(seconds=1))
    async with database.write(principal.sight) as session:
        await session.execute(
            text("UPDATE api_keys SET expires_at = now() - interval '1 second' WHERE id = :id"), {"id": soon.id}
        )
    assert await directory.find_api_key(hash_key(gone)) is None


@pytest.mark.parametrize("when", [datetime(2020, 1, 1, tzinfo=UTC), datetime(2099, 1, 1)])  # noqa: DTZ001
async def test_a_key_does_not_begin_dead_or_end_at_a_vague_time(database, make_team, as_member, when):
    team, (owner,) = await make_team()
    with pytest.raises(Unprocessable) as refused:
        await make_key(database, await as_member(owner, team), expires_at=when)
    assert [fault["pointer"] for fault in refused.value.members["errors"]] == ["/expires_at"]


async def test_nobody_revokes_a_key_of_another_workspace(database, make_team, as_member, directory):
    team, (owner,) = await make_team()
    _, key = await make_key(database, await as_member(owner, team))
    row = await directory.find_api_key(hash_key(key))
    other, (stranger,) = await make_team()
    principal = await as_member(stranger, other)
    with pytest.raises(NotFound):
        async with database.write(principal.sight) as session:
            await api_keys.revoke_api_key(session, principal=principal, key_id=row.key_id)
    assert await directory.find_api_key(hash_key(key)) is not None


async def test_the_last_use_of_a_key_never_goes_back(database, make_team, as_member, directory):
    team, (owner,) = await make_team()
    row, _ = await make_key(database, await as_member(owner, team))
    await directory.touch_api_keys({row.id: team})
    async with database.read(Sight(workspace_id=team), on_primary=True) as session:
        assert await session.scalar(text("SELECT last_used_at FROM api_keys")) is not None


async def test_a_vendors_key_is_sealed_replaced_and_opened_only_where_it_belongs(database, make_team, as_member):
    master = LocalMasterKey(bytes(32))
    team, (owner,) = await make_team()
    other, (stranger,) = await make_team()
    principal = await as_member(owner, team)
    for key in ("sk-former-0123456789", PLANTED):
        async with database.write(principal.sight) as session:
            await provider_keys.put_provider_key(
                session, principal=principal, master=master, vendor="openai", key=key, base_url=""
            )
    async with database.read(principal.sight, on_primary=True) as session:
        stored = str((await session.execute(text("SELECT * FROM provider_keys"))).all())
        assert PLANTED not in stored
        assert PLANTED[-4:] in stored
        opened = await provider_keys.open_provider_keys(session, master=master, workspace_id=team)
        assert [(key.vendor, key.key) for key in opened] == [("openai", PLANTED.encode())]
        assert PLANTED not in repr(opened)
    async with database.write(Sight(workspace_id=team)) as session:
        sealed = await session.scalar(text("SELECT sealed FROM provider_keys"))
    async with database.write((await as_member(stranger, other)).sight) as session:
        await session.execute(
            text(
                "INSERT INTO provider_keys (id, workspace_id, created_by, vendor, sealed, hint)"
                " VALUES (uuidv7(), :w, :u, 'openai', :s, '')"
            ),
            {"w": other, "u": stranger.id, "s": sealed},
        )
        with pytest.raises(SealBroken):
            await provider_keys.open_provider_keys(session, master=master, workspace_id=other)


async def test_an_address_goes_with_a_compatible_server_and_only_with_it(database, make_team, as_member):
    master = LocalMasterKey(bytes(32))
    team, (owner,) = await make_team()
    principal = await as_member(owner, team)
    for vendor, base_url in (("openai", "https://x.example/v1"), ("compatible", "")):
        with pytest.raises(Unprocessable):
            async with database.write(principal.sight) as session:
                await provider_keys.put_provider_key(
                    session, principal=principal, master=master, vendor=vendor, key=PLANTED, base_url=base_url
                )
    with pytest.raises(NotFound):
        async with database.write(principal.sight) as session:
            await provider_keys.delete_provider_key(session, principal=principal, vendor="openai")
