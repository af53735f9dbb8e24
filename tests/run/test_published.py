"""A run publishes each report too where ``formats`` asks for it, and makes what is lost or changed again."""

from __future__ import annotations

import pytest

from ipak_cli.base.period import parse_period
from ipak_cli.documents.write import to_json
from ipak_cli.publication import poster
from ipak_cli.workspace.store import InputKind, store
from makers.publications import sheet_text
from makers.report_material import survey
from makers.runs import ALL, run, workspace

FORMATS = ("md", "poster")
SHEET = "laporan/III-2024/publikasi-a4.pdf"


@pytest.fixture
def office(tmp_path):
    return workspace(tmp_path / "unit", "ipak-ipkp-2024-tw3.xlsx", formats=FORMATS)


def reports(done):
    return [step.why for step in done.workspaces[0].steps if step.action == "report"]


def test_a_report_and_its_published_page_are_made_together(office):
    done = run(office, apart=True)
    assert done.outcome == "done"
    made = {path.name for path in (office / "laporan" / "III-2024").iterdir()}
    assert {name for name in made if name.startswith("laporan")} == {"laporan.md"}
    assert len([name for name in made if name.startswith("publikasi")]) == 7
    assert reports(run(office, nights=1)) == []


def test_a_sheet_that_the_typesetter_refuses_holds_no_report_up(office, monkeypatch):
    monkeypatch.setattr(poster, "_shipped", lambda: b"#foo")
    done = run(office, apart=True)
    assert "L599" in [each.code for each in done.workspaces[0].warnings]
    assert (office / "laporan" / "III-2024" / "laporan.md").is_file()
    assert not (office / SHEET).exists()
    assert reports(run(office, nights=1)) == []


def test_a_published_file_that_is_gone_is_made_again(office):
    run(office)
    before = (office / SHEET).read_bytes()
    (office / SHEET).unlink()
    assert reports(run(office, nights=1)) == [("result",)]
    assert (office / SHEET).read_bytes() == before


def test_a_changed_setting_reaches_the_published_page(office):
    run(office)
    settings = office / "ipak.yaml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("Kota Sagara", "Kota Lain"), encoding="utf-8"
    )
    assert reports(run(office, nights=1)) == [("config",)]
    assert "KotaLain" in sheet_text((office / SHEET).read_bytes())


def test_an_own_sheet_touches_the_published_page(office):
    run(office)
    own = office / "templat" / "typst" / "publikasi.typ"
    own.parent.mkdir(parents=True)
    own.write_text('#set document(title: "a", date: auto)\nPAPAN', encoding="utf-8")
    assert reports(run(office, nights=1)) == [("templates",)]
    assert sheet_text((office / SHEET).read_bytes()) == "PAPAN"


def test_without_the_format_nothing_is_published(tmp_path):
    folder = workspace(tmp_path / "unit", "ipak-ipkp-2024-tw3.xlsx", formats=ALL)
    run(folder)
    assert not (folder / "publikasi").exists()


def test_results_of_too_few_people_hold_nothing_up(office):
    period = parse_period("II-2024")
    (office / "hasil" / "II-2024").mkdir(parents=True)
    store(office, InputKind.SURVEY, period, to_json(survey(((0, 0, 1, 2),) * 14, "II-2024")))
    done = run(office)
    assert done.outcome == "done"
    assert (office / "laporan" / "II-2024" / "laporan.md").is_file()
    assert not (office / "publikasi" / "II-2024").exists()
    told = [each for each in done.workspaces[0].warnings if each.code == "L601"]
    assert [(each.severity, each.values["count"]) for each in told] == [("warning", 3)]
