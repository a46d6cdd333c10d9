"""A sentence in fewer words: without its last circumstances, never cut mid-way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsforge.engine.compose.kept import says_the_same
from newsforge.engine.compose.model import Digest
from newsforge.engine.compose.prose import is_balanced

#: Where an English sentence may end early: what follows adds a circumstance, and says neither who tells it nor that it
#: is not so.
_ADDED = re.compile(
    r",? (?:—|–) |, (?=(?:which|who|while|as|after|amid|following|[a-z]+ing)\b)|"
    r", (?=and (?:raised|cut|lowered|added|said it)\b)|"
    # died on Sunday | at her home in Monterey Point
    r" (?=(?:at|in) (?:his|her|their|a|the) (?:\w+ )?(?:home|hospital|hospice|house|residence)\b)"
)
_TURNS = re.compile(
    r"\b(?:not|no|never|without|unless|until|if|except|only|but|however|although|though|despite|said|says|told|"
    r"according|officials?|police|reported\w*|allegedly|announced|study|researchers|found|court|statement|spokes\w+|"
    r"analysts?|"
    # What was decided, not how: it threw out the ruling, ordering a new trial.
    r"order(?:ed|ing)|send(?:s|ing)|sent|overturn\w*|revers\w*|remand\w*|reinstat\w*|acquit\w*|clear(?:ed|ing)|"
    r"retrial|new trial|appeal\w*|pending|subject to|den(?:y|ies|ied|ying)|plead\w*)\b|n['’]t\b"
)
_FEWEST_WORDS = 8


def narrowed(text: str, language: str) -> tuple[str, ...]:
    """The sentence without its last circumstances, longest first; a verb-final language has none to spare."""
    if language != "en" or re.search(r"[“”\"]", text):
        return ()
    found = []
    for match in _ADDED.finditer(text):
        head, tail = text[: match.start()], text[match.end() :]
        if (
            len(head.split()) >= _FEWEST_WORDS
            and not _TURNS.search(tail)
            and is_balanced(head)
            and ", and " not in tail
        ):
            found.append(head.rstrip(" ,;:–—") + ".")
    return tuple(sorted(found, key=lambda head: -len(head)))


def shorter_leads(digest: Digest) -> Iterator[str]:
    """The lead without its last circumstances, as far as it is still its own wording to the receipts."""
    lead, article = digest.lead, digest.article
    if lead is not None and lead.alone:
        forms = narrowed(lead.alone, article.language)
        yield from (form for form in forms if says_the_same(form, lead.text, article.site, article.language))
