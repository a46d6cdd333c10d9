"""Words by which a sentence leans on what stands before it, by language: data for the rest of the package."""

from __future__ import annotations

import re

from newsforge.engine.text import syllables

ROLES = (
    "대표|대통령|의원|장관|차관|회장|사장|부사장|교수|위원장|최고위원|위원|총리|실장|국장|과장|팀장|본부장|원장|소장|대변인|감독|코치|"
    "선수|이사|이사장|연구원|시장|지사|군수|구청장|청장|총장|처장|검사|판사|변호사|경위|기자|씨|군|양|여사|직무대행|원내대표|수석|의장|부장|작가|배우|후보|"
    "교사|관장|이장|선장|기장|시인|소설가|화가|화백|셰프|의사|간호사|약사|목사|신부|스님|소방관|소방장|경감|경장|대위|대령|소령|"
    "총재|행장|센터장|학장|교장|명창|가수|건축가|조각가|지휘자|피아니스트|연출가|해설위원|주무관|사무관|서기관"
)
KOREAN_ROLE = re.compile(rf"^(?:{ROLES})$")
#: 장 대표, 한 전 대표, 이 대통령: a family name and a role.
SHORT_KOREAN_NAME = re.compile(
    rf"(?<![가-힣])(?![두세네각새그저타])([가-힣]) (?:전 |신임 |당시 )?(?:{ROLES})"
    r"(?=[은는이가을를의도와과에게께 측,·]|$)"
)

#: 2人が死亡し says how many, 2人が話した who.
_NOT_A_TOLL = (
    r"(?!(?:死亡|死傷|けが|負傷|重傷|軽傷|重軽傷|行方不明|搬送|病院|亡くな|犠牲|救助|救出|逮捕|感染|避難|意識不明))"
)

#: A connective that may go when its predecessor is not there, and the sentence still says the same facts.
CONNECTIVE = {
    "ko": re.compile(
        r"(?:그러나|하지만|그런데|다만|또한|특히|한편|아울러|그리고|반면|따라서|그래서|더불어|실제로|실제|"
        r"게다가|나아가|우선|먼저|"
        r"이에 ?따라|이와 함께|이와 더불어|또(?! (?:다른|한|하나|다시|한번)))[, ]+"
    ),
    "en": re.compile(
        r"(?:However|Meanwhile|Still|Also|In addition|Additionally|Moreover|Furthermore|Nevertheless|"
        r"Nonetheless|Separately|"
        r"Indeed|Notably|Overall), (?=[A-Za-z“\"‘])|(?:But|And|Yet) (?=(?:the|a|an|[A-Z])\b)|(?:But|And|Yet) (?=[A-Z])"
    ),
    "ja": re.compile(r"(?:しかし|だが|ただし|ただ|また|さらに|一方で|一方|なお|そして|特に|加えて)、"),
}

