"""Suggestions in the document and on the screen: whose they are cannot be told."""

import json
import re

import pytest

from ipak_cli.cli.app import run
from makers.exports import EXAMPLES, example_rows, write_xlsx

TW3 = EXAMPLES / "ipak-ipkp-2024-tw3.xlsx"


@pytest.fixture
def document(capsys):
    """Run `ipak score --json` and return exit code and document."""

    def call(*arguments):
        code = run(["score", *map(str, arguments), "--json"])
        return code, json.loads(capsys.readouterr().out)

    return call


def with_comments(path, *comments):
    """Write the example's third period with other comments under its first responses."""
    header, *body = example_rows(3)
    for row in body:
        row[-1] = None
    for row, comment in zip(body, comments, strict=False):
        row[-1] = comment
    return write_xlsx(path, [header, *body])


def test_the_document_shows_the_most_frequent_first_and_counts_the_rest(document):
    _, found = document(TW3)

    suggestions = found["suggestions"]
    shown = [(each["text"], each["count"]) for each in suggestions["shown"]]
    assert shown[0] == ("Kursi di ruang tunggu ditambah, terutama hari Senin.", 3)
    assert ("Bisa minta materi pelatihan? WA [dihapus] atau [dihapus]", 1) in shown
    assert {key: suggestions[key] for key in ("given", "trivial", "removed", "not_shown")} == {
        "given": 15,
        "trivial": 2,
        "removed": 2,
        "not_shown": 0,
    }


@pytest.mark.parametrize("period", [1, 2, 3, 4])
@pytest.mark.parametrize("how", [["--detail"], ["--json"]], ids=["screen", "document"])
def test_no_number_address_or_name_of_the_example_comes_through(capsys, period, how):
    header, *body = example_rows(period)
    run(["score", str(EXAMPLES / f"ipak-ipkp-2024-tw{period}.xlsx"), *how])
    shown = "".join(capsys.readouterr())

    assert "contoh.example" not in shown
    assert re.search(r"0810.?0000|\+62|810 0000", shown) is None
    for row in body:
        assert row[header.index("Nama")] not in shown
        assert row[header.index("Email Address")] not in shown


def test_the_screen_shows_a_few_and_says_how_many_more(capsys):
    run(["score", str(TW3), "--detail"])
    out = capsys.readouterr().out

    assert "Saran dan masukan (13 tulisan)" in out
    assert "Kursi di ruang tunggu ditambah, terutama hari Senin. (3×)" in out
    assert "4 saran lain" in out
    assert "2 data pribadi dihapus" in out


def test_a_respondents_own_name_is_removed_from_another_ones_words(document, tmp_path):
    name = example_rows(3)[1][2]
    first = name.split()[0]

    path = with_comments(tmp_path / "a.xlsx", None, f"Terima kasih {first}", f"salam {name.lower()}")
    shown = document(path)[1]["suggestions"]["shown"]

    assert {one["text"] for one in shown} == {"Terima kasih [dihapus]", "salam [dihapus]"}


def test_markup_and_formulas_are_text_in_the_document_and_on_the_screen(document, capsys, tmp_path):
    texts = ["<script>alert(1)</script> | x", "[bold]tebal[/bold] [31mmerah"]
    path = with_comments(tmp_path / "a.xlsx", *texts)

    _, found = document(path)
    run(["score", str(path), "--detail"])

    assert sorted(one["text"] for one in found["suggestions"]["shown"]) == sorted(texts)
    assert "[bold]tebal[/bold]" in capsys.readouterr().out


def test_a_file_with_errors_shows_no_suggestion(document, tmp_path):
    header, *body = example_rows(3)
    body[0][8] = 9

    code, found = document(write_xlsx(tmp_path / "a.xlsx", [header, *body]))

    assert code == 1
    assert found["suggestions"]["shown"] == []


def test_a_comment_that_excel_took_for_a_formula_is_pointed_out_without_its_text(document, tmp_path):
    code, found = document(with_comments(tmp_path / "a.xlsx", "=tambah kursi"))

    assert code == 0
    assert [(problem["code"], problem["where"]["cell"]) for problem in found["problems"]] == [("J316", "W2")]
    assert "kursi" not in json.dumps(found)
