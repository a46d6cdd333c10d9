"""이날 written out, where the post may not have told which day: 파업으로 27일 오전 버스가 멈췄다."""

from __future__ import annotations

from newsforge.engine.article import Sentence
from newsforge.engine.compose.dependence import Standing, outside_quotes, standing
from newsforge.engine.receipts import Evidence
from newsforge.engine.receipts.context_days import CONTEXT, day_before
from newsforge.engine.text.korean import tokens


def with_day(sentence: Sentence, stands: Standing, evidence: Evidence) -> Standing:
    """Where the sentence stands nowhere but in its place, and a day that is known is all that it lacks."""
    language = evidence.article.language
    pattern = CONTEXT.get(language)
    days = list(pattern.finditer(outside_quotes(stands.text))) if pattern and stands.alone is None else []
    day = day_before(evidence, sentence.start) if len(days) == 1 else None
    if day is None:
        return stands
    told = stands.text[: days[0].start()] + day + stands.text[days[0].end() :]
    rest = standing(told, language, morphemes=tokens(told) if language == "ko" else ())
    return Standing(stands.text, rest.alone, rest.needs) if rest.alone else stands
