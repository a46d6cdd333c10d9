"""What the command line works with: a reader, and the writers of one choice."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from newsforge.settings import Settings, WriterSettings

if TYPE_CHECKING:
    from newsforge.adapters.writers import WriterSpec
    from newsforge.pipeline.ports import Reader, Writer

#: The model that ``auto`` asks of each vendor whose key is set, in this order: quick and cheap ones that follow a
#: structure well. NEWSFORGE_WRITERS names others.
DEFAULT_MODELS = {
    "openai": "openai:gpt-5-mini",
    "anthropic": "anthropic:claude-haiku-4-5",
    "google": "google:gemini-2.5-flash",
}


class Workbench:
    """A reader and the writers of one choice, with the connections that they share.

    Made by :func:`open_workbench`.
    """

    def __init__(self, settings: Settings, reader: Reader, writers: tuple[Writer, ...]) -> None:
        self.settings = settings
        self.reader = reader
        self.writers = writers


@asynccontextmanager
async def open_workbench(settings: Settings, *, writer: str = "auto", only: bool = False) -> AsyncIterator[Workbench]:
    """``writer`` is ``auto`` (every AI writer that is set up, then the embedded one), ``embedded``, or a writer's
    name; ``only`` leaves out the embedded writer that otherwise stands behind a named one."""
    from newsforge.adapters.readers.source import SourceReader
    from newsforge.adapters.writers import EMBEDDED, WriterSpec, open_writers

    specs = [spec_of(name, settings.writers) for name in chosen_writers(writer, settings.writers)]
    if not (only and specs):
        specs.append(WriterSpec(name=EMBEDDED))
    async with open_writers(specs) as writers:
        yield Workbench(settings, SourceReader(), tuple(writers))


def chosen_writers(choice: str, settings: WriterSettings) -> tuple[str, ...]:
    """The names of the AI writers that ``choice`` asks for."""
    if choice == "embedded":
        return ()
    return configured_writers(settings) if choice == "auto" else (choice,)


def configured_writers(settings: WriterSettings) -> tuple[str, ...]:
    """What ``auto`` tries, in order: the house's own chain, or the default model of each vendor with a key."""
    if settings.chain:
        return tuple(name for name in settings.chain if name != "embedded")
    keys = {"openai": settings.openai_key, "anthropic": settings.anthropic_key, "google": settings.google_key}
    return tuple(DEFAULT_MODELS[vendor] for vendor, key in keys.items() if key)


def spec_of(name: str, settings: WriterSettings) -> WriterSpec:
    """Raise :class:`newsforge.adapters.writers.spec.BadWriterName` when the name or its key is missing."""
    from newsforge.adapters.writers import WriterSpec, check_spec, parse_name

    vendor = parse_name(name)[0]
    key, url = {
        "openai": (settings.openai_key, settings.openai_url),
        "openai-chat": (settings.openai_key, settings.openai_url),
        "anthropic": (settings.anthropic_key, settings.anthropic_url),
        "google": (settings.google_key, ""),
        "bedrock": (None, ""),
        "compatible": (settings.compatible_key, settings.compatible_url),
    }[vendor]
    spec = WriterSpec(
        name=name,
        api_key=key.value if key else "",
        base_url=url,
        region=settings.bedrock_region if vendor == "bedrock" else "",
        allow_networks=settings.allow_networks,
    )
    check_spec(spec)
    return spec
