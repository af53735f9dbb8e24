"""`ipak score` from the user's end: files in, figures and problems out."""

import json
import random
import re
from fractions import Fraction

import openpyxl
import pytest

from ipak_cli.cli.app import run
from ipak_cli.workspace.superseded import without_answers
from makers.exports import EXAMPLES, example_rows, item_columns, write_csv, write_xlsx

TW3 = EXAMPLES / "ipak-ipkp-2024-tw3.xlsx"
MEANS_TW3 = [
    "3.95",
    "3.93",
    "3.95",
    "3.93",
    "3.95",
    "3.83",
    "3.90",
    "3.93",
    "4.00",
    "3.93",
    "3.85",
    "3.88",
    "3.93",
    "3.90",
]


@pytest.fixture
def score(capsys):
    """Run `ipak score` and return exit code, standard output, standard error."""

    def call(*arguments):
        code = run(["score", *map(str, arguments)])
        return code, *capsys.readouterr()

    return call


@pytest.fixture
def document(score):
    """Run `ipak score --json` and return exit code and document."""

    def call(*arguments):
        code, out, _ = score(*arguments, "--json")
        return code, json.loads(out)

    return call


def without_sources(found):
    """Return a document without the names of its files, and without the cells in which suggestions stand."""
    kept = {key: value for key, value in found.items() if key not in {"sources", "decisions"}}
    shown = [{**each, "where": None} for each in kept["suggestions"]["shown"]]
    return {**kept, "suggestions": {**kept["suggestions"], "shown": shown}}


def test_triwulan_iii_gives_the_published_figures(document):
    code, found = document(TW3)

    assert code == 0
    assert [item["mean"]["rounded"] for item in found["items"]] == MEANS_TW3
    assert found["indices"]["IPAK"]["mean"] == {
        "exact": "808/205",
        "value": 808 / 205,
        "rounded": "3.94",
    }
    assert found["indices"]["IPKP"]["mean"]["exact"] == "1441/369"
    assert found["indices"]["IPAK"]["percent"]["rounded"] == "98.54"
    assert found["indices"]["IPAK"]["points"]["rounded"] == "17.24"
    assert found["indices"]["IPKP"]["percent"]["rounded"] == "97.63"
    assert found["indices"]["IPKP"]["points"]["rounded"] == "17.09"
    assert found["respondents"] == 41
    assert [found["distribution"][star]["count"] for star in "1234"] == [1, 7, 30, 536]
    assert found["period"] == {
        "name": "III-2024", "kind": "triwulan", "quarter": "III-2024",
        "start": "2024-07-01", "end": "2024-09-30",
    }  # fmt: skip
    assert found["problems"] == []


def test_the_terminal_shows_the_figures_with_a_decimal_comma_within_80_columns(score):
    code, out, err = score(TW3, "--detail")

    assert code == 0
    assert err.startswith("IPAK 3,94 · IPKP 3,91 · gabungan 3,92 · 41 responden\n")
    assert "41 responden" in out
    assert "Triwulan III 2024" in out
    for figure in ("3,94", "3,91", *(mean.replace(".", ",") for mean in MEANS_TW3)):
        assert figure in out
    assert max(map(len, out.splitlines())) <= 80


def test_the_first_screen_holds_what_matters(score):
    _, out, _ = score(TW3, "--population", "63", "--performance", "B")

    lines = out.splitlines()
    assert len(lines) <= 31
    assert max(map(len, lines)) <= 80
    for words in ("3,94", "Jawaban 4: 536", "WBK: ", "Responden belum cukup", "65,08 %", "I6 ", "--rinci"):
        assert words in out
    assert "Menurut" not in out
    assert "Menurut" in score(TW3, "--rinci")[1]


def test_groups_go_by_age_and_those_too_small_are_one_row_that_says_why(score):
    def ages(period):
        _, out, _ = score(str(EXAMPLES / f"ipak-ipkp-2024-tw{period}.xlsx"), "--detail")
        return out[out.index("Menurut usia") : out.index("Menurut pendidikan")]

    years = ["17–25", "26–35", "36–45", "46–55", "Di atas 55"]
    assert re.findall(r"^(.+) tahun  ", ages(3), re.MULTILINE) == years
    assert "digabung" not in ages(3)
    assert re.findall(r"^(\S+ \S+.*?)  +(\d+)  ", ages(4), re.MULTILINE) == [
        ("36–45 tahun", "7"), ("46–55 tahun", "8"), ("Kelompok lain (digabung)", "9")
    ]  # fmt: skip
    assert "supaya jawaban seseorang tidak dapat dikenali" in " ".join(ages(4).split())


