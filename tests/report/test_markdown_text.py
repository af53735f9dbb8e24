from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ipak_cli.report.formats.markdown import markdown
from ipak_cli.report.prose import one_line, tidy

VIEWER = MarkdownIt("js-default", {"html": True}).enable("strikethrough")
TRICKY = st.lists(
    st.sampled_from(
        [*"\\`*_{}[]()#+-.!|~$&=@:/<>\"' \n19ax", "www.", "http://a.test", "<b>", "&lt;", "1. ", "- ", "```"]
    ),
    max_size=12,
).map("".join)


def shown(text):
    """Return the words that a viewer shows of a paragraph, with its line breaks."""
    page = VIEWER.render(text).strip()
    found = re.fullmatch(r"<p>(.*)</p>", page, re.DOTALL)
    assert found, page
    return html.unescape(found[1].replace("<br>", "\n"))


@given(TRICKY)
def test_a_viewer_shows_exactly_the_text(text):
    lines = [" ".join(line.split()) for line in text.strip().splitlines()]
    if any(lines):
        assert shown(markdown(text)) == "\n".join(lines)


@given(TRICKY)
def test_a_table_keeps_a_text_in_its_cell(text):
    table = VIEWER.render(f"| a | b |\n| --- | --- |\n| {markdown(text)} | akhir |\n")
    assert len(re.findall(r"<td[^>]*>", table)) == 2
    assert "<td>akhir</td>" in table


@given(TRICKY)
def test_no_text_opens_a_tag_or_a_link(text):
    tags = set(re.findall(r"<(\w+)", VIEWER.render(markdown(text))))
    assert tags <= {"p", "br"}


@pytest.mark.parametrize("text", ["=1+1", "+62", "-5", "@nama", "# Judul", "1. satu", "2) dua", ": arti"])
def test_what_could_begin_something_at_the_start_of_a_line_is_held_back(text):
    assert "\\" in markdown(text)[:3]


def test_a_figure_a_date_and_a_code_stay_as_they_are():
    for text in ("3,94", "31\xa0Maret 2025", "IV-2024", "97,86 %", "(4)", "U1", "a/b", "P & K"):
        assert markdown(text) == text


def test_an_address_and_a_mail_address_lead_nowhere():
    assert markdown("https://a.test www.a.test a@b.test") == "https\\://a.test www\\.a.test a\\@b.test"


def test_a_line_break_becomes_a_mark_that_fits_a_cell():
    assert markdown("satu\r\ndua\n# tiga") == "satu<br>dua<br>\\# tiga"


def test_control_characters_halves_and_marks_of_direction_are_dropped():
    assert tidy("a\x00b\x1b[31mc\u202ed\ud800e\x85f") == "ab[31mcdef"


def test_one_line_has_no_line_break():
    assert one_line(" a\n\n- b\t c ") == "a - b c"
