"""What a rubric says for the report alone: elements, the scale's ends, legal bases."""

import pytest

from ipak_cli.base.text import wording
from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.rubric.load import load_rubric, parse_as_survey
from ipak_cli.rubric.own_settings import own_form as joined
from ipak_cli.rubric.yaml_lines import read_document
from ipak_cli.workspace.config_file import parse_config
from makers.own_forms import own_form
from makers.rubric_text import SMALL, altered, found, line_of, problems_of

IPAK, SKM = (load_rubric(name).rubric for name in ("ipak-ipkp", "skm-14-2017"))
ELEMENTS = """\
elements:
  - {name: Kejujuran, purpose: memastikan petugas jujur}
  - {name: Keterbukaan, purpose: memastikan petugas terbuka}
"""
BASES = """\
legal_basis:
  - {id: uu-1-2001, text: Undang-Undang Nomor 1 Tahun 2001}
  - {id: uu-2-2002, text: Undang-Undang Nomor 2 Tahun 2002, usual: false}
"""


def loaded(text):
    return parse_as_survey(read_document(text.encode(), "x.yaml"))


def measuring(element, text=SMALL):
    """Return a rubric with the elements above, whose first item measures one of this name."""
    text = altered("text: Petugas jujur", f"text: Petugas jujur\n        element: {element}", text)
    return altered("indices:\n  - code", f"{ELEMENTS}indices:\n  - code", text)


def test_an_element_that_no_item_measures_is_no_fault():
    assert found(measuring("Kejujuran")) == []


def test_an_item_of_an_element_that_is_not_listed_is_warned_of_at_its_line():
    text = measuring("Kejujurn")
    rubric = loaded(text)
    (warning,) = rubric.problems
    assert (warning.code, warning.severity, warning.where.line) == (
        "R720",
        "warning",
        line_of(text, "Kejujurn"),
    )
    assert message_of(warning) == "butir B1 mengukur unsur Kejujurn, yang tidak ada pada elements"
    assert rubric.rubric.items[0].element == "Kejujurn"


def test_elements_may_be_named_without_a_list_of_them():
    assert problems_of(altered("text: Petugas jujur", "text: Petugas jujur\n        element: X")) == ()


@pytest.mark.parametrize(
    ("part", "again"),
    [(ELEMENTS, "  - {name: keterbukaan, purpose: lagi}\n"), (BASES, "  - {id: uu-1-2001, text: Lain}\n")],
)
def test_an_element_or_a_legal_basis_is_listed_once(part, again):
    text = SMALL + part + again
    assert found(text) == [("R650", line_of(text, again.strip()))]


def test_a_legal_basis_is_usual_unless_the_rubric_says_otherwise():
    assert [(each.id, each.usual) for each in loaded(SMALL + BASES).rubric.legal_basis] == [
        ("uu-1-2001", True),
        ("uu-2-2002", False),
    ]


def test_the_id_of_a_legal_basis_is_a_short_name():
    text = SMALL + BASES.replace("uu-1-2001", "UU 1")
    assert ("R627", line_of(text, "id: UU 1")) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        measuring("Kejujuran").replace("        element: Kejujuran\n", ""),
        SMALL + BASES,
        altered("  highest: 4", "  highest: 4\n  word: bintang\n  ends: {lowest: Buruk, highest: Baik}"),
        altered("text: Petugas jujur", "text: Petugas jujur\n        ends: {lowest: Buruk, highest: Baik}"),
    ],
)
def test_words_for_the_report_leave_results_comparable(text):
    assert found(text) == []
    assert loaded(text).digest == loaded(SMALL).digest


def test_a_value_is_called_value_where_the_rubric_says_nothing():
    assert (loaded(SMALL).rubric.scale.word, loaded(SMALL).rubric.scale.ends) == ("nilai", None)
    assert (IPAK.scale.word, SKM.scale.word) == ("bintang", "nilai")


def test_the_instrument_of_ipak_has_14_elements_of_which_two_are_not_measured():
    measured = {item.element for item in IPAK.items}
    assert len(IPAK.elements) == 14
    assert [each.name for each in IPAK.elements if each.name not in measured] == [
        "Produk Spesifikasi Jenis Pelayanan",
        "Kompetensi Pelaksana",
    ]


def test_each_item_of_the_satisfaction_survey_measures_the_element_of_its_place():
    assert [each.name for each in SKM.elements] == [item.element for item in SKM.items]


@pytest.mark.parametrize("rubric", [IPAK, SKM])
def test_a_purpose_goes_on_behind_a_colon(rubric):
    assert [each.purpose for each in rubric.elements if not each.purpose[0].islower()] == []
    assert [each.purpose for each in rubric.elements if each.purpose.endswith(".")] == []


@pytest.mark.parametrize("rubric", [IPAK, SKM])
def test_the_ends_are_answers_that_are_read_as_the_ends(rubric):
    for item in rubric.items:
        ends = rubric.ends_of(item)
        meant = {wording(word): label.value for label in rubric.labels_of(item) for word in label.words}
        assert (meant[wording(ends.lowest)], meant[wording(ends.highest)]) == (1, 4), item.code


def test_the_regulations_that_are_out_of_date_or_beside_the_survey_are_not_usual():
    assert [each.id for each in IPAK.legal_basis if each.usual] == [
        "uu-25-2009",
        "perpres-54-2018",
        "permenpanrb-90-2021",
    ]
    assert [each.id for each in IPAK.legal_basis if not each.usual] == [
        "perpres-81-2010",
        "perpres-47-2021",
        "permenpanrb-60-2021",
        "se-menpanrb-4-2023",
        "se-deputi-23-2023",
    ]
    assert [each.id for each in SKM.legal_basis if each.usual] == [
        "uu-25-2009",
        "pp-96-2012",
        "permenpanrb-14-2017",
    ]


def ends(said):
    """Return what the form's scale, U1 and U2 call their ends."""
    rubric = own_form(said).rubric
    told = (rubric.ends_of(item) for item in rubric.items[:2])
    return [(each.lowest, each.highest) for each in (rubric.scale.ends, *told)]


def test_a_form_of_other_heads_keeps_the_rubrics_ends():
    assert ends("columns: {U1: Syarat}\n") == [
        ("Tidak Baik", "Sangat Baik"),
        ("Tidak Sesuai", "Sangat Sesuai"),
        ("Tidak Mudah", "Sangat Mudah"),
    ]


def test_the_forms_own_words_for_all_items_are_its_ends():
    assert ends('answers: {"1": [Parah, Payah], "4": Hebat}\n') == [("Parah", "Hebat")] * 3


def test_the_forms_own_words_for_one_item_are_that_items_ends():
    assert ends('answers: {items: {U1: {"4": Komplet}}}\n') == [
        ("Tidak Baik", "Sangat Baik"),
        ("Tidak Sesuai", "Komplet"),
        ("Tidak Mudah", "Sangat Mudah"),
    ]
    assert ends('answers: {"1": Parah, "4": Hebat, items: {U1: {"4": Komplet}}}\n') == [
        ("Parah", "Hebat"),
        ("Parah", "Komplet"),
        ("Parah", "Hebat"),
    ]


def test_own_words_between_the_ends_change_none():
    assert ends('answers: {"2": Lumayan}\n') == ends("columns: {U1: Syarat}\n")


def test_own_words_give_a_rubric_no_meaning_of_ends_that_it_has_not():
    config = parse_config(b'answers: {"1": Parah, "4": Hebat}\n').config
    assert joined(loaded(SMALL).rubric, config.columns, config.answers).rubric.scale.ends is None
