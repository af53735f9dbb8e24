"""The typed table of a report's claims: its sheet, its columns, and the kinds and subjects that it offers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.audit.cell import PERFORMANCE
from ipak_cli.audit.claim import ClaimKind
from ipak_cli.audit.instrument import COMBINED
from ipak_cli.audit.words import KIND_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ipak_cli.rubric.survey import SurveyRubric

FORM: Final = "audit"
"""What the form's record calls it."""
SHEET: Final = "Angka"
KIND, SUBJECT, VALUE, PERIOD, PLACE = "Jenis", "Hal", "Nilai", "Periode", "Tempat"
COLUMNS: Final = (KIND, SUBJECT, VALUE, PERIOD, PLACE)
REPORT_PERIOD: Final = "Periode laporan"
_KINDS: Final = (
    ClaimKind.RESPONDENTS,
    ClaimKind.VISITORS,
    ClaimKind.LEAST_RESPONDENTS,
    ClaimKind.ITEM_MEAN,
    ClaimKind.INDEX,
    ClaimKind.PERCENT,
    ClaimKind.POINTS,
    ClaimKind.COMPONENT,
    ClaimKind.COMBINED,
    ClaimKind.STARS,
    ClaimKind.SHARE,
    ClaimKind.TARGET,
    ClaimKind.GAP,
    ClaimKind.ACHIEVEMENT,
    ClaimKind.WEIGHTED,
    ClaimKind.CONVERTED,
    ClaimKind.CATEGORY,
)
KINDS: Final[Mapping[str, ClaimKind]] = {KIND_NAMES[kind.value]: kind for kind in _KINDS}
"""The kinds that a row may have, by their names in the drop-down."""
WHOLE: Final = frozenset(
    {ClaimKind.RESPONDENTS, ClaimKind.VISITORS, ClaimKind.LEAST_RESPONDENTS, ClaimKind.STARS}
)
"""Kinds that count: a point or a comma in them parts thousands."""
WORDS: Final = frozenset({ClaimKind.CATEGORY})
"""Kinds whose value is a word."""
_LONGEST: Final = 70
"""Letters of an item's sentence in the drop-down."""


def subjects(rubric: SurveyRubric) -> Mapping[str, str]:
    """Return what a row may be about by its words in the drop-down: indices, components, items, answers."""
    return dict(_subjects(rubric))


def _subjects(rubric: SurveyRubric) -> Iterator[tuple[str, str]]:
    for index in rubric.indices:
        yield _named(index.code, index.name), index.code
    yield "gabungan semua indeks", COMBINED
    if rubric.zi is not None:
        for component in rubric.zi.components:
            yield _named("komponen", component.name), component.code
        yield "capaian kinerja", PERFORMANCE
    for item in rubric.items:
        yield _named(item.code, item.text), item.code
    for value in rubric.scale.values:
        yield f"bintang {value}", str(value)
        for index in rubric.indices if len(rubric.indices) > 1 else ():
            yield f"bintang {value} {index.code}", f"{index.code}:{value}"


def _named(code: str, words: str) -> str:
    if len(words) > _LONGEST:
        words = f"{words[:_LONGEST].rpartition(' ')[0]} …"
    return f"{code} – {words}"
