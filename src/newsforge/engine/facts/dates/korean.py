"""Dates and times as Korean news writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
from newsforge.engine.facts.dates.numeric import century, clock_minute, numeric_dates, short_year
from newsforge.engine.facts.model import DateMention, Period

_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?![0-9])"
_MONTH = r"(?:1[0-2]|0?[1-9])(?![0-9])"
# 5일간, 5일 만에, 5일째, 5일 전 are durations; 주 5일제 and 3일장 are neither
_DAY_END = (
    r"일(?!간(?![가-힣]|담|부|사|접|호|격|행|첩|척|선)|간의|\s?간(?![가-힣])|째|장(?=[을이은의\s,.]|$)|제(?![가-힣]"
    r"|주|헌|약|조|품|1|2)|\s?동안"
    r"|\s?만[에의](?![가-힣])|\s?만(?![가-힣0-9])"
    r"|\s?연속|\s?이내|\s?안에|\s?가까이|\s?이상|\s?넘게|\s?정도|\s?앞으로|\s?남짓|\s?가량|\s?걸[리려렸]"
    r"|치(?![가-힣])|당(?![가-힣])|짜리|여"
    r"|\s?전(?=[에부까이으])|\s?전(?![가-힣])(?!\s(?:세계|국민|직원|대통령|의원|총리|장관|대표|세대|지역|구간|부문))"
    r"|\s?(?:뒤|후)(?![가-힣])|\s?(?:뒤|후)[에인](?![가-힣])|차(?![가-힣])|차에|\s차(?![가-힣])|\s?평균|분(?![가-힣]))"
)
_YEAR = (
    r"(?:(?<![0-9])(?<![0-9][.,])(?P<year>[12][0-9]{3})\s?년도?(?!\s?(?:간|동안|만에|째)(?![가-힣]))"
    r"|['’‘](?P<short>[0-9]{2})년(?!간|생)"
    r"|(?<![가-힣])(?P<rel_year>올해|올(?=\s?(?:[0-9]|상반기|하반기|연말|여름|겨울|봄|가을|들어))|지난해|작년|내년"
    r"|재작년|지지난해|내후년|금년|명년|내년도|금년도))"
)
_HINT = r"(?:(?<![가-힣])(?P<hint>지난|오는|다가오는|이번|앞선)\s?)?"
# The first lookahead holds every letter that an alternative may begin with: it makes the search four times faster.
_PATTERN = re.compile(
    rf"""
    (?=[0-9'’‘지오다이앞올작내재금명후전상하월화수목토일어엊그글모같새아한낮점저밤심정자])
    (?:
    (?P<decade>(?<![0-9])(?<![0-9][.,])(?:[12][0-9]{{2}}0|[0-9]0)년대)
  | (?P<century>(?<![0-9제])(?<![0-9][.,])[0-9]{{1,2}}세기)
  | {_HINT}(?P<any_year>{_YEAR})?(?:
        (?P<quarter>\s?(?<![0-9])(?<![0-9][.,])[1-4](?:/4)?\s?분기|\s?(?<![가-힣])(?:상|하)반기)
      | \s?(?<![0-9])(?<![0-9][.,])(?P<month>{_MONTH})\s?월(?!\s?(?:간|물)(?![가-힣]))
            (?:(?:\s?[,·ㆍ~∼-]\s?{_MONTH}월)?\s?(?P<day>{_DAY})(?:\s?[~∼〜～·ㆍ,-]\s?(?P<day_to>{_DAY}))?\s?{_DAY_END})?
      | \s?(?<![가-힣])(?P<rel_month>지난\s?달|이달|이번\s?달|다음\s?달|내달|전달|지지난\s?달|금월)(?![가-힣]*력)
            (?:\s?(?P<rel_day>{_DAY})(?:\s?[~∼〜～·ㆍ,-]\s?(?P<rel_day_to>{_DAY}))?\s?{_DAY_END})?
      | (?(any_year)|(?!))
    )
  | {_HINT.replace("hint", "day_hint")}(?<![0-9:/~∼-])(?<![0-9][.,])(?<!주\s)(?<![주제D박])(?P<only_day>{_DAY})
      (?:\s?[~∼〜～·ㆍ,-]\s?(?P<only_day_to>{_DAY}))?\s?{_DAY_END}
  | (?:(?<![가-힣])(?P<week>지지난\s?주|지난\s?주|이번\s?주|다음\s?주|내주|금주|지난|오는)\s?)?
      (?P<weekday>[월화수목금토일])요일
  | (?<![가-힣])(?P<rel_day_word>오늘(?!날)|금일|어제|어저께|전일|엊그제|그제(?!야|서야)|그저께|그끄저께|내일|명일
      |모레|글피)
  | (?<![가-힣])(?P<context_day>이날|전날|다음\s?날|이튿날|같은\s날|같은\s해|이듬해|그해)
  | (?P<event>(?<![0-9.·])(?:{_MONTH})[·ㆍ․∙](?:{_DAY}))(?=\s?(?:절|혁명|항쟁|민주|선언|사태|지방|전당|총선|대선
      |대책|쿠데타|군사|비상|계엄|불법|내란|운동
      |만세|전쟁|참사|테러|합의|재[·ㆍ]?보|보궐|공동|정상|부동산|조치|회담|선거|전대|개각|공급|광복|이태원))
  | (?:(?P<part>오전|오후|새벽|아침|한낮|낮|점심|저녁|밤|심야|이른\s아침)\s?)?
        (?<![0-9:제])(?<![0-9][.,])(?P<hour>2[0-4]|1[0-9]|0?[0-9])\s?시(?:(?:\s?(?P<minute>[0-5]?[0-9])분)
            |\s?(?P<half_hour>반)(?=[에께쯤경\s,.]))?
        (?=[^가-힣]|$|에|부터|까지|경|쯤|께|정각|를|가(?![가-힣])|로|의|이|였|께|까|분|기준|발)(?!\s?[가-힣]*군\b)
  | (?P<noon>(?<![가-힣])정오|(?<![가-힣])자정)(?![가-힣]{{3}})
    )
    """,
    re.VERBOSE,
)
# The first number of 2025∼2026년, 3~5월, 1·2분기, 오후 3~5시, 1970~80년대
_FIRST_OF_RANGE = re.compile(
    r"(?:(?P<part>오전|오후|새벽|밤"
    r"|저녁)\s?)?(?<![0-9:~∼·-])(?<![0-9][.,])(?P<number>[0-9]{1,4})(?=\s?[~∼〜～·ㆍ–-]\s?(?P<second>[0-9]{1,4})"
    r"(?P<unit>년대|년(?!간|\s?동안|\s?만)|월|분기|시(?!간|[즌도군장])))"
)
_PART_OF_RANGE = re.compile(r"(오전|오후|새벽|밤|저녁)\s?[0-9]{1,2}(?:시)?\s?[~∼〜～–-]\s?$")
_WEEKDAYS = "월화수목금토일"
_PAREN_WEEKDAY = re.compile(r"\s?\(([월화수목금토일])(?:요일)?\)")
_RELATIVE_YEAR = {
    "올해": 0, "올": 0, "금년": 0, "금년도": 0, "지난해": -1, "작년": -1, "재작년": -2, "지지난해": -2, "내년": 1,
    "내년도": 1, "명년": 1,
    "내후년": 2,
}  # fmt: skip
_RELATIVE_MONTH = {"지난달": -1, "전달": -1, "지지난달": -2, "이달": 0, "이번달": 0, "금월": 0, "다음달": 1, "내달": 1}
_RELATIVE_DAY = {
    "오늘": 0, "금일": 0, "어제": -1, "어저께": -1, "전일": -1, "그제": -2, "그저께": -2, "그끄저께": -3, "내일": 1,
    "명일": 1, "모레": 2, "글피": 3,
}  # fmt: skip
_WEEKS = {"지지난주": -2, "지난주": -1, "이번주": 0, "금주": 0, "다음주": 1, "내주": 1}
_HINTS: dict[str, Hint] = {"지난": "past", "앞선": "past", "오는": "future", "다가오는": "future", "이번": "this"}


def korean_dates(text: str, anchor: date | None) -> Iterator[DateMention]:
    yield from numeric_dates(text)
    for match in _PATTERN.finditer(text):
        yield from _mentions(match, anchor)
    for match in _FIRST_OF_RANGE.finditer(text):
        if mention := _first_of_range(match):
            yield mention


def _first_of_range(match: re.Match[str]) -> DateMention | None:
    number, unit = int(match["number"]), match["unit"]
    start, end, text = match.start("number"), match.end(), match["number"]
    if unit == "년" and len(text) == 4 and 1500 <= number <= 2100 and len(match["second"]) in (2, 4):
        return DateMention(start, end, text, year=number)
    if unit == "년대" and len(text) in (2, 4) and number % 10 == 0:
        return DateMention(start, end, text, year=number if number > 99 else 1900 + number, period="decade")
    if unit == "월" and 1 <= number <= 12:
        return DateMention(start, end, text, month=number)
    if unit == "분기" and 1 <= number <= 4:
        return DateMention(start, end, text, period=_period(text))
    if unit == "시" and number <= 24 and int(match["second"]) <= 24:
        minute = _minute({"hour": text, "part": match["part"], "minute": None, "half_hour": None})
        return DateMention(match.start(), end, match[0], minute_of_day=minute)
    return None


def _mentions(match: re.Match[str], anchor: date | None) -> Iterator[DateMention]:
    found = match.groupdict()
    if found["month"] or found["rel_month"] or found["only_day"]:
        yield from _calendar_days(match, anchor)
    else:
        yield _single(match, found, anchor)


def _single(match: re.Match[str], found: dict[str, str | None], anchor: date | None) -> DateMention:
    start, end = match.span()
    text = match[0]
    if decade := found["decade"]:
        year = int(decade[:-2])
        return DateMention(start, end, text, year=year if year > 99 else 1900 + year, period="decade")
    if found["century"]:
        return DateMention(start, end, text, year=century(int(text[:-2])), period="century")
    if found["quarter"]:
        return DateMention(start, end, text, year=_year(match, anchor), period=_period(found["quarter"].strip()))
    if found["weekday"]:
        weekday = _WEEKDAYS.index(found["weekday"])
        week = (found["week"] or "").replace(" ", "")
        resolved = anchor and day_of_weekday(anchor, weekday, _HINTS.get(week), weeks=_WEEKS.get(week))
        return DateMention(start, end, text, weekday=weekday, resolved=resolved)
    if found["rel_day_word"]:
        shift = _RELATIVE_DAY.get(found["rel_day_word"])
        resolved = anchor + timedelta(days=shift) if anchor and shift is not None else None
        return DateMention(start, end, text, resolved=resolved)
    if found["event"]:
        month, day = re.split(r"[^0-9]", found["event"])
        return DateMention(start, end, text, month=int(month), day=int(day))
    if found["hour"]:
        if not found["part"] and (first := _PART_OF_RANGE.search(match.string[max(0, start - 10) : start])):
            found["part"] = first[1]
        return DateMention(start, end, text, minute_of_day=_minute(found))
    if found["noon"]:
        return DateMention(start, end, text, minute_of_day=720 if text == "정오" else 0)
    if found["context_day"]:
        return DateMention(start, end, text)
    return DateMention(start, end, text, year=_year(match, anchor))


def _calendar_days(match: re.Match[str], anchor: date | None) -> Iterator[DateMention]:
    """One mention for "11월 23일", two for "23∼25일"."""
    found = match.groupdict()
    year, month = _year(match, anchor), int(found["month"]) if found["month"] else None
    hint = _HINTS.get(found["hint"] or found["day_hint"] or "")
    name = "day" if found["month"] else "rel_day" if found["rel_month"] else "only_day"
    if found["rel_month"] and anchor:
        year, month = shift_month(anchor.year, anchor.month, _RELATIVE_MONTH[re.sub(r"\s", "", found["rel_month"])])
    elif month and year is None and anchor:
        year = month_year(anchor, month, hint)
    weekday, end = None, match.end()
    if found[name] and (named := _PAREN_WEEKDAY.match(match.string, end)):
        weekday, end = _WEEKDAYS.index(named[1]), named.end()
    days = [found[name], found[f"{name}_to"]] if found[f"{name}_to"] else [found[name]]
    for order, written in enumerate(days):
        day = int(written) if written else None
        first, last = order == 0, order == len(days) - 1
        at = match.start() if first else match.start(f"{name}_to")
        stop = end if last else match.end(name)
        mention_weekday = weekday if last else None
        resolved = _resolve(anchor, (year, month, day), hint, mention_weekday) if day else None
        yield DateMention(
            at,
            stop,
            match.string[at:stop],
            year=year if _states_year(found) or found["rel_month"] or hint else None,
            month=month,
            day=day,
            weekday=mention_weekday,
            resolved=resolved,
        )


def _states_year(found: dict[str, str | None]) -> bool:
    return bool(found["year"] or found["short"] or found["rel_year"])


def _resolve(
    anchor: date | None, stated: tuple[int | None, int | None, int], hint: Hint, weekday: int | None
) -> date | None:
    year, month, day = stated
    if month and year:
        return find_day(year, month, day)
    if anchor is None:
        return None
    if month:
        return month_and_day(anchor, month, day, hint)
    resolved = day_of_month(anchor, day, hint)
    if weekday is not None and resolved and resolved.weekday() != weekday:
        around = [find_day(*shift_month(anchor.year, anchor.month, by), day) for by in (0, -1, 1)]
        return next((other for other in around if other and other.weekday() == weekday), resolved)
    return resolved


def _year(match: re.Match[str], anchor: date | None) -> int | None:
    found = match.groupdict()
    if found["year"]:
        return int(found["year"])
    if found["short"]:
        return short_year(int(found["short"]))
    if found["rel_year"] and anchor:
        return anchor.year + _RELATIVE_YEAR[found["rel_year"]]
    return None


def _period(written: str) -> Period:
    if written.endswith("반기"):
        return "H1" if written.startswith("상") else "H2"
    quarters: tuple[Period, ...] = ("Q1", "Q2", "Q3", "Q4")
    return quarters[int(written[0]) - 1]


def _minute(found: dict[str, str | None]) -> int:
    hour = int(found["hour"] or 0)
    part = found["part"] or ""
    if part in ("오후", "저녁", "낮", "한낮", "점심") and hour < 12 and not (part in ("낮", "한낮") and hour > 9):
        hour += 12
    elif part in ("밤", "심야"):
        hour = hour + 12 if 6 <= hour < 12 else hour % 12 if hour == 12 else hour
    elif part in ("오전", "새벽") and hour == 12:
        hour = 0
    return clock_minute(hour, 30 if found["half_hour"] else int(found["minute"] or 0))
