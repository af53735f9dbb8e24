"""Levels that come from dates and counts: how soon, and what share."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.base.figures import short
from ipak_cli.base.quarter import indonesian_date
from ipak_cli.pekppp.rules.outcome import Derived, Need, NotDerived, Outcome, change, improve
from ipak_cli.rubric.pekppp import HIGHEST_LEVEL
from ipak_cli.rubric.rules import Doubt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.pekppp.rules.outcome import Facts
    from ipak_cli.rubric.rules import Channel, Elapsed, Ratio, Share, TwoChannelRatio


def add_months(day: date, months: int) -> date:
    """Return the same day so many calendar months later, or that month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def level_of_elapsed(rule: Elapsed, facts: Facts) -> Outcome:
    """Return the level of the time that everything took, "at the latest"; in part is level 1, nothing 0."""
    done, planned = facts.number(rule.done), facts.number(rule.planned)
    if done > planned:
        return NotDerived(f"{done} dikerjakan, lebih banyak dari {planned} yang seharusnya; periksa angkanya")
    if not planned:
        return NotDerived("tidak ada yang harus ditindaklanjuti; tanyakan kepada evaluator")
    if not done:
        return Derived(0, f"belum satu pun dari {planned} yang ditindaklanjuti")
    if done < planned:
        return Derived(1, f"baru {done} dari {planned} yang ditindaklanjuti", (Doubt.PARTIAL,))
    start, end = facts.day(rule.start), facts.day(rule.end)
    if end < start:
        first, last = indonesian_date(start), indonesian_date(end)
        return NotDerived(f"tindak lanjut bertanggal {last}, sebelum {first}; periksa tanggalnya")
    limits = [add_months(start, months) for months in rule.months]
    late = sum(end > limit for limit in limits)
    level = max(HIGHEST_LEVEL - late, 1)
    if late == len(limits):
        spent = f"lebih dari {rule.months[-1]} bulan"
    else:
        spent = f"paling lama {rule.months[late]} bulan"
    reason = f"{indonesian_date(start)} sampai {indonesian_date(end)}, {spent}"
    between = late and end not in limits
    return Derived(level, reason, (Doubt.EDGE,) if between else ())


def level_of_ratio(rule: Ratio, facts: Facts) -> Outcome:
    """Return the level of the share that was done; a plan alone has its own, and a report must prove more."""
    if not facts.met(rule.base):
        return Derived(0, "tidak ada rencana")
    planned, done = facts.number(rule.planned), facts.number(rule.done)
    if done > planned:
        return NotDerived(
            f"{done} dilaksanakan, lebih banyak dari {planned} yang direncanakan; periksa angkanya"
        )
    if not planned:
        return Derived(0, "rencana tidak memuat satu pun tindakan")
    if not done:
        return Derived(rule.plan_level, f"belum satu pun dari {planned} yang dilaksanakan", (Doubt.EMPTY,))
    told = f"{done} dari {planned} dilaksanakan ({short(Fraction(100 * done, planned))} %)"
    if not facts.met(rule.report):
        return Derived(rule.plan_level, f"{told}, tetapi tidak ada laporannya", (Doubt.UNPROVEN,))
    level, doubtful = level_of_share(rule.shares, Fraction(100 * done, planned))
    return Derived(level, told, (Doubt.EDGE,) if doubtful else ())


def level_of_two_channels(rule: TwoChannelRatio, facts: Facts) -> Outcome:
    """Return the level of the share settled, in the main channel where it was used at all."""
    main = facts.number(rule.main.received), facts.number(rule.main.settled)
    other = facts.number(rule.other.received), facts.number(rule.other.settled)
    for received, settled in (main, other):
        if settled > received:
            return NotDerived(
                f"{settled} selesai, lebih banyak dari {received} yang diterima; periksa angkanya"
            )
    if not main[0] and not other[0]:
        return NotDerived("tidak ada yang masuk pada kedua saluran", (Doubt.NO_CASE,))
    both = [Doubt.CHANNELS] if main[0] and other[0] else []
    if not main[1] and not other[1]:
        return Derived(0, "belum satu pun diselesaikan", tuple(both))
    channel, counts = (rule.main, main) if main[0] else (rule.other, other)
    return _level_of_channel(channel, counts, both)


def _level_of_channel(channel: Channel, counts: tuple[int, int], doubts: Sequence[Doubt]) -> Derived:
    received, settled = counts
    share = Fraction(100 * settled, received)
    level, doubtful = level_of_share(channel.shares, share)
    reason = f"{settled} dari {received} diselesaikan ({short(share)} %)"
    return Derived(level, reason, (*doubts, *([Doubt.EDGE] if doubtful else [])))


