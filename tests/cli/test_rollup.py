"""`ipak rollup` and `ipak query` from the user's end."""

import csv
import io
import json

import pytest

from ipak_cli.cli.app import run
from ipak_cli.rollup.lake import open_to_write
from makers.unit_documents import put


@pytest.fixture
def tree(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    put(tmp_path / "unit" / "a", "A", "IV-2023")
    return tmp_path / "unit"


@pytest.fixture
def lake(tree, capsys):
    assert run(["rollup", str(tree), "--lake", "danau"]) == 0
    capsys.readouterr()
    return tree.parent / "danau"


def ipak(capsys, *arguments):
    code = run([*map(str, arguments)])
    return code, *capsys.readouterr()


def ask(capsys, *arguments):
    return ipak(capsys, "query", "--lake", "danau", *arguments)


def test_many_units_are_one_document(tree, capsys):
    code, out, err = ipak(capsys, "rollup", tree, "--json")
    assert (code, err) == (0, "")
    assert [each["unit"] for each in json.loads(out)["units"]] == ["A"]


def test_what_cannot_be_used_ends_with_1_and_the_rest_is_told(tree, capsys):
    put(tree / "b", "B", "IV-2023").write_text("{", encoding="utf-8")
    code, out, err = ipak(capsys, "rollup", tree, "--json")
    assert (code, "G432" in err) == (1, True)
    assert json.loads(out)["totals"][0]["units"] == {"scored": 1, "faulty": 1}


@pytest.mark.parametrize(
    "arguments",
    [
        ["rollup"],
        ["rollup", "unit", "--only", "wilayah"],
        ["rollup", "unit", "--period", "2024", "--from", "2023"],
        ["rollup", "unit", "--from", "IV-2024", "--to", "III-2024"],
        ["query", "select 1", "--json", "--csv"],
        ["query"],
    ],
)
@pytest.mark.usefixtures("tree")
def test_wrong_usage_ends_with_2(capsys, arguments):
    assert ipak(capsys, *arguments)[0] == 2


def test_a_lake_that_is_being_written_ends_with_75(tree, capsys):
    with open_to_write(tree.parent / "danau"):
        code, _, err = ipak(capsys, "rollup", tree, "--lake", "danau")
    assert (code, "B718" in err) == (75, True)


@pytest.mark.usefixtures("lake")
def test_a_question_is_answered_as_a_table_of_80_columns(capsys):
    code, out, err = ask(capsys, 'select unit, "index", mean, band from indices order by 2')
    assert (code, err) == (0, "")
    assert [line.split() for line in out.splitlines() if "A " in line] == [
        ["A", "BERSIH", "3,55", "–"], ["A", "RAMAH", "3,2333", "A"],
    ]  # fmt: skip
    assert max(map(len, out.splitlines())) <= 80


@pytest.mark.usefixtures("lake")
def test_a_question_is_answered_as_json_and_as_csv(capsys):
    sql = "select unit, period_start, respondents from indices limit 1"
    assert json.loads(ask(capsys, sql, "--json")[1]) == [
        {"unit": "A", "period_start": "2023-10-01", "respondents": 10}
    ]
    assert [*csv.reader(io.StringIO(ask(capsys, sql, "--csv")[1]))] == [
        ["unit", "period_start", "respondents"], ["A", "2023-10-01", "10"],
    ]  # fmt: skip


@pytest.mark.usefixtures("lake")
def test_a_wrong_question_is_told_with_line_and_column(capsys):
    code, out, err = ask(capsys, "select unit,\n  warna from units")
    assert (code, out) == (1, "")
    assert "B761" in err
    assert "(baris 2, kolom 3)" in err


@pytest.mark.parametrize(
    ("sql", "code"),
    [
        ("select * from read_csv('{place}/rahasia.csv')", "B766"),
        ("select * from '{place}/rahasia.csv'", "B766"),
        ("select * from glob('{place}/*')", "B766"),
        ("select * from data.items", "B766"),
        ("select (select max(mean_num) from memory.data.indices)", "B766"),
        ("summarize data.documents", "B766"),
        ("select * from '{lake}/**/*.parquet'", "B766"),
        ("select * from read_parquet('{lake}/**/*.parquet')", "B766"),
        ("select * from query('select * from data.items')", "B766"),
        ("select * from query_table('data.items')", "B766"),
        ("with items as (select * from data.items) select * from items", "B766"),
        ("""select * from 'a.parquet' union (with "a.parquet" as (select 1) select 2)""", "B766"),
        ("copy (select 1) to '{place}/baru.csv'", "B762"),
        ("copy (select 1) to '{lake}/baru.csv'", "B762"),
        ("explain analyze copy (select 1) to '{lake}/baru.csv'", "B762"),
        ("attach '{lake}/baru.db'", "B762"),
        ("select 1; copy (select 1) to '{lake}/baru.csv'", "B762"),
        ("set enable_external_access = true", "B762"),
        ("install httpfs", "B762"),
        ("drop view totals", "B762"),
        ("", "U902"),
        ("/* kosong */", "B762"),
    ],
)
def test_a_question_reads_nothing_but_the_lake_and_writes_nowhere(lake, capsys, sql, code):
    (lake.parent / "rahasia.csv").write_text("a\n1\n", encoding="utf-8")
    before = sorted(path for path in lake.parent.rglob("*"))
    ended, out, err = ask(capsys, sql.format(place=lake.parent, lake=lake))
    assert (ended in {1, 2}, out, code in err) == (True, "", True), err
    assert sorted(path for path in lake.parent.rglob("*")) == before


@pytest.mark.usefixtures("lake")
@pytest.mark.parametrize(
    "sql",
    [
        "show tables",
        "describe Units",
        "summarize totals",
        "from main.units",
        "with awal as (select unit from indices), akhir as (from awal) select * from akhir, range(2)",
        "select unit, (select max(mean) from indices i where i.unit = units.unit) from units",
    ],
)
def test_a_question_may_use_all_that_sql_has_over_the_views(capsys, sql):
    assert ask(capsys, sql)[::2] == (0, "")


def test_a_folder_without_a_lake_is_told(tree, capsys):
    assert "B716" in ipak(capsys, "query", "select 1", "--lake", tree)[2]


def test_the_screen_shows_the_totals_and_quiet_shows_nothing(tree, capsys):
    code, out, err = ipak(capsys, "rollup", tree)
    assert (code, err) == (0, "")
    assert "Rekap 1 unit, 1 periode: IV-2023" in out
    assert ipak(capsys, "rollup", tree, "--quiet") == (0, "", "")


def test_page_workbook_and_document_are_written_where_they_were_asked_for(tree, capsys):
    code, _, err = ipak(capsys, "rollup", tree, "--format", "html,xlsx,json", "--out", "rekap")
    assert code == 0
    names = ["rekap-unit.html", "rekap-unit.xlsx", "rekap-unit.json"]
    assert err.splitlines() == [f"Disimpan: rekap/{name}" for name in names]
    folder = tree.parent / "rekap"
    assert sorted(path.name for path in folder.iterdir()) == sorted([*names, "rekap-unit.sha256"])
    assert ipak(capsys, "rollup", tree, "--json")[1] == (folder / "rekap-unit.json").read_text("utf-8")


@pytest.mark.parametrize("arguments", [["--out", "rekap"], ["--format", "pdf"]])
def test_a_folder_without_a_form_and_a_form_that_there_is_not_are_misuse(tree, capsys, arguments):
    assert ipak(capsys, "rollup", tree, *arguments)[0] == 2
    assert not (tree.parent / "rekap").exists()


@pytest.mark.usefixtures("lake")
def test_an_answer_wider_than_the_screen_shows_each_value_whole_on_a_line(capsys):
    code, out, _ = ask(capsys, "select * from indices order by index")
    assert code == 0
    lines = [line.rstrip() for line in out.splitlines()]
    assert max(map(len, lines)) <= 80
    values = {line.split()[0]: " ".join(line.split()[1:]) for line in lines if line.startswith("  ")}
    assert (values["period"], values["index_name"]) == ("IV-2023", "Indeks ramah")


@pytest.mark.usefixtures("lake")
def test_an_answer_that_fits_is_a_table(capsys):
    out = ask(capsys, "select distinct period, rubric from indices")[1]
    assert [line.split() for line in out.splitlines() if "2023" in line] == [["IV-2023", "kecil"]]
