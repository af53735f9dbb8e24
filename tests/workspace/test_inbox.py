"""What stands in ``masuk/``: told apart by name, look and content, and never guessed."""

import errno
import hashlib
import os
import time
from contextlib import ExitStack, chdir
from pathlib import Path

import pytest

from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.workspace.inbox import Known, Patience, open_inbox, unseen
from ipak_cli.workspace.inbox_names import is_litter, original_of
from ipak_cli.workspace.layout import LARGEST_INPUT
from ipak_cli.workspace.listing import DEEPEST
from makers.refusing_disk import refusing

LONG_AGO = 1_700_000_000


@pytest.fixture
def inbox(tmp_path):
    (tmp_path / "masuk").mkdir()
    return tmp_path / "masuk"


def put(inbox, name, content=b"isi", written=LONG_AGO):
    path = inbox / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    os.utime(path, (written, written))
    return path


def look(inbox, known=None, *, now=LONG_AGO + 3600, fresh=2, pause=lambda: None):
    return open_inbox(inbox.parent, known or {}, Patience(now, fresh, pause))


def names(arrived):
    return [each.name for each in arrived]


def codes(found):
    return [(name, fault.code) for name, fault in found.refused]


def test_a_file_is_ready_with_its_digest_and_its_look(inbox):
    put(inbox, "tw3.xlsx", b"jawaban")
    (ready,) = look(inbox).ready
    assert (ready.name, ready.sha256) == ("tw3.xlsx", hashlib.sha256(b"jawaban").hexdigest())
    assert (ready.look.size, ready.look.written) == (7, LONG_AGO * 10**9)


def test_folders_below_are_looked_into_and_names_are_sorted(inbox):
    put(inbox, "2024/tw2.xlsx")
    put(inbox, "2024/tw1.xlsx")
    put(inbox, "baru.csv")
    assert names(look(inbox).ready) == ["2024/tw1.xlsx", "2024/tw2.xlsx", "baru.csv"]


@pytest.mark.parametrize(
    "name",
    [
        "~$tw3.xlsx", ".~lock.tw3.ods#", ".ipak-0123456789abcdef.tmp", "desktop.ini", "Desktop.ini",
        "Thumbs.db", ".DS_Store", "._tw3.xlsx", ".tersembunyi/tw3.xlsx", "A1B2C3D4.tmp", "@eaDir/tw3.xlsx",
        "#recycle/tw3.xlsx", "$RECYCLE.BIN/tw3.xlsx",
    ],
)  # fmt: skip
def test_what_other_programs_leave_is_passed_over(inbox, name):
    put(inbox, name)
    found = look(inbox)
    assert (found.ready, found.refused, found.waiting, found.problems) == ((), (), (), ())
    assert is_litter(name.partition("/")[0])


@pytest.mark.parametrize(
    "copy",
    [
        "tw3 (1).xlsx", "tw3(2).xlsx", "tw3 - Copy.xlsx", "tw3 - Copy (2).xlsx", "Copy of tw3.xlsx",
        "tw3 - Salinan.xlsx", "Salinan tw3.xlsx", "Salinan dari tw3.xlsx", "tw3 copy 2.xlsx",
        "tw3 (conflicted copy 2024-05-02 120133).xlsx", "tw3 (Sekar's conflicted copy 2024-05-02).xlsx",
        "tw3.sync-conflict-20240502-120133-ABCDEFG.xlsx", "tw3 (konflik).xlsx", "tw3-konflik.xlsx",
        "tw3 (Salinan konflik Bima 2024-05-02).xlsx", "tw3 (1) (1).xlsx", "TW3 (1).xlsx",
    ],
)  # fmt: skip
class TestCopies:
    def test_the_same_content_is_noted_and_the_original_used(self, inbox, copy):
        put(inbox, "tw3.xlsx")
        put(inbox, copy)
        found = look(inbox)
        assert names(found.ready) == ["tw3.xlsx"]
        assert ([fault.code for fault in found.problems], found.refused) == (["D634"], ())

    def test_another_content_is_refused_and_names_the_original(self, inbox, copy):
        put(inbox, "tw3.xlsx")
        put(inbox, copy, b"isi yang lain")
        found = look(inbox)
        assert names(found.ready) == ["tw3.xlsx"]
        assert codes(found) == [(copy, "D635")]
        assert "tw3.xlsx" in message_of(found.refused[0][1])

    def test_a_copy_alone_is_doubtful_and_not_used(self, inbox, copy):
        put(inbox, copy)
        found = look(inbox)
        assert (found.ready, codes(found)) == ((), [(copy, "D636")])


