"""Stories of kinds that test an editor's judgement, with what a post must and must not say. Written for this project;
places, firms and people are made up."""

from __future__ import annotations

from dataclasses import dataclass

from newsforge.engine.article import Article
from tests.support.stories import make_article


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """``main``: words of the news, all of which a post on X and KakaoTalk has to have; ``speaker``: whose words are
    quoted; ``scene``: how the article opens without telling the news."""

    slug: str
    language: str
    title: str
    text: str
    main: tuple[str, ...]
    speaker: str = ""
    scene: str = ""

    def article(self) -> Article:
        return make_article(
            self.text, language=self.language, title=self.title, site="Fresh", url=f"https://fresh.example/{self.slug}"
        )


RECALL_KO = Story(
    slug="recall-ko",
    language="ko",
    title='새론전자, 화재 위험 공기청정기 3만2천대 리콜…"즉시 사용 중단해야"',
    main=("새론전자", "3만2천"),
    speaker="문다현",
    text="""새론전자가 화재 위험이 확인된 가정용 공기청정기 '맑은숲 300' 3만2천대를 자발적으로 리콜한다.
국가제품안전원은 14일 이 제품의 전원 기판이 과열돼 불이 날 수 있다며 소비자에게 즉시 사용을 중단하라고 권고했다. 리콜 대상은 지난해 3월부터 9월까지 생산된 제품이다.
지금까지 접수된 과열 신고는 41건이며, 이 가운데 3건은 실제 화재로 이어졌다. 인명 피해는 없었다.
소비자는 새론전자 고객센터나 누리집에서 신청하면 기판을 무상으로 교환받거나 구매 금액 전액을 환불받을 수 있다.
문다현 새론전자 품질본부장은 "부품 협력사의 납땜 불량을 걸러내지 못했다"며 "모든 제품을 두 달 안에 수거하겠다"고 말했다.
같은 제품을 쓰던 주민 홍가람(38)씨는 "아이 방에 두던 제품이라 더 놀랐다"고 말했다.""",
)

RECALL_EN = Story(
    slug="recall-en",
    language="en",
    title="Larchmont Foods recalls 60,000 jars of peanut butter over salmonella risk",
    main=("Larchmont Foods", "60,000", "peanut butter"),
    speaker="Delphine Okoro",
    text="""Larchmont Foods is recalling about 60,000 jars of its creamy peanut butter after routine tests found salmonella at its plant in Duncliff, the Food Safety Agency said on Tuesday.
The recall covers 16-ounce jars with lot codes from LF2210 to LF2218, sold in nine states since August.
Shoppers should throw the jars away or return them to the store for a full refund, the agency said.
Eleven people have fallen ill and three have been treated in hospital, according to the agency. No deaths have been reported.
"We stopped the line within an hour of the result and we are sorry," said Delphine Okoro, chief executive of Larchmont Foods.
"I fed it to my kids this morning," said Marnie Pell, 34, a shopper in Duncliff.
The company expects the plant to reopen in two weeks after cleaning.""",
)

FEATURE_EN = Story(
    slug="feature-en",
    language="en",
    title="Seagrass meadows store twice as much carbon as thought, divers' survey shows",
    main=("carbon",),
    speaker="Ottoline Brandt",
    scene="At low tide",
    text="""At low tide the bay off Penrith Head looks like a sheet of hammered tin. Nell Corrigan pulls on her mask, checks the strap twice and rolls backwards off the boat.
She has made the same dive 400 times. What she brings up fits into a plastic tube the length of her arm.
Those tubes of mud have now overturned a long-held belief: seagrass meadows along the northern coast store about twice as much carbon as scientists had thought, according to a survey published on Monday.
The survey, led by the Marine Institute at Calder University, took 1,900 cores from 62 meadows over six years. It found an average of 210 tonnes of carbon a hectare.
"We had been looking at the top ten centimetres, and most of it was lying far below," said Ottoline Brandt, the marine biologist who led the survey.
Meadows lose that carbon when boats drag anchors through them. The institute estimates that 7% of the area is torn up each year.
"You get used to the cold," Corrigan said.""",
)

