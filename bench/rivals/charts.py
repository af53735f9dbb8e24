"""Import the report's chart library and draw the charts of a report, from figures that are at hand."""

from fractions import Fraction

from ipak_cli.report import charts

SCALE = charts.ChartScale(1, 4)
PERIODS = ("I 2024", "II 2024", "III 2024", "IV 2024")
SENTENCE = "Informasi pelayanan pada unit layanan ini tersedia melalui media elektronik maupun non elektronik"


def figure(number: int) -> Fraction:
    """Return a figure between 3.5 and 4."""
    return Fraction(350 + number * 7 % 50, 100)


def bars(first: int, last: int) -> tuple[charts.Bar, ...]:
    """Return the bars of some items."""
    return tuple(charts.Bar(f"I{n} {SENTENCE}", figure(n), Fraction(4)) for n in range(first, last + 1))


groups = (charts.Group("IPAK", bars(1, 5)), charts.Group("IPKP", bars(6, 14)))
stars = [charts.Stars(period, (1, 7, 30, 536)) for period in PERIODS]
lines = [charts.TrendLine(name, tuple(map(figure, range(4)))) for name in ("IPAK", "IPKP", "Rata-rata")]
aspects = [charts.Bar(f"Aspek penilaian nomor {n}", figure(n)) for n in range(1, 7)]
charts.item_means(groups, title="Butir", name="butir", scale=SCALE)
charts.star_shares(stars, [f"Bintang {n}" for n in range(1, 5)], title="Sebaran", name="sebaran")
charts.trend(PERIODS, lines, title="Tren", name="tren", scale=SCALE)
charts.aspects(aspects, figure(1), title="Aspek", name="aspek")
