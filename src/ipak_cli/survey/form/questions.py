"""What only people can say of a form, one question at a time, each with a proposal where there is one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import ProblemsFoundError, problem
from ipak_cli.base.text import normalise
from ipak_cli.catalogue.new_rubric import COLUMNS_NOT_IN_FORM, ITEM_COUNT_UNFIT
from ipak_cli.catalogue.rubrics import RUBRIC_NOT_FOUND, SHIPPED_RUBRICS
from ipak_cli.rubric.word_orders import order_text
from ipak_cli.survey.form.columns import Use
from ipak_cli.survey.form.likeness import likeness, matched, together
from ipak_cli.survey.form.said import (
    OWN,
    Said,
    Topic,
    groups_text,
    is_answered,
    read_columns,
    read_indices,
    read_items,
    span_text,
)
from ipak_cli.survey.form.vocabularies import missing_seen, numbers_seen
from ipak_cli.survey.form.words import word_values
from ipak_cli.survey.reading.numbered_headers import numbered_items

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.rubric.word_orders import Ladder
    from ipak_cli.survey.form.columns import Form, FormColumn
    from ipak_cli.survey.form.words import WordValues

    Groups = Sequence[Sequence[FormColumn]]

UNKNOWN: Final = "?"
"""Stands for the column of an item that nothing tells."""
_ONE_INDEX: Final = "Indeks survei"
_USUAL_ENDS: Final = frozenset({4, 5, 10})
_NO_ID: Final = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Question:
    """A question: its topic, what it concerns, and the answer that is proposed.

    ``proposal`` is ``None`` where only people know; ``sure`` says that it may be taken unseen, ``needed``
    that without an answer nothing can be made. ``pairs`` are the columns of the items of ``rubric``, out of
    ``selectable``.
    """

    topic: Topic
    proposal: str | None
    sure: bool = True
    needed: bool = True
    columns: tuple[FormColumn, ...] = ()
    words: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    pairs: tuple[str, ...] = ()
    selectable: tuple[FormColumn, ...] = ()
    rubric: SurveyRubric | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beside the form: the survey rubrics by id, and the name of the export's file.

    ``files`` are what settings call a rubric that does not come with the program: its file.
    """

    rubrics: tuple[SurveyRubric, ...]
    stem: str
    files: Mapping[str, str] = field(default_factory=dict)

    def called(self, rubric: SurveyRubric) -> str:
        """Return what settings call a rubric: its id, or its file."""
        return self.files.get(rubric.id, rubric.id)

    def named(self, name: str, form: Form) -> SurveyRubric | None:
        """Return the rubric that was named, ``None`` for a form of its own.

        Raises ``ProblemsFoundError`` for a rubric that is not known.
        """
        if name == OWN:
            return None
        found = next((rubric for rubric in self.rubrics if rubric.id == name), None)
        if found is None:
            advice = SHIPPED_RUBRICS(ids=", ".join(rubric.id for rubric in self.rubrics))
            raise ProblemsFoundError([problem(RUBRIC_NOT_FOUND, form.where, name=name, advice=advice)])
        return found


def items_of(form: Form, said: Said, rubric: SurveyRubric | None) -> list[tuple[str | None, FormColumn]]:
    """Return the items' columns that were said, each with the code of the rubric's item.

    Raises ``ProblemsFoundError`` where they are not as many as the rubric's items.
    """
    groups = read_items(said.one(Topic.ITEMS) or "", form)
    if rubric is None:
        return [(None, column) for group in groups for column in group]
    codes = [item.code for item in rubric.items]
    if len(groups) != len(codes):
        told = {"rubric": rubric.id, "items": len(codes), "count": len(groups)}
        raise ProblemsFoundError([problem(ITEM_COUNT_UNFIT, form.where, **told)])
    return [(code, column) for code, group in zip(codes, groups, strict=True) for column in group]


def next_question(form: Form, said: Said, known: Known) -> Question | None:
    """Return the next question, ``None`` when all is said.

    Raises ``ProblemsFoundError`` for what was said and cannot be.
    """
    like = said.one(Topic.LIKE)
    if like is None:
        return _like(form, known)
    rubric = known.named(like, form)
    if said.one(Topic.ITEMS) is None:
        return _items_own(form) if rubric is None else _items_like(form, rubric)
    items = items_of(form, said, rubric)
    columns = tuple(column for _, column in items)
    if rubric is None:
        groups = read_items(said.one(Topic.ITEMS) or "", form)
        if not said.all(Topic.INDEX):
            return Question(Topic.INDEX, _indices(form, groups), columns=columns)
        read_indices(said.all(Topic.INDEX), groups, form)
    if said.one(Topic.MISSING) is None and (seen := missing_seen(columns)):
        told = all(any(map(str.isalpha, word)) for word in seen)  # a sign may stand for anything
        return Question(Topic.MISSING, ", ".join(seen), told, needed=False, columns=columns, words=seen)
    values = word_values(form, items, said, rubric)
    if values.open:
        return _order(values)
    if values.scale is None:
        return _scale(columns)
    return _last(form, said, known, columns, own=rubric is None)


