"""No few people can be computed from anything that circulates: the attack, over random and nested surveys."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from rich.console import Console

from ipak_cli.cli.app import run
from ipak_cli.documents.write import to_json
from ipak_cli.export.rows import filled_tables
from ipak_cli.publication.compose import Said, compose
from ipak_cli.report import tables
from ipak_cli.survey.certainty.against_rest import GroupFinding
from ipak_cli.terminal.survey import survey_view
from makers.attack import few_known, groups_told, least_cut, questions_told
from makers.exports import EXAMPLES, example_rows, write_csv
from makers.random_surveys import nested_respondents, random_respondents, result_of
from makers.report_material import material
from makers.runs import SLOW
from makers.subtraction import Group, Person, Rest, shown_in_export, shown_in_publication, shown_in_report

HASIL = EXAMPLES.parent / "hasil"
QUARTER = "IV-2024"
SMALLEST = 5
SURVEYS = 500 if SLOW else 30
"""Of each of the two kinds of random surveys, half the number for each of the two instruments."""
RUBRICS = ("ipak-ipkp", "skm-14-2017")


def told_of(result):
    """Return the groups of which a result's report, export, page and document tell anything."""
    made = material(result)
    names = {each.name: each.code for each in result.breakdowns}
    in_report = shown_in_report(
        QUARTER, [tables.breakdown(each, made) for each in result.breakdowns if each.groups]
    )
    told = (
        in_report
        | shown_in_export(filled_tables([made]))
        | shown_in_publication(QUARTER, compose(made, Said()), names)
    )
    assert told == in_report | document_tells(json.loads(to_json(result)))
    return told


def document_tells(document):
    """Return the groups of which a document tells; it has no fraction of any."""
    assert '"exact"' not in json.dumps(document["breakdowns"])
    assert "profiles" not in document["tally"]
    found = set()
    for each in document["breakdowns"]:
        names = [_label(group["name"]) for group in each["groups"]]
        found |= {Group(QUARTER, each["code"], name) for name in names}
        if each["gathered"]:
            found.add(Rest(QUARTER, each["code"], frozenset(names)))
    return found


def _label(name):
    return name if isinstance(name, str) else ""


def weakness(who, told, seed):
    """Say what the attack finds, if anything."""
    everybody = frozenset(range(len(who)))
    few = few_known([everybody, *groups_told(who, told)], SMALLEST, seed)
    if few is not None:
        return f"{sorted(few)} of {len(who)} are known"
    cut = least_cut(questions_told(who, told))
    return None if cut is None or cut >= SMALLEST else f"a difference of {cut} of {len(who)}"


