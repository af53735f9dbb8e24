"""How evidence is used across indicators: one content for several of them, and levels without any."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ipak_cli.cells import row_ranges
from ipak_cli.pekppp.evidence_names import path_parts
from ipak_cli.problems import Problem, Where, problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipak_cli.pekppp.result import Evidence


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
    return (problem("E216", where, indicators=row_ranges(bare)),) if bare else ()


def _shared(used: list[tuple[int, str]], where: Where) -> Problem:
    indicators = row_ranges(sorted({no for no, _ in used}))
    names = dict.fromkeys(name for _, name in used)
    if len(names) == 1:
        return problem("E214", where, name=next(iter(names)), indicators=indicators)
    quoted = " dan ".join(f"“{name}”" for name in names)
    return problem("E215", where, names=quoted, indicators=indicators)
