"""First thing in the container: put together the addresses that have a password in them, then become ``newsforge``.

ECS hands over hosts, users and passwords one by one (a password that RDS changes lies in a secret of its own); the
product reads addresses. It is part of the image, so it uses nothing but what the image has.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

PROGRAM = "newsforge"
#: The role that migrations make, and the one that takes turns with it.
USER, SECOND_USER = "newsforge_app", "newsforge_app_b"
#: Whom RDS has sign its certificates; beside this program in the image.
ROOTS = Path(__file__).with_name("rds-ca.pem")
#: Parameter Store keeps no empty string.
_NOTHING = {"", "-"}
#: Parts that the product does not know; they end here.
_PARTS = ("DB_HOST", "DB_NAME", "DB_REPLICA_HOSTS", "DB_USER", "DB_PASSWORD", "DB_OWNER_USER", "DB_OWNER_PASSWORD")
_PARTS_OF_CACHE = ("CACHE_HOST", "CACHE_PASSWORD")


def composed(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment that the product reads. An address that is given whole stays as it is."""
    given = {key: value for key, value in environment.items() if value not in _NOTHING}

    def part(name: str) -> str:
        return given.get(f"NEWSFORGE_{name}", "")

    def database(host: str, user: str, password: str) -> str:
        name = part("DB_NAME") or "newsforge"
        login = f"{quote(user, safe='')}:{quote(password, safe='')}"
        return f"postgresql://{login}@{host}:5432/{name}?sslmode=verify-full&sslrootcert={quote(str(ROOTS))}"

    made: dict[str, str] = {}
    if part("DB_HOST") and part("DB_PASSWORD"):
        login = part("DB_USER"), part("DB_PASSWORD")
        made["NEWSFORGE_DATABASE_URL"] = database(part("DB_HOST"), *login)
        made["NEWSFORGE_REPLICA_URLS"] = ",".join(database(host, *login) for host in listed(part("DB_REPLICA_HOSTS")))
    if part("DB_HOST") and part("DB_OWNER_PASSWORD"):
        made["NEWSFORGE_OWNER_DATABASE_URL"] = database(
            part("DB_HOST"), part("DB_OWNER_USER"), part("DB_OWNER_PASSWORD")
        )
    if part("CACHE_HOST"):
        made["NEWSFORGE_REDIS_URL"] = f"rediss://:{quote(part('CACHE_PASSWORD'), safe='')}@{part('CACHE_HOST')}:6379/0"
    spent = {f"NEWSFORGE_{name}" for name in (*_PARTS, *_PARTS_OF_CACHE)}
    kept = {key: value for key, value in given.items() if key not in spent}
    return {**{key: value for key, value in made.items() if value}, **kept}


def listed(hosts: str) -> list[str]:
    """A comma between two, or JSON (what a state machine writes: a list, or one text alone)."""
    found = json.loads(hosts) if hosts.startswith(("[", '"')) else hosts.split(",")
    return [host.strip() for host in ([found] if isinstance(found, str) else found) if host.strip()]


def login_statement(user: str, password: str) -> str:
    """Migrations make the role without a login; here it gets the one that the tasks come with."""
    return f"ALTER ROLE \"{_plain(user)}\" LOGIN PASSWORD '{password.replace(chr(39), chr(39) * 2)}'"


def _plain(user: str) -> str:
    if not user.replace("_", "").isalnum():
        raise ValueError("the user of the database is no plain name")
    return user


async def give_login(owner_address: str, user: str, password: str) -> None:
    """The second user may what the first may, for it is a member of it."""
    import asyncpg

    connection = await asyncpg.connect(owner_address)
    try:
        if user != USER:
            if not await connection.fetchval("SELECT 1 FROM pg_roles WHERE rolname = $1", _plain(user)):
                await connection.execute(f'CREATE ROLE "{user}" NOLOGIN NOSUPERUSER NOBYPASSRLS')
            await connection.execute(f'GRANT {USER} TO "{user}"')
        await connection.execute(login_statement(user, password))
    finally:
        await connection.close()


def migrate(environment: Mapping[str, str], arguments: list[str]) -> int:
    import subprocess

    ready = composed(environment)
    done = subprocess.run(  # noqa: S603 - the arguments are those of the task's definition
        [PROGRAM, "migrate", *arguments], env=ready, check=False
    )
    user, password = environment.get("NEWSFORGE_DB_USER"), environment.get("NEWSFORGE_DB_PASSWORD")
    if done.returncode == 0 and user and password:
        asyncio.run(give_login(ready["NEWSFORGE_OWNER_DATABASE_URL"], user, password))
    return done.returncode


def change_password(environment: Mapping[str, str]) -> int:
    """A new password for the user that nobody uses now, into the secret, and tasks anew. Those that still run go on
    under the other user, whose password stays until the next time; so whatever stops this half way locks nobody out."""
    import boto3

    secrets, ecs = boto3.client("secretsmanager"), boto3.client("ecs")
    user = SECOND_USER if environment["NEWSFORGE_DB_USER"] == USER else USER
    password = secrets.get_random_password(PasswordLength=40, ExcludePunctuation=True)["RandomPassword"]
    asyncio.run(give_login(composed(environment)["NEWSFORGE_OWNER_DATABASE_URL"], user, password))
    secrets.put_secret_value(
        SecretId=environment["NEWSFORGE_DB_LOGIN"],
        SecretString=json.dumps({"username": user, "password": password}),
    )
    for service in environment["NEWSFORGE_SERVICES"].split(","):
        ecs.update_service(cluster=environment["NEWSFORGE_CLUSTER"], service=service, forceNewDeployment=True)
    return 0


def main(arguments: list[str]) -> int:  # noqa: RET503 - the last line does not come back
    if arguments[:1] == ["migrate"]:
        return migrate(os.environ, arguments[1:])
    if arguments == ["change-password"]:
        return change_password(os.environ)
    os.execvpe(PROGRAM, [PROGRAM, *arguments], composed(os.environ))  # noqa: S606 - no shell is meant


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
