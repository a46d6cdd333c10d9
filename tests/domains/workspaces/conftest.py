"""People with workspaces in a database of the test's own."""

from dataclasses import dataclass

import pytest

from newsforge import domains
from newsforge.domains.access.principal import ROLE_SCOPES, Principal
from newsforge.domains.accounts.models import User
from newsforge.domains.workspaces import repository, service
from newsforge.kit.db.database import DatabaseOptions, open_database
from newsforge.kit.db.sessions import Sight
from newsforge.kit.ids import new_id

domains.load_models()


@pytest.fixture
async def database(fresh_database_url):
    async with open_database(DatabaseOptions(primary=fresh_database_url)) as opened:
        yield opened


@dataclass
class Person:
    id: object
    email: str
    personal: object


@pytest.fixture
def make_person(database):
    async def make(name="Kim"):
        user_id = new_id()
        email = f"{user_id.hex}@example.com"
        async with database.write(Sight(user_id=user_id)) as session:
            session.add(User(id=user_id, email=email, name=name, password_hash="x"))
            await session.flush()
            workspace_id = await service.open_personal_workspace(session, user_id=user_id, name=name)
        return Person(user_id, email, workspace_id)

    return make


@pytest.fixture
def as_member(database):
    """The principal of a person in a workspace, with the role that the database says."""

    async def make(person, workspace_id):
        async with database.read(Sight(user_id=person.id), on_primary=True) as session:
            found = await repository.find_membership(session, user_id=person.id, workspace_id=workspace_id)
        assert found is not None
        role = found[0].role
        return Principal(
            user_id=person.id,
            workspace_id=workspace_id,
            role=role,
            scopes=ROLE_SCOPES[role],
            credential="jwt",
            session_id=new_id(),
        )

    return make


@pytest.fixture
def make_team(database, make_person, as_member):
    """A team workspace with an owner and members of the given roles: the workspace's id and the people."""

    async def make(*roles):
        owner = await make_person("Owner")
        principal = await as_member(owner, owner.personal)
        async with database.write(principal.sight) as session:
            team = (await service.open_team_workspace(session, principal=principal, name="Team")).id
        people = [owner]
        for role in roles:
            person = await make_person(role)
            async with database.write(Sight(workspace_id=team)) as session:
                await repository.add_member(session, workspace_id=team, user_id=person.id, role=role)
            people.append(person)
        return team, people

    return make
