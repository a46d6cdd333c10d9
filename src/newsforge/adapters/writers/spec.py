"""Which writer is meant: ``embedded``, or a vendor's model with its credentials, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

from newsforge.kit.errors import NewsforgeError

#: ``openai`` speaks the Responses API, ``openai-chat`` and ``compatible`` Chat Completions.
Vendor = Literal["openai", "openai-chat", "anthropic", "bedrock", "google", "compatible"]
#: How the model is made to answer in a structure. ``auto`` picks what the vendor does best; ``prompted`` works with
#: any model that can write JSON.
OutputMode = Literal["auto", "native", "tool", "prompted"]

EMBEDDED = "embedded"
_KEYLESS = frozenset({"bedrock", "compatible"})


class BadWriterName(NewsforgeError):
    code = "bad_writer_name"


@dataclass(frozen=True, slots=True, kw_only=True)
class WriterSpec:
    """``owner`` says whose credential it is (the operator's, a workspace's): failures are counted per owner.

    ``base_url`` is only needed for ``compatible``; for the others it names a proxy. An address given by a user goes
    through the SSRF guard; ``allow_networks`` (CIDR) are the private ones an operator opens, for a model server of
    his own. ``api_key`` for ``bedrock`` is a Bedrock API key; empty means the machine's AWS identity.
    """

    name: str
    api_key: str = field(default="", repr=False)
    base_url: str = ""
    owner: str = "operator"
    region: str = ""
    output_mode: OutputMode = "auto"
    allow_networks: tuple[str, ...] = ()
    prompt_version: str = "v1"

    @property
    def vendor(self) -> Vendor:
        return parse_name(self.name)[0]

    @property
    def model(self) -> str:
        return parse_name(self.name)[1]

    @property
    def address(self) -> str:
        """The base URL: ``base_url``, or the part after ``@`` in the name; empty for the vendor's own."""
        return self.base_url or parse_name(self.name)[2]


def parse_name(name: str) -> tuple[Vendor, str, str]:
    """Vendor, model and address of ``openai:gpt-5-mini`` or ``compatible:qwen3@https://host/v1``.

    Bedrock's ids contain colons and some hubs' model names an ``@``, so the first colon and the last ``@http`` count.
    """
    vendor, colon, rest = name.strip().partition(":")
    model, at, address = rest.rpartition("@http")
    if not at:
        model, address = rest, ""
    if vendor not in get_args(Vendor) or not colon or not model:
        raise BadWriterName(
            f"There is no writer called {name!r}.",
            remedy="Write embedded, or vendor:model with one of the vendors "
            + ", ".join(get_args(Vendor))
            + ", such as openai:gpt-5-mini or compatible:qwen3@https://host/v1.",
        )
    return vendor, model, "http" + address if at else ""  # type: ignore[return-value]  # checked against the literal


def check_spec(spec: WriterSpec) -> None:
    """Raise :class:`BadWriterName` for what can be known to fail before any call."""
    vendor, model, _ = parse_name(spec.name)
    if vendor not in _KEYLESS and not spec.api_key:
        variable = f"{vendor.upper()}_API_KEY"
        raise BadWriterName(
            f"{spec.name} has no API key.", remedy=f"Set the {vendor} API key (on this machine: {variable})."
        )
    if vendor == "compatible" and not spec.address:
        raise BadWriterName(
            f"{spec.name} does not say where the model is served.",
            remedy=f"Write compatible:{model}@https://host/v1, or set the base URL.",
        )
    if vendor == "bedrock" and not spec.region:
        raise BadWriterName(f"{spec.name} has no AWS region.", remedy="Set the Bedrock region, such as us-east-1.")
    if vendor == "bedrock" and spec.address and not spec.allow_networks:
        raise BadWriterName(
            f"{spec.name} cannot be given an address of its own.",
            remedy="Leave the base URL out; only an operator who opened a network may set an AWS endpoint.",
        )
