"""Pieces of patterns that mean the same to everyone who reads the OpenAPI document."""

from __future__ import annotations

from typing import Final

#: Inside brackets: white space. ECMA 262 (which OpenAPI names), Rust (which checks here) and Python (which generates
#: clients and tests) disagree on these few in ``\s`` alone.
SPACE: Final = r"\s\x1c-\x1f\x85\ufeff"
