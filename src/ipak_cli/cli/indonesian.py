"""The command line in Indonesian: help pages, and an Indonesian name beside each English one of an option."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from typer._click.core import Command, Context
from typer._click.formatting import HelpFormatter
from typer.core import TyperGroup

if TYPE_CHECKING:
    from collections.abc import Sequence

NAMES: Final = {
    "--rubric": "--rubrik",
    "--population": "--pengunjung",
    "--performance": "--kinerja",
    "--sheet": "--lembar",
    "--date-order": "--urutan-tanggal",
    "--lenient": "--longgar",
    "--out": "--folder",
    "--workspace": "--ruang-kerja",
    "--quiet": "--diam",
    "--force": "--paksa",
    "--reason": "--alasan",
    "--evidence-root": "--folder-bukti",
    "--fail-under": "--batas",
    "--from": "--dari",
    "--dry-run": "--coba",
    "--wait": "--tunggu",
    "--fresh": "--jeda",
    "--max-age": "--umur",
    "--time": "--jam",
}
"""The Indonesian name of each option whose English one is no Indonesian word."""

_HEADINGS: Final = {"Arguments": "Isian", "Options": "Pilihan", "Commands": "Perintah"}
_SENTENCES: Final = {
    "Show this message and exit.": "Tampilkan bantuan ini.",
    "Install completion for the current shell.": "Pasang pelengkapan tombol Tab untuk shell ini.",
    "Show completion for the current shell, to copy it or customize the installation.": (
        "Tampilkan pelengkapan tombol Tab untuk shell ini, supaya dapat disalin."
    ),
}
_USAGE: Final = {"[OPTIONS]": "[PILIHAN]", "COMMAND": "PERINTAH", "[ARGS]...": "[ISIAN]..."}
_BRACES: Final = re.compile(r"[{}]|(?<=\[)\[|\](?=\])")
_EXTRAS: Final = re.compile(r"  \[(?P<extras>[^\[\]]*)\]$|^\[(?P<alone>[^\[\]]*)\]$")
_RANGE: Final = re.compile(r"(\d+)<=x<=(\d+)")
_TYPE: Final = re.compile(r" <(?:str|path|list\[Path\])>$")


class IndonesianFormatter(HelpFormatter):
    """Writes a help page: Typer's own words in Indonesian, no names of types."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how the command is called."""
        words = (_USAGE.get(word, _BRACES.sub("", word).replace("......", "...")) for word in args.split())
        super().write_usage(prog, " ".join(words), prefix or "Pemakaian: ")

    def write_heading(self, heading: str) -> None:
        """Write the heading of a section."""
        super().write_heading(_HEADINGS.get(heading, heading))

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write names with what they mean."""
        super().write_dl([(_name(name), _meaning(text)) for name, text in rows], col_max, col_spacing)


def _name(name: str) -> str:
    return _TYPE.sub(" TEKS" if name.startswith("-") else "", name)


def _meaning(text: str) -> str:
    return _EXTRAS.sub(_in_indonesian, _SENTENCES.get(" ".join(text.split()), text))


def _in_indonesian(match: re.Match[str]) -> str:
    extras = (match["extras"] or match["alone"] or "").split("; ")
    told = (_extra(each) for each in extras)
    return f"{'  ' if match['extras'] else ''}[{'; '.join(told)}]"


def _extra(text: str) -> str:
    if text == "required":
        return "wajib"
    return _RANGE.sub(r"\1 sampai \2", text.replace("default: ", "bawaan: "))


class _IndonesianContext(Context):
    formatter_class = IndonesianFormatter


class IndonesianGroup(TyperGroup):
    """Commands whose help pages are Indonesian, and whose options have Indonesian names too."""

    context_class = _IndonesianContext

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        """Return a command, in Indonesian."""
        command = super().get_command(ctx, cmd_name)
        if command is not None:
            command.context_class = _IndonesianContext
            for parameter in command.params:
                parameter.opts += [
                    NAMES[name] for name in parameter.opts if NAMES.get(name, name) not in parameter.opts
                ]
        return command
