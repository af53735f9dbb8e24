"""Unknown words of a column: the words that must be declared are shown, a person's name never."""

from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.rubric.load import load_rubric
from makers.exports import table
from makers.sheets import collected

RUBRIC = load_rubric("ipak-ipkp").rubric
HIDDEN = "(tidak ditampilkan)"


def messages(*first_column):
    rows = table(RUBRIC, [[cell] + [4] * 13 for cell in first_column])
    return [message_of(problem) for problem in collected(rows, RUBRIC).problems(None)]


def test_a_word_of_several_cells_is_told_once_with_count_cells_and_the_declared_words():
    (message,) = messages("Mantap", 4, "Mantap", "Mantap ")

    assert message.startswith(
        "“Mantap” tidak dikenal sebagai jawaban butir I1; yang dikenal: 1 = Tidak Setuju/"
    )
    assert "; 4 = Sangat Setuju/Sangat Baik/Sangat Puas (3 sel: B2, B4:B5)" in message


def test_a_word_that_may_be_a_name_is_told_by_its_cells_however_often_it_stands_there():
    (message,) = messages(4, 4, "gercep", "GERCEP ")

    assert message.startswith(f"“{HIDDEN}” tidak dikenal sebagai jawaban butir I1")
    assert "(2 sel: B4:B5)" in message


def test_a_word_that_all_items_lack_is_one_line_with_the_items_and_the_first_cells():
    rows = table(RUBRIC, [["Cukup puas"] * 14, ["Cukup puas"] * 14, [4] * 14])

    (problem,) = collected(rows, RUBRIC).problems(None)

    assert "jawaban butir I1, I2, I3, I4, I5, I6, I7, I8, I9, I10, I11, I12, I13, I14;" in message_of(problem)
    assert message_of(problem).endswith("(28 sel: B2:B3, C2:C3, D2:D3, …)")


def test_an_items_own_words_stand_beside_its_unknown_word():
    skm = load_rubric("skm-14-2017").rubric
    rows = table(skm, [[4] * 7 + ["Lumayan", 4]])

    (problem,) = collected(rows, skm).problems(None)

    assert "butir U8; yang dikenal: 1 = Tidak Ada; 2 = Ada Tetapi Tidak Berfungsi" in message_of(problem)


def test_a_single_word_of_answers_in_general_is_shown():
    for word in ("Wajar", "memuaskan", "Sulit", "Lambat", "Cukup puas", "oke"):
        assert word in messages(word)[0]


def test_a_name_in_a_single_cell_is_not_shown_beside_a_word_that_is():
    shown, hidden = messages("Mantap", "Mantap", "Budi Santoso")

    assert "“Mantap”" in shown
    assert HIDDEN in hidden
    assert "(2 sel" not in hidden


def test_several_names_are_one_line_without_any_of_them():
    names = ["Budi Santoso", "Sari Dewi", "Laras Telaga", "Embun Mandala"]

    (message,) = messages(*names)

    assert HIDDEN in message
    assert message.endswith("(4 sel: B2:B5)")


def test_a_column_of_names_shows_none_although_some_come_twice():
    mostly_single = [f"Nama Orang{chr(97 + n)}" for n in range(20)]
    text = " ".join(messages(*mostly_single, "Budi Santoso", "Budi Santoso"))
    assert "Budi" not in text

    many_pairs = [f"Nama Orang{chr(97 + n)}" for n in range(20)] * 2
    assert "Orang" not in " ".join(messages(*many_pairs))


def test_a_column_of_few_names_shows_none_although_each_comes_often():
    for names in (["Siti Aminah", "BUDI SANTOSO", "Agus Salim"], ["Pak Budi", "Bu Siti"], ["bu siti"]):
        (message,) = messages(*names * 3)

        assert HIDDEN in message


def test_a_choice_of_two_words_with_capitals_is_shown():
    first, second = messages("Luar Biasa", "Luar Biasa", "Istimewa", "Istimewa")

    assert "“Luar Biasa”" in first
    assert "“Istimewa”" in second


def test_what_holds_an_address_or_a_long_number_is_not_shown_however_often():
    for text in ("hubungi 081234567890", "budi@contoh.example", "x" * 70):
        assert text not in " ".join(messages(text, text, text))


def test_a_repeated_fault_is_a_warning_when_reading_is_lenient():
    rows = table(RUBRIC, [["Mantap"] + [4] * 13] * 3)

    (problem,) = collected(rows, RUBRIC, lenient=True).problems(None)

    assert (problem.code, problem.severity.value) == ("J302", "warning")


def test_the_same_fault_of_two_periods_is_one_line_when_no_period_is_chosen():
    rows = table(RUBRIC, [[5] + [4] * 13] * 2)
    rows[2][0] = "2024/12/05 9:12:33 AM GMT+7"

    (problem,) = collected(rows, RUBRIC).problems(None)

    assert message_of(problem).endswith("(2 sel: B2:B3)")