FEATURE_KO = Story(
    slug="feature-ko",
    language="ko",
    title="사라지던 두루미 12년 만에 900마리로…민통선 논에 물 댄 농민들",
    main=("두루미", "900"),
    speaker="표은강",
    scene="새벽 5시",
    text="""새벽 5시, 온별군 북쪽 들판에는 안개가 무릎까지 차올랐다. 망원경을 든 사람들이 둑 위에 한 줄로 섰다.
아무도 말을 하지 않았다. 잠시 뒤 멀리서 울음소리가 들렸다.
사라질 뻔한 두루미가 온별군 민통선 안 논에서 12년 만에 세 배인 900마리로 늘어난 것으로 조사됐다. 국립철새연구원은 16일 이런 내용의 겨울 철새 조사 결과를 발표했다.
연구원은 추수가 끝난 논에 물을 대는 '무논' 사업을 두루미가 늘어난 가장 큰 이유로 꼽았다. 무논 면적은 2014년 30㏊에서 지난해 412㏊로 넓어졌다.
표은강 국립철새연구원 조사팀장은 "두루미는 발목까지 물이 찬 논에서 잠을 잔다"며 "농민들이 잠자리를 만들어 준 셈"이라고 말했다.
온별군은 내년에 무논에 참여하는 농가에 1㏊당 120만원을 지급할 계획이다.""",
)

COURT_EN = Story(
    slug="court-en",
    language="en",
    title="Supreme Court strikes down ban on street music in Port Calder",
    main=("ban", "street music"),
    speaker="Justice Philippa Ormonde",
    text="""The Supreme Court on Friday struck down Port Calder's ban on street music, ruling 6-3 that it violates the right to free expression.
The ban, in force since 2021, made it an offence to play an instrument in 14 squares of the old town without a permit. Police issued 380 fines.
"A city may ask for quiet at night, but it may not silence a violin at noon," Justice Philippa Ormonde wrote for the majority.
Justice Edmund Hale dissented, saying that residents had a right to peace in their homes.
"I cried when my phone rang," said Tomas Wren, a cellist who brought the case with two others.
Mayor Adela Finch said the city would draft new rules on noise by the end of the year.""",
)

EARNINGS_KO = Story(
    slug="earnings-ko",
    language="ko",
    title="다온항공 3분기 영업손실 820억원…유가 급등에 적자 전환",
    main=("다온항공", "820억"),
    speaker="길서준",
    text="""다온항공이 유가 급등과 환율 상승의 영향으로 3분기에 820억원의 영업손실을 냈다. 작년 3분기의 영업이익 410억원에서 적자로 돌아섰다.
다온항공은 13일 3분기 매출이 6천130억원으로 작년 같은 기간보다 4.2% 늘었다고 공시했다. 순손실은 1천40억원이었다.
연료비는 2천70억원으로 38% 늘어 전체 비용의 34%를 차지했다.
다온항공은 내년 1분기까지 적자 노선 7개를 접고 항공기 3대를 반납하기로 했다.
길서준 다온항공 대표는 "4분기에는 일본 노선 증편으로 손실을 절반으로 줄이겠다"고 말했다.
반예솔 두루증권 연구원은 "유가가 지금 수준이면 내년 상반기까지 흑자 전환이 어렵다"고 내다봤다.""",
)

SPORTS_EN = Story(
    slug="sports-en",
    language="en",
    title="Calder City beat Northgate Rovers 3-1 to win first league title",
    main=("Calder City", "3-1"),
    speaker="Beatriz Halloran",
    text="""Calder City are champions of the Women's Premier Division for the first time after Ines Okafor scored twice in a 3-1 win over Northgate Rovers on Saturday.
Rovers, who needed a point to keep the title, went ahead after nine minutes through Greta Sandell.
Okafor levelled before the break and headed City in front on 71 minutes. Substitute Lyra Quint made it 3-1 with the last kick of the match.
City finished on 58 points, two ahead of Rovers.
"Four years ago we had eleven players and one set of shirts," said Beatriz Halloran, the City coach.
"I have waited all my life for this," said Gordon Hale, 71, a fan who had travelled from Brackwater.
A record crowd of 31,450 watched at Harbour Park.""",
)

OBITUARY_JA = Story(
    slug="obituary-ja",
    language="ja",
    title="絵本作家の鳥海あかねさん死去、81歳 「月のパンや」で知られる",
    main=("鳥海あかね", "81歳"),
    speaker="編集長",
    text="""「月のパンや」などの作品で知られる絵本作家の鳥海あかねさんが12日、肺炎のため汐浜市内の病院で死去した。81歳だった。
鳥海さんは1945年、汐浜市生まれ。保育士として働きながら1974年に「月のパンや」を発表し、累計320万部のロングセラーになった。
生涯で68作を発表し、14の言語に翻訳された。2009年には国際絵本賞を受けた。
長く担当した青波書房の篠原灯・編集長は「最後まで子供の目の高さで世界を見ていた人だった」と話した。
葬儀は近親者で行われた。お別れの会は来年1月に開かれる予定だ。""",
)

