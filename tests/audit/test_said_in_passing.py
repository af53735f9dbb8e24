"""What right reports say beside their figures raises nothing; the same said wrongly is found."""

import pytest

from ipak_cli.audit.checks import check
from ipak_cli.audit.extract import extract
from ipak_cli.catalogue.indonesian import message_of
from makers.claims_as_text import document
from makers.instruments import instrument

MEANS = (
    "3,80", "3,88", "3,88", "3,78", "3,78", "3,83", "3,88", "3,78", "3,83",
    "3,80", "3,88", "3,90", "3,83", "3,80",
)  # fmt: skip
"""Of 41 respondents: IPAK 784/205, IPKP 1416/369, 3, 16, 55 and 500 answers 1 to 4."""
TEXTS = [item.text for item in instrument("ipak-ipkp").rubric.items]
REPORT = """# LAPORAN SURVEI IPAK DAN IPKP TRIWULAN III TAHUN 2024

Jumlah pengguna layanan sebanyak 60 orang dan responden yang mengisi sebanyak 41 orang.

IPAK Triwulan III Tahun 2024 adalah 3,82 atau 95,61% dan IPKP adalah 3,84 atau 95,93%.

Tabel 2.1 Nilai setiap butir Triwulan III Tahun 2024

| No | Pertanyaan | Nilai |
|---|---|---|
""" + "\n".join(
    f"| {n} | {text} | {mean} |" for n, (text, mean) in enumerate(zip(TEXTS, MEANS, strict=True), 1)
)


def raised(said):
    """Return what an audit finds in the report with a further sentence or table."""
    model = instrument("ipak-ipkp")
    claims = extract(document(f"{REPORT}\n\n{said}\n"), model)
    return {each.problem.code: message_of(each.problem) for each in check(claims, model)}


@pytest.mark.parametrize(
    "said",
    [
        "Sebanyak 37 responden memberi bintang 4 pada butir itu.",
        "Sebanyak 12 responden menyatakan puas dengan pelayanan loket.",
        "Terdapat 8 responden yang memberikan saran.",
        "Hanya 2 responden yang menilai tarif tidak sesuai.",
        "Sebanyak 3 responden tidak mengisi kolom saran.",
        "Dari 41 responden, 30 responden menjawab secara daring dan 11 responden mengisi formulir kertas.",
        "Sebanyak 23 responden berjenis kelamin laki-laki (56,10%) dan 18 responden perempuan (43,90%).",
        "Sebanyak 23 responden adalah laki-laki dan 18 responden adalah perempuan.",
        "Sebanyak 38 dari 41 responden (92,68%) menilai baik.",
        "Responden yang memberi saran sebanyak 8 orang.",
        "Terdapat 20 responden layanan A, 11 responden layanan B, dan 10 responden layanan C.",
        "Pada layanan A diperoleh IPAK 3,90, sedangkan pada layanan B diperoleh IPAK 3,70.",
        "Rata-rata IPAK selama tiga triwulan adalah 3,74.",
        "Dalam 5 tahun terakhir IPAK tidak pernah di bawah 3,50.",
        "Kuesioner disebarkan kepada 55 orang dan yang kembali 41 kuesioner.",
        "Syarat minimal IPAK 3,60 untuk WBK terpenuhi.",
        "Standar minimal IPKP 3,60 untuk WBBM telah tercapai.",
        "Rata-rata nasional IPAK adalah 3,55.",
        "Selang kepercayaan 95% untuk IPAK adalah 3,72 sampai 3,89.",
        "Nilai IPAK berada pada rentang 3,51 sampai 4,00 dengan kategori sangat baik.",
        (
            "Rekap jawaban: bintang 1 sebanyak 3, bintang 2 sebanyak 16, bintang 3 sebanyak 55, "
            "dan bintang 4 sebanyak 500."
        ),
        "Nilai IPKP naik 0,34 poin atau 9,71% dibandingkan Triwulan II sebesar 3,50.",
        "Nilai IPKP naik 0,34 poin (9,71%) dari 3,50 pada Triwulan II menjadi 3,84.",
        "IPAK turun dari 3,90 (97,50%) pada Triwulan II menjadi 3,82 (95,61%).",
        "| Jenis kelamin | Jumlah |\n|---|---|\n| Laki-laki | 23 |\n| Perempuan | 18 |\n| Jumlah | 41 |",
        (
            "| Karakteristik | Kategori | Jumlah |\n|---|---|---|\n| Jenis kelamin | Laki-laki | 23 |"
            "\n| | Perempuan | 18 |"
            "\n| Usia | < 30 tahun | 11 |\n| | 30-45 tahun | 20 |\n| | > 45 tahun | 10 |\n| Jumlah | | 41 |"
        ),
    ],
)
def test_what_is_right_raises_nothing(said):
    assert raised(said) == {}


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("Sebanyak 500 responden memberi bintang 4.", "A117"),
        ("Sebanyak 38 dari 41 responden (94,00%) menilai baik.", "A138"),
        ("Dari 43 responden yang mengisi survei, seluruhnya puas.", "A108"),
        (
            (
                "Rekap jawaban: bintang 1 sebanyak 3, bintang 2 sebanyak 16, bintang 3 sebanyak 65, "
                "dan bintang 4 sebanyak 500."
            ),
            "A109",
        ),
        ("Nilai IPKP naik 0,34 poin atau 12,71% dibandingkan Triwulan II sebesar 3,50.", "A143"),
        ("Nilai IPKP naik 0,44 poin (9,71%) dari 3,50 pada Triwulan II menjadi 3,84.", "A143"),
        ("IPAK naik dari 3,90 (97,50%) pada Triwulan II menjadi 3,82 (95,61%).", "A145"),
        (
            "| Jenis kelamin | Jumlah |\n|---|---|\n| Laki-laki | 23 |\n| Perempuan | 19 |\n| Jumlah | 41 |",
            "A135",
        ),
        ("| Pendidikan | Jumlah |\n|---|---|\n| SMA | 10 |\n| S1 | 25 |\n| S2 | 4 |\n| Total | 41 |", "A135"),
        ("Pada survei ini IPAK sebesar 3,60.", "A108"),
    ],
)
def test_the_same_said_wrongly_is_found(said, code):
    assert code in raised(said)


def test_two_numbers_of_respondents_are_called_so():
    assert raised("Dari 43 responden yang mengisi survei, seluruhnya puas.")["A108"].startswith(
        "jumlah responden ditulis"
    )


def test_of_two_swapped_figures_those_are_doubted_that_the_items_do_not_give():
    found = raised("| Periode | IPAK | IPKP |\n|---|---|---|\n| Triwulan III 2024 | 3,84 | 3,82 |")
    assert "IPAK ditulis 3,84, padahal itu angka IPKP; di tempat lain IPAK adalah 3,82" in found["A147"]
    assert "IPAK 3,84; IPKP 3,82" in found["A103"]
