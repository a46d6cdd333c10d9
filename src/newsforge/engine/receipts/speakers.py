# ruff: noqa: E501, SIM905 -- lists of words read best as lines of words; a Korean letter counts as two
"""Whose words a text says a quotation is: a phrase (노은채 다온해운 대표, 회사 측, the union), not only a person's name."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SAID_KO = (
    r"말했|밝혔|전했|설명|강조|주장|지적|비판|덧붙|했다|했습|했고|했으|했지|한다|했던|평가|평했|호소|반박|약속|다짐|토로|귀띔|답했|회상|우려|경고|당부|언급|역설|되물|촉구|"
    r"소감|반문|일축|해명|선을|판단|진술|외쳤|자평|예상|전망|분석|내다|관측|요구|항변|말한|밝힌|말하|밝히|전하|하소연|부인|인정|입장"
)
_BLOT = "\x00"
_KO_SUBJECT = re.compile(
    r"(?P<phrase>(?:[가-힣A-Za-z0-9·&'()]+\s){0,4}?[가-힣A-Za-z0-9·&'()]+?)(?P<role>께서는|께서|은|는|이|가|도|측은|측이)(?=[\s,\x00])"
)
_KO_NOT_SPEAKERS = frozenset(
    (
        "이날 올해 지난해 하지만 그러나 다만 또 이어 이후 당시 한편 그러면서 이에 특히 반면 때문 것 수 이와 관련해 그래서 최근 앞서 그는 따르면"
    ).split()
)
#: 참여하지 않은, 질문을 묻는: a verb before a noun, no subject.
_KO_ADNOMINAL = re.compile(
    r"(?:않|맡|묻|받|있|없|같|많|적|늦|높|낮|하|되|나서|오르|이끄|보이|만드|다니|찾|앉|통하|위하|대하|짚|잡|넘|얻|잃|맞|뽑|남|담|입)$"
)
_KO_PRONOUN = re.compile(r"^(?:그|그녀|이들|그들|이|본인|자신)$")
_EN_SAID = (
    r"(?:said|says|told|adds|added|wrote|writes|tweeted|posted|explained|insisted|argued|claimed|warned|warns|asked|replied"
    r"|stated|declared|admitted|concluded|recalled|remarked|noted|joked|commented|stressed|urged|acknowledged|quipped|called|calls|describ\w+)"
)
_EN_INVERSE = re.compile(rf"^[,\s]*(?:has |have |had )?{_EN_SAID}\s(?P<phrase>[\w'’., -]{{2,100}})")
_EN_DIRECT = re.compile(
    rf"^[,\s]*(?!(?:to|of|that|for|in|on|at|with|by|as|from|about|because)\s)(?P<phrase>(?:[\w'’.-]+[ ,]+){{0,9}}?[\w'’.-]+,?)\s{_EN_SAID}\b"
)
_EN_BEFORE = re.compile(rf"(?P<phrase>(?:[\w'’.-]+[ ,]+){{1,10}}){_EN_SAID}\b[^.!?\x00]{{0,60}}$")
_EN_ACCORDING = re.compile(r"[Aa]ccording to (?P<phrase>[^,.\x00]{2,60})[,.]?")
_JA_SUBJECT = re.compile(
    r"(?P<phrase>[一-鿿々ァ-ヺーA-Za-z0-9・の（）()]{2,30}?)(?:は|が|も)(?=[、「『\x00一-鿿ぁ-ゖ\d]|$)"
)
_JA_SAID = re.compile(
    r"^(?:など)?と[^。「」]{0,30}?(?:述べ|語[っりる]|話[しす]|言[いっう]|コメント|説明|強調|指摘|明[から]|訴え|答え|主張|批判|呼び[かか]け|予測|回答|振り返|発言|表明|反論|謝罪|喜[びん]|期待|警告|評価|認め|否認|供述|容疑)"
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """``phrase == text[start:end]``."""

    start: int
    end: int
    phrase: str

    @property
    def is_pronoun(self) -> bool:
        last = self.phrase.split()[-1] if self.phrase.split() else ""
        return _KO_PRONOUN.match(last) is not None or self.phrase.lower() in _PRONOUNS


_PRONOUNS = frozenset(["he", "she", "they", "it", "i", "we", "who", "彼", "彼女", "同氏", "同社", "氏", "同市"])


def find_speaker(text: str, start: int, end: int, language: str) -> Speaker | None:
    """Who speaks the quotation that stands at ``text[start:end]``, marks included; None where it is not said."""
    before, after = _blotted(text[:start]), _blotted(text[end:])
    if language == "ko":
        return _korean(before, after, end)
    if language == "ja":
        return _japanese(before, after)
    return _english(before, after, end)


def _blotted(text: str) -> str:
    """Without other quotations, so that no speaker is found inside one."""
    return re.sub(r"[\"“][^\"“”\n]*[\"”]|「[^」\n]*」", lambda match: _BLOT * len(match.group()), text)


def _korean(before: str, after: str, end: int) -> Speaker | None:
    if not re.match(r"^['’]?(?:이?라|다|고|며|면서|는|던|란|에|냐|자)", after) and not re.search(_SAID_KO, after[:60]):
        return None
    sentence = re.split(r"[.!?]\s|\n", before)[-1]
    offset = len(before) - len(sentence)
    found = _last_korean(sentence)
    if found is not None:
        return Speaker(offset + found[0], offset + found[1], before[offset + found[0] : offset + found[1]])
    rest = re.split(r"[.!?](?=\s|$)|\n|\x00", after)[0]
    found = _last_korean(rest) if re.search(_SAID_KO, rest) else None
    return Speaker(end + found[0], end + found[1], after[found[0] : found[1]]) if found else None


def _last_korean(sentence: str) -> tuple[int, int] | None:
    """The first subject: what comes later stands in a clause inside."""
    for match in _KO_SUBJECT.finditer(sentence):
        words = match["phrase"].split()
        start = match.start("phrase")
        while words and (
            words[0] in _KO_NOT_SPEAKERS or (re.search(r"[에서로를을며고]$|[0-9]일$", words[0]) and len(words) > 1)
        ):
            start += len(words[0]) + 1
            words = words[1:]
        if match["role"] in {"은", "는"} and _KO_ADNOMINAL.search(match["phrase"]):
            continue
        if not words or words[-1] in _KO_NOT_SPEAKERS or (len("".join(words)) < 2 and not _KO_PRONOUN.match(words[-1])):
            continue
        return start, match.end("phrase")
    return None


def _japanese(before: str, after: str) -> Speaker | None:
    if not _JA_SAID.match(after):
        return None
    sentence = re.split(r"[。！？\n]", before)[-1]
    behind = sentence.rpartition(_BLOT)[2]  # 社長は「…」と認め、部長は「…」と否認した
    sentence = behind if _JA_SUBJECT.search(behind) else sentence
    match = _JA_SUBJECT.search(sentence)
    if match is None:
        return None
    offset = len(before) - len(sentence)
    return Speaker(offset + match.start("phrase"), offset + match.end("phrase"), match["phrase"])


def _english(before: str, after: str, end: int) -> Speaker | None:
    clause = re.split(r"[.!?](?=\s|$)|\n|\x00", re.sub(r"\b(Dr|Mr|Mrs|Ms|St|Prof|Sen|Rep|Gov|Gen)\.", r"\1 ", after))[0]
    match = _EN_INVERSE.match(clause) or _EN_DIRECT.match(clause)
    if match is not None:
        start, stop = match.span("phrase")
        return _trimmed(end + start, after[start:stop])
    sentence = re.split(r"(?<!Dr)(?<!Mr)(?<!Ms)(?<!Mrs)[.!?]\s|\n|\x00", before)[-1]
    offset = len(before) - len(sentence)
    match = _EN_BEFORE.search(sentence) or _EN_ACCORDING.search(sentence)
    return _trimmed(offset + match.start("phrase"), match["phrase"]) if match else None


def _trimmed(start: int, phrase: str) -> Speaker | None:
    bare = phrase.rstrip(" ,.")
    lead = len(bare) - len(bare.lstrip(" ,"))
    bare = bare.strip(" ,")
    return Speaker(start + lead, start + lead + len(bare), bare) if bare else None


#: Titles and roles: two people may share them.
_ROLES = frozenset(
    (
        "대표 대표이사 사장 부사장 회장 부회장 이사 전무 상무 본부장 실장 국장 과장 팀장 부장 센터장 소장 원장 단장 총장 교수 연구위원 연구원 박사 변호사 변호인 검사 판사 감독 코치 "
        "선수 시장 도지사 지사 군수 구청장 의원 장관 차관 청장 위원장 노조위원장 위원 총재 행장 후보 대변인 작가 배우 가수 기자 씨 측 전 현 관계자 대통령 총리 수석 사무총장 이사장 "
        "회사 업체 사측 기업 최고재무책임자 최고경영자 편집자 예방과장 책임자 담당자 임원 직원 그 이 애널리스트 전문가 학생 주민 시민 운영자 주장 캡틴 노조 조합 정부 당국 재판부 법원 "
        "경찰 검찰 has have had was is also the a an of for at and in on its his her their mr mrs ms dr prof sir chief executive officer "
        "president chairman chairwoman chair director manager coach captain minister spokesman spokeswoman "
        "spokesperson analyst leader professor founder lawyer researcher lead investigator author judge mayor "
        "senator governor head general secretary who deputy senior former company firm group union official "
        "officials police team player"
    ).split()
)
_COMPANY = re.compile(
    r"^(?:회사|업체|사측|기업|회사 측|업체 측|기업 측|the company|the firm|a spokes\w+|a company spokes\w+)$"
)
_OF_COMPANY = re.compile(
    r"대표|사장|회장|이사|전무|상무|본부장|임원|최고|CEO|CFO|회사|업체|사측|측$|관계자|chief|executive|president|chair|founder|director|company|firm|spokes|manager",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_JA_ROLE = re.compile(
    r"(?:氏|さん|首相|総理|大臣|外相|長官|大統領|知事|市長|町長|村長|議員|代表|党首|幹事長|社長|会長|頭取|総裁|理事長|教授|監督|選手|投手|弁護士|報道官|局長|部長|課長|委員長|院長|所長|店長|研究員|管理監|"
    r"主任|男性|女性|同|新人|現職|の)"
)


_OFFICES = (
    "시장",
    "지사",
    "군수",
    "구청장",
    "의원",
    "장관",
    "대표",
    "위원장",
    "사장",
    "회장",
    "총장",
    "원장",
    "과장",
    "국장",
    "교수",
)


def key_words(phrase: str, language: str) -> set[str]:
    """The words that tell one speaker from another: names and bodies, no roles."""
    if language == "ja":
        return set(re.findall(r"[一-鿿々]{2,}|[ァ-ヺー]{2,}|[A-Za-z]{2,}", _JA_ROLE.sub(" ", phrase)))
    words = {re.sub(r"['’]s$", "", word) for word in _WORD.findall(phrase.split("(", maxsplit=1)[0])}
    if language != "ko":
        named = {word.lower() for word in words if word[0].isupper()}
        words = named or {word.lower() for word in words}
    found = {word for word in words if word not in _ROLES}
    if language == "ko":  # 한빛시장 tells no more than 시장 does, when a name stands with it
        found = {word for word in found if not word.endswith(_OFFICES)} or found
    return found


def same_speaker(one: str, other: str, language: str) -> bool:
    """Whether both phrases may mean one speaker: a shared name or body, a surname with its title, a company and its
    officer."""
    if _COMPANY.match(one.lower()) and _OF_COMPANY.search(other):
        return True
    mine, theirs = key_words(one, language), key_words(other, language)
    if not mine:
        ours = set(one.lower().split())
        return (
            not theirs
            or bool(ours & set(other.lower().split()) - {"측", "전", "the", "a"})
            or any(word in other for word in ours if len(word) > 1)
        )
    if any(
        left == right or (min(len(left), len(right)) > 1 and (left in right or right in left))
        for left in mine
        for right in theirs
    ):
        return True
    if language == "ko":
        return any(len(left) == 1 and any(right.startswith(left) for right in theirs) for left in mine) or any(
            len(right) == 1 and any(left.startswith(right) for left in mine) for right in theirs
        )
    return False
