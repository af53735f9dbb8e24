"""The workpaper of a self-assessment: derived again by others, and what is altered in it is noticed."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from random import Random

import pytest

from ipak_cli.base.figures import NotScored, half_up
from ipak_cli.base.provenance import Tool
from ipak_cli.base.text import capital
from ipak_cli.catalogue.indonesian import say
from ipak_cli.jobs.assess import AssessRequest, assess_files
from ipak_cli.pekppp.answers import Assessment, FactAnswer, IndicatorAnswers
from ipak_cli.pekppp.assemble import Given, assess
from ipak_cli.rubric.load import load_pekppp
from ipak_cli.rubric.pekppp import FactType
from ipak_cli.workpaper.level_formulas import NO_FORMULA
from ipak_cli.workpaper.pekppp_build import pekppp_workpaper
from ipak_cli.workpaper.pekppp_paper import UNREADABLE, PekpppPaper
from ipak_cli.workspace.layout import Destination
from makers.engines import by_formualizer, changed, differences, stored
from makers.workpapers import different

EXAMPLES = Path(__file__).parents[2] / "examples"
LOADED = load_pekppp("pekppp-2025")


@cache
def assessed(f03=None):
    """Assess the example; return the workpaper's material."""
    heard = []
    file = EXAMPLES / "masuk" / "pekppp-2024.xlsx"
    request = AssessRequest((file,), None, None, EXAMPLES / "bukti", f03, date(2025, 1, 2), heard.append)
    (result,) = assess_files(request, LOADED, Destination(), Tool("ipak", "0"))
    return PekpppPaper(result, LOADED.rubric, heard[0].assessment)


def kept(paper, **indicators):
    """Return the material of an assessment with other answers."""
    answers = Assessment("Balai Contoh", "IV-2024", indicators["answers"])
    given = Given(LOADED.rubric, LOADED.digest, Tool("ipak", "0"))
    result = assess(given, answers, {}, (paper.result.sources, ()))
    return PekpppPaper(result, LOADED.rubric, answers)


def partly():
    """Return an assessment with a claim alone, with nothing, and with an answer that cannot be read."""
    rows = dict(assessed().assessment.indicators)
    rows[1] = IndicatorAnswers(claimed=4)
    rows[2] = IndicatorAnswers()
    fact = LOADED.rubric.indicators[2].facts[0].id
    rows[3] = replace(rows[3], facts={**rows[3].facts, fact: FactAnswer(None, faulty=True)})
    return kept(assessed(), answers=rows)


@cache
def papers():
    return {"example": assessed(), "with users": assessed(Fraction("4.13")), "partly": partly()}


@cache
def workbook(name):
    return pekppp_workpaper(papers()[name])


NAMES = pytest.mark.parametrize("name", ["example", "with users", "partly"])


@NAMES
def test_formualizer_comes_to_what_is_stored(name):
    derived = by_formualizer(workbook(name))
    assert differences(stored(workbook(name)), derived) == {}
    assert different(derived) == set()


def shown(figure):
    return "–" if isinstance(figure, NotScored) else float(half_up(figure))


@NAMES
def test_every_figure_and_each_reason_stands_in_hasil(name):
    result, cells = papers()[name].result, stored(workbook(name))["Hasil"]
    rows = {}
    for address, value in cells.items():
        rows.setdefault(int(address[1:]), {})[address[0]] = value
    named = {row.get("B"): row.get("C") for row in rows.values()}
    assert [named["F-02"], named["IPP"]] == [shown(result.f02), shown(result.ipp)]
    category = result.category
    assert named["Kategori"] == (f"{category.code} ({category.name})" if category else "–")
    by_first = {row.get("A"): row for row in rows.values()}
    for each in result.aspects:
        assert by_first[each.code]["D"] == shown(each.index)
    for each in result.principles:
        assert by_first[each.code]["C"] == shown(each.index)
    for each in result.indicators:
        row = by_first[f"{each.no} ({each.code})"]
        levels = [each.claimed, each.derived, each.level]
        assert [row["C"], row["D"], row["E"]] == ["–" if level is None else level for level in levels]
        assert row["G"] == capital(say(each.reason))


def test_what_is_not_rated_is_never_taken_for_nought():
    result = papers()["partly"].result
    assert [each.level for each in result.indicators[:3]] == [4, None, None]
    assert isinstance(result.f02, NotScored)
    facts = stored(workbook("partly"))["Fakta"]
    assert UNREADABLE in facts.values()
    cells = stored(workbook("partly"))["Hasil"]
    assert [cells[f"C{key[1:]}"] for key, value in cells.items() if value == "F-02"] == ["–"]


def place(sheet, text, column, name="example"):
    cells = stored(workbook(name))[sheet]
    row = next(key[1:] for key, value in cells.items() if value == text and key[0] in "ABC")
    return (sheet, f"{column}{row}")


def test_another_level_is_noticed_with_all_that_follows():
    cells = stored(workbook("example"))["Hitung"]
    head = next(key for key, value in cells.items() if value == "Dari fakta menurut ipak")
    by_formula, taken = (f"{head[0]}{int(head[1:]) + no}" for no in (1, 9))
    found = different(by_formualizer(changed(workbook("example"), {("Hitung", taken): 0})))
    assert {"Indikator 9, dari fakta menurut ipak", "Indikator 9, tingkat", "F-02"} <= found
    assert f"Aspek {papers()['example'].result.indicators[8].aspect}, indeks" in found
    assert "Indikator 2, tingkat" not in found
    found = different(by_formualizer(changed(workbook("example"), {("Hitung", by_formula): 0})))
    assert found == {"Indikator 1, dari fakta menurut ipak"}


