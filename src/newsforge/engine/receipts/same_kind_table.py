# ruff: noqa: E501 -- patterns of three languages read best as lines; a Korean letter counts as two
"""Things of one kind that are never one another: a father is no mother, breakfast no supper, a bonus no base pay.

A block is a kind, a line one of it. ``=`` at the head of a line marks a word that covers the others of its block
(a child for a son): it neither speaks for one of them nor against one.
"""

from __future__ import annotations

import re
from functools import cache

from newsforge.engine.receipts.scripts import joined, of_script

_TABLE = r"""
아버지|(?<![가-힣])부친(?=[은이의과와을도께 ])|(?<![가-힣])아빠|父親|(?<![一-鿿])父(?![一-鿿])|\bfathers?\b|\bdads?\b
어머니|(?<![가-힣])모친(?=[은이의과와을도께 ])|(?<![가-힣])엄마|母親|(?<![一-鿿])母(?![一-鿿])|\bmothers?\b|\bmums?\b|\bmoms?\b
할아버지|(?<![가-힣])조부(?!모)|祖父(?!母)|\bgrandfathers?\b|\bgrandpa\b
할머니|(?<![가-힣])조모|祖母|\bgrandmothers?\b|\bgrandma\b
아들|장남|차남|息子|長男|次男|三男|\bsons?\b
(?<![가-힣])딸(?!기|린|꾹)|큰딸|작은딸|막내딸|외동딸|째 ?딸|두 ?딸|장녀|차녀|娘|長女|次女|三女|\bdaughters?\b
오빠|남동생|(?<![가-힣])형님|(?<![가-힣])친형|兄(?!弟)|(?<!兄)弟(?!子)|\bbrothers?\b
누나|언니|여동생|(?<!姉)妹|姉(?!妹)|\bsisters?\b(?! (?:compan|paper|ship|cit|site))
(?<![가-힣])남편|(?<![一-鿿])夫(?![一-鿿])|\bhusbands?\b|\bwidowers?\b
(?<![가-힣])아내|(?<![가-힣])부인(?![하했해할한될됐])|미망인|(?<![一-鿿])妻(?![一-鿿])|\bwi(?:fe|ves)\b|\bwidows?\b
삼촌|叔父|伯父|おじ(?=[のがはをに])|\buncles?\b
(?<![가-힣])이모(?![가-힣]{2})|(?<![가-힣])고모(?![가-힣]{2})|叔母|伯母|\baunts?\b
(?<![가-힣])조카|甥|姪|\bnephews?\b|\bnieces?\b
(?<![가-힣])사촌|いとこ|従兄弟|\bcousins?\b
(?<![가-힣])손[자녀](?=[가와는를의도 ])|(?<![一-鿿])孫(?![一-鿿])|\bgrand(?:sons?|daughters?|child\w*)\b
=부모|両親|父母|(?<![一-鿿])親(?![一-鿿])|\bparents?\b
=자녀|자식|(?<![가-힣])아이(?=[를가는의와들])|子ども|子供|(?<![一-鿿])子(?=[のがはを])|\bchild(?:ren)?\b|\bkids?\b
=동생|형제|남매|자매|きょうだい|兄弟|姉妹|\bsiblings?\b|\btwins?\b
=부부|배우자|夫婦|配偶者|\bspouses?\b|\bcouple\b|\bpartners?\b
=가족|유족|家族|遺族|親族|\bfamil(?:y|ies)\b|\brelatives?\b

아침 ?(?:식사|밥)|조식|아침을 먹|朝食|朝ご飯|\bbreakfasts?\b
점심|중식|昼食|昼ご飯|ランチ|\blunch(?:es|time)?\b
저녁 ?(?:식사|밥)|석식|저녁을 먹|夕食|夕飯|晩ご飯|\bdinners?\b|\bsuppers?\b

(?<![가-힣])초등학(?:교|생)|(?<![가-힣])초교|小学[校生]|\b(?:elementary|primary) (?:school|pupil)s?\b
(?<![가-힣])중학(?:교|생)|中学(?:校|生)|\bmiddle school(?:er)?s?\b|\bjunior high\b
(?<![가-힣])고등학(?:교|생)|(?<![가-힣])고교|高校|高等学校|(?<!junior )\bhigh school(?:er)?s?\b
대학생|대학교|大学生|\bundergraduates?\b|\buniversity students?\b
(?<![가-힣])대학원|大学院|\bgraduate (?:school|student)s?\b

8강|準々決勝|\bquarter-?\s?finals?\b|\blast eight\b
4강|준결승|準決勝|\bsemi-?\s?finals?\b|\blast four\b
16강|ベスト16|\blast 16\b|\bround of 16\b

금메달|金メダル|\bgold(?: medal\w*)?\b(?= (?:in|at|medal))
은메달|銀メダル|\bsilver(?: medal\w*)?\b(?= (?:in|at|medal))
동메달|銅メダル|\bbronze\b

(?<![가-힣])기본급|基本給|\bbase (?:pay|salar\w+|wages?)\b|\bbasic pay\b
성과급|인센티브|業績給|成果給|業績連動|\bperformance (?:bonus\w*|pay)\b
격려금|激励金|\bincentive payments?\b
일시금|타결금|축하금|\b(?:lump|one-off) (?:sum|payment)s?\b|\bsigning bonus\w*\b
상여금|賞与|ボーナス|一時金
휴가비|\bholiday (?:bonus\w*|pay)\b|\bvacation pay\b
(?<![다소])수당|手当|\ballowances?\b
상품권|商品券|\b(?:gift|shopping) vouchers?\b
퇴직금|退職金|\bseverance(?: pay)?\b

(?<![가-힣])매출(?:액)?|売上高|売り上げ|\brevenues?\b|\bsales\b
영업이익|営業利益|\boperating (?:profit|income)\b
순이익|純利益|\bnet (?:profit|income)\b
영업손실|営業損失|\boperating loss(?:es)?\b
순손실|純損失|\bnet loss(?:es)?\b
생산 ?(?:차질|손실)|피해액|재산 ?피해|被害額|生産損失|\blost (?:output|production)\b
과징금|課徴金
벌금|罰金
과태료|(?<![一-鿿])過料
범칙금|反則金
배상(?:금|액)|賠償金?|\bcompensation\b|\bdamages\b
위자료|慰謝料
사업비|공사비|事業費|工事費|\bconstruction costs?\b
운영비|運営費|\b(?:running|operating) costs?\b
(?<![가-힣])부채|(?<![가-힣])빚|차입금|負債|借金|\bdebts?\b
시가총액|(?<![가-힣])시총|時価総額|\bmarket (?:value|cap\w*)\b

(?<![가-힣])예금|(?<![가-힣])적금|預金|\bdeposit(?:s|ors?)?\b
(?<!확)대출|融資|貸し出し|\bloans?\b|\blending\b

(?<![가-힣])국비|国費|\bnational (?:funds?|money)\b
(?<![가-힣])도비|시도비|県費|\bprovincial (?:funds?|money)\b
(?<![가-힣])군비(?= ?\d)|(?<![가-힣])구비(?= ?\d)|町費

(?<!비)정규직|正社員|\bpermanent (?:staff|workers?|employees?)\b
비정규직|계약직|기간제|契約社員|非正規|\b(?:contract|temporary) (?:staff|workers?|employees?)\b|하청|협력업체|(?<![가-힣])파견|下請け|派遣|\bsub-?contract\w*|\bagency workers?\b

(?<![가-힣])(?:왼|좌)(?:쪽|손|발|팔|다리|무릎|발목|어깨|눈)|左(?=[手足腕膝肩目脚ひ])|\bleft (?:hand|foot|arm|leg|knee|ankle|shoulder|eye|hip|hamstring|calf)\b|\bleft-footed\b
(?<![가-힣])(?:오른|우)(?:쪽|손|발|팔|다리|무릎|발목|어깨|눈)|右(?=[手足腕膝肩目脚ひ])|\bright (?:hand|foot|arm|leg|knee|ankle|shoulder|eye|hip|hamstring|calf)\b|\bright-footed\b

(?<![가-힣])무릎|膝|ひざ|\bknees?\b
(?<![가-힣])발목|足首|\bankles?\b
(?<![가-힣])어깨|肩|\bshoulders?\b
(?<![가-힣])손목|手首|\bwrists?\b
(?<![가-힣])팔꿈치|肘|ひじ|\belbows?\b
햄스트링|ハムストリング|\bhamstrings?\b

(?<![가-힣])어른|(?<![가-힣])성인|大人|\badults?\b
어린이|(?<![가-힣])아동|子ども料金|小児|\bchild(?:ren)?(?='s (?:fare|ticket))\b
(?<![가-힣])청소년|\bteenagers?\b|\byouths?\b

태양광|태양열|太陽光|\bsolar\b
풍력|風力|\bwind (?:power|farm|turbine)\w*\b
(?<![가-힣])원전|원자력|原発|原子力|\bnuclear\b
석탄|石炭|\bcoal\b

(?<![가-힣])돼지|豚|\bpigs?\b|\bswine\b
(?<![가-힣])닭|육계|산란계|(?<![一-鿿])鶏|\bchickens?\b|\bhens?\b
한우|젖소|(?<![가-힣])소고기|쇠고기|牛(?!乳)|\bcattle\b|\bcows?\b|\bbeef\b

(?<![가-힣])평일|(?<![가-힣])주중|平日|\bweekdays?\b|\bmonday to friday\b
(?<![가-힣])(?:주말|휴일|공휴일)|週末|土日|休日|\bweekends?\b|\bholidays\b

(?<![가-힣])오전(?! ?\d)|午前(?!\d)|\bmornings?\b
(?<![가-힣])오후(?! ?\d)|午後(?!\d)|\bafternoons?\b

매일|날마다|하루 한 번|毎日|1日1回|\b(?:once[- ])?daily\b|\b(?:once|every) (?:a )?day\b
매주|주 ?1회|주 한 번|일주일에 한 번|毎週|週1回|\b(?:once[- ])?weekly\b|\bonce a week\b|\bevery week\b
매달|매월|월 ?1회|한 달에 한 번|毎月|月1回|月に1回|\b(?:once[- ])?monthly\b|\bonce a month\b|\bevery month\b
(?<![가-힣])매년|해마다|연 ?1회|1년에 한 번|毎年|年1回|\bonce a year\b|\byearly\b|\bevery year\b

형사 ?(?:재판|소송|처벌|책임|사건)|刑事(?:裁判|訴訟|処分|責任|事件)|\bcriminal (?:fine|penalt|charge|case|court|complaint|lawsuit|proceeding|trial)\w*
민사 ?(?:재판|소송|책임|사건)|民事(?:裁判|訴訟|責任|事件)|\bcivil (?:fine|penalt|charge|case|court|complaint|lawsuit|proceeding|trial)\w*

(?<!불)구속 ?기소|구속된 상태로 재판|身柄を拘束されたまま起訴
불구속 ?기소|불구속 상태로 재판|在宅起訴
약식 ?기소|略式起訴
"""
_COVERS = "="
#: Blocks of which one word of a language stands for several of another: what is paid, what staff are called.
NOT_ABROAD = frozenset({5, 6, 8, 9, 12})
#: Halves of a week and of a day: a sentence that has both may leave out the verb of one of them.
BY_SENTENCE = frozenset({15, 16, 17})
#: The place of the block of relations, and which of them another one implies: who has a husband is a wife, and parents
#: may be told as father and mother.
KIN = 0
IMPLIED_BY = {
    0: frozenset({4, 5, 15}), 1: frozenset({4, 5, 15}), 4: frozenset({0, 1, 15, 16}), 5: frozenset({0, 1, 15, 16}),
    6: frozenset({7, 17}), 7: frozenset({6, 17}), 8: frozenset({9, 18}), 9: frozenset({8, 18}),
}  # fmt: skip


