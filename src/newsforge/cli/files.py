"""Posts on disk: a sub-folder a source, a file a platform, and the whole as JSON."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from newsforge.engine.platforms.registry import platforms
from newsforge.kit.errors import NewsforgeError
from newsforge.pipeline.files import post_files
from newsforge.pipeline.json_form import conversion_form

if TYPE_CHECKING:
    from newsforge.pipeline.result import Conversion

_NAME_LENGTH = 60
_SUFFIXES = frozenset({".txt", ".html", ".md", ".json", ".xml"})
#: In the name of a post that a person has to read before it goes out: x.review.txt.
_REVIEW = ".review."


class NotSaved(NewsforgeError):
    """The folder cannot be written to."""

    code = "not_saved"


def save(conversion: Conversion, out: Path, *, taken: set[Path]) -> tuple[Path, int]:
    """Write below ``out`` and return the folder and the number of files. Each file is replaced whole or not at all;
    posts of an earlier run that this one does not have, or that are not ready any more, are taken away. ``taken`` are
    the folders of this run: two articles never share one. Only posts without objections are saved as text, those to be
    read first under a name that says so; the JSON holds all of them."""
    folder = _free(out / folder_name(conversion), taken)
    taken.add(folder)
    files = {"conversion.json": json.dumps(conversion_form(conversion), ensure_ascii=False, indent=1) + "\n"}
    published_at = conversion.article.published_at
    for result in conversion.results:
        if result.status == "clean":
            assert result.post is not None
            files |= post_files(result.post, result.platform, published_at=published_at)
        elif result.status == "review":
            assert result.post is not None
            named = post_files(result.post, result.platform, published_at=published_at)
            files |= {_REVIEW.join(name.rsplit(".", 1)): text for name, text in named.items()}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for stale in folder.iterdir():
            if (
                stale.name not in files
                and stale.stem.removesuffix(_REVIEW.removesuffix(".")) in platforms()
                and stale.suffix in _SUFFIXES
            ):
                stale.unlink()
        for name, text in files.items():
            _replace(folder / name, text)
    except OSError as error:
        raise NotSaved(
            f"{folder} cannot be written ({error.strerror}).", remedy="Choose another folder with --out."
        ) from None
    return folder, len(files)


def _free(folder: Path, taken: set[Path]) -> Path:
    number, free = 2, folder
    while free in taken:
        number, free = number + 1, folder.with_name(f"{folder.name}-{number}")
    return free


def folder_name(conversion: Conversion) -> str:
    """From the article's day and title; safe on every file system."""
    article = conversion.article
    day = article.published_at.strftime("%Y-%m-%d") if article.published_at else ""
    words = re.sub(r"[^\w]+", "-", unicodedata.normalize("NFC", article.title)).strip("-_")
    return "-".join(filter(None, [day, words[:_NAME_LENGTH].strip("-"), conversion.language])) or "article"


def _replace(path: Path, text: str) -> None:
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        partial.write_text(text, encoding="utf-8")
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
