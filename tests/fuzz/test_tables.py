"""Random survey tables: whatever stands in them, scoring ends with figures that add up or with problems."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from ipak_cli.base.figures import NotScored
from ipak_cli.base.problem import has_errors
from ipak_cli.base.provenance import Tool
from ipak_cli.documents.read import read_survey
from ipak_cli.documents.write import to_json
from ipak_cli.jobs.score import ScoreRequest, score
from ipak_cli.rubric.load import load_rubric
from makers.exports import write_csv, write_xlsx

LOADED = load_rubric("ipak-ipkp")
TEXTS = [item.text for item in LOADED.rubric.items]
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=12)
GOOD = st.sampled_from(["4", "3", "2", "1", 4, 3, 2, 1])
ODD = st.sampled_from(
    ["", " ", "-", "0", "5", "4.0", "4,5", "4 - Sangat baik", "★★★★", "Bintang 3", "Sangat Setuju", "#REF!",
     "NA", "TRUE", "50%", "=1+1", "٤", "4\u200b", 0, 5, 4.5, -1, True, None]
)  # fmt: skip
ANSWER = st.one_of(GOOD, GOOD, GOOD, GOOD, GOOD, GOOD, ODD, WORDS)
TIME = st.one_of(
    st.dates().map(str),
    st.datetimes().map(lambda moment: moment.strftime("%d/%m/%Y %H:%M:%S")),
    st.integers(1, 28).map(lambda day: f"2024/08/{day:02d} 9:12:33 AM GMT+7"),
    st.integers(1, 28).map(lambda day: f"2024/08/{day:02d} 9:12:33 AM GMT+7"),
    st.sampled_from(["45600.5", "", "kemarin", "31/02/2024", "Senin, 5 Agustus 2024 pukul 9.30"]),
)
HEADER = st.one_of(
    st.none(),
    st.sampled_from(
        ["Umur", "Jenis Kelamin", "Saran", "Nama", "Email", "Skor", "---", "U1", "Cap waktu", TEXTS[0]]
    ),
    WORDS,
)
ABOVE = st.lists(
    st.one_of(st.just([]), st.just(["Hasil survei Triwulan III Tahun 2024"]), st.lists(WORDS, max_size=3)),
    max_size=2,
)
BELOW = st.lists(
    st.one_of(
        st.just([]),
        st.just(["Rata-rata", *[3.5] * 14]),
        st.just(["Jumlah", *[40] * 14]),
        st.just([None, "Mengetahui, Kepala Unit"]),
    ),
    max_size=2,
)


@st.composite
def tables(draw):
    """Draw a header of items and other columns, and rows of answers; sometimes an item is lacking."""
    lacking = draw(st.sampled_from([0, 0, 0, 0, 0, 1, 2]))
    others = draw(st.lists(HEADER, max_size=3))
    header = ["Timestamp", *(draw(st.sampled_from(["", "6. "])) + text for text in TEXTS[lacking:]), *others]
    clean = draw(st.booleans())
    answer, time = (GOOD, TIME) if not clean else (GOOD, st.just("2024/08/05 9:12:33 AM GMT+7"))
    answer = answer if clean else ANSWER
    row = st.tuples(time, *[answer] * (14 - lacking), *[WORDS] * len(others)).map(list)
    return header, draw(st.lists(row, min_size=0, max_size=6))


def scored(rows, write=write_csv, **how):
    with TemporaryDirectory() as folder:
        path = write(Path(folder) / f"isi{'.csv' if write is write_csv else '.xlsx'}", rows)
        return score(ScoreRequest((path,), **how), LOADED, Tool("ipak", "0"))


def figures(result):
    """Return all of a result but where it came from and what was said about rows."""
    return replace(result, sources=(), problems=(), decisions=None)


def as_xlsx(path, rows):
    """Write texts as texts: the library would make formulas of those that begin with an equals sign."""
    return write_xlsx(
        path, [[f" {cell}" if str(cell).startswith("=") else cell for cell in row] for row in rows]
    )


def add_up(result):
    if has_errors(result.problems):
        assert isinstance(result.combined.pooled, NotScored)
        assert all(isinstance(item.mean, NotScored) for item in result.items)
        return
    for item in result.items:
        assert sum(item.counts.values()) == item.n
        assert sum(int(value) * count for value, count in item.counts.items()) == item.sum
        assert item.n + item.missing == result.respondents
    assert sum(item.n for item in result.items) == result.answers
    assert sum(item.missing for item in result.items) == result.missing
    assert sum(share.count for share in result.distribution.values()) == result.answers


@settings(max_examples=40, deadline=None)
@given(ABOVE, tables(), BELOW, st.sampled_from([write_csv, as_xlsx]), st.booleans())
def test_a_table_of_anything_ends_with_counts_that_add_up_or_with_problems(
    above, table, below, write, lenient
):
    header, body = table
    rows = [*above, header, *body, *below]

    result = scored(rows, write, lenient=lenient, period=None)

    add_up(result)
    assert read_survey(to_json(result).encode(), "x.json") == result


@settings(max_examples=20, deadline=None)
@given(ABOVE, tables(), st.randoms(use_true_random=False))
def test_the_same_rows_in_another_order_give_the_same_figures(above, table, chance):
    header, body = table
    places = list(range(len(header)))
    chance.shuffle(places)
    shuffled = chance.sample(body, len(body))
    turned = [[row[place] for place in places] for row in (header, *shuffled)]

    before = scored([*above, header, *body], lenient=True)
    after = scored([*above, *turned], lenient=True)

    assert figures(after) == figures(before)
    assert sorted(p.code for p in after.problems) == sorted(p.code for p in before.problems)
