"""PEKPPP: F-02 against its aspects, IPP, weighted aspects and categories."""

import pytest

from makers.audit_claims import claim, look, possible, said, table
from makers.instruments import instrument

ASPECTS = {
    "Kebijakan Pelayanan": "4,00", "Profesionalisme SDM": "3,50", "Sarana Prasarana": "3,20",
    "Sistem Informasi Pelayanan Publik": "4,10", "Konsultasi dan Pengaduan": "3,00", "Inovasi": "2,50",
}  # fmt: skip
"""0.24 x 4 + 0.25 x 3.5 + 0.18 x 3.2 + 0.11 x 4.1 + 0.10 x 3 + 0.12 x 2.5 = 3.462."""


def aspects(**changed):
    names = [each.name for each in instrument().pekppp.aspects]
    return table("aspect", dict(zip(names, {**ASPECTS, **changed}.values(), strict=True)))


def test_f02_is_the_weighted_sum_of_the_aspects():
    assert look(aspects(), claim("aspect", "F-02", "3,46")) == {}
    found = look(aspects(), claim("aspect", "Nilai F-02", "3,64"))["A149"]
    assert "0,24 x 4,00" in found.arithmetic[0]
    assert "3,46" in possible(found)[0]


def test_ipp_is_of_f02_and_f03():
    f02, f03 = claim("aspect", "F-02", "3,46"), claim("aspect", "F-03", "4,20")
    assert look(f02, f03, claim("aspect", "IPP", "3,65")) == {}
    assert "IPP 3,46" in said(look(f02, f03, claim("aspect", "IPP", "3,46"))["A149"])


def test_missing_aspects_say_nothing():
    assert look(aspects()[1:], claim("aspect", "F-02", "1,00")) == {}


def test_a_weighted_aspect():
    at = {"table": "Tabel 6.1", "row": 2}
    name = aspects()[0].subject
    for right in ("0,96", "96"):
        assert look(claim("aspect", name, "4,00", **at), claim("weighted", name, right, **at)) == {}
    assert "A134" in look(claim("aspect", name, "4,00", **at), claim("weighted", name, "0,90", **at))


def test_an_aspect_above_the_highest_level():
    assert "A130" in look(claim("aspect", "F-02", "5,10"))


@pytest.mark.parametrize(
    ("word", "value"), [("B- (Baik dengan Catatan)", "3,46"), ("Baik", "3,51"), ("A-", "4,01")]
)
def test_right_categories(word, value):
    at = {"table": "Tabel 6.2", "row": 2}
    assert look(claim("aspect", "F-02", value, **at), claim("category", "F-02", word=word, **at)) == {}


@pytest.mark.parametrize(
    ("word", "value", "right"), [("B", "3,46", "B-"), ("Sangat Baik", "3,90", "B (Baik)")]
)
def test_categories_of_another_value(word, value, right):
    found = look(claim("aspect", "F-02", value), claim("category", "F-02", word=word, line=3))
    assert right in possible(found["A129"])[0]
