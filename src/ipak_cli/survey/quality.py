"""Looks at the data's quality: each is reported with what it means here, and none is acted on."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import Figure, NotScored, round_half_up
from ipak_cli.survey.result import Quality

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.tally import Products, Tally

BURST: Final = 5
"""Responses within one minute that are worth a look."""
CEILING: Final = Fraction(85, 100)
"""Share of highest answers from which the scale hardly tells respondents apart."""
FEW_FOR_ALPHA: Final = 30
"""Respondents below which Cronbach's alpha is too uncertain to lean on."""
ALPHA_BANDS: Final = (
    (Fraction(9, 10), "sangat tinggi"),
    (Fraction(8, 10), "tinggi"),
    (Fraction(7, 10), "cukup"),
    (Fraction(6, 10), "agak rendah"),
)


@dataclass(frozen=True, slots=True)
class RowCounts:
    """Counts of rows that only the rows themselves can tell: the same response again, and so on."""

    duplicates: int = 0
    same_person: int = 0
    tests: int = 0
    outside: int = 0


def look(tally: Tally, rows: RowCounts, rubric: SurveyRubric) -> tuple[Quality, ...]:
    """Return every look, in a fixed order."""
    return (
        _counted("duplicates", "Jawaban yang sama persis", rows.duplicates, tally, _DUPLICATES),
        _counted("same_person", "Responden yang mengisi lagi", rows.same_person, tally, _SAME_PERSON),
        _counted("tests", "Baris uji coba", rows.tests, tally, _TESTS),
        _counted("outside", "Baris di luar triwulan", rows.outside, None, _OUTSIDE),
        *_straight(tally, rubric),
        _bursts(tally),
        _ceiling(tally),
        *(_alpha(index.name, index.code, tally.products, tally) for index in rubric.indices),
    )


_DUPLICATES: Final = (
    "tidak ada",
    "semua isian termasuk waktunya sama; kemungkinan terkirim atau tersalin dua kali",
)
_SAME_PERSON: Final = (
    "tidak ada",
    "alamat surel atau identitas yang sama muncul lagi; periksa apakah memang dua layanan",
)
_TESTS: Final = ("tidak ada", "isian bertuliskan uji coba; hapus dari ekspor bila bukan jawaban responden")
_OUTSIDE: Final = ("tidak ada", "bertanggal di luar triwulan laporan dan tidak dihitung")


def cronbach_alpha(products: Products) -> Figure:
    """Return Cronbach's alpha, exactly: ``k/(k-1) * (1 - sum of item variances / variance of the sum)``."""
    n, k = products.respondents, len(products.sums)
    if n < 2 or k < 2:
        return NotScored("perlu sedikitnya dua responden lengkap dan dua butir")
    items = sum(n * products.cross[i][i] - products.sums[i] ** 2 for i in range(k))
    total = n * sum(map(sum, products.cross)) - sum(products.sums) ** 2
    if total == 0:
        return NotScored(
            "jumlah jawaban semua responden sama, sehingga tidak ada ragam yang dapat dibandingkan"
        )
    return Fraction(k, k - 1) * (1 - Fraction(items, total))


def _counted(code: str, title: str, count: int, tally: Tally | None, words: tuple[str, str]) -> Quality:
    of = tally.total.respondents if tally else None
    return Quality(code, title, count, of, None, words[1] if count else words[0])


def _straight(tally: Tally, rubric: SurveyRubric) -> Iterator[Quality]:
    """Report straight lines of the highest answer apart: here they are mostly honest, but tell little."""
    *lower, highest = tally.straight
    of = tally.total.respondents
    top = rubric.scale.highest
    yield Quality(
        "straight_highest",
        f"Semua butir dijawab {top}",
        highest,
        of,
        None,
        "wajar pada layanan yang baik, tetapi tidak menunjukkan butir mana yang perlu dibenahi"
        if highest
        else "tidak ada",
    )
    count = sum(lower)
    yield Quality(
        "straight_other",
        f"Semua butir dijawab sama, di bawah {top}",
        count,
        of,
        None,
        "kemungkinan diisi tanpa membaca; periksa barisnya" if count else "tidak ada",
    )


def _bursts(tally: Tally) -> Quality:
    bursts = {minute: count for minute, count in tally.minutes.items() if count >= BURST}
    finding = (
        f"{len(bursts)} menit dengan {BURST} jawaban atau lebih; periksa apakah diisi satu orang sekaligus"
        if bursts
        else "tidak ada"
        if tally.minutes
        else "waktu pengisian tidak tercatat"
    )
    return Quality(
        "bursts",
        "Jawaban beruntun dalam satu menit",
        sum(bursts.values()),
        tally.total.respondents,
        None,
        finding,
    )


def _ceiling(tally: Tally) -> Quality:
    highest = sum(given[-1] for given in tally.total.answers)
    answers = sum(map(sum, tally.total.answers))
    share = Fraction(highest, answers) if answers else None
    if share is None:
        finding = "tidak ada jawaban"
    elif share >= CEILING:
        finding = "hampir semua jawaban tertinggi; naik-turun kecil antar-triwulan tidak banyak berarti"
    else:
        finding = "sebaran jawaban masih membedakan butir"
    value = share * 100 if share is not None else NotScored(finding)
    return Quality("ceiling", "Jawaban bernilai tertinggi (persen)", highest, answers, value, finding)


def _alpha(name: str, code: str, products: Mapping[str, Products], tally: Tally) -> Quality:
    mine = products[code]
    value = cronbach_alpha(mine)
    if isinstance(value, NotScored):
        finding = value.reason
    else:
        band = next((words for minimum, words in ALPHA_BANDS if round_half_up(value) >= minimum), "rendah")
        few = (
            f"; kurang dari {FEW_FOR_ALPHA} responden, jadi sekadar petunjuk"
            if mine.respondents < FEW_FOR_ALPHA
            else ""
        )
        finding = f"konsistensi internal butir {code} {band}{few}"
    return Quality(
        f"alpha_{code}",
        f"Alfa Cronbach {code} ({name})",
        mine.respondents,
        tally.total.respondents,
        value,
        finding,
    )
