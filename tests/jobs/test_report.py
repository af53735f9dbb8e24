"""``ipak report`` as a job: from the example's answers to the files of a report."""

import hashlib
import json
import re
import zlib
from pathlib import Path, PurePath

import docx
import pytest

from ipak_cli.base.period import parse_period
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.base.provenance import Tool
from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.documents.write import to_json
from ipak_cli.jobs import report
from ipak_cli.jobs.open_workspace import OpenWorkspace
from ipak_cli.jobs.report_inputs import office_settings
from ipak_cli.jobs.score import ScoreRequest, score_files
from ipak_cli.report.extent import Extent
from ipak_cli.report.formats import FORMATS
from ipak_cli.report.material import ActionProgress, PlannedAction
from ipak_cli.report.templates import OWN_FOLDER, templates_folder
from ipak_cli.rubric.load import load_rubric
from ipak_cli.workspace.config import ActionStatus, Config
from ipak_cli.workspace.layout import REPORT_FILES, SHOWN, Destination
from ipak_cli.workspace.store import InputKind, store
from makers.pekppp_results import GAPS, result_of, rows
from makers.pictures import chunk

EXAMPLES = Path(__file__).parents[2] / "examples" / "masuk"
TOOL = Tool("ipak", "0")
PERIOD = parse_period("IV-2024")
BESIDE = ("catatan-kerja.md", "tindak-lanjut.xlsx")
SETTINGS = """\
unit:
  name: Balai Contoh
  city: Kota Contoh
signatory:
  name: Sekar Ayu
  position: Kepala
periods:
  IV-2024:
    population: 24
    performance: B
follow_up:
  I11:
    actions: [Menambah petugas pada jam sibuk.]
    pic: Loket
    deadline: 31 Maret 2025
"""


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    """Return the stored results of the example's four periods, by path inside a workspace."""
    folder = tmp_path_factory.mktemp("workspace")
    (folder / "ipak.yaml").write_text(SETTINGS, encoding="utf-8")
    for number in (1, 2, 3, 4):
        request = ScoreRequest((EXAMPLES / f"ipak-ipkp-2024-tw{number}.xlsx",))
        score_files(request, None, Destination(folder), TOOL)
    return {path.relative_to(folder): path.read_bytes() for path in folder.glob("hasil/*/*.json")}


@pytest.fixture
def workspace(results, tmp_path):
    folder = tmp_path / "kerja"
    for path, content in results.items():
        (folder / path).parent.mkdir(parents=True)
        (folder / path).write_bytes(content)
    (folder / "ipak.yaml").write_text(SETTINGS, encoding="utf-8")
    return folder


def make_report(workspace, *arguments, **named):
    return report.make_report(OpenWorkspace(workspace), *arguments, **named)


def refusal(*arguments):
    with pytest.raises(ProblemsFoundError) as caught:
        make_report(*arguments)
    return [(each.code, message_of(each)) for each in caught.value.problems]


def change(workspace, period, alter):
    """Alter a stored document as somebody with an editor might."""
    path = workspace / "hasil" / period / "survey.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    alter(document)
    path.write_text(json.dumps(document), encoding="utf-8")


def test_the_report_of_the_example_is_written_with_its_pictures(workspace):
    made = make_report(workspace, PERIOD)
    folder = workspace / "laporan" / "IV-2024"
    assert sorted(path.name for path in folder.iterdir()) == [
        "catatan-kerja.md", "gambar-butir.svg", "gambar-sebaran.svg", "gambar-tren.svg", "kertas-kerja.xlsx",
        "laporan.docx", "laporan.html", "laporan.md", "laporan.pdf", "tindak-lanjut.xlsx",
    ]  # fmt: skip
    assert [Path(file.path).parent for file in made.files] == [folder] * 10
    assert made.problems == ()


