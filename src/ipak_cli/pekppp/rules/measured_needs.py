"""What is missing for a level that comes from dates and counts."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.pekppp.rules.measured import add_months, level_of_share
from ipak_cli.pekppp.rules.need import Need, change, improve
from ipak_cli.period import indonesian_date
from ipak_cli.rubric.pekppp import HIGHEST_LEVEL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.pekppp.rules.facts import Facts
    from ipak_cli.rubric.rules import Channel, Elapsed, Ratio, Share, TwoChannelRatio

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
