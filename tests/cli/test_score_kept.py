"""`ipak score` in a workspace: what was kept and what comes next, `sources:`, and what a run would undo."""

import json
import shutil

import pytest

from ipak_cli.cli.app import run
from makers.exports import EXAMPLES, example_rows, item_columns, write_csv, write_xlsx

Q3 = "III-2024"
SOURCES = 'version: 1\nsources:\n  - files: ["loket-*.xlsx"]\n    together: true\n    lenient: true\n'


@pytest.fixture
def office(tmp_path, monkeypatch):
    """Stand in a workspace with two service points' exports, one of which has a bad answer."""
    folder = tmp_path / "unit"
    (folder / "masuk").mkdir(parents=True)
    (folder / "ipak.yaml").write_text("version: 1\n")
    head, *rows = example_rows(3)
    rows[0][item_columns(head)[0]] = 9
    write_xlsx(folder / "masuk" / "loket-1.xlsx", [head, *rows[:20]])
    write_xlsx(folder / "masuk" / "loket-2.xlsx", [head, *rows[20:40]])
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def score(capsys):
    def call(*arguments):
        code = run(["score", *map(str, arguments)])
        return code, *capsys.readouterr()

    return call


def codes(score, *arguments):
    code, out, _ = score(*arguments, "--json")
    return code, [each["code"] for each in json.loads(out)["problems"]]


def stored(folder):
    return json.loads((folder / "hasil" / Q3 / "survey.json").read_bytes())


@pytest.mark.usefixtures("office")
def test_it_ends_with_the_indices_and_where_they_are_kept(score):
    code, _, err = score("masuk/loket-2.xlsx")
    assert code == 0
    assert err.splitlines() == [
        "IPAK 3,96 · IPKP 3,93 · gabungan 3,94 · 20 responden",
        "Disimpan: hasil/III-2024/survey.json. Berikutnya: ipak report --period III-2024",
    ]


@pytest.mark.usefixtures("office")
def test_it_ends_with_why_nothing_is_kept(score, tmp_path):
    assert score("masuk/loket-1.xlsx")[2].splitlines()[-1].startswith("TIDAK disimpan karena ada galat")
    untimed = write_csv(tmp_path / "a.csv", [row[1:] for row in example_rows(3)])
    assert score(untimed)[2].splitlines()[-1].startswith("TIDAK disimpan karena periodenya tidak diketahui")


