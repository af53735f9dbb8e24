"""Achievements and gaps against targets, and follow-up for what is at its target."""

import pytest

from makers.audit_claims import claim, look, said

SENTENCE = "Perilaku petugas dalam pelayanan terkait kesopanan dan keramahan sudah baik"
PLAN = "1. Peningkatan pelayanan dengan mengikuti pelatihan pelayanan prima"


def row(value, target, kind=None, number=None, plan="", n=2, subject="I9"):
    at = {"table": "Tabel 4.1", "row": n, "words": " | ".join(filter(None, [SENTENCE, target, value, plan]))}
    made = [claim("target", subject, target, **at), claim("item_mean", subject, value, **at)]
    return made + ([claim(kind, subject, number, **at)] if kind else [])


def test_an_achievement_is_realised_by_target():
    assert look(row("3,80", "4", "achievement", "95,00")) == {}
    assert look(row("3,80", "3,60", "achievement", "105,56")) == {}
    found = look(row("3,80", "4", "achievement", "96,00"))
    assert found["A139"].arithmetic == ("I9: 3,80 / 4 x 100 = 95,00",)


def test_an_achievement_that_was_cut_off():
    found = look(row("3,8", "4", "achievement", "96,2"))
    assert found == {}
    assert look(row("3,800", "3,60", "achievement", "105")).keys() == {"A137"}
    assert look(row("3,800", "3,60", "achievement", "104")).keys() == {"A139"}


def test_a_gap_is_the_difference_either_way():
    for right in ("0,20", "-0,20"):
        assert look(row("3,80", "4", "gap", right)) == {}
    assert look(row("3,80", "4", "gap", "0,30"))["A140"].arithmetic == ("I9: 3,80 - 4 = -0,20",)


def test_follow_up_for_an_item_at_its_target():
    found = look(row("4,00", "4", plan=PLAN), row("3,90", "4", plan=PLAN, n=3, subject="I8"))
    assert found.keys() == {"A141"}
    assert "I9 (4,00 dari target 4)" in said(found["A141"])
    assert "I8" not in said(found["A141"])


@pytest.mark.parametrize(
    "plan", ["", "Mempertahankan mutu pelayanan dan meningkatkan kepuasan", "Target tercapai"]
)
def test_what_is_at_its_target_may_be_kept(plan):
    assert look(row("4,00", "4", plan=plan)) == {}
