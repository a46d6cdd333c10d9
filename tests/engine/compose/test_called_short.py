"""Whoever is called by less than their name has been named before: 맹순택씨, 同社, 同市."""

from __future__ import annotations

import pytest

from newsforge.engine.article import Article
from newsforge.engine.compose import compose, digest
from newsforge.engine.compose.same_body import find_body
from newsforge.engine.platforms.registry import platforms
from tests.support.stories import make_article

GONG = make_article(
    "새벽 4시, 가온군 북상면의 한 작업장에서 쇳물이 붉게 끓는다. 백발의 노인이 도가니를 들어 올리자 손자가 거푸집을 밀어 넣었다.\n"
    "이곳은 1958년 문을 연 두리방짜공방이다. 무형유산 징장 보유자 맹순택(79)씨와 아들 맹기호(52)씨, 손자 맹도연(25)씨 "
    "3대가 함께 징을 만든다.\n"
    "맹순택씨는 열일곱 살에 아버지의 어깨너머로 망치질을 배웠다.\n"
    "1980년대만 해도 가온에는 징 공방이 11곳 있었다. 지금은 두리방짜공방 한 곳만 남았다.\n"
    "손자 도연씨는 서울에서 다니던 회사를 2년 전 그만두고 고향으로 돌아왔다. 도연씨는 징 만드는 과정을 영상으로 찍어 올린다. "
    "구독자는 14만명이다.\n"
    '맹순택씨는 "징은 두드리는 사람의 성질을 닮는다"며 "급하면 소리가 깨진다"고 했다.\n'
    "두리방짜공방은 다음 달 12일부터 27일까지 가온문화센터에서 전시 '울림 3대'를 연다.",
    title='"그 소리, 제가 마지막이면 안 되잖아요"…방짜유기 장인 3대',
)
SURVEY = make_article(
    "民間調査会社のミナト総合研究所（東京）は18日、会社員の副業に関する調査結果を発表した。副業の経験があると答えた人は23.4％で、"
    "5年前の前回調査（11.2％）から倍増した。\n"
    "調査は10月に全国の正社員を対象にインターネットで実施し、5200人から回答を得た。\n"
    "調査を担当した同社の日下部由美主任研究員は「物価高で本業の賃金だけでは足りないと感じる人が増えた」と分析する。\n"
    "同社は来年3月に業種別の詳細をまとめた報告書を公開する。",
    language="ja",
    title="副業経験ある会社員は23％、5年で倍増",
)


@pytest.mark.parametrize("tone", ["neutral", "friendly", "urgent", "formal"])
@pytest.mark.parametrize("length", ["short", "standard", "long"])
def test_nobody_speaks_before_being_introduced(length: str, tone: str) -> None:
    for platform in platforms().values():
        told = "\n".join(compose(digest(GONG), platform, tone=tone, length=length).paragraphs)
        for called, introduced in (("맹순택씨", "맹순택(79)씨"), ("손자 도연씨", "맹도연(25)씨")):
            if called in told:
                assert -1 < told.find(introduced) < told.find(called)


@pytest.mark.parametrize("tone", ["neutral", "friendly"])
def test_the_quote_is_told_all_the_same(tone: str) -> None:
    wide = [p for p in platforms().values() if p.id in {"x", "linkedin", "telegram", "naver_blog", "newsletter", "lms"}]
    for platform in wide:
        assert "급하면 소리가 깨진다" in "\n".join(compose(digest(GONG), platform, tone=tone).paragraphs)


def test_whose_subscribers_they_are_stands_before_them() -> None:
    for platform in platforms().values():
        told = "\n".join(compose(digest(GONG), platform, tone="urgent").paragraphs)
        assert "구독자는" not in told or "영상으로 찍어 올린다. 구독자는" in told


@pytest.mark.parametrize("tone", ["neutral", "friendly", "urgent", "formal"])
def test_the_firm_speaks_behind_its_name(tone: str) -> None:
    quoted = 0
    for platform in platforms().values():
        if not platform.writes("ja"):
            continue
        content = compose(digest(SURVEY), platform, tone=tone)
        told = "\n".join([content.title or "", *content.paragraphs])
        quoted += "日下部由美" in told
        assert "同社" not in told or -1 < told.find("ミナト総合研究所") < told.find("同社")
    assert quoted > 5 or tone == "urgent"


@pytest.mark.parametrize(
    ("before", "sentence", "after", "meant"),
    [
        ("飲料大手のサンクルは5日、新工場を発表した。", "同社は雇用を増やす。", "", "サンクル"),
        ("白浜市は5日、運賃を改定すると発表した。", "同市によると赤字は3億円。", "", "白浜市"),
        ("気象庁は5日、大雨への警戒を呼びかけた。", "同庁は早めの避難を求めている。", "", "気象庁"),
        ("富山県高岡市の国道で車が立ち往生した。", "同市は避難所を開いた。", "", "高岡市"),
        # Two of a kind, before it or behind it: a post may bring either first.
        ("飲料大手のサンクルと食品大手のミヤビは5日、合併すると発表した。", "同社は雇用を増やす。", "", None),
        ("飲料大手のサンクルは5日、新工場を発表した。", "同社は雇用を増やす。", "競合するトレンドは値上げした。", None),
        ("白浜市と黒潮市は5日、協定を結んだ。", "同市は避難所を開いた。", "", None),
        ("白浜市は5日、改定を発表した。", "同市は避難所を開いた。", "隣の黒潮市も続く。", None),
        # No town of its own.
        ("政府は5日、方針を決めた。", "同市は避難所を開いた。", "", None),
        # 同大会 is no university.
        ("海浜大学は5日、優勝した。", "同大会は10回目。", "", None),
    ],
)
def test_what_it_stands_for_is_sure_or_not_said(before: str, sentence: str, after: str, meant: str | None) -> None:
    found = find_body(sentence, [before], [after], "")
    assert (found[1] if found else None) == meant


