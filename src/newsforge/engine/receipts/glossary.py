# ruff: noqa: E501, SIM905 -- lists of words read best as lines of words; a Korean letter counts as two
"""Everyday words of the news in English, Korean and Japanese: enough to see what a translated sentence is about."""

from __future__ import annotations

from functools import cache

from newsforge.engine.receipts.words import english_stem

#: English words / Korean beginnings / Japanese words, one idea a line.
_TABLE = """
government administration/정부/政府
president/대통령/大統領
minister ministry/장관 부처 부는 부가 부에 국토부 교통부/大臣 相 省
prime premier/총리/首相
lawmaker parliament assembly/의원 국회 의회/議員 国会 議会
party/당/党
candidate/후보/候補
election vote voter poll/선거 투표 대선 총선 표/選挙 投票
law bill legislation act/법 법안/法 法案
court judge ruling ruled/법원 판사 판결 재판/裁判 裁判所 判決
prosecutor prosecution/검찰 검사/検察
police officer/경찰/警察
arrest detained/체포 구속/逮捕
trial charge indicted/재판 기소 혐의/起訴 罪
company firm corporation/회사 기업 업체/会社 企業
bank lender/은행 금고/銀行 信金 信用金庫
market/시장 증시/市場
stock share/주가 주식 증시/株
price/가격 물가 값/価格 物価
inflation/물가 인플레/物価 インフレ
rate interest/금리 이자 율/金利 率
economy economic/경제 경기/経済 景気
growth grow grew/성장/成長
increase rise rose risen up gain higher climbed jumped surged/증가 상승 늘 올 오르 급증 급등 인상 높/増 上昇 上
decrease fall fell down decline drop lower dropped/감소 하락 줄 내 떨어 급감 인하 낮/減 下落 下
record highest/기록 최고 최대 역대/記録 最高 最大 過去
quarter/분기/四半期
year annual annually/년 해 연간/年
month monthly/월 달/月
week weekly/주/週
day daily/일 날 하루/日
today/오늘 이날/今日 本日
yesterday/어제 전날/昨日 前日
tomorrow/내일/明日
morning/오전 아침/午前 朝
afternoon evening night/오후 저녁 밤/午後 夜
profit earnings income operating/이익 영업이익 순이익 실적 소득/利益 営業利益 純利益
loss/손실 적자/損失 赤字
sales revenue/매출 판매/売上 売上高 販売
export/수출/輸出
import/수입/輸入
trade/무역 통상 거래/貿易
tariff/관세/関税
investment invest investor/투자/投資
fund/기금 펀드 자금/基金 ファンド 資金
budget/예산/予算
tax/세금 세 과세/税
won/원/ウォン
dollar/달러/ドル
billion trillion million/억 조 만/億 兆 万
percent/퍼센트 %/パーセント %
people person/명 사람 국민/人
customer consumer user/고객 소비자 이용자/顧客 消費者 利用者
worker employee staff labor/노동 직원 근로 종사/労働 従業員 社員
union/노조 조합/組合
strike/파업/ストライキ スト
job employment/일자리 고용 취업/雇用 仕事
household family/가구 가정 가족/世帯 家庭 家族
house home apartment housing/집 주택 아파트/住宅 家
school student/학교 학생/学校 学生
university college/대학/大学
hospital patient/병원 환자/病院 患者
doctor professor/의사 교수/医師 教授
disease virus infection/질병 바이러스 감염/病 感染
vaccine/백신/ワクチン
death died killed dead/사망 숨진 숨졌 숨지/死亡 亡くな
injured injury wounded hurt/부상 다친 다쳤/負傷 けが
accident crash/사고 추락/事故
fire blaze/화재 불/火災
earthquake/지진/地震
rain snow weather storm typhoon/비 눈 날씨 태풍 폭우/雨 雪 天気 台風
train subway railway line/열차 지하철 철도 호선/列車 地下鉄 鉄道
bus/버스/バス
fare/요금 운임/運賃 料金
car vehicle automaker/차 자동차/車 自動車
airline flight airport plane/항공 공항 비행/航空 空港 便
road traffic/도로 교통/道路 交通
city/시는 시가 시청 도시/市 都市
country nation national/국가 나라 국/国 全国
region local province/지역 지방/地域 地方
world global international/세계 글로벌 국제/世界 国際
foreign overseas/외국 해외/外国 海外
military army defense troops/군 국방/軍 防衛
war attack/전쟁 공격/戦争 攻撃
missile nuclear/미사일 핵 원자력/ミサイル 核 原子力
talks meeting summit conference/회담 회의 회견/会談 会議 会見
agreement deal contract/합의 계약 협정/合意 契約 協定
plan will expected forecast/계획 예정 전망 방침/計画 予定 見通し 方針
decision decided decide/결정/決定
announce announced said says stated/발표 밝 말 전/発表 述べ 明らか 話
report reported/보고 보도/報告 報道
survey study research researcher/조사 연구/調査 研究
result/결과/結果
data figures statistics/자료 통계 데이터/データ 統計
official/관계자 공식/関係者 公式
chairman chief executive head director/회장 대표 사장 원장/会長 社長 代表
expert analyst economist/전문가 분석/専門家 アナリスト
semiconductor chip memory/반도체 칩 메모리/半導体 チップ メモリ
technology tech/기술/技術
artificial intelligence/인공지능/人工知能
product/제품 상품/製品 商品
factory plant production output/공장 생산/工場 生産
energy power electricity/에너지 전력 전기/エネルギー 電力
oil gas/석유 유가 가스/石油 原油 ガス
battery/배터리/電池
game match/경기 게임/試合 ゲーム
team player/팀 선수/チーム 選手
win won victory beat/승리 이기 우승 꺾/勝利 優勝 勝
lose lost defeat/패배 졌/敗
festival event/축제 행사/祭り イベント
visitor tourist tourism/방문객 관광/観光 訪問
film movie/영화/映画
song album singer/노래 앨범 가수/歌 アルバム 歌手
open opened/열 개막 개장/開
close closed/닫 폐/閉
start begin began launch/시작 출시 착수/開始 始
end stop suspended halted/종료 중단 끝/終了 停止 中断
resume resumed/재개/再開
delay delayed/지연 연기/遅延 延期
support/지원 지지/支援 支持
oppose opposition protest/반대 야당 항의 시위/反対 野党 抗議
criticize criticism/비판/批判
apologize apology/사과/謝罪
demand request call/요구 요청 촉구/要求 要請
safety safe/안전/安全
risk concern fear/우려 위험/懸念 危険 リスク
problem issue/문제/問題
cause due reason/원인 때문 이유/原因 理由
signal system equipment/신호 시스템 장치 장비/信号 システム 装置
change reform/변화 개혁 변경/変化 改革 変更
new/새 신규/新
old aging/노후 오래 고령/古 高齢
large big major/대형 큰 주요/大
small/소 작/小
first/첫 처음 최초/初
last previous/지난 전/前 昨
next/다음 내년/来 次
average/평균/平均
total/총 모두 전체/総 合計 全
half majority/절반 상반 하반 과반/半 半数
more over exceeded/이상 넘 초과 웃돌/以上 超
less under below/이하 미만 밑돌/以下 未満
about around nearly/약 정도 가량 여/約 ほど
compared year-on-year/대비 비해 보다/比 比べ
month-on-month/전월/前月
ago earlier/전 앞서/前
passenger commuter/승객 출근/乗客 通勤
center facility/센터 시설/センター 施設
site area/지역 부지 현장/地区 現場
service/서비스/サービス
medical health/의료 건강 보건/医療 健康 保健
pension/연금/年金
insurance/보험/保険
loan debt/대출 부채 빚/融資 債務
currency exchange/환율 통화/為替 通貨
policy/정책/政策
hold held keep kept maintain freeze unchanged/동결 유지 개최/据え置 維持 開催
cut/인하 삭감/引き下げ 削減
raise hike/인상/引き上げ
child children/어린이 아동 아이/子ども 子供
lend borrow loan rent/빌려 빌리 빌릴 빌렸 대여/貸 借 貸し
machine equipment tool/기계 장비 기구/機械 機器
seed sow/씨앗 종자 파종/種 種子
pupil class classroom/교실 학급 수업/教室 授業
teacher lesson/교사 선생 강사/教師 先生
library librarian/도서관 사서/図書館 司書
book reader/책 도서 독자/本 書籍 読者
museum gallery exhibition/박물관 미술관 전시/博物館 美術館 展
port harbor harbour/항만 항구 부두/港 港湾
station/역사 정거장/駅
tram/트램 전차/路面電車 トラム
bridge/다리 교량 대교/橋
river/하천 한강 강물/川 河川
mountain/산악 등산/山
island/섬 도서/島
park/공원/公園
square plaza/광장/広場
street avenue/거리 대로/通り
district ward/지구 구청/区
county/군청/郡
mayor governor/시장 지사/市長 知事
council/시의회 의회 위원회/市議会 議会
vote ballot tally/표결 찬성 반대/採決 賛成 反対
pass passed approve approved approval adopt/가결 통과 승인 의결/可決 承認
need require necessary/필요/必要
resign resignation/사임 사퇴 사직 물러나/辞任 辞職
build built construct construction/건설 짓는 짓지 지을/建設
acquire acquisition/인수 매입/買収
deny denial/부인 반박/否認 否定
sign signed/서명 체결/署名 締結
toll/통행료/通行料
prefecture prefectural/현청/県
mail post postal/우편/郵送 郵便
online internet web website/온라인 인터넷 누리집/オンライン ネット
apply application applicant/신청 지원/申請 申し込
member membership card/회원 조합원/会員 組合員
ticket admission entry/입장 표를 입장권/入場 チケット
free/무료/無料
branch/분관 지점/分館 支店
room/열람실 회의실 객실/室
building tower/건물 빌딩/建物 ビル
stadium arena/경기장/競技場
temple shrine/사찰/寺 神社
palace/궁전 경복궁/宮殿
beach coast/해변 해수욕장 해안/海岸
institute laboratory/연구원 연구소/研究所
agency bureau/당국 기관/機関 当局
commission committee/위원회/委員会
association federation/협회 연합/協会 連盟
foundation/재단/財団
department division/부서 부문/部門
office headquarters/사무소 본부/事務所 本部
central/중앙/中央
authority corporation/공사 공단/公社
volume shipment/물량 출하/数量 出荷
demand/수요/需要
supply/공급/供給
cost/비용/費用
money cash/현금/現金
debt bond/채권/債券
point basis/포인트/ポイント
key benchmark base/기준/基準
spring/내년 봄 올봄/春
summer/여름/夏
autumn fall/가을/秋
winter/겨울/冬
water/수돗물 상수도/水道
food restaurant/식품 음식 식당/食品 飲食 食堂
farm farmer crop/농가 농민 농산물/農家 農産物
fish fishery/수산 어민/水産 漁業
tree forest/나무 숲 산림/木 森林
animal pet/동물/動物
music concert orchestra/음악 공연 연주/音楽 公演 演奏
art artist/예술 작가/芸術 作家
lecture class course/강연 강의 강좌/講演 講座
writer author novelist/작가 소설/作家 小説
captain coach manager/주장 감독 선장/主将 監督 船長
negligence fault mistake/과실 잘못/過失
season/시즌/シーズン
double twice/두 배 2배/2倍 倍
time hour minute/시간 분간/時間
woman women/여성/女性
driver motorist/운전자 운전기사 운전사/運転手 運転士
allegation suspicion accused accuse/혐의 의혹/容疑 疑い
dismiss dismissed sacked fired/해고 파면 해임/解雇 解任 罷免
executive/임원/役員
trial clinical/임상/臨床 治験
sample/표본/標本
penalty fine/벌금 과태료 과징금/罰金 課徴金
victim damage/피해/被害
compensate compensation compensated/보상 배상/補償 賠償
full entire/전액 전부/全額 全部
manager/지점장 점장 관리자/支店長 店長 管理者
embezzlement embezzled theft stole/횡령 착복/横領 着服
suspend suspended ban banned/정지 금지/停止 禁止
licence license permit/면허 허가/免許 許可
man men/남성/男性
"""