def test_dates_are_printed_as_a_letter_writes_them_however_they_were_typed(workspace):
    typed = SETTINGS.replace("performance: B", "performance: B\n    signed: 31/1/2025").replace(
        "31 Maret 2025", "2025-03-31"
    )
    (workspace / "ipak.yaml").write_text(typed, encoding="utf-8")
    make_report(workspace, PERIOD)
    text = (workspace / "laporan/IV-2024/laporan.md").read_text(encoding="utf-8")
    assert "Kota Contoh, 31\xa0Januari 2025" in text
    assert "| Loket | 31\xa0Maret 2025 |" in text


def test_a_report_names_the_legal_bases_of_the_settings_and_calls_the_ends_as_the_form_does(workspace):
    said = 'legal_basis: [perpres-47-2021, Keputusan Kepala]\nanswers: {"1": Parah}\n'
    (workspace / "ipak.yaml").write_text(SETTINGS + said, encoding="utf-8")
    make_report(workspace, PERIOD)
    text = (workspace / "laporan/IV-2024/laporan.md").read_text(encoding="utf-8")
    assert "1. Peraturan Presiden Nomor 47 Tahun 2021 tentang Kementerian" in text
    assert "2. Keputusan Kepala\n" in text
    assert "bintang 1 berarti “parah” dan bintang 4 “sudah tersedia”" in text
    assert "Undang-Undang Nomor 25 Tahun 2009" not in text


def test_a_legal_basis_that_is_none_keeps_the_report_from_being_made(workspace):
    (workspace / "ipak.yaml").write_text(SETTINGS + "legal_basis: [uu-25]\n", encoding="utf-8")
    ((code, message),) = refusal(workspace, PERIOD)
    assert code == "L570"
    assert "legal_basis menyebut uu-25, " in message


def test_the_figures_of_the_example_are_the_right_ones(workspace):
    make_report(workspace, PERIOD)
    text = (workspace / "laporan/IV-2024/laporan.md").read_text(encoding="utf-8")
    assert "| IPAK | Indeks Persepsi Anti Korupsi | 3,90 | 97,50 % | sensus | 17,06 |" in text
    assert "| IPKP | Indeks Persepsi Kualitas Pelayanan | 3,73 | 93,29 % | sensus | 16,33 |" in text
    assert "| Rata-rata indeks IPAK dan IPKP | 3,82 |" in text
    assert "| TW III 2024 | 574 | 536 (93,38 %) | 30 (5,23 %) | 7 (1,22 %) | 1 (0,17 %) |" in text


def test_a_semester_keeps_back_the_groups_that_would_open_those_of_its_quarters(workspace):
    files = tuple(EXAMPLES / f"ipak-ipkp-2024-tw{number}.xlsx" for number in (3, 4))
    semester = parse_period("II-2024S")
    score_files(ScoreRequest(files, period=semester), None, Destination(workspace), TOOL)
    make_report(workspace, semester, formats=("md",))
    text = (workspace / "laporan/II-2024S/laporan.md").read_text(encoding="utf-8")
    why = (
        "bersama hasil III-2024, IV-2024, angka kelompok II-2024S dapat membuka jawaban kelompok yang "
        "terlalu kecil"
    )
    (group,) = (line for line in text.splitlines() if line.startswith("| 46–55 tahun |"))
    assert group.count(f"belum dinilai ({why})") == 2
    assert re.match(r"\| 46–55 tahun \| \d+ \| \d+,\d\d % \|", group)
    (whole,) = (line for line in text.splitlines() if line.startswith("| Perempuan |"))
    assert "belum dinilai" not in whole


def test_the_same_inputs_give_the_same_bytes(workspace):
    make_report(workspace, PERIOD)
    folder = workspace / "laporan" / "IV-2024"
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    again = make_report(workspace, PERIOD, workspace / "lain")
    assert {path.name: path.read_bytes() for path in (workspace / "lain").iterdir()} == before
    digests = [hashlib.sha256(before[Path(file.path).name]).hexdigest() for file in again.files]
    assert [file.sha256 for file in again.files] == digests


