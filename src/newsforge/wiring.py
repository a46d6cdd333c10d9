"""The only place where settings meet adapters."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING, Self

from newsforge.settings import Settings, WriterSettings

if TYPE_CHECKING:
    from newsforge.adapters.writers.spec import WriterSpec
    from newsforge.pipeline.ports import Reader, Writer

#: The model that ``auto`` asks of each vendor whose key is set, in this order: quick and cheap ones that follow a
#: structure well. NEWSFORGE_WRITERS names others.
DEFAULT_MODELS = {
    "openai": "openai:gpt-5-mini",
    "anthropic": "anthropic:claude-haiku-4-5",
    "google": "google:gemini-2.5-flash",
}


class Workbench:
    """A reader and the writers of one choice, with the connections that they share; use it with ``async with``.

    ``writer`` is ``auto`` (every AI writer that is set up, then the embedded one), ``embedded``, or a writer's name;
    ``only`` leaves out the embedded writer that otherwise stands behind a named one.
    """

    def __init__(self, settings: Settings, *, writer: str = "auto", only: bool = False) -> None:
        self.settings = settings
        self._choice = writer
        self._only = only
        self.reader: Reader
        self.writers: tuple[Writer, ...] = ()

    async def __aenter__(self) -> Self:
        from newsforge.adapters.readers.source import SourceReader
        from newsforge.adapters.writers.embedded import EmbeddedWriter

        self.reader = SourceReader()
        names = chosen_writers(self._choice, self.settings.writers)
        ai: list[Writer] = []
        if names:
            from newsforge.adapters.writers.ai import make_writer
            from newsforge.adapters.writers.clients import Clients

            self._clients = Clients()
            ai = [make_writer(spec_of(name, self.settings.writers), clients=self._clients) for name in names]
        self.writers = tuple(ai) if self._only and ai else (*ai, EmbeddedWriter())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        clients = getattr(self, "_clients", None)
        if clients is not None:
            await clients.aclose()


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
    from newsforge.adapters.writers.spec import WriterSpec, check_spec, parse_name

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
