# ruff: noqa: E501, SIM905 -- lists of words read best as lines of words; a Korean letter counts as two
"""Word lists for finding names. Each says what it is for; none is about a certain article."""

from __future__ import annotations

#: May be dropped from a name: Mr Smith is Smith.
TITLES = frozenset(
    "Mr Mrs Ms Miss Dr Prof Sir Dame Lord Lady Rev Fr Sgt Capt Col Gen Lt Cpl PC Det Insp Supt Rep Sen Gov Hon "
    "Mr. Mrs. Ms. Dr. Prof. Rev. Sgt. Capt. Col. Gen. Lt. Cpl. Det. Rep. Sen. Gov. Hon. St St. "
    "President Chancellor Minister Secretary Senator Congressman Congresswoman Governor Mayor Judge Justice "
    "Chairman Chairwoman Chair Director Manager Captain Coach Professor Doctor General Colonel Sergeant Inspector "
    "Detective Superintendent Councillor Prince Princess King Queen Pope Bishop Archbishop Former Chief Executive "
    "Officer CEO CFO COO Head".split()
)
#: Part of a title when one follows.
QUALIFIERS = frozenset(
    "Prime Deputy Foreign Vice Acting First Interim Shadow Home Crown Attorney Senior Finance Health".split()
)
#: Small words inside names: Leonardo da Vinci, Bank of Korea.
JOINERS = frozenset("of the de la le van von der den del di da dos du al el bin ibn & y e".split())
#: Left small in many titles, whatever their length.
SMALL_IN_TITLES = frozenset("with from over into after that than this amid upon".split())
#: Capitalised in English without being names.
NOT_NAMES = frozenset(
    "i i'm i've i'd i'll monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec mon tue "
    "tues wed thu thur thurs fri sat sun am pm bst gmt et est edt pst pdt kst jst utc cet ok tv q1 q2 q3 q4 h1 h2 fy "
    "lrb rrb".split()
)
#: Of those, the ones that do stand inside names (May Day, Theresa May, Black Friday).
INSIDE_NAMES = frozenset("may march april june august sunday friday saturday monday tv".split())
#: Common first words of a sentence.
COMMON_STARTS = frozenset(
    "a an the this that these those it its he she they we you i his her their our your my there here what when where "
    "why who how which while whilst although though because since if unless until after before during as at by for "
    "from in into of on onto over to under up with without within about above across against along among around "
    "between beyond despite down near off per than through throughout toward towards upon via and but or nor so yet "
    "not no yes all any both each either every few many more most much neither none one other others another same "
    "several some such suddenly finally recently currently previously originally usually typically generally "
    "additionally unfortunately apparently reportedly allegedly officially only early two three four five six seven eight nine ten eleven twelve hundreds thousands millions dozens "
    "first second third last next then now today yesterday tomorrow tonight later earlier meanwhile however moreover "
    "also still just only even ever never often once twice again already almost perhaps maybe instead indeed "
    "let make get take see read watch find follow join click check share visit learn discover meet look listen think "
    "new old young big small good bad great best former current local senior top key main major police officials "
    "people men women children students workers residents voters fans players experts scientists researchers doctors "
    "nurses teachers parents families prosecutors lawyers investigators firefighters government ministers leaders "
    "campaigners critics supporters opponents protesters activists authorities plans figures sales shares profits "
    "prices costs rates growth inflation output exports imports revenue net total overall average nearly roughly "
    "approximately around up-to-date breaking update live exclusive opinion analysis video photo photos image images "
    "source sources reporting editor editors nobody somebody everyone everybody anyone nothing something everything "
    "did does do is are was were will would can could should may might must has have had being been "
    "football baseball cricket rugby tennis golf man woman boy girl mother father son daughter wife husband "
    "manager coach captain striker midfielder defender goalkeeper singer actor actress author writer director chairman "
    "president mayor judge king queen council court company firm bank club team school university hospital church "
    "union party group members staff owner customers users investors analysts economists traders shareholders "
    "victim suspect driver pilot soldier troops rebels militants gunmen passengers crew drivers motorists train trains "
    "volume volumes demand supply turnover traffic ridership attendance enrolment enrollment tickets ticket membership "
    "consumers consumer households household borrowers lenders exporters importers retailers retailer manufacturers builders "
    "tourists tourist visitors visitor commuters riders readers subscribers patients patient taxpayers farmers fishermen "
    "buyers sellers landlords tenants homeowners applicants participants respondents employers employees employee "
    "librarian librarians researcher researchers analyst economist spokesperson spokesman spokeswoman lawmakers lawmaker "
    "councillors councilors commissioners regulators regulator inspectors organisers organizers donors volunteers "
    "exports export imports import shipments deliveries orders bookings donations payments loans deposits spending "
    "savings earnings income losses margins stocks bonds shares tax taxes fees fares wages pay rent rents bills "
    "production consumption construction employment unemployment tuition admission entry access use usage membership "
    "work talks negotiations discussions hearings voting polling turnout results details evidence data research studies "
    "surveys survey statistics estimates forecasts doors books cards applications services service schools hospitals "
    "hotels restaurants shops stores museums libraries parks beaches roads bridges tunnels buses trams ferries cars "
    "trucks planes ships electricity water gas oil energy food crops fruit vegetables rice wheat fish meat housing land "
    "flight flights weather rain snow winds floods storms fire crash goals goal victory defeat winner winners".split()
)
#: Endings of common nouns and adverbs; a sentence-initial word with one is no name by its capital alone.
COMMON_ENDINGS = (
    "ing",
    "ed",
    "ers",
    "ors",
    "ists",
    "ions",
    "ments",
    "ment",
    "ness",
    "tion",
    "ies",
    "men",
    "ants",
    "ents",
)
#: What follows a name at the start of a sentence.
VERBS_AFTER_NAMES = frozenset(
    "said says has had have is was will would can could may might must did does won lost beat beats scored told "
    "announced added reported made makes took takes plans planned became becomes came went got also and signed joined "
    "launched bought sold paid faces faced led leads finished "
    "denied admitted confirmed rose fell jumped dropped face win play host draw move pull use agree beat sign".split()
)
KOREAN_PERSON_TITLES = tuple(
    "씨 대통령 후보 의원 장관 차관 총리 대표 회장 부회장 사장 부사장 교수 감독 선수 기자 위원장 본부장 이사장 원장 청장 시장 "
    "지사 군수 구청장 검사 판사 변호사 총장 국장 과장 팀장 실장 센터장 연구원 박사 작가 배우 가수 행장 총재 수석 대변인 "
    "최고위원 원내대표 당선인 소장 단장 관장 이사 전무 상무 코치 아나운서 PD".split()
)
#: Written on to a name without a space, they are part of it (삼성전자, 신한은행).
KOREAN_SUFFIXES = frozenset(
    "전자 은행 그룹 증권 생명 화재 건설 물산 자동차 중공업 화학 제약 항공 카드 금융 지주 금융지주 바이오 바이오로직스 통신 텔레콤 "
    "신문 일보 방송 대학교 대학 병원 재단 공사 공단 연구원 연구소 협회 중앙은행 디스플레이 에너지 솔루션 반도체 모터스 벤처스 "
    "인베스트먼트 캐피탈 홀딩스".split()
)
KOREAN_SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마"
    "길연위표명기반왕금옥육인맹제모탁국어은편용"
)
KOREAN_LONG_SURNAMES = frozenset("남궁 황보 제갈 사공 선우 서문 독고".split())
#: Kiwi gives these NNP, yet they are calendar words, brands of nothing, or plain nouns.
KOREAN_NOT_NAMES = frozenset(
    "월요일 화요일 수요일 목요일 금요일 토요일 일요일 오전 오후 지난해 올해 내년 작년 이달 이번 이날 당시 최근 지난 하반기 상반기 "
    "국내 해외 정부 국회 기자 사진 뉴스 인터넷 온라인 오프라인 홈페이지 앱 원 달러 유로 엔 위안 퍼센트 KB GB TB MB km kg cm mm "
    "TV AI IT PC vs VS the The URL http https www com".split()
)
JAPANESE_TITLES = frozenset(
    "氏 さん 首相 大統領 総理 議員 大臣 長官 社長 会長 副社長 教授 監督 選手 容疑者 被告 知事 市長 代表 委員長 総裁 長官 博士 幹事長 "
    "官房長官 外相 財務相 経産相 防衛相 文科相 法相 厚労相 頭取 理事長 院長 所長 キャスター アナウンサー 記者".split()
)
#: Katakana that are plain words in news.
KATAKANA_WORDS = frozenset(
    "ニュース サービス データ システム ネット インターネット スマートフォン スマホ パソコン メーカー グループ チーム プロジェクト "
    "センター ビル ホテル レストラン スーパー コンビニ バス タクシー トラック エネルギー ガソリン コスト トップ リーダー メンバー "
    "スタッフ ユーザー ファン イベント キャンペーン テレビ ラジオ カメラ サイト アプリ ソフト ウイルス ワクチン インフレ デフレ "
    "マイナス プラス パーセント ポイント ドル ユーロ ポンド キロ メートル センチ トン リットル グラム ワット ボルト レベル ペース "
    "ピーク シェア ブランド モデル タイプ デザイン サイズ スピード ルール テーマ ポスト コメント メッセージ インタビュー アンケート "
    "デジタル オンライン リスク チャンス ビジネス マーケット ケース スタート ゴール シーズン ゲーム スポーツ サッカー ヤフー".split()
) - {"ヤフー"}
