from __future__ import annotations

import json
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from ipak_cli.cli.app import run
from ipak_cli.cli.rubric import app
from ipak_cli.rubric.schema import schema_text
from makers.pekppp_rubric import SMALL_PEKPPP, with_rule
from makers.rubric_text import SMALL, altered, line_of

UNREACHED = """
facts:
  - {id: F03-01, text: Parkir, type: choice, options: [tidak ada, ada, lengkap]}
rule:
  rule: choice
  cases:
    - {level: 5, when: [{fact: F03-01, answers: [lengkap]}]}
    - {level: 1, when: [{fact: F03-01, answers: [ada]}]}
"""
"""An indicator whose rule never gives the levels 2 to 4."""


def _run(*arguments: str):
    return CliRunner().invoke(app, list(arguments))


def _file(folder, text: str) -> str:
    file = folder / "sendiri.yaml"
    file.write_text(text, encoding="utf-8")
    return str(file)


def test_list_names_the_shipped_rubrics():
    result = _run("list")
    assert result.exit_code == 0
    assert "ipak-ipkp" in result.stdout
    assert "IPAK 5 butir, IPKP 9 butir" in result.stdout
    assert "6 aspek, 30 indikator" in result.stdout


def test_list_as_json_is_one_document():
    rubrics = json.loads(_run("list", "--json").stdout)["rubrics"]
    assert {"ipak-ipkp", "pekppp-2025", "skm-14-2017"} <= {each["id"] for each in rubrics}
    assert {each["kind"] for each in rubrics} == {"survey", "pekppp"}
    assert all(each["digest"].startswith("sha256:") for each in rubrics)


@pytest.mark.parametrize("name", ["ipak-ipkp", "pekppp-2025", "skm-14-2017"])
def test_show_fits_80_columns(name):
    result = _run("show", name)
    assert result.exit_code == 0
    assert max(len(line.rstrip()) for line in result.stdout.splitlines()) <= 80


def test_show_tells_what_the_rubric_says():
    shown = " ".join(_run("show", "ipak-ipkp").stdout.split())
    for part in (
        "I14",
        "Pungutan Liar",
        "1/9",
        "22,5",
        "18,25",
        "di luar survei",
        "paling sedikit 30",
        "WBBM",
    ):
        assert part in shown


def test_show_tells_what_a_pekppp_rubric_says(tmp_path):
    shown = " ".join(_run("show", _file(tmp_path, SMALL_PEKPPP)).stdout.split())
    for part in (
        "IPP 75 % F-02 dan 25 % F-03",
        "A- Baik, mulai 2,5",
        "a. Kebijakan (bobot 60 %, 2 indikator)",
        "1. Standar pelayanan (a.Ak) Bobot 70 % dari aspeknya, 42,00 % dari F-02",
        "Tingkat 0 belum ada 1 ada 2 lengkap",
        "1 F01-01 2 F01-02 (meragukan) 3 F01-03",
        "F01-05 Standar dievaluasi (ya/tidak)",
        "Bukti • Dokumen standar",
        "Keraguan • standar yang belum lengkap dibaca sebagai tingkat 1",
        "4 F02-01 empat atau lima; F02-02 ya",
        "F02-01 Loket (tidak ada / satu / dua",
        "Kepastian dari satu sumber Asal Contoh buatan lain",
        "bila F03-01 terpenuhi, banyaknya yang terpenuhi dari F03-02 sampai F03-06",
        "5 paling sedikit 5 yang terpenuhi",
    ):
        assert part in shown


def test_show_of_a_pekppp_rubric_as_json_keeps_numbers_exact(tmp_path):
    document = json.loads(_run("show", _file(tmp_path, SMALL_PEKPPP), "--json").stdout)
    assert document["rubric"]["kind"] == "pekppp"
    assert document["content"]["ipp"] == {"f02": "3/4", "f03": "1/4"}
    assert document["content"]["aspects"][1]["indicators"][0]["rule"]["thresholds"] == [1, 2, 3, 4, 5]


def test_show_as_json_keeps_numbers_exact():
    document = json.loads(_run("show", "skm-14-2017", "--json").stdout)
    assert document["content"]["indices"][0]["items"][0]["weight"] == "1/9"
    assert document["rubric"]["version"] == "1.1"


def test_what_a_rubric_says_is_never_read_as_markup(tmp_path):
    text = altered("title: Rubrik kecil", "title: '[bold]Rubrik[/bold] [link=x]:smile: [/]'")
    assert "[bold]Rubrik[/bold] [link=x]:smile: [/]" in _run("show", _file(tmp_path, text)).stdout


def test_show_of_a_rubric_with_faults_exits_1(tmp_path):
    file = _file(tmp_path, altered("target: 4", "target: 5"))
    result = _run("show", file)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "R667" in result.stderr


def test_check_of_a_sound_file_says_so(tmp_path):
    file = _file(tmp_path, SMALL)
    result = _run("check", file)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "tidak ada kesalahan" in result.stdout


def test_check_of_a_sound_file_tells_its_warnings_and_succeeds(tmp_path):
    text = altered("text: Petugas jujur", "text: Petugas jujur\n        element: Jujur")
    file = _file(tmp_path, text + "elements: [{name: Lain, purpose: menilai yang lain}]\n")
    result = _run("check", file)
    assert result.exit_code == 0
    assert "tidak ada kesalahan" in result.stdout
    assert "R720" in result.stdout + result.stderr
    (warning,) = json.loads(_run("check", file, "--json").stdout)["problems"]
    assert (warning["code"], warning["severity"]) == ("R720", "warning")


