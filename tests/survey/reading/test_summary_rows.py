"""Rows below the answers: summaries are left out, doubtful rows asked about, honest rows stay."""

import pytest

from ipak_cli.rubric.load import load_rubric
from ipak_cli.survey.reading.row_looks import SummaryLikeness, label_of
from ipak_cli.survey.reading.summary_rows import RowDoubt, Skip
from makers.sheets import collected

SKM = load_rubric("skm-14-2017").rubric
CODES = [item.code for item in SKM.items]
ANSWERS = [[1 + (person * 3 + item * item) % 4 for item in range(9)] for person in range(6)]
NAMES = ["Sari", "Budi", "Wati", "Joko", "Rina", "Hadi"]
MEANS = [sum(answers) / 6 for answers in zip(*ANSWERS, strict=True)]


def numbered(*footers, beside=()):
    """Give six responses with running numbers, and rows below them."""
    body = [[n, *beside, *answers] for n, answers in enumerate(ANSWERS, start=1)]
    return [["No", *["Layanan"] * len(beside), *CODES], *body, *footers]


def named(*footers, profile=()):
    """Give six responses with names, and rows below them."""
    body = [[name, *profile, *answers] for name, answers in zip(NAMES, ANSWERS, strict=True)]
    return [["Nama", *["L/P"] * len(profile), *CODES], *body, *footers]


def outcome(rows, **how):
    """Return the number of responses, and the rows of each reason."""
    found = collected(rows, SKM, **how)
    reasons = {why: found.skipped_rows(why).spans() for why in (*Skip, *RowDoubt)}
    return sum(found.responses.values()), {why: spans for why, spans in reasons.items() if spans}


FOOTERS = {
    "Peringkat": [3, 2, 1, 4, 3, 2, 1, 4, 4],
    "Jml": [14, 15, 16, 14, 15, 16, 14, 15, 16],
    "Rata2": MEANS,
    "Mutu per unsur": ["Baik"] * 9,
    "NRR Per Unsur = \nJml nilai per unsur :\nJml Kuesioner yg terisi": [2.2] * 9,
    "NRR tertimbang (1/9)": [0.27] * 9,
    "Target": [4] * 9,
    "Triwulan lalu": [3] * 9,
    "Kinerja Unit Pelayanan": ["Sangat Baik", *[None] * 8],
    "Simpangan baku": [0] * 9,
    "Bobot": [0.11] * 9,
    "J U M L A H": [14] * 9,
    "Nilai unsur tahun 2024": [3] * 9,
    "∑": [14] * 9,
}


@pytest.mark.parametrize("size", [1, 3, 50_000])
@pytest.mark.parametrize("label", FOOTERS)
def test_a_summary_is_left_out_by_its_label_where_others_have_a_number(label, size):
    assert outcome(numbered([label, *FOOTERS[label]]), size=size) == (6, {Skip.SUMMARY: [(8, 8)]})


@pytest.mark.parametrize("label", FOOTERS)
def test_a_summary_is_left_out_where_others_have_a_name(label):
    assert outcome(named([label, *FOOTERS[label]])) == (6, {Skip.SUMMARY: [(8, 8)]})


@pytest.mark.parametrize("label", ["Zona hijau", "Unsur prioritas perbaikan", "Target operasi gabungan"])
def test_an_unknown_label_in_place_of_a_number_is_asked_about(label):
    assert outcome(numbered([label, 3, 2, 1, 4, 3, 2, 1, 4, 4])) == (6, {RowDoubt.TEXT: [(8, 8)]})


def test_a_response_without_its_running_number_is_asked_about():
    assert outcome(numbered([None, *[4] * 9])) == (6, {RowDoubt.NUMBER: [(8, 8)]})


def test_a_row_of_fractions_in_a_row_that_differs_is_no_response():
    assert outcome(numbered([None, *[3.21] * 9])) == (6, {Skip.SUMMARY: [(8, 8)]})
    assert outcome([CODES, *ANSWERS, [sum(column) for column in zip(*ANSWERS, strict=True)], MEANS]) == (
        6,
        {Skip.SUMMARY: [(8, 9)]},
    )


def test_a_label_without_the_profile_that_all_others_have_is_asked_about():
    rows = named(["Zona hijau", None, *[3] * 9], profile=["L"])

    assert outcome(rows) == (6, {RowDoubt.BARE: [(8, 8)]})


def test_in_a_table_of_answers_alone_a_row_below_a_gap_is_asked_about():
    assert outcome([CODES, [], *ANSWERS, [], [4] * 9]) == (6, {RowDoubt.GAP: [(10, 10)]})


def test_each_block_may_have_its_heading_and_its_subtotal():
    first, second = ANSWERS[:3], ANSWERS[3:]
    sums = [[sum(column) for column in zip(*part, strict=True)] for part in (first, second, ANSWERS)]
    rows = [["No", *CODES], ["Bulan Januari"]]
    rows += [[n, *answers] for n, answers in enumerate(first, start=1)]
    rows += [["Sub total", *sums[0]], ["Bulan Februari"]]
    rows += [[n, *answers] for n, answers in enumerate(second, start=1)]
    rows += [["Sub total", *sums[1]], ["Total", *sums[2]]]

    assert outcome(rows) == (6, {Skip.SUMMARY: [(6, 6), (11, 12)], Skip.NO_ANSWER: [(2, 2), (7, 7)]})


