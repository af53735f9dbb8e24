from __future__ import annotations

from ipak_cli.report.escape import read_prose
from ipak_cli.report.outline import Listing, Paragraph


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
