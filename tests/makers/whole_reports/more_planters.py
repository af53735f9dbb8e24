"""Contradictions of shares, targets, changes, trends and numbers of people."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.base.printed import Printed
from makers.whole_reports.planting import items_of_now, one_of, outside, planter, printed, span

if TYPE_CHECKING:
    from makers.whole_reports.office import Office
    from makers.whole_reports.parts import Statement


@planter("A138")
def share_that_is_not_count_by_total(office: Office) -> bool:
    told = one_of(office, office.report.of_kind("share", "star_share"))
    if told is None:
        return False
    told.put(outside(office, told.places, told.exact, told.exact))
    return True


@planter("A137")
def share_that_was_cut_off(office: Office) -> bool:
    """Cut off the decimals of every share of a table that is rounded up."""
    shares = office.report.of_kind("share", "star_share")
    wrong = [(each, cut) for each in shares if (cut := _cut(each)) is not None]
    if not wrong:
        return False
    told, cut = office.random.choice(wrong)
    told.put(office.style.written(cut, told.places))
    # A table whose shares would then add up to 100 may have been evened out on purpose.
    same = [each for each in shares if each.where == told.where]
    return "sentence" in told.where or sum(printed(each).value for each in same) % 100 != 0


def _cut(told: Statement) -> Fraction | None:
    cut = Fraction(told.exact * 10**told.places // 1, 10**told.places)
    return cut if Printed(cut, told.places).cuts(told.exact) and cut * 10**told.places % 10 else None


@planter("A137", "A136")
def mean_that_was_cut_off(office: Office) -> bool:
    sums = {each.subject for each in office.report.of_kind("sum", where="items")}
    means = [each for each in items_of_now(office).values() if each.subject in sums]
    wrong = [(each, cut) for each in means if (cut := _cut(each)) is not None]
    if not wrong:
        return False
    told, cut = office.random.choice(wrong)
    for each in office.report.of_kind("item_mean"):
        if (each.subject, each.period) == (told.subject, told.period):
            each.put(office.style.written(cut, told.places))
    return True


@planter("A139")
def achievement_that_is_not_realised_by_target(office: Office) -> bool:
    told = one_of(office, office.report.of_kind("achievement", where="targets"))
    if told is None:
        return False
    value = items_of_now(office, "targets")[told.subject]
    target = office.now.mean(told.subject) / told.exact * 100 if not office.style.on_printed else None
    target = target or office.style.rounded(office.now.mean(told.subject)) / told.exact * 100
    told.put(outside(office, 2, *span([value], [100 / target])))
    return True


@planter("A140")
def gap_that_is_not_the_difference(office: Office) -> bool:
    told = one_of(office, office.report.of_kind("gap"))
    if told is None:
        return False
    value = printed(items_of_now(office, "targets")[told.subject])
    target = office.style.rounded(office.now.mean(told.subject)) - told.exact
    text = outside(office, told.places, value.low - target, value.high - target)
    told.put(text)
    # Without its sign a gap is the same figure.
    number = printed(told)
    return not (number.low <= target - value.low and target - value.high <= number.high)


@planter("A143", "A142", "A140")
def difference_that_is_not_the_periods(office: Office) -> bool:
    told = one_of(office, office.report.of_kind("difference"))
    if told is None:
        return False
    means = [e for e in office.report.of_kind("item_mean", where="compared") if e.subject == told.subject]
    new = next(printed(each) for each in means if each.period == office.period)
    old = next(printed(each) for each in means if each.period != office.period)
    told.put(outside(office, told.places, new.low - old.high, new.high - old.low))
    number, low, high = printed(told), new.low - old.high, new.high - old.low
    # Without its sign a difference is the same figure.
    return not (number.low <= -low and -high <= number.high)


@planter("A109", "A110", "A108")
def answers_to_an_item_that_are_not_n(office: Office) -> bool:
    told = one_of(office, office.report.of_kind("item_stars"))
    if told is None:
        return False
    told.put(office.style.count(int(told.exact) + office.random.randint(1, 9)))
    return True


@planter("A141")
def plan_for_an_item_at_its_target(office: Office) -> bool:
    reached = [each for each in office.report.of_kind("plan") if each.exact]
    told = one_of(office, reached)
    if told is None:
        return False
    told.put("Peningkatan pelayanan dengan pelatihan pelayanan prima")
    return True


def _between(office: Office, code: str) -> tuple[Statement, Statement]:
    kind = "converted" if office.is_skm else "index"
    said = [each for each in office.report.of_kind(kind, where="change") if each.subject == code]
    old = next(each for each in said if each.period != office.period)
    return old, next(each for each in said if each.period == office.period)


@planter("A142", "A145")
def change_the_other_way(office: Office) -> bool:
    told = one_of(office, office.report.of_kind("change_word"))
    if told is None or printed((pair := _between(office, told.subject))[0]).agrees(printed(pair[1])):
        return False
    other = {"naik": "turun", "meningkat": "menurun", "turun": "naik", "menurun": "meningkat"}
    told.put(other[told.text])
    return True


@planter("A143", "A144")
def change_of_another_size(office: Office) -> bool:
    told = one_of(office, office.report.of_kind("change"))
    if told is None:
        return False
    old, new = (printed(each) for each in _between(office, told.subject))
    low, high = sorted((new.low - old.high, new.high - old.low), key=abs)
    if old.agrees(new):
        low = -high if low * high > 0 else min(low, high)
    low, high = (
        sorted((abs(low), abs(high))) if not old.agrees(new) else (Fraction(0), max(abs(low), abs(high)))
    )
    if not any(e.subject == told.subject for e in office.report.of_kind("change_unit")):
        low, high = 100 * low / old.high, 100 * high / old.low
    text = outside(office, told.places, low, high)
    told.put(text.lstrip("-"))
    number = printed(told)
    return number.low > high or number.high < low


@planter("A144", "A143")
def points_called_percent(office: Office) -> bool:
    told = one_of(office, office.report.of_kind("change_unit"))
    if told is None:
        return False
    size = printed(next(e for e in office.report.of_kind("change") if e.subject == told.subject))
    old, new = (printed(each) for each in _between(office, told.subject))
    low, high = (
        100 * (abs(new.value - old.value) - new.step) / old.high,
        100 * (abs(new.value - old.value) + new.step) / old.low,
    )
    told.put("persen")
    return size.high < low or size.low > high


@planter("A145", "A146")
def trend_the_other_way(office: Office) -> bool:
    told = one_of(office, office.report.of_kind("trend_word"))
    if told is None or told.text == "fluktuatif":
        return False
    kind = "converted" if office.is_skm else "index"
    said = [each for each in office.report.of_kind(kind) if each.subject == told.subject]
    first, last = (
        next(printed(each) for each in said if each.period == period)
        for period in (office.periods[0], office.period)
    )
    told.put("menurun" if told.text == "meningkat" else "meningkat")
    return not first.agrees(last)


@planter("A112", "A113")
def fewer_than_the_reports_own_minimum(office: Office) -> bool:
    told = one_of(office, office.report.of_kind("minimum"))
    if told is None:
        return False
    told.put(office.style.count(office.now.n + office.random.randint(1, 40)))
    return True


@planter("A114")
def more_respondents_than_visitors(office: Office) -> bool:
    told = one_of(office, office.report.of_kind("visitors"))
    told.put(office.style.count(max(1, office.now.n - office.random.randint(1, 20))))
    return True


@planter("A115")
def rate_that_is_not_the_counts(office: Office) -> bool:
    told = one_of(office, office.report.of_kind("response_rate"))
    told.put(outside(office, told.places, told.exact, told.exact))
    return True


@planter("A116")
def size_that_the_rule_does_not_give(office: Office) -> bool:
    told = one_of(office, office.report.of_kind("rule_size"))
    if told is None or told.exact < 20:
        return False
    table = 30 if told.subject == "krejcie" else 3
    told.put(office.style.count(max(2, int(told.exact) - office.random.randint(table, table + 10))))
    return int(told.exact) > table + 12