Member = tuple[re.Pattern[str] | None, bool]


@cache
def members(script: str, number: int) -> tuple[Member, ...]:
    """Of a block, in order: how each is written in the script (None for not at all), and whether it covers the
    others."""
    found: list[Member] = []
    for line in _blocks()[number]:
        forms = of_script(line.removeprefix(_COVERS), script)
        found.append((re.compile(joined(forms, script)) if forms else None, line.startswith(_COVERS)))
    return tuple(found)


@cache
def any_of(script: str, number: int) -> re.Pattern[str]:
    """Any member of the block."""
    return re.compile(_pattern(script, number))


def kinds_in(text: str, script: str) -> list[int]:
    """The blocks of which the text has a member; most sentences have none."""
    if _any(script).search(text) is None:
        return []
    return sorted({int(str(match.lastgroup)[1:]) for match in _by_kind(script).finditer(text)})


@cache
def _any(script: str) -> re.Pattern[str]:
    lines = (line.removeprefix(_COVERS) for block in _blocks() for line in block)
    return re.compile(joined((form for line in lines for form in of_script(line, script)), script))


@cache
def _by_kind(script: str) -> re.Pattern[str]:
    """A group a block."""
    return re.compile("|".join(f"(?P<b{number}>{_pattern(script, number)})" for number in range(len(_blocks()))))


def _pattern(script: str, number: int) -> str:
    lines = (line.removeprefix(_COVERS) for line in _blocks()[number])
    return joined((form for line in lines for form in of_script(line, script)), script)


@cache
def _blocks() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(block.strip().splitlines()) for block in _TABLE.strip().split("\n\n"))
