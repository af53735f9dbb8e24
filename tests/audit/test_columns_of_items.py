"""Tables whose columns are items: sums, means and weighted means below the answers of each respondent."""

from __future__ import annotations

from ipak_cli.audit.extract import extract
from ipak_cli.base.period import parse_period
from makers.claims_as_text import document, lines_of
from makers.instruments import instrument

HEAD = (
    "| No. Resp | Nilai Unsur Pelayanan | | | Jumlah |\n"
    "| --- | --- | --- | --- | --- |\n"
    "| | U1 | U2 | U3 | |\n"
)


def claimed(rows: str, name: str = "skm-14-2017") -> list[str]:
    claims = extract(document(rows), instrument(name), parse_period("IV-2024"))
    return [line.partition(": ")[2].replace(" @IV-2024", "") for line in lines_of(claims)]


def test_what_a_respondent_answered_is_no_mean():
    assert claimed(f"{HEAD}| 1 | 4 | 3 | 4 | 11 |\n| 2 | 3 | 3 | 4 | 10 |\n") == []


def test_the_rows_below_the_answers_are_of_each_item():
    rows = "| 1 | 4 | 3 | 4 | |\n| Σ Nilai / Unsur | 7 | 6 | 8 | |\n| NRR / Unsur | 3,5 | 3,0 | 4,0 | |\n"
    assert claimed(HEAD + rows) == [
        "sum U1 7", "sum U2 6", "sum U3 8",
        "item_mean U1 3,5", "item_mean U2 3,0", "item_mean U3 4,0",
    ]  # fmt: skip
    weighted = (
        "| NRR tertimbang / Unsur | 0,389 | 0,333 | 0,444 | 3,389 |\n| IKM Unit Pelayanan | | | 84,72 | |\n"
    )
    assert claimed(HEAD + weighted) == [
        "weighted U1 0,389", "weighted U2 0,333", "weighted U3 0,444", "index IKM 3,389",
        "converted IKM 84,72",
    ]  # fmt: skip


def test_a_row_named_by_an_index_is_of_the_items_in_its_columns_and_one_cell_of_all():
    rows = (
        "| | U1 | U2 |\n| --- | --- | --- |\n| IKM per unsur | 3,43 | 3,41 |\n"
        "| IKM Unit Layanan | 84,75 (B atau Baik) | |\n"
    )
    assert claimed(rows) == [
        "item_mean U1 3,43", "item_mean U2 3,41", "category IKM B atau Baik", "converted IKM 84,75",
    ]  # fmt: skip


def test_a_weighted_column_ends_with_the_index_and_its_converted_value():
    rows = (
        "| Unsur | NRR Tertimbang |\n| --- | --- |\n| U1 | 0,373 |\n"
        "| Jumlah NRR Tertimbang | 3,383 |\n| Nilai IKM (x 25) | 84,57 |\n"
    )
    assert claimed(rows) == ["weighted U1 0,373", "index IKM 3,383", "converted IKM 84,57"]


def test_answers_are_known_by_the_words_of_the_heads_where_they_stand_together():
    rows = (
        "| Unsur | Tidak Baik | | Kurang Baik | | Baik | |\n| --- | --- | --- | --- | --- | --- | --- |\n"
        "| | F | % | F | % | F | % |\n| Persyaratan | 1 | 2,0 | 9 | 18,0 | 40 | 80,0 |\n"
    )
    assert claimed(rows) == [
        "stars U1:1 1", "share U1:1 2,0 count 1", "stars U1:2 9", "share U1:2 18,0 count 9", "stars U1:3 40",
        "share U1:3 80,0 count 40",
    ]  # fmt: skip


def test_two_values_of_one_subject_in_a_row_are_not_understood():
    rows = "| Unsur | Nilai | Nilai |\n| --- | --- | --- |\n| Persyaratan | 3,40 | 3,60 |\n"
    assert claimed(rows) == ["? 3,40", "? 3,60"]


def test_a_table_of_another_questionnaire_has_items_of_its_own():
    names = (
        "Manipulasi Peraturan",
        "Penyalahgunaan Jabatan",
        "Menjual Pengaruh",
        "Percaloan",
        "Hadiah",
        "Transaksi Rahasia",
    )
    rows = "".join(f"| {name} | 3,90 |\n" for name in names)
    text = f"| Ruang Lingkup | Nilai |\n| --- | --- |\n{rows}| Indeks Persepsi Korupsi | 3,87 |\n"
    assert claimed(text, "ipak-ipkp") == ["? 3,90"] * len(names) + ["index IPAK 3,87"]


def test_groups_in_the_heads_of_columns_are_not_all_respondents():
    rows = (
        "Tabel 1. Responden menurut pendidikan\n\n| Pendidikan | Laki-laki | | Perempuan | |\n"
        "| --- | --- | --- | --- | --- |\n| | Orang | % | Orang | % |\n| SMA | 6 | 60,0 | 4 | 40,0 |\n"
        "| Jumlah | 6 | 60,0 | 4 | 40,0 |\n"
    )
    assert claimed(rows)[:4] == [
        "respondents - 6 [SMA Laki-laki]",
        "share - 60,0 count 6 [SMA Laki-laki]",
        "respondents - 4 [SMA Perempuan]",
        "share - 40,0 count 4 [SMA Perempuan]",
    ]
    assert claimed(rows)[4].startswith("respondents - 6 [Laki-laki]")


def test_less_than_the_lowest_answers_give_is_no_converted_value():
    assert claimed("Jumlah pengaduan 12, diselesaikan 11.") == ["? 12", "? 11"]
    assert claimed("| Unsur | Nilai |\n| --- | --- |\n| Persyaratan | 12,5 |\n") == ["? 12,5"]
