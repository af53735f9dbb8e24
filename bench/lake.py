"""A lake of a whole nation: made-up units with years of quarters, written by the lake's own writer.

No file is read for it: the rows that reading documents would give are drawn by chance, of many kinds of units
with few and many respondents, from answers that hang together as those of one person do.
"""

from __future__ import annotations

import hashlib
from fractions import Fraction
from typing import TYPE_CHECKING, Final

import numpy as np

from bench.units import quarters
from ipak_cli.base.period import parse_period
from ipak_cli.rollup.facts import (
    ConditionFact,
    DocumentFact,
    FactKind,
    Facts,
    IndexFact,
    ItemFact,
    OwnFact,
    QualityFact,
)
from ipak_cli.rollup.gather import write_batch
from ipak_cli.rollup.lake import open_to_write
from ipak_cli.rollup.standing import settle
from ipak_cli.rollup.store import Batch, rows
from ipak_cli.rollup.tables import CHANGES
from ipak_cli.rollup.units import read_units
from ipak_cli.rubric.load import load_rubric

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from ipak_cli.rollup.lake import LakeStore
    from ipak_cli.rollup.tables import Row

NATIONAL: Final = (
    'select period, "index", units, mean_of_units, pooled from totals order by period_start, "index"'
)
"""The question for the national index by quarter."""
MINISTRY: Final = "Kementerian Contoh 07"
"""The one of which a page is made."""
_MINISTRIES, _BATCH = 60, 2_000
_KINDS: Final = (
    "Kantor Layanan", "Balai Uji", "Puskesmas", "Loket Terpadu", "Samsat", "Balai Latihan", "Kantor Pajak",
)  # fmt: skip
_SHARE: Final = (
    ("IPAK", "Indeks Persepsi Anti Korupsi", 5, Fraction(35, 8)),
    ("IPKP", "Indeks Persepsi Kualitas Pelayanan", 9, Fraction(35, 8)),
)
"""The indices: code, name, how many items, and how many ZI points one of the mean is worth."""
_CONDITIONS: Final = tuple(
    (predicate, no, name, Fraction(minimum), of)
    for predicate, minima in (
        ("WBK", ("18.25", "15.75", "2.5", "14", "75", "40")),
        ("WBBM", ("19.5", "15.75", "3.75", "15.75", "85", "48")),
    )
    for no, (name, minimum, of) in enumerate(
        zip(
            (
                "Birokrasi yang bersih dan akuntabel", "Survei persepsi anti korupsi (indeks 3,60)",
                "Capaian kinerja", "Pelayanan publik yang prima", "Nilai total", "Nilai komponen pengungkit",
            ),
            minima,
            (None, "IPAK", None, "IPKP", "", ""),
            strict=True,
        ),
        start=1,
    )
)  # fmt: skip
"""Predicate, number, name, minimum, and the index whose points reach it; one of ``""`` no survey assesses."""
_LOOKS: Final = ("duplicates", "same_person", "tests", "outside", "straight_other", "bursts")


def nation(folder: Path, units: int, periods: int) -> tuple[Path, Path]:
    """Make a lake of so many units and quarters, and their list; returns both, kept for the next time."""
    lake, listed = folder / f"negeri-{units}-{periods}", folder / f"negeri-{units}.csv"
    if (lake / "selesai").exists():
        return lake, listed
    _write_units(listed, units)
    known = read_units(listed)
    chance = np.random.default_rng(19)
    drawn = _Drawn(units, chance)
    with open_to_write(lake) as store:
        for quarter in quarters(periods):
            for first in range(0, units, _BATCH):
                _write_documents(store, drawn, range(first, min(units, first + _BATCH)), quarter)
        settle(store, known, listed=True)
        batch = Batch()
        batch.add(CHANGES, CHANGES.frame(_changes(store)))
        store.write(batch)
        store.merge()
    with open_to_write(lake):  # removes the files that are no more in force
        (lake / "selesai").touch()
    return lake, listed


