"""What stands behind the results: components, predicates, trend, targets, closing."""

from __future__ import annotations

import itertools
from fractions import Fraction
from typing import TYPE_CHECKING

from makers.whole_reports.front import signature
from makers.whole_reports.parts import Line
from makers.whole_reports.results import converted_said, index_said, item_name

if TYPE_CHECKING:
    from makers.whole_reports.office import Office

PERFORMANCE = {"A": Fraction(5), "B": Fraction("3.75"), "C": Fraction("2.5")}


def components(office: Office) -> None:
    """Write the two components of the Zona Integritas result with their parts."""
    report, style, now = office.report, office.style, office.now
    report.section = "components"
    bases = {code: style.basis(now.index(code)) for code in ("IPAK", "IPKP")}
    points = {code: basis / 4 * Fraction("17.5") for code, basis in bases.items()}
    performance = office.random.choice([*PERFORMANCE.values()])
    whole = (
        style.rounded(points["IPAK"], 2) + performance if style.on_printed else points["IPAK"] + performance
    )
    most = {each: style.written(Fraction(each), 1) for each in ("22.5", "17.5")}
    total = report.say("component", "IPAK", style.figure(whole, 2), exact=whole, places=2)
    said = {code: _points(office, code, exact) for code, exact in points.items()}
    five = report.say("performance", None, style.figure(performance, 2), exact=performance, places=2)
    names = [
        ("survey_name", "Survei Persepsi Anti Korupsi"),
        ("survey_name", "Survei Persepsi Kualitas Pelayanan"),
    ]
    spak, spkp = (report.say(kind, name, name) for kind, name in names)
    prime = _points(office, "IPKP", points["IPKP"])
    if office.chance(0.5):
        rows = [["No", "Komponen Hasil", "Nilai"],
                ["1", f"Birokrasi yang Bersih dan Akuntabel ({most['22.5']})", total],
                ["", f"- {spak} ({most['17.5']})", said["IPAK"]], ["", "- Capaian Kinerja (5)", five],
                ["2", f"Pelayanan Publik yang Prima ({most['17.5']})", prime],
                ["", f"- {spkp} ({most['17.5']})", said["IPKP"]]]  # fmt: skip
    else:
        rows = [["Komponen", "Bobot", "Nilai"],
                ["Birokrasi yang bersih dan akuntabel", most["22.5"], total],
                [f"a. Nilai {spak}", most["17.5"], said["IPAK"]],
                ["b. Capaian Kinerja Lebih Baik", "5", five],
                ["Pelayanan publik yang prima", most["17.5"], prime],
                [f"a. Nilai {spkp}", most["17.5"], said["IPKP"]]]  # fmt: skip
    office.table(office.one("Komponen Hasil", "Nilai Komponen Hasil Zona Integritas"), rows)
    report.section = "points sentence"
    if office.chance(0.4):
        told = _points(office, "IPAK", points["IPAK"])
        report.add(Line(f"Nilai IPAK tersebut setara {told} poin dari maksimal {most['17.5']}."))
    if office.chance(0.6):
        _predicate(office, {"IPAK": points["IPAK"], "IPKP": points["IPKP"], "performance": performance})


def _points(office: Office, code: str, exact: Fraction) -> str:
    return office.report.say("points", code, office.style.figure(exact, 2), exact=exact, places=2)


def _predicate(office: Office, points: dict[str, Fraction]) -> None:
    """Write which conditions of WBK are met."""
    report, style = office.report, office.style
    report.section = "predicate"
    rows = [["Syarat", "Nilai Minimal", "Capaian", "Keterangan"]]
    conditions = [("Survei persepsi anti korupsi", "15.75", points["IPAK"]),
                  ("Capaian kinerja", "2.5", points["performance"]),
                  ("Pelayanan publik yang prima", "14", points["IPKP"])]  # fmt: skip
    for name, least, value in conditions:
        shown = style.rounded(value, 2)
        met = shown >= Fraction(least)
        word = office.one("Terpenuhi", "Memenuhi") if met else office.one("Belum Terpenuhi", "Tidak Memenuhi")
        told = report.say("condition", name, word, exact=Fraction(met))
        rows.append([name, style.figure(Fraction(least), 2), style.figure(value, 2), told])
    office.table("Pemenuhan Syarat Predikat WBK", rows)


