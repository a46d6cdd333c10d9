"""Articles with figures, sides and rankings that are easily told wrong, and one subtle fault a wrong sentence.

As in ``role_cases``: a faithful case is text alone, a wrong one is (text, kinds that name the fault).
"""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from tests.engine.receipts.receipt_cases import article

_KST = timezone(timedelta(hours=9))
_EST = timezone(timedelta(hours=-5))

KOREAN_FERRY = article(
    """해담도와 육지를 잇는 여객선 '파랑호'가 14일 오전 좌초해 3명이 숨지고 17명이 다쳤다.
해경은 선장이 술을 마셨는지 조사하고 있다.
사고 당시 파도 높이는 2.4m, 바람은 초속 11m였다.
부상자 가운데 4명은 위독하고 나머지는 안정을 되찾았다.
선사 물빛해운은 정원을 지켰다고 주장했다.
유가족을 대리하는 고은솔 변호사는 "정비 기록을 공개해야 한다"고 말했다.
안전 진단을 맡았던 도하진 갈매대 교수는 "선체가 낡은 것은 사실"이라고 했다.
사고와 관련 없는 마루대 연구진은 올해 초 항로 지도를 펴냈다.
해담도는 도내에서 두 번째로 큰 섬으로 주민 6천120명이 산다.
파랑호 승객 수는 지난해 9% 늘었고 화물 운임은 4% 올랐다.
여객 터미널 공사비는 210억원, 방파제 보수비는 58억원이다.
해담도 방문객은 6월 4만1천명, 7월 5만8천명이었다.
해양수산부는 운항 재개를 서두르지는 않겠다고 밝혔다.
노조는 안전 인력이 늘지 않으면 20일부터 파업에 들어가겠다고 예고했다.
전문가들은 이번 사고가 노후 선박 때문이라고 단정하기는 어렵다고 했다.
새 여객선은 파랑호보다 길이가 짧고 속도는 빠르다.
북쪽 항로의 결항률은 12%, 남쪽 항로의 결항률은 7%였다.
교육부는 섬 학교 통폐합 여부를 다음 달 결정한다.""",
    "ko",
    "해담도 여객선 좌초…3명 사망·17명 부상",
    datetime(2025, 8, 14, 18, 0, tzinfo=_KST),
)

ENGLISH_MUSEUM = article(
    """The Orrin Museum, the region's second-largest gallery, will close its east wing for repairs in March.
A fire in the wing last week killed two guards and injured nine visitors.
Six of the injured are in stable condition, hospital officials said.
Director Paloma Greaves said it was too early to say whether faulty wiring caused the fire.
The trustees will decide by June whether to rebuild the wing.
Insurer Castlemere argued that the sprinklers had been switched off.
"The museum ignored our warnings," said Dashiell Korr, a lawyer for the guards' families.
Dr. Henrike Boland of the Tarn Institute, who studies fire safety, said the alarms worked.
The wing was designed by architects at Pellworth University.
Ticket sales rose 6% last year and shop income fell 2%.
Smoke reached about 30 of some 400 paintings.
The museum drew 41,000 visitors in May and 38,000 in June.
Visitors are asked to leave bags at the desk before entering the vault.
The new alarm is smaller and cheaper than the old one.
The city set aside $3 million for a study of the building by its rival gallery, the Lorne.
Repairs to the roof cost $4.1 million and those to the pipes $1.7 million.""",
    "en",
    "Orrin Museum to shut east wing after fatal fire",
    datetime(2025, 2, 11, 9, 0, tzinfo=_EST),
)

JAPANESE_DAM = article(
    """白瀬ダムの工事現場で3日、足場が崩れ、2人が死亡し、8人がけがをした。
けが人のうち1人は重体で、残りは容体が安定している。
県警は安全確認を怠った疑いがあるとみて調べている。
白瀬ダムは県内で2番目に大きいダムだ。
上流の最大流量は毎秒310トン、下流の平均流量は毎秒120トンだった。
電力の販売量は前年より4%増え、料金は2%下がった。
観光客は7月が1万2000人、8月が1万5000人だった。
市場では県が工事を中断するとの見方が広がっている。
県は8日の会議で工事の再開を判断する。
新しい堤防は古い堤防より長く、費用は少ない。
燃料費の下落は利益を12億円押し上げた。
伸び率は3カ月連続で縮小した。""",
    "ja",
    "白瀬ダムで足場崩れ2人死亡",
    datetime(2025, 9, 4, 9, 0, tzinfo=_KST),
)

