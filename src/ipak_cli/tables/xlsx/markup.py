"""XML as workbooks write it: shared and rich texts, white space, escapes, comments, a prefix of all tags."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, ClassVar, Final

from ipak_cli.tables.xlsx.package import MAIN
from ipak_cli.tables.xml import SPACE, Places, walk
from ipak_cli.tables.zip import MIB

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ipak_cli.tables.zip import Archive

WHITE_SPACE: Final = " \t\r\n"
"""What XML calls so; a no-break space is a letter as any other."""
XML_HEAD: Final = (
    rb"\s*(?:<\?xml version=[\"']1\.0[\"'](?: encoding=[\"'](?i:utf-8)[\"'])?"
    rb"(?: standalone=[\"']\w+[\"'])?\s*\?>)?\s*"
)
"""The pattern of how a part in UTF-8 begins."""
_LETTERS: Final = rb"[^<>&\x00-\x08\x0b-\x1f]*"
PLAIN_TEXT: Final = (
    _LETTERS + rb"(?:&(?:amp|lt|gt|quot|apos|#0?(?:9|10|13|34|39)|#x(?:9|[AaDd]|2[27]));" + _LETTERS + rb")*"
)
"""The pattern of a text that means what it shows, but for the five named entities and usual numbered ones."""
_TABLE: Final = re.compile(
    XML_HEAD
    + rb'<sst xmlns="(?:'
    + "|".join(filter(None, MAIN)).encode()
    + rb')"(?: (?!xml(?:ns=|:))[\w:]+="[^"<>&]*")*\s*>'
)
_TABLE_END: Final = b"</sst>"
_STRING: Final = re.compile(rb'<si><t( xml:space="preserve")?>(' + PLAIN_TEXT + rb")</t></si>")
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_NUMBERED: Final = ("9", "10", "13", "34", "39")
_ENTITIES: Final = {
    **{f"&#{zero}{number};": chr(int(number)) for number in _NUMBERED for zero in ("", "0")},
    **{f"&#x{number};": chr(int(number, 16)) for number in ("9", "A", "a", "D", "d", "22", "27")},
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": '"',
    "&apos;": "'",
    "&amp;": "&",
}
"""The ampersand last: what it leaves is no entity."""
_ITEM: Final = "sst/si"
_TEXTS: Final = (f"{_ITEM}/t", f"{_ITEM}/r/t")
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


def read_strings(archive: Archive, part: str | None) -> tuple[str, ...]:
    """Return the shared strings; runs of rich text are joined, readings (phonetic text) left out."""
    if part is None:
        return ()
    content = b"".join(archive.chunks(part))
    if archive.tags.covers(content) and (texts := _plain_strings(content)) is not None:
        archive.tags.spend(content)
        return texts
    del content
    strings = _Strings()
    walk(archive, part, archive.chunks(part), strings)
    return tuple(strings.found)


def _plain_strings(content: bytes) -> tuple[str, ...] | None:
    """Return the strings of a table that holds nothing but plain texts, ten times as fast as a parser."""
    head, content = _TABLE.match(content), content.rstrip()
    if head is None or not content.endswith(_TABLE_END) or not is_utf8(content):
        return None
    place, end = head.end(), len(content) - len(_TABLE_END)
    texts: list[str] = []
    while place < end:
        found = _STRING.match(content, place)
        if found is None:
            return None  # something stands between
        texts.append(plain_text(found[2].decode(), spaced=found[1] is not None))
        place = found.end()
    return tuple(texts)


def is_utf8(content: bytes) -> bool:
    """Tell whether a part is text as XML allows it: neither broken nor with what is no character."""
    if content.isascii():
        return True
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return b"\xef\xbf\xbe" not in content and b"\xef\xbf\xbf" not in content


def plain_text(text: str, *, spaced: bool) -> str:
    """Return what a plain text means: trimmed, unless its spaces count."""
    return unescape(trimmed(without_entities(text), spaced=spaced))


def without_entities(text: str) -> str:
    """Return what a plain text shows."""
    if "&" in text:
        for entity, character in _ENTITIES.items():
            text = text.replace(entity, character)
    return text


def trimmed(text: str, *, spaced: bool) -> str:
    """Return a text without the white space at its ends, unless its spaces count."""
    return text if spaced else text.strip(WHITE_SPACE)


class RichText:
    """Gathers the text of ``<t>`` elements, each trimmed unless the file says that its spaces count."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._pieces: list[str] | None = None
        self._spaced = False

    def open(self, attributes: dict[str, str]) -> None:
        """Take note that such an element begins."""
        self._pieces = []
        self._spaced = attributes.get(SPACE) == "preserve"

    def gather(self, text: str) -> bool:
        """Gather text, if it stands inside such an element; tell whether it does."""
        if self._pieces is None:
            return False
        self._pieces.append(text)
        return True

    def close(self) -> None:
        """Take note that such an element ends."""
        self._parts.append(trimmed("".join(self._pieces or ()), spaced=self._spaced))
        self._pieces = None

    def take(self) -> str:
        """Return what was gathered, and begin anew."""
        if not self._parts:
            return ""
        text = "".join(self._parts)
        self._parts.clear()
        return unescape(text)


def unescape(text: str) -> str:
    """Undo the workbook's own escapes of characters that XML cannot hold (``_x000D_``)."""
    if "_x" not in text:
        return text
    plain = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


class _Strings:
    places: ClassVar = Places(MAIN, ("sst", _ITEM, f"{_ITEM}/r", *_TEXTS))

    def __init__(self) -> None:
        self.found: list[str] = []
        self._item = RichText()

    def start(self, path: str, attributes: dict[str, str]) -> None:
        if path in _TEXTS:
            self._item.open(attributes)

    def end(self, path: str) -> None:
        if path in _TEXTS:
            self._item.close()
        elif path == _ITEM:
            self.found.append(self._item.take())

    def text(self, text: str) -> None:
        self._item.gather(text)


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