def _last(
    form: Form, said: Said, known: Known, columns: tuple[FormColumn, ...], *, own: bool
) -> Question | None:
    """Return what is asked when the figures are clear already."""
    if said.one(Topic.TIME) is None and len(form.times) > 1:
        rivals = tuple(column for number in form.times if (column := form.column(number)))
        return Question(Topic.TIME, None, sure=False, columns=rivals)
    read_columns(said.one(Topic.TIME) or "", form)
    _refuse_ignored(form, said, columns)
    if not own:
        return None
    if said.one(Topic.NEGATIVE) is None:
        return Question(Topic.NEGATIVE, "", needed=False, columns=columns)
    read_columns(said.one(Topic.NEGATIVE) or "", form)
    profiles = _profiles(form)
    if said.one(Topic.PROFILES) is None and profiles:
        proposal = ", ".join(span_text([column.number for column in form.of(Use.PROFILE)]))
        return Question(Topic.PROFILES, proposal, needed=False, columns=profiles)
    read_columns(said.one(Topic.PROFILES) or "", form)
    if said.one(Topic.NAME) is None:
        return Question(Topic.NAME, rubric_id(known.stem), needed=False)
    return None


def _refuse_ignored(form: Form, said: Said, items: Sequence[FormColumn]) -> None:
    """Refuse an item's column that is said to be left out, too."""
    twice = tuple(each.letters for each in read_columns(said.one(Topic.IGNORE) or "", form) if each in items)
    if twice:
        known = ", ".join(span_text([column.number for column in form.columns]))
        raise ProblemsFoundError([problem(COLUMNS_NOT_IN_FORM, form.where, columns=twice, known=known)])


def _indices(form: Form, items: Groups) -> str:
    """Propose an index for each title above a group of columns, else one for all of them."""
    titles: dict[str, list[int]] = {}
    for column in (column for group in items for column in group):
        titles.setdefault(column.group or "", []).append(column.number)
    proposal = "; ".join(f"{title}={', '.join(span_text(numbers))}" for title, numbers in titles.items())
    try:
        read = read_indices(Said().saying(Topic.INDEX, proposal).all(Topic.INDEX), items, form)
    except ProblemsFoundError:
        return _ONE_INDEX
    clear = len(read) == len(titles) > 1 and all(titles) and min(map(len, titles.values())) > 1
    return proposal if clear else _ONE_INDEX


def _profiles(form: Form) -> tuple[FormColumn, ...]:
    return tuple(
        column for column in form.columns if column.use in {Use.PROFILE, Use.OTHER} and column.choices
    )


def rubric_id(text: str) -> str:
    """Return a name as the id of a rubric: small letters, digits and hyphens."""
    words = _NO_ID.sub("-", normalise(text).replace(" ", "-")).strip("-")
    return words[:40].strip("-") or "survei-sendiri"


def _like(form: Form, known: Known) -> Question:
    """Ask whether the form asks a known instrument's items in other words."""
    items = form.of(Use.ITEM)
    ranked = sorted(known.rubrics, key=lambda rubric: -likeness(items, rubric))
    choices = (*(rubric.id for rubric in ranked), OWN)
    titles = tuple(rubric.title for rubric in ranked)
    best = likeness(items, ranked[0]) if ranked else 0
    proposal = ranked[0].id if best >= 1 / 2 else OWN
    as_many = any(len(together(items)) == len(rubric.items) for rubric in known.rubrics)
    # As many questions as an instrument has items, but not all of their names: only people know.
    sure = not as_many or (best == 1 and not numbered_items([[each.head for each in items]], ranked[0]))
    return Question(Topic.LIKE, proposal, sure=sure, choices=choices, words=titles, columns=items)


def _items_own(form: Form) -> Question:
    items = form.of(Use.ITEM)
    proposal = groups_text(together(items)) or None
    return Question(Topic.ITEMS, proposal, sure=bool(items), columns=items or _profiles(form))


def _items_like(form: Form, rubric: SurveyRubric) -> Question:
    """Propose a column for each item; where one alone is left for one alone, it is that."""
    items = form.of(Use.ITEM) or _profiles(form)
    groups = {group[0].number: group for group in together(items)}
    matches = matched([group[0] for group in groups.values()], rubric)
    found = {code: groups[lead.number] for code, lead in matches.columns.items()}
    pairs = tuple(groups_text([found[item.code]]) if item.code in found else UNKNOWN for item in rubric.items)
    full = UNKNOWN not in pairs
    proposal = groups_text([found[item.code] for item in rubric.items]) if full else ", ".join(pairs)
    return Question(
        Topic.ITEMS,
        proposal,
        sure=full and matches.named,
        columns=items,
        pairs=pairs,
        selectable=tuple(column for column in form.columns if is_answered(column)),
        rubric=rubric,
    )


def _order(values: WordValues) -> Question:
    vocabulary = values.open[0]
    choices = tuple(order_text(ladder.steps) for ladder in vocabulary.ladders if _fits(ladder, values))
    return Question(
        Topic.ORDER, None, sure=False, columns=vocabulary.columns, words=vocabulary.words, choices=choices
    )


def _fits(ladder: Ladder, values: WordValues) -> bool:
    return values.scale is None or len(ladder.steps) == values.scale[1] - values.scale[0] + 1


def _scale(columns: tuple[FormColumn, ...]) -> Question:
    numbers = numbers_seen(columns)
    if not numbers:
        return Question(Topic.SCALE, None, sure=False, columns=columns)
    lowest, highest = min(1, *numbers, 1), max(numbers)
    sure = highest in _USUAL_ENDS
    proposal = f"{lowest}-{highest}" if lowest < highest else None
    return Question(Topic.SCALE, proposal, sure=sure, columns=columns, words=tuple(map(str, sorted(numbers))))
