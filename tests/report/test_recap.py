"""A report of a recap tells what it holds, shows both ends of what is open, and why the rest is not there."""

import re
from dataclasses import replace
from fractions import Fraction

import pytest

from ipak_cli.catalogue.indonesian import say
from ipak_cli.catalogue.survey import SEVERAL_SUMS_OF_ITEMS
from ipak_cli.report import annexes, item_tables, narrative, tables
from ipak_cli.report.build import build, missing, prose_variables
from ipak_cli.report.courses import index_lines, told
from ipak_cli.report.outline import Figure, Paragraph, ReportTable, sections_of
from ipak_cli.report.recount import survey_differences
from ipak_cli.report.summary import lowest
from ipak_cli.report.trend import trend
from ipak_cli.survey.recap import ItemRecap, Recap, RecapShape
from makers.recaps import recap, recapped
from makers.report_material import loaded, material, rows_of, survey
from makers.reports import html_of, markdown_of

RUBRIC = loaded().rubric
GIVEN = ((0, 1, 9, 30), (1, 2, 7, 30), *((0, 0, 4, 36),) * 12)
COUNTS, SUMS, MEANS, TOTALS = RecapShape
WHOLE = {"indices": [""]}
KINDS = [
    (COUNTS, 40, {}), (COUNTS, None, {}), (SUMS, 40, {}), (MEANS, 40, {}), (TOTALS, 40, {}),
    (TOTALS, None, {}), (TOTALS, 40, WHOLE), (TOTALS, 40, {"indices": ["IPAK"]}),
]  # fmt: skip


def of(shape, respondents=40, given=GIVEN, **options):
    return recapped(recap(given, shape, RUBRIC, respondents=respondents, **options), performance="A")


def of_means(*sums, n=100):
    """Return the result of a recap of means: the sums that the first items can have, 390 for the others."""
    ranges = [*sums, *[range(390, 391)] * (14 - len(sums))]
    items = {item.code: ItemRecap(n, each) for item, each in zip(RUBRIC.items, ranges, strict=True)}
    return recapped(Recap(MEANS, n, items, {}), performance="A")


def blocks(made, kind):
    return [block for section in sections_of(made) for block in section.blocks if isinstance(block, kind)]


def texts(made):
    return " ".join(block.text for block in blocks(made, Paragraph))


@pytest.mark.parametrize(("shape", "respondents", "options"), KINDS)
def test_every_shape_has_a_report_that_says_where_it_comes_from(shape, respondents, options):
    mine = of(shape, respondents, **options)
    given = material(survey(GIVEN, "III-2024"), mine)
    made = build(given)
    markdown, _ = markdown_of(made, prose_variables(given), {})
    html = html_of(made, prose_variables(given), {})

    assert "dihitung dari rekap yang memuat" in markdown
    assert "dihitung dari rekap yang memuat" in html
    assert "Dari rekap itu tidak dapat dihitung: konsistensi internal" in markdown
    assert "Sumbernya rekap, yang tidak memuat saran" in markdown
    assert not re.search(r"\b(None|nan|NaN|NotScored)\b", markdown + html)
    assert "Selain itu ditanyakan" not in markdown
    assert "Ekspor jawaban" not in markdown
    for table in blocks(made, ReportTable):
        assert table.key == "tabel-komponen" or all(map(all, rows_of(table))), table.key


@pytest.mark.parametrize(("shape", "respondents", "options"), KINDS)
def test_a_result_of_a_recap_is_what_its_recap_gives(shape, respondents, options):
    assert [*survey_differences(of(shape, respondents, **options), RUBRIC)] == []


@pytest.mark.parametrize("shape", [COUNTS, SUMS, MEANS, TOTALS])
def test_a_result_that_is_not_what_its_recap_gives_is_found(shape):
    mine = of(shape)
    index = replace(mine.indices["IPAK"], mean=Fraction(4))
    wrong = replace(mine, indices={**mine.indices, "IPAK": index}, missing=3)

    assert [*survey_differences(wrong, RUBRIC)] == ["jumlah jawaban yang tidak diberikan", "nilai indeks"]


def test_items_of_sums_have_no_columns_of_counts_and_a_note_that_says_why():
    table = item_tables.items(material(of(SUMS)))

    assert rows_of(table, 0, 2, 3, 4)[0] == ("I1", "40", "3,73", "4")
    assert [column.title for column in table.columns] == [
        "Butir", "Pertanyaan", "Jawaban", "Rata-rata", "Target",
    ]  # fmt: skip
    assert table.note == "Rekap memuat jumlah nilai setiap pertanyaan, bukan banyaknya setiap jawaban."


def test_means_with_two_ends_are_shown_with_both_and_a_note():
    given = material(of_means(range(361, 364)))
    table = item_tables.items(given)

    assert rows_of(table, 3)[:2] == [("3,61–3,63",), ("3,90",)]
    assert table.note.endswith("Dua angka dengan garis di antaranya adalah batas nilai yang mungkin.")
    # (3.61 + 4 x 3.9) / 5 = 3.842 and (3.63 + 4 x 3.9) / 5 = 3.846, both 3,84 or 3,85.
    assert rows_of(tables.index_values(given), 0, 2)[0] == ("IPAK", "3,84–3,85")
    assert rows_of(annexes.recap(given), 0, 3)[0] == ("I1", "361–363")
    assert rows_of(annexes.recap(given), 3)[-1] == ("5.431–5.433",)


