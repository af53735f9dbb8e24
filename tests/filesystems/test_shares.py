"""Runs from two hosts over NFS 4.2, NFS 3 and SMB 3.1.1: right to the byte, or refused in a sentence."""

import re
import signal

import pytest

from makers.guest import HOSTS, MOUNTS, SERVER, Share, actions, wanted

pytestmark = pytest.mark.guest
HERE, THERE = HOSTS
FIRST_FILE = "survey.json"
"""The first of a run's results."""
FIRST_RESULT = f"hasil/III-2024/{FIRST_FILE}"
ROOM_LEFT = 100 * 1024
"""Bytes that are left on the full disk: enough for the result, too few for the report."""


def problems(done):
    """Return the codes of the sentences that a run said, in its document and beside it."""
    return re.findall(r"\b[A-Z][0-9]{3}\b", done.out + done.err)


def test_a_first_run_makes_what_it_makes_on_a_local_disk_and_the_next_ones_write_nothing(share):
    unit = share.workspace("tenang")
    first = unit.run(HERE)
    assert (first.code, actions(first)) == (0, ["survey", "report"])
    assert unit.outputs(THERE) == wanted(share.guest)
    times = unit.times()
    for host in HOSTS:
        again = unit.run(host)
        assert (again.code, actions(again)) == (0, [])
    assert unit.times() == times
    assert share.guest.run(THERE, "ipak", "status", unit.path).code == 0


def test_of_two_hosts_at_once_one_works_and_the_other_is_told_so_or_comes_too_late(share):
    unit = share.workspace("berdua")
    together = [unit.start(host) for host in HOSTS]
    ends = [unit.guest.wait(job) for job in together]
    assert sorted(done.code for done in ends) in ([0, 75], [0, 0]), ends
    assert sorted(actions(done) for done in ends) == [[], ["survey", "report"]]
    for host in HOSTS:
        assert unit.outputs(host) == wanted(share.guest)


@pytest.mark.parametrize("contained", [False, True], ids=["hosts", "containers of a host"])
def test_who_meets_a_run_at_work_is_told_so(share, contained):
    unit = share.workspace(f"bertemu{contained}")
    hosts = (HERE, HERE) if contained else HOSTS
    first, second = unit.meet_at(FIRST_FILE, hosts, unit, contained=contained)
    assert (first.code, actions(first)) == (0, ["survey", "report"])
    assert (second.code, problems(second)[0]) == (75, "D608" if contained else "D601"), second
    assert unit.outputs(THERE) == wanted(share.guest)


def test_a_host_on_nfs_and_one_on_smb_keep_out_of_each_others_way(guest):
    unit = Share(guest, "nfs4").workspace("campur")
    seen = unit.over("smb")
    first, second = unit.meet_at(FIRST_FILE, HOSTS, seen)
    assert (first.code, second.code) == (0, 75), (first, second)
    assert unit.outputs(HERE) == seen.outputs(THERE) == wanted(guest)


def test_a_killed_runs_lock_is_refused_to_another_host_and_taken_over_by_its_own(share):
    unit = share.workspace("mati")
    assert unit.kill_at(FIRST_FILE, HERE).code == -signal.SIGKILL
    refused = unit.run(THERE)
    assert (refused.code, HERE in refused.err) == (75, True), refused
    after = unit.run(HERE)
    assert (after.code, "D603" in problems(after)) == (0, True), after
    assert unit.outputs(THERE) == wanted(share.guest)


def test_a_killed_containers_lock_is_taken_over_by_the_next_container_of_its_host(share):
    unit = share.workspace("wadah")
    assert unit.kill_at(FIRST_FILE, HERE, contained=True).code == -signal.SIGKILL
    after = unit.run(HERE, contained=True)
    assert (after.code, "D603" in problems(after)) == (0, True), after
    assert unit.outputs(THERE) == wanted(share.guest)


@pytest.fixture(scope="module")
def outage(guest):
    """Let the server be away for 15 seconds while a run works on each file system; return how they ended."""
    units = {name: Share(guest, name).workspace("terputus") for name in MOUNTS}
    jobs = {name: unit.start(HERE) for name, unit in units.items()}
    away = guest.wait(guest.start_outage(units["nfs4"].on_disk(FIRST_RESULT)))
    assert away.code == 0, away
    return {name: (unit, guest.wait(jobs[name])) for name, unit in units.items()}


@pytest.mark.parametrize("name", MOUNTS)
def test_a_run_outlives_a_server_that_is_away_for_15_seconds_or_says_what_failed(guest, outage, name):
    unit, done = outage[name]
    assert done.code in (0, 1), done
    if done.code:
        assert problems(done), done
    calm = unit.run(HERE)
    assert calm.code == 0, calm
    assert unit.outputs(THERE) == wanted(guest)


def test_a_full_disk_is_told_and_leaves_whole_files_and_the_next_run_finishes(share):
    unit, guest = share.workspace("penuh"), share.guest
    fill = f"dd if=/dev/zero of=isi bs=64k 2> /dev/null; truncate -s -{ROOM_LEFT} isi; sync"
    guest.run(SERVER, "sh", "-c", f"cd /run/share; {fill}")
    full = unit.run(HERE)
    guest.run(SERVER, "sh", "-c", "rm /run/share/isi; sync")
    assert full.code == 1, full
    assert problems(full), full
    made = wanted(guest)
    assert made.items() >= unit.outputs(THERE).items()
    after = unit.run(HERE)
    assert after.code == 0, after
    assert unit.outputs(THERE) == made
