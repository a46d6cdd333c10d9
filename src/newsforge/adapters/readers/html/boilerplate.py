"""Lines that stand in the body but belong to the house, not to the story, each with the reason it goes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsforge.adapters.readers.html import bylines, contacts, korean_bylines, sign_offs, wording
from newsforge.engine.article import LeftOut

_EMAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"

#: (reason, greatest weight of the line, pattern). A pattern that can occur in prose must match the whole line.
_RULES: tuple[tuple[str, int, re.Pattern[str]], ...] = (
    ("copyright", 260, re.compile(
        r"저작권자\s*[(ⓒ©:]|ⓒ\s*[^.]{0,40}(?:무단|금지|reserved|\d{4})|무단\s*(?:전재|복제|배포|사용|활용)[^.]{0,40}금지|재배포\s*금지|"
        r"재판매\s*및\s*DB|AI\s*학습\s*(?:및|이용|활용)[^.]{0,12}금지|"
        r"^\s*(?:copyright|copyrights?\s*[ⓒ©(]|[ⓒ©]\s*\d{4}|\(c\)\s*\d{4})|\ball rights reserved\b|無断(?:転載|"
        r"複製)[^。]{0,15}禁|記事・写真・図表など|"
        r"^\s*<?저작권|may not be (?:published|reproduced)[^.]{0,60}(?:broadcast|rewritten|redistributed|permission)",
        re.IGNORECASE)),
    ("promotion", 220, re.compile(
        r"제보(?:는|하기|를\s*기다|\s*[:：]|\s*받습니다)|카카오톡\s*(?:[:：'‘]|okjebo|제보|채널\s*추가)|okjebo|(?:구독|채널\s*추가|앱\s*다운로드|"
        r"이벤트\s*참여|친구\s*추가)(?:하기|해\s*주세요|하세요|\s*바로가기|\s*[:：>▶])|"
        r"네이버(?:에서|\s*뉴스|\s*메인|\s*홈)[^.]{0,30}(?:구독|받아\s*보|만나)|뉴스레터\s*(?:구독|신청)|유튜브\s*채널|홈페이지\s*바로가기|"
        r"^\s*[▶►☞◆■●▷※→]\s*.{0,80}(?:구독|제보|바로가기|클릭|보기|다운|추천|채널|보러|신청|이벤트|가기)|"
        r"^\s*(?:sign up (?:for|to)|subscribe (?:to|now|for)|download (?:our|the) [\w ]{0,20}app|join (?:our|"
        r"the) [\w ]{0,30}(?:whatsapp|newsletter|channel|community|conversation)|get (?:our|"
        r"the) [\w ]{0,30}newsletter|"
        r"follow (?:us|me|him|her|[\w ]{2,30}) on (?:twitter|facebook|instagram|x|linkedin|google news|telegram|"
        r"whatsapp|threads|bluesky)|like us on facebook|click here (?:to|for)|support (?:our|independent) journalism|"
        r"(?:this )?newsletter|enter your email|you can unsubscribe|sign in to|log ?in to|create an account)\b|"
        r"メールマガジン|会員の方のみ(?:ご)?利用|メルマガ(?:登録|会員)|(?:会員|無料)登録(?:はこちら|する)|フォロー(?:する|はこちら)|友だち追加",
        re.IGNORECASE)),
    ("related", 200, re.compile(
        r"^\s*[\[【<(]?\s*(?:(?:관련|연관)\s*(?:기사|뉴스|영상|링크|글)|다른\s*기사|함께\s*보면|추천\s*(?:기사|뉴스)|많이\s*본\s*(?:뉴스|기사)|"
        r"인기\s*(?:기사|뉴스)|주요\s*(?:기사|뉴스)|이\s*시각\s*주요|이\s*기사는|이\s*기사를\s*(?:추천|공유)|더\s*보기|기사\s*(?:더|전체)\s*보기|핫이슈|"
        r"오늘의\s*(?:추천|핫)|[^.]{1,20}의\s*(?:다른|전체)\s*기사)|다른\s*기사\s*보기|"
        r"^\s*(?:related (?:articles?|stories|content|coverage|topics?|news|links?|video)|read (?:more|also|"
        r"next|the full (?:story|article))\b(?:\s*[:：>»]|\s*$)|(?:see|also|must) (?:also|read)\s*[:：]|"
        r"more (?:from|on|about|stories|news|in)\b.{0,60}(?<![.!?])$|recommended(?: for you| stories| reading)?\s*$|"
        r"most (?:read|popular|viewed)|you (?:may|might) (?:also )?like|editor'?s? (?:picks?|choice)|"
        r"don'?t miss\s*[:：]|watch\s*[:：]|listen\s*[:：]|read\s*[:：]|up next|trending(?: now)?\s*$|"
        r"mehr zum thema|lesen sie (?:auch|hier|mehr)|auch interessant|lire aussi|à lire (?:aussi|également)|"
        r"sur le même sujet|lea también|te puede interesar|leggi anche|lees ook|les også|läs (?:också|även|"
        r"mer)\s*[:：]?)|"
        r"^\s*[【\[<（(]?\s*(?:関連(?:記事|リンク|ニュース|キーワード|特集|する記事)|あわせて読みたい|こちらも読まれて|おすすめ(?:記事|の記事)|人気(?:記事|ランキング)|"
        r"アクセスランキング|次の(?:ページ|記事)|前の記事|続きを読む|もっと見る|この記事(?:をシェア|を書いた|に関する|の関連)|記事一覧)",
        re.IGNORECASE)),
    ("share", 60, re.compile(
        r"^\s*(?:share(?: this)?(?: article| story| on \w+)?|tweet|facebook|twitter|whatsapp|linkedin|pinterest|"
        r"reddit|e-?mail|print|copy link|link copied!?|comments?(?: \(\d+\))?|\d+ comments?|leave a comment|"
        r"save|bookmark|like|follow|"
        r"advertisement|sponsored(?: content)?|anzeige|werbung|publicité|publicidad|pubblicità|advertentie|"
        r"reklam|annons|loading\.{0,3}|skip (?:ad|to content)|story continues below(?: this)? advertisement|"
        r"continue reading(?: below)?|scroll to continue.*|article continues (?:below|after).*|"
        r"공유(?:하기)?|스크랩|인쇄(?:하기)?|글자\s*크기.*|폰트.*|좋아요\s*\d*|슬퍼요\s*\d*|화나요\s*\d*|후속기사\s*원해요|"
        r"댓글(?:\s*\d+)?(?:\s*쓰기)?|URL\s*복사|기사\s*공유|본문\s*(?:듣기|요약봇)|광고|AD|"
        r"シェア(?:する)?|ツイート|ブックマーク|コメント(?:を書く|する)?|印刷|広告|スポンサーリンク|PR|拡大(?:する)?|写真を?拡大.*|画像を?拡大.*|この記事をシェア.*)\s*$",
        re.IGNORECASE)),
    ("caption", 160, re.compile(
        r"^\s*[▲△▴◀▶]\s*\S.{0,150}$|^.{0,140}[\[(（【/]\s*(?:사진|그래픽|자료|영상|이미지|"
        r"출처)?\s*[=:：]?\s*[가-힣A-Za-z0-9·\s]{1,24}\s*(?:제공|캡처|캡쳐|갈무리)\s*(?:\.\s*재판매.*)?[\])）】]?\s*$|"
        r"^.{0,120}(?:사진|그래픽|자료|이미지|출처)\s*(?:제공|출처|캡처)?\s*[=:：ㅣ|]\s*[가-힣A-Za-z0-9·/\s@.()]{1,40}[\])）】]?$|^.{2,90}[가-힣\s]\s(?:제공|캡처|"
        r"갈무리)\s*$|^.{0,80}(?:/|·|\[|\()\s*(?:연합뉴스|뉴시스|뉴스1|AP|AFP|로이터|게티이미지(?:뱅크|코리아)?|EPA)(?:\s*(?:사진|자료사진|"
        r"제공))?\s*[\])]?\s*$|"
        r"^\s*(?:자료\s*사진|[\[(]?사진\s*제공.*)\s*$|^\s*[（(]?(?:写真|画像|提供|撮影)\s*[=＝:：/]\s*\S.{0,60}$|"
        r"^.{0,80}[（(][^（(]{0,20}(?:撮影|提供)[）)]\s*$|^.{0,80}＝[^。]{0,40}(?:撮影|提供)\s*$|"
        r"^\s*(?:photo(?:graph)?|image|picture|video|credit|source|foto|bild|photo credit|image credit|"
        r"photos?)\s*(?:by|credit|source)?\s*[:：/©]\s*.{0,120}$|^.{0,140}\((?:AP|Reuters|AFP|Getty Images|EPA|"
        r"PTI|Supplied|File)(?: (?:Photo|file).{0,40}|/.{0,40})?\)\s*$|^\s*file photo\s*[:：]?.{0,100}$",
        re.IGNORECASE)),
    ("contact", 140, re.compile(
        rf"^\s*[\[(<▶|■ⓒ-]*\s*(?:이메일|e-?mail|mail|문의|메일)?\s*[:：]?\s*{_EMAIL}(?:\s*[,/·]?\s*{_EMAIL})*\s*[\])>]*\s*$|"
        rf"^\s*(?:[가-힣]{{2,4}}\s?(?:기자|특파원|인턴기자)?\s*[\[(<|/=]?\s*){{1,4}}{_EMAIL}\s*[\])>]*\s*$|"
        rf"^.{{0,40}}\bcan be reached at\b.{{0,80}}$",
        re.IGNORECASE)),
    ("paywall", 200, re.compile(
        r"이\s*기사는\s*유료|유료\s*(?:회원|구독|기사)[^.]{0,30}(?:전용|이용|확인|가능|볼\s*수)|로그인\s*(?:후|하시면|이\s*필요|"
        r"하고)[^.]{0,30}(?:이용|볼|읽|확인|보기)|(?:この記事は|ここから先は)[^。]{0,20}(?:有料|会員)|有料(?:会員|記事)[^。]{0,20}(?:限定|登録|です)|"
        r"残り\s*[:：]?\s*\d+\s*文字|"
        r"^\s*(?:to continue reading|subscribe to (?:read|continue)|this (?:article|content|story) is (?:for|"
        r"only available to|reserved for|exclusive(?:ly)? (?:to|for)) [\w ]{0,20}(?:subscribers|members)|"
        r"already (?:a )?(?:subscriber|member|registered)|register (?:for free )?to (?:read|continue))",
        re.IGNORECASE)),
    ("dateline", 60, re.compile(
        r"^\s*(?:\d{4}[./-]\d{1,2}[./-]\d{1,2}\s+\d{1,2}:\d{2}\s*(?:송고|입력|수정)|"
        r"(?:입력|수정|송고|등록|승인)(?:시간|일)?\s*[:：]?\s*\d{4}[.\-/년].{0,40})\s*$"
    )),
)  # fmt: skip
#: Lines from the end that may sign the article.
_END_LINES = 6
_LONGEST_CONTACT = 220
_ABOUT_AUTHOR = re.compile(
    r"^(?:[A-Z][\w.'’-]+\s){1,4}(?:is|was|covers|reports on|writes (?:about|for))\s(?:.{0,80}\b"
    r"(?:reporter|correspondent|editor|columnist|journalist|staff writer|freelance writer|covers|covering)\b|"
    r".{0,120}\bfor The\s).{0,160}$"
)
_JA_SIGN_OFF = re.compile(
    r"^\s*[（(【][^（()）。【】]{0,30}(?:編集部|編集局|編集委員|取材班|社会部|経済部|政治部|科学部|運動部|文化部|支局|総局|記者)[）)】]\s*$"
)
_TRAILING_HEADINGS = re.compile(
    r"^\s*[\[【<■◆▶●]?\s*(?:(?:관련|연관)\s*(?:기사|뉴스|영상)|추천\s*(?:기사|뉴스)|많이\s*본\s*(?:뉴스|기사)|인기\s*기사|주요\s*뉴스|"
    r"이\s*시각\s*주요\s*뉴스|함께\s*보면\s*좋은|관련記事|関連記事|関連ニュース|関連リンク|関連特集|あわせて読みたい|おすすめ記事|アクセスランキング|人気記事ランキング|人気ランキング|"
    r"related (?:articles|stories|news|posts)|more (?:stories|news)|you (?:may|might) also like|"
    r"recommended (?:for you|stories)|most (?:read|popular)|read next|lesen sie auch|mehr zum thema|"
    r"lire aussi).{0,20}$",
    re.IGNORECASE,
)
_ENDS_LIKE_PROSE = re.compile(r"[.!?。！？…]['\"”’」』)）\]]*\s*$")


def sift(lines: Iterable[str], *, title: str) -> tuple[list[str], list[LeftOut]]:
    """``(kept, left out)``. A headline repeated at the top goes too; what follows a "related articles" heading in
    the last third goes with it unless it reads like prose."""
    kept: list[str] = []
    gone: list[LeftOut] = []
    every = list(lines)
    headline = wording.folded(title)
    related_from = _related_tail(every)
    for number, line in enumerate(every):
        is_last = number >= len(every) - _END_LINES
        head, text = ("", line) if kept else korean_bylines.split_bracketed_byline(line)
        if head:
            gone.append(LeftOut(head, "byline"))
        text, tails = _without_tails(text) if is_last else (text, [])
        gone.extend(tails)
        if not text:
            continue
        if number >= related_from:
            gone.append(LeftOut(text, "related"))
        elif not wording.folded(text):
            gone.append(LeftOut(text, "separator"))
        elif number < 3 and headline and wording.folded(text) == headline:
            gone.append(LeftOut(text, "headline"))
        elif reason := find_reason(text, last=is_last, first=number < 3):
            gone.append(LeftOut(text, reason))
        else:
            story, contact = _without_contact(text) if is_last else (text, "")
            if contact:
                gone.append(LeftOut(contact, "contact"))
            if story:
                kept.append(story)
    return kept, gone


def _without_tails(text: str) -> tuple[str, list[LeftOut]]:
    """A paragraph of the end without what is glued to its last sentence: who wrote it and how to write to them."""
    gone: list[LeftOut] = []
    text, sign_off = sign_offs.split_sign_off(text)
    if sign_off:
        gone.append(LeftOut(sign_off, "byline"))
    text, tail, reason = korean_bylines.split_tail(text)
    if tail:
        gone.append(LeftOut(tail, reason))
    return text, gone


def _without_contact(text: str) -> tuple[str, str]:
    """A paragraph of the end without the sentences that only say where to write; nothing is left of one that tells
    no more, or that tells about its author."""
    if len(text) > _LONGEST_CONTACT or not contacts.has_email(text):
        return text, ""
    story, contact = contacts.split_contact(text)
    return ("", text) if story and contact and find_reason(story, last=True) else (story, contact)


def find_reason(text: str, *, first: bool = False, last: bool = False) -> str | None:
    """Why this line is not part of the story, or None."""
    for reason, longest, pattern in _RULES:
        if wording.weight(text) <= longest and pattern.search(text):
            return reason
    if last and len(text) <= 260 and _ABOUT_AUTHOR.match(text):
        return "byline"
    if last and _JA_SIGN_OFF.match(text):
        return "byline"
    if first and bylines.is_signature(text):
        return "byline"
    if (first or last) and korean_bylines.is_korean_byline(text):
        return "byline"
    return None


def _related_tail(lines: list[str]) -> int:
    """Where a list of other articles begins at the end, or the number of lines."""
    for number, text in enumerate(lines):
        if number < len(lines) * 0.5 or not _TRAILING_HEADINGS.match(text):
            continue
        rest = lines[number + 1 :]
        if sum(1 for each in rest if _ENDS_LIKE_PROSE.search(each)) * 2 <= len(rest):
            return number
    return len(lines)
