"""From what is said of a form to the draft of its rubric, or of the settings' part about its heads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Problem, ProblemsFoundError, problem
from ipak_cli.base.text import normalise, wording
from ipak_cli.catalogue.new_rubric import COLUMNS_MEAN_OTHERWISE, HEADS_ALIKE
from ipak_cli.rubric.draft import (
    ColumnsDraft,
    IndexDraft,
    ItemDraft,
    ProfileDraft,
    RubricDraft,
    head_text,
)
from ipak_cli.rubric.own_form import IGNORE, TIME
from ipak_cli.survey.form.likeness import part_of
from ipak_cli.survey.form.questions import items_of, rubric_id
from ipak_cli.survey.form.said import Topic, read_columns, read_indices, read_items
from ipak_cli.survey.form.words import word_values
from ipak_cli.survey.reading.shown_cells import short_header
from ipak_cli.survey.reading.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from ipak_cli.rubric.respondents import Profile
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.form.columns import Form, FormColumn
    from ipak_cli.survey.form.said import ItemColumns, Said
    from ipak_cli.survey.form.words import WordValues

    Labels = dict[int, list[str]]

_CODED: Final = re.compile(r"\s*(?P<letters>[A-Za-z]{1,3})[\s.-]*0*(?P<number>[1-9]\d?)(?!\w)")
_LETTERS: Final = ("P", "B", "Q", "X", "Y")
"""What codes of items begin with; the first that begins no head."""


def draft_rubric(form: Form, said: Said, profiles: Sequence[Profile]) -> RubricDraft:
    """Draft the rubric of a form with questions of its own; ``profiles`` name those that are usual.

    Raises ``ProblemsFoundError`` where two columns have the same head, where an order does not fit, and where
    the columns of one item cannot have a mean.
    """
    items = items_of(form, said, None)
    columns = [column for _, column in items]
    profiled = read_columns(said.one(Topic.PROFILES) or "", form)
    _refuse_alike([*columns, *profiled], form)
    values = word_values(form, items, said, None)
    shared, own = _shared(columns, values)
    groups = read_items(said.one(Topic.ITEMS) or "", form)
    negative = read_columns(said.one(Topic.NEGATIVE) or "", form)
    drafts = {
        group[0].number: _item(code, group, own, negative)
        for code, group in zip(_codes(groups, form), groups, strict=True)
    }
    if unlike := [group for group in groups if drafts[group[0].number] is None]:
        letters = tuple(column.letters for column in unlike[0])
        raise ProblemsFoundError([problem(COLUMNS_MEAN_OTHERWISE, form.where, columns=letters)])
    indices = tuple(
        IndexDraft(
            index.code,
            index.name,
            tuple(draft for column in index.columns if (draft := drafts.get(column.number))),
        )
        for index in read_indices(said.all(Topic.INDEX), groups, form)
    )
    name = said.one(Topic.NAME) or ""
    return RubricDraft(
        id=rubric_id(name),
        title=head_text(f"Survei {name}"),
        file=head_text(form.where.file or ""),
        scale=values.scale or (0, 0),
        labels=shared,
        missing=values.missing,
        indices=indices,
        profiles=_profiles(profiled, profiles),
    )


def draft_columns(
    form: Form, said: Said, rubric: SurveyRubric, told: AbstractSet[str] = frozenset()
) -> ColumnsDraft:
    """Draft what the settings say of a form that asks a known instrument's items in its own words.

    Words that the rubric knows are left to it, but for those of ``told``: the settings speak of them already.
    """
    items = items_of(form, said, rubric)
    _refuse_alike([column for _, column in items], form)
    values = word_values(form, items, said, rubric, told)
    heads: dict[str, list[str]] = {}
    for code, column in items:
        heads.setdefault(code or "", []).append(head_text(column.head))
    labels, own = _beside(items, values, rubric, told)
    columns = {code: texts for code, texts in heads.items() if len(texts) == 1}
    columns |= _roles(form, said)
    return ColumnsDraft(
        file=head_text(form.where.file or ""),
        rubric=rubric.id,
        columns=columns,
        means={code: texts for code, texts in heads.items() if len(texts) > 1},
        labels=labels,
        own=own,
        missing=values.missing,
    )


def roles_draft(form: Form, said: Said, rubric_name: str) -> ColumnsDraft | None:
    """Draft what the settings say beside a rubric where a form has questions of its own, if anything."""
    roles = _roles(form, said)
    return ColumnsDraft(head_text(form.where.file or ""), rubric_name, roles) if roles else None


def _roles(form: Form, said: Said) -> dict[str, list[str]]:
    """Return the heads of the time and of columns that are left out, as far as they were said."""
    told = {role: said.one(topic) for role, topic in ((TIME, Topic.TIME), (IGNORE, Topic.IGNORE))}
    return {
        role: [head_text(column.head) for column in read_columns(letters, form)]
        for role, letters in told.items()
        if letters
    }


def _refuse_alike(columns: Sequence[FormColumn], form: Form) -> None:
    """Refuse heads that another column has too: by such a head no column is found again."""
    alike: dict[str, list[FormColumn]] = {}
    for column in form.columns:
        alike.setdefault(normalise(column.head), []).append(column)
    found: list[Problem] = []
    for head in dict.fromkeys(normalise(column.head) for column in columns):
        if len(same := alike[head]) > 1:
            cells = tuple(f"{each.letters}{form.row}" for each in same)
            found.append(problem(HEADS_ALIKE, form.where, cells=cells, header=short_header(same[0].head)))
    if found:
        raise ProblemsFoundError(found)


def _shared(columns: Iterable[FormColumn], values: WordValues) -> tuple[Labels, dict[int, Labels]]:
    """Part the words that mean the same in every column from those of single columns."""
    meant: dict[str, set[int]] = {}
    for column in columns:
        for word, value in values.of_columns[column.number].items():
            meant.setdefault(wording(word), set()).add(value)
    shared: Labels = {}
    own: dict[int, Labels] = {}
    for column in columns:
        for word, value in values.of_columns[column.number].items():
            general = len(meant[wording(word)]) == 1
            _add(shared if general else own.setdefault(column.number, {}), value, word)
    return shared, own


def _add(labels: Labels, value: int, word: str) -> None:
    words = labels.setdefault(value, [])
    if wording(word) not in map(wording, words):
        words.append(word)


def _beside(
    items: Iterable[tuple[str | None, FormColumn]],
    values: WordValues,
    rubric: SurveyRubric,
    told: AbstractSet[str],
) -> tuple[Labels, dict[str, Labels]]:
    """Return the words that the rubric lacks: those that may mean the same for every item, and the others."""
    known = {item.code: words_of(rubric.scale, item) for item in rubric.items}
    meant: dict[str, set[int]] = {}
    for _, column in items:
        for word, value in values.of_columns[column.number].items():
            meant.setdefault(wording(word), set()).add(value)
    for word, found in meant.items():
        found.update(meaning for words in known.values() if (meaning := words.meaning(word)) is not None)
    shared: Labels = {}
    own: dict[str, Labels] = {}
    for code, column in items:
        for word, value in values.of_columns[column.number].items():
            if known[code or ""].meaning(word) == value and wording(word) not in told:
                continue
            general = len(meant[wording(word)]) == 1
            _add(shared if general else own.setdefault(code or "", {}), value, word)
    return shared, own


def _codes(groups: ItemColumns, form: Form) -> list[str]:
    """Return the codes that the heads have, where every one has one; else codes that no head begins with."""
    own = [_own_code(group) for group in groups]
    if None not in own and len(groups) == len({(code or "").upper() for code in own}):
        return [code or "" for code in own]
    begun = {
        match["letters"].upper()
        for column in form.columns
        for head in column.heads
        if (match := _CODED.match(head))
    }
    letters = next((each for each in _LETTERS if each not in begun), "BUTIR")
    return [f"{letters}{place}" for place in range(1, len(groups) + 1)]


def _own_code(group: Sequence[FormColumn]) -> str | None:
    """Return the code of an item's head, or that which the heads of its columns share."""
    if len(group) > 1:
        parts = {part and part[0] for part in map(part_of, group)}
        return parts.pop() if len(parts) == 1 else None
    found = [match for head in group[0].heads if (match := _CODED.match(head))]
    return f"{found[0]['letters'].upper()}{found[0]['number']}" if found else None


