"""How one office writes: decimals, signs, periods, captions, and the words that it likes."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.base.figures import round_half_up
from ipak_cli.base.period import MONTHS, ROMAN, Period, PeriodKind, indonesian_date

if TYPE_CHECKING:
    from random import Random

WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


class Style:
    """One office's habits, the same in all of a report."""

    def __init__(self, random: Random) -> None:
        self.random = random
        choose = random.choice
        self.point = choose([",", ",", ",", "."])
        self.places = choose([2, 2, 2, 3])
        self.percent_places = choose([2, 2, 1])
        self.percent = choose(["%", "%", " %", " persen"])
        self.half_even = random.random() < 0.4
        self.on_printed = random.random() < 0.3
        self.trims = random.random() < 0.15
        self.numbering = choose(["3.{}", "3. {}", "{}", "{}", None])
        self.period_form = choose(["Triwulan", "TW", "Triwulan-arabic", "Triwulan-bare"])
        self.headings = choose(["BAB", "numbered", "upper"])
        self.unit = choose(
            [
                "Kantor Pertanahan Kota Rekaan", "UPT Perizinan Tirta Rekaan", "RSUD Rekaan Sehat",
                "Kecamatan Rekaan Jaya", "Balai Latihan Kerja Rekaan", "Dinas Penanaman Modal Rekaan",
                "Lapas Kelas II Rekaan", "Puskesmas Rekaan Timur",
            ]
        )  # fmt: skip
        self.place = choose(["Rekaan", "Kota Rekaan", "Tirta Rekaan"])

    def rounded(self, value: Fraction, places: int | None = None) -> Fraction:
        """Round as this office does."""
        places = self.places if places is None else places
        if self.half_even:
            return Fraction(round(value * 10**places), 10**places)
        return round_half_up(value, places)

    def written(self, value: Fraction, places: int) -> str:
        """Write a value that has so many decimals already."""
        scaled = value * 10**places
        sign, digits = ("-" if scaled < 0 else ""), str(abs(int(scaled))).rjust(places + 1, "0")
        if not places:
            return sign + digits
        whole, decimals = digits[:-places], digits[-places:]
        if self.trims:
            decimals = decimals.rstrip("0")
        return f"{sign}{whole}{self.point}{decimals}" if decimals else sign + whole

    def figure(self, value: Fraction, places: int | None = None) -> str:
        places = self.places if places is None else places
        return self.written(self.rounded(value, places), places)

    def count(self, number: int) -> str:
        """Write a whole number, with a sign of thousands where an office has one."""
        text = str(number)
        if number < 1000 or self.point == "." or self.trims:
            return text
        return f"{text[:-3]}.{text[-3:]}"

    def basis(self, exact: Fraction, places: int | None = None) -> Fraction:
        """Return what this office counts on with: the exact value, or the printed one."""
        return self.rounded(exact, places) if self.on_printed else exact

    def period(self, period: Period, *, year: bool = True) -> str:
        """Name a period as this office does."""
        if period.kind is PeriodKind.YEAR:
            return f"Tahun {period.start.year}"
        word = "Semester" if period.kind is PeriodKind.SEMESTER else "Triwulan"
        order = (period.start.month - 1) // period.kind.months
        short = "TW" if self.period_form == "TW" and word == "Triwulan" else word
        number = str(order + 1) if self.period_form == "Triwulan-arabic" else ROMAN[order]
        if not year:
            return f"{short} {number}"
        between = " " if self.period_form in {"TW", "Triwulan-bare"} else " Tahun "
        return f"{short} {number}{between}{period.start.year}"

    def kind_word(self, period: Period) -> str:
        """Name the kind of a period: ``triwulan``."""
        return {PeriodKind.YEAR: "tahun", PeriodKind.SEMESTER: "semester"}.get(period.kind, "triwulan")

    def months(self, period: Period) -> str:
        first, last = MONTHS[period.start.month - 1], MONTHS[period.end.month - 1]
        return f"bulan {first} sampai dengan {last} {period.end.year}"

    def span(self, first, last) -> tuple[str, str]:
        """Write the two days of a span, the first without what the last says too."""
        begins = indonesian_date(first)
        if self.random.random() < 0.5 and first.year == last.year:
            begins = begins.rpartition(" ")[0]
        return begins, indonesian_date(last)

    def join(self) -> str:
        return self.random.choice([" s.d. ", " sampai dengan ", " s/d ", " – ", " hingga "])
