"""The image of api, worker and migrate: its recipe, and how it turns what ECS hands over into what the product reads."""

import json
import re
import string
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from urllib.parse import unquote, urlsplit

import boto3
import pytest
from cryptography import x509
from hypothesis import given
from hypothesis import strategies as st
from moto import mock_aws

from infra.environments import ENVIRONMENTS, PRIMARY_REGION, RECOVERY_REGION
from newsforge.kit.clock import utc_now
from newsforge.kit.db.urls import connect_options
from newsforge.kit.servers.sql import execute, fetch_value
from newsforge.settings.service import ServiceSettings, owner_address
from tests.infra.assembly import ROOT
from tests.infra.image import start

DOCKER = ROOT / "infra/docker"
RECIPE = (DOCKER / "Dockerfile").read_text()

PASSWORDS = st.text(st.sampled_from(string.ascii_letters + string.digits + "@:/?#%&+'\"\\ é"), min_size=2, max_size=40)


def handed_over(assembly, family):
    """What ECS would put into the container's environment, with secrets' values standing in."""
    task = assembly.one("ECS::TaskDefinition", Family=f"newsforge-{assembly.environment}-{family}")
    (container,) = task["ContainerDefinitions"]
    parameters = {r.logical_id: r.properties["Value"] for r in assembly.all("SSM::Parameter") if r.stack == "Cluster"}
    values = {v["Name"]: v["Value"] for v in container.get("Environment", [])}
    for secret in container["Secrets"]:
        name = secret["Name"]
        known = [
            v
            for k, v in parameters.items()
            if k.startswith("Settings" + "".join(w.title() for w in name.split("_")[1:]))
        ]
        value = known[0] if known else f"value-of-{name}"
        values[name] = value if isinstance(value, str) else f"resource-of-{name.lower().replace('_', '-')}"
    return values, container


