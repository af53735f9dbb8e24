"""What one run tells the next."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from ipak_cli.base.problem import ProblemsFoundError, Where, problem
from ipak_cli.base.provenance import is_newer
from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.catalogue.usage import FILE_NOT_WRITABLE
from ipak_cli.workspace.state import Failure, Input, RunRecord, Success, read_state, write_state

WIB = timezone(timedelta(hours=7))
FULL = RunRecord(
    tool="0.1.0",
    last_success=Success(
        run="malam-1",
        started=datetime(2025, 1, 2, 2, 0, tzinfo=WIB),
        finished=datetime(2025, 1, 2, 2, 1, tzinfo=WIB),
    ),
    last_failure=Failure(
        run="malam-0",
        finished=datetime(2025, 1, 1, 2, 1, tzinfo=UTC),
        problems=(problem(FILE_NOT_WRITABLE, Where("hasil/IV-2024/survey.json"), reason="penuh"),),
    ),
    inputs={"Jawaban (1).xlsx": Input(sha256="ab", kind="survey", period="IV-2024", outcome="done")},
)


@pytest.fixture
def workspace(tmp_path):
    (tmp_path / "ipak.yaml").write_text("")
    return tmp_path


def put(workspace, text):
    (workspace / ".ipak").mkdir()
    (workspace / ".ipak" / "state.json").write_text(text)


def refusals(work, *arguments):
    with pytest.raises(ProblemsFoundError) as refused:
        work(*arguments)
    return list(refused.value.problems)


def test_a_workspace_without_a_run_has_a_blank_state(workspace):
    assert read_state(workspace, "0.1.0") == RunRecord(tool="0.1.0")
    assert [path.name for path in workspace.iterdir()] == ["ipak.yaml"]


def test_a_state_comes_back_as_it_was_written(workspace):
    write_state(workspace, FULL)
    assert read_state(workspace, "0.1.0") == FULL
    text = (workspace / ".ipak" / "state.json").read_text()
    assert text.startswith('{\n  "schema": "ipak/state/1",\n  "tool": "0.1.0",')
    assert '"started": "2025-01-02T02:00:00+07:00"' in text


def test_the_state_of_an_older_program_is_read(workspace):
    write_state(workspace, FULL)
    assert read_state(workspace, "0.2.0") == FULL


def test_the_state_of_a_newer_program_is_refused_with_both_versions(workspace):
    write_state(workspace, FULL.model_copy(update={"tool": "0.10.0"}))
    (found,) = refusals(read_state, workspace, "0.9.1")
    assert (found.code, str(found.where)) == ("D611", ".ipak/state.json")
    assert message_of(found) == (
        "berkas ini ditulis ipak 0.10.0 (ipak/state/1), padahal ipak di komputer ini 0.9.1 (ipak/state/1)"
    )


def test_a_newer_layout_is_refused_before_its_keys_are_taken_for_damage(workspace):
    put(workspace, '{"schema": "ipak/state/2", "tool": "0.1.0", "baru": []}')
    (found,) = refusals(read_state, workspace, "0.1.0")
    assert found.code == "D611"
    assert "0.1.0 (ipak/state/2)" in message_of(found)


DAMAGED = {
    "empty": "",
    "cut": "{",
    "list": "[]",
    "null": "null",
    "deep": "[" * 100_000,
    "no tool": '{"schema": "ipak/state/1"}',
    "other schema": '{"schema": "x", "tool": "0.1.0"}',
    "layout 0": '{"schema": "ipak/state/0", "tool": "0.1.0"}',
    "unknown key": '{"schema": "ipak/state/1", "tool": "0.1.0", "ekstra": 1}',
}


@pytest.mark.parametrize("text", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_state_is_not_guessed(workspace, text):
    put(workspace, text)
    assert [found.code for found in refusals(read_state, workspace, "0.1.0")] == ["D612"]


def test_a_state_that_is_no_text_is_damaged(workspace):
    (workspace / ".ipak").mkdir()
    (workspace / ".ipak" / "state.json").write_bytes(b"\xff\xfe\x00")
    assert [found.code for found in refusals(read_state, workspace, "0.1.0")] == ["D612"]


def test_a_state_that_cannot_be_opened_is_told(workspace):
    (workspace / ".ipak" / "state.json").mkdir(parents=True)
    assert [found.code for found in refusals(read_state, workspace, "0.1.0")] == ["D614"]


def test_nothing_is_made_where_no_workspace_is(tmp_path):
    assert [found.code for found in refusals(write_state, tmp_path, FULL)] == ["U950"]
    assert list(tmp_path.iterdir()) == []


def test_a_time_without_a_zone_is_no_time():
    with pytest.raises(ValueError, match="timezone"):
        Failure(run="malam-0", finished=datetime(2025, 1, 1, 2, 1))  # noqa: DTZ001 (the case)


@pytest.mark.parametrize(
    ("version", "own", "newer"),
    [
        ("1.10", "1.9", True),
        ("1.9", "1.10", False),
        ("1.0", "1", False),
        ("1.0.1", "1", True),
        ("2.0rc1", "1.9", True),
        ("0.1.0.dev3", "0.1.0", False),
        ("None", "0.1.0", False),
    ],
)
def test_versions_compare_by_their_numbers(version, own, newer):
    assert is_newer(version, own) is newer
