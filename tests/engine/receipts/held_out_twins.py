"""Three more articles, with right sentences above all: at first sight 6 of 48 were stopped, and 17 of 24 wrong ones."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from tests.engine.receipts.receipt_cases import article

_KST = timezone(timedelta(hours=9))

KOREAN = article(
    """남구청은 12일 전세 사기 피해자 48명에게 긴급 주거비를 지급했다고 밝혔다.
경찰은 임대인 정모(45)씨를 사기 혐의로 구속하고 공인중개사 2명을 불구속 입건했다.
정씨는 임차인 63명에게서 보증금 71억원을 받아 돌려주지 않은 혐의를 받는다.
피해자 가운데 30대가 27명, 20대가 19명이었다.
법원은 지난달 정씨가 신청한 보석을 허가하지 않았다.
한 임차인이 집을 비워 달라는 임대인의 요구를 거절하자 임대인이 임차인을 상대로 소송을 냈다.
피해자 대책위는 특별법 개정을 요구했고 국토교통부는 연말까지 지원 기간을 연장하기로 했다.
누리은행은 2분기 순이익 320억원을 냈으나 부동산신탁 자회사는 88억원의 적자를 기록했다.
국회는 개정안을 찬성 201표, 반대 33표로 통과시켰다.
전세보증금 반환보증 가입 건수는 지난해 5만2천건에서 올해 7만1천건으로 늘었다.""",
    "ko",
    "전세 사기 피해자 48명에 긴급 주거비",
    datetime(2026, 11, 12, 9, 0, tzinfo=_KST),
)
ENGLISH = article(
    """A nurse was charged on Thursday after a patient died at Wexler General Hospital in the province of Nordland.
The patient, a 67-year-old man, was given ten times the prescribed dose in June, prosecutors said.
The hospital fired the nurse in July and has not admitted fault.
The family sued the hospital and its insurer, Pallas Mutual, for $3 million.
Pallas Mutual had paid the family of another patient $400,000 in 2022.
The doctor on duty, Ian Sorrel, was cleared by the medical board.
The hospital ran a deficit of $18 million last year after a surplus of $2 million in 2024.
The nurses' union opposed the charge, and doctors' groups supported an inquiry.
The provincial health ministry will inspect all wards but will not close the hospital.
Complaints rose from 41 to 66 in a year.""",
    "en",
    "Nurse charged after patient's death at Wexler General",
    datetime(2026, 11, 12, 18, 0, tzinfo=UTC),
)
JAPANESE = article(
    """海原市で10日夜、乗用車が横断歩道を渡っていた歩行者をはね、歩行者の女性(72)が死亡した。
県警は運転していた男(38)を過失運転致死の疑いで逮捕した。
同乗していた男の妻は軽傷を負った。
市は信号機の設置を県警に求めていたが、県警は交通量が少ないとして設置を認めなかった。
市民団体は速度規制に賛成し、商店会は反対している。
市は12月の補正予算に1200万円を盛り込み、国の補助金は使わない。
海原交通の4～9月期は3億円の赤字で、前年同期の1億円の黒字から悪化した。
同社は路線を減らさず、運賃を210円から230円に引き上げる。
事故の当事者は60代以上が41人、30代が12人だった。""",
    "ja",
    "海原市で歩行者死亡、運転の男を逮捕",
    datetime(2026, 11, 11, 9, 0, tzinfo=_KST),
)

KOREAN_WRONG = (
    "경찰이 임차인을 구속했다.",
    "공인중개사 2명이 구속됐다.",
    "피해자 가운데 20대가 27명이었다.",
    "법원은 정씨의 보석을 허가했다.",
    "임차인이 임대인을 상대로 소송을 냈다.",
    "누리은행은 2분기 적자를 냈다.",
    "자회사는 흑자를 기록했다.",
    "반환보증 가입 건수는 올해 5만2천건으로 늘었다.",
)
KOREAN_RIGHT = (
    "경찰이 임대인 정씨를 구속했다.",
    "공인중개사 2명은 불구속 상태로 입건됐다.",
    "임대인은 보증금 71억원을 돌려주지 않은 혐의를 받는다.",
    "피해자는 30대가 27명으로 20대(19명)보다 많다.",
    "법원은 정씨의 보석 신청을 받아들이지 않았다.",
    "임대인이 임차인에게 소송을 걸었다.",
    "임차인은 집을 비워 달라는 요구를 거절했다.",
    "국토부는 지원 기간을 연말까지 늘린다.",
    "대책위가 특별법 개정을 요구했다.",
    "누리은행은 2분기에 320억원의 이익을 냈다.",
    "누리은행은 흑자, 자회사는 적자.",
    "자회사가 88억원의 적자를 봤다.",
    "개정안은 찬성 201표로 국회를 통과했다.",
    "반환보증 가입은 5만2천건에서 7만1천건으로 늘었다.",
    "가입 건수가 7만1천건으로 증가했다.",
    "구청은 피해자 48명에게 주거비를 줬다.",
)
ENGLISH_WRONG = (
    "A patient was charged after a nurse died.",
    "The hospital sued the family for $3 million.",
    "The family paid Pallas Mutual $400,000 in 2022.",
    "The hospital ran a surplus of $18 million last year.",
    "The nurses' union supported the charge.",
    "The federal health ministry will inspect all wards.",
    "The ministry will close the hospital.",
    "Complaints rose to 41.",
)
ENGLISH_RIGHT = (
    "A nurse has been charged after a patient's death.",
    "The nurse lost her job in July.",
    "The hospital was sued by the family for $3 million.",
    "The family is suing the hospital and Pallas Mutual.",
    "Pallas Mutual paid another patient's family $400,000 in 2022.",
    "Dr Ian Sorrel was cleared.",
    "The hospital made a loss of $18 million last year.",
    "It had a surplus of $2 million in 2024.",
    "The hospital's deficit was $18 million.",
    "The nurses' union is against the charge.",
    "Doctors' groups back an inquiry.",
    "The province will inspect all wards.",
    "The hospital will stay open.",
    "Complaints rose to 66.",
    "Complaints went up from 41 to 66.",
    "A 67-year-old man died after an overdose.",
)
JAPANESE_WRONG = (
    "運転していた男が死亡した。",
    "歩行者の女性が逮捕された。",
    "県警は設置を認めた。",
    "商店会は速度規制に賛成している。",
    "市は国の補助金を使う。",
    "海原交通の4～9月期は3億円の黒字。",
    "同社は路線を減らす。",
    "事故の当事者は30代が41人だった。",
)
JAPANESE_RIGHT = (
    "歩行者の女性が亡くなった。",
    "県警は乗用車の男を逮捕した。",
    "男の妻がけがをした。",
    "市は信号機の設置を求めていた。",
    "県警は信号機の設置を認めなかった。",
    "市民団体は速度規制に賛成だ。",
    "商店会は速度規制に反対している。",
    "市は国の補助金を使わずに1200万円を計上する。",
    "海原交通の4～9月期は3億円の赤字。",
    "海原交通は前年同期、1億円の黒字だった。",
    "海原交通は路線を維持する。",
    "路線は減らさない。",
    "運賃は230円に上がる。",
    "運賃を210円から230円に値上げする。",
    "60代以上が41人、30代が12人。",
    "海原交通は赤字に転落した。",
)

CASES = (
    (KOREAN, KOREAN_WRONG, KOREAN_RIGHT),
    (ENGLISH, ENGLISH_WRONG, ENGLISH_RIGHT),
    (JAPANESE, JAPANESE_WRONG, JAPANESE_RIGHT),
)