def test_later_periods_have_no_part_in_an_earlier_report(workspace):
    make_report(workspace, parse_period("II-2024"))
    text = (workspace / "laporan/II-2024/laporan.md").read_text(encoding="utf-8")
    assert "TW II 2024" in text
    assert "TW III 2024" not in text
    assert "TW IV 2024" not in text


def test_what_was_made_can_be_shown_as_json(workspace):
    document = json.loads(to_json(make_report(workspace, PERIOD)))
    assert document["schema"] == "ipak/report/1"
    assert document["period"] == "IV-2024"
    assert [*document["files"][0]] == ["path", "sha256"]
    assert any("Tindak lanjut butir" in sentence for sentence in document["missing"])


def test_a_period_without_a_result_names_those_that_have_one(workspace):
    ((code, message),) = refusal(workspace, parse_period("I-2025"))
    assert code == "L501"
    assert message.endswith("periode I-2025; yang ada: I-2024, II-2024, III-2024, IV-2024")


def test_an_empty_workspace_says_that_nothing_is_stored(tmp_path):
    (tmp_path / "ipak.yaml").write_text("", encoding="utf-8")
    ((code, message),) = refusal(tmp_path, PERIOD)
    assert code == "L501"
    assert message.endswith("yang ada: belum ada satu pun")


def test_another_periods_document_in_the_periods_folder_stops_the_report(workspace):
    old = (workspace / "hasil/III-2024/survey.json").read_bytes()
    (workspace / "hasil/IV-2024/survey.json").write_bytes(old)
    assert [code for code, _ in refusal(workspace, PERIOD)] == ["G435"]
    assert not (workspace / "laporan").exists()


def test_another_periods_items_in_the_periods_document_stop_the_report(workspace):
    old = json.loads((workspace / "hasil/III-2024/survey.json").read_text(encoding="utf-8"))
    change(workspace, "IV-2024", lambda document: document.update(items=old["items"]))
    assert "L505" in [code for code, _ in refusal(workspace, PERIOD)]
    assert not (workspace / "laporan").exists()


def test_the_combined_index_written_into_the_row_of_ipkp_stops_the_report(workspace):
    def forge(document):
        document["indices"]["IPKP"]["mean"] = document["combined"]["mean_of_indices"]

    change(workspace, "IV-2024", forge)
    assert [code for code, _ in refusal(workspace, PERIOD)] == ["L505"]


def test_an_earlier_result_that_was_altered_is_left_out_and_named(workspace):
    def forge(document):
        document["indices"]["IPKP"]["mean"] = document["combined"]["mean_of_indices"]

    change(workspace, "III-2024", forge)
    made = make_report(workspace, PERIOD)
    (told,) = made.problems
    assert message_of(told).startswith("hasil periode III-2024 tidak ikut dibandingkan: nilai indeks")
    assert "Tidak ada hasil yang dapat dibandingkan untuk Triwulan III Tahun 2024." in made.missing


def test_an_earlier_result_that_cannot_be_read_is_left_out_and_named(workspace):
    (workspace / "hasil/II-2024/survey.json").write_text("{", encoding="utf-8")
    assert [each.code for each in make_report(workspace, PERIOD).problems] == ["L511"]


def test_an_earlier_result_of_another_rubric_is_left_out_and_named(workspace):
    change(workspace, "I-2024", lambda document: document["rubric"].update(id="lain", digest="sha256:0"))
    (told,) = make_report(workspace, PERIOD).problems
    assert message_of(told).startswith("hasil periode I-2024 tidak ikut dibandingkan: ")


def test_a_self_assessment_of_the_period_has_its_chapter_and_picture(workspace):
    store(workspace, InputKind.PEKPPP, PERIOD, to_json(result_of(rows(GAPS))))
    made = make_report(workspace, PERIOD)
    names = [Path(file.path).name for file in made.files]
    assert "gambar-aspek.svg" in names
    assert "BAB IV Penilaian Mandiri PEKPPP" in Path(made.files[0].path).read_text(encoding="utf-8")


