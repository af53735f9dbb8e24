from __future__ import annotations

import pytest

from ipak_cli.report.outline import LinkedText, Listing, Paragraph, Prose, Reference
from ipak_cli.report.prose import read_prose, tidy, unbroken, with_prose
from makers.reports import plain_table, report


def test_blank_lines_part_paragraphs_and_a_wrapped_line_goes_on():
    assert read_prose("Satu\nbaris.\n\n  \nDua.\n") == (Paragraph("Satu baris."), Paragraph("Dua."))


def test_hyphens_make_a_list_with_items_of_several_lines():
    assert read_prose("- satu\n  baris\n- dua") == (Listing(("satu baris", "dua")),)


def test_numbers_make_a_numbered_list():
    assert read_prose("1. satu\n2) dua") == (Listing(("satu", "dua"), ordered=True),)


def test_a_list_may_follow_its_paragraph_at_once():
    assert read_prose("Terdiri atas:\n- satu\n- dua") == (
        Paragraph("Terdiri atas:"),
        Listing(("satu", "dua")),
    )


def test_blank_lines_between_items_do_not_part_a_list():
    assert read_prose("- satu\n\n- dua\n\nSelesai.") == (Listing(("satu", "dua")), Paragraph("Selesai."))


def test_lists_of_two_kinds_stay_two():
    assert read_prose("- satu\n1. dua") == (Listing(("satu",)), Listing(("dua",), ordered=True))


def test_a_hyphen_or_a_number_inside_a_line_is_text():
    assert read_prose("-5 derajat\n\n3,94 poin\n\n2024. Tahun") == (
        Paragraph("-5 derajat"), Paragraph("3,94 poin"), Paragraph("2024. Tahun"),
    )  # fmt: skip


def test_no_words_are_no_blocks():
    assert read_prose(" \n\n ") == ()


def written(source, **variables):
    """Return the blocks that a text template of this source gives."""
    given = report(Prose("kata_pengantar"), plain_table(("a",)))
    numbered = with_prose(given, variables, {"naskah/kata_pengantar.txt.j2": source})
    return numbered.report.chapters[0].sections[0].blocks[:-1]


def test_a_label_in_a_text_template_becomes_a_reference():
    assert written("Lihat {{ ref('tabel') }}.\n\n- {{ ref('hasil') }}") == (
        Paragraph(LinkedText(("Lihat ", Reference("tabel", "Tabel 1.1"), "."))),
        Listing((LinkedText((Reference("hasil", "BAB I"),)),)),
    )


@pytest.mark.parametrize("word", ["bagian", "Bagian"])
def test_the_word_before_a_number_belongs_to_the_reference(word):
    (paragraph,) = written(word + " {{ ref('bagian') }}, dan subbagian {{ ref('bagian') }}")
    assert paragraph.text.parts == (
        Reference("bagian", f"{word} 1.1"), ", dan subbagian ", Reference("bagian", "1.1"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("{{ 'Pada ' ~ ref('tabel') }}", "Tabel 1.1"),
        ("Pada {{ ref('tabel')|lower }}", "tabel 1.1"),
        ("Pada {% set t = ref('tabel') %}{{ t|trim }}", "Tabel 1.1"),
    ],
)
def test_a_label_stays_a_reference_through_filters_and_joins(source, text):
    assert written(source) == (Paragraph(LinkedText(("Pada ", Reference("tabel", text)))),)


def test_a_label_that_was_taken_apart_stays_text():
    assert written("{{ ref('tabel')|first }}{{ ref('tabel')|last }}") == (Paragraph("T"),)


def test_no_value_and_no_template_can_forge_a_reference():
    mark = "\ufdd01\ufdd1"
    assert written("{{ unit }}", unit=f"Tabel 1.1{mark}") == (Paragraph("Tabel 1.11"),)
    assert written("{{ codes|join }}", codes=(f"BAB I{mark}",)) == (Paragraph("BAB I1"),)
    assert written("Tabel 9.9\ufdd099\ufdd1 dan Tabel 9.9\ufdd01\ufdd1") == (
        Paragraph("Tabel 9.9 dan Tabel 9.9"),
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("sejak 1 Juli 2024 sampai", "sejak 1~Juli 2024 sampai"),
        ("31 Maret 2025", "31~Maret 2025"),
        ("skala 1 s.d. 4.", "skala 1~s.d.~4."),
        ("Nilai (25 s.d. 100)", "Nilai (25~s.d.~100)"),
        ("2,5 s.d. 3,75", "2,5~s.d.~3,75"),
        ("1 Mei 2024 s.d. 30 Mei 2024", "1~Mei 2024 s.d. 30~Mei 2024"),
        ("Nomor 25 Tahun 2009", "Nomor 25 Tahun 2009"),
        ("loket A s.d. C", "loket A s.d. C"),
        ("Maret 2025", "Maret 2025"),
        ("131 Maret 2025", "131 Maret 2025"),
        ("1.1 Maret 2025", "1.1 Maret 2025"),
        ("1 Maret 20256", "1 Maret 20256"),
    ],
)
def test_a_day_with_its_month_and_a_range_of_numbers_stand_on_one_line(text, shown):
    assert tidy(text).replace("\xa0", "~") == shown
    assert tidy(tidy(text)) == tidy(text)


def test_what_is_never_broken_is_one_word_where_widths_are_measured():
    assert unbroken("Selesai 31 Maret 2025\nsemua") == ["Selesai", "31\xa0Maret", "2025", "semua"]
