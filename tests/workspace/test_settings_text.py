from __future__ import annotations

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.workspace.config_file import parse_config
from ipak_cli.workspace.settings_text import (
    FIRST_LINE,
    LAST_LINE,
    changed_settings,
    with_block,
    with_survey_rubric,
)
from ipak_cli.workspace.starter import starter_config

BLOCK = "columns:\n  U1: [Syarat]\n"
MARKED = f"{FIRST_LINE}\n{BLOCK}{LAST_LINE}\n"


def _workspace(tmp_path, text):
    (tmp_path / "ipak.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return tmp_path


@pytest.mark.parametrize("before", ["version: 1\n", "# catatan saya  \nunit:\n  name: A # unit\n\n\n"])
def test_a_block_goes_to_the_end_and_all_before_it_stays_to_the_byte(before):
    assert with_block(before, BLOCK) == f"{before}\n{MARKED}"


def test_a_file_without_a_last_line_end_gets_one_before_the_block():
    assert with_block("version: 1", BLOCK) == f"version: 1\n\n{MARKED}"


def test_an_earlier_block_is_replaced_where_it_stands():
    old = f"{FIRST_LINE}\ncolumns:\n  U1: [Lama]\nanswers: {{}}\n{LAST_LINE}\n"
    before = f"version: 1\n{old}# sesudah\nrun: {{deadline: 5}}\n"
    after = with_block(before, BLOCK)
    assert after == f"version: 1\n{MARKED}# sesudah\nrun: {{deadline: 5}}\n"
    assert with_block(after, BLOCK) == after
    assert with_block(after, "") == "version: 1\n# sesudah\nrun: {deadline: 5}\n"


def test_line_ends_of_windows_are_kept():
    text = "version: 1\r\n# é\r\n"
    after = with_block(text, BLOCK)
    assert after.startswith(text)
    assert "\n" not in after.replace("\r\n", "")


def test_what_people_wrote_is_not_replaced():
    with pytest.raises(ProblemsFoundError) as refused:
        with_block("version: 1\ncolumns:\n  U1: [Tangan]\n", BLOCK)
    (found,) = refused.value.problems
    assert (found.code, found.where.line, found.values["keys"]) == ("R711", 2, ("columns",))


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("rubrics:\n  survey: ipak-ipkp\n", "rubrics:\n  survey: rubrik/a.yaml\n"),
        (
            "rubrics: # dua\n  # satu\n  pekppp: x\n  survey:   lama  # ini\nrun: {}\n",
            "rubrics: # dua\n  # satu\n  pekppp: x\n  survey: rubrik/a.yaml  # ini\nrun: {}\n",
        ),
        ("rubrics:\n    pekppp: x\n", "rubrics:\n    survey: rubrik/a.yaml\n    pekppp: x\n"),
        ("rubrics: {survey: lama, pekppp: x}\n", "rubrics: {survey: rubrik/a.yaml, pekppp: x}\n"),
        ("rubrics:\r\n  survey: a\r\nrun: {}\r\n", "rubrics:\r\n  survey: rubrik/a.yaml\r\nrun: {}\r\n"),
        ("version: 1\n#rubrics:\n#  survey: a\n", None),
    ],
)
def test_the_name_of_the_rubric_is_changed_and_nothing_else(text, after):
    assert with_survey_rubric(text, "rubrik/a.yaml") == after


def test_the_settings_of_a_new_workspace_name_the_rubric_and_say_the_same_otherwise(tmp_path):
    before = starter_config()
    after = changed_settings(_workspace(tmp_path, before), "", "rubrik/a.yaml").decode()
    assert after == before.replace("survey: ipak-ipkp", "survey: rubrik/a.yaml")
    assert parse_config(after.encode()).config.rubrics.survey == "rubrik/a.yaml"


def test_settings_without_a_part_for_rubrics_get_one_that_a_later_run_replaces(tmp_path):
    first = changed_settings(_workspace(tmp_path, "version: 1\n"), "", "rubrik/a.yaml")
    assert parse_config(first).config.rubrics.survey == "rubrik/a.yaml"
    second = changed_settings(_workspace(tmp_path, first), "", "rubrik/b.yaml")
    assert parse_config(second).config.rubrics.survey == "rubrik/b.yaml"
    assert second.count(b"rubrics:") == 1


def test_empty_settings_can_be_changed(tmp_path):
    after = changed_settings(_workspace(tmp_path, ""), "", "skm-14-2017")
    assert parse_config(after).config.rubrics.survey == "skm-14-2017"


def test_settings_in_another_encoding_are_left_alone(tmp_path):
    content = "unit:\n  name: Balai\n".encode("utf-16")
    with pytest.raises(ProblemsFoundError) as refused:
        changed_settings(_workspace(tmp_path, content), "", "rubrik/a.yaml")
    assert [found.code for found in refused.value.problems] == ["R712"]


def test_a_block_that_would_have_faults_is_refused(tmp_path):
    with pytest.raises(ProblemsFoundError):
        changed_settings(_workspace(tmp_path, "version: 1\n"), "tidak-dikenal: 1\n", "skm-14-2017")
