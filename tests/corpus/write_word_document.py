"""Writes sources/ko-startup-funding.docx from its truth: ``python -m tests.corpus.write_word_document``."""

from __future__ import annotations

import json
from pathlib import Path

import docx

HERE = Path(__file__).parent
SLUG = "ko-startup-funding"


def write() -> Path:
    truth = json.loads((HERE / f"{SLUG}.json").read_text("utf-8"))
    document = docx.Document()
    document.core_properties.title = truth["title"]
    document.core_properties.author = truth["authors"][0]
    document.add_heading(truth["title"], level=1)
    document.add_paragraph("계다온 기자 daon@venturenuri.example.kr")
    first, *rest = truth["text"].split("\n")
    document.add_paragraph(first)
    document.add_paragraph("모아클라우드 임직원들. [사진 제공=모아클라우드]", style="Caption")
    for paragraph in rest:
        document.add_paragraph(paragraph)
    document.sections[0].footer.paragraphs[0].text = "벤처누리 편집국"
    path = HERE / "sources" / f"{SLUG}.docx"
    document.save(str(path))
    return path


if __name__ == "__main__":
    write()
