"""Names of evidence: links, paths inside the folder, and everything that is refused."""

import unicodedata

import pytest

from ipak_cli.pekppp.evidence_names import Likeness, UnusableError, find_entry, is_link, path_parts


@pytest.mark.parametrize(
    "name", ["https://contoh.go.id/sk", "HTTP://contoh.go.id", "ftp://a", "  www.contoh.go.id", "s3+x://a"]
)
def test_links_are_told_by_their_scheme(name):
    assert is_link(name)


@pytest.mark.parametrize(
    "name", ["sk.pdf", "contoh.go.id/sk", r"D:\bukti", "D://bukti", "file:///a.pdf", "https:sk", "wwwx/a.pdf"]
)
def test_other_names_are_no_links(name):
    assert not is_link(name)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("sk.pdf", ("sk.pdf",)),
        ("  sk.pdf \t", ("sk.pdf",)),
        ("./a/b c.pdf", ("a", "b c.pdf")),
        (r".\a\b.pdf", ("a", "b.pdf")),
        (r"a/b\c.pdf", ("a", "b", "c.pdf")),
        ("a//b.pdf", ("a", "b.pdf")),
        ("a/../b.pdf", ("b.pdf",)),
        ("a/..", ()),
        (".", ()),
        ("a/...", ("a", "...")),
        ("~a.pdf", ("~a.pdf",)),
    ],
)
def test_relative_paths_are_taken_apart(name, parts):
    assert path_parts(name) == parts


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("/etc/passwd", "E202"),
        (r"\bukti\a.pdf", "E202"),
        (r"D:\bukti\a.pdf", "E202"),
        ("d:a.pdf", "E202"),
        (r"\\server\bagi\a.pdf", "E202"),
        ("~/a.pdf", "E202"),
        ("~", "E202"),
        ("file:///etc/passwd", "E202"),
        ("../a.pdf", "E203"),
        ("..", "E203"),
        ("a/../../b.pdf", "E203"),
        (r"a\..\..\b.pdf", "E203"),
        ("a?.pdf", "E205"),
        ("jam 10:30.pdf", "E205"),
        ("a.pdf\nb.pdf", "E205"),
        ("a\0.pdf", "E205"),
        ("\ud800.pdf", "E205"),
        ("a" * 256, "E206"),
    ],
)
def test_names_that_lead_to_no_evidence_say_why(name, code):
    with pytest.raises(UnusableError) as fault:
        path_parts(name)
    assert fault.value.code == code


def test_a_name_of_255_characters_is_possible():
    assert path_parts("a" * 255) == ("a" * 255,)


def test_an_entry_is_found_by_the_nearest_name():
    composed, apart = (unicodedata.normalize(form, "café.pdf") for form in ("NFC", "NFD"))

    assert find_entry("a.pdf", {"A.pdf", "a.pdf"}) == ("a.pdf", Likeness.SAME)
    assert find_entry("A.PDF", {"b.pdf", "a.pdf"}) == ("a.pdf", Likeness.CASE)
    assert find_entry(composed, {apart, "CAFÉ.PDF"}) == (apart, Likeness.FORM)
    assert find_entry("c.pdf", {"b.pdf", "a.pdf"}) is None
