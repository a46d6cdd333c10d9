"""``newsforge migrate``, twice and from several places at once."""

import subprocess
import sys
from itertools import count

import pytest

from newsforge.kit.servers.sql import create_database, drop_database, fetch_value
from tests.support.servers import OWNER_ROLE, ask, database_address
from tests.support.whole_service import WholeService

_numbers = count(1)


@pytest.fixture
def empty(postgres, tmp_path):
    name = f"newsforge_empty_{tmp_path.parent.name.replace('-', '_')}_{next(_numbers)}"
    create_database(postgres, name, owner=OWNER_ROLE)
    try:
        yield WholeService(tmp_path / "service", database_address(ask("postgres"), name))
    finally:
        drop_database(postgres, name)


def _migrate(service, **options):
    return subprocess.Popen(
        [sys.executable, "-m", "newsforge", "migrate"],
        env=service.environment(**options),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_from_three_places_at_once_and_once_more(empty):
    at_once = [_migrate(empty) for _ in range(3)]
    said = [one.communicate(timeout=120) for one in at_once]
    assert [one.returncode for one in at_once] == [0, 0, 0], said
    assert sum("was empty" in out for out, _ in said) >= 1
    tables = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
    made = fetch_value(empty.database.admin_url, tables)
    assert made > 15
    again = _migrate(empty)
    out, _ = again.communicate(timeout=60)
    assert (again.returncode, "up to date" in out) == (0, True)
    assert fetch_value(empty.database.admin_url, tables) == made


def test_a_role_that_may_not_make_tables_is_told_so_and_no_password_is_shown(empty):
    refused = _migrate(empty, NEWSFORGE_OWNER_DATABASE_URL=empty.database.app_url)
    out, err = refused.communicate(timeout=60)
    assert refused.returncode != 0
    assert "Traceback" not in out + err
    assert "app/of" not in out + err
    assert "app%2Fof" not in out + err
    assert fetch_value(empty.database.admin_url, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == 0
