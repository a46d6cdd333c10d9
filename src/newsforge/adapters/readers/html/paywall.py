"""When only the free beginning of an article is on the page."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

from newsforge.adapters.readers.errors import Paywall
from newsforge.adapters.readers.html import wording
from newsforge.adapters.readers.html.metadata import Metadata
from newsforge.adapters.readers.html.structured import Structured, list_of

#: What says of this very article that its rest is closed.
_REST = re.compile(
    r"残り\s*[:：]?\s*[\d,]+\s*(?:文字|字)|この記事は[^。]{0,12}(?:会員|有料)|(?:ここから先|この先|この続き|続き|全文|記事の続き)(?:は|を|の閲覧)[^。]{0,24}"
    r"(?:会員|有料|登録|ログイン|購読|購入)|今月の(?:無料)?(?:閲覧|記事)[^。]{0,16}(?:上限|達し|終了)|"
    r"이\s*(?:기사|글|콘텐[츠트])[는은]?\s*[^.]{0,16}(?:유료|구독자|회원|프리미엄)[^.]{0,24}(?:전용|만|기사|콘텐[츠트]|입니다|이용|볼\s*수)|"
    r"(?:기사|내용|콘텐[츠트]|글)(?:의|를|을)?\s*(?:전문|전체|나머지|이어서|끝까지|계속)[^.]{0,30}(?:구독|로그인|회원|유료|결제|가입)|"
    r"(?:나머지|전체|이후)\s*(?:기사|내용)[^.]{0,24}(?:구독|로그인|회원|유료|결제|가입)|"
    r"(?:구독|로그인|가입|결제)(?:하시면|하시고|하고|하면|하셔야|해야|\s*후)[^.]{0,30}(?:전문|계속|이어|전체|나머지|끝까지)|"
    r"(?:계속|이어서|끝까지)\s*(?:읽|보)(?:으시려면|으려면|시려면|려면)|무료\s*(?:기사|열람)[^.]{0,16}(?:모두|소진|초과|한도)|"
    r"\bto (?:continue|keep|finish) reading\b|\b(?:continue|keep) reading (?:with|for|by|this)\b|"
    r"\b(?:you(?:.ve| have)|you) (?:now )?(?:reached|hit|used(?: up)?|read)(?: all)?(?: of)? (?:your|the|"
    r"all)[\w ]{0,24}\b(?:limit|free)\b|"
    r"\b(?:read|see|view|access|unlock) the (?:rest|remainder|full|whole)[\w ]{0,12}(?:article|story|post|text|"
    r"report)?[^.]{0,30}\b"
    r"(?:subscri|sign|log ?in|register|account|member)|\b(?:subscri\w+|sign in|log in|register|"
    r"join)\b[^.]{0,30}\b(?:to|and) (?:read|see|view|"
    r"access|unlock|continue)\b[^.]{0,16}\b(?:full|rest|whole|story|article|reading|post)\b|"
    r"\bthis (?:article|story|content|post|report) is (?:only |exclusively |just )?(?:available (?:only )?(?:to|"
    r"for)|for|reserved for|exclusive to|"
    r"free for|restricted to|locked)\b|\bthe (?:rest|remainder) of this (?:article|story|post)\b|"
    r"weiterlesen mit|réservé (?:à nos|aux) abonnés",
    re.IGNORECASE,
)
#: What a box may say that stands on every page of the site.
_OFFER = re.compile(
    r"유료\s*(?:회원|구독자|독자)[^.]{0,30}(?:전용|기사|만\s*볼)|(?:회원|구독자)\s*전용\s*(?:기사|콘텐[츠트]|서비스)?|구독(?:하시면|하고|자만|"
    r"자\s*전용)[^.]{0,30}"
    r"(?:기사|볼\s*수|읽)|로그인\s*(?:후|하시면|하고|하면)[^.]{0,30}(?:기사|볼\s*수|읽|이용)|"
    r"有料(?:会員|記事)[^。]{0,12}限定|続きを(?:読む|ご覧|お読み)|会員限定(?:記事|です)?|(?:会員|ログイン)(?:登録)?(?:すると|して|の方)[^。]{0,16}(?:読|ご覧|閲覧)|"
    r"subscribe (?:now |today )?(?:to|for) (?:read|keep reading|unlock|access|full|unlimited)|(?:subscribers?|"
    r"members?)[ -]only|"
    r"only (?:available )?(?:to|for) (?:our )?(?:subscribers|members)|reserved for (?:our )?subscribers|"
    r"already (?:a |an )?(?:subscriber|member|subscribed|have an account)\??|sign in to (?:read|continue)|"
    r"unlock (?:this|the (?:full )?) ?(?:article|"
    r"story)|register (?:for free )?to (?:read|continue)|(?:exclusive|available) (?:to|for) (?:our )?subscribers|"
    r"(?:create|get) (?:a |your )?free account|start your free trial|premium (?:content|article)|(?:full|"
    r"unlimited) (?:digital )?access|"
    r"continue reading|nur für abonnenten|solo para suscriptores|riservato agli abbonati",
    re.IGNORECASE,
)
_CUT = re.compile(r"(?:…|\.\.\.|·{3})\s*(?:\[[^\]]*\])?\s*$")
#: The number of characters that are still to come, which no complete article names.
_COUNTED = re.compile(r"残り\s*[:：]?\s*[\d,]+\s*(?:文字|字)")
#: Fewer characters than this (East Asian ones count double) are an opening paragraph, not an article.
_STUB_LENGTH = 700
#: Where only a phrase somewhere on the page speaks for a wall: it may be in a box that every page has.
_SHORT_STUB = 400
#: Sites that count what is still to come leave the count in the page for readers who have paid and see it all.
_COUNTED_STUB = 1_000
#: What may be free where the page counts what is not, or cuts its last sentence.
_LONG_STUB = 1_600
_MAX_SELECTORS = 5
_MAX_FURNITURE = 300


def refuse_paywall(shown: LexborHTMLParser, metadata: Metadata, structured: Structured, lines: list[str]) -> None:
    """Raise :class:`Paywall` where the page says that the rest must be paid for and what is there is short."""
    text = " ".join(lines)
    weight = wording.weight(text)
    if weight >= _LONG_STUB or metadata.free_to_read:
        return
    visible = _without(shown, "nav, footer, body > header")
    if _COUNTED.search(visible) and (weight < _COUNTED_STUB or _CUT.search(text)):
        raise Paywall
    if _CUT.search(text) and _REST.search(visible):
        raise Paywall
    if weight >= _STUB_LENGTH:
        if metadata.free_to_read is False and (_CUT.search(text) or _counts_more(structured, text)):
            raise Paywall
        return
    if metadata.free_to_read is False and not _holds_paid_part(shown, structured):
        raise Paywall
    if weight < _SHORT_STUB and (
        _REST.search(visible) or _OFFER.search(_without(shown, "nav, footer, body > header, aside, li"))
    ):
        raise Paywall
    if _REST.search(_around_body(shown)):
        raise Paywall


def _without(shown: LexborHTMLParser, furniture: str) -> str:
    """What the page says outside its furniture: "Members only" stands in menus and beside other headlines."""
    if shown.body is None:
        return ""
    text = shown.body.text(separator=" ") or ""
    for node in shown.css(furniture)[:_MAX_FURNITURE]:
        part = node.text(separator=" ") or ""
        if 0 < len(part) < 0.5 * len(text):
            text = text.replace(part, " ", 1)
    return wording.line(text[:200_000])


def _around_body(shown: LexborHTMLParser) -> str:
    """What is said within the article's element, or right in a wall's."""
    nodes = shown.css(
        "article, [class*=paywall i], [id*=paywall i], [class*=regwall i], [class*=meter i], [class*=locked i]"
    )
    return wording.line(" ".join((node.text(separator=" ") or "")[:20_000] for node in nodes[:10]))


def _counts_more(structured: Structured, text: str) -> bool:
    """schema.org states at least twice the words that are there; words are counted where spaces part them."""
    words = len(text.split())
    counts = [str(each.get("wordCount") or "") for each in structured.articles]
    return words > 0.1 * len(text) and any(count.isdigit() and int(count) > 2 * words for count in counts)


def _holds_paid_part(shown: LexborHTMLParser, structured: Structured) -> bool:
    """The element that schema.org names as not free is on the page and has text: nothing was withheld."""
    for each in [*structured.articles, *structured.pages]:
        for part in list_of(each.get("hasPart"))[:_MAX_SELECTORS]:
            selector = part.get("cssSelector") if isinstance(part, dict) else None
            if isinstance(selector, str) and _holds_text(shown, selector):
                return True
    return False


def _holds_text(shown: LexborHTMLParser, selector: str) -> bool:
    try:
        nodes = shown.css(selector)
    except (ValueError, RuntimeError):
        return False  # a selector that is none
    text = wording.line(" ".join(node.text(separator=" ") or "" for node in nodes[:50]))
    return wording.weight(text) >= 100 and not _REST.search(text) and not _CUT.search(text)
