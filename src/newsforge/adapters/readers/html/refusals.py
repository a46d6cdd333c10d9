"""When a page is not turned into an article: better no post than one made of menus or of half a story."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from newsforge.adapters.readers.errors import NoArticle, Paywall
from newsforge.adapters.readers.html import wording
from newsforge.adapters.readers.html.metadata import Metadata

_SENTENCE_END = re.compile(r"[.!?。！？…]['\"”’」』)）\]]*(?:\s|$)|[다요죠까]['\"”’)]*(?:\s|$)")
_STUB = re.compile(
    r"이\s*기사는\s*유료|유료\s*(?:회원|구독자|독자)[^.]{0,30}(?:전용|기사|만\s*볼)|구독(?:하시면|하고|자만|자\s*전용)[^.]{0,30}(?:전문|기사|계속|"
    r"볼\s*수|읽)|로그인\s*(?:후|하시면|하고|하면)[^.]{0,30}(?:전문|계속|기사|볼\s*수|읽)|기사\s*전문[^.]{0,20}(?:구독|로그인|회원|유료)|"
    r"残り\s*[:：]?\s*[\d,]+\s*文字|この記事は(?:会員|有料)|有料(?:会員|記事)[^。]{0,12}限定|ここから先は|続きを(?:読む|ご覧|お読み)[^。]{0,20}(?:には|登録|"
    r"会員|ログイン)|会員限定(?:記事|です)|"
    r"subscribe (?:now )?to (?:read|continue|keep reading|unlock|access)|to (?:continue|keep) reading|"
    r"(?:subscribers?|members?)[ -]only|only (?:available )?(?:to|for) (?:our )?(?:subscribers|members)|"
    r"reserved for (?:our )?subscribers|"
    r"already a (?:subscriber|member)\?|sign in to (?:read|continue)|unlock (?:this|the (?:full )?) ?(?:article|"
    r"story)|register (?:for free )?to (?:read|continue)|exclusive (?:to|for) (?:our )?subscribers|"
    r"weiterlesen mit|nur für abonnenten|réservé (?:à nos|aux) abonnés|solo para suscriptores|"
    r"riservato agli abbonati",
    re.IGNORECASE,
)
_LOGIN = re.compile(r"log ?in|sign ?in|로그인|회원가입|ログイン|password|비밀번호|anmelden|connexion", re.IGNORECASE)
#: Fewer characters than this (East Asian ones count double) are an opening paragraph, not an article.
_STUB_LENGTH = 700
#: Where only a phrase somewhere on the page speaks for a wall: it may be in a box that every page has.
_SHORT_STUB = 400
_REMAINDER = re.compile(r"残り\s*[:：]?\s*[\d,]+\s*文字|이\s*기사는\s*유료|この記事は(?:会員|有料)")
_MAX_LINKS = 5_000
_LIST_PATH = re.compile(r"^/?(?:index\.\w+|home|main|news|articles?|latest|[a-z]{2})?/?$", re.IGNORECASE)


def refuse_no_article(shown: LexborHTMLParser, metadata: Metadata, lines: list[str], *, url: str | None) -> None:
    """Raise :class:`NoArticle` for shells, logins and lists. One sentence is enough for an article: flash news."""
    text = " ".join(lines)
    if (
        shown.css_first('input[type="password" i]') is not None
        and wording.weight(text) < 400
        and not metadata.claims_article
    ):
        raise NoArticle("This page asks to log in; there is no article on it.")
    if not text or not (sentences := len(_SENTENCE_END.findall(text))):
        raise NoArticle(_nothing(shown))
    if _LOGIN.search(metadata.title) and wording.weight(text) < 600 and not metadata.claims_article:
        raise NoArticle("This page asks to log in; there is no article on it.")
    if _is_list(shown, metadata, lines, sentences=sentences, url=url):
        raise NoArticle("This page lists articles but is not one itself.")
    if not metadata.claims_article and metadata.published_at is None and wording.weight(text) < 120:
        raise NoArticle


def refuse_paywall(shown: LexborHTMLParser, metadata: Metadata, lines: list[str]) -> None:
    """Raise :class:`Paywall` where the page says that the rest must be paid for and what is there is short."""
    weight = wording.weight(" ".join(lines))
    if weight >= _STUB_LENGTH:
        return
    if metadata.free_to_read:
        return
    visible = (shown.body.text(separator=" ") or "")[:200_000] if shown.body is not None else ""
    said = metadata.free_to_read is False or bool(_REMAINDER.search(visible))
    if said or (weight < _SHORT_STUB and _STUB.search(visible)):
        raise Paywall


def _nothing(shown: LexborHTMLParser) -> str:
    body = shown.body
    if body is None or len(body.text(strip=True) or "") < 200:
        return "The page is empty until a browser runs its scripts; there is no article in it."
    return "There is no article on this page."


def _is_list(shown: LexborHTMLParser, metadata: Metadata, lines: list[str], *, sentences: int, url: str | None) -> bool:
    """Most of what was read stands in links, and nothing on the page says that it is an article."""
    if metadata.claims_article and not metadata.claims_collection:
        return False
    texts = (" ".join((node.text(separator=" ") or "").split()) for node in shown.css("a")[:_MAX_LINKS])
    linked = "\n".join(text for text in texts if len(text) > 10)
    total = sum(map(len, lines))
    in_links = sum(len(line) for line in lines if len(line) > 10 and line in linked)
    if in_links > 0.5 * total:
        return True
    front = url is not None and bool(_LIST_PATH.match(_path(url)))
    prose = sum(len(line) for line in lines if _SENTENCE_END.search(line) and len(line) > 60)
    return (
        (front or metadata.claims_collection)
        and metadata.published_at is None
        and (prose < 0.6 * total or in_links > 0.2 * total or sentences < 3)
    )


def _path(url: str) -> str:
    try:
        return urlsplit(url).path
    except ValueError:
        return ""
