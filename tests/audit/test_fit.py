"""A report may use an instrument's questions on another scale, without its bands and points."""

from __future__ import annotations

import pytest

from ipak_cli.audit.fit import fitted
from makers.claims_as_text import document
from makers.instruments import instrument


def highest(text: str) -> int:
    return fitted(instrument("ipak-ipkp"), document(text)).rubric.scale.highest


@pytest.mark.parametrize(
    ("text", "scale"),
    [
        ("Penilaian memakai skala 1 sampai dengan 6.", 6),
        ("Penilaian memakai skala Likert 1-5.", 5),
        ("IPAK sebesar 5,82 dari skala 6.", 6),
        ("Penilaian memakai skala 1 s.d. 4.", 4),
        ("Nilai dikonversi ke skala 1-100.", 4),
        ("Skala 1-4 dipakai untuk IPAK, skala 1-10 untuk kepentingan.", 4),
        ("IPAK sebesar 3,82.", 4),
    ],
)
def test_the_only_scale_that_a_report_states_is_that_of_its_answers(text: str, scale: int) -> None:
    assert highest(text) == scale


def test_another_scale_has_neither_the_bands_nor_the_points_of_the_instruments() -> None:
    other = fitted(instrument("ipak-ipkp"), document("Dengan skala 1 sampai 6.")).rubric
    assert other.zi is None
    assert not any(index.bands for index in other.indices)
    own = instrument("ipak-ipkp")
    assert fitted(own, document("Dengan skala 1 sampai 4.")) is own
