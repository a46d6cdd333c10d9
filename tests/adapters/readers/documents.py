"""Real documents, written byte by byte so that each part of a format can also be written wrongly."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

TITLE = "가온시, 공공 자전거 1천200대 더 놓는다"
PARAGRAPHS = (
    "가온시는 내년 3월까지 공공 자전거 대여소 48곳을 새로 만들고 자전거 1천200대를 더 배치하기로 했다고 20일 밝혔다.",
    '나라온 교통국장은 "출퇴근 시간에 자전거가 모자란다는 시민의 목소리를 반영했다"고 말했다.',
    "시는 다음 달부터 자전거를 빌릴 때 쓰는 앱도 새로 고친다. 이용료는 1시간에 1천원으로 지금과 같다.",
)
BODY = "\n".join(PARAGRAPHS)


# PDF


def pdf(
    pages: Sequence[Sequence[str]], *, info: Mapping[str, str] | None = None, has_unicode: bool = True, large: int = 0
) -> bytes:
    """A page is its printed lines, the first ``large`` of them set as headlines are. Every character is a code of its own in one font, as Korean programs write it;
    without ``has_unicode`` the table that says which characters those are is missing."""
    characters = sorted({character for page in pages for line in page for character in line})
    codes = {character: number + 1 for number, character in enumerate(characters)}
    objects: list[bytes] = []

    def add(content: bytes) -> int:
        objects.append(content)
        return len(objects)

    def stream(content: bytes, extra: bytes = b"") -> bytes:
        packed = zlib.compress(content)
        return b"<< /Length %d /Filter /FlateDecode %s >>\nstream\n%s\nendstream" % (len(packed), extra, packed)

    to_unicode = add(stream(_cmap(codes)))
    cid_font = add(
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Batang /CIDSystemInfo << /Registry (Adobe) "
        b"/Ordering (Identity) /Supplement 0 >> /DW 1000 >>"
    )
    unicode_entry = b"/ToUnicode %d 0 R" % to_unicode if has_unicode else b""
    font = add(
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Batang /Encoding /Identity-H /DescendantFonts [%d 0 R] %s >>"
        % (cid_font, unicode_entry)
    )
    parent = len(objects) + 2 * len(pages) + 1
    kids = []
    for page in pages:
        content = add(stream(_page_content(page, codes, large)))
        kids.append(
            add(
                b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 %d 0 R >> >> "
                b"/Contents %d 0 R >>" % (parent, font, content)
            )
        )
    pages_node = add(
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    )
    assert pages_node == parent
    catalog = add(b"<< /Type /Catalog /Pages %d 0 R >>" % parent)
    info_entry = b""
    if info:
        fields = b" ".join(
            b"/%s <%s>" % (name.encode(), (b"\xfe\xff" + value.encode("utf-16-be")).hex().encode())
            for name, value in info.items()
        )
        info_entry = b"/Info %d 0 R" % add(b"<< %s >>" % fields)
    return _pdf_file(objects, catalog, info_entry)


def _page_content(lines: Sequence[str], codes: Mapping[str, int], large: int) -> bytes:
    """A line of its own for each; y runs down from the top."""
    drawn = [
        b"BT /F1 %d Tf 1 0 0 1 50 %d Tm <%s> Tj ET"
        % (18 if n < large else 12, 800 - 18 * n, "".join(f"{codes[c]:04x}" for c in line).encode())
        for n, line in enumerate(lines)
        if line
    ]
    return b"\n".join(drawn)


def _cmap(codes: Mapping[str, int]) -> bytes:
    entries = [f"<{code:04x}> <{character.encode('utf-16-be').hex()}>" for character, code in codes.items()]
    blocks = [
        f"{len(entries[i : i + 100])} beginbfchar\n" + "\n".join(entries[i : i + 100]) + "\nendbfchar"
        for i in range(0, len(entries), 100)
    ]
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n" + "\n".join(blocks) + "\nendcmap end end"
    ).encode()


def _pdf_file(objects: Sequence[bytes], catalog: int, info_entry: bytes) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer << /Size %d /Root %d 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, catalog, info_entry, start,
    )  # fmt: skip
    return bytes(out)


def encrypted_pdf(data: bytes, password: str) -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt(password, owner_password="owner", algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


# HWPX

_HWPX_NAMES = (
    'xmlns:hs="http://www.hancom.co.kr/hwpml/2011/section" xmlns:hp="http://www.hancom.co.kr/hwpml/2011/paragraph" '
    'xmlns:hh="http://www.hancom.co.kr/hwpml/2011/head" xmlns:hc="http://www.hancom.co.kr/hwpml/2011/core" '
    'xmlns:opf="http://www.idpf.org/2007/opf/"'
)


def hwpx(
    paragraphs: Sequence[str], *, table: Sequence[Sequence[str]] = (), extra: Mapping[str, bytes] | None = None
) -> bytes:
    inside = "".join(hwpx_paragraph(text) for text in paragraphs)
    if table:
        inside = hwpx_paragraph("", within=_hwpx_table(table)) + inside
    parts = {
        "version.xml": '<hv:HCFVersion xmlns:hv="http://www.hancom.co.kr/hwpml/2011/version" major="5" minor="1"/>',
        "META-INF/container.xml": '<ocf:container xmlns:ocf="urn:oasis:names:tc:opendocument:xmlns:container"><ocf:rootfiles>'
        '<ocf:rootfile full-path="Contents/content.hpf" media-type="application/hwpml-package+xml"/></ocf:rootfiles></ocf:container>',
        "Contents/content.hpf": f"<opf:package {_HWPX_NAMES}><opf:metadata><opf:title/></opf:metadata><opf:manifest>"
        '<opf:item id="header" href="Contents/header.xml" media-type="application/xml"/>'
        '<opf:item id="section0" href="Contents/section0.xml" media-type="application/xml"/></opf:manifest>'
        '<opf:spine><opf:itemref idref="header"/><opf:itemref idref="section0"/></opf:spine></opf:package>',
        "Contents/header.xml": f'<hh:head {_HWPX_NAMES} version="1.31" secCnt="1"><hh:refList/></hh:head>',
        "Contents/section0.xml": f"<hs:sec {_HWPX_NAMES}>{inside}</hs:sec>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/hwp+zip", zipfile.ZIP_STORED)
        for name, content in parts.items():
            if name not in (extra or {}):
                archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{content}')
        for name, raw in (extra or {}).items():
            archive.writestr(name, raw)
    return out.getvalue()


def hwpx_paragraph(text: str, *, within: str = "") -> str:
    return f'<hp:p id="0" paraPrIDRef="0" styleIDRef="0"><hp:run charPrIDRef="0">{within}<hp:t>{escape(text)}</hp:t></hp:run></hp:p>'


def _hwpx_table(rows: Sequence[Sequence[str]]) -> str:
    cells = [
        "<hp:tr>"
        + "".join(
            f'<hp:tc><hp:subList>{hwpx_paragraph(text)}</hp:subList><hp:cellAddr colAddr="{x}" rowAddr="{y}"/>'
            '<hp:cellSpan colSpan="1" rowSpan="1"/></hp:tc>'
            for x, text in enumerate(row)
        )
        + "</hp:tr>"
        for y, row in enumerate(rows)
    ]
    return f'<hp:tbl rowCnt="{len(rows)}" colCnt="{len(rows[0])}">{"".join(cells)}</hp:tbl>'


# HWP 5: records in raw deflate streams of an OLE container

_PARA_HEADER, _PARA_TEXT, _DOCUMENT_PROPERTIES = 66, 67, 16


def hwp(paragraphs: Sequence[str], *, is_encrypted: bool = False, body: bytes | None = None) -> bytes:
    section = b"".join(_hwp_paragraph(text) for text in paragraphs)
    properties = _record(_DOCUMENT_PROPERTIES, 0, struct.pack("<H", 1) + bytes(24))
    header = b"HWP Document File".ljust(32, b"\0") + struct.pack("<II", 0x05010001, 1 | (2 if is_encrypted else 0))
    return ole(
        {
            "FileHeader": header.ljust(256, b"\0"),
            "DocInfo": _deflate(properties),
            "BodyText/Section0": _deflate(section) if body is None else body,
        }
    )


def _hwp_paragraph(text: str) -> bytes:
    encoded = (text + "\r").encode("utf-16-le")
    header = struct.pack("<IIHBBHHHI", len(text) + 1, 0, 0, 0, 0, 1, 0, 0, 0)
    return _record(_PARA_HEADER, 0, header) + _record(_PARA_TEXT, 1, encoded)


def _record(tag: int, level: int, data: bytes) -> bytes:
    size = min(len(data), 0xFFF)
    head = struct.pack("<I", tag | level << 10 | size << 20)
    return head + (struct.pack("<I", len(data)) if size == 0xFFF else b"") + data


def _deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


# OLE (MS-CFB): 512-byte sectors, small streams in the mini stream

_END, _FREE, _FAT_SECTOR, _NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF


def ole(streams: Mapping[str, bytes]) -> bytes:
    """``folder/name`` puts a stream into a storage; one level is enough for documents."""
    folders = sorted({path.split("/")[0] for path in streams if "/" in path})
    entries = [("Root Entry", 5, b"")] + [(name, 1, b"") for name in folders]
    entries += [(path.split("/")[-1], 2, data) for path, data in streams.items()]
    paths = ["", *folders, *streams]
    mini, mini_fat, starts = _mini_stream(entries)
    sectors: list[bytes] = []
    fat: list[int] = []

    def store(data: bytes) -> int:
        if not data:
            return _END
        first = len(sectors)
        pieces = [data[i : i + 512].ljust(512, b"\0") for i in range(0, len(data), 512)]
        sectors.extend(pieces)
        fat.extend([*range(first + 1, first + len(pieces)), _END])
        return first

    for index, (_name, kind, data) in enumerate(entries):
        if kind == 2 and len(data) >= 4096:
            starts[index] = store(data)
    root_start = store(mini)
    mini_fat_start = store(struct.pack(f"<{len(mini_fat)}I", *mini_fat))
    directory = b"".join(
        _entry(
            paths,
            index,
            name=name,
            kind=kind,
            start=root_start if index == 0 else starts.get(index, 0),
            size=len(mini) if index == 0 else len(data),
        )
        for index, (name, kind, data) in enumerate(entries)
    )
    directory_start = store(directory.ljust(-(-len(directory) // 512) * 512, b"\0"))
    fat_start = len(sectors)
    fat_count = 1
    while (len(fat) + fat_count) > fat_count * 128:
        fat_count += 1
    fat += [_FAT_SECTOR] * fat_count
    fat += [_FREE] * (fat_count * 128 - len(fat))
    header = struct.pack(
        "<8s16sHHHHH6xIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, 0, fat_count,
        directory_start, 0, 4096, mini_fat_start, -(-len(mini_fat) * 4 // 512), _END, 0,
    )  # fmt: skip
    header += struct.pack("<109I", *range(fat_start, fat_start + fat_count), *[_FREE] * (109 - fat_count))
    return header + b"".join(sectors) + struct.pack(f"<{len(fat)}I", *fat)


def _mini_stream(entries: Sequence[tuple[str, int, bytes]]) -> tuple[bytes, list[int], dict[int, int]]:
    mini, fat, starts = bytearray(), [], {}
    for index, (_name, kind, data) in enumerate(entries):
        if kind == 2 and 0 < len(data) < 4096:
            first, count = len(mini) // 64, -(-len(data) // 64)
            starts[index] = first
            fat += [*range(first + 1, first + count), _END]
            mini += data.ljust(count * 64, b"\0")
    return bytes(mini), fat, starts


def _entry(paths: Sequence[str], index: int, *, name: str, kind: int, start: int, size: int) -> bytes:
    """Siblings hang in one chain to the right, which is a legal if unbalanced tree."""
    children = [i for i, path in enumerate(paths) if i and path.rpartition("/")[0] == paths[index]] if kind != 2 else []
    siblings = [i for i, path in enumerate(paths) if i and path.rpartition("/")[0] == paths[index].rpartition("/")[0]]

    def order(i: int) -> tuple[int, str]:
        tail = paths[i].rpartition("/")[2]
        return len(tail), tail.upper()

    siblings.sort(key=order)
    children.sort(key=order)
    after = siblings[siblings.index(index) + 1 :] if index else []
    encoded = (name + "\0").encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16sIQQIQ", encoded, len(encoded), kind, 1, _NONE, after[0] if after else _NONE,
        children[0] if children else _NONE, b"", 0, 0, 0, start, size,
    )  # fmt: skip


# DOCX


def docx(
    paragraphs: Sequence[str], *, title: str = "", table: Sequence[Sequence[str]] = (), **properties: str
) -> bytes:
    import docx as python_docx

    document = python_docx.Document()
    if title:
        document.add_heading(title, level=0)
    for text in paragraphs:
        document.add_paragraph(text)
    if table:
        grid = document.add_table(rows=len(table), cols=len(table[0]))
        for y, row in enumerate(table):
            for x, text in enumerate(row):
                grid.cell(y, x).text = text
    for name, value in properties.items():
        setattr(document.core_properties, name, value)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def zipped(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()
