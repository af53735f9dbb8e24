"""Settings against themselves and against a rubric."""

import re

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue.indonesian import hint_of, message_of
from ipak_cli.rubric.load import load_rubric
from ipak_cli.workspace.config_file import examples_left, parse_config
from ipak_cli.workspace.config_items import check_items, legal_basis

RUBRIC = load_rubric("ipak-ipkp").rubric


def loaded(text):
    return parse_config(text.encode())


def items_found(text):
    settings = loaded(text)
    return check_items(settings.config, RUBRIC, settings.document.place)


def test_a_period_that_is_written_in_two_ways_is_named_with_both_lines():
    with pytest.raises(ProblemsFoundError) as refused:
        loaded("periods:\n  IV-2024: {}\n  III-2024: {}\n  2024-Q4: {}\n")
    (fault,) = refused.value.problems
    assert (fault.code, fault.where.line) == ("G406", 4)
    assert "baris 2" in message_of(fault)


@pytest.mark.parametrize(("name", "zone"), [("Asia/Makassar", "WITA"), ("wit", "WIT"), ("WIB", "WIB")])
def test_the_office_s_zone_may_be_named_by_place_or_label(name, zone):
    assert loaded(f"timezone: {name}\n").config.zone.label == zone
    assert loaded("").config.zone.label == "WIB"


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("Asia/Jayapra", "Asia/Jayapura."),
        ("Makasar", "Asia/Makassar."),
        ("WITTA", "Asia/Makassar."),
        ("Europe/London", "Pilih menurut letak kantor."),
        ("GMT+7", "Pilih menurut letak kantor."),
        ("7", "Pilih menurut letak kantor."),
    ],
)
def test_another_zone_is_refused_with_its_line_and_the_nearest_name(name, advice):
    with pytest.raises(ProblemsFoundError) as refused:
        loaded(f"version: 1\ntimezone: {name}\n")
    (fault,) = refused.value.problems
    assert (fault.code, fault.where.line) == ("G444", 2)
    assert advice in hint_of(fault)


@pytest.mark.parametrize("link", ["javascript:alert(1)", "ftp://contoh.example", "contoh.example"])
def test_a_link_that_is_no_web_address_is_refused(link):
    with pytest.raises(ProblemsFoundError) as refused:
        loaded(f"report:\n  link: {link}\n")
    assert [(problem.code, problem.where.line) for problem in refused.value.problems] == [("G407", 2)]


def test_known_items_and_reachable_targets_are_sound():
    targets = "targets: {default: 4, items: {I1: 1, I14: 3.9}}\n"
    assert items_found(targets + "follow_up: {I2: {actions: [a]}}\n") == ()


def test_unknown_items_are_named_with_their_lines_wherever_they_stand():
    text = """\
targets:
  items:
    I15: 4
follow_up:
  i3: {actions: [a]}
periods:
  IV-2024:
    follow_up:
      XYZ: {actions: [a]}
"""
    faults = items_found(text)
    assert [(fault.code, fault.where.line) for fault in faults] == [("G409", 3), ("G409", 5), ("G409", 9)]
    assert hint_of(faults[1]).startswith("Mungkin maksudnya I3.")
    assert hint_of(faults[2]).startswith("Kode yang ada: I1, I2")


def test_targets_outside_the_scale_are_named_with_their_lines():
    faults = items_found("targets:\n  default: 0\n  items:\n    I1: 4.01\n")
    assert [(fault.code, fault.where.line) for fault in faults] == [("G410", 2), ("G410", 4)]


@pytest.mark.parametrize(("typed", "told"), [("4.5", "4,5"), ("4.001", "4,001"), ("9/2", "4,5"), ("5", "5")])
def test_a_target_is_told_as_indonesians_write_it(typed, told):
    (fault,) = items_found(f"targets:\n  default: {typed}\n")
    assert re.search(rf"(?<![\d,]){told}(?![\d,/])", message_of(fault))


def test_examples_that_nobody_replaced_are_named_with_their_lines():
    settings = loaded("unit:\n  name: GANTI Kantor\n  city: Kota\neditors:\n  - Ani\n  - GANTI Editor\n")
    assert [(fault.code, fault.where.line) for fault in examples_left(settings.document)] == [
        ("G411", 2),
        ("G411", 6),
    ]


def test_what_is_typed_like_a_date_and_is_none_is_named_with_its_line():
    text = """\
periods:
  IV-2024:
    signed: 31 Februari 2025
    follow_up:
      I1: {actions: [a], deadline: 31/13/2025}
  I-2025: {signed: Triwulan I 2025}
  II-2025: {signed: Juli 2025}
follow_up:
  I2:
    actions: [a]
    deadline: 2025-02-30
  I3: {actions: [a], deadline: Triwulan I 2025}
"""
    with pytest.raises(ProblemsFoundError) as refused:
        loaded(text)
    faults = refused.value.problems
    assert [(fault.code, fault.where.line) for fault in faults] == [("G412", n) for n in (3, 5, 6, 7, 11)]
    assert message_of(faults[1]).startswith(
        "“31/13/2025” pada periods.IV-2024.follow_up.I1.deadline bukan tanggal"
    )
    assert "dikosongkan" in hint_of(faults[0])
    assert "setiap bulan" in hint_of(faults[4])


def test_a_legal_basis_that_is_written_like_a_short_name_and_is_none_is_named_with_its_line():
    faults = items_found("legal_basis:\n  - uu-25-2009\n  - uu-25-2010\n  - renstra\n  - UU 25\n")
    assert [(fault.code, fault.where.line) for fault in faults] == [("L570", 3), ("L570", 4)]
    assert message_of(faults[0]) == (
        "legal_basis menyebut uu-25-2010, yang bukan nama pendek dasar hukum pada rubrik ipak-ipkp; "
        "yang ada: " + ", ".join(each.id for each in RUBRIC.legal_basis)
    )
    assert "tulis nama dan judul peraturannya selengkapnya" in hint_of(faults[0])


def test_a_short_name_is_none_where_the_rubric_lists_no_legal_basis():
    settings = loaded("legal_basis: [uu-25-2009]\n")
    silent = RUBRIC.model_copy(update={"legal_basis": ()})
    (fault,) = check_items(settings.config, silent, settings.document.place)
    assert message_of(fault).endswith("yang ada: tidak ada")


def test_a_legal_basis_is_the_text_of_its_short_name_or_the_office_s_own_sentence():
    config = loaded("legal_basis:\n  - permenpanrb-90-2021\n  - Keputusan Kepala Nomor 1\n").config
    first, second = legal_basis(config, RUBRIC)
    assert first == next(each.text for each in RUBRIC.legal_basis if each.id == "permenpanrb-90-2021")
    assert "Nomor 90 Tahun 2021" in first
    assert second == "Keputusan Kepala Nomor 1"
