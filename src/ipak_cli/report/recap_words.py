"""What a report says of a result that was made of a recap: what the recap holds, and what cannot follow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import NotScored
from ipak_cli.base.text import capital
from ipak_cli.catalogue.indonesian import say
from ipak_cli.report.format_words import long_period
from ipak_cli.survey.recap import RecapShape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.report.material import Material
    from ipak_cli.survey.result import SurveyResult

NO_GROUPS: Final = "Sumbernya rekap, sehingga responden dan nilainya tidak dapat dirinci menurut kelompok."
NO_SUGGESTIONS: Final = "Sumbernya rekap, yang tidak memuat saran dan masukan responden."
_LACKING: Final = (
    "konsistensi internal, jawaban yang berulang atau beruntun, rincian menurut kelompok responden, "
    "saran dan masukan"
)


def what_it_holds(material: Material) -> str | None:
    """Say that the figures come from a recap and what that holds; nothing of a result of answers."""
    shape = material.survey.recap
    if shape is None:
        return None
    item = material.terms.words.item
    holds = {
        RecapShape.COUNTS: f"banyaknya setiap jawaban pada setiap {item}",
        RecapShape.SUMS: f"jumlah nilai dan banyaknya jawaban setiap {item}",
        RecapShape.MEANS: f"rata-rata dan banyaknya jawaban setiap {item}",
        RecapShape.TOTALS: f"banyaknya setiap jawaban {_whose(material.survey)} (tidak dirinci per {item})",
    }
    return (
        f"Angka dalam laporan ini dihitung dari rekap yang memuat {holds[shape]}, bukan dari jawaban setiap "
        "responden."
    )


def _whose(survey: SurveyResult) -> str:
    by_index = any(index.distribution for index in survey.indices.values())
    return "menurut indeks" if by_index and len(survey.indices) > 1 else "pada seluruh survei"


def wanting(material: Material) -> Iterator[str]:
    """Yield what a recap leaves unknown."""
    shape = material.survey.recap
    if shape is None:
        return
    item = material.terms.words.item
    more = {
        RecapShape.COUNTS: "",
        RecapShape.SUMS: f", sebaran jawaban setiap {item}",
        RecapShape.MEANS: f", sebaran jawaban setiap {item}",
        RecapShape.TOTALS: f", nilai setiap {item}",
    }
    yield f"Dari rekap itu tidak dapat dihitung: {_LACKING}{more[shape]}."
    if isinstance(material.survey.respondents, NotScored):
        yield f"{capital(say(material.survey.respondents.reason))}."


def what_cannot_follow(material: Material) -> Iterator[str]:
    """Yield what a recap leaves unknown, and what figures with two ends are."""
    yield from wanting(material)
    if material.survey.recap is RecapShape.MEANS:
        yield (
            "Rata-rata pada rekap sudah dibulatkan; bila beberapa jumlah nilai menghasilkan rata-rata yang "
            "sama, nilainya ditulis dengan batas terendah dan tertingginya."
        )


def no_distribution(material: Material) -> str | None:
    """Say why it is not known how often each answer was given in the report's own period, where it is not."""
    reason = distribution_reason(material.survey)
    if reason is None:
        return None
    return f"Sebaran jawaban {long_period(material.period)} belum dinilai: {reason}."


def distribution_reason(survey: SurveyResult) -> str | None:
    """Return why it is not known how often each answer was given, where it is not."""
    for share in survey.distribution.values():
        if isinstance(share.count, NotScored):
            return say(share.count.reason)
    return None
