# ruff: noqa: E501 -- lists of words read best as lines of words; a Korean letter counts as two
"""Names of one thing, in three languages and their short forms. One line a thing, forms after commas.

For places the adjective and the people stand with the place: a sentence about a British firm may call it a UK firm.
"""

PLACES = """
미국, 미, 美, us, usa, united states, united states of america, america, american, americans, アメリカ, 米国, 米
한국, 대한민국, 남한, 한, 韓, south korea, korea, republic of korea, rok, south korean, south koreans, korean, koreans, 韓国
북한, 북, 北, north korea, dprk, north korean, north koreans, pyongyang, 北朝鮮
일본, 일, 日, japan, japanese, 日本
중국, 중, 中, china, chinese, prc, 中国
대만, taiwan, taiwanese, 台湾
홍콩, hong kong, hongkong, 香港
영국, 英, uk, united kingdom, britain, great britain, british, briton, britons, イギリス, 英国
잉글랜드, england, english, イングランド
스코틀랜드, scotland, scottish, scot, scots, スコットランド
웨일스, wales, welsh, welshman, ウェールズ
북아일랜드, northern ireland, northern irish, 北アイルランド
아일랜드, ireland, irish, irishman, アイルランド
프랑스, 佛, france, french, frenchman, frenchwoman, フランス, 仏
독일, 獨, germany, german, germans, ドイツ, 独
이탈리아, italy, italian, italians, イタリア, 伊
스페인, spain, spanish, spaniard, spaniards, スペイン
포르투갈, portugal, portuguese, ポルトガル
네덜란드, netherlands, the netherlands, holland, dutch, dutchman, オランダ
벨기에, belgium, belgian, belgians, ベルギー
스위스, switzerland, swiss, スイス
오스트리아, austria, austrian, オーストリア
스웨덴, sweden, swedish, swede, swedes, スウェーデン
노르웨이, norway, norwegian, norwegians, ノルウェー
덴마크, denmark, danish, dane, danes, デンマーク
핀란드, finland, finnish, finn, finns, フィンランド
아이슬란드, iceland, icelandic, アイスランド
폴란드, poland, polish, pole, poles, ポーランド
체코, czech republic, czech, czechia, チェコ
헝가리, hungary, hungarian, ハンガリー
그리스, greece, greek, greeks, ギリシャ
튀르키예, 터키, turkey, turkiye, turkish, turk, turks, トルコ
러시아, 露, russia, russian, russians, kremlin, moscow, ロシア
우크라이나, ukraine, ukrainian, ukrainians, ウクライナ
이스라엘, israel, israeli, israelis, イスラエル
팔레스타인, palestine, palestinian, palestinians, パレスチナ
가자, 가자지구, gaza, gaza strip, ガザ
이란, iran, iranian, iranians, tehran, イラン
이라크, iraq, iraqi, iraqis, イラク
시리아, syria, syrian, syrians, シリア
레바논, lebanon, lebanese, レバノン
사우디아라비아, 사우디, saudi arabia, saudi, saudis, サウジアラビア, サウジ
아랍에미리트, uae, united arab emirates, emirati, アラブ首長国連邦
카타르, qatar, qatari, カタール
예멘, yemen, yemeni, yemenis, イエメン
이집트, egypt, egyptian, egyptians, エジプト
아프가니스탄, afghanistan, afghan, afghans, アフガニスタン
파키스탄, pakistan, pakistani, pakistanis, パキスタン
인도, india, indian, indians, インド
방글라데시, bangladesh, bangladeshi, バングラデシュ
스리랑카, sri lanka, sri lankan, スリランカ
네팔, nepal, nepalese, nepali, ネパール
인도네시아, indonesia, indonesian, indonesians, インドネシア
말레이시아, malaysia, malaysian, マレーシア
싱가포르, singapore, singaporean, シンガポール
태국, thailand, thai, thais, タイ
베트남, vietnam, vietnamese, ベトナム
필리핀, philippines, the philippines, filipino, filipinos, philippine, フィリピン
미얀마, myanmar, burma, burmese, ミャンマー
몽골, mongolia, mongolian, モンゴル
호주, 오스트레일리아, australia, australian, australians, aussie, オーストラリア, 豪州, 豪
뉴질랜드, new zealand, new zealander, kiwi, ニュージーランド
캐나다, canada, canadian, canadians, カナダ
멕시코, mexico, mexican, mexicans, メキシコ
브라질, brazil, brazilian, brazilians, ブラジル
아르헨티나, argentina, argentine, argentinian, アルゼンチン
칠레, chile, chilean, チリ
콜롬비아, colombia, colombian, コロンビア
페루, peru, peruvian, ペルー
베네수엘라, venezuela, venezuelan, ベネズエラ
쿠바, cuba, cuban, cubans, キューバ
남아프리카공화국, 남아공, south africa, south african, 南アフリカ
나이지리아, nigeria, nigerian, ナイジェリア
케냐, kenya, kenyan, kenyans, ケニア
에티오피아, ethiopia, ethiopian, エチオピア
모로코, morocco, moroccan, モロッコ
튀니지, tunisia, tunisian, チュニジア
리비아, libya, libyan, リビア
수단, sudan, sudanese, スーダン
소말리아, somalia, somali, ソマリア
유럽, 구주, europe, european, europeans, ヨーロッパ, 欧州
아시아, asia, asian, asians, アジア
아프리카, africa, african, africans, アフリカ
중동, middle east, middle eastern, 中東
동남아, 동남아시아, southeast asia, 東南アジア
남미, south america, south american, 南米
북미, north america, north american, 北米
서울, 서울시, 서울특별시, seoul, ソウル
부산, 부산시, busan, pusan, 釜山
인천, incheon, inchon, 仁川
대구, daegu, taegu, 大邱
대전, daejeon, 大田
광주, gwangju, kwangju, 光州
울산, ulsan, 蔚山
세종, 세종시, sejong, 世宗
경기, 경기도, gyeonggi, 京畿道
강원, 강원도, gangwon, 江原道
제주, 제주도, jeju, 済州
강릉, gangneung, 江陵
수원, suwon, 水原
평택, pyeongtaek, 平沢
포항, pohang, 浦項
여의도, yeouido, 汝矣島
강남, gangnam, 江南
도쿄, tokyo, 東京
오사카, osaka, 大阪
아오모리, aomori, 青森
이와테, iwate, 岩手
미야기, miyagi, 宮城
아키타, akita, 秋田
야마가타, yamagata, 山形
후쿠시마, fukushima, 福島
이바라키, ibaraki, 茨城
도치기, tochigi, 栃木
군마, gunma, 群馬
사이타마, saitama, 埼玉
지바, chiba, 千葉
가나가와, kanagawa, 神奈川
니가타, niigata, 新潟
도야마, toyama, 富山
이시카와, ishikawa, 石川
후쿠이, fukui, 福井
야마나시, yamanashi, 山梨
나가노, nagano, 長野
기후현, gifu, 岐阜
시즈오카, shizuoka, 静岡
미에현, mie, 三重
시가현, shiga, 滋賀
효고, hyogo, 兵庫
나라현, nara, 奈良
와카야마, wakayama, 和歌山
돗토리, tottori, 鳥取
시마네, shimane, 島根
오카야마, okayama, 岡山
히로시마, hiroshima, 広島
야마구치, yamaguchi, 山口
도쿠시마, tokushima, 徳島
가가와, kagawa, 香川
에히메, ehime, 愛媛
고치현, kochi, 高知
사가현, saga, 佐賀
나가사키, nagasaki, 長崎
구마모토, kumamoto, 熊本
오이타, oita, 大分
미야자키, miyazaki, 宮崎
가고시마, kagoshima, 鹿児島
고베, kobe, 神戸
삿포로, sapporo, 札幌
센다이, sendai, 仙台
가나자와, kanazawa, 金沢
교토, kyoto, 京都
나고야, nagoya, 名古屋
요코하마, yokohama, 横浜
후쿠오카, fukuoka, 福岡
홋카이도, hokkaido, 北海道
오키나와, okinawa, 沖縄
베이징, 북경, beijing, 北京
상하이, shanghai, 上海
선전, shenzhen, 深圳
워싱턴, washington, ワシントン
뉴욕, new york, ニューヨーク
로스앤젤레스, la, los angeles, ロサンゼルス
런던, london, ロンドン
파리, paris, parisian, パリ
베를린, berlin, ベルリン
브뤼셀, brussels, ブリュッセル
모스크바, moscow, モスクワ
"""

