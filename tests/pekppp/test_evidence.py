"""Evidence files: what is there, what is not, and what is never opened."""

import hashlib
import os
import socket
import unicodedata

import pytest

from ipak_cli.base.problem import Where
from ipak_cli.catalogue.indonesian import hint_of, message_of
from ipak_cli.pekppp.evidence import LARGEST, check_evidence
from ipak_cli.pekppp.evidence_names import Named
from ipak_cli.pekppp.result import Evidence, EvidenceFile

CELL = Where("penilaian.xlsx", "Penilaian", "F5")


@pytest.fixture
def root(tmp_path):
    folder = tmp_path / "bukti"
    folder.mkdir()
    return folder


def put(path, content=b"isi"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def checked(root, *names, no=1):
    """Check the names of one indicator."""
    evidence, problems = check_evidence([Named(no, name, CELL) for name in names], root)
    return evidence[no], problems


def refused(root, name):
    """Return the code for a name that is not accepted as evidence, and its problem."""
    evidence, (problem,) = checked(root, name)
    told = {"E207": "missing", "E208": "missing", "E209": "empty"}.get(problem.code, "refused")
    assert evidence == Evidence(named=(name,), **{told: (name,)})
    assert problem.where == CELL
    assert str(root) not in message_of(problem) + hint_of(problem)
    return problem.code, problem


def test_a_file_is_found_with_digest_and_size(root):
    put(root / "sk" / "standar.pdf", b"isi berkas")

    evidence, problems = checked(root, "sk/standar.pdf")

    digest = hashlib.sha256(b"isi berkas").hexdigest()
    assert evidence == Evidence(
        named=("sk/standar.pdf",), found=(EvidenceFile("sk/standar.pdf", digest, 10),)
    )
    assert problems == ()


@pytest.mark.parametrize("name", [r"sk\standar.pdf", "./sk/standar.pdf", "sk/../sk/standar.pdf"])
def test_a_file_keeps_its_name_as_written(root, name):
    put(root / "sk" / "standar.pdf")

    evidence, _ = checked(root, f"  {name} ")

    assert [file.path for file in evidence.found] == [name]


def test_a_file_of_many_blocks_is_digested_whole(root):
    content = os.urandom(3_000_001)
    put(root / "besar.bin", content)

    evidence, _ = checked(root, "besar.bin")

    assert evidence.found == (EvidenceFile("besar.bin", hashlib.sha256(content).hexdigest(), 3_000_001),)


def test_links_are_listed_and_never_looked_for(root):
    evidence, problems = checked(root, "https://contoh.go.id/sk.pdf", "www.contoh.go.id")

    assert evidence.links == evidence.named == ("https://contoh.go.id/sk.pdf", "www.contoh.go.id")
    assert (evidence.found, evidence.missing, problems) == ((), (), ())


def test_a_name_repeated_by_the_facts_of_an_indicator_counts_once(root):
    put(root / "a.pdf")

    evidence, problems = checked(root, "a.pdf", "a.pdf ", "", "  ")

    assert evidence.named == ("a.pdf",)
    assert len(evidence.found) == 1
    assert problems == ()


def test_a_missing_file_is_reported_at_the_cell_that_names_it_first(root):
    second = Where("penilaian.xlsx", "Fakta", "F9")

    evidence, (problem,) = check_evidence([Named(4, "a.pdf", CELL), Named(4, "a.pdf", second)], root)

    assert evidence[4].missing == ("a.pdf",)
    assert (problem.code, problem.severity, problem.where) == ("E207", "warning", CELL)
    assert message_of(problem) == "“a.pdf” tidak ada di folder bukti"


def test_a_file_below_a_file_is_missing(root):
    put(root / "a.pdf")
    assert refused(root, "a.pdf/b.pdf")[0] == "E207"


@pytest.mark.parametrize("name", ["/etc/hostname", r"D:\a.pdf", r"\\server\a.pdf", "~/a.pdf"])
def test_an_absolute_path_is_an_error(root, name):
    code, problem = refused(root, name)
    assert (code, problem.severity) == ("E202", "error")


def test_a_path_out_of_the_folder_is_an_error_although_the_file_exists(root):
    put(root.parent / "rahasia.txt")

    assert refused(root, "../rahasia.txt")[0] == "E203"
    assert refused(root, f"../{root.name}/../rahasia.txt")[0] == "E203"


def test_a_symbolic_link_out_of_the_folder_is_an_error(root):
    put(root.parent / "luar" / "rahasia.txt")
    (root / "pintas").symlink_to(root.parent / "luar")
    (root / "pintas.txt").symlink_to(root.parent / "luar" / "rahasia.txt")

    code, problem = refused(root, "pintas.txt")
    assert (code, problem.severity) == ("E204", "error")
    assert refused(root, "pintas/rahasia.txt")[0] == "E204"
    assert refused(root, "pintas/tidak-ada.txt")[0] == "E204"


def test_a_folder_whose_name_begins_like_the_root_is_outside(root):
    put(root.parent / "bukti-lama" / "a.pdf")
    (root / "lama").symlink_to(root.parent / "bukti-lama")

    assert refused(root, "lama/a.pdf")[0] == "E204"


def test_a_symbolic_link_within_the_folder_is_followed(root):
    put(root / "asli" / "a.pdf")
    (root / "pintas").symlink_to(root / "asli")

    evidence, problems = checked(root, "pintas/a.pdf")

    assert [file.path for file in evidence.found] == ["pintas/a.pdf"]
    assert problems == ()


def test_the_root_may_be_a_symbolic_link(root):
    put(root / "a.pdf")
    (root.parent / "tautan").symlink_to(root)

    evidence, problems = checked(root.parent / "tautan", "a.pdf")

    assert len(evidence.found) == 1
    assert problems == ()


def test_a_symbolic_link_to_nowhere_is_missing_and_one_in_a_circle_is_unreadable(root):
    (root / "putus.pdf").symlink_to(root / "tidak-ada.pdf")
    (root / "putar.pdf").symlink_to(root / "putar.pdf")

    assert refused(root, "putus.pdf")[0] == "E207"
    assert refused(root, "putar.pdf")[0] == "E211"


@pytest.mark.parametrize(
    ("name", "code"), [("jam 10:30.pdf", "E205"), ("a\nb", "E205"), ("x" * 300, "E206"), (".", "E210")]
)
def test_names_that_no_file_has_are_warnings(root, name, code):
    found, problem = refused(root, name)
    assert (found, problem.severity) == (code, "warning")


def test_an_empty_file_and_a_folder_are_no_evidence(root):
    put(root / "kosong.pdf", b"")
    (root / "folder").mkdir()

    assert refused(root, "kosong.pdf")[0] == "E209"
    assert refused(root, "folder/")[0] == "E210"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_a_warning(root):
    put(root / "a.pdf").chmod(0)

    code, problem = refused(root, "a.pdf")

    assert code == "E211"
    assert "izin baca tidak ada" in message_of(problem)


def test_a_file_of_holes_beyond_any_film_is_not_looked_through(root):
    os.truncate(put(root / "besar.mp4"), LARGEST + 1)

    code, problem = refused(root, "besar.mp4")

    assert code == "E211"
    assert "lebih besar dari 4 GB" in message_of(problem)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no such files")
def test_pipes_and_sockets_are_never_opened(root, monkeypatch):
    os.mkfifo(root / "pipa")
    monkeypatch.chdir(root)  # a socket's path must be short
    with socket.socket(socket.AF_UNIX) as plug:
        plug.bind("soket")

    assert refused(root, "pipa")[0] == "E212"
    assert refused(root, "soket")[0] == "E212"


@pytest.mark.parametrize("name", ["SK/Standar.pdf", "sk/standar.PDF"])
def test_another_case_is_not_found_and_the_real_name_is_told(root, name):
    put(root / "sk" / "Standar.pdf")

    code, problem = refused(root, name)

    assert code == "E208"
    assert hint_of(problem) == "Tulis “sk/Standar.pdf”, atau ganti nama berkasnya."


@pytest.mark.parametrize(("written", "stored"), [("NFC", "NFD"), ("NFD", "NFC")])
def test_another_unicode_form_is_found_with_a_note(root, written, stored):
    put(root / unicodedata.normalize(stored, "résumé.pdf"))
    name = unicodedata.normalize(written, "résumé.pdf")

    evidence, problems = checked(root, name)

    assert [file.path for file in evidence.found] == [name]
    # A system that keeps one form only gives back the one it keeps.
    kept = name in {path.name for path in root.iterdir()}
    assert [problem.code for problem in problems] == ([] if kept else ["E213"])


def test_a_missing_root_is_one_error_and_links_stay_links(tmp_path):
    names = ("a.pdf", "b.pdf", "https://contoh.go.id")

    evidence, (problem,) = checked(tmp_path / "tidak-ada", *names)

    assert (problem.code, problem.severity) == ("E201", "error")
    assert str(problem.where) == "tidak-ada"
    assert evidence == Evidence(named=names, missing=("a.pdf", "b.pdf"), links=names[2:])


def test_a_root_that_is_a_file_is_an_error(tmp_path):
    _, (problem,) = checked(put(tmp_path / "bukti.zip"), "a.pdf")
    assert problem.code == "E201"


def test_without_names_of_files_no_root_is_needed(tmp_path):
    assert check_evidence([], tmp_path / "tidak-ada") == ({}, ())
    assert checked(tmp_path / "tidak-ada", "https://contoh.go.id")[1] == ()


def test_one_content_for_several_indicators_is_reported_once(root):
    put(root / "a.pdf", b"sama")
    put(root / "b.pdf", b"sama")
    put(root / "c.pdf", b"lain")
    uses = [(9, "c.pdf"), (2, "c.pdf"), (5, "a.pdf"), (3, "b.pdf"), (3, "./b.pdf")]

    evidence, problems = check_evidence([Named(no, name, CELL) for no, name in uses], root)

    assert list(evidence) == [2, 3, 5, 9]
    note, warning = sorted(problems, key=lambda problem: problem.code)
    assert (note.code, message_of(note)) == ("E214", "“c.pdf” menjadi bukti untuk indikator 2, 9")
    assert (warning.code, warning.where) == ("E215", Where("penilaian.xlsx"))
    assert "“b.pdf” dan “a.pdf”" in message_of(warning)
    assert "indikator 3, 5" in message_of(warning)


def test_two_files_of_which_none_is_there_are_one_warning_and_one_alone_is_a_missing_file(root):
    def codes(*names):
        return [problem.code for problem in checked(root, *names)[1]]

    put(root / "ada.pdf")
    put(root / "kosong.pdf", b"")
    assert codes("a.pdf") == ["E207"]
    assert codes("a.pdf", "b.pdf") == ["E217"]
    assert codes("a.pdf", "b.pdf", "ada.pdf") == ["E207", "E207"]
    assert codes("a.pdf", "b.pdf", "kosong.pdf") == ["E207", "E207", "E209"]
    assert codes("a.pdf", "https://contoh.go.id") == ["E207"]


def test_how_many_files_are_missing_together_is_told_of_the_workbook(root):
    evidence, (problem,) = checked(root, "a.pdf", "b.pdf", "c.pdf")
    assert (problem.values["count"], problem.where) == (3, Where(CELL.file))
    assert evidence.missing == ("a.pdf", "b.pdf", "c.pdf")
