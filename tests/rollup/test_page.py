"""The page of many units: every figure of the roll-up, nothing from elsewhere, gaps never joined."""

import base64
import hashlib
import re
from dataclasses import replace
from fractions import Fraction

import pytest
from lxml import html

from ipak_cli.base.figures import NotScored, decimal, figure, grouped_int
from ipak_cli.catalogue.indonesian import say
from ipak_cli.rollup.conversion import converted
from ipak_cli.rollup.page import page
from ipak_cli.rollup.result import CellState, ChangeWord, IndexCell
from ipak_cli.rollup.unit_rows import highest_values, trend_of
from ipak_cli.rollup.words import STATES
from makers.rollups import NEW, OLD, REGIONS, SCALES, rollup_of

GIVEN = rollup_of(40)
SHOWN = converted(GIVEN)
DOCUMENT = html.document_fromstring(page(GIVEN))
ROWS = DOCUMENT.xpath("//table[@id='unit']/tbody/tr")
VIEWS = ["IPAK", "IPKP", "Responden", "Syarat predikat"]


def test_it_fetches_nothing_and_runs_only_its_own_script():
    policy = DOCUMENT.xpath("string(//meta[@http-equiv]/@content)")
    own = [*DOCUMENT.xpath("//style/text()"), *DOCUMENT.xpath("//script/text()")]
    digests = [base64.b64encode(hashlib.sha256(each.encode()).digest()).decode() for each in own]
    assert policy.startswith("default-src 'none'; ")
    assert re.findall(r"sha256-([^']+)'", policy) == digests
    assert "unsafe" not in policy
    assert DOCUMENT.xpath("//@style | //@src | //@onclick | //@onload") == []
    assert {*DOCUMENT.xpath("//@href")} == {"data:,", "#daftar"}
    assert [each for each in own if re.search(r"url\(|@import|https?:|fetch\(|XMLHttp", each)] == []


def test_every_unit_has_its_row_with_its_name_parent_and_region():
    names = [row.xpath("string(th/text()[1])") for row in ROWS]
    assert names == [unit.name for unit in GIVEN.units]
    about = [row.xpath("string(th/span)") for row in ROWS]
    assert about == [f"{unit.unit} · {unit.parent} · {unit.region}" for unit in GIVEN.units]


def cells_of(row):
    """Return the cells of the periods: behind name, change and trend."""
    return row.xpath("td")[2:-1]


@pytest.mark.parametrize(("view", "code"), [(0, "IPAK"), (1, "IPKP")])
def test_every_index_of_every_unit_and_period_is_there_as_it_is_rounded(view, code):
    seen = 0
    for unit, row in zip(SHOWN.units, ROWS, strict=True):
        for cell, shown in zip(unit.surveys, cells_of(row), strict=True):
            if cell.state is CellState.SCORED:
                index = cell.indices[code]
                text = shown.xpath("b")[view].text_content()
                assert text.split(" ")[0] == figure(index.mean)
                assert (index.band or "") in [*text.split(" ")[1:], ""]
                word = index.change.word if index.change else None
                assert ("▲" in text, "▼" in text) == (word == "risen", word == "fallen")
                seen += 1
    assert seen > 250


def test_every_number_of_respondents_and_every_predicate_is_there():
    words = {True: "ya", False: "belum", None: "belum dinilai"}
    for unit, row in zip(GIVEN.units, ROWS, strict=True):
        for cell, shown in zip(unit.surveys, cells_of(row), strict=True):
            if cell.state is CellState.SCORED:
                people, predicates = (each.text_content() for each in shown.xpath("b")[2:])
                assert people == grouped_int(cell.respondents) + ("" if cell.adequate else " (kurang)")
                assert predicates == " · ".join(f"{n} {words[met]}" for n, met in cell.predicates.items())


def test_a_period_without_figure_says_in_words_which_and_why_and_has_no_figure():
    reasons = [each.text_content() for each in DOCUMENT.xpath("//ol[@aria-labelledby='h-alasan']/li")]
    seen = set()
    for unit, row in zip(GIVEN.units, ROWS, strict=True):
        for cell, shown in zip(unit.surveys, cells_of(row), strict=True):
            if cell.state is not CellState.SCORED:
                text = shown.text_content()
                assert STATES[cell.state] in text
                assert re.search(r"\d,\d", text) is None
                note = re.search(r"\[(\d+)\]", text)
                assert (note is not None) == (cell.reason is not None)
                if note:
                    assert reasons[int(note[1]) - 1] == say(cell.reason)
                seen.add(cell.state)
    assert seen == {CellState.MISSING, CellState.FAULTY, CellState.SMALL}


