"""The people of a text, and what befalls them, in the language that it is written in."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from newsforge.engine.receipts import sufferers_en, sufferers_ja, sufferers_ko
from newsforge.engine.receipts.sufferers import Person, Suffered

#: By script. The text is folded, with its capitals.
READ: dict[str, Callable[[str], Iterator[Suffered]]] = {
    "ko": sufferers_ko.suffered,
    "ja": sufferers_ja.suffered,
    "latin": sufferers_en.suffered,
}


def find_people(text: str, script: str) -> list[Person]:
    """Whoever is called by a name or a position; empty in a script that is not read."""
    if script == "ko":
        return [person for person, _ in sufferers_ko.people(text, 0, len(text))]
    read = {"ja": sufferers_ja.people, "latin": sufferers_en.people}.get(script)
    return list(read(text)) if read is not None else []


def find_subject(text: str, place: int, script: str) -> Person | None:
    """The person who does what stands at the place, as far as the sentence says who; None where it names nobody."""
    if script == "ko":
        begin = sufferers_ko.sentence_start(text, place)
        found = [
            person for person, particle in sufferers_ko.people(text, begin, place) if particle in sufferers_ko.TOPIC
        ]
        return found[-1] if found else None
    if script == "ja":
        return sufferers_ja.find_topic(text, place)
    return sufferers_en.find_subject(text, place) if script == "latin" else None
