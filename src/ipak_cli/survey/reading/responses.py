"""Responses as tables: what one piece of a sheet says, a row a response."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.tables.column import Column


NO_PERIOD = -1
"""The quarter of a response whose time is not known."""


@dataclass(frozen=True, slots=True, eq=False)
class Responses:
    """Responses in sheet order; every table has a row a response, under its number in the sheet.

    ``answers`` has a categorical column for each item, over the scale's values, and no value where no answer
    was given; ``groups`` has one for each profile, over its labels, "" where it is blank. ``marks`` tells of
    each response its ``quarter`` (an ordinal) and ``minute`` (since 1970), -1 where not known, the answer
    that it gives to every item (``straight``, missing where they differ), and whether it is a ``trial``;
    ``print`` and ``person`` are fingerprints of the whole response and of the respondent, 0 where there is
    nothing to tell them by, and there is no ``person`` where no column tells respondents apart.
    ``suggestions`` and ``identities`` hold texts: a column for each of the sheet's columns of that kind.
    """

    answers: pd.DataFrame
    groups: pd.DataFrame
    marks: pd.DataFrame
    suggestions: tuple[Column, ...] = ()
    identities: tuple[Column, ...] = ()

    def only(self, rows: npt.NDArray[np.intp]) -> Responses:
        """Return some of the responses (counted from 0)."""
        return Responses(
            answers=self.answers.iloc[rows],
            groups=self.groups.iloc[rows],
            marks=self.marks.iloc[rows],
            suggestions=tuple(column.only(rows) for column in self.suggestions),
            identities=tuple(column.only(rows) for column in self.identities),
        )

    def by_quarter(self) -> Iterator[tuple[int, Responses]]:
        """Yield each quarter's ordinal and its responses, the earliest first."""
        quarters = self.marks["quarter"]
        ordinals = sorted(quarters.unique().tolist())
        for ordinal in ordinals:
            # Nearly always there is one, and nothing to choose.
            yield ordinal, self if len(ordinals) == 1 else self.only(np.flatnonzero(quarters == ordinal))


def answer_table(
    places: npt.NDArray[np.int8], rows: npt.NDArray[np.int64], rubric: SurveyRubric
) -> pd.DataFrame:
    """Return the answers as a table; ``places[row, item]`` is the place on the scale from 1, 0 for none."""
    scale = _scale(rubric)
    columns = zip(rubric.items, places.T, strict=True)
    answers = {item.code: pd.Categorical.from_codes(given - 1, dtype=scale) for item, given in columns}
    return pd.DataFrame(answers, index=rows)


def _scale(rubric: SurveyRubric) -> pd.CategoricalDtype[int]:
    return pd.CategoricalDtype(list(rubric.scale.values), ordered=True)


def straight_lines(places: npt.NDArray[np.int8], rubric: SurveyRubric) -> pd.Categorical[int]:
    """Return the answer that each response gives to every item, missing where they are not all the same."""
    same = (places == places[:, :1]).all(axis=1)
    return pd.Categorical.from_codes(np.where(same, places[:, 0], 0) - 1, dtype=_scale(rubric))


def group_labels(column: Column) -> pd.Categorical[str]:
    """Return a profile's labels; a column of texts becomes one of categories, with "" for a blank cell."""
    labels = [*map(str, column.values.cells), ""]
    codes = np.where(column.codes < 0, len(labels) - 1, column.codes)
    return pd.Categorical.from_codes(codes, categories=pd.Index(labels, dtype=object))