FAITHFUL = (
    (KOREAN_FERRY, "여객선 파랑호 좌초로 3명 사망, 17명 부상."),
    (KOREAN_FERRY, "A ferry ran aground, killing three people and injuring 17."),
    (KOREAN_FERRY, "해경은 선장의 음주 여부를 조사 중이다."),
    (KOREAN_FERRY, "해담도 방문객은 6월 4만1천명에서 7월 5만8천명으로 늘었다."),
    (KOREAN_FERRY, "도내에서 두 번째로 큰 섬인 해담도에는 6,120명이 산다."),
    (KOREAN_FERRY, "부상자 4명이 위독하다."),
    (KOREAN_FERRY, "고은솔 변호사는 유가족 측을 대리한다."),
    (KOREAN_FERRY, "터미널 공사에 210억원, 방파제 보수에 58억원이 든다."),
    (KOREAN_FERRY, "정부는 운항 재개를 서두르지 않겠다고 했다."),
    (KOREAN_FERRY, "노조는 20일 파업을 예고했다."),
    (KOREAN_FERRY, "이번 사고의 원인이 노후 선박이라고 단정하기는 어렵다."),
    (KOREAN_FERRY, "도하진 갈매대 교수는 선체가 낡았다고 말했다."),
    (KOREAN_FERRY, "파랑호 승객은 지난해 9% 증가했다."),
    (KOREAN_FERRY, "7월 해담도를 찾은 사람은 5만8천명이다."),
    (KOREAN_FERRY, "북쪽 항로는 12%, 남쪽 항로는 7%가 결항했다."),
    (ENGLISH_MUSEUM, "Two guards died and nine visitors were hurt in the fire."),
    (ENGLISH_MUSEUM, "지난주 화재로 경비원 2명이 숨지고 관람객 9명이 다쳤다."),
    (ENGLISH_MUSEUM, "The museum is the second-largest gallery in the region."),
    (ENGLISH_MUSEUM, "About 30 paintings were reached by smoke."),
    (ENGLISH_MUSEUM, "Visitors numbered 41,000 in May and 38,000 in June."),
    (ENGLISH_MUSEUM, "Whether faulty wiring caused the fire is not yet known, Paloma Greaves said."),
    (ENGLISH_MUSEUM, "Dr. Henrike Boland of the Tarn Institute said the alarms had worked."),
    (ENGLISH_MUSEUM, "Dashiell Korr represents the families of the guards."),
    (ENGLISH_MUSEUM, "The trustees are to decide on rebuilding by June."),
    (ENGLISH_MUSEUM, "Roof repairs cost $4.1 million, pipe repairs $1.7 million."),
    (JAPANESE_DAM, "足場の崩落で2人が死亡、8人が負傷した。"),
    (JAPANESE_DAM, "A scaffold collapse killed two people and injured eight."),
    (JAPANESE_DAM, "観光客は7月の1万2000人から8月は1万5000人に増えた。"),
    (JAPANESE_DAM, "白瀬ダムは県で2番目に大きい。"),
    (JAPANESE_DAM, "県は8日に再開を判断する予定だ。"),
    (JAPANESE_DAM, "電力販売量は4%増、料金は2%下落した。"),
)

