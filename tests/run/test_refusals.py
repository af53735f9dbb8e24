"""What a system or a share refuses: a clear error, the old outputs intact, and the next run goes on."""

import errno
import json
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.run import inputs as run_step
from ipak_cli.workspace import atomic
from makers.exports import example_rows, write_csv
from makers.runs import (
    ALL,
    BROKEN,
    VERSION,
    arrive,
    child,
    ended,
    in_memory,
    outputs,
    remember_figures,
    run,
    snapshot,
    workspace,
)

NOBODY_ID = 65534
RESULT, PAGE = "hasil/III-2024/survey.json", "laporan/III-2024/laporan.html"


@pytest.fixture
def root():
    with in_memory() as folder:
        folder.chmod(0o755)
        yield folder


def survey(folder, rows, name="survei.csv", period=3):
    export = write_csv(folder.parent / "ekspor.csv", example_rows(period)[:rows])
    return arrive(folder, name, export.read_bytes())


@pytest.fixture(scope="module")
def ready():
    """Make a workspace that had a good night, and whose survey has changed since."""
    with in_memory() as root, pytest.MonkeyPatch.context() as patched:
        remember_figures(patched.setattr)
        folder = workspace(root / "unit", formats=ALL)
        shutil.rmtree(folder / "bukti")
        survey(folder, 12)
        run(folder)
        survey(folder, 11)
        yield folder


@pytest.fixture
def office(root, ready):
    return shutil.copytree(ready, root / "unit")


def found(done):
    return done.outcome.value, [each.code for work in done.workspaces for each in work.problems]


def messages(done):
    return [message_of(each) for work in done.workspaces for each in work.problems]


def for_people(folder):
    return {name: data for name, data in outputs(folder).items() if not name.startswith(".ipak")}


def goes_on(folder):
    """See that the next run does all, and leaves nothing behind."""
    assert run(folder, nights=1).outcome == "done"
    assert json.loads((folder / RESULT).read_bytes())["respondents"] == 10
    assert not list(folder.rglob("*.tmp"))
    assert not list(folder.glob("hasil/*.masalah.txt"))


@contextmanager
def unprivileged():
    """Be a user whom permissions bind."""
    if os.geteuid():
        yield
        return
    os.seteuid(NOBODY_ID)
    try:
        yield
    finally:
        os.seteuid(0)


def own(folder, mode=None):
    """Give a tree to the user of :func:`unprivileged`, and its folders a mode."""
    for path in (folder, *folder.rglob("*")):
        if not os.geteuid():
            os.chown(path, NOBODY_ID, NOBODY_ID)
        if mode is not None and path.is_dir():
            path.chmod(mode)


FULL = """
import os, shutil, sys
from pathlib import Path
from ipak_cli.catalogue.indonesian import message_of
from makers.runs import outputs, run

office, small = Path(sys.argv[1]), Path(sys.argv[2])
small.mkdir()
os.system(f"mount -t tmpfs -o size=4m tmpfs {small}") and sys.exit(77)
folder = small / "unit"
shutil.copytree(office, folder)
before = {name: data for name, data in outputs(folder).items() if not name.startswith(".ipak")}
for left in (0, 8, 40, 64, 80):
    with (small / "isi").open("wb") as filler:
        try:
            while True:
                filler.write(b"." * 1024)
                filler.flush()
        except OSError:
            pass
        try:
            filler.close()
        except OSError:
            pass
    os.truncate(small / "isi", (small / "isi").stat().st_size - left * 1024)
    done = run(folder)
    after = outputs(folder)
    texts = [message_of(each) for each in done.workspaces[0].problems]
    assert done.outcome == "failed" and any("tempat penyimpanan penuh" in text for text in texts), texts
    assert left > 40 or all(after[name] == before[name] for name in before), left
    assert not list(folder.rglob("*.tmp")) and not (folder / ".ipak" / "lock").exists()
    (small / "isi").unlink()
    run(folder, nights=1)
    made, wanted = outputs(folder), outputs(office.with_name("wanted"))
    # The state remembers the failure, where it had the room.
    assert {name for name in wanted if made.get(name) != wanted[name]} <= {".ipak/state.json"}
    shutil.rmtree(folder)
    shutil.copytree(office, folder)
"""


