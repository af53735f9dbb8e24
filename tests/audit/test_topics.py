"""A figure of PEKPPP, of the quality of data or of a group is not one of the survey, whatever its name."""

from __future__ import annotations

import pytest

from ipak_cli.audit.claim import ClaimKind
from ipak_cli.audit.extract import extract
from ipak_cli.base.period import parse_period
from makers.claims_as_text import document
from makers.instruments import instrument

TABLE = "| Aspek | Nilai |\n| --- | --- |\n| Sarana dan Prasarana | 3,76 |\n"


def kinds(text: str) -> list[ClaimKind]:
    """Return the kinds of the claims that a text's tables make."""
    claims = extract(document(text), instrument("ipak-ipkp"), parse_period("IV-2024"))
    return [each.kind for each in claims.claims if each.place.row is not None]


@pytest.mark.parametrize(
    ("above", "kind"),
    [
        ("## BAB III HASIL SURVEI\n", [ClaimKind.ITEM_MEAN]),
        ("## BAB IV PENILAIAN PEKPPP\n", [ClaimKind.ASPECT]),
        ("## BAB IV PENILAIAN PEKPPP\n\n### 4.1 Hasil\n", [ClaimKind.ASPECT]),
        ("## BAB IV PENILAIAN PEKPPP\n\n## BAB V HASIL SURVEI\n", [ClaimKind.ITEM_MEAN]),
        ("## BAB III HASIL SURVEI\n\nTabel 3.1 Indeks Aspek PEKPPP\n", [ClaimKind.ASPECT]),
        ("## BAB III HASIL SURVEI\n\n### 3.9 Catatan Mutu Data\n", []),
    ],
)
def test_a_chapter_a_section_and_a_caption_say_what_a_table_is_about(
    above: str, kind: list[ClaimKind]
) -> None:
    assert kinds(f"{above}\n{TABLE}") == kind


def test_figures_by_a_profile_are_those_of_groups_and_not_the_surveys() -> None:
    text = "Tabel 3.2 Nilai menurut usia\n\n| Usia | IPAK |\n| --- | --- |\n| 17-25 tahun | 3,90 |\n"
    [claim] = [
        each
        for each in extract(document(text), instrument("ipak-ipkp"), parse_period("IV-2024")).claims
        if each.kind is ClaimKind.INDEX
    ]
    assert (claim.subject, claim.group) == ("IPAK", "17-25 tahun")


def test_a_signature_stands_alone_and_a_date_in_a_sentence_is_none() -> None:
    text = "Bengkulu, 2 Januari 2025\n\nSurvei ditutup pada 30 Desember 2024.\n"
    dates = [
        (each.subject, str(each.day))
        for each in extract(document(text), instrument("ipak-ipkp"), None).claims
        if each.kind is ClaimKind.DATE
    ]
    assert dates == [("signature", "2025-01-02"), (None, "2024-12-30")]


ASPECTS = """| Aspek | Bobot | Indeks |
|---|---|---|
| Kebijakan Pelayanan | 24% | 4,00 |
| Profesionalisme SDM | 25% | 4,20 |
| Sarana Prasarana | 18% | 3,50 |
| SIPP | 11% | 3,00 |
"""


def test_a_table_of_the_aspects_of_pekppp_is_known_by_its_rows() -> None:
    claims = extract(document(f"# LAPORAN SURVEI TRIWULAN IV 2024\n\n{ASPECTS}"), instrument("ipak-ipkp"))
    assert {each.kind for each in claims.claims if each.number} == {ClaimKind.ASPECT, ClaimKind.WEIGHT}