def test_sums_of_blocks_without_any_label_are_known_by_their_numbers():
    first, second = ANSWERS[:3], ANSWERS[3:]
    sums = [[sum(column) for column in zip(*part, strict=True)] for part in (first, second)]

    assert outcome([CODES, *first, sums[0], *second, sums[1]]) == (6, {Skip.SUMMARY: [(5, 5), (9, 9)]})


def test_headers_that_stand_again_and_numbers_of_columns_are_no_responses():
    rows = numbered()
    rows[1:1] = [[f"({n})" for n in range(1, 11)]]
    rows[5:5] = [rows[0]]

    assert outcome(rows) == (6, {Skip.HEADER: [(2, 2), (6, 6)]})


def test_weights_may_stand_above_the_answers():
    rows = numbered()
    rows[1:1] = [["Bobot", *[0.11] * 9], ["Skor maksimal", *[4] * 9]]

    assert outcome(rows) == (6, {Skip.SUMMARY: [(2, 3)]})


def test_a_legend_is_asked_about_and_a_signature_is_no_answer():
    rows = numbered([], ["Keterangan: 4 = sangat baik"], [None, "4 = Sangat Baik"], [*[None] * 7, "NIP 1980"])

    assert outcome(rows) == (6, {Skip.NO_ANSWER: [(9, 9), (11, 11)], RowDoubt.LEGEND: [(10, 10)]})


def respondents(header, *beside):
    """Give six responses, each with its cells beside the answers."""
    return [[*header, *CODES], *([*cells, *answers] for cells, answers in zip(beside, ANSWERS, strict=True))]


@pytest.mark.parametrize(
    "label", ["2024", "12 orang", "N = 12", "Tahun 2023", "TW III 2025", "Responden ke-7"]
)
def test_a_text_with_a_number_is_no_running_number_among_plain_ones(label):
    (doubt,) = outcome(numbered([label, *[3] * 9]))[1]

    assert doubt is RowDoubt.TEXT


@pytest.mark.parametrize("label", ["Tahun 2023", "Semester II", "TW III 2025"])
def test_the_name_of_a_period_is_asked_about_among_names(label):
    assert outcome(named([label, *[3] * 9])) == (6, {RowDoubt.LABEL: [(8, 8)]})


@pytest.mark.parametrize("label", ["2024", "12 orang", "Kabupaten"])
def test_a_text_or_a_year_is_asked_about_where_the_profiles_of_others_are(label):
    assert outcome(named([label, None, *[3] * 9], profile=["SMA"])) == (6, {RowDoubt.BARE: [(8, 8)]})


@pytest.mark.parametrize("header", ["Jumlah", "NRR", "Transparansi"])
def test_a_sum_behind_the_answers_makes_no_response_of_a_footer(header):
    beside = named(["Kunci jawaban", None, *[3] * 9], profile=["SMA"])
    numbers = numbered([None, "Kunci jawaban", *[3] * 9], beside=["KTP"])
    for rows in (beside, numbers):
        summed = [[*rows[0], header], *([*row, 27] for row in rows[1:])]

        assert outcome(summed)[0] == 6


def test_what_stands_below_a_gap_among_names_is_asked_about():
    assert outcome(named([], ["Kunci jawaban", *[3] * 9])) == (6, {RowDoubt.GAP: [(9, 9)]})


HONEST = {
    "numbers missing": respondents(["No"], *[[n] for n in (1, None, 3, None, 5, 6)]),
    "no number, but a profile": respondents(["No", "L/P"], *[[n, "L"] for n in range(5)], [None, "L"]),
    "the last profile blank": respondents(["JK", "Usia"], *[["L", 30], ["P", 24]] * 2, ["P", 41], []),
    "codes among numbers": respondents(["No"], *[[n] for n in (1, 2, 3, "3a", "A-1", "A-2")]),
    "names like labels": respondents(["Nama"], *[[n] for n in (*NAMES[:4], "Nilai Kurnia", "Total Ali")]),
    "codes as numbers": respondents(["ID"], *[[f"R-{n:02}"] for n in range(6)]),
    "respondents in words": respondents(["Nama"], *[[f"Responden {n}"] for n in range(6)]),
    "a comment first": respondents(["Saran"], ["Rata-rata pelayanan baik"], *[[None]] * 5),
    "profiles left blank": respondents(["L/P", "Usia"], *[["L", 30], [None, None]] * 2, ["P", 24], ["P", 41]),
    "ages in years": respondents(["Usia"], *[["36-45 tahun"]] * 6),
    "a table beside": [["No", *CODES], *([*row, None, "Rata-rata", 3.2] for row in numbered()[1:])],
    "a blank row": [*named()[:4], [], *named()[4:]],
}  # fmt: skip


