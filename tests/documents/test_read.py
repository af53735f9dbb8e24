"""Result documents are read back into the results that they were written from, or refused."""

import json
import subprocess
import sys
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipak_cli import __version__
from ipak_cli.base.figures import NotScored
from ipak_cli.base.message import Message
from ipak_cli.base.problem import ProblemsFoundError, SeveralCells, Where, problem
from ipak_cli.base.provenance import Tool
from ipak_cli.catalogue.indonesian import message_of, say
from ipak_cli.catalogue.survey import GROUP_NOT_FILLED
from ipak_cli.catalogue.workspace import NO_RESULT_FOR_PERIOD
from ipak_cli.documents.read import read_pekppp, read_survey
from ipak_cli.documents.write import figure_form, plain, to_json
from ipak_cli.jobs.score import ScoreRequest, score
from ipak_cli.pekppp.answers import IndicatorAnswers
from ipak_cli.rubric.load import load_rubric
from makers.exports import EXAMPLES
from makers.pekppp_results import GAPS, found, result_of, rows, users
from makers.survey_results import GIVEN, survey_result

ROOT = Path(__file__).parents[2]
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


@pytest.mark.parametrize("name", ["17-30", GROUP_NOT_FILLED()])
def test_a_group_is_named_by_its_answer_or_by_a_message(name):
    (first, *groups), *_ = [each.groups for each in RESULT.breakdowns if each.groups]
    breakdown = replace(RESULT.breakdowns[0], groups=(replace(first, name=name), *groups))
    result = replace(RESULT, breakdowns=(breakdown, *RESULT.breakdowns[1:]))
    assert read_again(result) == result


@pytest.mark.parametrize("period", [1, 2, 3, 4])
@pytest.mark.parametrize("known", [{}, {"population": 41, "performance": "B", "unit": "Kantor Contoh"}])
def test_a_survey_result_comes_back_the_same(period, known):
    request = ScoreRequest((EXAMPLES / f"ipak-ipkp-2024-tw{period}.xlsx",), **known)
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
        result_of(rows(GAPS, claims={1: 5, 2: 0}), unit=None, period=None, f03=Fraction(4)),
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
    assert "ipak/survey/5" in message
    assert str(schema if isinstance(schema, str) else "tanpa schema") in message


def test_a_survey_is_no_self_assessment():
    assert refusal(DOCUMENT, read_pekppp)[0] == "G433"


@pytest.mark.parametrize("text", [b"[]", b"null", b"4", b'"ipak/survey/1"', b"{}"])
def test_json_of_something_else_is_refused(text):
    assert refusal(text)[0] == "G433"


@pytest.mark.parametrize(
    "text",
    [b"", b"rusak", b'{"schema": "ipak/survey/5"', b"\xff\xfe\x00", b"[" * 100_000, b"9" * 10_000],
    ids=["empty", "words", "cut", "bytes", "deep", "long"],
)
def test_broken_json_is_refused(text):
    assert refusal(text)[0] == "G432"


def test_a_document_that_was_written_before_a_key_was_there_is_read_without_it():
    older = {name: value for name, value in DOCUMENT.items() if name != "answer_days"}
    assert read_survey(json.dumps(older).encode(), "survey.json").answer_days is None


@pytest.mark.parametrize("key", [key for key in DOCUMENT if key != "answer_days"])
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


@pytest.mark.parametrize("path", [("sources", 0, "noted"), ("period", "end"), ("suggestions", "shown")])
def test_a_missing_key_is_named_although_the_result_has_a_default_for_it(path):
    *way, last = path
    document = json.loads(json.dumps(DOCUMENT))
    part = document
    for step in way:
        part = part[step]
    del part[last]
    code, message = refusal(document)
    assert code == "G432"
    assert f"di {path[0]}" in message
    assert last in message


def message_value(**changed):
    return {"key": "G430", "values": {"period": "I-2024", "command": ["a", 1]}, "text": "x"} | changed


def problem_value(**changed):
    found = plain(problem(NO_RESULT_FOR_PERIOD, Where("a", line=2), period="I-2024", command="ipak score"))
    return found | changed


def test_a_problem_comes_back_with_its_values_and_its_sentences_are_written_anew():
    advice = message_value(values={"period": message_value(), "command": "c"})
    cells = {"count": 2, "cells": "A1, B2"}
    document = with_value(["problems"], [problem_value(message="lama", cells=cells, other_advice=advice)])
    (found,) = read_survey(json.dumps(document).encode(), NAME).problems
    assert (found.entry, found.where, found.values) == (
        NO_RESULT_FOR_PERIOD,
        Where("a", line=2),
        {"period": "I-2024", "command": "ipak score"},
    )
    inner = Message("G430", {"period": "I-2024", "command": ("a", 1)})
    assert found.cells == SeveralCells(2, "A1, B2")
    assert found.other_advice == Message("G430", {"period": inner, "command": "c"})
    assert message_of(found) != "lama"


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"code": "Z999"}, "problems[1].code"),
        ({"message": 1}, "problems[1].message"),
        ({"where": {}}, "problems[1].where.file"),
        ({"cells": {"count": True, "cells": ""}}, "problems[1].cells.count"),
        ({"values": {"period": True}}, "problems[1].values.period"),
        ({"values": {"period": 1.5}}, "problems[1].values.period"),
        ({"values": {"period": [[]]}}, "problems[1].values.period"),
        ({"values": []}, "problems[1].values"),
        ({"values": {}}, "problems[1].values"),
        ({"other_advice": message_value(key="tidak ada")}, "problems[1].other_advice.key"),
        ({"other_advice": message_value(values={})}, "problems[1].other_advice.key"),
        ({"other_advice": message_value(text=1)}, "problems[1].other_advice.text"),
        ({"other_advice": {"key": "G430"}}, "problems[1].other_advice"),
        ({"lain": 1}, "problems[1].lain"),
    ],
)
def test_a_fault_in_a_problem_is_named(changed, named):
    code, message = refusal(with_value(["problems"], [problem_value(**changed)]))
    assert (code, f"di {named}" in message) == ("G432", True), message


