"""Members: nobody rises above themselves, no workspace is left without an owner, nobody sees another's team."""

import asyncio
import itertools

import pytest
from sqlalchemy import text

from newsforge.domains.access.principal import ROLE_SCOPES, ROLES, SCOPES
from newsforge.domains.workspaces import repository, service
from newsforge.domains.workspaces.directory import WorkspaceDirectory
from newsforge.domains.workspaces.errors import LastOwner, PersonalWorkspace, RoleTooHigh
from newsforge.domains.workspaces.service import rank
from newsforge.kit.db.sessions import Sight
from newsforge.kit.http.errors import NotFound


def test_each_role_may_all_that_the_role_below_may():
    ordered = sorted(ROLES, key=rank)
    assert ordered == ["viewer", "editor", "admin", "owner"]
    for lower, higher in itertools.pairwise(ordered):
        assert ROLE_SCOPES[lower] < ROLE_SCOPES[higher]
    assert ROLE_SCOPES["owner"] == set(SCOPES)


async def test_a_new_person_owns_a_personal_workspace_and_sees_no_other(database, make_person):
    one, two = await make_person(), await make_person()
    async with database.read(Sight(user_id=one.id)) as session:
        found = await service.list_workspaces(session, user_id=one.id)
    assert [(workspace.id, workspace.kind, role) for workspace, role in found] == [(one.personal, "personal", "owner")]
    async with database.read(Sight(user_id=one.id)) as session:
        assert await service.list_workspaces(session, user_id=two.id) == []
        with pytest.raises(NotFound):
            await service.get_workspace(session, workspace_id=two.personal)


@pytest.mark.parametrize(("by", "to"), list(itertools.product(["admin", "owner"], ROLES)))
async def test_nobody_gives_a_role_above_their_own(database, make_team, as_member, by, to):
    team, (owner, admin, viewer) = await make_team("admin", "viewer")
    principal = await as_member({"owner": owner, "admin": admin}[by], team)
    if rank(to) > rank(by):
        with pytest.raises(RoleTooHigh):
            async with database.write(principal.sight) as session:
                await service.change_role(session, principal=principal, user_id=viewer.id, role=to)
    else:
        async with database.write(principal.sight) as session:
            await service.change_role(session, principal=principal, user_id=viewer.id, role=to)
        assert (await as_member(viewer, team)).role == to


async def test_an_admin_neither_demotes_nor_removes_an_owner(database, make_team, as_member):
    team, (owner, admin) = await make_team("admin")
    principal = await as_member(admin, team)
    for attempt in (
        lambda session: service.change_role(session, principal=principal, user_id=owner.id, role="viewer"),
        lambda session: service.remove_member(session, principal=principal, user_id=owner.id),
    ):
        with pytest.raises(RoleTooHigh):
            async with database.write(principal.sight) as session:
                await attempt(session)


async def test_two_owners_who_remove_each_other_at_once_leave_one(database, make_team, as_member):
    team, (first, second) = await make_team("owner")
    started = asyncio.Barrier(2)

    async def remove(who, whom):
        principal = await as_member(who, team)
        await started.wait()
        async with database.write(principal.sight) as session:
            await service.remove_member(session, principal=principal, user_id=whom.id)

    outcomes = await asyncio.gather(remove(first, second), remove(second, first), return_exceptions=True)
    async with database.read(Sight(workspace_id=team), on_primary=True) as session:
        assert await repository.count_owners(session, workspace_id=team) == 1
    assert sum(isinstance(outcome, (LastOwner, NotFound)) for outcome in outcomes) == 1


async def test_the_last_owner_can_neither_leave_nor_step_down(database, make_team, as_member):
    team, (owner, _) = await make_team("admin")
    principal = await as_member(owner, team)
    for attempt in (
        lambda session: service.change_role(session, principal=principal, user_id=owner.id, role="admin"),
        lambda session: service.remove_member(session, principal=principal, user_id=owner.id),
    ):
        with pytest.raises(LastOwner):
            async with database.write(principal.sight) as session:
                await attempt(session)


async def test_a_member_of_another_team_is_not_found(database, make_team, as_member):
    team, (owner,) = await make_team()
    _, (stranger, other) = await make_team("viewer")
    principal = await as_member(owner, team)
    for user_id in (stranger.id, other.id):
        with pytest.raises(NotFound):
            async with database.write(principal.sight) as session:
                await service.remove_member(session, principal=principal, user_id=user_id)


async def test_a_deleted_workspace_lets_nobody_in_and_a_personal_one_stays(database, make_team, as_member):
    team, (owner, viewer) = await make_team("viewer")
    principal = await as_member(owner, team)
    async with database.write(principal.sight) as session:
        await service.delete_workspace(session, principal=principal)
    directory = WorkspaceDirectory(database)
    for person in (owner, viewer):
        assert await directory.find_membership(person.id, team) is None
    personal = await as_member(owner, owner.personal)
    with pytest.raises(PersonalWorkspace):
        async with database.write(personal.sight) as session:
            await service.delete_workspace(session, principal=personal)


async def test_every_change_of_a_member_tells_all_processes_and_the_audit_log(database, make_team, as_member):
    team, (owner, viewer) = await make_team("viewer")
    principal = await as_member(owner, team)
    async with database.write(principal.sight) as session:
        await service.change_role(session, principal=principal, user_id=viewer.id, role="editor")
    async with database.write(principal.sight) as session:
        await service.remove_member(session, principal=principal, user_id=viewer.id)
    async with database.read(principal.sight, on_primary=True) as session:
        told = await session.scalars(text("SELECT subject_id FROM revocations WHERE kind = 'membership'"))
        assert list(told) == [viewer.id, viewer.id]
        actions = await session.scalars(text("SELECT action FROM audit_entries ORDER BY id"))
        assert list(actions)[-2:] == ["role_changed", "member_removed"]
