"""Suggestions: which columns ask for them, what is counted, grouped and shown."""

import pytest

from ipak_cli.base.period import Period
from ipak_cli.rubric.load import load_rubric
from ipak_cli.survey.period import BY_QUARTER
from ipak_cli.survey.reading.sheet_layout import match_layout
from ipak_cli.survey.reading.suggestions import LONGEST, MOST_KEPT, Heard, suggestions
from ipak_cli.survey.suggestion_result import Suggestion, Suggestions, Taken
from ipak_cli.tables.cell import ErrorCell, UncachedFormula
from makers.exports import table
from makers.sheets import WHERE, collected, column_of

RUBRIC = load_rubric("ipak-ipkp").rubric
SKM = load_rubric("skm-14-2017").rubric
THIRD = BY_QUARTER.ordinal(Period.quarter(2024, 3))


def heard(*texts, names=()):
    one = Heard()
    one.hear([column_of(texts)], [column_of(names)])
    return suggestions([one])


def lines(*texts, names=()):
    return [(one.text, one.count) for one in heard(*texts, names=names).shown]


def survey(columns, *rows):
    """Return an export in which each response has further columns."""
    header, *body = table(RUBRIC, [[4] * 14] * len(rows))
    return [[*header, *columns], *([*row, *more] for row, more in zip(body, rows, strict=True))]


def asked(*headers):
    header = table(RUBRIC, [])[0]
    layout = match_layout([[*header, *headers]], RUBRIC, WHERE).layout
    return [headers[column - len(header) - 1] for column in layout.suggestions]


@pytest.mark.parametrize(
    "header",
    [
        "Saran",
        "Saran/masukan",
        "SARAN / MASUKAN",
        "Kritik dan saran",
        "Masukan",
        "Komentar",
        "Feedback",
        "Comments",
        "Umpan balik",
        "15. Saran",
        "Mohon tuliskan saran\ndan masukan Anda untuk perbaikan layanan",
        "Apakah ada masukan untuk kami?",
        "Saran (tidak perlu menulis nama atau nomor HP)",
    ],
)
def test_a_column_that_asks_for_suggestions_is_found(header):
    assert asked(header) == [header]


@pytest.mark.parametrize(
    "header",
    [
        "Skor",
        "Sarana",
        "Masukan nama Anda",
        "Masukan umur",
        "Masukan asal sekolah",
        "Nama pemberi saran",
        "Nomor WA untuk masukan",
        "Penanganan pengaduan, saran, dan masukan",
    ],
)
def test_a_column_that_asks_something_else_is_not_taken(header):
    assert asked(header) == []


def test_several_columns_are_all_found():
    assert asked("Kritik", "Kode", "Saran") == ["Kritik", "Saran"]


def test_an_item_about_suggestions_is_never_a_column_of_suggestions():
    header = [*(item.text for item in SKM.items), "Saran"]

    layout = match_layout([header], SKM, WHERE).layout

    assert layout.suggestions == (10,)


def test_names_are_known_from_every_column_that_asks_for_one():
    headers = [
        "Email Address",
        "Nama Bapak/Ibu (opsional)",
        "Nama sekolah",
        "Nama layanan",
        "Saran (tanpa nama)",
    ]
    header = table(RUBRIC, [])[0]

    layout = match_layout([[*header, *headers]], RUBRIC, WHERE).layout

    assert layout.identities == (16, 17)


def test_no_column_gives_nothing():
    found = collected(table(RUBRIC, [[4] * 14]), RUBRIC)

    assert suggestions(found.heard.values()) == Suggestions()


@pytest.mark.parametrize("size", [1, 2, 50_000])
def test_texts_of_all_columns_are_read_whatever_the_pieces(size):
    rows = survey(["Kritik", "Saran"], ["Panas", "Tambah kursi"], [None, "panas."], ["  ", 5])

    found = suggestions([collected(rows, RUBRIC, size=size).heard[THIRD]])

    assert found.shown == (Suggestion("Panas", 2), Suggestion("Tambah kursi", 1))
    assert (found.given, found.trivial) == (4, 1)


def test_only_the_responses_of_the_period_speak():
    rows = survey(["Nama", "Saran"], ["Laras Telaga", "Tambah kursi"], ["Rina Wati", "Panas, kata Laras"])
    rows[2][0] = "2024/05/01 9:12:00"

    found = collected(rows, RUBRIC)

    assert suggestions([found.heard[THIRD]]).shown == (Suggestion("Tambah kursi", 1),)
    assert suggestions([found.heard[THIRD - 1]]).shown == (Suggestion("Panas, kata Laras", 1),)


def test_rows_that_are_no_responses_say_nothing():
    rows = survey(["Saran"], ["Tambah kursi"])
    rows += [[*[None] * 15, "Mengetahui, Kepala Unit"], ["Rata-rata", *[4] * 14, "baik semua"]]

    assert heard_third(rows).shown == (Suggestion("Tambah kursi", 1),)


def heard_third(rows):
    return suggestions([collected(rows, RUBRIC).heard[THIRD]])


@pytest.mark.parametrize("cell", [ErrorCell("#NAME?"), UncachedFormula()])
def test_a_text_that_became_an_error_is_pointed_out_and_stops_nothing(cell):
    rows = survey(["Saran"], ["Tambah kursi"], [cell])

    found = collected(rows, RUBRIC)

    (problem,) = found.problems(THIRD)
    assert (problem.code, problem.severity, problem.where.cell) == ("J316", "warning", "P3")
    assert suggestions([found.heard[THIRD]]).given == 1


