"""The claims of running text: a number by the words right around it, in its clause."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.cell import NOWHERE
from ipak_cli.audit.claim import Aside, Claim, ClaimKind, Unread
from ipak_cli.audit.clause import clauses_of
from ipak_cli.audit.document import TextKind
from ipak_cli.audit.names import TOKEN
from ipak_cli.audit.number_words import read_numbers
from ipak_cli.audit.people_words import SOME
from ipak_cli.audit.sections import is_of_other
from ipak_cli.audit.sentence_figures import figure_of
from ipak_cli.audit.trend_claims import trends_of
from ipak_cli.audit.word_claims import words_claimed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.audit.clause import Clause
    from ipak_cli.audit.document import Passage
    from ipak_cli.audit.number_words import Number
    from ipak_cli.audit.table_claims import Context
    from ipak_cli.base.printed import Printed

_COUNTED: Final = (ClaimKind.RESPONDENTS, ClaimKind.VISITORS, ClaimKind.STARS)
_OF_SHARE: Final = re.compile(
    r"\s*(?:responden|orang|jawaban|pengunjung|kali|laki-laki|perempuan|pria|wanita|\s)*(?:\(|atau|yaitu)\s*(?:sebesar\s+)?"
)
_BEHIND_SOME: Final = re.compile(
    r"(?:\s*(?:orang\s+)?dari\s+(?:\w+\s+)?[\d.]+)?[^.;:,\d]{0,60}(?:\(|\batau\b)\s*(?:sebesar\s+)?"
)
_NUMBERED: Final = re.compile(r"\s*\d{1,2}(?:\.\d{1,2})*\.?(?=\s)")
_LONGEST_PASSAGE: Final = 20_000
"""A longer paragraph is none: a file without line ends, of which nothing is read."""
_MOST_NUMBERS: Final = 60
"""A clause with more numbers is a table that lost its form."""


def read_passage(passage: Passage, context: Context) -> tuple[Claim | Aside | Unread, ...]:
    """Return what each number of a paragraph is, and its dates, periods, parts, categories and trends."""
    if len(passage.text) > _LONGEST_PASSAGE:
        return tuple(Unread(match[0], "", passage.place) for match in TOKEN.finditer(passage.text))
    found: list[Claim | Aside | Unread] = [*words_claimed(passage, context)]
    if passage.kind is not TextKind.BODY:
        found += _of_title(passage)
        return tuple(found)
    subject: str | None = None
    for clause in clauses_of(passage.text, context):
        subject = next((code for *_, code in (*clause.items, *clause.indices)), subject)
        for each in _of_clause(clause):
            placed = replace(each, words=clause.text, place=passage.place)
            if isinstance(placed, Claim) and placed.kind is ClaimKind.TARGET:
                placed = replace(placed, subject=placed.subject or subject)
            found.append(replace(placed, where=passage.kind) if isinstance(placed, Claim) else placed)
    return tuple(found)


def _of_title(passage: Passage) -> Iterator[Aside | Unread]:
    """Yield the numbers of a heading, a caption, a line of the contents or a footer: none is a claim."""
    numbered = _NUMBERED.match(passage.text)
    rest = passage.text[numbered.end() :] if numbered else passage.text
    numbers, parts, _ = read_numbers(rest)
    if passage.kind in (TextKind.CONTENTS, TextKind.FOOTER):
        numbers, parts = (), tuple(TOKEN.findall(rest))
    for text in (*TOKEN.findall(numbered[0] if numbered else ""), *parts):
        yield Aside(text, passage.text, passage.place)
    for number in numbers:
        yield Unread(number.text, passage.text, passage.place)


def _of_clause(clause: Clause) -> Iterator[Claim | Aside | Unread]:
    yield from (Aside(part, "", NOWHERE) for part in clause.parts)
    numbers = clause.numbers
    if len(numbers) > _MOST_NUMBERS:
        yield from (Unread(number.text, "", NOWHERE) for number in numbers)
        return
    last: tuple[Claim, int] | None = None
    for n, number in enumerate(numbers):
        changed = last is not None and last[0].kind is ClaimKind.CHANGE  # ``naik 0,05 dari 3,40``
        if number.is_maximum and n and last is not None and not changed:
            yield Aside(number.text, "", NOWHERE)  # said with the number before it
            continue
        found = figure_of(number, clause)
        if not isinstance(found, str) and any(is_of_other(e, foreign=clause.context.foreign) for e in found):
            found = ()
        if not found and number.percent and last is not None and last[0].word == SOME:
            found = _share_of_some(number, last, clause)
        if isinstance(found, str) or not found:
            yield Aside(number.text, "", NOWHERE) if found else Unread(number.text, "", NOWHERE)
            last = None
            continue
        of = numbers[n + 1].readings[0] if n + 1 < len(numbers) and numbers[n + 1].is_maximum else None
        for each in found:
            claim = each if of is None or each.kind is ClaimKind.CHANGE else _limited(each, of, clause)
            if claim.kind is ClaimKind.SHARE and last is not None and last[0].kind in _COUNTED:
                beside = _OF_SHARE.fullmatch(clause.text[last[1] : number.start]) is not None
                claim = replace(claim, count=last[0].number) if beside else claim
            yield claim
            last = claim, number.end
    yield from trends_of(clause)


def _share_of_some(number: Number, last: tuple[Claim, int], clause: Clause) -> tuple[Claim, ...]:
    """Return the share that is told right behind a number of some: ``46 dari 50 responden (92 %)``."""
    some, end = last
    if not _BEHIND_SOME.fullmatch(clause.text[end : number.start]):
        return ()
    share = replace(some, kind=ClaimKind.SHARE, word=None, number=number.readings[0], count=some.number)
    return (share,)


def _limited(claim: Claim, of: Printed, clause: Clause) -> Claim:
    """Return a claim with the printed maximum; points of 22,5 are those of a component."""
    highest = clause.instrument.rubric.scale.highest
    if claim.kind is ClaimKind.POINTS or (claim.kind is ClaimKind.INDEX and of.value != highest):
        return replace(claim, kind=ClaimKind.COMPONENT, of=of)
    return replace(claim, of=of)
