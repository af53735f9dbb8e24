"""Surveys of random people: who they are, what they answered, and the results that ipak makes of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING

from ipak_cli.base.period import parse_period
from ipak_cli.base.provenance import Tool
from ipak_cli.survey.assemble import ScoringContext, assemble
from ipak_cli.survey.quality import RowCounts
from ipak_cli.survey.result import Source
from ipak_cli.survey.tally import Counts, Products, Tally
from makers.report_material import loaded
from makers.subtraction import Person

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.result import SurveyResult


@dataclass(frozen=True)
class Respondent(Person):
    """A person with an answer to each item."""

    answers: tuple[int, ...]


def random_respondents(
    seed: int, periods: Sequence[frozenset[str]], rubric: str = "ipak-ipkp", most: int = 90
) -> list[Respondent]:
    """Return people who each answered in one of the parts of time, and so in the periods that it is in.

    Groups are of any size: each question has its own few answers, most of them rare, and some leave it empty.
    """
    random = Random(seed)  # noqa: S311 (the same people every time)
    model = loaded(rubric).rubric
    answers = {
        profile.code: [f"{profile.name} {n}" for n in range(random.randint(1, 7))]
        + [""] * random.randint(0, 1)
        for profile in model.profiles
    }
    weights = {code: [random.random() ** 3 + 0.01 for _ in given] for code, given in answers.items()}
    scale = model.scale
    return [
        Respondent(
            random.choice(periods),
            {code: random.choices(given, weights[code])[0] for code, given in answers.items()},
            tuple(random.randint(scale.lowest, scale.highest) for _ in model.items),
        )
        for _ in range(random.randint(1, most))
    ]


def nested_respondents(
    seed: int, periods: Sequence[frozenset[str]], rubric: str = "ipak-ipkp"
) -> list[Respondent]:
    """Return people whose profile questions hang together: a service that one job uses, but for a few people.

    One survey in six is of six people at most. The members of some groups all gave the lowest answer.
    """
    random = Random(f"nested {seed}")  # noqa: S311 (the same people every time)
    model = loaded(rubric).rubric
    people = random.randint(1, 6) if random.random() < 1 / 6 else random.randint(7, 120)
    columns: dict[str, list[str]] = {}
    for profile in model.profiles:
        if columns and random.random() < 0.6:
            of = random.choice([*columns.values()])
            named = {answer: f"{profile.name} {random.randint(0, 2)}" for answer in sorted(set(of))}
            column = [named[answer] for answer in of]
            for person in random.sample(range(people), min(people, random.randint(0, 6))):
                column[person] = random.choice([*named.values(), f"{profile.name} lain"])
        else:
            weights = [random.random() ** 2 + 0.02 for _ in range(random.randint(1, 6))]
            column = [f"{profile.name} {n}" for n in random.choices(range(len(weights)), weights, k=people)]
        columns[profile.code] = column
    lowest_in = {random.choice(random.choice([*columns.values()])) for _ in range(random.randint(0, 2))}
    return [
        Respondent(
            random.choice(periods),
            profile := {code: column[person] for code, column in columns.items()},
            (1,) * len(model.items)
            if lowest_in & {*profile.values()}
            else tuple(random.randint(1, 4) for _ in model.items),
        )
        for person in range(people)
    ]


def result_of(people: Sequence[Respondent], period: str, rubric: str = "ipak-ipkp") -> SurveyResult:
    """Return what ipak makes of those who answered in a period; somebody must have."""
    file, mine = loaded(rubric), [person for person in people if period in person.periods]
    groups: dict[tuple[str, str], list[Respondent]] = {}
    for person in mine:
        for question, answer in person.profile.items():
            groups.setdefault((question, answer), []).append(person)
    products = {
        index.code: Products(0, (0,) * len(index.items), ((0,) * len(index.items),) * len(index.items))
        for index in file.rubric.indices
    }
    counted = {group: _counts(members, file.rubric) for group, members in groups.items()}
    crossed = Counter(tuple(person.profile.items()) for person in mine)
    straight = (0,) * len(file.rubric.scale.values)
    tally = Tally(
        _counts(mine, file.rubric), counted, products, straight, {}, crossed=crossed,
        own=_own(mine, file.rubric),
        own_by_group={group: _own(members, file.rubric) for group, members in groups.items()},
    )  # fmt: skip
    facts = ScoringContext(file.rubric, file.digest, Tool("ipak", "0"), "Kantor Contoh")
    source = Source("jawaban.xlsx", "a1" * 32, None, len(mine))
    return assemble(facts, parse_period(period), tally, RowCounts(), ((source,), ()))


def _counts(people: Sequence[Respondent], rubric: SurveyRubric) -> Counts:
    given = [Counter(column) for column in zip(*(person.answers for person in people), strict=True)]
    answers = tuple(tuple(each[value] for value in rubric.scale.values) for each in given)
    return Counts(len(people), answers)


def _own(people: Sequence[Respondent], rubric: SurveyRubric) -> dict[str, Counter[Fraction]]:
    """Return how many people have each value of their own index; every item is answered, and counts alike."""
    places = {item.code: place for place, item in enumerate(rubric.items)}
    columns = {index.code: [places[item.code] for item in index.items] for index in rubric.indices}
    return {
        code: Counter(Fraction(sum(each.answers[n] for n in mine), len(mine)) for each in people)
        for code, mine in columns.items()
    }
