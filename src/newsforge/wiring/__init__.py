"""The only place where settings meet adapters."""

from newsforge.wiring.workbench import (
    DEFAULT_MODELS,
    Workbench,
    chosen_writers,
    configured_writers,
    open_workbench,
    spec_of,
)

__all__ = ["DEFAULT_MODELS", "Workbench", "chosen_writers", "configured_writers", "open_workbench", "spec_of"]