def level_of_share(shares: Sequence[Share], percent: Fraction) -> tuple[int, bool]:
    """Return a share's level, and whether it lies exactly on a limit that the instrument leaves open."""
    doubtful = any(share.doubtful and percent == share.minimum for share in shares)
    level = next((share.level for share in shares if _holds(share, percent)), 0)
    return level, doubtful


def _holds(share: Share, percent: Fraction) -> bool:
    return percent > share.minimum or (share.inclusive and percent == share.minimum)


Needs = tuple[Need, ...]


def for_elapsed(rule: Elapsed, facts: Facts, target: int) -> Iterator[Needs]:
    """Ask for everything to be done, by the date that the level allows; level 1 needs a beginning only."""
    planned, done = facts.number(rule.planned), facts.number(rule.done)
    if target == 1:
        yield change(facts, rule.done, 1, f"tindak lanjuti paling sedikit 1 dari {planned} rekomendasi")
        return
    months = rule.months[HIGHEST_LEVEL - target]
    if rule.start not in facts.answers:
        yield _start_first(rule, facts, months)
        return
    limit = add_months(facts.day(rule.start), months)
    rest = change(facts, rule.done, planned, f"tindak lanjuti {planned - done} rekomendasi lagi")
    if rule.end not in facts.answers or facts.day(rule.end) < facts.day(rule.start):
        yield (*rest, *change(facts, rule.end, limit, f"laporan paling lambat {indonesian_date(limit)}"))
    elif facts.day(rule.end) > limit:
        said = f"pada SKM berikutnya, tindak lanjut selesai paling lama {months} bulan setelah laporannya"
        yield (*rest, *change(facts, rule.end, limit, said))
    else:
        yield rest


def _start_first(rule: Elapsed, facts: Facts, months: int) -> Needs:
    """Ask for everything at once where even the first date is blank; the days only stand for any that fit."""
    start, end, done = (facts.indicator.fact(each) for each in (rule.start, rule.end, rule.done))
    said = f"tindak lanjuti semuanya paling lama {months} bulan setelah laporannya ({start.text}; {end.text})"
    planned = facts.number(rule.planned)
    last = add_months(date.min, months)
    return (Need(said, ((start.id, date.min), (end.id, last), (done.id, planned)), 3),)


def for_ratio(rule: Ratio, facts: Facts, target: int) -> Iterator[Needs]:
    """Ask for the plan, for as many actions done as the share needs, and for the report."""
    base = improve(facts, (rule.base,))
    planned, all_done = _number(facts, rule.planned), _number(facts, rule.done)
    wanted = max(planned, all_done, 1)
    said = f"rencanakan paling sedikit {wanted} tindak lanjut"
    plan = change(facts, rule.planned, wanted, said) if wanted > planned else ()
    if target <= rule.plan_level:
        yield (*base, *plan)
        return
    least = _least(rule.shares, wanted, target)
    done: Needs = ()
    if all_done < least:
        done = change(facts, rule.done, least, f"laksanakan paling sedikit {least} dari {wanted}")
    yield (*base, *plan, *done, *improve(facts, (rule.report,)))


def for_two_channels(rule: TwoChannelRatio, facts: Facts, target: int) -> Iterator[Needs]:
    """Ask for more to be settled in the channel that counts, or for the main channel to be used."""
    used = facts.number(rule.main.received) > 0
    channel = rule.main if used else rule.other
    if target <= channel.shares[0].level:
        yield _settle(channel, facts, target)
    if not used:
        name = facts.indicator.fact(rule.main.settled).text
        said = (
            f"salurkan pengaduan lewat saluran utama dan selesaikan; satu saja sudah cukup, sebab persentase "
            f"saluran utama yang dibaca ({name})"
        )
        yield (Need(said, ((rule.main.received, 1), (rule.main.settled, 1)), 2),)


def _settle(channel: Channel, facts: Facts, target: int) -> Needs:
    received = facts.number(channel.received)
    least = max(_least(channel.shares, received, target), 1)
    return change(facts, channel.settled, least, f"selesaikan paling sedikit {least} dari {received}")


def _least(shares: Sequence[Share], whole: int, target: int) -> int:
    """Return the least number done out of ``whole`` that reaches a level."""
    minimum = min(share.minimum for share in shares if share.level >= target)
    near = int(minimum * whole / 100)
    return next(n for n in (near, near + 1) if level_of_share(shares, Fraction(100 * n, whole))[0] >= target)


def _number(facts: Facts, fact_id: str) -> int:
    """Return a number that may be blank while its base is missing; then nothing is there yet."""
    return facts.number(fact_id) if fact_id in facts.answers else 0