def test_an_item_code_that_the_rubric_lacks_stops_the_report_with_its_line(workspace):
    (workspace / "ipak.yaml").write_text(SETTINGS.replace("I11", "I99"), encoding="utf-8")
    with pytest.raises(ProblemsFoundError) as caught:
        make_report(workspace, PERIOD)
    assert [(each.code, each.where.line) for each in caught.value.problems] == [("G409", 12)]


def test_a_settings_example_that_nobody_replaced_is_told(workspace):
    (workspace / "ipak.yaml").write_text(SETTINGS.replace("Sekar Ayu", "GANTI Nama"), encoding="utf-8")
    assert [each.code for each in make_report(workspace, PERIOD).problems] == ["G411"]


def test_the_offices_own_prose_takes_the_place_of_the_shipped_one(workspace):
    own = workspace / "templat" / "naskah" / "tujuan.txt.j2"
    own.parent.mkdir(parents=True)
    own.write_text("Tujuan kami: melayani {{ unit }}.", encoding="utf-8-sig")
    (workspace / "templat" / "catatan.md").write_text("bukan templat", encoding="utf-8")
    make_report(workspace, PERIOD)
    text = (workspace / "laporan/IV-2024/laporan.md").read_text(encoding="utf-8")
    assert "Tujuan kami: melayani Balai Contoh." in text


def test_a_template_that_is_no_text_is_a_problem(workspace):
    own = workspace / "templat" / "naskah" / "tujuan.txt.j2"
    own.parent.mkdir(parents=True)
    own.write_bytes(b"\xff\xfe\x00")
    assert [code for code, _ in refusal(workspace, PERIOD)] == ["L513"]


def test_a_template_under_a_wrong_name_is_a_problem(workspace):
    own = workspace / "templat" / "naskah" / "tujuan.txt"
    own.parent.mkdir(parents=True)
    own.write_text("Tujuan kami.", encoding="utf-8")
    assert [code for code, _ in refusal(workspace, PERIOD)] == ["L551"]


def test_nothing_is_written_where_the_folder_above_is_missing(workspace):
    assert [code for code, _ in refusal(workspace, PERIOD, workspace / "tidak" / "ada")] == ["U941"]


def test_an_action_of_the_period_goes_before_the_general_one_and_every_progress_is_known():
    for progress in ActionStatus:
        general = {"I1": {"actions": ["Umum."]}, "I2": {"actions": ["Lain."]}}
        own = {"IV-2024": {"follow_up": {"I1": {"actions": ["Khusus."], "status": progress.value}}}}
        config = Config.model_validate({"follow_up": general, "periods": own})
        said = office_settings(config, parse_period("IV-2024"), (), load_rubric("ipak-ipkp").rubric)
        assert said.actions == {
            "I1": PlannedAction(("Khusus.",), progress=ActionProgress(progress.value)),
            "I2": PlannedAction(("Lain.",)),
        }


def test_report_and_workspace_call_what_they_share_by_the_same_names():
    assert tuple(f"{Extent.FULL}.{name}" for name in FORMATS) == REPORT_FILES
    assert SHOWN.templates.as_posix() == OWN_FOLDER


def test_the_work_note_holds_what_the_report_does_not_say(workspace):
    settings = workspace / "ipak.yaml"
    settings.write_text(SETTINGS.replace("Kota Contoh", "GANTI kota"), encoding="utf-8")
    make_report(workspace, PERIOD)
    note = (workspace / "laporan/IV-2024/catatan-kerja.md").read_text(encoding="utf-8")
    page = (workspace / "laporan/IV-2024/laporan.html").read_text(encoding="utf-8")
    assert "Isian contoh di ipak.yaml belum diganti: unit." in note
    assert "G411" in note
    assert '<p class="draf">DRAF</p>' in page
    assert "ipak.yaml" not in page
    settings.write_text(SETTINGS, encoding="utf-8")
    make_report(workspace, PERIOD)
    assert "DRAF" not in (workspace / "laporan/IV-2024/laporan.html").read_text(encoding="utf-8")


