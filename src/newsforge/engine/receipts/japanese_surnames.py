# ruff: noqa: E501 -- lists of words read best as lines of words; a Han character counts as two
"""The commonest Japanese surnames in Latin letters: how Han characters sound cannot be told from them."""

from __future__ import annotations

_TABLE = """
sato 佐藤 佐東;suzuki 鈴木;takahashi 高橋 髙橋;tanaka 田中;watanabe 渡辺 渡邊 渡部;ito 伊藤 伊東;yamamoto 山本;nakamura 中村;kobayashi 小林;kato 加藤
yoshida 吉田;yamada 山田;sasaki 佐々木;yamaguchi 山口;matsumoto 松本;inoue 井上;kimura 木村;hayashi 林;saito 斎藤 斉藤 齋藤;shimizu 清水
yamazaki 山崎;yamasaki 山崎;mori 森;abe 阿部 安倍 安部;ikeda 池田;hashimoto 橋本;yamashita 山下;ishikawa 石川;nakajima 中島;nakashima 中島;maeda 前田
fujita 藤田;ogawa 小川;goto 後藤;okada 岡田;hasegawa 長谷川;murakami 村上;kondo 近藤;ishii 石井;sakamoto 坂本;endo 遠藤
aoki 青木;fujii 藤井;nishimura 西村;fukuda 福田;ota 太田;miura 三浦;fujiwara 藤原;okamoto 岡本;matsuda 松田;nakagawa 中川
nakano 中野;harada 原田;ono 小野;tamura 田村;takeuchi 竹内;kaneko 金子;wada 和田;nakayama 中山;ishida 石田;ueda 上田 植田
morita 森田;hara 原;shibata 柴田;sakai 酒井 坂井;kudo 工藤;yokoyama 横山;miyazaki 宮崎;miyamoto 宮本;uchida 内田;takagi 高木
ando 安藤;taniguchi 谷口;ohno 大野;maruyama 丸山;imai 今井;takada 高田;fujimoto 藤本;takeda 武田;murata 村田;ueno 上野
sugiyama 杉山;masuda 増田;sugawara 菅原;hirano 平野;kojima 小島;otsuka 大塚;chiba 千葉;kubo 久保;matsui 松井;iwasaki 岩崎
sakurai 桜井;kinoshita 木下;noguchi 野口;matsuo 松尾;nomura 野村;kikuchi 菊地 菊池;sano 佐野;onishi 大西;sugimoto 杉本;arai 新井 荒井
hamada 浜田 濱田;ichikawa 市川;furukawa 古川;mizuno 水野;komatsu 小松;shimada 島田;koyama 小山;takano 高野;yamauchi 山内;nishida 西田
kishida 岸田;ishiba 石破;takaichi 高市;suga 菅;aso 麻生;koizumi 小泉;kono 河野;hirota 広田;oda 小田 織田;higuchi 樋口
kawasaki 川崎;iida 飯田;yoshikawa 吉川;honda 本田 本多;kubota 久保田;sawada 沢田;tsuji 辻;seki 関;yoshimura 吉村;iwata 岩田
nakanishi 中西;hattori 服部;kawaguchi 川口;tanabe 田辺;oshima 大島;ozawa 小沢;kuroda 黒田;kawamura 川村 河村;nagai 永井;matsushita 松下
nagata 永田;kiryu 桐生;toyoda 豊田;shinohara 篠原;takenaka 竹中;mikami 三上;nishi 西;horiuchi 堀内;asano 浅野;tokura 戸倉
"""
#: Latin letters, lower case, to the ways of writing them, parted by spaces.
JAPANESE_SURNAMES: dict[str, str] = dict(
    entry.split(" ", 1) for line in _TABLE.strip().splitlines() for entry in line.split(";")
)
