"""From all that a recap's cells say to a recap: its shape, its respondents, and whether everything agrees."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ipak_cli.base.problem import Problem, Severity, has_errors, problem
from ipak_cli.catalogue.recap import (
    NUMBER_OF_RESPONDENTS,
    RECAP_CONTRADICTS,
    RECAP_EMPTY,
    RECAP_ITEM_MISSING,
    RECAP_ITEM_TWICE,
    RECAP_ITEMS_NOT_ANSWERED,
    RECAP_MORE_THAN_RESPONDENTS,
    RECAP_NUMBER_UNREADABLE,
    RECAP_TOTAL_UNCLEAR,
)
from ipak_cli.catalogue.recap_forms import AT_LEAST_ONE
from ipak_cli.rubric.survey import BlankRule
from ipak_cli.survey.reading import recap_names as names
from ipak_cli.survey.reading.recap_figures import Kind, Meaning, RecapFigures, Said, cells_beside
from ipak_cli.survey.reading.recap_footers import Footers
from ipak_cli.survey.reading.recap_items import ItemReader, Known
from ipak_cli.survey.reading.recap_numbers import why_no_count
from ipak_cli.survey.reading.recap_products import Counted, multiplied
from ipak_cli.survey.reading.recap_terms import of_total, what_of, where_lacking
from ipak_cli.survey.reading.recap_told import several_cells, span_of
from ipak_cli.survey.reading.shown_cells import shortened
from ipak_cli.survey.recap import ItemRecap, Recap, RecapShape, not_given

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ipak_cli.rubric.survey import SurveyRubric


@dataclass(frozen=True, slots=True)
class Judged:
    """What a recap says, if its numbers agree, and all that is to be told of them."""

    recap: Recap | None
    problems: tuple[Problem, ...]


def judge(
    figures: RecapFigures, rubric: SurveyRubric, respondents: int | None = None, *, lenient: bool = False
) -> Judged:
    """Return the recap that the numbers are; ``respondents`` is what the user says of their number.

    Totals beside items are checked against them and add nothing. ``lenient`` lets items be left out where the
    rubric does not.
    """
    problems = list(figures.problems)
    told = len(problems)
    people = _respondents(figures, respondents, problems)
    _settle_totals(figures, people, problems)
    problems += _twice(figures)
    reader = ItemReader(rubric.scale, people, figures.respondents, problems, figures.usual())
    known = {
        item.code: read
        for item in rubric.items
        if item.code in figures.items and (read := reader.read(item, figures.items[item.code])) is not None
    }
    missing = [item for item in rubric.items if item.code not in figures.items]
    if figures.items and missing:
        named = tuple(f"{item.code} “{shortened(item.text)}”" for item in missing)
        problems.append(problem(RECAP_ITEM_MISSING, figures.sheet, items=named))
    totals = _Totals(figures, rubric, reader).read(known)
    if figures.items:
        footers = Footers(figures, rubric, reader, known)
        footers.check()
        footers.check_printed()
    problems += _products(figures, rubric, known, totals)
    answers = [*(each.n for each in known.values()), *(sum(each.values()) for each in totals.values())]
    if answers and not any(answers):
        problems.append(problem(RECAP_EMPTY, figures.sheet, totals=names.TOTALS_SHEET))
    if has_errors(problems[told:]) or (figures.items and len(known) < len(rubric.items)):
        return Judged(None, tuple(problems))
    recap = _recap(known, totals, _with_skipped(people, known))
    lacking = _skipped(figures, known, people) if known else _skipped_of_totals(figures, recap, rubric)
    if rubric.blank is BlankRule.ERROR:
        problems += [replace(each, severity=Severity.WARNING) if lenient else each for each in lacking]
    return Judged(recap, tuple(problems))


def _products(
    figures: RecapFigures,
    rubric: SurveyRubric,
    known: Mapping[str, Known],
    totals: Mapping[str, Mapping[int, int]],
) -> Iterator[Problem]:
    """Yield that the counts of all items, or of all indices, are multiplied by their values."""
    items = [
        Counted(each.counts, figures.items[code].of(Kind.COUNT))
        for code, each in known.items()
        if each.counts is not None
    ]
    sizes = {index.code: len(index.items) for index in rubric.indices}
    of_indices = [
        Counted(counts, figures.totals[code].of(Kind.COUNT), sizes[code])
        for code, counts in totals.items()
        if code in sizes
    ]
    yield from multiplied(items or of_indices)


def _twice(figures: RecapFigures) -> Iterator[Problem]:
    """Yield that items have several rows of unlike counts, once for all of them; they are not read.

    A count that differs in one row may be a slip; one that differs in most rows is of another table.
    """
    unlike = {code: each for code, each in figures.items.items() if each.again and each.unlike}
    several = len(unlike) > 1 and 2 * len(unlike) > sum(bool(each.again) for each in figures.items.values())
    double = {code: each for code, each in unlike.items() if several or each.is_double}
    for each in double.values():
        each.unread = True
    if double:
        first = several_cells([each.label for each in double.values()]).cells
        again = [each.again[0] for each in double.values()]
        told = {"items": tuple(double), "first": first, "second": several_cells(again).cells}
        yield problem(RECAP_ITEM_TWICE, again[0], **told)


def _with_skipped(people: int | None, known: Mapping[str, Known]) -> int | None:
    """Return the number of people: where nothing else tells it, those who answered and those who did not."""
    if people is not None or any(each.skipped is None for each in known.values()):
        return people
    numbers = {each.n + (each.skipped or 0) for each in known.values()}
    return numbers.pop() if len(numbers) == 1 else None


def _skipped(figures: RecapFigures, known: Mapping[str, Known], people: int | None) -> Iterator[Problem]:
    """Yield that answers to items are missing: a cell says so, or there are more respondents."""
    numbers = {code: max(people or 0, each.n + (each.skipped or 0)) for code, each in known.items()}
    gaps = {code: numbers[code] - each.n for code, each in known.items() if numbers[code] > each.n}
    if not gaps:
        return
    cells = [each.where for code in gaps for each in figures.items[code].of(Kind.SKIPPED)[:1]]
    if len(cells) < len(gaps):  # it follows from the number of respondents
        cells = [each.where for each in figures.respondents[:1]] or [figures.sheet]
    told = {"count": sum(gaps.values()), "respondents": max(numbers.values())}
    found = problem(RECAP_ITEMS_NOT_ANSWERED, cells[0], where=where_lacking(gaps, items=True), **told)
    yield replace(found, cells=several_cells(cells) if len(cells) > 1 else None)


def _skipped_of_totals(figures: RecapFigures, recap: Recap, rubric: SurveyRubric) -> Iterator[Problem]:
    """Yield that answers are missing of an index, or of the survey: there are more respondents."""
    people = recap.respondents
    if people is not None and (gaps := not_given(recap, people, rubric)):
        at = next((each.where for each in figures.respondents), figures.sheet)
        told = {"count": sum(gaps.values()), "respondents": people}
        yield problem(RECAP_ITEMS_NOT_ANSWERED, at, where=where_lacking(gaps, items=False), **told)


def _respondents(figures: RecapFigures, asked: int | None, problems: list[Problem]) -> int | None:
    """Return the number of respondents that every place says which says one."""
    found = asked
    for said in figures.respondents:
        if said.whole is None or said.whole < 1:
            why = AT_LEAST_ONE() if said.whole == 0 else why_no_count(said.number)
            told = {"what": NUMBER_OF_RESPONDENTS(), "value": said.number.text, "why": why}
            problems.append(problem(RECAP_NUMBER_UNREADABLE, said.where, **told))
        elif found is None:
            found = said.whole
        elif found != said.whole:
            cells = ("--respondents",) if asked else cells_beside(said, figures.respondents)
            told = {"cells": cells, "value": said.number.text, "expected": str(found)}
            problems.append(problem(RECAP_CONTRADICTS, said.where, what=NUMBER_OF_RESPONDENTS(), **told))
    return found


def _settle_totals(figures: RecapFigures, respondents: int | None, problems: list[Problem]) -> None:
    """Tell what "Jumlah" alone is where no counts say so: the sum, unless all of them are the respondents."""
    lines = [each for each in figures.items.values() if each.of(Kind.TOTAL) and not each.of(Kind.COUNT)]
    said = [one for each in lines for one in each.of(Kind.TOTAL)]
    if not said:
        return
    kind = Kind.SUM
    if all(each.of(Kind.SUM) for each in lines) or {one.whole for one in said} == {respondents}:
        kind = Kind.N
    elif respondents is None and not all(each.of(Kind.N) for each in lines):
        problems.append(problem(RECAP_TOTAL_UNCLEAR, span_of([one.where for one in said])))
        for each in lines:
            each.unread = True
    for each in lines:
        each.said = [
            replace(one, meaning=replace(one.meaning, kind=kind)) if one.meaning.kind is Kind.TOTAL else one
            for one in each.said
        ]


def _recap(
    known: Mapping[str, Known], totals: Mapping[str, Mapping[int, int]], respondents: int | None
) -> Recap:
    """Return the recap of items, or of totals where there are none; the weakest item tells the shape."""
    if not known:
        return Recap(RecapShape.TOTALS, respondents, {}, totals)
    shape = RecapShape.COUNTS
    if any(each.counts is None for each in known.values()):
        shape = RecapShape.MEANS if any(each.by_mean for each in known.values()) else RecapShape.SUMS
    items = {
        code: ItemRecap(each.n, each.sums, each.counts if shape is RecapShape.COUNTS else None)
        for code, each in known.items()
    }
    return Recap(shape, respondents, items, {})


@dataclass(frozen=True, slots=True)
class _Totals:
    """Reads the counts of indices and of the survey, and checks them against the items."""

    figures: RecapFigures
    rubric: SurveyRubric
    reader: ItemReader

    def read(self, known: Mapping[str, Known]) -> dict[str, dict[int, int]]:
        """Return the totals that can be read, by the code of their index or ``""``."""
        totals: dict[str, dict[int, int]] = {}
        for code, figures in self.figures.totals.items():
            before = len(self.reader.problems)
            counts = None if figures.unread else self.reader.counts(figures, of_total(code))
            if counts is None and not figures.unread and len(self.reader.problems) == before and not known:
                self.reader.lacks(figures, of_total(code))
            if counts is not None:
                totals[code] = counts
                self._check(code, counts)
                self._check_items(code, known)
        self._check_all(totals)
        return totals

    def _codes(self, code: str) -> list[str]:
        return [
            item.code for index in self.rubric.indices if code in ("", index.code) for item in index.items
        ]

    def _check(self, code: str, counts: Mapping[int, int]) -> None:
        """Check a total's own numbers, and that so many people can have given so many answers."""
        figures, of = self.figures.totals[code], of_total(code)
        n = sum(counts.values())
        cells = figures.of(Kind.COUNT)
        for said in (*figures.of(Kind.N), *figures.of(Kind.TOTAL)):
            if not said.meaning.people and said.whole not in (n, self.reader.respondents):
                self.reader.contradicts(said, cells, n, of)
        self.reader.shares(figures, counts, of)
        people = self.reader.respondents
        if people is not None and n > people * len(self._codes(code)):
            told = {"what": what_of(Meaning(Kind.N), of), "value": n, "respondents": people}
            where = span_of([each.where for each in cells])
            self.reader.problems.append(problem(RECAP_MORE_THAN_RESPONDENTS, where, **told))

    def _check_items(self, code: str, known: Mapping[str, Known]) -> None:
        """Check a total against the counts of its items."""
        codes = self._codes(code)
        counts = [
            each.counts for each in map(known.get, codes) if each is not None and each.counts is not None
        ]
        if len(counts) < len(codes):
            return
        for said in self.figures.totals[code].of(Kind.COUNT):
            expected = sum(each[said.meaning.value or 0] for each in counts)
            if said.whole != expected:
                self.reader.contradicts(said, self._cells(codes, said), expected, of_total(code))

    def _cells(self, codes: list[str], said: Said) -> list[Said]:
        meant = (self.figures.items[code].counts().get(said.meaning.value or 0, ()) for code in codes)
        return [each for cells in meant for each in cells]

    def _check_all(self, totals: Mapping[str, Mapping[int, int]]) -> None:
        """Check the total of the survey against those of its indices."""
        parts = [totals.get(index.code) for index in self.rubric.indices]
        if "" not in totals or None in parts:
            return
        for said in self.figures.totals[""].of(Kind.COUNT):
            value = said.meaning.value or 0
            expected = sum(part[value] for part in parts if part is not None)
            if said.whole != expected:
                of_parts = [self.figures.totals[index.code].counts()[value] for index in self.rubric.indices]
                cells = [each for part in of_parts for each in part]
                self.reader.contradicts(said, cells, expected, of_total(""))
