"""Pages as text: the templates of the page, and what they may ask: figures, sentences, dates."""

from __future__ import annotations

from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Final

from jinja2 import Environment, FunctionLoader, StrictUndefined
from starlette.responses import HTMLResponse

from ipak_cli.base.figures import count, figure, grouped_int, short
from ipak_cli.base.problem import worst_first
from ipak_cli.base.text import capital, shown
from ipak_cli.catalogue.indonesian import CATALOGUE, message_of, say
from ipak_cli.report.templates import templates_folder
from ipak_cli.terminal.console import NAMES, summary
from ipak_cli.web.advice import advice_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ipak_cli.base.problem import Problem, Severity

FOLDER: Final = "laman"
MOST_SHOWN: Final = 50
"""Problems of one code that a page lists; the count tells of the others."""


@cache
def _environment() -> Environment:
    """Return the templates of the page; every text is escaped, an unknown name is a fault of ours."""
    folder = templates_folder() / FOLDER
    environment = Environment(
        loader=FunctionLoader(lambda name: (folder / name).read_text(encoding="utf-8")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters.update(
        angka=figure,
        cacah=count,
        ribuan=grouped_int,
        pendek=short,
        kalimat=say,
        awal=capital,
        bersih=shown,
        derajat=_name,
    )
    return environment


def asset(name: str) -> str:
    """Return a file of the page that is no template: its look or its script."""
    return (templates_folder() / FOLDER / name).read_text(encoding="utf-8")


def page(name: str, code: int = 200, /, **values: object) -> HTMLResponse:
    """Return a page made from a template and its values."""
    return HTMLResponse(_environment().get_template(f"{name}.html.j2").render(values), code)


def problem_groups(problems: Iterable[Problem]) -> Iterator[dict[str, object]]:
    """Yield problems for a page, the worst first, one group a code: its title, places and advice."""
    ordered = worst_first(dict.fromkeys(problems))
    for (severity, code), group in groupby(ordered, key=lambda each: (each.severity, each.code)):
        listed = list(group)
        advice = {advice_of(each) for each in listed}
        yield {
            "severity": severity.value,
            "severity_name": _name(severity),
            "code": code,
            "title": CATALOGUE[code].title,
            "places": [
                {
                    "where": str(each.where),
                    "cell": each.where.cell,
                    "said": message_of(each),
                    "advice": advice_of(each),
                }
                for each in listed[:MOST_SHOWN]
            ],
            "more": max(0, len(listed) - MOST_SHOWN),
            "advice": advice.pop() if len(advice) == 1 else None,
        }


def counted(problems: Iterable[Problem]) -> str:
    """Count problems in words: ``2 galat, 1 peringatan``."""
    return summary(tuple(dict.fromkeys(problems)))


def _name(severity: Severity) -> str:
    return NAMES[severity].capitalize()
