"""The monthly bill of one environment, line by line, without tax and without what AI vendors ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from infra.cost.capacity import Load
from infra.cost.prices import Certainty, Prices, least_certain
from infra.environments import Environment
from infra.sizes import TaskSize

HOURS: Final = 730
#: 08:00 to 21:00 on five days.
_AWAKE_SHARE: Final = 13 * 5 / (24 * 7)
_ALARMS: Final = 45
_INSIGHTS_METRICS: Final = 60
_MANAGED_RULES: Final = 5
#: Assumed: of the database's storage, what changes in a month and goes to Osaka.
_COPIED_SHARE: Final = 0.5
_KEYS: Final = 6
_SECRETS: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """``certainty`` is that of the least certain price in it."""

    part: str
    what: str
    usd: float
    certainty: Certainty


class Ledger:
    """Writes lines, and remembers of each by which prices it came about."""

    def __init__(self, prices: Prices) -> None:
        self._prices = prices
        self._used: list[str] = []

    def price(self, name: str) -> float:
        self._used.append(name)
        return self._prices.of(name)

    def share_off(self, name: str) -> float:
        self._used.append(name)
        return self._prices.share_off[name]

    def line(self, *, part: str, what: str, usd: float) -> Line:
        used, self._used = self._used, []
        return Line(part=part, what=what, usd=usd, certainty=least_certain(self._prices.certainty[n] for n in used))


@dataclass(frozen=True, slots=True, kw_only=True)
class Buying:
    """``is_reserved``: database and cache for a year; ``has_savings_plan``: Fargate for a year; ``has_spot_workers``:
    workers on spare capacity, which AWS may take back at any time (jobs then go to another worker)."""

    is_reserved: bool = False
    has_savings_plan: bool = False
    has_spot_workers: bool = False

    def in_words(self) -> str:
        chosen = {
            "reserved a year": self.is_reserved,
            "savings plan a year": self.has_savings_plan,
            "spot workers": self.has_spot_workers,
        }
        return ", ".join(words for words, is_chosen in chosen.items() if is_chosen) or "on demand"


ON_DEMAND: Final = Buying()
COMMITTED: Final = Buying(is_reserved=True, has_savings_plan=True)


def bill(environment: Environment, prices: Prices, *, buying: Buying, load: Load) -> list[Line]:
    ledger = Ledger(prices)
    return [
        *_fargate(environment, ledger, buying, load),
        *_database(environment, ledger, buying, load),
        _cache(environment, ledger, buying),
        *_network(environment, ledger, load),
        *_edge(ledger, load),
        *_watching(environment, ledger, load),
        *_keeping(environment, ledger),
    ]


def total_usd(lines: list[Line]) -> float:
    return sum(line.usd for line in lines)


def _counted(number: int, word: str, several: str = "") -> str:
    return word if number == 1 else several or f"{word}s"


def _awake_hours(environment: Environment) -> float:
    return HOURS * _AWAKE_SHARE if environment.is_off_at_night else HOURS


def task_hour_usd(size: TaskSize, ledger: Ledger) -> float:
    return size.cpu_units / 1024 * ledger.price("fargate.arm.vcpu_hour") + size.memory_mib / 1024 * ledger.price(
        "fargate.arm.gb_hour"
    )


def _fargate(environment: Environment, ledger: Ledger, buying: Buying, load: Load) -> Iterator[Line]:
    hours = _awake_hours(environment)
    for name, size in (("web", environment.web), ("API", environment.api), ("workers", environment.worker)):
        has_spot_workers = environment.is_spot_worker or buying.has_spot_workers
        spot = environment.is_spot or (has_spot_workers and name == "workers")
        cheaper = "spot" if spot else "savings_plan_year" if buying.has_savings_plan else None
        off = ledger.share_off(cheaper) if cheaper else 0.0
        tasks = max(size.least, load.tasks.get(name, 0))
        how = "spot" if spot else "savings plan" if buying.has_savings_plan else "on demand"
        yield ledger.line(
            part="ECS Fargate",
            what=f"{name}: {tasks:,.4g} x {size.cpu_units / 1024:g} vCPU, {size.memory_mib / 1024:g} GB, {how}",
            usd=tasks * hours * task_hour_usd(size, ledger) * (1 - off),
        )


def _database(environment: Environment, ledger: Ledger, buying: Buying, load: Load) -> Iterator[Line]:
    size = environment.database
    hours = _awake_hours(environment)
    stay = 1 - (ledger.share_off("reserved_year") if buying.is_reserved else 0.0)
    copies = 2 if size.is_multi_az else 1
    yield ledger.line(
        part="RDS PostgreSQL",
        what=f"{size.instance_class}{', with standby' if size.is_multi_az else ''}",
        usd=copies * hours * ledger.price(f"{size.instance_class}.hour") * stay,
    )
    yield ledger.line(
        part="RDS PostgreSQL",
        what=f"{copies} x {size.storage_gib} GB gp3",
        usd=copies * size.storage_gib * ledger.price("db.gp3.gb_month"),
    )
    if size.replica_class:
        replicas = max(1, min(load.replicas, size.most_replicas))
        yield ledger.line(
            part="RDS PostgreSQL",
            what=f"{replicas} read {_counted(replicas, 'replica')} {size.replica_class}",
            usd=replicas
            * (
                hours * ledger.price(f"{size.replica_class}.hour") * stay
                + size.storage_gib * ledger.price("db.gp3.gb_month")
            ),
        )


def _cache(environment: Environment, ledger: Ledger, buying: Buying) -> Line:
    size = environment.cache
    stay = 1 - (ledger.share_off("reserved_year") if buying.is_reserved else 0.0)
    return ledger.line(
        part="ElastiCache",
        what=f"{size.nodes} x {size.node_type} Valkey",
        usd=size.nodes * HOURS * ledger.price(f"{size.node_type}.hour") * stay,
    )


def _network(environment: Environment, ledger: Ledger, load: Load) -> Iterator[Line]:
    gateways = environment.network.nat_gateways
    yield ledger.line(
        part="Network",
        what=f"{gateways} NAT {_counted(gateways, 'gateway')} and {_counted(gateways, 'address', 'addresses')}",
        usd=gateways * HOURS * (ledger.price("nat.hour") + ledger.price("ipv4.hour")),
    )
    yield ledger.line(
        part="Network", what=f"{load.nat_gb:,.0f} GB through NAT", usd=load.nat_gb * ledger.price("nat.gb")
    )
    units = max(1.0, load.requests_per_second / 25)
    yield ledger.line(
        part="Load balancer",
        what=f"{units:,.1f} capacity units",
        usd=HOURS * (ledger.price("alb.hour") + units * ledger.price("alb.lcu_hour")),
    )


def _edge(ledger: Ledger, load: Load) -> Iterator[Line]:
    paid_gb = max(0.0, load.edge_gb - 1024)
    millions = load.requests_per_second * 3600 * HOURS / 1e6
    yield ledger.line(
        part="CloudFront",
        what=f"{load.edge_gb:,.0f} GB, {millions:,.1f} M requests",
        usd=paid_gb * ledger.price("cloudfront.gb")
        + max(0.0, millions - 10) * 100 * ledger.price("cloudfront.10k_requests"),
    )
    yield ledger.line(
        part="WAF",
        what=f"1 list, {_MANAGED_RULES} rules, {millions:,.1f} M requests",
        usd=ledger.price("waf.acl_month")
        + _MANAGED_RULES * ledger.price("waf.rule_month")
        + millions * ledger.price("waf.million_requests"),
    )


def _watching(environment: Environment, ledger: Ledger, load: Load) -> Iterator[Line]:
    yield ledger.line(
        part="CloudWatch", what=f"{load.log_gb:,.0f} GB of logs", usd=load.log_gb * ledger.price("logs.gb")
    )
    insights = _INSIGHTS_METRICS * ledger.price("insights.metric_month") if environment.has_container_insights else 0.0
    yield ledger.line(
        part="CloudWatch", what=f"{_ALARMS} alarms, metrics", usd=_ALARMS * ledger.price("alarm_month") + insights
    )
    search = environment.search
    if search:
        yield ledger.line(
            part="OpenSearch",
            what=f"{search.nodes} x {search.instance_type}, {search.storage_gib} GB each",
            usd=search.nodes
            * (HOURS * ledger.price("search.t3.small.hour") + search.storage_gib * ledger.price("search.gp3.gb_month"))
            + load.log_gb * ledger.price("firehose.gb"),
        )


def _keeping(environment: Environment, ledger: Ledger) -> Iterator[Line]:
    gib = environment.database.storage_gib
    copies = 2 if environment.has_recovery else 1
    yield ledger.line(
        part="Backup",
        what=f"{copies} x {gib} GB{', one of them in Osaka' if copies == 2 else ''}",
        usd=copies * gib * ledger.price("backup.gb_month"),
    )
    if environment.has_recovery:
        moved = gib * _COPIED_SHARE
        yield ledger.line(
            part="Backup", what=f"{moved:,.0f} GB moved to Osaka", usd=moved * ledger.price("osaka.transfer_gb")
        )
    yield ledger.line(
        part="Keys, secrets, DNS, S3",
        what=f"{_KEYS} keys, {_SECRETS} secrets, 100 GB",
        usd=_KEYS * ledger.price("kms.key_month")
        + _SECRETS * ledger.price("secret_month")
        + ledger.price("dns.zone_month")
        + 100 * ledger.price("s3.gb_month"),
    )
