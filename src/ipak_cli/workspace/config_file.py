"""Reading ``ipak.yaml``: every fault names its line, in words that do not speak of rubrics."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ipak_cli.problems import Problem, ProblemsFoundError, Where, has_errors, problem
from ipak_cli.rubric.faults import validate
from ipak_cli.rubric.shipped import shipped_ids
from ipak_cli.rubric.source import MAX_BYTES, Data, Document, by_line, read_document
from ipak_cli.workspace.config import VERSION, Config
from ipak_cli.workspace.config_lint import lint
from ipak_cli.workspace.folder import MARKER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_COMPARE: Final = "Bandingkan dengan ipak.yaml yang dibuat `ipak init` di folder baru, lalu perbaiki."
_ADVICE: Final = {
    "R602": "Pastikan berkas ini memang ipak.yaml; isinya biasanya hanya beberapa KB.",
    "R606": "Perbaiki baris ini, dan apit teks yang memuat titik dua dengan tanda kutip.",
    "R607": _COMPARE,
    "R608": "Simpan semuanya dalam satu dokumen, dan hapus garis --- di tengah berkas.",
    "R623": _COMPARE,
    "R630": _COMPARE,
}
"""What to do where the advice for rubrics would mislead."""
_NUMBER: Final = re.compile(r"[0-9]{1,9}")
_LATER: Final = "R631"
"""The note that a rubric's content is checked later; here its form alone is told."""
_EXTRAS: Final = "R611"


@dataclass(frozen=True, slots=True)
class LoadedConfig:
    """Sound settings, the document that knows their lines, and the warnings."""

    config: Config
    document: Document
    problems: tuple[Problem, ...] = ()


def load_config(workspace: Path) -> LoadedConfig:
    """Read a workspace's ``ipak.yaml``.

    Raises ``ProblemsFoundError`` with every fault, in the order of their lines.
    """
    try:
        with (workspace / MARKER).open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError:
        raise ProblemsFoundError([problem("G401", Where(MARKER))]) from None
    return parse_config(content)


def parse_config(content: bytes) -> LoadedConfig:
    """Type and check the content of an ``ipak.yaml``, as :func:`load_config` does."""
    try:
        document = _document(content)
    except ProblemsFoundError as found:
        raise ProblemsFoundError(_own(found.problems)) from None
    _refuse_newer(document)
    document = replace(document, data=_filled(document.data))
    config, faults = validate(document, Config)
    looks = lint(config, document.place) if config else ()
    problems = by_line((*_own((*document.problems, *faults)), *looks))
    if config is None or has_errors(problems):
        raise ProblemsFoundError(problems)
    return LoadedConfig(config, document, problems)


def _filled(data: Mapping[str, Data]) -> dict[str, Data]:
    """Leave out keys without a value: who deletes all lines of a part often leaves its head behind."""
    return {
        key: _filled(value) if isinstance(value, Mapping) else value
        for key, value in data.items()
        if value is not None
    }


def rubric_file(workspace: Path, name: str) -> str:
    """Return a rubric's name as the loader takes it: a shipped id, else a file seen from the workspace."""
    return name if name in shipped_ids() else str(workspace / name)


def _document(content: bytes) -> Document:
    """Read the file; one that holds comments alone is whole and says nothing."""
    lines = content.removeprefix(b"\xef\xbb\xbf").splitlines()
    blank = all(not line.strip() or line.lstrip().startswith(b"#") for line in lines)
    if blank and len(content) <= MAX_BYTES:
        return Document(MARKER, {}, {}, ())
    return read_document(content, MARKER)


def _refuse_newer(document: Document) -> None:
    """Refuse a newer layout before its unknown keys are taken for spelling mistakes."""
    found = document.data.get("version")
    if isinstance(found, str) and _NUMBER.fullmatch(found) and int(found) > VERSION:
        fault = problem("G404", document.place("version"), found=found, known=VERSION)
        raise ProblemsFoundError([fault])


def _own(faults: Iterable[Problem]) -> Iterator[Problem]:
    """Say of a settings file what the reader of rubrics found."""
    for fault in faults:
        if fault.code == _EXTRAS:
            yield problem("G403", fault.where)
        elif fault.code != _LATER:
            yield replace(fault, code="G402", hint=_ADVICE.get(fault.code, fault.hint))
