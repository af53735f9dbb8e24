"""A file that is not there: what stands beside it, or what the terminal made of its name."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from ipak_cli.base.message import InFull, Message
from ipak_cli.catalogue.files import (
    CHECK_NAME_AND_FOLDER,
    PERHAPS_MEANT,
    QUOTE_BLANKS,
    QUOTE_STRAIGHT,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_QUOTES: Final = "\"'`´‘’‚“”„«»"
_MOST_NAMES: Final = 10_000


def advice_on_missing(path: Path) -> Message:
    """Say what to do about a missing path: with the name that was probably meant, in quotes; no full stop."""
    for meant in _as_meant(str(path)):
        if meant != path and _exists(meant):
            return QUOTE_STRAIGHT(meant=_quoted(meant))
    bare = Path(str(path).strip(_QUOTES + " ") or ".")
    if uncut := _found(bare, _is_cut_from):
        return QUOTE_BLANKS(meant=uncut)
    like = _found(bare, _is_like)
    return PERHAPS_MEANT(meant=like) if like else CHECK_NAME_AND_FOLDER()


def _as_meant(typed: str) -> Iterator[Path]:
    """Yield what somebody may have meant who typed, pasted or dragged this."""
    bare = typed.strip(_QUOTES + " ")
    for text in (bare, re.sub(r"\\(.)", r"\1", bare), unquote(re.sub(r"^file:/+", "/", bare))):
        if text:
            yield Path(text)
            if text.startswith("~/"):
                yield Path.home() / text[2:]


def _found(path: Path, matches: Callable[[str, str], bool]) -> tuple[InFull, ...]:
    """Return the first two paths that exist and fit a missing one, name by name."""
    found = [path]
    while found and not _exists(found[0]):
        folder, name, rest = _first_missing(found[0])
        found = [folder / each / rest for each in _names(folder) if matches(each, name)]
    return tuple(_quoted(each) for each in found[:2] if _exists(each))


def _is_cut_from(name: str, piece: str) -> bool:
    """Tell whether the terminal would cut a name at its blanks into this piece and others."""
    return " " in name and piece in name.split()


def _is_like(name: str, typed: str) -> bool:
    """Tell whether names differ only in case, in signs for blanks, or in their ending."""
    return _plain(Path(name).stem) == _plain(Path(typed).stem)


def _first_missing(path: Path) -> tuple[Path, str, Path]:
    """Return the last folder that exists, the name that is not in it, and what follows."""
    folder, *_ = [each for each in path.parents if _exists(each)] or [Path()]
    name, *rest = path.relative_to(folder).parts or ("",)
    return folder, name, Path(*rest)


def _names(folder: Path) -> list[str]:
    try:
        return sorted(each.name for each, _ in zip(folder.iterdir(), range(_MOST_NAMES), strict=False))
    except OSError:
        return []


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _plain(name: str) -> str:
    """Return a name without what people and file systems write differently."""
    return re.sub(r"[\s_.-]+", " ", unicodedata.normalize("NFKC", name).casefold()).strip()


def _quoted(path: Path) -> InFull:
    return InFull(f'"{path}"')
