"""What templates of an office may cost: every filter, test, operator and statement with hostile sizes."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, TemplateError, TemplateSyntaxError
from jinja2.filters import FILTERS
from jinja2.tests import TESTS

from ipak_cli.report.metering import weight
from ipak_cli.report.outline import Cell
from ipak_cli.report.sandbox import Sandbox, TooMuchWorkError
from makers.work import calls_of

LIMIT = 300_000
ROWS = tuple(range(100))
LONG = "a" * 20_000
NESTED = "{% set x = ('a', 'b') %}" + "{% set x = (x, x) %}" * 100
"""A value that holds itself more often than there are atoms: nobody may walk through it uncounted."""

ALLOWED_FILTERS = {
    "capitalize", "count", "d", "default", "first", "join", "last", "length", "lower", "trim", "upper",
}  # fmt: skip
REFUSED_FILTERS = {
    "abs", "attr", "batch", "center", "dictsort", "e", "escape", "filesizeformat", "float", "forceescape",
    "format", "groupby", "indent", "int", "items", "list", "map", "max", "min", "pprint", "random", "reject",
    "rejectattr", "replace", "reverse", "round", "safe", "select", "selectattr", "slice", "sort", "string",
    "striptags", "sum", "title", "tojson", "truncate", "unique", "urlencode", "urlize", "wordcount",
    "wordwrap", "xmlattr",
}  # fmt: skip
REFUSED_TESTS = {"callable", "escaped", "filter", "test"}
FAULTS = (
    TemplateError,
    TooMuchWorkError,
    ArithmeticError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)


def compiled(source, limit=LIMIT, **files):
    loader = DictLoader({"main": source, **files})
    box = Sandbox(loader, str, {"ref": lambda key: {"a": "A"}[key]}, escapes=False, limit=limit)
    return box.get_template("main")


def rendered(source, limit=LIMIT):
    return compiled(source, limit).render(text=LONG, rows=ROWS, cell=Cell(("a",)))


def test_every_filter_of_jinja_is_known_here():
    assert set(FILTERS) == ALLOWED_FILTERS | REFUSED_FILTERS
    assert ALLOWED_FILTERS.isdisjoint(REFUSED_FILTERS)


def test_every_test_of_jinja_is_known_here():
    box = Sandbox(DictLoader({}), str, {}, escapes=False, limit=None)
    assert set(box.tests) | REFUSED_TESTS == set(TESTS)
    assert REFUSED_TESTS.isdisjoint(box.tests)
    assert {name for name in box.filters if " " not in name} == ALLOWED_FILTERS


@pytest.mark.parametrize("name", sorted(REFUSED_FILTERS))
def test_a_filter_that_is_not_allowed_is_unknown(name):
    with pytest.raises(TemplateSyntaxError):
        rendered("{{ text|" + name + "(1000000000) }}")


@pytest.mark.parametrize("name", sorted(REFUSED_TESTS))
def test_a_test_that_is_not_allowed_is_unknown(name):
    with pytest.raises(TemplateSyntaxError):
        rendered("{{ text is " + name + " }}")


@pytest.mark.parametrize(
    "source",
    [
        "{{ rows|_each(-10**15) }}",
        "{{ 1|weighed }}",
        "{{ 1|each weight }}",
        "{{ 1|_text }}",
        "{{ environment }}",
        "{{ context }}",
    ],
)
def test_the_meter_is_out_of_reach(source):
    with pytest.raises(TemplateError):
        rendered(source + "{% for a in rows %}{% for b in rows %}{{ a }}{% endfor %}{% endfor %}")


TEXT_WORK = [
    *("{{ (text|" + name + ")|length }}" for name in ("capitalize", "lower", "upper", "trim", "join")),
    "{{ (text ~ text)|length }}",
    "{{ text[1:]|length }}",
    "{{ text[::-1]|length }}",
    "{{ text == text[:9] ~ text[9:] }}",
    "{{ text < text }}",
    "{{ 'b' in text }}",
    "{{ text in (text, text) }}",
    "{{ {text: 1}|length }}",
    "{{ rows[text]|default('') }}",
    "{{ text|trim(text)|length }}",
    "{{ text is lower }}",
    "{{ text is upper }}",
    "{{ text is eq(text) }}",
    "{{ text is in(text) }}",
    "{{ text }}",
    "{% set y %}{{ text }}{% endset %}",
    "{% macro m() %}{{ text }}{% endmacro %}{% set y = m() %}",
    "{% filter upper %}{{ text }}{% endfilter %}",
    "{{ ref(text) }}",
]


@pytest.mark.parametrize("piece", TEXT_WORK)
def test_work_on_a_text_is_charged_by_its_length(piece):
    with pytest.raises(FAULTS):
        rendered(piece * 20)


NESTED_WORK = [
    "{{ x ~ '' }}", "{{ x == (x, x) }}", "{{ x < x }}", "{{ x in (x, x) }}", "{{ {x: 1} }}", "{{ {}[x] }}",
    "{{ x() }}", "{{ ref(x) }}", "{{ x|upper }}", "{{ x|lower }}", "{{ x|capitalize }}", "{{ x|trim }}",
    "{{ x|join }}", "{{ (x, 1)|join }}", "{{ x is eq((x, x)) }}", "{{ x is in((x, x)) }}",
    "{{ x is lower }}",
    "{{ x is upper }}", "{{ x is gt((x, 1)) }}", "{{ x is odd }}", "{{ x % 1 }}", "{{ x + x }}",
    "{{ x * 2 }}", "{{ -x }}", "{{ x }}", "{{ rows[x] }}", "{{ rows[x:] }}", "{{ x[x] }}", "{% include x %}",
    "{% import x as y %}", "{% extends x %}", "{% for a in rows if x == (x, x) %}{% endfor %}",
    "{% for a in rows %}{{ loop.changed(x) }}{% endfor %}",
    "{% for a in rows %}{{ loop.cycle(x) }}{% endfor %}",
    "{% macro m(y) %}{{ y }}{% endmacro %}{{ m(x) }}",
    "{% macro m() %}{{ kwargs }}{% endmacro %}{{ m(y=x) }}",
    "{% call(y) x() %}{% endcall %}", "{% filter join %}{{ x }}{% endfilter %}",
]  # fmt: skip


@pytest.mark.parametrize("piece", NESTED_WORK)
def test_a_value_that_holds_itself_again_and_again_is_not_walked_through(piece):
    with pytest.raises(FAULTS):
        rendered(NESTED + piece)


ENDLESS = {
    "loops": "{% for a in rows %}" * 6 + "{% endfor %}" * 6,
    "loops that pick": "{% for a in rows if rows %}" * 6 + "{% endfor %}" * 6,
    "loops that pick nothing": "{% for a in rows %}{% for b in rows if b > 1000 and 'a' in text[:9] %}"
    "{% endfor %}{% endfor %}" * 50,
    "texts of a loop": "{% for a in rows %}{% for b in rows %}" + LONG + "{% endfor %}{% endfor %}",
    "a loop in itself": "{% for a in rows recursive %}{{ loop(rows) }}{% endfor %}",
    "a wide loop in itself": "{% for a in rows recursive %}{% if loop.depth < 5 %}{{ loop(rows) }}"
    "{% endif %}{% endfor %}",
    "a macro in itself": "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}",
    "a macro with a long body": "{% macro m() %}"
    + "{{ 1 + 1 }}" * 1000
    + "{% endmacro %}"
    + "{{ m() }}" * 200,
    "a call in itself": "{% macro m() %}{{ caller() }}{% endmacro %}"
    "{% macro n() %}{% call m() %}{{ n() }}{% endcall %}{% endmacro %}{{ n() }}",
    "doubled by ~": "{% set x = text %}" + "{% set x = x ~ x %}" * 60 + "{{ x }}",
    "doubled by set": "{% set x = text %}" + "{% set x %}{{ x }}{{ x }}{% endset %}" * 60,
    "doubled by join": "{% set x = text %}" + "{% set x = (x, x)|join %}" * 60,
    "joined by a text": "{% for a in rows %}{{ (rows|join(text))|length }}{% endfor %}",
    "doubled by macro": "{% macro m(x) %}{{ x }}{{ x }}{% endmacro %}{% set x = text %}"
    + "{% set x = m(x) %}" * 60,
    "includes itself": "{% include 'main' %}{% include 'main' %}",
    "imports itself": "{% import 'main' as m %}{% import 'main' as n %}",
    "imports from itself": "{% from 'main' import a %}",
    "extends itself": "{% extends 'main' %}",
    "includes one of many": "{% for a in rows %}{% for b in rows %}{% include ['x', 'y', 'z', 'o'] %}"
    "{% endfor %}{% endfor %}",
    "a block in itself": "{% block b %}{{ self.b() }}{{ self.b() }}{% endblock %}",
}


@pytest.mark.parametrize("source", ENDLESS.values(), ids=ENDLESS)
def test_what_would_never_end_is_stopped_after_bounded_work(source):
    template = compiled(source, o="")

    def run():
        with pytest.raises((TooMuchWorkError, RecursionError)):
            template.render(text=LONG, rows=ROWS)

    assert calls_of(run) < 2 * LIMIT


@pytest.mark.parametrize(
    "source",
    [
        "{{ 2**10**9 }}", "{{ 10**10**6 }}", "{{ '%1000000000d' % 1 }}", "{{ 'x' * 1000000000 }}",
        "{{ rows * 1000000000 }}", "{{ rows + rows }}", "{{ 1000000000000 * 1000000000000 }}",
        "{{ 1 / 0 }}", "{{ 1e308 * 10 }}", "{{ text.center(1000000000) }}", "{{ text.format(1) }}",
        "{{ '{:1000000000}'.format(1) }}", "{{ '{0:1000000000}'.format_map({}) }}", "{{ text.join(rows) }}",
        "{{ '%1000000000d' is odd }}", "{{ '%1000000000d' is even }}",
        "{{ '%1000000000d' is divisibleby(3) }}", "{{ 1 is divisibleby(text) }}", "{{ range(10) }}",
        "{{ lipsum(10) }}", "{{ dict(a=1) }}", "{{ cycler(1) }}", "{{ joiner() }}", "{{ namespace() }}",
        "{{ rows.__class__ }}", "{{ cell.__init__ }}", "{{ self._TemplateReference__context }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}", "{{ cell|attr('texts') }}",
    ],
)  # fmt: skip
def test_what_makes_something_huge_or_looks_inside_is_refused(source):
    with pytest.raises(FAULTS):
        rendered(source)


def test_a_number_with_more_digits_than_python_writes_is_refused():
    with pytest.raises(ValueError, match="digits"):
        rendered("{{ " + "9" * 5000 + " }}")


def test_what_a_report_needs_is_not_refused():
    source = (
        "{% for a in rows if a is odd and a is not divisibleby(3) %}{% if loop.first %}{{ a }}{% endif %}"
        "{% endfor %}"
        "{{ rows|length }}{{ rows|first }}{{ rows[1:3]|join('-') }}{{ ' x '|trim }}{{ 'xy'|trim('x') }}"
        "{{ nothing|default('d') }}{{ 2 is even }}{{ 1 is in(rows) }}{{ text[0] ~ ref('a') }}"
    )
    assert rendered(source) == "110001-2xydTrueTrueaA"


def test_without_a_limit_nothing_is_counted():
    assert len(rendered("{% for a in rows %}{{ text }}{% endfor %}", limit=None)) == 2_000_000


def test_a_weight_counts_letters_and_parts_and_stops_where_it_is_told():
    assert weight("abc") == 23
    assert weight(Cell(("ab",))) > weight(Cell(("a",)))
    assert weight({"a": (1, 2)}) == 20 + 21 + 20 + 21 + 22
    value = ("a", "b")
    for _ in range(100):
        value = (value, value)
    assert 1_000 < weight(value, 1_000) <= 1_100
