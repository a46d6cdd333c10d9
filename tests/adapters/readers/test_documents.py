"""PDF, DOCX, HWP and HWPX: what comes out of real files, and of files made to hurt."""

from __future__ import annotations

import asyncio
import contextlib
import io
import zipfile
import zlib

import pytest

from newsforge.adapters.readers import archives, ole
from newsforge.adapters.readers.docx import read_docx
from newsforge.adapters.readers.errors import (
    DamagedDocument,
    DocumentFailed,
    DocumentTooLarge,
    PasswordProtected,
    ScannedDocument,
    UnknownFormat,
)
from newsforge.adapters.readers.hwp import read_hwp
from newsforge.adapters.readers.pdf import MAX_PAGES, read_pdf, without_running_lines
from newsforge.adapters.readers.source import SourceReader
from newsforge.pipeline.ports import Source
from tests.adapters.readers.documents import (
    PARAGRAPHS,
    TITLE,
    docx,
    encrypted_pdf,
    hwp,
    hwpx,
    hwpx_paragraph,
    pdf,
    zipped,
)
from tests.adapters.readers.documents import ole as ole_file

# PDF

PRINTED = [
    TITLE,
    "",
    "□ 가온시는 내년 3월까지 공공 자전거 대여소 48곳을 새로 만들고 자전거 1천200대를",
    "더 배치하기로 했다고 20일 밝혔다. 이번 사업에는 모두 36억5천만원의 예산이 들어가",
    "며 시는 이 가운데 절반을 국비로 마련한다.",
    '○ 나라온 교통국장은 "출퇴근 시간에 자전거가 모자란다는 시민의 목소리를 반영했',
    '다"며 "대여소 간 거리를 400m 안으로 줄이겠다"고 말했다. 시가 지난 9월 시민 2천',
    "314명을 상대로 한 설문에서는 응답자의 67.4%가 대여소 확충이 가장 급하다고 답했다.",
]


def test_a_korean_pdf_gives_whole_paragraphs():
    first, second = read_pdf(pdf([PRINTED])).lines[1:]
    assert first == (
        "□ 가온시는 내년 3월까지 공공 자전거 대여소 48곳을 새로 만들고 자전거 1천200대를 더 배치하기로 했다고 20일 밝혔다. "
        "이번 사업에는 모두 36억5천만원의 예산이 들어가며 시는 이 가운데 절반을 국비로 마련한다."
    )
    assert second == (
        '○ 나라온 교통국장은 "출퇴근 시간에 자전거가 모자란다는 시민의 목소리를 반영했다"며 "대여소 간 거리를 400m 안으로 줄이겠다"고 '
        "말했다. 시가 지난 9월 시민 2천314명을 상대로 한 설문에서는 응답자의 67.4%가 대여소 확충이 가장 급하다고 답했다."
    )


@pytest.mark.parametrize(
    ("head", "large", "title", "deck"),
    [
        (["가온시, 내년 봄까지 공공 자전거 99% 늘리는 계획", "발표"], 2, "가온시, 내년 봄까지 공공 자전거 99% 늘리는 계획 발표", ""),
        (["Eastmere to rebuild its ferry pier after the", "storm of the century"], 2,
         "Eastmere to rebuild its ferry pier after the storm of the century", ""),
        (["가온시, 공공 자전거 1천200대 늘린다", "대여소 48곳도 새로 만들어"], 1, "가온시, 공공 자전거 1천200대 늘린다", "대여소 48곳도 새로 만들어"),
        (["가온시, 공공 자전거 1천200대 늘린다", "대여소 48곳도 새로 만들어"], 0, "가온시, 공공 자전거 1천200대 늘린다", "대여소 48곳도 새로 만들어"),
    ],
)  # fmt: skip
def test_lines_of_one_size_above_the_text_are_one_headline(head, large, title, deck):
    data = pdf([[*head, "", *PRINTED[2:]]], large=large)
    article = asyncio.run(SourceReader().read(Source(kind="file", name="story.pdf", data=data)))
    assert (article.title, article.deck) == (title, deck)


def test_properties_of_a_pdf_are_told_apart_from_its_text():
    extract = read_pdf(pdf([PRINTED], info={"Title": "보도자료.hwp", "Author": "홍길동"}))
    assert (extract.named, extract.author, extract.title) == ("보도자료.hwp", "홍길동", "")


def test_what_is_printed_on_every_page_is_left_out():
    pages = [
        [f"가온시 소식 제{n}호", f"{name} 동의 새 대여소는 {n}곳이다.", f"- {n} -"]
        for n, name in enumerate("갑을병정", 1)
    ]
    extract = read_pdf(pdf(pages))
    assert not any("소식" in line or "- 1 -" in line for line in extract.lines)
    assert "가온시 소식 제1호" in extract.left_out
    assert len(extract.lines) == 4


@pytest.mark.parametrize("number", ["1", "- 1 -", "1 / 12", "Page 1 of 12", "〈1〉", "1쪽", "[ 3 ]"])
def test_a_page_number_goes_even_from_a_single_page(number):
    kept, left_out = without_running_lines([["본문이다.", number]])
    assert kept == [["본문이다."]]
    assert left_out == [number]


