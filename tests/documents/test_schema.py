"""The JSON Schemas of documents are committed, sound, and true of the documents that are written."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from ipak_cli.base.figures import NotScored
from ipak_cli.base.problem import Problem, Where, problem
from ipak_cli.catalogue.report import PERIOD_WITHOUT_RESULT
from ipak_cli.catalogue.survey import NO_ANSWERS
from ipak_cli.catalogue.usage import MORE_OF_THE_SAME
from ipak_cli.cli.app import DocumentKind, text_of
from ipak_cli.documents.read import read_survey
from ipak_cli.documents.write import MOST_OF_A_KIND, plain, to_json
from ipak_cli.jobs.report import SCHEMA, ReportMade
from ipak_cli.jobs.written import WrittenFile
from ipak_cli.survey.recap import RecapShape
from makers.pekppp_results import result_of
from makers.recaps import recap, recapped
from makers.report_material import loaded
from makers.survey_results import survey_result

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "src" / "ipak_cli" / "documents" / "schemas"
EXAMPLES = sorted((ROOT / "examples" / "hasil").glob("*/*.json"))
FOUND: Problem = problem(PERIOD_WITHOUT_RESULT, Where("a.json", line=3), period="I-2024", stored="-")
REPORT = ReportMade(SCHEMA, "I-2024", (WrittenFile("laporan.md", "a1" * 32),), ("Bab 2",), (FOUND,))


def validator(kind):
    schema = json.loads((SCHEMAS / f"{kind}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("kind", DocumentKind)
def test_the_committed_schema_is_the_one_that_the_results_make(kind):
    assert (SCHEMAS / f"{kind}.schema.json").read_text(encoding="utf-8") == text_of(kind)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_example_documents_follow_their_schema(path):
    validator(path.stem).validate(json.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("kind", "result"),
    [("survey", survey_result("I-2024")), ("pekppp", result_of({}, unit=None)), ("report", REPORT)],
)
def test_every_key_of_a_document_is_asked_for_and_no_other_is_known(kind, result):
    document = json.loads(to_json(result))
    check = validator(kind)
    assert check.is_valid(document)
    assert not check.is_valid({**document, "tambahan": 1})
    assert not check.is_valid({**document, "schema": "ipak/lain/1"})
    for key in document:
        lacking = {name: value for name, value in document.items() if name != key}
        assert check.is_valid(lacking) == (key == "answer_days")  # which came later


@pytest.mark.parametrize("respondents", [40, None])
@pytest.mark.parametrize("shape", [*RecapShape])
def test_the_documents_of_recaps_follow_the_schema(shape, respondents):
    given = recap(((0, 1, 9, 30),) * 14, shape, loaded().rubric, respondents=respondents)
    validator("survey").validate(json.loads(to_json(recapped(given))))


def test_the_forms_of_a_figure_and_of_a_problem_are_in_the_schema():
    document = json.loads(to_json(survey_result("I-2024")))
    check = validator("survey")
    document["problems"] = [plain(FOUND)]
    for figure in (
        plain(NotScored(NO_ANSWERS())),
        {"not_scored": "a", "key": "b", "values": {"c": ["d", 1]}},
    ):
        document["items"][0]["mean"] = figure
        assert check.is_valid(document)
    for figure in (None, 3.5, {"exact": "1"}, {"not_scored": 1}):
        document["items"][0]["mean"] = figure
        assert not check.is_valid(document)


def run(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "ipak_cli", *arguments],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_the_command_prints_a_schema_and_refuses_an_unknown_kind():
    assert run("schema", "report").stdout == text_of(DocumentKind.REPORT)
    refused = run("schema", "lain")
    assert (refused.returncode, refused.stdout) == (2, "")


@pytest.mark.parametrize("kind", DocumentKind)
def test_the_schema_and_the_manual_say_that_a_hundred_problems_of_a_kind_are_listed(kind):
    said = json.loads(text_of(kind))["$defs"]["ProblemForm"]["description"]
    assert f"At most {MOST_OF_A_KIND} of one code and severity" in said
    assert MORE_OF_THE_SAME.code in said
    manual = " ".join((ROOT / "docs" / "panduan.md").read_text(encoding="utf-8").split())
    assert "paling banyak seratus dicantumkan" in manual


def test_what_a_document_does_not_list_stays_counted_when_it_is_stored_again():
    found = tuple(
        problem(PERIOD_WITHOUT_RESULT, Where("a.json", line=n), period="I-2024", stored="-")
        for n in range(130)
    )
    result = replace(survey_result("I-2024"), problems=found)
    once = to_json(result)
    again = read_survey(once.encode(), "a.json")
    assert len(again.problems) == 101
    assert dict(again.problems[-1].values) == {"same": "L501", "count": "30"}
    assert to_json(again) == once
