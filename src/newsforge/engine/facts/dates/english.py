"""Dates and times as English news writes them, in running, lower-cased or tokenised text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from newsforge.engine.facts.dates.calendar import (
    Hint,
    day_of_month,
    day_of_weekday,
    find_day,
    month_and_day,
    month_year,
    shift_month,
)
from newsforge.engine.facts.dates.numeric import century, clock_minute, numeric_dates
from newsforge.engine.facts.letters import words
from newsforge.engine.facts.model import DateMention, Period

_MONTHS = (
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
    "september sept sep", "october oct", "november nov", "december dec",
)  # fmt: skip
_MONTH_OF = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}
_WEEKDAYS = (
    "monday mon",
    "tuesday tues tue",
    "wednesday weds wed",
    "thursday thurs thu",
    "friday fri",
    "saturday sat",
    "sunday sun",
)
_WEEKDAY_OF = {name: number for number, names in enumerate(_WEEKDAYS) for name in names.split()}
_ANY_MONTH = "|".join(sorted(_MONTH_OF, key=len, reverse=True))
#: Words that are months wherever they stand; march, may and short forms need a day, a year or a preposition.
_SURE_MONTH = "january|february|april|june|july|august|september|october|november|december"
_ANY_WEEKDAY = "|".join(name.split()[0] for name in _WEEKDAYS)
#: The stop after a whole month ends the sentence, the one after "Nov." belongs to it.
_FULL_MONTH_STOP = tuple(f"{names.split()[0]}." for names in _MONTHS)
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?![0-9])"
_YEAR = r"(?:1[5-9]|20)[0-9]{2}(?![0-9]|[,.][0-9]|%)"
_SUFFIX = r"(?:[ ]?(?:st|nd|rd|th)(?![a-z]))?"
_TO = r"(?:[ ]?[-–][ ]?|[ ]to[ ]|[ ]and[ ]|/)"
_HINT = r"(?:(?P<{0}>last|past|next|this|coming|the[ ]previous|earlier[ ]this|later[ ]this)[ ])?"
#: 2000 people is a number, 2000 alone a year.
_COUNTED = (
    r"[ -](?:people|persons|men|women|children|workers|employees|troops|soldiers|patients|students|residents|refugees"
    r"|civilians|prisoners|officers|passengers|cases|deaths|jobs|homes|households|votes|shares|points|km|miles?|metres"
    r"|meters|feet|ft|kg|mg|ml|mph|tonnes|tons|acres|hectares|square|pounds|dollars|euros|won|yen|yuan|percent"
    r"|per[ ]cent|%|hours|years|days|gmt|calories|words|times|different|more)"
)
# The first lookahead holds every letter that an alternative may begin with: it makes the search four times faster.
_PATTERN = re.compile(
    rf"""
    (?<![a-z])(?=[0-9'’jfmasondlnpetcqwubiy])
    (?:
    (?<![a-z0-9'’-])(?:(?:{_ANY_WEEKDAY}|(?:mon|tues?|weds?|thu|thurs|fri|sat|sun)\.?)[ ]?,?[ ](?:the[ ])?)?(?:
        {_HINT.format("hint_a")}(?P<month_a>{_ANY_MONTH})\.?[ ](?:the[ ])?(?P<day_a>{_DAY}){_SUFFIX}(?:{_TO}
            (?P<day_a_to>{_DAY}){_SUFFIX})?(?![:%]|[,.][0-9]|[ ]?(?:percent|per[ ]cent|million|people|points?))
            (?:[ ]?,?[ ](?P<year_a>{_YEAR}))?
      | (?:the[ ])?(?P<day_b>{_DAY}){_SUFFIX}(?:{_TO}(?P<day_b_to>{_DAY}){_SUFFIX})?[ -](?:of[ ])?
          (?P<month_b>{_ANY_MONTH})(?![a-z])\.?(?:[ -]?,?[ ]?(?P<year_b>{_YEAR}))?
    )
  | (?<![a-z0-9'’-])(?:(?P<hint_c>last|next|this)[ ]|(?:early|late
      |mid)[ -])?(?P<month_c>{_ANY_MONTH})(?![a-z])\.?(?:[ ]?,?[ ](?:of[ ])?(?P<year_c>{_YEAR}))
  | (?<![a-z0-9'’-])(?P<lead_d>(?:(?P<hint_d>last|next|this|past|previous|coming)|in|since|until|till|by|of|from
      |during|late|early|mid|through|before|after|between|to|and|for
      |on)[ -])(?P<month_d>{_ANY_MONTH})(?![a-z'’-])(?!\.?[ ]?,?[ ]?[0-9])(?!\.?[ ](?:said|says|told|he|she|it|they
      |be|have|not|was|and[ ]his))\.?
  | (?<![a-z0-9'’-])(?P<month_e>{_SURE_MONTH})(?![a-z'’])
  | (?<![a-z0-9])(?:the[ ](?:early[ ]|late[ ]|mid[- ])?)?(?:['’]?(?P<decade>(?:1[5-9]|20)?[0-9]0)['’]?s)(?![a-z0-9])
  | (?<![a-z0-9])(?P<century>[0-9]{{1,2}})(?:st|nd|rd|th)[- ](?:century|centuries)
  | (?<![a-z0-9])(?:(?P<quarter_word>first|second|third|fourth|1st|2nd|3rd|4th)[- ]quarter(?!-?finals?|back|ly)s?
      |q(?P<quarter>[1-4])(?![0-9a-z])|(?P<quarter_b>[1-4])q(?![a-z]))(?:[ ](?:of[ ])?(?:(?P<year_q>{_YEAR})
      |(?P<rel_year_q>this|last|next)[ ]year))?
  | (?<![a-z0-9])(?P<half_word>first|second|1st|2nd)[- ]half(?!-)(?:[ ]of[ ](?:(?P<year_h>{_YEAR})
      |(?P<rel_year_h>this|last|next)[ ]year|the[ ]year))
  | (?<![a-z0-9])(?:(?P<weekday_hint>last|next|this|coming|past)[ ])?(?P<weekday>{_ANY_WEEKDAY})(?![a-z])
  | (?<![a-z0-9])(?P<relative_day>the[ ]day[ ]before[ ]yesterday|the[ ]day[ ]after[ ]tomorrow|yesterday|today|tonight
      |tomorrow|last[ ]night|this[ ](?:morning|afternoon|evening))(?![a-z])
  | (?<![a-z0-9])(?P<rel_unit>last|next|this|the[ ]previous|the[ ]following)[ ](?P<unit>year
      |month)(?![a-z])(?!['’]s[ ]old)
  | (?<![a-z0-9.,:/$£€-])(?P<hour>2[0-3]|1[0-9]
      |0?[0-9])(?:[:.](?P<minute>[0-5][0-9]))?[ ]?(?P<half_day>[ap])\.?[ ]?m(?:\.|(?![a-z0-9]))
  | (?<![a-z0-9.,:/$£€-])(?P<oclock>1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven
      |twelve)[ ]?o['’][ ]?clock
  | (?<![a-z0-9])(?P<noon>noon|midday|midnight)(?![a-z])
  | (?<![a-z])on[ ]the[ ](?P<only_day>{_DAY})(?:st|nd|rd|th)(?=[ ]?[,.;)]|$)
  | (?<![0-9/.-])(?P<slash_a>[0-3]?[0-9])/(?P<slash_b>[0-3]?[0-9])/(?P<slash_year>{_YEAR})
  | (?P<season>(?<![a-z0-9.,$£€/-])(?:1[5-9]|20)[0-9]{{2}})(?P<season_gap>[-–/]|[ ][-–][ ])
      (?P<season_to>(?:(?:1[5-9]|20)[0-9]{{2}}|[0-9]{{2}}))(?![0-9a-z]|[-–/][0-9])
  | (?P<year>(?<![a-z0-9.,$£€/:#])(?<!\$[ ])(?<![-–−])(?:1[6-9]|20)[0-9]{{2}})
      (?![0-9a-z%]|[,.:][0-9]|['’]s?[ ]?[0-9])(?!{_COUNTED})
    )
    """,
    re.VERBOSE,
)
_FUTURE = re.compile(
    r"\b(?:will|set to|due to|is to|are to|scheduled|plans? to|going to|expected to|begins?|starts?|opens?|kicks? "
    r"off|faces?)\b"
)
_PAST = re.compile(r"\b(?:said|was|were|had|did|told|died|killed|won|lost|announced|reported|[a-z]{3,}ed)\b")
_HINTS: dict[str, Hint] = {
    "last": "past", "past": "past", "previous": "past", "the previous": "past", "next": "future", "coming": "future",
    "this": "this",
    "earlier this": "past", "later this": "future",
}  # fmt: skip
_SHIFTS = {"last": -1, "this": 0, "next": 1}
_RELATIVE_DAYS = {
    "yesterday": -1, "last night": -1, "today": 0, "tonight": 0, "tomorrow": 1, "this morning": 0,
    "this afternoon": 0, "this evening": 0,
    "the day before yesterday": -2, "the day after tomorrow": 2,
}  # fmt: skip
_QUARTERS: dict[str, Period] = {
    "first": "Q1", "1st": "Q1", "1": "Q1", "second": "Q2", "2nd": "Q2", "2": "Q2", "third": "Q3", "3rd": "Q3",
    "3": "Q3", "fourth": "Q4", "4th": "Q4", "4": "Q4",
}  # fmt: skip
_HOURS = dict(zip(words("one two three four five six seven eight nine ten eleven twelve"), range(1, 13), strict=True))


def english_dates(text: str, lower: str, anchor: date | None) -> Iterator[DateMention]:
    """``lower`` is ``text`` in lower case at the same offsets."""
    yield from numeric_dates(text)
    for match in _PATTERN.finditer(lower):
        for mention in _mentions(text, match, anchor):
            stopped = lower[mention.start : mention.end].endswith(_FULL_MONTH_STOP)
            yield replace(mention, end=mention.end - 1) if stopped else mention


def _mentions(text: str, match: re.Match[str], anchor: date | None) -> Iterator[DateMention]:
    found = match.groupdict()
    if found["day_a"]:
        if found["month_a"] in ("may", "march", "mar", "sun", "sat") and _is_word(text, match.start("month_a")):
            return
        yield from _calendar_days(match, "a", anchor)
    elif found["day_b"]:
        yield from _calendar_days(match, "b", anchor)
    elif found["season"]:
        yield from _years(match)
    elif month := found["month_c"] or found["month_d"] or found["month_e"]:
        mention = _month(text, match, month, anchor)
        if mention:
            yield mention
    elif mention := _single(match, found, anchor):
        yield mention


def _is_word(text: str, start: int) -> bool:
    """ "May 5" written as "may 5" in a text that otherwise uses capitals is a verb and a number."""
    return text[start].islower() and not text.islower()


def _calendar_days(match: re.Match[str], form: str, anchor: date | None) -> Iterator[DateMention]:
    month = _MONTH_OF[match[f"month_{form}"]]
    year = int(match[f"year_{form}"]) if match[f"year_{form}"] else None
    hint = _HINTS.get(match["hint_a"] or "") or _tense(match)
    weekday_word = re.match(r"[a-z]+", match[0])
    weekday = _WEEKDAY_OF.get(weekday_word[0]) if weekday_word else None
    last_day = match[f"day_{form}_to"]
    if last_day is None:
        day = int(match[f"day_{form}"])
        resolved = _resolve(anchor, (year, month, day), hint, weekday)
        yield DateMention(match.start(), match.end(), "", year, month, day, weekday, None, resolved)
        return
    # "Nov. 3-5": the first mention ends at its day, the second takes what follows
    first, second = int(match[f"day_{form}"]), int(last_day)
    cut = match.end(f"day_{form}")
    yield DateMention(
        match.start(), cut, "", year, month, first, weekday, None, _resolve(anchor, (year, month, first), hint, weekday)
    )
    at = match.start(f"day_{form}_to")
    yield DateMention(
        at, match.end(), "", year, month, second, None, None, _resolve(anchor, (year, month, second), hint, None)
    )


def _resolve(anchor: date | None, stated: tuple[int | None, int, int], hint: Hint, weekday: int | None) -> date | None:
    year, month, day = stated
    if year:
        return find_day(year, month, day)
    if anchor is None:
        return None
    if weekday is not None:
        around = [find_day(anchor.year + by, month, day) for by in (0, -1, 1)]
        return next((found for found in around if found and found.weekday() == weekday), None)
    nearest = month_and_day(anchor, month, day)
    if nearest and hint == "past" and nearest <= anchor:
        return nearest
    return month_and_day(anchor, month, day, hint)


def _years(match: re.Match[str]) -> Iterator[DateMention]:
    """2019-20, 2024/25: two years."""
    first, last = int(match["season"]), match["season_to"]
    second = int(last) if len(last) == 4 else first - first % 100 + int(last)
    yield DateMention(match.start(), match.end("season"), "", year=first)
    spaced = " " in match["season_gap"]  # between words a dash parts numbers, too: in 2010 - 11 people
    if second == first + 1 or (second > first and not spaced):
        yield DateMention(match.start("season_to"), match.end(), "", year=second)


def _month(text: str, match: re.Match[str], name: str, anchor: date | None) -> DateMention | None:
    group = "month_c" if match["month_c"] else "month_d" if match["month_d"] else "month_e"
    hint = _HINTS.get(match["hint_c"] or match["hint_d"] or "")
    if group == "month_d" and name not in _SURE_MONTH.split("|") and not hint:
        # "in may", "of march": sure only where the text writes it as a name
        written = text[match.start(group) : match.end(group)]
        if written.islower() and not text.islower():
            return None
        if written.islower() and match["lead_d"].strip() not in ("in", "since", "until", "by", "early", "late", "mid"):
            return None
    year = int(match["year_c"]) if match["year_c"] else None
    month = _MONTH_OF[name]
    if year is None and anchor and hint:
        year = month_year(anchor, month, hint)
    start = match.start() if hint or group == "month_c" else match.start(group)
    return DateMention(start, match.end(), "", year=year, month=month)


def _single(match: re.Match[str], found: dict[str, str | None], anchor: date | None) -> DateMention | None:
    start, end = match.span()
    if decade := found["decade"]:
        if len(decade) == 2 and not match[0].startswith(("the ", "'", "’")):
            return None  # in his 30s, temperatures in the 30s aside
        return DateMention(
            start, end, "", year=int(decade) if len(decade) == 4 else 1900 + int(decade), period="decade"
        )
    if found["century"]:
        return DateMention(start, end, "", year=century(int(found["century"])), period="century")
    if quarter := found["quarter_word"] or found["quarter"] or found["quarter_b"]:
        year = _stated_year(found["year_q"], found["rel_year_q"], anchor)
        return DateMention(start, end, "", year=year, period=_QUARTERS[quarter])
    if half := found["half_word"]:
        year = _stated_year(found["year_h"], found["rel_year_h"], anchor)
        return DateMention(start, end, "", year=year, period="H1" if half in ("first", "1st") else "H2")
    if found["weekday"]:
        return _weekday(match, found, anchor)
    if found["relative_day"]:
        resolved = anchor + timedelta(days=_RELATIVE_DAYS[found["relative_day"]]) if anchor else None
        return DateMention(start, end, "", resolved=resolved)
    if found["rel_unit"]:
        return _relative_unit(match, found, anchor)
    if found["hour"]:
        hour = int(found["hour"]) % 12 if int(found["hour"]) <= 12 else int(found["hour"])
        hour += 12 if found["half_day"] == "p" and hour < 12 else 0
        return DateMention(start, end, "", minute_of_day=clock_minute(hour, int(found["minute"] or 0)))
    if oclock := found["oclock"]:
        return DateMention(start, end, "", minute_of_day=clock_minute(_HOURS.get(oclock) or int(oclock), 0))
    if noon := found["noon"]:
        return DateMention(start, end, "", minute_of_day=0 if noon == "midnight" else 720)
    if found["slash_year"]:
        return _slashed(match)
    if found["only_day"]:
        day = int(found["only_day"])
        return DateMention(start + 3, end, "", day=day, resolved=day_of_month(anchor, day) if anchor else None)
    return DateMention(start, end, "", year=int(match["year"]))


def _slashed(match: re.Match[str]) -> DateMention | None:
    """12/25/2024 and 25/12/2024; 3/4/2024 means different days in London and New York, so only its year is sure."""
    first, second, year = int(match["slash_a"]), int(match["slash_b"]), int(match["slash_year"])
    if first == second or (1 <= first <= 12) != (1 <= second <= 12):
        month, day = (first, second) if first <= 12 else (second, first)
        return DateMention(
            match.start(), match.end(), "", year=year, month=month, day=day, resolved=find_day(year, month, day)
        )
    return DateMention(match.start(), match.end(), "", year=year)


def _stated_year(year: str | None, relative: str | None, anchor: date | None) -> int | None:
    if year:
        return int(year)
    return anchor.year + _SHIFTS[relative] if relative and anchor else None


def _weekday(match: re.Match[str], found: dict[str, str | None], anchor: date | None) -> DateMention:
    weekday = _WEEKDAY_OF[found["weekday"] or ""]
    hint = _HINTS.get(found["weekday_hint"] or "")
    resolved = None
    if anchor:
        if hint is None and _tense(match) == "future":
            hint = "future"
        resolved = day_of_weekday(anchor, weekday, hint, weeks=0 if hint == "this" else None)
    return DateMention(match.start(), match.end(), "", weekday=weekday, resolved=resolved)


def _tense(match: re.Match[str]) -> Hint:
    """Whether the clause speaks of what was or of what is to come."""
    before = match.string[max(0, match.start() - 60) : match.start()].rpartition(". ")[2]
    after = match.string[match.end() : match.end() + 40].partition(". ")[0]
    ahead, back = _FUTURE.search(before + after), _PAST.search(before[-40:] + " " + after[:20])
    if ahead and not back:
        return "future"
    return "past" if back and not ahead else None


def _relative_unit(match: re.Match[str], found: dict[str, str | None], anchor: date | None) -> DateMention:
    shift = _SHIFTS.get(found["rel_unit"] or "")
    if anchor is None or shift is None:
        return DateMention(match.start(), match.end(), "")
    if found["unit"] == "year":
        return DateMention(match.start(), match.end(), "", year=anchor.year + shift)
    year, month = shift_month(anchor.year, anchor.month, shift)
    return DateMention(match.start(), match.end(), "", year=year, month=month)
