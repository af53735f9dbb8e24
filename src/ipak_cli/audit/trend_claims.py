"""What a clause says of a development: rising, falling, up and down, or steady; of what, in which steps."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.cell import NOWHERE
from ipak_cli.audit.claim import Claim, ClaimKind
from ipak_cli.audit.people_words import THINGS
from ipak_cli.audit.sentence_figures import ASIDE, figure_of
from ipak_cli.audit.topic import Topic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.audit.claim import Step
    from ipak_cli.audit.clause import Clause

_WORD: Final = re.compile(
    r"(?i)\b(naik|meningkat|peningkatan|kenaikan|turun|menurun|penurunan|fluktuatif|fluktuasi"
    r"|berfluktuasi|stabil|tetap)\b"
)
_NOUN: Final = re.compile(r"(?i)(?:peningkatan|kenaikan|penurunan|fluktuasi|fluktuatif)$")
_UNDERGOES: Final = re.compile(r"(?i)\b(?:mengalami|menunjukkan|mencatat)\s+(?:adanya\s+)?$")
_NOT_SAID: Final = re.compile(
    r"(?i)\b(?:untuk|agar|guna|perlu(?:nya)?|dapat(?!\s+(?:dilihat|diketahui|disimpulkan|dikatakan"
    r"|dijelaskan))|akan|diharapkan|supaya|upaya|rencana|target)\b[^.;,]{0,40}$"
    r"|\b(?:sebanyak|sejumlah)\s+\d+(?:\s+[a-z]+){0,3}\s+mengalami\s+$"
)
_TO_RAISE: Final = re.compile(
    r"(?i)\s+(?:kualitas|mutu|layanan|pelayanan|kapasitas|kompetensi|sarana|kinerja|dilaksanakan"
    r"|menjaga)\b"
)
_VALUES: Final = (
    ClaimKind.INDEX, ClaimKind.COMBINED, ClaimKind.ITEM_MEAN, ClaimKind.STARS, ClaimKind.SHARE,
    ClaimKind.CONVERTED, ClaimKind.PERCENT, ClaimKind.RESPONDENTS, ClaimKind.VISITORS, ClaimKind.POINTS,
)  # fmt: skip
_FROM_TO: Final = re.compile(r"(?i)\bdari\s+(?:nilai\s+|semula\s+|sebesar\s+)*$")


def trends_of(clause: Clause) -> Iterator[Claim]:
    """Yield the developments that a clause claims, one for each subject, with the steps that it names."""
    if clause.topic in (Topic.QUALITY, Topic.PEKPPP):
        return
    words = [
        match
        for match in _WORD.finditer(clause.text)
        if not _NOT_SAID.search(clause.text[: match.start()])
        and not _TO_RAISE.match(clause.text, match.end())
    ]
    if not words:
        return
    ends = [*(match.start() for match in words[1:]), len(clause.text)]
    starts = [0, *(match.end() for match in words[:-1])]
    told: dict[str, tuple[Step, ...]] = {}
    for word, start, end in zip(words, starts, ends, strict=True):
        subjects = _subjects(clause, word, start, end)
        steps = _steps(clause, (word.end(), end), alone=len(words) == 1)
        steps = steps or told.get(subjects[-1] if subjects else "", ())
        told.update(dict.fromkeys(subjects, steps))
        for subject in subjects if steps or clause.periods or clause.indices else ():
            yield Claim(
                ClaimKind.TREND_WORD, NOWHERE, "", subject, word=word[0].lower(), series=steps,
                period=clause.context.period,
            )  # fmt: skip


def _subjects(clause: Clause, word: re.Match[str], start: int, end: int) -> tuple[str, ...]:
    """Return what a word of a development speaks of: behind a noun, before a verb, else on the other side."""
    behind = _named(clause, word.end(), end)
    before = _named(clause, start, word.start())
    noun = _NOUN.match(word[0]) and not _UNDERGOES.search(clause.text[: word.start()])
    chosen = (behind or before) if noun else (before or behind)
    return chosen or _named(clause, 0, word.start())[-1:]


def _named(clause: Clause, start: int, end: int) -> tuple[str, ...]:
    found = [(at, code) for at, _, code in clause.indices if start <= at < end]
    found += [(at, code) for at, _, code in clause.items if start <= at < end]
    found += [(at, star) for at, star in clause.stars if start <= at < end]
    return tuple(dict.fromkeys(code for _, code in sorted(found)))


def _steps(clause: Clause, stretch: tuple[int, int], *, alone: bool) -> tuple[Step, ...]:
    """Return the values behind a word with their periods; the periods alone where it names no values."""
    steps: list[Step] = []
    percent: bool | None = None
    for number in clause.numbers:
        if percent not in (None, number.percent):
            continue  # the same value again: ``dari 3,90 (97,50 %) menjadi 3,82 (95,61 %)``
        if not (stretch[0] <= number.start < stretch[1] or (alone and number.start < stretch[0])):
            continue
        made = figure_of(number, clause)
        claim = made[0] if made and not isinstance(made, str) else None
        from_to = _FROM_TO.search(number.before) is not None and "menjadi" in clause.text[number.end :]
        if claim is not None and claim.kind in _VALUES and (from_to or not number.is_maximum):
            steps.append((claim.period, claim.number))
        elif made == ASIDE and _FROM_TO.search(number.before) and number.unit not in THINGS:
            steps.append((None, number.readings[0]))
        percent = number.percent if steps else None
    if steps:
        return _in_time(steps)
    named = [(start, period) for start, _, period in clause.periods if stretch[0] <= start < stretch[1]]
    named = named or ([(start, period) for start, _, period in clause.periods] if alone else [])
    if not named and clause.compared:
        return ()
    return tuple((period, None) for _, period in named if period is not None)


def _in_time(steps: list[Step]) -> tuple[Step, ...]:
    """Return steps from the earliest on: ``84,03, naik dari 83,12 pada Semester I`` ends with 84,03."""
    periods = [period for period, _ in steps if period is not None]
    if len({*periods}) < len(steps):
        return tuple(steps)
    return tuple(sorted(steps, key=lambda step: step[0].start if step[0] is not None else date.min))


def with_changes(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Give each change the steps of the development that is told right after it with the same word."""
    trends = [each for each in claims if each.kind is ClaimKind.TREND_WORD]
    found = []
    for each in claims:
        same = [
            trend.series
            for trend in trends
            if (trend.words, trend.place, trend.subject, trend.word)
            == (each.words, each.place, each.subject, each.word)
        ]
        found.append(replace(each, series=same[0]) if each.kind is ClaimKind.CHANGE and same else each)
    return tuple(found)
