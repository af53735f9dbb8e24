"""The invented people of the example: names, profiles, the service they used, when they answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

Choice = TypeVar("Choice")

WOMEN: Final = (
    "Anggun", "Bestari", "Cempaka", "Dahlia", "Embun", "Fajarina", "Gendis", "Hartini", "Intan", "Jelita",
    "Kenanga", "Laras", "Melati", "Nirmala", "Puspita", "Ratih", "Sekar", "Tiara", "Utari", "Wulan",
)  # fmt: skip
MEN: Final = (
    "Arya", "Bagus", "Cakra", "Damar", "Elang", "Fajar", "Galih", "Haryo", "Ilham", "Jaka",
    "Kelana", "Lintang", "Marlin", "Nusa", "Pandu", "Rimba", "Satria", "Teguh", "Umar", "Wira",
)  # fmt: skip
FAMILY_NAMES: Final = (
    "Angkasa", "Bayangkara", "Cendana", "Dermaga", "Embara", "Gemilang", "Halimun", "Kencana", "Lazuardi",
    "Mandala", "Nagari", "Pelangi", "Rinjana", "Samudra", "Telaga", "Wijaya",
)  # fmt: skip
SERVICES: Final = (
    ("Konsultasi rapor pendidikan", 30),
    ("Pendampingan akreditasi sekolah", 22),
    ("Layanan data pokok pendidikan", 20),
    ("Pelatihan dan bimbingan teknis", 18),
    ("Legalisasi dan surat keterangan", 7),
    ("Peminjaman aula dan sarana", 3),
)
SCHOOL: Final = "SMA/sederajat"
DIPLOMA: Final = "Diploma (D1–D3)"
BACHELOR: Final = "S1/D4"
MASTER: Final = "S2"
DOCTOR: Final = "S3"
AGES: Final = ("17–25 tahun", "26–35 tahun", "36–45 tahun", "46–55 tahun", "Di atas 55 tahun")

WEEKEND: Final = (5, 6)
HOLIDAYS: Final = ("02-14", "04-10", "04-11", "05-01", "06-17", "12-25")


@dataclass(frozen=True, slots=True)
class Occupation:
    """An occupation, its share of the visitors, and which ages and degrees go with it."""

    name: str
    share: int
    ages: tuple[str, ...]
    degrees: tuple[str, ...]


OCCUPATIONS: Final = (
    Occupation("Guru", 40, AGES[1:4], (BACHELOR, BACHELOR, BACHELOR, MASTER)),
    Occupation("Kepala sekolah", 20, AGES[2:], (BACHELOR, MASTER, MASTER)),
    Occupation("Pengawas sekolah", 9, AGES[3:], (MASTER, MASTER, DOCTOR)),
    Occupation("Tenaga kependidikan", 15, AGES[:3], (SCHOOL, DIPLOMA, BACHELOR)),
    Occupation("Pegawai dinas pendidikan", 10, AGES[1:4], (BACHELOR, MASTER)),
    Occupation("Mahasiswa", 3, AGES[:1], (SCHOOL,)),
    Occupation("Masyarakat umum", 3, AGES[1:], (SCHOOL, DIPLOMA, BACHELOR)),
)


@dataclass(frozen=True, slots=True)
class Person:
    """One respondent, as the form asks about them."""

    email: str
    name: str
    gender: str
    age: str
    degree: str
    occupation: str
    service: str

    @property
    def profile(self) -> tuple[str, ...]:
        """What is left when the name is taken away."""
        return (self.gender, self.age, self.degree, self.occupation, self.service)


def one_of(choices: Sequence[Choice], random: Random) -> Choice:
    """Pick one; made of ``random()`` alone, the one method whose numbers every Python repeats."""
    return choices[int(random.random() * len(choices))]


def draw_person(random: Random) -> Person:
    """Invent somebody."""
    gender, names = one_of((*[("Perempuan", WOMEN)] * 4, *[("Laki-laki", MEN)] * 3), random)
    first, family = one_of(names, random), one_of(FAMILY_NAMES, random)
    occupation = one_of([each for each in OCCUPATIONS for _ in range(each.share)], random)
    return Person(
        email=f"{first}.{family}@contoh.example".lower(),
        name=f"{first} {family}",
        gender=gender,
        age=one_of(occupation.ages, random),
        degree=one_of(occupation.degrees, random),
        occupation=occupation.name,
        service=one_of([name for name, share in SERVICES for _ in range(share)], random),
    )


def draw_times(year: int, number: int, count: int, random: Random) -> list[datetime]:
    """Return ``count`` moments of a period in order: weekdays, 8.00 to 16.00, at least ten minutes apart."""
    first = datetime(year, 3 * number - 2, 2)  # noqa: DTZ001  a form export holds local times without a zone
    times: list[datetime] = []
    while len(times) < count:
        day = first + timedelta(days=int(random.random() * 88))
        moment = day + timedelta(seconds=8 * 3600 + int(random.random() * 8 * 3600))
        apart = all(abs(moment - other) >= timedelta(minutes=10) for other in times)
        if day.weekday() not in WEEKEND and f"{day:%m-%d}" not in HOLIDAYS and apart:
            times.append(moment)
    return sorted(times)
