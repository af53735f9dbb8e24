"""An audit on the screen, at 80 columns."""

from rich.console import Console

from ipak_cli.terminal.audit import NOTHING_FOUND, audit_view, claims_words
from makers.audits import audited, claim, result, two_findings

VIEW = """\
laporan.docx
  Triwulan IV 2024; Survei mandiri IPAK dan IPKP (rubrik ipak-ipkp).
  Dibaca 4 pernyataan: 1 nilai butir, 1 jumlah responden, 1 persentase indeks,
    1 nilai indeks.
  1 angka tidak dipahami dan tidak dipakai; daftarnya dengan --rinci.

MUSTAHIL A101 Rata-rata yang mustahil
  1 dari 14 nilai butir (I1) tidak mungkin menjadi rata-rata 24 jawaban: I1
    3,95.
  Tempat: halaman 7, Tabel 3.1, baris 2.
  Dibandingkan dengan jumlah responden 24 (halaman 5, bagian “3.1 Hasil”).
  Nilai terdekat yang mungkin: I1 3,92 atau 3,96.
  → Cocokkan tabel ini dengan rekap jawaban periode yang dilaporkan; mungkin
    tabel periode lain yang terpasang.

BERTENTANGAN A104 Persentase bukan milik indeksnya
  Persentase 95,38 % bukan persentase dari IPKP 3,73.
  Tempat: halaman 6, bagian “3.1 Hasil”.
  Dibandingkan dengan nilai indeks IPKP 3,73 (halaman 6, bagian “3.1 Hasil”).
  → Hitung ulang persentase dari indeksnya: indeks dibagi nilai tertinggi,
    dikalikan 100.

2 temuan: 1 mustahil, 1 bertentangan.
"""


def printed(view):
    console = Console(width=80, highlight=False, markup=False, emoji=False)
    with console.capture() as shown:
        console.print(view)
    return "".join(f"{line.rstrip()}\n" for line in shown.get().splitlines())


def test_findings_stand_below_what_was_read_the_surest_first():
    assert printed(audit_view(result(two_findings()))) == VIEW


def test_in_detail_the_arithmetic_the_quotes_and_the_unread_numbers_are_shown():
    shown = printed(audit_view(result(two_findings()), detail=True))
    assert "  = I1: 3,95 x 24 = 94,8; 94/24 = 3,92, 95/24 = 3,96\n" in shown
    assert "  Kutipan: “IPKP 95,38 %”\n" in shown
    assert (
        "Angka yang tidak dipahami dan tidak dipakai\n  34229 · halaman 1 · “Pati Kelurahan 34229”" in shown
    )
    assert "--rinci" not in shown


def test_a_report_without_a_finding_is_told_what_that_means():
    report = audited(claims=[claim("respondents", "24")])
    shown = printed(audit_view(result(report)))
    assert " ".join(shown.split()).endswith(NOTHING_FOUND)
    assert "temuan:" not in shown.replace(NOTHING_FOUND, "").replace("Tidak ada temuan:", "")


def test_several_reports_stand_below_each_other():
    shown = printed(audit_view(result(audited(file="a.docx"), audited(file="b.docx"))))
    assert shown.index("a.docx") < shown.index("\n\nb.docx")
    assert shown.count("Tidak ada pernyataan yang dibaca.") == 2


def test_an_answer_is_told_from_how_often_it_was_given():
    stars = [claim("stars", "536", subject="4"), claim("stars", "19", subject="IPAK:3", period="III-2024")]
    assert claims_words(stars, "IV-2024") == "jumlah bintang 4: 536, 3 IPAK: 19 (III-2024)"


def test_figures_of_another_period_and_many_alike_are_told_in_short():
    means = [claim("item_mean", "3,95", subject=f"I{n}", period="III-2024") for n in range(1, 7)]
    finding = two_findings().findings[1]
    index = claim("index", "3,91", subject="IPAK")
    shown = printed(
        audit_view(result(audited(type(finding)("bertentangan", finding.problem, (index, *means), (), ()))))
    )
    assert "I1 3,95 (III-2024), I2 3,95 (III-2024)," in shown
    assert "dan 3 lainnya" in " ".join(shown.split())
