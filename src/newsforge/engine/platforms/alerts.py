"""Words that call out to everyone of a server or channel: ``@everyone`` in a text notifies them all, whoever wrote it.

Which ones a platform listens to stands in its record (``MentionRule.alerts``). A zero-width space behind the first sign
makes one harmless and leaves it to read as it did; discord.py's ``escape_mentions`` and others do the same. A word
joiner would do as well, but nobody vouches that Discord keeps it.
"""

from __future__ import annotations

from functools import lru_cache

import regex

from newsforge.engine.platforms.record import MentionRule

_ZERO_WIDTH_SPACE = "\u200b"
#: Discord drops these before it looks: ``@\u202eeveryone`` alerts, too (discord-api-docs issue 1189).
_DROPPED = r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]*"
#: A sign such as ``<!`` is named with what it begins.
_REST = r"[^ \t\r\n<>]{0,30}>?"
_ADDRESS = regex.compile(r"https?://[^\s<>\"]+", regex.IGNORECASE)


@lru_cache(maxsize=64)
def _pattern(alerts: tuple[str, ...]) -> regex.Pattern[str]:
    """An empty match behind the first sign of each, which may stand in another (``<@everyone``); group 1 names it."""
    spelt = (
        _DROPPED.join(map(regex.escape, alert)) + ("" if alert[-1].isalpha() else _REST)
        for alert in sorted(alerts, key=len, reverse=True)
    )
    signs = "".join(sorted({regex.escape(alert[0]) for alert in alerts}))
    return regex.compile(rf"(?=({'|'.join(spelt)}))(?<sign>[{signs}])", regex.IGNORECASE)


def find_alerts(text: str, rule: MentionRule) -> tuple[str, ...]:
    """What in ``text`` would notify people, each as written and once."""
    if not rule.alerts:
        return ()
    return tuple(dict.fromkeys(match[1] for match in _pattern(rule.alerts).finditer(text)))


def quieted(text: str, rule: MentionRule) -> str:
    """``text``, reading the same, without anything that would notify people. An address stays one: its ``@`` is
    written ``%40``."""
    if not rule.alerts or not (found := list(_pattern(rule.alerts).finditer(text))):
        return text
    addresses = [address.span() for address in _ADDRESS.finditer(text)]
    for match in reversed(found):
        start, end = match.span("sign")
        is_in_address = any(first <= start < last for first, last in addresses)
        written = "%40" if is_in_address and match["sign"] == "@" else match["sign"] + _ZERO_WIDTH_SPACE
        text = text[:start] + written + text[end:]
    return text