@pytest.mark.parametrize(
    "name",
    ["tw3.xlsx", "survei-konflik-kepentingan.xlsx", "salinan.xlsx", "Survei (IPAK).xlsx", "copyright.csv"],
)
def test_an_ordinary_name_is_no_copy(name):
    assert original_of(name) is None


def test_a_copy_in_another_folder_has_no_original_there(inbox):
    put(inbox, "tw3.xlsx")
    put(inbox, "lama/tw3 (1).xlsx")
    assert codes(look(inbox)) == [("lama/tw3 (1).xlsx", "D636")]


def test_a_file_that_grows_between_two_looks_is_left(inbox):
    path = put(inbox, "tw3.xlsx")
    put(inbox, "tw2.xlsx")

    def grow():
        path.write_bytes(b"isi yang bertambah")

    found = look(inbox, pause=grow)
    assert (names(found.ready), found.waiting, found.refused) == (["tw2.xlsx"], ("tw3.xlsx",), ())


def test_a_file_that_goes_between_two_looks_is_left(inbox):
    path = put(inbox, "tw3.xlsx")
    assert look(inbox, pause=path.unlink).waiting == ("tw3.xlsx",)


@pytest.mark.parametrize(("age", "waits"), [(0, True), (29, True), (31, False), (-29, True), (-3600, False)])
def test_a_file_written_a_moment_ago_is_left_and_one_dated_far_ahead_is_not(inbox, age, waits):
    now = time.time()
    put(inbox, "tw3.xlsx", written=now - age)
    assert bool(look(inbox, now=now, fresh=30).waiting) is waits


@pytest.mark.parametrize("name", ["tw3.xlsx.part", "tw3.xlsx.crdownload", "tw3.xlsx.filepart"])
def test_a_download_on_its_way_is_left(inbox, name):
    put(inbox, name)
    assert look(inbox).waiting == (name,)


def test_a_copy_whose_original_is_still_being_written_is_left_with_it(inbox):
    now = LONG_AGO + 3600
    put(inbox, "tw3.xlsx", written=now)
    put(inbox, "tw3 (1).xlsx")
    assert look(inbox, now=now).waiting == ("tw3 (1).xlsx", "tw3.xlsx")


def test_a_file_that_looks_as_it_was_known_is_not_read_again(inbox):
    put(inbox, "tw3.xlsx", b"satu")
    (first,) = look(inbox).ready
    found = look(inbox, {"tw3.xlsx": Known(first.look, "dikenal")}, pause=lambda: pytest.fail("paused"))
    assert [(ready.look, ready.sha256) for ready in found.ready] == [(first.look, "dikenal")]


def test_a_file_changed_in_place_with_size_and_time_as_before_is_read_again(inbox):
    put(inbox, "tw3.xlsx", b"satu")
    (first,) = look(inbox).ready
    put(inbox, "tw3.xlsx", b"dua!")
    (ready,) = look(inbox, {"tw3.xlsx": Known(first.look, first.sha256)}).ready
    assert (ready.look.size, ready.look.written) == (first.look.size, first.look.written)
    assert ready.sha256 == hashlib.sha256(b"dua!").hexdigest()


def test_a_link_that_leads_outside_is_refused_and_one_inside_is_a_second_name(inbox, tmp_path):
    outside = tmp_path / "rahasia.xlsx"
    outside.write_bytes(b"rahasia")
    put(inbox, "tw3.xlsx")
    (inbox / "luar.xlsx").symlink_to(outside)
    (inbox / "folder").symlink_to(tmp_path)
    (inbox / "dalam.xlsx").symlink_to(inbox / "tw3.xlsx")
    found = look(inbox)
    assert names(found.ready) == ["tw3.xlsx"]
    assert codes(found) == [("folder", "D632"), ("luar.xlsx", "D632")]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_refused_and_the_others_are_ready(inbox):
    put(inbox, "tw2.xlsx")
    put(inbox, "tw3.xlsx").chmod(0)
    assert (names(look(inbox).ready), codes(look(inbox))) == (["tw2.xlsx"], [("tw3.xlsx", "D633")])


def test_a_workspace_without_its_inbox_is_a_problem_and_nothing_is_made(tmp_path):
    found = look(tmp_path / "masuk")
    assert [fault.code for fault in found.problems] == ["D630"]
    assert list(tmp_path.iterdir()) == []


