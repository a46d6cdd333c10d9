"""Which firm, office or town 同社, 同庁, 同市 is: only where the article names exactly one of the kind, and has by
then. A post brings its lines in an order of its own, so one that comes later could stand before 同社 too."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsforge.engine.compose.dependence import outside_quotes

_KINDS = (
    "消防本部|委員会|研究所|事務所|事業所|教育委|消防署|警察署|協議会|連盟|機構|財団|学会|病院|大学|高校|中学|小学校|協会|"
    "組合|地裁|高裁|県警|道警|府警|市|県|府|町|村|区|庁|省|署|局|校|園|館|院|党|社|大(?!会|臣|手|使)"
)
_SAME = re.compile(rf"同(?P<kind>{_KINDS})(?![内外前後])")
_LETTERS = r"\u4e00-\u9fff々\u30a1-\u30fa\u30fcA-Za-zＡ-Ｚａ-ｚ&＆"
#: 富山県高岡市: the city is the last of them.
_WIDER = re.compile(r".*(?:北海道|東京都|大阪府|京都府|[\u4e00-\u9fff]{2,3}県)(?=.)")
#: What is called by its kind alone, or by another word for one: 県警, 会社, 本社, 地元の市.
_NO_NAME = re.compile(r"(?:^|[同各全両当本支県国他別近隣])$|(?:会|弊|自|御)$")
_FIRM_ENDS = (
    "株式会社|ホールディングス|グループ|研究所|総研|製作所|工業|電機|電力|電子|自動車|製薬|薬品|銀行|商事|商会|物産|不動産|建設|"
    "運輸|運送|物流|鉄道|電鉄|航空|通信|食品|飲料|製菓|製麺|酒造|醸造|化学|製鉄|製鋼|重工|証券|生命|損保|出版|石油|ガス|"
    "水産|農園|交通|バス|ホテル|百貨店|スーパー"
)
_FIRMS = (
    re.compile(rf"[{_LETTERS}・]{{1,16}}?(?:{_FIRM_ENDS})(?![{_LETTERS}])"),
    # 飲料大手の〇〇, 民間調査会社の〇〇
    re.compile(
        rf"(?:会社|企業|メーカー|大手|老舗|チェーン|スタートアップ|ベンチャー|業者)[の「](?P<name>[{_LETTERS}・]{{2,16}})"
    ),
    # 〇〇（東京）, 〇〇（本社・札幌市）
    re.compile(rf"(?P<name>[{_LETTERS}・]{{2,16}})（(?:本社|本店|東京|大阪|[\u4e00-\u9fff]{{2,6}}[都道府県市区町村])"),
)
#: 大手スーパー: any of its kind.
_ANY_FIRM = re.compile(
    rf"(?:大手|中堅|地元|老舗|県内|県外|市内|国内|海外|民間|高級|地方|同業|全国|各|他|外資系?|主要)+(?:{_FIRM_ENDS}|メーカー)?"
)
#: トレンドは, ヒバリがは: somebody who may be a firm too; a plain word of the trade is none.
_MAY_BE = re.compile(r"[\u30a1-\u30fa\u30fc]{3,}(?=(?:は|が|も)(?![\u30a1-\u30fa]))")
_PLAIN = re.compile(
    r"(?:サービス|システム|データ|メーカー|アプリ|ユーザー|チーム|スマートフォン|インターネット|コスト|エネルギー|モデル|サイト|"
    r"ネット|プラン|センター|コロナ|イベント|スポーツ|テレビ|ホーム|ページ|カード|ポイント|シェア|トップ|ニーズ|ロボット|ドローン|"
    r"アンケート|アルバイト|パート|インフレ|マンション|ビール|ワイン|コーヒー|パン|チョコレート|ドル|ユーロ|トン|ワクチン)$"
)


def find_body(sentence: str, before: Sequence[str], after: Sequence[str], title: str) -> tuple[str, str] | None:
    """``同社`` and what it stands for; None unless the sentence has one such word and it can mean but one."""
    found = {match.group(): match["kind"] for match in _SAME.finditer(outside_quotes(sentence))}
    if len(found) != 1:
        return None
    short, kind = next(iter(found.items()))
    told, every = "\n".join((title, *before)), "\n".join((title, *before, sentence, *after))
    if kind == "社":
        # Of whom the first sentence does not speak 同社 may not speak either.
        named = _only_firm(every)
        told = f"{title}\n{before[0]}"
    else:
        named = _only_body(kind, every)
    return (short, named) if named and named in told else None


def _only_body(kind: str, text: str) -> str | None:
    known: dict[str, None] = {}
    for match in re.finditer(rf"[{_LETTERS}]{{1,14}}?{kind}(?![{_LETTERS}])", text):
        name = _WIDER.sub("", match.group())
        if not _NO_NAME.search(name[: -len(kind)]):
            known[name] = None
    return _only(known)


def _only_firm(text: str) -> str | None:
    known: dict[str, None] = {}
    for pattern in _FIRMS:
        for match in pattern.finditer(text):
            name = match["name"] if "name" in pattern.groupindex else match.group()
            if not _ANY_FIRM.fullmatch(name):
                known[name] = None
    only = _only(known)
    others = {other for other in _MAY_BE.findall(text) if not _PLAIN.search(other)}
    return only if only and all(other in only for other in others) else None


def _only(known: dict[str, None]) -> str | None:
    """The one name; of ミナト総合研究所 and 調査会社ミナト総合研究所, the name without what it is."""
    shortest = min(known, key=len, default=None)
    return shortest if shortest is not None and all(shortest in other for other in known) else None
