"""Invitations: for one address, once, for a week; the token is in the mail and nowhere else."""

import asyncio

import pytest
from sqlalchemy import text

from newsforge.domains.accounts.models import User
from newsforge.domains.workspaces import invitations
from newsforge.domains.workspaces.errors import (
    AlreadyInvited,
    AlreadyMember,
    InvitationInvalid,
    PersonalWorkspace,
    RoleTooHigh,
)
from newsforge.kit.db.sessions import Sight


class Post:
    """Keeps what would be mailed."""

    def __init__(self):
        self.tokens = []

    async def send(self, session, *, invitation, token, workspace_name, inviter_name, language):
        self.tokens.append(token)


@pytest.fixture
def post():
    return Post()


@pytest.fixture
def invite(database, as_member, post):
    async def make(by, team, email, role="editor"):
        principal = await as_member(by, team)
        async with database.write(principal.sight) as session:
            row = await invitations.invite(session, principal=principal, mail=post, email=email, role=role)
        return row, post.tokens[-1]

    return make


@pytest.fixture
def accept(database, as_member):
    async def make(person, token):
        principal = await as_member(person, person.personal)
        async with database.write(principal.sight) as session:
            user = await session.get(User, person.id)
            return await invitations.accept_invitation(session, principal=principal, user=user, token=token)

    return make


async def test_whoever_was_invited_becomes_a_member_with_that_role(make_team, make_person, invite, accept, as_member):
    team, (owner,) = await make_team()
    guest = await make_person()
    _, token = await invite(owner, team, guest.email.upper(), "editor")
    workspace, role = await accept(guest, token)
    assert (workspace.id, role) == (team, "editor")
    assert (await as_member(guest, team)).role == "editor"
    with pytest.raises(InvitationInvalid):
        await accept(guest, token)


async def test_who_holds_the_mail_of_an_invitation_has_a_confirmed_address(
    database, make_team, make_person, invite, accept
):
    team, (owner,) = await make_team()
    guest, thief = await make_person(), await make_person()
    _, token = await invite(owner, team, guest.email)
    with pytest.raises(InvitationInvalid):
        await accept(thief, token)
    await accept(guest, token)
    async with database.read(Sight(user_id=guest.id), on_primary=True) as session:
        assert (await session.get(User, guest.id)).verified_at is not None
        assert (await session.get(User, thief.id)).verified_at is None


async def test_an_invitation_for_another_address_is_worth_nothing(make_team, make_person, invite, accept):
    team, (owner,) = await make_team()
    guest, thief = await make_person(), await make_person()
    _, token = await invite(owner, team, guest.email)
    with pytest.raises(InvitationInvalid):
        await accept(thief, token)
    with pytest.raises(InvitationInvalid):
        await accept(guest, token + "x")
    await accept(guest, token)


@pytest.fixture
def look_up(database):
    """As somebody whom nobody knows."""

    async def look(token):
        async with database.read(on_primary=True) as session:
            return await invitations.get_offer(session, token=token)

    return look


async def test_who_holds_the_token_is_told_where_it_leads_and_who_sent_it(make_team, make_person, invite, look_up):
    team, (owner,) = await make_team()
    await make_team()
    row, token = await invite(owner, team, "new@example.com", "viewer")
    offer = await look_up(token)
    assert (offer.workspace_name, offer.inviter_name, offer.role) == ("Team", "Owner", "viewer")
    assert offer.expires_at == row.expires_at
    assert await look_up(token) == offer


async def test_an_invitation_of_somebody_who_has_left_still_says_where_it_leads(database, make_team, invite, look_up):
    team, (owner,) = await make_team()
    _, token = await invite(owner, team, "new@example.com")
    async with database.write(Sight(user_id=owner.id)) as session:
        await session.execute(text("UPDATE users SET deleted_at = now() WHERE id = :id"), {"id": owner.id})
    offer = await look_up(token)
    assert (offer.workspace_name, offer.inviter_name) == ("Team", None)


async def test_a_wrong_token_and_a_used_one_are_told_the_same(make_team, make_person, invite, accept, look_up):
    team, (owner,) = await make_team()
    guest = await make_person()
    _, token = await invite(owner, team, guest.email)
    await accept(guest, token)
    refusals = []
    for tried in (token, token[:-1] + "x", "x" * 43):
        with pytest.raises(InvitationInvalid) as refusal:
            await look_up(tried)
        refusals.append((refusal.value.code, str(refusal.value), refusal.value.remedy))
    assert len(set(refusals)) == 1
    assert "Team" not in str(refusals)


async def test_nothing_is_told_of_a_workspace_that_is_deleted(database, make_team, invite, look_up):
    team, (owner,) = await make_team()
    _, token = await invite(owner, team, "new@example.com")
    async with database.write(Sight(workspace_id=team)) as session:
        await session.execute(text("UPDATE workspaces SET deleted_at = now() WHERE id = :id"), {"id": team})
    with pytest.raises(InvitationInvalid):
        await look_up(token)


@pytest.mark.parametrize("change", ["revoked_at = now()", "expires_at = now() - interval '1 second'"])
async def test_a_withdrawn_or_run_out_invitation_is_worth_nothing(
    database, make_team, make_person, invite, accept, look_up, change
):
    team, (owner,) = await make_team()
    guest = await make_person()
    _, token = await invite(owner, team, guest.email)
    async with database.write(Sight(workspace_id=team)) as session:
        await session.execute(text(f"UPDATE invitations SET {change}"))
    with pytest.raises(InvitationInvalid):
        await accept(guest, token)
    with pytest.raises(InvitationInvalid):
        await look_up(token)


async def test_two_who_accept_at_once_are_one(make_team, make_person, invite, accept):
    team, (owner,) = await make_team()
    guest = await make_person()
    _, token = await invite(owner, team, guest.email)
    outcomes = await asyncio.gather(*(accept(guest, token) for _ in range(4)), return_exceptions=True)
    assert sum(isinstance(outcome, InvitationInvalid) for outcome in outcomes) == 3


async def test_no_second_invitation_none_for_members_and_none_to_a_personal_workspace(make_team, make_person, invite):
    team, (owner, viewer) = await make_team("viewer")
    await invite(owner, team, "new@example.com")
    with pytest.raises(AlreadyInvited):
        await invite(owner, team, "NEW@example.com")
    with pytest.raises(AlreadyMember):
        await invite(owner, team, viewer.email)
    with pytest.raises(PersonalWorkspace):
        await invite(owner, owner.personal, "x@example.com")


async def test_an_admin_invites_no_owner(make_team, invite):
    team, (_, admin) = await make_team("admin")
    with pytest.raises(RoleTooHigh):
        await invite(admin, team, "new@example.com", "owner")


async def test_the_database_holds_no_token(database, make_team, invite):
    team, (owner,) = await make_team()
    _, token = await invite(owner, team, "new@example.com")
    async with database.read(Sight(workspace_id=team), on_primary=True) as session:
        assert token not in str((await session.execute(text("SELECT * FROM invitations"))).all())
