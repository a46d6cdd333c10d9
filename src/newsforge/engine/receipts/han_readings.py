# ruff: noqa: E501 -- lists of words read best as lines of words; a Han character counts as two
"""How the commonest Han characters of Japanese firms, people and places are read: enough to know 菱和精機 in Ryowa Seiki.

A reading stands without long vowels. In a compound the first sound of the second part may be voiced (``ishikawa`` and
``gawa``), and a last ``tsu``, ``chi``, ``ku`` or ``ki`` may be swallowed (``hoku`` and ``hokkai``).
"""

from __future__ import annotations

import re
from functools import lru_cache

_TABLE = """
愛 ai;葵 aoi;青 ao sei;赤 aka seki;秋 aki shu;明 aki mei akira;朝 asa cho;旭 asahi;安 an yasu;案 an;伊 i;衣 i koromo;井 i;医 i;一 ichi hito kazu itsu;市 ichi shi;稲 ina ine;今 ima kon;岩 iwa gan;院 in;運 un
宇 u;上 ue kami jo;植 ue;内 uchi nai;梅 ume;浦 ura;永 ei naga;英 ei hide;栄 ei sakae;駅 eki;江 e ko;越 koshi etsu;円 en;遠 en to;塩 shio en;王 o;央 o hiro;横 yoko o;岡 oka;沖 oki;奥 oku;音 oto on;温 on;恩 on
加 ka;佳 yoshi ka;香 ka kaori ko;花 hana ka;華 hana ka;科 ka;化 ka;家 ya ka ie;賀 ga;会 kai;海 kai umi;開 kai;貝 kai;界 kai;垣 kaki;学 gaku manabu;角 kado kaku;覚 kaku;笠 kasa;梶 kaji;勝 katsu sho;川 kawa;河 kawa ka;亀 kame;鴨 kamo;神 kami kan jin shin;茅 kaya chi;刈 kari;間 ma kan;関 seki kan;館 kan tate;環 kan;丸 maru;岸 kishi;岩手 iwate
木 ki moku;喜 ki yoshi;機 ki;基 ki moto;気 ki;輝 ki teru;貴 taka ki;紀 ki nori;規 ki nori;希 ki nozomi;技 gi;義 yoshi gi;菊 kiku;北 kita hoku;吉 yoshi kichi;杵 kine;京 kyo;共 kyo;協 kyo;橋 hashi kyo;業 gyo;局 kyoku;玉 tama;金 kin kane kana;銀 gin;近 kin chika;久 hisa kyu ku;宮 miya gu;空 sora ku;串 kushi;熊 kuma;倉 kura so;蔵 kura zo;栗 kuri;黒 kuro koku;桑 kuwa;軍 gun;郡 gun kori;群 gun
恵 megumi kei e;敬 kei taka;慶 kei yoshi;景 kei;計 kei;桂 katsura kei;月 tsuki getsu;健 ken take;研 ken;建 ken tate;県 ken;賢 ken;源 gen minamoto;原 hara gen wara;元 moto gen;玄 gen;湖 ko mizuumi;古 furu ko;戸 to;虎 tora;五 go;吾 go;後 go;弘 hiro ko;広 hiro ko;光 mitsu ko hikari;工 ko ku;公 ko;孝 taka ko;幸 yuki ko sachi;興 ko oki;港 minato ko;高 taka ko;鉱 ko;鋼 ko;康 yasu ko;国 kuni koku;谷 tani ya;小 ko o sho;駒 koma;米 yone kome;根 ne kon;佐 sa;沙 sa;斎 sai;材 zai;財 zai;埼 sai;坂 saka;阪 saka;堺 sakai;酒 sake saka shu;崎 saki zaki;作 saku;桜 sakura;札 satsu;三 mi san mitsu;産 san;山 yama san
志 shi;史 fumi shi;士 shi;四 shi yon;子 ko shi;紙 shi kami;資 shi;寺 tera ji;滋 shige ji;治 ji haru;時 toki ji;次 tsugu ji;鹿 shika ka;七 nana shichi;質 shitsu;篠 shino;柴 shiba;芝 shiba;島 shima to;嶋 shima;下 shimo shita ka;社 sha;車 sha kuruma;主 shu nushi;守 mori shu;修 shu osamu;秀 hide shu;周 shu;重 shige ju;住 sumi ju;俊 toshi shun;春 haru shun;純 jun;順 jun;準 jun;初 hatsu sho;所 sho tokoro;庄 sho;昭 aki sho;昌 masa sho;商 sho;証 sho;松 matsu sho;晶 sho;城 shiro jo ki;条 jo;常 tsune jo;信 nobu shin;新 shin ni ara;真 ma shin makoto;伸 shin nobu;進 shin susumu;森 mori shin;深 fuka shin;仁 hito jin;人 hito jin;須 su;水 mizu sui;杉 sugi;鈴 suzu;角田 kakuta;雪 yuki
瀬 se;世 se yo;正 masa sho sei tadashi;生 sei o iku;成 nari sei;西 nishi sai sei;精 sei;製 sei;聖 sei;清 kiyo sei;誠 makoto sei;静 shizu sei;星 hoshi sei;政 masa sei;石 ishi seki;積 seki;節 setsu;千 chi sen;仙 sen;船 fune sen;泉 izumi sen;浅 asa;善 zen yoshi;全 zen;曽 so;草 kusa;相 ai so;総 so;速 soku;園 sono en;孫 mago;多 ta;田 ta da den;太 ta o futo;大 dai o tai hiro;代 dai yo shiro;台 dai tai;平 hira hei taira;鷹 taka;隆 taka ryu;滝 taki;宅 taku;沢 sawa taku;澤 sawa;拓 taku;竹 take chiku;武 take bu;達 tatsu;辰 tatsu;谷川 tanigawa;丹 tan;地 chi ji;知 chi tomo;智 tomo chi satoshi;築 chiku;茶 cha;中 naka chu;忠 tada chu;鋳 chu;町 machi cho;長 naga cho;鳥 tori cho;直 nao;津 tsu;塚 tsuka;月島 tsukishima;筑 chiku;辻 tsuji;堤 tsutsumi;鶴 tsuru
貞 sada;帝 tei;鉄 tetsu;哲 tetsu;天 ten ama;店 ten;電 den;伝 den;渡 wata to;都 to miyako;土 do tsuchi;藤 fuji to;東 higashi to azuma;登 nobori to;島田 shimada;陶 to;刀 to;道 michi do;徳 toku;得 toku;友 tomo yu;豊 toyo yutaka;那 na;奈 na;名 na mei;南 minami nan;二 ni ji;日 hi ni nichi;根本 nemoto;之 yuki no;野 no ya;乃 no;能 no;農 no;波 nami ha;馬 ma ba uma;梅田 umeda;白 shira shiro haku;博 hiro haku;畑 hata;八 ya hachi;鉢 hachi;服 fuku;花王 kao;林 hayashi rin;早 haya so;阪神 hanshin;飯 ii;彦 hiko;菱 ryo hishi bishi;美 mi bi;姫 hime;百 momo hyaku;兵 hyo;品 shina hin;浜 hama;濱 hama;福 fuku;富 tomi fu to;府 fu;夫 o fu;雄 o yu;男 o;文 fumi bun;物 butsu;別 betsu;部 be bu;辺 be;保 ho yasu;穂 ho;法 ho;芳 yoshi ho;北海 hokkai;堀 hori;本 moto hon
湯 yu;鎌 kama;葛 katsu kuzu;霧 kiri;砂 suna sa;函 hako;釧 kushi;帯 obi;室 muro;苫 toma;見 mi;魚 uo;敦 tsuru;甲 ko;勢 se;淡 awa;鳴 naru;尾 o;呉 kure;萩 hagi;糸 ito;沼 numa;掛 kake;磐 iwa;焼 yaki;岐 gi;阜 fu;諏訪 suwa;柏 kashiwa;燕 tsubame;会津 aizu;富士 fuji;伊勢 ise;別府 beppu;那覇 naha;鹿児 kago
麻 ma asa;舞 mai;前 mae zen;牧 maki;槙 maki;増 masu;松島 matsushima;満 mitsu man;万 man;岬 misaki;道雄 michio;緑 midori;峰 mine;宮城 miyagi;民 min;向 mukai;武蔵 musashi;六 roku;村 mura son;明治 meiji;毛 ke mo;茂 shige mo;門 kado mon;紋 mon;薬 yaku;矢 ya;弥 ya;柳 yanagi;山形 yamagata;油 yu abura;由 yu yoshi;有 ari yu;裕 yu hiro;祐 yu;優 yu;悠 yu;葉 ha yo;洋 yo hiro;陽 yo;羊 yo;要 yo;良 ryo yoshi;頼 yori;来 rai;蘭 ran;里 sato ri;利 to ri;理 ri;梨 nashi ri;力 riki;陸 riku;立 ritsu tachi;龍 ryu;竜 ryu;流 ryu;涼 ryo;料 ryo;令 rei;礼 rei;連 ren;練 ren;路 ji ro;郎 ro;朗 ro;和 wa kazu;若 waka;脇 waki;渡良 watara;輪 wa;亘 wataru
車両 sharyo;自 ji;動 do;銀行 ginko;鉄道 tetsudo;工業 kogyo;工務 komu;商事 shoji;化学 kagaku;製作 seisaku;重工 juko;紡績 boseki;繊維 seni;食品 shokuhin;乳業 nyugyo;製粉 seifun;製菓 seika;製紙 seishi;精密 seimitsu;機械 kikai;器 ki;具 gu;線 sen;設 setsu;備 bi;品川 shinagawa;送 so;放送 hoso;新聞 shimbun shinbun;出 de shutsu;版 han;交 ko;通 tsu;信用 shinyo;庫 ko;組 kumi;合 go ai;堂 do;屋 ya;楽 raku gaku;園芸 engei;飲 in;造 zo;醸 jo;炭 tan sumi;素 so;黄 ki;紅 beni;翔 sho;翼 tsubasa;蓮 ren;湊 minato;葵子 aoiko;結 yui;菜 na;咲 saki;陽菜 hina;莉 ri;凛 rin;心 kokoro;介 suke;助 suke;輔 suke;治郎 jiro;樹 ki itsuki;斗 to;翔太 shota;悟 satoru;聡 satoshi;浩 hiroshi hiro ko;博之 hiroyuki;剛 tsuyoshi go;誠一 seiichi;淳 jun atsushi;薫 kaoru;梓 azusa;彩 aya;綾 aya;絵 e;典 nori;憲 nori ken;徹 toru;豪 go;亮 ryo;遼 ryo;諒 ryo;拓也 takuya;也 ya;哉 ya;矩 nori
"""
_READINGS: dict[str, tuple[str, ...]] = {
    entry.split(" ")[0]: tuple(entry.split(" ")[1:])
    for line in _TABLE.strip().splitlines()
    for entry in line.split(";")
}
_LONGEST = max(map(len, _READINGS))
_VOICED = {"k": "g", "s": "z", "t": "d", "h": "bp", "c": "j", "f": "b"}
_SWALLOWED = re.compile(r"(?:tsu|chi|ku|ki)$")
_LONG = re.compile(r"(?<=[aeiou])h(?![aeiou])|(?<=o)[uo]|(?<=u)u")
_DOUBLED = re.compile(r"([bcdfgjkpstz])(?=\1)|t(?=ch)")
_RUN = re.compile(r"[一-鿿々]{2,}")
#: A shorter name may be read out of anything.
_FEWEST = 2


