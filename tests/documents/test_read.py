"""Result documents are read back into the results that they were written from, or refused."""

import json
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipak_cli import __version__
from ipak_cli.base.figures import NotScored
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.base.provenance import Tool
from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.documents.read import read_pekppp, read_survey
from ipak_cli.documents.write import to_json
from ipak_cli.jobs.score import ScoreRequest, score
from ipak_cli.pekppp.answers import IndicatorAnswers
from ipak_cli.rubric.load import load_rubric
from makers.exports import EXAMPLES
from makers.pekppp_results import GAPS, found, result_of, rows, users
from makers.survey_results import GIVEN, survey_result

NAME = "hasil/III-2024/survey.json"
RESULT = survey_result("III-2024")
DOCUMENT = json.loads(to_json(RESULT))


def read_again(result):
    return read_survey(to_json(result).encode(), NAME)


def refusal(document, read=read_survey):
    text = document if isinstance(document, bytes) else json.dumps(document).encode()
    with pytest.raises(ProblemsFoundError) as refused:
        read(text, NAME)
    (fault,) = refused.value.problems
    assert str(fault.where) == NAME
    return fault.code, message_of(fault)


def with_value(path, value):
    """Return the document with another value at a path."""
    document = json.loads(json.dumps(DOCUMENT))
    *way, last = path
    part = document
    for step in way:
        part = part[step]
    part[last] = value
    return document


@pytest.mark.parametrize("quarter", [1, 2, 3, 4])
@pytest.mark.parametrize("known", [{}, {"population": 41, "performance": "B", "unit": "Kantor Contoh"}])
def test_a_survey_result_comes_back_the_same(quarter, known):
    request = ScoreRequest((EXAMPLES / f"ipak-ipkp-2024-tw{quarter}.xlsx",), **known)
    result = score(request, load_rubric("ipak-ipkp"), Tool("ipak", "0"))
    assert result.respondents
    assert read_again(result) == result


def test_a_result_of_bad_input_comes_back_with_its_problems_and_reasons():
    request = ScoreRequest((EXAMPLES / "tidak-ada.xlsx",))
    result = score(request, load_rubric("skm-14-2017"), Tool("ipak", "0"))
    assert result.problems
    assert isinstance(result.indices["IKM"].mean, NotScored)
    assert read_again(result) == result


@given(st.lists(st.tuples(*[st.integers(0, 10**12)] * 4), min_size=4, max_size=4))
def test_any_counts_come_back_the_same(counts):
    result = survey_result("III-2024", tuple(counts))
    assert read_again(result) == result


@pytest.mark.parametrize(
    "result",
    [
        result_of(),
        result_of(rows(GAPS, claims={1: 5, 2: 0}), unit=None, quarter=None, f03=Fraction(4)),
        replace(result_of(f03=Fraction(4)), users=users()),
        result_of({}),
        result_of({1: IndicatorAnswers(claimed=3)}, evidence={1: found("sk.pdf", missing=("b.pdf",))}),
    ],
    ids=["best", "gaps", "users", "empty", "claimed"],
)
def test_a_pekppp_result_comes_back_the_same(result):
    assert read_pekppp(to_json(result).encode(), NAME) == result


def test_counts_and_figures_keep_their_types():
    again = read_again(RESULT)
    assert type(again.items[0].mean) is Fraction
    assert type(again.items) is tuple
    assert type(again.items[0].counts["4"]) is int


@pytest.mark.parametrize("schema", ["ipak/survey/1", "ipak/pekppp/2", "", None, 1])
def test_another_schema_is_refused_with_both_names(schema):
    code, message = refusal(with_value(["schema"], schema))
    assert code == "G433"
    assert "ipak/survey/2" in message
    assert str(schema if isinstance(schema, str) else "tanpa schema") in message


def test_a_survey_is_no_self_assessment():
    assert refusal(DOCUMENT, read_pekppp)[0] == "G433"


@pytest.mark.parametrize("text", [b"[]", b"null", b"4", b'"ipak/survey/1"', b"{}"])
def test_json_of_something_else_is_refused(text):
    assert refusal(text)[0] == "G433"


@pytest.mark.parametrize(
    "text",
    [b"", b"rusak", b'{"schema": "ipak/survey/2"', b"\xff\xfe\x00", b"[" * 100_000, b"9" * 10_000],
    ids=["empty", "words", "cut", "bytes", "deep", "long"],
)
def test_broken_json_is_refused(text):
    assert refusal(text)[0] == "G432"


@pytest.mark.parametrize("key", list(DOCUMENT))
def test_a_missing_key_is_named(key):
    document = {name: value for name, value in DOCUMENT.items() if name != key}
    code, message = refusal(document)
    assert code == ("G433" if key == "schema" else "G432")
    assert key in message or key == "schema"


@pytest.mark.parametrize(
    ("path", "value", "named"),
    [
        (["respondents"], "10", "respondents"),
        (["respondents"], True, "respondents"),
        (["respondents"], 10.0, "respondents"),
        (["unit"], 7, "unit"),
        (["tambahan"], 1, "tambahan"),
        (["items"], {}, "items"),
        (["items", 1, "counts", "4"], None, "items[2].counts.4"),
        (["items", 0, "mean"], None, "items[1].mean"),
        (["items", 0, "mean"], 3.5, "items[1].mean"),
        (["items", 0, "mean"], {"not_scored": 1}, "items[1].mean"),
        (["items", 0, "mean", "exact"], "3,5", "items[1].mean"),
        (["items", 0, "mean", "exact"], "1/0", "items[1].mean"),
        (["items", 0, "mean", "exact"], "9" * 4000, "items[1].mean"),
        (["indices", "BERSIH"], [], "indices.BERSIH"),
        (["zi"], {}, "zi"),
        (["problems"], [{"severity": "parah"}], "problems[1]"),
    ],
)
def test_a_value_of_another_form_is_named_with_its_place(path, value, named):
    code, message = refusal(with_value(path, value))
    assert code == "G432"
    assert f"di {named}" in message


def test_a_severity_that_does_not_exist_is_refused():
    where = {"file": None, "sheet": None, "cell": None, "line": None}
    fault = {"code": "K211", "severity": "parah", "where": where, "message": "a", "hint": "b"}
    code, message = refusal(with_value(["problems"], [fault]))
    assert (code, "problems[1].severity" in message) == ("G432", True)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["indices", "BERSIH", "mean", "rounded"], "4.00"),
        (["indices", "BERSIH", "mean", "value"], 4.0),
        (["indices", "BERSIH", "mean", "value"], float("nan")),
        (["indices", "BERSIH", "mean", "exact"], "4"),
        (["indices", "BERSIH", "mean", "catatan"], "tambahan"),
    ],
)
def test_a_figure_that_contradicts_itself_is_named(path, value):
    code, message = refusal(with_value(path, value))
    assert code == "G434"
    assert "indices.BERSIH.mean" in message


def test_the_documents_counts_are_those_of_the_test():
    assert list(DOCUMENT["items"][0]["counts"].values()) == list(GIVEN[0])


def test_a_document_of_a_newer_program_is_refused_with_both_versions():
    code, message = refusal(with_value(("tool", "version"), "99.1"))
    assert code == "D611"
    assert "99.1" in message
    assert __version__ in message