#: The sentence opens with something that only the sentence before can explain.
OPENS_ON_PREVIOUS = {
    "ko": re.compile(
        rf"이 (?!(?:전 )?(?:{ROLES}))|그 |저 |"
        r"(?:그|그녀|그들|이들|이|저들|이것|그것|이곳|그곳|이때|그때|이중|그중)(?:은|는|가|의|를|을|도|와|과|"
        r"에|에게|에서|로|이|뿐|만) |"
        r"이(?:번|날|튿날|같|처럼|렇|러|런|후|어|외|밖|에)|그(?:렇|러|런|래|동안|중|후|다음|뒤|외|밖|에)|"
        r"같은 |동 |해당 |당시|당일|전날|"
        r"다음 ?날|여기|거기|양측|양사|양국|양당|두 (?:사람|회사|기업|나라|팀|선수|정상|기관)|둘|전자는|후자|"
        r"나머지|반대로|예컨대|예를 들|"
        r"가령|즉|다시 말|왜냐|때문|덕분|결국|그럼|물론|그만큼|뿐만|앞서|마찬가지|더구나|심지어|또 (?:다른|한|"
        r"하나|다시)|첫째|둘째|셋째|"
        r"첫 번째|두 번째|세 번째|이로|이를|이와|이는|반면|대신|다른 |또다른"
    ),
    "en": re.compile(
        r"(?:He|She|It|They|We|I|You|His|Her|Hers|Its|Their|Theirs|Our|My|Your|This|That|These|Those|Such|"
        r"Another|Others?|Neither|Either|None|Here|There|Then|Later|Afterwards?|Instead|"
        r"Otherwise|Thus|Therefore|Hence|"
        r"So|But|And|Or|Yet|Nor|Because|Besides|Rather|Likewise|Similarly|Finally|First|Second|Third|Next|"
        r"Once|Soon|Earlier|"
        r"Consequently|Accordingly|Also|However|Still|Even so|Meanwhile|Which|Who|What|Why|How|Where|Not)\b|"
        # All three were hurt; but all three people on board says of whom.
        r"All (?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b"
        r"(?! (?:people|passengers|occupants|crew members|workers|men|women|children) "
        r"(?:on board|aboard|inside|in the)\b)|"
        # Three were taken away: of whom? Three people were is clear.
        r"(?:Both|Each|Some|Many|Most|All|One|Two|Three|Four|Five|Six|Several|A few) (?:of (?:them|these|those|which|"
        r"whom|the (?:two|three))|are|is|was|were|has|have|had|will|would|could|can|may|also|others?|more|said|"
        r"warned?|told|argued?|expect(?:ed)?|died|remain\w*|came|went|got|took)\b|Both\b|"
        # About 4,200 were also sold: 4,200 of what?
        r"(?:About |Nearly |Some |Around |Almost |Over |At least |More than |Another )?\d[\d,]*(?: (?:more|others))? "
        r"(?:are|is|was|were|has|have|had|will|would|also|died|remain\w*)\b|"
        # One of the four is: of which four?
        r"[A-Z][a-z]+ of the (?:two|three|four|five|six|seven|eight|nine|ten|\d+)(?=,| (?:is|are|was|were|has|have|had|"
        r"will|would|said|died)\b)|"
        r"(?:Yes|Yup|No|Well|Sure|OK|Right)(?=[,!])|Of course\b|Enter [A-Z]|"
        r"In (?:each|both|either|neither|all) (?:cases?|instances?)\b|"
        r"The (?:two|three|four|other|others|latter|former|man|woman|men|women|pair|couple|duo|trio|same|move|"
        r"decision|announcement|"
        r"comments?|remarks?|incident|statement|news|findings?|results?|change|changes|answer|reason|result|"
        r"idea|goal|problem|issue)\b|"
        r"(?:In|At|On|After|Before|Despite|Under|During|Since|Because of|According to|With|For|From|Like|By|"
        r"To|If|When|While|As|"
        r"Although|Though|Until|Unless) (?:he|she|it|they|we|I|you|his|her|its|their|our|my|this|that|these|"
        r"those|such|him|them)\b|"
        r"(?:After|Before) (?:that|this|which)\b|(?:For|As a) (?:example|instance|result)\b|In (?:fact|turn|"
        r"contrast|other words)\b|"
        r"By (?:contrast|comparison|then)\b|At the (?:time|same time)\b|That's|It's|He's|She's|They're|"
        r"There's|Here's|I'm|We're|You're"
    ),
    "ja": re.compile(
        r"同(?!時|様|じ|意|行|居|盟|性|級|僚|点|伴|窓|士|席|乗|調|情|感|化|期|等|型|額|率|志)[一-龥]|[2-9２-９二三](?:人|氏|社|者|国)(?:は|が|に|の|と|も)"
        + _NOT_A_TOLL
        + r"|この|"
        r"その|これ|それ|あの|あれ|こう|そう|彼|"
        r"両(?:社|氏|国|者|党|県|市)|当時|ここ|そこ|以後|翌|だが|しかし|ただ|また|さらに|一方|なお|そして|"
        r"すると|つまり|例えば|たとえば|"
        r"もう一|そんな|こんな|どちら|いずれ|前者|後者|逆に|さて|では|ちなみに|むしろ|とはいえ|それでも|"
        r"ところが|だから"
    ),
}
_OTHER_OPENING = re.compile(
    r"(?:Er|Sie|Es|Wir|Ich|Dies\w*|Das|Dabei|Dazu|Damit|Dort|Dann|Aber|Und|Doch|Denn|Sein\w*|Ihr\w*|Il|Elle|"
    r"Ils|Elles|On|Ce|Cet\w*|"
    r"Ces|Cela|Son|Sa|Ses|Leurs?|Mais|Et|Él|Ella|Ell[ao]s|Ese|Esa|Es[ao]s|Este|Esta|Est[ao]s|Esto|Eso|Su|Sus|"
    r"Pero|Y|Así|Hij|Zij|Het|"
    r"Dit|Dat|Maar|En|Lui|Lei|Loro|Quest\w*|Ma|E)\b"
)
OPENING = {**OPENS_ON_PREVIOUS, "": _OTHER_OPENING}

