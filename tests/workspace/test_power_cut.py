"""A power cut at any moment leaves the old state or the new one, whole; what is finished stays."""

import errno
import os
from pathlib import PurePath

import pytest

from ipak_cli.base.period import Period
from ipak_cli.jobs.setup import make_workspace
from ipak_cli.workspace.atomic import (
    RETRY_DELAYS,
    ensure_folder,
    ensure_folders,
    make_folder,
    write_file,
    write_for_people,
    write_whole,
)
from ipak_cli.workspace.layout import SHOWN
from ipak_cli.workspace.starter import starter_guide
from ipak_cli.workspace.store import InputKind, store
from ipak_cli.workspace.superseded import without_answers
from makers.power import Disk, PowerCutError

pytestmark = pytest.mark.skipif(os.name != "posix", reason="folders are flushed on POSIX systems alone")
OLD, NEW = b"lama" * 1000, b"baru" * 2000
FOURTH = Period.quarter(2024, 4)
RESULT = "hasil/IV-2024/survey.json"


def write_or_beside(path, data, delays=RETRY_DELAYS):
    return write_for_people(path.parent, PurePath(path.name), data, delays=delays)


def without_unfinished(state):
    return {path: data for path, data in state.items() if not path.rpartition("/")[2].startswith(".ipak-")}


@pytest.fixture
def states(tmp_path, monkeypatch):
    """Return a function that gives what may be left after a cut before each call, and after the last one."""

    def all_states(prepare, work):
        cuts = []
        for calls in range(100):
            root = tmp_path / str(calls)
            root.mkdir()
            prepare(root)
            disk = Disk(root, calls)
            with monkeypatch.context() as patched:
                disk.plug_in(patched)
                try:
                    work(root)
                    done = True
                except PowerCutError:
                    done = False
            found = [without_unfinished(state) for state in disk.states()]
            disk.unplug()
            if done:
                return cuts, found
            cuts += found
        raise AssertionError("the work never ends")

    return all_states


def nothing(root):
    """Begin with an empty folder."""


def an_old_file(root):
    (root / "a.json").write_bytes(OLD)


def an_old_result(root):
    folder = root / "hasil" / "IV-2024"
    folder.mkdir(parents=True)
    (folder / "survey.json").write_bytes(OLD)


@pytest.mark.parametrize("write", [write_whole, write_or_beside])
def test_a_file_that_is_replaced_is_the_old_one_or_the_new_one(states, write):
    cuts, after = states(an_old_file, lambda root: write(root / "a.json", NEW))

    assert len(cuts) > 8
    assert all(state in ({"a.json": OLD}, {"a.json": NEW}) for state in cuts)
    assert {"a.json": OLD} in cuts
    assert all(state == {"a.json": NEW} for state in after)


@pytest.mark.parametrize("write", [write_whole, write_or_beside])
def test_a_new_file_is_not_there_or_whole(states, write):
    cuts, after = states(nothing, lambda root: write(root / "a.json", NEW))

    assert all(state in ({}, {"a.json": NEW}) for state in cuts)
    assert all(state == {"a.json": NEW} for state in after)


def test_a_file_beside_one_that_is_open_leaves_the_old_one_and_is_whole(states, monkeypatch):
    def busy(source, target, **folders):
        if os.fspath(target).endswith("a.json"):
            raise OSError(errno.EBUSY, "open elsewhere")
        return real(source, target, **folders)

    real = os.replace
    monkeypatch.setattr(os, "replace", busy)
    cuts, after = states(an_old_file, lambda root: write_or_beside(root / "a.json", NEW, ()))

    both = {"a.json": OLD, "a (baru).json": NEW}
    assert all(state in ({"a.json": OLD}, both) for state in cuts)
    assert all(state == both for state in after)


def test_the_same_bytes_are_not_written_again(states):
    cuts, after = states(an_old_file, lambda root: write_whole(root / "a.json", OLD))
    assert all(state == {"a.json": OLD} for state in (*cuts, *after))


@pytest.mark.parametrize("write", [write_whole, write_or_beside])
def test_a_file_that_a_killed_writer_left_without_its_name_on_the_disk_stays(states, write):
    def work(root):
        (root / ".ipak-0.tmp").write_bytes(NEW)
        with (root / ".ipak-0.tmp").open("rb") as file:
            os.fsync(file.fileno())
        (root / ".ipak-0.tmp").replace(root / "a.json")
        write(root / "a.json", NEW)

    _, after = states(nothing, work)
    assert all(state == {"a.json": NEW} for state in after)


