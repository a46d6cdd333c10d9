"""Short messages: one thing told whole, and what still fits after it."""

from __future__ import annotations

import re

from newsforge.engine.compose.choice import Telling
from newsforge.engine.compose.model import Line
from newsforge.engine.compose.narrow import (
    brief_lines,
    find_detail,
    fit_headline,
    followed,
    holds_figures,
    says_title,
    with_source,
)
from newsforge.engine.compose.order import Order
from newsforge.engine.compose.owed import with_answer
from newsforge.engine.compose.rank import similarity, text_terms
from newsforge.engine.compose.repeats import repeats
from newsforge.engine.compose.toll import tells_toll
from newsforge.engine.compose.trimmed import narrowed
from newsforge.engine.post import Length

#: Sentences of a short message.
_SENTENCES: dict[Length, int] = {"short": 1, "standard": 2, "long": 5}
#: With so much of the title in it, a lead after the headline says it again.
_TOLD = 0.7
_NUMBER = re.compile(r"\d+(?:[.,:-]\d+)*")
#: With so much, a lead may stand without the headline.
_HOLDS = 0.5
#: So much of it in a lead that was cut short.
_TOLD_SHORT = 0.5


def brief(order: Order, *, titled: bool) -> list[str]:
    """Neutral: headline and news. Formal: the news in whole sentences. Urgent: headline and figures. Friendly: headline
    and what was said. Under a title of its own the message goes on from there."""
    told = _under_title(order) if titled else _by_itself(order)
    closed = [*told, order.closing]
    return closed if order.closing and order.space.fits(closed) else told


def _by_itself(order: Order) -> list[str]:
    digest, space = order.digest, order.space
    most = _SENTENCES[order.length]
    if not digest.is_titled:
        return _without_title(order)
    plain = brief_lines(digest, space, with_headline=True, most=most)
    headline = order.first_line
    if digest.answers and space.fits([headline]):
        return _with_answer(order) or ([headline] if order.length == "short" else plain)
    if not space.fits([headline]):
        return plain
    if order.length == "short":
        one = plain[:1]
        if order.platform.charset == "cp949":
            # No byte to spare: the first clause that tells the news whole, the dead included.
            headline = order.frame.headline + _first_clause(order)
        return min([headline], one, key=lambda told: space.measure(told[0])) if one else [headline]
    lead = digest.lead.alone if digest.lead else None
    news = [headline]
    tells_all = says_title(digest, share=_TOLD) and holds_figures(digest)
    match order.tone:
        case "formal" if lead and space.fits([lead]) and holds_figures(digest) and says_title(digest, share=_HOLDS):
            return followed(digest, space, [lead], most)
        case "urgent":
            figures = [line for line in digest.figures if line.alone]
            points = [digest.toll] if digest.toll else list(dict.fromkeys((*digest.calls, *figures)))
            if lead and not tells_all and space.fits([headline, lead]):
                news = [headline, lead]
            return _with(order, news, points, most + 1, order.frame.point)
        case "friendly":
            if lead and not tells_all and space.fits([headline, lead]):
                news = [headline, lead]
            voice = [line for line in (digest.quote, digest.other_side) if line]
            said = _with(order, news, voice, most + 1, order.frame.quote)
            return followed(digest, space, said, most + 1) if len(said) == 1 else said
        case _:
            return plain


def _with_answer(order: Order) -> list[str]:
    """An accusation and what is said to it; the title alone where both do not fit and only the title names nobody."""
    digest, space = order.digest, order.space
    lead = digest.lead.alone if digest.lead else None
    headline = order.first_line
    openings = [[headline], [order.headline]]
    if order.length != "short" and lead:
        openings = [*([] if says_title(digest) else [[headline, lead]]), [lead], *openings]
    for opening in openings:
        if space.fits(opening) and (told := with_answer(digest, space.fits, opening)) is not None:
            return told
    return [headline] if lead is not None and not digest.spares(lead) else []


def _first_clause(order: Order) -> str:
    digest, whole = order.digest, order.headline
    if whole != digest.headline.text:
        return whole
    able = (clause for clause in reversed(digest.headline.clauses) if digest.title_says(clause))
    is_toll = tells_toll(whole, order.language)
    return next((clause for clause in able if not is_toll or tells_toll(clause, order.language)), whole)


def _without_title(order: Order) -> list[str]:
    """The lead says it; what the tone adds comes after it. A headline made of it only where no sentence fits."""
    digest, space, most = order.digest, order.space, _SENTENCES[order.length]
    plain = brief_lines(digest, space, with_headline=False, most=most)
    marked = [order.frame.headline + plain[0], *plain[1:]]
    lead = digest.lead.alone if digest.lead else None
    told = marked if lead and lead in plain[0] and space.fits(marked) else plain
    if order.length == "short" or not lead or lead not in plain[0]:
        return told[:1] if order.length == "short" else told
    if digest.answers:
        return with_answer(digest, space.fits, told[:1]) or told[:1]
    if order.tone == "urgent":
        points = [line for line in digest.figures if line.alone]
        return _with(order, told[:1], points, most + 1, order.frame.point)
    if order.tone == "friendly" and digest.quote:
        return _with(order, told[:1], [digest.quote], most + 1, order.frame.quote)
    return told


