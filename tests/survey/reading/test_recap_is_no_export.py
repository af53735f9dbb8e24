"""Tables of answers are never taken for a recap, however small they are and whatever stands below them."""

from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipak_cli.rubric.load import load_rubric
from ipak_cli.survey.reading.recap_read import find_recap
from ipak_cli.tables.open import open_any
from ipak_cli.tables.workbook import PieceSheet, Workbook
from makers.corpus import HEADERS, RIGHT, TIMES, WRONG, answering
from makers.corpus_formats import FORMATS
from makers.exports import EXAMPLES, example_rows, item_columns
from makers.long_tables import melted
from makers.sheets import pieces

RUBRICS = {name: load_rubric(name).rubric for name in ("ipak-ipkp", "skm-14-2017")}
IPAK = RUBRICS["ipak-ipkp"]


def workbook(*sheets):
    """Return rows as the sheets of a workbook in memory."""
    made = (
        PieceSheet("isi.xlsx", f"Lembar {n}", lambda size, rows=rows: pieces(rows, size))
        for n, rows in enumerate(sheets, 1)
    )
    return Workbook("isi.xlsx", "0" * 64, tuple(made))


def is_recap(*sheets, rubric="ipak-ipkp"):
    return find_recap(workbook(*sheets), RUBRICS[rubric]) is not None


ANSWERS = {
    "numbers": (1, 2, 3, 4),
    "texts": ("1", "2", "3", "4"),
    "words": ("Tidak Baik", "Kurang Baik", "Baik", "Sangat Baik"),
    "stars": ("★", "★★", "★★★", "★★★★"),
    "stars in words": ("Bintang 1", "Bintang 2", "Bintang 3", "Bintang 4"),
    "scores": ("Skor 1", "Skor 2", "Skor 3", "Skor 4"),
}
LABELS = st.sampled_from(
    [
        "No",
        "Nama",
        "Responden",
        "Nilai",
        "Skor",
        "Bintang",
        "Jenis layanan",
        "Kesan umum",
        "Jumlah",
        "Unsur",
        None,
    ]
)
FOOTERS = st.lists(
    st.sampled_from(
        ["Jumlah", "Jumlah nilai", "Rata-rata", "NRR", "NRR tertimbang", "n", "Jumlah responden", "IKM",
         "Mutu", "Bintang 4", "Sangat Baik", "Persentase", "Min", "Maks"]
    ),
    max_size=5, unique=True,
)  # fmt: skip
TITLES = st.lists(
    st.sampled_from(
        [
            ["REKAP SURVEI TRIWULAN III 2024"],
            ["Jumlah responden", 4],
            ["n = 4"],
            [],
            ["IPAK", "IPKP"],
            ["Bintang"],
        ]
    ),
    max_size=3,
)


@dataclass(frozen=True)
class Label:
    """What stands ahead of a response: a number, a name, an answer to something general, or nothing."""

    head: str | None
    cells: tuple[object, ...]


@st.composite
def labels(draw, people):
    """Draw the first column: its head and a cell for each respondent."""
    head = draw(LABELS)
    kind = draw(st.sampled_from(["numbers", "names", "answers", "times", "blank"]))
    words = draw(st.sampled_from([*ANSWERS.values()]))
    cells = {
        "numbers": [*range(1, people + 1)],
        "names": [f"Pengunjung {n}" for n in range(people)],
        "answers": draw(st.permutations(words)) * people,
        "times": [datetime(2024, 8, 1, 9, n) for n in range(people)],  # noqa: DTZ001 (a cell's)
        "blank": [None] * people,
    }[kind]
    return Label(head, tuple(cells[:people]))