@pytest.mark.parametrize(
    "text",
    [
        "-", ".", "---", "Tidak ada", "tidak ada saran", "Nihil", "tidak", "OK", "cukup", "n/a", "NA", "4",
        "👍", "Untuk saat ini belum ada saran dan masukan.", "TIDAK ADA KRITIK", "no comment", "\u200b",
        "uji coba", "081234567890", "Pak Joko",
    ],
)  # fmt: skip
def test_what_says_nothing_is_counted_and_not_shown(text):
    found = heard(text, "Tambah kursi")

    assert (found.given, found.trivial) == (2, 1)
    assert [one.text for one in found.shown] == ["Tambah kursi"]


@pytest.mark.parametrize(
    "text",
    [
        "Sudah baik",
        "Cukup baik",
        "tidak cukup",
        "Tidak ada parkir",
        "Tidak ok",
        "=1+1",
        "Bagus 👍",
        "+1 loket",
    ],
)
def test_praise_and_short_wishes_are_shown(text):
    assert lines(text) == [(text, 1)]


def test_repeats_are_one_entry_under_the_most_frequent_wording():
    assert lines("Tambah kursi", "tambah kursi!", "Tambah  Kursi.", "Tambah kursi", "AC mati") == [
        ("Tambah kursi", 4),
        ("AC mati", 1),
    ]


def test_a_slip_of_the_pen_joins_the_most_frequent_wording():
    assert lines(*["Mohon kursi ditambah"] * 2, "Mohon kursi di tambah", "Mohon kursi ditamba") == [
        ("Mohon kursi ditambah", 4)
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Petugas di loket layanan informasi cukup ramah", "Petugas di loket layanan informasi tidak ramah"),
        ("Petugas di loket layanan informasi ramah", "Petugas di loket layanan informasi tak ramah"),
        ("Mohon tambah petugas di loket 2 siang hari", "Mohon tambah petugas di loket 3 siang hari"),
    ],
)
def test_the_opposite_and_another_number_stay_apart_however_alike(one, other):
    assert sorted(lines(one, other)) == sorted([(one, 1), (other, 1)])


def test_texts_that_differ_in_what_was_removed_are_one():
    assert lines("Hubungi 081234567890 segera", "Hubungi 089876543210 segera") == [
        ("Hubungi [dihapus] segera", 2)
    ]


def test_the_order_is_by_count_and_then_by_text_whatever_comes_first():
    texts = ["Zona parkir", "AC mati", "Kursi", "Zona parkir", "Brosur"]

    assert lines(*texts) == lines(*reversed(texts))
    assert [text for text, _ in lines(*texts)] == ["Zona parkir", "AC mati", "Brosur", "Kursi"]


def test_personal_data_of_any_respondent_is_removed_and_counted_for_each_text():
    text = "Terima kasih Laras (0812 3456 7890, laras@contoh.example)"

    found = heard(text, text, names=["Laras Telaga"])

    taken = ((Taken.NAME,), (Taken.NUMBER,), (Taken.EMAIL,))
    assert found.shown == (Suggestion("Terima kasih [dihapus] ([dihapus], [dihapus])", 2, taken),)
    assert found.removed == 6


def test_a_name_that_only_a_later_file_has_is_removed_too():
    first, second = Heard(), Heard()
    first.hear([column_of(["Salam dari Laras"])], [])
    second.hear([], [column_of(["Laras Telaga"])])

    assert suggestions([first, second]).shown[0].text == "Salam dari [dihapus]"


def test_a_long_text_is_cut_with_an_ellipsis():
    ((text, _),) = lines("kata " * 300)

    assert len(text) <= LONGEST
    assert text.endswith("kata…")


@pytest.mark.parametrize("before", range(480, 505))
def test_a_cut_leaves_no_half_of_what_was_removed(before):
    ((text, _),) = lines("x" * before + " 0812-3456-7890 " + "akhir " * 100)

    assert len(text) <= LONGEST
    assert "0812" not in text
    assert "[" not in text.replace("[dihapus]", "")


def test_a_cut_before_names_are_removed_leaves_no_half_name():
    ((text, _),) = lines("kata Laras Telaga " * 400, names=["Laras Telaga"])

    assert set(text.rstrip("…").split()) <= {"[dihapus]", "kata", "kat", "ka", "k"}


def test_beyond_the_bound_texts_are_counted_and_repeats_still_join():
    numbers = [f"Butir {n} {'abcdefghij'[n % 10] * 9}" for n in range(MOST_KEPT + 10)]

    found = heard(*numbers, numbers[0], "-")

    assert found.not_shown == 10
    assert found.trivial == 1
    assert found.given == MOST_KEPT + 12
    assert sum(one.count for one in found.shown) == MOST_KEPT + 1


def test_what_is_kept_while_reading_has_no_number_and_no_address():
    one = Heard()
    one.hear([column_of(["Hubungi 081234567890 atau laras@contoh.example"])], [])

    assert "0812" not in repr(one)
    assert "laras" not in repr(one)


@pytest.mark.parametrize("text", ["<script>alert(1)</script> | =1+1", "=HYPERLINK(1)", "# judul **tebal**"])
def test_markup_and_formulas_stay_plain_text(text):
    assert lines(text) == [(text, 1)]


def test_a_lone_surrogate_and_terminal_codes_do_no_harm():
    assert lines("Tambah\ud800 kursi\x1b[31m\u202e") == [("Tambah kursi[31m", 1)]
