# ruff: noqa: E501 -- lists of words read best as lines of words; a Korean letter counts as two
"""Words that turn a statement into its opposite, per language.

Each entry of a language's table is two sides; any word of one side against any of the other is a flip. Korean and
Japanese sides are regular expressions for the start of a word (or, after ``~``, for anywhere in it); English sides
are whole words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Opposition:
    """``firm`` oppositions are told from the words alone; the others only where one word stands in place of the
    other (beat and lost may both be true of one match)."""

    left: re.Pattern[str]
    right: re.Pattern[str]
    firm: bool


#: A bar that stands in no group.
_TOP_BAR = re.compile(r"\|(?![^(]*\))")
_ENGLISH = """
! rise rises rose risen rising increase increases increased increasing grow grows grew grown growing growth gain gains gained gaining climb climbs climbed climbing jump jumps jumped jumping surge surges surged surging soar soars soared soaring rally rallied upswing upswings uptick raise raises raised | fall falls fell fallen falling decrease decreases decreased decreasing decline declines declined declining drop drops dropped dropping plunge plunges plunged plunging shrink shrinks shrank shrunk shrinking shrinkage slump slumps slumped tumble tumbles tumbled sink sinks sank slid downturn downturns lower lowered lowers reduce reduces reduced reduction cut cuts
! approve approves approved approving approval accept accepts accepted endorse endorses endorsed ratify ratified | reject rejects rejected rejecting rejection veto vetoed disapprove disapproves disapproved
! allow allows allowed allowing permit permits permitted permitting legalise legalize | ban bans banned banning prohibit prohibits prohibited prohibiting forbid forbids forbidden forbade outlaw outlawed disallow disallowed
! support supports supported supporting favour favor favours favors favoured favored | oppose opposes opposed opposing opposition
! admit admits admitted admitting confess confessed acknowledge acknowledges acknowledged | deny denies denied denying denial
! above exceed exceeds exceeded exceeding | below
! expand expands expanded expanding expansion widen widens widened widening broaden broadened | shrink shrinks shrank contract contracted contraction narrow narrows narrowed narrowing
! strengthen strengthens strengthened strengthening | weaken weakens weakened weakening
! accelerate accelerates accelerated accelerating quicken quickened | decelerate decelerated slow slows slowed slowing
! improve improves improved improving improvement better | worsen worsens worsened worsening deteriorate deteriorates deteriorated deterioration worse
! uphold upholds upheld upholding affirm affirmed | overturn overturns overturned overturning quash quashed
! convicted guilty | acquitted innocent exonerated cleared
! succeed succeeds succeeded success successful successfully | fail fails failed failing failure unsuccessful unsuccessfully
! profit profits profitable | loss losses unprofitable
! import imports imported importing | export exports exported exporting
! hire hires hired hiring recruit recruited | fire fired sack sacked dismiss dismissed
! include includes included including | exclude excludes excluded excluding
! encourage encourages encouraged encouraging | discourage discourages discouraged discouraging
! optimistic optimism hopeful | pessimistic pessimism hopeless
! possible possibly likely probable | impossible unlikely improbable
! positive positively favourable favorable | negative negatively unfavourable unfavorable
! agree agrees agreed agreeing agreement | disagree disagrees disagreed disagreement
! legal lawful | illegal unlawful
! safe safely | unsafe dangerous dangerously
! appear appears appeared appearing | disappear disappears disappeared vanish vanished
! arrive arrives arrived arriving arrival | depart departs departed departing departure
! alive survived survive survives surviving | dead died killed
! increase | decrease
! tighten tightens tightened tightening | loosen loosens loosened loosening ease eases eased easing relax relaxed
! oldest elder | youngest younger
! majority | minority
! maximum maximize maximise | minimum minimize minimise
! outperform outperformed outperforms | underperform underperformed underperforms
! overestimate overestimated | underestimate underestimated
! unchanged | changed
! united unify unified | divided split
up upward higher | down downward lower
high highest | low lowest
more most | less least fewer fewest
win wins won winning winner winners beat beats victory triumph | lose loses lost losing loser losers defeat loss
open opens opened opening reopen reopened | close closes closed closing shut shuts
start starts started starting begin begins began begun beginning launch launched | end ends ended ending finish finishes finished stop stops stopped stopping cease ceased halt halted suspend suspended cancel canceled cancelled
resume resumed continue continues continued continuing | stop stopped suspend suspended halt halted end ended discontinue discontinued abandon abandoned
buy buys bought buying purchase purchased acquire acquired | sell sells sold selling
strong stronger strongest strongly robust | weak weaker weakest weakly
before prior earlier | after following later
first | last
early earliest | late latest
inside indoor indoors | outside outdoor outdoors
accept accepted accepting welcome welcomed | refuse refused refusing decline declined reject rejected
join joins joined joining enter entered | leave leaves left leaving quit quits exit exited
hot warm warmer warmest | cold cool cooler coldest
large larger largest big bigger biggest huge major | small smaller smallest tiny minor
long longer longest | short shorter shortest
old older | young younger new newer
fast faster fastest quick quickly rapid rapidly | slow slower slowest slowly gradual gradually
rich richer richest wealthy | poor poorer poorest
public publicly | private privately
male man men boy boys | female woman women girl girls
husband | wife
father son brother uncle | mother daughter sister aunt
north northern northeast northwest | south southern southeast southwest
east eastern | west western
left | right
always often frequently frequent | never rarely seldom infrequently rare
all every everyone | none nobody nothing
many numerous | few
with | without
against opposing | for backing favour favor
love loves loved like likes liked praise praised praises hail hailed | hate hates hated dislike disliked criticise criticised criticize criticized condemn condemned slam slammed
attack attacks attacked attacking | defend defends defended defending protect protected
build builds built building construct constructed create created | destroy destroys destroyed demolish demolished
find finds found | lose loses lost
remember remembered | forget forgot forgotten
arrest arrested detained jailed imprisoned | release released freed
import | export
friend friends ally allies | enemy enemies rival rivals foe foes
peace peaceful peacefully | war violent violently
easy easier easily | hard harder difficult
cheap cheaper cheapest affordable | expensive dearer costlier costly
voluntary voluntarily | compulsory mandatory forced
temporary temporarily | permanent permanently
domestic | foreign international overseas
urban | rural
present attend attended | absent miss missed
innocent | guilty
increase raise boost | cut reduce slash
healthy | unhealthy sick ill
famous known well-known | unknown obscure
advance advanced advancing | retreat retreated retreating
secure secured | insecure
trust trusted | distrust mistrust
best | worst
good | bad
happy pleased delighted glad | unhappy sad angry disappointed
push pushes pushed | pull pulls pulled
give gives gave given | take takes took taken
lend lends lent | borrow borrows borrowed
ahead | behind
upgrade upgraded upgrades | downgrade downgraded downgrades
promote promoted promotion | demote demoted demotion relegated relegation
surplus | deficit shortage shortfall
"""

_KOREAN = """
! 늘(?:어|었|려|린|리|고|며|자|린다|었다|$)|~증가|~급증|~상승|오르|올라(?!운)|올랐|오른|올리|올린|올렸|올려|올릴|~확대|~급등|~반등|~폭등|~늘어|~인상 | 줄(?:어|었|여|인|이|고|며|자|$)|~감소|~급감|~하락|내려(?!놓)|내렸|내린|내리|내릴|~축소|~급락|~폭락|~줄어|~인하|떨어[졌지진질]
! 높[아은이고다였인일습]|높여|높았|~높아 | 낮[아은추고다췄춘출습]|낮춰|낮았|~낮아
! ~강화 | ~완화|~약화
! 찬성|~찬성 | 반대|~반대(?!편|쪽)
! ~개선|호전|~호조 | ~악화|~부진
! ~승인|~허가|~허용|인가(?:했|하|받) | ~불허|~반려|~거부|~기각|~금지|~각하
! ~가결 | ~부결
! 인정|시인|~시인했|~인정했|~인정하 | 부인[했하]|~부인했|~부인하
! ~합법 | ~불법|~위법
! ~승소 | ~패소
! ~영업이익|~순이익 | ~영업손실|~순손실
! 이[겼긴] | [졌진]다|[졌진]
! ~오차범위안 | ~오차범위밖
! 안에?[다이] | 밖[이의에]
! 유죄|~유죄 | 무죄|~무죄
! ~흑자 | ~적자
! ~재개 | ~중단|~중지
! ~수출 | ~수입(?!금|원)
! 성공|~성공 | 실패|~실패
! 낙관|~낙관|~긍정 | 비관|~비관|~부정적
! 넘[어었은는긴겼]|웃도[는느]|웃돌|상회|~넘어선|~상회 | 밑도[는느]|밑돌|하회|~하회|못미[쳤치]
! ~초과 | ~미달|~미만
! 살아|생존|~생존 | 숨졌|숨진|사망|~사망
! ~확장 | ~위축|~수축
! ~가속|빨라 | ~둔화|느려|~감속
! ~호황 | ~불황|~침체
! 있(?:다|었|는|어|으|을|고|습|지|음) | 없(?:다|었|는|어|으|을|고|습|지|음)|없이
! 맞[다았는] | 틀[렸린]
! ~동의했|~동의하|~합의 | ~결렬|~이견
! 유리[하한했] | 불리[하한했]
! ~가능(?:성이)?(?:하|한|해|했) | ~불가능|~불가(?:하|한|해|했)
! ~진보 | ~보수(?!공사|작업)
! 공개[했하되된]|~공개했 | 비공개
! 안전[하한했] | 위험[하한했]
! ~긴축 | ~완화
! 최고|~최고치 | 최저|~최저치
! 최대|~최대 | 최소(?!한)|~최소치
! ~상반기 | ~하반기
! 오전 | 오후
! 강세|~강세 | 약세|~약세
! ~매수 | ~매도
! ~순매수 | ~순매도
! ~상승세 | ~하락세
! ~상향 | ~하향
! ~과반|~다수 | ~소수
! 석방|~석방 | 구속[됐되했하]|체포[됐되했하]|수감
! ~취임 | ~사임|~사퇴|~퇴임
! ~채용 | ~해고|~감원
! ~출시 | ~단종
! ~찬사|~호평 | ~혹평
승리|이[겼긴기] | 패배|[졌진]다|패[했하]
시작|개시|~개시|~착수 | 종료|~종료|끝[났나]|~마감|마쳤|마친
~재개|운행 | ~폐지|폐쇄
열[렸린었]|개장|개막|~개통 | 닫[혔힌았]|폐장|폐막|폐쇄
사[들서]|샀|매입|구매|~인수 | 팔[았아]|판매|매각|~매각
많[은이아았다] | 적[은었다]|적게
크[게다]|큰|컸 | 작[게은았다]
빠르|빠른|빨리 | 느리|느린|늦
강[하한했] | 약[하한했]
이전|전[에까] | 이후|뒤|후[에부]
앞[서선섰] | 뒤[처졌진]
첫|처음 | 마지막
남성|남자|아버지|아들|남편 | 여성|여자|어머니|딸|아내
국내 | 해외|국외
동쪽|동부 | 서쪽|서부
남쪽|남부 | 북쪽|북부
찾[았아] | 잃[었어]
들어[갔왔] | 나[갔왔]
입국 | 출국
입금 | 출금
도착 | 출발
연결|~연결 | 단절|~단절
참석|참가|~참여 | 불참|~불참
동결|유지[했하되된]|~유지 | 인상[했하되된]|인하[했하되된]|폐지[했하되된]|~폐지
체결|~체결 | 파기|~파기|해지|~해지
추가|~추가 | 삭제|~삭제|제외|~제외
포함|~포함 | 제외|~제외
공격 | 방어|수비
옹호 | 비판|비난
칭찬|극찬 | 비판|비난|질타
환영 | 규탄|반발
올라섰|정상에|올랐 | 내렸|내려
일시 | 영구
직접 | 간접
공식 | 비공식
최초 | 최후
의무|필수 | 자율|선택
유상 | 무상
좌측|왼쪽|좌파 | 우측|오른쪽|우파
"""

_JAPANESE = """
! ~増加|増え|~急増|~上昇|~拡大|上が|上げ|~引き上げ|~値上げ|~増益|~増収|~急騰|~増 | ~減少|減っ|減り|~急減|~下落|~縮小|下が|下げ|~引き下げ|~値下げ|~減益|~減収|~急落|~低下|~減
! ~賛成 | ~反対
! ~承認|~許可|~容認|~認可 | ~却下|~拒否|~禁止|~否認
! ~可決 | ~否決
! ~認め | ~否定|~否認
! ~強化 | ~緩和|~弱体
! ~改善|~好転 | ~悪化
! ~黒字 | ~赤字
! ~再開 | ~中止|~中断|~停止
! ~輸出 | ~輸入
! ~成功 | ~失敗
! ~上回 | ~下回
! ~有罪 | ~無罪
! ~合法 | ~違法
! ~可能 | ~不可能
! ~生存 | ~死亡
! 高[いくまめさ]|~最高 | 低[いくまめさ]|~最低
! ~円安 | ~円高
! 午前 | 午後
! ~上半期|~上期 | ~下半期|~下期
! ~就任 | ~辞任|~退任
! ~最大 | ~最小
勝[っちつ]|~勝利 | 負[けか]|敗[れ北]|~敗北
開始|始[まめ] | 終了|終[わえ]
開[いかけ] | 閉[じまめ]
買[いっう]|購入|買収 | 売[りっる]|売却|販売
多[いくか] | 少な
大き | 小さ
強[いくま] | 弱[いくま]
増 | 減
前 | 後
男性 | 女性
国内 | 海外|国外
東 | 西
南 | 北
到着 | 出発
参加|出席 | 欠席|不参加
"""

NEGATIONS = {
    "en": re.compile(r"^(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|[a-z]+n't)$"),
    "ko": re.compile(
        r"^(?:않\w*|못\w*|아니\w*|아닌\w*|아닙\w*|안|없\w*|말[아라고]\w*|말았\w*|\w+지않\w*|\w+지못\w*|미\w{2}|불가\w*)$|않[았는다은을고]|못[했한하]"
    ),
}
#: Words that deny without a "not"; they excuse a missing one and prove nothing by themselves.
SOFT_NEGATIONS = {
    "en": re.compile(
        r"^(?:fail\w*|refus\w*|lack\w*|unable|reject\w*|den(?:y|ies|ied|ying)|hardly|barely|un\w{4,}|rul\w+|stop\w*|prevent\w*|"
        r"avoid\w*|absen\w+|missing|miss(?:es|ed)?|declin\w+|far|little|few|instead|rather)$"
    ),
    "ko": re.compile(
        r"^(?:실패\w*|거부\w*|부인\w*|불\w+|비\w+|무\w+|미\w+|어렵\w*|어려\w*|대신\w*|제외\w*|그쳤\w*|그치\w*)$"
    ),
}
#: Hiragana carry Japanese negation, so it is looked for in the text itself.
JAPANESE_NEGATION = re.compile(r"ない|なかった|ません|ませんでした|ず(?:に|、)|ぬ(?:[^ぁ-ゖ]|$)")


@cache
def oppositions(language: str) -> tuple[Opposition, ...]:
    """The table of a language; empty for one that has none."""
    table = {"en": _ENGLISH, "ko": _KOREAN, "ja": _JAPANESE}.get(language, "")
    found: list[Opposition] = []
    for line in table.strip().splitlines():
        firm = line.startswith("!")
        left, _, right = line.removeprefix("!").strip().partition(" | ")
        found.append(Opposition(_side(left, language), _side(right, language), firm))
    return tuple(found)


@cache
def direction_pair(script: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """Words of going up and of going down: the first line of each table, and what only means it beside a figure."""
    language = "en" if script == "latin" else script
    table = oppositions(language)
    if not table:
        return None
    up, down = table[0].left.pattern, table[0].right.pattern
    more = {
        "en": (
            r"\b(?:up|higher|hike[ds]?|hiking|above)\b",
            r"\b(?:down|lower|slip(?:s|ped)?|below|dipp?(?:s|ed)?|slash(?:es|ed)?)\b",
        )
    }
    extra = more.get(language, (r"높아[졌지진]|뛰[었어]", r"낮아[졌지진]|낮췄|낮춘|하향"))
    return re.compile(f"{up}|{extra[0]}"), re.compile(f"{down}|{extra[1]}")


def _side(words: str, language: str) -> re.Pattern[str]:
    if language == "en":
        return re.compile(r"(?<![\w-])(?:" + "|".join(words.split()) + r")(?![\w-])")
    parts = [
        part[1:] if part.startswith("~") else rf"(?<![가-힣一-鿿]){part}" for part in _TOP_BAR.split(words.strip())
    ]
    return re.compile("|".join(parts))
