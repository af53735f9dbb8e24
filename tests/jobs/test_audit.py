"""Auditing files: which instrument, which period, which stored results, and what cannot be read."""

import pytest

from ipak_cli.base.period import parse_period
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.base.provenance import Tool
from ipak_cli.forms.audit import write_audit_form
from ipak_cli.jobs.audit import AuditRequest, audit_files
from ipak_cli.jobs.audit_report import write_audit_report
from ipak_cli.rubric.load import load_rubric
from ipak_cli.workspace import layout
from makers.audits import CONTRADICTORY, SOUND, two_findings
from makers.exported import example_workspace

TOOL = Tool("ipak", "0")


def audit(*files, **given):
    return audit_files(AuditRequest(tuple(files), **given), TOOL)


def refused(*files, **given):
    with pytest.raises(ProblemsFoundError) as error:
        audit(*files, **given)
    return [each.code for each in error.value.problems]


@pytest.fixture
def write(tmp_path):
    def written(text, name="laporan.md"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return written


def test_instrument_and_period_are_those_that_the_report_names(write):
    (report,) = audit(write(CONTRADICTORY)).reports
    assert (report.rubric.id, report.period.name) == ("ipak-ipkp", "IV-2024")
    assert report.file == "laporan.md"
    assert [each.problem.code for each in report.findings if each.certainty == "mustahil"] == ["A101"]
    assert report.is_impossible


def test_a_report_that_could_be_true_raises_nothing(write):
    result = audit(write(SOUND))
    assert result.reports[0].findings == ()
    assert not result.is_impossible


def test_what_the_user_says_counts(write):
    (report,) = audit(write(CONTRADICTORY), rubric="skm-14-2017", period=parse_period("I-2025")).reports
    assert (report.rubric.id, report.period.name) == ("skm-14-2017", "I-2025")


def test_an_unknown_instrument_and_a_doubtful_one_are_asked_for(write):
    assert refused(write("Laporan kegiatan tahun 2024.")) == ["A190"]
    assert refused(write("IKM dan IPAK.")) == ["A191"]


def test_a_report_of_another_number_of_items_is_not_read_by_the_instrument_of_14(write):
    stated = "Kuesioner berisi {} butir pertanyaan yang terdiri dari {} butir IPAK dan {} butir IPKP.\n\n"
    told = CONTRADICTORY.replace("Survei ini", f"{stated}Survei ini", 1)
    assert refused(write(told.format(13, 4, 9))) == ["A190"]
    assert refused(write(told.format(14, 6, 8))) == ["A190"]
    assert audit(write(told.format(14, 5, 9))).reports[0].rubric.id == "ipak-ipkp"
    (report,) = audit(write(told.format(13, 4, 9)), rubric="ipak-ipkp").reports
    assert report.rubric.id == "ipak-ipkp"


def test_a_report_without_a_period_is_read_and_that_is_told(write):
    (report,) = audit(write("Nilai IPAK adalah 3,91.")).reports
    assert report.period.name is None
    assert [each.code for each in report.problems] == ["A192"]


def test_every_file_that_cannot_be_read_is_told(write, tmp_path):
    assert refused(tmp_path / "tidak-ada.docx", tmp_path, write(" ", "kosong.md"), write(SOUND)) == [
        "F101", "A199", "A186",
    ]  # fmt: skip
    assert refused(tmp_path / "a\0b.docx") == ["F101"]


def test_a_file_that_the_system_refuses_is_told(write, monkeypatch):
    path = write(SOUND)

    def refuse(_):
        raise PermissionError(13, "no")

    monkeypatch.setattr("ipak_cli.jobs.audit.open_regular", refuse)
    assert refused(path) == ["F102"]


def test_claims_are_compared_with_the_stored_results_of_the_workspace(write, tmp_path):
    workspace = example_workspace(tmp_path / "kerja")
    (report,) = audit(write(SOUND), workspace=workspace).reports
    assert [each.period for each in report.compared] == ["IV-2024"]
    assert {each.problem.code for each in report.findings} == {"A150"}
    assert not report.is_impossible


def test_a_stored_result_that_cannot_be_read_is_told_and_not_used(write, tmp_path):
    workspace = example_workspace(tmp_path / "kerja")
    place = workspace / layout.SHOWN.result(parse_period("IV-2024"), "survey.json")
    place.write_text("{}", encoding="utf-8")
    (report,) = audit(write(SOUND), workspace=workspace).reports
    assert report.findings == ()
    assert {each.code for each in report.problems} == {"A151", "A153"}


def test_a_typed_table_is_read_by_the_rubric_that_it_was_made_for(tmp_path):
    path = tmp_path / "angka.xlsx"
    write_audit_form(load_rubric("skm-14-2017").rubric, path)
    assert refused(path) == ["A198"]


def test_a_report_on_an_audit_never_replaces_a_file_unasked(tmp_path):
    out = tmp_path / "audit.docx"
    write_audit_report(two_findings(), out)
    first = out.read_bytes()
    with pytest.raises(ProblemsFoundError) as error:
        write_audit_report(two_findings(), out)
    assert [each.code for each in error.value.problems] == ["A193"]
    write_audit_report(two_findings(), out, replace=True)
    assert out.read_bytes() == first
