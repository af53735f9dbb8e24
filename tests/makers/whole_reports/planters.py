"""Contradictions of figures, each planted in one statement of a right report."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.base.printed import Printed, is_possible, sums_of
from makers.whole_reports.planting import (
    alike,
    items_of_now,
    one_of,
    outside,
    planter,
    printed,
    span,
)

if TYPE_CHECKING:
    from makers.whole_reports.office import Office


@planter("A101")
def mean_that_no_answers_give(office: Office) -> bool:
    """Print a mean near the right one, wherever it stands, that no n answers give."""
    places, n = office.style.places, office.now.n
    step = Fraction(1, 10**places)
    item = office.random.choice([*office.now.answers])
    own = office.style.rounded(office.now.mean(item))
    near = [own + k * step for k in range(-9, 10)]
    wrong = [v for v in near if 1 <= v <= 4 and v / step % 10 and not is_possible(Printed(v, places), n)]
    if not wrong:
        return False
    text = office.style.written(office.random.choice(wrong), places)
    for each in alike(office, items_of_now(office)[item]):
        each.put(text)
    return True


@planter("A103")
def index_that_is_not_its_items_mean(office: Office) -> bool:
    code = office.random.choice([*office.instrument.indices])
    items = office.now.items_of(code)
    means = items_of_now(office)
    low, high = span([means[item] for item in items], [office.now.weight(item) for item in items])
    text = outside(office, office.style.places, low, high)
    for each in office.report.of_kind("index"):
        if (each.subject, each.period) == (code, office.period):
            each.put(text)
    return True


@planter("A102", "A104", "A133")
def percent_that_is_not_the_indexs(office: Office) -> bool:
    told = one_of(office, office.report.of_kind("percent", "converted", where="indices"))
    index = next(e for e in office.report.of_kind("index", where="indices") if e.subject == told.subject)
    told.put(outside(office, 2, *span([index], [Fraction(25)])))
    return True


@planter("A104", "A133")
def percent_that_is_not_the_items(office: Office) -> bool:
    told = one_of(office, office.report.of_kind("item_percent", "item_converted", where="items"))
    if told is None:
        return False
    told.put(outside(office, 2, *span([items_of_now(office)[told.subject]], [Fraction(25)])))
    return True


@planter("A105", "A106")
def points_that_are_not_the_indexs(office: Office) -> bool:
    told = one_of(office, office.report.of_kind("points"))
    if told is None:
        return False
    index = next(e for e in office.report.of_kind("index", where="indices") if e.subject == told.subject)
    told.put(outside(office, 2, *span([index], [Fraction("17.5") / 4])))
    return True


@planter("A106")
def component_that_is_not_its_parts_sum(office: Office) -> bool:
    whole = one_of(office, office.report.of_kind("component"))
    if whole is None:
        return False
    points = [e for e in office.report.of_kind("points", where="components") if e.subject == "IPAK"]
    parts = [*points, *office.report.of_kind("performance")]
    whole.put(outside(office, 2, *span(parts, [Fraction(1)] * len(parts))))
    return True


@planter("A147", "A108")
def figure_in_anothers_row(office: Office) -> bool:
    """Swap the values of two items in the table of targets."""
    rows = office.report.of_kind("item_mean", where="targets")
    pairs = [(a, b) for a in rows for b in rows if not printed(a).agrees(printed(b))]
    if not pairs:
        return False
    one, other = office.random.choice(pairs)
    first, second = one.text, other.text
    one.put(second)
    other.put(first)
    return True


@planter("A107", "A108")
def combined_index_as_index(office: Office) -> bool:
    both = one_of(office, office.report.of_kind("combined"))
    wrong = [
        each
        for each in office.report.of_kind("index", where="closing")
        if both and not printed(each).agrees(printed(both))
    ]
    if not wrong:
        return False
    office.random.choice(wrong).put(both.text)
    return True


@planter("A109", "A138", "A108")
def star_total_against_respondents(office: Office) -> bool:
    counts = office.report.of_kind("stars", where="stars")
    told = one_of(office, [each for each in counts if each.subject != "4"])
    if told is None:
        return False
    told.put(office.style.count(int(told.exact) + office.random.randint(1, 9)))
    return True


@planter("A110")
def star_totals_against_means(office: Office) -> bool:
    """Move answers from 4 to 3 in the counts, with their shares, and leave the means."""
    counts = {each.subject: each for each in office.report.of_kind("stars", where="stars")}
    n = office.now.n
    sums = [sums_of(printed(each), n) for each in items_of_now(office).values()]
    if not counts or not all(sums):
        return False
    points = sum(office.now.total(item) for item in office.now.answers)
    moved = points - sum(each[0] for each in sums) + office.random.randint(1, 5)
    if moved >= office.now.stars(4):
        return False
    answers = n * len(office.now.answers)
    for value, change in (("4", -moved), ("3", moved)):
        count = office.now.stars(int(value)) + change
        for each in office.report.of_kind("stars", "star_share"):
            if each.subject == value:
                share = Fraction(100 * count, answers)
                each.put(office.style.count(count) if each.kind == "stars" else office.style.figure(share, 2))
    return True


@planter("A111")
def table_equal_to_the_one_before(office: Office) -> bool:
    before = items_of_now(office, "items before")
    now = items_of_now(office)
    if not before or all(before[item].text == now[item].text for item in now):
        return False
    if len({each.text for each in before.values()}) < 3:
        return False
    for item, each in now.items():
        each.put(before[item].text)
    return True


@planter("A111", "A101")
def table_that_fits_the_n_before(office: Office) -> bool:
    """Print the values of the period before, of which the report tells the respondents alone."""
    if len(office.surveys) == 1 or items_of_now(office, "items before"):
        return False
    before, places = office.surveys[-2], office.style.places
    texts = {item: office.style.figure(before.mean(item)) for item in before.answers}
    numbers = [office.style.rounded(before.mean(item)) for item in before.answers]
    plain = [Printed(v, places) for v in numbers if v * 10**places % 10]
    if all(is_possible(each, office.now.n) for each in plain) or before.n >= 10**places:
        return False
    for item, each in items_of_now(office).items():
        each.put(texts[item])
    return True


@planter("A108")
def two_values_of_one_figure(office: Office) -> bool:
    told = one_of(office, office.report.of_kind("index", "converted", where="closing"))
    same = [each for each in alike(office, told) if each is not told]
    if not same:
        return False
    numbers = [printed(each) for each in same]
    told.put(outside(office, told.places, min(n.low for n in numbers), max(n.high for n in numbers)))
    return True


@planter("A108", "A138", "A115")
def two_numbers_of_respondents(office: Office) -> bool:
    told = one_of(office, office.report.of_kind("respondents", where="closing"))
    told.put(office.style.count(office.now.n + office.random.choice([-3, -1, 1, 2, 6])))
    return True


@planter("A117")
def answers_called_respondents(office: Office) -> bool:
    told = one_of(office, office.report.of_kind("respondents", where="closing"))
    told.put(office.style.count(office.now.n * len(office.now.answers)))
    return True


@planter("A130")
def value_outside_the_scale(office: Office) -> bool:
    kinds = ("item_mean", "index", "percent", "converted")
    told = one_of(office, office.report.of_kind(*kinds))
    above = Fraction(office.random.randint(101, 119), 1)
    if told.kind in {"item_mean", "index"}:
        above = Fraction(office.random.randint(411, 499), 100)
    decimals = Fraction(office.random.randint(1, 9), 10**told.places)
    told.put(office.style.written(above + decimals, told.places))
    return True


@planter("A132")
def weights_of_eleven_hundredths(office: Office) -> bool:
    if not office.is_skm:
        return False
    exact = sum((office.now.mean(item) for item in office.now.answers), Fraction(0)) * Fraction("0.11")
    for each in office.report.of_kind("index", "converted"):
        if each.period == office.period:
            each.put(office.style.figure(exact * (25 if each.kind == "converted" else 1), each.places))
    return True


@planter("A134")
def weighted_value_that_is_not_the_items(office: Office) -> bool:
    told = one_of(office, office.report.of_kind("weighted", where="items"))
    if told is None:
        return False
    weight = office.now.weight(told.subject)
    wide = [
        (printed(items_of_now(office)[told.subject]), w)
        for w in (weight, Fraction("0.11"), Fraction("0.111"))
    ]
    told.put(outside(office, 3, min(n.low * w for n, w in wide), max(n.high * w for n, w in wide)))
    return True


@planter("A136", "A135")
def mean_that_is_not_its_sum_by_n(office: Office) -> bool:
    told = one_of(office, office.report.of_kind("sum", where="items"))
    if told is None:
        return False
    mean = printed(items_of_now(office)[told.subject])
    total = int(told.exact) + office.random.choice([-1, 1]) * (
        1 + int(mean.step * office.now.n) + office.random.randint(1, 9)
    )
    told.put(office.style.count(total))
    return total != office.now.n and not mean.cuts(Fraction(total, office.now.n))


@planter("A149")
def aspects_that_are_not_the_index(office: Office) -> bool:
    told = one_of(office, office.report.of_kind("f02"))
    if told is None:
        return False
    aspects = office.report.of_kind("aspect")
    weights = [each.weight / 100 for each in office.instrument.pekppp.aspects]
    told.put(outside(office, 2, *span(aspects, weights)))
    return True


@planter("A134")
def weighted_aspect_that_is_not_the_aspects(office: Office) -> bool:
    told = one_of(office, office.report.of_kind("aspect_weighted"))
    if told is None:
        return False
    aspect = next(each for each in office.report.of_kind("aspect") if each.subject == told.subject)
    weight = next(e.weight for e in office.instrument.pekppp.aspects if e.code == told.subject) / 100
    told.put(outside(office, 2, *span([aspect], [weight])))
    return True
