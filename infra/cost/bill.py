"""The monthly bill of one environment, line by line, without tax and without what AI vendors ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from infra.cost.capacity import Load
from infra.cost.prices import Prices
from infra.environments import Environment
from infra.sizes import TaskSize

HOURS: Final = 730
#: 08:00 to 21:00 on five days.
_AWAKE_SHARE: Final = 13 * 5 / (24 * 7)
_ALARMS: Final = 40
_INSIGHTS_METRICS: Final = 60
_MANAGED_RULES: Final = 5
_KEYS: Final = 6
_SECRETS: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    part: str
    what: str
    usd: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Buying:
    """``is_reserved``: database and cache for a year; ``has_savings_plan``: Fargate for a year."""

    is_reserved: bool = False
    has_savings_plan: bool = False


ON_DEMAND: Final = Buying()
COMMITTED: Final = Buying(is_reserved=True, has_savings_plan=True)


def bill(environment: Environment, prices: Prices, *, buying: Buying, load: Load) -> list[Line]:
    return [
        *_fargate(environment, prices, buying, load),
        *_database(environment, prices, buying, load),
        _cache(environment, prices, buying),
        *_network(environment, prices, load),
        *_edge(prices, load),
        *_watching(environment, prices, load),
        *_keeping(environment, prices),
    ]


def total_usd(lines: list[Line]) -> float:
    return sum(line.usd for line in lines)


def _awake_hours(environment: Environment) -> float:
    return HOURS * _AWAKE_SHARE if environment.is_off_at_night else HOURS


def task_hour_usd(size: TaskSize, prices: Prices) -> float:
    return size.cpu_units / 1024 * prices.of("fargate.arm.vcpu_hour") + size.memory_mib / 1024 * prices.of(
        "fargate.arm.gb_hour"
    )


def _fargate(environment: Environment, prices: Prices, buying: Buying, load: Load) -> Iterator[Line]:
    hours = _awake_hours(environment)
    for name, size in (("web", environment.web), ("API", environment.api), ("workers", environment.worker)):
        spot = environment.is_spot or (environment.is_spot_worker and name == "workers")
        off = prices.share_off["spot"] if spot else prices.share_off["savings_plan_year"] * buying.has_savings_plan
        tasks = max(size.least, load.tasks.get(name, 0))
        how = "spot" if spot else "savings plan" if buying.has_savings_plan else "on demand"
        yield Line(
            part="ECS Fargate",
            what=f"{name}: {tasks:g} x {size.cpu_units / 1024:g} vCPU, {size.memory_mib / 1024:g} GB, {how}",
            usd=tasks * hours * task_hour_usd(size, prices) * (1 - off),
        )


def _database(environment: Environment, prices: Prices, buying: Buying, load: Load) -> Iterator[Line]:
    size = environment.database
    hours = _awake_hours(environment)
    stay = 1 - prices.share_off["reserved_year"] * buying.is_reserved
    copies = 2 if size.is_multi_az else 1
    yield Line(
        part="RDS PostgreSQL",
        what=f"{size.instance_class}{', with standby' if size.is_multi_az else ''}",
        usd=copies * hours * prices.of(f"{size.instance_class}.hour") * stay,
    )
    yield Line(
        part="RDS PostgreSQL",
        what=f"{copies} x {size.storage_gib} GB gp3",
        usd=copies * size.storage_gib * prices.of("db.gp3.gb_month"),
    )
    if size.replica_class:
        replicas = max(1, min(load.replicas, size.most_replicas))
        yield Line(
            part="RDS PostgreSQL",
            what=f"{replicas} read replica(s) {size.replica_class}",
            usd=replicas
            * (
                hours * prices.of(f"{size.replica_class}.hour") * stay + size.storage_gib * prices.of("db.gp3.gb_month")
            ),
        )


def _cache(environment: Environment, prices: Prices, buying: Buying) -> Line:
    size = environment.cache
    stay = 1 - prices.share_off["reserved_year"] * buying.is_reserved
    return Line(
        part="ElastiCache",
        what=f"{size.nodes} x {size.node_type} Valkey",
        usd=size.nodes * HOURS * prices.of(f"{size.node_type}.hour") * stay,
    )


def _network(environment: Environment, prices: Prices, load: Load) -> Iterator[Line]:
    gateways = environment.network.nat_gateways
    yield Line(
        part="Network",
        what=f"{gateways} NAT gateway(s) with address",
        usd=gateways * HOURS * (prices.of("nat.hour") + prices.of("ipv4.hour")),
    )
    yield Line(part="Network", what=f"{load.nat_gb:,.0f} GB through NAT", usd=load.nat_gb * prices.of("nat.gb"))
    units = max(1.0, load.requests_per_second / 25)
    yield Line(
        part="Load balancer",
        what=f"1, {units:.1f} capacity units",
        usd=HOURS * (prices.of("alb.hour") + units * prices.of("alb.lcu_hour")),
    )


def _edge(prices: Prices, load: Load) -> Iterator[Line]:
    paid_gb = max(0.0, load.edge_gb - 1024)
    millions = load.requests_per_second * 3600 * HOURS / 1e6
    yield Line(
        part="CloudFront",
        what=f"{load.edge_gb:,.0f} GB, {millions:,.1f} M requests",
        usd=paid_gb * prices.of("cloudfront.gb") + max(0.0, millions - 10) * 100 * prices.of("cloudfront.10k_requests"),
    )
    yield Line(
        part="WAF",
        what=f"1 list, {_MANAGED_RULES} rules, {millions:,.1f} M requests",
        usd=prices.of("waf.acl_month")
        + _MANAGED_RULES * prices.of("waf.rule_month")
        + millions * prices.of("waf.million_requests"),
    )


def _watching(environment: Environment, prices: Prices, load: Load) -> Iterator[Line]:
    yield Line(part="CloudWatch", what=f"{load.log_gb:,.0f} GB of logs", usd=load.log_gb * prices.of("logs.gb"))
    insights = _INSIGHTS_METRICS * prices.of("insights.metric_month") if environment.has_container_insights else 0.0
    yield Line(part="CloudWatch", what=f"{_ALARMS} alarms, metrics", usd=_ALARMS * prices.of("alarm_month") + insights)
    search = environment.search
    if search:
        yield Line(
            part="OpenSearch",
            what=f"{search.nodes} x {search.instance_type}, {search.storage_gib} GB each",
            usd=search.nodes
            * (HOURS * prices.of("search.t3.small.hour") + search.storage_gib * prices.of("search.gp3.gb_month"))
            + load.log_gb * prices.of("firehose.gb"),
        )


def _keeping(environment: Environment, prices: Prices) -> Iterator[Line]:
    gib = environment.database.storage_gib
    copies = 2 if environment.has_recovery else 1
    yield Line(
        part="Backup",
        what=f"{copies} x {gib} GB{', one of them in Osaka' if copies == 2 else ''}",
        usd=copies * gib * prices.of("backup.gb_month"),
    )
    yield Line(
        part="Keys, secrets, DNS, S3",
        what=f"{_KEYS} keys, {_SECRETS} secrets, 100 GB",
        usd=_KEYS * prices.of("kms.key_month")
        + _SECRETS * prices.of("secret_month")
        + prices.of("dns.zone_month")
        + 100 * prices.of("s3.gb_month"),
    )
