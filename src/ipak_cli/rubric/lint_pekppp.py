"""What makes a well-formed PEKPPP rubric a sound one: weights, codes, categories, facts, rules, doubts."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import exact_text
from ipak_cli.base.message import InFull
from ipak_cli.base.problem import problem
from ipak_cli.catalogue.rubrics import (
    ALL_ASPECTS,
    ANSWER_FORM_UNFIT_FOR_FACT,
    ANSWER_NOT_OF_FACT,
    ASPECT,
    CATEGORIES_MISS_ZERO,
    EMPTY_ANSWER_COMPARED,
    F02_AND_F03,
    FACT_NUMBER_OF_OTHER_INDICATOR,
    FIRST_TO_LAST,
    IMPLICATION_NEVER_BROKEN,
    INDEX_CATEGORIES_OVERLAP,
    INDICATOR,
    INDICATOR_CODE_MISMATCH,
    INDICATORS_OF_ASPECT,
    LEVEL_MEANINGS_INCOMPLETE,
    NAME_USED_TWICE,
    NONE,
    NOT_ONE_ANSWER_FORM,
    OPTION_HAS_SEPARATOR,
    OPTIONS_UNFIT_FOR_FACT_TYPE,
    PEKPPP_WEIGHT_NOT_POSITIVE,
    REFERENCE_UNKNOWN,
    WEIGHTS_NOT_THE_WHOLE,
)
from ipak_cli.rubric.lint_names import Place, repeated
from ipak_cli.rubric.lint_rules import lint_rule
from ipak_cli.rubric.pekppp import LEVELS, FactType
from ipak_cli.rubric.types import HIGHEST_LEVEL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ipak_cli.base.message import Message
    from ipak_cli.base.problem import Problem, Where
    from ipak_cli.rubric.lint_names import Named
    from ipak_cli.rubric.pekppp import Aspect, Category, Fact, Indicator, PekpppRubric, Saying


_SEPARATORS: Final = frozenset(",\"'")
"""Signs that would split or end an option in a spreadsheet's drop-down list."""


def lint_facts(indicator: Indicator, place: Place) -> Iterator[Problem]:
    """Yield every fault of an indicator's facts, taken by themselves."""
    prefix = f"F{indicator.no:02d}-"
    for number, fact in enumerate(indicator.facts):
        here = partial(place, "facts", number)
        if not fact.id.startswith(prefix):
            yield problem(
                FACT_NUMBER_OF_OTHER_INDICATOR, here("id"), fact=fact.id, no=indicator.no, prefix=prefix
            )
        yield from _options(fact, here)


def _options(fact: Fact, place: Place) -> Iterator[Problem]:
    count = len(fact.options)
    if (count < 2) if fact.type is FactType.CHOICE else count:
        yield problem(
            OPTIONS_UNFIT_FOR_FACT_TYPE, place("options"), fact=fact.id, type=fact.type.value, count=count
        )
    for number, option in enumerate(fact.options):
        if _SEPARATORS & set(option):
            yield problem(OPTION_HAS_SEPARATOR, place("options", number), option=option)
    yield from repeated(
        (option, str(number), place("options", number)) for number, option in enumerate(fact.options)
    )


_WORDS: Final = frozenset({FactType.YES_NO, FactType.CHOICE})
_FITTING: Final[Mapping[str, frozenset[FactType]]] = {
    "answers": _WORDS,
    "minimum": frozenset({FactType.NUMBER}),
    "maximum": frozenset({FactType.NUMBER}),
    "answered": frozenset(FactType),
}
"""The types of facts that each form of a saying can be compared with."""


def lint_implications(rubric: PekpppRubric, place: Place) -> Iterator[Problem]:
    """Yield every fault of a rubric's implications."""
    facts = {fact.id: fact for indicator in rubric.indicators for fact in indicator.facts}
    for number, implication in enumerate(rubric.implications):
        here = partial(place, number)
        yield from _saying(implication.when, facts, partial(here, "when"), "when")
        yield from _saying(implication.then, facts, partial(here, "then"), "then")
        for order, fact in enumerate(implication.then.facts):
            if fact in implication.when.facts:
                yield problem(IMPLICATION_NEVER_BROKEN, here("then", "facts", order), fact=fact)


def _saying(saying: Saying, facts: Mapping[str, Fact], place: Place, part: str) -> Iterator[Problem]:
    if saying.answered is not None and saying.answered != (part == "when"):
        yield problem(EMPTY_ANSWER_COMPARED, place("answered"), part=part)
    if len(saying.forms) != 1:
        forms = ", ".join(saying.forms) if saying.forms else NONE()
        yield problem(NOT_ONE_ANSWER_FORM, place(), part=part, count=len(saying.forms), forms=forms)
    for order, fact_id in enumerate(saying.facts):
        where, fact = place("facts", order), facts.get(fact_id)
        if fact is None:
            known = FIRST_TO_LAST(first=next(iter(facts)), last=list(facts)[-1])
            yield problem(REFERENCE_UNKNOWN, where, key="facts", code=fact_id, known=known)
            continue
        for form in saying.forms:
            if fact.type not in _FITTING[form]:
                yield problem(
                    ANSWER_FORM_UNFIT_FOR_FACT, where, fact=fact.id, type=fact.type.value, form=form
                )
        yield from _answers(saying, fact, place)


