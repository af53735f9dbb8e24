"""The items of a known instrument as fields: the columns of each, known beforehand or picked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.base.problem import ProblemsFoundError, problem
from ipak_cli.base.text import normalise
from ipak_cli.catalogue.new_rubric import COLUMN_PICKED_TWICE, ITEM_NOT_PICKED
from ipak_cli.rubric.own_form import IGNORE
from ipak_cli.survey.form.columns import Use
from ipak_cli.survey.form.picks import FieldFault, ItemPick
from ipak_cli.survey.form.questions import UNKNOWN, next_question
from ipak_cli.survey.form.said import Said, Topic, is_answered, read_items
from ipak_cli.survey.reading.header import AsksItem, ItemNames, find_item

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.form.columns import Form, FormColumn
    from ipak_cli.survey.form.picks import Earlier, Picks
    from ipak_cli.survey.form.questions import Known

    Columns = Mapping[str, tuple[FormColumn, ...]]


def pick_items(
    form: Form, rubric: SurveyRubric, picks: Picks, known: Known, earlier: Earlier
) -> tuple[ItemPick, ...]:
    """Return the items' fields: what was picked, else what the settings say, else what the heads say.

    Where several columns ask an item by its name, none is taken beforehand.
    """
    question = next_question(form, Said().saying(Topic.LIKE, rubric.id), known)
    pairs = question.pairs if question is not None else ()
    sure = question is not None and question.sure
    before = _by_settings(form, earlier)
    rivals = columns_named(form, rubric)
    made = []
    for item, pair in zip(rubric.items, pairs, strict=True):
        several = rivals.get(item.code, ())
        contested = len(several) > 1 and "+" not in pair
        # A column of one same answer looks like no item, but by its name it is.
        alone = several[0] if pair == UNKNOWN and len(several) == 1 and several[0] not in pairs else ""
        proposal = "" if contested else alone if pair == UNKNOWN else pair
        columns = picks.items.get(item.code, before.get(item.code, proposal))
        told = item.code in before or item.code in picks.items
        made.append(ItemPick(item.code, item.text, columns, sure or told, several if contested else ()))
    return tuple(made)


def _by_settings(form: Form, earlier: Earlier) -> dict[str, str]:
    """Return the columns of each item by the heads that the settings name; several are its mean."""
    found: dict[str, list[str]] = {}
    for column in form.columns:
        heads = map(normalise, column.heads)
        code = next((earlier.heads[head] for head in heads if head in earlier.heads), None)
        if code is not None and is_answered(column):
            found.setdefault(code, []).append(column.letters)
    return {code: "+".join(letters) for code, letters in found.items()}


def columns_named(form: Form, rubric: SurveyRubric) -> dict[str, tuple[str, ...]]:
    """Return the columns, by their letters, whose heads ask an item of a rubric by its name or code."""
    names = ItemNames.of(rubric)
    found: dict[str, tuple[str, ...]] = {}
    for column in filter(is_answered, form.columns):
        asked = find_item(column.head, names)
        if isinstance(asked, AsksItem):
            found[asked.item] = (*found.get(asked.item, ()), column.letters)
    return found


def columns_of(form: Form, items: Sequence[ItemPick]) -> tuple[Columns, tuple[FieldFault, ...]]:
    """Return the columns of each item that has some, and what is wrong with the fields."""
    found: dict[str, tuple[FormColumn, ...]] = {}
    faults: list[FieldFault] = []
    for each in items:
        if not each.columns:
            faults.append(FieldFault(each.field, problem(ITEM_NOT_PICKED, form.where, item=each.code)))
            continue
        try:
            groups = read_items(each.columns, form)
        except ProblemsFoundError as refused:
            faults += (FieldFault(each.field, told) for told in refused.problems)
        else:
            found[each.code] = tuple(column for group in groups for column in group)
    return found, (*faults, *_taken_twice(form, found))


def _taken_twice(form: Form, columns: Columns) -> Iterator[FieldFault]:
    holders: dict[str, tuple[str, ...]] = {}
    for code, listed in columns.items():
        for column in listed:
            holders[column.letters] = (*holders.get(column.letters, ()), code)
    for letters, codes in holders.items():
        if len(codes) > 1:
            told = problem(COLUMN_PICKED_TWICE, form.where, column=letters, items=codes)
            yield from (FieldFault(f"item:{code}", told) for code in codes)


def leftover(
    form: Form, items: Sequence[ItemPick], columns: Columns, picks: Picks, earlier: Earlier
) -> tuple[tuple[FormColumn, bool], ...]:
    """Return the columns that look like items and are none, and whether they are left out.

    Of several columns that ask one item those that were not picked are left out: that was the question.
    """
    taken = {column.letters for listed in columns.values() for column in listed}
    rivals = {letters for each in items for letters in each.rivals if each.code in columns} - taken
    found = []
    for column in filter(is_answered, form.columns):
        before = any(earlier.heads.get(normalise(head)) == IGNORE for head in column.heads)
        looks_like = column.use is Use.ITEM or before or any(column.letters in each.rivals for each in items)
        if column.letters not in taken and looks_like:
            picked = before if picks.ignored is None else column.letters in picks.ignored
            found.append((column, picked or column.letters in rivals))
    return tuple(found)


def items_text(columns: Columns, rubric: SurveyRubric) -> str:
    """Write the columns of all items, in the rubric's order, as they are said."""
    return ", ".join("+".join(each.letters for each in columns[item.code]) for item in rubric.items)