WRONG = (
    (KOREAN_FERRY, "여객선 좌초로 17명이 숨지고 3명이 다쳤다.", ("figure",)),
    (KOREAN_FERRY, "A ferry ran aground, killing 17 people and injuring three.", ("figure",)),
    (KOREAN_FERRY, "フェリーが座礁し、17人が死亡、3人がけがをした。", ("figure",)),
    (KOREAN_FERRY, "해담도 방문객은 6월 5만8천명, 7월 4만1천명이었다.", ("figure",)),
    (KOREAN_FERRY, "해담도는 도내에서 가장 큰 섬이다.", ("polarity",)),
    (KOREAN_FERRY, "해경은 선장이 술을 마신 사실을 확인했다.", ("certainty",)),
    (KOREAN_FERRY, "선사를 대리하는 고은솔 변호사는 정비 기록을 공개해야 한다고 말했다.", ("name", "wording")),
    (KOREAN_FERRY, "도하진 마루대 교수는 선체가 낡은 것은 사실이라고 했다.", ("name", "wording")),
    (KOREAN_FERRY, "방파제 보수비는 210억원이다.", ("figure",)),
    (KOREAN_FERRY, "해양수산부는 운항 재개를 서두르겠다고 밝혔다.", ("polarity",)),
    (KOREAN_FERRY, "노조가 20일 파업에 돌입했다.", ("certainty",)),
    (KOREAN_FERRY, "이번 사고가 노후 선박 때문이라는 사실이 확인됐다.", ("certainty",)),
    (KOREAN_FERRY, "새 여객선은 파랑호보다 길이가 길고 속도는 빠르다.", ("polarity",)),
    (KOREAN_FERRY, "남쪽 항로의 결항률은 12%였다.", ("figure",)),
    (KOREAN_FERRY, "교육부는 섬 학교를 통폐합하기로 결정했다.", ("certainty",)),
    (KOREAN_FERRY, "해경은 정원을 지켰다고 주장했다.", ("name", "speaker")),
    (ENGLISH_MUSEUM, "The fire killed nine guards and injured two visitors.", ("figure",)),
    (ENGLISH_MUSEUM, "지난주 화재로 9명이 숨지고 2명이 다쳤다.", ("figure",)),
    (ENGLISH_MUSEUM, "The Orrin Museum is the region's largest gallery.", ("polarity",)),
    (ENGLISH_MUSEUM, "Six of the injured are in critical condition.", ("polarity",)),
    (ENGLISH_MUSEUM, "부상자 6명은 위독한 상태다.", ("polarity",)),
    (ENGLISH_MUSEUM, "Director Paloma Greaves said faulty wiring caused the fire.", ("certainty",)),
    (ENGLISH_MUSEUM, "The trustees said they would rebuild the wing by June.", ("certainty",)),
    (ENGLISH_MUSEUM, "The guards' families argued that the sprinklers had been switched off.", ("name", "speaker")),
    (ENGLISH_MUSEUM, "Dr. Henrike Boland of Pellworth University said the alarms worked.", ("name",)),
    (ENGLISH_MUSEUM, "Smoke reached all of the 400 paintings.", ("polarity",)),
    (ENGLISH_MUSEUM, "The museum drew 38,000 visitors in May and 41,000 in June.", ("figure",)),
    (ENGLISH_MUSEUM, "Visitors are asked to leave bags at the desk after entering the vault.", ("polarity",)),
    (ENGLISH_MUSEUM, "The new alarm is larger and cheaper than the old one.", ("polarity",)),
    (ENGLISH_MUSEUM, "Shop income rose 6% last year.", ("figure", "polarity", "name")),
    (JAPANESE_DAM, "足場が崩れ、8人が死亡し、2人がけがをした。", ("figure",)),
    (JAPANESE_DAM, "발판이 무너져 8명이 숨지고 2명이 다쳤다.", ("figure",)),
    (JAPANESE_DAM, "白瀬ダムは県内で最も大きいダムだ。", ("polarity",)),
    (JAPANESE_DAM, "観光客は7月が1万5000人、8月が1万2000人だった。", ("figure",)),
    (JAPANESE_DAM, "県は工事を中断することを決めた。", ("certainty",)),
    (JAPANESE_DAM, "県警は安全確認を怠ったことを確認した。", ("certainty",)),
    (JAPANESE_DAM, "燃料費の下落は利益を12億円押し下げた。", ("polarity",)),
    (JAPANESE_DAM, "伸び率は3カ月連続で拡大した。", ("polarity",)),
    (JAPANESE_DAM, "下流の平均流量は毎秒310トンだった。", ("figure",)),
)  # fmt: skip