def test_the_change_of_the_latest_period_is_said_in_words():
    words = {"risen": "▲ naik", "fallen": "▼ turun", "unsure": "belum dapat dibedakan"}
    for unit, row in zip(SHOWN.units, ROWS, strict=True):
        shown = row.xpath("td")[0].xpath("b")[0].text_content()
        index = unit.surveys[-1].indices.get("IPAK")
        if index is None or index.change is None:
            assert shown == "–"
        else:
            assert shown.startswith(words[index.change.word])
            size = decimal(abs(index.change.size))
            assert (size if size != "0,00" else "0,01") in shown
            sign = "−" if index.change.size < 0 else "+" if index.change.size > 0 else ""
            assert set(shown) & {"+", "−"} == {sign for _ in sign if index.change.word is ChangeWord.UNSURE}


def test_every_self_assessment_is_there():
    for unit, row in zip(GIVEN.units, ROWS, strict=True):
        shown = row.xpath("td")[-1].text_content()
        for cell in unit.pekppp:
            assert f"{cell.period}: {cell.category}, F-02 {figure(cell.f02)}, IPP {figure(cell.ipp)}" in shown
        assert shown == "–" or unit.pekppp


def table(label):
    [found] = DOCUMENT.xpath(f"//table[starts-with(caption, '{label}')]")
    return [[each.text_content() for each in row.xpath("th|td")] for row in found.xpath("tbody/tr")]


def index_row(total, code, name):
    index = total.indices[code]
    return [
        name, code, grouped_int(total.respondents), grouped_int(index.units), figure(index.mean_of_units),
        figure(index.pooled), grouped_int(index.answers), figure(index.lowest), figure(index.median),
        figure(index.highest), *map(grouped_int, (index.risen, index.fallen, index.unsure)),
    ]  # fmt: skip


def test_the_totals_of_all_units_are_there_both_ways_each_beside_its_rubric():
    letters = {OLD: "R1", NEW: "R2"}
    expected = [
        index_row(total, code, f"{total.period} {letters[total.rubric]}")
        for total in SHOWN.totals
        if total.group is None
        for code in ("IPAK", "IPKP")
    ]
    assert table("Semua unit: indeks") == expected
    heads = DOCUMENT.xpath("//table[caption='Semua unit: indeks']/thead//th/text()")
    assert {"rata-rata unit", "seluruh jawaban digabung"} <= {*heads}


def test_the_totals_of_a_group_are_there_and_a_hidden_one_has_no_figure():
    rows = table("Menurut wilayah, II-2023")
    shown = [total for total in SHOWN.totals if total.group and total.period == "II-2023"]
    expected = []
    for total in shown:
        if total.hidden:
            expected.append([f"{total.group} R1", *["–"] * 12])
        else:
            expected += [index_row(total, code, f"{total.group} R1") for code in ("IPAK", "IPKP")]
    assert rows == expected
    assert [total.group for total in shown if total.hidden] == [REGIONS[2]]
    [hidden] = [say(total.hidden) for total in shown if total.hidden]
    assert f"Tanpa angka: {hidden}." in DOCUMENT.text_content()


def test_completeness_counts_the_units_of_each_state_in_each_period():
    for place, row in enumerate(table("Semua unit: kelengkapan")):
        states = [unit.surveys[place].state for unit in GIVEN.units]
        assert row == [GIVEN.periods[place], *(str(states.count(state)) for state in STATES)]


def test_what_the_answers_bands_predicates_and_categories_were_is_there():
    rows = table("Semua unit: sebaran")
    first = GIVEN.totals[0]
    assert first.group is None
    answers = " · ".join(f"{value}: {grouped_int(n)}" for value, n in sorted(first.distribution.items()))
    bands = " · ".join(f"{band}: {n}" for band, n in sorted(first.bands["IPKP"].items()))
    assert ["I-2023 R1", "Jawaban", answers] in rows
    assert ["I-2023 R1", "Mutu IPKP, unit", bands] in rows
    assert any(row[1] == "WBK, unit" and "belum dinilai: " in row[2] for row in rows)
    assert any(row[1].startswith("Kategori PEKPPP (F-02 rata-rata unit ") for row in rows)


def test_every_problem_is_there_with_its_code_place_and_what_to_do():
    rows = DOCUMENT.xpath("//section[@aria-labelledby='h-masalah']//tbody/tr")
    assert [row.xpath("string(td[2])") for row in rows] == ["B706", "B708"]
    assert rows[1].xpath("string(td[3])") == "unit-003/hasil/IV-2024/survey.json"
    assert all(row.xpath("string(td[5])") for row in rows)


def pieces(path):
    return [each for each in re.split("(?=M)", path) if each]


