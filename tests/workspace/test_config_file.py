"""Reading ipak.yaml: what is wrong is named with its line."""

import errno
import os

import pytest

from ipak_cli.base.period import parse_period
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue.indonesian import hint_of, message_of
from ipak_cli.rubric.load import shipped_ids
from ipak_cli.workspace.config import Config
from ipak_cli.workspace.config_file import load_config, parse_config, read_rubric, rubric_file
from makers.refusing_disk import refusing

FULL = """\
version: 1
unit:
  name: "Kantor Contoh: Layanan"
  short_name: KC
  parent: Kementerian Contoh
  address: Jalan Contoh 0
  city: Kota Contoh
signatory: {name: Budi Rekaan, position: Kepala, nip: "19760101 200112 1 003"}
directors: [Ani Rekaan]
editors: [Cici Rekaan, Dedi Rekaan]
report: {link: "https://survei.contoh.example", place: Daring}
rubrics: {survey: skm-14-2017, pekppp: rubrik/sendiri.yaml}
targets: {default: 4, items: {U1: 3.5}}
legal_basis: [Undang-Undang Nomor 25 Tahun 2009]
periods:
  IV-2024: {population: 24, performance: B, note: Sensus}
follow_up:
  U1: {actions: [Memasang papan], pic: Petugas, deadline: Maret 2025, status: berjalan}
"""


def problems_of(text):
    content = text.encode() if isinstance(text, str) else text
    with pytest.raises(ProblemsFoundError) as refused:
        parse_config(content)
    return refused.value.problems


def found(text):
    return [(problem.code, problem.where.line) for problem in problems_of(text)]


def altered(old, new):
    assert FULL.count(old) == 1
    return FULL.replace(old, new), FULL[: FULL.index(old)].count("\n") + 1


def test_a_full_file_is_read_without_a_fault():
    loaded = parse_config(FULL.encode())
    assert loaded.problems == ()
    assert loaded.config.unit.name == "Kantor Contoh: Layanan"
    assert loaded.config.editors == ("Cici Rekaan", "Dedi Rekaan")
    assert loaded.config.rubrics.survey == "skm-14-2017"
    assert loaded.config.periods["IV-2024"].note == "Sensus"


@pytest.mark.parametrize("text", ["", "\n\n", "# belum diisi\n", "\ufeff# belum diisi\r\n"])
def test_an_empty_file_is_a_workspace_that_says_nothing(text):
    assert parse_config(text.encode()).config == Config()
    assert parse_config(text.encode()).config.unit is None


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('name: "Kantor', 'nama: "Kantor', "kunci nama tidak dikenal"),
        ("population: 24", "population: dua", "periods.IV-2024.population harus bilangan bulat"),
        ("population: 24", "population: 0", "paling kecil 1"),
        ("performance: B", "performance: F", "performance berisi F"),
        ("status: berjalan", "status: jalan", "status berisi jalan"),
        ("actions: [Memasang papan]", "actions: []", "actions memuat kurang dari 1 entri"),
        ("actions: [Memasang papan]", "actions: Memasang papan", "actions harus berupa daftar"),
        ("{U1: 3.5}", '{U1: "3,5"}', "targets.items.U1 harus bilangan"),
        ("version: 1", "version: satu", "version harus bilangan bulat"),
    ],
)  # fmt: skip
def test_a_fault_of_form_names_its_line_and_never_speaks_of_rubrics(old, new, said):
    text, line = altered(old, new)
    fault = next(problem for problem in problems_of(text) if said in message_of(problem))
    assert (fault.code, str(fault.where)) == ("G402", f"ipak.yaml:{line}")
    assert not [problem for problem in problems_of(text) if "rubri" in message_of(problem) + hint_of(problem)]


@pytest.mark.parametrize(
    "text",
    ["- a\n", "unit: [\n", "\tunit: 1\n", "unit: {name: a: b}\n", "a: 1\n---\nb: 2\n", "x: " + "[" * 30,
     "a: \x07\n", b"unit: \xff\n", "#\n" * 200_000, "report: tautan\n", "periods: [IV-2024]\n"],
)  # fmt: skip
def test_a_file_that_cannot_be_understood_is_explained_without_rubrics(text):
    faults = problems_of(text)
    assert {fault.code for fault in faults} == {"G402"}
    assert not [fault for fault in faults if "rubri" in message_of(fault) + hint_of(fault)]


def test_faults_of_every_sort_are_told_together_in_the_order_of_their_lines():
    text = "unit:\n  name: &u Kantor\nreport: {link: ftp://x}\nlain: 1\nperiods:\n  V-2024: {}\n"
    assert found(text) == [("G403", 2), ("G407", 3), ("G402", 4), ("G405", 6)]


def test_quarters_beside_periods_is_told_with_both_lines_and_the_faults_of_the_rest():
    text = "quarters:\n  IV-2024: {population: 9}\nperiods:\n  I-2024: {population: banyak}\n"
    faults = problems_of(text)
    assert [(fault.code, fault.where.line) for fault in faults] == [("G481", 1), ("G402", 4)]
    assert "baris 3" in message_of(faults[0])
    assert "bawah periods" in hint_of(faults[0])


def test_quarters_without_anything_below_is_no_second_part():
    text = "quarters:\nperiods:\n  IV-2024: {population: 9}\n"
    assert parse_config(text.encode()).config.of(parse_period("IV-2024")).population == 9


