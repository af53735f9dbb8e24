"""Every exported figure is the result document's, and what has no figure is empty with its reason."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from ipak_cli.base.figures import exact_text, half_up
from ipak_cli.catalogue.indonesian import say
from ipak_cli.catalogue.survey import GROUP_NOT_FILLED
from ipak_cli.documents.read import read_survey
from ipak_cli.export.columns import TABLES
from ipak_cli.export.rows import filled_tables
from ipak_cli.survey.recap import ItemRecap, Recap, RecapShape
from ipak_cli.survey.result import Breakdown, GroupResult
from makers.exported import EXAMPLES
from makers.recaps import recap, recapped
from makers.report_material import ALL_BEST, loaded, material, survey

EXAMPLE = read_survey((EXAMPLES / "hasil" / "III-2024" / "survey.json").read_bytes(), "survey.json")
UNEVEN = ((2, 0, 3, 20), (0, 1, 0, 24), *((1, 1, 1, 22),) * 12)


def rows_of(*materials):
    return {filled.table.name: [*filled.rows] for filled in filled_tables(materials)}


def replaced(result, **changed):
    return replace(result, **changed)


def rounded(figure):
    return Decimal(half_up(figure))


def test_every_table_is_there_with_the_columns_of_the_dictionary_and_no_other():
    tables = filled_tables([material(EXAMPLE)])
    assert [filled.table for filled in tables] == [*TABLES.values()]
    for filled in tables:
        names = [column.name for column in filled.table.columns]
        assert filled.rows
        assert all([*row] and set(row) == set(names) for row in filled.rows)


def test_a_key_is_never_there_twice_and_what_a_row_refers_to_is_there():
    tables = filled_tables([material(EXAMPLE), material(survey(UNEVEN, "I-2023"))])
    rows = {filled.table.name: filled.rows for filled in tables}
    for table in TABLES.values():
        keys = [tuple(row[name] for name in table.key) for row in rows[table.name]]
        assert len(keys) == len({*keys})
        for reference in table.references:
            assert reference.columns == TABLES[reference.table].key
            known = {tuple(row[name] for name in reference.columns) for row in rows[reference.table]}
            assert {tuple(row[name] for name in reference.columns) for row in rows[table.name]} <= known


def test_items_are_those_of_the_result():
    rows = rows_of(material(EXAMPLE, settings={"targets": {"default": "3.875", "items": {"I1": "1/3"}}}))[
        "items"
    ]
    assert len(rows) == len(EXAMPLE.items) == 14
    for item, row in zip(EXAMPLE.items, rows, strict=True):
        assert (row["item"], row["index"], row["element"], row["text"]) == (
            item.code, item.index, item.element, item.text,
        )  # fmt: skip
        assert (row["n"], row["missing"], row["reason"]) == (item.n, item.missing, None)
        assert row["mean"] == rounded(item.mean)
        assert row["mean_exact"] == exact_text(item.mean) == exact_text(Fraction(item.sum, item.n))
    assert rows[0]["target"] == Decimal("0.333333")
    assert rows[1]["target"] == Decimal("3.875")
    assert [row["meets_target"] for row in rows[1:]] == [
        item.mean >= Fraction("3.875") for item in EXAMPLE.items[1:]
    ]


def test_a_target_that_two_decimals_would_seem_to_reach_is_not_reached():
    given = ((0, 0, 1, 249), *((0, 0, 0, 250),) * 13)
    row = rows_of(material(survey(given), settings={"targets": {"default": "4"}}))["items"][0]
    assert (row["mean"], row["target"], row["meets_target"]) == (Decimal("4.00"), Decimal(4), False)


def test_the_distribution_counts_every_answer_of_every_item():
    rows = rows_of(material(EXAMPLE))["distribution"]
    assert [(row["item"], row["answer"], row["count"]) for row in rows] == [
        (item.code, value, count) for item in EXAMPLE.items for value, count in item.counts.items()
    ]
    for row in rows:
        (item,) = (item for item in EXAMPLE.items if item.code == row["item"])
        assert row["share"] == rounded(Fraction(100 * row["count"], item.n))
    for value, share in EXAMPLE.distribution.items():
        assert sum(row["count"] for row in rows if row["answer"] == value) == share.count


def test_indices_and_combined_figures_are_those_of_the_result():
    rows = rows_of(material(EXAMPLE))
    for row, (code, index) in zip(rows["indices"], EXAMPLE.indices.items(), strict=True):
        assert (row["index"], row["name"]) == (code, index.name)
        assert row["value"] == row["mean"] == rounded(index.mean)
        assert row["mean_exact"] == exact_text(index.mean)
        assert (row["percent"], row["points"]) == (rounded(index.percent), rounded(index.points))
        assert (row["band"], row["reason"], row["points_reason"]) == (None, None, None)
    combined = EXAMPLE.combined
    assert [(row["figure"], row["mean"], row["mean_exact"]) for row in rows["combined"]] == [
        ("mean_of_indices", rounded(combined.mean_of_indices), exact_text(combined.mean_of_indices)),
        ("pooled", rounded(combined.pooled), exact_text(combined.pooled)),
    ]


def test_the_survey_of_satisfaction_is_told_in_its_own_terms():
    rows = rows_of(material(survey(((0, 1, 3, 6),) * 9, rubric="skm-14-2017")))
    (index,) = rows["indices"]
    assert (index["mean"], index["value"], index["band"]) == (Decimal("3.50"), Decimal("87.50"), "B")
    assert index["points"] is None
    assert index["points_reason"]
    (period,) = rows["periods"]
    assert (period["value_lowest"], period["value_highest"]) == (Decimal("25.00"), Decimal("100.00"))
    assert rows["combined"] == []
    assert rows["items"][0]["item"] == "U1"


def test_what_nobody_answered_is_empty_with_a_reason_and_never_nought():
    rows = rows_of(material(survey(((0, 0, 0, 0), *ALL_BEST[1:]))))
    item = rows["items"][0]
    assert (item["n"], item["mean"], item["mean_exact"], item["meets_target"]) == (0, None, None, None)
    assert item["reason"]
    shares = [(row["count"], row["share"], bool(row["reason"])) for row in rows["distribution"][:4]]
    assert shares == [(0, None, True)] * 4
    index = rows["indices"][0]
    assert (index["value"], index["mean"], index["percent"], index["points"]) == (None,) * 4
    assert index["reason"]
    assert "I1" in index["reason"]
    assert rows["periods"][0]["response_rate"] is None
    assert rows["periods"][0]["reason"]


def test_groups_are_those_that_the_report_shows():
    rows = rows_of(material(EXAMPLE))["groups"]
    shown = [
        (each.code, group, code)
        for each in EXAMPLE.breakdowns
        for group in each.groups
        for code in EXAMPLE.indices
    ]
    assert len(rows) == len(shown)
    for row, (breakdown, group, code) in zip(rows, shown, strict=True):
        assert (row["breakdown"], row["group"], row["index"]) == (breakdown, group.name, code)
        assert (row["respondents"], row["value"]) == (group.respondents, rounded(group.indices[code]))
        assert row["share"] == rounded(Fraction(100 * group.respondents, EXAMPLE.respondents))


def test_hidden_groups_are_counted_and_too_many_are_not_told_as_nought():
    hidden = Breakdown("usia", "Usia", (), None, 3, 3, 25, GROUP_NOT_FILLED())
    many = Breakdown("desa", "Desa", (), None, 0, 0, 0, GROUP_NOT_FILLED())
    rows = rows_of(material(replaced(survey(UNEVEN), breakdowns=(hidden, many))))["breakdowns"]
    counts = [
        (row["groups_shown"], row["groups_hidden"], row["groups_small"], row["respondents_hidden"])
        for row in rows
    ]
    assert counts == [(0, 3, 3, 25), (0, None, None, None)]
    assert all(row["reason"] for row in rows)


def test_those_who_left_a_question_empty_are_told_from_a_group_of_the_same_name():
    result = survey(UNEVEN)
    indices = {code: index.mean for code, index in result.indices.items()}
    name = say(GROUP_NOT_FILLED())
    groups = (GroupResult(name, 12, indices), GroupResult(GROUP_NOT_FILLED(), 13, indices))
    given = Breakdown("usia", "Usia", groups, None, 0, 0, 0, None)
    rows = rows_of(material(replaced(result, breakdowns=(given,))))["groups"]
    assert [(row["group"], row["answered"]) for row in rows[::2]] == [(name, True), (name, False)]


IPAK = loaded().rubric


def test_of_a_recap_unknown_numbers_are_empty_and_a_figure_with_two_ends_names_them():
    items = {item.code: ItemRecap(100, range(360, 363)) for item in IPAK.items}
    rows = rows_of(material(recapped(Recap(RecapShape.MEANS, None, items, {}))))

    (period,) = rows["periods"]
    assert (period["respondents"], period["missing"], period["answers"]) == (None, None, 1400)
    assert period["reason"].startswith("rekap tidak menyebut jumlah responden")
    index = rows["indices"][0]
    assert (index["mean"], index["mean_exact"]) == (None, None)
    assert index["reason"].startswith("di antara 3,60 dan 3,62: rata-rata I1, I2, I3, I4 dan I5 pada rekap")
    assert index["points_reason"].startswith("di antara 15,75 dan 15,84: ")
    item = rows["items"][0]
    assert (item["n"], item["missing"], item["mean"], item["meets_target"]) == (100, None, None, False)
    assert rows["distribution"][0] == {
        "period": "IV-2024", "item": "I1", "answer": "1", "count": None, "share": None,
        "reason": "rekap memuat rata-rata setiap pertanyaan, bukan banyaknya setiap jawaban",
    }  # fmt: skip
    assert rows["groups"] == []


def test_two_ends_that_are_rounded_alike_are_one_number():
    items = {item.code: ItemRecap(1000, range(3901, 3904)) for item in IPAK.items}
    row = rows_of(material(recapped(Recap(RecapShape.MEANS, 1000, items, {}))))["items"][0]

    assert (row["mean"], row["mean_exact"], row["reason"]) == (Decimal("3.90"), None, None)


def test_counts_of_a_recap_are_exported_as_those_of_answers():
    given = ((0, 1, 9, 30),) * 14
    told = recapped(recap(given, RecapShape.COUNTS, IPAK, respondents=40))
    rows, raw = rows_of(material(told)), rows_of(material(survey(given)))

    for table in ("periods", "indices", "combined", "items", "distribution"):
        assert rows[table] == raw[table]
