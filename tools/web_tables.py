"""Write the tables that the browser's meters count by, from the ones that the engine counts by.

``tools/web_tables.py`` writes web/src/features/platforms/counting/tables; a test fails when they are stale.
"""

from __future__ import annotations

import base64
import itertools
from pathlib import Path

from newsforge.engine.text.emoji import _REFERENCE_LACKS, _TEXT_STYLE, REFERENCE_VERSION
from newsforge.engine.text.tlds import TLDS

TABLES = Path(__file__).parent.parent / "web" / "src" / "features" / "platforms" / "counting" / "tables"
_VARIANT, _JOINER = "\ufe0f", "\u200d"
_TONES = tuple(map(chr, range(0x1F3FB, 0x1F400)))
_LETTERS = str.maketrans({**dict.fromkeys(_TONES, "T"), _VARIANT: "V", _JOINER: "J"})
_FIRST_IDEOGRAPH, _END_OF_IDEOGRAPHS = 0x4E00, 0xA000
_SYLLABLES = range(0xAC00, 0xD7A4)
_MADE = "// Made by tools/web_tables.py; change that, not this.\n"


def emoji_table() -> str:
    """Every fully qualified sequence, in letters: ``V`` may be U+FE0F or nothing, ``J`` is U+200D, ``T`` is any skin
    tone, ``U`` any but the one that ``T`` is, ``W`` any beside which ``T`` is any, ``t`` a tone or nothing, ``S``
    U+FE0F, a tone or nothing; ``😀-🙏`` is a run.
    """
    import emoji

    versions: dict[str, float] = {
        sequence: data["E"] for sequence, data in emoji.EMOJI_DATA.items() if sequence not in _TEXT_STYLE
    }
    fullest: dict[str, str] = {}
    for sequence in versions:
        bare = sequence.replace(_VARIANT, "")
        fullest[bare] = max(fullest.get(bare, ""), sequence, key=len)
    older = {sequence for sequence in fullest.values() if versions[sequence] <= REFERENCE_VERSION}
    newer = set(fullest.values()) - older
    return (
        _MADE + "// Emoji sequences up to the version that X's reference counter knows, and those since.\n"
        f'export const OLDER =\n  "{_compact(older)}";\n\nexport const NEWER =\n  "{_compact(newer)}";\n\n'
        f"/** Older than the reference counter, and unknown to it all the same. */\n"
        f'export const NOT_IN_REFERENCE = "{" ".join(sorted(_lettered(one) for one in _REFERENCE_LACKS))}";\n'
    )


def _lettered(sequence: str) -> str:
    tones = [character for character in sequence if character in _TONES]
    text = sequence.translate(_LETTERS)
    if len(tones) > 1 and tones[0] != tones[1]:
        head, _, tail = text.partition("T")
        text = f"{head}T{tail.replace('T', 'U', 1)}"
    return text


def _compact(sequences: set[str]) -> str:
    forms = {_lettered(sequence) for sequence in sequences}
    for form in sorted(forms):
        if "T" not in form or form.count("T") > 1 or "U" in form:
            continue
        head, _, tail = form.partition("T")
        if f"{head}V{tail}" in forms:
            forms = forms - {form, f"{head}V{tail}"} | {f"{head}S{tail}"}
        elif f"{head}{tail}" in forms:
            forms = forms - {form, f"{head}{tail}"} | {f"{head}t{tail}"}
    for form in sorted(forms):  # two tones that may be equal
        if "U" in form and form.replace("U", "T") in forms:
            forms = forms - {form, form.replace("U", "T")} | {form.replace("T", "W").replace("U", "T")}
    single = [form for form in sorted(forms) if len(form) == 1]
    return " ".join([*_runs(single), *sorted(form for form in forms if len(form) > 1)])


def _runs(characters: list[str]) -> list[str]:
    found: list[str] = []
    for _, group in itertools.groupby(enumerate(characters), key=lambda item: ord(item[1]) - item[0]):
        run = [character for _, character in group]
        found += [f"{run[0]}-{run[-1]}"] if len(run) > 2 else run
    return found


def domain_table() -> str:
    names = sorted(TLDS, key=lambda name: (not name.isascii(), name))
    about = "/** Top-level domains that make a dotted word a link. */"
    return f'{_MADE}{about}\nexport const TLDS =\n  "{" ".join(names)}";\n'


def charset_table() -> str:
    """CP949 without ASCII and the Hangul syllables, all of which it has: a bit an ideograph, ranges for the rest."""
    points = [
        point for point in range(0x80, 0x1_0000) if point not in _SYLLABLES and chr(point).encode("cp949", "ignore")
    ]
    bits = bytearray((_END_OF_IDEOGRAPHS - _FIRST_IDEOGRAPH) // 8)
    rest: list[str] = []
    for point in points:
        if _FIRST_IDEOGRAPH <= point < _END_OF_IDEOGRAPHS:
            bits[(point - _FIRST_IDEOGRAPH) >> 3] |= 1 << ((point - _FIRST_IDEOGRAPH) & 7)
    others = [point for point in points if not _FIRST_IDEOGRAPH <= point < _END_OF_IDEOGRAPHS]
    for _, group in itertools.groupby(enumerate(others), key=lambda item: item[1] - item[0]):
        run = [point for _, point in group]
        rest.append(f"{run[0]:x}" if len(run) == 1 else f"{run[0]:x}-{run[-1]:x}")
    return (
        _MADE + "/** A bit for each ideograph from U+4E00, lowest bit first, in base 64. */\n"
        f'export const IDEOGRAPHS =\n  "{base64.b64encode(bits).decode()}";\n\n'
        "/** Code points and ranges of them, hexadecimal. */\n"
        f'export const OTHERS =\n  "{" ".join(rest)}";\n'
    )


def tables() -> dict[Path, str]:
    return {
        TABLES / "emoji.ts": emoji_table(),
        TABLES / "domains.ts": domain_table(),
        TABLES / "charset.ts": charset_table(),
    }


if __name__ == "__main__":
    for path, text in tables().items():
        path.write_text(text, encoding="utf-8")
