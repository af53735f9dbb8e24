"""``ipak publish`` as a job: from stored results to the files of a publication, and what forbids it."""

from __future__ import annotations

import hashlib
import json
from fractions import Fraction
from operator import sub
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from ipak_cli.base.figures import decimal
from ipak_cli.base.period import parse_period
from ipak_cli.base.problem import ProblemsFoundError, Severity
from ipak_cli.base.provenance import Tool
from ipak_cli.catalogue.indonesian import hint_of, message_of
from ipak_cli.documents.write import to_json
from ipak_cli.jobs import publish
from ipak_cli.jobs.open_workspace import OpenWorkspace
from ipak_cli.jobs.report import eject_template
from ipak_cli.jobs.score import ScoreRequest, score_files
from ipak_cli.publication import poster
from ipak_cli.publication.poster import SIZES
from ipak_cli.report.templates import SHEET, templates_folder
from ipak_cli.workspace.layout import SHOWN, Destination
from ipak_cli.workspace.store import InputKind, store
from makers.pictures import BLUE, GREEN, RED, YELLOW, held, photograph, png
from makers.publications import LINK, sheet_text
from makers.report_material import survey

EXAMPLE = Path(__file__).parents[2] / "examples" / "masuk" / "ipak-ipkp-2024-tw4.xlsx"
PERIOD = parse_period("IV-2024")
SETTINGS = f"""\
unit: {{name: Balai Contoh, city: Kota Contoh}}
signatory: {{name: Sekar Ayu, position: Kepala}}
publication: {{service: Semua layanan, link: "{LINK}"}}
periods:
  IV-2024: {{population: 24, performance: B, signed: 2 Januari 2025}}
follow_up:
  I11: {{actions: [Menambah petugas pada jam sibuk.], deadline: 31 Maret 2025}}
"""
FILES = [*(size.file for size in SIZES), "publikasi.html", "publikasi.txt"]


@pytest.fixture(scope="module")
def result(tmp_path_factory):
    folder = tmp_path_factory.mktemp("workspace")
    (folder / "ipak.yaml").write_text(SETTINGS, encoding="utf-8")
    score_files(ScoreRequest((EXAMPLE,)), None, Destination(folder), Tool("ipak", "0"))
    return (folder / SHOWN.result(PERIOD, "survey.json")).read_text(encoding="utf-8")


@pytest.fixture
def workspace(result, tmp_path):
    folder = tmp_path / "kerja"
    folder.mkdir()
    (folder / "ipak.yaml").write_text(SETTINGS, encoding="utf-8")
    for name in (SHOWN.results, SHOWN.results / "IV-2024"):
        (folder / name).mkdir()
    (folder / SHOWN.result(PERIOD, "survey.json")).write_text(result, encoding="utf-8")
    return folder


def change(workspace, old, new):
    settings = workspace / "ipak.yaml"
    text = settings.read_text(encoding="utf-8")
    assert text.count(old) == 1
    settings.write_text(text.replace(old, new), encoding="utf-8")


def made(workspace, out=None):
    return publish.make_publication(OpenWorkspace(workspace), PERIOD, out)


def refusal(workspace):
    with pytest.raises(ProblemsFoundError) as caught:
        made(workspace)
    return [each for each in caught.value.problems if each.severity is Severity.ERROR]


def codes(found):
    return [each.code for each in found.problems]


def own_sheet(workspace, text):
    place = workspace / SHOWN.templates / SHEET
    place.parent.mkdir(parents=True)
    place.write_text(text, encoding="utf-8")


def test_the_files_stand_in_the_workspace_with_their_digests(workspace):
    found = made(workspace)
    folder = workspace / "laporan" / "IV-2024"
    assert [Path(file.path) for file in found.files] == [folder / name for name in FILES]
    for file in found.files:
        assert hashlib.sha256(Path(file.path).read_bytes()).hexdigest() == file.sha256
    assert sorted(path.name for path in folder.iterdir()) == sorted(FILES)
    assert (found.missing, found.draft, codes(found)) == ((), False, [])


def test_every_figure_of_every_form_is_the_result_documents(workspace):
    made(workspace)
    folder = workspace / "laporan" / "IV-2024"
    document = json.loads((workspace / SHOWN.result(PERIOD, "survey.json")).read_text(encoding="utf-8"))
    indices = [each["mean"]["rounded"].replace(".", ",") for each in document["indices"].values()]
    means = sorted(decimal(Fraction(item["mean"]["exact"])) for item in document["items"])
    people = [str(document["respondents"])]
    counts = [str(group["respondents"]) for each in document["breakdowns"] for group in each["groups"][:4]]
    sheet = sheet_text((folder / "publikasi-a4.pdf").read_bytes())
    page = "".join((folder / "publikasi.html").read_text(encoding="utf-8").split())
    text = (folder / "publikasi.txt").read_text(encoding="utf-8")
    drawing = (folder / "publikasi.svg").read_text(encoding="utf-8")
    for shown in (sheet, page, text, drawing):
        assert [each for each in (*indices, means[0], means[-1], *people) if each not in shown] == []
    for shown in (sheet, page):
        assert [each for each in counts if each not in shown] == []