@pytest.mark.skipif(not shutil.which("unshare"), reason="mounts a small disk in a namespace of its own")
def test_a_full_disk_keeps_what_is_stored_and_the_next_run_goes_on(office):
    wanted = shutil.copytree(office, office.with_name("wanted"))
    run(wanted, nights=1)
    before = ["unshare", "--mount", "--map-root-user", sys.executable, "-c", FULL]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[1]), *sys.path])}
    done = subprocess.run(
        [*before, str(office), str(office.with_name("small"))], capture_output=True, text=True, check=False,
        env=environment,
    )  # fmt: skip
    if done.returncode == 77 or done.stderr.startswith("unshare:"):
        pytest.skip("the system allows no mounts here")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("number", "said"), [(errno.EDQUOT, "jatah penyimpanan habis"), (errno.EIO, "baca-tulis")]
)
def test_a_quota_or_a_failing_disk_is_named_and_keeps_what_is_stored(office, monkeypatch, number, said):
    before, fsync = for_people(office), os.fsync

    def refuse(descriptor):
        if "/hasil/" in str(Path(f"/proc/self/fd/{descriptor}").readlink()):
            raise OSError(number, os.strerror(number))
        fsync(descriptor)

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", refuse)
        done = run(office)
    assert done.outcome == "failed"
    assert all(said in text for text in messages(done))
    assert for_people(office) == before
    goes_on(office)


def test_a_read_only_workspace_is_refused_before_anything_is_done(office):
    own(office, 0o555)
    before = snapshot(office)
    with unprivileged():
        done = run(office)
    assert found(done) == ("failed", ["D604"])
    assert snapshot(office) == before
    own(office, 0o755)
    goes_on(office)


def test_a_read_only_folder_of_reports_does_not_keep_results_from_being_stored(office):
    own(office)
    before = (office / PAGE).read_bytes()
    (office / PAGE).parent.chmod(0o555)
    with unprivileged():
        done = run(office)
    assert found(done) == ("failed", ["U942"])
    assert json.loads((office / RESULT).read_bytes())["respondents"] == 10
    assert (office / PAGE).read_bytes() == before
    (office / PAGE).parent.chmod(0o755)
    goes_on(office)
    assert (office / PAGE).read_bytes() != before


def test_an_input_that_may_not_be_read_stops_no_other(office):
    own(office)
    secret = survey(office, 12, "rahasia.csv", period=4)
    secret.chmod(0o000)
    if not os.geteuid():
        os.chown(secret, NOBODY_ID, NOBODY_ID)
    with unprivileged():
        done = run(office)
    assert found(done) == ("failed", ["D633"])
    assert json.loads((office / RESULT).read_bytes())["respondents"] == 10
    assert "rahasia.csv" in (office / "hasil" / "rahasia.csv.masalah.txt").read_text(encoding="utf-8")


def test_an_input_whose_name_is_no_text_stops_no_other(office):
    survey(office, 12).rename(os.fsdecode(os.fsencode(office / "masuk") + b"/caf\xe9.csv"))
    survey(office, 11)
    done = run(office)
    assert found(done) == ("failed", ["D633"])
    assert json.loads((office / RESULT).read_bytes())["respondents"] == 10
    assert (office / "hasil" / "caf?.csv.masalah.txt").is_file()


def test_a_folder_of_inputs_that_cannot_be_opened_forgets_nothing(office):
    survey(office, 12, "lain/tw4.csv", period=4)
    arrive(office, "lain/rusak.csv", BROKEN)
    run(office)
    before = for_people(office)
    own(office)
    (office / "masuk" / "lain").chmod(0o000)
    survey(office, 9, "kedua.csv", period=4)
    with unprivileged():
        done = run(office, nights=1)
    assert (done.outcome, sorted(found(done)[1])) == ("failed", ["D631", "D643"])
    after = for_people(office)
    assert {name: after[name] for name in before} == before


def test_a_file_where_the_folder_of_results_belongs_is_named(office):
    shutil.rmtree(office / "hasil")
    (office / "hasil").write_text("milik orang", encoding="utf-8")
    done = run(office)
    assert done.outcome == "failed"
    assert any("sudah dipakai sebuah berkas" in text for text in messages(done))
    assert (office / "hasil").read_text(encoding="utf-8") == "milik orang"
    (office / "hasil").unlink()
    goes_on(office)


