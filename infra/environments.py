"""dev, staging, prod and prod-lean as frozen values. What differs between environments differs here only.

``prod`` is the plan's letter wherever AWS sells it; ``prod-lean`` is what the plan's budget buys. ``prod-recovery`` is
``prod`` raised in Osaka from the replicated backups, ``lean-recovery`` the same of ``prod-lean``.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from typing import Final

from infra.refusal import Misconfigured
from infra.sizes import CacheSize, DatabaseSize, NetworkSize, SearchSize, TaskSize

PRIMARY_REGION: Final = "ap-northeast-1"
RECOVERY_REGION: Final = "ap-northeast-3"
#: CloudFront's firewall and certificate must live here; its distribution does, so that it can be turned to Osaka
#: while Tokyo is gone.
EDGE_REGION: Final = "us-east-1"
#: How long logs may be kept.
LOG_DAYS: Final = (7, 14, 30, 90)


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """``subdomain`` is put before the domain ('' for production). ``is_spot`` runs every service on spare capacity,
    ``is_off_at_night`` stops them from 21:00 to 08:00 and at weekends, Asia/Tokyo. ``is_protected`` keeps data when
    its stack is deleted. ``is_canary`` moves a release's traffic in steps, where others roll their tasks. ``restores``
    names the environment whose replicated backup the database comes from. ``instead_of`` names the one whose place it
    takes, so that the two may have the same network."""

    name: str
    subdomain: str
    network: NetworkSize
    web: TaskSize
    api: TaskSize
    worker: TaskSize
    database: DatabaseSize
    cache: CacheSize
    search: SearchSize | None
    monthly_budget_usd: int
    log_days: int = 30
    is_spot: bool = False
    is_spot_worker: bool = False
    is_off_at_night: bool = False
    is_protected: bool = True
    has_recovery: bool = False
    has_container_insights: bool = False
    is_canary: bool = False
    restores: str | None = None
    instead_of: str | None = None

    def __post_init__(self) -> None:
        if self.monthly_budget_usd < 1:
            raise Misconfigured(
                f"{self.name} cannot have a budget of {self.monthly_budget_usd} USD.",
                remedy="Set monthly_budget_usd to 1 or more.",
            )
        if self.log_days not in LOG_DAYS:
            raise Misconfigured(
                f"Logs are not kept for {self.log_days} days here.",
                remedy=f"Set log_days to one of {', '.join(map(str, LOG_DAYS))}.",
            )
        if (self.name.startswith("prod") or self.is_recovery) and not (self.database.is_multi_az and self.is_protected):
            raise Misconfigured(
                f"{self.name} would lose data with one zone.",
                remedy="Set database.is_multi_az and is_protected for production.",
            )
        if self.has_recovery and not self.is_protected:
            raise Misconfigured(
                f"{self.name} keeps copies in Osaka of data that it does not keep itself.",
                remedy="Set is_protected, or has_recovery to False.",
            )
        if self.is_canary and self.is_off_at_night:
            raise Misconfigured(
                f"{self.name} cannot release in steps: at night only one colour would be stopped.",
                remedy="Set is_off_at_night or is_canary to False.",
            )

    @property
    def is_recovery(self) -> bool:
        return self.restores is not None


DEV: Final = Environment(
    name="dev",
    subdomain="dev",
    network=NetworkSize(cidr="10.30.0.0/16", zones=2, nat_gateways=1),
    web=TaskSize(cpu_units=256, memory_mib=512, least=1, most=2),
    api=TaskSize(cpu_units=512, memory_mib=1024, least=1, most=2),
    worker=TaskSize(cpu_units=512, memory_mib=2048, least=1, most=2),
    database=DatabaseSize(
        instance_class="db.t4g.micro",
        storage_gib=20,
        most_storage_gib=50,
        is_multi_az=False,
        backup_days=1,
        replica_class=None,
        most_replicas=0,
    ),
    cache=CacheSize(node_type="cache.t4g.micro", nodes=1),
    search=None,
    monthly_budget_usd=220,
    is_spot=True,
    is_spot_worker=True,
    is_off_at_night=True,
    is_protected=False,
)
STAGING: Final = replace(
    DEV,
    name="staging",
    subdomain="staging",
    network=NetworkSize(cidr="10.20.0.0/16", zones=2, nat_gateways=1),
    web=TaskSize(cpu_units=1024, memory_mib=2048, least=1, most=4),
    api=TaskSize(cpu_units=2048, memory_mib=4096, least=1, most=4),
    worker=TaskSize(cpu_units=1024, memory_mib=4096, least=1, most=4),
    database=DatabaseSize(
        instance_class="db.t4g.medium",
        storage_gib=50,
        most_storage_gib=100,
        is_multi_az=False,
        backup_days=7,
        replica_class=None,  # an instance with a replica cannot be stopped for the night
        most_replicas=0,
    ),
    cache=CacheSize(node_type="cache.t4g.small", nodes=2),
    monthly_budget_usd=500,
)
PROD: Final = Environment(
    name="prod",
    subdomain="",
    network=NetworkSize(cidr="10.10.0.0/16", zones=3, nat_gateways=3),
    web=TaskSize(cpu_units=1024, memory_mib=2048, least=2, most=10),
    api=TaskSize(cpu_units=2048, memory_mib=4096, least=3, most=20),
    worker=TaskSize(cpu_units=2048, memory_mib=4096, least=2, most=20),
    database=DatabaseSize(
        instance_class="db.r6g.large",
        storage_gib=200,
        most_storage_gib=1000,
        is_multi_az=True,
        backup_days=7,
        replica_class="db.r6g.large",  # the plan's db.r6g.medium is not sold
        most_replicas=4,
    ),
    cache=CacheSize(node_type="cache.r6g.large", nodes=3),
    search=SearchSize(instance_type="t3.small.search", nodes=2, storage_gib=30),
    monthly_budget_usd=2600,
    has_recovery=True,
    has_container_insights=True,
    is_canary=True,
)
PROD_LEAN: Final = replace(
    PROD,
    name="prod-lean",
    instead_of="prod",
    network=NetworkSize(cidr="10.10.0.0/16", zones=2, nat_gateways=1),
    web=TaskSize(cpu_units=512, memory_mib=1024, least=2, most=10),
    api=TaskSize(cpu_units=1024, memory_mib=2048, least=2, most=20),
    worker=TaskSize(cpu_units=1024, memory_mib=4096, least=1, most=20),
    database=DatabaseSize(
        instance_class="db.r6g.large",
        storage_gib=100,
        most_storage_gib=1000,
        is_multi_az=True,
        backup_days=7,
        replica_class=None,
        most_replicas=0,
    ),
    cache=CacheSize(node_type="cache.t4g.small", nodes=3),
    search=None,
    monthly_budget_usd=1000,
    is_spot_worker=True,
    has_container_insights=False,
)
PROD_RECOVERY: Final = replace(
    PROD,
    name="prod-recovery",
    network=NetworkSize(cidr="10.11.0.0/16", zones=3, nat_gateways=3),
    restores="prod",
    has_recovery=False,
    search=None,
)
#: (S3 wants names of at most 63 characters; that of its access logs has as many.)
LEAN_RECOVERY: Final = replace(
    PROD_LEAN,
    name="lean-recovery",
    network=NetworkSize(cidr="10.11.0.0/16", zones=2, nat_gateways=1),
    restores="prod-lean",
    has_recovery=False,
    instead_of="prod-recovery",
)


def named(*environments: Environment) -> dict[str, Environment]:
    """By name. Networks that may stand beside each other must be apart, for one day somebody connects them."""
    for one, other in itertools.combinations(environments, 2):
        if one.network.cidr == other.network.cidr and other.instead_of != one.name:
            raise Misconfigured(
                f"{one.name} and {other.name} have the same network {one.network.cidr}.",
                remedy=f"Set network.cidr of {other.name} to another 10.N.0.0/16.",
            )
    return {each.name: each for each in environments}


ENVIRONMENTS: Final = named(DEV, STAGING, PROD, PROD_LEAN, PROD_RECOVERY, LEAN_RECOVERY)


def get_environment(name: str | None) -> Environment:
    found = ENVIRONMENTS.get(name or "")
    if found is None:
        raise Misconfigured(
            f"There is no environment {name!r}." if name else "No environment was named.",
            remedy=f"Name one of {', '.join(ENVIRONMENTS)}, as in `make synth ENV=dev`.",
        )
    return found