@pytest.mark.parametrize("kind", HONEST)
def test_honest_rows_stay(kind):
    assert outcome(HONEST[kind]) == (6, {})


def test_services_may_be_called_like_summaries():
    services = ["Target Operasi", "Penilaian Kinerja", "KTP"] * 2
    alone = [["Jenis Layanan", *CODES], *([s, *row] for s, row in zip(services, ANSWERS, strict=True))]
    beside = [["No", *alone[0]], *([n, *row] for n, row in enumerate(alone[1:], start=1))]

    assert outcome(alone) == outcome(beside) == (6, {})


@pytest.mark.parametrize("lenient", [False, True])
def test_a_row_with_a_time_and_no_answer_is_no_respondent(lenient):
    rows = [["Cap waktu", "Bersedia?", "Saran", *CODES]]
    rows += [
        [f"2024/08/{14 + n} 9:12:00 AM GMT+7", "Ya", None, *answers] for n, answers in enumerate(ANSWERS)
    ]
    rows += [["2024/08/25 9:12:00 AM GMT+7", "Tidak", "Tambah kursi"]]

    assert outcome(rows, lenient=lenient) == (6, {Skip.NO_ANSWER: [(8, 8)]})


def test_a_row_whose_answers_are_all_faulty_is_no_respondent_but_keeps_its_faults():
    found = collected(numbered([7, *[5] * 9]), SKM, lenient=True)

    assert sum(found.responses.values()) == 6
    assert found.skipped_rows(Skip.NO_ANSWER).spans() == [(8, 8)]
    assert {told.code for told in found.problems(None)} == {"J301"}


def test_in_a_sheet_with_times_summaries_are_left_out_and_missing_times_are_faults():
    rows = [["Cap waktu", "Nama", *CODES]]
    body = zip(NAMES, ANSWERS, strict=True)
    rows += [[f"2024/08/{14 + n} 9:12:00 AM GMT+7", *([name, *row])] for n, (name, row) in enumerate(body)]
    rows += [[None, "Rata-rata", *[3] * 9], ["Peringkat", None, *[2] * 9], [None, "Tono", *[4] * 9]]

    found = collected(rows, SKM)

    assert found.skipped_rows(Skip.SUMMARY).spans() == [(8, 9)]
    assert [told.code for told in found.problems(None)] == ["W407"]


STAR_LINES = [[n, *(sum(row[item] == n for row in ANSWERS) for item in range(9))] for n in (4, 3, 2, 1)]
"""How often each answer was given to each item."""


@pytest.mark.parametrize("label", ["Bintang {}", "Jumlah bintang {}", "{} bintang", "{}★"])
@pytest.mark.parametrize("table", [numbered, named])
def test_lines_that_count_each_answer_below_the_responses_are_left_out(table, label):
    if label == "{}★":
        lines = [["★" * n, *counts] for n, *counts in STAR_LINES]
    else:
        lines = [[label.format(n), *counts] for n, *counts in STAR_LINES]
    beside = {"beside": ["KTP"]} if table is numbered else {"profile": ["L"]}
    rows = table(*([line[0], None, *line[1:]] for line in lines), **beside)
    assert outcome(rows) == (6, {Skip.SUMMARY: [(8, 11)]})


def test_lines_that_count_each_answer_may_stand_below_times():
    rows = [["Cap waktu", *CODES]]
    rows += [[f"2024/08/{14 + n} 9:12:00 AM GMT+7", *row] for n, row in enumerate(ANSWERS)]
    rows += [[f"Bintang {n}", *counts] for n, *counts in STAR_LINES]
    found = collected(rows, SKM)
    assert (sum(found.responses.values()), found.problems(None)) == (6, [])
    assert found.skipped_rows(Skip.SUMMARY).spans() == [(8, 11)]


@pytest.mark.parametrize("rating", ["Bintang 4", "★★★★"])
def test_a_response_that_gives_so_many_stars_to_something_else_stays(rating):
    assert outcome(numbered([7, rating, *[4] * 9], beside=["Puas"])) == (7, {})
    assert outcome(named(["Tono", rating, *[4] * 9], profile=["Puas"])) == (7, {})


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Rata - rata", SummaryLikeness.WHOLE),
        ("Rata-rata/unsur", SummaryLikeness.WHOLE),
        ("IKM unit pelayanan x 25", SummaryLikeness.WHOLE),
        ("Triwulan III 2024", SummaryLikeness.MOST),
        ("Tahun 2023", SummaryLikeness.MOST),
        ("Semester II", SummaryLikeness.MOST),
        ("Mei", SummaryLikeness.PART),
        ("12 Oktober 2025", SummaryLikeness.PART),
        ("Nilai Kurnia", SummaryLikeness.PART),
        ("Jumlah responden yang menjawab", SummaryLikeness.MOST),
        ("Responden 7", SummaryLikeness.OTHER),
        ("36-45 tahun", SummaryLikeness.OTHER),
        ("Sari Dewi", SummaryLikeness.OTHER),
    ],
)
def test_labels_are_told_from_names_by_their_words(text, label):
    assert label_of(text) is label
