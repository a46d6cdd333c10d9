"""The article as data: framed so that nothing in it can pass for an instruction, and cut where it is very long."""

from __future__ import annotations

import hashlib
import secrets
import unicodedata

from pydantic_ai.framing import register_tag, wrap

from newsforge.engine.article import Article

# At import time, as pydantic-ai asks: from now on both tags are escaped in everything that is wrapped.
_ARTICLE = register_tag("news_article")
_DRAFT = register_tag("last_draft")
_OBJECTIONS = register_tag("objections")
_INSTRUCTION = register_tag("editor_instruction")

#: Characters of article text that go into a prompt whole.
WHOLE_LENGTH = 24_000
_HEAD_LENGTH = 16_000
_REST_LENGTH = WHOLE_LENGTH - _HEAD_LENGTH
_LEFT_OUT = "[… passages left out here …]"

_KEY = secrets.token_bytes(32)


def marks(article: Article) -> tuple[str, str]:
    """The article's nonce and canary. An author cannot know them (they hang on a secret of this process), yet they
    stay the same for all platforms of an article, so that vendors can reuse the cached beginning of the prompt."""
    digest = hashlib.blake2b(f"{article.url}\n{article.text}".encode(), key=_KEY, digest_size=16).hexdigest()
    return digest[:12], f"NF-{digest[12:24].upper()}"


def framed_article(article: Article) -> str:
    nonce, _ = marks(article)
    published = article.published_at.strftime("%Y-%m-%d (%A) %H:%M") if article.published_at else "not stated"
    text, is_whole = trimmed(article)
    body = "\n".join(
        (
            f"title: {article.title or 'none'}",
            *((f"subtitle: {article.deck}",) if article.deck else ()),
            f"published: {published}",
            f"publisher: {article.site or 'not stated'}",
            f"language: {article.language}",
            *(() if is_whole else ("note: the text is long; some passages are left out where marked",)),
            "",
            text,
        )
    )
    return f"{wrap(_ARTICLE, defused(body), nonce=nonce)}\nEnd of article {nonce}."


def framed_draft(text: str) -> str:
    return wrap(_DRAFT, defused(text))


def framed_objections(objections: tuple[str, ...]) -> str:
    return wrap(_OBJECTIONS, defused("\n".join(f"- {objection}" for objection in objections)))


def framed_instruction(instruction: str) -> str:
    return wrap(_INSTRUCTION, defused(instruction))


def defused(text: str) -> str:
    """Without unseen characters, and with look-alikes of what tags are made of (＜, ﹤, ｓｙｓ, 𝐬) as ASCII, so that a
    forged tag is seen and escaped. Not full NFKC: that would change what is to be quoted (㎡, ½, ①, …, ！)."""
    return "".join(_fold(char) for char in text if char == "\n" or unicodedata.category(char)[0] != "C")


def _fold(char: str) -> str:
    if char.isascii():
        return char
    folded = unicodedata.normalize("NFKC", char)
    return folded if len(folded) == 1 and folded.isascii() and (folded.isalpha() or folded in "<>/_") else char


def trimmed(article: Article) -> tuple[str, bool]:
    """The text and whether it is whole. Of a very long article: the beginning, then, in order, the sentences that
    carry figures or quotes or the title's words, because those are what a post is made of."""
    if len(article.text) <= WHOLE_LENGTH:
        return article.text, True
    head_end = max((s.end for s in article.sentences if s.end <= _HEAD_LENGTH), default=_HEAD_LENGTH)
    title_words = {word.casefold() for word in article.title.split() if len(word) > 1}
    rest = [s for s in article.sentences if s.start >= head_end]
    ranked = sorted(rest, key=lambda s: (-_weight(s.text, title_words), s.start))
    room = _REST_LENGTH
    chosen = set()
    for sentence in ranked:
        cost = len(sentence.text) + len(_LEFT_OUT) + 2
        if cost <= room:
            room -= cost
            chosen.add(sentence.start)
    lines = [article.text[:head_end]]
    is_gap = False
    for sentence in rest:
        if sentence.start in chosen:
            lines += [_LEFT_OUT, sentence.text] if is_gap else [sentence.text]
        is_gap = sentence.start not in chosen
    return "\n".join([*lines, _LEFT_OUT] if is_gap else lines), False


def _weight(sentence: str, title_words: set[str]) -> int:
    has_figure = any(char.isdigit() for char in sentence)
    has_quote = any(mark in sentence for mark in '"“”「」')
    return has_figure + has_quote + sum(word in sentence.casefold() for word in title_words)