@pytest.mark.parametrize(
    ("period", "respondents", "stars", "pooled"),
    [
        (1, 34, [8, 0, 46, 422], Fraction(1834, 476)),
        (2, 31, [0, 1, 32, 401], Fraction(1702, 434)),
        (3, 41, [1, 7, 30, 536], Fraction(2249, 574)),
    ],
)
def test_each_period_gives_its_published_star_totals(document, period, respondents, stars, pooled):
    _, found = document(EXAMPLES / f"ipak-ipkp-2024-tw{period}.xlsx")

    assert found["respondents"] == respondents
    assert [found["distribution"][star]["count"] for star in "1234"] == stars
    assert Fraction(found["combined"]["pooled"]["exact"]) == pooled


def test_triwulan_iv_gives_the_indices_that_the_seed_states_and_never_mixes_them(document):
    _, found = document(EXAMPLES / "ipak-ipkp-2024-tw4.xlsx", "--population", 24)

    assert found["indices"]["IPAK"]["mean"]["rounded"] == "3.90"
    assert found["indices"]["IPKP"]["mean"]["rounded"] == "3.73"
    assert found["combined"]["mean_of_indices"]["rounded"] == "3.82"
    assert found["zi"]["components"][1]["points"] == found["indices"]["IPKP"]["points"]
    assert found["sample"]["krejcie_morgan"] == 23
    assert found["sample"]["response_rate"]["rounded"] == "100.00"
    assert found["sample"]["adequate"] is True
    assert "sensus" in found["sample"]["reason"]["text"]


WORDS = {1: "Tidak Setuju", 2: "Kurang Setuju", 3: "Setuju", 4: "Sangat Setuju"}


def reworded(rows, word):
    header, *body = rows
    items = set(item_columns(header))
    return [header, *([word(c) if n in items else c for n, c in enumerate(row)] for row in body)]


def as_text(rows):
    return reworded(rows, str)


def as_declared_words(rows):
    return reworded(rows, WORDS.__getitem__)


def as_named_stars(rows):
    return reworded(rows, lambda answer: f"Bintang {answer}")


def as_stars_in_a_shuffled_grid(rows):
    header, *body = reworded(rows, lambda answer: "★" * answer + "☆" * (4 - answer))
    items = set(item_columns(header))
    header = [f"Berikan penilaian [{c.split('. ', 1)[1]}]" if n in items else c for n, c in enumerate(header)]
    order = list(range(len(header)))
    random.Random(7).shuffle(order)  # noqa: S311 (a fixed order, not a secret)
    random.Random(8).shuffle(body)  # noqa: S311 (as above)
    return [[row[n] for n in order] for row in [header, *body]]


def under_a_title_and_above_a_mean(rows):
    header, *body = rows
    items = item_columns(header)
    footer = ["Rata-rata", *[None] * (len(header) - 1)]
    for n in items:
        footer[n] = sum(row[n] for row in body) / len(body)
    title = ["Rekapitulasi Survei Triwulan III Tahun 2024"]
    return [title, ["Periode Juli s.d. September 2024"], [], header, *body, [], footer]


@pytest.mark.parametrize(
    "shape",
    [as_text, as_declared_words, as_named_stars, as_stars_in_a_shuffled_grid, under_a_title_and_above_a_mean],
    ids=lambda shape: shape.__name__,
)
def test_the_same_answers_in_another_shape_give_the_same_document(document, tmp_path, shape):
    expected = without_sources(document(TW3)[1])

    code, found = document(write_xlsx(tmp_path / "lain.xlsx", shape(example_rows(3))))

    assert code == 0
    assert without_sources(found) == expected


def test_a_semicolon_csv_with_a_byte_order_mark_gives_the_same_document(document, tmp_path):
    expected = without_sources(document(TW3)[1])

    path = write_csv(tmp_path / "lain.csv", example_rows(3), delimiter=";", encoding="utf-8-sig")

    assert without_sources(document(path)[1]) == expected


def test_a_file_split_in_two_gives_the_same_document(document, tmp_path):
    header, *body = example_rows(3)
    first = write_xlsx(tmp_path / "a.xlsx", [header, *body[:17]])
    second = write_xlsx(tmp_path / "b.xlsx", [header, *body[17:]])

    assert without_sources(document(first, second)[1]) == without_sources(document(TW3)[1])


BAD = {"I3": 5, "J4": 0, "K5": 4.5, "L6": -1, "M7": "lumayan", "N8": None, "O9": "#REF!"}


@pytest.fixture
def bad_export(tmp_path):
    """The example with seven bad cells."""
    rows = example_rows(3)
    for cell, value in BAD.items():
        rows[int(cell[1:]) - 1][ord(cell[0]) - ord("A")] = value
    return write_xlsx(tmp_path / "responses.xlsx", rows)


