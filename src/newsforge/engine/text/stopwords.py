"""Words that say nothing about what an article is on: data for keywords and for the choice of sentences."""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


KOREAN = _words("""
    기자 특파원 뉴스 기사 보도 사진 제공 인터뷰 이날 전날 다음날 이튿날 당일 오늘 어제 내일 오전 오후 새벽 저녁 아침
    밤늦 올해 지난해 작년 내년 재작년 지난달 이달 이번 최근 현재 당시 이후 이전 앞서 이상 이하 미만 초과 가운데 경우
    때문 정도 관계자 예정 계획 방침 입장 사실 내용 부분 측면 점 것 수 등 중 간 측 건 곳 개 명 번 차례 가지 사람 사이
    동안 기간 시간 상황 상태 문제 결과 과정 방안 수준 규모 기준 대상 관련 진행 확인 설명 발표 강조 지적 주장 전망
    분석 판단 의미 이유 배경 필요 가능 추가 전체 일부 모두 각각 해당 다양 다른 여러 하나 둘 우리 자신 자기 누구 무엇
    여기 거기 이곳 그곳 오랫동안 대표 의원 장관 차관 회장 사장 부사장 교수 위원 위원장 총리 대통령 실장 국장 과장
    본부장 원장 소장 대변인 직무대행 감독 선수 이사 연구원 책임자 전문가 업계 업체 회사 기업들 당사자 시민 주민 씨
    양 군 이들 그녀 그들 위해 대비 만큼 대해 통해 첫날 둘째날 마지막 처음 지난번 요즘 향후 앞 뒤 위 아래 안 밖 속 전
    후 때 날 달 해 주 월 일 시 분 초 년 월요일 화요일 수요일 목요일 금요일 토요일 일요일 주말 평일 제보 무단 전재
    재배포 금지 저작권 활용 이용 사용 시작 참여 참석 개최 마련 추진 실시 운영 제시 예상 추산 기록 증가 감소 상승
    하락 가량 정작 그동안 최대 최소 최고 최저 평균 총 약 단독 속보 종합 조만간 사실상 일정 논의 도입 조정 절반 상당
    나머지 더불 파트 수시 각국 주인공 주요 동쪽 서쪽 남쪽 북쪽 우려 비상 집중 유치 편성 하루 발생 차지 위기 불편
    행복 심각 본격 우선 최종 기존 별도 직접 공동 자체 일반
""")

ENGLISH = _words("""
    a about above across after again against ago all almost along already also although always am amid among an and
    another any anyone anything are aren't around as asked at away back be became because become been before began
    behind being below best better between both but by called came can can't cannot could couldn't day days did
    didn't do does doesn't doing don't done down during each early either else end enough even ever every everyone
    everything few first five for former four from further get gets getting give given go goes going good got great
    had hadn't half has hasn't have haven't having he he'd he's her here herself high him himself his how however i
    i'd i'll i'm i've if in including instead into is isn't it it's its itself just keep kept key know known large
    last late later latest least less let like likely little long look looking lot made make makes making man many
    may me mean means men might month months more most mr mrs ms much must my myself near need never new next no
    nobody non none nor not nothing now number of off often old on once one ones only onto or other others our ours
    out over own part people per perhaps place put quite rather really right said same saw say saying says second
    see seen set several shall she she's should shouldn't show since six small so some someone something soon still
    such take taken tell ten than that that's the their them themselves then there there's these they they're thing
    things think third this those though three through thus time times to today together told tomorrow tonight too
    took top toward towards tried try two under until up upon us use used using very via want wanted was wasn't way
    we we're we've week weeks well went were weren't what what's when where whether which while who who's whom whose
    why will with within without woman women company companies earlier quarter won't work working would wouldn't
    year years yesterday yet you you're you've your yours yourself monday tuesday wednesday thursday friday saturday
    sunday january february march april june july august september october november december jan feb mar apr jun jul
    aug sep sept oct nov dec photo image video read story news reporter editor morning afternoon evening night
    according added meanwhile nearly roughly least report reports kind sort bit percent million billion trillion
    spokesperson spokesman spokeswoman statement
""")

JAPANESE = _words("""
    発表 今回 同社 同氏 同日 午前 午後 関係者 場合 一方 記者 昨年 今年 来年 先月 今月 来月 前日 翌日 当日 現在 以上
    以下 以降 以前 今後 同時 実際 特に 可能性 必要 予定 問題 状況 内容 結果 方針 考え 理由 自分 自身 我々 皆様 本人
    全体 一部 多数 最大 最初 最後 次回 前回 写真 画像 記事 提供 撮影 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日
    日曜日 社長 会長 首相 大臣 関係 今季 前年 上昇 下落 低下 増加 減少 拡大 縮小 鈍化 氏名 両社 両氏 当時 当社 弊社
    本紙 対応 説明 指摘 開始 実施 利用 使用 確認 以外 以内 最近 同様 非常 時間 期間 部分 ため コメント ページ サイト
    ニュース インタビュー
""")

#: English words before which stands a noun, and before which stands a verb.
DETERMINERS = _words("the a an of its their his her this these those for in on by with from new more some several")
BEFORE_VERBS = _words("""
    to will would can could may might must should not he she they it we i you who that didn't don't doesn't
""")

#: What a person is called before the name.
TITLES = _words("""
    mr mrs ms dr sir lord lady president minister senator sen rep gov governor mayor judge justice professor prof
    king queen prince princess chief general gen captain officer director chairman chairwoman ceo secretary
""")
