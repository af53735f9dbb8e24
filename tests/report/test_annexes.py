"""The annexes and the logos of a report, in the model and in each format."""

import base64
import io
import re
import zlib
from dataclasses import replace
from fractions import Fraction
from zipfile import ZipFile

import pytest

from ipak_cli.base.provenance import AnswerDays, Decisions
from ipak_cli.report.build import build, prose_variables
from ipak_cli.report.formats import FORMATS
from ipak_cli.report.formats.paper import LOGO_GAP, logo_height, photograph_width
from ipak_cli.report.numbering import number
from ipak_cli.report.outline import Details, Paragraph, Photograph, Picture, pictures_of
from ipak_cli.report.prose import with_prose
from ipak_cli.report.templates import OwnTemplates
from makers.pictures import SECRET, office_files
from makers.report_files import pdf_of
from makers.report_material import ALL_BEST, material, rows_of, survey
from makers.reports import plain_table, report

GIVEN = ((1, 2, 3, 4),) * 13 + ((0, 0, 0, 8),)
UNIT = {
    "name": "Balai Contoh",
    "about": "Balai melayani sekolah.\nPenggunanya guru.",
    "services": ["Konsultasi", "Data"],
}


def annex(given, key):
    [found] = [each for each in build(given).annexes if each.key == key]
    return found


def with_files(given=None):
    return replace(given or material(survey(GIVEN)), files=office_files())


def files_of(given, name):
    numbered = with_prose(build(given), prose_variables(given), {})
    return FORMATS[name].render(replace(numbered, pictures=given.files.contents), OwnTemplates())


def test_annexes_stand_in_their_order_and_the_sources_are_the_last():
    assert [each.title for each in build(with_files()).annexes] == [
        "Kuesioner", "Rekapitulasi Jawaban", "Foto dan Gambar", "Dokumen Pendukung", "Asal-usul Laporan"
    ]  # fmt: skip
    assert [each.key for each in build(material(survey(GIVEN))).annexes] == [
        "lampiran-kuesioner", "lampiran-rekap", "asal-usul"
    ]  # fmt: skip


def test_annexes_their_tables_and_pictures_have_numbers_that_references_name():
    numbering = number(build(with_files()))
    assert [each.label for each in numbering.annexes] == [f"Lampiran {n}" for n in range(1, 6)]
    assert numbering.label("tabel-kuesioner") == "Tabel L1.1"
    assert numbering.label("tabel-rekap") == "Tabel L2.1"
    assert numbering.label("foto-1") == "Gambar L3.1"
    assert [each.anchor for each in numbering.tables[-2:]] == ["tabel-kuesioner", "tabel-rekap"]
    assert numbering.figures[-1].title == "Ruang <layanan>"


def test_two_pictures_of_one_name_are_a_bug():
    twice = Picture("foto.png", "x", 1, 1)
    with pytest.raises(ValueError, match="two pictures have the same name"):
        number(report(Photograph("a", "A", twice), Photograph("b", "B", twice)))


def test_the_questionnaire_has_a_box_for_each_value_and_says_what_else_is_asked():
    given = material(survey(GIVEN))
    how, table, others = annex(given, "lampiran-kuesioner").blocks
    assert how == Paragraph(
        "Survei Mandiri IPAK dan IPKP pada Kantor Contoh. Pilih satu nilai untuk setiap butir; "
        "1 adalah nilai terendah dan 4 nilai tertinggi."
    )
    assert [column.title for column in table.columns[-4:]] == ["1", "2", "3", "4"]
    assert rows_of(table, 1, 3, 4, 7)[0] == ("I1", "IPAK", "□", "□")
    assert len(table.rows) == 14
    assert others == Paragraph("Selain itu ditanyakan: jenis kelamin dan jenis layanan.")


def test_questions_stand_as_the_office_asked_them_where_its_heads_are_words():
    own = {
        "I1": ("Tidak ada perlakuan istimewa",),
        "I2": ("Tidak ada pungutan", "Tidak ada imbalan"),
        "I3": ("q3",),
    }
    asked = replace(survey(GIVEN), decisions=Decisions(columns=own))
    _, table, _ = annex(material(asked), "lampiran-kuesioner").blocks
    assert [row[2].texts for row in table.rows[:2]] == [own["I1"], own["I2"]]
    assert table.rows[2][2].texts == (asked.items[2].text,)