def test_seven_bad_cells_are_named_exactly_and_nothing_is_scored(document, bad_export):
    code, found = document(bad_export)

    assert code == 1
    assert {problem["where"]["cell"] for problem in found["problems"]} == set(BAD)
    assert len(found["problems"]) == 7
    assert {problem["severity"] for problem in found["problems"]} == {"error"}
    assert found["indices"]["IPAK"]["mean"]["not_scored"] == "masukan bermasalah"
    assert found["respondents"] is None


def test_problems_go_to_standard_error_with_file_sheet_and_cell(score, bad_export):
    code, out, err = score(bad_export)

    assert code == 1
    assert out == ""
    for cell in BAD:
        assert f"responses.xlsx!Form Responses 1:{cell}:" in err


def test_lenient_scores_the_rest_and_says_what_was_left_out(document, bad_export):
    code, found = document(bad_export, "--lenient")

    assert code == 0
    assert found["missing"] == 7
    assert found["answers"] == 574 - 7
    assert {problem["where"]["cell"] for problem in found["problems"]} == set(BAD)
    assert {problem["severity"] for problem in found["problems"]} == {"warning"}


def test_all_fours_give_a_perfect_score(document, tmp_path):
    header, *body = example_rows(3)
    items = item_columns(header)
    for row in body:
        for n in items:
            row[n] = 4

    _, found = document(write_xlsx(tmp_path / "empat.xlsx", [header, *body]))

    assert found["indices"]["IPAK"]["mean"]["rounded"] == "4.00"
    assert found["indices"]["IPKP"]["percent"]["rounded"] == "100.00"
    assert found["indices"]["IPKP"]["points"]["rounded"] == "17.50"
    assert found["quality"][-1]["value"]["not_scored"] == found["quality"][-1]["finding"]["text"]


def test_the_skm_case_of_29_gives_91_48(document, tmp_path):
    totals = [105, 101, 100, 116, 102, 105, 106, 105, 115]
    columns = [[4] * (total - 3 * 29) + [3] * (4 * 29 - total) for total in totals]
    header = [f"U{n}" for n in range(1, 10)]
    rows = [header, *([column[n] for column in columns] for n in range(29))]

    _, found = document(
        write_xlsx(tmp_path / "skm.xlsx", rows), "--rubric", "skm-14-2017", "--quarter", "I-2024"
    )

    ikm = found["indices"]["IKM"]
    assert ikm["percent"]["rounded"] == "91.48"
    assert ikm["band"]["code"] == "A"


def test_the_terminal_calls_what_the_survey_of_satisfaction_asks_an_element(score, tmp_path):
    rows = [[f"U{n}" for n in range(1, 10)], *([1 + (n + k) % 4 for k in range(9)] for n in range(29))]
    export = write_xlsx(tmp_path / "skm.xlsx", rows)
    for detail in ((), ("--detail",)):
        _, out, _ = score(export, "--rubric", "skm-14-2017", "--quarter", "I-2024", *detail)
        assert "Unsur" in out
        assert "butir" not in out.lower()
    assert "konsistensi internal unsur" in " ".join(out.replace("•", "").split())


def test_respondents_data_never_reach_the_document_or_the_terminal(score):
    rows = example_rows(3)
    header = rows[0]
    personal = [n for n, text in enumerate(header) if text in {"Email Address", "Nama"}]
    assert len(personal) == 2

    for arguments in ((TW3,), (TW3, "--json")):
        _, out, err = score(*arguments)
        for row in rows[1:]:
            for n in personal:
                if row[n] and len(row[n]) > 3:
                    assert str(row[n]) not in out + err


def test_performance_completes_the_component_and_the_predicates(document):
    _, without = document(TW3)
    _, found = document(TW3, "--performance", "B")

    assert without["zi"]["components"][0]["points"]["not_scored"]
    assert without["zi"]["predicates"]["WBK"]["met"] is None
    assert found["zi"]["components"][0]["points"]["rounded"] == "20.99"
    assert found["zi"]["predicates"]["WBBM"]["met"] is True
    assert {c["status"] for c in found["zi"]["predicates"]["WBK"]["conditions"]} == {"met", "not_assessed"}


def test_a_year_needs_a_period_and_leaves_the_others_out(document, tmp_path):
    header, *third = example_rows(3)
    year = write_xlsx(tmp_path / "tahun.xlsx", [header, *third, *example_rows(2)[1:]])

    code, found = document(year)
    assert code == 1
    assert [problem["code"] for problem in found["problems"]] == ["W420"]

    code, found = document(year, "--quarter", "TW III 2024")
    assert code == 0
    assert found["respondents"] == 41
    assert [problem["code"] for problem in found["problems"]] == ["W423"]
    assert found["sources"][0]["left_out"] == [
        {
            "code": "outside",
            "why": {"key": "rows_outside", "values": {}, "text": "di luar periode"},
            "count": 31,
            "rows": "43–73",
        }
    ]


