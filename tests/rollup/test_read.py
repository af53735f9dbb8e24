"""What is kept of a document, and which documents are refused."""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.documents.read import read_survey
from ipak_cli.rollup.facts import FactKind
from ipak_cli.rollup.read import read_facts
from makers.unit_documents import document

EXAMPLES = Path(__file__).parents[2] / "examples" / "hasil" / "IV-2024"


def refused(text: str, **named) -> str:
    with pytest.raises(ProblemsFoundError) as found:
        read_facts(text.encode(), FactKind.SURVEY, "unit/survey.json", **named)
    return found.value.problems[0].code


def test_the_facts_of_a_survey_are_those_of_its_document():
    content = (EXAMPLES / "survey.json").read_bytes()
    result, facts = read_survey(content, "x"), read_facts(content, FactKind.SURVEY, "a/survey.json")
    assert {i.code: Fraction(i.mean_num, i.mean_den) for i in facts.indices} == {
        code: index.mean for code, index in result.indices.items()
    }
    assert [(i.n, i.total_num, i.counts) for i in facts.items] == [
        (i.n, i.sum, tuple(i.counts.values())) for i in result.items
    ]
    assert sum(each.count for each in facts.own if each.index == "IPAK") == result.respondents == 24
    assert {each.status for each in facts.conditions} == {"met", "outside"}
    assert (facts.document.lowest, facts.document.highest) == (1, 4)


def test_nothing_that_a_respondent_wrote_is_kept():
    content = (EXAMPLES / "survey.json").read_bytes()
    facts = repr(read_facts(content, FactKind.SURVEY, "a/survey.json"))
    texts = [each["text"] for each in json.loads(content)["suggestions"]["shown"]]
    assert len(texts) > 5
    assert [text for text in texts if text in facts] == []


def test_the_facts_of_a_self_assessment_are_those_of_its_document():
    facts = read_facts((EXAMPLES / "pekppp.json").read_bytes(), FactKind.PEKPPP, "a/pekppp.json")
    assert (facts.pekppp.category, facts.pekppp.category_of, facts.pekppp.answered) == ("B", "F-02", 30)
    assert facts.items == ()


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('"schema": "ipak/survey/5"', '"schema": "ipak/survey/4"', "G433"),
        ('"version": "0"', '"version": "99.0"', "D611"),
        ('"respondents": 10,', '"respondents": ', "G432"),
        ('"rounded": "3.50"', '"rounded": "3.51"', "G434"),
    ],
)
def test_a_document_that_every_command_refuses_is_refused(old, new, code):
    text = document("Unit 1", "IV-2024")
    assert old in text
    assert refused(text.replace(old, new)) == code


def test_a_document_in_another_periods_folder_is_refused():
    assert refused(document("Unit 1", "IV-2024"), stated_period="III-2024") == "G435"


def test_a_document_without_a_period_is_refused():
    data = json.loads(document("Unit 1", "IV-2024"))
    data["period"] = dict.fromkeys(data["period"])
    assert refused(json.dumps(data)) == "B704"


def changed(path: str, value: object) -> str:
    data = json.loads(document("Unit 1", "IV-2024"))
    *way, last = path.split(".")
    part = data
    for step in way:
        part = part[int(step)] if step.isdigit() else part[step]
    part[last] = value
    return json.dumps(data)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("items.0.sum", 34),
        ("items.0.n", 11),
        ("items.0.counts.4", 7),
        ("items.1.mean", {"exact": "3", "value": 3.0, "rounded": "3.00"}),
        ("indices.BERSIH.mean", {"exact": "4", "value": 4.0, "rounded": "4.00"}),
        ("tally.total.respondents", 11),
    ],
)
def test_figures_that_the_documents_own_counts_do_not_give_are_refused(path, value):
    assert refused(changed(path, value)) == "B705"
