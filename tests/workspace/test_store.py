"""Stored result documents."""

import errno
import hashlib
import json
import stat
from pathlib import Path

import pytest

from ipak_cli.base.period import Period
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue.indonesian import hint_of, message_of
from ipak_cli.documents.write import to_json
from ipak_cli.survey.recap import RecapShape
from ipak_cli.workspace.store import InputKind, item_table, load, store, stored_periods
from ipak_cli.workspace.superseded import without_answers
from makers.pekppp_results import result_of
from makers.recaps import recap, recapped
from makers.refusing_disk import refusing
from makers.report_material import loaded, survey
from makers.survey_results import survey_result

THIRD, FOURTH = Period.quarter(2024, 3), Period.quarter(2024, 4)
RESULT = survey_result("III-2024")
DOCUMENT = to_json(RESULT)


def refusals(call, *arguments):
    with pytest.raises(ProblemsFoundError) as refused:
        call(*arguments)
    return refused.value.problems


def put(workspace, name, text):
    path = workspace / "hasil" / name / "survey.json"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_document_is_stored_by_its_period_and_a_superseded_one_is_kept(tmp_path):
    older = DOCUMENT.replace("Kantor Contoh", "Kantor Lama")
    target = store(tmp_path, InputKind.SURVEY, THIRD, older)
    store(tmp_path, InputKind.SURVEY, THIRD, DOCUMENT)
    store(tmp_path, InputKind.SURVEY, THIRD, DOCUMENT)

    assert target == tmp_path / "hasil" / "III-2024" / "survey.json"
    assert target.read_text(encoding="utf-8") == DOCUMENT
    (kept,) = (target.parent / "lama").iterdir()
    assert kept.read_bytes() == without_answers(older.encode())


def test_what_was_stored_is_read_back_whole_and_each_kind_for_itself(tmp_path):
    assessed = result_of(period="III-2024")
    store(tmp_path, InputKind.SURVEY, THIRD, DOCUMENT)
    store(tmp_path, InputKind.PEKPPP, THIRD, to_json(assessed))

    assert load(tmp_path, InputKind.SURVEY, THIRD) == RESULT
    assert load(tmp_path, InputKind.PEKPPP, THIRD) == assessed
    assert stored_periods(tmp_path, InputKind.PEKPPP) == (THIRD,)


def test_the_periods_of_a_kind_are_found_in_order_and_other_folders_are_passed_over(tmp_path):
    for name in ("I-2025", "IV-2024", "4-2023", "lain", "2024-Q1"):
        put(tmp_path, name, DOCUMENT)
    (tmp_path / "hasil" / "II-2024").mkdir()

    assert stored_periods(tmp_path, InputKind.SURVEY) == (FOURTH, Period.quarter(2025, 1))
    assert stored_periods(tmp_path, InputKind.PEKPPP) == ()
    assert stored_periods(tmp_path / "kosong", InputKind.SURVEY) == ()


def test_a_period_without_a_result_says_which_command_makes_one(tmp_path):
    (fault,) = refusals(load, tmp_path, InputKind.PEKPPP, FOURTH)
    assert fault.code == "G430"
    assert "IV-2024" in message_of(fault)
    assert "ipak pekppp assess" in hint_of(fault)


def test_a_document_that_was_copied_to_another_period_is_refused(tmp_path):
    put(tmp_path, "IV-2024", DOCUMENT)

    (fault,) = refusals(load, tmp_path, InputKind.SURVEY, FOURTH)

    assert (fault.code, str(fault.where)) == ("G435", "hasil/IV-2024/survey.json")
    assert "III-2024" in message_of(fault)


def test_a_document_that_is_none_is_named_by_its_place_in_the_workspace(tmp_path):
    put(tmp_path, "IV-2024", "rusak")
    (fault,) = refusals(load, tmp_path, InputKind.SURVEY, FOURTH)
    assert (fault.code, str(fault.where)) == ("G432", "hasil/IV-2024/survey.json")


def test_a_file_in_the_place_of_a_folder_is_a_problem_with_its_name(tmp_path):
    (tmp_path / "hasil").write_text("bukan folder")
    (fault,) = refusals(store, tmp_path, InputKind.SURVEY, THIRD, DOCUMENT)
    assert fault.code == "U942"
    assert Path(fault.where.file) == tmp_path / "hasil"


