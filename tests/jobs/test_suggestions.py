"""No text that nobody let pass is in anything that leaves the office; the report says how many there are."""

import json
from datetime import UTC, datetime

import pytest

from ipak_cli.base.period import parse_period
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.cli.app import run as ipak
from ipak_cli.jobs.export import make_export
from ipak_cli.jobs.open_workspace import OpenWorkspace
from ipak_cli.jobs.publish import make_publication
from ipak_cli.jobs.report import make_report
from ipak_cli.jobs.suggestions import find_suggestions
from ipak_cli.run.status import Asked, status_below
from ipak_cli.survey.review import Decision, Verdict
from ipak_cli.workspace.reviews import keep_decisions
from ipak_cli.workspace.store import InputKind
from makers.reviewed import TEXTS, WORDS, export, office, words_in
from makers.runs import NIGHT, VERSION, Tool, run

PERIOD, AT = parse_period("IV-2024"), datetime(2025, 1, 3, 9, 0, tzinfo=UTC)
ALL_FORMATS = "formats: [html, md, docx, pdf, xlsx, poster]"
READ_FROM = ("laporan.html", "laporan.md", "laporan.docx", "laporan.pdf")
"""The formats that show texts."""
PASSED, REFUSED = Decision(Verdict.PUBLISH), Decision(Verdict.WITHHOLD)


def decide(folder, decisions):
    keep_decisions(folder, PERIOD, decisions, "Siti", AT)


def scored(folder):
    """Make a workspace's result alone, without any report."""
    assert ipak(["score", str(folder / "masuk" / "jawaban.xlsx"), "--workspace", str(folder), "--quiet"]) == 0
    return folder


def section(folder, rule_text="### 3."):
    text = (folder / "laporan" / "IV-2024" / "laporan.md").read_text(encoding="utf-8")
    return next(part for part in text.split(rule_text) if "Saran dan Masukan Responden\n" in part)


def report(folder):
    return make_report(OpenWorkspace(folder), PERIOD, formats=("md",))


@pytest.mark.slow
@pytest.mark.parametrize("rule", ["reviewed", "none"])
def test_an_undecided_text_is_in_no_file_that_leaves_the_office_and_on_no_screen(tmp_path, capsys, rule):
    folder = office(tmp_path / "kantor", rule, ALL_FORMATS)
    run(folder)
    decide(folder, {TEXTS[0]: PASSED, TEXTS[1]: REFUSED})
    run(folder, nights=1)
    where = ["--workspace", str(folder)]
    for command in (
        ["report", *where],
        ["report", "--summary", *where],
        ["publish", *where],
        ["export", "--format", "csv,xlsx,parquet", *where],
        ["trend", *where],
        ["status", str(folder)],
        ["run", str(folder)],
        ["score", str(folder / "masuk" / "jawaban.xlsx"), "--detail", *where],
    ):
        ipak(command)
    screen = "".join("".join(capsys.readouterr()).split())

    may = {WORDS[0]} if rule == "reviewed" else set()
    found = words_in(folder / "laporan") | words_in(folder / "ekspor") | words_in(folder / ".ipak")
    assert {name for name, words in found.items() if words - may} == set()
    assert {word for word in WORDS if word in screen} == may
    assert set(READ_FROM) <= found.keys()
    assert {name for name in READ_FROM if found[name]} == (set(READ_FROM) if may else set())


def test_every_text_of_a_redacted_report_can_be_found_by_this_test(tmp_path):
    folder = scored(office(tmp_path / "kantor", "redacted"))
    make_report(OpenWorkspace(folder), PERIOD)
    found = words_in(folder / "laporan")
    assert all(found[name] == {*WORDS} for name in READ_FROM)


def test_without_a_rule_all_but_refused_texts_are_shown(tmp_path):
    folder = scored(office(tmp_path / "kantor", None))
    decide(folder, {TEXTS[1]: REFUSED})
    made = report(folder)
    assert words_in(folder / "laporan")["laporan.md"] == {*WORDS} - {WORDS[1]}
    assert "G452" not in {each.code for each in made.problems}
    assert "1 saran sudah ditinjau dan tidak diterbitkan; karena sedikit, temanya tidak dirinci" in section(
        folder
    )


def test_a_report_says_how_many_wait_and_what_they_are_about(tmp_path):
    folder = scored(office(tmp_path / "kantor", "reviewed"))
    made = report(folder)
    assert "Sebanyak 6 saran belum ditinjau petugas; hanya tema dan jumlahnya yang dilaporkan." in section(
        folder
    )
    assert "| Waktu dan antrean | 6 |" in section(folder)
    waiting = [each for each in made.problems if each.code == "G452"]
    assert [each.values["count"] for each in waiting] == [6]
    note = (folder / "laporan" / "IV-2024" / "catatan-kerja.md").read_text(encoding="utf-8")
    assert "G452 – 6 saran IV-2024 belum ditinjau" in note


def test_all_texts_let_pass_make_the_report_as_if_redacted(tmp_path):
    folder = scored(office(tmp_path / "kantor", "reviewed"))
    decide(folder, dict.fromkeys(TEXTS, PASSED))
    report(folder)
    assert all(f"| {text} | 1 |" in section(folder) for text in TEXTS)
    assert "belum ditinjau" not in section(folder)
    assert "Tema" not in section(folder)


