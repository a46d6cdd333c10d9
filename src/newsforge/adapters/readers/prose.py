"""Plain lines made into an article: what stands around the story is told apart from the story."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime

from newsforge.adapters.readers.datelines import without_datelines
from newsforge.adapters.readers.errors import EmptySource, NoArticle, TooShort
from newsforge.adapters.readers.extract import Extract
from newsforge.adapters.readers.html import boilerplate, broadcast, sign_offs, wording
from newsforge.adapters.readers.html.korean_bylines import is_korean_byline, korean_authors
from newsforge.adapters.readers.html.names import clean_names
from newsforge.adapters.readers.stamps import find_stamp
from newsforge.engine.article import Article, LeftOut, Sentence
from newsforge.engine.text.language import detect_language
from newsforge.engine.text.sentences import split_sentences

#: A single sentence may be a news flash; a single short one is a headline.
MIN_SENTENCES = 2
MIN_CHARACTERS = 80
#: Titles, dates and names stand among the first lines, or not at all.
_HEAD_LINES = 14
_LONGEST_TITLE = 110
_MOST_DECK_LINES = 3
#: A whole article may be pasted as one line, but not a book; and no prose opens so many quotes and brackets in one.
_LONGEST_LINE = 50_000
_MOST_OPENINGS = 1_000
_OPENING = re.compile(r"[\[(（［【〔《〈「『“‘«‹\"']")
_SENTENCE_END = re.compile(r"[.!?。！？…][\"'”’」』)\]）]*$")
#: A sentence that ends within a long line: a paragraph, whatever stands at its own end.
_INNER_END = re.compile(r"(?:[a-z]{3}|[다요죠까])[.!?][\"'”’)]*\s+(?=[A-Z가-힣\"'“‘])|。(?=.)")
_LONG = 60
_PRESS_LABEL = re.compile(
    r"(?:[<\[【(]?\s*(?:보\s*도\s*(?:참\s*고\s*|설\s*명\s*)?자\s*료|보도자료문|press\s+release|news\s+release|(?:for\s+)?immediate\s+release|"
    r"プレスリリース|報道(?:発表)?資料|ニュースリリース)\s*[>\]】)]?)",
    re.IGNORECASE,
)
#: Rows of a press release's head and foot: who answers questions.
_CONTACT = re.compile(
    r"[<(\[|\s]*(?:담당\s*(?:부서|자|과장|사무관)?|책\s*임\s*자|문\s*의\s*처?|연\s*락\s*처|전\s*화|배\s*포\s*(?:일시?|처)?|자료\s*(?:제공|문의)|총\s*\d+\s*[매쪽]|"
    r"붙임|첨부|별첨|사진\s*(?:있음|없음|제공)|매수|엠바고|contacts?|media contacts?|tel|phone|e-?mail|"
    r"お?問い?合わ?せ先?)"
    r"(?=\s*(?:[:：|)\]>]|\d|$)|\s+\S{1,30}(?:\s|$))",
    re.IGNORECASE,
)
#: What a form or a mail writes before the headline, and before the article's address.
_TITLE_LABEL = re.compile(
    r"(?:(?:기사\s*)?제목|title|headline|subject|見出し|タイトル|件名)\s*[:：]\s*(?=\S)", re.IGNORECASE
)
_ADDRESS_LINE = re.compile(
    r"(?P<label>(?:기사\s*)?(?:출처|원문|링크|주소|URL|source|link|original|出典|元記事|リンク)(?:\s*(?:보기|링크|주소))?\s*[:：]\s*)?"
    r"(?P<url>https?://[^\s<>\"]{4,2000})",
    re.IGNORECASE,
)
_ITEM_MARK = re.compile(r"^(?:[□■◇◆○●◎◦▪▫▶▷►‣•∙ㅇ※☞✓✔◈❍⚫⚪]+|[·ㆍ]|[-–—―∼~](?=\s))\s*")
_ENGLISH_BYLINE = re.compile(r"(?:by|written by|reported by|story by)\s+(?P<names>\S.{2,80})", re.IGNORECASE)
_CAPITALS = r"[A-Z][A-Z.'’-]+(?: (?:[A-Z]\.|[A-Z][A-Z.'’-]+)){1,3}"
_GLUED_BYLINE = re.compile(
    rf"(?:By|BY) (?P<names>{_CAPITALS}(?:(?:,| and| AND) {_CAPITALS})*)"
    r"(?:,? (?:(?:Staff|Senior|Special|Associated Press|AP|Herald|Times|Post|News) ?)+"
    r"(?:Writer|Reporter|Correspondent|Editor)?)?\s+"
    r"(?=(?:[A-Z][a-z]|A |I |[A-Z][A-Z.]+(?: [A-Z][A-Z.]+)*(?:, [\w.]+)? (?:\(|[—–-])).{40})"
)
_JAPANESE_BYLINE = re.compile(
    r"[【\[（(]?(?:文|取材|記者)?[・:：\s]*(?P<names>[一-鿿ぁ-ヿ]{2,5}(?:\s?[一-鿿ぁ-ヿ]{1,5})?)\s*(?:記者|編集委員|特派員)[】\]）)]?"
)
_WIRE = re.compile(
    r"^\s*[(\[【]\s*[^()\[\]【】=＝]{1,20}[=＝]\s*(?P<site>[^()\[\]【】=＝\d\s]{2,12}(?:뉴스|통신|시스|스1|일보|신문|경제|AFP|共同|時事|連合)?)\s*[)\]】]"
)
#: What programs write into the title field when nobody gave one.
_NO_TITLE = re.compile(
    r"(?:microsoft word|powerpoint|untitled|document\d*|template|slide|pdf|\d+|hwp"
    r"|한글|제목\s*없음|제목을 입력|문서\s*\d*|보도자료|無題)\b"
    r"|.*\.(?:docx?|hwpx?|pdf|rtf|txt|odt)$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Head:
    """What is found above the story, filled line by line."""

    title: str
    authors: list[str]
    published_at: datetime | None
    modified_at: datetime | None = None
    url: str | None = None
    #: Whether the lines that are looked at stand above the story.
    is_above: bool = True
    deck: list[str] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is sure before the text is read: front matter, or the address."""

    authors: tuple[str, ...] = ()
    published_at: datetime | None = None
    modified_at: datetime | None = None
    site: str = ""
    url: str | None = None
    lead_image: str | None = None


