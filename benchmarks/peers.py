"""What people reach for today: newspaper4k for the article, sumy's LexRank for three sentences of it.

newspaper4k reads Korean and Japanese only with data that it fetches when it runs; nothing is fetched here, so those
pages fail, are counted, and sumy gets the article's true text instead. sumy's own tokenizers need such data too: it
is given plain ones, and for Korean the words of the same analyser that NewsForge uses. newspaper4k's fetching of the
page's pictures is switched off, which is to its advantage.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from benchmarks.pages import Page

SENTENCES = 3
#: Less of the true text than this is no article.
LEAST_SHARE = 0.5
_SENTENCE = re.compile(r"[^\n.!?。]+(?:[.!?。]+(?!\d)|\n|$)")
_WORD = re.compile(r"\w+")
_KANA_RUN = re.compile(r"[一-鿿]+|[ァ-ヶー]+|\w")


class PlainTokenizer:
    """The two methods that sumy's parser asks of a tokenizer."""

    def __init__(self, language: str) -> None:
        self._language = language

    def to_sentences(self, paragraph: str) -> tuple[str, ...]:
        found = (match.group().strip() for match in _SENTENCE.finditer(paragraph))
        return tuple(sentence for sentence in found if sentence)

    def to_words(self, sentence: str) -> tuple[str, ...]:
        if self._language == "ko":
            from newsforge.engine.text.korean import tokens

            return tuple(token.form for token in tokens(sentence) if token.tag[0] in "NVS")
        pattern = _KANA_RUN if self._language == "ja" else _WORD
        return tuple(pattern.findall(sentence.lower()))


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerRun:
    """``failure`` names why newspaper4k gave no article, empty when it did."""

    summary: tuple[str, ...]
    failure: str = ""


def convert(page: Page) -> PeerRun:
    text, failure = _extract(page)
    return PeerRun(summary=_summarize(page.text if failure else text, page.language), failure=failure)


def _extract(page: Page) -> tuple[str, str]:
    import newspaper

    try:
        article = newspaper.Article(page.url, language=page.language, fetch_images=False)
        article.download(input_html=page.html)
        article.parse()
    except Exception as error:  # noqa: BLE001 - whatever stops it is counted under its name
        return "", type(error).__name__
    kept = len(article.text) / len(page.text)
    return article.text, "" if kept >= LEAST_SHARE else f"less than {LEAST_SHARE:.0%} of the text"


def _summarize(text: str, language: str) -> tuple[str, ...]:
    from sumy.parsers.plaintext import PlaintextParser
    from sumy.summarizers.lex_rank import LexRankSummarizer

    parser = PlaintextParser.from_string(text, PlainTokenizer(language))
    return tuple(str(sentence) for sentence in LexRankSummarizer()(parser.document, SENTENCES))
