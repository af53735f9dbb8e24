"""Terminals that lack signs: every sign has an equal there, and nothing ends in a traceback."""

import json
import os
import shlex
import subprocess
import sys

import pytest

from ipak_cli.catalogue.indonesian import CATALOGUE
from ipak_cli.cli.app import run
from ipak_cli.cli.streams import PLAIN, plain_sign
from makers.exports import EXAMPLES, example_rows, write_csv
from makers.xls import XlsSheet, number, stream

TW3 = EXAMPLES / "ipak-ipkp-2024-tw3.xlsx"
OLD = ["cp1252", "cp850", "ascii", "cp437", "latin-1"]


def ipak(encoding, *arguments):
    """Run the program with an output of an encoding; return exit code, output and problems as text."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))
    }
    ended = subprocess.run(
        [sys.executable, "-m", "ipak_cli", *map(str, arguments)],
        env={
            **kept,
            "LANG": "C",
            "PYTHONIOENCODING": encoding,
            "PYTHONUTF8": "0",
            "PYTHONCOERCECLOCALE": "0",
        },
        capture_output=True,
        check=False,
    )
    return ended.returncode, ended.stdout.decode(encoding), ended.stderr.decode(encoding)


@pytest.mark.parametrize(
    ("signs", "plain"),
    [
        ("−1,5", "-1,5"),
        ("≥ 3,60", ">= 3,60"),
        ("≤ 2", "<= 2"),
        ("“kata”", '"kata"'),
        ("A2–A9…", "A2-A9..."),
        ("→ ini", "-> ini"),
        ("★★☆", "**-"),
        ("✓ ✗ •", "v x *"),
        ("┌──┐│═║█", "+--+|-|#"),
        ("Désa Ñu", "Desa Nu"),
        ("½ 4²", "1/2 4^2"),
        ("\udcff 日", "? ?"),
    ],
)
def test_a_sign_that_cannot_be_written_has_an_equal(signs, plain):
    assert signs.encode("ascii", PLAIN).decode("ascii") == plain


def test_every_sign_of_every_message_has_an_equal_of_its_own():
    texts = "".join(f"{each.title}{each.message}{each.hint}{each.meaning}" for each in CATALOGUE.values())

    assert "?" not in {plain_sign(sign) for sign in texts if not sign.isascii()}


@pytest.mark.parametrize("encoding", OLD)
def test_a_result_is_readable_in_the_code_page_of_an_old_terminal(encoding):
    code, out, err = ipak(encoding, "score", TW3, "--population", 100, "--detail")

    assert code == 0
    assert "IPKP 3,91" in err
    assert "3,94" in out
    assert "?" not in f"{out}{err}"
    assert "| Nilai |" in out
    assert max(map(len, out.splitlines())) <= 80


@pytest.mark.parametrize("encoding", OLD)
def test_problems_are_readable_there_too(tmp_path, encoding):
    rows = example_rows(3)
    rows[2][8], rows[3][8], rows[4][9] = "lumayan", "−1", "★★★☆☆"

    code, out, err = ipak(encoding, "score", write_csv(tmp_path / "isi.csv", rows))

    assert (code, out) == (1, "")
    assert "lumayan" in err
    assert "-1 bukan jawaban" in err
    assert "?" not in err


@pytest.mark.parametrize("encoding", OLD)
@pytest.mark.parametrize(
    "arguments",
    [
        ["explain"],
        ["rubric", "list"],
        ["rubric", "show", "ipak-ipkp"],
        ["rubric", "show", "pekppp-2025"],
        ["--help"],
    ],
)
def test_every_other_view_ends_well(encoding, arguments):
    code, out, err = ipak(encoding, *arguments)

    assert (code, err) == (0, "")
    assert out


@pytest.mark.parametrize("arguments", [["score", TW3, "--json"], ["score", "tidak-ada–“.xlsx", "--json"]])
@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_a_json_document_is_utf8_wherever_it_goes(encoding, arguments):
    ended = subprocess.run(
        [sys.executable, "-m", "ipak_cli", *map(str, arguments)],
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )

    document = json.loads(ended.stdout.decode("utf-8"))
    assert ended.returncode in {0, 1}
    assert "“" in json.dumps(document, ensure_ascii=False) or document["schema"] == "ipak/survey/5"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit")
@pytest.mark.parametrize("limit", [40_000, 100_000, 300_000, 460_799])
def test_too_little_memory_is_told_in_our_own_words(limit):
    called = (
        f"ulimit -v {limit}; exec {shlex.quote(sys.executable)} -m ipak_cli score {shlex.quote(str(TW3))}"
    )
    ended = subprocess.run(
        ["sh", "-c", called], capture_output=True, text=True, check=False, encoding="utf-8"
    )
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.startswith("GALAT U907 memori yang boleh dipakai tidak cukup")


def test_memory_that_ends_while_a_file_is_read_is_no_bug_and_no_damage(tmp_path, capsys, monkeypatch):
    def refuse(*_arguments, **_options):
        raise MemoryError

    monkeypatch.setattr("ipak_cli.tables.xls.xlrd.open_workbook", refuse)
    path = tmp_path / "jawaban.xls"
    path.write_bytes(stream([XlsSheet("S", number(0, 0, 4))]))
    assert run(["score", str(path)]) == 1
    assert "GALAT U907 " in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="no shell that closes a stream")
@pytest.mark.parametrize("command", ["--version", "--help"])
def test_a_closed_output_is_no_traceback(command):
    line = f"{shlex.quote(sys.executable)} -m ipak_cli {command} >&-"
    ended = subprocess.run(["sh", "-c", line], capture_output=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, b"")
