"""Checking that evidence exists: the files under one folder, each read once; links are never opened."""

from __future__ import annotations

import hashlib
import os
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from ipak_cli.base.message import InFull
from ipak_cli.base.problem import Entry, Problem, Where, problem
from ipak_cli.base.regular_file import NotRegularError, open_regular
from ipak_cli.catalogue.pekppp import (
    ALL_EVIDENCE_MISSING,
    EVIDENCE_FILE_EMPTY,
    EVIDENCE_FILE_MISSING,
    EVIDENCE_FILE_UNREADABLE,
    EVIDENCE_FOLDER_MISSING,
    EVIDENCE_IS_FOLDER,
    EVIDENCE_NAME_CASE_DIFFERS,
    EVIDENCE_NAME_UNICODE_DIFFERS,
    EVIDENCE_NOT_REGULAR_FILE,
    EVIDENCE_SHARED_BY_INDICATORS,
    LINK_LEAVES_EVIDENCE_FOLDER,
    RATING_WITHOUT_EVIDENCE,
    READING_DENIED,
    READING_REFUSED,
    READING_TOO_LARGE,
    SAME_EVIDENCE_UNDER_OTHER_NAMES,
)
from ipak_cli.pekppp.evidence_names import Likeness, UnusableError, find_entry, is_link, path_parts
from ipak_cli.pekppp.result import Evidence, EvidenceFile
from ipak_cli.tables.cell import row_ranges

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ipak_cli.pekppp.evidence_names import Named


def shared_content(evidence: Mapping[int, Evidence], where: Where) -> tuple[Problem, ...]:
    """Report each content that is evidence for several indicators, once.

    Under one name it is a note, since a document may prove several things; under several names, where it
    looks like several documents, a warning.
    """
    uses: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for no, mine in sorted(evidence.items()):
        for file in mine.found:
            uses[file.sha256].append((no, "/".join(path_parts(file.path))))
    return tuple(_shared(used, where) for used in uses.values() if len({no for no, _ in used}) > 1)


def without_evidence(
    levels: Mapping[int, int | None], evidence: Mapping[int, Evidence], where: Where
) -> tuple[Problem, ...]:
    """Report, in one note, the indicators whose level is above 0 and that name no evidence at all."""
    bare = sorted(no for no, level in levels.items() if level and not (no in evidence and evidence[no].named))
    return (problem(RATING_WITHOUT_EVIDENCE, where, indicators=row_ranges(bare)),) if bare else ()


def _shared(used: list[tuple[int, str]], where: Where) -> Problem:
    indicators = row_ranges(sorted({no for no, _ in used}))
    names = dict.fromkeys(name for _, name in used)
    if len(names) == 1:
        return problem(EVIDENCE_SHARED_BY_INDICATORS, where, name=next(iter(names)), indicators=indicators)
    quoted = tuple(InFull(f"“{name}”") for name in names)
    return problem(SAME_EVIDENCE_UNDER_OTHER_NAMES, where, names=quoted, indicators=indicators)


_Name: TypeAlias = tuple[int, str]
"""An indicator's number and a name that it gives."""

LARGEST: Final = 4 << 30
"""Bytes of evidence that are looked through: a long film has less, a file of holes may have any number."""
_MISSING, _OTHER_CASE, _EMPTY = EVIDENCE_FILE_MISSING, EVIDENCE_NAME_CASE_DIFFERS, EVIDENCE_FILE_EMPTY


def check_evidence(named: Sequence[Named], root: Path) -> tuple[Mapping[int, Evidence], tuple[Problem, ...]]:
    """Look for the named evidence under ``root``: what is there, with digest and size, and what is not.

    Gives the indicators that name any, by number. Each name, trimmed, stands in one list: found, empty,
    refused, missing or links. A name that an indicator repeats counts once. The answer does not
    depend on whether the system minds case, and holds no path but those written.
    """
    places: dict[tuple[int, str], Where] = {}
    for one in named:
        if name := one.name.strip():
            places.setdefault((one.no, name), one.where)
    found, why, problems = _search(places, root)
    evidence = {no: _evidence(no, places, found, why) for no in sorted({no for no, _ in places})}
    book = Where(next((where.file for where in places.values()), None))
    return evidence, (*problems, *shared_content(evidence, book))


