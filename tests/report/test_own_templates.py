"""Templates of an office: they replace shipped ones, and their faults are told with file and line."""

from __future__ import annotations

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue.indonesian import hint_of
from ipak_cli.report.outline import Paragraph, Prose
from ipak_cli.report.sandbox import TooMuchWorkError
from ipak_cli.report.templates import own_faults_told
from makers.reports import VARIABLES, html_of, markdown_of, plain_table, report

PREFACE = "naskah/kata_pengantar.txt.j2"
COVER = "html/sampul.html.j2"
PROSE = report(Prose("kata_pengantar"), plain_table(("a", "b")))


def problems_of(own, variables=VARIABLES):
    with pytest.raises(ProblemsFoundError) as caught:
        html_of(PROSE, variables, own)
    return [(problem.code, str(problem.where)) for problem in caught.value.problems]


def test_prose_is_replaced_in_both_formats():
    own = {PREFACE: "Kami, {{ unit }}, menulis {{ ref('tabel') }}:\n\n- satu\n- dua\n"}
    assert "<p>Kami, Unit Layanan Contoh, menulis <a href" in html_of(PROSE, VARIABLES, own)
    text, _ = markdown_of(PROSE, VARIABLES, own)
    assert "Kami, Unit Layanan Contoh, menulis [Tabel 1.1](#tabel):\n\n- satu\n- dua\n" in text


def test_a_part_of_the_page_is_replaced_alone():
    page = html_of(
        report(Paragraph("Isi.")), {}, {COVER: "<header><h1>{{ report.cover.unit }}</h1></header>"}
    )
    assert "<header><h1>Unit Layanan Contoh</h1></header>" in page
    assert "<p>Isi.</p>" in page


def test_a_value_in_an_own_page_is_escaped():
    page = html_of(report(unit="<b>A</b>"), {}, {COVER: "<h1>{{ report.cover.unit ~ '!' }}</h1>"})
    assert "<h1>&lt;b&gt;A&lt;/b&gt;!</h1>" in page


@pytest.mark.parametrize(
    "call", ["part('x')", "linked(none)", "drawing('x')", "wide(1)", "chart_table(report)"]
)
def test_a_wrong_call_of_a_given_function_is_told_too(call):
    own = {COVER: "<header>\n{{ " + call + " }}</header>"}
    assert problems_of({**own, PREFACE: "Kami"}) == [("L558", f"templat/{COVER}:2")]


def test_an_office_with_own_templates_may_have_a_very_long_report():
    rows = tuple(("saran yang cukup panjang untuk satu baris penuh", str(n)) for n in range(5000))
    page = html_of(report(plain_table(*rows)), {}, {COVER: "<header><h1>Laporan</h1></header>"})
    assert '<td class="left">4999</td>' in page


def test_a_value_with_line_breaks_cannot_begin_a_list():
    page = html_of(PROSE, {"unit": "A\n\n- B"}, {PREFACE: "Kami {{ unit }}"})
    assert "<p>Kami A - B</p>" in page


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("satu\n{% if unit %}", "L552"),
        ("satu\n{{ unit", "L552"),
        ("satu\n{{ unit|safe }}", "L552"),
        ("satu\n{{ unit|e }}", "L552"),
        ("satu\n{% autoescape false %}{{ unit }}{% endautoescape %}", "L552"),
        ("satu\n{% endfor %}", "L552"),
        ("satu\n{{ tidak_ada }}", "L553"),
        ("satu\n{{ unit.tidak_ada }}", "L553"),
        ("satu\n{{ kosong }}", "L553"),
        ("satu\n{% for i in range(10**9) %}{% endfor %}", "L554"),
        ("satu\n{% for i in range(9) %}{% endfor %}", "L553"),
        ("satu\n{{ unit.__class__.__mro__ }}", "L554"),
        ("satu\n{{ unit.center(10) }}", "L554"),
        ("satu\n{{ 'x' * 1000000000 }}", "L554"),
        ("satu\n{{ 9**9 }}", "L554"),
        ("satu\n{{ 999999 * 9999999 }}", "L554"),
        ("satu\n{% include 'naskah/kata_pengantar.txt.j2' %}", "L555"),
        ("satu\n{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "L555"),
        ("satu\n{{ ref('tabel-lain') }}", "L557"),
        ("satu\n{% include 'naskah/lain.txt.j2' %}", "L551"),
        ("satu\n{{ ref(1, 2) }}", "L558"),
        ("satu\n{{ 1 // 0 }}", "L558"),
        ("satu\n{{ codes|join }}{{ codes }}", "L558"),
    ],
)
def test_a_fault_is_told_with_its_file_and_line(source, code):
    variables = {**VARIABLES, "kosong": None, "codes": ("A", "B")}
    assert problems_of({PREFACE: source}, variables) == [(code, f"templat/{PREFACE}:2")]


