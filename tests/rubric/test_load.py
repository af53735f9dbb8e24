from __future__ import annotations

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue.indonesian import hint_of, message_of
from ipak_cli.rubric.load import parse, parse_as_pekppp, parse_as_survey
from ipak_cli.rubric.pekppp import PekpppRubric
from ipak_cli.rubric.survey import SurveyRubric
from ipak_cli.rubric.yaml_lines import read_document
from makers.pekppp_rubric import SMALL_PEKPPP
from makers.rubric_text import SMALL, altered


def test_a_sound_document_becomes_a_rubric_with_its_digest_and_name():
    loaded = parse(read_document(SMALL.encode(), "folder/x.yaml"))
    assert (loaded.rubric.id, loaded.name, loaded.digest[:7]) == ("kecil", "folder/x.yaml", "sha256:")


@pytest.mark.parametrize("kind", ["kind: pekppp-lain\n", "", "kind:\n", "kind: Survey\n"])
def test_a_kind_that_is_not_accepted_is_one_problem_and_not_a_hundred(kind):
    document = read_document(altered("kind: survey\n", kind).encode(), "x.yaml")
    with pytest.raises(ProblemsFoundError) as caught:
        parse_as_survey(document)
    assert [(fault.code, fault.where.line) for fault in caught.value.problems] == [("R615", 1)]


def test_the_kind_of_a_document_decides_what_it_becomes():
    kinds = [type(parse(read_document(text.encode(), "x.yaml")).rubric) for text in (SMALL, SMALL_PEKPPP)]
    assert kinds == [SurveyRubric, PekpppRubric]


def test_a_pekppp_document_becomes_a_rubric_with_its_digest():
    loaded = parse_as_pekppp(read_document(SMALL_PEKPPP.encode(), "x.yaml"))
    assert [indicator.no for indicator in loaded.rubric.indicators] == [1, 2, 3]
    assert loaded.digest.startswith("sha256:")


def test_the_digest_of_a_pekppp_rubric_is_that_of_its_content():
    first, same, other = (
        parse(read_document(text.encode(), "x.yaml")).digest
        for text in (
            SMALL_PEKPPP,
            altered("answers: [dua]}]}", "answers: [dua]}], doubtful: false}  # bawaan", SMALL_PEKPPP),
            altered("f02: 0.75, f03: 0.25", "f02: 0.7, f03: 0.3", SMALL_PEKPPP),
        )
    )
    assert first == same != other


@pytest.mark.parametrize(
    ("parse_as", "text", "given", "needed"),
    [(parse_as_survey, SMALL_PEKPPP, "pekppp", "survey"), (parse_as_pekppp, SMALL, "survey", "pekppp")],
)
def test_a_sound_rubric_of_the_other_kind_is_refused_with_the_kind_that_is_needed(
    parse_as, text, given, needed
):
    with pytest.raises(ProblemsFoundError) as caught:
        parse_as(read_document(text.encode(), "x.yaml"))
    (fault,) = caught.value.problems
    assert message_of(fault) == f"jenis rubrik (kind) {given} tidak dapat dipakai di sini"
    assert hint_of(fault).startswith(f"Pilih rubrik berjenis {needed},")
