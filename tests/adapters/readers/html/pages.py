"""Pages written for the tests: one builder a content system, each with the furniture that system puts around a body."""

from __future__ import annotations

import json

KOREAN = (
    "가람시는 4일 낡은 시립도서관 세 곳을 고치는 데 48억원을 쓰기로 했다고 밝혔다.",
    "공사는 내년 3월에 시작해 11월에 끝난다. 그동안 이용자 1만2천명은 임시 열람실을 쓰게 된다.",
    '윤다온 가람시 도서관장은 "비가 새는 서고부터 손보겠다"며 "책은 한 권도 버리지 않는다"고 말했다.',
    "시의회는 예산안을 18일 본회의에서 다룬다.",
)
KOREAN_TITLE = "가람시, 도서관 3곳 보수에 48억원 쓴다"
ENGLISH = (
    "The harbour town of Eastmere will rebuild its old ferry pier at a cost of $14 million, the council said on Tuesday.",
    "Work begins in March and should end before the first winter storms, the council's engineer told residents.",
    "“We lost 40 metres of planking in one night,” said Nora Quill, who runs the ferry company.",
    "The council votes on the contract next week, and two builders have asked for more time to file their offers.",
)
ENGLISH_TITLE = "Eastmere to rebuild ferry pier after storm"
JAPANESE = (
    "みなみ市は四日、老朽化した市立図書館三館の改修に十二億円を充てると発表した。",
    "工事は来年三月に始まり、十一月に終わる予定だ。期間中は仮の閲覧室を設ける。",
    "館長の森野つぐみさんは「雨漏りする書庫から直したい」と話した。",
    "市議会は十八日の本会議で予算案を審議する。",
)
JAPANESE_TITLE = "みなみ市、図書館三館を改修へ"
TEASERS = (
    "버스 요금 내년에 오른다",
    "축제에 3만명 몰렸다",
    "새 다리 이름 공모",
    "야구단, 새 감독 뽑았다",
    "장마 끝, 폭염 온다",
)


def head(title: str, *, site: str = "가람일보", extra: str = "", language: str = "ko") -> str:
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title} | {site}</title>'
        f'<meta property="og:title" content="{title}"><meta property="og:site_name" content="{site}">'
        f'<meta property="og:type" content="article">{extra}</head><body>'
        '<nav><ul><li><a href="/politics">정치</a></li><li><a href="/economy">경제</a></li></ul></nav>'
    )


def foot() -> str:
    items = "".join(f'<li><a href="/n/{number}">{text}</a></li>' for number, text in enumerate(TEASERS))
    return (
        f"<aside><h3>많이 본 뉴스</h3><ul>{items}</ul></aside>"
        "<footer><p>(주)가람일보 | 등록번호 가람 가00001 | 발행인 나발행 | 등록일 2001. 2. 3.</p></footer></body></html>"
    )


def naver() -> str:
    body = "<br><br>".join(KOREAN)
    return (
        head(KOREAN_TITLE, extra='<meta property="og:article:author" content="가람일보 | 네이버">')
        + f'<div class="media_end_head"><h2 class="media_end_head_headline">{KOREAN_TITLE}</h2>'
        '<span class="media_end_head_info_datestamp_time _ARTICLE_DATE_TIME" data-date-time="2026-08-04 14:18:13">'
        "2026.08.04. 오후 2:18</span>"
        '<em class="media_end_head_journalist_name">채하늘 기자</em></div>'
        '<div id="newsct_article"><article id="dic_area"><strong class="media_end_summary">요약 한 줄</strong><br><br>'
        '<span class="end_photo_org"><img src="/1.jpg"><em class="img_desc">가람시립도서관 전경. 가람시 제공</em></span>'
        f"{body}<br><br>채하늘 기자 (haneul@garam.example)</article></div>"
        "<p>Copyright ⓒ 가람일보. All rights reserved. 무단 전재 및 재배포 금지.</p>" + foot()
    )


def daum() -> str:
    body = "".join(f'<p dmcf-pid="{number}">{text}</p>' for number, text in enumerate(KOREAN))
    return (
        head(KOREAN_TITLE, extra='<meta property="og:regDate" content="20260804141813">')
        + f'<h3 class="tit_view">{KOREAN_TITLE}</h3><span class="txt_info">채하늘·나도움 기자</span>'
        '<div class="news_view"><div class="article_view"><section>'
        f'<figure><img src="/1.jpg"><figcaption>도서관 서고. 사진=가람일보</figcaption></figure>{body}'
        "<p>채하늘 기자 haneul@garam.example</p></section></div></div>" + foot()
    )


