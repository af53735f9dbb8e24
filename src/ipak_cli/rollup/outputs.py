"""What a roll-up is written as: a file for each form, put in its place as a whole."""

from __future__ import annotations

import hashlib
import re
from enum import StrEnum
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Where, problem
from ipak_cli.catalogue.report import UNKNOWN_FILES_COPIED
from ipak_cli.jobs.written import FilesWritten, content_of, keep_copy, written_file
from ipak_cli.rollup.book import workbook
from ipak_cli.rollup.document import json_parts
from ipak_cli.rollup.page import page
from ipak_cli.workspace.atomic import make_folder, write_file, write_for_people
from ipak_cli.workspace.files import is_file

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from pathlib import Path

    from ipak_cli.rollup.result import RollUp

STEM: Final = "rekap-unit"
SUMS: Final = PurePath(f"{STEM}.sha256")
"""The digests of what was written, as ``sha256sum -c`` checks them: by them an edited file is told."""
_SUM: Final = re.compile(r"([0-9a-f]{64})  (.+)")


class OutputFormat(StrEnum):
    """The forms of a roll-up, by the ends of their files' names."""

    HTML = "html"
    XLSX = "xlsx"
    JSON = "json"


_RENDER: Final[Mapping[OutputFormat, Callable[[RollUp], bytes]]] = {
    OutputFormat.HTML: lambda given: page(given).encode(),
    OutputFormat.XLSX: workbook,
    OutputFormat.JSON: lambda given: "".join(json_parts(given)).encode(),
}


def write_rollup(given: RollUp, out: Path, formats: Collection[OutputFormat]) -> FilesWritten:
    """Write a roll-up into the folder ``out``, a file for each format; the same roll-up gives the same bytes.

    A file that stands there and that somebody edited, or that is none of ours, is copied first, as
    ``rekap-unit (lama).xlsx``. One that is open elsewhere stays, and the new one stands beside it. Raises
    ``ProblemsFoundError`` when the system refuses.
    """
    files = {f"{STEM}.{name}": _RENDER[name](given) for name in OutputFormat if name in formats}
    make_folder(out)
    known = _sums(out)
    new = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    copied = {}
    for name in files:
        old = content_of(out, PurePath(name)) if is_file(out, PurePath(name)) else None
        if old is not None and hashlib.sha256(old).hexdigest() not in (new[name], known.get(name)):
            copied[name] = keep_copy(out, PurePath(name), old)
    places = [write_for_people(out, PurePath(name), data) for name, data in files.items()]
    lines = (f"{digest}  {name}\n" for name, digest in sorted({**known, **new}.items()))
    write_file(out, SUMS, "".join(lines).encode())
    problems = [place.problem for place in places if place.problem]
    if copied:
        told = problem(UNKNOWN_FILES_COPIED, Where(str(out)), files=(*copied,), others=(*copied.values(),))
        problems.append(told)
    written = (written_file(place, data) for place, data in zip(places, files.values(), strict=True))
    return FilesWritten(tuple(written), tuple(problems), frozenset())


def _sums(out: Path) -> dict[str, str]:
    """Return the digests of what was written before; nothing where the file is not there or is damaged."""
    data = content_of(out, SUMS) or b""
    found = map(_SUM.fullmatch, data.decode("utf-8", "replace").splitlines())
    return {match[2]: match[1] for match in found if match}
