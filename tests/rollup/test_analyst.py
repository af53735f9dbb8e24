"""What the manual tells a ministry's analyst works as it is written: its questions, and the connection."""

import re
from pathlib import Path

import duckdb
import pytest

from ipak_cli.base.provenance import Tool
from ipak_cli.rollup.engines.local import LocalEngine
from ipak_cli.rollup.exports.keep import ExportsAsked
from ipak_cli.rollup.query import ask
from ipak_cli.rollup.run import Sources, roll_up
from ipak_cli.rollup.selection import Asked
from ipak_cli.rollup.views import NAMES
from makers.raw_exports import OPTIONS, answers, csv_text, put

MANUAL = (Path(__file__).parents[2] / "docs" / "panduan.md").read_text(encoding="utf-8")
SECTION = MANUAL.partition("\n### Danau data\n")[2].partition("\n## ")[0]
(SQL,) = re.findall(r"```sql\n(.*?)```", SECTION, re.DOTALL)
QUESTIONS = [each.strip() for each in SQL.split(";") if each.strip()]
UNITS = (
    "unit,nama,induk,wilayah",
    "U1,Loket Satu,Dinas A,Barat",
    "U2,Loket Dua,Dinas A,Timur",
    "U3,Loket Tiga,Dinas B,Timur",
)


@pytest.fixture(scope="module")
def lake(tmp_path_factory):
    """A lake of two units that delivered, one of which fell, and one that delivered nothing."""
    folder = tmp_path_factory.mktemp("danau")
    (folder / "units.csv").write_text("\n".join(UNITS) + "\n", encoding="utf-8")
    given = {("U1", "III"): (4,), ("U1", "IV"): (4,), ("U2", "III"): (4,), ("U2", "IV"): (2, 3)}
    for (unit, quarter), values in given.items():
        rows = answers(1, quarter=quarter, people=30)
        told = [[row[0], *(values[n % len(values)] for _ in row[1:])] for n, row in enumerate(rows)]
        put(folder / "ekspor", {f"{unit}/{quarter}-2024/x.csv": csv_text(told)})
    exports = ExportsAsked(str(folder / "ekspor"), OPTIONS, LocalEngine(1))
    sources = Sources((), folder / "units.csv", folder / "danau", 1, exports)
    roll_up(sources, Asked(today="2025-02-01"), Tool("ipak", "0"))
    return folder / "danau"


def test_there_are_three_questions():
    assert len(QUESTIONS) == 3


def test_the_first_names_who_has_not_delivered(lake):
    assert ask(lake, QUESTIONS[0]).rows == (("U3", "Dinas B"),)


def test_the_second_names_who_fell(lake):
    fallen = ask(lake, QUESTIONS[1])
    assert fallen.columns == ("unit", "index", "mean_before", "mean")
    assert {unit for unit, *_ in fallen.rows} == {"U2"}
    assert all(now < then for _, _, then, now in fallen.rows)


def test_the_third_gives_the_mean_of_each_region(lake):
    found = ask(lake, QUESTIONS[2])
    assert found.columns == ("region", "index", "unit", "nilai")
    assert {(region, units) for region, _, units, _ in found.rows} == {("Barat", 1), ("Timur", 1)}
    assert [value for region, index, _, value in found.rows if (region, index) == ("Barat", "IPAK")] == [4]


def test_the_command_of_the_page_is_answered(lake):
    (question,) = re.findall(r'ipak query --lake danau "(.*?)"', SECTION)
    assert {row[0] for row in ask(lake, question).rows} == {"III-2024", "IV-2024"}


def test_the_page_names_every_table(lake):
    listed = SECTION.partition("Tabelnya: ")[2].partition(". ")[0]
    assert {*re.findall(r"`(\w+)`", listed)} == {*NAMES}
    for name in NAMES:
        assert ask(lake, f"select * from {name}").columns  # noqa: S608 (our own names)


def test_the_database_for_metabase_answers_from_any_folder(lake, tmp_path, monkeypatch):
    """The recipe's steps with DuckDB itself: the views into a file, which is then read elsewhere."""
    assert "`duckdb ipak.duckdb < views.sql`" in SECTION
    (init,) = re.findall(r"`(SET file_search_path = '/data/danau')`", SECTION)
    with monkeypatch.context() as there, duckdb.connect(tmp_path / "ipak.duckdb") as made:
        there.chdir(lake)
        made.execute((lake / "views.sql").read_text(encoding="utf-8"))
    monkeypatch.chdir(tmp_path)
    with duckdb.connect(tmp_path / "ipak.duckdb", read_only=True) as other:
        other.execute(init.replace("/data/danau", str(lake)))
        for question in QUESTIONS:
            assert other.execute(question).fetchall() == [*ask(lake, question).rows]
        for name in NAMES:
            other.view(name).fetchall()