def test_an_earlier_periods_texts_are_in_no_report(tmp_path):
    folder = scored(office(tmp_path / "kantor", "redacted"))
    stored = OpenWorkspace(folder).stored
    text = stored.content(InputKind.SURVEY, PERIOD).decode()
    stored.store(InputKind.SURVEY, parse_period("III-2024"), text.replace("IV-2024", "III-2024"))
    export(folder, ["Toilet kotor"])
    scored(folder)
    report(folder)
    assert words_in(folder / "laporan")["laporan.md"] == set()
    assert "Toilet kotor" in section(folder)


def test_publication_and_export_never_have_texts(tmp_path):
    folder = scored(office(tmp_path / "kantor", "redacted"))
    make_publication(OpenWorkspace(folder), PERIOD)
    make_export(OpenWorkspace(folder), (PERIOD,), None, ("csv", "xlsx"))
    found = words_in(folder / "laporan") | words_in(folder / "ekspor")
    assert found
    assert not any(found.values())


def test_a_run_makes_a_report_again_after_a_decision_and_no_more_than_once(tmp_path):
    folder = office(tmp_path / "kantor", "reviewed", "formats: [md]")
    run(folder)
    assert words_in(folder / "laporan")["laporan.md"] == set()
    decide(folder, {TEXTS[0]: PASSED})
    assert status_below(folder, Asked(Tool("ipak", VERSION), NIGHT)).workspaces[0].outdated == ("IV-2024",)
    done = run(folder, nights=1)
    assert [step.why for step in done.workspaces[0].steps if step.action == "report"] == [("review",)]
    assert words_in(folder / "laporan")["laporan.md"] == {WORDS[0]}
    assert run(folder, nights=2).workspaces[0].steps == ()


def test_a_status_tells_what_waits_and_only_where_the_office_asks_for_a_review(tmp_path):
    for rule, codes in (("reviewed", ["G452"]), ("redacted", []), ("none", [])):
        folder = office(tmp_path / rule, rule, "formats: [md]")
        run(folder)
        (found,) = status_below(folder, Asked(Tool("ipak", VERSION), NIGHT)).workspaces
        assert [each.code for each in found.problems if each.code == "G452"] == codes
        assert found.sound


def test_an_export_with_more_texts_keeps_the_decisions_and_lets_the_new_ones_wait(tmp_path):
    folder = scored(office(tmp_path / "kantor", "reviewed"))
    decide(folder, {TEXTS[0]: PASSED, TEXTS[1]: REFUSED})
    changed = (TEXTS[0], f"{TEXTS[1]} lagi dan lagi", *TEXTS[2:], "Toilet kotor")
    export(folder, changed)
    found = {
        each.text: each.verdict
        for each in find_suggestions(OpenWorkspace(scored(folder)), PERIOD).suggestions
    }
    assert found[TEXTS[0]] is Verdict.PUBLISH
    assert found[f"{TEXTS[1]} lagi dan lagi"] is None
    assert found["Toilet kotor"] is None


def test_a_text_tells_its_cell_and_what_was_taken_out(tmp_path):
    folder = office(tmp_path / "kantor", "reviewed")
    export(folder, ["Antre lama", "Terima kasih Pak Zorbal, WA 081234567890"])
    shown = {each.text: each for each in find_suggestions(OpenWorkspace(scored(folder)), PERIOD).suggestions}
    text = "Terima kasih Pak [dihapus], WA [dihapus]"
    assert shown[text].taken == (("name",), ("number",))
    assert str(shown[text].where) == "jawaban.xlsx!Form Responses 1:W3"
    assert shown["Antre lama"].taken == ()


def test_a_mark_that_a_respondent_typed_tells_of_no_kind(tmp_path):
    folder = office(tmp_path / "kantor", "reviewed")
    export(folder, ["Tulisan [dihapus] kata Pak Zorbal"])
    (found,) = find_suggestions(OpenWorkspace(scored(folder)), PERIOD).suggestions
    assert (found.text, found.taken) == ("Tulisan [dihapus] kata Pak [dihapus]", ())


def test_damaged_decisions_stop_the_report_and_are_told_by_the_status(tmp_path):
    folder = scored(office(tmp_path / "kantor", "reviewed", "formats: [md]"))
    (folder / "hasil" / "IV-2024" / "tinjauan-saran.json").write_text("{}")
    with pytest.raises(ProblemsFoundError) as found:
        report(folder)
    assert [each.code for each in found.value.problems] == ["G451"]
    (status,) = status_below(folder, Asked(Tool("ipak", VERSION), NIGHT)).workspaces
    assert "G451" in {each.code for each in status.problems}


def test_an_unknown_rule_is_told_with_its_line(tmp_path):
    folder = office(tmp_path / "kantor", "kadang")
    with pytest.raises(ProblemsFoundError) as found:
        OpenWorkspace(folder).config  # noqa: B018 (reading it is what is tried)
    (fault,) = found.value.problems
    assert (fault.code, fault.where.line) == ("G402", 2)


def test_a_document_that_was_written_before_cells_were_told_is_read(tmp_path):
    folder = scored(office(tmp_path / "kantor", "reviewed"))
    path = folder / "hasil" / "IV-2024" / "survey.json"
    document = json.loads(path.read_bytes())
    for each in document["suggestions"]["shown"]:
        del each["where"]
    path.write_text(json.dumps(document), encoding="utf-8")
    found = find_suggestions(OpenWorkspace(folder), PERIOD)
    assert {(each.text, each.where) for each in found.suggestions} == {(text, None) for text in TEXTS}
