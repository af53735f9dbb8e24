"""What is taken out of XML before its rows are read at once: comments, and a prefix of all tags."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from ipak_cli.tables.xlsx.shared_texts import XML_HEAD, is_utf8
from ipak_cli.tables.zip import MIB

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST: Final = MIB
"""Bytes of a comment; a longer one makes its sheet unusual."""
_MARKS: Final = (b"!", b"?")
"""To look for one byte is many times as fast as to look for two."""
_MARK: Final = re.compile(rb"<(?:[!?]|\Z)")
_LETTER: Final = rb"[^-?\x00-\x08\x0b\x0c\x0e-\x1f]"
_WHOLE: Final = re.compile(
    rb"<!--(?:" + _LETTER + rb"|\?|-(?!-))*-->"
    rb"|<\?(?!(?i:xml)[\s?])[A-Za-z_][\w.-]*(?:\s(?:" + _LETTER + rb"|-|\?(?!>))*)?\?>"
)
_HEAD: Final = re.compile(XML_HEAD)
_PREFIXED: Final = re.compile(XML_HEAD + rb"<(\w{1,20}):worksheet(\s[^<>]*)>")
_DEFAULT: Final = re.compile(rb"xmlns\s*=")
_NO_PREFIX: Final = re.compile(rb"</?[^<>/:\s]+[<>/\s]")
"""A tag of the space around it."""
_ENDS: Final = {b"<!--": b"-->", b"<?": b"?>"}


class UnusualSheetError(Exception):
    """Only reading cell by cell can tell what is in the sheet."""


def without_comments(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield XML without its comments. Raises ``UnusualSheetError`` for other markup and unsound comments."""
    waiting, before = b"", b""
    for number, chunk in enumerate(chunks):
        work = waiting + chunk if waiting else chunk
        head = _HEAD.match(work) if number == 0 else None
        start = head.end() if head else 0
        if any(mark in work and b"<" + mark in work[start:] for mark in _MARKS) or work.endswith(b"<"):
            kept, waiting = _cut(work, start, before)
        else:
            kept, waiting = work, b""
        before = kept if b">" in kept or b"<" in kept else before
        yield kept
    if waiting:
        raise UnusualSheetError


def without_prefix(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield a worksheet's XML without the prefix of its tags, if its root has one (``<x:row>``).

    Raises ``UnusualSheetError`` where a tag has none, or the prefix is bound again.
    """
    parts = iter(chunks)
    first = next(parts, b"")
    root = _PREFIXED.match(first)
    if root is None:
        yield first
        yield from parts
        return
    bound = b"xmlns:%s=" % root[1]
    if root[2].count(bound) != 1 or _DEFAULT.search(root[2]):
        raise UnusualSheetError
    yield first[: root.start(1)] + b"worksheet" + root[2].replace(bound, b"xmlns=") + b">"
    waiting = b""
    for part in chain([first[root.end() :]], parts):
        work = waiting + part
        last = work.rfind(b"<")
        last = last if last >= 0 else len(work)
        yield _plain_tags(work[:last], root[1])
        waiting = work[last:]
        if len(waiting) > LONGEST:
            raise UnusualSheetError
    yield _plain_tags(waiting, root[1])


def _plain_tags(work: bytes, prefix: bytes) -> bytes:
    opened, closed = b"<%s:" % prefix, b"</%s:" % prefix
    if work.count(b"<") != work.count(opened) + work.count(closed) and _NO_PREFIX.search(work):
        raise UnusualSheetError
    if b"xmlns" in work and re.search(rb"xmlns(?::%s)?\s*=" % prefix, work):
        raise UnusualSheetError
    return work.replace(opened, b"<").replace(closed, b"</")


def _cut(work: bytes, place: int, before: bytes) -> tuple[bytes, bytes]:
    """Return a piece without its comments, and the beginning of one that does not end in it."""
    kept, first = [work[:place]], place
    while mark := _MARK.search(work, first):
        start = mark.start()
        kept.append(work[place:start])
        if found := _WHOLE.match(work, start):
            _check(found[0], before + b"".join(kept))
            place = first = found.end()
            continue
        if not _may_go_on(work[start:]):
            raise UnusualSheetError
        return b"".join(kept), work[start:]
    kept.append(work[place:])
    return b"".join(kept), b""


def _check(comment: bytes, before: bytes) -> None:
    """Raise ``UnusualSheetError`` when a comment is no text, or stands inside a tag."""
    if not is_utf8(comment) or before.rfind(b"<") > before.rfind(b">"):
        raise UnusualSheetError


def _may_go_on(token: bytes) -> bool:
    """Tell whether a comment may end in a later piece."""
    if len(token) > LONGEST:
        return False
    return any(
        begin.startswith(token) or (token.startswith(begin) and end not in token)
        for begin, end in _ENDS.items()
    )
