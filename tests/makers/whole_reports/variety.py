"""More that offices put into reports: summaries, numbers by item, extremes, groups, months, schedules."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from makers.whole_reports.parts import Heading, Line, Table
from makers.whole_reports.results import band_of, converted_said, index_said, item_name

if TYPE_CHECKING:
    from makers.whole_reports.office import Office


def summary(office: Office) -> None:
    """Write a table of names and values, as the first page of many reports has it."""
    report, style, now = office.report, office.style, office.now
    report.section = "summary"
    n = report.say("respondents", None, style.count(now.n), exact=Fraction(now.n))
    rows = [["Uraian", "Hasil"], ["Jumlah Responden", f"{n} orang"]]
    for code in office.instrument.indices:
        said = converted_said if office.is_skm else index_said
        rows.append([f"Nilai {code}", said(office, now, code)])
    if office.is_skm:
        code, name = band_of(office, office.style.rounded(now.index("IKM") * 25, 2))
        word = report.say("category", "IKM", office.one(code, name))
        rows.append(["Mutu Pelayanan", word])
    office.table(office.one("Ringkasan Hasil Survei", "Ikhtisar Hasil"), rows)


def matrix(office: Office) -> None:
    """Write how often each answer was given to each item."""
    report, style, now = office.report, office.style, office.now
    report.section = "matrix"
    head = [office.one("Butir", "Kode", "Unsur"), "1", "2", "3", "4", "Jumlah"]
    rows = [head]
    for item in now.answers:
        cells = []
        for value in (1, 2, 3, 4):
            count = now.stars(value, [item])
            cells.append(
                report.say("item_stars", f"{item}:{value}", style.count(count), exact=Fraction(count))
            )
        rows.append([item, *cells, style.count(now.n)])
    office.table("Jumlah Jawaban Setiap Butir" if not office.is_skm else "Jumlah Jawaban Setiap Unsur", rows)


def processing(office: Office) -> None:
    """Write the sums and means with the items as columns."""
    report, style, now = office.report, office.style, office.now
    report.section = "processing"
    items = [*now.answers]
    sums = [report.say("sum", i, style.count(now.total(i)), exact=Fraction(now.total(i))) for i in items]
    means = [
        report.say("item_mean", i, style.figure(now.mean(i)), exact=now.mean(i), places=style.places)
        for i in items
    ]
    rows = [
        ["Uraian", *items],
        ["Jumlah Nilai", *sums],
        ["NRR per Unsur" if office.is_skm else "Rata-rata", *means],
    ]
    office.table("Pengolahan Data", rows)


def extremes(office: Office) -> None:
    """Write which items have the highest and the lowest value."""
    report, style, now = office.report, office.style, office.now
    report.section = "extremes"
    ordered = now.lowest(len(now.answers))
    lowest, highest = ordered[0], ordered[-1]
    low, high = (
        report.say("item_mean", i, style.figure(now.mean(i)), exact=now.mean(i), places=style.places)
        for i in (lowest, highest)
    )
    if office.is_skm:
        a, b = item_name(office, highest), item_name(office, lowest)
        report.add(Line(office.one(
            f"Unsur tertinggi adalah {a} dengan nilai {high} dan unsur terendah {b} dengan nilai {low}.",
            f"Nilai tertinggi diperoleh unsur {a} ({high}), sedangkan nilai terendah pada unsur {b} ({low}).",
        )))  # fmt: skip
    else:
        report.add(Line(office.one(
            f"Butir dengan nilai tertinggi adalah {highest} ({high}), sedangkan yang terendah"
            f" {lowest} ({low}).",
            f"Nilai tertinggi terdapat pada butir {highest} yaitu {high}, dan terendah pada"
            f" butir {lowest} yaitu"
            f" {low}.",
        )))  # fmt: skip


def services(office: Office) -> None:
    """Write the survey by kind of service, whose values are not those of all."""
    style, now, random = office.style, office.now, office.random
    names = random.sample(["KTP Elektronik", "Kartu Keluarga", "Akta Kelahiran", "Surat Pindah"], k=3)
    cuts = sorted(random.sample(range(1, now.n), 2))
    parts = [(0, cuts[0]), (cuts[0], cuts[1]), (cuts[1], now.n)]
    codes = [*office.instrument.indices]
    heads = ["Nilai IKM", "Mutu"] if office.is_skm else codes
    rows = [["Jenis Layanan", "Jumlah Responden", *heads]]
    for name, (first, last) in zip(names, parts, strict=True):
        values = {}
        for code in codes:
            items = now.items_of(code)
            total = sum(sum(now.answers[item][first:last]) * now.weight(item) for item in items)
            values[code] = Fraction(total) / (last - first)
        if office.is_skm:
            shown = style.rounded(values["IKM"] * 25, 2)
            cells = [style.written(shown, 2), band_of(office, shown)[0]]
        else:
            cells = [style.figure(values[code]) for code in codes]
        rows.append([name, style.count(last - first), *cells])
    office.table("Hasil Survei Menurut Jenis Layanan", rows)


def months(office: Office) -> None:
    """Write a schedule, which has numbers that are no figures of the survey."""
    year = office.period.end.year
    rows = [["No", "Kegiatan", "Waktu", "Penanggung Jawab"],
            ["1", "Penyebaran kuesioner kepada pengguna layanan", f"Bulan Januari {year}", "Kasi Pelayanan"],
            ["2", "Pengolahan data dan penyusunan laporan", "Minggu ke-2", "Tim (3 orang)"]]  # fmt: skip
    office.report.add(Heading("Jadwal Kegiatan", 2))
    office.report.add(Table(rows))
    office.report.add(Line(office.one(
        "Tim survei terdiri dari 5 orang pegawai yang bertugas di 2 loket.",
        "Kuesioner dapat diisi melalui 3 saluran: tatap muka, tautan, dan kode QR.",
        "Uji reliabilitas menghasilkan nilai Cronbach's Alpha sebesar 0,87 sehingga kuesioner"
        " dinyatakan reliabel.",
    )))  # fmt: skip


def index_targets(office: Office) -> None:
    """Write targets of the indices with what was achieved, as a table or a sentence."""
    report, style, now = office.report, office.style, office.now
    report.section = "index targets"
    target = Fraction(office.random.choice([85, 88, 90])) if office.is_skm else Fraction("3.6")
    places = 2 if office.is_skm else style.places
    rows = [["Indikator", "Target", "Realisasi", office.one("Capaian", "Persentase Capaian")]]
    for code in office.instrument.indices:
        exact = style.basis(now.index(code)) * (25 if office.is_skm else 1)
        value = (converted_said if office.is_skm else index_said)(office, now, code)
        achieved = exact / target * 100
        share = report.say("achievement", code, style.figure(achieved, 2), exact=achieved, places=2)
        if office.chance(0.3):
            report.add(Line(office.one(
                f"Target {code} {style.written(target, places)} dan realisasi {value}, sehingga capaiannya"
                f" {share}{style.percent}.",
                f"Realisasi {code} sebesar {value} dari target {style.written(target, places)} atau tercapai"
                f" {share}{style.percent}.",
            )))  # fmt: skip
        else:
            rows.append([f"Nilai {code}", style.written(target, places), value, f"{share}%"])
    if len(rows) > 1:
        office.table("Capaian Target Kinerja", rows)


def compared(office: Office) -> None:
    """Write the values of the items in two periods with their difference."""
    report, style = office.report, office.style
    if len(office.surveys) == 1:
        return
    report.section = "compared"
    before, now = office.surveys[-2:]
    rows = [[office.one("Unsur", "Butir"), style.period(before.period), style.period(now.period),
             office.one("Selisih", "Perubahan", "Naik/Turun")]]  # fmt: skip
    for item in [*now.answers]:
        said = [
            report.say("item_mean", item, style.figure(each.mean(item)), exact=each.mean(item),
                       places=style.places, period=each.period)
            for each in (before, now)
        ]  # fmt: skip
        change = style.rounded(now.mean(item)) - style.rounded(before.mean(item))
        told = report.say("difference", item, style.written(change, style.places), exact=change,
                          places=style.places)  # fmt: skip
        rows.append([item_name(office, item) if office.is_skm else item, *said, told])
    office.table("Perbandingan Nilai Unsur" if office.is_skm else "Perbandingan Nilai Butir", rows)


VARIETY = (summary, matrix, processing, extremes, services, months, index_targets, compared)
