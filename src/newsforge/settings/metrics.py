"""Settings of metrics: whether they are told, and under which names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from newsforge.settings.environment import BadSetting, Environment, choice, first

_NAMESPACE: Final = "NewsForge"
_ENVIRONMENT: Final = "local"


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricsSettings:
    """``kind`` is ``off`` or ``emf`` (CloudWatch's embedded metric format, as lines on stdout)."""

    kind: str = "off"
    namespace: str = _NAMESPACE
    environment: str = _ENVIRONMENT

    @classmethod
    def of(cls, env: Environment) -> MetricsSettings:
        namespace = first(env, "NEWSFORGE_METRICS_NAMESPACE") or _NAMESPACE
        if not re.fullmatch(r"[\w./#:-]{1,255}", namespace, re.ASCII) or namespace.startswith("AWS/"):
            raise BadSetting(
                f"NEWSFORGE_METRICS_NAMESPACE={namespace} is no namespace that CloudWatch takes.",
                remedy=f"Set NEWSFORGE_METRICS_NAMESPACE={_NAMESPACE}.",
            )
        return cls(
            kind=choice(env, "NEWSFORGE_METRICS", "off", "emf"),
            namespace=namespace,
            environment=first(env, "NEWSFORGE_ENVIRONMENT") or _ENVIRONMENT,
        )