def test_totals_are_repeated_by_index_and_no_item_is_drawn():
    given = material(of(TOTALS))
    table = annexes.recap(given)

    assert [row[0] for row in rows_of(table)] == ["IPAK", "IPKP", "Jumlah"]
    assert rows_of(table)[0][1:] == ("1", "3", "28", "168", "–", "200", "–", "3,82")
    assert rows_of(table)[2][1:7] == ("1", "3", "64", "492", "0", "560")
    assert [figure.key for figure in blocks(build(given), Figure)] == ["gambar-sebaran"]


def test_shares_are_drawn_where_a_period_has_counts():
    alone = build(material(of(SUMS)))
    after = build(material(survey(GIVEN, "III-2024"), of(SUMS)))

    assert "gambar-sebaran" not in [figure.key for figure in blocks(alone, Figure)]
    (drawn,) = [figure for figure in blocks(after, Figure) if figure.key == "gambar-sebaran"]
    assert "TW IV 2024: tidak dirinci" in drawn.chart.description
    assert "Sebaran jawaban Triwulan IV Tahun 2024 belum dinilai: rekap memuat jumlah nilai" in texts(after)


def test_a_recap_of_means_names_no_item_as_the_highest_or_the_lowest():
    (said,) = narrative.extremes(material(of_means(range(361, 364), range(350, 352))))

    which = "rekap tidak menunjukkan butir mana yang paling tinggi atau paling rendah di luar kebetulan"
    assert said == f"Nilai 14 butir terletak antara 3,50 dan 3,90; {which}."
    summary = texts(build(material(of_means(range(361, 364)))))
    assert "di luar kebetulan" in summary
    assert "dengan nilai terendah" not in summary


def test_a_target_between_the_ends_is_neither_reached_nor_missed():
    given = material(of_means(range(389, 392)), settings={"targets": {"default": "3.9"}})
    first, second = given.survey.items[:2]

    assert (given.is_below(first), given.has_reached(first), given.is_open(first)) == (False, False, True)
    assert (given.is_below(second), given.has_reached(second), given.is_open(second)) == (False, True, False)
    assert "Belum pasti apakah butir I1" in " ".join(narrative.targets(given))
    assert "belum pasti mencapai target" in texts(build(given))


def test_a_condition_between_the_ends_says_why_it_is_open():
    given = of_means(*[range(359, 362)] * 14)
    (row,) = [
        row for row in rows_of(tables.conditions("WBK", given.zi.predicates["WBK"])) if row[1] == "15,75"
    ]

    assert row[2:] == (
        "15,71–15,79",
        f"Belum dinilai: {say(SEVERAL_SUMS_OF_ITEMS(items=('I1', 'I2', 'I3', 'I4', 'I5')))}",
    )


def test_a_course_between_two_ends_is_up_down_or_open():
    before = survey(((0, 0, 38, 2),) * 14, "III-2024")  # 3.05
    higher, unsure = of_means(*[range(310, 320)] * 14), of_means(*[range(300, 310)] * 14)

    assert trend([before, higher]).indices["IPAK"].direction is None
    found = trend([before, unsure]).indices["IPAK"]
    assert (found.direction, found.points[1].direction) == (None, None)
    assert found.points[1].change.between == (Fraction("-0.05"), Fraction("0.04"))
    lines = index_lines(material(before, unsure))
    assert (
        told(lines[0]) == "IPAK belum pasti naik atau turun: 3,05 (TW III 2024) dan 3,00–3,09 (TW IV 2024)."
    )
    assert told(index_lines(material(before, higher))[0]).startswith(
        "IPAK: 3,05 (TW III 2024) dan 3,10–3,19 (TW IV 2024); perubahan terakhir tidak diuji: "
    )


def test_a_recap_and_answers_of_other_periods_are_compared():
    found = trend([survey(GIVEN, "III-2024"), of(SUMS)])

    assert found.indices["IPAK"].points[1].change == 0


def test_the_lowest_items_are_sorted_by_their_lower_ends():
    found = lowest(of_means(range(361, 370), range(360, 380), range(362, 363)))

    assert [item.code for item in found] == ["I2", "I1", "I3"]


def test_unknown_respondents_are_told_with_the_way_to_give_them():
    given = material(of(COUNTS, None))
    advice = "rekap tidak menyebut jumlah responden, yang dapat ditulis di rekap itu"

    assert narrative.answers_given(given).startswith(
        "Pada Triwulan IV Tahun 2024 tercatat 560 jawaban; rekap "
    )
    assert advice in dict(rows_of(tables.sample(given.survey)))["Kesimpulan"]
    assert advice in " ".join(missing(given)).lower()


def test_a_satisfaction_survey_between_two_ends_keeps_its_scale_and_its_band():
    skm = loaded("skm-14-2017")
    items = {item.code: ItemRecap(100, range(305, 309)) for item in skm.rubric.items}
    unsure = recapped(Recap(MEANS, 100, items, {}), skm)
    given = material(unsure)

    assert unsure.indices["IKM"].band is None  # 76,25 to 77,00 lies on both sides of 76,61
    assert given.terms.converted
    assert rows_of(tables.index_values(given), 2, 3, 4) == [("3,05–3,08", "76,25–77,00", "–")]