POLICY_JA = Story(
    slug="policy-ja",
    language="ja",
    title="汐浜市、保育料を来年4月から無償化 0〜2歳児対象、年12億円",
    main=("汐浜市", "無償"),
    speaker="市長",
    text="""汐浜市は15日、市内の認可保育所に通う0〜2歳児の保育料を2027年4月から無償化すると発表した。
所得制限は設けず、約5200人が対象になる。必要な費用は年12億円で、市の基金を取り崩して充てる。
市によると、現在の保育料は平均で月3万1000円。県内の市で所得制限なしの無償化は初めてだ。
真野結衣市長は記者会見で「子育ての負担を理由に市を離れる人をなくしたい」と述べた。
2歳の長女を預ける会社員の女性(33)は「働く時間を増やせる」と話した。
市議会の12月定例会に関連する条例案を提出する予定だ。""",
)

ACCIDENT_KO = Story(
    slug="accident-ko",
    language="ko",
    title="하늘대교서 버스·승용차 5대 추돌…17명 부상",
    main=("하늘대교", "17명"),
    speaker="어진혁",
    text="""17일 오전 7시 42분께 하늘시 하늘대교 남단에서 시내버스 1대와 승용차 4대가 잇따라 부딪쳐 17명이 다쳤다.
하늘소방서에 따르면 다친 사람 가운데 2명은 중상이며, 나머지 15명은 가벼운 부상을 입고 병원 4곳으로 옮겨졌다.
사고로 하늘대교 남쪽 방향 3개 차로가 1시간 50분 동안 통제됐다.
경찰은 밤사이 내린 비가 얼어 생긴 도로 살얼음에 승용차가 미끄러지면서 사고가 난 것으로 보고 있다.
어진혁 하늘경찰서 교통과장은 "교량 위는 지면보다 기온이 3도 이상 낮다"며 "아침에는 속도를 절반으로 줄여 달라"고 당부했다.
버스에 타고 있던 대학생 육민채(22)씨는 "갑자기 몸이 앞으로 쏠렸다"고 말했다.""",
)

WEATHER_EN = Story(
    slug="weather-en",
    language="en",
    title="Storm Brenda cuts power to 84,000 homes and closes coastal schools",
    main=("84,000", "Brenda"),
    speaker="Hamish Dole",
    text="""Storm Brenda brought winds of up to 91 miles an hour to the west coast on Wednesday, cutting power to 84,000 homes and closing 130 schools.
The Weather Office kept its red warning in place until 9 p.m. and urged people in nine coastal counties to stay indoors.
Ferries to the outer islands were suspended, and 22 flights were cancelled at Calder airport.
"Please do not go down to look at the waves," said Hamish Dole, the head of the county emergency service.
Engineers had restored power to 31,000 homes by the evening, the grid operator said.
"The roof of the shed is in my neighbour's pond," said Agnes Muir, a resident of Brackwater.""",
)

INTERVIEW_KO = Story(
    slug="interview-ko",
    language="ko",
    title='"지는 법부터 가르칩니다"…바둑 신동 키운 시골 교사 은하준',
    main=("은하준",),
    speaker="은하준",
    text="""전교생이 23명인 도림군 서강초등학교에서 8년 동안 바둑을 가르친 교사 은하준이 올해의 스승상을 받는다.
은 교사의 제자 가운데 4명이 프로 기사가 됐다. 지난달 최연소로 국수전 본선에 오른 차윤슬(14)도 그의 제자다.
은하준 교사는 "첫 달에는 지는 법만 가르친다"며 "졌을 때 판을 다시 놓아 보는 아이가 는다"고 말했다.
그는 대학 때까지 바둑을 두어 본 적이 없었다. 발령을 받은 해에 아이들과 함께 책으로 배웠다.
차윤슬은 "선생님은 한 번도 빨리 두라고 하지 않으셨다"고 말했다.
시상식은 다음 달 3일 강산도교육청에서 열린다.""",
)

