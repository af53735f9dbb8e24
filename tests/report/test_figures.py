"""What no chart can show is said, and what is too much for one chart goes on in the next."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ipak_cli.report import figures
from ipak_cli.report.courses import share_lines
from ipak_cli.report.narrative import no_star_chart
from ipak_cli.report.tables import distribution
from makers.report_material import loaded, material
from makers.rubric_text import altered
from makers.survey_results import survey_result

ITEMS = """\
      - code: B2
        text: Petugas terbuka
        polarity: positive
"""


def of_values(highest):
    """Return the material of a survey on the scale from 1 to a value, each of which was given once."""
    text = altered("  highest: 4\n", f"  highest: {highest}\n")
    text = altered("{value: 4,", f"{{value: {highest},", text)
    text = altered("minimum: 25", "minimum: 5", text)
    return material(survey_result("IV-2024", ((1,) * highest,) * 4, text))


def of_items(count):
    """Return the material of a survey with so many items."""
    more = "".join(
        ITEMS.replace("B2", f"B{n}").replace("terbuka", f"terbuka {n}") for n in range(2, count - 1)
    )
    return material(survey_result("IV-2024", ((0, 1, 3, 6),) * count, altered(ITEMS, more)))


@pytest.mark.parametrize("highest", [4, 5, 10, 11])
def test_shares_are_drawn_up_to_eleven_values(highest):
    found = of_values(highest)
    [figure] = figures.star_shares(found)
    assert len(figure.chart.table.rows) == highest
    assert [*no_star_chart(found)] == []


def test_a_longer_scale_says_that_there_is_no_chart_of_shares_and_where_they_are():
    found = of_values(12)
    assert [*figures.star_shares(found)] == []
    assert " ".join(no_star_chart(found)) == (
        "Gambar bagian setiap nilai tidak dibuat, sebab skalanya mempunyai lebih dari 11 nilai; semua "
        "angkanya ada dalam tabel."
    )
    assert len(distribution(found).columns) == 2 + 12


@pytest.mark.parametrize(
    ("rubric", "word"), [("ipak-ipkp", "Bintang"), ("skm-14-2017", "Nilai"), (None, "Nilai")]
)
def test_a_value_is_called_as_the_rubric_at_hand_says_in_text_table_and_chart(rubric, word):
    found = replace(of_values(4), rubric=loaded(rubric).rubric if rubric else None)
    [figure] = figures.star_shares(found)
    assert figure.chart.table.rows[0][1] == f"{word} 1"
    assert distribution(found).columns[-1].title == f"{word} 1"
    assert share_lines(found)[-1].name == f"Bagian jawaban {word.lower()} 1"


@pytest.mark.parametrize(("count", "parts"), [(4, [4]), (16, [16]), (17, [9, 8]), (40, [14, 14, 12])])
def test_many_items_go_on_in_further_charts(count, parts):
    drawn = [*figures.item_means(of_items(count))]
    assert [len(figure.chart.table.rows) for figure in drawn] == parts
    assert [figure.key for figure in drawn][:2] == ["gambar-butir", "gambar-butir-2"][: len(parts)]
    assert ("(bagian 1 dari" in drawn[0].caption) == (len(parts) > 1)