#: The same inside the sentence, outside quotes.
LEANS_ON_PREVIOUS = {
    "en": re.compile(
        r"\b(?:by comparison|by contrast|in contrast|however|for example|for instance|meanwhile|in turn|"
        r"instead|likewise|"
        r"(?:this|these|those|such) (?!year|month|week|morning|afternoon|evening|season|summer|winter|spring|fall|"
        r"autumn|quarter|decade|century|weekend|time\b|as\b|a\b|an\b|is\b|was\b|who\b|in\b|of\b|from\b)[a-z]+|"
        r"(?:has|have|had|did|does|do|was|were|is|are) not(?=[.,])|"
        r"(?:disputed|disputes) (?:that|the)\b|(?:denied|rejected|dismissed|disputed) (?:it|them|both)(?=[.,])|"
        r"(?:denied|rejected|dismissed) the (?:claims?|accusations?|allegations?|charges?)(?=[.,])|"
        r"declined to comment(?=[.,])|did not (?:immediately )?(?:respond|reply|return)\b|"
        r"too(?=[.,])|as well(?=[.,])|otherwise|therefore|the latter|the former|the other (?:two|three|one)|"
        r"the (?:same|next|following|previous) (?:day|week|month|year|night|morning)|"
        r"(?:days|weeks|months|years|hours) (?:later|after that|that followed))\b"
    ),
    "ko": re.compile(
        r"(?<![가-힣])(?:그(?:는|가|의|를|도|에게)|그녀[는가의를]|그들[은이의을]|이들[은이의을과도]?|"
        r"이 ?같[은이]|이와 같|이처럼|이렇게|"
        r"이러한|이런|그런|그러한|(?<!지난해 )(?<!작년 )(?<!전년 )(?<!년 )같은 (?:기간|날|달|해)|"
        # 63%에 해당하는, 4조원에 이를, 전날보다 7.3원: verbs, and a measure that says itself by what.
        r"이날|그날|당일|이튿날|전날(?! ?(?:보다|대비|종가))|다음 ?날|당시|해당(?![하한해합])|"
        r"이를(?! (?:것|전망|정도|수 ))|이에|이는|이로) ?"
    ),
    "ja": re.compile(
        r"(?<!前年)(?<!昨年)(?<!前)同(?!時|様|じ|意|行|居|盟|性|級|僚|点|伴|窓|士|席|乗|調|情|感|化|期|等|型|額|率|志)[一-龥]|(?<![0-9０-９])[2-9２-９]人(?:に(?:ついて|よる)|は|が|とも)"
        + _NOT_A_TOLL
        + r"|この|その|これ(?!まで)|それ|彼(?:は|が|の|女)|"
        # 基金から3億円を充て、残りは: of what sum?
        r"両(?:社|氏|国)|残り(?:は|を|が|の)"
    ),
}
#: Inside the sentence: explained by the lead.
LEANS_ON_SUBJECT = {
    "ko": re.compile(
        rf"(?<![가-힣])(?:이 (?!(?:전 )?(?:{ROLES}))|그 |이번 |양측|양사|양국)|"
        r"^(?:새 |첫날|둘째 ?날|현행|전체 |목표 |(?:회사|업체|본부|재단|협회|연맹|연구팀|연구진|공단|공사|"
        r"위원회|재판부|법원|매체|신문|사측|노조|"
        r"사고|사건|행사|대회|회의|펀드|공장|제품|법안|개정안|당국|경찰|검찰|시|군|구|도|당)(?: 측|"
        r" 관계자)?(?:은|는|이|가|도|의|에|에서|로)(?: 따르면)? )"
    ),
    "en": re.compile(
        r"\b[Tt]he (?:company|firm|agency|group|bank|team|club|union|school|university|department|ministry|"
        r"court|police|"
        r"committee|council|organi[sz]ation|suspect|victim|deal|bill|law|plan|project|case|attack|crash|fire|"
        r"storm|report|study)\b"
    ),
}