@st.composite
def exports(draw):
    """Draw a table of answers: titles, heads by sentence or code, few respondents, footers of any kind."""
    name = draw(st.sampled_from([*RUBRICS]))
    rubric = RUBRICS[name]
    people = draw(st.integers(1, 9))
    coded = draw(st.booleans())
    heads = [item.code if coded else item.text for item in rubric.items]
    words = draw(st.sampled_from([*ANSWERS.values()]))
    label = draw(labels(people))
    body = [
        [cell, *draw(st.lists(st.sampled_from(words), min_size=len(heads), max_size=len(heads)))]
        for cell in label.cells
    ]
    numbers = [[words.index(cell) + 1 for cell in row[1:]] for row in body]
    sums = [sum(column) for column in zip(*numbers, strict=True)]
    figures = {
        "Jumlah": sums,
        "Jumlah nilai": sums,
        "n": [people] * len(sums),
        "Jumlah responden": [people] * len(sums),
    }
    footers = [[name, *figures.get(name, [total / people for total in sums])] for name in draw(FOOTERS)]
    across = draw(st.lists(st.sampled_from(["Jumlah", "Rata-rata", "Nilai"]), max_size=2, unique=True))
    beside = [[sum(row), sum(row) / len(row)][: len(across)] for row in numbers]
    gap = draw(st.sampled_from([[], [[]]]))
    rows = [
        [label.head, *heads, *across],
        *([*row, *more] for row, more in zip(body, beside, strict=True)),
        *gap,
        *footers,
    ]
    return name, draw(TITLES), rows


def turned(rows):
    return [list(column) for column in zip_longest(*rows)]


@settings(max_examples=150, deadline=None)
@given(exports())
def test_a_table_of_answers_is_no_recap(drawn):
    rubric, titles, rows = drawn
    assert not is_recap([*titles, *rows], rubric=rubric)


@settings(max_examples=100, deadline=None)
@given(exports())
def test_a_table_of_answers_with_rows_and_columns_exchanged_is_no_recap(drawn):
    rubric, titles, rows = drawn
    assert not is_recap([*titles, *turned(rows)], rubric=rubric)


@settings(max_examples=100, deadline=None)
@given(exports(), st.booleans())
def test_a_table_of_one_answer_a_row_is_no_recap(drawn, shuffled):
    rubric, titles, rows = drawn
    asked = range(1, len(RUBRICS[rubric].items) + 1)
    width = len(RUBRICS[rubric].items) + 1
    long = melted([row[:width] for row in rows if len(row) >= width], asked, shuffled=shuffled)
    assert not is_recap([*titles, *long], rubric=rubric)


@settings(max_examples=50, deadline=None)
@given(exports())
def test_a_recap_beside_the_answers_does_not_hide_them(drawn):
    rubric, titles, rows = drawn
    recap = [
        ["Unsur", "Jumlah responden", "Jumlah nilai"],
        *([item.text, 41, 160] for item in RUBRICS[rubric].items),
    ]
    assert is_recap(recap, rubric=rubric)
    if any(len(row) > 1 and row[1] for row in rows[1:]):
        assert not is_recap(recap, [*titles, *rows], rubric=rubric)


@pytest.mark.parametrize("period", [1, 2, 3, 4])
def test_the_examples_are_no_recaps(period):
    rows = example_rows(period)
    assert not is_recap(rows)
    assert not is_recap(melted(rows, item_columns(rows[0])))
    assert find_recap(open_any(EXAMPLES / f"ipak-ipkp-2024-tw{period}.xlsx"), IPAK) is None


KINDS = {
    **{
        name: (kind.file, kind.content)
        for name, kind in (HEADERS | TIMES | FORMATS).items()
        if not kind.codes
    },
    **{f"answer {name}": ("isi.xlsx", answering(cell)) for name, cell in RIGHT.items()},
    **{f"answer {name}": ("isi.xlsx", answering(cell)) for name, (cell, _) in WRONG.items()},
}


@pytest.mark.parametrize("name", KINDS)
def test_no_table_of_the_corpus_is_a_recap(tmp_path, name):
    file, content = KINDS[name]
    path = tmp_path / file
    path.write_bytes(content())
    assert find_recap(open_any(path), IPAK) is None
