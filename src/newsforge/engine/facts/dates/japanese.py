"""Dates and times as Japanese news writes them."""

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
    shift_month,
)
from newsforge.engine.facts.dates.numeric import century, clock_minute, numeric_dates, short_year
from newsforge.engine.facts.model import DateMention, Period

_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?![0-9])"
# 5日間, 5日ぶり, 5日目 are durations
_DAY_END = r"日(?!間|ぶり|目|連続|以内|ほど|程度|分|当たり|あたり|余り)"
_YEAR = (
    r"(?:(?<![0-9])(?<![0-9][.,])(?P<year>[12][0-9]{3})年度?(?!間|ぶり|連続)"
    r"|(?<![0-9])(?<![0-9][.,])(?P<short>[0-9]{2})年(?=(?:1[0-2]|[1-9])月(?!間))|(?P<era>令和|平成"
    r"|昭和)(?P<era_year>[0-9]{1,2}|元)年度?"
    r"|(?P<rel_year>昨年度?|去年|一昨年|おととし|今年度?|ことし|本年度?|来年度?|再来年|同年))"
)
# The first lookahead holds every letter that an alternative may begin with: it makes the search four times faster.
_PATTERN = re.compile(
    rf"""
    (?=[0-9令平昭昨去一お今こ本来再同の第上下先翌月火水木金土日き明あ当前午正夜朝未夕早深])
    (?:
    (?P<decade>(?<![0-9])(?<![0-9][.,])(?:[12][0-9]{{2}}0|[0-9]0)年代)
  | (?P<century>(?<![0-9])(?<![0-9][.,])[0-9]{{1,2}}世紀)
  | (?P<any_year>{_YEAR})?(?:の(?=第|上|下|[0-9]))?(?:
        (?P<quarter>第[1-4]四半期|[1-4]Q|(?P<half>上半期|下半期|上期|下期))
      | (?<![0-9])(?<![0-9][.,])(?P<month>(?:1[0-2]
          |0?[1-9])(?![0-9]))月(?!間)(?:(?P<day>{_DAY})(?:[~～〜・、-](?P<day_to>{_DAY}))?{_DAY_END}(?:\(
              (?P<paren>[月火水木金土日])(?:曜日?)?\)|（(?P<paren_wide>[月火水木金土日])(?:曜日?)?）)?)?
      | (?P<rel_month>先々月|先月|今月|来月|再来月|翌月)(?:の?(?P<rel_day>{_DAY}){_DAY_END})?
      | (?(any_year)|(?!))
    )
  | (?<![0-9:/月~〜～-])(?<![0-9][.,])(?P<only_day>{_DAY})(?:[~～〜・、-](?P<only_day_to>{_DAY}))?{_DAY_END}(?:\(
      (?P<only_paren>[月火水木金土日])(?:曜日?)?\)|（(?P<only_paren_wide>[月火水木金土日])(?:曜日?)?）)?
  | (?P<week>先々週|先週|今週|来週)?の?(?P<weekday>[月火水木金土日])曜日?
  | (?P<relative>一昨日|おととい|昨日|きのう|昨夜|昨晩|今日|きょう|本日|今朝|今夜|今晩|明日|あす|あした|明後日
      |あさって)(?![ぁ-ん]{{4}})
  | (?P<context>同日|翌日|前日|当日)
  | (?:(?P<part>午前|午後|正午|夜|朝|未明|夕方|早朝|深夜)の?)?(?<![0-9:])(?<![0-9][.,])(?P<hour>2[0-4]|1[0-9]
      |0?[0-9])時(?!間|代|期|点|速|計
      |短)(?:(?P<minute>[0-5]?[0-9])分(?!間)|(?P<half_hour>半))?
  | (?P<noon>正午)
    )
    """,
    re.VERBOSE,
)
_WEEKDAYS = "月火水木金土日"
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
_RELATIVE_YEARS = {
    "一昨年": -2,
    "おととし": -2,
    "昨年": -1,
    "去年": -1,
    "今年": 0,
    "ことし": 0,
    "本年": 0,
    "来年": 1,
    "再来年": 2,
}
_RELATIVE_MONTHS = {"先々月": -2, "先月": -1, "今月": 0, "来月": 1, "再来月": 2}
_RELATIVE_DAYS = {
    "一昨日": -2, "おととい": -2, "昨日": -1, "きのう": -1, "昨夜": -1, "昨晩": -1, "今日": 0, "きょう": 0,
    "本日": 0, "今朝": 0, "今夜": 0, "今晩": 0,
    "明日": 1, "あす": 1, "あした": 1, "明後日": 2, "あさって": 2,
}  # fmt: skip
_WEEKS = {"先々週": -2, "先週": -1, "今週": 0, "来週": 1}