def trend(office: Office) -> None:
    """Write the indices of all periods as a table, and how they changed."""
    report, style = office.report, office.style
    report.section = "trend"
    codes = [*office.instrument.indices]
    if len(office.periods) == 1:
        return
    said = converted_said if office.is_skm else index_said
    by_rows = office.chance(0.5)
    same_year = len({period.start.year for period in office.periods}) == 1
    names = [style.period(period, year=not same_year) for period in office.periods]
    counts = [
        report.say("respondents", None, style.count(each.n), exact=Fraction(each.n), period=each.period)
        for each in office.surveys
    ]
    values = {code: [said(office, each, code) for each in office.surveys] for code in codes}
    if by_rows:
        rows = [["Periode", "Responden", *codes]]
        rows += [[name, counts[n], *(values[code][n] for code in codes)] for n, name in enumerate(names)]
    else:
        rows = [[office.one("Uraian", "Indikator"), *names], ["Jumlah Responden", *counts]]
        rows += [[code if not office.is_skm else "Nilai IKM", *values[code]] for code in codes]
    caption = office.one("Perkembangan Nilai Survei", "Tren Hasil Survei", "Perbandingan Hasil Survei")
    if office.chance(0.5):
        caption += f" {style.period(office.periods[0])} s.d. {style.period(office.period)}"
    office.table(caption, rows)
    office.caption("Gambar", "Grafik Perkembangan Nilai Survei")
    report.section = "change"
    for code in codes:
        _change(office, code)
    if len(office.periods) > 2 and office.chance(0.6):
        _trend_word(office, codes[0])


def _trend_word(office: Office, code: str) -> None:
    values = [_shown(office, each, code)[0] for each in office.surveys]
    steps = [b - a for a, b in itertools.pairwise(values)]
    both = any(step > 0 for step in steps) and any(step < 0 for step in steps)
    word = "fluktuatif" if both else "meningkat" if any(step > 0 for step in steps) else "menurun"
    if not any(steps):
        return
    told = office.report.say("trend_word", code, word)
    said = converted_said if office.is_skm else index_said
    listed = [
        f"{said(office, each, code)} pada {office.style.period(each.period)}" for each in office.surveys
    ]
    office.report.add(
        Line(f"Nilai {code} {told}, yaitu {', '.join(listed[:-1])}, dan {listed[-1]}.")
        if office.chance(0.5)
        else Line(f"Nilai {code} {told} dari {' menjadi '.join([listed[0], listed[-1]])}.")
        if not both
        else Line(f"Nilai {code} {told}: {', '.join(listed)}.")
    )


def _shown(office: Office, survey, code: str) -> tuple[Fraction, int]:
    style = office.style
    if office.is_skm:
        return style.rounded(style.basis(survey.index(code)) * 25, 2), 2
    return style.rounded(survey.index(code)), style.places


