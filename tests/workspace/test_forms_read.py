"""What forms said when they were last read."""

from ipak_cli.workspace.forms_read import ReadForm, last_said, remember_form
from ipak_cli.workspace.layout import Paths

NAME = "tindak-lanjut.xlsx"


def read(digest, said, name=NAME):
    return ReadForm(name=name, digest=digest, said={"a": said})


def test_forms_of_two_periods_have_one_name_and_copies_of_one_form_two(tmp_path):
    Paths(tmp_path).settings.touch()
    for form in (read("3", "lama"), read("4", "satu"), read("3", "baru"), read("3", "lain", "salinan.xlsx")):
        remember_form(tmp_path, form)
    assert last_said(tmp_path, NAME, "3") == {"a": "baru"}
    assert last_said(tmp_path, NAME, "4") == {"a": "satu"}
    assert last_said(tmp_path, "salinan.xlsx", "3") == {"a": "lain"}
    assert last_said(tmp_path, NAME, "5") == {}


def test_what_cannot_be_read_says_nothing_and_a_form_without_record_is_not_remembered(tmp_path):
    Paths(tmp_path).settings.touch()
    remember_form(tmp_path, None)
    assert not Paths(tmp_path).forms.exists()
    remember_form(tmp_path, read("3", "satu"))
    Paths(tmp_path).forms.write_text("{rusak")
    assert last_said(tmp_path, NAME, "3") == {}
    remember_form(tmp_path, read("3", "dua"))
    assert last_said(tmp_path, NAME, "3") == {"a": "dua"}