@cache
def _index() -> tuple[dict[str, tuple[int, ...]], tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]]:
    english: dict[str, tuple[int, ...]] = {}
    korean: list[tuple[str, ...]] = []
    japanese: list[tuple[str, ...]] = []
    for number, line in enumerate(_TABLE.strip().splitlines()):
        one, two, three = line.split("/")
        for word in one.split():
            stem = english_stem(word)
            english[stem] = (*english.get(stem, ()), number)
        korean.append(tuple(two.split()))
        japanese.append(tuple(three.split()))
    return english, tuple(korean), tuple(japanese)


#: Katakana that stands in every newspaper: units and things, never somebody's name.
_LOAN_WORDS = frozenset(
    "ウォン ドル ユーロ ポンド マグニチュード キロ メートル センチ ミリ トン グラム リットル パーセント ポイント ワット メガワット ギガワット シリーズ "
    "サービス システム データ ニュース プロジェクト チーム リーグ シーズン メーカー グループ コスト エネルギー インフレ ストライキ スト バス タクシー "
    "トラック コンテナ クレーン デジタル オンライン アプリ ソフト インターネット ロボット センサー バッテリー エンジン プラント レール".split()
)


def is_plain_word(folded_name: str) -> bool:
    """A capitalised everyday word is no name."""
    words = folded_name.split()
    if words and all(word in _LOAN_WORDS for word in words):
        return True
    return bool(words) and all(english_stem(word) in _index()[0] for word in words)


def ideas(folded_text: str, language: str) -> set[int]:
    """The numbers of the table's ideas that stand in a text."""
    english, korean, japanese = _index()
    if language == "ko":
        return {
            number for number, forms in enumerate(korean) if any(form in folded_text for form in forms if len(form) > 1)
        }
    if language == "ja":
        return {
            number
            for number, forms in enumerate(japanese)
            if any(form in folded_text for form in forms if len(form) > 1)
        }
    from newsforge.engine.receipts.words import words

    return {number for word in words(folded_text) for number in english.get(word.stem, ())}
