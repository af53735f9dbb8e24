"""Another engine derives every formula again, and comes to what is stored and what the report says."""

from fractions import Fraction

import formualizer
import pytest

from ipak_cli.base.figures import NotScored, half_up, short
from ipak_cli.survey.certainty.all_figures import survey_certainty
from ipak_cli.survey.certainty.intervals import Census, ConfidenceInterval, NoInterval
from ipak_cli.workpaper.check import ALL_AGREE
from makers.engines import by_formualizer, changed, differences, stored
from makers.workpapers import PAPERS, different, paper, workbook

EACH = pytest.mark.parametrize("with_answers", [True, False], ids=["answers", "counts"])


@EACH
@pytest.mark.parametrize("name", PAPERS)
def test_formualizer_comes_to_what_is_stored(name, with_answers):
    data = workbook(name, with_answers=with_answers)
    summary = formualizer.recalculate_xlsx_bytes(data)["summary"]
    assert (summary["total_errors"], summary["unknown_functions"]) == (0, [])
    assert differences(stored(data), by_formualizer(data)) == {}


@EACH
@pytest.mark.parametrize("name", PAPERS)
def test_every_figure_agrees(name, with_answers):
    sheets = stored(workbook(name, with_answers=with_answers))
    assert sheets["Cek"]["C4"] == sheets["Baca dulu"]["B4"] == ALL_AGREE
    lines = [row for row in rows_of(sheets["Cek"]) if isinstance(row.get("A"), int)]
    assert len(lines) == sheets["Cek"]["C5"]
    assert {row["G"] for row in lines} == {"COCOK"}


def rows_of(cells):
    """Return a sheet's rows as what their cells hold by column."""
    rows = {}
    for address, value in cells.items():
        letters = address.rstrip("0123456789")
        rows.setdefault(int(address[len(letters) :]), {})[letters] = value
    return [rows[number] for number in sorted(rows)]


def shown(figure):
    return "–" if isinstance(figure, NotScored) else float(half_up(figure))


@pytest.mark.parametrize("name", PAPERS)
def test_every_figure_of_the_result_stands_in_hasil(name):
    survey, rows = paper(name).survey, rows_of(stored(workbook(name))["Hasil"])
    by_first = {}
    for row in rows:
        by_first.setdefault(row.get("A"), []).append([row[key] for key in sorted(row)])
    for code, index in survey.indices.items():
        assert by_first[code][0][1:4] == [index.name, shown(index.mean), shown(index.percent)]
        if survey.zi:
            assert by_first[code][0][4] == shown(index.points)
    for item in survey.items:
        row = by_first[item.code][0]
        assert row[1:3] == [item.text, item.n]
        assert {float(item.sum), shown(item.mean)} <= {each for each in row if not isinstance(each, str)} | {
            "–"
        }
        given = [count for count in item.counts.values() if count]
        assert [count for count in row[3:] if count in given][: len(given)] == given
    totals = {row["B"]: row["C"] for row in rows if row.keys() == {"B", "C"}}
    assert totals["Responden"] == survey.respondents
    assert totals["Jawaban"] == survey.answers
    assert totals["Rata-rata seluruh jawaban"] == shown(survey.combined.pooled)
    assert totals["Tingkat respons (%)"] == shown(survey.sample.response_rate)
    for value, share in survey.distribution.items():
        assert by_first[f"Nilai {short(Fraction(value))}"][0][1:] == [share.count, shown(share.share)]
    groups = [(each.name, group) for each in survey.breakdowns for group in each.rows]
    for title, group in groups:
        found = [row for row in by_first[title] if row[1] == group.name or not isinstance(group.name, str)]
        indices = [shown(figure) for figure in group.indices.values()]
        assert [group.respondents, *indices] in [[row[2], *row[4:]] for row in found]
    for component in survey.zi.components if survey.zi else ():
        for each in (component, *component.parts):
            assert by_first[each.code][0][2:4] == [shown(each.points), float(each.maximum)]


