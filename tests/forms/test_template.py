import io

import openpyxl
import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.forms.survey import survey_template, write_survey_template
from ipak_cli.rubric.load import load_rubric
from ipak_cli.rubric.survey import SurveyRubric

RUBRIC = SurveyRubric.model_validate(
    {
        "kind": "survey",
        "id": "uji",
        "version": "1.2",
        "title": "Survei uji",
        "source": "buatan sendiri",
        "scale": {"lowest": 1, "highest": 5},
        "indices": [
            {
                "code": "A",
                "name": "Indeks A",
                "items": [{"code": "A1", "text": "Loket mudah ditemukan", "polarity": "positive"}],
            },
            {
                "code": "B",
                "name": "Indeks B",
                "items": [{"code": "B1", "text": "=Biaya sesuai tarif", "polarity": "positive"}],
            },
        ],
        "sample": {"minimum": 30, "source": "buatan sendiri"},
        "profiles": [{"code": "layanan", "name": "Layanan", "headers": ["Jenis layanan", "Layanan"]}],
    }
)


def book(rubric=RUBRIC):
    return openpyxl.load_workbook(io.BytesIO(survey_template(rubric, "sha256:abc")))


def codes(found):
    return [problem.code for problem in found.value.problems]


def test_the_header_has_time_profiles_the_items_own_sentences_and_comments():
    (header,) = book()["Jawaban"].iter_rows(values_only=True)
    assert header == (
        "Cap waktu", "Jenis layanan", "Loket mudah ditemukan", "=Biaya sesuai tarif", "Saran/masukan",
    )  # fmt: skip


def test_answers_are_chosen_from_the_scale_and_times_must_be_dates():
    dates, answers = book()["Jawaban"].data_validations.dataValidation
    assert (dates.type, str(dates.sqref)) == ("date", "A2:A501")
    assert (answers.type, str(answers.sqref), answers.formula1) == ("list", "C2:D501", '"1,2,3,4,5"')


def test_rows_below_the_header_hold_nothing():
    assert book()["Jawaban"].max_row == 1


def test_the_hidden_sheet_says_which_rubric_it_was_made_from():
    sheet = book()["_ipak"]
    assert sheet.sheet_state == "hidden"
    assert list(sheet.iter_rows(values_only=True)) == [
        ("rubric", "uji"), ("version", "1.2"), ("digest", "sha256:abc"),
    ]  # fmt: skip


def test_the_help_sheet_names_the_scale_and_every_question():
    lines = {row[:2] for row in book()["Petunjuk"].iter_rows(values_only=True)}
    assert {("1", "nilai terendah"), ("5", "nilai tertinggi"), ("A1", "Loket mudah ditemukan")} <= lines


def test_the_help_sheet_gives_an_items_own_words_when_they_cover_the_scale():
    lines = dict(
        row[:2] for row in book(load_rubric("skm-14-2017").rubric)["Petunjuk"].iter_rows(values_only=True)
    )
    assert lines["U4"] == "Biaya/tarif (1 Sangat Mahal, 2 Cukup Mahal, 3 Murah, 4 Gratis)"
    assert lines["U9"] == "Sarana dan prasarana"


def test_the_same_rubric_gives_the_same_bytes():
    assert survey_template(RUBRIC, "sha256:abc") == survey_template(RUBRIC, "sha256:abc")


def test_an_existing_file_is_kept_unless_it_may_be_replaced(tmp_path):
    out = tmp_path / "jawaban.xlsx"
    out.write_bytes(b"jawaban responden")
    with pytest.raises(ProblemsFoundError) as found:
        write_survey_template(RUBRIC, "sha256:abc", out)
    assert codes(found) == ["U940"]
    assert out.read_bytes() == b"jawaban responden"
    write_survey_template(RUBRIC, "sha256:abc", out, replace=True)
    assert out.read_bytes() == survey_template(RUBRIC, "sha256:abc")


def test_a_missing_folder_is_a_problem_and_is_not_made(tmp_path):
    with pytest.raises(ProblemsFoundError) as found:
        write_survey_template(RUBRIC, "sha256:abc", tmp_path / "tidak-ada" / "jawaban.xlsx")
    assert codes(found) == ["U941"]
    assert list(tmp_path.iterdir()) == []


def test_what_the_system_refuses_is_a_problem_with_its_reason(tmp_path):
    with pytest.raises(ProblemsFoundError) as found:
        write_survey_template(RUBRIC, "sha256:abc", tmp_path / f"{'j' * 300}.xlsx")
    assert codes(found) == ["U942"]
    assert "nama berkas terlalu panjang" in message_of(found.value.problems[0])
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_place_of_the_file_is_a_problem_and_leaves_no_rest(tmp_path):
    (tmp_path / "jawaban.xlsx").mkdir()
    with pytest.raises(ProblemsFoundError) as found:
        write_survey_template(RUBRIC, "sha256:abc", tmp_path / "jawaban.xlsx", replace=True)
    assert codes(found) == ["U942"]
    assert "sudah dipakai sebuah folder" in message_of(found.value.problems[0])
    assert [path.name for path in tmp_path.iterdir()] == ["jawaban.xlsx"]


def test_a_name_of_another_kind_is_a_problem(tmp_path):
    with pytest.raises(ProblemsFoundError) as found:
        write_survey_template(RUBRIC, "sha256:abc", tmp_path / "jawaban.csv")
    assert codes(found) == ["U943"]