@pytest.mark.parametrize("line", ["100.", "3.5%", "1,200대", "2026", "20일", "A4 3장"])
def test_a_figure_at_the_edge_of_a_page_stays(line):
    assert without_running_lines([["본문이다.", line]]) == ([["본문이다.", line]], [])


def test_a_sentence_goes_on_over_the_page():
    english = [
        [
            "The municipal government announced on Friday that international",
            "cooperation in the transport program would be strength-",
        ],
        ["ened throughout the metropolitan region, officials said.", "The plan starts in March."],
    ]
    first, second = read_pdf(pdf(english)).lines
    assert first == (
        "The municipal government announced on Friday that international cooperation in the transport program would be "
        "strengthened throughout the metropolitan region, officials said."
    )
    assert second == "The plan starts in March."


def test_a_pdf_that_only_forbids_changes_is_read():
    assert TITLE in read_pdf(encrypted_pdf(pdf([PRINTED]), "")).lines


def test_a_pdf_with_a_password_is_refused():
    with pytest.raises(PasswordProtected, match="password"):
        read_pdf(encrypted_pdf(pdf([PRINTED]), "secret"))


@pytest.mark.parametrize("pages", [[[]], [[""], [""]]])
def test_a_pdf_of_pictures_is_refused(pages):
    with pytest.raises(ScannedDocument, match="pictures"):
        read_pdf(pdf(pages))


def test_a_pdf_whose_letters_stand_for_nothing_is_refused():
    with pytest.raises(ScannedDocument, match="characters"):
        read_pdf(pdf([PRINTED], has_unicode=False))


def test_a_book_is_refused():
    with pytest.raises(DocumentTooLarge, match=str(MAX_PAGES + 1)):
        read_pdf(pdf([["쪽"]] * (MAX_PAGES + 1)))


@pytest.mark.parametrize("cut", [5, 20, 200, 1000])
def test_half_a_pdf_is_refused_or_read_but_nothing_else(cut):
    with contextlib.suppress(DamagedDocument, ScannedDocument):
        assert TITLE in read_pdf(pdf([PRINTED])[:cut]).lines


def test_a_pdf_bomb_is_refused():
    packed = zlib.compress(bytes(200_000_000), 9)
    bomb = pdf([PRINTED]).replace(b"endobj\n", b"endobj\n", 1)
    start, end = bomb.rindex(b"stream\n", 0, bomb.rindex(b"endstream")) + 7, bomb.rindex(b"\nendstream")
    bomb = bomb[:start] + packed + bomb[end:]
    with pytest.raises(DocumentFailed):
        read_pdf(bomb)


# DOCX


def test_a_word_document_gives_paragraphs_tables_and_its_title():
    extract = read_docx(docx(PARAGRAPHS, title=TITLE, table=[["구분", "대수"], ["올해", "1천200대"]], author="홍길동"))
    assert extract.lines == (TITLE, *PARAGRAPHS, "구분 | 대수", "올해 | 1천200대")
    assert (extract.title, extract.author) == (TITLE, "홍길동")


def test_a_table_of_one_cell_is_only_a_frame():
    assert read_docx(docx([], table=[["\n".join(PARAGRAPHS)]])).lines == PARAGRAPHS


def test_merged_cells_are_read_once():
    import docx as python_docx

    document = python_docx.Document()
    table = document.add_table(rows=1, cols=3)
    table.cell(0, 0).merge(table.cell(0, 2)).text = PARAGRAPHS[0]
    out = io.BytesIO()
    document.save(out)
    assert read_docx(out.getvalue()).lines == (PARAGRAPHS[0],)


def test_a_word_document_without_its_relations_is_damaged():
    with pytest.raises(DamagedDocument):
        read_docx(zipped({"word/document.xml": b"<w:document/>"}))


def test_entities_are_not_expanded():
    laughs = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "' + b"lol" * 1000 + b'">' + b"".join(
        b'<!ENTITY %c "%s">' % (98 + i, b"&%c;" % (97 + i) * 100) for i in range(5)
    ) + b"]><w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>&f;</w:t></w:r></w:p></w:body></w:document>"  # fmt: skip
    good = docx(PARAGRAPHS)

    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = laughs
    try:
        extract = read_docx(zipped(parts))
    except DocumentFailed:
        return
    assert sum(map(len, extract.lines)) < 10_000


# HWP and HWPX


def test_a_hangul_document_of_either_format_gives_the_same_lines():
    assert read_hwp(hwp([TITLE, *PARAGRAPHS])).lines == (TITLE, *PARAGRAPHS)
    assert read_hwp(hwpx([TITLE, *PARAGRAPHS])).lines == (TITLE, *PARAGRAPHS)


def test_a_long_hangul_document_is_read_whole():
    lines = read_hwp(hwp(PARAGRAPHS * 200)).lines
    assert lines == PARAGRAPHS * 200


