"""Shares against their counts and totals."""

from makers.audit_claims import claim, look, said, stars


def share(number, count, total, row=2, **more):
    return claim("share", None, number, count=str(count), of=str(total), table="Tabel 2.1", row=row, **more)


def test_a_share_is_the_count_by_the_total():
    assert look(share("58,5", 24, 41, group="Laki-laki")) == {}
    found = look(share("59,5", 24, 41, group="Laki-laki"), share("40,4", 17, 41, row=3, group="Perempuan"))
    assert found.keys() == {"A138"}
    assert "Laki-laki 59,5 %" in said(found["A138"])
    assert "24 / 41 x 100 = 58,54" in found["A138"].arithmetic


def test_half_up_and_half_to_even_are_right():
    assert look(share("12,5", 1, 8)) == look(share("12", 1, 8)) == look(share("13", 1, 8)) == {}


def test_shares_that_were_cut_off():
    found = look(share("41,4", 17, 41, group="Perempuan"))
    assert found.keys() == {"A137"}
    assert "dipotong" in said(found["A137"])


def test_shares_that_were_evened_to_a_hundred():
    thirds = [share("33,3", 1, 3), share("33,3", 1, 3, row=3), share("33,4", 1, 3, row=4)]
    assert look(thirds) == {}
    assert "A138" in look(share("33,3", 1, 3), share("33,3", 1, 3, row=3), share("33,6", 1, 3, row=4))


def test_shares_of_answers_stand_with_their_counts():
    counts = stars((8, 0, 46, 422), period="I-2024")
    assert look(counts, claim("share", "4", "88,66", period="I-2024")) == {}
    found = look(counts, claim("share", "4", "89,66", period="I-2024"))
    assert found["A138"].arithmetic == ("422 / 476 x 100 = 88,66",)
    assert look(counts, claim("share", "4", "92,40", period="II-2024")) == {}