def test_a_file_of_another_period_is_refused(document):
    code, found = document(TW3, "--quarter", "IV-2024")

    assert code == 1
    assert [problem["code"] for problem in found["problems"]] == ["W421"]


def test_the_same_file_twice_is_refused(document, tmp_path):
    copy = tmp_path / "salinan.xlsx"
    copy.write_bytes(TW3.read_bytes())

    code, found = document(TW3, copy)

    assert code == 1
    assert [problem["code"] for problem in found["problems"]] == ["K213"]


def test_out_writes_the_document_that_json_prints(score, tmp_path):
    _, printed, _ = score(TW3, "--json", "--out", tmp_path / "hasil")

    assert (tmp_path / "hasil" / "survey.json").read_text(encoding="utf-8") == printed


def test_quiet_is_quiet_on_success(score):
    assert score(TW3, "--quiet") == (0, "", "")


def test_quiet_still_tells_what_leniency_and_hidden_rows_did_to_the_figures(score, bad_export):
    code, out, err = score(bad_export, "--quiet", "--lenient")

    assert (code, out) == (0, "")
    assert err.count("PERINGATAN J3") == 7

    workbook = openpyxl.load_workbook(TW3)
    workbook.worksheets[0].row_dimensions[5].hidden = True
    workbook.save(bad_export)
    code, out, err = score(bad_export, "--quiet")
    assert (code, out) == (0, "")
    assert "K210" in err


def test_quiet_keeps_back_what_changes_no_figure(score, tmp_path):
    path = write_csv(tmp_path / "nama.xlsx", example_rows(3))

    assert "F158" in score(path)[2]
    assert score(path, "--quiet") == (0, "", "")


def test_every_file_is_read_before_anything_is_refused(document, tmp_path):
    missing = tmp_path / "tidak-ada.xlsx"
    empty = write_xlsx(tmp_path / "kosong.xlsx", [["catatan"]])

    code, found = document(missing, empty)

    assert code == 1
    assert {problem["where"]["file"] for problem in found["problems"]} == {"tidak-ada.xlsx", "kosong.xlsx"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["score"], "FILE... belum disebutkan"),
        (["score", "x", "--quarter", "V-2024"], "“V-2024” bukan periode"),
        (["score", "x", "--period", "1900-01-01..2999-12-31"], "bukan rentang hari"),
        (["score", "x", "--period", "1900-01-01..2099-12-31"], "periode paling panjang 10 tahun"),
        (["score", "x", "--population", "nol"], "harus bilangan bulat"),
        (["skor"], "mungkin maksudnya"),
        (["--apa"], "pilihan --apa tidak dikenal"),
    ],
)
def test_misuse_is_explained_in_indonesian(capsys, arguments, words):
    assert run(arguments) == 2
    assert words in capsys.readouterr().err


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    """Stand in a folder below a workspace."""
    (tmp_path / "ipak.yaml").touch()
    inside = tmp_path / "masuk"
    inside.mkdir()
    monkeypatch.chdir(inside)
    return tmp_path


def test_in_a_workspace_the_document_is_stored_and_a_superseded_one_is_kept(score, workspace):
    _, first, _ = score(TW3, "--json")
    stored = workspace / "hasil" / "III-2024" / "survey.json"
    assert stored.read_text(encoding="utf-8") == first

    score(TW3, "--json", "--population", "41")

    (kept,) = (stored.parent / "lama").iterdir()
    assert kept.read_bytes() == without_answers(first.encode())
    assert json.loads(stored.read_text(encoding="utf-8"))["population"] == 41


@pytest.mark.usefixtures("workspace")
def test_last_periods_answers_handed_in_again_are_noticed(document, tmp_path):
    document(TW3)
    rows = example_rows(3)
    for row in rows[1:]:
        row[0] = row[0].replace(month=row[0].month + 3, day=min(row[0].day, 28))

    _, found = document(write_xlsx(tmp_path / "tw4.xlsx", rows))

    assert found["period"]["quarter"] == "IV-2024"
    assert [problem["code"] for problem in found["problems"]] == ["W425"]
    assert "III-2024" in found["problems"][0]["message"]


def test_a_named_workspace_without_its_marker_is_refused_and_nothing_is_made(document, tmp_path):
    code, found = document(TW3, "--workspace", tmp_path / "tidak-tersambung")

    assert code == 1
    assert [problem["code"] for problem in found["problems"]] == ["U950"]
    assert list(tmp_path.iterdir()) == []
