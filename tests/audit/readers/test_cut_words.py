"""Words that the end of a line or the edge of a narrow column cuts."""

import pytest

from ipak_cli.audit.readers.words import one_line


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("NRR\nTertimb\nang", "NRR Tertimbang"),
        ("IKM\nUnit\nPelayan\nan", "IKM Unit Pelayanan"),
        ("Waktu\nPenyelesaian", "Waktu Penyelesaian"),
        ("biaya\nlayanan", "biaya layanan"),
        ("mutu\nan", "mutu an"),
    ],
)
def test_a_cut_word_is_whole_again_where_it_is_a_usual_one(text, whole):
    assert one_line(text) == whole
