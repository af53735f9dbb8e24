"""What an audit calls kinds, subjects and places, and how it cuts quotes."""

import pytest

from ipak_cli.audit.claim import ClaimKind
from ipak_cli.audit.document import Place
from ipak_cli.audit.result import LONGEST_QUOTE, quote
from ipak_cli.audit.words import KIND_NAMES, counted, kind_name, place_words, subject_name


@pytest.mark.parametrize("kind", ClaimKind)
def test_every_kind_has_a_name(kind):
    assert kind.value in KIND_NAMES


def test_a_subject_is_called_by_its_code_or_its_usual_name():
    assert (subject_name("IPAK"), subject_name("combined"), subject_name(None)) == ("IPAK", "gabungan", "")
    assert subject_name("performance") == "capaian kinerja"
    assert kind_name("item_mean") == "nilai butir"


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place(page=7, table="Tabel 3.1", row=4, column=2), "halaman 7, Tabel 3.1, baris 4"),
        (Place(table="2", row=1, column=1), "tabel ke-2, baris 1"),
        (Place(line=48, heading="KATA PENGANTAR"), "baris berkas 48, bagian “KATA PENGANTAR”"),
        (Place(sheet="Rekap", cell="B5", table="1", row=2, column=3), "lembar Rekap, sel D6, tabel ke-1"),
        (Place(sheet="Angka", cell="C7", table="Tabel 4"), "lembar Angka, sel C7, Tabel 4"),
        (Place(), "tempatnya tidak diketahui"),
    ],
)
def test_a_place_is_told_as_its_reader_looks_for_it(place, words):
    assert place_words(place) == words


def test_rows_of_one_table_are_told_together():
    table = Place(page=2, table="Tabel 1")
    places = [table.at(row, 2) for row in (2, 3, 4, 7)]
    assert place_words(*places, Place(page=9)) == "halaman 2, Tabel 1, baris 2–4 dan 7; halaman 9"


def test_more_than_four_places_are_counted():
    places = [Place(page=page) for page in range(1, 8)]
    assert place_words(*places) == "halaman 1; halaman 2; halaman 3; halaman 4; dan 3 tempat lain"


def test_kinds_are_counted_the_most_frequent_first():
    assert counted(["index", "item_mean", "item_mean"]) == "2 nilai butir, 1 nilai indeks"


def test_a_short_quote_stays_and_a_long_one_is_cut_around_the_figure_between_words():
    assert quote("IPAK  adalah\n3,91.", "3,91") == "IPAK adalah 3,91."
    words = f"{'nama orang ' * 30}IPAK 3,91 {'alamat rumah ' * 30}"
    cut = quote(words, "3,91")
    assert "IPAK 3,91" in cut
    assert cut.startswith("… ")
    assert cut.endswith(" …")
    assert len(cut) <= LONGEST_QUOTE + 4
    assert set(cut.split()) <= {*words.split(), "…"}
