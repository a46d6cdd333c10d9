"""People in Japanese sentences, and what is done to them: 運行管理者の男性(48)を書類送検した."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsforge.engine.receipts.sufferers import Act, Person, Suffered

_ACTS = (
    (Act.BOOKED, re.compile(r"書類送検|送検|立件")),
    (Act.ARRESTED, re.compile(r"(?<!不)逮捕(?!状)|勾留")),
    (Act.CHARGED, re.compile(r"(?:在宅|追)?起訴(?!猶予|内容|状)")),
    (Act.SENTENCED, re.compile(r"言い渡|実刑判決|有罪判決")),
    (Act.DISMISSED, re.compile(r"(?:懲戒)?(?:解雇|免職)|罷免|更迭|解任")),
    (Act.DISCIPLINED, re.compile(r"減給|戒告|停職|懲戒処分")),
    (Act.RESIGNED, re.compile(r"辞任(?=し|する)|辞職(?=し|する)")),
)
#: What one does, and nobody else to one.
_OWN = frozenset({Act.RESIGNED})
_PASSIVE = re.compile(r"^(?:処分)?(?:とな|さ(?:れ|せ)|を受け|渡され)")
_ADNOMINAL = re.compile(r"^(?:処分)?(?:された|を受けた|となった)(?=[一-鿿ァ-ヺ])")
_DENIED = re.compile(
    r"^(?:処分)?(?:には?|は|を|も)?(?:し|され|せ|でき|至ら)?(?:ない|なかった|ず|見送|免れ|せず)|^(?:する|される)?(?:方針|予定|見通し|か)"
)
_PERSON = re.compile(
    r"(?P<np>(?:[一-鿿々ァ-ヺーA-Za-z]{1,12}の)?(?:[一-鿿々ァ-ヺーA-Za-z]{1,14}?)?(?:者|手|員|係|長|師|士|官|男性|女性|男|女|容疑者|被告|さん|氏|社長|会長|知事|議員|教授|代表|監督|選手|役員|店主|業者))"
    r"(?P<age>[(（]\d{1,3}[)）])?(?:(?P<several>ら|など)?(?P<particle>について|を|は|が|も|に))"
)
_GENERIC = re.compile(r"の?(?:男性|女性|男|女)$|^(?:男性|女性|男|女|同)")
_TITLE = re.compile(r"(?:容疑者|被告|さん|氏|社長|会長|知事|市長|町長|議員|教授|代表|監督|選手|役員)$")
_OBJECT, _TOPIC = {"を", "について", "に"}, {"は", "が", "も"}
_NAME = 2
#: Nobody farther back is meant.
_FAR = 120


def suffered(text: str) -> Iterator[Suffered]:
    for act, pattern in _ACTS:
        for match in pattern.finditer(text):
            rest = text[match.end() :]
            person = _person_of(text, act, match)
            if person is not None:
                yield Suffered(act, person, _DENIED.match(rest) is not None)


def _person_of(text: str, act: Act, match: re.Match[str]) -> Person | None:
    begin = max(text.rfind("。", 0, match.start()) + 1, match.start() - _FAR)
    rest = text[match.end() :]
    adnominal = _ADNOMINAL.match(rest)
    if adnominal is not None:
        following = _PERSON.search(text, match.end() + adnominal.end())
        return _read(following) if following is not None else Person()
    passive = _PASSIVE.match(rest) is not None
    wanted = _TOPIC if passive or act in _OWN else _OBJECT
    before = list(_PERSON.finditer(text, begin, match.start()))
    fits = [
        one
        for one in before
        if one["particle"] in wanted and (one["particle"] != "に" or act in {Act.SENTENCED, Act.DISCIPLINED})
    ]
    return _read(fits[-1]) if fits else (Person() if before or passive else None)


def find_topic(text: str, place: int) -> Person | None:
    """The last one before は, が or も, in the same sentence and outside of what is quoted."""
    begin = max(text.rfind("。", 0, place) + 1, place - _FAR)
    plain = _QUOTED.sub(lambda match: " " * len(match.group()), text[begin:place])
    found = [one for one in _PERSON.finditer(plain) if one["particle"] in _TOPIC]
    return _read(found[-1]) if found else None


_QUOTED = re.compile(r"「[^「」]*」")


def people(text: str) -> Iterator[Person]:
    for match in _PERSON.finditer(text):
        yield _read(match)


def _read(match: re.Match[str]) -> Person:
    """A name is what stands before a title; 運行管理者の男性 is a position."""
    called = match["np"]
    age = (match["age"] or "").strip("()（）")
    several = match["several"] is not None
    bare = _GENERIC.sub("", called)
    title = _TITLE.search(bare)
    start, end = match.start("np"), match.end("np")
    if title is not None and title.start() >= _NAME:
        name = bare[: title.start()].rpartition("の")[2]
        if len(name) >= _NAME:
            return Person(frozenset({name[:_NAME]}), frozenset({title.group()}), age, start, end, is_several=several)
    roles = frozenset({bare.rpartition("の")[2]}) if bare else frozenset[str]()
    return Person(frozenset(), roles, age, start, end, is_several=several)
