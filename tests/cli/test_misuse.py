"""What is said of wrong calls, and of a system that refuses: in Indonesian, and of the true cause."""

import errno
import os

import pytest

from ipak_cli.base.problem import Where, problem
from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.catalogue.report import TEMPLATE_SYNTAX_WRONG
from ipak_cli.cli import outcome
from ipak_cli.cli.app import run as ipak


def said(capsys, *arguments):
    code = ipak(list(arguments))
    return code, capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["score", "x.xlsx", "--population", "9" * 5_000], "harus bilangan bulat"),
        (["score", "x.xlsx", "--population", "1000000000"], "paling besar 999999999"),
        (["score", "x.xlsx", "--population", "0"], "paling kecil 1"),
        (["run", "--wait", "inf"], "paling besar 86400"),
        (["run", "--fresh", "86401"], "paling besar 86400"),
        (["run", "--wait", "lama"], "harus bilangan"),
        (["run", "--wait", "nan"], "paling"),
    ],
)
def test_a_number_that_cannot_be_used_is_told_with_what_can(capsys, arguments, words):
    code, err = said(capsys, *arguments)
    assert (code, "U902" in err, words in err) == (2, True, True), err
    assert "Input" not in err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["run", ""], "ada isian yang kosong;"),
        (["score", "x.xlsx", "--rubric", ""], "kosong untuk --rubric;"),
        (["score", "x.xlsx", "--out", " "], "kosong untuk --out;"),
        (["trend", "--workspace="], "kosong untuk --workspace;"),
        (["score", ""], "ada isian yang kosong;"),
    ],
)
def test_an_empty_argument_is_wrong_usage(capsys, arguments, words):
    code, err = said(capsys, *arguments)
    assert (code, "U902" in err, words in err) == (2, True, True), err


@pytest.mark.skipif(os.name != "posix", reason="a folder that is in use cannot be removed")
@pytest.mark.parametrize("command", [["trend"], ["run"], ["score", "x.xlsx"]])
def test_a_current_folder_that_is_gone_is_told_as_that(tmp_path, monkeypatch, capsys, command):
    gone = tmp_path / "hilang"
    gone.mkdir()
    monkeypatch.setattr(outcome, "give_up_output", lambda: None)  # the output is pytest's
    monkeypatch.chdir(gone)
    gone.rmdir()
    code, err = said(capsys, *command)
    assert (code, "U908" in err) == (1, True), err


def test_a_refused_output_is_told_in_indonesian(capsys, monkeypatch):
    monkeypatch.setattr(outcome, "give_up_output", lambda: None)
    outcome.refused_output(OSError(errno.ENOSPC, "No space left on device"))
    err = capsys.readouterr().err
    assert "tempat penyimpanan penuh" in err
    assert "space" not in err


def test_the_same_problem_is_told_once(capsys):
    outcome.tell([problem(TEMPLATE_SYNTAX_WRONG, Where("templat/x", line=3)) for _ in range(4)])
    assert capsys.readouterr().err.splitlines()[1:] == ["1 galat"]


def test_a_fault_of_a_template_is_told_without_the_words_of_its_library():
    assert message_of(problem(TEMPLATE_SYNTAX_WRONG, Where("templat/x", line=3))) == (
        "susunan templat ini tidak dapat dimengerti di baris ini"
    )