def test_a_folder_of_the_users_own_takes_the_files_and_the_workspace_stays(workspace, tmp_path):
    found = made(workspace, tmp_path / "papan")
    assert {Path(file.path).parent for file in found.files} == {tmp_path / "papan"}
    assert not (workspace / "laporan").exists()


def test_the_same_inputs_give_the_same_bytes(workspace):
    assert made(workspace) == made(workspace)


def test_the_outcome_is_a_document(workspace, tmp_path):
    document = json.loads(to_json(made(workspace, tmp_path / "papan")))
    assert (document["schema"], document["period"], document["draft"]) == (
        "ipak/publication/1",
        "IV-2024",
        False,
    )
    assert len(document["files"]) == len(FILES)


def test_a_draft_is_made_and_marked_in_every_form(workspace):
    change(workspace, "signatory: {name: Sekar Ayu, position: Kepala}\n", "")
    found = made(workspace)
    assert (found.draft, codes(found)) == (True, ["L600"])
    assert "signatory" in message_of(found.problems[0])
    folder = workspace / "laporan" / "IV-2024"
    assert sheet_text((folder / "publikasi-a3.pdf").read_bytes()).count("DRAF") == 2
    for name in ("publikasi.html", "publikasi.txt", "publikasi.svg"):
        assert "DRAF – belum untuk diumumkan" in (folder / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(("people", "refused"), [(4, ["L601"]), (5, [])])
def test_results_of_fewer_people_than_a_group_needs_are_not_published(workspace, people, refused):
    few = survey(((0, 0, 1, people - 1),) * 14)
    store(workspace, InputKind.SURVEY, PERIOD, to_json(few))
    if refused:
        assert [each.code for each in refusal(workspace)] == refused
        assert not (workspace / "laporan").exists()
    else:
        assert len(made(workspace).files) == len(FILES)


def test_a_colour_that_is_too_light_is_told_with_its_line_and_its_replacement(workspace):
    change(workspace, "publication: {", 'publication: {colours: ["#FFD500", "#2e8b57"], ')
    found = made(workspace)
    assert codes(found) == ["L602"]
    assert str(found.problems[0].where) == "ipak.yaml:3"
    assert message_of(found.problems[0]) == (
        "kontras warna #ffd500 dengan latarnya 1,38 banding 1, kurang dari 4,50; dipakai warna #836d00 yang "
        "lebih gelap"
    )
    assert "#836d00" in (workspace / "laporan/IV-2024/publikasi.html").read_text(encoding="utf-8")


def test_a_link_that_is_too_long_for_a_code_is_told_and_printed(workspace):
    change(workspace, LINK, "https://a.example/" + "x" * 283)
    found = made(workspace)
    assert codes(found) == ["L603"]
    assert "x" * 283 in (workspace / "laporan/IV-2024/publikasi.txt").read_text(encoding="utf-8")


def test_the_logos_of_the_report_stand_at_the_head(workspace):
    square = '<path fill="#c8102e" d="M0 0h8v8H0z"/>'
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" width="8" height="8">{square}</svg>'
    (workspace / "lambang-kota.svg").write_text(drawing, encoding="utf-8")
    change(workspace, "publication: {", "report: {logos: lambang-kota.svg}\npublication: {")
    made(workspace)
    folder = workspace / "laporan" / "IV-2024"
    picture = Image.open(folder / "publikasi-1080x1350.png").convert("RGB")
    red = {picture.getpixel((x, y)) for x in range(80, 200, 8) for y in range(40, 200, 8)}
    assert (200, 16, 46) in red
    page = (folder / "publikasi.html").read_text(encoding="utf-8")
    assert 'alt="Logo lambang kota"' in page
    assert "data:image/svg+xml;base64," in page


@pytest.mark.parametrize(
    ("name", "content"),
    [("lambang.png", png()), ("lambang.jpg", photograph()), ("lambang.jpg", held(6))],
    ids=["png", "jpeg", "turned-jpeg"],
)
def test_a_logo_of_dots_stands_on_every_sheet(workspace, name, content):
    (workspace / name).write_bytes(content)
    without = made(workspace)
    change(workspace, "publication: {", f"report: {{logos: {name}}}\npublication: {{")
    found = made(workspace)
    assert codes(found) == []
    assert [Path(file.path).name for file in found.files] == FILES
    changed = {Path(b.path).name for a, b in zip(without.files, found.files, strict=True) if a != b}
    assert changed == {*FILES} - {"publikasi.txt"}
    page = PdfReader(workspace / "laporan/IV-2024/publikasi-a4.pdf").pages[0]
    [shown] = page.images
    if name.endswith(".png"):
        assert shown.image.size == (30, 10)
    else:
        picture = Image.open(workspace / "laporan/IV-2024/publikasi-1080x1350.png").convert("RGB")
        colours = [
            seen
            for x in range(60, 260, 2)
            for y in range(30, 220, 2)
            if (seen := nearest(picture.getpixel((x, y))))
        ]
        # From left to right: the left corners are red above blue, whichever way the camera was held.
        assert (colours[0], colours[-1]) == (RED, YELLOW)


def nearest(seen):
    """Return which corner of a photograph a dot shows, if any."""
    near = (each for each in (RED, GREEN, BLUE, YELLOW) if max(map(abs, map(sub, each, seen))) < 40)
    return next(near, None)


def test_what_the_typesetter_refuses_is_told_and_nothing_is_written(workspace, monkeypatch):
    monkeypatch.setattr(poster, "_shipped", lambda: b"#foo")
    [found] = refusal(workspace)
    assert (found.code, found.values["file"]) == ("L599", "publikasi-a4.pdf")
    assert "unknown variable: foo" in message_of(found)
    assert not (workspace / "laporan").exists()


def test_an_offices_own_sheet_is_used_for_every_size(workspace):
    shipped = (templates_folder() / SHEET).read_text(encoding="utf-8")
    own_sheet(workspace, shipped.replace('weight: "bold", data.unit)', 'weight: "bold", "PAPAN")'))
    made(workspace)
    for name in ("publikasi-a4.pdf", "publikasi-a3.pdf"):
        assert "PAPAN" in sheet_text((workspace / "laporan/IV-2024" / name).read_bytes())


def test_the_shipped_sheet_can_be_taken_out_to_be_changed(workspace):
    place = eject_template(workspace, SHEET)
    assert place.read_bytes() == (templates_folder() / SHEET).read_bytes()
    before = made(workspace, workspace / "a").files
    place.unlink()
    assert [file.sha256 for file in made(workspace, workspace / "a").files] == [
        file.sha256 for file in before
    ]


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("#let a = 1\n#foo", "L604", ":2"),
        ('#read("ipak.yaml")', "L604", ":1"),
        ("#set page(height: 20pt)\nA #pagebreak() B", "L604", ""),  # no PDF for the archive without a title
        ('#set document(title: "a", date: auto)\nA #pagebreak() B', "L605", ""),
        ('#import "@preview/cetz:0.3.0"', "L606", ""),
    ],
)
def test_a_fault_of_an_own_sheet_is_told_with_its_file_and_line(workspace, text, code, place, monkeypatch):
    monkeypatch.chdir(workspace)
    own_sheet(workspace, text)
    [found] = refusal(workspace)
    assert (found.code, str(found.where)) == (code, f"templat/typst/publikasi.typ{place}")
    assert not (workspace / "laporan").exists()


