from __future__ import annotations

import pytest

from ipak_cli.problems import ProblemsFoundError
from ipak_cli.rubric.kinds import parse, parse_as_survey
from ipak_cli.rubric.source import read_document
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