def test_the_frame_of_a_press_release_is_read_by_rows():
    lines = read_hwp(
        hwpx([TITLE, *PARAGRAPHS], table=[["보도자료", "2026. 11. 20.(금)"], ["담당 부서", "교통국"]])
    ).lines
    assert lines[:3] == ("보도자료 | 2026. 11. 20.(금)", "담당 부서 | 교통국", TITLE)


def test_struck_out_text_and_notes_are_none_of_the_article():
    note = (
        '<hp:ctrl><hp:footNote number="1"><hp:subList>'
        + hwpx_paragraph("각주다.")
        + "</hp:subList></hp:footNote></hp:ctrl>"
    )
    header = (
        '<hp:ctrl><hp:header applyPageType="BOTH"><hp:subList>'
        + hwpx_paragraph("머리말이다.")
        + "</hp:subList></hp:header></hp:ctrl>"
    )
    names = (
        'xmlns:hs="http://www.hancom.co.kr/hwpml/2011/section" xmlns:hp="http://www.hancom.co.kr/hwpml/2011/paragraph"'
    )
    inside = hwpx_paragraph("본문이다.", within=note) + hwpx_paragraph("둘째 문단이다.", within=header)
    section = f"<hs:sec {names}>{inside}</hs:sec>".encode()
    lines = read_hwp(hwpx([], extra={"Contents/section0.xml": section})).lines
    text = "\n".join(lines)
    assert "본문이다." in text
    assert "둘째 문단이다." in text
    assert "각주" not in text
    assert "머리말" not in text


def test_an_encrypted_hangul_document_is_refused():
    with pytest.raises(PasswordProtected):
        read_hwp(hwp(PARAGRAPHS, is_encrypted=True))
    manifest = b"""<?xml version="1.0"?><odf:manifest xmlns:odf="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
      <odf:file-entry odf:full-path="Contents/section0.xml" odf:media-type="application/xml" odf:size="100"><odf:encryption-data
      odf:checksum-type="SHA1/1K" odf:checksum="AAAA"><odf:algorithm odf:algorithm-name="AES" odf:initialisation-vector="AAAA"/>
      <odf:key-derivation odf:key-derivation-name="PBKDF2" odf:iteration-count="1024" odf:salt="AAAA"/></odf:encryption-data>
      </odf:file-entry></odf:manifest>"""
    with pytest.raises(PasswordProtected):
        read_hwp(hwpx(PARAGRAPHS, extra={"META-INF/manifest.xml": manifest}))


def test_an_old_hangul_document_is_named():
    with pytest.raises(UnknownFormat, match="HWP 3"):
        read_hwp(b"HWP Document File V3.00 \x1a\x01\x02\x03\x04\x05" + bytes(100))


def test_a_hangul_document_without_text_is_said_to_have_none():
    with pytest.raises(DocumentFailed, match=r"[Nn]o text"):
        read_hwp(hwpx([""]))


@pytest.mark.parametrize(
    "body", [b"", b"not deflated", zlib.compress(b"\x00" * 50)[2:-4], zlib.compress(b"\xff" * 99)[2:-4]]
)
def test_a_damaged_hangul_body_is_refused(body):
    with pytest.raises(DamagedDocument):
        read_hwp(hwp([], body=body))


def test_a_hangul_bomb_is_refused():
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(bytes(1_000_000)) + packer.flush(zlib.Z_FULL_FLUSH)
    with pytest.raises(DocumentFailed):
        read_hwp(hwp([], body=block * 300 + b"\x03\x00"))


# Containers


def test_containers_are_told_apart_by_what_is_in_them():
    assert archives.identify(docx(PARAGRAPHS)) == "docx"
    assert archives.identify(hwpx(PARAGRAPHS)) == "hwpx"
    assert archives.identify(zipped({"a.txt": b"a"})) == "other"
    assert ole.identify(hwp(PARAGRAPHS)) == "hwp"
    assert ole.identify(ole_file({"WordDocument": b"a" * 100})) == "doc"
    assert ole.identify(ole_file({"EncryptionInfo": b"a", "EncryptedPackage": b"a"})) == "encrypted_office"
    assert ole.identify(ole_file({"Workbook": b"a"})) == "other"


@pytest.mark.parametrize(
    "parts",
    [
        {"word/document.xml": bytes(50_000_000)},
        {"word/media/a.png": bytes(200_000_000)},
        {"Contents/section0.xml": bytes(60_000_000)},
        {f"word/{n}.xml": b"" for n in range(6000)},
    ],
    ids=["markup", "picture", "hwpx", "entries"],
)
def test_a_zip_bomb_is_refused_unopened(parts):
    with pytest.raises(DocumentTooLarge):
        archives.identify(zipped(parts))


def test_an_archive_with_a_password_is_refused():
    data = bytearray(zipped({"word/document.xml": b"<a/>"}))
    central = data.rindex(b"PK\x01\x02")
    data[central + 8] |= 1
    with pytest.raises(PasswordProtected):
        archives.identify(bytes(data))


def test_half_an_archive_is_damaged():
    with pytest.raises(DamagedDocument):
        archives.identify(docx(PARAGRAPHS)[:3000])