@pytest.mark.parametrize("rubric", RUBRICS)
@pytest.mark.parametrize("make", [random_respondents, nested_respondents])
def test_random_surveys_withstand_the_attack(make, rubric):
    shown = hidden = differ = 0
    for seed in range(SURVEYS // 2):
        who = make(seed, [frozenset({QUARTER})], rubric)
        result = result_of(who, QUARTER, rubric)
        told = told_of(result)
        if len(who) < SMALLEST:
            assert told == set()
            continue
        assert weakness(who, told, seed) is None, seed
        for group in told:
            (members,) = groups_told(who, [group])
            assert {answer for number in members for answer in who[number].answers} != {1}, (seed, group)
        found = findings_of(result)
        assert {group for group, _ in found} <= told, seed
        differ += sum(finding in (GroupFinding.HIGHER, GroupFinding.LOWER) for _, finding in found)
        shown += len(told)
        hidden += sum(each.hidden_groups for each in result.breakdowns)
        on_screen = text_of(survey_view(result, detail=True))
        for name in names_hidden(who, told):
            assert not re.search(rf"{re.escape(name)} +\d", on_screen), (seed, name)
    assert shown > 3 * SURVEYS
    assert hidden > SURVEYS
    assert differ > 0


def findings_of(result):
    """Return the groups of which a result says how they stand against all others, index by index."""
    return [
        (Group(QUARTER, each.code, group.name if isinstance(group.name, str) else ""), finding)
        for each in result.breakdowns
        for group in each.groups
        for finding in (group.against_rest or {}).values()
    ]


def text_of(view):
    """Return what a terminal shows."""
    console = Console(file=io.StringIO(), width=200)
    console.print(view)
    return console.file.getvalue()


def names_hidden(who, told):
    every = {answer for one in who for answer in one.profile.values() if answer}
    return every - {group.answer for group in told if isinstance(group, Group)}


@pytest.mark.parametrize("make", [random_respondents, nested_respondents])
def test_the_attack_finds_what_each_question_alone_would_give_away(make):
    """So it was before: every question hid its own small groups, and one more, and looked at no other."""
    found = 0
    for seed in range(40):
        who = make(seed, [frozenset({QUARTER})])
        if len(who) < SMALLEST:
            continue
        told = set()
        for code in who[0].profile:
            sizes = {}
            for one in who:
                sizes[one.profile[code]] = sizes.get(one.profile[code], 0) + 1
            shown = sorted((size, name) for name, size in sizes.items())
            gone = 0
            while shown and (shown[0][0] < SMALLEST or 0 < gone < SMALLEST):
                gone += shown.pop(0)[0]
            told |= {Group(QUARTER, code, name) for _, name in shown}
        found += weakness(who, told, seed) is not None
    assert found > (10 if make is nested_respondents else 0)


def test_both_searches_find_the_sixteenth_teacher():
    """Fifteen of sixteen teachers used a service that nobody else used."""
    service, teachers, all_people = (frozenset(range(n)) for n in (15, 16, 24))
    assert few_known([all_people, service, teachers], SMALLEST) == {15}
    assert least_cut([[service, all_people - service], [teachers, all_people - teachers]]) == 1
    assert few_known([all_people, service], SMALLEST) is None
    assert least_cut([[service, all_people - service]] * 2) == 9


def test_a_combination_of_three_questions_is_found():
    """Those of one service are those of two jobs together, but for one: no two questions give that away."""
    everybody = frozenset(range(30))
    one, other, service = frozenset(range(10)), frozenset(range(10, 20)), frozenset(range(21))
    assert few_known([everybody, one, other, service], SMALLEST) == {20}


# What is made of real files: versions of a quarter, quarters of few people, and the semester around one.


def office(folder, *, people, quarter=4, more=()):
    """Return a workspace with an export of some of the example's people of a quarter, and its result."""
    folder.mkdir(exist_ok=True)
    if not (folder / "ipak.yaml").exists():
        assert run(["init", str(folder)]) == 0
    score(folder, people=people, quarter=quarter, more=more)
    return folder


def score(folder, *, people, quarter=4, more=(), period=None):
    header, *rows = example_rows(quarter)
    path = write_csv(folder / "masuk" / f"tw{quarter}.csv", [header, *rows[:people], *more])
    asked = ("--period", period) if period else ()
    assert run(["score", str(path), "--workspace", str(folder), "--quiet", *asked]) == 0


def test_versions_of_a_quarter_do_not_tell_the_answers_of_who_came_later(tmp_path, capsys):
    folder = office(tmp_path / "kerja", people=12)
    score(folder, people=13)
    score(folder, people=14)
    capsys.readouterr()
    kept = [*(folder / "hasil" / QUARTER / "lama").iterdir()]
    assert len(kept) == 2
    for path in kept:
        note = json.loads(path.read_bytes())
        assert note["of"]["respondents"] in (12, 13)
        assert {*note["of"]} == {
            *("schema", "tool", "rubric", "unit", "period", "timezone", "decisions", "respondents", "sources")
        }
    for path in folder.rglob("*"):
        if path.is_file() and path.suffix in (".json", ".log") and path.name != "survey.json":
            assert '"counts"' not in path.read_text(encoding="utf-8"), path


ITEM_MEAN = re.compile(r"^\| *I\d+ *\|.*\d,\d\d", re.MULTILINE)


@pytest.mark.parametrize("people", [1, 2, 3, 4])
def test_of_a_quarter_of_under_five_no_item_circulates(tmp_path, capsys, people):
    folder = office(tmp_path / "kerja", people=people)
    formats = "md,html,xlsx,docx,pdf" if people == 3 else "md,html,xlsx"  # each is written of the same values
    assert run(["report", "--workspace", str(folder), "--quiet", "--format", formats]) == 0
    assert run(["export", "--workspace", str(folder), "--quiet"]) == 0
    assert run(["publish", "--workspace", str(folder), "--quiet"]) == 1
    capsys.readouterr()
    made = folder / "laporan" / QUARTER
    assert not (made / "kertas-kerja.xlsx").exists()
    assert not [*made.glob("publikasi*")]
    words = "kurang dari 5, sehingga rincian butir akan membuka jawaban tiap orang"
    for name in ("laporan.md", "laporan.html"):
        text = (made / name).read_text(encoding="utf-8")
        assert words in " ".join(re.sub(r"<[^>]*>", " ", text).split())
    assert not ITEM_MEAN.search((made / "laporan.md").read_text(encoding="utf-8"))
    out = folder / "ekspor" / QUARTER
    for table, columns in (
        ("items", ("n", "missing", "mean", "mean_exact")),
        ("distribution", ("count", "share")),
    ):
        rows = [*csv.DictReader(io.StringIO((out / f"{table}.csv").read_text(encoding="utf-8-sig")))]
        assert rows
        assert {row[column] for row in rows for column in columns} == {""}
        assert all(words in row["reason"] for row in rows)
    groups = (out / "groups.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(groups) == 1


def test_of_a_quarter_of_five_the_items_circulate(tmp_path, capsys):
    folder = office(tmp_path / "kerja", people=5)
    assert run(["report", "--workspace", str(folder), "--quiet", "--format", "md"]) == 0
    capsys.readouterr()
    assert ITEM_MEAN.search((folder / "laporan" / QUARTER / "laporan.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("others", "withheld"), [(4, True), (5, False)])
def test_of_a_semester_with_few_people_beside_its_stored_quarter_no_item_circulates(
    tmp_path, capsys, others, withheld
):
    folder = office(tmp_path / "kerja", people=24)
    _, *third = example_rows(3)
    score(folder, people=24, more=third[:others], period="II-2024S")
    assert (
        run(["report", "--workspace", str(folder), "--period", "II-2024S", "--quiet", "--format", "md,xlsx"])
        == 0
    )
    capsys.readouterr()
    text = (folder / "laporan" / "II-2024S" / "laporan.md").read_text(encoding="utf-8")
    assert (ITEM_MEAN.search(text) is None) == withheld
    assert ("selisih II-2024S dengan hasil IV-2024 kurang dari 5 responden" in text) == withheld
    assert (folder / "laporan" / "II-2024S" / "kertas-kerja.xlsx").exists() != withheld


QUESTIONS = {
    "jenis-kelamin": "Jenis kelamin",
    "usia": "Usia",
    "pendidikan": "Pendidikan terakhir",
    "pekerjaan": "Pekerjaan",
    "layanan": "Jenis layanan",
}


@pytest.mark.parametrize("quarter", ["I", "II", "III", "IV"])
def test_the_example_withstands_the_attack(quarter):
    period = f"{quarter}-2024"
    header, *rows = example_rows(["I", "II", "III", "IV"].index(quarter) + 1)
    document = json.loads((HASIL / period / "survey.json").read_bytes())
    places = {code: header.index(name) for code, name in QUESTIONS.items()}
    who = [
        Person(frozenset({QUARTER}), {code: row[place] or "" for code, place in places.items()})
        for row in rows
    ]
    assert len(who) == document["respondents"]
    told = document_tells(document)
    assert len(told) > 10
    assert weakness(who, told, 0) is None
