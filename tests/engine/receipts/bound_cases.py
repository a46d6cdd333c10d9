"""What belongs together in an article and was told apart, or the other way round: a day and its deed, a number and whom
it counts, a title and its bearer. Each wrong sentence has right twins that say the same in other words."""

from __future__ import annotations

BOAT = """30일 오전 4시 20분께 전남 완도군 청산도 남쪽 12㎞ 해상에서 승선원 11명이 탄 39t급 어선 '은성호'가 뒤집혔다.
이 사고로 4명이 숨지고 2명이 실종됐으며 5명은 구조됐다.
완도해양경찰서는 이 배가 강풍주의보가 내려지기 전인 29일 오후 10시께 출항했다고 30일 밝혔다.
박도현 서장은 "기상이 나빠져 수색이 늦어지고 있다"고 말했다.
검찰은 선주 홍모씨를 12일 기소했으며, 법원은 14일 선주 홍모씨에 대한 구속영장을 기각했다.
올해 들어 완도 해역에서 일어난 어선 사고는 21건이며 이 가운데 6건이 충돌 사고였다. 지난해에는 8건이었다."""
COUNCIL = """The Elmford council approved a 4.2 million dollar shelter on March 3, and the mayor signed the plan on March 9.
A fire at the old shelter killed three people and injured seven; two others are missing.
The alarm went off at 2:15 a.m. on February 21, and firefighters arrived at 2:40 a.m.
Of the 48 calls to the shelter this year, 12 were false alarms. Last year there were 31 calls.
The shelter closed before the inspection was finished.
The city opens the hall on weekdays and leaves it shut at weekends."""
JAPAN = """5月3日午前6時10分ごろ、青森県沖で漁船が転覆し、3人が死亡、4人が行方不明になった。
県は4月28日に条例案を可決し、5月1日に施行した。
青森海上保安部は5月4日、船の位置情報を公表した。"""

#: (article, language, text): a day told of another deed, or of another hour.
OTHER_DAY = (
    (BOAT, "ko", "사고는 29일 오전 4시 20분께 일어났다."),
    (BOAT, "ko", "30일 오후 10시께 출항한 은성호가 뒤집혔다."),
    (BOAT, "en", "The boat capsized at about 4:20 a.m. on the 29th off Wando."),
    (BOAT, "ko", "완도해양경찰서는 29일 발표했다."),
    (BOAT, "ko", "검찰은 14일 선주를 기소했다."),
    (BOAT, "ko", "법원은 12일 구속영장을 기각했다."),
    (COUNCIL, "en", "The council approved the shelter on March 9."),
    (COUNCIL, "en", "The alarm went off at 2:15 a.m. on March 3."),
    (JAPAN, "ja", "5月1日午前6時10分ごろ、漁船が転覆した。"),
    (JAPAN, "ja", "県は5月1日に条例案を可決した。"),
)
ITS_DAY = (
    (BOAT, "ko", "사고는 30일 오전 4시 20분께 일어났다."),
    (BOAT, "ko", "은성호는 29일 오후 10시께 출항했다."),
    (BOAT, "ko", "29일 밤 출항한 은성호가 30일 새벽 뒤집혔다."),
    (BOAT, "ko", "완도해경은 30일 은성호가 전날 오후 10시께 출항했다고 설명했다."),
    (BOAT, "ko", "검찰은 12일 선주를 기소했다."),
    (BOAT, "ko", "법원은 14일 홍모씨의 구속영장을 기각했다."),
    (BOAT, "ko", "12일 기소된 선주의 구속영장은 14일 기각됐다."),
    (COUNCIL, "en", "The mayor signed the plan on March 9, six days after the council approved it."),
    (COUNCIL, "en", "On March 3 the council approved the shelter."),
    (COUNCIL, "en", "The alarm rang at 2:15 a.m. on Feb. 21."),
    (JAPAN, "ja", "県は4月28日に条例案を可決した。"),
    (JAPAN, "ja", "条例案は4月28日に可決され、5月1日に施行された。"),
    (JAPAN, "ja", "海上保安部は5月4日、位置情報を明らかにした。"),
)