def test_what_became_of_the_plan_of_the_period_before_is_told(workspace):
    plan = """    follow_up:
      I1: {actions: [Memasang papan.], pic: Loket, deadline: 2024-10-31, status: selesai}
"""
    said = SETTINGS.replace("periods:\n", f"periods:\n  III-2024:\n{plan}")
    (workspace / "ipak.yaml").write_text(said, encoding="utf-8")
    make_report(workspace, PERIOD)
    text = (workspace / "laporan/IV-2024/laporan.md").read_text(encoding="utf-8")
    [row] = [line for line in text.splitlines() if line.startswith("| I1 | Memasang papan.")]
    assert "| Loket | 31\xa0Oktober 2024 | Selesai |" in row


def test_a_format_that_is_not_installed_is_told_and_left_out_unless_it_was_asked_for(workspace, monkeypatch):
    for room in ("report.formats", "workpaper"):
        monkeypatch.setattr(f"ipak_cli.{room}.find_spec", {}.get)
    made = make_report(workspace, PERIOD)
    names = {Path(file.path).name for file in made.files}
    assert not names & {"laporan.docx", "laporan.pdf", "kertas-kerja.xlsx"}
    assert {"laporan.html", "laporan.md"} <= names
    assert [each.code for each in made.problems] == ["L561", "L561", "L561"]
    with pytest.raises(ProblemsFoundError) as refused:
        make_report(workspace, PERIOD, formats=("docx",))
    assert [each.code for each in refused.value.problems] == ["L560"]


def test_only_the_formats_that_were_asked_for_are_made(workspace):
    made = make_report(workspace, PERIOD, formats=("html",))
    assert [Path(file.path).name for file in made.files] == ["laporan.html", *BESIDE]
    (workspace / "ipak.yaml").write_text(f"{SETTINGS}\nformats: [pdf]\n", encoding="utf-8")
    made = make_report(workspace, PERIOD)
    assert [Path(file.path).name for file in made.files] == ["laporan.pdf", *BESIDE]


def test_files_of_an_earlier_report_that_are_not_renewed_stay_and_are_told(workspace):
    folder = workspace / "laporan" / "IV-2024"
    assert make_report(workspace, PERIOD, formats=("pdf", "md")).problems == ()
    for name in ("gambar-lama.svg", "ringkasan.html", "laporan (baru).docx", "notulen.docx", "gambar.svg"):
        (folder / name).write_text("lama", encoding="utf-8")
    before = (folder / "laporan.pdf").read_bytes()
    [told] = make_report(workspace, PERIOD, formats=("html", "md")).problems
    assert (told.code, str(told.where)) == ("L543", str(PurePath("laporan/IV-2024")))
    assert told.values["files"] == ("gambar-lama.svg", "laporan (baru).docx", "laporan.pdf", "ringkasan.html")
    assert (folder / "laporan.pdf").read_bytes() == before
    [told] = make_report(workspace, PERIOD, formats=("md",), extent=Extent.SUMMARY).problems
    assert told.values["files"] == ("ringkasan.html",)


def test_in_another_folder_older_files_are_told_too(workspace, tmp_path):
    make_report(workspace, PERIOD, tmp_path / "lain", formats=("pdf",))
    [told] = make_report(workspace, PERIOD, tmp_path / "lain", formats=("html",)).problems
    assert (told.code, str(told.where), told.values["files"]) == (
        "L543", str(tmp_path / "lain"), ("laporan.pdf",)
    )  # fmt: skip