def test_the_recap_counts_every_answer_and_its_sums_are_exact():
    given = material(survey(GIVEN))
    [table] = annex(given, "lampiran-rekap").blocks
    rows = rows_of(table)
    assert [column.title for column in table.columns] == [
        "Butir", "1", "2", "3", "4", "Kosong", "Jawaban", "Jumlah nilai", "Rata-rata"
    ]  # fmt: skip
    assert rows[0] == ("I1", "1", "2", "3", "4", "0", "10", "30", "3,00")
    assert rows[13] == ("I14", "0", "0", "0", "8", "2", "8", "32", "4,00")
    assert rows[14] == ("Jumlah", "13", "26", "39", "60", "2", "138", "422", "3,06")
    assert Fraction(422, 138) == given.survey.combined.pooled
    assert table.note is None


def test_the_recap_says_which_items_are_turned_and_groups_thousands():
    many = survey(((0, 0, 0, 900),) * 14)
    turned = replace(many.items[0], sum=900, mean=Fraction(1))
    [table] = annex(material(replace(many, items=(turned, *many.items[1:]))), "lampiran-rekap").blocks
    assert table.note == "Nilai butir I1 dibalik sebelum dijumlahkan."
    assert rows_of(table, 7)[:2] == [("900",), ("3.600",)]


@pytest.mark.parametrize(
    ("size", "shown"), [(0, "0 byte"), (999, "999 byte"), (1500, "2 kB"), (2_450_000, "2,5 MB")]
)
def test_a_document_is_named_with_its_size_and_digest(size, shown):
    files = office_files()
    [document] = files.documents
    given = replace(with_files(), files=replace(files, documents=(replace(document, size=size),)))
    [details] = annex(given, "lampiran-dokumen").blocks
    assert details == Details((("Berita acara", f"ba.pdf, {shown}, SHA-256 {'c3' * 32}"),))


@pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)
def test_a_format_with_pictures_gives_the_same_bytes_each_time(form):
    given = with_files()
    numbered = replace(with_prose(build(given), prose_variables(given), {}), pictures=given.files.contents)
    first = form.render(numbered, OwnTemplates())
    assert first == form.render(numbered, OwnTemplates())
    assert not [name for name, content in first.items() if SECRET in unpacked(name, content)]


def unpacked(name, content):
    """Return all that a file holds: the parts of a package, pictures in a page, streams of a PDF."""
    match name.rpartition(".")[2]:
        case "docx":
            with ZipFile(io.BytesIO(content)) as package:
                return b"".join(map(package.read, package.namelist()))
        case "html":
            held = re.findall(rb"base64,([A-Za-z0-9+/=]+)", content)
            return content + b"".join(map(base64.b64decode, held))
        case "pdf":
            streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL)
            return content + b"".join(map(inflated, streams))
    return content


def inflated(stream):
    """Return what a compressed stream holds, or nothing of another one."""
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return b""


@pytest.mark.parametrize("form", ["docx", "html", "md", "pdf"])
def test_what_is_inside_a_file_of_the_report_is_looked_into(form):
    given = with_files()
    found = b"".join(unpacked(*each) for each in files_of(given, form).items())
    scan = given.files.contents["lampiran-1.jpg"].partition(b"\xff\xda")[2]
    assert scan in found


def test_a_page_holds_its_pictures_and_says_what_they_are():
    given = with_files()
    page = files_of(given, "html")["laporan.html"].decode()
    found = re.findall(r'<img [^>]*src="data:(image/[a-z+]+);base64,([^"]+)" alt="([^"]*)"', page)
    assert [(media, alt) for media, _, alt in found] == [
        ("image/svg+xml", "Logo unit"),
        ("image/png", "Logo kementerian"),
        ("image/jpeg", "Dua meja &amp; kursi"),
    ]
    assert [base64.b64decode(data) for _, data, _ in found] == [*given.files.contents.values()]
    assert '<a href="#lampiran">Lampiran</a>' in page
    assert "Ruang &lt;layanan&gt;</figcaption>" in page


def test_an_office_with_templates_of_its_own_may_show_many_pictures():
    files = office_files()
    heavy = replace(files.logos[1], content=b"x" * 12_000_000)
    given = replace(with_files(), files=replace(files, logos=(heavy,)))
    numbered = replace(with_prose(build(given), prose_variables(given), {}), pictures=given.files.contents)
    own = OwnTemplates({"html/tanda_tangan.html.j2": "<p>Tertanda</p>"})
    assert b"Tertanda" in FORMATS["html"].render(numbered, own)["laporan.html"]


def test_markdown_names_the_files_of_its_pictures():
    given = with_files()
    files = files_of(given, "md")
    text = files["laporan.md"].decode()
    assert text.startswith("![Logo unit](logo-1.svg)\n![Logo kementerian](logo-2.png)\n\n# Laporan")
    assert "![Dua meja & kursi](lampiran-1.jpg)\n\n**Gambar L3.1.** Ruang &lt;layanan&gt;" in text
    assert "  - [Lampiran 5 Asal-usul Laporan](#asal-usul)" in text
    assert {name: files[name] for name in given.files.contents} == given.files.contents


