"""The files of a new workspace."""

import re
from pathlib import Path

from ipak_cli.rubric.load import load_pekppp, load_rubric
from ipak_cli.workspace.config_file import examples_left, parse_config
from ipak_cli.workspace.config_items import check_items
from ipak_cli.workspace.layout import starting_folders
from ipak_cli.workspace.starter import starter_config, starter_guide


def uncommented(text):
    """Return the file with its examples in force; prose has one space after its sign."""
    return re.sub(r"^( *)#(?! \S|$)", r"\1", text, flags=re.MULTILINE)


def test_a_new_file_is_sound_and_says_what_is_still_an_example():
    loaded = parse_config(starter_config().encode())
    assert loaded.problems == ()
    left = {problem.where.line for problem in examples_left(loaded.document)}
    lines = enumerate(starter_config().splitlines(), start=1)
    assert left == {number for number, line in lines if re.match("[ -].*GANTI", line)}
    assert loaded.config.unit.name.startswith("GANTI")


def test_no_number_or_plan_is_in_force_before_the_office_wrote_it():
    config = parse_config(starter_config().encode()).config
    assert (config.periods, config.follow_up, config.targets.items) == ({}, {}, {})


def test_the_examples_in_the_comments_are_sound_too():
    loaded = parse_config(uncommented(starter_config()).encode())
    assert loaded.problems == ()
    assert loaded.config.signatory.nip == "0" * 18
    assert list(loaded.config.periods) == ["IV-2024"]
    assert list(loaded.config.follow_up) == ["I6"]
    rubric = load_rubric(loaded.config.rubrics.survey).rubric
    assert check_items(loaded.config, rubric, loaded.document.place) == ()
    assert load_pekppp(loaded.config.rubrics.pekppp)


def test_the_guide_names_every_folder_and_the_commands_to_begin_with():
    guide = starter_guide()
    assert all(f"  {folder}/" in guide for folder in starting_folders(Path()))
    assert [line.strip() for line in guide.splitlines() if line.startswith("     ipak ")] == [
        "ipak settings isian.xlsx",
        "ipak score masuk/jawaban.xlsx",
        "ipak trend",
        "ipak report --period IV-2024",
        "ipak publish --period IV-2024",
        "ipak settings laporan/IV-2024/tindak-lanjut.xlsx",
        "ipak report --period IV-2024",
        "ipak explain KODE",
    ]


def test_the_guide_tells_of_the_names_of_the_staff():
    assert "pegawai.txt" in starter_guide()


def test_the_guide_opens_everywhere():
    guide = starter_guide()
    assert guide.isascii()
    assert guide.count("\n") == guide.count("\r\n") > 0
    assert max(map(len, guide.splitlines())) <= 76
