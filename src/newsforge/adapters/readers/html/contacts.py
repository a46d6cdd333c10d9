"""How to reach somebody, told apart from the news in the same paragraph."""

from __future__ import annotations

import re

from newsforge.adapters.readers.html import wording
from newsforge.engine.text.sentences import split_sentences

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = r"(?:\+?\d{1,3}[\s.-])?\(?\d{2,4}\)?[\s.-]\d{3,4}[\s.-]\d{3,4}(?!\d)|(?<!\d)1[568]\d\d-\d{4}(?!\d)"
_SITE = r"\b(?:www\.|https?://)\S+|\b[\w-]+\.(?:com|org|net|co\.kr|go\.kr|or\.kr|jp)\b"
#: A place to write, call or go to, and a word that tells to.
_ADDRESS = re.compile(rf"{_PHONE}|{_SITE}", re.IGNORECASE)
_INVITES = re.compile(
    r"\b(?:call|contact|e-?mail|write|visit|reach(?:ed)?|register|rsvp|details|questions)\b"
    r"|\b(?:more|further) information\b"
    r"|문의|연락|이메일|전자우편|홈페이지|누리집|대표전화|問い合わせ|連絡先|電話|メール",
    re.IGNORECASE,
)
#: "... said they should write to tips@example.com by Friday": what somebody said is news.
_REPORTS = re.compile(
    r"\b(?:said|says|told|according to|announced|warned|asked|urged)\b"
    r"|(?:밝혔|말했|전했|설명했|당부했|덧붙였|발표했|강조했|요청했)다|(?:述べ|話し|明らかにし|発表し|呼びかけ)",
    re.IGNORECASE,
)
#: What invites a reader rather than tells: "Have a tip?", "Join us!", "Follow her on X."
_ASKS = re.compile(
    r"[?？!！][\"'”’)]*$|^(?:please|follow|send|share|join|got|have you|tickets? (?:is|are)|reach|for more)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.。][\"'”’」』)\]）]*$")
_LIGHTEST_NEWS = 20


def has_email(text: str) -> bool:
    return bool(_EMAIL.search(text))


def split_contact(text: str) -> tuple[str, str]:
    """``(story, contact)`` of a paragraph that holds an address to write to. The story is empty where no sentence
    but those of the contact tells something; the contact is, where the address stands in what somebody said."""
    language = _language(text)
    pieces = [(each.text, _is_contact(each.text)) for each in split_sentences(text, language)]
    told = [piece for piece, is_contact in pieces if not is_contact]
    if not any(_tells(piece) for piece in told):
        return "", text
    space = "" if language == "ja" else " "
    return space.join(told), space.join(piece for piece, is_contact in pieces if is_contact)


def _is_contact(sentence: str) -> bool:
    if _REPORTS.search(sentence):
        return False
    return has_email(sentence) or bool(_ADDRESS.search(sentence) and _INVITES.search(sentence))


def _tells(sentence: str) -> bool:
    return bool(_ENDS.search(sentence)) and not _ASKS.search(sentence) and wording.weight(sentence) >= _LIGHTEST_NEWS


def _language(text: str) -> str:
    return "ko" if re.search("[가-힣]", text) else "ja" if re.search("[぀-ヿ]", text) else "en"
