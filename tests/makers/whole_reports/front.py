"""What stands before the results of a report: title, foreword, introduction, method, respondents."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.base.period import indonesian_date
from ipak_cli.survey.sample import krejcie_morgan
from makers.whole_reports.parts import Heading, Line
from makers.whole_reports.style import WEEKDAYS

if TYPE_CHECKING:
    from makers.whole_reports.office import Office


def title(office: Office) -> None:
    """Write the title, with the period in it or on a line of its own."""
    name = survey_name(office)
    period = office.style.period(office.period)
    if office.chance(0.5):
        office.report.add(Heading(f"LAPORAN {name} {period}".upper()), Line(office.style.unit))
    else:
        office.report.add(
            Heading(f"Laporan {name}".upper()), Heading(period.upper(), 2), Line(office.style.unit)
        )


def survey_name(office: Office) -> str:
    if office.is_skm:
        return office.one("Survei Kepuasan Masyarakat", "Survei Kepuasan Masyarakat (SKM)", "SKM")
    return office.one(
        "Survei Mandiri IPAK dan IPKP", "Survei Persepsi Anti Korupsi dan Kualitas Pelayanan",
        "Hasil Survei IPAK dan IPKP",
    )  # fmt: skip


def foreword(office: Office) -> None:
    report, style = office.report, office.style
    report.section = "foreword"
    report.add(Heading("KATA PENGANTAR"))
    period = report.say("report_period", None, style.period(office.period))
    report.add(
        Line(
            office.one(
                f"Puji syukur kami panjatkan karena Laporan {survey_name(office)} {period} ini"
                f" dapat disusun.",
                f"Laporan {survey_name(office)} {period} ini disusun sebagai bahan perbaikan pelayanan.",
                f"Laporan hasil survei {period} ini memuat pendapat pengguna layanan {style.unit}.",
            )
        )
    )
    signature(office)


def signature(office: Office) -> None:
    """Write place and day of signing, after the period's end."""
    day = office.period.end + timedelta(days=office.random.randint(1, 25))
    told = office.report.say("signature", None, indonesian_date(day), where="signature")
    office.report.add(Line(office.one(f"{office.style.place}, {told}", f"{office.style.place}, {told}",
                                      f"Ditetapkan di {office.style.place} tanggal {told}")))  # fmt: skip


def introduction(office: Office) -> None:
    report, style = office.report, office.style
    report.section = "introduction"
    office.chapter("Pendahuluan")
    law = (
        "Peraturan Menteri PANRB Nomor 14 Tahun 2017"
        if office.is_skm
        else "Peraturan Menteri PANRB Nomor 90 Tahun 2021"
    )
    report.add(Line(f"Survei ini dilaksanakan berdasarkan {law} dan Undang-Undang Nomor 25 Tahun 2009."))
    if office.chance(0.6):
        period = report.say("report_period", None, style.period(office.period))
        report.add(
            Line(
                office.one(
                    f"Tujuan penyusunan laporan survei {period} ini adalah mengetahui pendapat"
                    f" pengguna layanan.",
                    f"Survei {period} ini bertujuan mengukur mutu pelayanan pada {style.unit}.",
                )
            )
        )


def method(office: Office) -> None:
    report, now = office.report, office.now
    report.section = "method"
    office.chapter(office.one("Metodologi Survei", "Metode", "Pelaksanaan Survei"))
    items = len(office.instrument.items)
    report.add(Line(_questionnaire(office, items)))
    _days(office)
    visitors = report.say(
        "visitors", None, office.style.count(now.population), exact=Fraction(now.population)
    )
    n = report.say("respondents", None, office.style.count(now.n), exact=Fraction(now.n))
    rate = office.style.figure(Fraction(100 * now.n, now.population), office.style.percent_places)
    share = report.say(
        "response_rate", None, rate, exact=Fraction(100 * now.n, now.population),
        places=office.style.percent_places,
    )  # fmt: skip
    percent = office.style.percent
    report.add(
        Line(
            office.one(
                f"Dari {visitors} pengguna layanan, {n} orang mengisi survei (tingkat respon"
                f" {share}{percent}).",
                f"Jumlah pengunjung sebanyak {visitors} orang dan jumlah responden yang mengisi"
                f" survei sebanyak"
                f" {n} orang. Tingkat respons mencapai {share}{percent}.",
                f"Jumlah responden {n} orang dari populasi {visitors} orang, dengan tingkat partisipasi"
                f" {share}{percent}.",
            )
        )
    )
    _size(office)


def _questionnaire(office: Office, items: int) -> str:
    if office.is_skm:
        return office.one(f"Kuesioner terdiri dari {items} unsur pelayanan dengan skala 1-4.",
                          f"Survei memuat {items} unsur dengan pilihan jawaban 1 sampai 4.")  # fmt: skip
    parts = " dan ".join(
        f"{len(index.items)} butir {index.code}" for index in office.instrument.rubric.indices
    )
    return office.one(f"Kuesioner berisi {items} butir pertanyaan, yaitu {parts}.",
                      f"Responden menjawab {items} pertanyaan berskala 1 sampai 4 ({parts}).")  # fmt: skip