def test_word_holds_drawings_as_dots_with_the_drawing_beside_them():
    given = with_files()
    content = files_of(given, "docx")["laporan.docx"]
    with ZipFile(io.BytesIO(content)) as package:
        text = package.read("word/document.xml").decode()
        media = {name: package.read(name) for name in package.namelist() if name.startswith("word/media/")}
    described = re.findall(r'descr="([^"]*)"', text)
    assert described[:2] == ["Logo unit", "Logo kementerian"]
    assert described[-1] == "Dua meja &amp; kursi"
    heights = [int(each) for each in re.findall(r'<wp:extent cx="\d+" cy="(\d+)"', text)]
    assert abs(heights[0] - heights[1]) < 1000  # a thousandth of an inch
    assert media["word/media/logo-1.svg"] == given.files.contents["logo-1.svg"]
    assert given.files.contents["lampiran-1.jpg"] in media.values()


def test_the_pdf_shows_the_pictures_with_their_words():
    given = with_files()
    [content] = files_of(given, "pdf").values()
    from pypdf import PdfReader  # noqa: PLC0415 (beside its only use)

    reader = PdfReader(io.BytesIO(content))
    assert len(reader.pages[0]["/Resources"]["/XObject"]) >= 1
    pages = [page["/Resources"].get("/XObject", {}) for page in reader.pages[-3:]]
    shown = [each.get_object() for page in pages for each in page.values()]
    assert (384, 256) in [(each.get("/Width"), each.get("/Height")) for each in shown]
    assert "Dua meja & kursi".encode("utf-16-be") in content or b"Dua meja & kursi" in content
    assert "Lampiran 5" in " ".join(reader.pages[-1].extract_text().split())


def test_a_report_without_files_has_no_pictures_and_one_without_annexes_no_heading():
    assert [*pictures_of(build(material(survey(ALL_BEST))))] == []
    plain = replace(report(plain_table(("a",))), annexes=())
    assert "Lampiran" not in pdf_of(plain).pages[-1].extract_text()
    page = FORMATS["html"].render(with_prose(plain, {}, {}), OwnTemplates())["laporan.html"].decode()
    assert "#lampiran" not in page


def test_logos_have_one_height_and_fit_into_the_frame():
    square, wide = Picture("a.png", "a", 10, 10), Picture("b.png", "b", 100, 10)
    assert logo_height((square,)) == logo_height((square, square)) == logo_height(()) == 24
    high = logo_height((wide, square))
    assert high * 11 + LOGO_GAP == pytest.approx(130)


@pytest.mark.parametrize(
    ("size", "width"), [((1600, 800), 120), ((1600, 1200), 80), ((800, 1600), 30), ((40, 20), 10)]
)
def test_a_photograph_is_no_larger_than_its_place_and_its_dots_allow(size, width):
    assert photograph_width(Picture("a.jpg", "a", *size)) == pytest.approx(width)


def test_what_the_unit_does_has_a_section_of_its_own_only_where_it_is_said():
    said = material(survey(GIVEN), settings={"unit": UNIT})
    [section] = [each for each in build(said).chapters[0].sections if each.key == "profil-unit"]
    assert section.title == "Tugas dan Layanan Unit"
    assert [each.text for each in section.blocks[:2]] == ["Balai melayani sekolah.", "Penggunanya guru."]
    assert section.blocks[3].items == ("Konsultasi", "Data")
    assert "profil-unit" not in {each.key for each in build(material(survey(GIVEN))).chapters[0].sections}


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (
            AnswerDays("2024-10-02", "2024-12-20"),
            "Jawaban pertama diterima pada 2 Oktober 2024 dan yang terakhir pada 20 Desember 2024.",
        ),
        (AnswerDays("2024-10-02", "2024-10-02"), "Semua jawaban diterima pada 2 Oktober 2024."),
        (None, None),
    ],
)
def test_the_report_says_when_the_first_and_the_last_answer_came(days, told):
    given = material(replace(survey(GIVEN), answer_days=days))
    assert prose_variables(given)["answers_came"] == told
    page = files_of(given, "md")["laporan.md"].decode().replace("\N{NO-BREAK SPACE}", " ")
    assert told is None or told in page


def test_the_report_says_why_it_does_not_know_the_days():
    told = prose_variables(material(survey(GIVEN)))["answers_came"]
    assert told == (
        "Ekspor jawaban tidak memuat waktu pengisian, sehingga hari pertama dan terakhir jawaban tidak "
        "diketahui."
    )