@pytest.mark.parametrize(
    ("text", "column", "value", "noticed"),
    [
        ("BAGIAN_F02", "C", 0.7, {"Bagian F-02 dalam IPP", "IPP"}),
        ("NILAI_F03", "C", 3, {"F-03 (penilaian pengguna layanan)", "IPP"}),
        ("a", "C", 50, {"Bobot (%) a (Aspek)", "Aspek a, bobot", "F-02"}),
    ],
)
def test_a_changed_parameter_is_noticed(text, column, value, noticed):
    there = place("Parameter", text, column, "with users")
    assert noticed <= different(by_formualizer(changed(workbook("with users"), {there: value})))


def test_the_same_assessment_gives_the_same_bytes():
    assert pekppp_workpaper(assessed()) == workbook("example")


def random_answers(indicator, chance):
    """Return answers to some facts of an indicator, now and then to none of them."""
    kinds = {FactType.NUMBER: lambda _: chance.randrange(20), FactType.DATE: lambda _: date(2024, 3, 1)}
    blank = chance.choice([0, 0, 0.15, 0.5])
    return {
        fact.id: FactAnswer(kinds.get(fact.type, lambda each: chance.choice(each.answers))(fact))
        for fact in indicator.facts
        if chance.random() >= blank
    }


@pytest.mark.parametrize("seed", range(25))
def test_the_formulas_come_to_the_levels_of_the_rules(seed):
    chance = Random(seed)  # noqa: S311 (the same every time, no secret)
    indicators = LOADED.rubric.indicators
    rows = {each.no: IndicatorAnswers(facts=random_answers(each, chance)) for each in indicators}
    data = pekppp_workpaper(kept(assessed(), answers=rows))
    derived = by_formualizer(data)
    assert differences(stored(data), derived) == {}
    assert different(derived) == set()


@pytest.mark.parametrize(
    ("done", "planned", "report", "level"),
    [
        (100, 100, "ya", 5), (99, 100, "ya", 4), (81, 100, "ya", 4), (80, 100, "ya", 3), (30, 100, "ya", 3),
        (29, 100, "ya", 2), (1, 100, "ya", 2), (0, 100, "ya", 1), (100, 100, "tidak", 1), (0, 0, "ya", 0),
    ],
)  # fmt: skip
def test_a_share_at_its_limit_has_the_level_of_the_rule(done, planned, report, level):
    answers = {"F08-01": "ya", "F08-02": planned, "F08-03": done, "F08-04": report}
    assert level_by_formula(8, answers) == level


@pytest.mark.parametrize(
    ("main", "other", "level"),
    [
        ((10, 9), (0, 0), 5), ((100, 89), (0, 0), 4), ((10, 5), (7, 7), 4), ((100, 49), (7, 7), 3),
        ((0, 0), (10, 5), 2), ((0, 0), (100, 49), 1), ((9, 0), (9, 0), 0), ((0, 0), (0, 0), "–"),
        ((5, 6), (9, 9), "–"),
    ],
)  # fmt: skip
def test_the_channel_that_was_used_has_the_level_of_its_share(main, other, level):
    answers = dict(zip(("F28-01", "F28-02", "F28-03", "F28-04"), (*main, *other), strict=True))
    assert level_by_formula(28, answers) == level


ALL, SOME = "seluruh komponen", "sebagian komponen"


@pytest.mark.parametrize(
    ("whole", "some", "required", "level"),
    [
        (0, 0, "tidak ada", 0), (0, 1, "tidak ada", 1), (0, 0, SOME, 1), (1, 0, ALL, 1), (2, 0, SOME, 2),
        (6, 0, "tidak ada", 2), (2, 0, ALL, 3), (3, 0, ALL, 4), (4, 0, ALL, 5), (6, 0, ALL, 5),
    ],
)  # fmt: skip
def test_media_count_beside_the_required_channel(whole, some, required, level):
    media = [ALL] * whole + [SOME] * some + ["tidak ada"] * (6 - whole - some)
    answers = {f"F03-0{number}": answer for number, answer in enumerate((*media, required), 1)}
    assert level_by_formula(3, answers) == level


def level_by_formula(no, answers):
    """Return the level of one indicator as formualizer derives it, and hold it beside the rule's."""
    indicator = next(each for each in LOADED.rubric.indicators if each.no == no)
    assert {*answers} == {fact.id for fact in indicator.facts}
    rows = {no: IndicatorAnswers(facts={fact: FactAnswer(answer) for fact, answer in answers.items()})}
    derived = by_formualizer(pekppp_workpaper(kept(assessed(), answers=rows)))
    assert different(derived) == set()
    row = next(key[1:] for key, value in derived["Hasil"].items() if value == f"{no} ({indicator.code})")
    return derived["Hasil"][f"D{row}"]


def test_most_levels_are_derived_by_formulas_and_the_others_say_so():
    ways = [
        value for value in stored(workbook("example"))["Hitung"].values() if value in ("rumus", NO_FORMULA)
    ]
    assert (ways.count("rumus"), ways.count(NO_FORMULA)) == (29, 1)


def test_another_fact_changes_its_level_and_all_that_follows():
    paper = papers()["example"]
    count = next(each for each in paper.result.indicators if each.no == 2 and each.derived)
    facts = stored(workbook("example"))["Fakta"]
    cells = {("Fakta", key): "tidak" for key, value in facts.items() if key[0] == "D" and value == "ya"
             and facts[f"A{key[1:]}"] == count.no}  # fmt: skip
    found = different(by_formualizer(changed(workbook("example"), cells)))
    assert {"Indikator 2, dari fakta", "Indikator 2, tingkat", "F-02"} <= found
    assert "Indikator 7, tingkat" not in found
