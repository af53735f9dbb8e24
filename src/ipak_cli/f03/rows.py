"""Which rows of a service users' survey are respondents, and which are summaries, trials and mere text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from ipak_cli.base.text import normalise
from ipak_cli.f03.cells import Read, is_running, number_in
from ipak_cli.f03.headers import Asks
from ipak_cli.f03.names import Beside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ipak_cli.f03.columns import Body
    from ipak_cli.tables.cell import Cell
    from ipak_cli.tables.column import Mask

_LEADS: Final = frozenset(
    {
        "jumlah", "jml", "total", "subtotal", "rata", "rata2", "ratarata", "rerata", "nrr", "ikm",
        "mean", "average", "median", "modus", "sum", "simpangan", "standar", "deviasi",
    }
)  # fmt: skip
"""First words of a summary's label, whatever follows."""
_LABELS: Final = frozenset(
    {
        "nilai", "skor", "min", "maks", "max", "minimum", "maksimum", "terendah", "tertinggi", "target",
        "bobot", "konversi", "mutu", "kinerja", "kategori", "predikat", "peringkat", "ranking", "selisih",
        "stdev", "persen", "persentase", "indeks", "capaian", "lalu", "sebelumnya", "keseluruhan",
    }
)  # fmt: skip
_WITH_LABELS: Final = _LABELS | frozenset(
    {
        "rata", "rata2", "dev", "baku", "tahun", "triwulan", "semester", "bulan", "tw", "per", "unsur",
        "indikator", "butir", "pertanyaan", "aspek", "tertimbang", "pelayanan", "unit", "interval", "akhir",
        "responden", "jawaban", "f", "03", "f03", "ipp", "i", "ii", "iii", "iv",
    }
)  # fmt: skip
"""Words of which a summary's label is made otherwise, one of them a label itself, and nothing else."""
_TRIAL: Final = frozenset({"tes", "test", "testing", "coba", "percobaan", "dummy"})
_TRIALS: Final = _TRIAL | frozenset({"uji", "data", "responden", "keseluruhan", "isian"})
_LONGEST_LABEL: Final = 60
_IDENTITIES: Final = (Beside.TIME, Beside.NUMBER)
_FEW: Final = 5
"""Rows at the bottom that may be summaries without a label."""


def text_below(body: Body) -> Mask:
    """Return the rows below the last one with a number on the scale: notes and signatures."""
    size = len(body.rows)
    answered = np.zeros(size, np.bool_)
    for column, reads in body.reads.items():
        if body.headings[column].asks is not Asks.BESIDE:
            answered |= reads >= 0
    places = np.flatnonzero(answered)
    below: Mask = np.arange(size) > (places[-1] if len(places) else size)
    return below


def summaries(body: Body) -> Mask:
    """Return the rows whose label beside the questions says that they sum up others.

    A row with all that tells the other rows apart, such as a number and a time, is a respondent all the same,
    unless ``Jumlah`` or the like stands where a name or an office is asked for.
    """
    leads = _labelled(body, _leads, (Asks.BESIDE,))
    sums = leads | _labelled(body, _is_summary, (Asks.BESIDE, Asks.OPEN, Asks.UNTITLED))
    told = [_tells(body, column) for column, each in body.headings.items() if each.beside in _IDENTITIES]
    if known := [each for each in told if each[~sums].all()]:
        sums &= leads | ~np.all(known, axis=0)
    return sums


def trials(body: Body) -> Mask:
    """Return the rows that somebody filled in to try the form, as a label beside the questions says."""
    return _labelled(body, _is_trial, (Asks.BESIDE, Asks.OPEN, Asks.UNTITLED))


def _labelled(body: Body, says: Callable[[Cell], bool], where: tuple[Asks, ...]) -> Mask:
    found = np.zeros(len(body.rows), np.bool_)
    for column, heading in body.headings.items():
        if heading.asks in where and heading.beside is not Beside.REMARK:
            found |= body.columns[column].map(says, empty=False, kind=np.bool_)
    return found