#: (article, language, text): a number told of others than the article counts.
OTHER_COUNT = (
    (BOAT, "ko", "어선이 뒤집혀 2명이 숨지고 4명이 실종됐다."),
    (BOAT, "ko", "완도 어선 전복…사망 2명·실종 4명"),
    (BOAT, "ko", "사망자는 5명, 실종자는 2명이다."),
    (BOAT, "en", "A fishing boat capsized off Wando, leaving two dead and four missing."),
    (BOAT, "en", "Five people died and four were rescued."),
    (BOAT, "ja", "漁船が転覆し、2人が死亡、4人が行方不明になった。"),
    (COUNCIL, "en", "The fire killed two people and injured seven."),
    (COUNCIL, "en", "The fire killed seven and injured three."),
    (COUNCIL, "ko", "이 불로 7명이 숨지고 3명이 다쳤다."),
    (JAPAN, "ja", "漁船が転覆し、死者4人、行方不明3人となった。"),
    (JAPAN, "en", "Four people died and three are missing after a boat capsized off Aomori."),
    (BOAT, "ko", "올해 완도 해역 어선 사고 21건 가운데 8건이 충돌 사고였다."),
    (COUNCIL, "en", "Of the 48 calls this year, 31 were false alarms."),
)
ITS_COUNT = (
    (BOAT, "ko", "어선이 뒤집혀 4명이 숨지고 2명이 실종됐다."),
    (BOAT, "ko", "완도 어선 전복…사망 4명·실종 2명"),
    (BOAT, "ko", "승선원 11명 가운데 5명은 구조됐으나 4명은 끝내 숨졌다."),
    (BOAT, "ko", "6명이 숨지거나 실종됐다."),
    (BOAT, "en", "A fishing boat with 11 people on board capsized off Wando, leaving four dead and two missing."),
    (BOAT, "en", "Two people are still missing; five were rescued and four died."),
    (BOAT, "ja", "漁船が転覆し、4人が死亡、2人が行方不明になった。"),
    (COUNCIL, "en", "Three people were killed, seven injured and two are missing."),
    (COUNCIL, "en", "The fire left three dead and seven hurt."),
    (COUNCIL, "ko", "이 불로 3명이 숨지고 7명이 다쳤다."),
    (JAPAN, "en", "Three people died and four are missing after a boat capsized off Aomori."),
    (BOAT, "ko", "올해 완도 해역 어선 사고 21건 가운데 6건은 충돌 사고였다."),
    (BOAT, "ko", "충돌 사고가 21건 중 6건이었다."),
    (COUNCIL, "en", "Twelve of this year's 48 calls were false alarms."),
)

SCREENS = """초등학생 다섯 명 가운데 한 명은 하루에 5시간 넘게 휴대전화를 쓰는 것으로 나타났다.
가족과 사용 규칙을 정한 학생의 하루 평균 사용 시간은 2시간 48분으로, 규칙이 없는 학생(4시간 35분)보다 짧았다.
휴대전화 생산은 베트남이 41%로 가장 많았고 중국이 30%, 인도가 19%로 뒤를 이었다.
미국이 수입한 휴대전화 가운데 한국산이 22%로 대만산(18%)을 제쳤다.
노사 합의안은 조합원 과반의 찬성을 얻어야 한다."""
BALLOT = """The deal needs a majority of members to pass. Nurses work 11 hours and 40 minutes a day on average."""
BALLOT_JA = """改正案の可決には過半数の賛成が必要だ。平均の通勤時間は1時間52分だった。"""

#: (article, language, text): limits, majorities and ranks in words of one's own, and what they do not allow.
OTHER_LIMIT = (
    (SCREENS, "ko", "초등학생 다섯 명 중 한 명은 하루 4시간 넘게 휴대전화를 쓴다."),
    (SCREENS, "ko", "규칙을 정한 학생은 하루 2시간도 쓰지 않았다."),
    (SCREENS, "ko", "노사 합의안은 조합원 3분의 2가 찬성해야 한다."),
    (BALLOT, "en", "Nurses work less than 11 hours a day on average."),
)
ITS_LIMIT = (
    (SCREENS, "ko", "초등학생 다섯 명 중 한 명은 하루 5시간 넘게 휴대전화를 쓴다."),
    (SCREENS, "ko", "규칙을 정한 학생은 하루 3시간도 쓰지 않았다."),
    (SCREENS, "ko", "규칙을 정한 학생의 사용 시간은 하루 3시간이 채 안 됐다."),
    (SCREENS, "ko", "합의안은 조합원 절반이 넘게 찬성해야 한다."),
    (SCREENS, "en", "The deal needs the approval of more than half of the members."),
    (SCREENS, "ko", "베트남이 휴대전화 생산의 41%로 1위를 차지했다."),
    (SCREENS, "ko", "중국이 30%로 2위를 차지했다."),
    (SCREENS, "ko", "미국이 수입한 휴대전화에서 한국이 대만을 제치고 22%를 차지했다."),
    (SCREENS, "ko", "베트남이 전체 휴대전화 생산의 41%를 차지했다."),
    (BALLOT, "en", "The deal will pass if more than half of the members back it."),
    (BALLOT, "ko", "합의안은 절반 넘게 찬성해야 가결된다."),
    (BALLOT, "en", "Nurses work just under 12 hours a day on average."),
    (BALLOT_JA, "ja", "改正案は半数を超える賛成で可決される。"),
    (BALLOT_JA, "ja", "平均の通勤時間は2時間足らずだった。"),
)

