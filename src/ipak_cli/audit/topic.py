"""What a part of a document is about: the survey, or something whose figures are not the survey's."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.document import Grid, Passage, TextKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.audit.document import Document, Part


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
_CHAPTER: Final = re.compile(
    r"(?i)bab\s+(?:[ivx]+|\d+)\b.*|(?:kata\s+pengantar|ringkasan|penutup|simpulan|kesimpulan"
    r"|lampiran|asal-usul|pendahuluan)\b.*"
    r"|[A-Z]\.\s+.*|\d{1,2}\.?\s+\D.*|[IVX]+\.\s+.*"
)


def topic_of(text: str) -> Topic | None:
    """Return the topic that a heading or a caption names."""
    return next((topic for topic, pattern in _TOPICS if pattern.search(text)), None)


def with_topics(document: Document) -> Iterator[tuple[Part, Topic]]:
    """Yield each part with its topic: that of its caption, else of its section, else of its chapter."""
    chapter = section = None
    chapters = any(_is_chapter(part) for part in document.parts)
    for part in document.parts:
        if isinstance(part, Passage) and part.kind is TextKind.HEADING:
            if _is_chapter(part):
                chapter, section = topic_of(part.text), None
            else:
                section = topic_of(part.text)
                chapter = chapter if chapters else None
        own = topic_of(part.caption) if isinstance(part, Grid) and part.caption else None
        yield part, own or section or chapter or Topic.SURVEY


def _is_chapter(part: Part) -> bool:
    return (
        isinstance(part, Passage)
        and part.kind is TextKind.HEADING
        and (_CHAPTER.fullmatch(part.text) is not None or part.text.isupper())
    )
