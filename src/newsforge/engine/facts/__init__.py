"""What a text states that can be checked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from newsforge.engine.facts.model import Facts


def facts(text: str, language: str, anchor: date | None) -> Facts:
    """Everything checkable in ``text``. ``anchor`` is the day that relative dates count from (publication). Finding
    names in Korean text loads a large model."""
    from newsforge.engine.facts.links import handles, urls
    from newsforge.engine.facts.names import names

    return replace(
        compared_facts(text, language, anchor),
        names=names(text, language),
        urls=urls(text),
        handles=handles(text),
    )


def compared_facts(text: str, language: str, anchor: date | None) -> Facts:
    """Figures, dates and quotes alone: what receipts ask of every sentence of an article."""
    from newsforge.engine.facts.dates import dates
    from newsforge.engine.facts.figures import figures
    from newsforge.engine.facts.quotes import quotes

    dated = dates(text, language, anchor)
    return Facts(
        figures=figures(text, language, dated=[(mention.start, mention.end) for mention in dated]),
        dates=dated,
        quotes=quotes(text, language),
    )
