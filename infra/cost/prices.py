"""The dated price file, read and refused when something in it is missing."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from infra.refusal import Misconfigured

FILE = Path(__file__).parent / "prices.json"


class Certainty(StrEnum):
    """In falling order."""

    QUOTED = "quoted"
    DERIVED = "derived"
    UNVERIFIED = "unverified"


def least_certain(certainties: Iterable[Certainty]) -> Certainty:
    return max(certainties, key=list(Certainty).index, default=Certainty.UNVERIFIED)


@dataclass(frozen=True, slots=True)
class Prices:
    collected: str
    usd: dict[str, float]
    share_off: dict[str, float]
    #: Of prices and of discounts, by name: how sure it is.
    certainty: dict[str, Certainty]

    def of(self, name: str) -> float:
        if name not in self.usd:
            raise Misconfigured(
                f"There is no price of {name}.", remedy=f"Add it, with its date and source, to {FILE.name}."
            )
        return self.usd[name]


def read_prices(path: Path = FILE) -> Prices:
    document: dict[str, Any] = json.loads(path.read_text())
    prices = document["prices"]
    return Prices(
        collected=document["collected"],
        usd={name: float(each["usd"]) for name, each in prices.items()},
        share_off={name: float(each["share"]) for name, each in document["discounts"].items()},
        certainty={
            name: Certainty(each["certainty"]) for name, each in [*prices.items(), *document["discounts"].items()]
        },
    )
