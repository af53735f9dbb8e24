"""The list of the office's staff, as editors save it."""

import errno

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.workspace.staff import read_staff
from makers.refusing_disk import refusing


def listed(folder, content):
    (folder / "pegawai.txt").write_bytes(content)
    return read_staff(folder)


def test_an_office_without_a_list_has_no_names(tmp_path):
    assert read_staff(tmp_path) == ()


def test_a_line_is_a_name_without_its_degrees_and_a_note_is_none(tmp_path):
    content = b"# Nama pegawai\r\nRina Wati, S.E., M.M.\r\n\r\n  wati  \r\n, S.E."
    assert listed(tmp_path, content) == ("Rina Wati", "wati")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_list_is_read_as_any_editor_saves_it(tmp_path, encoding):
    assert listed(tmp_path, "Renée\nWati".encode(encoding)) == ("Renée", "Wati")


def test_a_list_that_is_refused_stops_the_work(tmp_path):
    path = tmp_path / "pegawai.txt"
    path.write_text("Wati", encoding="utf-8")
    with refusing("open", path, errno.EACCES), pytest.raises(ProblemsFoundError) as found:
        read_staff(tmp_path)
    assert [(each.code, each.where.file) for each in found.value.problems] == [("G488", "pegawai.txt")]
