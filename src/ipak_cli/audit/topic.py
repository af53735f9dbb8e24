"""What a part of a document is about: the survey, or something whose figures are not the survey's."""

from __future__ import annotations

import re
from enum import StrEnum
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.document import Grid, Passage, TextKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.audit.document import Document, Part
    from ipak_cli.audit.instrument import Instrument


class Topic(StrEnum):
    """What the figures of a chapter, a section or a table are about."""

    SURVEY = "survey"
    PROFILE = "profile"
    PREDICATE = "predicate"
    PEKPPP = "pekppp"
    QUALITY = "quality"


_TOPICS: Final = tuple(
    (topic, re.compile(pattern, re.IGNORECASE))
    for topic, pattern in (
        (Topic.PEKPPP, (r"\bpekppp\b|\bF-?0[123]\b|\bevaluasi\s+kinerja\s+penyelenggara"
                       r"|\bpenilaian\s+mandiri\s+kinerja\b")),
        (Topic.QUALITY, (
            r"\bmutu\s+data\b|\bcronbach\b|\breliabilitas\b|\bvaliditas\b|\bkualitas\s+data\b"
            r"|\basal-usul\b"
        )),
        (Topic.PREDICATE, r"\b(?:syarat|pemenuhan|ambang)\b.*\b(?:WBK|WBBM|predikat)\b"),
        (Topic.PROFILE, (r"\b(?:profil|karakteristik|demografi)\b.*\bresponden\b"
                        r"|\b(?:menurut|berdasarkan|per|tiap|setiap)\s+(?:jenis|usia|umur"
                        r"|pendidikan|pekerjaan|layanan|unit|loket"
                        r"|kelompok|profesi|asal|lokasi|jenjang|status|kelamin"
                        r"|kategori\s+responden|tingkat\s+pendidikan)\b")),
    )
)  # fmt: skip
_TOTAL: Final = re.compile(r"(?i)\b(?:F-?0?([123])|IPP)\b")
_FEWEST_ASPECTS: Final = 4
_TITLE: Final = 6
"""How many parts at a document's start may be its title."""
_BEGINS: Final = re.compile(r"(?i)(?:bab\b|kata\s+pengantar|daftar\b|\d{1,2}\.\s)")
"""What stands behind a title."""
_SURVEY: Final = re.compile(r"(?i)\b(?:surve[iy]|SKM|IKM|IPAK|IPKP|kepuasan|persepsi)\b")
_CHAPTER: Final = re.compile(
    r"(?i)bab\s+(?:[ivx]+|\d+)\b.*|(?:kata\s+pengantar|ringkasan|penutup|simpulan|kesimpulan"
    r"|lampiran|asal-usul|pendahuluan)\b.*"
    r"|[A-Z]\.\s+.*|\d{1,2}\.?\s+\D.*|[IVX]+\.\s+.*"
)


def topic_of(text: str) -> Topic | None:
    """Return the topic that a heading or a caption names."""
    return next((topic for topic, pattern in _TOPICS if pattern.search(text)), None)


def pekppp_total_before(text: str, end: int) -> str | None:
    """Return the total of PEKPPP that a sentence names last before a place: ``F-01`` to ``F-03``, ``IPP``."""
    named = [*_TOTAL.finditer(text, 0, end)]
    if not named:
        return None
    return f"F-0{named[-1][1]}" if named[-1][1] else "IPP"


def with_topics(document: Document, instrument: Instrument) -> Iterator[tuple[Part, Topic]]:
    """Yield each part with its topic: that of its caption, else of its section, else of its chapter."""
    chapter = section = None
    rest = Topic.PEKPPP if is_of_pekppp(document) else Topic.SURVEY
    chapters = any(_is_chapter(part) for part in document.parts)
    for part in document.parts:
        if isinstance(part, Passage) and part.kind is TextKind.HEADING:
            if _is_chapter(part):
                chapter, section = topic_of(part.text), None
            else:
                section = topic_of(part.text)
                chapter = chapter if chapters else None
        own = _own_topic(part, instrument) if isinstance(part, Grid) else None
        yield part, own or section or chapter or rest


def is_of_pekppp(document: Document) -> bool:
    """Tell whether a whole document is about PEKPPP, by its title: the first parts, which name no survey."""
    first = takewhile(lambda part: isinstance(part, Passage) and not _BEGINS.match(part.text), document.parts)
    titles = [part.text for part in islice(first, _TITLE) if isinstance(part, Passage)]
    named = [n for n, text in enumerate(titles) if topic_of(text) is Topic.PEKPPP]
    return bool(named) and not any(map(_SURVEY.search, titles[: named[0] + 1]))


def _own_topic(grid: Grid, instrument: Instrument) -> Topic | None:
    """Return the topic that a table's caption, or the names of its rows, tell."""
    cells = {text for row in grid.rows for text in row}
    if len({*map(instrument.aspect_named, cells)} - {None}) >= _FEWEST_ASPECTS:
        return Topic.PEKPPP
    return topic_of(grid.caption) if grid.caption else None


def _is_chapter(part: Part) -> bool:
    return (
        isinstance(part, Passage)
        and part.kind is TextKind.HEADING
        and (_CHAPTER.fullmatch(part.text) is not None or part.text.isupper())
    )
