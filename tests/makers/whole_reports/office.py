"""One invented office: its instrument, its periods with their answers, and its way of writing."""

from __future__ import annotations

from random import Random

from ipak_cli.base.period import Period, PeriodKind
from makers.instruments import SPLITS, instrument
from makers.whole_reports.figures import Survey
from makers.whole_reports.parts import Caption, Heading, Listed, Report, Table
from makers.whole_reports.style import Style


class Office:
    """What a report is made of; the last of ``surveys`` is the reported one."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 (tests repeat themselves)
        self.style = Style(self.random)
        self.name = self.random.choice(["ipak-ipkp", "ipak-ipkp", "skm-14-2017", "skm-14-2017", *SPLITS])
        self.instrument = instrument(self.name)
        self.is_skm = self.name == "skm-14-2017"
        kind = self.random.choice([PeriodKind.QUARTER] * 4 + [PeriodKind.SEMESTER, PeriodKind.YEAR])
        self.periods = _periods(kind, self.random)
        good = self.random.choice([0.55, 0.75, 0.85, 0.95])
        self.surveys = [
            Survey(self.instrument, period, self._n(), self.random, good) for period in self.periods
        ]
        self.report = Report(period=self.periods[-1])
        self.tables = self.figures = self.chapters = 0
        self.listed: list[tuple[str, str]] = []

    def _n(self) -> int:
        return self.random.choice([self.random.randint(8, 60), self.random.randint(30, 150),
                                   self.random.randint(100, 1300)])  # fmt: skip

    @property
    def now(self) -> Survey:
        return self.surveys[-1]

    @property
    def period(self) -> Period:
        return self.periods[-1]

    def chance(self, probability: float) -> bool:
        return self.random.random() < probability

    def one(self, *ways: str) -> str:
        return self.random.choice(ways)

    def chapter(self, title: str) -> None:
        """Begin a chapter with a heading as this office writes them."""
        self.chapters += 1
        roman = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[self.chapters - 1]
        ways = {"BAB": f"BAB {roman} {title.upper()}", "numbered": f"{self.chapters}. {title}"}
        self.report.add(Heading(ways.get(self.style.headings, title.upper())))

    def table(self, title: str, rows: list[list[str]]) -> str:
        """Add a table with its caption; return the label by which a text refers to it, or nothing."""
        label = self.caption("Tabel", title)
        self.report.add(Table(rows))
        return label

    def caption(self, kind: str, title: str) -> str:
        """Add the caption of a table or picture."""
        count = self.tables = self.tables + 1 if kind == "Tabel" else self.tables
        if kind != "Tabel":
            count = self.figures = self.figures + 1
        if self.style.numbering is None:
            self.report.add(Heading(title, 2))
            return ""
        label = f"{kind} {self.style.numbering.format(count)}"
        told = self.report.say("label", kind, label, where="caption")
        stop = "." if self.style.numbering == "{}" and self.style.headings == "numbered" else ""
        self.report.add(Caption(f"{told}{stop} {title}"))
        self.listed.append((label, title))
        return label

    def referred(self, label: str) -> str:
        """Return how a sentence refers to a table, or an empty text where tables have no numbers."""
        if not label:
            return ""
        return f" pada {self.report.say('reference', None, label, where='text')}"

    def lists(self) -> list[Heading | Listed]:
        """Return the list of tables and of figures, of what was captioned so far."""
        found: list[Heading | Listed] = []
        for kind, head in (("Tabel", "DAFTAR TABEL"), ("Gambar", "DAFTAR GAMBAR")):
            lines = [each for each in self.listed if each[0].startswith(kind)]
            if lines:
                found.append(Heading(head))
            for n, (label, title) in enumerate(lines):
                told = self.report.say("listed", kind, label, where="list")
                found.append(Listed(f"{told} {title}", 5 + 2 * n))
        return found


def _periods(kind: PeriodKind, random: Random) -> list[Period]:
    year = random.choice([2023, 2024, 2025])
    last = Period.of(Period.quarter(year, random.choice([1, 2, 3, 4])).end, kind)
    found = [last]
    for _ in range(random.choice([0, 1, 2, 3])):
        before = found[0].start.toordinal() - 1
        found.insert(0, Period.of(found[0].start.fromordinal(before), kind))
    return found