def test_the_summary_alone_stands_beside_the_report_which_stays_as_it_is(workspace):
    make_report(workspace, PERIOD, formats=("html",))
    folder = workspace / "laporan" / "IV-2024"
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    made = make_report(workspace, PERIOD, formats=("html", "pdf"), extent=Extent.SUMMARY)
    assert [Path(file.path).name for file in made.files] == ["ringkasan.html", "ringkasan.pdf"]
    after = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert {name: after[name] for name in before} == before
    assert b"3,90 dari 4" in after["ringkasan.html"]


def test_a_shipped_template_is_copied_to_be_changed_and_an_own_one_never_replaced(workspace):
    for name in ("naskah/kata_pengantar.txt.j2", "word/laporan.docx"):
        copy = report.eject_template(workspace, name)
        assert copy == workspace / "templat" / name
        assert copy.read_bytes() == (templates_folder() / name).read_bytes()
    with pytest.raises(ProblemsFoundError) as refused:
        report.eject_template(workspace, "word/laporan.docx")
    assert [each.code for each in refused.value.problems] == ["L517"]
    for name in ("naskah/kata_pengantar", "../ipak.yaml", "tidak ada"):
        with pytest.raises(ProblemsFoundError) as refused:
            report.eject_template(workspace, name)
        assert [each.code for each in refused.value.problems] == ["L516"]


def test_the_report_is_written_into_an_offices_own_word_document(workspace):
    own = docx.Document(report.eject_template(workspace, "word/laporan.docx"))
    own.sections[0].header.paragraphs[0].text = "PEMERINTAH CONTOH"
    own.styles["Heading 1"].font.name = "Bookman Old Style"
    own.save(workspace / "templat/word/laporan.docx")
    make_report(workspace, PERIOD, formats=("docx",))
    made = docx.Document(workspace / "laporan/IV-2024/laporan.docx")
    assert made.sections[0].header.paragraphs[0].text == "PEMERINTAH CONTOH"
    assert made.styles["Heading 1"].font.name == "Bookman Old Style"


@pytest.mark.parametrize("content", [b"", b"teks", b"PK\x03\x04rusak"])
def test_a_word_template_that_is_none_is_told_with_its_place(workspace, content):
    (workspace / "templat/word").mkdir(parents=True)
    (workspace / "templat/word/laporan.docx").write_bytes(content)
    assert [code for code, _ in refusal(workspace, PERIOD)] == ["L514"]


def test_a_word_template_without_the_reports_styles_is_told_with_their_names(workspace):
    (workspace / "templat/word").mkdir(parents=True)
    docx.Document().save(workspace / "templat/word/laporan.docx")
    [(code, message)] = refusal(workspace, PERIOD)
    assert code == "L515"
    assert "Judul Depan" in message


@pytest.mark.parametrize(("side", "told"), [(1700, ("laporan.html",)), (1500, None)])
def test_a_report_that_its_pictures_make_large_to_mail_is_told_with_its_files(workspace, side, told):
    (workspace / "foto.png").write_bytes(noise(side))
    named = "report:\n  annexes:\n    - {title: Foto, file: foto.png}\n"
    (workspace / "ipak.yaml").write_text(SETTINGS + named, encoding="utf-8")
    made = make_report(workspace, PERIOD, formats=("html", "docx"))
    found = [each.values["files"] for each in made.problems if each.code == "L528"]
    assert found == ([told] if told else [])
    note = (workspace / "laporan/IV-2024/catatan-kerja.md").read_text(encoding="utf-8")
    line = (
        "L528 – Lebih besar dari 10 MB karena logo dan fotonya, sehingga mungkin ditolak surel: laporan.html"
    )
    assert (line in note) == bool(told)


def noise(side):
    """Return a square picture that no compression makes smaller."""
    dots = b"".join(b"\0" + hashlib.shake_256(str(row).encode()).digest(3 * side) for row in range(side))
    head = side.to_bytes(4, "big") * 2 + bytes((8, 2, 0, 0, 0))
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(dots, 1)), chunk(b"IEND"))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)
