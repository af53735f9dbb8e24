"""All fields of a form, filled with what was picked or is certain, and what that comes to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import ProblemsFoundError, problem
from ipak_cli.base.text import normalise, wording
from ipak_cli.catalogue.new_rubric import (
    FORM_NOT_FULLY_SAID,
    INDEX_UNFIT,
    ORDER_AGAINST_RUBRIC,
    ORDERS_OF_OTHER_LENGTH,
    SCALE_NOT_OF_RUBRIC,
    SCALE_UNFIT,
    TIME_NOT_PICKED,
)
from ipak_cli.survey.form import pick_own
from ipak_cli.survey.form.columns import Use
from ipak_cli.survey.form.likeness import together
from ipak_cli.survey.form.pick_items import columns_named, columns_of, items_text, leftover, pick_items
from ipak_cli.survey.form.pick_words import pick_words
from ipak_cli.survey.form.picks import Earlier, FieldFault, Instruments, Picked
from ipak_cli.survey.form.questions import next_question
from ipak_cli.survey.form.said import OWN, Said, Topic, is_answered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ipak_cli.base.problem import Problem
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.form.columns import Form, FormColumn
    from ipak_cli.survey.form.picks import Picks
    from ipak_cli.survey.form.questions import Known

_FIELDS: Final = {
    SCALE_UNFIT: Topic.SCALE,
    ORDERS_OF_OTHER_LENGTH: Topic.SCALE,
    INDEX_UNFIT: Topic.INDEX,
    SCALE_NOT_OF_RUBRIC: Topic.LIKE,
}
"""The fields that problems of what was said are of."""


def picked(form: Form, picks: Picks, known: Known, earlier: Earlier) -> Picked:
    """Return the fields of a form; without an instrument, which one it asks is the only question.

    Raises ``ProblemsFoundError`` for an instrument that is not known.
    """
    instruments = _instruments(form, known)
    like = picks.like or (earlier.rubric if _speaks_of(earlier, form) else None) or instruments.sure
    if like is None:
        return Picked(instruments, None)
    rubric = known.named(like, form)
    said_before = earlier if rubric is not None and earlier.rubric == rubric.id else Earlier()
    start = Picked(
        instruments,
        like,
        rubric,
        selectable=tuple(filter(is_answered, form.columns)),
        times=tuple(column for number in form.times if (column := form.column(number))),
    )
    made = (
        _own(form, start, picks, known)
        if rubric is None
        else _known(form, start, rubric, picks, known, said_before)
    )
    return replace(made, faults=tuple(dict.fromkeys(made.faults)))


def _instruments(form: Form, known: Known) -> Instruments:
    """Return the rubrics that a form may ask; sure is one that its heads name, or are like, item for item.

    Else it is the first that is known, the workspace's own, of a form that has as many items. That the
    questions are an office's own is never sure: their figures could not be compared any more.
    """
    question = next_question(form, Said(), known)
    by_id = {rubric.id: rubric for rubric in known.rubrics}
    named = {rubric.id: len(columns_named(form, rubric)) for rubric in known.rubrics}
    choices = [name for name in (question.choices if question is not None else by_id) if name in by_id]
    ranked = sorted(choices, key=lambda name: -named[name] / len(by_id[name].items))
    best = next((name for name in ranked if 2 * named[name] >= len(by_id[name].items)), None)
    if best is None and question is not None and question.sure and question.proposal in by_id:
        best = question.proposal
    own = known.rubrics[0]
    if best is None and len(together(form.of(Use.ITEM))) == len(own.items):
        best = own.id
    return Instruments(tuple(by_id[name] for name in ranked), best)


def _speaks_of(earlier: Earlier, form: Form) -> bool:
    """Tell whether the settings name a head of this form."""
    return any(normalise(head) in earlier.heads for column in form.columns for head in column.heads)


def _known(
    form: Form, start: Picked, rubric: SurveyRubric, picks: Picks, known: Known, earlier: Earlier
) -> Picked:
    items = pick_items(form, rubric, picks, known, earlier)
    columns, faults = columns_of(form, items)
    pairs: list[tuple[str | None, FormColumn]] = [
        (code, column) for code, listed in columns.items() for column in listed
    ]
    start = replace(
        start, items=items, faults=faults, leftover=leftover(form, items, columns, picks, earlier)
    )
    if len(columns) < len(items):  # words of columns that may be meant are asked in the same pass
        pairs += [(None, column) for column, left_out in start.leftover if not left_out]
    said = Said().saying(Topic.LIKE, rubric.id)
    try:
        words = pick_words(form, pairs, said, picks, rubric=rubric, earlier=earlier)
    except ProblemsFoundError as refused:
        return replace(start, faults=(*faults, *_placed(refused.problems, start)))
    made = replace(start, words=words.fields, scale=words.scale, faults=(*faults, *words.faults))
    made, said = _with_time(form, made, picks, words.said)
    if made.faults:
        return made
    ignored = ", ".join(column.letters for column, left_out in made.leftover if left_out)
    said = said.saying(Topic.IGNORE, ignored) if ignored else said
    return _checked(form, made, said.saying(Topic.ITEMS, items_text(columns, rubric)), known)


def _own(form: Form, start: Picked, picks: Picks, known: Known) -> Picked:
    asked = pick_own.proposals(form, Said().saying(Topic.LIKE, OWN), known)
    roles = pick_own.pick_roles(form, picks, asked)
    groups = pick_own.pick_groups(roles, picks)
    start = replace(start, roles=roles, groups=groups)
    said = pick_own.said_items(roles, groups)
    try:
        asked = pick_own.proposals(form, said, known)
    except ProblemsFoundError as refused:
        return replace(start, faults=_placed(refused.problems, start))
    texts = pick_own.pick_texts(picks, asked)
    typed = texts[Topic.SCALE]
    wrong = pick_own.scale_fault(typed, form) if typed else ()
    said = said if wrong or not typed else said.saying(Topic.SCALE, typed)
    pairs = [(None, column) for column in pick_own.of_roles(roles, *pick_own.ITEMS)]
    words = pick_words(form, pairs, said, picks, rubric=None, earlier=Earlier())
    if not typed and words.scale is not None:
        texts = {**texts, Topic.SCALE: f"{words.scale[0]}-{words.scale[1]}"}
    elif not typed:
        wrong = pick_own.scale_fault(typed, form)
    made = replace(start, words=words.fields, scale=words.scale, texts=texts, faults=(*wrong, *words.faults))
    made, said = _with_time(form, made, picks, words.said)
    if made.faults:
        return made
    for topic in (Topic.INDEX, Topic.SCALE, Topic.NAME):
        said = said.saying(topic, texts[topic])
    return _checked(form, made, said, known)


def _with_time(form: Form, made: Picked, picks: Picks, said: Said) -> tuple[Picked, Said]:
    """Ask for the time where several columns hold dates."""
    if len(made.times) < 2:
        return made, said
    letters = tuple(column.letters for column in made.times)
    time = picks.texts.get(Topic.TIME, "")
    made = replace(made, texts={**made.texts, Topic.TIME: time})
    if time not in letters:
        fault = FieldFault(Topic.TIME, problem(TIME_NOT_PICKED, form.where, columns=letters))
        return replace(made, faults=(*made.faults, fault)), said
    return made, said.saying(Topic.TIME, time)


def _checked(form: Form, made: Picked, said: Said, known: Known) -> Picked:
    """Take what was said if nothing is left to ask, and nothing is wrong with it as a whole."""
    try:
        left = next_question(form, said, known)
    except ProblemsFoundError as refused:
        return replace(made, faults=tuple(_placed(refused.problems, made)))
    if left is not None:
        told = problem(FORM_NOT_FULLY_SAID, form.where, options=(f"--{left.topic}",))
        return replace(made, faults=(FieldFault(left.topic, told),))
    return replace(made, said=said)


def _placed(problems: Iterable[Problem], made: Picked) -> tuple[FieldFault, ...]:
    return tuple(fault for each in problems for fault in _faults_of(each, made))


def _faults_of(told: Problem, made: Picked) -> Iterator[FieldFault]:
    if told.entry == ORDER_AGAINST_RUBRIC:
        turned = {wording(str(told.values[end])) for end in ("worse", "better")}
        fields = [word.field for word in made.words if wording(word.word) in turned]
        yield from (FieldFault(field, told) for field in fields or [""])
    else:
        yield FieldFault(_FIELDS.get(told.entry, ""), told)
