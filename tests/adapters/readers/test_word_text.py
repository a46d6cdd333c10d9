"""Words that stand in a Word document's paragraphs by another way than as plain runs, and words that no longer do."""

from __future__ import annotations

import io
import time
import zipfile

import pytest

from newsforge.adapters.readers.docx import read_docx
from tests.adapters.readers.documents import PARAGRAPHS, TITLE, docx

FIGURE = "자전거 1천200대를 더 배치"
FIRST, SECOND, THIRD = PARAGRAPHS


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(inside):
    return f"<w:p>{inside}</w:p>"


def with_body(inside):
    """A Word document with this markup for its body."""
    data = docx(["x"])
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                start, end = content.index(b"<w:body>") + 8, content.index(b"<w:sectPr")
                content = content[:start] + inside.encode() + content[end:]
            new.writestr(name, content)
    return out.getvalue()


def lines(*blocks):
    return read_docx(with_body("".join(blocks))).lines


MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def text_box(inside):
    content = f"<w:txbxContent>{inside}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent {MC}><mc:Choice Requires="wps"><w:drawing>{content}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{content}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


@pytest.mark.parametrize(
    "wrapped",
    [
        f'<w:ins w:id="1" w:author="a">{run("1천200대를 ")}</w:ins>',
        f'<w:moveTo w:id="1" w:author="a">{run("1천200대를 ")}</w:moveTo>',
        f"<w:sdt><w:sdtPr/><w:sdtContent>{run('1천200대를 ')}</w:sdtContent></w:sdt>",
        f'<w:smartTag w:element="x">{run("1천200대를 ")}</w:smartTag>',
        f'<w:fldSimple w:instr="QUOTE">{run("1천200대를 ")}</w:fldSimple>',
        f'<w:hyperlink w:anchor="x"><w:ins w:id="1" w:author="a">{run("1천200대를 ")}</w:ins></w:hyperlink>',
        f"<w:r><w:ruby><w:rt>{run('루비')}</w:rt><w:rubyBase>{run('1천200대를 ')}</w:rubyBase></w:ruby></w:r>",
    ],
)
def test_a_figure_is_read_whatever_it_is_wrapped_in(wrapped):
    assert " ".join(lines(paragraph(run("자전거 ") + wrapped + run("더 배치")))[0].split()) == FIGURE


@pytest.mark.parametrize(
    "gone",
    [
        '<w:del w:id="1" w:author="a"><w:r><w:delText>9천대를 </w:delText></w:r></w:del>',
        f'<w:moveFrom w:id="1" w:author="a">{run("9천대를 ")}</w:moveFrom>',
        run("9천대를 ", "<w:vanish/>"),
        run("9천대를 ", "<w:strike/>"),
        run("9천대를 ", '<w:dstrike w:val="true"/>'),
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>9천대를</w:instrText><w:fldChar w:fldCharType="end"/></w:r>',
    ],
)
def test_what_was_taken_away_is_not_read(gone):
    assert lines(paragraph(run("자전거 ") + gone + run("1천200대를 더 배치"))) == (FIGURE,)


def test_a_mark_that_is_switched_off_takes_nothing_away():
    assert lines(paragraph(run(FIRST, '<w:strike w:val="0"/><w:vanish w:val="false"/>'))) == (FIRST,)


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next():
    broken = '<w:pPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr>'
    assert lines(paragraph(broken + run("자전거 1천200대를 ")), paragraph(run("더 배치"))) == (FIGURE,)


def test_paragraphs_in_content_controls_and_text_boxes_are_read_once_and_in_order():
    control = f"<w:sdt><w:sdtContent>{paragraph(run(FIRST))}</w:sdtContent></w:sdt>"
    box = paragraph(text_box(paragraph(run(SECOND))))
    assert lines(control, box, paragraph(run(THIRD))) == (FIRST, SECOND, THIRD)


def test_a_release_within_one_text_box_is_read():
    assert lines(paragraph(text_box("".join(paragraph(run(text)) for text in (TITLE, *PARAGRAPHS))))) == (
        TITLE,
        *PARAGRAPHS,
    )


def test_cells_in_content_controls_are_read_and_deleted_rows_and_merged_cells_are_not():
    def cell(text, properties=""):
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(run(text))}</w:tc>"

    first = cell("대여소", '<w:vMerge w:val="restart"/>')
    rows = (
        f"<w:tr>{first}<w:sdt><w:sdtContent>{cell('48곳')}</w:sdtContent></w:sdt></w:tr>",
        f'<w:tr><w:trPr><w:del w:id="1" w:author="a"/></w:trPr>{cell("가")}{cell("나")}</w:tr>',
        f"<w:tr>{cell('', '<w:vMerge/>')}{cell('새로')}{cell('2027년')}</w:tr>",
    )
    assert lines(f"<w:tbl>{''.join(rows)}</w:tbl>") == ("대여소 | 48곳", "새로 | 2027년")


def test_a_large_table_is_read_in_time_that_its_size_allows():
    row = "<w:tr>" + f"<w:tc>{paragraph(run('칸'))}</w:tc>" * 12 + "</w:tr>"
    data = with_body(f"<w:tbl>{row * 1000}</w:tbl>")
    start = time.process_time()
    assert len(read_docx(data).lines) == 1000
    assert time.process_time() - start < 5
