"""What a text states that can be checked."""

from __future__ import annotations

from datetime import date

from newsforge.engine.facts.model import Facts


def facts(text: str, language: str, anchor: date | None, *, names: bool = True) -> Facts:
    """Everything checkable in ``text``. ``anchor`` is the day that relative dates count from (publication).

    ``names=False`` leaves the names out: finding them in Korean text loads a large model.
    """
    from newsforge.engine.facts.dates import dates
    from newsforge.engine.facts.figures import figures
    from newsforge.engine.facts.links import handles, urls
    from newsforge.engine.facts.names import names as find_names
    from newsforge.engine.facts.quotes import quotes

    return Facts(
        figures=figures(text, language),
        dates=dates(text, language, anchor),
        quotes=quotes(text, language),
        names=find_names(text, language) if names else (),
        urls=urls(text),
        handles=handles(text),
    )