def test_from_elsewhere_the_next_command_names_the_workspace(office, score, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    last = score("unit/masuk/loket-2.xlsx", "--workspace", "unit")[2].splitlines()[-1]
    assert last.startswith("Disimpan: unit/hasil/III-2024/survey.json. Berikutnya: ipak report")
    assert last.endswith("--period III-2024 --workspace unit")
    assert (office / "hasil" / Q3 / "survey.json").is_file()


def test_quiet_and_json_end_without_these_lines(office, score):
    assert score("masuk/loket-2.xlsx", "--quiet")[1:] == ("", "")
    assert score("masuk/loket-2.xlsx", "--json")[2] == ""
    assert office.is_dir()


def test_a_file_that_sources_speak_of_is_scored_as_they_say(office, score):
    (office / "ipak.yaml").write_text(SOURCES)
    code, found = codes(score, "masuk/loket-2.xlsx")
    assert (code, "G495" in found) == (0, True)
    decided = stored(office)["decisions"]
    assert [each["name"] for each in decided["files"]] == ["masuk/loket-1.xlsx", "masuk/loket-2.xlsx"]
    assert (decided["lenient"], stored(office)["respondents"]) == (True, 40)


def test_of_the_files_that_sources_join_those_of_the_same_period_are_scored(office, score):
    (office / "ipak.yaml").write_text(SOURCES)
    write_xlsx(office / "masuk" / "loket-3.xlsx", example_rows(4))
    assert codes(score, "masuk/loket-2.xlsx") == (0, ["G495", "J301"])
    assert stored(office)["respondents"] == 40
    assert codes(score, "masuk/loket-3.xlsx")[0] == 0
    assert (office / "hasil" / "IV-2024" / "survey.json").is_file()


def test_what_sources_would_undo_is_told_with_the_entry_to_write(office, score):
    (office / "ipak.yaml").write_text(SOURCES)
    code, out, _ = score("masuk/loket-2.xlsx", "--quarter", Q3, "--json")
    told = next(each for each in json.loads(out)["problems"] if each["code"] == "G494")
    assert (code, told["where"]["line"]) == (0, 3)
    assert '- {files: ["loket-2.xlsx"], period: III-2024}' in told["hint"]
    assert stored(office)["respondents"] == 20


def test_a_rubric_that_the_settings_do_not_name_is_told_with_the_line_to_write(office, score, capsys):
    run(["rubric", "show", "ipak-ipkp", "--yaml"])
    own = capsys.readouterr().out.replace("id: ipak-ipkp", "id: survei-kami", 1)
    (office / "kami.yaml").write_text(own, encoding="utf-8")
    _, out, _ = score("masuk/loket-2.xlsx", "--rubric", "kami.yaml", "--json")
    (told,) = [each for each in json.loads(out)["problems"] if each["code"] == "G493"]
    assert "rubrics: survey: kami.yaml" in told["hint"]
    assert "tidak mengulangi --rubric" in told["message"]
    (office / "ipak.yaml").write_text("version: 1\nrubrics: {survey: kami.yaml}\n")
    assert codes(score, "masuk/loket-2.xlsx", "--rubric", "kami.yaml") == (0, [])


def test_another_instrument_does_not_replace_the_result_of_a_period(office, score, capsys):
    run(["rubric", "show", "ipak-ipkp", "--yaml"])
    own = capsys.readouterr().out.replace("id: ipak-ipkp", "id: survei-kami", 1)
    (office / "kami.yaml").write_text(own, encoding="utf-8")
    score("masuk/loket-2.xlsx")
    before = stored(office)
    code, out, _ = score("masuk/loket-2.xlsx", "--rubric", "kami.yaml", "--json")
    (told,) = json.loads(out)["problems"]
    assert (code, told["code"], stored(office)) == (1, "G498", before)
    assert (told["values"]["stored"], told["values"]["used"]) == ("ipak-ipkp", "survei-kami")
    # An office that changes its instrument says so in its settings.
    (office / "ipak.yaml").write_text("version: 1\nrubrics: {survey: kami.yaml}\n")
    assert codes(score, "masuk/loket-2.xlsx") == (0, [])
    assert stored(office)["rubric"]["id"] == "survei-kami"


def test_a_file_of_two_sources_is_refused(office, score):
    (office / "ipak.yaml").write_text(f"{SOURCES}  - files: ['*.xlsx']\n")
    assert codes(score, "masuk/loket-2.xlsx") == (1, ["G492"])


@pytest.mark.parametrize(
    ("entry", "code", "line"),
    [
        ("files: ['../a.xlsx']", "G490", 3),
        ("files: ['/a.xlsx']", "G490", 3),
        ("files: ['C:\\a.xlsx']", "G490", 3),
        ("files: [a.xlsx]\n    period: kemarin", "G405", 4),
        ("files: [a.xlsx]\n    period: 1900-01-01..2099-12-31", "G480", 4),
        ("files: []", "G402", 3),
        ("files: [a.xlsx]\n    lenient: ya", "G402", 4),
        ("files: [a.xlsx]\n    bersama: true", "G402", 4),
    ],
)
def test_faults_of_sources_name_their_line(office, score, entry, code, line):
    (office / "ipak.yaml").write_text(f"version: 1\nsources:\n  - {entry}\n")
    _, out, _ = score("masuk/loket-2.xlsx", "--json")
    (fault,) = json.loads(out)["problems"]
    assert (fault["code"], fault["where"]["line"]) == (code, line)


@pytest.mark.parametrize(
    ("pattern", "fits"),
    [
        ("loket-2.xlsx", True),
        ("LOKET-?.xlsx", True),
        ("masuk/loket-*.xlsx", True),
        ("*", True),
        ("loket-[2].xlsx", False),
        ("*/loket-2.xlsx", False),
    ],
)
def test_a_pattern_fits_whole_names_of_one_folder(office, score, pattern, fits):
    (office / "ipak.yaml").write_text(f"version: 1\nsources:\n  - {{files: ['{pattern}'], lenient: true}}\n")
    assert ("G495" in codes(score, "masuk/loket-2.xlsx")[1]) is fits


def test_a_file_that_the_replaced_result_had_is_named(office, score):
    score("masuk/loket-1.xlsx", "masuk/loket-2.xlsx", "--lenient")
    _, out, _ = score("masuk/loket-2.xlsx", "--json")
    (told,) = [each for each in json.loads(out)["problems"] if each["code"] == "G496"]
    assert told["values"]["names"] == ["masuk/loket-1.xlsx"]
    assert told["values"]["command"] == 'ipak score "masuk/loket-1.xlsx" "masuk/loket-2.xlsx"'
    assert codes(score, "masuk/loket-2.xlsx", "--lenient") == (0, [])
    assert stored(office)["problems"] == []


def test_a_value_that_the_settings_name_otherwise_is_told_with_its_line(office, score):
    text = "version: 1\nunit: {name: Balai Contoh}\nperiods:\n  TW III 2024:\n    population: 63\n"
    (office / "ipak.yaml").write_text(text)
    _, out, _ = score("masuk/loket-2.xlsx", "--population", "70", "--unit", "Loket Dua", "--json")
    told = [each for each in json.loads(out)["problems"] if each["code"] == "G497"]
    assert [(each["where"]["line"], each["values"]["value"], each["values"]["said"]) for each in told] == [
        (2, "Loket Dua", "Balai Contoh"),
        (5, 70, 63),
    ]
    assert codes(score, "masuk/loket-2.xlsx", "--population", "63") == (0, [])


def test_an_assessment_ends_with_what_is_kept_too(office, capsys, score):
    shutil.copytree(EXAMPLES.parent / "bukti", office / "bukti")
    assessed = ["pekppp", "assess", str(EXAMPLES / "pekppp-2024.xlsx")]
    run(assessed)
    assert capsys.readouterr().err.splitlines()[-2:] == [
        "Perkiraan F-02 3,74 dari 5 · kategori B (Baik)",
        "Disimpan: hasil/IV-2024/pekppp.json. Berikutnya: ipak score EKSPOR-SURVEI",
    ]
    score(EXAMPLES / "ipak-ipkp-2024-tw4.xlsx")
    run(assessed)
    assert capsys.readouterr().err.endswith("Berikutnya: ipak report --period IV-2024\n")
    run([*assessed, assessed[-1]])
    assert "beberapa buku kerja hanya dibandingkan" in capsys.readouterr().err
    run(["pekppp", "assess", "masuk/loket-2.xlsx"])
    assert capsys.readouterr().err.splitlines()[-1].startswith("TIDAK disimpan karena ada galat")
