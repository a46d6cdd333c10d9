"""Pages that a site shows in place of what was asked for: not found, blocked, consent, login."""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from newsforge.adapters.readers.html import wording

_PASTE = "Open it in your browser and paste the article's text."
#: A notice says its few sentences and no more; East Asian characters count double.
_LONGEST = 1_000
_LONGEST_UNTITLED = 600
#: A report whose headline begins like a notice says more than this.
_LONGEST_HEADED = 300
_LONGEST_CONSENT = 6_000


@dataclass(frozen=True, slots=True)
class Notice:
    """``title`` must begin the page's title or heading; ``said`` addresses the visitor and stands in no report."""

    message: str
    remedy: str
    title: re.Pattern[str]
    said: re.Pattern[str]


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)


_NOTICES = (
    Notice(
        "The site answers that this page does not exist.",
        "Check the address, or open the article in your browser and copy its address from there.",
        _words(r"""^(?:error\s*)?404\b | ^(?:error\s*[:-]?\s*)?(?:page|article|story|content)?\s*(?:was\s
            |is\s)?not\ found\b
            | ^(?:the\ |this\ )?page\ (?:you|isn.t|is\ not|can.?t|cannot|no\ longer|does)
            | ^(?:요청하신\s*)?(?:페이지|기사|게시물)[를을가이]?\s*(?:찾을\s*수|존재하지|없|삭제)
            | ^삭제된\s*(?:기사|페이지|게시물)
            | ^(?:(?:お探しの|ご指定の|この)(?:ページ|記事)|(?:ページ|記事)(?:が|は)).{0,12}(?:見つかり|見つけ
            |ありま|存在し|削除|終了)"""),
        _words(r"""\bpage\ you(?:.re|\ are|.ve|\ have)?\ (?:were\ )?(?:look|request|tri|try|want|seek)
            | \bwe\ (?:couldn.t|could\ not|can.t|cannot|can\ not)\ (?:seem\ to\ )?find\ (?:the|that
            |this)\ (?:page|article|story)
            | (?:요청하신|찾으시는|찾으려는|방문하시려는|입력하신)\s*(?:페이지|기사|주소|게시물
            |콘텐츠).{0,40}(?:없|삭제|변경|잘못)
            | 존재하지\s*않는\s*(?:페이지|기사|게시물)(?:입니다|이거나) | 삭제된\s*(?:페이지|기사
            |게시물)(?:입니다|이거나)
            | (?:お探し|ご指定|アクセスしようと|リクエスト).{0,12}(?:ページ|記事|URL).{0,40}(?:見つかり
            |ありません|存在|削除|移動)"""),
    ),
    Notice(
        "The site asks to prove that a person is reading; it did not give the article.",
        _PASTE,
        _words(r"""^just\ a\ moment | ^attention\ required
            | ^(?:are\ you|please\ prove|verify)\b.{0,20}(?:robot|human)
            | ^(?:security|bot|human)\ (?:check|verification) | ^checking\ your\ browser | captcha
            | ^access\ (?:to\ this\ page\ )?(?:has\ been\ )?denied
            | ^pardon\ our\ interruption | ^(?:자동\s*(?:입력|등록)\s*방지|보안\s*(?:문자|확인|절차)|로봇
            |접근이?\s*(?:차단|제한|거부))
            | ^(?:認証|ロボット|アクセスが?(?:拒否|制限)|セキュリティ(?:確認|チェック))"""),
        _words(r"""verify(?:ing)?\ (?:that\ )?you\ are\ (?:a\ )?(?:not\ a\ )?(?:human|robot|bot)
            | (?:i.m|you\ are|you.re)\ not\ a\ (?:robot|bot)
            | checking\ (?:your\ browser|if\ the\ site\ connection) | unusual\ (?:traffic|activity)\ from\ your
            | you\ don.t\ have\ permission\ to\ access | complete\ the\ (?:captcha|security\ check)
            | 자동\s*(?:입력|등록)\s*방지 | 보안\s*문자를?\s*입력 | 로봇이\s*아닙니다 | 사람인지\s*확인
            | 비정상적인\s*(?:접근|접속|트래픽)[이을를]?\s*(?:감지|확인|차단)
            | ロボットではありません | 画像認証 | 人間であることを?(?:確認|証明) | (?:不正な
            |通常と異なる)アクセスを?(?:検知|検出)"""),
    ),
    Notice(
        "The page is empty until a browser runs its scripts; there is no article in it.",
        _PASTE,
        _words(r"""^(?:please\ )?(?:enable|turn\ on)\ (?:javascript|js)\b
            | ^javascript\ (?:is\ )?(?:required|disabled) | ^자바스크립트 | ^javascript\s*(?:を|が)"""),
        _words(r"""(?:enable|turn\ on|allow|activate)\ (?:javascript|js\b|cookies)
            | javascript\ is\ (?:disabled|required|not\ enabled|turned\ off)
            | (?:requires?|without|need(?:s|\ to\ enable)?)\ javascript
            | (?:자바스크립트|javascript)[를을가이]?\s*(?:활성화|사용|허용|켜|지원).{0,20}(?:주|하세요|합니다
            |야) | 쿠키[를을가이]?\s*(?:활성화|켜)
            | (?:javascript|クッキー|cookie)\s*を(?:有効|オン) | javascriptが(?:無効|オフ|必要)"""),
    ),
    Notice(
        "The site shows this article to no one from here, or not now.",
        _PASTE,
        _words(r"""^(?:error\s*)?(?:403|410|429|451|5\d\d)\b
            | ^(?:forbidden|service\ unavailable|too\ many\ requests|bad\ gateway|internal\ server\ error)
            | ^(?:under|site|scheduled)\ maintenance | ^(?:서비스|시스템|홈페이지|사이트)\s*(?:점검|일시\s*중단)
            | ^(?:ただいま|現在)?\s*(?:システム)?メンテナンス中?"""),
        _words(r"""(?:not|un)\s?available\ in\ your\ (?:country|region|location|area)
            | (?:down|closed)\ for\ (?:scheduled\ )?maintenance
            | (?:더\s*나은|보다\s*나은|안정적인)\s*서비스.{0,30}점검 | 점검\s*중입니다 | (?:お住まいの
            |ご利用の)(?:国|地域).{0,20}(?:利用|ご覧|閲覧)
            | ただいまメンテナンス | メンテナンスを?(?:行って|実施して)(?:い|お)ります"""),
    ),
    Notice(
        "This page asks to log in; there is no article on it.",
        "Give the address of the article itself, or log in, open it and paste its text.",
        _words(r"""^(?:log|sign)[\ -]?(?:in|on|up)\b | ^로그인 | ^회원\s*(?:가입|로그인) | ^(?:会員)?ログイン
            | ^(?:新規)?会員登録
            | ^anmelden | ^connexion
            | (?:^|[|:·-]\s*)(?:log[\ -]?in|sign[\ -]?in|로그인|ログイン)$"""),
        _words(r"""(?:서비스를?|페이지를?)\s*이용하(?:시려면|려면).{0,12}로그인 | (?:아이디
            |이메일)와?\s*(?:및\s*)?비밀번호를?\s*입력
            | (?:ID|メールアドレス)とパスワードを?(?:ご)?入力
            | (?:enter|type)\ your\ (?:e-?mail|username|user\ name)[\w\ ]{0,20}\ and\ password"""),
    ),
)  # fmt: skip
_CONSENT = _words(
    r"""\bcookies?\b | \bconsent\b | \bprivacy\b | \bpersonal(?:i[sz]ed)?\ (?:data|ads?|content)\b | \bpartners\b
            | \blegitimate\ interest
    | 쿠키 | 개인\s*정보 | 맞춤형\s*광고 | 동의 | クッキー | cookie | 同意 | プライバシー | 個人情報
            | パーソナライズ"""
)
_ACCEPT = _words(
    r"""^(?:i\ )?(?:accept|agree|allow|reject|got\ it|manage|consent)\b.{0,30}$
    | ^(?:모두\s*)?(?:동의|수락|허용|거부).{0,12}$ | ^(?:すべて)?.{0,8}(?:同意|許可|拒否)(?:する|して.{0,8}
            |します)?$"""
)
_MAX_PRESSED = 400