def _with(order: Order, told: list[str], lines: list[Line], most: int, mark: str) -> list[str]:
    """``told``, and of ``lines`` those that stand after it and fit."""
    sourced = with_source(order.digest, order.space, told)
    most += len(sourced) - len(told)
    told = list(sourced)
    for line in lines:
        text = Telling("\n".join([order.told_before, *told])).word(line, flows=False)
        if text and len(told) < most and text not in told and order.space.fits([*told, mark + text]):
            told.append(mark + text)
    if len(told) == 1:
        lead = order.digest.lead
        if lead and lead.alone and not told[0].endswith(lead.alone) and order.space.fits([*told, lead.alone]):
            told.append(lead.alone)
    return told


def _says_less(order: Order, text: str) -> bool:
    """A lead cut short under a title that has told as much, figures and all."""
    lead = order.digest.lead
    is_cut = lead is not None and lead.alone is not None and text in narrowed(lead.alone, order.language)
    if not is_cut or set(_NUMBER.findall(text)) - set(_NUMBER.findall(order.digest.headline.text)):
        return False
    return similarity(text_terms(text, order.language), order.digest.title_terms) >= _TOLD_SHORT


#: 調査結果を発表した: that there is something to tell, under a title that has told it.
_RELEASES = {
    "ko": re.compile(
        r"(?:조사|연구|분석|설문|실태조사|통계)(?: ?결과| ?보고서)?를 (?:\d{1,2}일 )?(?:발표|공개|공표)했다\.$"
    ),
    "en": re.compile(
        r"\b(?:published|released|issued|unveiled|announced) (?:the |its |their |a |an |new )*"
        r"(?:results?|findings|survey|report|study|figures)\b[^,]{0,60}$"
    ),
    "ja": re.compile(r"(?:調査|研究|分析|統計|集計)?(?:の?結果|報告書|報告)を(?:発表|公表|公開)した。$"),
}


#: A title of which only what somebody says has room.
_ONLY_SAID = re.compile(r"[“\"‘'「][^”\"’'」]+[”\"’'」]")
#: Lines behind a scene among which it is said who is in it.
_WHO_BY = 5


def _who_speaks(order: Order, title: str) -> str | None:
    """Under nothing but a quote no scene: who it is about, as the line says that has more of the whole title."""
    digest, lead = order.digest, order.digest.lead
    if lead is None or not _ONLY_SAID.fullmatch(title) or lead.has_figure:
        return None
    told = len(lead.terms & digest.title_terms)
    able = [
        line
        for line in digest.lines
        if lead.index < line.index <= lead.index + _WHO_BY and line.needs == "nothing" and not line.names
        and line.alone and not line.has_quote and len(line.terms & digest.title_terms) > told
        and digest.spares(line.alone)
    ]  # fmt: skip
    return next((line.alone for line in able if line.alone and order.space.fits([line.alone])), None)


def _merely_releases(order: Order, text: str) -> bool:
    lead, pattern = order.digest.lead, _RELEASES.get(order.language)
    if lead is None or pattern is None or lead.has_figure or text not in {lead.alone, lead.text}:
        return False
    return pattern.search(text) is not None


def _with_toll(order: Order, title: str, plain: list[str]) -> list[str]:
    """The news and who died; who died alone where both do not fit and the title leaves it out."""
    space, toll = order.space, order.digest.toll
    text = Telling("\n".join([title, *plain])).word(toll, flows=False) if toll else None
    if not text or text in plain:
        return []
    if space.fits([plain[0], text]):
        return [plain[0], text]
    under_title = Telling(title).word(toll, flows=False) if toll else None
    if under_title and not tells_toll(title, order.language) and space.fits([under_title]):
        return [under_title]
    return []


def _answer_under(title: str, plain: list[str], order: Order) -> list[str]:
    """The news and what is said to it, or that alone where the title has told the news; else nothing more than it."""
    digest, space = order.digest, order.space
    told = with_answer(digest, space.fits, plain[:1], title)
    # Where a screen folds the news, it may as well fold what is said to it.
    room = max(space.room, space.measure(plain[0]))
    return told or with_answer(digest, lambda texts: space.fits(texts, room), [], digest.headline.text) or plain[:1]


def _under_title(order: Order) -> list[str]:
    digest, space = order.digest, order.space
    plain = brief_lines(digest, space, with_headline=False, most=_SENTENCES[order.length])
    title = fit_headline(order.headline, digest, order.platform, "title")
    if digest.answers:
        return _answer_under(title or "", plain, order)
    if title and (repeats(title, plain[0]) or _says_less(order, plain[0]) or _merely_releases(order, plain[0])):
        # The title has told it: the message goes on from there, if there is more to tell.
        plain = [find_detail(digest, space) or plain[0]]
    if title and (who := _who_speaks(order, title)):
        return [who]
    if digest.toll is not None and (told := _with_toll(order, title or "", plain)):
        return told
    # Who died is in the text where the title has no room for it.
    is_grave = tells_toll(plain[0], order.language) and not tells_toll(title or "", order.language)
    if order.length == "short" or is_grave or not says_title(digest, share=_TOLD):
        return plain
    wanted: list[Line] = []
    if order.tone == "urgent":
        wanted = [line for line in digest.figures if line.alone][:2]
    elif order.tone == "friendly" and digest.quote:
        wanted = [digest.quote]
    texts = (Telling(order.told_before).word(line, flows=False) for line in wanted)
    return next(([text] for text in texts if text and space.fits([text])), plain)