#: A sentence that only gives the reason for the one before, or says what that one meant.
EXPLAINS_PREVIOUS = {
    "ko": re.compile(
        r"(?:때문|덕분|탓|까닭|셈|꼴)이다[.”\"]*$|(?:면|아|어|여|해|려|워|러|겨|혀|져|에)서다[.”\"]*$|(?:겠|"
        r"한|된|는|란|[았었했됐]|인)다는 (?:것|얘기|뜻|의미|취지|판단|계산|의도)이다[.]*$|것이란 계산이다"
    ),
    "ja": re.compile(r"(?:ため|から|わけ|という)だ。$"),
}

#: Days that move with the day of reading.
RELATIVE_DAY = {
    "ko": re.compile(
        r"이날|전날|이튿날|다음 ?날|오늘|어제|내일|그제|모레|지난달|이달|다음 ?달|지난주|이번 ?주|다음 ?주"
    ),
    "en": re.compile(
        r"\b(?:today|yesterday|tomorrow|tonight|last (?:night|week|month)|next (?:week|month)|this (?:week|"
        r"morning))\b",
        re.IGNORECASE,
    ),
    "ja": re.compile(r"今日|昨日|明日|同日|前日|翌日|先月|今月|来月|先週|今週|来週"),
}

#: 할, 될, 오를: a verb before what is to come ends in ㄹ. 졸음운전을 한 것으로 보고 있다 tells of what was.
_TO_COME = syllables.ending_with(syllables.L)
AHEAD = {
    "ko": re.compile(
        r"(?:계획|예정|방침|전망|예상|구상|목표)(?:이다|이라|이며|으로|을 |인 |이고|했|된|됐|이지)|내다봤|"
        rf"기대하고|하기로|(?<!것으)(?:로|해) 보인다|{_TO_COME} 것으로 보"
    ),
    "en": re.compile(
        r"\b(?:will|plans? to|expects? to|expected to|set to|scheduled|aims? to|is likely|are likely|"
        r"due to (?:be|begin|start|open|go|take|meet|hold|launch|appear|expire|end|report|vote|arrive|return)|"
        r"next (?:year|month|week))\b"
    ),
    "ja": re.compile(
        r"予定|方針|見通し|見込み|計画|目指す|する考え|見られる|"
        # 12月13日午後2時から…開く
        r"(?<!\d)\d{1,2}日[^。「]{0,60}(?:開く|開かれる|行う|行われる|始める|始まる|公開する|公開される|刊行する|刊行される|"
        r"発売する|発売される|開催する|開催される|開幕する|開業する|受け付ける)。?$"
    ),
}

#: Figures to compare with, not those of the news.
OF_THE_PAST = {
    "ko": re.compile(r"^(?:지난해|작년|재작년|\d{4}년|\d{1,2}월 같은|앞선|이전|과거|종전|기존|직전|지난번)"),
    "en": re.compile(
        r"\b(?:between|since|[Ii]n|from|before) (?:19|20)\d\d\b|\bin recent years\b|"
        r"\blast (?:year|month|season)\b|\bpreviously\b|^The previous |"
        r"^In (?:January|February|March|April|May|June|July|August|September|October|November|December),"
    ),
    "ja": re.compile(r"^(?:昨年|前年|前回|過去|\d{4}年)"),
}