def test_a_result_that_is_superseded_is_kept_before_the_new_one_takes_its_place(states):
    cuts, after = states(an_old_result, lambda root: store(root, InputKind.SURVEY, FOURTH, NEW.decode()))

    def kept(state):
        return [data for path, data in state.items() if path.startswith("hasil/IV-2024/lama/survey-")]

    note = without_answers(OLD)
    assert len(cuts) > 20
    for state in cuts:
        assert (state[RESULT], kept(state)) in [(OLD, []), (OLD, [note]), (NEW, [note])]
    for state in after:
        assert (state[RESULT], kept(state), len(state)) == (NEW, [note], 2)


def test_a_first_result_is_not_there_or_whole(states):
    cuts, _ = states(nothing, lambda root: store(root, InputKind.SURVEY, FOURTH, NEW.decode()))
    assert all(state in ({}, {RESULT: NEW}) for state in cuts)


def test_a_first_result_stays_once_it_is_stored(states):
    _, after = states(nothing, lambda root: store(root, InputKind.SURVEY, FOURTH, NEW.decode()))
    assert all(state == {RESULT: NEW} for state in after)


def test_what_is_written_into_a_new_folder_stays(states):
    def work(root):
        make_folder(root / "hasil")
        write_whole(root / "hasil" / "a.json", NEW)

    _, after = states(nothing, work)
    assert all(state == {"hasil/a.json": NEW} for state in after)


def folders_without_their_names_on_the_disk(root):
    """Do what a run did that was killed before it could flush the folders that it had made."""
    (root / "hasil").mkdir()
    (root / "hasil" / "IV-2024").mkdir()


def test_folders_that_a_killed_run_made_and_did_not_flush_keep_the_result(states):
    def work(root):
        folders_without_their_names_on_the_disk(root)
        store(root, InputKind.SURVEY, FOURTH, NEW.decode())

    _, after = states(nothing, work)
    assert all(state == {RESULT: NEW} for state in after)


def a_result_of_another_period(root):
    folder = root / "hasil" / "III-2024"
    folder.mkdir(parents=True)
    (folder / "survey.json").write_bytes(OLD)


def test_a_result_of_a_new_period_stays_beside_those_of_the_others(states):
    cuts, after = states(
        a_result_of_another_period, lambda root: store(root, InputKind.SURVEY, FOURTH, NEW.decode())
    )
    others = {"hasil/III-2024/survey.json": OLD}
    assert all(state in (others, others | {RESULT: NEW}) for state in cuts)
    assert all(state == others | {RESULT: NEW} for state in after)


def test_what_is_remembered_after_a_result_of_a_new_period_is_never_there_without_it(states):
    """The memory of a run comes after what it remembers: a cut never leaves the one without the other."""

    def work(root):
        store(root, InputKind.SURVEY, FOURTH, NEW.decode())
        ensure_folder(root, SHOWN.own)
        write_file(root, SHOWN.memory, b"IV-2024")

    cuts, after = states(nothing, work)
    remembered = [state for state in (*cuts, *after) if ".ipak/memory.json" in state]
    assert remembered
    assert all(state[RESULT] == NEW for state in remembered)
    assert all(state == {RESULT: NEW, ".ipak/memory.json": b"IV-2024"} for state in after)


def test_a_report_of_a_new_period_stays_once_it_is_written(states):
    page = SHOWN.report(FOURTH) / "laporan.html"

    def work(root):
        ensure_folders(root, page.parent)
        write_for_people(root, page, NEW)

    cuts, after = states(nothing, work)
    assert all(state in ({}, {page.as_posix(): NEW}) for state in cuts)
    assert all(state == {page.as_posix(): NEW} for state in after)


def test_a_workspace_has_its_marker_only_when_it_has_all_else(states):
    cuts, after = states(nothing, lambda root: make_workspace(root / "unit"))
    marked = [state for state in cuts if "unit/ipak.yaml" in state]
    assert all(state["unit/BACA-SAYA.txt"] == starter_guide().encode() for state in marked)
    assert all(state.keys() == {"unit/ipak.yaml", "unit/BACA-SAYA.txt"} for state in after)
