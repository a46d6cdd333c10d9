"""What an operator sets, read once from the environment into frozen, typed groups."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from newsforge.settings.environment import BadSetting, Secret
from newsforge.settings.groups import ConversionSettings, WriterSettings
from newsforge.settings.service import ServiceSettings

__all__ = ["BadSetting", "ConversionSettings", "Secret", "ServiceSettings", "Settings", "WriterSettings"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """``service`` is read by the parts of the service alone; the command line needs none of it."""

    writers: WriterSettings = field(default_factory=WriterSettings)
    conversion: ConversionSettings = field(default_factory=ConversionSettings)

    @classmethod
    def of(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Read ``environment`` (the process's own when None). Raise :class:`BadSetting` naming the variable."""
        env = os.environ if environment is None else environment
        return cls(writers=WriterSettings.of(env), conversion=ConversionSettings.of(env))
