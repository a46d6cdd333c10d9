"""Row-level security: what a query forgets to say, the database says. Everything here is raw SQL as the app's role."""

import asyncio

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from newsforge import domains
from newsforge.kit.db.database import DatabaseOptions, open_database
from newsforge.kit.db.models import tenant_tables
from newsforge.kit.db.sessions import Sight, show
from newsforge.kit.ids import new_id

domains.load_models()


@pytest.fixture
async def tenants(fresh_database):
    """A database with one connection, and two workspaces of two people, each with a conversion."""
    options = DatabaseOptions(primary=fresh_database.app_url, pool_size=1)
    async with open_database(options) as database:
        found = []
        for name in ("one", "two"):
            workspace, user = new_id(), new_id()
            async with database.write(Sight(workspace_id=workspace, user_id=user)) as session:
                await session.execute(
                    text("INSERT INTO users (id, email, name, password_hash) VALUES (:u, :e, 'n', 'h')"),
                    {"u": user, "e": f"{name}@example.com"},
                )
                await session.execute(
                    text("INSERT INTO workspaces (id, name, kind) VALUES (:w, :n, 'personal')"),
                    {"w": workspace, "n": name},
                )
                await session.execute(
                    text("INSERT INTO memberships (workspace_id, user_id, role) VALUES (:w, :u, 'owner')"),
                    {"w": workspace, "u": user},
                )
                await session.execute(
                    text(
                        "INSERT INTO conversions (id, workspace_id, created_by, source_kind, platforms, languages, wishes,"
                        " title) VALUES (:i, :w, :u, 'text', '{}', '{}', '{}', :n)"
                    ),
                    {"i": new_id(), "w": workspace, "u": user, "n": name},
                )
            found.append((workspace, user))
        yield database, *found


async def test_two_tenants_take_turns_on_one_connection_and_see_only_their_own(tenants):
    database, one, two = tenants
    for turn in range(20):
        workspace, user = (one, two)[turn % 2]
        async with database.read(Sight(workspace_id=workspace, user_id=user)) as session:
            titles = list(await session.scalars(text("SELECT title FROM conversions")))
        assert titles == [("one", "two")[turn % 2]]


async def test_without_a_workspace_nothing_of_any_tenant_is_seen(tenants):
    database, *_ = tenants
    async with database.read() as session:
        for table in (*tenant_tables(), "workspaces"):
            assert await session.scalar(text(f"SELECT count(*) FROM {table}")) == 0, table


async def test_a_connection_keeps_nothing_of_the_transaction_before(tenants):
    database, one, _ = tenants
    async with database.read(Sight(workspace_id=one[0])) as session:
        assert await session.scalar(text("SELECT count(*) FROM conversions")) == 1
    async with database.read() as session:
        assert await session.scalar(text("SELECT current_setting('newsforge.workspace_id')")) == ""
        assert await session.scalar(text("SELECT count(*) FROM conversions")) == 0


@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE conversions SET title = 'mine' WHERE workspace_id = :other",
        "DELETE FROM conversions WHERE workspace_id = :other",
        "UPDATE memberships SET role = 'owner' WHERE workspace_id = :other",
        "DELETE FROM workspaces WHERE id = :other",
    ],
)
async def test_a_tenant_changes_no_row_of_another(tenants, attack):
    database, one, two = tenants
    async with database.write(Sight(workspace_id=one[0], user_id=one[1])) as session:
        assert (await session.execute(text(attack), {"other": two[0]})).rowcount == 0


@pytest.mark.parametrize(
    "attack",
    [
        "INSERT INTO memberships (workspace_id, user_id, role) VALUES (:other, :me, 'owner')",
        "UPDATE memberships SET workspace_id = :other WHERE user_id = :me",
        "UPDATE conversions SET workspace_id = :other",
        "INSERT INTO usage_periods (workspace_id, period) VALUES (:other, '2026-01-01')",
    ],
)
async def test_a_tenant_writes_no_row_into_another(tenants, attack):
    database, one, two = tenants
    with pytest.raises(DBAPIError, match="row-level security"):
        async with database.write(Sight(workspace_id=one[0], user_id=one[1])) as session:
            await session.execute(text(attack), {"other": two[0], "me": one[1]})


@pytest.mark.parametrize(
    "attack",
    [
        "ALTER TABLE conversions DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE conversions NO FORCE ROW LEVEL SECURITY",
        "DROP POLICY tenant ON conversions",
        "ALTER ROLE newsforge_app BYPASSRLS",
        "CREATE TABLE mine (id int)",
        "UPDATE audit_entries SET action = 'nothing'",
        "DELETE FROM audit_entries",
        "UPDATE usage_entries SET units = 0",
        "TRUNCATE conversions",
    ],
)
async def test_the_apps_role_has_no_way_around_the_wall(tenants, attack):
    database, one, _ = tenants
    with pytest.raises(DBAPIError, match=r"must be owner|permission denied|only roles with"):
        async with database.write(Sight(workspace_id=one[0])) as session:
            await session.execute(text(attack))


async def test_switching_row_security_off_is_an_error_not_a_way_in(tenants):
    database, one, _ = tenants
    with pytest.raises(DBAPIError, match="row-level security"):
        async with database.write(Sight(workspace_id=one[0])) as session:
            await session.execute(text("SET LOCAL row_security = off"))
            await session.execute(text("SELECT * FROM conversions"))


async def test_a_person_sees_their_own_memberships_and_workspaces_from_anywhere(tenants):
    database, one, two = tenants
    async with database.read(Sight(user_id=two[1])) as session:
        assert list(await session.scalars(text("SELECT workspace_id FROM memberships"))) == [two[0]]
        assert list(await session.scalars(text("SELECT name FROM workspaces"))) == ["two"]
        await show(session, Sight(workspace_id=one[0]))
        assert list(await session.scalars(text("SELECT name FROM workspaces"))) == ["one"]


async def test_no_table_with_a_workspace_is_left_outside_the_wall(fresh_database):
    """Also tables that a later migration adds: jobs are the one exception, and hold ids only."""
    async with open_database(DatabaseOptions(primary=fresh_database.app_url)) as database, database.read() as session:
        rows = await session.execute(
            text(
                "SELECT c.relname, c.relrowsecurity AND c.relforcerowsecurity FROM pg_class c"
                " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'workspace_id' AND NOT a.attisdropped"
                " WHERE c.relkind IN ('r', 'p')"
            )
        )
        walled = dict(rows.all())
    assert {table for table, is_walled in walled.items() if not is_walled} == {"jobs"}
    assert set(tenant_tables()) <= set(walled)


async def test_a_superusers_address_is_stepped_down(fresh_database):
    async with (
        open_database(DatabaseOptions(primary=fresh_database.admin_url)) as database,
        database.read() as session,
    ):
        assert await session.scalar(text("SELECT current_user")) == "newsforge_app"
        with pytest.raises(DBAPIError, match="permission denied"):
            await session.execute(text("SELECT pg_read_file('/etc/hostname')"))


async def test_many_tenants_at_once_never_see_each_other(tenants):
    database, one, two = tenants

    async def look(workspace, title):
        async with database.read(Sight(workspace_id=workspace)) as session:
            assert list(await session.scalars(text("SELECT title FROM conversions"))) == [title]

    await asyncio.gather(*(look(*((one[0], "one"), (two[0], "two"))[n % 2]) for n in range(60)))