def _label(cell: Cell) -> list[str]:
    short = isinstance(cell, str) and len(cell) <= _LONGEST_LABEL and number_in(cell) is None
    return normalise(str(cell)).split() if short else []


def _leads(cell: Cell) -> bool:
    """Tell "Rata-rata", "Jumlah nilai" from a respondent's words."""
    return not _LEADS.isdisjoint(_label(cell)[:1])


def _is_summary(cell: Cell) -> bool:
    words = _label(cell)
    return _leads(cell) or (not _LABELS.isdisjoint(words) and _WITH_LABELS.issuperset(words))


def _is_trial(cell: Cell) -> bool:
    words = _label(cell)
    return not _TRIAL.isdisjoint(words) and _TRIALS.issuperset(words)


def text_rows(body: Body, questions: Iterable[int]) -> Mask:
    """Return the rows that hold no answer: a form that was opened only, a note, a signature.

    A row with more than half of the questions answered in words is a respondent with faults, and so is one
    with numbers off the scale.
    """
    asked = np.stack([body.reads[column] for column in questions])
    filled = (asked != Read.BLANK).sum(axis=0)
    wordy = np.isin(asked, (Read.BLANK, Read.WORDS, Read.TEXT)).all(axis=0)
    text: Mask = wordy & (2 * filled <= len(asked))
    return text


def unmarked(body: Body, beside: Iterable[int]) -> Mask:
    """Return the last rows that lack the number or time that all rows above them have.

    Where nobody has one, these are the last rows with nothing at all beside their answers, as names.
    """
    size = len(body.rows)
    if marked := _identities(body, beside):
        ends = [int(np.flatnonzero(each)[-1]) + 1 for each in marked]
        return _from(min(ends), size)
    filled = [body.reads[column] != Read.BLANK for column in beside if _is_profile(body, column)]
    if not any(map(_is_full, filled)):
        return _from(size, size)
    return _from(int(np.flatnonzero(np.any(filled, axis=0))[-1]) + 1, size)


def apart(body: Body, beside: Iterable[int]) -> Mask:
    """Return the last rows below the only gap, where no number or time tells respondents from other rows."""
    size = len(body.rows)
    gaps = (np.flatnonzero(np.diff(body.rows) > 1) + 1).tolist()
    return _from(gaps[0] if len(gaps) == 1 and not _identities(body, beside) else size, size)


def _from(first: int, size: int) -> Mask:
    """Return the last rows, if they are few and below at least two others."""
    last: Mask = (np.arange(size) >= first) & (first > 1) & (size - first <= _FEW)
    return last


def _identities(body: Body, beside: Iterable[int]) -> list[Mask]:
    """Return which rows have something in each column of numbers or times that tells respondents apart."""
    told = [_tells(body, column) for column in beside if _is_identity(body, column)]
    return [each for each in told if _is_full(each)]


def _is_identity(body: Body, column: int) -> bool:
    heading = body.headings[column]
    open_ = heading.asks is not Asks.BESIDE
    return heading.beside in _IDENTITIES or (open_ and is_running(body.filled(column)))


def _is_profile(body: Body, column: int) -> bool:
    return body.headings[column].beside in (Beside.OTHER, Beside.NUMBER)


def _is_full(told: Mask) -> bool:
    """Tell whether all rows up to the last one that has something have it."""
    having = np.flatnonzero(told)
    return bool(len(having)) and bool(told[: having[-1] + 1].all())


def _tells(body: Body, column: int) -> Mask:
    """Return which rows have a number or a time in a column, be it as text."""
    found: Mask = body.columns[column].map(_has_number, empty=False, kind=np.bool_)
    return found


def _has_number(cell: Cell) -> bool:
    return any(map(str.isdigit, cell)) if isinstance(cell, str) else cell is not None