def test_skm_is_told_in_its_own_terms():
    survey = paper("satisfaction").survey
    rows = rows_of(stored(workbook("satisfaction"))["Hasil"])
    index, interval = [row for row in rows if row.get("A") == "IKM"]
    found = survey.indices["IKM"]
    assert index["D"] == shown(found.percent)
    assert index["E"] == f"{found.band.code} ({found.band.name})"
    low, high = survey_certainty(survey, paper("satisfaction").rubric).indices["IKM"].times(25).shown()
    assert (interval["C"], interval["D"]) == (float(low), float(high))
    item = next(row for row in rows if row.get("A") == "U1")
    mean = survey.items[0].mean
    assert [item["J"], item["K"]] == [float(half_up(mean / 9, 3)), float(half_up(mean * 25))]
    published = sum(item.mean for item in survey.items) * Fraction("0.11") * 25
    assert [row["C"] for row in rows if row.get("B") == "IKM dengan bobot laporan terdahulu"] == [
        shown(published)
    ]


def test_the_earlier_periods_are_given_with_the_digests_of_their_sources():
    given, sheets = paper("example"), stored(workbook("example"))
    before = given.history[0].survey
    rows = [row for row in rows_of(sheets["Hitung"]) if row.get("A") in ("TW III 2024", "TW IV 2024")]
    assert [row["L"] for row in rows] == [each.survey.sources[0].sha256 for each in given.history]
    assert rows[0]["C"] == pytest.approx(float(before.indices["IPAK"].mean), abs=1e-12)
    change = given.survey.indices["IPAK"].mean - before.indices["IPAK"].mean
    (shown_row,) = [row for row in rows_of(sheets["Hasil"]) if row.get("A") == "TW IV 2024"]
    assert shown_row["E"] == float(half_up(change))


def interval_of(sheets, code):
    """Return what ``Hasil`` says of an index's or an item's interval: the last row that begins with it."""
    row = [row for row in rows_of(sheets["Hasil"]) if row.get("A") == code][-1]
    return row["C"], row["D"]


@pytest.mark.parametrize("name", PAPERS)
def test_every_interval_stands_in_hasil_as_the_report_tells_it(name):
    given, sheets = paper(name), stored(workbook(name))
    sure = survey_certainty(given.survey, given.rubric)
    told = {**sure.indices, **{item.code: sure.items[item.code] for item in given.survey.items if item.n}}
    for code, found in told.items():
        if code in given.survey.indices and isinstance(given.survey.indices[code].mean, NotScored):
            continue
        if isinstance(found, ConfidenceInterval):
            factor = given.terms.factor
            assert interval_of(sheets, code) == tuple(map(float, found.times(factor).shown()))
        else:
            sign = "sensus" if isinstance(found, Census) else "–"
            assert interval_of(sheets, code) == (sign, sign)


def test_there_are_papers_with_an_interval_without_one_and_with_a_census():
    told = [each for name in PAPERS for each in survey_certainty(paper(name).survey).items.values()]
    assert {ConfidenceInterval, Census, NoInterval} == set(map(type, told))
    assert any(isinstance(each, ConfidenceInterval) and each.answers > 61 for each in told)
    assert any(isinstance(each, ConfidenceInterval) and each.population for each in told)


def test_a_changed_number_of_visitors_moves_the_ends_of_every_interval():
    place = next(
        ("Parameter", f"C{address[1:]}")
        for address, value in stored(workbook("satisfaction"))["Parameter"].items()
        if value == "PENGUNJUNG"
    )
    moved = different(by_formualizer(changed(workbook("satisfaction"), {place: 60})))
    assert {"IKM, selang, batas bawah", "IKM, selang, batas atas"} <= moved
    census = by_formualizer(changed(workbook("satisfaction"), {place: 47}))
    assert interval_of(census, "IKM") == ("sensus", "sensus")
