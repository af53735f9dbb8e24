"""What a command holds of a workspace: each thing is read once, and what is stored is known unread."""

import hashlib
import json

from ipak_cli.base.period import Period
from ipak_cli.documents.write import to_json
from ipak_cli.jobs.open_workspace import OpenWorkspace, StoredResults
from ipak_cli.workspace.store import InputKind, item_table
from makers.survey_results import survey_result

THIRD, FOURTH = Period.quarter(2024, 3), Period.quarter(2024, 4)
RESULT = survey_result("III-2024")
DOCUMENT = to_json(RESULT)


def put(workspace, name, text):
    path = workspace / "hasil" / name / "survey.json"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_item_tables_of_all_periods_are_found_and_rubbish_is_passed_over(tmp_path):
    put(tmp_path, "III-2024", DOCUMENT)
    for name, text in {"IV-2024": "{}", "lain": DOCUMENT, "I-2024": "rusak", "II-2024": DOCUMENT}.items():
        put(tmp_path, name, text)

    assert list(StoredResults(tmp_path).item_tables()) == [(THIRD, item_table(RESULT))]
    assert item_table(RESULT)[0] == ("B1", (("1", 0), ("2", 1), ("3", 3), ("4", 6)))


def test_a_document_that_was_read_is_not_read_again(tmp_path):
    path = put(tmp_path, "III-2024", DOCUMENT)
    stored = StoredResults(tmp_path)
    assert stored.content(InputKind.SURVEY, THIRD) == DOCUMENT.encode()
    path.write_bytes(b"lain")
    assert stored.content(InputKind.SURVEY, THIRD) == DOCUMENT.encode()
    assert stored.load(InputKind.SURVEY, THIRD) is stored.load(InputKind.SURVEY, THIRD)
    assert stored.content(InputKind.SURVEY, FOURTH) is None


def test_what_is_stored_takes_the_place_of_what_was_read_and_keeps_it(tmp_path):
    path = put(tmp_path, "III-2024", older := DOCUMENT.replace("Kantor Contoh", "Kantor Lama"))
    stored = StoredResults(tmp_path)
    assert stored.load(InputKind.SURVEY, THIRD).unit == "Kantor Lama"
    stored.store(InputKind.SURVEY, THIRD, DOCUMENT)
    assert stored.load(InputKind.SURVEY, THIRD) == RESULT
    assert path.read_text(encoding="utf-8") == DOCUMENT
    (kept,) = (json.loads(each.read_text(encoding="utf-8")) for each in (path.parent / "lama").iterdir())
    assert (kept["schema"], kept["sha256"]) == (
        "ipak/superseded/1", hashlib.sha256(older.encode()).hexdigest()
    )  # fmt: skip


def test_settings_and_rubrics_are_read_when_they_are_asked_for_and_once(tmp_path):
    opened = OpenWorkspace(tmp_path)
    (tmp_path / "ipak.yaml").write_text("unit:\n  name: Kantor\n", encoding="utf-8")
    assert opened.config.unit.name == "Kantor"
    (tmp_path / "ipak.yaml").unlink()
    assert opened.config.unit.name == "Kantor"
    assert opened.survey_rubric is opened.survey_rubric
    assert opened.pekppp_rubric.rubric.id == "pekppp-2025"
