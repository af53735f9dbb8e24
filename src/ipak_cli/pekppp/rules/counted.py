"""Levels that come from how many things are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.pekppp.rules.outcome import Derived, Need, change, improve
from ipak_cli.rubric.pekppp import HIGHEST_LEVEL
from ipak_cli.rubric.rules import Doubt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.pekppp.rules.outcome import Facts
    from ipak_cli.rubric.rules import BasePlusCount, Count, KeyCriterion, MandatoryPlusCount, Media


def reached(thresholds: Sequence[int], count: int) -> int:
    """Return how many of the rising thresholds a count reaches."""
    return sum(count >= threshold for threshold in thresholds)


def level_of_count(rule: Count, facts: Facts) -> Derived:
    """Count the facts that are met; without the base nothing counts."""
    if rule.base and not facts.met(rule.base):
        return _without_base(rule.base, rule.of, facts)
    count = _count(rule.of, rule.thresholds, facts)
    level = reached(rule.thresholds, count)
    empty = (Doubt.EMPTY,) if rule.base and not level else ()
    top = (Doubt.TOP,) if level == HIGHEST_LEVEL else ()
    return Derived(level, f"{count} dari {len(rule.of)} hal terpenuhi", empty + top)


def level_of_mandatory_plus_count(rule: MandatoryPlusCount, facts: Facts) -> Derived:
    """Return level 1 for everything mandatory, one more for each complement."""
    if rule.base and not facts.met(rule.base):
        return _without_base(rule.base, (*rule.mandatory, *rule.of), facts)
    mandatory = facts.count(rule.mandatory)
    if mandatory < len(rule.mandatory):
        reason = f"baru {mandatory} dari {len(rule.mandatory)} hal wajib terpenuhi"
        return Derived(0, reason, (Doubt.EMPTY,))
    count = _count(rule.of, range(1, HIGHEST_LEVEL), facts)
    reason = f"semua hal wajib terpenuhi, ditambah {count} pelengkap"
    return Derived(min(1 + count, HIGHEST_LEVEL), reason)


def level_of_base_plus_count(rule: BasePlusCount, facts: Facts) -> Derived:
    """Return the base's own level, plus one for each further fact when the base is wholly met."""
    level = rule.base_levels[facts.rank(rule.base)]
    base = facts.indicator.fact(rule.base)
    if not facts.met(rule.base):
        reason = f"unsur dasar dijawab “{facts.answer(rule.base)}”: {base.text}"
        return Derived(level, reason, (Doubt.NO_BASE,) if _any_met(rule.of, facts) else ())
    count = _count(rule.of, range(1, HIGHEST_LEVEL - level + 1), facts)
    return Derived(min(level + count, HIGHEST_LEVEL), f"unsur dasar terpenuhi, ditambah {count} unsur lain")


def level_of_key_criterion(rule: KeyCriterion, facts: Facts) -> Derived:
    """Count criteria against thresholds that depend on whether the key criterion is among them."""
    if not facts.met(rule.base):
        return _without_base(rule.base, (rule.key, *rule.of), facts)
    others = facts.count(rule.of)
    if facts.met(rule.key):
        count = others + 1
        level = 2 + reached(rule.with_key, count)
        reason = f"{count} kriteria, termasuk kriteria kunci"
        return Derived(level, reason, (Doubt.TOP,) if count > rule.listed[1] else ())
    level = reached(rule.without, others)
    reason = f"{others} kriteria, tanpa kriteria kunci ({facts.indicator.fact(rule.key).text})"
    top = (Doubt.TOP,) if others > rule.listed[0] else ()
    return Derived(level, reason, top if others else (Doubt.EMPTY,))


def level_of_media(rule: Media, facts: Facts) -> Derived:
    """Count the media that carry everything; the required channel is none of them."""
    complete = facts.count(rule.media)
    required = facts.met(rule.required)
    anywhere = any(facts.rank(fact) for fact in (*rule.media, rule.required))
    level = _media_level(rule, complete, required=required) or int(anywhere)
    channel = "sudah" if required else "belum"
    reason = f"{complete} media memuat seluruh komponen, dan saluran wajib {channel} memuatnya"
    doubts = []
    if complete < rule.without and complete + required > 0:
        doubts.append(Doubt.ONE_PLACE)
    elif required and level < _media_level(rule, complete + 1, required=True):
        doubts.append(Doubt.NOT_A_MEDIUM)
    return Derived(level, reason, tuple(doubts))