def spelled(latin: str) -> str:
    """Without what families and firms write in their own ways: long vowels, doubled consonants, m before b and p."""
    text = re.sub(r"m(?=[bp])", "n", re.sub(r"[^a-z]", "", latin.lower()))
    return _DOUBLED.sub("", _LONG.sub("", text))


def reads_as(text: str, latin: str) -> bool:
    """Whether two or more characters that stand together in the text may be read as the Latin name."""
    wanted = spelled(latin)
    if len(wanted) <= _FEWEST + 1:
        return False
    return any(_reads(run, wanted) for run in _runs(text))


@lru_cache(maxsize=64)
def _runs(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_RUN.findall(text)))


def _reads(run: str, wanted: str) -> bool:
    return any(_ends(run, start, wanted, 0, 0) for start in range(len(run) - 1))


def _ends(run: str, at: int, wanted: str, place: int, used: int) -> bool:
    """Whether the characters from here on read the rest of the name."""
    if place == len(wanted):
        return used >= _FEWEST
    for length in range(min(_LONGEST, len(run) - at), 0, -1):
        for reading in _forms(run[at : at + length], used > 0):
            if wanted.startswith(reading, place) and _ends(
                run, at + length, wanted, place + len(reading), used + length
            ):
                return True
    return False


@lru_cache(maxsize=4_000)
def _forms(characters: str, voiced: bool) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for reading in _READINGS.get(characters, ()):
        for form in (reading, *((other + reading[1:]) for other in _VOICED.get(reading[0], "") if voiced)):
            plain = form.replace("dzu", "zu").replace("jhi", "ji").replace("zhi", "ji").replace("dsu", "zu")
            found.setdefault(spelled(plain))
            if len(plain) > _FEWEST and _SWALLOWED.search(plain):
                found.setdefault(spelled(_SWALLOWED.sub("", plain)))
    return tuple(form for form in found if form)
