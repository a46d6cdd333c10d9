"""The product, one noun each."""

from __future__ import annotations

from importlib import import_module

NOUNS = ("access", "accounts", "workspaces", "articles", "conversions", "usage", "audit")


def load_models() -> None:
    """Make every table known to the metadata (migrations and tests need all of them at once)."""
    for noun in NOUNS:
        import_module(f"newsforge.domains.{noun}.models")
    import_module("newsforge.kit.queue.models")
