"""The results of a survey: values of the items, numbers of answers, indices, components, categories."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.base.figures import round_half_up
from makers.whole_reports.parts import Line, Table

if TYPE_CHECKING:
    from makers.whole_reports.figures import Survey
    from makers.whole_reports.office import Office

OLDER = (("A", "Sangat Baik", "81.26"), ("B", "Baik", "62.51"), ("C", "Kurang Baik", "43.76"),
         ("D", "Tidak Baik", "25"))  # fmt: skip


def item_name(office: Office, item: str) -> str:
    return office.instrument.items[item].text


def items_table(office: Office, survey: Survey, *, title: str, where: str) -> str:
    """Write a table with the value of each item, in this office's order of columns."""
    report = office.report
    report.section = where
    columns = office.random.sample(["sum", "share", "category"], k=office.random.randint(0, 2))
    columns = [each for each in columns if each != "category" or office.is_skm]
    columns.insert(office.random.randint(0, len(columns)), "mean")
    if office.is_skm and office.chance(0.6):
        columns.append("weighted")
    if not office.is_skm and office.chance(0.3):
        columns.insert(0, "index")
    coded = office.chance(0.5)
    head = ["No", *(["Kode"] if coded else []), office.one("Unsur Pelayanan", "Unsur") if office.is_skm
            else office.one("Pertanyaan", "Butir Pertanyaan", "Pernyataan")]  # fmt: skip
    names = {
        "mean": office.one("Nilai Rata-Rata", "NRR", "NRR per Unsur", "Nilai Unsur", "Rerata")
        if office.is_skm
        else office.one("Rata-rata", "Nilai", "Nilai Rata-rata", "Skor", "Rerata", "Nilai Indeks", "Mean"),
        "sum": office.one("Jumlah Nilai", "Total Nilai", "Jumlah Skor"),
        "share": "Persentase (%)" if not office.is_skm else "Nilai Konversi",
        "category": office.one("Mutu Pelayanan", "Kategori", "Mutu"),
        "weighted": "NRR Tertimbang", "index": office.one("Survei", "Jenis"),
    }  # fmt: skip
    rows = [[*head, *(names[each] for each in columns)]]
    for n, item in enumerate(survey.answers, start=1):
        cells = [_cell(office, survey, item, each) for each in columns]
        rows.append([str(n), *([item] if coded else []), item_name(office, item), *cells])
    if office.chance(0.6):
        rows += _totals(office, survey, columns, coded=coded)
    label = office.table(title, rows)
    report.section = ""
    return label


def _cell(office: Office, survey: Survey, item: str, column: str) -> str:
    report, style, mean = office.report, office.style, survey.mean(item)
    more = {"period": survey.period}
    match column:
        case "mean":
            return report.say("item_mean", item, style.figure(mean), exact=mean, places=style.places, **more)
        case "sum":
            total = Fraction(survey.total(item))
            return report.say("sum", item, style.count(int(total)), exact=total, **more)
        case "share":
            exact = style.basis(mean) / 4 * 100
            kind = "item_converted" if office.is_skm else "item_percent"
            return report.say(kind, item, style.figure(exact, 2), exact=exact, places=2, **more)
        case "category":
            code, name = band_of(office, mean * 25)
            return report.say("category", item, office.one(code, name, f"{code} ({name})"), **more)
        case "weighted":
            exact = style.basis(mean) * survey.weight(item)
            return report.say("weighted", item, style.figure(exact, 3), exact=exact, places=3, **more)
        case _:
            return report.say("item_index", item, office.instrument.index_of(item), **more)


def _totals(office: Office, survey: Survey, columns: list[str], *, coded: bool) -> list[list[str]]:
    """Return the rows below the items: the value of each index, of the survey in SKM."""
    rows = []
    for code in office.instrument.indices:
        cells = [index_said(office, survey, code) if each == "mean" else "" for each in columns]
        name = office.one("Nilai Indeks", "Rata-rata") if office.is_skm else f"Rata-rata {code}"
        rows.append(["", *([""] if coded else []), name, *cells])
    return rows


def index_said(office: Office, survey: Survey, code: str) -> str:
    exact = survey.index(code)
    return office.report.say(
        "index", code, office.style.figure(exact), exact=exact, places=office.style.places,
        period=survey.period,
    )  # fmt: skip


def converted_said(office: Office, survey: Survey, code: str) -> str:
    """Say an index in percent, or converted in SKM."""
    exact = office.style.basis(survey.index(code)) * 25
    kind = "converted" if office.is_skm else "percent"
    return office.report.say(
        kind, code, office.style.figure(exact, 2), exact=exact, places=2, period=survey.period
    )


def is_older(office: Office) -> bool:
    return any(isinstance(each, Line) and "KEP/25" in each.text for each in office.report.parts)


def band_of(office: Office, percent: Fraction) -> tuple[str, str]:
    """Return letter and name of the category of a converted value."""
    rounded = round_half_up(percent)
    if is_older(office):
        return next((code, name) for code, name, least in OLDER if rounded >= Fraction(least))
    index = next(iter(office.instrument.indices.values()))
    band = max((each for each in index.bands if rounded >= each.minimum), key=lambda each: each.minimum)
    return band.code, band.name


