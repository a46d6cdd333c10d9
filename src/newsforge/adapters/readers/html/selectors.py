"""Where the content systems of Korean news sites (and schema.org) put the body of an article."""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from newsforge.adapters.readers.html.blocks import Block, read_blocks
from newsforge.engine.article import LeftOut

#: Containers whose id or class belongs to one system or house; the first that holds Korean prose is the body.
_KOREAN_BODIES = (
    "#dic_area", "#articeBody", "#articleBodyContents", "#comp_news_article ._article_content",
    "#newsEndContents",  # Naver
    "#newsct_article", ".news_end",
    "#article-view-content-div",  # ND Soft, several hundred local and trade papers
    ".article_view[data-translation-body]", "#harmonyContainer", ".news_view .article_view", ".article_view",
     # Daum, Nate
    "#realArtcContents", "#articleContetns",  # Nate
    ".story-news", "#articleWrap .article", ".article-story",  # Yonhap
    "#textBody", ".viewer > article",  # Newsis, Money Today
    "#articleBodyContent", "#articles_detail",  # News1
    "section.article-body", ".article-body",  # Arc houses, Hankyung
    "#article_body", ".article_body",  # JoongAng
    ".article_txt", "#article_txt", ".news_view", ".view_body",  # Donga, Segye
    ".article-text", ".art_body", "#articleBody", ".content_text",  # Hani, Kyunghyang, Kukmin
    ".news_cnt_detail_wrap", ".sec_body", "#newsViewArea",  # MK, MBN
    "#articletxt",  # Hankyung
    "#articleText", ".article_content", "#article_content", "#articleContent",  # Herald, JTBC
    "#cont_newstext", ".detail-body", ".news_txt", ".text_area", "#CmAdContent",  # KBS, MBC, SBS, YTN
    ".news_body", "#pnlContent", ".at_contents", "#news-contents", "#txt_area", "#News_content", "#atic_txt1",
    ".view_con", ".view_cont", ".view-content", "#viewContent", ".viewContent", "#news_body_area", "#newsContent",
    "#NewsAdContent", "#arl_view_content",
    ".view_text", ".view_txt", ".news_content", ".article-view-body", "#view_content", ".read_body", "#news_content",
    ".article_con", ".article_cont", ".entry-content", "#ct .article", "[itemprop=articleBody]",
)  # fmt: skip
_SKIPPED = (
    ".media_end_summary", ".media_end_head_info", ".promotion", ".u_likeit", ".relation", ".related",
    ".related_news", "[class*=related i]", "[class*=relation i]", "[class*=relate_ i]",
    "[class*=recommend i]", ".reporter", ".byline", ".byline_wrap", ".journalist", "[class*=reporter i]",
    "[class*=journalist i]", ".copyright", "[class*=copyright i]",
    ".ad", ".ads", ".adsbygoogle",
    "[class^='ad_' i], [class^='ad-' i], [id^='ad_' i], [id^='ad-' i], [class*=advert i], [class*=banner i]",
    "[class*=subscribe i], [class*=newsletter i]", ".sns", "[class*=sns_ i]", "[class*=share i]",
    "[class*=hashtag i]", ".tag_list", ".tags", "[class*=comment i]", "[class*=ranking i]",
    ".txt-copyright", ".txt_copyright", ".sub_title", ".subtitle", ".writer", ".writer-zone01", ".article-sub",
    "strong.summary_view", ".summary_view", ".article_summary",
    ".mid_title", ".view_subtitle", ".article-paging", ".vod_area", ".video_area", "[class*=vod-player i]",
    ".view-copyright", ".editors", ".clearfix.view-editors", ".article_relation",
)  # fmt: skip
_CAPTIONS = (
    ".img_desc, .end_photo_org em, .caption, .desc_photo, .txt_caption, .txt_photo, .img_txt, .photo_desc, "
    ".img_caption, .thumb_desc, .imgtext, "
    ".photo_txt, .article_photo_caption, .photoCaption, [class*=caption i], .comp-box, .photo-group, "
    ".image-area .desc, .article-photo-wrap, .imgad_caption, .pic_bm, .img-txt"
)
#: Share of the outer container's prose that the inner one must hold.
_NEARLY_ALL = 0.8
_SENTENCE = 30
_LONGEST_LINK = 120
_HANGUL = re.compile("[가-힣]")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Selection:
    selector: str
    blocks: list[Block]


def find_korean_body(tree: LexborHTMLParser) -> Selection | None:
    """The blocks of the first known container that holds Korean prose, captions marked, or None. Where another known
    container stands in it and holds nearly all of that prose, the inner one is the body."""
    found: Selection | None = None
    outer: LexborNode | None = None
    for selector in _KOREAN_BODIES:
        nodes = tree.css(selector) if outer is None else outer.css(selector)
        if not nodes or len(nodes) > 3:
            continue  # many of them: teasers of a list
        best = max(nodes, key=lambda node: len(node.text() or ""))
        if outer is not None and best.mem_id == outer.mem_id:
            continue
        blocks = blocks_of(best)
        if _is_prose(blocks) and (found is None or _prose_length(blocks) >= _NEARLY_ALL * _prose_length(found.blocks)):
            found, outer = Selection(selector, blocks), best
    return found


def _prose_length(blocks: list[Block]) -> int:
    return sum(len(block.text) for block in blocks if not block.caption and len(block.text) >= _SENTENCE)


def blocks_of(node: LexborNode, *, keep_breaks: bool = False) -> list[Block]:
    """Lines of an article's container without the house's boxes in it; captions are marked."""
    skip = frozenset(each.mem_id for selector in _SKIPPED for each in node.css(selector))
    captions = frozenset(each.mem_id for each in node.css(_CAPTIONS))
    return read_blocks(node, skip=skip - {node.mem_id}, captions=captions - {node.mem_id}, keep_breaks=keep_breaks)


def own_lines(blocks: list[Block]) -> tuple[list[str], list[LeftOut]]:
    """The lines that are the article's own, and the captions and links between them."""
    kept: list[str] = []
    gone: list[LeftOut] = []
    for block in blocks:
        if block.caption:
            gone.append(LeftOut(block.text, "caption"))
        elif block.linked > 0.8 and len(block.text) < _LONGEST_LINK:
            gone.append(LeftOut(block.text, "link"))
        else:
            kept.append(block.text)
    return kept, gone


def _is_prose(blocks: list[Block]) -> bool:
    own = [block for block in blocks if not block.caption and block.linked < 0.6]
    text = "".join(block.text for block in own)
    linked = sum(len(block.text) for block in blocks if block.linked >= 0.6)
    letters = len(_LETTER.findall(text))
    if letters < 15 or len(_HANGUL.findall(text)) < 0.4 * letters:
        return False
    return len(text) > linked and any(
        block.text.rstrip("\"'”’ )").endswith((".", "다", "요", "!", "?")) for block in own
    )
