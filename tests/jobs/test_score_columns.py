"""Which columns a score used, which it asks about, and what it says of the others."""

import pytest

from ipak_cli.base.period import Period
from ipak_cli.base.provenance import Tool
from ipak_cli.catalogue.indonesian import message_of, say
from ipak_cli.catalogue.survey import SMALL_GROUPS_AND_OTHERS
from ipak_cli.jobs.score import ScoreRequest, score
from ipak_cli.rubric.load import load_rubric
from makers.exports import write_csv

SKM = load_rubric("skm-14-2017")
CODES = [item.code for item in SKM.rubric.items]
NAMED = [f"{item.code} {item.text}" for item in SKM.rubric.items]
ANSWERS = [[1 + (person * 3 + item * item) % 4 for item in range(9)] for person in range(12)]


def scored(tmp_path, rows, **how):
    path = write_csv(tmp_path / "jawaban.csv", rows)
    return score(ScoreRequest((path,), period=Period.quarter(2025, 4), **how), SKM, Tool("ipak", "0"))


def beside(header, cells):
    """Give responses with a column to the right of the items."""
    body = [[n, *row, cell] for n, (row, cell) in enumerate(zip(ANSWERS, cells, strict=True), start=1)]
    return [["No", *NAMED, header], *body]


def found(result, code):
    return [(problem.where.cell, message_of(problem)) for problem in result.problems if problem.code == code]


FURTHER = {
    "U10": [1] * 12,
    "U10 Transparansi": ["Sangat transparan", "Kurang transparan"] * 6,
    "Unsur 10": [3] * 12,
}


@pytest.mark.parametrize("header", FURTHER)
def test_a_further_element_is_an_error_that_names_its_cell(tmp_path, header):
    result = scored(tmp_path, beside(header, FURTHER[header]))

    ((cell, message),) = found(result, "K215")
    assert (cell, f"K1 “{header or 'tanpa judul'}”" in message) == ("K1", True)
    assert result.respondents is None


ALIKE = {
    "Transparansi": [1, 2, 4] * 4,
    "": [1, 2, 4] * 4,
    "Secara umum": ["Puas", "Sangat Puas"] * 6,
    "Apakah Anda akan kembali?": [4, 3] * 6,
    "Media informasi": [1, 2, 3] * 4,
}


@pytest.mark.parametrize("header", ALIKE)
def test_a_column_of_answers_that_may_be_a_profile_is_a_warning_that_names_it(tmp_path, header):
    result = scored(tmp_path, beside(header, ALIKE[header]))

    ((cell, message),) = found(result, "K218")
    assert (cell, f"K1 “{header or 'tanpa judul'}”" in message) == ("K1", True)
    assert (result.respondents, found(result, "K215")) == (12, [])


def test_a_question_among_questions_is_a_further_element(tmp_path):
    rows = beside("Bagaimana keamanan di sekitar kantor?", [4, 3] * 6)
    rows[0][1:10] = [
        next(name for name in item.aliases if name.startswith("Bagaimana")) for item in SKM.rubric.items
    ]

    assert [cell for cell, _ in found(scored(tmp_path, rows), "K215")] == ["K1"]


UNUSED = {
    "Pend": [1, 2, 3, 4] * 3,
    "RT": [1, 2] * 6,
    "Alasan": ["Baik", "Puas"] * 6,
    "Jumlah": [sum(row) for row in ANSWERS],
    "Rata-rata": [round(sum(row) / 9, 2) for row in ANSWERS],
    "": [round(sum(row) / 9) for row in ANSWERS],
    "Kategori": ["Baik"] * 12,
    "Kelas umur": [1, 2, 3, 4] * 3,
    "Shift": [1, 2, 3] * 4,
    "Loket": [1] * 12,
    "U10": [None] * 12,
    "Antrean": [17 + n for n in range(12)],
}


@pytest.mark.parametrize("header", UNUSED)
def test_another_column_is_listed_once(tmp_path, header):
    result = scored(tmp_path, beside(header, UNUSED[header]))

    assert result.respondents == 12
    assert [(each.cell, each.header) for each in result.sources[0].unused] == [("K1", header)]


