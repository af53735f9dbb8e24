"""A form with questions of its own as fields: what each column is for, what is one item, what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.survey.form.likeness import together
from ipak_cli.survey.form.needed import needed
from ipak_cli.survey.form.picks import FieldFault, Role, RolePick
from ipak_cli.survey.form.said import (
    OWN,
    Said,
    Topic,
    groups_text,
    is_answered,
    read_columns,
    read_scale,
    span_text,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipak_cli.survey.form.columns import Form, FormColumn
    from ipak_cli.survey.form.picks import Picks
    from ipak_cli.survey.form.questions import Known, Question

ITEMS = (Role.ITEM, Role.NEGATIVE)


def proposals(form: Form, said: Said, known: Known) -> Mapping[Topic, Question]:
    """Return every open question by its topic; what needs an answer is assumed for those after it."""
    questions, _ = needed(form, said, known, lambda _: None)
    return {question.topic: question for question in questions}


def pick_roles(form: Form, picks: Picks, asked: Mapping[Topic, Question]) -> tuple[RolePick, ...]:
    """Return what each column is for: as picked, else as proposed; a column of no choices is for nothing."""
    items = {each.number for each in _proposed(form, asked.get(Topic.ITEMS))}
    profiles = {each.number for each in _proposed(form, asked.get(Topic.PROFILES))}

    def proposal(column: FormColumn) -> Role:
        if column.number in items:
            return Role.ITEM
        return Role.PROFILE if column.number in profiles else Role.NONE

    return tuple(
        RolePick(column, picks.roles.get(column.letters, proposal(column)))
        for column in filter(is_answered, form.columns)
    )


def _proposed(form: Form, question: Question | None) -> tuple[FormColumn, ...]:
    return read_columns((question.proposal if question is not None else None) or "", form)


def of_roles(roles: Sequence[RolePick], *wanted: Role) -> list[FormColumn]:
    """Return the columns of some roles."""
    return [each.column for each in roles if each.role in wanted]


def pick_groups(roles: Sequence[RolePick], picks: Picks) -> Mapping[str, bool]:
    """Return the groups of items' columns that may be one item, and whether they are."""
    groups = [group for group in together(of_roles(roles, *ITEMS)) if len(group) > 1]
    names = ["+".join(column.letters for column in group) for group in groups]
    return {name: picks.joined is None or name in picks.joined for name in names}


def said_items(roles: Sequence[RolePick], groups: Mapping[str, bool]) -> Said:
    """Return what was said of the columns."""
    joined = {letters: name for name, is_one in groups.items() if is_one for letters in name.split("+")}
    parts: dict[str, list[FormColumn]] = {}
    for column in of_roles(roles, *ITEMS):
        parts.setdefault(joined.get(column.letters, column.letters), []).append(column)
    negative = span_text([column.number for column in of_roles(roles, Role.NEGATIVE)])
    profiles = span_text([column.number for column in of_roles(roles, Role.PROFILE)])
    return (
        Said()
        .saying(Topic.LIKE, OWN)
        .saying(Topic.ITEMS, groups_text([*parts.values()]))
        .saying(Topic.NEGATIVE, ", ".join(negative))
        .saying(Topic.PROFILES, ", ".join(profiles))
    )


def pick_texts(picks: Picks, asked: Mapping[Topic, Question]) -> Mapping[Topic, str]:
    """Return what is typed, else what is proposed and sure; the scale of numbers only people know."""
    made: dict[Topic, str] = {}
    for topic in (Topic.INDEX, Topic.SCALE, Topic.NAME):
        question = asked.get(topic)
        sure = question is not None and question.sure
        proposal = (question.proposal or "") if question is not None and sure else ""
        made[topic] = picks.texts.get(topic, proposal)
    return made


def scale_fault(text: str, form: Form) -> tuple[FieldFault, ...]:
    """Return what is wrong with a scale as typed."""
    try:
        read_scale(text, form)
    except ProblemsFoundError as refused:
        return tuple(FieldFault(Topic.SCALE, each) for each in refused.problems)
    return ()