@pytest.mark.parametrize(
    "source",
    [
        "{% for a in rows %}" * 4 + "x" + "{% endfor %}" * 4,
        "{% macro a(n) %}{% if n %}{{ a(n - 1) }}{{ a(n - 1) }}{% endif %}{% endmacro %}{{ a(60) }}",
        "{% set x = 'xxxxxxxxxxxxxxxx' %}" + "{% set x = x ~ x %}" * 40 + "{{ x }}",
        "{% set x = 'xxxxxxxxxxxxxxxx' %}" + "{% set x %}{{ x }}{{ x }}{% endset %}" * 40 + "{{ x }}",
        "{% set x = 'xxxxxxxxxxxxxxxx' %}" + "{% set x = (x, x)|join %}" * 40 + "{{ x }}",
    ],
    ids=["loops", "macros", "joined", "set", "join"],
)
def test_a_template_that_would_never_end_is_stopped(source):
    assert problems_of({PREFACE: source}, {"rows": tuple(range(300))}) == [("L555", f"templat/{PREFACE}:1")]


@pytest.mark.parametrize(
    "source",
    ["{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}", "{% for a in codes %}" * 60 + "{% endfor %}" * 60],
    ids=["brackets", "loops"],
)
def test_a_template_too_intricate_to_be_read_is_told(source):
    assert problems_of({PREFACE: source}) == [("L556", f"templat/{PREFACE}")]


def test_a_template_that_is_too_long_is_not_read():
    assert problems_of({PREFACE: "x" * 100_001}) == [("L556", f"templat/{PREFACE}")]
    assert "xxx" in html_of(PROSE, VARIABLES, {PREFACE: "x" * 100_000})


def test_what_the_shipped_templates_have_no_work_left_for_is_told_of_the_folder():
    with pytest.raises(ProblemsFoundError) as caught, own_faults_told({COVER: "x"}):
        raise TooMuchWorkError
    assert [(each.code, str(each.where)) for each in caught.value.problems] == [("L555", "templat")]


def test_a_reference_as_long_as_a_book_is_told():
    with pytest.raises(ProblemsFoundError) as caught:
        html_of(PROSE, {"long": "x" * 1_000_000}, {PREFACE: "{{ ref(long) }}"})
    assert caught.value.problems[0].code == "L557"


def test_a_name_that_replaces_nothing_is_told_with_the_nearest():
    with pytest.raises(ProblemsFoundError) as caught:
        html_of(PROSE, VARIABLES, {"naskah/kata-pengantar.txt.j2": "Halo"})
    (problem,) = caught.value.problems
    assert (problem.code, str(problem.where)) == ("L551", "templat/naskah/kata-pengantar.txt.j2")
    assert hint_of(problem) == "Mungkin maksudnya naskah/kata_pengantar.txt.j2."


def test_the_faults_of_all_templates_are_told_at_once():
    own = {PREFACE: "{% if %}", "markdown/bab.md.j2": "{{ }}", "html/gaya.css": "a {}"}
    assert problems_of(own) == [
        ("L551", "templat/html/gaya.css"),
        ("L552", "templat/markdown/bab.md.j2:1"),
        ("L552", f"templat/{PREFACE}:1"),
    ]


def test_a_reference_to_nothing_names_the_nearest_key():
    with pytest.raises(ProblemsFoundError) as caught:
        html_of(PROSE, VARIABLES, {PREFACE: "{{ ref('tabe') }}"})
    assert hint_of(caught.value.problems[0]) == "Mungkin maksudnya tabel."


def test_loops_macros_and_tests_work_as_they_should():
    source = (
        "{% macro say(x) %}[{{ x }}]{% endmacro %}"
        "{% for c in codes %}{{ loop.index + 1 }}/{{ loop.length }}{{ say(c) }}"
        "{% if not loop.last %}, {% endif %}{% endfor %} "
        "{{ codes|join(' dan ') }} {{ codes|length }} {{ 'x' is defined }}"
    )
    page = html_of(PROSE, {"codes": ("A", "B")}, {PREFACE: source})
    assert "<p>2/2[A], 3/2[B] A dan B 2 True</p>" in page
