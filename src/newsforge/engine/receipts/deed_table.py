# ruff: noqa: E501, SIM905 -- lists of words read best as lines of words; a Korean letter counts as two
"""What people do and what befalls them, in three languages: words that tell of one kind of event stand on one line.

``English / Korean / Japanese``. An English word stands for itself with any ending, or with a dot behind it for itself
alone; ``~`` is a space. Korean stands for the beginning of a word in a post, Japanese and what an article says for any
place. Words behind ``;`` only show that an article speaks of such a thing: nobody is said to have done it by them.
"""

from __future__ import annotations

#: Events that nobody may be told of who has not been in one: to put one into an article harms somebody.
GRAVE = r"""
arrest handcuff taken~into~custody ; detain custod jail police~held apprehend / 체포 연행 ; 붙잡 검거 구속 구금 입건 덜미 / 逮捕 ; 拘束 身柄 検挙 勾留
detained detains jailed imprison incarcerat behind~bars ; arrest custod prison sentenc / 구속 구금 수감 ; 체포 징역 실형 교도소 구치소 / 勾留 収監 拘束 ; 逮捕 刑務所
indict prosecuted charged~with criminal~charge ; charge court prosecut trial accus / 기소 입건 송치 ; 재판 혐의 검찰 피고 고발 / 起訴 書類送検 送検 ; 裁判 被告 検察
bribe briber kickback / 뇌물 ; 금품 수뢰 뒷돈 리베이트 / 賄賂 収賄 贈賄 ; わいろ 汚職
embezzl misappropriat ; siphon stole / 횡령 배임 ; 빼돌 착복 유용 / 横領 背任 着服 ; 流用
fraud swindl scammed defraud ; scam deceiv cheat fake / 사기(?:죄|극|꾼|행각|당[했한]|\s혐의|[를을]\s) 사취 ; 사기 속[여였인] 편취 / 詐欺 詐取 ; だまし
corrupt ; brib graft embezz / 부정부패 비리 ; 뇌물 횡령 부패 부정 / 汚職 不正 ; 賄賂 横領 違法
launder / 자금세탁 돈세탁 ; 세탁 / 資金洗浄 マネーロンダリング ; 洗浄
tax~eva evad(?:ed|ing)~tax dodg(?:ed|ing)~tax ; tax / 탈세 조세포탈 ; 세금 포탈 / 脱税 ; 申告漏れ
resign stepp(?:ed|ing)~down step(?:s)?~down ; quit leave left depart depar stand~down stood~down outgoing successor relinquish vacat retire / 사임 사퇴 사직 물러[났난나] ; 퇴임 퇴진 그만두 사의 하차 내려놓 후임 전임 / 辞任 辞職 退任 ; 退く 後任 辞め 辞意
dismissed sacked ousted fired(?!~\d) ; dismiss sack oust fire sacking remov replac laid~off lay layoff let~go part~compan axed / 해임 파면 해고 경질 직위해제 ; 면직 교체 감원 물러 방출 / 解任 解雇 罷免 更迭 免職 ; 交代
laid~off layoff job~cuts ; lay redundan cut staff jobs / 정리해고 희망퇴직 명예퇴직 구조조정 ; 감원 감축 해고 인력 조기퇴직 / 人員削減 リストラ 希望退職 ; 削減 早期退職
died dies death passed~away killed slain perish dead. ; die kill dead fatal body bodies funeral late obitu tribut victim murder casualt toll perish drown suicid lost~(?:his|her|their)~li(?:fe|ves) mourn corpse shot / 숨[졌지진] 사망 별세 타계 목숨을~잃 죽[었은이] 영면 순직 ; 사체 시신 유족 추모 희생 고인 장례 살해 숨 / 死亡 死去 亡くな 死者 ; 遺体 犠牲 死 遺族 殺 訃報
murder assassinat homicide ; kill slain shot stab death dead / 살해 살인 피살 암살 ; 숨졌 숨진 죽 / 殺害 殺人 暗殺 ; 殺 死
suicid killed~(?:him|her)self ; took~(?:his|her)~own / 자살 극단적~선택 투신 ; 목숨 / 自殺 自死 ; 飛び降り
injured injures wounded hurt. ; injur wound hurt casualt hospital bruis fractur broken bleed burns harm / 부상 다쳤 다친 중상 경상 ; 다치 골절 상처 병원 이송 화상 / 負傷 けが 怪我 重傷 軽傷 ; 骨折 やけど 死傷
hospitali ; hospital ward clinic treat surgery medic ambulance / 입원 ; 병원 치료 이송 응급 수술 / 入院 ; 病院 搬送 治療 手術
diagnosed tested~positive infected ; diagnos test infect virus cancer disease ill covid positive / 확진 감염 암~진단 투병 ; 진단 양성 바이러스 질병 질환 병 / 感染 陽性 ; 診断 ウイルス 病 疾患
sued sues suing lawsuit ; sue court legal litigat claim damages case suit trial / 소송 제소 고소 고발 ; 법원 재판 손해배상 소장 소를 원고 / 提訴 訴訟 告訴 告発 ; 裁判 訴え 地裁 原告
convict found~guilty pleaded~guilty sentenced ; guilt sentenc jail prison verdict plead court / 유죄 징역 실형 집행유예 ; 선고 판결 형을 / 有罪 実刑 懲役 執行猶予 ; 判決 刑
acquit exonerat ; not~guilty clear innocen / 무죄 무혐의 ; 혐의를~벗 / 無罪 不起訴 ; 無実
confess ; admit guilt plead / 자백 ; 시인 인정 자수 / 自白 ; 認め 自供
bankrupt insolven liquidat ; chapter~11 collapse administrat receiver creditor debt wound~up / 파산 부도 도산 법정관리 ; 회생 청산 채무 지급불능 / 破産 倒産 民事再生 ; 清算 会社更生 経営破綻
default(?:ed|s)? ; debt repay miss bond / 채무불이행 디폴트 ; 부도 상환 / 債務不履行 デフォルト ; 返済
bailout bail(?:ed)?~out ; rescue aid loan / 구제금융 ; 긴급 자금 지원 / 救済 ; 支援
apologi ; sorry regret apolog / 사과(?:했|하|드렸|드립|문|의\s뜻) 사죄 ; 사과 송구 죄송 유감 / 謝罪 陳謝 おわび ; 申し訳 遺憾
divorc / 이혼 ; 결별 파경 별거 / 離婚 ; 別居
married marries wedding ; marr wed husband wife spouse bride / 결혼 혼인 ; 부부 아내 남편 신랑 신부 / 結婚 婚姻 入籍 ; 夫 妻
pregnan gave~birth ; birth baby born expecting / 임신 출산 ; 태어 아기 아이 / 妊娠 出産 ; 生まれ 赤ちゃん
assault beat~up beaten~up punched ; attack violen hit fight beat struck punch invad invas war offensive / 폭행 구타 ; 때리 때렸 폭력 공격 / 暴行 ; 殴 暴力
rape raped sexually molest groped harass ; sex abus assault misconduct / 성폭행 성추행 성희롱 강간 ; 성범죄 성폭력 / 性的暴行 強制わいせつ セクハラ 性加害 ; わいせつ 性犯罪
abused abusing mistreat ; abus neglect cruel violen / 학대 ; 방임 폭력 / 虐待 ; 暴力
kidnap abduct hostage ; missing custod captiv captur / 납치 유괴 인질 ; 감금 / 誘拐 拉致 人質 ; 監禁
stole. stolen steals theft robbed robbery burgl looted ; steal rob thie loot raid burgl heist shoplift embezzl misappropriat / 절도 훔[쳤친치] 강도 도난 ; 털[었이] 빼돌 횡령 착복 / 窃盗 強盗 盗[まみん] ; 奪 着服 横領
hacked hackers breached cyberattack ; hack breach cyber leak ransom stolen malware / 해킹 ; 유출 침입 랜섬 사이버 / ハッキング 不正アクセス サイバー攻撃 ; 流出 漏えい 侵入
leaked ; leak disclos breach expose reveal / 유출 누출 ; 새[어나] 해킹 누설 공개 / 流出 漏えい 漏洩 ; 漏れ
explod explos bomb detonat ; blast blew blow / 폭발(?!적|력) 폭탄 폭파 ; 터[졌지진뜨] / 爆発 爆破 爆弾 ; 破裂
crashed collided derail ; crash collid collision derail wreck accident plung tumbl plummet smash slump / 추락 충돌 탈선 ; 사고 들이받 부딪 / 墜落 衝突 脱線 ; 事故 ぶつか
collapsed caved~in ; collaps fell fall cave / 붕괴 무너[졌진지] ; 주저앉 내려앉 / 崩壊 倒壊 ; 崩れ
caught~fire on~fire burned burnt ablaze blaze arson ; fire burn flame smoke blaze / 화재 불이\s[나났붙] 방화 불에~[타탔] ; 불[길을이] 타[버올] 연기 소방 / 火災 火事 放火 出火 ; 燃え 炎 消防 焼
evacuat ; flee fled leave / 대피 피난 ; 피신 소개 / 避難 ; 退避
flooded landslide submerged inundat ; flood rain water mud / 침수 홍수 산사태 수해 ; 물에 잠[겼기긴] 폭우 / 浸水 洪水 土砂崩れ 冠水 ; 水害 大雨
earthquake tsunami ; quake seism tremor magnitude / 지진 쓰나미 ; 규모 진도 / 地震 津波 ; 震度 マグニチュード 揺れ
blackout power~outage ; outage power electric / 정전 ; 전기 전력 / 停電 ; 電気 電力
poisoned poisoning contaminat ; poison toxi chemic pollut sick / 식중독 중독 오염 ; 독성 유해 / 食中毒 中毒 汚染 ; 毒 有害
fled. escaped absconded on~the~run fugitive ; flee fled escap run abscond wanted / 도주 도피 잠적 달아[났난나] 탈출 ; 도망 피신 빠져나[왔온오갔간가와] 대피 몸을~피 벗어[났나난] / 逃走 逃亡 失踪 ; 逃げ 避難 脱出
turned~(?:him|her|them)sel(?:f|ves)~in ; surrender / 자수 ; 출석 / 自首 ; 出頭
went~missing disappear vanish ; missing search lost / 실종 ; 수색 행방 사라[졌진] / 行方不明 失踪 ; 捜索
drunk.(?!~water) intoxicat drink-driv drunken ; alcohol drink / 음주운전 만취 ; 음주 술 / 飲酒運転 泥酔 ; 飲酒 酒
cocaine heroin narcotic meth. drug~dealing ; drug substance cannabis / 마약 필로폰 대마초 ; 투약 약물 / 麻薬 覚醒剤 大麻 コカイン ; 薬物
gambled gambling ; gambl bet casino wager / 도박 ; 베팅 카지노 / 賭博 ギャンブル ; 賭け カジノ
doping ; dope banned~substance drug steroid / 도핑 ; 금지약물 / ドーピング ; 禁止薬物
cheated ; cheat deceiv tricked fraud affair / 부정행위 커닝 ; 속[여였] 부정 / カンニング ; 不正 だま
recalled~\w+~(?:cars|vehicles|models|products) product~recall ; recall / 리콜 ; 회수 결함 / リコール ; 回収 欠陥
went~on~strike walked~out gone~on~strike ; strike walkout industrial~action stoppage / 총파업 파업에~[들돌나] ; 파업 쟁의 / ストライキ スト突入 ; スト
boycott ; refus shun / 불매 보이콧 ; 거부 / 不買 ボイコット ; 拒否
ban. bans. banned banning prohibit outlaw forbid forbad ; bar barr block restrict stop halt suspend illegal must~not may~not cannot no~longer off~limits curb limit clos disallow refus rule~out veto / 금지 불허 ; 막[기는을았아] 제한 못 안~된 안~됩 없 않도록 통제 차단 중단 규제 폐지 불법 위법 중지 정지 / 禁止 ; 禁 制限 規制 認めない できない 停止 中止 不可 違法 違反 廃止 控え 規定
impeach ; remov / 탄핵 ; 파면 / 弾劾 ; 罷免
expelled banished deported ; expel depor remov kick ban / 제명 출당 퇴학 추방 ; 퇴출 징계 / 除名 追放 退学 強制送還 ; 処分
extradit / 범죄인~인도 강제송환 ; 송환 인도 / 身柄引き渡し 強制送還 ; 引き渡し 送還
pardoned paroled ; pardon parole clemen amnest / 사면 가석방 ; 특사 복권 / 恩赦 仮釈放 ; 特赦
shot~(?:dead|and~killed|by) opened~fire gunned~down stabbed shooting ; shot shoot gun stab knife bullet fire / 총격 총에~맞 흉기를~휘 흉기에~[찔] ; 총 칼 흉기 / 銃撃 発砲 刺され 刺した ; 銃 ナイフ 刃物
raided ; raid search swoop police / 압수수색 ; 수색 압수 / 家宅捜索 ; 捜索 押収
under~investigation criminal~investigation ; investigat probe inquir police review look / 수사[를에]\s 수사~[중선대] ; 수사 조사 경찰 검찰 의혹 / 捜査 ; 調べ 調査 警察 検察
threatened~to~kill blackmail extort ; threat extort / 협박 공갈 갈취 ; 위협 / 脅迫 恐喝 ; 脅
forged counterfeit falsif fabricated doctored ; forg fake fals fabricat manipulat / 위조 날조 조작(?:했|된|됐|한) 변조 ; 가짜 허위 조작 / 偽造 捏造 改ざん ; 偽 虚偽
plagiari ; copied copy / 표절 ; 베[꼈끼낀] 도용 / 盗作 剽窃 盗用 ; コピー
perjur lied.(?!~(?:down|in|on|to~the~(?:north|south|east|west))) ; lie lying fals untru mislead mislead / 위증 거짓말 ; 허위 거짓 / 偽証 嘘を ; 虚偽 うそ
cover(?:ed|ing)?(?:~it)?~up whitewash conceal ; hid hush secret / 은폐 ; 숨[겼기긴] 감[췄추춘] / 隠蔽 隠ぺい ; 隠 秘密
discriminat ; bias unfair racis sexis / 차별(?!화) ; 편견 불이익 / 差別 ; 偏見
collud price-fix cartel ; fix conspir collus / 담합 ; 짬짜미 공모 / 談合 カルテル ; 共謀
appealed~against lodged~an~appeal filed~an~appeal appeal~to~the~(?:supreme|high)~court ; appeal contest challeng / 항소(?!심) 상고(?!심) 재상고 재항고 ; 항소 상고 항고 불복 상소 / 控訴(?!審) 上告(?!審) ; 不服 上訴 控訴 上告 抗告
smuggl ; traffick illegal / 밀수 밀반입 ; 밀매 / 密輸 ; 密売
spied espionage ; spy spies intelligence secret / 간첩 스파이 첩보 ; 기밀 / スパイ 諜報 ; 機密
invaded invasion ; invad war troops attack offensive / 침공 침략 ; 전쟁 공격 / 侵攻 侵略 ; 戦争 攻撃
delisted ; delist trading exchange / 상장폐지 ; 상폐 거래정지 / 上場廃止 ; 取引停止
monopoly~abuse antitrust~violation ; monopol antitrust / 독점~규제~위반 ; 독점 공정거래 / 独占禁止法違反 ; 独占
"""
#: The rest: one may stand for another in a post in its own words.
ALIKE = r"""
sack dismiss fire oust remov replac / 해임 해고 교체 경질 면직 / 解任 解雇 交代
win won victory beat defeat thrash rout crush triumph champion title overcame overcome edge top claim clinch secur / 이기 이겼 승리 꺾 우승 제[쳤치] 따냈 / 勝 優勝 破 制し
win won award choos chos contract tender select pick land / 따내 따냈 수주 낙찰 선정 / 受注 落札 選定
lose lost defeat beat beaten fell dismiss reject / 지 졌 패배 패했 기각 / 負 敗 棄却
score goal net header struck point penalty / 득점 골 / 得点 ゴール
rise rose grow grew increas climb gain jump surg soar advanc up higher more rally widen expand swell double tripl / 늘 증가 오르 올랐 상승 급등 뛰 치솟 불어 확대 커 / 増 上昇 上が 伸 膨ら 拡大
fall fell drop declin decreas slid slip plung tumbl sank sink shrink shrank lower less down cut reduc dip slump lost los narrow / 줄 감소 내리 내렸 하락 급락 떨어 낮 축소 / 減 下落 下が 縮 落ち 低下
buy bought purchas acquir sold sell takeover snap deal sign fee transfer join / 사들 매입 인수 구입 샀 팔 매각 / 買 購入 取得 売
sell sold buy bought sale auction divest offload / 팔 매각 판매 매도 처분 / 売 販売 売却
build built construct erect develop / 짓 지[었어] 건설 건립 세우 착공 / 建 建設 造
open launch start begin began introduc unveil inaugur establish creat found set~up kick~off / 열 연다 개관 개장 개통 개원 시작 출범 설립 만들 신설 / 開 始 設け 新設 設立
close shut end halt stop ceas suspend scrap discontinu abolish cancel / 닫 폐쇄 중단 멈 끝 폐지 취소 / 閉 停止 中止 終 廃止
delay postpon defer late push~back put~off / 미루 미뤘 연기 늦 / 延期 遅 先送り
pay paid fund financ spend spent cost give gave grant donat money contribut / 내 냈 지급 지불 부담 지원 기부 / 払 支給 負担 支援 寄付
help support aid assist back fund / 돕 도왔 지원 후원 / 支援 助け 援助
oppos against object protest criticis criticiz reject condemn attack slam blast accus blam fault / 반대 비판 반발 규탄 비난 지적 / 反対 批判 反発
agree approv accept endors back support vote pass adopt ratif sign deal settle / 찬성 승인 의결 가결 통과 동의 합의 지지 / 賛成 承認 可決 合意 同意
demonstrat protest rally march / 시위 집회 항의 / デモ 抗議 集会
hire recruit appoint name elect choose chose chosen pick select took~over / 뽑 임명 선임 채용 발탁 선출 / 任命 選任 採用 起用 選出
train teach educat coach learn / 훈련 교육 가르 연수 / 訓練 教育 研修
travel visit go went trip tour arriv fly flew / 방문 여행 찾 갔 / 訪問 訪れ
move relocat transfer shift / 옮 이전 이동 / 移 移転
attack assault hit strike struck raid bomb shell / 공격 습격 타격 / 攻撃 襲撃
protect defend guard shield secur / 지키 보호 방어 / 守 保護
ban prohibit bar forbid outlaw block restrict / 금지 막 제한 / 禁止 制限
allow permit let licens author approv clear / 허용 허가 허락 / 許可 認め
fine penal punish sanction disciplin / 벌금 과징금 과태료 징계 제재 처벌 / 罰金 課徴金 処分 処罰 制裁
rescue sav recover free / 구조 구했 살[렸려] 구출 / 救助 救出
search hunt look seek sought / 찾 수색 / 捜索 探
ask request urg call demand appeal seek want / 요구 요청 촉구 바라 / 求め 要求 要請
meet met talk negotiat discuss summit confer / 만나 만났 협의 논의 협상 회담 / 会 協議 交渉 会談
watch view see saw seen spectat audience attend / 보 관람 지켜 / 見 観
play perform appear star role act / 출연 연기 뛰 / 出演 演
sing sang song record album perform / 부르 불렀 노래 / 歌
write wrote written author publish book / 쓰 썼 집필 저술 펴냈 / 書 執筆 著
make made produc manufactur build creat / 만들 생산 제조 / 作 製造 生産
fail collaps fell~through unsuccess / 실패 무산 결렬 / 失敗 決裂
succeed success achiev manag / 성공 달성 / 成功 達成
warn alert caution fear concern worr / 경고 우려 걱정 / 警告 懸念 心配
prais hail commend applaud prais welcom / 칭찬 호평 환영 / 称賛 評価 歓迎
live resid settl stay home / 살 거주 / 住
drive drove driver car vehicle / 운전 몰 / 運転
own hold possess belong / 갖 가[진졌] 소유 보유 / 持 所有 保有
damag destroy wreck ruin harm / 부수 부서 파손 파괴 훼손 / 壊 破壊 損傷
threaten risk danger / 위협 위험 / 脅 危険
compet contest race rival challeng run / 경쟁 겨루 출마 / 競 争
celebrat mark commemorat annivers honour honor / 기념 축하 / 記念 祝
discover find found reveal uncover / 발견 찾아 드러 / 発見 見つけ
share split divid distribut / 나누 나눠 분배 / 分け 分配
return came~back back restor resum / 돌아 복귀 돌려 재개 / 戻 復帰 再開
join both together combin merg link connect / 함께 병행 합류 겸 합치 연결 / 共 兼 合わせ 参加
release put~out disclos free issue / 방출 풀[었기어] 푼다 내놓 공개 / 放出 放[たっ] 公開
free charge fee price cost / 무료 요금 값 / 無料 料金
employ work job staff / 고용 일하 근무 / 雇用 働
lend lent borrow loan rent leas hire / 빌[려리렸린릴] 대여 대출 임대 / 貸 借 レンタル
retir quit leave left career / 은퇴 퇴직 그만 / 引退 退職
extend prolong longer renew / 연장 늘[리렸] / 延長
exempt waiv free / 면제 없애 / 免除
lead led head top ahead / 이끌 앞서 선두 주도 / 率い 首位 先頭
trail behind lag / 뒤[졌지] 뒤처 밀[렸리] / 遅れ 後れ
"""
#: Verbs that say so little that they may stand for many others.
LIGHT_EN = frozenset(
    """become becam remain includ involv show shown use provid offer continu follow receiv plan expect intend aim hope
    announc reveal confirm report claim argu state explain describ suggest indicat note mention express stress insist
    emphasis emphasiz highlight reiterat highligh underlin acknowl admit believ think thought feel felt consider
    regard view deem know known learn understand understo look seem appear happen occur take place need want like wish
    try tri attempt seek work act serv bring brought keep kept let put set get give given gave make made hold held run
    ran turn start begin began begun end stop finish complet reach achiev gain rais lift add creat caus lead led mean
    meant result base relat concern regard deal address tackl focus target face see saw seen find found call name know
    visit join meet met host stag organis organiz arrang manag control handl support help assist allow enabl ensur
    requir order ask request urg tell told speak spoke talk discuss answer respond repl react releas publish issu
    present unveil introduc launch deliver produc develop design plan prepar propos propose recommend decid determin
    choos chose chosen select pick elect appoint assign hand pass send sent carr mov chang shift alter adjust switch
    replac convert transform improv boost increas reduc cut limit restrict keep maintain preserv protect secur guarante
    promis vow pledg agree accept receiv welcom prais back endors approv oppos reject criticis criticiz blam accus warn
    predict forecast estimat project calculat count measur rank rate compar contrast match equal exceed surpass top hit
    use used uses using rule ruled rul record regist log mark celebrat feature star play appear perform cover span stretch extend last spend spent pay paid
    cost sell sold buy bought own possess belong consist compris form stand stood sit sat lie lay locat situat live resid stay
    wait return arriv depart leav left go gone went come came head travel fly walk drive
    pick draw drew drawn put stay figur rest remaind suffer experien undergo underw underwent endur mourn remember
    honour honor dedicat devot commit contribut donat fund financ invest allocat earmark set-asid asid tie link connect
    attribut credit cite quot refer tout bill dub label brand style hail post tweet wrote write written read share
    struggl strugg fail manag succeed prompt trigger spark drive drove driven fuel push pull urge forc press led
    declar complain gripe lament stat cit anticipat initiat permit revis modif communicat terminat bid due guid cop escalat taken wear wore worn don dress
    break broke broken bit bitten depend requir commenc conclud resum undertake proceed compil collect gather feature total amount near approach""".split()
)
LIGHT_KO = frozenset(
    """발표 공개 설명 강조 언급 주장 지적 전망 예상 예측 추정 분석 평가 판단 확인 조사 검토 논의 협의 결정 선택 선정 계획 예정 추진 진행 실시 시행 시작 개시 개최 마련 제공 제시
    제안 요구 요청 촉구 당부 약속 다짐 기대 우려 경고 운영 사용 이용 활용 참여 참가 참석 포함 제외 해당 관련 연결 유지 지속 계속 완료 종료 마무리 기록 달성 도달 차지 구성 형성
    생산 판매 구매 공급 수용 반영 적용 적응 대응 대비 대처 준비 관리 담당 소개 안내 홍보 전달 보도 보고 공지 게시 공유 답변 반박 해명 인정 동의 반대 찬성 지지 비판 환영 희망
    원함 필요 가능 존재 발생 작용 변화 변경 조정 개선 개편 강화 확대 확장 증가 감소 상승 하락 축소 인상 인하 급증 급감 집계 산정 계산 비교 추가 보완 설치 설립 건설 조성 개발 제작
    출시 도입 전환 이동 방문 출발 도착 복귀 등장 출연 활동 근무 종사 거주 생활 경험 체험 느낌 기억 생각 이해 인식 의미 상징 기념 축하 수행 실현 실천 노력 시도 도전 성공 실패 부담 지원
    투자 지급 지출 납부 절감 절약 기여 도움 배치 배정 편성 책정 확보 보유 소유 획득 수집 모집 채용 선발 초청 초대 만남 대화 협력 합의 체결 서명 통과 의결 승인 허가 허용 금지 제한
    규제 통제 감독 감시 점검 검사 심사 재개 연기 지연 중단 단축 연장 방침 공시 접수 전달 밝힘 표명 표현 작성 확정 돌입 유치 역전승 완승 대승 승리 패배 집중 주목 관심 인기 몰림 한정 국한 재확인 자리 역할 구체화 본격화 현실화 활성화""".split()
)
LIGHT_JA = frozenset(
    """発表 公開 説明 強調 言及 主張 指摘 予想 予測 推定 分析 評価 判断 確認 調査 検討 議論 協議 決定 選択 計画 予定 推進 進行 実施 施行 開始 開催 用意 提供 提示 提案 要求 要請 約束 期待
    懸念 警告 運営 使用 利用 活用 参加 出席 維持 継続 完了 終了 記録 達成 到達 構成 形成 生産 販売 購入 供給 反映 適用 対応 準備 管理 担当 紹介 案内 報道 報告 共有 回答 存在 発生 変化 変更
    調整 改善 強化 拡大 増加 減少 上昇 下落 縮小 比較 追加 設置 設立 建設 開発 制作 発売 導入 移動 訪問 到着 登場 出演 活動 経験 意味 記念 成功 失敗 負担 支援 投資 支給 計上 確保 保有 獲得
    募集 採用 協力 合意 締結 通過 可決 承認 許可 禁止 制限 再開 延期 中止 短縮 延長 表明 表現 集中 注目 見直 再検討 値上 値下 示唆 公表 着手 徴収 課税 首位 緩和""".split()
)