def size_of(lake: Path) -> int:
    """Return the bytes of a lake's files."""
    return sum(path.stat().st_size for path in lake.rglob("*") if path.is_file())


def _name(unit: int) -> str:
    return f"{_KINDS[unit * 5 % len(_KINDS)]} Contoh {unit:06}"


def _folder(unit: int) -> str:
    return f"provinsi-{unit % 38:02}/{_KINDS[unit * 5 % len(_KINDS)].lower().replace(' ', '-')}-{unit:06}"


def _write_units(path: Path, units: int) -> None:
    lines = (
        f"{_name(unit)},{_name(unit)},Kementerian Contoh {unit * 11 % _MINISTRIES:02},Provinsi {unit % 38:02}"
        for unit in range(units)
    )
    path.write_text("unit,nama,induk,wilayah\n" + "\n".join(lines) + "\n", encoding="utf-8")


class _Drawn:
    """What units are like: how many come, how content they are, and what each quarter changes."""

    def __init__(self, units: int, chance: np.random.Generator) -> None:
        self.chance = chance
        self.level = chance.normal(1.5, 0.6, units)
        self.items = chance.normal(0, 0.25, (units, 14))
        self.people = np.clip(chance.lognormal(3.5, 0.6, units), 3, 400)
        self.rubric = load_rubric("ipak-ipkp")

    def answers(self, units: range) -> tuple[np.ndarray, np.ndarray]:
        """Return the respondents of each unit in a quarter, and each respondent's 14 answers."""
        chosen = slice(units.start, units.stop)
        people = np.maximum(2, self.chance.poisson(self.people[chosen]))
        level = self.level[chosen] + self.chance.normal(0, 0.15, len(units))
        latent = np.repeat(level[:, None] + self.items[chosen], people, axis=0)
        latent += self.chance.normal(0, 0.7, (len(latent), 1))
        latent += self.chance.normal(0, 0.7, latent.shape)
        return people, 1 + np.digitize(latent, (-1.3, -0.5, 1.0))


def _write_documents(store: LakeStore, drawn: _Drawn, units: range, quarter: tuple[int, int]) -> None:
    year, number = quarter
    period = parse_period(f"{('I', 'II', 'III', 'IV')[number - 1]}-{year}")
    dates = period.start.isoformat(), period.end.isoformat()
    people, answers = drawn.answers(units)
    first = store.next_doc
    found = [
        (first + place, _facts(unit, (period.name, *dates), given, drawn))
        for place, (unit, given) in enumerate(zip(units, _parted(people, answers), strict=True))
    ]
    when = int(np.datetime64(dates[1], "ns").astype(int))
    late = drawn.chance.integers(0, 15 * 86_400 * 10**9, len(units))
    sizes = drawn.chance.integers(34_000, 46_000, len(units))
    files: list[Row] = [
        (f"/data/unit/{_folder(unit)}/hasil/{period.name}/survey.json", _folder(unit), int(size),
         when + int(after), doc, 0)
        for unit, size, after, (doc, _) in zip(units, sizes, late, found, strict=True)
    ]  # fmt: skip
    write_batch(store, found, files)


def _parted(people: np.ndarray, answers: np.ndarray) -> Iterator[np.ndarray]:
    ends = np.cumsum(people)
    for start, end in zip(ends - people, ends, strict=True):
        yield answers[start:end]


