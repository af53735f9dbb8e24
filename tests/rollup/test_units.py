"""The list of units: its heads, its faults with their cells, and whose a result is."""

import pytest

from ipak_cli.base.period import parse_period
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.rollup.units import find_attribute, read_units


def listed(tmp_path, text):
    path = tmp_path / "units.csv"
    path.write_text(text, encoding="utf-8")
    return read_units(path)


def faults(tmp_path, text):
    with pytest.raises(ProblemsFoundError) as found:
        listed(tmp_path, text)
    return [(each.code, each.where.cell) for each in found.value.problems]


@pytest.mark.parametrize(
    "heads",
    ["unit,nama,induk,wilayah,sejak,sampai,folder,Eselon", "key,name,parent,region,since,until,path,Eselon"],
)
def test_heads_are_indonesian_or_english_and_others_are_attributes(tmp_path, heads):
    units = listed(tmp_path, f"{heads}\nP1,Puskesmas Satu,Dinas,Nusa,I-2023,IV-2024,a/p1,III\n")
    (unit,) = units.units
    assert (unit.key, unit.name, unit.parent, unit.region, unit.folder) == (
        "P1", "Puskesmas Satu", "Dinas", "Nusa", "a/p1",
    )  # fmt: skip
    assert (units.attributes, unit.attributes) == (("Eselon",), {"Eselon": "III"})
    asked = [each for each in ("IV-2022", "I-2023", "IV-2024", "I-2025") if unit.is_asked(parse_period(each))]
    assert asked == ["I-2023", "IV-2024"]
    assert [find_attribute(units.attributes, each) for each in ("induk", "region", "eselon", "warna")] == [
        "parent", "region", "Eselon", None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("nama,induk\nA,B\n", [("B710", "A1")]),
        ("unit,nama,Nama Unit\nA,B,C\n", [("B711", "C1")]),
        ("unit,nama\nA,B\n,C\n", [("B712", "A3")]),
        ("unit,nama\nA,B\na,C\n", [("B713", "A3")]),
        ("unit,folder\nA,x\nB,x/\n", [("B713", "B3")]),
        ("unit,sejak,sampai\nA,kapan,2024-13\n", [("B714", "B2"), ("B714", "C2")]),
    ],
)
def test_every_fault_is_told_with_its_cell(tmp_path, text, told):
    assert faults(tmp_path, text) == told


def test_a_unit_is_known_by_its_folder_then_by_its_name(tmp_path):
    units = listed(tmp_path, "unit;nama;folder\nP1;Puskesmas Satu;prov/a\nP2;Puskesmas Dua;\n")
    assert units.key_of("prov/a", "Puskesmas Dua") == ("P1", True)
    assert units.key_of("prov/p2", "") == ("P2", True)
    assert units.key_of("prov/lain", "PUSKESMAS  DUA") == ("P2", True)
    assert units.key_of("prov/lain", "Puskesmas Tiga") == ("Puskesmas Tiga", False)
    assert units.key_of("prov/lain", "") == ("prov/lain", False)


def test_a_name_that_two_units_have_tells_of_neither(tmp_path):
    units = listed(tmp_path, "unit,nama,induk\nP1,Puskesmas Mekar,A\nP2,Puskesmas Mekar,B\n")
    assert units.key_of("prov/x", "Puskesmas Mekar") == ("Puskesmas Mekar", False)