def test_the_reason_of_a_figure_is_a_sentence_or_has_its_key_and_values():
    worded = {"not_scored": "lama", "key": "G430", "values": {"period": "I-2024", "command": "c"}}
    document = json.dumps(with_value(["items", 0, "mean"], worded)).encode()
    result = read_survey(document, NAME)
    reason = Message("G430", {"period": "I-2024", "command": "c"})
    assert result.items[0].mean == NotScored(reason)
    again = json.loads(to_json(result))["items"][0]["mean"]
    assert again == worded | {"not_scored": say(reason)}


@pytest.mark.parametrize(
    "changed",
    [{"key": "tidak ada"}, {"values": 1}, {"not_scored": 1}, {"lain": 1}, {"values": {"period": 1.5}}],
)
def test_a_reason_that_is_none_is_refused(changed):
    worded = {"not_scored": "a", "key": "G430", "values": {"period": "I-2024", "command": "c"}} | changed
    code, message = refusal(with_value(["items", 0, "mean"], worded))
    assert (code, "items[1].mean" in message) == ("G432", True)


def test_a_figure_of_true_is_no_figure():
    one = {"exact": "1", "value": True, "rounded": "1.00"}
    assert refusal(with_value(["items", 0, "mean"], one))[0] == "G434"


def test_the_last_of_a_documents_schemas_is_the_only_one_that_is_read():
    code, message = refusal(with_value(["schema"], "ipak/survey/1"))
    assert code == "G433"
    assert "ipak/survey/1" in message


def test_reading_imports_no_library_of_spreadsheets():
    heavy = "{'pandas', 'numpy', 'openpyxl', 'xlrd', 'lxml', 'jinja2'}"
    path = ROOT / "examples" / "hasil" / "IV-2024" / "survey.json"
    lines = (
        "import sys",
        "from pathlib import Path",
        "from ipak_cli.documents.read import read_survey",
        f"read_survey(Path({str(path)!r}).read_bytes(), 'x')",
        f"print({heavy} & sys.modules.keys())",
    )
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True, check=True
    )
    assert done.stdout == "set()\n"


def test_a_severity_that_does_not_exist_is_refused():
    where = {"file": None, "sheet": None, "cell": None, "line": None}
    fault = {"code": "K211", "severity": "parah", "where": where, "values": {}, "cells": None}
    fault |= {"other_advice": None, "message": "a", "hint": "b"}
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


LOW, HIGH = ({**figure_form(Fraction(value))} for value in ("18/5", "37/10"))
OPEN = {"not_scored": "a", "key": "no_answers", "values": {}}


def test_two_ends_of_a_figure_are_read_in_order():
    document = with_value(["items", 0, "mean"], OPEN | {"between": [LOW, HIGH]})
    result = read_survey(json.dumps(document).encode(), NAME)
    assert result.items[0].mean.between == (Fraction(18, 5), Fraction(37, 10))


@pytest.mark.parametrize(
    ("ends", "code"),
    [([HIGH, LOW], "G434"), ([LOW, LOW], "G434"), ([LOW], "G432"), (None, "G432"), ([LOW, 3.7], "G432")],
)
def test_ends_that_are_none_are_refused(ends, code):
    found, message = refusal(with_value(["items", 0, "mean"], OPEN | {"between": ends}))
    assert (found, "items[1].mean" in message) == (code, True)


@pytest.mark.parametrize("key", ["n", "missing", "sum", "counts"])
def test_what_a_recap_does_not_tell_of_an_item_is_read_with_its_reason(key):
    result = read_survey(json.dumps(with_value(["items", 0, key], OPEN)).encode(), NAME)
    assert getattr(result.items[0], key) == NotScored(Message("no_answers"))


def test_a_fault_in_what_a_recap_does_not_tell_is_named():
    code, message = refusal(with_value(["items", 0, "counts"], OPEN | {"key": "tidak ada"}))
    assert (code, "items[1].counts" in message) == ("G432", True)


def test_the_document_of_answers_has_no_key_of_a_recap():
    assert "recap" not in DOCUMENT["sources"][0]
    assert "distribution" not in DOCUMENT["indices"]["BERSIH"]


def test_the_documents_counts_are_those_of_the_test():
    assert list(DOCUMENT["items"][0]["counts"].values()) == list(GIVEN[0])


def test_a_document_of_a_newer_program_is_refused_with_both_versions():
    code, message = refusal(with_value(("tool", "version"), "99.1"))
    assert code == "D611"
    assert "99.1" in message
    assert __version__ in message