BODIES = """
삼성, samsung, サムスン, 三星
삼성전자, samsung electronics, サムスン電子
sk하이닉스, 하이닉스, sk hynix, skハイニックス
현대자동차, 현대차, hyundai motor, hyundai, 現代自動車
기아, kia, 起亜
lg전자, lg electronics, lg電子
lg에너지솔루션, lg energy solution, lgエネルギーソリューション
포스코, posco, ポスコ
네이버, naver, ネイバー
카카오, kakao, カカオ
쿠팡, coupang, クーパン
롯데, lotte, ロッテ
한화, hanwha, ハンファ
두산, doosan, 斗山
대한항공, korean air, 大韓航空
아시아나항공, 아시아나, asiana airlines, asiana, アシアナ航空
한국전력, 한전, 한국전력공사, korea electric power, kepco, 韓国電力
한국은행, 한은, bank of korea, bok, 韓国銀行, 韓銀
금융위원회, 금융위, financial services commission, fsc, 金融委員会
금융감독원, 금감원, financial supervisory service, fss, 金融監督院
공정거래위원회, 공정위, fair trade commission, korea fair trade commission, ftc, kftc, 公正取引委員会
기획재정부, 기재부, ministry of economy and finance, finance ministry, 企画財政部
통계청, statistics korea, 統計庁
국토교통부, 국토부, ministry of land, infrastructure and transport, land ministry, transport ministry, 国土交通省
보건복지부, 복지부, ministry of health and welfare, health ministry, 保健福祉部
고용노동부, 노동부, ministry of employment and labor, labor ministry, 雇用労働部
산업통상자원부, 산업부, ministry of trade, industry and energy, industry ministry, 産業通商資源部
과학기술정보통신부, 과기정통부, ministry of science and ict, science ministry, 科学技術情報通信部
외교부, foreign ministry, ministry of foreign affairs, 外交部, 外務省
국방부, defense ministry, ministry of national defense, defence ministry, 国防部, 防衛省
교육부, education ministry, ministry of education, 教育部, 文部科学省
질병관리청, 질병청, korea disease control and prevention agency, kdca, 疾病管理庁
국민연금공단, 국민연금, national pension service, nps, 国民年金公団, 国民年金
한국거래소, 거래소, korea exchange, krx, 韓国取引所
대법원, supreme court, 大法院, 最高裁
헌법재판소, 헌재, constitutional court, 憲法裁判所
국회, national assembly, 国会
대통령실, presidential office, 大統領室
청와대, blue house, cheong wa dae, 青瓦台
국가정보원, 국정원, national intelligence service, nis, 国家情報院
국세청, national tax service, nts, 国税庁
한국개발연구원, kdi, korea development institute, 韓国開発研究院
더불어민주당, 민주당, democratic party, democratic party of korea, democrats, democrat, 共に民主党, 民主党
국민의힘, 국힘, people power party, ppp, 国民の力
코스피, kospi, コスピ
코스닥, kosdaq, コスダック
나스닥, nasdaq, ナスダック
다우존스, 다우, dow jones, dow, ダウ
연방준비제도, 연준, 미 연준, federal reserve, fed, the fed, 連邦準備制度, frb
유럽중앙은행, european central bank, ecb, 欧州中央銀行
일본은행, bank of japan, boj, 日本銀行, 日銀
중국인민은행, 인민은행, people's bank of china, pboc, 中国人民銀行
영란은행, 잉글랜드은행, bank of england, boe, イングランド銀行
국제통화기금, imf, international monetary fund, 国際通貨基金
세계은행, world bank, 世界銀行
세계보건기구, who, world health organization, world health organisation, 世界保健機関
세계무역기구, wto, world trade organization, world trade organisation, 世界貿易機関
경제협력개발기구, oecd, 経済協力開発機構
유엔, 국제연합, un, united nations, 国連
유럽연합, eu, european union, 欧州連合
북대서양조약기구, 나토, nato, north atlantic treaty organization, 北大西洋条約機構
아세안, 동남아시아국가연합, asean, 東南アジア諸国連合
석유수출국기구, opec, 石油輸出国機構
국제에너지기구, iea, international energy agency, 国際エネルギー機関
국제원자력기구, iaea, international atomic energy agency, 国際原子力機関
국제축구연맹, 피파, fifa, 国際サッカー連盟
국제올림픽위원회, ioc, international olympic committee, 国際オリンピック委員会
백악관, white house, ホワイトハウス
미 의회, congress, us congress, 米議会
연방수사국, fbi, federal bureau of investigation, 連邦捜査局
중앙정보국, cia, central intelligence agency, 中央情報局
항공우주국, 나사, nasa, national aeronautics and space administration, アメリカ航空宇宙局
식품의약국, fda, food and drug administration, 食品医薬品局
증권거래위원회, sec, securities and exchange commission, 証券取引委員会
국민건강서비스, nhs, national health service
엔비디아, nvidia, エヌビディア
애플, apple, アップル
구글, google, グーグル
알파벳, alphabet, アルファベット
마이크로소프트, ms, microsoft, マイクロソフト
아마존, amazon, アマゾン
메타, meta, meta platforms, メタ
페이스북, facebook, フェイスブック
인스타그램, instagram, インスタグラム
유튜브, youtube, ユーチューブ
트위터, twitter, ツイッター
엑스, x
틱톡, tiktok, ティックトック
테슬라, tesla, テスラ
스페이스x, spacex, スペースx
오픈ai, openai, オープンai
챗gpt, chatgpt
인텔, intel, インテル
퀄컴, qualcomm, クアルコム
tsmc, taiwan semiconductor manufacturing company, 대만적체전로제조, 台湾積体電路製造
도요타, 토요타, toyota, トヨタ, トヨタ自動車
혼다, honda, ホンダ
닛산, nissan, 日産, 日産自動車
소니, sony, ソニー
소프트뱅크, softbank, ソフトバンク
닌텐도, nintendo, 任天堂
파나소닉, panasonic, パナソニック
화웨이, huawei, ファーウェイ
알리바바, alibaba, アリババ
텐센트, tencent, テンセント
바이두, baidu, 百度
샤오미, xiaomi, シャオミ
보잉, boeing, ボーイング
에어버스, airbus, エアバス
골드만삭스, goldman sachs, ゴールドマン・サックス
모건스탠리, morgan stanley, モルガン・スタンレー
jp모건, jp모간, jpmorgan, jp morgan, jpmorgan chase, jpモルガン
블랙록, blackrock, ブラックロック
버크셔해서웨이, berkshire hathaway, バークシャー・ハサウェイ
월마트, walmart, ウォルマート
코카콜라, coca-cola, coca cola, コカ・コーラ
맥도날드, mcdonald's, mcdonalds, マクドナルド
스타벅스, starbucks, スターバックス
나이키, nike, ナイキ
디즈니, disney, walt disney, ディズニー
넷플릭스, netflix, ネットフリックス
시리즈, series, シリーズ
비트코인, bitcoin, btc, ビットコイン
이더리움, ethereum, eth, イーサリアム
로이터, 로이터통신, reuters, ロイター
블룸버그, 블룸버그통신, bloomberg, ブルームバーグ
연합뉴스, yonhap, yonhap news agency, yonhap news, 聯合ニュース
월스트리트저널, wsj, wall street journal, ウォール・ストリート・ジャーナル
뉴욕타임스, nyt, new york times, ニューヨーク・タイムズ
파이낸셜타임스, ft, financial times, フィナンシャル・タイムズ
니혼게이자이신문, 닛케이, nikkei, nihon keizai shimbun, 日本経済新聞, 日経
올림픽, olympics, olympic, olympic games, 五輪, オリンピック
월드컵, world cup, ワールドカップ, w杯
트럼프, 도널드 트럼프, trump, donald trump, トランプ
바이든, 조 바이든, biden, joe biden, バイデン
푸틴, 블라디미르 푸틴, putin, vladimir putin, プーチン
시진핑, xi jinping, xi, 習近平
김정은, kim jong un, kim jong-un, 金正恩
젤렌스키, zelensky, zelenskyy, volodymyr zelensky, ゼレンスキー
네타냐후, netanyahu, benjamin netanyahu, ネタニヤフ
마크롱, macron, emmanuel macron, マクロン
머스크, 일론 머스크, musk, elon musk, マスク, イーロン・マスク
이재명, lee jae-myung, lee jae myung, 李在明
윤석열, yoon suk yeol, yoon suk-yeol, yoon, 尹錫悦
문재인, moon jae-in, moon jae in, 文在寅
한덕수, han duck-soo, 韓悳洙
이재용, lee jae-yong, jay y. lee, 李在鎔
손흥민, son heung-min, heung-min son, ソン・フンミン, 孫興民
이시바, 이시바 시게루, ishiba, shigeru ishiba, 石破
다카이치, 다카이치 사나에, takaichi, sanae takaichi, 高市
우에다, 우에다 가즈오, ueda, kazuo ueda, 植田
오타니, 오타니 쇼헤이, ohtani, shohei ohtani, 大谷
전기차, 전기자동차, ev, evs, electric vehicle, electric vehicles, 電気自動車
인공지능, ai, artificial intelligence, 人工知能
기업공개, ipo, initial public offering, 新規株式公開
국내총생산, gdp, gross domestic product, 国内総生産
소비자물가지수, cpi, consumer price index, 消費者物価指数
액화천연가스, lng, liquefied natural gas, 液化天然ガス
인수합병, 인수·합병, m&a, mergers and acquisitions, 合併・買収
연구개발, 연구·개발, r&d, research and development, 研究開発
스포츠유틸리티차, suv, suvs
폐쇄회로, cctv, 防犯カメラ
고대역폭메모리, hbm, high bandwidth memory, 高帯域幅メモリー
"""