FIRST_PERSON = {
    "ko": re.compile(r"(?<![가-힣])(?:나는|내가|나의|저는|제가|우리는|우리가|우리의|필자)(?![가-힣])"),
    "en": re.compile(r"\b(?:I|I’m|I'm|I’ve|I've|we|We|my|My|our|Our|us|you|You|your|Your)\b"),
    "ja": re.compile(r"私は|私が|私の|僕は|筆者|我々"),
}

#: 결의, 증가, 높이, 속도, 효과, 진로: nouns that end like a particle.
KOREAN_NOUN_LIKE_CASE = (
    r"(?:[결합협회논동항건심발제문주정강고토질예편]의|[허인평추증참국물휴작원대불단정시저]가|[차높길넓나]이|[마가노]을|"
    r"[정제각속강온습태지한밀시수경선인]도|[결성효경통]과|[진경항도회선활]로|[은]은|[시]은)$"
)

#: Lines that are not the article's prose, should a reader have left any.
NOT_PROSE = re.compile(
    r"[\w.+-]+@[\w-]+\.\w|ⓒ|©|저작권|무단\s?전재|재배포|제보[는를하]|카카오톡 |구독(?:하|을)|사진[=ㅣ|:]|"
    r"(?:사진|자료|영상|그래픽)\s?(?:제공|출처)|^(?:[―—–]\s|[QA문답][.:)]\s)|^[▲▶◀△▷◆■●★☞※☎]|"
    r"^\(?(?:사진|자료|영상|그래픽)|기자\s*$|=\s*기자|다른\s?기사\s?보기|(?:sign up|subscribe) (?:for|to)|"
    r"click here|read more|photo(?:graph)? (?:by|:)|"
    r"\((?:photo|image|credit|getty|reuters(?:/|\s+photo)|ap photo)|"
    r"all rights reserved|follow us|newsletter|advertisement|"
    r"無断転載|写真[＝=提：]|撮影[）＝=]|"
    # What introduces a list that a post does not have.
    r"(?:次|以下)の(?:とおり|通り)(?:だ|です|である)?。?$|(?:다음|아래)과? 같(?:다|습니다)\.?$|as follows[.:]?$|"
    r"^https?://|^[【\[](?:写真|画像|関連|사진|영상|관련)",
    re.IGNORECASE,
)

#: What a house says of itself and to its readers, in whole sentences.
BOILERPLATE = re.compile(
    r"^(?:Follow|Like us|Find us|Join us|Contact|Email|E-mail|Write to|Download (?:the|our)|Click|Tap|Subscribe|"
    r"Register|Sign up)\b.*(?:\b(?:Facebook|Twitter|Instagram|YouTube|TikTok|Telegram|WhatsApp|newsletter|podcast|app|"
    r"email|inbox|P\.O\. Box|subscrib\w+)\b|@\w|www\.|\.com\b)|"
    r"^(?:This (?:story|article|post|piece|report) (?:was|has been|is|first|originally|appeared)|"
    r"(?:Reporting|Additional reporting|Editing|Writing|Compiled|Photographs?|Illustration) by )|"
    r"\b(?:contributed to this (?:report|story|article)|may earn a commission|affiliate links?)\b|"
    r"\bStart your day with\b|^For (?:more|further|additional) (?:information|details|news)\b|"
    r"^(?:To learn more|Learn more|Find out more|More information)\b|"
    r"기사제보|앱에서 (?:보기|확인)|(?:네이버|카카오|유튜브).{0,12}구독|"
    r"기사는 .{0,20}(?:AI|인공지능).{0,12}번역|会員登録|有料会員|この記事は|フォローして|メールマガジン",
    re.IGNORECASE,
)

