"""Values that the shell completes: periods with results, names of rubrics, codes of problems.

Nothing of it may show: where something cannot be known, nothing is proposed.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def stored_periods(context: typer.Context, incomplete: str) -> list[str]:
    """Return the periods whose results the workspace holds, the newest first."""
    with suppress(Exception):
        return _beginning(_stored(context), incomplete)
    return []


def rubric_names(context: typer.Context, incomplete: str) -> list[str]:
    """Return the ids of the shipped rubrics, and the workspace's own files as they are named from here."""
    with suppress(Exception):
        return _beginning((*_shipped(), *_own(context)), incomplete)
    return []


def instruments(incomplete: str) -> list[str]:
    """Return what a form may ask in its own words: the shipped rubrics, or questions of its own."""
    with suppress(Exception):
        from ipak_cli.survey.form.said import OWN

        return _beginning((*_shipped(), OWN), incomplete)
    return []


def problem_codes(incomplete: str) -> list[tuple[str, str]]:
    """Return the codes of problems with their titles."""
    with suppress(Exception):
        from ipak_cli.catalogue.indonesian import CATALOGUE, title_of

        codes = _beginning(CATALOGUE, incomplete.upper())
        return [(code.lower() if incomplete.islower() else code, title_of(code)) for code in codes]
    return []


def _beginning(names: Iterable[str], incomplete: str) -> list[str]:
    return [name for name in names if name.startswith(incomplete)]


def _stored(context: typer.Context) -> list[str]:
    from ipak_cli.base.period import Period, parse_period
    from ipak_cli.workspace.layout import Paths

    found: list[Period] = []
    for folder in Paths(_workspace(context)).results.iterdir():
        with suppress(ValueError):
            found.append(parse_period(folder.name))
    return [period.name for period in sorted(found, key=lambda each: (each.end, each), reverse=True)]


def _shipped() -> tuple[str, ...]:
    from ipak_cli.rubric.load import shipped_ids

    return shipped_ids()


def _own(context: typer.Context) -> Iterator[str]:
    with suppress(Exception):
        workspace = _workspace(context)
        for path in sorted((workspace / "rubrik").glob("*.yaml")):
            yield os.path.relpath(path)


def _workspace(context: typer.Context) -> Path:
    from ipak_cli.workspace.layout import must_find_workspace

    named = context.params.get("workspace")
    return must_find_workspace(Path(named) if named else None, Path.cwd(), os.environ)
