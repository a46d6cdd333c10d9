"""Problems that a person keeps, with a reason: what the check objects to, and somebody answers for all the same.

A problem is known by its sentence, its kind and its words, wherever they stand; it is kept for as long as the post has
it. The marks are part of the post's form, so that each version says what was kept in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from newsforge.domains.conversions.errors import NoSuchProblem, ReasonRequired
from newsforge.domains.conversions.schemas import Keep

Json = dict[str, Any]
#: Sentence, kind, words.
Place = tuple[str, str, str]
#: The kind of a sentence that nothing supports as a whole, without a detail to name.
WHOLE_SENTENCE = "sentence"


def problems_of(form: Json) -> dict[Place, Json]:
    """Everything that is not in the article, by its place; ``why`` and where it stands go with it."""
    found: dict[Place, Json] = {}
    for receipt in form.get("receipts", ()):
        if receipt["status"] != "unsupported":
            continue
        whole = {
            "kind": WHOLE_SENTENCE,
            "text": receipt["sentence"],
            "why": "Nothing in the article supports this sentence.",
        }
        for problem in receipt["problems"] or [whole]:
            place = (receipt["sentence"], problem["kind"], problem["text"])
            found.setdefault(place, {"sentence": receipt["sentence"], **{key: problem[key] for key in whole}})
    return found


def open_problems(form: Json) -> list[Json]:
    """Those that nobody has kept."""
    kept = {place_of(one) for one in form.get("kept", ())}
    return [problem for place, problem in problems_of(form).items() if place not in kept]


def keep(form: Json, wanted: Iterable[Keep], *, by: UUID, at: datetime) -> list[Json]:
    """The marks of ``form`` as they are wished for. Who has kept a problem before with the same reason goes on
    answering for it. Raise :class:`NoSuchProblem` or :class:`ReasonRequired`."""
    before = {place_of(one): one for one in form.get("kept", ())}
    problems = problems_of(form)
    marks: dict[Place, Json] = {}
    for index, one in enumerate(wanted):
        place = (one.sentence, one.kind, one.text)
        if place not in problems:
            message = "The post has no such problem."
            raise NoSuchProblem(message, members={"errors": [{"pointer": f"/keep/{index}", "message": message}]})
        if not one.reason.strip():
            raise ReasonRequired
        known = before.get(place)
        if known is not None and known["reason"] == one.reason:
            marks[place] = known
        else:
            marks[place] = {**one.model_dump(), "kept_by": str(by), "kept_at": at.isoformat()}
    return list(marks.values())


def carried_over(before: Json, after: Json) -> list[Json]:
    """The marks of problems that are still there."""
    problems = problems_of(after)
    return [one for one in before.get("kept", ()) if place_of(one) in problems]


def place_of(one: Json) -> Place:
    return one["sentence"], one["kind"], one["text"]
