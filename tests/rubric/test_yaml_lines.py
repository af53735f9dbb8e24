from __future__ import annotations

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.rubric.yaml_lines import MAX_BYTES, MAX_DEPTH, read_document
from makers.rubric_text import SMALL, altered, found, line_of, problems_of
from makers.work import calls_of


def _data(text: str):
    return read_document(text.encode(), "x.yaml").data


def test_scalars_stay_the_text_that_stands_in_the_file():
    assert _data("a: 01\nb: no\nc: 1:30\nd: 0x1F\ne: 1_0\nf: 2024-01-01\ng: .inf\nh: '~'\n") == {
        "a": "01", "b": "no", "c": "1:30", "d": "0x1F", "e": "1_0", "f": "2024-01-01", "g": ".inf", "h": "~",
    }  # fmt: skip


def test_only_a_plain_null_or_nothing_is_blank():
    assert _data("a: null\nb: ~\nc:\nd: ''\n") == {"a": None, "b": None, "c": None, "d": ""}


def test_every_key_and_entry_knows_its_line():
    document = read_document(b"# remark\na:\n  - x\n  - b: 1\n    c: 2\n", "x.yaml")
    assert dict(document.lines) == {("a",): 2, ("a", 0): 3, ("a", 1): 4, ("a", 1, "b"): 4, ("a", 1, "c"): 5}
    assert str(document.place("a", 1, "c")) == "x.yaml:5"


def test_a_missing_part_is_placed_at_the_part_around_it():
    document = read_document(b"a:\n\n  b: 1\n", "x.yaml")
    assert str(document.place("a", "b", "c", 3)) == "x.yaml:3"
    assert str(document.place("nothing")) == "x.yaml:1"


def test_a_byte_order_mark_and_windows_line_ends_change_nothing():
    content = b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode()
    assert found(content) == []


def test_a_duplicate_key_is_named_with_both_lines():
    text = altered("    name: Indeks ramah\n", "    name: Indeks ramah\n    name: Indeks kasar\n")
    (problem,) = problems_of(text)
    assert (problem.code, problem.where.line) == ("R610", line_of(text, "name: Indeks kasar"))
    assert f"baris {line_of(text, 'name: Indeks ramah')}" in message_of(problem)


def test_the_first_of_two_equal_keys_counts_so_that_the_rest_is_checked():
    text = altered("target: 4\n", "target: 9\ntarget: 4\n")
    assert found(text) == [("R667", line_of(text, "target: 9")), ("R610", line_of(text, "target: 4"))]


def test_each_anchor_alias_and_tag_is_refused_on_its_line():
    text = altered("title: Rubrik kecil", "title: &judul Rubrik kecil")
    text = altered("name: Indeks bersih", "name: *judul", text)
    text = altered("target: 4", "target: !!float 4", text)
    assert [(problem.code, problem.where.line) for problem in problems_of(text)] == [
        ("R611", line_of(text, "&judul")),
        ("R611", line_of(text, "*judul")),
        ("R611", line_of(text, "!!float")),
    ]


@pytest.mark.parametrize(
    "tag", ["!!python/object/apply:os.system [ls]", "!include rahasia.yaml", "!<tag:x> y"]
)
def test_a_tag_never_does_anything(tag):
    text = altered("title: Rubrik kecil", f"title: {tag}")
    assert ("R611", line_of(text, "title:")) in found(text)


def test_an_alias_bomb_is_refused_at_once():
    bomb = "a0: &a0 [x, x]\n" + "".join(
        f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}*a{n - 1}]\n" for n in range(1, 30)
    )
    assert "R611" in {code for code, _ in found("kind: survey\n" + bomb)}
    assert calls_of(lambda: found("kind: survey\n" + bomb)) < 100_000


def test_an_alias_without_an_anchor_and_an_anchor_given_twice_are_not_errors_of_the_reader():
    document = read_document(b"a: *b\nc: &d 1\ne: &d 2\n", "x.yaml")
    assert [(fault.code, fault.where.line) for fault in document.problems] == [("R611", n) for n in (1, 2, 3)]


def test_a_merge_key_is_just_a_key_that_is_not_known():
    text = altered("target: 4", "<<: {target: 4}")
    assert found(text) == [("R620", line_of(text, "<<"))]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "{? ", "[? "])
def test_deep_nesting_is_refused_without_a_recursion_error(opening):
    ((code, line),) = found("kind: survey\nindices:\n  " + opening * 5000)
    assert (code, line) == ("R609", 3)


