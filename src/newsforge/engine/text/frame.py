# ruff: noqa: E501 -- lists of words read best as lines of words; a Korean letter counts as two
"""An editor's frame words: headings and pointers that claim nothing about the news.

The writers may set these as they are (alone on a line, in brackets, or before a colon) and receipts ask no source
for them. A word that says something of the event (속보, breaking, exclusive, 단독) never belongs here: it needs the
article to say so.
"""

from __future__ import annotations

import re

PHRASES: dict[str, tuple[str, ...]] = {
    "ko": (
        "핵심 정리", "핵심 요약", "핵심 포인트", "핵심 내용", "핵심만 정리", "한눈에 보기", "한눈에 정리", "한 줄 요약", "한줄 요약",
        "세 줄 요약", "3줄 요약", "요약", "주요 내용", "주요 수치", "주요 발언", "핵심 수치", "숫자로 보기", "숫자로 보는 핵심",
        "자세한 내용", "자세히 보기", "자세히 읽기", "더 보기", "더 알아보기", "더 읽기", "전문 보기", "기사 보기", "기사 전문",
        "기사 원문", "기사 원문 보기", "원문 보기", "원문 읽기", "원문", "원문 링크", "링크", "기사 링크", "출처", "자료", "사진", "글", "기자", "기사",
        "제목", "배경", "무슨 일이 있었나", "무슨 일", "어떤 내용인가", "왜 중요한가", "앞으로", "다음은", "이어서", "계속", "끝",
        "오늘의 뉴스", "뉴스", "뉴스레터", "발언", "말말말", "인용", "날짜", "입력", "발행", "보도", "정리", "포인트", "체크 포인트",
        "들어가며", "마치며", "본문", "자세한 내용은 기사에서 확인하세요", "자세한 내용은 원문에서 확인하세요",
        "자세한 내용은 원문에서 확인하실 수 있습니다", "자세한 내용은 링크에서 확인하세요", "자세한 내용은 아래 링크에서 확인하세요", "자세한 내용은 프로필 링크에서 확인하세요",
        "자세한 내용은 댓글 링크에서 확인하세요", "전체 기사는 링크에서 확인하세요", "기사 전문은 링크에서 확인하세요",
        "여러분의 생각은 어떠신가요", "어떻게 생각하시나요", "의견을 남겨 주세요", "의견을 댓글로 남겨 주세요", "소식 전해 드립니다",
        "안녕하세요", "감사합니다", "읽어 주셔서 감사합니다", "알아두면 좋은 소식", "이런 소식이 있어요", "함께 보시죠",
    ),
    "en": (
        "key points", "key point", "key facts", "key figures", "key takeaways", "takeaways", "highlights", "at a glance",
        "in brief", "in short", "in numbers", "by the numbers", "the numbers", "summary", "tl;dr", "tldr", "the story",
        "the details", "details", "more details", "what happened", "what to know", "what we know", "why it matters",
        "what's next", "what they said", "in their words", "quote", "background", "context", "the bottom line",
        "read more", "read on", "read the full story", "read the full article", "read the article", "full story",
        "full article", "full story here", "learn more", "see more", "more here", "find out more", "link", "link in bio",
        "original", "original article", "source", "via", "by", "from", "author", "photo", "date", "published", "story",
        "thread", "a thread", "continued", "news", "today's news", "newsletter", "the quote", "the facts", "the news",
        "what do you think", "share your thoughts", "tell us what you think", "hello", "thanks for reading", "thank you",
        "title", "tags", "here's what to know", "here is what to know", "here's the story", "read the full story at the link",
        "read the full story at the link below", "full story at the link", "more at the link",
    ),
    "ja": (
        "ポイント", "要点", "要約", "まとめ", "概要", "主なポイント", "主な内容", "主な数字", "数字で見る", "ひと目でわかる", "詳細",
        "詳しくはこちら", "詳しくは", "詳細はこちら", "続きを読む", "続きはこちら", "もっと見る", "記事を読む", "記事全文", "全文を読む",
        "全文はこちら", "記事の全文を読む", "元記事", "元の記事", "記事はこちら", "リンク", "出典", "出所", "ソース", "写真", "記者", "文", "日付", "配信",
        "背景", "何があったか", "なぜ重要か", "今後", "発言", "コメント", "引用", "ニュース", "本日のニュース", "ニュースレター", "記事",
        "詳しくはリンクからご覧ください", "詳しくは記事をご覧ください", "続きは記事でどうぞ", "皆さんはどう思いますか", "ありがとうございます", "続く",
    ),
}  # fmt: skip

_EDGE = " \t\n\r.,!?:;…·•|~-–—_*\"'“”‘’「」『』()[]【】〈〉《》<>。、！？：；→➡▶►▷👉👇⬇↓↗🔗📌📰✅🗞"
_FORMS = frozenset(
    re.sub(r"\s+", " ", phrase.lower().replace("’", "'")).strip(_EDGE) for group in PHRASES.values() for phrase in group
)
#: With the marks and emoji that may stand around one.
_LONGEST = 2 * max(map(len, _FORMS))
_SPACELESS = frozenset(form.replace(" ", "") for form in _FORMS if not form.isascii())
_LABEL = re.compile(
    r"^\s*(?:[\[【〈《<(]\s*(?P<boxed>[^\]】〉》>)\n]{1,24})\s*[\]】〉》>)]\s*|(?P<plain>[^:：|\n]{1,30}?)\s*[:：|]\s*)"
)


def is_frame(text: str) -> bool:
    """Whether ``text`` is a frame phrase and nothing else (marks and emoji around it do not count)."""
    if len(text) > _LONGEST:
        return False
    bare = re.sub(r"[^\w\s'’;]+", " ", text, flags=re.UNICODE) if text else ""
    form = re.sub(r"\s+", " ", bare.lower().replace("’", "'")).strip(_EDGE)
    return form in _FORMS or form.replace(" ", "") in _SPACELESS


def label_length(text: str) -> int:
    """How many characters at the start of ``text`` are a frame label (``Source: ``, ``[핵심 정리] ``); 0 for none."""
    match = _LABEL.match(text)
    if match is None:
        return 0
    return match.end() if is_frame(match["boxed"] or match["plain"] or "") else 0