def stars(office: Office) -> None:
    """Write how often each answer was given, with its share of all answers."""
    report, style, now = office.report, office.style, office.now
    report.section = "stars"
    answers = now.n * len(now.answers)
    values = [1, 2, 3, 4] if office.chance(0.5) else [4, 3, 2, 1]
    word = office.one("Bintang {}", "Nilai {}", "{}")
    sign = "%" if style.percent == "%" else ""
    rows = [[office.one("Jawaban", "Penilaian", "Skor"), office.one("Jumlah", "Jumlah Jawaban", "Frekuensi"),
             "Persentase" if sign else "Persentase (%)"]]  # fmt: skip
    for value in values:
        count = now.stars(value)
        exact = Fraction(100 * count, answers)
        told = report.say("stars", str(value), style.count(count), exact=Fraction(count))
        share = report.say("star_share", str(value), style.figure(exact, 2), exact=exact, places=2)
        rows.append([word.format(value), told, f"{share}{sign}"])
    if office.chance(0.6):
        rows.append(["Jumlah", style.count(answers), f"{style.figure(Fraction(100), 2)}{sign}"])
    office.table(office.one("Rekapitulasi Jawaban", "Sebaran Jawaban Responden"), rows)
    report.section, p = "stars sentence", style.percent
    best = now.stars(4)
    exact = Fraction(100 * best, answers)
    told = report.say("stars", "4", style.count(best), exact=Fraction(best))
    share = report.say("star_share", "4", style.figure(exact, 2), exact=exact, places=2)
    report.add(Line(office.one(f"Bintang 4 diberikan sebanyak {told} jawaban ({share}{p}).",
                               f"Jawaban dengan nilai 4 berjumlah {told} ({share}{p}).")))  # fmt: skip


def indices(office: Office) -> None:
    """Write the values of the indices in a sentence, converted too."""
    report, style, now = office.report, office.style, office.now
    report.section = "indices"
    if office.is_skm:
        report.add(Line(_of_skm(office)))
        return
    said = {code: index_said(office, now, code) for code in office.instrument.indices}
    percents = {code: converted_said(office, now, code) for code in said}
    p = style.percent
    report.add(Line(office.one(
        " dan ".join(f"{'nilai ' if n else 'Nilai '}{code} sebesar {said[code]} ({percents[code]}{p})"
                     for n, code in enumerate(said)) + ".",
        f"Indeks Persepsi Anti Korupsi mencapai {said['IPAK']} atau {percents['IPAK']}{p}, sedangkan Indeks"
        f" Persepsi Kualitas Pelayanan mencapai {said['IPKP']} atau {percents['IPKP']}{p}.",
        f"Hasil pengolahan data menunjukkan nilai IPAK {said['IPAK']} ({percents['IPAK']}{p})"
        f" serta nilai IPKP"
        f" {said['IPKP']} ({percents['IPKP']}{p}) dari nilai maksimal 4.",
        f"Skor IPAK adalah {said['IPAK']} ({percents['IPAK']}{p}). Skor IPKP adalah {said['IPKP']}"
        f" ({percents['IPKP']}{p}).",
        f"IPAK = {said['IPAK']} ({percents['IPAK']}{p}); IPKP = {said['IPKP']} ({percents['IPKP']}{p}).",
        f"Berdasarkan hasil survei, diperoleh nilai IPAK sebesar {said['IPAK']} atau setara"
        f" {percents['IPAK']}{p}"
        f" dan IPKP sebesar {said['IPKP']} atau setara {percents['IPKP']}{p}.",
    )))  # fmt: skip
    if office.chance(0.6):
        kind = style.kind_word(office.period)
        both = report.say("combined", "combined", style.figure(now.combined), exact=now.combined,
                          places=style.places)  # fmt: skip
        report.add(Line(office.one(f"Indeks gabungan IPAK dan IPKP adalah {both}.",
                                   f"Rata-rata dari IPAK dan IPKP adalah {both}.",
                                   f"Indeks survei {kind} ini sebesar {both}.")))  # fmt: skip


def _of_skm(office: Office) -> str:
    now = office.now
    index, converted = index_said(office, now, "IKM"), converted_said(office, now, "IKM")
    code, name = band_of(office, round_half_up(office.style.basis(now.index("IKM")) * 25))
    word = office.report.say("category", "IKM", office.one(f"{code} ({name})", name, code))
    return office.one(
        f"Nilai indeks kepuasan masyarakat sebesar {index} atau {converted} setelah dikonversi, dengan mutu"
        f" pelayanan {word}.",
        f"IKM {office.style.unit} adalah {converted} dengan kategori {word}; nilai rata-rata tertimbangnya"
        f" {index}.",
        f"Indeks yang diperoleh sebesar {index} dengan nilai konversi {converted}. Mutu pelayanan {word}.",
        f"Nilai IKM mencapai {converted} (indeks {index}) sehingga mutu pelayanan termasuk kategori {word}.",
        f"Nilai SKM sebesar {index} x 25 = {converted}, dengan predikat {word}.",
    )


def bands(office: Office) -> None:
    """Write the table of categories, that of PermenPANRB 14/2017 or of the older KEP/25/2004."""
    older = office.chance(0.3)
    if older:
        office.report.add(Line("Kategori mengacu pada Keputusan Menteri PAN Nomor KEP/25/M.PAN/2/2004."))
    index = office.instrument.indices["IKM"]
    known = OLDER if older else tuple((band.code, band.name, str(band.minimum)) for band in index.bands)
    ordered = sorted(known, key=lambda each: Fraction(each[2]))
    rows = [["Nilai Interval Konversi", "Mutu Pelayanan", "Kinerja Unit Pelayanan"]]
    highest = Fraction(100)
    for code, name, least in reversed(ordered):
        span = f"{office.style.figure(Fraction(least), 2)} - {office.style.figure(highest, 2)}"
        rows.append([span, code, name])
        highest = Fraction(least) - Fraction(1, 100)
    if office.chance(0.7) or older:
        office.caption("Tabel", "Kategori Mutu Pelayanan")
        office.report.add(Table(rows))