def test_hadolint_finds_nothing():
    done = subprocess.run(
        [str(Path(sys.executable).parent / "hadolint"), str(DOCKER / "Dockerfile")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "")


def test_it_is_not_root_and_gets_the_signal_to_stop():
    lines = RECIPE.splitlines()
    assert lines.index("USER 10001:10001") > max(i for i, line in enumerate(lines) if line.startswith("COPY"))
    assert re.search(r'^ENTRYPOINT \["/', RECIPE, re.MULTILINE)
    assert "--require-hashes" in RECIPE
    assert not re.search(r":latest|^FROM \S+[^:\w]\s", RECIPE, re.MULTILINE)


def test_everything_that_is_copied_is_let_through():
    ignored = (DOCKER / "Dockerfile.dockerignore").read_text().splitlines()
    for line in RECIPE.splitlines():
        if line.startswith("COPY") and "--from" not in line:
            for source in line.split()[1:-1]:
                assert f"!{source}" in ignored
                assert (ROOT / source).exists()


@pytest.mark.parametrize("family", ["api", "worker"])
def test_the_product_accepts_what_the_tasks_are_given(assembly, family):
    values, container = handed_over(assembly, family)
    settings = ServiceSettings.of(start.composed(values))
    assert settings.mode == "server"
    assert settings.database.primary.value.startswith("postgresql://")
    for address in (settings.database.primary, *settings.database.replicas):
        assert "sslmode=verify-full" in address.value
        assert connect_options(address.value)["ssl"].check_hostname is True
    assert bool(settings.database.replicas) is (assembly.environment in {"prod", "prod-recovery"})
    assert settings.redis_url.value.startswith("rediss://")
    assert settings.mail.kind == "ses"
    assert settings.kms_key_id
    assert settings.bucket
    assert settings.web.is_secure
    assert (settings.metrics.kind, settings.metrics.environment) == ("emf", assembly.environment)
    assert str(settings.data).startswith("/tmp/")
    # The service is done before ECS loses patience.
    assert settings.stop_timeout_s + 5 <= container["StopTimeout"]


def test_the_product_knows_every_variable_that_it_is_given(prod):
    read = set()
    for path in (ROOT / "src/newsforge/settings").glob("*.py"):
        read |= set(re.findall(r"NEWSFORGE_[A-Z0-9_]+", path.read_text()))
    values, _ = handed_over(prod, "api")
    assert set(start.composed(values)) - read <= {"NEWSFORGE_RELEASE"}
    # And every one that the service's settings read is given, but for what belongs to one machine.
    parts = [ROOT / f"src/newsforge/settings/{part}.py" for part in ("service", "groups", "metrics")]
    wanted = {name for part in parts for name in re.findall(r'"(NEWSFORGE_[A-Z0-9_]+)"', part.read_text())}
    given = {*values, *start.composed(values)}
    assert "NEWSFORGE_WRITERS" in wanted
    assert wanted - given <= {
        "NEWSFORGE_OWNER_DATABASE_URL",
        "NEWSFORGE_MASTER_KEY_FILE",
        "NEWSFORGE_SMTP_URL",
    }


def test_only_the_migration_sees_the_owner(prod):
    for family in ("api", "worker"):
        values, _ = handed_over(prod, family)
        assert not [name for name in values if "OWNER" in name]
    values, _ = handed_over(prod, "migrate")
    assert owner_address(start.composed(values)).startswith("postgresql://value-of-NEWSFORGE_DB_OWNER_USER:")


def test_the_servers_of_both_regions_are_known_by_their_roots_for_long(assemblies):
    """RDS has a root a region and a kind of key; what is not in the file cannot be connected to."""
    roots = x509.load_pem_x509_certificates(start.ROOTS.read_bytes())
    names = {root.subject.get_attributes_for_oid(x509.NameOID.COMMON_NAME)[0].value for root in roots}
    kinds = ("RSA2048", "RSA4096", "ECC384")
    assert names == {f"Amazon RDS {r} Root CA {kind} G1" for r in (PRIMARY_REGION, RECOVERY_REGION) for kind in kinds}
    for root in roots:
        root.verify_directly_issued_by(root)
        assert root.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
        assert root.not_valid_after_utc > utc_now() + timedelta(days=5 * 365)
    assert "infra/docker/rds-ca.pem /opt/newsforge/" in RECIPE
    for name in ENVIRONMENTS:
        for each in assemblies[name].all("RDS::DBInstance"):
            assert each.properties["CACertificateIdentifier"] == "rds-ca-rsa2048-g1"


@given(user=st.just("newsforge_app"), password=PASSWORDS)
def test_any_password_survives_the_address(user, password):
    made = start.composed(
        {
            "NEWSFORGE_DB_HOST": "db.example",
            "NEWSFORGE_DB_USER": user,
            "NEWSFORGE_DB_PASSWORD": password,
            "NEWSFORGE_CACHE_HOST": "cache.example",
            "NEWSFORGE_CACHE_PASSWORD": password,
        }
    )
    parts = urlsplit(made["NEWSFORGE_DATABASE_URL"])
    assert (parts.hostname, unquote(parts.password)) == ("db.example", password)
    assert unquote(urlsplit(made["NEWSFORGE_REDIS_URL"]).password) == password
    assert not [name for name in made if "PASSWORD" in name]


@pytest.mark.parametrize("hosts", ["a,b", '["a","b"]', '["a", "b", ""]', "a, b"])
def test_replicas_may_be_written_by_people_or_by_the_machine(hosts):
    assert start.listed(hosts) == ["a", "b"]
    assert start.listed('"a"') == start.listed('["a"]') == ["a"]
    assert start.listed("[]") == []


def test_an_address_that_is_given_whole_wins_and_a_dash_is_nothing():
    made = start.composed(
        {"NEWSFORGE_DATABASE_URL": "postgresql://x", "NEWSFORGE_DB_REPLICA_HOSTS": "-", "NEWSFORGE_OPENAI_API_KEY": ""}
    )
    assert made == {"NEWSFORGE_DATABASE_URL": "postgresql://x"}


@given(password=PASSWORDS)
def test_no_password_breaks_out_of_the_statement(password):
    statement = start.login_statement("newsforge_app", password)
    quoted = statement.partition("PASSWORD ")[2]
    assert quoted[0] == quoted[-1] == "'"
    assert "'" not in quoted[1:-1].replace("''", "")


def test_two_users_take_turns_so_that_nobody_is_locked_out(fresh_database, monkeypatch):
    """Against a real PostgreSQL: the one that is replaced still gets in, and the other may all that it may."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "x")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "ap-northeast-1")
    owner = fresh_database.admin_url
    given = {
        "NEWSFORGE_DB_USER": start.USER,
        "NEWSFORGE_OWNER_DATABASE_URL": owner,
        "NEWSFORGE_DB_LOGIN": "app",
        "NEWSFORGE_CLUSTER": "c",
        "NEWSFORGE_SERVICES": "api,worker",
    }
    place = urlsplit(owner)
    with mock_aws():
        secrets, ecs = boto3.client("secretsmanager"), boto3.client("ecs")
        secrets.create_secret(Name="app", SecretString="{}")
        ecs.create_cluster(clusterName="c")
        ecs.register_task_definition(family="any", containerDefinitions=[{"name": "any", "image": "any", "memory": 64}])
        for service in ("api", "worker"):
            ecs.create_service(cluster="c", serviceName=service, taskDefinition="any", desiredCount=1)
        assert start.change_password(given) == 0
        first = json.loads(secrets.get_secret_value(SecretId="app")["SecretString"])
    assert first["username"] == start.SECOND_USER
    try:
        new = f"postgresql://{first['username']}:{first['password']}@{place.hostname}:{place.port}{place.path}"
        for address in (new, fresh_database.app_url):
            assert fetch_value(address, "SELECT has_table_privilege('users', 'INSERT')") is True
        assert fetch_value(new, "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = session_user") is False
    finally:
        execute(owner, f"DROP ROLE {start.SECOND_USER}")


@pytest.mark.parametrize("user", ['a"; DROP', "", "a b"])
def test_a_user_that_is_no_name_is_refused(user):
    with pytest.raises(ValueError, match="no plain name"):
        start.login_statement(user, "x")