def _search(
    places: Mapping[_Name, Where], root: Path
) -> tuple[dict[_Name, EvidenceFile], dict[_Name, Entry], list[Problem]]:
    """Return the files that are there, why each other name is none, and the problems."""
    wanted = {place: where for place, where in places.items() if not is_link(place[1])}
    folder = _Folder(root)
    found: dict[_Name, EvidenceFile] = {}
    why: dict[_Name, Entry] = {}
    problems: list[Problem] = []
    if wanted and not folder.opens():
        return found, why, [problem(EVIDENCE_FOLDER_MISSING, Where(root.name))]
    for (no, name), where in wanted.items():
        try:
            path, real = folder.find(name)
            found[no, name] = EvidenceFile(name, *folder.content(path))
        except UnusableError as fault:
            why[no, name] = fault.entry
            problems.append(problem(fault.entry, where, name=name, **fault.values))
        else:
            problems += [problem(EVIDENCE_NAME_UNICODE_DIFFERS, where, name=name, real=real)] if real else []
    if len(wanted) > 1 and all(each.entry == _MISSING for each in problems) and not found:
        book = Where(next(iter(wanted.values())).file)
        return found, why, [problem(ALL_EVIDENCE_MISSING, book, count=len(wanted))]
    return found, why, problems


def _evidence(
    no: int, places: Iterable[_Name], found: Mapping[_Name, EvidenceFile], why: Mapping[_Name, Entry]
) -> Evidence:
    names = tuple(name for mine, name in places if mine == no)
    codes = {name: why.get((no, name), _MISSING) for name in names if (no, name) not in found}
    unusable = {name: code for name, code in codes.items() if not is_link(name)}
    return Evidence(
        named=names,
        found=tuple(found[no, name] for name in names if (no, name) in found),
        empty=tuple(name for name, code in unusable.items() if code == _EMPTY),
        refused=tuple(name for name, code in unusable.items() if code not in {_EMPTY, _MISSING, _OTHER_CASE}),
        missing=tuple(name for name, code in unusable.items() if code in {_MISSING, _OTHER_CASE}),
        links=tuple(name for name in names if is_link(name)),
    )


class _Folder:
    """The evidence folder; what was listed or read once is kept."""

    def __init__(self, root: Path) -> None:
        self._root = _real(root)
        self._names: dict[Path, frozenset[str]] = {}
        self._contents: dict[Path, tuple[str, int]] = {}

    def opens(self) -> bool:
        """Tell whether the folder is there and can be listed."""
        try:
            self._list(self._root)
        except UnusableError:
            return False
        return True

    def find(self, name: str) -> tuple[Path, str | None]:
        """Return the real place that a name leads to, and its real name where its Unicode form differs.

        Raises ``UnusableError`` when nothing is there, or something of another case, or outside the folder.
        """
        place, spelled, likeness = self._root, [], Likeness.SAME
        for part in path_parts(name):
            entry = find_entry(part, self._list(place))
            if entry is None:
                raise UnusableError(_MISSING)
            spelled.append(entry[0])
            likeness = max(likeness, entry[1])
            place = _real(place / entry[0])
            if not place.is_relative_to(self._root):
                raise UnusableError(LINK_LEAVES_EVIDENCE_FOLDER)
        real = "/".join(spelled)
        if likeness is Likeness.CASE:
            raise UnusableError(_OTHER_CASE, real=real)
        return place, real if likeness is Likeness.FORM else None

    def content(self, path: Path) -> tuple[str, int]:
        """Return the SHA-256 and size of a file with content. Raises ``UnusableError`` for anything else."""
        if path not in self._contents:
            self._contents[path] = _read(path)
        return self._contents[path]

    def _list(self, folder: Path) -> frozenset[str]:
        if folder not in self._names:
            try:
                self._names[folder] = frozenset(entry.name for entry in folder.iterdir())
            except (FileNotFoundError, NotADirectoryError) as error:
                raise UnusableError(_MISSING) from error
            except OSError as error:
                raise _unreadable(error) from error
        return self._names[folder]


def _real(path: Path) -> Path:
    # Path.resolve would raise for symbolic links that lead in a circle.
    return Path(os.path.realpath(path))


def _read(path: Path) -> tuple[str, int]:
    try:
        with open_regular(path) as file:
            if os.fstat(file.fileno()).st_size > LARGEST:
                raise UnusableError(EVIDENCE_FILE_UNREADABLE, reason=READING_TOO_LARGE(limit=LARGEST >> 30))
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            size = file.tell()
    except FileNotFoundError as error:  # a symbolic link that leads nowhere
        raise UnusableError(_MISSING) from error
    except IsADirectoryError as error:
        raise UnusableError(EVIDENCE_IS_FOLDER) from error
    except NotRegularError as error:
        raise UnusableError(EVIDENCE_NOT_REGULAR_FILE) from error
    except OSError as error:
        raise _unreadable(error) from error
    if not size:
        raise UnusableError(_EMPTY)
    return digest, size


def _unreadable(error: OSError) -> UnusableError:
    denied = isinstance(error, PermissionError)
    return UnusableError(EVIDENCE_FILE_UNREADABLE, reason=READING_DENIED() if denied else READING_REFUSED())