def _days(office: Office) -> None:
    """Write the days of the survey: the whole period, or some weeks within it."""
    report, period = office.report, office.period
    first, last = period.start, period.end
    if office.chance(0.3):
        first, last = first + timedelta(days=8), last - timedelta(days=9)
    begins, ends = office.style.span(first, last)
    end = report.say("last_day", None, ends)
    span = f"{begins}{office.style.join()}{end}"
    report.add(Line(office.one(f"Pengumpulan data dilaksanakan pada periode {span}.",
                               f"Survei dilaksanakan pada tanggal {span}.",
                               f"Waktu pelaksanaan survei adalah {span}.")))  # fmt: skip
    if office.chance(0.5):
        day = period.start + timedelta(days=office.random.randint(10, 60))
        told = report.say("weekday", None, f"{WEEKDAYS[day.weekday()]}, {indonesian_date(day)}")
        report.add(Line(office.one(f"Rapat persiapan survei diadakan pada hari {told}.",
                                   f"Sosialisasi kuesioner dilaksanakan pada {told}.")))  # fmt: skip


def _size(office: Office) -> None:
    """Write the least number of respondents, by a rule or by the office's own decision."""
    report, now = office.report, office.now
    least = krejcie_morgan(now.population)
    error = office.random.choice([5, 10])
    slovin = -(-Fraction(now.population) / (1 + now.population * Fraction(error, 100) ** 2) // 1)
    if least <= now.n and office.chance(0.5):
        told = report.say("rule_size", "krejcie", str(least), exact=Fraction(least))
        report.add(Line(office.one(
            f"Berdasarkan tabel Krejcie dan Morgan diperlukan sampel minimal {told} responden.",
            f"Menurut rumus Krejcie dan Morgan, jumlah sampel minimal adalah {told} orang.",
        )))  # fmt: skip
    elif slovin <= now.n and office.chance(0.5):
        told = report.say("rule_size", "slovin", str(slovin), exact=Fraction(slovin))
        report.add(Line(office.one(
            f"Dengan rumus Slovin dan tingkat kesalahan {error}% diperlukan minimal {told} responden.",
            f"Berdasarkan rumus Slovin (e = {error}%) jumlah sampel minimal adalah {told} responden.",
        )))  # fmt: skip
    elif office.chance(0.6):
        few = office.random.choice([each for each in (5, 10, 20, 30, 50, 100) if each <= now.n])
        told = report.say("minimum", None, str(few), exact=Fraction(few))
        report.add(Line(office.one(
            f"Survei menargetkan minimal {told} responden setiap {office.style.kind_word(office.period)}.",
            f"Kuesioner dibagikan kepada minimal {told} responden.",
            f"Jumlah responden paling sedikit {told} orang.",
        )))  # fmt: skip


def respondents(office: Office) -> None:
    """Write who the respondents were: a table by sex and schooling, and a sentence."""
    report, now, style = office.report, office.now, office.style
    report.section = "profile"
    report.add(Heading(office.one("Karakteristik Responden", "Profil Responden"), 2))
    first, second = now.schooled
    groups = [("Jenis Kelamin", "Laki-laki", now.men), ("Jenis Kelamin", "Perempuan", now.n - now.men),
              ("Pendidikan", "SMA", first), ("Pendidikan", "Diploma", second - first),
              ("Pendidikan", "Sarjana", now.n - second)]  # fmt: skip
    with_sign = style.percent == "%"
    head = ["No", "Karakteristik", "Uraian", office.one("Jumlah", "Jumlah (orang)", "Responden"),
            "Persentase" if with_sign else "Persentase (%)"]  # fmt: skip
    rows, last = [head], None
    for kind, group, count in groups:
        exact = Fraction(100 * count, now.n)
        share = report.say(
            "share",
            group,
            style.figure(exact, style.percent_places),
            exact=exact,
            places=style.percent_places,
        )
        number = str(1 + (kind == "Pendidikan"))
        begin = [number, kind] if kind != last else ["", ""]
        told = report.say("group", group, style.count(count), exact=Fraction(count))
        rows.append([*begin, group, told, f"{share}{'%' if with_sign else ''}"])
        last = kind
    label = office.table("Karakteristik Responden", rows)
    report.section = "profile sentence"
    men = Fraction(100 * now.men, now.n)
    share = report.say("share", "Laki-laki", style.figure(men, style.percent_places), exact=men,
                       places=style.percent_places)  # fmt: skip
    told = report.say("group", "Laki-laki", style.count(now.men), exact=Fraction(now.men))
    report.add(
        Line(f"Responden laki-laki{office.referred(label)} sebanyak {told} orang ({share}{style.percent}).")
    )
