"""The typed table of a report's figures: written blank, filled in, read back."""

import io
from fractions import Fraction

import openpyxl
import pytest

from ipak_cli.audit.checks import check
from ipak_cli.audit.claim import ClaimKind
from ipak_cli.audit.instrument import Instrument
from ipak_cli.base.period import parse_period
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.forms import audit_names as names
from ipak_cli.forms.audit import audit_form
from ipak_cli.forms.audit_read import open_typed_table, read_typed_table
from ipak_cli.forms.looks import FIRST_ROW
from ipak_cli.rubric.load import load_rubric

RUBRIC = load_rubric("ipak-ipkp").rubric
INSTRUMENT = Instrument(RUBRIC)


def filled(*rows, period="IV-2024", rubric=RUBRIC):
    """Return the form with these rows of texts: kind, subject, value, period, place."""
    workbook = openpyxl.load_workbook(io.BytesIO(audit_form(rubric)))
    sheet = workbook[names.SHEET]
    sheet["B2"] = period
    for number, row in enumerate(rows, start=FIRST_ROW):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column).value = value
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()


def read(*rows, **given):
    typed = open_typed_table("angka.xlsx", filled(*rows, **given))
    return read_typed_table(typed, INSTRUMENT)


def refused(*rows, **given):
    with pytest.raises(ProblemsFoundError) as error:
        read(*rows, **given)
    return [(each.code, each.where.cell) for each in error.value.problems]


def test_a_row_is_a_claim_with_its_decimals_and_its_place():
    (claim,) = read(("nilai butir", "I1", "3,90", None, "halaman 7, Tabel 3.1")).claims
    assert (claim.kind, claim.subject) == (ClaimKind.ITEM_MEAN, "I1")
    assert (claim.number.value, claim.number.places) == (Fraction(39, 10), 2)
    assert (claim.place.sheet, claim.place.cell, claim.place.table) == ("Angka", "C5", "halaman 7, Tabel 3.1")
    assert claim.period == parse_period("IV-2024")


@pytest.mark.parametrize("words", names.subjects(RUBRIC))
def test_every_choice_of_the_drop_down_is_understood(words):
    (claim,) = read(("nilai indeks", words, "3,90")).claims
    assert claim.subject == names.subjects(RUBRIC)[words]


def test_a_component_whose_parts_do_not_add_up_is_found():
    component = RUBRIC.zi.components[0]
    claims = read(
        ("nilai komponen", f"komponen – {component.name}", "21,81", None, "Tabel 1"),
        ("nilai komponen", "IPAK", "17,06", None, "Tabel 1"),
        ("nilai komponen", "capaian kinerja", "3,75", None, "Tabel 1"),
    )
    assert "A106" in [each.problem.code for each in check(claims, INSTRUMENT)]


@pytest.mark.parametrize("kind", names.KINDS)
def test_every_kind_of_the_drop_down_is_understood(kind):
    value = "Baik" if names.KINDS[kind] in names.WORDS else "24"
    (claim,) = read((kind, None, value)).claims
    assert claim.kind is names.KINDS[kind]
    assert claim.word == ("Baik" if value == "Baik" else None)


def test_drop_downs_stand_on_every_row_and_the_value_is_kept_as_text():
    sheet = openpyxl.load_workbook(io.BytesIO(audit_form(RUBRIC)))[names.SHEET]
    lists = {
        rule.formula1: str(rule.sqref)
        for rule in sheet.data_validations.dataValidation
        if rule.type == "list"
    }
    assert lists == {"DaftarJenis": "A5:A304", "DaftarHal": "B5:B304"}
    assert {sheet.cell(row, 3).number_format for row in range(FIRST_ROW, 305)} == {"@"}


def test_a_component_and_its_parts_have_their_maximum_and_are_added_up():
    component = RUBRIC.zi.components[0]
    whole, part, performance = read(
        ("nilai komponen", f"komponen – {component.name}", "20,81", None, "Tabel 1"),
        ("nilai komponen", "IPAK", "17,06", None, "Tabel 1"),
        ("nilai komponen", "capaian kinerja", "3,75", None, "Tabel 1"),
    ).claims
    assert (whole.subject, part.subject, performance.subject) == ("IPAK", "IPAK", "performance")
    assert [each.of.value for each in (whole, part, performance)] == [Fraction(45, 2), Fraction(35, 2), 5]


def test_a_point_parts_thousands_in_a_count_and_decimals_elsewhere():
    count, mean = read(("jumlah bintang", "bintang 4", "1.234"), ("nilai indeks", "IPAK", "3.912")).claims
    assert count.number.value == 1234
    assert mean.number.value == Fraction(3912, 1000)


def test_a_row_may_name_another_period_and_the_caller_another_for_the_report():
    rows = (("nilai indeks", "IPAK", "3,90", "III-2024"), ("nilai indeks", "IPAK", "3,91"))
    typed = open_typed_table("angka.xlsx", filled(*rows))
    claims = read_typed_table(typed, INSTRUMENT, parse_period("I-2025"))
    assert [each.period.name for each in claims.claims] == ["III-2024", "I-2025"]
    assert claims.period.name == "I-2025"


def test_everything_that_is_not_understood_is_told_with_its_cell():
    found = refused(
        ("jenis lain", None, "1"),
        ("nilai butir", "I99", "3,9"),
        ("nilai butir", "I1", "tiga"),
        ("jumlah responden", None, "24,5"),
        ("nilai indeks", "IPAK", "3,9", "nanti"),
        period="kapan",
    )
    assert found == [
        ("A197", "B2"),
        ("A194", "A5"),
        ("A195", "B6"),
        ("A196", "C7"),
        ("A196", "C8"),
        ("A197", "D9"),
    ]


def test_a_blank_table_is_told():
    assert refused() == [("A198", None)]


def test_a_table_whose_head_is_gone_is_told():
    workbook = openpyxl.load_workbook(io.BytesIO(filled(("nilai indeks", "IPAK", "3,9"))))
    workbook[names.SHEET]["C4"] = None
    content = io.BytesIO()
    workbook.save(content)
    with pytest.raises(ProblemsFoundError) as error:
        read_typed_table(open_typed_table("angka.xlsx", content.getvalue()), INSTRUMENT)
    assert "Nilai" in str(error.value.problems[0].values["columns"])


def test_another_workbook_and_another_file_are_no_typed_table():
    other = io.BytesIO()
    openpyxl.Workbook().save(other)
    assert open_typed_table("laporan.xlsx", other.getvalue()) is None
    assert open_typed_table("laporan.xlsx", b"PK\x03\x04 rusak") is None
    assert open_typed_table("laporan.md", b"# Laporan") is None


def test_the_form_names_its_rubric_and_is_the_same_for_the_same_rubric():
    skm = load_rubric("skm-14-2017").rubric
    assert open_typed_table("a.xlsx", audit_form(skm)).rubric == "skm-14-2017"
    assert audit_form(skm) == audit_form(skm)
    assert audit_form(skm) != audit_form(RUBRIC)