def test_unseen_files_are_listed_without_being_opened(inbox):
    put(inbox, "tw3.xlsx", b"satu")
    (first,) = look(inbox).ready
    put(inbox, "tw4.xlsx")
    put(inbox, "tw5.xlsx.part")
    known = {"tw3.xlsx": Known(first.look, first.sha256)}
    assert unseen(inbox.parent, known) == (("tw4.xlsx", "tw5.xlsx.part"), ())


def test_pipes_and_links_that_lead_nowhere_are_refused_and_the_others_are_ready(inbox):
    put(inbox, "tw3.xlsx")
    os.mkfifo(inbox / "pipa.csv")
    (inbox / "lingkar.csv").symlink_to(inbox / "lingkar.csv")
    (inbox / "putus.csv").symlink_to(inbox / "tidak-ada.csv")
    found = look(inbox)
    assert names(found.ready) == ["tw3.xlsx"]
    assert codes(found) == [("lingkar.csv", "D660"), ("pipa.csv", "D661"), ("putus.csv", "D660")]
    assert {fault.where.file for _, fault in found.refused} == {f"masuk/{name}" for name, _ in codes(found)}


@pytest.mark.parametrize("change", [os.mkfifo, lambda path: path.symlink_to("/dev/zero")])
def test_a_file_that_becomes_something_else_before_it_is_read_is_left(inbox, change):
    path = put(inbox, "tw3.xlsx")

    def swap():
        path.unlink()
        change(path)

    assert look(inbox, pause=swap).waiting == ("tw3.xlsx",)


def test_an_inbox_that_is_a_link_is_refused(inbox, tmp_path):
    inbox.rename(tmp_path / "luar")
    inbox.symlink_to(tmp_path / "luar")
    put(tmp_path / "luar", "tw3.xlsx")
    found = look(inbox)
    assert ([fault.code for fault in found.problems], found.ready, found.whole) == (["D660"], (), False)


def test_folders_within_folders_without_end_keep_no_other_file(inbox):
    put(inbox, "tw3.xlsx")
    deep = "dalam" * 20
    # The names together are longer than the system takes a path.
    with chdir(inbox):
        for _ in range(DEEPEST + 5):
            Path(deep).mkdir()
            os.chdir(deep)
    found = look(inbox)
    assert (names(found.ready), codes(found), found.whole) == (["tw3.xlsx"], [], False)
    assert [(fault.code, fault.where.file.count(deep)) for fault in found.problems] == [("D631", DEEPEST)]


@pytest.mark.parametrize("number", [errno.EIO, errno.ESTALE, errno.EACCES])
@pytest.mark.parametrize("call", ["stat", "open", "read"])
def test_a_file_that_the_drive_refuses_has_its_own_problem_and_the_others_are_ready(inbox, call, number):
    put(inbox, "tw2.xlsx")
    with refusing(call, put(inbox, "tw3.xlsx"), number) as refused:
        found = look(inbox)
    assert refused
    assert (names(found.ready), codes(found)) == (["tw2.xlsx"], [("tw3.xlsx", "D633")])
    assert found.refused[0][1].where.file == "masuk/tw3.xlsx"


@pytest.mark.parametrize("number", [errno.EIO, errno.ESTALE, errno.EACCES])
def test_a_folder_that_the_drive_refuses_has_its_own_problem_and_the_others_are_ready(inbox, number):
    put(inbox, "2023/tw2.xlsx")
    put(inbox, "2024/tw3.xlsx")
    with refusing("open", inbox / "2023", number) as refused:
        found = look(inbox)
    assert refused
    assert (names(found.ready), found.refused, found.whole) == (["2024/tw3.xlsx"], (), False)
    assert [(fault.code, fault.where.file) for fault in found.problems] == [("D631", "masuk/2023")]
    with refusing("open", inbox, number):
        assert [fault.code for fault in look(inbox).problems] == ["D630"]


def test_a_file_that_is_refused_from_one_moment_to_the_next_is_left(inbox):
    path = put(inbox, "tw3.xlsx")
    with ExitStack() as later:
        found = look(inbox, pause=lambda: later.enter_context(refusing("stat", path, errno.ESTALE)))
    assert found.waiting == ("tw3.xlsx",)


def test_a_file_of_holes_beyond_any_export_is_refused_before_it_is_read(inbox):
    with (inbox / "besar.csv").open("wb") as file:
        file.truncate(LARGEST_INPUT + 1)
    os.utime(inbox / "besar.csv", (LONG_AGO, LONG_AGO))
    with refusing("read", inbox / "besar.csv", errno.EIO) as asked:
        assert codes(look(inbox)) == [("besar.csv", "D662")]
    assert not asked