def test_nesting_up_to_the_limit_is_read():
    read_document(("a: " + "[" * (MAX_DEPTH - 2) + "x" + "]" * (MAX_DEPTH - 2)).encode(), "x.yaml")


@pytest.mark.parametrize("key", ["? [a, b]\n: c\n", "? {a: b}\n: c\n", "{a: b}: c\n"])
def test_a_key_that_is_not_a_word_is_refused(key):
    assert ("R611", line_of(SMALL + key, key)) in found(SMALL + key)


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "said"),
    [
        ("  lowest: 1", "\tlowest: 1", "R605", 7, "TAB"),
        ("lowest: 1", "lowest:\t1", "R605", 7, "TAB"),
        ("  lowest: 1", "  \tlowest: 1", "R605", 7, "TAB"),
        ("title: Rubrik kecil", "title: Rubrik: kecil", "R606", 4, "titik dua"),
        ("title: Rubrik kecil", 'title: "Rubrik kecil', "R606", 4, "kutip"),
        ("[BERSIH, RAMAH]", "[BERSIH, RAMAH", "R606", 38, "kurung"),
        ("title: Rubrik kecil", "title", "R606", 4, "tanpa titik dua"),
        ("title: Rubrik kecil", "title: @kecil", "R606", 4, "diapit tanda kutip"),
        ("title: Rubrik kecil", "title: %kecil", "R606", 4, "diapit tanda kutip"),
        ("title: Rubrik kecil", 'title: "a\\q"', "R606", 4, "garis miring"),
        ("    name: Indeks bersih", "   name: Indeks bersih", "R606", 14, "inden"),
        ("title: Rubrik kecil", "title: Rubrik kecil\n---", "R608", 5, "dokumen kedua"),
        ("title: Rubrik kecil", "title: Rubrik\x07 kecil", "R604", 4, "U+0007"),
        ("title: Rubrik kecil", 'title: "Rubrik\\e kecil"', "R604", 4, "U+001B"),
        ("title: Rubrik kecil", "title: Rubrik\u2028 kecil", "R604", 4, "U+2028"),
    ],
)
def test_text_that_is_not_yaml_is_explained_on_its_line(old, new, code, line, said):
    (problem,) = problems_of(altered(old, new))
    assert (problem.code, problem.where.line) == (code, line)
    assert said in message_of(problem)


@pytest.mark.parametrize(
    "text", ["", "# hanya catatan\n", "hanya teks", "- satu\n- dua\n", "---\n...\n", "null"]
)
def test_a_file_without_keys_is_not_a_rubric(text):
    assert [code for code, _ in found(text)] == ["R607"]


def test_other_encodings_are_named_with_the_line():
    assert found(SMALL.replace("Rubrik kecil", "Rubrik – kecil").encode("cp1252")) == [("R603", 4)]
    assert [code for code, _ in found(SMALL.encode("utf-16")[:-1])] == ["R603"]


def test_a_file_in_utf_16_as_powershell_writes_it_is_read():
    assert (
        read_document(SMALL.encode("utf-16"), "kecil.yaml").data
        == read_document(SMALL.encode(), "kecil.yaml").data
    )


def test_a_large_file_is_refused_before_it_is_parsed():
    assert found(b"a: [" * MAX_BYTES) == [("R602", None)]


@pytest.mark.parametrize(
    "unit",
    [
        "k%d: 1\n",
        "{",
        "[",
        "? ",
        "- ",
        "a: b: ",
        "'",
        '"\\n" ',
        "!!x ",
        "&a%d ",
        "*a ",
        "# x\n",
        "|\n",
        "%% ",
    ],
)
def test_no_text_within_the_limit_takes_long_or_crashes(unit):
    text = "".join(unit % n if "%d" in unit else unit for n in range(MAX_BYTES // 8))[:MAX_BYTES]
    assert found(text)
    # No character may cost more the more there are of them.
    half = calls_of(lambda: found(text[: MAX_BYTES // 2]))
    assert calls_of(lambda: found(text)) < 3 * half + 10_000


def test_nothing_english_of_the_reader_is_shown():
    with pytest.raises(ProblemsFoundError) as caught:
        read_document(b"a: b\n c: d\n", "x.yaml")
    assert message_of(caught.value.problems[0]) == "ada titik dua di tempat yang tidak semestinya"
