"""Looks at the data's quality: each is reported with what it means here, and none is acted on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import Figure, NotScored, round_half_up
from ipak_cli.base.message import InFull
from ipak_cli.catalogue import survey as p
from ipak_cli.rubric.types import are_elements
from ipak_cli.survey.result import Quality

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ipak_cli.base.message import Message, Phrase
    from ipak_cli.rubric.survey import Index, SurveyRubric
    from ipak_cli.survey.result import AnswerShare, SurveyResult
    from ipak_cli.survey.tally import Products, Tally

BURST: Final = 5
"""Responses within one minute that are worth a look."""
CEILING: Final = Fraction(85, 100)
"""Share of highest answers from which the scale hardly tells respondents apart."""
FEW_FOR_ALPHA: Final = 30
"""Respondents below which Cronbach's alpha is too uncertain to lean on."""
ALPHA_BANDS: Final = (
    (Fraction(9, 10), p.VERY_HIGH),
    (Fraction(8, 10), p.HIGH),
    (Fraction(7, 10), p.ENOUGH),
    (Fraction(6, 10), p.RATHER_LOW),
)

UNREADABLE: Final = "unreadable"  # the code of answers that were given but cannot be read


@dataclass(frozen=True, slots=True)
class RowCounts:
    """Counts of rows that only the rows themselves can tell: the same response again, and so on."""

    duplicates: int = 0
    same_person: int = 0
    tests: int = 0
    outside: int = 0


def look(tally: Tally, rows: RowCounts, rubric: SurveyRubric) -> tuple[Quality, ...]:
    """Return every look, in a fixed order."""
    of = tally.total.respondents
    return (
        _counted("duplicates", p.SAME_RESPONSES, p.SAME_RESPONSES_FOUND, rows.duplicates, of),
        _counted("same_person", p.SAME_PEOPLE, p.SAME_PEOPLE_FOUND, rows.same_person, of),
        _counted("tests", p.TRIAL_ROWS, p.TRIAL_ROWS_FOUND, rows.tests, of),
        _counted("outside", p.ROWS_OUTSIDE, p.ROWS_OUTSIDE_FOUND, rows.outside, None),
        *_straight(tally, rubric),
        _bursts(tally),
        _ceiling(sum(given[-1] for given in tally.total.answers), sum(map(sum, tally.total.answers))),
        *_unreadable(tally, rubric),
        *_not_given(tally, rubric),
        *(_alpha(index, tally.products[index.code], of, _items_of(rubric)) for index in rubric.indices),
    )


def look_at_recap(distribution: Mapping[str, AnswerShare], rubric: SurveyRubric) -> tuple[Quality, ...]:
    """Return every look at a recap: of all but the highest answers' share it says what is wanting."""
    top = rubric.scale.highest
    titles = {
        "duplicates": p.SAME_RESPONSES(),
        "same_person": p.SAME_PEOPLE(),
        "tests": p.TRIAL_ROWS(),
        "outside": p.ROWS_OUTSIDE(),
        "straight_highest": p.ALL_HIGHEST(highest=top),
        "straight_other": p.ALL_SAME_LOWER(highest=top),
        "bursts": p.BURSTS(),
    }
    if rubric.scale.missing:
        titles["not_given"] = p.NOT_GIVEN_WORDS()
    alphas = {
        f"alpha_{index.code}": p.ALPHA(index=InFull(index.code), name=InFull(index.name))
        for index in rubric.indices
    }
    return (
        *(_unknown(code, title, p.RECAP_WITHOUT_ANSWERS()) for code, title in titles.items()),
        _ceiling_of(distribution, top),
        *(_unknown(code, title, p.RECAP_WITHOUT_ANSWERS()) for code, title in alphas.items()),
    )


def _ceiling_of(distribution: Mapping[str, AnswerShare], top: int) -> Quality:
    known: dict[str, int] = {}
    for value, share in distribution.items():
        if isinstance(share.count, NotScored):
            return _unknown("ceiling", p.HIGHEST_SHARE(), share.count.reason)
        known[value] = share.count
    return _ceiling(known[str(top)], sum(known.values()))


def _unknown(code: str, title: Message, reason: Message) -> Quality:
    return Quality(code, title, None, None, NotScored(reason), reason)


def cronbach_alpha(products: Products) -> Figure:
    """Return Cronbach's alpha, exactly: ``k/(k-1) * (1 - sum of item variances / variance of the sum)``."""
    n, k = products.respondents, len(products.sums)
    if n < 2 or k < 2:
        return NotScored(p.ALPHA_NEEDS_MORE())
    items = sum(n * products.cross[i][i] - products.sums[i] ** 2 for i in range(k))
    total = n * sum(map(sum, products.cross)) - sum(products.sums) ** 2
    if total == 0:
        return NotScored(p.ALPHA_NO_VARIANCE())
    return Fraction(k, k - 1) * (1 - Fraction(items, total))