def test_the_items_of_another_shipped_rubric_in_the_same_form_are_only_listed(tmp_path):
    sentence = load_rubric("ipak-ipkp").rubric.items[0].text

    result = scored(tmp_path, beside(sentence, [4, 3] * 6))

    assert (result.respondents, len(result.sources[0].unused)) == (12, 1)


def test_a_header_like_personal_data_is_not_listed(tmp_path):
    result = scored(tmp_path, beside("sari@contoh.id 081398765432", [None] * 12))

    assert result.sources[0].unused[0].header is None


def test_bare_codes_that_forms_swap_are_a_warning_with_both_meanings(tmp_path):
    result = scored(tmp_path, [CODES, *ANSWERS])

    ((cell, message),) = found(result, "K216")
    assert cell == "H1"
    assert "H1 Penanganan pengaduan, saran, dan masukan; I1 Sarana dan prasarana, tetapi" in message
    assert result.respondents == 12


def test_named_elements_are_no_warning_and_a_code_beside_a_name_is_what_is_left(tmp_path):
    for heads in (NAMED, [*CODES[:7], "U8 Sarana dan prasarana", "U9"], [*CODES[:8], "U9 Sarana prasarana"]):
        rows = [heads, *([*row[:7], 1, 4] for row in ANSWERS)]

        result = scored(tmp_path, rows)

        means = {item.code: item.mean for item in result.items}
        assert found(result, "K216") == []
        assert (means["U8"], means["U9"]) == ((4, 1) if heads[8] == "U9" else (1, 4))


def test_the_words_of_the_answers_tell_what_a_bare_code_asks(tmp_path):
    words = ["Dikelola dengan baik", "Ada tetapi tidak berfungsi"] * 6
    straight = [CODES, *([*row[:7], word, 3] for row, word in zip(ANSWERS, words, strict=True))]
    turned = [CODES, *([*row[:7], 3, word] for row, word in zip(ANSWERS, words, strict=True))]

    first, second = scored(tmp_path, straight), scored(tmp_path, turned)

    assert [item.mean for item in first.items] == [item.mean for item in second.items]
    assert [problem.code for problem in first.problems if problem.code in {"K216", "K217"}] == []
    assert [problem.code for problem in second.problems if problem.code in {"K216", "K217"}] == ["K217"]


def test_doubtful_rows_are_one_error_that_names_them_even_if_lenient(tmp_path):
    rows = [["No", *NAMED], *([n, *row] for n, row in enumerate(ANSWERS, start=1))]
    rows += [["Zona hijau", *[3] * 9], ["Zona merah", *[1] * 9]]

    result = scored(tmp_path, rows, lenient=True)

    ((cell, message),) = found(result, "K214")
    assert (cell, "baris 14–15" in message, result.respondents) == ("A14", True, None)


def test_what_summaries_call_themselves_is_listed(tmp_path):
    rows = [["No", *NAMED], *([n, *row] for n, row in enumerate(ANSWERS, start=1))]
    rows += [["Peringkat", *[3] * 9], ["Mutu per unsur", *["Baik"] * 9]]

    (note,) = scored(tmp_path, rows).sources[0].left_out

    assert (note.code, say(note.why), note.rows) == (
        "summary",
        "baris ringkasan: “Peringkat”, “Mutu per unsur”",
        "14–15",
    )


def test_nobody_comes_again_by_a_placeholder(tmp_path):
    phones = ["NULL", "-", "anonim", "0", "tidak ada", "081398765432"] * 2
    rows = [["No HP", *NAMED], *([phone, *row] for phone, row in zip(phones, ANSWERS, strict=True))]

    (same,) = [look for look in scored(tmp_path, rows).quality if look.code == "same_person"]

    assert same.count == 1


def test_a_group_that_hides_a_small_one_is_not_called_small(tmp_path):
    rows = [["L/P", *NAMED], *(["P" if n else "L", *row] for n, row in enumerate((*ANSWERS, *ANSWERS)))]

    (group,) = scored(tmp_path, rows).breakdowns

    assert (group.hidden_groups, group.small_groups, group.hidden_respondents) == (2, 1, 24)
    assert (group.groups, group.gathered) == ((), None)
    assert group.reason == SMALL_GROUPS_AND_OTHERS(small=1, smallest=5, others=1)
