"""Numbers of tables and figures: in the lists and in the text, repeated, left out, referred to."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz

from ipak_cli.audit.checks.common import joined
from ipak_cli.audit.claim import Claim, ClaimKind, Claims
from ipak_cli.audit.document import TextKind
from ipak_cli.audit.finding import Finding
from ipak_cli.base.message import InFull
from ipak_cli.base.problem import problem
from ipak_cli.base.text import normalise
from ipak_cli.catalogue.audit import LIST_NOT_AS_TEXT, NO_SUCH_PART, NUMBER_MISSING, NUMBER_TWICE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.audit.instrument import Instrument

_ALIKE: Final = 92.0
"""How alike, of 100, the titles of a list's line and of a caption must be to be one part's."""
_NUMBER: Final = re.compile(r"\s*([A-Za-z]+)\s*((?:\w+[.\-])*)\s*(\d+)\s*")
_CONTINUED: Final = re.compile(r"(?i)\blanjutan\b|\bsambungan\b")
_ELSEWHERE: Final = re.compile(r"(?i)\b(?:peraturan|permen\w*|keputusan|undang|pedoman|surat edaran)\b")
"""Words of a sentence that may refer to a table of a regulation."""


class Part:
    """A claim about a part's number: its kind (``tabel``), what stands before its last number, and that."""

    def __init__(self, claim: Claim) -> None:
        self.claim = claim
        found = _NUMBER.fullmatch(re.sub(r"\s*([.\-])\s*", r"\1", claim.subject or ""))
        self.kind = found[1].lower() if found else None
        self.chapter = found[2].lower().rstrip(".-") if found else ""
        self.number = int(found[3]) if found else 0
        self.title = normalise(claim.word or "")

    @property
    def key(self) -> tuple[str | None, str, int]:
        """What makes it the same number."""
        return self.kind, self.chapter, self.number

    @property
    def name(self) -> str:
        """The number as a sentence names it: ``Gambar 3.2``."""
        return f"{(self.kind or '').capitalize()} {f'{self.chapter}.' if self.chapter else ''}{self.number}"

    def is_titled_as(self, other: Part) -> bool:
        """Tell whether both have the same title, a slip of the pen apart."""
        return bool(self.title and other.title) and fuzz.ratio(self.title, other.title) >= _ALIKE


def _parts(claims: Claims, where: TextKind) -> list[Part]:
    parts = [Part(each) for each in claims.of_kind(ClaimKind.NUMBER_OF_PART) if each.where is where]
    return [part for part in parts if part.kind is not None]


def lists(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield, as one finding, lines of the lists of tables and figures whose number is another in the text."""
    del instrument
    captions = _parts(claims, TextKind.CAPTION)
    wrong: list[tuple[Part, Part]] = []
    for line in _parts(claims, TextKind.CONTENTS):
        same = [each for each in captions if each.kind == line.kind and line.is_titled_as(each)]
        if same and all(each.key != line.key for each in same):
            best = max(same, key=lambda each: fuzz.ratio(each.title, line.title))
            wrong.append((line, best))
    if wrong:
        values = joined([f"{line.name} adalah {caption.name}" for line, caption in wrong])
        found = problem(LIST_NOT_AS_TEXT, count=len(wrong), values=InFull(values))
        yield Finding(found, tuple(part.claim for pair in wrong for part in pair))


def repeated(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield, as one finding, numbers that several captions have; also those left out between others."""
    del instrument
    captions = [each for each in _parts(claims, TextKind.CAPTION) if not _CONTINUED.search(each.claim.words)]
    by_number: dict[tuple[str | None, str, int], list[Part]] = defaultdict(list)
    for part in captions:
        if not any(part.title == each.title for each in by_number[part.key]):
            by_number[part.key].append(part)
    twice = [parts for parts in by_number.values() if len(parts) > 1]
    if twice:
        found = problem(NUMBER_TWICE, values=InFull(joined([parts[0].name for parts in twice])))
        yield Finding(found, tuple(part.claim for parts in twice for part in reversed(parts)))
    sequences: dict[tuple[str | None, str], dict[int, Part]] = defaultdict(dict)
    for part in captions:
        sequences[part.kind, part.chapter][part.number] = part
    missing: list[tuple[str, Part]] = []
    for numbers in sequences.values():
        for number in range(min(numbers), max(numbers)):
            if number not in numbers:
                following = numbers[min(n for n in numbers if n > number)]
                missing.append((following.name.removesuffix(str(following.number)) + str(number), following))
    if missing:
        found = problem(NUMBER_MISSING, values=InFull(joined([name for name, _ in missing])))
        yield Finding(found, tuple({id(part): part.claim for _, part in missing}.values()))


def references(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield, as one finding, references to tables and figures that the report does not have."""
    del instrument
    captions = _parts(claims, TextKind.CAPTION)
    known, kinds = {each.key for each in captions}, {each.kind for each in captions}
    wrong = [
        each
        for each in _parts(claims, TextKind.BODY)
        if each.kind in kinds and each.key not in known and not _ELSEWHERE.search(each.claim.words)
    ]
    if wrong:
        found = problem(NO_SUCH_PART, values=InFull(joined([each.name for each in wrong])))
        yield Finding(found, tuple(each.claim for each in wrong))