def test_a_period_of_more_than_ten_years_is_refused_with_the_most_that_it_may_have():
    (fault,) = problems_of("periods:\n  2000-01-01..2024-12-31: {population: 9}\n")
    assert (fault.code, fault.where.line) == ("G480", 2)
    assert "10 tahun" in message_of(fault)


def test_the_head_of_a_part_whose_lines_were_deleted_says_nothing():
    text = "unit:\n  name: Kantor\n  city:\nsignatory:\ndirectors:\nreport:\nperiods:\n  IV-2024:\n"
    assert parse_config(text.encode()).config == parse_config(b"unit:\n  name: Kantor\n").config


def test_a_misspelt_key_is_named_with_its_near_miss():
    text, _ = altered("follow_up:\n", "folow_up:\n")
    assert hint_of(problems_of(text)[0]).startswith("Mungkin maksudnya follow_up.")


def test_a_newer_layout_is_refused_with_both_versions_and_nothing_else_is_told():
    (fault,) = problems_of("version: 2\nsesuatu_yang_baru: 1\n")
    assert (fault.code, fault.where.line) == ("G404", 1)
    assert "versi 2" in message_of(fault)
    assert "versi 1" in message_of(fault)


def test_warnings_do_not_stop_the_reading():
    text, line = altered('nip: "19760101 200112 1 003"', "nip: 1976")
    loaded = parse_config(text.encode())
    assert [(problem.code, problem.where.line) for problem in loaded.problems] == [("G408", line)]


def test_a_file_that_the_system_does_not_open_is_a_problem(tmp_path):
    (tmp_path / "ipak.yaml").mkdir()
    with pytest.raises(ProblemsFoundError) as refused:
        load_config(tmp_path)
    assert [problem.code for problem in refused.value.problems] == ["G401"]


def test_a_rubric_is_a_shipped_one_or_a_file_seen_from_the_workspace(tmp_path):
    assert [rubric_file(tmp_path, name) for name in shipped_ids()] == list(shipped_ids())
    assert rubric_file(tmp_path, "rubrik/sendiri.yaml") == str(tmp_path / "rubrik" / "sendiri.yaml")


def problem_of(work, *arguments):
    with pytest.raises(ProblemsFoundError) as refused:
        work(*arguments)
    return [(each.code, each.where.file) for each in refused.value.problems]


def read_named(workspace, name):
    """Read the survey rubric that the settings name."""
    (workspace / "ipak.yaml").write_text(f"version: 1\nrubrics:\n  survey: {name}\n", encoding="utf-8")
    return read_rubric(workspace, load_config(workspace), "survey")


def test_settings_that_are_a_link_or_a_pipe_are_refused_by_name(tmp_path):
    (tmp_path / "luar.yaml").write_text("version: 1\n")
    office = tmp_path / "unit"
    office.mkdir()
    (office / "ipak.yaml").symlink_to(tmp_path / "luar.yaml")
    assert problem_of(load_config, office) == [("D660", str(office / "ipak.yaml"))]
    (office / "ipak.yaml").unlink()
    os.mkfifo(office / "ipak.yaml")
    assert problem_of(load_config, office) == [("D661", str(office / "ipak.yaml"))]


@pytest.mark.parametrize("call", ["stat", "open", "read"])
@pytest.mark.parametrize("number", [errno.EIO, errno.ESTALE, errno.EACCES])
def test_settings_that_the_drive_refuses_are_told(tmp_path, call, number):
    (tmp_path / "ipak.yaml").write_text("version: 1\n")
    with refusing(call, tmp_path / "ipak.yaml", number) as refused:
        assert problem_of(load_config, tmp_path) == [("G401", "ipak.yaml")]
    assert refused


def test_a_rubric_below_the_workspace_is_reached_through_no_link_and_another_may_be(tmp_path):
    office = tmp_path / "unit"
    office.mkdir()
    (tmp_path / "luar.yaml").write_text("version: 1\n")
    (office / "sendiri.yaml").write_text("version: 1\n")
    (office / "tautan.yaml").symlink_to(tmp_path / "luar.yaml")
    os.mkfifo(office / "pipa.yaml")
    os.mkfifo(tmp_path / "pipa.yaml")
    assert read_named(office, "sendiri.yaml").content == read_named(office, "../luar.yaml").content
    assert read_named(office, str(office / "tautan.yaml")).content == b"version: 1\n"
    assert problem_of(read_named, office, "tautan.yaml") == [("D660", str(office / "tautan.yaml"))]
    assert problem_of(read_named, office, "pipa.yaml") == [("D661", str(office / "pipa.yaml"))]
    assert [code for code, _ in problem_of(read_named, office, "../pipa.yaml")] == ["R601"]


@pytest.mark.parametrize(
    ("name", "advice"), [("ipak-ikpk", "ipak-ipkp"), ("lain.yaml", "nama rubrik bawaan")]
)
def test_a_rubric_that_is_nowhere_is_told_at_the_line_that_names_it(tmp_path, name, advice):
    with pytest.raises(ProblemsFoundError) as refused:
        read_named(tmp_path, name)
    (found,) = refused.value.problems
    assert (found.code, found.where.file, found.where.line) == ("G445", "ipak.yaml", 3)
    assert found.values["name"] == name
    assert advice in hint_of(found)
