"""The log of a workspace's runs."""

import errno
import os
import re

import pytest

from ipak_cli.base.problem import ProblemsFoundError, Severity, Where, problem
from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.catalogue.usage import COMMAND_WRONG
from ipak_cli.terminal.console import log_words
from ipak_cli.workspace.log import KEPT, Log, open_log


@pytest.fixture
def workspace(tmp_path):
    (tmp_path / "ipak.yaml").write_text("")
    return tmp_path


def lines(workspace, name="ipak.log"):
    return (workspace / ".ipak" / name).read_text(encoding="utf-8").splitlines()


def test_every_line_has_time_run_and_severity(workspace):
    log = open_log(workspace, "malam-2", log_words)
    assert log.line(Severity.NOTE, "mulai") is None
    assert log.line(Severity.WARNING, "drive lambat – sekali") is None
    times, rest = zip(*(line.split(" ", 1) for line in lines(workspace)), strict=True)
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d{4}", time) for time in times)
    assert rest == ("[malam-2] CATATAN mulai", "[malam-2] PERINGATAN drive lambat – sekali")


def test_a_text_stays_on_one_line_and_commands_no_terminal(workspace):
    open_log(workspace, "malam-2", log_words).line(Severity.ERROR, "satu\ndua\x1b[31m\r\u2028tiga %s %d")
    (line,) = lines(workspace)
    assert line.endswith(" [malam-2] GALAT satu dua [31m tiga %s %d")


def test_a_problem_is_logged_without_what_was_read(workspace):
    found = problem(
        COMMAND_WRONG, Where("jawaban.xlsx", "Form", "H17"), what="petugasnya marah", command="ipak"
    )
    open_log(workspace, "malam-2", log_words).problem(found)
    assert lines(workspace)[0].endswith("[malam-2] GALAT U902 jawaban.xlsx!Form:H17: Perintah keliru")


def test_a_full_log_moves_on_to_a_new_file_and_few_are_kept(workspace):
    log = Log(open_log(workspace, "malam-2", log_words).path, "malam-2", log_words, max_bytes=200)
    for number in range(100):
        log.line(Severity.NOTE, f"baris {number:03}")
    names = sorted(path.name for path in (workspace / ".ipak").iterdir())
    assert names == ["ipak.log", *(f"ipak.log.{n}" for n in range(1, KEPT + 1))]
    kept = [line[-3:] for name in reversed(names) for line in lines(workspace, name)]
    assert kept == [f"{number:03}" for number in range(100 - len(kept), 100)]
    assert all((workspace / ".ipak" / name).stat().st_size < 200 for name in names)


def test_while_somebody_has_the_log_open_it_goes_on_in_the_old_file(workspace, monkeypatch):
    def refuse(*_):
        raise PermissionError(errno.EACCES, "in use")

    log = Log(open_log(workspace, "malam-2", log_words).path, "malam-2", log_words, max_bytes=100)
    log.line(Severity.NOTE, "satu " * 10)
    monkeypatch.setattr(os, "rename", refuse)
    assert log.line(Severity.NOTE, "dua " * 10) is None
    assert len(lines(workspace)) == 2


def test_a_log_that_the_system_refuses_is_a_warning(workspace, capfd):
    (workspace / ".ipak" / "ipak.log").mkdir(parents=True)
    found = open_log(workspace, "malam-2", log_words).line(Severity.NOTE, "mulai")
    assert (found.code, found.severity) == ("D613", Severity.WARNING)
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(os.name != "posix", reason="makes a symbolic link")
def test_a_log_that_is_a_link_is_not_written_through(workspace, tmp_path):
    log = open_log(workspace, "malam-2", log_words)
    (tmp_path / "lain").write_text("milik orang")
    log.path.symlink_to(tmp_path / "lain")
    told = message_of(log.line(Severity.NOTE, "mulai"))
    assert told.startswith("log tidak dapat ditulis: ini tautan")
    assert (tmp_path / "lain").read_text() == "milik orang"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs the device that is always full")  # noqa: PTH110
def test_a_full_disk_is_a_warning_too(workspace, capfd, monkeypatch):
    log = open_log(workspace, "malam-2", log_words)
    monkeypatch.setattr(
        "ipak_cli.workspace.log.open_to_append", lambda *_: os.fdopen(os.open("/dev/full", os.O_WRONLY), "ab")
    )
    assert message_of(log.line(Severity.NOTE, "mulai")) == "log tidak dapat ditulis: tempat penyimpanan penuh"
    assert capfd.readouterr() == ("", "")


def test_no_log_is_made_where_no_workspace_is(tmp_path):
    with pytest.raises(ProblemsFoundError) as refused:
        open_log(tmp_path, "malam-2", log_words)
    assert [found.code for found in refused.value.problems] == ["U950"]
    assert list(tmp_path.iterdir()) == []