SNOW = make_article(
    "強い冬型の気圧配置の影響で、北陸地方は24日、記録的な大雪となった。\n"
    "富山県高岡市の国道8号では、24日午前5時ごろから大型車を先頭に約120台が立ち往生した。"
    "国土交通省富山河川国道事務所によると、けが人の情報はない。\n"
    "24日午前11時までの24時間の降雪量は、高岡市伏木で78センチ、砺波市で71センチに達した。\n"
    "気象庁によると、25日午前6時までの24時間に予想される降雪量は、多い所で富山県60センチ、石川県50センチ。",
    language="ja",
    title="北陸に顕著な大雪情報　高岡で立ち往生120台、25日夕まで警戒",
)
SCENE: Article = make_article(
    "午前6時、湯気の立つ厨房で白衣の女性が豆を量る。\n"
    "青海市の豆腐店「かど屋」は12月末で閉店し、150年の歴史に幕を下ろす。\n"
    "店主の角田のぞみさん（71）は「足腰が続かない」と話す。",
    language="ja",
    title="青海市の豆腐店「かど屋」閉店へ　150年の歴史に幕",
)


def test_a_dated_sentence_with_the_titles_words_is_no_scene() -> None:
    lead = digest(SNOW).lead
    assert lead is not None
    assert lead.index == 0


def test_a_scene_without_them_is() -> None:
    lead = digest(SCENE).lead
    assert lead is not None
    assert lead.index == 1


@pytest.mark.parametrize("platform_id", ["telegram", "naver_blog", "feed", "linkedin"])
def test_a_point_from_which_the_story_goes_on_is_told_before_it(platform_id: str) -> None:
    told = "\n".join(compose(digest(SNOW), platforms()[platform_id]).paragraphs)
    assert "けが人の情報はない" not in told or told.find("立ち往生した") < told.find("けが人の情報はない")


TRIAL = make_article(
    "검찰이 외국인 노동자 임금을 떼먹고 장부를 조작한 혐의로 기소된 공장장에게 징역 1년을 구형했다.\n"
    "검찰은 19일 결심공판에서 근로기준법 위반 등 혐의로 기소된 오창민(54)씨에게 징역 1년을 선고해 달라고 요청했다.\n"
    "공소장을 보면, 오씨는 2023년 3월부터 노동자 17명의 임금 2억1천만원을 주지 않은 혐의를 받는다.\n"
    '오씨 쪽 변호인은 "임금 지급은 대표이사의 지시에 따라 결정됐고 오씨는 장부를 정리했을 뿐"이라며 무죄를 주장했다.',
    title='"사장님 지시였다"…임금 체불 숨긴 공장장 징역 1년 구형',
)
CLOSING = make_article(
    "香川県を地盤とするスーパーのカネミツ（高松市）は26日、来年2月末に県内の全31店を閉鎖し、従業員1240人を解雇すると発表した。"
    "同社は同日、高松地裁に破産を申し立てる準備に入った。負債総額は約188億円に上る。\n"
    "カネミツは1962年に鮮魚店として創業した。県外の大手スーパーとの競争で、売上高は217億円に落ち込んでいた。\n"
    "県は同日、離職者の相談窓口を28日に設けると明らかにした。",
    language="ja",
    title="スーパーのカネミツ、県内全31店を閉鎖へ　従業員1240人を解雇",
)


@pytest.mark.parametrize("tone", ["neutral", "friendly", "urgent", "formal"])
def test_a_family_name_comes_behind_the_whole_one(tone: str) -> None:
    for platform in platforms().values():
        told = "\n".join(compose(digest(TRIAL), platform, tone=tone).paragraphs)
        assert "오씨" not in told or -1 < told.find("오창민(54)씨") < told.find("오씨")


def test_what_the_firm_did_on_the_same_day_is_told_without_the_day() -> None:
    lines = {line.index: line for line in digest(CLOSING).lines}
    assert lines[1].alone == "同社は高松地裁に破産を申し立てる準備に入った。"
    assert "破産を申し立てる" in "\n".join(compose(digest(CLOSING), platforms()["telegram"]).paragraphs)
    for platform in platforms().values():
        if platform.writes("ja"):
            told = "\n".join(compose(digest(CLOSING), platform, length="long", tone="urgent").paragraphs)
            assert "同日" not in told.replace("同社は同日、", "") or "26日" in told


def test_when_a_firm_was_founded_is_beside_its_news() -> None:
    worth = {line.index: line.score for line in digest(CLOSING).lines}
    assert worth[1] > worth[3]