_AGENCY = (
    r"(?:AP|Reuters|AFP|UPI|Bloomberg|CNN|Xinhua|Yonhap|Jiji|Kyodo|dpa|PTI|ANI|TASS|NBC|CBS|ABC|BBC|NPR)"
    r"(?: (?:Press|News|Business|Politics|Sport|Health|Wire|Life))?"
)
DATELINE = (
    re.compile(
        r"^[(\[]\s?[가-힣A-Za-z·]{1,12}\s?=\s?[^)\]\n]{2,20}[)\]]\s*(?:[가-힣·, ]{2,24}?(?:기자|특파원|통신원|"
        r"인턴기자)\s*=\s*)?"
    ),
    re.compile(
        r"^[\[【［<][^\]】］>\n]{1,24}(?:기자|특파원|=[^\]】］>\n]{1,16}|뉴스|일보|신문|닷컴|경제|투데이|미디어|방송)[\]】］>]\s*"
    ),
    re.compile(r"^[가-힣·]{2,10}\s?(?:기자|특파원)\s?=\s?"),
    # (CNN) ..., (Reuters) — ...
    re.compile(rf"^\((?:{_AGENCY}|[A-Z]{{2,5}})\)\s?(?:[—–-]{{1,2}}\s?)?(?=[A-Z“\"])"),
    # SEOUL, South Korea (AP) —, LONDON, March 3 (Reuters) -, New York (CNN Business) ...
    re.compile(rf"^[A-Z][\w .,’'/-]{{1,60}}?\s?\((?:{_AGENCY}|[A-Z]{{2,6}})\)\s?[—–-]{{1,2}}\s?(?=[A-Z“\"\d])"),
    re.compile(rf"^(?:[A-Z][\w.’'/-]+,? ?){{1,4}}\((?:{_AGENCY})\)\s?(?=[A-Z“\"])"),
    # BUFFALO, N.Y. — ..., SEOUL, South Korea — ...
    re.compile(
        r"^[A-Z][A-Z .’'-]{2,30}(?:, (?:[A-Z][a-z]+\.?(?: [A-Z][a-z]+)?|(?:[A-Z]\.){2,}|[A-Z]{2}))?"
        r"(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?\s[—–-]{1,2}\s(?=[A-Z“\"])"
    ),
    # DETROIT (Lakeshore Wire) — ...: whatever the house, after a place in capitals.
    re.compile(r"^[A-Z][A-Z .’'-]{2,30}(?:, [A-Z][a-z]+\.?)?\s?\([A-Z][\w .&’'-]{1,40}\)\s?[—–-]{1,2}\s?"),
    re.compile(r"^【[^】\n]{1,24}】\s*"),
    re.compile(r"^[A-Z]{3,}(?: [A-Z]{2,}){0,2}: (?=[A-Z“\"])"),
    # Indianapolis – Several thousand: a place, nothing else, before the dash.
    re.compile(
        r"^(?:[A-Z][a-z’'.-]+ ?){1,3}(?:, (?:[A-Z][a-z]+\.?|[A-Z]{2}|(?:[A-Z]\.){2,}))? [–—-]{1,2} (?=[A-Z“\"])"
    ),
)

#: Who decided it: of a match the goal that won it, not the one before.
DECIDES = re.compile(
    r"결승골|결승타|끝내기|역전골|역전타|쐐기골|決勝点|決勝ゴール|決勝打|サヨナラ|逆転打|"
    r"\b(?:winning|decisive|match-winning|game-winning) (?:goal|try|run|penalty|point|header)|"
    r"\b(?:scored|hit) the winner\b"
)

#: A match that was turned round, and the goal that it was turned round from: told first, it tells the other side's win.
COMEBACK = re.compile(
    r"역전|뒤집|逆転|"
    r"\b(?:from behind|comeback|come-from-behind|fought back|rall(?:y|ied|ies)|late (?:goals?|winner|double|strike))\b",
    re.IGNORECASE,
)
FIRST_LEAD = re.compile(
    r"선제골|선취점|선제점|선취골|먼저 (?:득점|점수|앞서|골)|先制|先取|"
    r"\b(?:took (?:the|an early|a first-half) lead|opened the scoring|went ahead|struck first|scored first)\b"
)