def _counted(code: str, title: Phrase, found: Phrase, count: int, of: int | None) -> Quality:
    return Quality(code, title(), count, of, None, found() if count else p.NONE_FOUND())


def _straight(tally: Tally, rubric: SurveyRubric) -> Iterator[Quality]:
    """Report straight lines of the highest answer apart: here they are mostly honest, but tell little."""
    *lower, highest = tally.straight
    of, top = tally.total.respondents, rubric.scale.highest
    finding = p.ALL_HIGHEST_FOUND if highest else p.NONE_FOUND
    yield Quality("straight_highest", p.ALL_HIGHEST(highest=top), highest, of, None, finding())
    count = sum(lower)
    finding = p.ALL_SAME_LOWER_FOUND if count else p.NONE_FOUND
    yield Quality("straight_other", p.ALL_SAME_LOWER(highest=top), count, of, None, finding())


def _unreadable(tally: Tally, rubric: SurveyRubric) -> Iterator[Quality]:
    """Report the answers that were given but cannot be read, where a lenient reading found any."""
    if not tally.unreadable:
        return
    counts = ((item.code, tally.unreadable.get(item.code, 0)) for item in rubric.items)
    told = tuple(p.ITEM_AND_COUNT(item=InFull(item), count=count) for item, count in counts if count)
    count, finding = sum(tally.unreadable.values()), p.UNREADABLE_ANSWERS_FOUND(items=told)
    yield Quality(UNREADABLE, p.UNREADABLE_ANSWERS(), count, None, None, finding)


def missing_answers(result: SurveyResult) -> tuple[int, int]:
    """Return how many answers a result lacks: those not given, and those given that cannot be read."""
    unreadable = sum(look.count or 0 for look in result.quality if look.code == UNREADABLE)
    return (result.missing if isinstance(result.missing, int) else 0) - unreadable, unreadable


def _not_given(tally: Tally, rubric: SurveyRubric) -> Iterator[Quality]:
    """Report the words that mean "not given", where the form has any."""
    if not rubric.scale.missing:
        return
    by_word, by_item = Counter[str](), Counter[str]()
    for (item, word), count in tally.not_given.items():
        by_word[word] += count
        by_item[item] += count
    words = tuple(p.WORD_AND_COUNT(word=word, count=by_word[word]) for word in rubric.scale.missing)
    items = (item.code for item in rubric.items if by_item[item.code])
    told = tuple(p.ITEM_AND_COUNT(item=InFull(item), count=by_item[item]) for item in items)
    finding = p.NOT_GIVEN_WORDS_FOUND(words=words, items=told) if told else p.NONE_FOUND()
    yield Quality("not_given", p.NOT_GIVEN_WORDS(), sum(by_word.values()), None, None, finding)


def _bursts(tally: Tally) -> Quality:
    bursts = {minute: count for minute, count in tally.minutes.items() if count >= BURST}
    if bursts:
        finding = p.BURSTS_FOUND(minutes=len(bursts), burst=BURST)
    else:
        finding = p.NONE_FOUND() if tally.minutes else p.TIMES_NOT_RECORDED()
    return Quality("bursts", p.BURSTS(), sum(bursts.values()), tally.total.respondents, None, finding)


def _ceiling(highest: int, answers: int) -> Quality:
    if not answers:
        nothing = p.NO_ANSWERS()
        return Quality("ceiling", p.HIGHEST_SHARE(), highest, answers, NotScored(nothing), nothing)
    share = Fraction(highest, answers)
    finding = p.NEARLY_ALL_HIGHEST if share >= CEILING else p.SPREAD_TELLS_ITEMS_APART
    return Quality("ceiling", p.HIGHEST_SHARE(), highest, answers, share * 100, finding())


def _items_of(rubric: SurveyRubric) -> Phrase:
    elements = are_elements([item.element for item in rubric.items], zi=rubric.zi is not None)
    return p.ELEMENTS_OF if elements else p.ITEMS_OF


def _alpha(index: Index, mine: Products, of: int, items_of: Phrase) -> Quality:
    value = cronbach_alpha(mine)
    code = InFull(index.code)
    title = p.ALPHA(index=code, name=InFull(index.name))
    if isinstance(value, NotScored):
        finding = value.reason
    else:
        finding = _consistency(value, items_of(index=code), mine.respondents)
    return Quality(f"alpha_{code}", title, mine.respondents, of, value, finding)


def _consistency(alpha: Fraction, items: Message, respondents: int) -> Message:
    level = next((words for minimum, words in ALPHA_BANDS if round_half_up(alpha) >= minimum), p.LOW)
    if respondents < FEW_FOR_ALPHA:
        return p.CONSISTENCY_OF_FEW(index=items, level=level(), few=FEW_FOR_ALPHA)
    return p.CONSISTENCY(index=items, level=level())
