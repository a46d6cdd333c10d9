"""Whom the law or an employer acts upon: who is charged, arrested, sentenced, fired, in whatever language."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Act(IntEnum):
    """What befalls somebody, or ends an office or a life. Who is sentenced has been charged, and booked before."""

    BOOKED = 0
    ARRESTED = 1
    CHARGED = 2
    SENTENCED = 3
    DISMISSED = 4
    DISCIPLINED = 5
    FINED = 6
    SUSPENDED = 7
    CAUTIONED = 8
    RESIGNED = 9
    DIED = 10


#: In which acts of the article another one is told as well.
TOLD_BY = {
    Act.BOOKED: frozenset({Act.BOOKED, Act.ARRESTED, Act.CHARGED, Act.SENTENCED}),
    Act.ARRESTED: frozenset({Act.ARRESTED}),
    Act.CHARGED: frozenset({Act.CHARGED, Act.SENTENCED}),
    Act.SENTENCED: frozenset({Act.SENTENCED}),
    Act.DISMISSED: frozenset({Act.DISMISSED}),
    Act.DISCIPLINED: frozenset({Act.DISCIPLINED, Act.DISMISSED}),
    Act.FINED: frozenset({Act.FINED, Act.SENTENCED}),
    Act.SUSPENDED: frozenset({Act.SUSPENDED}),
    Act.CAUTIONED: frozenset({Act.CAUTIONED}),
    Act.RESIGNED: frozenset({Act.RESIGNED}),
    Act.DIED: frozenset({Act.DIED}),
}


@dataclass(frozen=True, slots=True)
class Person:
    """``names`` are names or what is left of them (이씨, A씨), ``roles`` what the person is called beside them.
    ``is_several`` says that others are meant as well, ``is_nobody`` that nobody is."""

    names: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    age: str = ""
    start: int = 0
    end: int = 0
    is_several: bool = False
    is_nobody: bool = False

    @property
    def is_known(self) -> bool:
        return bool(self.names or self.roles or self.age or self.is_nobody)


@dataclass(frozen=True, slots=True)
class Suffered:
    act: Act
    person: Person
    is_denied: bool
