"""Posts on disk: a sub-folder an article, a file a platform, and the whole as JSON."""

from __future__ import annotations

import hashlib
import json
import os
import re
import tempfile
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsforge.kit.errors import NewsforgeError
from newsforge.pipeline.files import post_files
from newsforge.pipeline.json_form import conversion_form

if TYPE_CHECKING:
    from newsforge.pipeline.result import Conversion, PlatformResult

_NAME_LENGTH = 60
_WHOLE = "conversion.json"
#: In the name of a post that a person has to read before it goes out: x.review.txt.
_REVIEW = "review"
#: In the name under which a person's own edit of a post is kept when the post is written anew: x.edited.txt.
_EDITED = "edited"


class NotSaved(NewsforgeError):
    """The folder cannot be written to."""

    code = "not_saved"

    def __init__(self, folder: Path, cause: OSError) -> None:
        super().__init__(f"{folder} cannot be written ({cause.strerror}).", remedy="Choose another folder with --out.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    folder: Path
    #: Files written.
    count: int
    #: Names under which edits of an earlier run's posts were kept.
    edited: tuple[str, ...]


def prepare_folder(out: Path) -> None:
    """Make ``out`` and try it, so that a folder that cannot be written to is named before any work is done."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=out):
            pass
    except OSError as error:
        raise NotSaved(out, error) from None


def save(conversion: Conversion, out: Path, *, taken: set[Path]) -> Saved:
    """Write below ``out``. Each file is replaced whole or not at all. Only posts without objections are saved as text,
    those to be read first under a name that says so; the JSON holds all of them.

    A folder belongs to one article. Posts that an earlier run wrote for other platforms stay as long as the article
    reads the same; those of an earlier wording of the article, or not ready any more, are taken away. A file that a
    person has edited since is never lost: it is kept under another name. ``taken`` are the folders of this run."""
    form = conversion_form(conversion)
    try:
        folder = _folder(out / folder_name(conversion), form["article"], taken)
        taken.add(folder)
        before = _read(folder)
        texts = _texts(conversion)
        stays: dict[str, str] = {}
        if before.get("article", {}).get("text") == form["article"]["text"]:
            now = {result.platform.id for result in conversion.results}
            form["posts"] += [post for post in before["posts"] if post["platform"] not in now]
            stays = {name: digest for name, digest in before["files"].items() if name.split(".")[0] not in now}
        form["files"] = stays | {name: _digest(text.encode()) for name, text in texts.items()}
        folder.mkdir(parents=True, exist_ok=True)
        edited = _clear(folder, before.get("files", {}), texts, stays)
        for name, text in texts.items():
            _replace(folder / name, text)
        _replace(folder / _WHOLE, json.dumps(form, ensure_ascii=False, indent=1) + "\n")
    except OSError as error:
        raise NotSaved(out, error) from None
    return Saved(folder=folder, count=len(texts) + 1, edited=edited)


def folder_name(conversion: Conversion) -> str:
    """From the article's day and title; safe on every file system."""
    article = conversion.article
    day = article.published_at.strftime("%Y-%m-%d") if article.published_at else ""
    words = re.sub(r"[^\w]+", "-", unicodedata.normalize("NFC", article.title)).strip("-_")
    return "-".join(filter(None, [day, words[:_NAME_LENGTH].strip("-"), conversion.language])) or "article"


def _texts(conversion: Conversion) -> dict[str, str]:
    published_at = conversion.article.published_at
    texts: dict[str, str] = {}
    for result in conversion.results:
        if result.status in {"clean", "review"}:
            assert result.post is not None
            files = post_files(result.post, result.platform, published_at=published_at)
            texts |= {_named(name, result): text for name, text in files.items()}
    return texts


def _named(name: str, result: PlatformResult) -> str:
    return _marked(name, _REVIEW) if result.status == "review" else name


def _marked(name: str, mark: str) -> str:
    stem, suffix = name.rsplit(".", 1)
    return f"{stem}.{mark}.{suffix}"


def _folder(wanted: Path, article: Mapping[str, Any], taken: set[Path]) -> Path:
    """The first of wanted, wanted-2, ... that is free or this article's own from an earlier run."""
    number, folder = 2, wanted
    while folder in taken or _is_of_another(folder, article):
        number, folder = number + 1, wanted.with_name(f"{wanted.name}-{number}")
    return folder


def _is_of_another(folder: Path, article: Mapping[str, Any]) -> bool:
    before = _read(folder).get("article")
    if before is None:
        return False
    if before["url"] and article["url"]:
        return bool(before["url"] != article["url"])
    return bool(before["text"] != article["text"])


def _read(folder: Path) -> dict[str, Any]:
    """What an earlier run said of the folder; empty where it said nothing that can be read."""
    try:
        form = json.loads((folder / _WHOLE).read_text(encoding="utf-8"))
        article = {name: form["article"][name] for name in ("url", "text")}
        posts = [post for post in form["posts"] if isinstance(post["platform"], str)]
        return {"article": article, "posts": posts, "files": dict(form["files"])}
    except (FileNotFoundError, NotADirectoryError, ValueError, KeyError, TypeError):
        return {}


def _clear(
    folder: Path, before: Mapping[str, str], texts: Mapping[str, str], stays: Mapping[str, str]
) -> tuple[str, ...]:
    """Take away what an earlier run wrote, and keep what a person made of it."""
    kept = []
    for name in sorted({*before, *texts} - {*stays}):
        path = folder / name
        if not path.is_file():
            continue
        data = path.read_bytes()
        if _digest(data) == before.get(name) or data == texts.get(name, "").encode():
            if name not in texts:
                path.unlink()
            continue
        kept.append(path.rename(_unused(path.with_name(_marked(name, _EDITED)))).name)
    return tuple(kept)


def _unused(path: Path) -> Path:
    number, free = 2, path
    while free.exists():
        number, free = number + 1, path.with_stem(f"{path.stem}-{number}")
    return free


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _replace(path: Path, text: str) -> None:
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        partial.write_text(text, encoding="utf-8", newline="")
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
