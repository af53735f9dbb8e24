from __future__ import annotations

import pytest

from ipak_cli.base.text import normalise
from ipak_cli.catalogue.indonesian import message_of
from makers.rubric_text import SMALL, altered, found, line_of, problems_of


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("code: R2", "code: B1"),
        ("code: R2", "code: b1"),
        ("text: Petugas kasar", "text: Petugas jujur"),
        ("text: Petugas kasar", "text: petugas  JUJUR."),
        ("text: Petugas kasar", "text: B2"),
        ("headers: [Usia, Umur]", "headers: [Usia, Petugas ramah]"),
        ("name: Indeks ramah", "name: Bersih"),
        ("  name: Gabungan", "  name: indeks bersih"),
        ("name: Rendah", "name: Tinggi"),
        ("{code: B, name", "{code: A, name"),
    ],
)
def test_a_name_that_something_else_has_is_reported_on_its_line(old, new):
    text = altered(old, new)
    assert found(text) == [("R650", line_of(SMALL, old))]


def test_the_line_of_the_first_is_said():
    text = altered("text: Petugas kasar", "text: Petugas jujur")
    (problem,) = problems_of(text)
    first = line_of(SMALL, "Petugas jujur")
    assert message_of(problem) == f"“Petugas jujur” sudah dipakai di baris {first} untuk hal lain"


def test_an_alias_belongs_to_one_item():
    text = altered(
        "text: Petugas ramah\n", "text: Petugas ramah\n        aliases: [Keramahan, Petugas kasar]\n"
    )
    assert found(text) == [("R650", line_of(text, "text: Petugas kasar"))]


def test_an_item_may_say_its_own_name_again():
    assert (
        found(altered("text: Petugas ramah\n", "text: Petugas ramah\n        aliases: [petugas ramah, R1]\n"))
        == []
    )


def test_an_index_alias_belongs_to_one_index():
    text = altered("name: Indeks ramah\n", "name: Indeks ramah\n    aliases: [Ramah, BERSIH]\n")
    assert found(text) == [("R650", line_of(text, "aliases:"))]


def test_profile_codes_and_headers_name_one_profile():
    text = altered("target: 4\n", "  - {code: usia, name: Lain, headers: [umur]}\ntarget: 4\n")
    assert found(text) == [("R650", line_of(text, "Lain"))] * 2


def test_a_word_of_the_order_of_groups_is_of_one_level():
    order = "    headers: [Usia, Umur]\n    order: [{}]\n"
    sound = order.format('"< 20", 20-50, "> 50", [Tua, tua, Lansia]')
    assert found(altered("    headers: [Usia, Umur]\n", sound)) == []
    text = altered("    headers: [Usia, Umur]\n", order.format("[Muda, Remaja], Tua, REMAJA"))
    assert found(text) == [("R650", line_of(text, "order:"))]


def test_names_are_compared_by_their_letters_and_digits():
    assert normalise("  Biaya/Tarif_(Rp)\u00a0– 2.") == "biaya tarif rp 2"
