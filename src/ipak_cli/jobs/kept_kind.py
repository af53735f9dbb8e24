"""What a period's stored result was made of: a recap never takes the place of responses, nor they its."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.base.message import InFull
from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, problem
from ipak_cli.catalogue.workspace import ANSWERS_FOR_STORED_RECAP, RECAP_FOR_STORED_ANSWERS
from ipak_cli.workspace.layout import SHOWN
from ipak_cli.workspace.store import InputKind

if TYPE_CHECKING:
    from ipak_cli.base.period import Period
    from ipak_cli.jobs.open_workspace import StoredResults


def other_kind_stored(period: Period, stored: StoredResults, where: Where, *, recap: bool) -> Problem | None:
    """Return what is wrong with a result for a period that holds one of the other kind; ``None`` if nothing.

    ``recap`` tells whether the new one is of a recap.
    A stored result that cannot be read says nothing of that: whoever needs it tells why.
    """
    if period not in stored.periods(InputKind.SURVEY):
        return None
    try:
        before = stored.load(InputKind.SURVEY, period)
    except ProblemsFoundError:
        return None
    if (before.recap is not None) == recap:
        return None
    entry = RECAP_FOR_STORED_ANSWERS if recap else ANSWERS_FOR_STORED_RECAP
    document = SHOWN.result(period, InputKind.SURVEY.file)
    told = {"document": InFull(document.as_posix()), "aside": InFull((document.parent / "lama").as_posix())}
    names = tuple(source.name for source in before.sources)
    return problem(entry, where, period=period, names=names, **told)
