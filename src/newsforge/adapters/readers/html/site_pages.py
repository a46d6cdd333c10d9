"""Pages of a site that are no news: goods for sale, and what the house says of itself (about, contact, terms)."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from newsforge.adapters.readers.html import wording


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)


#: The whole title or heading. Headlines say more.
_HOUSE = _words(
    r"""(?:about(?:\ (?:us|this\ site|the\ (?:company|team)))? | who\ we\ are | our\ (?:story|team|mission)
        | contact(?:\ (?:us|information|details))? | get\ in\ touch | imprint | impressum | mentions\ légales
        | terms(?:\ (?:of|and|&)\ (?:service|use|sale|conditions))* | terms\ (?:of\ service\ )?(?:and|&)\ conditions
        | privacy(?:\ (?:policy|notice|statement|centre|center))? | cookie\ (?:policy|notice)
        | datenschutz(?:erkl[äa]rung)?
        | advertise(?:\ with\ us)? | careers | jobs | faqs? | help(?:\ cent(?:er|re))?
        | editorial\ (?:policy|standards)
        | (?:shipping|returns?|refund)(?:\ (?:and|&)\ (?:returns?|refunds?|delivery))?(?:\ policy)?
        | (?:회사|매체|신문사|기업|단체|병원|학교)\s?소개 | (?:사이트|홈페이지)?\s?이용\s?(?:약관|안내)
        | 서비스\s?(?:이용\s?)?약관
        | 개인\s?정보\s?(?:처리|취급)\s?방침 | 청소년\s?보호\s?정책 | 이메일\s?(?:무단)?\s?수집\s?거부
        | 저작권\s?(?:정책|보호\s?정책|안내)
        | 찾아오시는\s?길 | 오시는\s?길 | 문의(?:하기|\s?사항|처)? | 고객\s?센터 | 광고\s?(?:문의|안내)
        | 제휴\s?문의 | 인사말 | 연혁 | 조직도
        | 자주\s?(?:묻는|하는)\s?질문 | 편집\s?규약 | 윤리\s?강령 | 고충\s?처리인?(?:\s?(?:제도|안내))?
        | 배송\s?(?:및\s?)?(?:교환|반품)?\s?안내
        | 会社(?:概要|案内|情報) | 企業(?:概要|情報) | 利用規約 | ご利用(?:案内|ガイド) | プライバシーポリシー
        | 個人情報(?:の取り扱い|保護方針)(?:について)?
        | お?問い?合わ?せ | 特定商取引法に基づく(?:表記|表示) | アクセス(?:マップ)? | よくある(?:ご)?質問
        | 運営(?:会社|者情報) | 広告掲載(?:について)?
        | サイトポリシー | 採用情報)"""
)
#: Titles that some article may bear, too.
_PLAIN = frozenset({"about", "contact", "privacy", "terms", "careers", "jobs", "help", "アクセス", "연혁", "인사말"})
_SUFFIX = re.compile(r"\s*(?:[|:·•»–—｜]|\s-)\s*")
_BASKET = _words(
    r"""(?:add\ to\ (?:cart|basket|bag|trolley) | buy\ (?:it\ |this\ )?now | proceed\ to\ checkout | order\ now
    | pre-?order(?:\ now)?
    | 장바구니(?:에)?\s*(?:담기|넣기)? | (?:바로|지금|즉시)?\s*구매(?:하기)? | 주문하기 | 쇼핑백(?:에)?\s*담기
    | (?:カート|買い物かご|かご|バッグ)に(?:入れる|追加)(?:する)? | 今すぐ(?:買う|購入)(?:する)?
    | 購入(?:する|手続きへ))"""
)
_PRICE = _words(r"[$€£¥￥₩]\s*\d[\d,.]* | \d[\d,.]*\s*(?:원|円|won|USD|EUR|€)(?![가-힣])")
_PRESSABLE = "button, input, a, [role=button], [class*=btn i], [class*=buy i] *, [class*=cart i], [onclick]"
_NAVIGATION = frozenset({"header", "nav", "footer", "aside"})
_MARKED = '[itemtype*="schema.org/Product" i]'
_MAX_PRESSED = 600
_VISIBLE = 200_000


def speaks_of_itself(titles: list[str], *, dates_itself: bool) -> bool:
    """One of the page's title and headings is a house page's. A dated page may be an article about one."""
    for title in titles:
        name = _SUFFIX.split(title.strip())[0].strip().lower()
        if _HOUSE.fullmatch(name) and not (dates_itself and name in _PLAIN):
            return True
    return False


def sells(shown: LexborHTMLParser) -> bool:
    """The page is marked as goods, or has a price and, outside its navigation, something to put goods in a basket."""
    if shown.css_first(_MARKED) is not None:
        return True
    visible = (shown.body.text(separator=" ") or "")[:_VISIBLE] if shown.body is not None else ""
    if not _PRICE.search(visible):
        return False
    return any(
        _BASKET.fullmatch(_label(node)) and not _is_navigation(node) for node in shown.css(_PRESSABLE)[:_MAX_PRESSED]
    )


def _label(node: LexborNode) -> str:
    text = node.text() or node.attributes.get("value") or node.attributes.get("alt") or ""
    return wording.line(text[:200])


def _is_navigation(node: LexborNode) -> bool:
    above: LexborNode | None = node
    while above is not None:
        if above.tag in _NAVIGATION:
            return True
        above = above.parent
    return False
