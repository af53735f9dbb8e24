import openpyxl
import typer
from typer.testing import CliRunner

from ipak_cli.cli.surveys import template

app = typer.Typer()
app.command()(template)


def run(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_template_writes_a_sheet_for_the_usual_rubric(tmp_path):
    out = tmp_path / "jawaban.xlsx"
    result = run(out)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "jawaban.xlsx" in result.stderr
    assert openpyxl.load_workbook(out)["_ipak"]["B1"].value == "ipak-ipkp"


def test_template_takes_another_rubric_by_its_id(tmp_path):
    out = tmp_path / "jawaban.xlsx"
    assert run(out, "--rubric", "skm-14-2017").exit_code == 0
    assert openpyxl.load_workbook(out)["_ipak"]["B1"].value == "skm-14-2017"


def test_template_replaces_a_file_only_by_force(tmp_path):
    out = tmp_path / "jawaban.xlsx"
    out.write_text("jawaban responden")
    refused = run(out)
    assert refused.exit_code == 1
    assert "U940" in refused.stderr
    assert out.read_text() == "jawaban responden"
    assert run(out, "--force").exit_code == 0
    assert openpyxl.load_workbook(out).sheetnames == ["Jawaban", "Petunjuk", "_ipak"]


def test_template_says_that_a_rubric_is_unknown(tmp_path):
    result = run(tmp_path / "jawaban.xlsx", "--rubric", "ipak-ipk")
    assert result.exit_code == 1
    assert "R614" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_template_writes_what_a_link_that_was_named_leads_to(tmp_path):
    (tmp_path / "lama.xlsx").write_text("jawaban responden")
    (tmp_path / "pintas.xlsx").symlink_to("lama.xlsx")
    assert run(tmp_path / "pintas.xlsx").exit_code == 1
    assert run(tmp_path / "pintas.xlsx", "--force").exit_code == 0
    assert openpyxl.load_workbook(tmp_path / "lama.xlsx")["_ipak"]["B1"].value == "ipak-ipkp"
    assert (tmp_path / "pintas.xlsx").is_symlink()