def article_from(extract: Extract, known: Known | None = None) -> Article:
    """Raise :class:`EmptySource`, :class:`TooShort` or :class:`NoArticle`. A document's ``named`` and ``author``
    properties count only where its text agrees with them."""
    known = known or Known()
    _refuse_noise(extract.lines)
    lines = [clean for line in extract.lines for clean in wording.lines(line)]
    language = detect_language("\n".join(lines))
    head = _Head(
        wording.line(extract.title) or _agreed_title(extract.named, lines),
        list(known.authors),
        known.published_at,
        known.modified_at,
    )
    script = broadcast.find_script(lines)
    if script:
        lines, head.authors = script.lines, head.authors or script.authors
        head.left_out.extend(script.left_out)
    story = _take_tail(_take_head(lines, head, language), head, language)
    story = _take_glued_byline(story, head)
    head.authors = (
        head.authors
        or _agreed_authors(extract.author, lines)
        or korean_authors(story)
        or sign_offs.signed_authors(story)
    )
    story, gone = boilerplate.sift(story, title=head.title)
    text = "\n".join(bare for line in story if (bare := _ITEM_MARK.sub("", line)))
    sentences = _checked_sentences(text, language, has_title=bool(head.title))
    return Article(
        text=text,
        sentences=sentences,
        language=language,
        title=head.title,
        deck="\n".join(head.deck),
        authors=tuple(head.authors),
        published_at=head.published_at,
        modified_at=head.modified_at,
        site=known.site or _wire_site(story),
        url=known.url or head.url,
        lead_image=known.lead_image,
        left_out=(
            *(LeftOut(line, "running") for line in extract.left_out),
            *(LeftOut(line, "caption") for line in extract.captions),
            *head.left_out,
            *gone,
        ),
    )


def _refuse_noise(lines: tuple[str, ...]) -> None:
    """Data, code or an attack on the patterns below: several of them look at a line as a whole."""
    if any(len(line) > _LONGEST_LINE or len(_OPENING.findall(line)) > _MOST_OPENINGS for line in lines):
        raise NoArticle("The text is data or code, not prose.", remedy="Give the article's own text.")


def _checked_sentences(text: str, language: str, *, has_title: bool) -> tuple[Sentence, ...]:
    if not any(character.isalnum() for character in text):
        raise TooShort("There is only a headline, not an article.") if has_title else EmptySource()
    sentences = split_sentences(text, language)
    if len(sentences) < MIN_SENTENCES and len(text) < MIN_CHARACTERS:
        raise TooShort
    return without_datelines(sentences, text)