def _change(office: Office, code: str) -> None:
    report, style = office.report, office.style
    before, now = office.surveys[-2:]
    (first, places), (last, _) = _shown(office, before, code), _shown(office, now, code)
    if first == last:
        return
    rises = last > first
    word = report.say("change_word", code, office.one("naik", "meningkat") if rises else
                      office.one("turun", "menurun"))  # fmt: skip
    said = converted_said if office.is_skm else index_said
    old, new = said(office, before, code), said(office, now, code)
    earlier = style.period(before.period)
    if office.chance(0.6):
        size = report.say("change", code, style.written(abs(last - first), places), exact=abs(last - first),
                          places=places)  # fmt: skip
        unit = report.say("change_unit", code, "poin")
        amount = f"{size} {unit}"
    else:
        percent = abs(last - first) / first * 100
        size = report.say("change", code, style.figure(percent, 2), exact=percent, places=2)
        amount = f"{size}{style.percent}"
    word_again = word
    report.add(Line(office.one(
        f"Nilai {code} {word} {amount} dari {old} pada {earlier} menjadi {new}.",
        f"Nilai {code} {word} sebesar {amount} dibandingkan {earlier}, yaitu dari {old} menjadi {new}.",
        f"Dibandingkan {earlier}, nilai {code} {word} sebesar {amount} (dari {old} menjadi {new}).",
        f"Pada {earlier} nilai {code} adalah {old}, kemudian {word} {amount} menjadi {new}.",
        f"Nilai {code} {word} dari {old} ({earlier}) menjadi {new} atau {word_again} {amount}.",
    )))  # fmt: skip


def targets(office: Office) -> None:
    """Write targets and achievements of the lowest items, or of all, with what is planned."""
    report, style, now = office.report, office.style, office.now
    report.section = "targets"
    office.chapter(office.one("Rencana Tindak Lanjut", "Tindak Lanjut"))
    items = [*now.answers] if office.chance(0.5) else now.lowest(office.random.randint(3, 5))
    target = office.random.choice([Fraction(4), Fraction("3.75"), Fraction("3.5")])
    gaps = office.chance(0.5)
    name = office.one("Unsur", "Unsur Pelayanan") if office.is_skm else office.one("Butir", "Pertanyaan")
    rows = [["No", name,
             "Target", "Realisasi", office.one("Capaian (%)", "Capaian"), *(["Selisih"] if gaps else []),
             office.one("Rencana Tindak Lanjut", "Tindak Lanjut")]]  # fmt: skip
    sign = "%" if rows[0][4] == "Capaian" else ""
    for n, item in enumerate(items, start=1):
        mean, basis = now.mean(item), style.basis(now.mean(item))
        value = report.say("item_mean", item, style.figure(mean), exact=mean, places=style.places)
        achieved = basis / target * 100
        share = report.say("achievement", item, style.figure(achieved, 2), exact=achieved, places=2)
        gap = style.rounded(mean) - target
        told = report.say("gap", item, style.written(gap, style.places), exact=gap, places=style.places)
        plan = "Dipertahankan" if style.rounded(mean) >= target else office.one(
            "Pelatihan pelayanan prima bagi petugas", "Memperbarui papan informasi di ruang tunggu",
            "Menambah petugas pada jam sibuk", "Evaluasi dan perbaikan prosedur layanan",
        )  # fmt: skip
        plan = report.say("plan", item, plan, exact=Fraction(style.rounded(mean) >= target))
        rows.append([str(n), item_name(office, item), style.figure(target), value, f"{share}{sign}",
                     *([told] if gaps else []), plan])  # fmt: skip
    office.table("Target dan Realisasi", rows)


def closing(office: Office) -> None:
    report, style, now = office.report, office.style, office.now
    report.section = "closing"
    office.chapter(office.one("Penutup", "Kesimpulan"))
    n = report.say("respondents", None, style.count(now.n), exact=Fraction(now.n))
    if office.is_skm:
        value = converted_said(office, now, "IKM")
        report.add(Line(office.one(f"Survei terhadap {n} responden menghasilkan nilai IKM {value}.",
                                   f"Nilai IKM dari {n} responden adalah {value}.")))  # fmt: skip
    else:
        ipak, ipkp = (index_said(office, now, code) for code in ("IPAK", "IPKP"))
        report.add(Line(office.one(
            f"Survei terhadap {n} responden menghasilkan nilai IPAK {ipak} dan nilai IPKP {ipkp}.",
            f"Nilai IPAK dan IPKP dari {n} responden masing-masing {ipak} dan {ipkp}.",
        )))  # fmt: skip
    signature(office)