def nd_soft() -> str:
    body = "".join(f"<p>{text}</p>" for text in KOREAN)
    return (
        head(KOREAN_TITLE, extra='<meta property="article:published_time" content="2026-08-04T14:18:13+09:00">')
        + f'<h3 class="heading">{KOREAN_TITLE}</h3><article id="article-view-content-div">'
        f"{body}<p>▶ 가람일보 카카오톡 채널 추가하기</p></article>"
        '<div class="copyright">저작권자 © 가람일보 무단전재 및 재배포 금지</div><p>채하늘 기자</p>' + foot()
    )


def yonhap() -> str:
    first, *rest = KOREAN
    body = "".join(f"<p>{text}</p>" for text in (f"(가람=새벽통신) 채하늘 기자 = {first}", *rest))
    return (
        head(KOREAN_TITLE, site="새벽통신")
        + f'<h1>{KOREAN_TITLE}</h1><p class="update-time">송고시간 2026-08-04 14:18</p><div class="story-news article">'
        '<figure><img src="/1.jpg"><figcaption>도서관 [독자 제공. 재판매 및 DB 금지]</figcaption></figure>'
        f"{body}<p>haneul@dawn.example</p><p>제보는 카카오톡 dawnjebo</p>"
        "<p>&lt;저작권자(c) 새벽통신, 무단 전재-재배포, AI 학습 및 활용 금지&gt;</p></div>" + foot()
    )


def arc() -> str:
    state = {
        "headlines": {"basic": KOREAN_TITLE},
        "credits": {"by": [{"name": "채하늘", "type": "author"}]},
        "display_date": "2026-08-04T20:18:00Z",
        "content_elements": [
            {"type": "image", "caption": "서고"},
            *({"type": "text", "content": text} for text in KOREAN),
        ],
    }
    return (
        head(KOREAN_TITLE)
        + '<div id="fusion-app"><div class="loading">기사를 불러오는 중입니다</div></div>'
        + f"<script>window.Fusion=window.Fusion||{{}};Fusion.globalContent={json.dumps(state, ensure_ascii=False)};"
        "Fusion.globalContentConfig={};</script>" + foot()
    )


def next_data() -> str:
    html = "".join(f"<p>{text}</p>" for text in KOREAN)
    state = {"props": {"pageProps": {"article": {"title": KOREAN_TITLE, "contents": html, "reporter": "채하늘"}}}}
    script = f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(state)}</script>'
    return head(KOREAN_TITLE) + '<div id="__next"></div>' + script + foot()


def next_stream() -> str:
    """Rows of React server components: the body is a text row of so many bytes, cut over two scripts."""
    html = '<div class="caption"><p>도서관 전경.</p></div>$$AD$$' + "".join(f"<p>{text}</p>" for text in KOREAN)
    owner = {
        "title": KOREAN_TITLE,
        "contentHtml": "$24",
        "deployDt": "2026.08.04 14:18",
        "writers": [{"name": "채하늘"}],
    }
    rows = f'1:"$Sreact.fragment"\n:HL["/a.css","style"]\n24:T{len(html.encode()):x},{html}5:{json.dumps({"news": owner})}\n'
    middle = rows.index(KOREAN[1])
    pushes = "".join(
        f"<script>self.__next_f.push([1,{json.dumps(piece)}])</script>" for piece in (rows[:middle], rows[middle:])
    )
    return head(KOREAN_TITLE) + '<main id="root"></main>' + pushes + foot()


def flash() -> str:
    title = "[속보] 가람시 전역 정전"
    return (
        head(title, extra='<meta property="article:published_time" content="2026-08-04T09:51:00+09:00">')
        + f'<h1>{title}</h1><div class="byline">채하늘 기자 | 입력 2026-08-04 09:51</div>'
        '<div class="article_txt">4일 오전 9시 40분께 가람시 전역에서 전기가 끊겼다.</div>'
        "<p>&lt;저작권자(c) 가람일보, 무단 전재 및 재배포 금지&gt;</p>" + foot()
    )


def english(*, body: str | None = None, extra: str = "") -> str:
    text = body if body is not None else "".join(f"<p>{line}</p>" for line in ENGLISH)
    return (
        head(ENGLISH_TITLE, site="Eastmere Courier", language="en", extra=extra)
        + f"<article><h1>{ENGLISH_TITLE}</h1><p>By Ada Fenn and Tom Rook</p>{text}</article>"
        "<footer><p>All rights reserved.</p></footer></body></html>"
    )


def japanese() -> str:
    body = "".join(f"<p>{text}</p>" for text in JAPANESE)
    extra = '<meta name="author" content="みなみ新聞デジタル"><meta property="article:published_time" content="2026-08-04T05:00:00Z">'
    return (
        head(f"{JAPANESE_TITLE}：みなみ新聞デジタル", site="みなみ新聞デジタル", language="ja", extra=extra)
        + f"<h1>{JAPANESE_TITLE}</h1><article>{body}"
        "<p>無断転載・複製を禁じます</p><h3>関連記事</h3><ul><li><a href='/a'>港の新しい橋、名前を募集</a></li></ul></article>"
        "</body></html>"
    )


def json_ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'