def _take_glued_byline(story: list[str], head: _Head) -> list[str]:
    """Without "By JANE DOE, Staff Writer" before the first words of the story, as a printed page runs them together."""
    match = _GLUED_BYLINE.match(story[0]) if story else None
    if match is None:
        return story
    head.authors = head.authors or clean_names([match["names"]], sites=())
    head.left_out.append(LeftOut(match.group().strip(), "byline"))
    return [story[0][match.end() :], *story[1:]]


def _take_head(lines: list[str], head: _Head, language: str) -> list[str]:
    """Everything above the first line that is part of the story."""
    has_title_line = False
    for index, line in enumerate(lines[:_HEAD_LINES]):
        if head.title and not has_title_line and wording.folded(line) == wording.folded(head.title):
            has_title_line = True
        elif _is_furniture(line, head, language):
            continue
        elif _is_sentence(line):
            return lines[index:]
        elif not head.title and _may_be_title(lines, index):
            head.title, has_title_line = _TITLE_LABEL.sub("", _ITEM_MARK.sub("", line), count=1), True
        elif has_title_line and len(head.deck) < _MOST_DECK_LINES and _may_be_title(lines, index):
            head.deck.append(_ITEM_MARK.sub("", line))
        else:
            return lines[index:]
    return lines[min(_HEAD_LINES, len(lines)) :]


def _is_sentence(line: str) -> bool:
    if len(line) > _LONGEST_TITLE or (wording.weight(line) > _LONG and _INNER_END.search(line)):
        return True
    return bool(_SENTENCE_END.search(line) and not line.endswith(("...", "…")))


def _may_be_title(lines: list[str], index: int) -> bool:
    """A short line without a full stop, above a line that is a sentence."""
    return " | " not in lines[index] and any(_is_sentence(line) for line in lines[index + 1 : index + 8])


def _is_furniture(line: str, head: _Head, language: str) -> bool:
    """Dates, names, labels and contacts; what they say goes into ``head``."""
    reason = _furniture_reason(line, head, language)
    if reason:
        head.left_out.append(LeftOut(line, reason))
    return bool(reason)


def _furniture_reason(line: str, head: _Head, language: str) -> str:
    stamp = find_stamp(line.replace(" | ", " "), language)
    if stamp is not None:
        head.published_at = head.published_at or stamp.published_at
        head.modified_at = head.modified_at or stamp.modified_at
        return "date"
    names = _byline_names(line)
    if names:
        head.authors = head.authors or names
        return "byline"
    if _PRESS_LABEL.fullmatch(line):
        return "label"
    if address := _ADDRESS_LINE.fullmatch(line):
        # A bare one below the story may be another article's.
        if not head.url and (address["label"] or head.is_above):
            head.url = address["url"]
        return "link"
    if reason := boilerplate.find_reason(line):
        return reason
    if len(line) < _LONGEST_TITLE and _CONTACT.match(line) and not _SENTENCE_END.search(line):
        return "contact"
    return ""


def _byline_names(line: str) -> list[str]:
    if is_korean_byline(line):
        return korean_authors([line])
    if _is_sentence(line):
        return []
    match = _ENGLISH_BYLINE.fullmatch(line) or _JAPANESE_BYLINE.fullmatch(line)
    return clean_names([match["names"]], sites=()) if match else []


def _take_tail(lines: list[str], head: _Head, language: str) -> list[str]:
    """From the end: bylines, contacts and dates until a line of the story comes."""
    head.is_above, end = False, len(lines)
    while end > 1 and (_is_furniture(lines[end - 1], head, language)):
        end -= 1
    return lines[:end]


def _wire_site(lines: list[str]) -> str:
    """The agency of "(서울=연합뉴스) 홍길동 기자 ="."""
    match = _WIRE.match(lines[0]) if lines else None
    return match["site"] if match else ""


def _agreed_title(named: str, lines: list[str]) -> str:
    """The title property, when the first lines show it; anything else there is a file name or a template's."""
    named = wording.label(named)
    folded = wording.folded(named)
    if len(folded) < 6 or _NO_TITLE.match(named):
        return ""
    return next((line for line in lines[:_HEAD_LINES] if wording.folded(_ITEM_MARK.sub("", line)) == folded), "")


def _agreed_authors(author: str, lines: list[str]) -> list[str]:
    """The author property, when the text names that person too; else it may be the owner of the computer."""
    names = clean_names([author], sites=())
    text = "\n".join([*lines[:5], *lines[-5:]])
    return [name for name in names if name in text]
