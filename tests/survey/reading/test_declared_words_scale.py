"""Words of another scale, at the user's end: the same word has another value there."""

import json

import pytest

from ipak_cli.cli.app import run
from makers.exports import write_csv

HEADS = [*(f"U{n}" for n in range(1, 8)), "U8 Penanganan pengaduan", "U9 Sarana dan prasarana"]


@pytest.fixture
def codes(capsys, tmp_path):
    """Score rows of nine equal answers; return the exit code and the codes of the problems."""

    def call(*answers, lenient=False):
        rows = [["Timestamp", *HEADS]]
        rows += [[f"{14 + n}/10/2025 08:00", *[answer] * 9] for n, answer in enumerate(answers)]
        options = ["--lenient"] if lenient else []
        path = write_csv(tmp_path / "a.csv", rows)
        code = run(["score", str(path), "--rubric", "skm-14-2017", "--json", *options])
        found = json.loads(capsys.readouterr().out)
        return code, [problem["code"] for problem in found["problems"]]

    return call


@pytest.mark.parametrize("lenient", [False, True])
@pytest.mark.parametrize(
    "answers", [("SS", "TS", "STS"), ("Setuju", "Tidak Setuju", "sangat tidak setuju"), ("S", "STS")]
)
def test_a_word_below_the_lowest_tells_of_another_scale_and_nothing_is_scored(codes, answers, lenient):
    code, told = codes(*answers, lenient=lenient)
    assert code == 1
    assert "J330" in told


@pytest.mark.parametrize("answers", [("SS", "S", "TS"), ("Setuju", "Tidak Setuju"), ("Puas", "Tidak Puas")])
def test_the_lowest_word_without_the_next_one_is_warned_of(codes, answers):
    assert codes(*answers) == (0, ["J331"])


@pytest.mark.parametrize(
    "answers",
    [
        ("SS", "S", "KS", "TS"),
        ("SS", "S", "KS"),
        ("4", "3", "1"),
        ("Setuju", "Kurang Setuju", "Tidak Setuju"),
    ],
)
def test_the_scale_of_the_rubric_is_not_doubted(codes, answers):
    assert codes(*answers) == (0, [])


def test_an_item_of_the_regulation_has_its_own_words(capsys, tmp_path):
    words = [
        "Tidak Sesuai",
        "Mudah",
        "Cepat",
        "Murah",
        "Sesuai",
        "Kompeten",
        "Sopan dan ramah",
        "Tidak ada",
        "Baik",
    ]
    path = write_csv(tmp_path / "a.csv", [["Timestamp", *HEADS], ["14/10/2025 08:00", *words]])
    assert run(["score", str(path), "--rubric", "skm-14-2017", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["problems"] == []
