"""Numbers of tables and figures: lists, repetitions, gaps, references."""

from makers.audit_claims import look, said, titled

CAPTIONS = [
    titled("caption", "Gambar 3.1", "Nilai indeks"), titled("caption", "Gambar 3.2", "Hasil survei", line=2),
    titled("caption", "Tabel 3.1", "Nilai butir", line=3),
    titled("caption", "Tabel 4.1", "Tindak lanjut", line=4),
]  # fmt: skip


def test_a_right_numbering_raises_nothing():
    lists = [titled("list", "Gambar 3.1", "Nilai indeks"), titled("list", "Tabel 4.1", "Tindak lanjut")]
    assert look(CAPTIONS, lists, titled("text", "Tabel 3.1", "")) == {}


def test_a_list_with_other_numbers_than_the_text():
    found = look(
        CAPTIONS, titled("list", "Gambar 3.17", "Hasil survei"), titled("list", "Gambar 3.1", "Nilai indeks")
    )
    assert found.keys() == {"A125"}
    assert "Gambar 3.17 adalah Gambar 3.2" in said(found["A125"])


def test_a_number_that_two_parts_have():
    twice = titled("caption", "Gambar 3.2", "Tren hasil", line=9)
    assert "Gambar 3.2" in said(look(CAPTIONS, twice)["A126"])
    again = titled("caption", "Gambar 3.2", "Hasil survei", line=9)
    continued = titled("caption", "Gambar 3.2", "Hasil survei lain (lanjutan)", line=9)
    assert look(CAPTIONS, again) == look(CAPTIONS, continued) == {}


def test_a_number_that_is_left_out():
    found = look(CAPTIONS, titled("caption", "Gambar 3.5", "Tren", line=9))
    assert "Gambar 3.3; Gambar 3.4" in said(found["A127"])
    assert look(titled("caption", "Tabel 1", "Satu"), titled("caption", "Tabel 2", "Dua", line=2)) == {}


def test_a_reference_to_what_the_report_does_not_have():
    found = look(CAPTIONS, titled("text", "Gambar 3.18", ""))
    assert "Gambar 3.18" in said(found["A128"])
    assert look(CAPTIONS, titled("text", "Lampiran 2", "")) == {}
    assert look(CAPTIONS, titled("text", "Tabel 9", "pada Peraturan Menteri")) == {}
