"""The words of the terminal, in Korean, English and Japanese.

Messages of the parts below come in English and are said in the terminal's language by :mod:`newsforge.phrases`; what
is printed as JSON is for programs: its codes and kinds are stable, and its sentences are English everywhere.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

from newsforge.cli.words_japanese import JA

if TYPE_CHECKING:
    from newsforge.engine.receipts.model import Problem
    from newsforge.kit.errors import NewsforgeError

KO = {
    "sentences": "문장 {n}개",
    "no_posts": "플랫폼 {n}곳의 글을 쓰지 못했습니다",
    "left_out": "본문이 아닌 줄 {n}개 제외",
    "by": "{names} 기자",
    "traced": "{n}/{total}문장 근거 확인",
    "needs": "{what} 필요",
    "image": "이미지",
    "video": "동영상",
    "title": "제목",
    "subject": "제목",
    "preheader": "미리보기",
    "more_lines": "… {n}줄 더 (--full 또는 --out 폴더)",
    "source_title": "제목",
    "evidence": "근거",
    "problem": "근거 없음",
    "fell_back": "대신 작성",
    "platform": "플랫폼",
    "parts": "글",
    "length": "길이",
    "writer": "작성",
    "receipts": "근거",
    "publish": "발행",
    "api": "API",
    "export": "내보내기",
    "limit": "한도",
    "counting": "세는 법",
    "threads": "이어쓰기",
    "verified": "확인일",
    "reading": "읽는 중",
    "writing": "쓰는 중",
    "done": "완료",
    "summary": "글 {posts}개 · {seconds:.2f}초 · {ready}개 바로 발행 가능",
    "waiting": " · {n}개는 이미지만 더하면 됩니다",
    "stopped": "멈췄습니다",
    "stopped_saved": "멈췄습니다. 기사 {total}건 가운데 {n}건을 {folder}에 저장했습니다",
    "saved": "{n}개 파일을 {folder}에 저장했습니다",
    "edits_kept": "손으로 고친 글은 다른 이름으로 남겨 두었습니다: {names}",
    "clean_check": "모든 문장의 근거를 기사에서 찾았습니다 ({n}문장)",
    "nothing_to_check": "견줄 내용이 없습니다. 글에 기사의 사실이 하나도 없습니다",
    "dirty_check": "{n}문장 가운데 {bad}문장은 기사에 근거가 없습니다",
    "read_check": "어긋난 곳은 없습니다. {n}문장 가운데 {free}문장은 표현이 다르거나 일부가 빠졌으니 견주어 보세요",
    "to_read": "{n}문장은 기사와 견주어 읽어 보세요",
    "read_besides": "그 밖에 {n}문장 가운데 {free}문장은 표현이 다르거나 일부가 빠졌으니 기사와 견주어 보세요",
    "read_these": "어긋난 곳은 찾지 못했지만 표현이 다르거나(밑줄) 일부가 빠졌습니다. 기사와 견주어 읽어 보세요",
    "reading_first": " · {n}개는 읽어 보고 발행",
    "review": "검토 필요",
    "review_warning": "검토 필요: 글 {n}개는 표현이 기사와 다릅니다. 사람이 기사와 견주어 읽기 전에는 내보내지 마세요",
    "free": "읽어 볼 것",
    "supported": "그대로",
    "reformatted": "바꿔 씀",
    "unsupported": "근거 없음",
    "ok": "사용 가능",
    "off": "설정 안 됨",
    "broken": "문제 있음",
    "unconfirmed": "확인 전",
    "fits": "맞음",
    "over": "{n} 초과",
    "over_advice": "권장 길이보다 {n} 김",
    "too_long_to_see": "권장 길이를 넘습니다({length}/{most}). 화면에서 끝이 보이지 않을 수 있습니다",
    "demo_next": "다음: newsforge convert <기사 주소·파일> --to x,threads · 전체 보기 newsforge demo --full",
    "hint": "할 일",
    "part_starting": "시작하는 중",
    "part_ready": "준비됨 ({seconds:.1f}초)",
    "part_finished": "끝남 ({seconds:.1f}초)",
    "part_ended": "멈춤: 종료 코드 {code}",
    "part_restarting": "{seconds:.1f}초 뒤에 다시 시작합니다",
    "stopping": "차례로 멈추는 중입니다 (다시 Ctrl-C를 누르면 바로 끝냅니다)",
    "part_stopped": "멈춤 ({seconds:.1f}초)",
    "killing": "바로 끝냅니다",
    "up_address": "주소",
    "up_health": "상태",
    "up_demo": "데모 계정",
    "up_mail": "보낸 메일",
    "up_data": "데이터",
    "up_database": "데이터베이스",
    "up_cache": "캐시",
    "up_embedded": "내장 {name}, 포트 {port}",
    "up_given": "{variable}에 적힌 서버",
    "up_stop": "멈추려면 Ctrl-C",
    "up_ready": "NewsForge Pro가 준비되었습니다",
    "up_all_stopped": "모두 멈추었고, 데이터는 {folder}에 있습니다",
    "hashtags": "태그",
    "and_image": " + 이미지",
    "and_video": " + 동영상",
    "unit_weighted": "글자(한글 2)",
    "unit_grapheme": "글자",
    "unit_code_point": "글자",
    "unit_utf16": "글자(UTF-16)",
    "unit_utf8_byte": "바이트(UTF-8)",
    "unit_cp949_byte": "바이트(한글 2)",
    "unit_json_byte": "바이트(JSON)",
    "unit_emoji_byte": "글자(이모지 4~)",
    "not_documented": "? 공식 문서로 확인되지 않은 값 · 태그는 해시태그의 최대 개수",
    "doctor_korean": "한국어 분석",
    "doctor_language": "언어 알아보기",
    "doctor_documents": "문서 읽기",
    "doctor_embedded": "내장 작성기",
    "set_with": "환경 변수 {name}",
    "usage": "사용법",
    "usage_options": "[옵션]",
    "usage_command": "명령 [인자]...",
    "help_arguments": "인자",
    "help_options": "옵션",
    "help_commands": "명령",
    "help_required": "필수",
    "help_default": "기본값 {value}",
    "see_help": "자세한 사용법: {command} --help",
}

EN = {
    "sentences": "{n} {n:sentence|sentences}",
    "no_posts": "no post for {n} platforms",
    "left_out": "{n} {n:line|lines} left out",
    "by": "by {names}",
    "traced": "{n}/{total} sentences traced",
    "needs": "needs {what}",
    "image": "an image",
    "video": "a video",
    "title": "title",
    "subject": "subject",
    "preheader": "preheader",
    "more_lines": "… {n} more {n:line|lines} (--full, or --out FOLDER)",
    "source_title": "title",
    "evidence": "from",
    "problem": "unsupported",
    "fell_back": "written instead by",
    "platform": "platform",
    "parts": "parts",
    "length": "length",
    "writer": "writer",
    "receipts": "receipts",
    "publish": "publish",
    "api": "API",
    "export": "export",
    "limit": "limit",
    "counting": "counted in",
    "threads": "threads",
    "verified": "verified",
    "reading": "reading",
    "writing": "writing",
    "done": "done",
    "summary": "{posts} {posts:post|posts} · {seconds:.2f} s · {ready} ready to publish",
    "waiting": " · {n} more with an image added",
    "stopped": "stopped",
    "stopped_saved": "stopped; {n} of {total} {total:source|sources} saved in {folder}",
    "saved": "saved {n} {n:file|files} in {folder}",
    "edits_kept": "your edits of earlier posts were kept as {names}",
    "clean_check": "every sentence is found in the article ({n} {n:sentence|sentences})",
    "nothing_to_check": "nothing here to compare: the text says no fact of the article",
    "dirty_check": "{bad} of {n} sentences are not supported by the article",
    "read_check": "no fault found, but {free} of {n} sentences differ in words or leave some out: compare them",
    "read_besides": "besides, {free} of {n} sentences differ in words or leave some out: compare them",
    "to_read": "{n} to compare with the article",
    "read_these": "no fault was found, but words differ (underlined) or are left out: compare with the article",
    "reading_first": " · {n} to read first",
    "review": "REVIEW",
    "review_warning": "REVIEW: {n} posts are in new words. Do not publish them before a person has compared them",
    "free": "to read",
    "supported": "verbatim",
    "reformatted": "reworded",
    "unsupported": "unsupported",
    "ok": "works",
    "off": "not set",
    "broken": "fails",
    "unconfirmed": "not tried",
    "fits": "fits",
    "over": "{n} over",
    "over_advice": "{n} over what is advised",
    "too_long_to_see": "longer than advised ({length}/{most}): the end may not be seen on a screen",
    "demo_next": "next: newsforge convert <address or file> --to x,threads · all of it: newsforge demo --full",
    "hint": "what to do",
    "part_starting": "starting",
    "part_ready": "ready ({seconds:.1f} s)",
    "part_finished": "done ({seconds:.1f} s)",
    "part_ended": "ended with exit code {code}",
    "part_restarting": "starting again in {seconds:.1f} s",
    "stopping": "stopping one by one (Ctrl-C again ends it at once)",
    "part_stopped": "stopped ({seconds:.1f} s)",
    "killing": "ending at once",
    "up_address": "address",
    "up_health": "health",
    "up_demo": "demo account",
    "up_mail": "sent mail",
    "up_data": "data",
    "up_database": "database",
    "up_cache": "cache",
    "up_embedded": "embedded {name} on port {port}",
    "up_given": "the server of {variable}",
    "up_stop": "Ctrl-C stops it",
    "up_ready": "NewsForge Pro is ready",
    "up_all_stopped": "everything has stopped; the data is kept in {folder}",
    "hashtags": "tags",
    "and_image": " + image",
    "and_video": " + video",
    "unit_weighted": "chars (CJK 2)",
    "unit_grapheme": "chars",
    "unit_code_point": "chars",
    "unit_utf16": "chars (UTF-16)",
    "unit_utf8_byte": "bytes (UTF-8)",
    "unit_cp949_byte": "bytes (CP949)",
    "unit_json_byte": "bytes (JSON)",
    "unit_emoji_byte": "chars (emoji 4+)",
    "not_documented": "? not confirmed by official documents · tags: the most hashtags there may be",
    "doctor_korean": "Korean analysis",
    "doctor_language": "language detection",
    "doctor_documents": "documents",
    "doctor_embedded": "embedded writer",
    "set_with": "set {name}",
    "usage": "Usage",
    "usage_options": "[OPTIONS]",
    "usage_command": "COMMAND [ARGUMENTS]...",
    "help_arguments": "Arguments",
    "help_options": "Options",
    "help_commands": "Commands",
    "help_required": "required",
    "help_default": "default: {value}",
    "see_help": "See {command} --help.",
}


TABLES = {"ko": KO, "en": EN, "ja": JA}


class _Count(int):
    """A number that chooses a word: ``{n:line|lines}``."""

    def __format__(self, spec: str) -> str:
        one, bar, many = spec.partition("|")
        return (one if self == 1 else many) if bar else super().__format__(spec)


class Words:
    """``words("traced", n=3, total=4)`` in one language."""

    def __init__(self, language: str) -> None:
        self.language = language if language in TABLES else "en"
        self._table = TABLES[self.language]

    def __call__(self, key: str, **values: object) -> str:
        counted = {name: _Count(value) if type(value) is int else value for name, value in values.items()}
        return self._table[key].format(**counted)

    def say(self, message: str) -> str:
        """A message of the parts below, in this language."""
        from newsforge.phrases import say

        return say(message, self.language)

    def why(self, problem: Problem) -> str:
        """What is wrong with a detail of a post."""
        from newsforge.phrases import why_of

        return why_of(problem.kind, problem.why, self.language)

    def error(self, error: NewsforgeError) -> str:
        """What is wrong and what to do, and the code to search for."""
        space = "" if self.language == "ja" else " "
        return f"{space.join(filter(None, map(self.say, (error.message, error.remedy))))} [{error.code}]"


def words_of(environment: Mapping[str, str] | None = None) -> Words:
    """Choose by ``NEWSFORGE_LOCALE``, then by the terminal's own locale; Korean unless that names another language."""
    env = os.environ if environment is None else environment
    for name in ("NEWSFORGE_LOCALE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = env.get(name, "").lower()
        if value and value.split(".")[0] not in {"c", "posix"}:
            return Words(value[:2])
    return Words("ko")
