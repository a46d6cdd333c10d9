"""The embedded writer: an article's own sentences, chosen, trimmed and ordered for each kind of platform."""

from newsforge.engine.compose.digest import digest
from newsforge.engine.compose.model import Digest, Headline, Line
from newsforge.engine.compose.shapes import compose

__all__ = ["Digest", "Headline", "Line", "compose", "digest"]
