"""How large each part is; each value refuses what AWS does not offer or what breaks the plan's promises."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from infra.refusal import Misconfigured

#: Fargate's task sizes: CPU units -> memory in MiB.
FARGATE_MEMORY_MIB: Final[dict[int, tuple[int, ...]]] = {
    256: (512, 1024, 2048),
    512: tuple(range(1024, 4096 + 1, 1024)),
    1024: tuple(range(2048, 8192 + 1, 1024)),
    2048: tuple(range(4096, 16384 + 1, 1024)),
    4096: tuple(range(8192, 30720 + 1, 1024)),
    8192: tuple(range(16384, 61440 + 1, 4096)),
    16384: tuple(range(32768, 122880 + 1, 8192)),
}
#: What RDS and ElastiCache do not sell although the names look as if they did.
_NOT_SOLD: Final = frozenset({"db.r6g.medium", "cache.r6g.medium"})
_LARGEST_OCTET: Final = 255
_GP3_GIB: Final = (20, 65_536)
_MOST_REPLICAS: Final = 15
_LEAST_SEARCH_GIB: Final = 10
#: One zone a node; more need nodes that only lead.
_MOST_SEARCH_NODES: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskSize:
    """``least`` and ``most`` are numbers of tasks."""

    cpu_units: int
    memory_mib: int
    least: int
    most: int

    @property
    def cores(self) -> int:
        """How many processes it keeps busy. Python computes on one core at a time, so a task of two cores with one
        process would never be seen above 50 % by scaling and alarms."""
        return max(1, self.cpu_units // 1024)

    def __post_init__(self) -> None:
        offered = FARGATE_MEMORY_MIB.get(self.cpu_units)
        if offered is None:
            raise Misconfigured(
                f"Fargate has no task of {self.cpu_units / 1024:g} vCPU.",
                remedy=f"Set cpu_units to one of {', '.join(map(str, FARGATE_MEMORY_MIB))} (1024 is 1 vCPU).",
            )
        if self.memory_mib not in offered:
            raise Misconfigured(
                f"Fargate has no task of {self.cpu_units / 1024:g} vCPU with {self.memory_mib} MiB.",
                remedy=f"Set memory_mib to one of {', '.join(map(str, offered))}.",
            )
        if not 1 <= self.least <= self.most:
            raise Misconfigured(
                f"A service cannot run {self.least} to {self.most} tasks.",
                remedy="Set least to 1 or more, and most to no less than least.",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkSize:
    """``zones`` availability zones are used; ``nat_gateways`` is 1 (cheap) or ``zones`` (no shared fate)."""

    cidr: str
    zones: int
    nat_gateways: int

    def __post_init__(self) -> None:
        if not 2 <= self.zones <= 3:
            raise Misconfigured(f"{self.zones} zones were asked for.", remedy="Set zones to 2 or 3.")
        if self.nat_gateways not in {1, self.zones}:
            raise Misconfigured(
                f"{self.nat_gateways} NAT gateways do not fit {self.zones} zones.",
                remedy="Set nat_gateways to 1, or to the number of zones.",
            )
        written = re.fullmatch(r"10\.(0|[1-9]\d{0,2})\.0\.0/16", self.cidr)
        if not written or int(written[1]) > _LARGEST_OCTET:
            raise Misconfigured(
                f"{self.cidr} is no private network of the size that the subnets need.",
                remedy="Set cidr to 10.N.0.0/16, N from 0 to 255.",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class DatabaseSize:
    """``replica_class`` None means no read replica; ``most_replicas`` is what load may add up to."""

    instance_class: str
    storage_gib: int
    most_storage_gib: int
    is_multi_az: bool
    backup_days: int
    replica_class: str | None
    most_replicas: int

    def __post_init__(self) -> None:
        for name in (self.instance_class, self.replica_class or self.instance_class):
            _refuse_unsold(name, "db")
        if not _GP3_GIB[0] <= self.storage_gib <= _GP3_GIB[1]:
            raise Misconfigured(
                f"RDS has no gp3 storage of {self.storage_gib} GiB.",
                remedy="Set storage_gib to {} to {}.".format(*_GP3_GIB),
            )
        if self.most_storage_gib < self.storage_gib * 1.1:
            raise Misconfigured(
                f"Storage cannot grow from {self.storage_gib} to {self.most_storage_gib} GiB.",
                remedy="Set most_storage_gib to at least 110 % of storage_gib.",
            )
        if not 1 <= self.backup_days <= 35:
            raise Misconfigured(
                f"RDS does not keep backups for {self.backup_days} days.", remedy="Set backup_days to 1 to 35."
            )
        if self.replica_class is None and self.most_replicas:
            raise Misconfigured(
                "Replicas cannot be added where there is no first one.",
                remedy="Set replica_class, or most_replicas to 0.",
            )
        if self.replica_class and not 1 <= self.most_replicas <= _MOST_REPLICAS:
            raise Misconfigured(
                f"A database cannot have up to {self.most_replicas} replicas.",
                remedy=f"Set most_replicas to 1 to {_MOST_REPLICAS}.",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class CacheSize:
    """More than one node means automatic failover over zones."""

    node_type: str
    nodes: int

    def __post_init__(self) -> None:
        _refuse_unsold(self.node_type, "cache")
        if not 1 <= self.nodes <= 6:
            raise Misconfigured(f"A replication group cannot have {self.nodes} nodes.", remedy="Set nodes to 1 to 6.")


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchSize:
    """The OpenSearch domain that searches logs."""

    instance_type: str
    nodes: int
    storage_gib: int

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[a-z]+\d[a-z]*\.\w+\.search", self.instance_type):
            raise Misconfigured(
                f"{self.instance_type!r} is no instance type of OpenSearch.", remedy="Write it like t3.small.search."
            )
        if not 1 <= self.nodes <= _MOST_SEARCH_NODES:
            raise Misconfigured(
                f"Logs are not searched by {self.nodes} nodes.", remedy=f"Set nodes to 1 to {_MOST_SEARCH_NODES}."
            )
        if self.storage_gib < _LEAST_SEARCH_GIB:
            raise Misconfigured(
                f"OpenSearch has no node with {self.storage_gib} GiB.",
                remedy=f"Set storage_gib to {_LEAST_SEARCH_GIB} or more.",
            )


def _refuse_unsold(name: str, family: str) -> None:
    if name in _NOT_SOLD:
        raise Misconfigured(
            f"AWS sells no {name}: r6g begins at large.",
            remedy=f"Write {family}.r6g.large, or {family}.t4g.medium where it may be small.",
        )
    if not re.fullmatch(rf"{family}\.[a-z]+\d[a-z]*\.\w+", name):
        raise Misconfigured(
            f"{name!r} is no instance type of this service.", remedy=f"Write it like {family}.r6g.large."
        )
