"""Quarters of two forms in one workspace: the settings name the newer one, the older is read as before."""

from fractions import Fraction

import pytest

from ipak_cli.base.provenance import Tool
from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.jobs.open_workspace import OpenWorkspace
from ipak_cli.jobs.score import ScoreRequest, score_files
from ipak_cli.workspace.layout import Destination
from ipak_cli.workspace.store import InputKind
from makers.exports import write_xlsx
from makers.own_forms import NAMES
from makers.runs import arrive, run

TOOL = Tool("ipak", "0")
HEAD = "unit: {name: Kantor Contoh}\nrubrics: {survey: skm-14-2017}\n"
NEW = ["Waktu isi", "Syarat gampang", "Alur mudah", "Alur jelas", *NAMES[2:]]
MEAN = "columns:\n  time: Waktu isi\n  U1: Syarat gampang\n  U2: {mean: [Alur mudah, Alur jelas]}\n"
OLD_ROWS = [
    ["2024-08-05 09:00", 4, 2, *[4] * 7],
    ["2024-08-06 09:00", 4, 3, *[4] * 7],
    ["2024-08-07 09:00", 2, 3, *[4] * 7],
]
NEW_ROWS = [["2024-10-05 09:00", 3, 4, 3, *[4] * 7], ["2024-10-06 09:00", 4, 2, 2, *[4] * 7]]


def put(workspace, settings, old=OLD_ROWS, heads=NAMES):
    workspace.mkdir(exist_ok=True)
    (workspace / "ipak.yaml").write_text(HEAD + settings, encoding="utf-8")
    for name, table in (("tw3.xlsx", [["Timestamp", *heads], *old]), ("tw4.xlsx", [NEW, *NEW_ROWS])):
        book = write_xlsx(workspace / "buku.xlsx", table)
        arrive(workspace, name, book.read_bytes())
        book.unlink()
    return workspace


def scored(workspace, name, **asked):
    request = ScoreRequest((workspace / "masuk" / name,), **asked)
    return score_files(request, None, Destination(workspace), TOOL)


def told(result):
    return [(each.code, message_of(each)) for each in result.problems]


def means(result):
    return [item.mean for item in result.items[:3]]


def test_one_run_scores_the_quarters_of_both_forms_exactly(tmp_path):
    workspace = put(tmp_path / "ruang", MEAN)

    (done,) = run(workspace).workspaces

    assert not [each.code for each in done.problems if each.code.startswith("K26") and each.code != "K269"]
    stored = OpenWorkspace(workspace).stored
    old, new = (
        stored.load(InputKind.SURVEY, period)
        for period in sorted(stored.periods(InputKind.SURVEY), key=lambda each: each.start)
    )
    assert means(old) == [Fraction(10, 3), Fraction(8, 3), 4]
    assert means(new) == [Fraction(7, 2), Fraction(11, 4), 4]
    assert (old.items[1].n, new.items[1].n, old.missing) == (3, 2, 0)


def test_a_file_of_the_older_form_is_told_of_in_one_line(tmp_path):
    result = scored(put(tmp_path / "ruang", MEAN), "tw3.xlsx")
    assert [code for code, _ in told(result)] == ["K269"]
    ((_, message),) = told(result)
    assert "tidak ada kolom yang disebut ipak.yaml untuk time, U1 dan U2" in message


def test_heads_of_single_columns_leave_the_older_form_as_it_was(tmp_path):
    settings = "".join(f"  U{n}: [Tanya {n}]\n" for n in range(1, 10))
    result = scored(put(tmp_path / "ruang", f"columns:\n{settings}"), "tw3.xlsx")
    plain = scored(put(tmp_path / "tanpa", ""), "tw3.xlsx")
    assert [code for code, _ in told(result)] == ["K269"]
    assert [item.mean for item in result.items] == [item.mean for item in plain.items]


def test_the_older_form_s_faults_name_the_item_and_each_cell_once(tmp_path):
    rows = [*OLD_ROWS, ["2024-08-08 09:00", 4, "entah", *[4] * 7]]
    result = scored(put(tmp_path / "ruang", MEAN, rows), "tw3.xlsx")
    assert [(each.code, each.where.cell) for each in result.problems if each.code == "J302"] == [
        ("J302", "C5")
    ]
    assert not [message for _, message in told(result) if "U2 (" in message]


@pytest.mark.parametrize(
    ("second", "codes"), [("Alur mudah", {"U2 (2)"}), ("Alur jelas", {"U2 (1)"}), ("Cuaca", {"both"})]
)
def test_a_file_with_some_of_the_heads_or_with_neither_is_an_error_that_is_true(tmp_path, second, codes):
    heads = ["Syarat gampang", second, *NAMES[2:]]
    result = scored(put(tmp_path / "ruang", MEAN, heads=heads), "tw3.xlsx")
    found = {each.values["code"] for each in result.problems if each.code == "K261"}
    assert found == (codes if codes != {"both"} else {"U2 (1)", "U2 (2)"})


def test_a_file_with_one_of_the_heads_is_refused_although_it_asks_the_item_too(tmp_path):
    heads = [*NAMES, "Alur mudah"]
    rows = [[*row, 4] for row in OLD_ROWS]
    result = scored(put(tmp_path / "ruang", MEAN, rows, heads), "tw3.xlsx")
    assert [each.values["code"] for each in result.problems if each.code == "K261"] == ["U2 (2)"]


def test_items_that_are_all_means_leave_the_older_form_readable(tmp_path):
    settings = "".join(f"  U{n}: {{mean: [Satu {n}, Dua {n}, Tiga {n}]}}\n" for n in range(1, 10))
    result = scored(put(tmp_path / "ruang", f"columns:\n{settings}"), "tw3.xlsx")
    assert [code for code, _ in told(result)] == ["K269"]
    assert means(result) == [Fraction(10, 3), Fraction(8, 3), 4]


TURNED = f'{MEAN}answers:\n  "1": [Baik]\n  "3": [Tidak Baik]\n'


def test_a_word_that_the_newer_form_turned_is_not_read_in_the_older_one(tmp_path):
    rows = [["2024-08-05 09:00", "Baik", 3, *[4] * 7], *OLD_ROWS]
    workspace = put(tmp_path / "ruang", TURNED, rows)
    result = scored(workspace, "tw3.xlsx")
    (fault,) = [each for each in result.problems if each.code == "J318"]
    assert fault.where.cell == "B2"
    assert "“Baik” berarti 1 pada formulir yang disebut ipak.yaml, tetapi 3 menurut rubrik" in message_of(
        fault
    )

    as_same_form = TURNED.replace("U1: Syarat gampang", f"U1: [Syarat gampang, {NAMES[0]}]")
    result = scored(put(tmp_path / "ruang", as_same_form, rows), "tw3.xlsx")
    assert result.items[0].mean == Fraction(11, 4)


def test_words_of_the_newer_form_that_mean_the_same_are_read_in_the_older_one(tmp_path):
    rows = [["2024-08-05 09:00", "Baik", "Mantap", *[4] * 7], *OLD_ROWS]
    result = scored(put(tmp_path / "ruang", f'{MEAN}answers:\n  "4": [Mantap]\n', rows), "tw3.xlsx")
    assert [code for code, _ in told(result)] == ["K269"]
    assert means(result) == [Fraction(13, 4), 3, 4]
