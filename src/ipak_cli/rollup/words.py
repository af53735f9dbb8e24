"""The words of a roll-up that its screen, workbook and page say alike, for the staff of an office."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import NotScored, decimal, ends_of, figure, grouped_int
from ipak_cli.base.problem import Severity
from ipak_cli.catalogue.indonesian import say
from ipak_cli.rollup.conversion import converted_indices, factors_of
from ipak_cli.rollup.highlights import GAPS, rubrics_of, totals_of
from ipak_cli.rollup.result import CellState, ChangeWord

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ipak_cli.base.provenance import RubricRef
    from ipak_cli.rollup.highlights import Highlights
    from ipak_cli.rollup.result import IndexChange, RollUp

MEAN_OF_UNITS: Final = "rata-rata unit"
POOLED: Final = "seluruh jawaban digabung"
BOTH_WAYS: Final = (
    "Rata-rata unit: setiap unit berbobot sama. Seluruh jawaban digabung: setiap jawaban berbobot sama, "
    "sehingga unit dengan banyak responden lebih menentukan. Unit yang disembunyikan hanya ikut di jawaban "
    "digabung."
)
ALL_UNITS: Final = "Semua unit"
MARKS: Final = {
    CellState.SCORED: "●",
    CellState.MISSING: "○",
    CellState.FAULTY: "✗",
    CellState.SMALL: "▪",
    CellState.NOT_YET: "·",
    CellState.NOT_ASKED: "–",
}
STATES: Final = {
    CellState.SCORED: "ada",
    CellState.MISSING: "belum ada",
    CellState.FAULTY: "bermasalah",
    CellState.SMALL: "disembunyikan",
    CellState.NOT_YET: "belum waktunya",
    CellState.NOT_ASKED: "tidak diminta",
}
STATES_IN_FULL: Final = {
    CellState.SCORED: "hasilnya ada dan ditampilkan",
    CellState.MISSING: "periodenya sudah lewat, hasilnya belum ada",
    CellState.FAULTY: "dokumen hasilnya tidak dapat dipakai",
    CellState.SMALL: "ikut dijumlahkan, tetapi tidak ditampilkan, supaya jawaban orang tidak dapat ditebak",
    CellState.NOT_YET: "periodenya belum selesai",
    CellState.NOT_ASKED: "unit ini tidak diminta menyurvei pada periode itu",
}
"""What each state means, behind its mark and word."""
CHANGES: Final = {
    ChangeWord.RISEN: "naik",
    ChangeWord.FALLEN: "turun",
    ChangeWord.UNSURE: "belum dapat dibedakan",
    ChangeWord.NOT_COMPARED: "tidak dibandingkan",
}
CHANGE_MARKS: Final = {ChangeWord.RISEN: "▲", ChangeWord.FALLEN: "▼"}
CHANGES_IN_FULL: Final = (
    "▲ naik dan ▼ turun: perubahan dari periode sebelumnya melebihi yang dapat terjadi kebetulan; "
    "tanpa tanda: belum dapat dibedakan atau tidak dibandingkan."
)
PREDICATE: Final = {True: "terpenuhi", False: "belum terpenuhi", None: "belum dinilai"}
PREDICATE_COUNTS: Final = {"met": "terpenuhi", "not_met": "belum terpenuhi", "not_assessed": "belum dinilai"}
SEVERITIES: Final = {Severity.ERROR: "galat", Severity.WARNING: "peringatan", Severity.NOTE: "catatan"}
ATTRIBUTES: Final = {"parent": "induk", "region": "wilayah"}
"""What the attributes are called that every unit has."""


def group_words(group: str, by: str | None) -> str:
    """Name a group; the units for which the list says nothing are one, too."""
    return group or f"tanpa {ATTRIBUTES.get(by or '', by or 'kelompok')}"


def converted_words(given: RollUp) -> str:
    """Say which indices are written on 25 to 100, as their bands are; nothing where none is."""
    codes, factors = converted_indices(given), factors_of(given)
    told = (each for each in given.totals if not each.indices.keys().isdisjoint(codes))
    found = {factors[each.rubric.digest] for each in told}
    lowest = [decimal(factor).removesuffix(",00") for factor in sorted(found)]
    if not codes:
        return ""
    each = " menurut skala rubriknya" if len(lowest) > 1 else ""
    return f"{' dan '.join(codes)} ditulis sebagai nilai konversi, {' atau '.join(lowest)} sampai 100{each}."


def signed(change: IndexChange | None) -> str:
    """Write a change with its sign, as ``+0,12`` or ``−0,05``; nothing where there is none to write."""
    ends = None if change is None else ends_of(change.size)
    if ends is None or isinstance(change and change.size, NotScored):
        return ""
    text = decimal(abs(ends[0]))
    if ends[0] == 0:
        return text
    return f"{'+' if ends[0] > 0 else '−'}{'<0,01' if text == '0,00' else text}"


def change_words(change: IndexChange | None) -> str:
    """Say a change: ``▼ turun 0,21``, ``belum dapat dibedakan (+0,03)``, or why it is not compared."""
    if change is None:
        return ""
    word, size = CHANGES[change.word], signed(change)
    if isinstance(change.size, NotScored):
        return f"{word}: {say(change.size.reason)}"
    mark = CHANGE_MARKS.get(change.word)
    # The word tells the direction: a sign beside it would turn it round.
    return f"{mark} {word} {size.lstrip('+−')}" if mark else f"{word} ({size})"


def rubric_letters(given: RollUp) -> Mapping[RubricRef, str]:
    """Return a letter for each rubric where there are several, so that no figure stands without its own."""
    found = rubrics_of(given)
    return {} if len(found) < 2 else {each: f"R{number}" for number, each in enumerate(found, 1)}


def rubric_words(rubric: RubricRef) -> str:
    """Name a rubric: ``ipak-ipkp 1.0``."""
    return f"{rubric.id} {rubric.version}"


def span_words(given: RollUp) -> str:
    """Name the periods: ``I-2023 s.d. IV-2024``."""
    ends = dict.fromkeys((*given.periods[:1], *given.periods[-1:]))
    return " s.d. ".join(ends)


def summary_lines(given: RollUp, found: Highlights) -> Iterator[str]:
    """Yield what a reader should know first of the latest period, a sentence each."""
    if found.latest is None:
        yield "Belum ada satu pun hasil survei."
        return
    place = given.periods.index(found.latest)
    states = Counter(unit.surveys[place].state for unit in given.units)
    there = states[CellState.SCORED] + states[CellState.SMALL]
    asked = there + sum(states[state] for state in GAPS)
    lacking = [f"{grouped_int(states[state])} {STATES[state]}" for state in GAPS if states[state]]
    yield (
        f"{found.latest}: hasil {grouped_int(there)} dari {grouped_int(asked)} unit sudah ada"
        f"{'; ' if lacking else ''}{', '.join(lacking)}."
    )
    yield from _total_lines(given, found.latest, asked)
    for code in given.index_names:
        fallen = sum(fall.index == code for fall in found.fallen)
        if fallen:
            yield f"{code}: {grouped_int(fallen)} unit turun melebihi kebetulan pada {found.latest}."
    if found.lost:
        yield f"{grouped_int(len(found.lost))} syarat predikat yang dulu terpenuhi sekarang tidak lagi."
    if found.incomplete:
        yield f"{grouped_int(len(found.incomplete))} unit mempunyai periode yang belum lengkap."
    else:
        yield "Tidak ada unit yang periodenya belum lengkap."
    if small := states[CellState.SMALL]:
        yield (
            f"{grouped_int(small)} unit tidak ditampilkan pada {found.latest}, supaya jawaban seseorang "
            "tidak dapat ditebak; jawabannya ikut dijumlahkan."
        )


def _total_lines(given: RollUp, period: str, asked: int) -> Iterator[str]:
    """Yield an index's values in a period, with how many of the units asked its mean is of."""
    totals = totals_of(given, period)
    for total in totals:
        rubric = f" ({rubric_words(total.rubric)})" if len(totals) > 1 else ""
        for code, index in total.indices.items():
            units = f"{grouped_int(index.units)} dari {grouped_int(asked)} unit"
            yield (
                f"{code}{rubric} pada {period}: {MEAN_OF_UNITS} {figure(index.mean_of_units)} ({units}); "
                f"{POOLED} {figure(index.pooled)}."
            )