def find_notice(shown: LexborHTMLParser, titles: list[str], lines: list[str]) -> tuple[str, str] | None:
    """What the page says in place of an article and what to do about it, or None. Only for pages that do not say
    when their article was published. ``titles``: the page's title and headings."""
    text = " ".join(lines)
    weight = wording.weight(text)
    if weight <= _LONGEST:
        seen = text or wording.line((shown.body.text(separator=" ") or "")[:5_000] if shown.body is not None else "")
        brief = wording.weight(seen) <= _LONGEST_UNTITLED
        for notice in _NOTICES:
            titled = any(notice.title.search(title) for title in titles)
            said = notice.said.search(seen) is not None
            if (titled and (said or weight <= _LONGEST_HEADED)) or (said and brief):
                return notice.message, notice.remedy
    if weight <= _LONGEST_CONSENT and _asks_consent(shown, lines):
        return "This page asks to consent to cookies; there is no article on it.", _PASTE
    return None


def _asks_consent(shown: LexborHTMLParser, lines: list[str]) -> bool:
    total = sum(map(len, lines))
    about = sum(len(line) for line in lines if _CONSENT.search(line))
    return about > 0.5 * total and any(_ACCEPT.search(text) for text in _pressed(shown))


def _pressed(shown: LexborHTMLParser) -> list[str]:
    """What stands on the buttons, and on the links that look like them."""
    nodes = shown.css(
        "button, input[type=submit], input[type=button], a[class*=btn i], a[class*=button i], [role=button]"
    )
    return [wording.line(node.text() or node.attributes.get("value") or "") for node in nodes[:_MAX_PRESSED]]