def test_a_trend_has_a_piece_for_each_run_of_periods_and_is_never_joined_over_a_gap_or_another_rubric():
    seen = 0
    for unit in GIVEN.units:
        trend = trend_of(unit, "IPAK", SCALES)
        runs, before = [], None
        for place, cell in enumerate(unit.surveys):
            if cell.state is CellState.SCORED:
                if before == (place - 1, cell.rubric):
                    runs[-1].append(place)
                else:
                    runs.append([place])
                before = (place, cell.rubric)
        drawn = [[int(x) for x in re.findall(r"[ML](\d+) ", piece)] for piece in pieces(trend.path)]
        assert drawn == [[4 + 12 * place for place in run] for run in runs]
        assert ["h0" in piece for piece in pieces(trend.path)] == [len(run) == 1 for run in runs]
        seen += len(runs) > 2
    assert seen > 5


def test_a_trend_says_the_same_in_words_and_a_unit_without_figures_has_none():
    unit = next(unit for unit in GIVEN.units if all(cell.state == "scored" for cell in unit.surveys))
    first, last = (decimal(cell.indices["IPAK"].mean) for cell in (unit.surveys[0], unit.surveys[-1]))
    words = f"IPAK {first} pada I-2023, {last} pada IV-2024; 8 dari 8 periode"
    assert trend_of(unit, "IPAK", SCALES).words == words
    assert words in DOCUMENT.xpath("//svg/@aria-label")
    without = replace(unit, surveys=tuple(replace(cell, indices={}) for cell in unit.surveys))
    assert trend_of(without, "IPAK", SCALES) is None


def test_heights_of_a_trend_are_parts_of_each_rubrics_own_scale():
    unit = GIVEN.units[0]
    halves = [
        replace(unit.surveys[0], rubric=rubric, state=CellState.SCORED, indices={"IPAK": cell(mean)})
        for rubric, mean in ((OLD, 2), (NEW, Fraction(5, 2)))
    ]
    both = replace(unit, surveys=(*halves,))
    heights = re.findall(r"M\d+ (\S+?)h0", trend_of(both, "IPAK", {OLD.digest: 4, NEW.digest: 5}).path)
    assert heights == ["10", "10"]


def test_a_small_change_of_a_converted_value_looks_small():
    unit = GIVEN.units[0]
    cells = [
        replace(unit.surveys[0], rubric=NEW, state=CellState.SCORED, indices={"IPKP": cell(mean)})
        for mean in (Fraction(80), Fraction(81))
    ]
    highest = highest_values(SHOWN)["IPKP"]
    path = trend_of(replace(unit, surveys=(*cells,)), "IPKP", highest).path
    first, second = (float(height) for height in re.findall(r"[ML]\d+ ([\d.]+)", path))
    assert 0 < first - second < 2


def cell(mean):
    return IndexCell(Fraction(mean), Fraction(0), None, None, None, None)


def test_a_figure_that_is_not_known_shows_its_ends_and_the_number_of_its_reason():
    texts = [each.text_content() for each in DOCUMENT.xpath("//table[@id='unit']//td/b")]
    unknown = [
        cell.indices["IPKP"].mean
        for unit in SHOWN.units
        for cell in unit.surveys
        if cell.state == "scored" and isinstance(cell.indices["IPKP"].mean, NotScored)
    ]
    assert unknown
    for each in unknown:
        assert any(re.fullmatch(rf"{figure(each)} \[\d+\]", text) for text in texts)


def test_two_rubrics_in_one_period_stand_at_each_figure_and_not_in_the_head():
    cells = (*GIVEN.units[0].surveys[:-1], replace(GIVEN.units[0].surveys[2], period="IV-2024", rubric=OLD))
    total = next(each for each in GIVEN.totals if each.period == "IV-2024" and each.group is None)
    given = replace(
        GIVEN,
        units=(replace(GIVEN.units[0], surveys=cells), *GIVEN.units[1:]),
        totals=(*GIVEN.totals, replace(total, rubric=OLD)),
    )
    document = html.document_fromstring(page(given))
    heads = document.xpath("//table[@id='unit']/thead//th/text()")
    assert heads[-2:] == ["IV-2024", "PEKPPP"]
    first, second = document.xpath("//table[@id='unit']/tbody/tr")[:2]
    assert first.xpath("td")[-2].xpath("b")[0].text_content().endswith(" R1")
    assert second.xpath("td")[-2].xpath("b")[0].text_content().endswith(" R2")


def test_a_hostile_name_stays_a_text():
    name = "<script>alert(1)</script> {{ 7*7 }}\u202e"
    text = page(replace(GIVEN, units=(replace(GIVEN.units[0], name=name),)))
    assert '<th scope="row">&lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }}<span>' in text


def test_a_roll_up_of_nothing_is_a_page_too():
    empty = replace(GIVEN, periods=(), units=(), totals=(), pekppp=(), problems=())
    assert "Belum ada satu pun hasil survei." in page(empty)


def test_the_same_roll_up_gives_the_same_page():
    assert page(rollup_of(12)) == page(rollup_of(12))
