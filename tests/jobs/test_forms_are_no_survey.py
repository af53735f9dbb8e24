"""Forms of this program that are handed in as a survey: told what they are, and where they belong."""

import openpyxl
import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.base.provenance import Tool
from ipak_cli.catalogue.indonesian import hint_of
from ipak_cli.forms import follow_up_names, settings_names
from ipak_cli.forms import suggestions as review
from ipak_cli.forms.form_record import RECORD_SHEET
from ipak_cli.jobs.score import ScoreRequest, score_files
from ipak_cli.pekppp.book import names
from ipak_cli.workspace.layout import Destination
from makers.exports import EXAMPLES

TOOL = Tool("ipak", "0")


def codes(path):
    (path.parent / "ipak.yaml").write_text("unit: {name: Kantor Contoh}\n", encoding="utf-8")
    try:
        result = score_files(ScoreRequest((path,)), None, Destination(path.parent), TOOL)
    except ProblemsFoundError as found:
        return [(each.code, hint_of(each)) for each in found.problems]
    return [(each.code, hint_of(each)) for each in result.problems]


@pytest.mark.parametrize(
    ("sheets", "code", "command"),
    [
        (names.SHEETS, "F118", "ipak pekppp assess"),
        ((settings_names.UNIT_SHEET, RECORD_SHEET), "F119", "ipak settings"),
        ((follow_up_names.SHEET, RECORD_SHEET), "F119", "ipak settings"),
        ((review.SHEET, RECORD_SHEET), "F120", "ipak suggestions"),
    ],
)
def test_a_form_is_told_with_the_command_that_takes_it(tmp_path, sheets, code, command):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for sheet in sheets:
        book.create_sheet(sheet).append(["Isi", "Lain"])
    book.save(tmp_path / "formulir.xlsx")
    ((found, hint),) = codes(tmp_path / "formulir.xlsx")
    assert (found, command in hint) == (code, True)


@pytest.mark.parametrize(
    ("path", "code"),
    [("masuk/pekppp-2024.xlsx", "F118"), ("laporan/IV-2024/tindak-lanjut.xlsx", "F119")],
)
def test_the_example_s_forms_are_told(tmp_path, path, code):
    copy = tmp_path / "berkas.xlsx"
    copy.write_bytes((EXAMPLES.parent / path).read_bytes())
    assert [found for found, _ in codes(copy)] == [code]