def test_a_stored_result_that_is_open_elsewhere_stays_and_is_told(office, monkeypatch):
    before, replace = for_people(office), os.replace

    def refuse(source, target, **folders):
        if str(target).endswith("survey.json"):
            raise PermissionError(errno.EACCES, "in use")
        replace(source, target, **folders)

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", refuse)
        patched.setattr(atomic.time, "sleep", lambda _: None)
        done = run(office)
    assert found(done) == ("failed", ["U942"])
    after = for_people(office)
    assert {name: after[name] for name in before} == before
    goes_on(office)


def test_a_report_that_is_open_elsewhere_gets_the_new_one_beside_it(office, monkeypatch):
    before, replace = (office / PAGE).read_bytes(), os.replace

    def refuse(source, target, **folders):
        if str(target).endswith("laporan.html"):
            raise PermissionError(errno.EACCES, "in use")
        replace(source, target, **folders)

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", refuse)
        patched.setattr(atomic.time, "sleep", lambda _: None)
        done = run(office)
    assert found(done) == ("done", ["D610"])
    assert (office / PAGE).read_bytes() == before
    beside = (office / PAGE).with_stem("laporan (baru)").read_bytes()
    goes_on(office)
    assert (office / PAGE).read_bytes() == beside != before


def after_digest(monkeypatch, path, change):
    """Have a file change between its digest and its reading."""
    read = run_step._take

    def late(due, setting, stored):
        if due.arrived.path == path:
            change(path)
        return read(due, setting, stored)

    monkeypatch.setattr(run_step, "_take", late)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Path.unlink, id="vanishes"),
        pytest.param(lambda path: path.write_bytes(path.read_bytes()[:300]), id="is half written"),
        pytest.param(lambda path: path.write_bytes(b""), id="is emptied"),
        pytest.param(lambda path: path.write_bytes(path.read_bytes() + b"\n"), id="grows"),
    ],
)
def test_an_input_that_changes_while_it_is_read_waits_for_the_next_run(office, monkeypatch, change):
    before = for_people(office)
    with monkeypatch.context() as patched:
        after_digest(patched, office / "masuk" / "survei.csv", change)
        done = run(office)
    assert found(done) == ("done", ["D637"])
    assert for_people(office) == before
    survey(office, 11)
    goes_on(office)


class Unmount:
    """A watcher that takes the share away when the first step begins, and leaves the empty mount point."""

    workspaces = workspace = steps = staticmethod(lambda *_: None)

    def __init__(self, folder):
        self.folder, self.away = folder, folder.with_name("away")

    def step(self, _):
        if not self.away.exists():
            self.folder.rename(self.away)
            self.folder.mkdir()


def test_a_share_that_goes_during_a_run_gets_nothing_made_in_its_mount_point(office):
    before = for_people(office)
    unmount = Unmount(office)
    # In a process of its own, since its lock lives as long as it does.
    assert ended(child(lambda: run(office, watcher=unmount).outcome != "failed")) == 0
    assert list(office.rglob("*")) == []
    office.rmdir()
    unmount.away.rename(office)
    assert for_people(office) == before
    goes_on(office)


@pytest.mark.parametrize("what", ["an empty mount point", "no folder at all"])
def test_a_share_that_is_not_mounted_is_an_error_and_stays_empty(root, what):
    folder = root / "share"
    if what == "an empty mount point":
        folder.mkdir()
    with pytest.raises(ProblemsFoundError, match=r"D646|D631"):
        run(folder)
    assert list(root.rglob("*/*")) == []


@pytest.mark.parametrize(
    ("file", "change", "named"),
    [
        (".ipak/state.json", (f'"tool": "{VERSION}"', '"tool": "7.1"'), ("7.1", VERSION)),
        (".ipak/state.json", ("ipak/state/1", "ipak/state/2"), ("ipak/state/2", "ipak/state/1")),
        (RESULT, (f'"version": "{VERSION}"', '"version": "7.1"'), ("7.1", VERSION)),
        ("ipak.yaml", ("version: 1", "version: 2"), ("2", "1")),
    ],
)
def test_what_a_newer_ipak_wrote_is_refused_with_both_versions(office, file, change, named):
    text = (office / file).read_text(encoding="utf-8")
    old, new = change
    assert old in text
    (office / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    before = for_people(office)
    done = run(office, nights=1)
    assert done.outcome == "failed"
    assert any(all(version in text for version in named) for text in messages(done)), messages(done)
    assert before.items() <= for_people(office).items()