def test_an_own_sheet_of_a_wrong_name_is_not_passed_over(workspace):
    place = workspace / SHOWN.templates / "typst" / "lembar.typ"
    place.parent.mkdir(parents=True)
    place.write_text("A", encoding="utf-8")
    [found] = refusal(workspace)
    assert (found.code, str(found.where)) == ("L551", "templat/typst/lembar.typ")
    assert "typst/publikasi.typ" in hint_of(found)


def test_without_its_libraries_it_says_which_are_missing(workspace, monkeypatch):
    monkeypatch.setattr(publish, "find_spec", lambda name: None if name == "segno" else object())
    [found] = refusal(workspace)
    assert (found.code, found.values["modules"]) == ("L607", "segno")


def test_a_period_without_a_result_is_refused_as_for_the_report(workspace):
    with pytest.raises(ProblemsFoundError) as caught:
        publish.make_publication(OpenWorkspace(workspace), parse_period("I-2025"))
    assert [each.code for each in caught.value.problems] == ["L501"]


def test_a_figure_that_was_changed_by_hand_is_not_published(workspace):
    place = workspace / SHOWN.result(PERIOD, "survey.json")
    document = json.loads(place.read_text(encoding="utf-8"))
    document["items"][0]["mean"] = {"exact": "4", "value": 4.0, "rounded": "4.00"}
    place.write_text(json.dumps(document), encoding="utf-8")
    assert "L505" in [each.code for each in refusal(workspace)]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (f'link: "{LINK}"', 'link: "contoh.example"', "G407"),
        ("publication: {", "publication: {items: {I99: Kata}, ", "G409"),
        ("publication: {", 'publication: {colours: ["biru"], ', "G402"),
        ("publication: {", 'publication: {colours: ["#000000", "#111111", "#222222"], ', "G402"),
    ],
)
def test_a_fault_of_the_settings_has_its_line(workspace, old, new, code):
    change(workspace, old, new)
    [found] = refusal(workspace)
    assert (found.code, str(found.where)) == (code, "ipak.yaml:3")


def test_words_of_the_office_stand_in_the_place_of_an_item(workspace):
    change(workspace, "publication: {", "publication: {items: {I11: Pesan cepat dibalas}, ")
    made(workspace)
    assert "Pesan cepat dibalas 3,50" in (workspace / "laporan/IV-2024/publikasi.txt").read_text(
        encoding="utf-8"
    )
