"""Whether the article has a name under another of its forms."""

from __future__ import annotations

import re
from functools import cache

from newsforge.engine.receipts.alias_table import BODIES, PLACES
from newsforge.engine.receipts.evidence import Evidence

_PLAIN = re.compile(r"[.\s]+")
_LATIN = re.compile(r"^[a-z0-9 '&.-]+$")
#: One character stands for a country only in headlines, beside another such character or a comma.
_SHORTEST = 2


@cache
def _table() -> tuple[tuple[tuple[str, ...], ...], dict[str, tuple[int, ...]]]:
    groups: list[tuple[str, ...]] = []
    index: dict[str, tuple[int, ...]] = {}
    for line in (PLACES + BODIES).strip().splitlines():
        forms = tuple(form.strip() for form in line.split(", ") if form.strip())
        if not forms:
            continue
        for form in forms:
            key = _key(form)
            index[key] = (*index.get(key, ()), len(groups))
        groups.append(forms)
    return tuple(groups), index


def _key(name: str) -> str:
    return _PLAIN.sub(" ", name.replace(".", "")).strip().removeprefix("the ").replace("-", " ")


def group_of(folded_name: str) -> int | None:
    """The number of the thing that a folded name stands for; None when the table has none."""
    found = _table()[1].get(_key(folded_name))
    return found[0] if found else None


def forms_of(folded_name: str) -> tuple[str, ...]:
    """Every known form of the named thing, folded."""
    groups, index = _table()
    return tuple(form for number in index.get(_key(folded_name), ()) for form in groups[number])


def find_alias(folded_name: str, evidence: Evidence) -> str | None:
    """A form of the name that the article has, if any."""
    for form in forms_of(folded_name):
        if stands_in(form, evidence):
            return form
    return None


def stands_in(form: str, evidence: Evidence) -> bool:
    if _LATIN.match(form):
        if " " not in form and "'" not in form and "-" not in form:
            return form in evidence.word_forms
        return re.search(rf"(?<![a-z0-9]){re.escape(form)}(?![a-z0-9])", evidence.everything) is not None
    if len(form) < _SHORTEST:
        return (
            re.search(rf"(?<![가-힣一-鿿]){form}(?=[·,\s-](?!\d))|(?<=[·])\b{form}", evidence.article.title) is not None
        )
    return form.replace(" ", "") in evidence.squeezed