def _facts(unit: int, when: tuple[str, str, str], given: np.ndarray, drawn: _Drawn) -> Facts:
    name, rubric, people = _name(unit), drawn.rubric, len(given)
    digest = hashlib.sha256(f"{name} {when[0]}".encode()).hexdigest()
    counts = [np.bincount(given[:, item], minlength=5)[1:].tolist() for item in range(14)]
    indices, items, own = [], [], []
    first = 0
    for code, title, size, worth in _SHARE:
        sums = given[:, first : first + size].sum(axis=1)
        indices.append(_index(digest, (code, title, size, worth), sums))
        for number in range(first, first + size):
            total = sum(value * count for value, count in enumerate(counts[number], start=1))
            label = f"{'I' if code == 'IPAK' else 'K'}{number - first + 1}"
            items.append(ItemFact(digest, label, code, people, total, 1, tuple(counts[number])))
        for total, count in enumerate(np.bincount(sums).tolist()):
            if count:
                value = Fraction(total, size)
                own.append(OwnFact(digest, code, value.numerator, value.denominator, count))
        first += size
    document = DocumentFact(
        digest, FactKind.SURVEY, name, *when, "", rubric.rubric.id, rubric.rubric.version, rubric.digest,
        people, None if unit % 4 else 20 + int(drawn.people[unit] * 3), 30, people >= 30, 1, 4,
    )  # fmt: skip
    return Facts(
        document,
        indices=tuple(indices),
        items=tuple(items),
        own=tuple(own),
        conditions=tuple(_conditions(digest, indices)),
        quality=tuple(_quality(digest, given, drawn)),
    )


def _index(digest: str, told: tuple[str, str, int, Fraction], sums: np.ndarray) -> IndexFact:
    code, title, size, worth = told
    people, total = len(sums), int(sums.sum())
    mean = Fraction(total, people * size)
    points = mean * worth
    half = 2.1 * float(sums.std()) / size / people**0.5
    low, high = (min(4.0, max(1.0, round(float(mean) + end, 4))) for end in (-half, half))
    return IndexFact(
        digest, code, title, mean.numerator, mean.denominator, points.numerator, points.denominator, None,
        people * size, total, 1, low if people >= 10 else None, high if people >= 10 else None, None,
    )  # fmt: skip


def _conditions(digest: str, indices: Sequence[IndexFact]) -> Iterator[ConditionFact]:
    points = {each.code: (each.points_num, each.points_den) for each in indices}
    for predicate, no, name, minimum, of in _CONDITIONS:
        num, den = points.get(of or "", (None, None))
        status = "not_assessed" if of is None else "outside"
        if num is not None and den is not None:
            status = "met" if Fraction(num, den) >= minimum else "not_met"
        yield ConditionFact(
            digest, predicate, no, name, minimum.numerator, minimum.denominator, num, den, status
        )


def _quality(digest: str, given: np.ndarray, drawn: _Drawn) -> Iterator[QualityFact]:
    people = len(given)
    for code in _LOOKS:
        rare = int(drawn.chance.poisson(0.2)) if code in {"duplicates", "straight_other"} else 0
        yield QualityFact(digest, code, min(rare, people), None if code == "outside" else people)
    yield QualityFact(digest, "straight_highest", int((given == 4).all(axis=1).sum()), people)
    yield QualityFact(digest, "ceiling", int((given == 4).sum()), given.size)
    for code, *_ in _SHARE:
        yield QualityFact(digest, f"alpha_{code}", people, people)


def _changes(store: LakeStore) -> Iterator[Row]:
    """Yield a word for each pair of quarters, by the intervals: the exact test takes hours for so many."""
    ends: dict[int, dict[str, tuple[float | None, float | None]]] = {}
    for doc, code, low, high in rows(
        store.db, "SELECT doc, code, low::DOUBLE, high::DOUBLE FROM kept.indices"
    ):
        ends.setdefault(doc, {})[code] = (low, high)
    pairs = "SELECT doc, before FROM kept.standing WHERE before IS NOT NULL ORDER BY doc"
    for doc, before in rows(store.db, pairs):
        for code, now in ends[doc].items():
            yield doc, before, code, _word(ends[before][code], now)


def _word(then: tuple[float | None, float | None], now: tuple[float | None, float | None]) -> str:
    (low, high), (later_low, later_high) = then, now
    if low is None or high is None or later_low is None or later_high is None:
        return "not_compared"
    return "risen" if later_low > high else "fallen" if later_high < low else "unsure"
