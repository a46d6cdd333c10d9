"""How much a platform's post may hold, in the platform's own unit."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from newsforge.engine.platforms.alerts import quieted
from newsforge.engine.platforms.layout import budget
from newsforge.engine.platforms.measure import measure_text, part_limit
from newsforge.engine.platforms.record import Field, Platform, Severity, Shape
from newsforge.engine.post import Length
from newsforge.engine.text.counting import Unit, count
from newsforge.engine.text.korean_charset import transliterate

#: A European language takes about this many times the letters for the same news.
_LETTERS = 1.6
_DENSE = frozenset({"ko", "ja", "zh"})
_SHARE_OF_TARGET: dict[Length, float] = {"short": 0.5, "standard": 1.0, "long": 2.0}
#: A long post on a platform for reading.
_LONG_READ = 3.0
_READING: frozenset[Shape] = frozenset(["story", "letter", "blog"])
#: ``\n\n`` and a number such as ``10/12``: what a thread adds to each part.
_NUMBERING = 8


@dataclass(frozen=True, slots=True)
class Space:
    """``room`` is the most that one part's body may measure, ``aim`` what reads well at the wanted length; ``thread``
    has the room of a thread's first part (it carries the disclosure), of the next ones, and of the last (link, tags).
    """

    platform: Platform
    room: int
    aim: int
    unit: Unit
    thread: tuple[int, int, int] = (0, 0, 0)

    @classmethod
    def of(  # noqa: PLR0913 -- what the layout will add, value by value
        cls,
        platform: Platform,
        *,
        hashtags: tuple[str, ...],
        link: str | None,
        disclosure: str | None,
        length: Length,
        language: str,
    ) -> Space:
        limit = part_limit(platform)
        room = budget(platform, hashtags=hashtags, link=link, disclosure=disclosure)
        scale = 1.0 if language in _DENSE or limit.unit == "weighted" else _LETTERS
        share = _LONG_READ if length == "long" and platform.shape in _READING else _SHARE_OF_TARGET[length]
        aim = int((platform.target or limit.max) * share * scale)
        thread = (0, 0, 0)
        if platform.thread is not None:
            first = budget(platform, hashtags=(), link=None, disclosure=disclosure)
            last = budget(platform, hashtags=hashtags, link=link, disclosure=None)
            thread = (first - _NUMBERING, limit.max - _NUMBERING, last - _NUMBERING)
        return cls(platform, room, min(aim, room), limit.unit, thread)

    def first(self, paragraphs: list[str]) -> float:
        """How full they make the first part of a thread."""
        return self._share("\n\n".join(paragraphs), self.thread[0])

    def middle(self, text: str) -> float:
        return self._share(text, self.thread[1])

    def last(self, text: str) -> float:
        return self._share(text, self.thread[2])

    def _share(self, text: str, room: int) -> float:
        return self.measure(text) / max(1, room)

    @property
    def part_room(self) -> int:
        """Of a part of a thread, whatever the part has to carry besides."""
        return max(0, self.room - _NUMBERING)

    def measure(self, text: str) -> int:
        if self.platform.charset == "cp949":
            text = transliterate(text, self.platform.transliterate)
        text = quieted(text, self.platform.mentions)
        if self.platform.escape.counted or self.platform.urls.counted_as is not None:
            return measure_text(text, self.platform)
        return _count(text, self.unit)

    @property
    def separator(self) -> int:
        return 2 if self.platform.blank_line else 1

    def fits(self, paragraphs: list[str], most: int | None = None) -> bool:
        glue = "\n\n" if self.platform.blank_line else "\n"
        return self.measure(glue.join(paragraphs)) <= (self.room if most is None else most)

    def fits_alone(self, text: str) -> bool:
        return self.measure(text) <= self.room


def fits_field(
    text: str, platform: Platform, field: Field, severities: Collection[Severity] = ("reject", "advise", "fold")
) -> bool:
    """Within every limit of the field that is of these severities."""
    if platform.charset == "cp949":
        text = transliterate(text, platform.transliterate)
    return all(
        _count(text, limit.unit) <= limit.max
        for limit in platform.limits
        if limit.field == field and limit.severity in severities
    )


@lru_cache(maxsize=4096)
def _count(text: str, unit: Unit) -> int:
    return count(text, unit)