def test_what_is_kept_of_a_superseded_result_names_it_and_its_files_and_no_figure():
    """With one respondent more, the difference of both documents was everything that this person answered."""
    note = json.loads(without_answers(DOCUMENT.encode()))
    assert note["schema"] == "ipak/superseded/1"
    assert note["sha256"] == hashlib.sha256(DOCUMENT.encode()).hexdigest()
    assert note["of"]["respondents"] == 10
    assert [(each["name"], each["rows"]) for each in note["of"]["sources"]] == [("jawaban.xlsx", 10)]
    assert not {"items", "indices", "distribution", "breakdowns", "tally", "suggestions"} & {*note["of"]}
    assert "counts" not in json.dumps(note)


@pytest.mark.parametrize("document", [b"", b"[1]", b"{", b'{"sources": [1, {"name": "x"}]}', b"\xff"])
def test_of_what_is_no_result_the_digest_is_kept(document):
    note = json.loads(without_answers(document))
    assert note["sha256"] == hashlib.sha256(document).hexdigest()
    assert note["of"] in (None, {"sources": [{"name": "x"}]})


def test_a_superseded_document_is_no_more_open_than_it_was(tmp_path):
    put(tmp_path, "III-2024", "lama").chmod(0o600)
    target = store(tmp_path, InputKind.SURVEY, THIRD, DOCUMENT)
    (kept,) = (target.parent / "lama").iterdir()
    assert [stat.S_IMODE(path.stat().st_mode) for path in (kept, target)] == [0o600, 0o600]


def test_a_document_that_is_a_link_is_neither_read_nor_copied_nor_written(tmp_path):
    secret = tmp_path / "rahasia"
    secret.write_bytes(b"rahasia")
    path = put(tmp_path / "unit", "III-2024", "")
    path.unlink()
    path.symlink_to(secret)
    told = [("D660", str(path))]
    for refused in (
        refusals(load, tmp_path / "unit", InputKind.SURVEY, THIRD),
        refusals(store, tmp_path / "unit", InputKind.SURVEY, THIRD, DOCUMENT),
    ):
        assert [(each.code, each.where.file) for each in refused] == told
    assert stored_periods(tmp_path / "unit", InputKind.SURVEY) == (THIRD,)
    assert (secret.read_bytes(), list(path.parent.iterdir())) == (b"rahasia", [path])


def test_results_behind_a_link_are_refused_and_not_taken_for_none(tmp_path):
    (tmp_path / "luar").mkdir()
    (tmp_path / "hasil").symlink_to(tmp_path / "luar")
    for refused in (
        refusals(stored_periods, tmp_path, InputKind.SURVEY),
        refusals(store, tmp_path, InputKind.SURVEY, THIRD, DOCUMENT),
    ):
        assert [each.code for each in refused] == ["D660"]
    assert list((tmp_path / "luar").iterdir()) == []


@pytest.mark.parametrize("number", [errno.EIO, errno.ESTALE, errno.EACCES])
def test_what_the_drive_refuses_is_told_with_its_place_and_not_taken_for_nothing(tmp_path, number):
    path = put(tmp_path, "III-2024", DOCUMENT)
    for call in ("stat", "open", "read"):
        with refusing(call, path, number) as refused:
            assert stored_periods(tmp_path, InputKind.SURVEY) == (THIRD,)
            (fault,) = refusals(load, tmp_path, InputKind.SURVEY, THIRD)
            assert (fault.code, fault.where.file) == ("G431", str(path))
            (fault,) = refusals(store, tmp_path, InputKind.SURVEY, THIRD, "baru")
            assert fault.code == "G431"
        assert refused
    with refusing("open", tmp_path / "hasil", number):
        (fault,) = refusals(stored_periods, tmp_path, InputKind.SURVEY)
    assert (fault.code, fault.where.file) == ("G431", "hasil")
    assert path.read_text(encoding="utf-8") == DOCUMENT


GIVEN = ((0, 0, 10, 30), *((0, 1, 10, 29),) * 13)


def table_of(shape, given=GIVEN, **options):
    return item_table(recapped(recap(given, shape, loaded().rubric, respondents=40, **options)))


def test_counts_of_a_recap_are_the_item_table_of_the_same_answers():
    assert table_of(RecapShape.COUNTS) == item_table(survey(GIVEN))


@pytest.mark.parametrize("shape", [RecapShape.SUMS, RecapShape.MEANS, RecapShape.TOTALS])
def test_a_recap_without_counts_has_a_table_that_tells_periods_apart(shape):
    other = ((0, 0, 11, 29), *GIVEN[1:])

    assert table_of(shape) == table_of(shape)
    assert table_of(shape) != table_of(shape, other)


def test_a_recap_of_the_survey_alone_has_a_table():
    assert table_of(RecapShape.TOTALS, indices=[""])[0] == ("", (("1", 0), ("2", 13), ("3", 140), ("4", 407)))
