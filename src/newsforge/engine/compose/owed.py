"""What a short message owes its reader besides the news, where there is room: an answer, a limit."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from newsforge.engine.compose.choice import Telling
from newsforge.engine.compose.model import Digest, Line
from newsforge.engine.compose.sections import glue


def with_answer(
    digest: Digest, fits: Callable[[list[str]], bool], told: list[str], title: str = ""
) -> list[str] | None:
    """``told`` and the best answer that fits; None where none does. ``title`` has been read before."""
    return with_first(digest.answers, digest, fits, told, title)


def with_first(
    units: Iterable[tuple[Line, ...]],
    digest: Digest,
    fits: Callable[[list[str]], bool],
    told: list[str],
    title: str = "",
) -> list[str] | None:
    lead = digest.lead
    ends_in_lead = lead is not None and lead.alone is not None and told[-1:] != [] and told[-1].endswith(lead.alone)
    for unit in units:
        telling = Telling("\n".join([title, *told]), lead.index if lead and ends_in_lead else None)
        texts = [telling.word(line) for line in unit]
        text = glue(digest.article.language).join(text for text in texts if text)
        if all(texts) and fits([*told, text]):
            return [*told, text]
    return None