def test_show_tells_elements_ends_and_legal_bases(tmp_path):
    shown = _run("show", "ipak-ipkp").stdout
    assert "bintang 1 sampai 4: 1 Belum Tersedia, 4 Sudah Tersedia" in shown
    rows = [line.split() for line in shown.splitlines()]
    assert ["Kompetensi", "Pelaksana", "–", "menilai", "kemampuan", "yang", "harus"] in rows
    assert ["Perilaku", "Pelaksana", "I9", "menilai", "sikap", "petugas", "ketika"] in rows
    assert any(row[:3] == ["perpres-81-2010", "tidak", "Peraturan"] for row in rows)
    assert any(row[:3] == ["uu-25-2009", "ya", "Undang-Undang"] for row in rows)
    bare = _run("show", _file(tmp_path, SMALL)).stdout
    assert "nilai 1 sampai 4 " in bare
    assert "Dasar hukum" not in bare


def test_check_shows_every_fault_on_standard_error(tmp_path):
    text = altered("code: B2", "code: B1")
    text = altered("target: 4", "targt: 4", text)
    result = _run("check", _file(tmp_path, text))
    assert (result.exit_code, result.stdout) == (1, "")
    shown = "".join(result.stderr.split())
    for part in ("R650", f":{line_of(SMALL, 'code: B2')}", "R620", f":{line_of(SMALL, 'target: 4')}"):
        assert part in shown


def test_check_as_json_is_one_document(tmp_path):
    result = _run("check", _file(tmp_path, altered("target: 4", "target: 5")), "--json")
    (problem,) = json.loads(result.stdout)["problems"]
    assert result.exit_code == 1
    assert (problem["code"], problem["severity"]) == ("R667", "error")
    assert problem["where"]["line"] == line_of(SMALL, "target")


def test_check_of_a_sound_file_as_json_has_no_problems(tmp_path):
    document = json.loads(_run("check", _file(tmp_path, SMALL), "--json").stdout)
    assert (document["rubric"]["id"], document["problems"]) == ("kecil", [])


def test_check_of_a_pekppp_rubric_tells_how_each_rule_was_tried(tmp_path):
    result = _run("check", _file(tmp_path, SMALL_PEKPPP))
    assert (result.exit_code, result.stderr) == (0, "")
    shown = " ".join(result.stdout.split())
    for part in (
        "2 aspek, 3 indikator",
        "1 ladder 32 semua 0, 1, 2, 3, 4, 5",
        "2 choice 12 semua 0, 1, 2, 3, 4, 5",
        "3 count 64 semua 0, 1, 2, 3, 4, 5",
    ):
        assert part in shown


def test_check_of_a_pekppp_rubric_as_json_has_the_proofs(tmp_path):
    document = json.loads(_run("check", _file(tmp_path, SMALL_PEKPPP), "--json").stdout)
    assert document["problems"] == []
    assert document["proofs"][1] == {
        "no": 2, "rule": "choice", "inputs": 12, "exhaustive": True, "levels": [0, 1, 2, 3, 4, 5], "gaps": [],
    }  # fmt: skip


def test_check_fails_when_a_rule_does_not_reach_every_level(tmp_path):
    file = _file(tmp_path, with_rule(UNREACHED))
    result = _run("check", file)
    assert (result.exit_code, result.stdout) == (1, "")
    shown = "".join(result.stderr.split())
    line = line_of(SMALL_PEKPPP, "      - no: 3")
    assert f"{file}:{line}:indikator3:tingkat2tidakpernahtercapai" in shown
    problems = json.loads(_run("check", file, "--json").stdout)["problems"]
    assert [(each["code"], each["where"]["line"]) for each in problems] == [("R690", line)] * 3


def test_show_does_not_ask_for_the_proof(tmp_path):
    assert _run("show", _file(tmp_path, with_rule(UNREACHED))).exit_code == 0


def test_check_of_a_file_that_is_not_there_exits_1():
    result = _run("check", "tidak-ada.yaml")
    assert result.exit_code == 1
    assert "R614" in result.stderr


def test_schema_prints_the_schema_as_it_is():
    assert _run("schema").stdout == schema_text("survey")
    assert _run("schema", "--kind", "survey").stdout == schema_text("survey")
    assert _run("schema", "--kind", "pekppp").stdout == schema_text("pekppp")
    assert _run("schema", "--kind", "angket").exit_code == 2


def test_the_commands_start_without_pandas_and_openpyxl():
    program = (
        "import sys; from ipak_cli.cli import rubric; from ipak_cli.terminal import rubric as _; "
        "rubric.list_command(); rubric.show_command('ipak-ipkp', as_json=True); "
        "rubric.show_command('pekppp-2025'); "
        "print('loaded', [name for name in ('pandas', 'openpyxl', 'numpy') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("loaded []\n")


def test_a_rubric_s_file_is_copied_to_the_byte_and_shown_without_marks_of_direction(
    tmp_path, capsys, monkeypatch
):
    file = _file(tmp_path, SMALL.replace("title: ", "title: \u202e\u200b", 1))
    assert run(["rubric", "show", file, "--yaml"]) == 0
    assert "title: \u202e\u200b" in capsys.readouterr().out
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert run(["rubric", "show", file, "--yaml"]) == 0
    assert not set("\u202e\u200b") & set(capsys.readouterr().out)


def test_the_file_of_a_shipped_rubric_can_be_copied_and_used(tmp_path):
    shown = _run("show", "skm-14-2017", "--yaml")

    assert _run("check", _file(tmp_path, shown.stdout)).exit_code == 0
