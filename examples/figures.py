"""The answers behind the example: how many stars each item gets, and who gives the low ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from random import Random

IPAK: Final = (
    "Tidak ada diskriminasi pelayanan pada unit kerja ini",
    "Tidak ada pelayanan diluar prosedur/kecurangan pelayanan pada unit layanan ini",
    "Tidak ada penerimaan imbalan uang/barang/fasilitas diluar ketentuan yang berlaku pada unit layanan ini",
    "Tidak ada percaloan/perantara tidak resmi pada unit layanan ini",
    "Tidak ada pungutan liar (pungli) pada unit layanan ini",
)
IPKP: Final = (
    "Informasi pelayanan pada unit layanan ini tersedia melalui media elektronik maupun non elektronik",
    (
        "Jangka waktu penyelesaian pelayanan yang diterima Bapak/Ibu "
        "sesuai dengan yang ditetapkan unit layanan ini"
    ),
    "Layanan konsultasi dan pengaduan yang disediakan unit layanan ini mudah digunakan/diakses",
    "Perilaku petugas dalam pelayanan terkait kesopanan dan keramahan sudah baik",
    "Persyaratan pelayanan yang diinformasikan sesuai dengan persyaratan yang ditetapkan unit layanan",
    (
        "Petugas pelayanan/sistem pelayanan online pada unit layanan ini "
        "merespon keperluan Bapak/Ibu dengan cepat"
    ),
    "Prosedur/Alur pelayanan yang ditetapkan unit layanan ini mudah diikuti/dilakukan",
    (
        "Sarana prasarana pendukung pelayanan/sistem pelayanan online "
        "yang disediakan unit layanan ini memberikan kenyamanan/mudah digunakan"
    ),
    "Tarif/biaya pelayanan yang dibayarkan pada unit layanan ini sesuai dengan tarif/biaya yang ditetapkan",
)
ITEMS: Final = IPAK + IPKP


@dataclass(frozen=True, slots=True)
class LowAnswers:
    """One period: its respondents, and per item how many give 1, 2 and 3 stars; the others give 4."""

    number: int
    respondents: int
    ones: tuple[int, ...]
    twos: tuple[int, ...]
    threes: tuple[int, ...]


NONE: Final = (0,) * len(ITEMS)

YEAR: Final = (
    LowAnswers(  # 8/0/46/422
        number=1,
        respondents=34,
        ones=(1, 1, 0, 0, 1, 0, 1, 1, 0, 1, 1, 1, 0, 0),
        twos=NONE,
        threes=(3, 4, 2, 3, 3, 4, 5, 3, 2, 3, 5, 4, 3, 2),
    ),
    LowAnswers(  # 0/1/32/401
        number=2,
        respondents=31,
        ones=NONE,
        twos=(0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0),
        threes=(1, 2, 1, 1, 2, 5, 3, 2, 1, 3, 4, 3, 2, 2),
    ),
    LowAnswers(  # 1/7/30/536; sums 162 161 162 161 162 157 160 161 164 161 158 159 161 160
        number=3,
        respondents=41,
        ones=(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0),
        twos=(0, 1, 0, 0, 0, 2, 1, 0, 0, 1, 0, 1, 0, 1),
        threes=(2, 1, 2, 3, 2, 3, 2, 3, 0, 1, 3, 3, 3, 2),
    ),
    LowAnswers(  # IPAK 468/120 = 3.90, IPKP 806/216 = 3.73, their mean 3.82
        number=4,
        respondents=24,
        ones=NONE,
        twos=(0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 2, 0, 1, 0),
        threes=(2, 3, 2, 2, 3, 6, 7, 4, 3, 5, 8, 6, 6, 3),
    ),
)


def answer_rows(period: LowAnswers, random: Random) -> list[list[int]]:
    """Return one row of 14 answers a respondent, with exactly the counts that ``period`` asks for.

    Low answers fall mostly on few critical people, so that a person's answers go together; a 1 always comes
    from the most critical of all.
    """
    criticism = [random.random() ** 4 for _ in range(period.respondents)]
    sternest = criticism.index(max(criticism))
    rows = [[4] * len(ITEMS) for _ in range(period.respondents)]
    for item, (ones, twos, threes) in enumerate(zip(period.ones, period.twos, period.threes, strict=True)):
        stars = [1] * ones + [2] * twos + [3] * threes
        people = _most_critical(criticism, random)
        if ones:
            people.remove(sternest)
            people.insert(0, sternest)
        for person, star in zip(people, stars, strict=False):
            rows[person][item] = star
    return rows


def _most_critical(criticism: list[float], random: Random) -> list[int]:
    """Draw everybody without replacement, critical people likely first."""
    keys = [random.random() ** (1 / (weight + 0.005)) for weight in criticism]
    return sorted(range(len(keys)), key=keys.__getitem__, reverse=True)