FIRM = """한결전자 오세민 대표이사는 "내년에 공장을 짓겠다"고 말했다.
임가현 산업통상부 차관은 세금 감면을 약속했다.
정유라 부회장은 투자에 반대했으며, 한결전자 노조의 최보람 위원장은 고용을 걱정했다."""
BANKERS = """"We have time," Chief Executive Ingrid Baumann said on Friday.
Baumann, who took over in 2022, said she would stay. Chairman Luc Perret backed her.
Deputy Mayor Rosa Linden praised the bank, and Owen Tarr, the company's chief financial officer, will leave in May."""
OFFICE_JA = """北浜電機の藤田社長は投資を増やすと述べた。労組の石田委員長は反対した。小林副知事も出席した。"""

#: (article, language, text): a position that is not the person's.
OTHER_TITLE = (
    (FIRM, "ko", "오세민 회장은 내년에 공장을 짓겠다고 말했다."),
    (FIRM, "ko", "임가현 장관은 세금 감면을 약속했다."),
    (FIRM, "ko", "정유라 회장은 투자에 반대했다."),
    (FIRM, "en", "Chairman Oh Se-min said the company would build a plant next year."),
    (FIRM, "en", "Minister Lim Ga-hyun promised tax cuts."),
    (BANKERS, "en", "Chairman Ingrid Baumann said she would stay."),
    (BANKERS, "en", "Chief Executive Luc Perret backed her."),
    (BANKERS, "en", "Mayor Rosa Linden praised the bank."),
    (BANKERS, "en", "Owen Tarr, the chief executive, will leave in May."),
    (BANKERS, "ko", "잉그리드 바우만 회장은 자리를 지키겠다고 말했다."),
    (OFFICE_JA, "ja", "藤田会長は投資を増やすと述べた。"),
    (OFFICE_JA, "en", "Chairman Fujita said the company would invest more."),
    (OFFICE_JA, "en", "Governor Kobayashi also attended."),
)
ITS_TITLE = (
    (FIRM, "ko", "오세민 대표는 내년에 공장을 짓겠다고 말했다."),
    (FIRM, "ko", "임가현 산업부 차관은 세금 감면을 약속했다."),
    (FIRM, "ko", "최보람 노조위원장은 고용을 걱정했다."),
    (FIRM, "en", "CEO Oh Se-min said the company would build a plant next year."),
    (FIRM, "en", "Vice Minister Lim Ga-hyun promised tax cuts."),
    (FIRM, "en", "Vice Chairman Jung Yu-ra opposed the investment."),
    (BANKERS, "en", "CEO Ingrid Baumann said she would stay."),
    (BANKERS, "en", "Chairman Luc Perret backed Baumann, the chief executive."),
    (BANKERS, "en", "Owen Tarr, the bank's finance chief, leaves in May."),
    (BANKERS, "ko", "잉그리드 바우만 최고경영자는 자리를 지키겠다고 말했다."),
    (OFFICE_JA, "ja", "藤田社長は投資を増やすと述べた。"),
    (OFFICE_JA, "en", "President Fujita said the company would invest more."),
    (OFFICE_JA, "en", "Vice Governor Kobayashi also attended."),
)

METRO = """서울교통공사가 내년 2월부터 평일 지하철 막차를 30분 앞당긴다. 주말과 공휴일 운행 시간은 지금과 같다.
시의회는 선거가 끝난 뒤 예산안을 심의한다. 공청회는 개통 전에 열린다.
도서관은 오전에 어린이 강좌를 열고 오후에 어른 강좌를 연다."""
LIBRARY = """The library will open an hour earlier on weekdays. Weekend hours stay the same.
The mayor resigned after the report was published. Talks began before the strike ended.
The clinic sees children in the morning and adults in the afternoon."""
LIBRARY_JA = """市営バスは平日の最終便を30分繰り上げる。週末の時刻は変わらない。
船は警報が出る前に出港した。社長は報告書が公表された後に辞任した。"""

