# ruff: noqa: E501 -- lists of words read best as lines of words; a Korean letter counts as two
"""How names sound in Latin letters, roughly: enough to see that 이재명 and Lee Jae-myung are one name.

Every script is brought to Latin letters (Hangul by syllable, katakana by mora) and then to a skeleton in which the
usual spellings of one sound (k/g, t/d, p/b/f/v, l/r, ch/j/z) fall together.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from newsforge.engine.text import syllables

_INITIALS = ("g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h")
_VOWELS = (
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i",
)  # fmt: skip
_FINALS = (
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t",
    "k", "t", "p", "",
)  # fmt: skip
#: Surnames as families write them; the first is the Revised Romanisation's neighbour that others fold to.
SURNAMES = {
    "이": "lee yi rhee li i", "김": "kim gim", "박": "park bak pak", "최": "choi choe", "정": "jung jeong chung cheong",
    "강": "kang gang", "조": "cho jo", "윤": "yoon yun", "장": "jang chang", "임": "lim im rim", "한": "han",
    "오": "oh o", "서": "seo suh", "신": "shin sin", "권": "kwon gwon", "황": "hwang", "안": "ahn an", "송": "song",
    "전": "jeon jun chun", "홍": "hong", "유": "yoo yu ryu you", "고": "ko go koh", "문": "moon mun", "양": "yang",
    "손": "son sohn", "배": "bae pae", "백": "baek paik", "허": "heo hur huh", "남": "nam", "심": "shim sim", "노": "roh noh no",
    "하": "ha", "곽": "kwak gwak", "성": "sung seong", "차": "cha", "주": "joo ju", "우": "woo u", "구": "koo gu ku",
    "민": "min", "류": "ryu yoo", "나": "na ra", "진": "jin chin", "지": "ji chi", "엄": "um eom", "채": "chae", "원": "won",
    "천": "cheon chun", "방": "bang", "공": "kong gong", "현": "hyun hyeon", "함": "ham", "변": "byun byeon", "염": "yeom yum",
    "여": "yeo", "추": "choo chu", "도": "do", "소": "so", "석": "seok suk", "선": "sun seon", "설": "seol sul", "마": "ma",
    "길": "gil kil", "연": "yeon", "위": "wi", "표": "pyo", "명": "myung", "기": "ki", "반": "ban", "왕": "wang", "금": "keum",
    "옥": "ok", "육": "yook", "인": "in", "맹": "maeng", "제": "je", "모": "mo", "탁": "tak", "국": "kook", "어": "eo",
}  # fmt: skip
_KANA = {
    "ア": "a", "イ": "i", "ウ": "u", "エ": "e", "オ": "o", "カ": "ka", "キ": "ki", "ク": "ku", "ケ": "ke", "コ": "ko",
    "サ": "sa", "シ": "shi", "ス": "su", "セ": "se", "ソ": "so", "タ": "ta", "チ": "chi", "ツ": "tsu", "テ": "te", "ト": "to",
    "ナ": "na", "ニ": "ni", "ヌ": "nu", "ネ": "ne", "ノ": "no", "ハ": "ha", "ヒ": "hi", "フ": "fu", "ヘ": "he", "ホ": "ho",
    "マ": "ma", "ミ": "mi", "ム": "mu", "メ": "me", "モ": "mo", "ヤ": "ya", "ユ": "yu", "ヨ": "yo", "ラ": "ra", "リ": "ri",
    "ル": "ru", "レ": "re", "ロ": "ro", "ワ": "wa", "ヲ": "o", "ン": "n", "ガ": "ga", "ギ": "gi", "グ": "gu", "ゲ": "ge",
    "ゴ": "go", "ザ": "za", "ジ": "ji", "ズ": "zu", "ゼ": "ze", "ゾ": "zo", "ダ": "da", "ヂ": "ji", "ヅ": "zu", "デ": "de",
    "ド": "do", "バ": "ba", "ビ": "bi", "ブ": "bu", "ベ": "be", "ボ": "bo", "パ": "pa", "ピ": "pi", "プ": "pu", "ペ": "pe",
    "ポ": "po", "ヴ": "vu", "ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o", "ャ": "ya", "ュ": "yu", "ョ": "yo",
}  # fmt: skip
_CONSONANTS = (
    ("sch", "s"), ("tch", "j"), ("sh", "s"), ("ch", "j"), ("ph", "p"), ("th", "t"), ("ts", "s"), ("ck", "k"), ("gh", "k"),
    ("qu", "k"), ("x", "ks"), ("z", "j"), ("f", "p"), ("v", "p"), ("b", "p"), ("d", "t"), ("g", "k"), ("q", "k"), ("l", "r"),
    ("w", ""), ("y", ""), ("h", ""),
)  # fmt: skip
_SOFT_C = re.compile(r"c(?=[eiy])")
_SOFT_G = re.compile(r"g(?=[eiy])")
_SILENT_R = re.compile(r"(?<=[aeiou])r(?![aeiou])")
_VOWEL_RUN = re.compile(r"[aeiou]+")
_REPEATED = re.compile(r"(.)\1+")
_HANGUL = re.compile(r"[가-힣]")
_KATAKANA = re.compile(r"[ァ-ヺ]")


@lru_cache(maxsize=20_000)
def romanised(name: str) -> str:
    """Latin letters for Hangul and katakana; other letters as they are, lower case, nothing else."""
    letters: list[str] = []
    for character in name:
        if hangul := syllables.parts(character):
            letters.append(_INITIALS[hangul[0]] + _VOWELS[hangul[1]] + _FINALS[hangul[2]])
        elif character in _KANA:
            if character in "ァィゥェォャュョ" and letters and letters[-1]:
                letters[-1] = letters[-1][:-1]
            letters.append(_KANA[character])
        elif character.isalpha():
            letters.append(character.lower())
    return "".join(letters)


@lru_cache(maxsize=50_000)
def skeleton(name: str) -> str:
    """The consonants of a name as they fall together between scripts, with a leading vowel as ``a``."""
    text = romanised(name)
    text = _SOFT_C.sub("s", text)
    text = text.replace("dge", "j").replace("c", "k") if "ch" not in text else text
    for written, heard in _CONSONANTS:
        text = text.replace(written, heard)
    text = text.replace("c", "k")
    opening = "a" if text[:1] in "aeiou" and text else ""
    text = _VOWEL_RUN.sub("", text)
    return opening + _REPEATED.sub(r"\1", text)


def sounds_like(one: str, other: str) -> bool:
    """Whether two spellings may be one name. Short names must agree in every consonant and nearly in vowels."""
    return bool(any(_alike(mine, theirs, one, other) for mine in _skeletons(one) for theirs in _skeletons(other)))


def _skeletons(name: str) -> tuple[str, ...]:
    """Also as an English th and a silent r are heard abroad (Northgate, 노스게이트)."""
    plain = skeleton(name)
    if not name.isascii():
        return (plain,)
    heard = skeleton(_SILENT_R.sub("", name.lower().replace("th", "s")))
    return (plain, heard) if heard != plain else (plain,)


def _alike(mine: str, theirs: str, one: str, other: str) -> bool:
    if not mine or not theirs:
        return False
    if mine == theirs:
        if len(mine) >= 3:
            return True
        return SequenceMatcher(None, romanised(one), romanised(other)).ratio() >= 0.55
    if min(len(mine), len(theirs)) < 3 or abs(len(mine) - len(theirs)) > 2:
        return False
    if mine[0] != theirs[0]:
        return False
    return SequenceMatcher(None, mine, theirs).ratio() >= 0.78


def is_korean_name(latin: str, hangul: str) -> bool:
    """``latin`` in either order, with or without hyphens, is the three- or two-syllable ``hangul``."""
    parts = [part for part in re.split(r"[\s-]+", latin.lower().replace(".", "")) if part]
    if len(parts) < 2 or not 2 <= len(hangul) <= 4 or not _HANGUL.match(hangul):
        return False
    family = SURNAMES.get(hangul[0], romanised(hangul[0])).split()
    for given in (parts[1:] if parts[0] in family else None, parts[:-1] if parts[-1] in family else None):
        if given and _given_alike("".join(given), hangul[1:]):
            return True
    return False


def _given_alike(latin: str, hangul: str) -> bool:
    heard = romanised(hangul)
    mine, theirs = _vowels(latin), _vowels(heard)
    return SequenceMatcher(None, mine, theirs).ratio() >= 0.7


def _vowels(text: str) -> str:
    """One spelling for the vowels that families write in many ways, one for each pair of consonants."""
    for written, heard in (
        ("eui", "i"), ("yeo", "yo"), ("eo", "o"), ("eu", "u"), ("oo", "u"), ("ee", "i"), ("ou", "u"), ("ui", "i"), ("ae", "e"),
        ("ay", "e"), ("oe", "e"), ("ah", "a"), ("uh", "o"), ("oh", "o"), ("u", "o"), ("ch", "j"), ("sh", "s"), ("kk", "k"),
        ("g", "k"), ("d", "t"), ("b", "p"), ("l", "r"), ("w", "u"),
    ):  # fmt: skip
        text = text.replace(written, heard)
    return _REPEATED.sub(r"\1", text)
