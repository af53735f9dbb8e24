"""Whatever changes at whatever moment of a run: the next calm run gives what a fresh one would."""

import json
import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ipak_cli.workspace.inbox import KEPT
from ipak_cli.workspace.layout import NOTE_END
from makers.exports import example_rows, write_csv
from makers.nights import AGAIN, EXPORTS, Interfering, apply, fresh, office, results, word
from makers.runs import EXAMPLES, LONG_AGO, SLOW, arrive, in_memory, remember_figures, run, workspace

PEKPPP = "pekppp-2024.xlsx"


@pytest.fixture(autouse=True, scope="module")
def _quick():
    with pytest.MonkeyPatch.context() as patched:
        remember_figures(patched.setattr)
        yield


@pytest.fixture
def root():
    with in_memory() as folder:
        yield folder


def codes(folder, period):
    found = json.loads((folder / "hasil" / period / "survey.json").read_bytes())
    return [each["code"] for each in found["problems"]]


def test_evidence_that_arrives_while_its_assessment_runs_waits_and_is_then_found(root):
    folder = office(root / "unit", PEKPPP)
    missing = next(path for path in sorted((folder / "bukti").rglob("*")) if path.is_file())
    content = missing.read_bytes()
    missing.unlink()
    done = run(folder, watcher=Interfering(1, lambda: missing.write_bytes(content)))
    assert done.workspaces[0].waiting == (PEKPPP,)
    assert not (folder / "hasil").exists()
    run(folder, nights=1)
    assert results(folder) == fresh(folder)