#: (article, language, text): the other half of the week or of the day, the other side of an event.
OTHER_SIDE = (
    (METRO, "ko", "서울교통공사가 내년 2월부터 주말 지하철 막차를 30분 앞당긴다."),
    (METRO, "ko", "시의회는 선거가 끝나기 전 예산안을 심의한다."),
    (METRO, "ko", "공청회는 개통 후에 열린다."),
    (METRO, "en", "Seoul Metro will run its last weekend trains 30 minutes earlier from February."),
    (BOAT, "ko", "은성호는 강풍주의보가 내려진 뒤 출항했다."),
    (LIBRARY, "en", "The library will open an hour earlier at weekends."),
    (LIBRARY, "en", "The mayor resigned before the report was published."),
    (LIBRARY, "en", "Talks began after the strike ended."),
    (COUNCIL, "en", "The shelter closed after the inspection was finished."),
    (LIBRARY_JA, "ja", "市営バスは週末の最終便を30分繰り上げる。"),
    (LIBRARY_JA, "ja", "船は警報が出た後に出港した。"),
    (LIBRARY_JA, "ja", "社長は報告書が公表される前に辞任した。"),
)
ITS_SIDE = (
    (METRO, "ko", "내년 2월부터 평일 서울 지하철 막차가 30분 당겨지고 주말은 그대로다."),
    (METRO, "ko", "주말과 공휴일 지하철 운행 시간은 그대로다."),
    (METRO, "ko", "시의회의 예산안 심의는 선거가 끝난 다음이다."),
    (METRO, "ko", "공청회는 개통에 앞서 열린다."),
    (METRO, "ko", "선거 뒤 시의회가 예산안을 심의한다."),
    (METRO, "ko", "오전에는 어린이, 오후에는 어른 강좌가 열린다."),
    (BOAT, "ko", "은성호는 강풍주의보가 내려지기 전에 출항했다."),
    (BOAT, "ko", "은성호가 출항한 뒤 강풍주의보가 내려졌다."),
    (LIBRARY, "en", "Weekday opening moves an hour earlier; weekend hours stay the same."),
    (LIBRARY, "en", "The report was published before the mayor resigned."),
    (LIBRARY, "en", "After the report was published, the mayor resigned."),
    (LIBRARY, "en", "The clinic sees adults in the afternoon."),
    (LIBRARY_JA, "ja", "市営バスは平日の最終便を30分早める。"),
    (LIBRARY_JA, "ja", "報告書が公表された後、社長は辞任した。"),
    (LIBRARY_JA, "ja", "船は警報が出る前に港を出た。"),
)

RIVALS = """한결전자가 도마리테크를 4천억원에 인수했다.
서하준 시장은 뇌물을 받았다는 의혹을 부인했다.
시의회는 통행료를 올리지 않기로 했다. 시는 새 다리를 짓지 않는다.
김도윤 대표는 사임할 뜻이 없다고 말했다.
정부는 2027년까지 신도시 지하철을 연장할 계획이다.
법원은 12일 정씨를 체포하는 것을 허가했다."""
RIVALS_EN = """Norvane acquired Helvian for $4 billion on Monday.
The mayor denied that he had taken bribes.
The council decided not to raise tolls and will not build the bridge.
Chief executive Ingrid Baumann said she would not resign.
The government will extend the line by 2027."""
RIVALS_JA = """市議会は12日、水道料金を引き上げないことを決めた。藤田社長は辞任を否定した。
県は2027年に新しい図書館を建設する。労組は3日のストライキを中止しなかった。"""

