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
    향년 별세 발인 빈소 유족 창사 이래
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

#: Peoples and parties as adjectives: part of a name, but no subject by themselves.
DEMONYMS = _words("""
    american british chinese japanese korean russian ukrainian french german italian spanish israeli palestinian
    iranian iraqi indian pakistani australian canadian mexican brazilian european african asian swedish finnish
    norwegian danish dutch polish turkish greek egyptian saudi venezuelan democratic democrat democrats republican
    republicans conservative liberal western eastern northern southern north south east west christian muslim jewish
    catholic english scottish irish welsh swiss austrian philippine vietnamese thai indonesian malaysian
    europe asia africa
""")

JAPANESE = _words("""
    発表 今回 同社 同氏 同日 午前 午後 関係者 場合 一方 記者 昨年 今年 来年 先月 今月 来月 前日 翌日 当日 現在 以上
    場所 方法 時期
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

#: Nouns too general to be what an article is about, though they tell one sentence from another.
KOREAN_GENERAL = _words("""
    해역 인근 앞바다 일대 근처
    후보 영향 회복 위험 시각 시간대 부담 마음 생각 조사 지지
    지원 지역 북부 남부 동부 서부 중부 비중 시장 가격 품목 연속
    변화 효과 성과 목표 계기 차원 분야 역할 관심 기대 의혹 논란 사태 사건 사안 쟁점 대책 조치 강화 완화 확대 축소 유지
    변경 개선 개정 도움 노력 혜택 제도 정책 사업 서비스 제품 업무 활동 행사 현장 당국 정부 측면 남성 여성 직원 고객
    이용자 사용자 소비자 피해자 원고 피고 재판부 작가 작품 문장
    성인 청년 노인 환자 어린이 전문 원인 조건 요구 요청 제안
    제한 허용 합의 협의 협상 거부 반대 찬성 동의 비판 촉구 호소 당부 다짐 지난 자료 정보 통계 수치 비율 비용 금액 예산
    자금 재원 대금 지급 지출 수입 매출 실적 성적 기록 순위 신호 사고 피해 부상 사망 진화 예고 출간 연구 관찰 추적 진단
    판결 선고 결정 인정 결의 운행 채용 인력 밤사이 영하 세계
    국내 해외 국제 한국 우리나라 국가 사회 경제 정치 문화 산업
    기업 조직 단체 기관 부처 회의 회견 기자회견 간담회 브리핑
    성명 논평 하반기 상반기 분기 연간 월간 주간 전년 전월 동기
    수상 달성 연합회 연합통신 뉴스룸 편집국 부진 호조 둔화 급증 급락 급등 반등 강세 약세 확장 절연 불발 개발 생산 판매
    출시 공개 도전 성공 실패 승리 패배 경기 방문 면담 만남 축하 감사 관련자 총장 이사장 시장 도지사 연구팀 연구진
    시리즈 그룹 원문 원본 특집 기획 칼럼 사설 인사 부고 동정 한편 이야기 모습 눈길 화제 인기 매력 특징 장점 단점 방법
    방식 홈페이지 교통수단 대응
    역대 거리 대부분 대다수 즉시 자체 본격 열정 외연 내부 외부 상대 여부 외 별도 공동 신규 기존 특별 일반 정식 공식
    직접 간접 최종 최초 최장 최단 최다 최악 역전 연장 단계 단위 시점 시기 당일 순간 오늘날 옛날 시절 계절 봄철
    여름철 가을철 겨울철 자리 길 문 집 방 동네 가게 골목 마을 주변 건너편 입구 출구 앞쪽 뒤쪽 옆 위쪽 아래쪽 한쪽
    양쪽 곳곳 전국 전역 각지 일부분 인원 인명 인상분 몫 폭 량 액 율 률 값 양상 추세 흐름 경향 조짐 움직임 행보 소식
    이름 얼굴 목소리 말 글 그림 노래 신동 시골 동료 선배 후배 친구 가족 부모 아들 딸 아이 아버지 어머니 형제 자매
    혐의 지시 장부 공장장
    손자 손녀 할아버지 할머니 조부모 백발 노인 소리 차량
    부부 이웃 손님 주인 반응 태도 자세 의지 의사 의견 견해 관점 시선 취지 골자 요지 핵심 초점 중심 바탕 토대 근거
    증거 실마리 단서 준비 점검 정비 관리 감독 보호 보장 보완 보강 확보 확충 확정 완료 종료 중단 재개 연기 취소 철회
    포기 거절 수용 승인
    유럽 아시아 북미 남미 중남미 북중미 아프리카 중동 동남아 동남아시아 동아시아 지구촌 대륙
    무엇 어디 언제 어떻게 어게인 올여름 올겨울 연말 연초 주말 휴일 연휴 접전 안팎 무렵 즈음 이틀 사흘 나흘
    닷새 엿새 이레 여드레 아흐레 열흘 보름 한달
""")

ENGLISH_GENERAL = _words("""
    trial trials
    study studies researchers researcher research scientists experts expert officials official authorities authority
    government country countries nation state states city town area areas region place places world member members
    group groups team leader leaders staff worker workers employee employees customer customers user users
    participants adults person men children child family families friend friends resident residents point points
    issue issues problem problems question questions answer answers matter case cases reason reasons result results
    effect effects impact change changes increase decrease rise rises rising fall falls risk risks level levels rate
    rates number numbers amount total average share shares price prices cost costs value money plan plans decision
    decisions deal deals move moves step steps effort efforts work works job jobs role event events situation
    condition conditions process system systems program programs project projects service services product products
    business industry market markets economy sector interest assets access support help information data details
    evidence document documents page pages book article articles list series part parts session meeting conference
    interview speech comment comments remarks claim claims argument majority minority life death home house room
    scene site sites body hand hands face eyes head line lines side end start beginning past future history age hour
    hours minute minutes moment period term terms date summer winter spring autumn fact idea ideas view views sense
    feeling chance opportunity possibility example type types form forms version unique special common general
    public private local national international global foreign major minor main key important big bigger biggest
    huge low lower lowest higher highest top full free early open close old young best midnight noon dawn dusk
    overnight weekend weekends milestone construction launch opening closing approval breakthrough agreement
    contract proposal request delay expansion growth surge drop gain gains loss losses review start finish purchase
    sale sales order orders supply shipment delivery quarter fiscal boost push bid seems seem need needs look looks
    turn turns come comes leave leaves stay hold holds held call calls move analyst analysts investor investors
    source sources witness witnesses victim victims suspect suspects lawyer survey surveys districts outfits skin
    garment leadership relationship affair institute production
""")

#: Hours, sides of a market and deeds as nouns: no subject by themselves, though a phrase may have them (심야 돌봄센터).
KOREAN_DEEDS = _words("""
    자정 정오 심야 한밤 한밤중 대낮 밤새 초저녁 한낮 공휴일 거래일 영업일 외국인 개인 기관 포인트 퍼센트
    공사 노선 규칙 상품 물량 상위 하위 업종 종목 대상자 신청자 참가자 지지율 골칫거리 사업비 운영비 첫차 막차 사상
    돌파 마감 가동 공급 계약 체결 인상 인하 시행 착공 준공 완공 개통 개막 폐막 출범 매수 매도 순매수 순매도 감축
    감면 신청 접수 모집 선정 선발 지정 지명 임명 해임 사퇴 사임 당선 낙선 제출 통과 부결 가결 의결 심의 심사 검사
    전복 추돌 충돌 강요 증설 신설 건립 설립 창립 폐지 폐쇄 철거 이전 이동 배치 투입 투하 배포 지연 결항 통제 대피
    구조 수색 복구 보상 배상 환불 교환 회수 반환 납부 부과 징수 적발 단속 처분 처벌 협력 교류 체험 전시 공연 상영
    개봉 상장 매각 인수 합병 취득 보유 처방 투여 복용 검출 확진 접종 관측 예보 경신 갱신 동결 상향 하향 조절 증액
    감액 삭감 편입 퇴출 진출 진입 탈락 선두 완승 완패 무승부 득점 실점 영입 이적 계승 안내 공지 고시 공고 게시 촬영
    보관 공모 응모 참가 출전 출발 도착 이륙 착륙 출항 입항
""")

#: Deeds that are events, which people look for by name.
KOREAN_EVENTS = _words("""
    파업 화재 지진 선거 투표 폭우 폭설 산불 침수 정전 단수 리콜 테러 전쟁 휴전 탄핵 계엄 투자 수출 수입 관광 여행
    교육 운동 축제 돌봄 출산 육아 결혼 이혼 취업 창업 수면 흡연 음주
""")

#: At the end of a phrase these make it a name: 道路管理会社 is a firm, 道路管理 is none.
JAPANESE_BODIES = _words("会社 団体 組織 当局 政府 研究所 委員会 協会 センター 大学")

JAPANESE_GENERAL = _words("""
    作品 作者 展示
    県内 市内 国内 海外 国外 都内 地域 地元 住民 男性 女性 市民 国民 子供 容疑者 被告 職員 社員 元職員 担当者 専門家
    業界 企業 会社 団体 組織 政府 当局 問題 課題 影響 効果
    結果 成果 対策 計画 事業 制度 政策 価格 変動 前年同期 前年同月
    期間中 不備 策定 人事 資金 大学 捜査 安堵 往復 解消 執着 完全崩壊 引責 不思議 中継 指弾 逮捕 上陸 停電 運転 転倒
    再開 運休 観測 上昇率 下落率 伸び率 項目 品目 総合 全体 一般 基準
    売上高 営業利益 総合指数 中心気圧 最大風速 見通し 通期予想 予想
    割合 比率 金額 費用 規模 水準 状態 背景 原因 目的 目標 役割
    対象 全国 全域 各地 世界 欧州 ヨーロッパ アジア 北米 南米 アフリカ 中東 東南アジア 参加者 利用者 来場者 需要 供給
    付近 周辺 方面 一帯 沿い 体調不良 不要不急 途中出場 記者会見
    正午 深夜 早朝 未明 夕方 夜間 明け方 午前中 年度 年度内 半年 昨シーズン 今シーズン
    研究所 委員会 協会 センター 本部 支部 事務局
    突破 達成 継続 着工 完成 工事 契約 合意 支給 増額 減額 改定 改正 補助 支援 提出 可決 否決 値上 値下 負担 変更 追加
    導入 検討 議論 決定 判断 募集 申請 手続 手続き 受付 終了 完了 延期 中止 延長 登場 話題 人気 特徴 魅力
""")

#: No subject by themselves, though a phrase may end in them: 個人情報, 国勢調査.
JAPANESE_ALONE = _words("""
    情報 警戒 注意 調査 経験 収入 回答 回答者 複数回答 中央値 年代別 勤務先 本拠地 最終節 決勝点 決勝弾 前半 後半
    試合 試合後 先制 同点 下部組織 観客 定員 応募 活動 参加 開催 会場 期間 予想 見込 発生 被害 警報 発令 降雪量 降水量
    利益 損失 人数 件数
""")

#: Common words that open names: Bank of ..., Office of ..., State Street.
NAMING = frozenset(
    [
        *("city", "state", "states", "house", "home", "world", "national", "international", "group", "road"),
        *("new", "black", "white", "red", "green", "blue"),
    ]
)

#: Institute of Technology, Bay of Plenty; but Grace Okoro of Kenya is Grace Okoro.
OF_HEADS = _words("""
    academy agency art arts association bank bay board bureau cape center centre chamber church city college
    commission committee conference council court department federation government gulf hall house institute isle
    kingdom league library ministry museum nations office parliament port republic school society state states union
    university
""")