COUNCIL_KO = Story(
    slug="council-ko",
    language="ko",
    title="해온시의회, 심야 돌봄센터 조례안 통과…내년 3월 6곳 문 연다",
    main=("해온시의회", "돌봄센터"),
    speaker="차윤슬",
    text="""해온시의회가 맞벌이 가정의 아이를 자정까지 돌보는 '심야 돌봄센터' 설치 조례안을 20일 통과시켰다.
조례안은 재석 의원 28명 가운데 찬성 19명, 반대 7명, 기권 2명으로 가결됐다.
해온시는 내년 3월 동부권 3곳과 서부권 3곳 등 모두 6곳에 돌봄센터를 열고, 만 12세 이하 아동이 있는 가정이면 누구나 하루 2천원에 이용할 수 있게 할 계획이다.
운영에는 연간 18억원이 들며 시비와 도비가 절반씩 투입된다.
조례를 대표 발의한 차윤슬 의원은 "밤늦게 일하는 부모가 아이를 혼자 두지 않게 하려는 것"이라고 말했다.
반면 민도겸 의원은 "교사 충원 계획이 없다"며 "시설만 늘리면 돌봄의 질이 떨어질 것"이라고 비판했다.
해온시 공무원노동조합은 야간 근무 수당 기준이 정해지지 않았다며 시장 면담을 요구했다.
시는 다음 달 2일 주민 설명회를 연 뒤 수탁 기관을 공모한다.""",
)

NOODLES_KO = Story(
    slug="noodles-ko",
    language="ko",
    title="누빛식품, 2분기 영업이익 412억원…라면 수출에 31% 증가",
    main=("누빛식품", "412억원"),
    speaker="서이안",
    text="""라면과 즉석식품을 만드는 누빛식품의 2분기 영업이익이 412억원으로 지난해 같은 기간보다 31% 늘었다.
누빛식품은 14일 2분기 매출이 3천870억원으로 12% 증가했다고 공시했다.
매운 라면 '불씨'의 미국 수출이 두 배로 늘며 해외 매출 비중이 처음으로 40%를 넘었다.
반면 국내 매출은 원재료 가격 상승과 소비 위축으로 3% 줄었다.
서이안 누빛식품 재무본부장은 "하반기에는 멕시코 공장이 가동돼 물류비가 줄어들 것"이라고 말했다.
회사는 올해 연간 매출 목표를 1조5천억원에서 1조6천억원으로 올렸다.
이날 누빛식품 주가는 전날보다 4.8% 오른 21만9천원에 거래를 마쳤다.""",
)

FERRY_EN = Story(
    slug="ferry-en",
    language="en",
    title="Rescuers free 11 after ferry runs aground off Sallow Island",
    main=("Sallow Island", "11"),
    speaker="Cora Whitlow",
    text="""A passenger ferry with 64 people on board ran aground off Sallow Island in thick fog early on Saturday, and 11 people were taken to hospital, the coast guard said.
The Merrow Queen struck a sandbank at 6:20 a.m. about half a mile from the harbor mouth, an hour after it had left Port Tarn.
Lifeboats brought all passengers and crew ashore within three hours. Two of the injured, a 71-year-old man and a girl of nine, were in serious condition, Tarn General Hospital said.
"The bow lifted and everybody slid forward," said Cora Whitlow, a teacher who was travelling with 20 pupils.
The ferry's operator, Sallow Line, suspended all sailings until Monday and said it would refund every ticket.
Investigators will examine why the ship's radar alarm did not sound, said Niall Petrie, head of the Marine Safety Board.
The same ferry hit a pier in 2021, an accident that the board blamed on a steering fault.""",
)

CUP_JA = Story(
    slug="cup-ja",
    language="ja",
    title="潮見FC、延長戦で北都ユナイテッドを破り初優勝",
    main=("潮見FC", "初優勝"),
    speaker="大谷真由",
    text="""サッカーの全日本クラブ杯は23日、決勝が行われ、潮見FCが延長の末に北都ユナイテッドを2-1で破り、初優勝を果たした。
1-1で迎えた延長後半8分、途中出場の高瀬蓮が左足で決勝点を決めた。
北都は前半31分に主将の宮本岳のゴールで先制したが、後半に退場者を出し、10人での戦いを強いられた。
潮見の大谷真由監督は「選手が最後まで走ってくれた」と話した。
女性監督による優勝は大会52年の歴史で初めて。
観客は4万1280人で、大会最多を更新した。
潮見FCは来年2月に始まるアジアクラブ選手権に出場する。""",
)

STORIES = (
    RECALL_KO, RECALL_EN, FEATURE_EN, FEATURE_KO, COURT_EN, EARNINGS_KO, SPORTS_EN, OBITUARY_JA, POLICY_JA, ACCIDENT_KO,
    WEATHER_EN, INTERVIEW_KO, COUNCIL_KO, NOODLES_KO, FERRY_EN, CUP_JA,
)  # fmt: skip