#: (article, language, text): translations that deny what was done, or the other way, or turn it round.
ABROAD_WRONG = (
    (RIVALS, "en", "Domari Tech acquired Hangyeol Electronics for 400 billion won."),
    (RIVALS, "en", "Mayor Seo Ha-jun confirmed allegations that he took bribes."),
    (RIVALS, "en", "The city council will raise tolls."),
    (RIVALS, "en", "The city will build a new bridge."),
    (RIVALS, "en", "CEO Kim Do-yun said he would resign."),
    (RIVALS, "en", "The government will not extend the subway to the new town by 2027."),
    (RIVALS_EN, "ko", "헬비안이 노베인을 40억 달러에 인수했다."),
    (RIVALS_EN, "ko", "시장은 뇌물을 받았다고 인정했다."),
    (RIVALS_EN, "ko", "시의회는 통행료를 올리기로 했다."),
    (RIVALS_EN, "ja", "市議会は通行料を引き上げることを決めた。"),
    (RIVALS_EN, "ko", "정부는 2027년까지 노선을 연장하지 않는다."),
    (RIVALS_JA, "en", "The city council decided on the 12th to raise water rates."),
    (RIVALS_JA, "en", "The prefecture will not build a new library in 2027."),
)
ABROAD_RIGHT = (
    (RIVALS, "en", "Hangyeol Electronics acquired Domari Tech for 400 billion won."),
    (RIVALS, "en", "Domari Tech was acquired by Hangyeol Electronics for 400 billion won."),
    (RIVALS, "en", "Mayor Seo Ha-jun denied allegations that he took bribes."),
    (RIVALS, "en", "The city council will not raise tolls."),
    (RIVALS, "en", "The council kept tolls unchanged."),
    (RIVALS, "en", "CEO Kim Do-yun has no plans to resign."),
    (RIVALS, "en", "The government plans to extend the subway to the new town by 2027."),
    (RIVALS_EN, "ko", "노베인이 헬비안을 40억 달러에 인수했다."),
    (RIVALS_EN, "ko", "시장은 뇌물을 받았다는 의혹을 부인했다."),
    (RIVALS_EN, "ko", "시의회는 통행료를 올리지 않기로 했다."),
    (RIVALS_EN, "ko", "최고경영자는 사임하지 않겠다고 했다."),
    (RIVALS_JA, "en", "The city council decided on the 12th not to raise water rates."),
    (RIVALS_JA, "en", "The prefecture will build a new library in 2027."),
)

RATES = """한울은행은 26일 기준금리를 연 2.50%로 동결했다. 지난 5월과 8월에는 0.25%포인트씩 내렸다.
은행은 올해 성장률 전망치를 0.9%에서 1.1%로 올렸다. 내년 전망치도 1.6%에서 1.9%로 높였다.
환율이 더 오르면 수입 물가가 3%가량 오를 수 있다고 은행은 내다봤다."""
SHOT = """A once-monthly injection cut severe asthma attacks by 52%, the trial found.
The company will apply for approval in March and open a plant in Leeds in October."""
PAY_JA = """北浜電機は2027年10月から定年を60歳から65歳に引き上げる。賃上げは来年4月の給与から反映する。
藤堂雅史社長は17日の会見で「投資と考えている」と述べた。労組の宮原千佳委員長は「物価高を上回る賃上げを勝ち取った」と評価した。
労使は17日、月1万4000円の賃上げで妥結した。"""

#: (article, language, text): what was kept as moved, another year's or month's, another often, another speaker.
OTHER_CASE = (
    (RATES, "ko", "한울은행이 기준금리를 연 2.50%로 0.25%포인트 내렸다."),
    (RATES, "en", "Hanul Bank raised its 2026 growth forecast from 1.6% to 1.9%."),
    (RATES, "ko", "은행은 올해 성장률 전망치를 1.6%에서 1.9%로 높였다."),
    (RATES, "ko", "환율이 더 오르면 수입 물가가 3%가량 내릴 수 있다고 은행은 내다봤다."),
    (SHOT, "en", "A once-weekly injection cut severe asthma attacks by 52%."),
    (SHOT, "ko", "매주 맞는 주사가 심한 천식 발작을 52% 줄였다."),
    (PAY_JA, "ja", "定年は来年4月から65歳に引き上げる。"),
    (PAY_JA, "ja", "宮原千佳委員長は「投資と考えている」と述べた。"),
    (PAY_JA, "en", "The union rejected a pay rise of 14,000 yen a month."),
)
ITS_CASE = (
    (RATES, "ko", "한울은행이 기준금리를 연 2.50%로 유지했다."),
    (RATES, "ko", "5월과 8월 기준금리를 0.25%포인트씩 내린 한울은행이 이번에는 연 2.50%로 동결했다."),
    (RATES, "en", "Hanul Bank raised its 2027 growth forecast from 1.6% to 1.9%."),
    (RATES, "ko", "내년 성장률 전망치는 1.6%에서 1.9%로, 올해는 0.9%에서 1.1%로 높아졌다."),
    (RATES, "ko", "환율이 더 오르면 수입 물가가 3%가량 상승할 수 있다."),
    (SHOT, "en", "A monthly injection cut severe asthma attacks by 52%."),
    (SHOT, "ko", "한 달에 한 번 맞는 주사가 심한 천식 발작을 52% 줄였다."),
    (PAY_JA, "ja", "定年は2027年10月から65歳に引き上げる。"),
    (PAY_JA, "ja", "藤堂社長は「投資と考えている」と述べた。"),
    (PAY_JA, "en", "Management and the union agreed on a pay rise of 14,000 yen a month."),
)

