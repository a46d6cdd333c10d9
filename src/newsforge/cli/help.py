"""``--help`` in the terminal's language, wrapped by cells: a Korean letter takes two."""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Iterator
from typing import Any

from typer.core import TyperCommand, TyperGroup

from newsforge.cli.words import Words, words_of

_INDENT = "  "
_GAP = 2
_WIDEST_LEFT = 26
_NARROWEST, _WIDEST = 40, 100


class Command(TyperCommand):
    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write("\n".join(_page(self, ctx, words_of())) + "\n")


class Group(TyperGroup):
    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write("\n".join(_page(self, ctx, words_of())) + "\n")


def cells(text: str) -> int:
    """How wide a terminal shows it."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )


def wrapped(text: str, width: int) -> list[str]:
    """Lines of at most ``width`` cells, broken between words; a word that is wider keeps a line to itself."""
    lines: list[str] = []
    for word in text.split():
        if lines and cells(lines[-1]) + 1 + cells(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def usage(command: Any, ctx: Any, words: Words) -> str:
    """``Usage: newsforge convert [OPTIONS] SOURCE...``"""
    given = [_label(parameter) for parameter in command.get_params(ctx) if parameter.param_type_name == "argument"]
    rest = [words("usage_command")] if isinstance(command, TyperGroup) else given
    return f"{words('usage')}: {' '.join([ctx.command_path, words('usage_options'), *rest])}"


def _page(command: Any, ctx: Any, words: Words) -> Iterator[str]:
    width = max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size().columns)) - 1
    yield usage(command, ctx, words)
    for paragraph in _paragraphs(command.help or ""):
        yield ""
        yield from _indented(words.say(paragraph), width)
    parameters = [one for one in command.get_params(ctx) if not getattr(one, "hidden", False)]
    arguments = [(_label(one), _told(one, words)) for one in parameters if one.param_type_name == "argument"]
    options = [(_label(one), _told(one, words)) for one in parameters if one.param_type_name == "option"]
    yield from _table(words("help_arguments"), arguments, width)
    yield from _table(words("help_options"), options, width)
    if isinstance(command, TyperGroup):
        shown = [(name, one) for name, one in command.commands.items() if not one.hidden]
        yield from _table(
            words("help_commands"), [(name, words.say(_first_sentence(one.help or ""))) for name, one in shown], width
        )
    if command.epilog:
        yield ""
        yield from _indented(words.say(command.epilog), width)


def _paragraphs(text: str) -> list[str]:
    return [" ".join(paragraph.split()) for paragraph in text.split("\n\n")]


def _first_sentence(text: str) -> str:
    first, stop, _ = _paragraphs(text)[0].partition(". ")
    return first + stop.strip()


def _indented(text: str, width: int) -> list[str]:
    return [_INDENT + line for line in wrapped(text, width - len(_INDENT))]


def _label(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return str(parameter.metavar or parameter.name.upper())
    names = ", ".join(sorted(parameter.opts, key=len))
    return names if parameter.is_flag else f"{names} {parameter.metavar or parameter.name.upper()}"


def _told(parameter: Any, words: Words) -> str:
    text = words.say(parameter.help or "")
    if parameter.required:
        return f"{text} [{words('help_required')}]"
    plain = isinstance(parameter.default, str | int) and not isinstance(parameter.default, bool)
    shown = plain and parameter.default != "" and parameter.show_default
    return f"{text} [{words('help_default', value=parameter.default)}]" if shown else text


def _table(title: str, rows: list[tuple[str, str]], width: int) -> Iterator[str]:
    if not rows:
        return
    yield ""
    yield f"{title}:"
    left = min(_WIDEST_LEFT, max(cells(label) for label, _ in rows))
    for label, text in rows:
        lines = wrapped(text, width - len(_INDENT) - left - _GAP) or [""]
        if cells(label) > left:
            yield _INDENT + label
            label = ""  # noqa: PLW2901 -- it stands on a line of its own
        for line in lines:
            yield f"{_INDENT}{label}{' ' * (left - cells(label) + _GAP)}{line}".rstrip()
            label = ""  # noqa: PLW2901 -- only before the first line