def japanese_dates(text: str, anchor: date | None) -> Iterator[DateMention]:
    yield from numeric_dates(text)
    for match in _PATTERN.finditer(text):
        if match["month"] or match["rel_month"] or match["only_day"]:
            yield from _calendar_days(match, anchor)
        else:
            yield _single(match, anchor)


def _calendar_days(match: re.Match[str], anchor: date | None) -> Iterator[DateMention]:
    """One mention for 11月23日, two for 23~25日."""
    year, month = _year(match, anchor), int(match["month"]) if match["month"] else None
    hint: Hint = None
    name = "day" if match["month"] else "rel_day" if match["rel_month"] else "only_day"
    if match["rel_month"] and anchor and match["rel_month"] in _RELATIVE_MONTHS:
        year, month = shift_month(anchor.year, anchor.month, _RELATIVE_MONTHS[match["rel_month"]])
    paren = match["paren"] or match["paren_wide"] or match["only_paren"] or match["only_paren_wide"]
    weekday = _WEEKDAYS.index(paren) if paren else None
    last = match[f"{name}_to"] if name != "rel_day" else None
    cut = match.end(name) if last else match.end()
    first_day = int(match[name]) if match[name] else None
    yield DateMention(
        match.start(),
        cut,
        "",
        year,
        month,
        first_day,
        None if last else weekday,
        None,
        _resolve(anchor, year, month, first_day, hint),
    )
    if last:
        resolved = _resolve(anchor, year, month, int(last), hint)
        yield DateMention(match.start(f"{name}_to"), match.end(), "", year, month, int(last), weekday, None, resolved)


def _resolve(anchor: date | None, year: int | None, month: int | None, day: int | None, hint: Hint) -> date | None:
    if day is None:
        return None
    if year and month:
        return find_day(year, month, day)
    if anchor is None:
        return None
    return month_and_day(anchor, month, day, hint) if month else day_of_month(anchor, day, hint)


def _year(match: re.Match[str], anchor: date | None) -> int | None:
    if match["year"]:
        return int(match["year"])
    if match["short"]:
        return short_year(int(match["short"]))
    if match["era"]:
        return _ERAS[match["era"]] + (1 if match["era_year"] == "元" else int(match["era_year"]))
    if match["rel_year"] and anchor:
        shift = _RELATIVE_YEARS.get(match["rel_year"].removesuffix("度"))
        return anchor.year + shift if shift is not None else None
    return None


def _single(match: re.Match[str], anchor: date | None) -> DateMention:
    start, end = match.span()
    if decade := match["decade"]:
        year = int(decade[:-2])
        return DateMention(start, end, "", year=year if year > 99 else 1900 + year, period="decade")
    if match["century"]:
        return DateMention(start, end, "", year=century(int(match["century"][:-2])), period="century")
    if quarter := match["quarter"]:
        return DateMention(start, end, "", year=_year(match, anchor), period=_period(quarter))
    if match["weekday"]:
        weekday = _WEEKDAYS.index(match["weekday"])
        resolved = anchor and day_of_weekday(anchor, weekday, weeks=_WEEKS.get(match["week"] or ""))
        return DateMention(start, end, "", weekday=weekday, resolved=resolved)
    if match["relative"]:
        resolved = anchor + timedelta(days=_RELATIVE_DAYS[match["relative"]]) if anchor else None
        return DateMention(start, end, "", resolved=resolved)
    if match["hour"]:
        return DateMention(start, end, "", minute_of_day=_minute(match))
    if match["noon"]:
        return DateMention(start, end, "", minute_of_day=720)
    return DateMention(start, end, "", year=_year(match, anchor))


def _period(written: str) -> Period:
    if written.startswith(("上", "下")):
        return "H1" if written.startswith("上") else "H2"
    quarters: tuple[Period, ...] = ("Q1", "Q2", "Q3", "Q4")
    return quarters[int(re.sub("[^1-4]", "", written)[0]) - 1]


def _minute(match: re.Match[str]) -> int:
    hour, part = int(match["hour"]), match["part"] or ""
    if hour < 12 and (part in ("午後", "夕方") or (part == "夜" and hour >= 5)):
        hour += 12
    return clock_minute(hour, 30 if match["half_hour"] else int(match["minute"] or 0))
