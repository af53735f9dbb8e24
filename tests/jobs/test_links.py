"""Links, pipes and large files under the names of a workspace: no command goes through them."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from ipak_cli.base.period import parse_period
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.base.provenance import Tool
from ipak_cli.jobs.assess import AssessRequest, assess_files
from ipak_cli.jobs.open_workspace import OpenWorkspace, stored_trend
from ipak_cli.jobs.report import make_report
from ipak_cli.jobs.score import ScoreRequest, score_files
from ipak_cli.jobs.setup import make_workspace
from ipak_cli.report.templates import OwnTemplates
from ipak_cli.rubric.load import load_pekppp, load_rubric
from ipak_cli.workspace.layout import LARGEST_TEMPLATE, Destination
from ipak_cli.workspace.own_templates import own_templates
from makers.refusing_disk import refusing
from makers.runs import copy_settings

EXAMPLES = Path(__file__).parents[2] / "examples"
SURVEY = EXAMPLES / "masuk" / "ipak-ipkp-2024-tw4.xlsx"
ASSESSMENT = EXAMPLES / "masuk" / "pekppp-2024.xlsx"
TOOL = Tool("ipak", "0")
FOURTH = parse_period("IV-2024")
PREFACE = "naskah/kata_pengantar.txt.j2"


@pytest.fixture
def office(tmp_path):
    """A workspace with the example's settings and results, beside a folder that is no part of it."""
    (tmp_path / "luar").mkdir()
    (tmp_path / "luar" / "rahasia.txt.j2").write_text("rahasia")
    office = tmp_path / "unit"
    office.mkdir()
    copy_settings(office)
    shutil.copytree(EXAMPLES / "hasil", office / "hasil")
    return office


def problems_of(work, *arguments):
    with pytest.raises(ProblemsFoundError) as refused:
        work(*arguments)
    return [(each.code, each.where.file) for each in refused.value.problems]


def template(office, name=PREFACE):
    path = office / "templat" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def test_a_template_that_is_a_link_does_not_print_what_it_leads_to(office):
    template(office).symlink_to(office.parent / "luar" / "rahasia.txt.j2")
    assert problems_of(own_templates, office) == [("D660", str(template(office)))]


@pytest.mark.parametrize("name", ["templat", "templat/naskah"])
def test_a_folder_of_templates_that_is_a_link_is_refused_and_not_passed_over(office, name):
    (office / name).parent.mkdir(exist_ok=True)
    (office / name).symlink_to(office.parent / "luar")
    assert problems_of(own_templates, office) == [("D660", str(office / name))]


def test_a_template_that_is_a_pipe_or_too_large_is_refused_and_an_office_without_any_has_none(office):
    assert own_templates(office) == OwnTemplates()
    template(office).write_bytes(b"x" * LARGEST_TEMPLATE)
    assert own_templates(office).texts.keys() == {PREFACE}
    template(office).write_bytes(b"x" * (LARGEST_TEMPLATE + 1))
    assert problems_of(own_templates, office) == [("D662", str(template(office)))]
    template(office).unlink()
    os.mkfifo(template(office))
    assert problems_of(own_templates, office) == [("D661", str(template(office)))]


@pytest.mark.parametrize("number", [errno.EIO, errno.ESTALE, errno.EACCES])
def test_a_template_or_a_folder_of_them_that_the_drive_refuses_is_told_by_name(office, number):
    template(office).write_text("Kami")
    for call in ("stat", "open", "read"):
        with refusing(call, template(office), number) as refused:
            assert problems_of(own_templates, office) == [("L513", f"templat/{PREFACE}")]
        assert refused
    for folder in ("templat", "templat/naskah"):
        with refusing("open", office / folder, number):
            assert problems_of(own_templates, office) == [("L513", folder)]


def test_a_report_is_not_written_through_a_link(office):
    (office / "laporan").symlink_to(office.parent / "luar")
    told = [("D660", str(office / "laporan"))]
    assert problems_of(make_report, OpenWorkspace(office), FOURTH) == told
    assert [path.name for path in (office.parent / "luar").iterdir()] == ["rahasia.txt.j2"]


def test_a_report_goes_to_the_folder_that_the_user_named_also_behind_a_link(office):
    (office.parent / "pintas").symlink_to(office.parent / "luar")
    made = make_report(OpenWorkspace(office), FOURTH, office.parent / "pintas")
    assert {Path(file.path).parent for file in made.files} == {office.parent / "pintas"}
    assert (office.parent / "luar" / "laporan.html").is_file()


def test_results_behind_a_link_are_named_in_the_trend_and_the_others_shown(office):
    stored = office / "hasil" / "II-2024" / "survey.json"
    stored.rename(office.parent / "luar" / "survey.json")
    stored.symlink_to(office.parent / "luar" / "survey.json")
    joined = stored_trend(OpenWorkspace(office).stored)
    assert ("D660", str(stored)) in [(each.code, each.where.file) for each in joined.problems]
    assert "IV-2024" in [str(each.period) for each in joined.periods]


def test_evidence_behind_a_link_is_not_looked_for(office):
    (office / "bukti").symlink_to(EXAMPLES / "bukti")
    rubric, destination = load_pekppp("pekppp-2025"), Destination(office)
    told = [("D660", str(office / "bukti"))]
    assert problems_of(assess_files, AssessRequest((ASSESSMENT,)), rubric, destination, TOOL) == told


@pytest.mark.parametrize("name", ["pipa.csv", "pipa"])
def test_a_pipe_that_the_user_names_is_refused_and_a_link_is_read(tmp_path, name):
    os.mkfifo(tmp_path / name)
    told = score_files(ScoreRequest((tmp_path / name,)), None, Destination(), TOOL).problems
    assert [(each.code, each.where.file) for each in told] == [("F103", name)]
    assert problems_of(load_rubric, str(tmp_path / name)) == [("R601", str(tmp_path / name))]
    (tmp_path / "pintas.xlsx").symlink_to(SURVEY)
    assert score_files(ScoreRequest((tmp_path / "pintas.xlsx",)), None, Destination(), TOOL).respondents


def test_a_result_is_not_written_into_a_pipe(tmp_path):
    os.mkfifo(tmp_path / "survey.json")
    request, destination = ScoreRequest((SURVEY,)), Destination(out=tmp_path)
    told = [("D661", str(tmp_path / "survey.json"))]
    assert problems_of(score_files, request, None, destination, TOOL) == told


@pytest.mark.parametrize("number", [errno.EIO, errno.ESTALE, errno.EACCES])
def test_a_new_workspace_in_a_folder_that_cannot_be_listed_is_refused(tmp_path, number):
    with refusing("readdir", tmp_path, number):
        assert problems_of(make_workspace, tmp_path) == [("D631", str(tmp_path))]
    assert list(tmp_path.iterdir()) == []


def test_a_new_workspace_is_not_made_through_a_link_that_somebody_puts_into_it(tmp_path, monkeypatch):
    """Somebody makes ``masuk`` a link right after the folder was found empty."""
    office, outside, real = tmp_path / "unit", tmp_path / "luar", os.mkdir
    outside.mkdir()

    def race(name, *given, **folder):
        if name == "masuk":
            (office / "masuk").symlink_to(outside)
        real(name, *given, **folder)

    monkeypatch.setattr(os, "mkdir", race)
    assert problems_of(make_workspace, office) == [("D660", str(office / "masuk"))]
    assert list(outside.iterdir()) == []
