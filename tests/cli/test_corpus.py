"""The corpus of bad inputs: every kind is refused with its codes, or read right; each test is one kind."""

from __future__ import annotations

import pytest

from ipak_cli.base.problem import ProblemsFoundError, Severity
from ipak_cli.base.provenance import Tool
from ipak_cli.documents.read import read_survey
from ipak_cli.jobs.score import ScoreRequest, score
from ipak_cli.pekppp.book.open import read_workbook
from ipak_cli.rubric.load import load_rubric, parse
from ipak_cli.rubric.yaml_lines import read_document
from ipak_cli.workspace.config_file import parse_config
from makers.corpus import FILES, HEADERS, HOSTILE_CODES, RIGHT, TIMES, WRONG, Kind, answering, honest, xlsx
from makers.corpus_documents import RESULTS, RUBRICS, SETTINGS, WORKBOOKS
from makers.corpus_formats import FORMATS
from makers.hostile import HOSTILE
from makers.pekppp_workbook import LOADED

IPAK = load_rubric("ipak-ipkp")
EXPORTS = {
    **{f"file: {name}": kind for name, kind in (FILES | FORMATS).items()},
    **{f"hostile: {name}": Kind("isi.xlsx", made, HOSTILE_CODES[name]) for name, made in HOSTILE.items()},
    **{f"table: {name}": kind for name, kind in HEADERS.items()},
    **{f"answer: {name}": Kind("isi.xlsx", answering(cell)) for name, cell in RIGHT.items()},
    **{f"answer: {name}": Kind("isi.xlsx", answering(cell), (code,)) for name, (cell, code) in WRONG.items()},
    **{f"time: {name}": kind for name, kind in TIMES.items()},
}
DOCUMENTS = {
    **{f"self-assessment: {name}": each for name, each in WORKBOOKS.items()},
    **{f"rubric: {name}": each for name, each in RUBRICS.items()},
    **{f"settings: {name}": each for name, each in SETTINGS.items()},
    **{f"result: {name}": each for name, each in RESULTS.items()},
}
READ = {
    "self-assessment": lambda book: read_workbook(book, LOADED).problems,
    "rubric": lambda content: parse(read_document(content, "x.yaml")) and (),
    "settings": lambda content: parse_config(content).problems,
    "result": lambda text: read_survey(text.encode(), "x.json") and (),
}


def scored(folder, kind):
    path = folder / kind.file
    path.write_bytes(kind.content())
    return score(ScoreRequest((path,)), IPAK, Tool("ipak", "0"))


@pytest.fixture(scope="module")
def expected(tmp_path_factory):
    """What the honest table gives."""
    result = scored(tmp_path_factory.mktemp("jujur"), Kind("isi.xlsx", lambda: xlsx(honest())))
    assert (result.respondents, result.problems) == (6, ())
    return result.items


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_is_refused_or_read_right(tmp_path, expected, name):
    kind = EXPORTS[name]
    result = scored(tmp_path, kind)
    refused = any(problem.severity is Severity.ERROR for problem in result.problems)
    assert sorted({problem.code for problem in result.problems}) == sorted(kind.codes)
    assert result.respondents is None if refused else result.items == expected


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_refused_or_read_right(name):
    content, codes = DOCUMENTS[name]
    try:
        problems = READ[name.partition(":")[0]](content)
    except ProblemsFoundError as refused:
        problems = refused.problems
    assert sorted({problem.code for problem in problems}) == sorted(codes)
