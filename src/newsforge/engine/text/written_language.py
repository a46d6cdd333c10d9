"""Whether a text is written in the language that was asked for, told so that names, tags and short texts never count.

Korean, Japanese and Chinese are told by their letters. Between languages with one alphabet a small model decides, and
only over enough plain words: two thirds of a list of brands are no English.
"""

from __future__ import annotations

import re

from newsforge.engine.text.language import detect_language

_HANGUL = re.compile(r"[가-힣]")
_KANA = re.compile(r"[ぁ-ゖァ-ヺ]")
_HIRAGANA = re.compile(r"[ぁ-ゖ]")
_HAN = re.compile(r"[㐀-䶿一-鿿]")
_NOISE = re.compile(r"https?://\S+|www\.\S+|\S+@\S+|[#@][\w]+|\w+(?:\.\w+)+/\S*")
#: Words of an alphabet that are no names: they begin small, or their letters have no capitals.
_PLAIN_WORD = re.compile(r"(?<![\w'’-])[^\W\d_A-Z가-힣ぁ-ゖァ-ヺ㐀-䶿一-鿿][^\W\d_가-힣ぁ-ゖァ-ヺ㐀-䶿一-鿿]*")
_QUOTED = re.compile(r"[\"“「『][^\"”」』]{0,400}[\"”」』]")
#: A letter of these scripts says about as much as three of an alphabet.
_EASTERN = frozenset({"ko", "ja", "zh"})
_WEIGHT = 3
#: So much foreign text is a sentence and no name: eastern letters, plain words of an alphabet.
_LEAST_LETTERS, _LEAST_WORDS = 8, 5
#: The model is not asked about less.
_LEAST_MODEL_WORDS = 12
#: A Japanese text this long has kana.
_LEAST_HAN = 24
#: Codes that the model takes for each other.
_ALIKE = (
    frozenset({"no", "nb", "nn", "da", "sv"}),
    frozenset({"id", "ms", "jv", "su"}),
    frozenset({"hr", "sr", "bs", "sl"}),
    frozenset({"cs", "sk"}),
    frozenset({"es", "gl", "ca", "pt"}),
    frozenset({"ru", "uk", "be", "bg", "mk"}),
    frozenset({"tl", "fil"}),
    frozenset({"fa", "ar", "ur"}),
    frozenset({"hi", "mr", "ne"}),
)


def find_other_language(text: str, language: str) -> tuple[str, str] | None:
    """The first passage that is in another language than ``language``, and that language's code; None where all of
    the text is, or may be, in it. Looks at each paragraph, then at the whole."""
    passages = [passage for passage in text.split("\n") if passage.strip()]
    for passage in (*passages, text):
        plain = _NOISE.sub(" ", passage)
        if language not in _EASTERN:
            plain = _QUOTED.sub(" ", plain)  # words of the article may be quoted as they are
        other = _other(plain, language)
        if other is not None:
            return passage.strip(), other
    return None


def _other(text: str, language: str) -> str | None:
    hangul, kana, han = (len(script.findall(text)) for script in (_HANGUL, _KANA, _HAN))
    words = _PLAIN_WORD.findall(text)
    letters = sum(map(len, words))
    east = hangul + kana + han
    if language not in _EASTERN:
        if east >= _LEAST_LETTERS and _WEIGHT * east > letters:
            return _eastern(hangul, kana, han)
        return _by_model(text, words, language)
    if len(words) >= _LEAST_WORDS and letters > _WEIGHT * east:
        found = detect_language(" ".join(words))
        return None if found in _EASTERN else found
    own = {"ko": hangul, "ja": kana + han, "zh": han}[language]
    if east - own >= _LEAST_LETTERS and east - own > own:
        return _eastern(hangul, kana, han)
    if language == "ja" and han >= _LEAST_HAN and not kana:
        return "zh"
    if language == "zh" and len(_HIRAGANA.findall(text)) >= _LEAST_LETTERS:
        return "ja"
    return None


def _eastern(hangul: int, kana: int, han: int) -> str:
    if hangul > kana + han:
        return "ko"
    return "ja" if kana else "zh"


def _by_model(text: str, words: list[str], language: str) -> str | None:
    if len(words) < _LEAST_MODEL_WORDS:
        return None
    found = detect_language(text)
    if found == language or any({found, language} <= group for group in _ALIKE):
        return None
    # Asked again without the names, which are what misleads it.
    return found if detect_language(" ".join(words)) == found else None