def _item(
    code: str, group: Sequence[FormColumn], own: Mapping[int, Labels], negative: Sequence[FormColumn]
) -> ItemDraft | None:
    """Draft an item; ``None`` where its columns go different ways, or a word means another value in each."""
    heads = tuple(head_text(column.head) for column in group)
    labels: Labels = {}
    for column in group:
        for value, words in own.get(column.number, {}).items():
            for word in words:
                _add(labels, value, word)
    said = [wording(word) for words in labels.values() for word in words]
    reversed_ones = sum(column in negative for column in group)
    if len(said) > len(set(said)) or reversed_ones not in {0, len(group)}:
        return None
    together = heads if len(group) > 1 else ()
    return ItemDraft(code, " / ".join(heads), together, labels, negative=bool(reversed_ones))


def _profiles(columns: Iterable[FormColumn], usual: Sequence[Profile]) -> tuple[ProfileDraft, ...]:
    """Describe the columns that group respondents: the usual ones by their usual names."""
    known = {profile.code: profile for profile in usual}
    made: list[ProfileDraft] = []
    for column in columns:
        head = head_text(column.head)
        profile = known.get(column.profile or "")
        name = profile.name if profile else head
        code = profile.code if profile else rubric_id(head)
        headers = tuple(dict.fromkeys((head, *(profile.headers if profile else ()))))
        folded = {normalise(header): header for header in reversed(headers)}
        made.append(ProfileDraft(_free(code, made), name, tuple(reversed(folded.values()))))
    return tuple(made)


def _free(code: str, made: Sequence[ProfileDraft]) -> str:
    """Return a code that no other profile has, and that begins with a letter."""
    code = code if code[:1].isalpha() else f"kolom-{code}"
    return code if all(code != each.code for each in made) else f"{code}-{len(made) + 1}"
