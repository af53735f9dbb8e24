"""`ipak status`: how the last runs ended, what is missing, what waits."""

import json
from datetime import timedelta

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.base.provenance import Tool
from ipak_cli.catalogue.indonesian import say
from ipak_cli.run.status import Asked, age_of, problems_of, status_below
from makers.runs import NIGHT, VERSION, arrive, run, workspace

TW3, PEKPPP = "ipak-ipkp-2024-tw3.xlsx", "pekppp-2024.xlsx"


def status(folder, *, days=0, max_age=None, version=VERSION):
    return status_below(folder, Asked(Tool("ipak", version), NIGHT + timedelta(days=days), max_age))


def one(folder, **asked):
    return status(folder, **asked).workspaces[0]


@pytest.fixture
def office(tmp_path):
    return workspace(tmp_path / "unit", TW3)


def test_a_workspace_that_was_never_run_is_overdue_and_its_inputs_wait(office):
    found = one(office)
    assert (found.overdue, found.sound, found.last_success, found.waiting) == (True, True, None, (TW3,))
    assert [fault.code for fault in found.problems] == ["D650"]
    assert not (office / ".ipak").exists()


def test_after_a_run_the_age_and_the_periods_are_told_and_nothing_waits(tmp_path):
    folder = workspace(tmp_path / "unit", TW3, PEKPPP)
    run(folder)
    found = one(folder, days=3)
    assert (found.overdue, found.sound, found.last_success.age, found.waiting) == (False, True, 3 * 86400, ())
    has = {each.period: (each.survey, each.report, each.pekppp) for each in found.periods}
    assert has == {"III-2024": (True, True, False), "IV-2024": (False, False, True)}


@pytest.mark.parametrize(("days", "overdue"), [(99, False), (100, False), (101, True), (-101, True)])
def test_a_success_is_overdue_when_it_is_older_than_asked_or_dated_far_ahead(office, days, overdue):
    run(office)
    assert one(office, days=days, max_age=timedelta(days=100)).overdue is overdue


def test_a_failure_is_told_with_its_problems_until_a_run_succeeds(office):
    bad = arrive(office, "rusak.xlsx", b"PK\x03\x04 bukan arsip")
    run(office)
    found = one(office)
    assert (found.sound, found.failed, found.waiting) == (False, ("rusak.xlsx",), ())
    assert found.last_failure.current
    assert found.last_failure.problems[0].where.file == "rusak.xlsx"
    bad.unlink()
    run(office, nights=1)
    found = one(office, days=1)
    assert (found.sound, found.last_failure.current) == (True, False)


def test_the_holder_of_the_lock_is_told(office):
    own = office / ".ipak"
    own.mkdir()
    (own / "lock").write_text("77\nserver\n", encoding="utf-8")
    assert one(office).lock.host is None
    holder = {"host": "server", "pid": 77, "started": "2025-01-03T02:00:00Z", "version": "1.2", "run": "x"}
    (own / "holder.json").write_text(json.dumps(holder), encoding="utf-8")
    assert (one(office).lock.host, one(office).lock.pid) == ("server", 77)


def test_a_state_of_a_newer_program_is_a_problem(office):
    run(office, version="2.0")
    assert [fault.code for fault in one(office).problems] == ["D611"]


def test_a_workspace_without_its_inbox_is_not_sound(office):
    run(office)
    (office / "masuk" / TW3).unlink()
    (office / "masuk").rmdir()
    assert ([fault.code for fault in one(office).problems], one(office).sound) == (["D630"], False)


def test_all_workspaces_of_a_tree_are_told_with_their_places(tmp_path):
    for name in ("a", "b"):
        workspace(tmp_path / name)
    run(tmp_path / "a")
    found = status(tmp_path)
    assert [each.overdue for each in found.workspaces] == [False, True]
    assert [str(fault.where) for fault in problems_of(found)] == [str(tmp_path / "b")]


def test_an_empty_mount_point_is_an_error(tmp_path):
    with pytest.raises(ProblemsFoundError, match="D646"):
        status(tmp_path)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (59, "0 menit"),
        (3_600, "1 jam 0 menit"),
        (86_400, "1 hari"),
        (90_000, "1 hari 1 jam"),
        (-5, "0 menit"),
    ],
)
def test_an_age_is_written_in_words(seconds, text):
    assert say(age_of(seconds)) == text
