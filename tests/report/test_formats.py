from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.report.formats import FORMATS, render
from ipak_cli.report.numbering import UnknownReferenceError, number
from ipak_cli.report.outline import Figure, Paragraph
from ipak_cli.report.prose import with_prose
from ipak_cli.report.templates import OwnTemplates
from ipak_cli.workspace.config_publication import ReportFormat
from makers.reports import item_chart, plain_table, report

NUMBERED = with_prose(report(Figure("gambar", "Butir", item_chart()), plain_table(("a",))), {}, {})


def test_the_files_to_read_come_first_and_their_pictures_behind_them():
    assert [*render(NUMBERED, OwnTemplates(), FORMATS)] == [
        "laporan.md", "laporan.html", "laporan.docx", "laporan.pdf", "grafik-butir.svg"
    ]  # fmt: skip
    assert [*render(NUMBERED, OwnTemplates(), ["pdf", "html"])] == ["laporan.html", "laporan.pdf"]


def test_settings_know_each_format():
    beside = [ReportFormat.WORKPAPER, ReportFormat.POSTER]
    assert [*FORMATS, *beside] == [each.value for each in ReportFormat]


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_gives_the_same_bytes_each_time_and_its_own_file_among_them(name):
    files = FORMATS[name].render(NUMBERED, OwnTemplates())
    assert f"laporan.{name}" in files
    assert files == FORMATS[name].render(NUMBERED, OwnTemplates())


@pytest.mark.parametrize(
    ("form", "name"), [(FORMATS["md"], "markdown/sampul.md.j2"), (FORMATS["html"], "html/sampul.html.j2")]
)
def test_a_format_uses_an_offices_own_template_and_tells_its_fault(form, name):
    assert b"<<KANTOR>>" in b"".join(form.render(NUMBERED, OwnTemplates({name: "<<KANTOR>>"})).values())
    with pytest.raises(ProblemsFoundError) as caught:
        form.render(NUMBERED, OwnTemplates({name: "{{ ref('tidak-ada') }}"}))
    assert [each.code for each in caught.value.problems] == ["L557"]


def test_a_key_that_names_nothing_tells_which_keys_there_are():
    with pytest.raises(UnknownReferenceError) as caught:
        number(report(Paragraph("Isi."))).label("tabel")
    assert (caught.value.key, caught.value.known) == ("tabel", ("hasil", "bagian", "asal-usul"))


def test_two_parts_or_two_pictures_of_one_name_are_a_bug():
    with pytest.raises(ValueError, match="two parts of the report are called tabel"):
        number(report(plain_table(("a",)), plain_table(("b",))))
    with pytest.raises(ValueError, match="two charts have the same name"):
        number(report(Figure("a", "A", item_chart()), Figure("b", "B", item_chart())))


def test_a_picture_in_word_fills_the_text_and_has_no_space_around_it():
    data = FORMATS["docx"].render(NUMBERED, OwnTemplates())["laporan.docx"]
    with ZipFile(BytesIO(data)) as document:
        text = document.read("word/document.xml").decode()
    [inline] = re.findall(r"<wp:inline[^>]*>", text)
    assert re.findall(r'dist[TBLR]="(\d+)"', inline) == ["0"] * 4
    [width] = re.findall(r'<wp:extent cx="(\d+)"', text)
    assert 161 < int(width) / 36000 <= 162
