"""A form's heads and words beside those of the office's earlier forms: both are read from then on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ipak_cli.base.problem import ProblemsFoundError, Where, problem
from ipak_cli.base.text import normalise, wording
from ipak_cli.catalogue.new_rubric import FORMS_DISAGREE
from ipak_cli.rubric.own_settings import MISSING, Together
from ipak_cli.survey.reading.header import AsksItem, ItemNames, find_item

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ipak_cli.rubric.draft import ColumnsDraft
    from ipak_cli.rubric.own_settings import OwnAnswers, OwnColumns
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.form.columns import Form

    Heads = Mapping[str, Sequence[str]]
    Labels = Mapping[int, Sequence[str]]


@dataclass(frozen=True, slots=True)
class _Earlier:
    """What the settings say, in the parts of a draft."""

    columns: Heads
    means: Heads
    labels: Labels
    own: Mapping[str, Labels]
    missing: Sequence[str] = field(default=())


def beside_earlier(
    draft: ColumnsDraft,
    columns: OwnColumns,
    answers: OwnAnswers,
    form: Form,
    where: Where,
    rubric: SurveyRubric,
    *,
    replacing: bool,
) -> ColumnsDraft:
    """Return a draft of a form with what the settings say of earlier forms before it.

    Raises ``ProblemsFoundError`` where a head or a word would mean two things, and where an item would have
    two heads that both stand in this form, unless what was said before is to be replaced. An item that is
    the mean of several columns in one form may be asked by its own name in another: nothing is said of that.
    """
    names = ItemNames.of(rubric)
    draft = replace(draft, columns=_unless_named(draft.columns, {*_of_several(columns)}, names))
    earlier = _Earlier(
        _unless_named(
            {code: said for code, said in columns.items() if not isinstance(said, Together)},
            {*draft.means},
            names,
        ),
        {code: [heads[0] for heads in said.mean] for code, said in _of_several(columns).items()},
        _by_value(answers.values),
        {code: _by_value(words.values) for code, words in answers.items.items()},
        answers.missing,
    )
    odd = dict.fromkeys(
        (*_heads_apart(draft, earlier), *_heads_left(draft, earlier, form), *_words_apart(draft, earlier))
    )
    if odd and not replacing:
        raise ProblemsFoundError([problem(FORMS_DISAGREE, where, texts=tuple(odd))])
    return _joined(draft, _without(earlier, {*map(normalise, odd)}))


def _of_several(columns: OwnColumns) -> dict[str, Together]:
    return {code: said for code, said in columns.items() if isinstance(said, Together)}


def _unless_named(heads: Heads, codes: set[str], names: ItemNames) -> Heads:
    """Leave out those of the items whose heads ask them by the rubric's own names."""

    def named(code: str) -> bool:
        asked = [find_item(head, names) for head in heads[code]]
        return all(isinstance(each, AsksItem) and each.item == code for each in asked)

    return {code: heads[code] for code in heads if code not in codes or not named(code)}


def _by_value(words: Mapping[str, Sequence[str]]) -> dict[int, Sequence[str]]:
    return {int(value): said for value, said in words.items()}


def _heads_apart(draft: ColumnsDraft, earlier: _Earlier) -> Iterator[str]:
    """Yield the heads that are now of another item, or alone and not together with others."""
    before = {
        normalise(head): (code, heads if code in earlier.means else ())
        for part in (earlier.columns, earlier.means)
        for code, heads in part.items()
        for head in heads
    }
    for part in (draft.columns, draft.means):
        for code, heads in part.items():
            together = list(map(normalise, heads)) if code in draft.means else []
            for head in heads:
                other, others = before.get(normalise(head), (code, None))
                if other != code or (others is not None and list(map(normalise, others)) != together):
                    yield head
    for code in (earlier.columns.keys() & draft.means.keys()) | (earlier.means.keys() & draft.columns.keys()):
        yield from (*earlier.columns.get(code, ()), *earlier.means.get(code, ()))
    for code in earlier.means.keys() & draft.means.keys():
        if list(map(normalise, earlier.means[code])) != list(map(normalise, draft.means[code])):
            yield from earlier.means[code]


def _heads_left(draft: ColumnsDraft, earlier: _Earlier, form: Form) -> Iterator[str]:
    """Yield the earlier heads of a column's code that this form has too, but for another column now."""
    here = {normalise(head) for column in form.columns for head in column.heads}
    for code, heads in draft.columns.items():
        now = set(map(normalise, heads))
        yield from (
            head
            for head in earlier.columns.get(code, ())
            if normalise(head) in here and normalise(head) not in now
        )


def _words_apart(draft: ColumnsDraft, earlier: _Earlier) -> Iterator[str]:
    """Yield the words that now mean another value for an item than they did."""
    codes = {*earlier.own, *draft.own, ""}
    for code in sorted(codes):
        before = _meanings(earlier.labels, earlier.own.get(code, {}), earlier.missing)
        after = _meanings(draft.labels, draft.own.get(code, {}), draft.missing)
        yield from (
            word for key, (value, word) in after.items() if before.get(key, (value, word))[0] != value
        )


def _meanings(labels: Labels, own: Labels, missing: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Return the value of each word by its wording, and the word as it is written."""
    said = {wording(word): (MISSING, word) for word in missing}
    for part in (labels, own):
        said |= {wording(word): (str(value), word) for value, words in part.items() for word in words}
    return said


def _without(earlier: _Earlier, odd: set[str]) -> _Earlier:
    def kept(words: Sequence[str]) -> list[str]:
        return [word for word in words if normalise(word) not in odd]

    return _Earlier(
        {code: kept(heads) for code, heads in earlier.columns.items() if kept(heads)},
        {code: heads for code, heads in earlier.means.items() if len(kept(heads)) == len(heads)},
        {value: kept(words) for value, words in earlier.labels.items()},
        {
            code: {value: kept(words) for value, words in labels.items()}
            for code, labels in earlier.own.items()
        },
        kept(earlier.missing),
    )


def _joined(draft: ColumnsDraft, earlier: _Earlier) -> ColumnsDraft:
    columns = {
        code: _added(earlier.columns.get(code, ()), draft.columns.get(code, ()), heads=True)
        for code in dict.fromkeys((*earlier.columns, *draft.columns))
    }
    return replace(
        draft,
        columns=columns,
        means={**earlier.means, **draft.means},
        labels=_labels(earlier.labels, draft.labels),
        own={
            code: labels
            for code in dict.fromkeys((*earlier.own, *draft.own))
            if (labels := _labels(earlier.own.get(code, {}), draft.own.get(code, {})))
        },
        missing=_added(earlier.missing, draft.missing, heads=False),
    )


def _labels(first: Labels, then: Labels) -> Labels:
    values = dict.fromkeys((*first, *then))
    joined = {value: _added(first.get(value, ()), then.get(value, ()), heads=False) for value in values}
    return {value: words for value, words in joined.items() if words}


def _added(first: Iterable[str], then: Iterable[str], *, heads: bool) -> tuple[str, ...]:
    """Return texts with those that are not among them yet."""
    alike = normalise if heads else wording
    found: dict[str, str] = {}
    for text in (*first, *then):
        found.setdefault(alike(text), text)
    return tuple(found.values())
