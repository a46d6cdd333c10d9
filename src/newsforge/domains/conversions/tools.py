"""What a worker needs to convert."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsforge.domains.conversions.options import ConversionOptions
from newsforge.domains.conversions.ports import SourceFiles, Writers
from newsforge.kit.db.database import Database
from newsforge.pipeline.ports import Reader, ResultStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """``results`` None: nothing is remembered."""

    database: Database
    reader: Reader
    writers: Writers
    files: SourceFiles
    results: ResultStore | None = None
    options: ConversionOptions = field(default_factory=ConversionOptions)
