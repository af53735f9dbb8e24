"""What ``ipak.yaml`` says of the rubric's parts: items, targets, legal bases, the office's own form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import in_full
from ipak_cli.base.message import InFull
from ipak_cli.base.problem import problem
from ipak_cli.base.text import nearest
from ipak_cli.catalogue.report import LEGAL_BASIS_UNKNOWN
from ipak_cli.catalogue.rubrics import NEAREST_MEANT, NONE
from ipak_cli.catalogue.workspace import ITEM_NOT_IN_RUBRIC, KNOWN_CODES, TARGET_UNREACHABLE
from ipak_cli.rubric.lint_own_form import lint_own_form
from ipak_cli.rubric.types import ID

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from fractions import Fraction

    from ipak_cli.base.problem import Problem, Where
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.workspace.config import Config

    Place = Callable[..., Where]

_NEAR: Final = 50
_ID: Final = re.compile(ID)


def check_items(config: Config, rubric: SurveyRubric, place: Place) -> tuple[Problem, ...]:
    """Return what does not fit the rubric, with its lines: codes, targets, legal bases, the form's."""
    found = (
        *_codes(config, rubric, place),
        *_targets(config, rubric, place),
        *_legal_basis(config, rubric, place),
    )
    if not config.has_own_form:
        return found
    return (*found, *lint_own_form(config.columns, config.answers, rubric, place))


def _codes(config: Config, rubric: SurveyRubric, place: Place) -> Iterator[Problem]:
    known = [item.code for item in rubric.items]
    for path in config.items_named():
        code = path[-1]
        if code not in known:
            near = nearest(code.upper(), known, _NEAR)
            advice = NEAREST_MEANT(near=near) if near else KNOWN_CODES(codes=", ".join(known))
            key = ".".join(path[:-1])
            yield problem(
                ITEM_NOT_IN_RUBRIC, place(*path), key=key, code=code, rubric=rubric.id, advice=advice
            )


def _targets(config: Config, rubric: SurveyRubric, place: Place) -> Iterator[Problem]:
    targets: list[tuple[Fraction | None, Where]] = [(config.targets.default, place("targets", "default"))]
    targets += [(target, place("targets", "items", code)) for code, target in config.targets.items.items()]
    scale = rubric.scale
    for target, where in targets:
        if target is not None and not scale.lowest <= target <= scale.highest:
            shown = in_full(target)
            yield problem(TARGET_UNREACHABLE, where, target=shown, lowest=scale.lowest, highest=scale.highest)


def _legal_basis(config: Config, rubric: SurveyRubric, place: Place) -> Iterator[Problem]:
    """Refuse what is written like an id of the rubric's legal bases and is none."""
    known = [each.id for each in rubric.legal_basis]
    for number, said in enumerate(config.legal_basis):
        if said not in known and _ID.fullmatch(said):
            shown = InFull(", ".join(known)) or NONE()
            where = place("legal_basis", number)
            yield problem(LEGAL_BASIS_UNKNOWN, where, id=said, rubric=rubric.id, known=shown)


def legal_basis(config: Config, rubric: SurveyRubric) -> tuple[str, ...]:
    """Return what the settings name as legal bases: the text of each id, and the office's own sentences."""
    texts = {each.id: each.text for each in rubric.legal_basis}
    return tuple(texts.get(said, said) for said in config.legal_basis)