def _media_level(rule: Media, complete: int, *, required: bool) -> int:
    """Return the level from 2 up that so many media reach, or 0."""
    steps = reached(rule.with_required, complete) if required else 0
    return 2 + steps if complete >= rule.without else 0


def _count(fact_ids: Sequence[str], thresholds: Sequence[int], facts: Facts) -> int:
    """Count the facts met; blank ones do no harm when no threshold lies between them and the count."""
    answered = [fact for fact in fact_ids if fact in facts.answers]
    least = facts.count(answered)
    most = least + len(fact_ids) - len(answered)
    return least if reached(thresholds, least) == reached(thresholds, most) else facts.count(fact_ids)


def _without_base(base: str, others: Sequence[str], facts: Facts) -> Derived:
    """Return level 0, and whether there is something all the same that the base is needed for."""
    reason = f"dijawab “{facts.answer(base)}”: {facts.indicator.fact(base).text}"
    return Derived(0, reason, (*((Doubt.NO_BASE,) if _any_met(others, facts) else ()), Doubt.STRAY))


def _any_met(fact_ids: Sequence[str], facts: Facts) -> bool:
    return len(facts.unmet(fact_ids)) < len(fact_ids)


Needs = tuple[Need, ...]


def for_count(rule: Count, facts: Facts, target: int) -> Iterator[Needs]:
    """Ask for the base, and for as many of the others as the threshold wants."""
    yield _base(rule.base, facts) + _more(rule.of, facts, rule.thresholds[target - 1])


def for_mandatory_plus_count(rule: MandatoryPlusCount, facts: Facts, target: int) -> Iterator[Needs]:
    """Ask for the base, all that is mandatory, and one complement for each level above 1."""
    yield _base(rule.base, facts) + improve(facts, rule.mandatory) + _more(rule.of, facts, target - 1)


def for_base_plus_count(rule: BasePlusCount, facts: Facts, target: int) -> Iterator[Needs]:
    """Ask for the base answer that gives the level, or for the whole base and further facts."""
    words = facts.indicator.fact(rule.base).answers
    rank = next((rank for rank, level in enumerate(rule.base_levels) if level >= target), len(words) - 1)
    yield change(facts, rule.base, words[rank]) + _more(rule.of, facts, target - rule.base_levels[rank])


def for_key_criterion(rule: KeyCriterion, facts: Facts, target: int) -> Iterator[Needs]:
    """Ask for more criteria, with the key criterion or, for the lower levels, without it."""
    base = _base(rule.base, facts)
    if target <= len(rule.without):
        yield base + _more(rule.of, facts, rule.without[target - 1])
    wanted = rule.with_key[max(target - 1 - len(rule.without), 0)]
    yield base + improve(facts, (rule.key,)) + _more(rule.of, facts, wanted - 1)


def for_media(rule: Media, facts: Facts, target: int) -> Iterator[Needs]:
    """Ask for the required channel from level 3 on, and for media that carry everything."""
    if target == 1:
        first = facts.indicator.fact(rule.media[0])
        yield change(facts, first.id, first.answers[1])
    elif target == 2:
        yield _more(rule.media, facts, rule.without)
    else:
        yield improve(facts, (rule.required,)) + _more(rule.media, facts, rule.with_required[target - 3])


def _base(fact_id: str | None, facts: Facts) -> Needs:
    return improve(facts, (fact_id,)) if fact_id else ()


def _more(fact_ids: Sequence[str], facts: Facts, wanted: int) -> Needs:
    """Ask for as many more of the facts as are missing to the number wanted."""
    return improve(facts, fact_ids, wanted - (len(fact_ids) - len(facts.unmet(fact_ids))))