def _answers(saying: Saying, fact: Fact, place: Place) -> Iterator[Problem]:
    for order, answer in enumerate(saying.answers):
        if fact.answers and answer not in fact.answers:
            shown = {"answer": answer, "known": InFull(", ".join(fact.answers))}
            yield problem(ANSWER_NOT_OF_FACT, place("answers", order), fact=fact.id, **shown)


Weighed = tuple["Message | str", Fraction, "Where"]
"""The name of a part, its weight, and where the weight stands."""

_PERCENT: Final = 100


def lint_pekppp(rubric: PekpppRubric, place: Place) -> Iterator[Problem]:
    """Yield every fault of a rubric's content; ``place`` tells where each part stands in its file."""
    yield from _categories(rubric.categories, partial(place, "categories"))
    shares = (("F-02", rubric.ipp.f02, place("ipp", "f02")), ("F-03", rubric.ipp.f03, place("ipp", "f03")))
    yield from _weights(shares, F02_AND_F03(), 1, place("ipp"))
    aspects = (
        (ASPECT(code=aspect.code), aspect.weight, place("aspects", number, "weight"))
        for number, aspect in enumerate(rubric.aspects)
    )
    yield from _weights(aspects, ALL_ASPECTS(), _PERCENT, place("aspects"))
    for number, aspect in enumerate(rubric.aspects):
        yield from _aspect(aspect, rubric, partial(place, "aspects", number))
    yield from repeated(
        (each.code, str(number), place("principles", number, "code"))
        for number, each in enumerate(rubric.principles)
    )
    yield from repeated(
        (each.code, str(number), place("aspects", number, "code"))
        for number, each in enumerate(rubric.aspects)
    )
    yield from repeated(_numbers(rubric, place))
    for number, form in enumerate(rubric.f03.forms if rubric.f03 else ()):
        questions = partial(place, "f03", "forms", number, "questions")
        yield from repeated(
            (each.code, str(order), questions(order, "code")) for order, each in enumerate(form.questions)
        )
    yield from lint_implications(rubric, partial(place, "implications"))


def _aspect(aspect: Aspect, rubric: PekpppRubric, place: Place) -> Iterator[Problem]:
    indicators = (
        (INDICATOR(no=indicator.no), indicator.weight, place("indicators", number, "weight"))
        for number, indicator in enumerate(aspect.indicators)
    )
    yield from _weights(indicators, INDICATORS_OF_ASPECT(code=aspect.code), _PERCENT, place("indicators"))
    principles = [principle.code for principle in rubric.principles]
    for number, indicator in enumerate(aspect.indicators):
        here = partial(place, "indicators", number)
        if indicator.principle not in principles:
            shown = {"code": indicator.principle, "known": ", ".join(principles)}
            yield problem(REFERENCE_UNKNOWN, here("principle"), key="principle", **shown)
        yield from _code(indicator, aspect, here("code"))
        if len(indicator.meanings) not in (0, len(LEVELS)):
            yield problem(
                LEVEL_MEANINGS_INCOMPLETE, here("meanings"), no=indicator.no, count=len(indicator.meanings)
            )
        yield from lint_facts(indicator, here)
        yield from lint_rule(indicator, here)


def _code(indicator: Indicator, aspect: Aspect, where: Where) -> Iterator[Problem]:
    expected = f"{aspect.code}.{indicator.principle}"
    if indicator.code != expected:
        yield problem(INDICATOR_CODE_MISMATCH, where, no=indicator.no, code=indicator.code, expected=expected)


def _weights(parts: Iterable[Weighed], whole: Message, expected: int, where: Where) -> Iterator[Problem]:
    """Check that the parts of a whole are more than nothing, and together all of it."""
    total = Fraction(0)
    for name, weight, at in parts:
        if weight <= 0:
            yield problem(PEKPPP_WEIGHT_NOT_POSITIVE, at, name=name, weight=exact_text(weight))
        total += weight
    if total != expected:
        yield problem(WEIGHTS_NOT_THE_WHOLE, where, whole=whole, total=exact_text(total), expected=expected)


def _categories(categories: tuple[Category, ...], place: Place) -> Iterator[Problem]:
    """Check that the categories go down step by step, from at most the highest level to 0."""
    above, first = Fraction(HIGHEST_LEVEL), dict[str, int | None]()
    for number, category in enumerate(categories):
        minimum, where = category.minimum, place(number, "minimum")
        if minimum > above or (number and minimum == above):
            shown = {"minimum": exact_text(minimum), "above": exact_text(above)}
            yield problem(INDEX_CATEGORIES_OVERLAP, where, category=category.code, **shown)
        above = minimum
        code = place(number, "code")  # A and A- are two categories, though their letters are the same
        if category.code in first:
            yield problem(NAME_USED_TWICE, code, name=category.code, line=first[category.code] or "?")
        first.setdefault(category.code, code.line)
    if above != 0:
        last = categories[-1].code
        yield problem(
            CATEGORIES_MISS_ZERO,
            place(len(categories) - 1, "minimum"),
            category=last,
            minimum=exact_text(above),
        )


def _numbers(rubric: PekpppRubric, place: Place) -> Iterator[Named]:
    """Yield the number of every indicator and the id of every fact."""
    for number, aspect in enumerate(rubric.aspects):
        for order, indicator in enumerate(aspect.indicators):
            here = partial(place, "aspects", number, "indicators", order)
            yield str(indicator.no), f"{number}.{order}", here("no")
            for each, fact in enumerate(indicator.facts):
                yield fact.id, f"{number}.{order}.{each}", here("facts", each, "id")