def test_an_input_whose_bytes_are_replaced_before_it_is_opened_waits_though_it_looks_the_same(root):
    folder = office(root / "unit")
    rows = example_rows(3)
    content = write_csv(root / "besar.csv", [*rows, *rows[1:] * (KEPT // 4000)]).read_bytes()
    assert len(content) > KEPT
    path = arrive(folder, "besar.csv", content)
    head, last = content[:-20], content[-20:]
    other = head + last.translate(bytes.maketrans(b"0123456789abcdefghijklmnoprstuvw", b"1" * 32))

    def replace():
        path.write_bytes(other)
        os.utime(path, (LONG_AGO, LONG_AGO))

    assert (len(other), other != content) == (len(content), True)
    done = run(folder, watcher=Interfering(1, replace))
    assert done.workspaces[0].waiting == ("besar.csv",)
    assert not (folder / "hasil").exists()


def test_settings_saved_while_a_run_works_are_due_at_the_next(root):
    folder = office(root / "unit")
    arrive(folder, "tw3.csv", EXPORTS[3, 12])
    said = "version: 1\nperiods:\n  III-2024: {population: 70}\n"
    run(folder, watcher=Interfering(1, lambda: (folder / "ipak.yaml").write_text(said)))
    assert not word(folder)[1]
    run(folder, nights=1)
    assert json.loads((folder / "hasil" / "III-2024" / "survey.json").read_bytes())["population"] == 70
    assert results(folder) == fresh(folder)


@pytest.mark.parametrize("first", ["together", "III first", "IV first"])
def test_a_table_of_two_periods_is_told_in_both_whichever_came_first_and_no_longer_than_it_is_true(
    root, first
):
    folder = office(root / "unit")
    arrivals = {"tw3.csv": EXPORTS[3, 12], "tw4.csv": AGAIN}
    for name in sorted(arrivals, reverse=first == "IV first"):
        arrive(folder, name, arrivals[name])
        if first != "together":
            run(folder)
    run(folder)
    assert [codes(folder, each).count("W425") for each in ("III-2024", "IV-2024")] == [1, 1]
    assert results(folder) == fresh(folder)
    assert run(folder, nights=1).workspaces[0].steps == ()

    arrive(folder, "tw3.csv", EXPORTS[3, 11], written=LONG_AGO + 9)
    steps = run(folder, nights=2).workspaces[0].steps
    assert ("survey", None, "IV-2024", ("tables",)) in [
        (each.action, each.input, each.period, each.why) for each in steps
    ]
    assert [codes(folder, each).count("W425") for each in ("III-2024", "IV-2024")] == [0, 0]
    assert results(folder) == fresh(folder)


@pytest.mark.parametrize("order", ["together", "ab", "ba"])
def test_of_two_inputs_that_contradict_each_other_neither_counts_whichever_came_first(root, order):
    folder = office(root / "unit")
    arrivals = {"a": EXPORTS[3, 12], "b": EXPORTS[3, 11]}
    for name in "ab" if order == "together" else order:
        arrive(folder, f"{name}.csv", arrivals[name])
        if order != "together":
            run(folder)
    run(folder)
    made = results(folder)
    assert made == fresh(folder)
    assert made.keys() == {"hasil/a.csv.masalah.txt", "hasil/b.csv.masalah.txt"}
    found, good = word(folder)
    assert (found.failed, good) == (("a.csv", "b.csv"), False)


def test_an_input_under_another_name_is_the_source_that_a_fresh_run_would_name(root):
    folder = office(root / "unit")
    arrive(folder, "z.csv", EXPORTS[3, 12])
    run(folder)
    arrive(folder, "a.csv", EXPORTS[3, 12])
    run(folder, nights=1)
    assert results(folder) == fresh(folder)
    (folder / "masuk" / "a.csv").unlink()
    run(folder, nights=2)
    assert results(folder) == fresh(folder)


def test_a_result_that_was_put_back_from_a_copy_is_made_again(root):
    folder = office(root / "unit")
    arrive(folder, "tw3.csv", EXPORTS[3, 12])
    run(folder)
    old = (folder / "hasil" / "III-2024" / "survey.json").read_bytes()
    arrive(folder, "tw3.csv", EXPORTS[3, 11], written=LONG_AGO + 9)
    run(folder, nights=1)
    (folder / "hasil" / "III-2024" / "survey.json").write_bytes(old)
    assert not word(folder)[1]
    run(folder, nights=2)
    assert results(folder) == fresh(folder)


def test_an_earlier_report_that_was_put_back_from_a_copy_is_made_again(root):
    folder = office(root / "unit")
    arrive(folder, "tw3.csv", EXPORTS[3, 12])
    run(folder)
    page = folder / "laporan" / "III-2024" / "laporan.html"
    old = page.read_bytes()
    (folder / "ipak.yaml").write_text("version: 1\nperiods:\n  III-2024: {population: 70}\n")
    run(folder, nights=1)
    assert page.read_bytes() != old
    page.write_bytes(old)
    assert word(folder)[0].outdated == ("III-2024",)
    assert [each.why for each in run(folder, nights=2).workspaces[0].steps] == [("older",)]
    assert results(folder) == fresh(folder)
    assert word(folder)[1]


def test_a_sentence_that_the_office_wrote_into_a_report_stays(root):
    folder = office(root / "unit")
    arrive(folder, "tw3.csv", EXPORTS[3, 12])
    run(folder)
    page = folder / "laporan" / "III-2024" / "laporan.md"
    page.write_text(page.read_text("utf-8") + "\nTerima kasih.\n", "utf-8")
    assert word(folder)[1]
    assert run(folder, nights=1).workspaces[0].steps == ()
    assert page.read_text("utf-8").endswith("Terima kasih.\n")


def test_a_page_of_a_report_that_is_gone_is_made_again(root):
    folder = office(root / "unit")
    arrive(folder, "tw3.csv", EXPORTS[3, 12])
    run(folder)
    (folder / "laporan" / "III-2024" / "laporan.md").unlink()
    assert word(folder)[0].outdated == ("III-2024",)
    run(folder, nights=1)
    assert results(folder) == fresh(folder)


def test_a_failure_dated_before_a_success_of_a_wrong_clock_still_counts(root):
    folder = office(root / "unit")
    arrive(folder, "tw3.csv", EXPORTS[3, 12])
    run(folder, nights=3000)
    arrive(folder, "rusak.xlsx", b"PK\x03\x04")
    run(folder, nights=1)
    found, good = word(folder)
    assert (found.last_failure.current, found.sound, good) == (True, False, False)


def test_broken_settings_are_told_by_the_status(root):
    folder = office(root / "unit")
    arrive(folder, "tw3.csv", EXPORTS[3, 12])
    run(folder)
    (folder / "ipak.yaml").write_text("version: satu\n")
    found, good = word(folder)
    assert ([each.code for each in found.problems], good) == (["G402"], False)


@pytest.mark.parametrize("source", ["evidence", "settings", "template", "rubric"])
def test_a_status_is_not_good_when_a_source_has_changed_since(root, source):
    folder = office(root / "unit", PEKPPP)
    arrive(folder, "tw3.csv", EXPORTS[3, 12])
    (folder / "rubrik.yaml").write_bytes((EXAMPLES.parent / "rubrics" / "ipak-ipkp.yaml").read_bytes())
    (folder / "ipak.yaml").write_text("version: 1\nrubrics: {survey: rubrik.yaml}\n")
    run(folder)
    assert word(folder)[1]
    if source == "evidence":
        (folder / "bukti" / "baru.txt").write_text("bukti")
    elif source == "template":
        (folder / "templat" / "naskah").mkdir(parents=True)
        (folder / "templat" / "naskah" / "kata_pengantar.txt.j2").write_text("Kata kami.")
    else:
        path = folder / ("rubrik.yaml" if source == "rubric" else "ipak.yaml")
        path.write_text(path.read_text("utf-8") + "\n# lain\n", "utf-8")
    found, good = word(folder)
    assert not good
    assert found.outdated == (() if source == "evidence" else ("III-2024",))


def in_place(path, content):
    """Write other bytes of the same number into a file, and give it back its time, as `touch -r` does."""
    before = path.stat()
    assert len(content) == before.st_size
    path.write_bytes(content)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def test_an_input_changed_in_place_with_size_and_time_as_before_is_read_again(root):
    folder = office(root / "unit")
    path = arrive(folder, "tw3.csv", EXPORTS[3, 12])
    run(folder)
    first = results(folder)
    in_place(path, EXPORTS[3, 12].replace(b",4,4,", b",4,3,", 1))
    assert not word(folder)[1]
    run(folder, nights=1)
    assert results(folder) == fresh(folder) != first


def test_evidence_changed_in_place_with_size_and_time_as_before_makes_its_assessment_due(root):
    folder = office(root / "unit", PEKPPP)
    path = folder / "bukti" / "baru.txt"
    path.write_text("bukti")
    run(folder)
    in_place(path, b"lain!")
    assert not word(folder)[1]
    assert [each.why for each in run(folder, nights=1).workspaces[0].steps] == [("evidence",)]


CHANGE = st.one_of(
    st.tuples(st.sampled_from(["tw2.csv", "tw3.csv", "lain/tw2.csv"]), st.sampled_from([10, 11, 12])),
    st.tuples(st.just("tw4.csv"), st.just(0)),
    st.tuples(st.just("pindah.csv"), st.sampled_from([0, 1, 2])),
    st.tuples(st.just("lagi.csv"), st.sampled_from([0, 10, 11])),
    st.tuples(st.just("ipak.yaml"), st.sampled_from([61, 62, 63])),
    st.tuples(st.just("rusak.xlsx"), st.sampled_from([0, 1])),
)
"""A source and what becomes of it: rows of an export or its period, a population, whether it is there."""


@settings(
    max_examples=40 if SLOW else 4, deadline=None, derandomize=True,
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
@given(st.lists(st.tuples(CHANGE, st.integers(0, 5)), min_size=1, max_size=30 if SLOW else 5))
def test_whatever_changes_at_whatever_step_a_good_status_is_true_and_a_calm_run_equals_a_fresh_one(changes):
    with in_memory() as root:
        folder = office(root / "unit")
        arrive(folder, "tw3.csv", EXPORTS[3, 12])
        for night, (change, at) in enumerate(changes, start=1):
            watcher = Interfering(at, lambda change=change, night=night: apply(folder, change, 60 * night))
            run(folder, nights=night, watcher=watcher)
            if watcher.seen < at or not at:
                watcher.change()
            assert not word(folder)[1] or results(folder) == fresh(folder)
        run(folder, nights=len(changes) + 1)
        assert results(folder) == fresh(folder)
        told = any(name.endswith(NOTE_END) for name in results(folder))
        assert word(folder)[1] is not told


def test_a_changed_logo_or_annex_makes_the_report_again(root):
    folder = workspace(root / "unit", "ipak-ipkp-2024-tw3.xlsx")
    run(folder)
    logo = folder / "logo" / "unit.svg"
    for path, content in (
        (logo, logo.read_bytes().replace(b"#2f7d6b", b"#7d2f6b")),
        (folder / "lampiran" / "berita-acara.txt", b"lain"),
    ):
        path.write_bytes(content)
        steps = run(folder).workspaces[0].steps
        assert [(each.action, each.why) for each in steps] == [("report", ("files",))]
        assert run(folder).workspaces[0].steps == ()