VERDICT = """라이더유니온노조는 판결을 환영했다. 바로컴퍼니는 "판결을 존중하지만 업계 현실과 맞지 않는다"며 유감을 나타냈다.
재판부는 "모든 배달원이 근로자에 해당한다는 취지는 아니다"라고 밝혔다.
구교훈 위원장은 "미지급한 퇴직금을 돌려받기 위한 소송을 다음 달 낼 것"이라고 말했다.
한국플랫폼협회 정다해 회장은 "소비자의 부담이 늘어날 것"이라고 우려했다."""
PAY_MORE_JA = """初任給は大卒で1万5000円引き上げて28万円とする。
社長の藤堂氏は「すべての店を閉じるという意味ではない」と述べた。
島田理恵研究員は「格差は1.8ポイントに広がる」と指摘し、宮原千佳委員長は「賃上げを勝ち取った」と評価した。"""

#: (article, language, text): one side's stance or one person's words told of another, and what is not meant.
OTHER_VOICE = (
    (VERDICT, "ko", "바로컴퍼니는 판결을 환영했다."),
    (VERDICT, "ko", "재판부는 모든 배달원이 근로자에 해당한다고 밝혔다."),
    (VERDICT, "ko", "정다해 회장은 퇴직금을 돌려받기 위한 소송을 다음 달 내겠다고 밝혔다."),
    (VERDICT, "ko", "구교훈 위원장은 소비자의 부담이 늘어날 것이라고 우려했다."),
)
ITS_VOICE = (
    (VERDICT, "ko", "노조는 판결을 환영했다."),
    (VERDICT, "ko", "바로컴퍼니는 판결에 유감을 나타냈다."),
    (VERDICT, "ko", "재판부는 모든 배달원이 근로자에 해당하는 것은 아니라고 밝혔다."),
    (VERDICT, "ko", "구교훈 위원장은 퇴직금을 돌려받기 위한 소송을 다음 달 내겠다고 밝혔다."),
    (VERDICT, "ko", "정다해 회장은 소비자의 부담이 늘어날 것이라고 걱정했다."),
    (PAY_MORE_JA, "ja", "大卒の初任給は28万円に上がる。"),
    (PAY_MORE_JA, "ja", "宮原委員長は賃上げを勝ち取ったと評価した。"),
)

SHIPS = """24일 밤 전남 여수 앞바다에서 화물선과 유조선이 부딪쳤다.
이 사고로 유조선 기관사 박모(57)씨가 숨지고 화물선 선원 2명이 다쳤다.
화물선 선장은 과실을 부인했다. 한태호 차관은 "인력을 모두 투입하겠다"고 말했다.
어민 서만석 씨는 "초동 대응이 12시간이나 늦었다"고 비판했다."""
TRANSFER = """Marlow City signed striker Caio Ferreira on Tuesday for $84 million. He scored 21 goals in 30 league games.
The transfer must still be approved by the league, which is expected to rule by Friday."""

OTHER_TOLD = (
    (SHIPS, "ko", "이 사고로 2명이 숨졌다."),
    (SHIPS, "ko", "한태호 차관은 초동 대응이 12시간이나 늦었다고 비판했다."),
    (SHIPS, "en", "The captain admitted negligence after the collision."),
    (TRANSFER, "en", "The league has approved the transfer."),
)
ITS_TOLD = (
    (SHIPS, "ko", "화물선과 유조선이 충돌해 1명이 숨지고 2명이 다쳤다."),
    (SHIPS, "ko", "서만석 씨는 초동 대응이 12시간이나 늦었다고 비판했다."),
    (SHIPS, "en", "The captain denied negligence after the collision."),
    (TRANSFER, "en", "The league still has to approve the transfer."),
    (TRANSFER, "en", "Ferreira scored 21 times in 30 league games."),
)
