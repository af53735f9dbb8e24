"""Of whom the parts of a document speak: of all respondents, of one service's, or of another survey's."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.claim import ClaimKind
from ipak_cli.audit.document import Grid, Passage, TextKind
from ipak_cli.audit.instrument import COMBINED, FOREIGN
from ipak_cli.base.text import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ipak_cli.audit.claim import Claim
    from ipak_cli.audit.document import Document, Part
    from ipak_cli.audit.instrument import Instrument

_KINDS: Final = (
    r"layanan|pelayanan|loket|poli|poliklinik|klinik|bidang|seksi|instalasi|ruang|ruangan|unit|bagian|cabang"
    r"|kelurahan|desa|kecamatan|dinas|badan|puskesmas|pustu|kantor|lokasi|fakultas|jurusan|program\s+studi|prodi"
)
_NAME: Final = r"[A-Z(][^.;:?!|]{1,70}"
_NUMBERING: Final = re.compile(
    r"(?:(?P<bab>(?i:bab))\s+\w+|(?P<letter>[A-Za-z])|(?P<part>[\dIVXivx]+(?:\.\d+)*))(?:[.)]\s*|\s+)"
)
_OPENS: Final = re.compile(rf"(?P<kind>(?i:(?:jenis\s+)?(?:{_KINDS})))\s*:?\s+(?P<name>{_NAME})")
_ENDS: Final = re.compile(rf"(?P<before>.*\s)?(?P<kind>(?i:{_KINDS}))\s+(?P<name>{_NAME})")
_OF_ALL: Final = re.compile(
    r"(?i)\b(?:gabungan|rekap\w*|keseluruhan|seluruh|semua|total|kesimpulan|penutup|lampiran|perbandingan)\b"
)
_NO_NAME: Final = re.compile(
    r"(?i)(?:publik|masyarakat|terpadu|administrasi publik|tahun|triwulan|semester|periode|pelayanan|layanan"
    r"|dan|per|yang)\b"
)
_TAIL: Final = re.compile(
    r"(?i)\s*,?\s*\b(?:tahun|triwulan|semester|periode|bulan|tw)\b.*$|\s+(?:19|20)\d\d$|[\s(]+$"
)
_LABEL: Final = re.compile(r"(?i)^\s*(?:tabel|gambar|grafik|diagram)\s+[\w.\-]+\s*[.:]?\s*")
_OFFICE: Final = re.compile(
    r"\b(?P<office>(?:Kecamatan|Kelurahan|Desa|Dinas|Badan|Puskesmas|Kantor|RSUD|UPTD?|Kabupaten|Kota|Provinsi"
    r"|Pengadilan|Balai|Poli)\s+[A-Z][\w-]+)"
)
_TITLE: Final = 25
"""Parts at a document's beginning that may name its own office."""
_MOST: Final = 200
_LONGEST: Final = 90
"""Letters of a line that opens a section."""


_ANY_SURVEY: Final = (
    ClaimKind.DATE, ClaimKind.PERIOD, ClaimKind.NUMBER_OF_PART, ClaimKind.SHARE, ClaimKind.RESPONDENTS,
    ClaimKind.VISITORS, ClaimKind.LEAST_RESPONDENTS,
)  # fmt: skip
"""What is understood of another survey than the instrument's: dates, parts, and who was asked."""


def is_of_other(claim: Claim, *, foreign: bool) -> bool:
    """Tell a claim about an index that the instrument has not; in a ``foreign`` part most claims are."""
    subject = (claim.subject or "").partition(":")[0]
    return subject == FOREIGN or (foreign and claim.kind not in _ANY_SURVEY)


@dataclass(frozen=True, slots=True)
class Scope:
    """Of what a part speaks: ``group`` names respondents of whom alone, ``foreign`` is another survey."""

    group: str | None = None
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Scopes:
    """The services, offices and the like that have sections or tables of their own, by their plain names."""

    names: Mapping[str, str]
    titles: str = ""
    """The plain words of the document's beginning, which name the office whose report it is."""

    def other_office(self, text: str) -> str | None:
        """Return the office that a sentence names, where the document's beginning names it nowhere."""
        named = [found["office"] for found in _OFFICE.finditer(text)]
        others = [each for each in named if f" {normalise(each)} " not in self.titles]
        return others[0] if others and len(others) == len(named) else None

    def named(self, text: str) -> str | None:
        """Return the only one that a text names, or ``None``."""
        plain = f" {normalise(text)} "
        found = {name for key, name in self.names.items() if f" {key} " in plain}
        longest = {
            name
            for name in found
            if not any(name != one and normalise(name) in normalise(one) for one in found)
        }
        return longest.pop() if len(longest) == 1 else None


def scopes_of(document: Document) -> Scopes:
    """Return what has sections or tables of its own: of each kind at least two, named alike."""
    opened: dict[tuple[str, str], set[str]] = defaultdict(set)
    for part in document.parts:
        found = _opened(part) if isinstance(part, Passage) else _ended(part)
        if found is not None:
            opened[found[:2]].add(found[2])
    names = {f"{kind} {name}" for (kind, _), each in opened.items() if len(each) > 1 for name in each}
    if len(names) > _MOST:
        names = set()  # no report has so many services, and each is looked for in every sentence
    titles = " ".join(
        part.text for part in document.parts[:_TITLE] if isinstance(part, Passage) and _is_title(part)
    )
    return Scopes({normalise(name): name for name in sorted(names)}, f" {normalise(titles)} ")


def with_scopes(document: Document, instrument: Instrument, scopes: Scopes) -> Iterator[tuple[Part, Scope]]:
    """Yield each part with what it speaks of: by its own words, else by the section in which it stands."""
    current, style = Scope(), ""
    for part in document.parts:
        if isinstance(part, Passage) and _is_line(part):
            own = _style(part.text)
            changed = _section(part.text, instrument, scopes)
            if changed is not None:
                current, style = changed, own
            elif own in {style, "bab"} or _OF_ALL.search(part.text):
                current, style = Scope(), own
        yield part, _own(part, current, instrument, scopes)


def _section(text: str, instrument: Instrument, scopes: Scopes) -> Scope | None:
    """Return what a section speaks of by its heading, ``None`` where that says nothing of it."""
    if (group := scopes.named(text)) is not None:
        return Scope(group)
    codes = _codes(text, instrument)
    return Scope(foreign=codes == {FOREIGN}) if codes else None


def _own(part: Part, section: Scope, instrument: Instrument, scopes: Scopes) -> Scope:
    if isinstance(part, Passage):
        return section
    caption = part.caption or ""
    heads = " | ".join(" | ".join(row) for row in part.rows[:2])
    group = scopes.named(caption)
    own = Scope() if _OF_ALL.search(_titled(caption)) and group is None else section
    own = replace(own, group=group) if group else own
    codes = _codes(caption, instrument) or _codes(heads, instrument)
    return replace(own, foreign=codes == {FOREIGN}) if codes else own


def _codes(text: str, instrument: Instrument) -> set[str]:
    return {code for _, code in instrument.indices_named(text)} - {COMBINED}


def _opened(part: Passage) -> tuple[str, str, str] | None:
    """Return the kind and the name with which a heading, or a line like one, begins."""
    found = _OPENS.fullmatch(_NUMBERING.sub("", part.text, count=1)) or _OPENS.fullmatch(part.text)
    if found is None or not _is_line(part) or _NO_NAME.match(found["name"]):
        return None
    return _kind(found), "", _TAIL.sub("", found["name"])


def _ended(grid: Grid) -> tuple[str, str, str] | None:
    """Return the kind and the name with which a table's caption ends, and what stands before them."""
    caption = _titled(grid.caption or "")
    found = _ENDS.fullmatch(caption) if len(caption) <= 2 * _LONGEST else None
    if found is None or _NO_NAME.match(found["name"]):
        return None
    return _kind(found), normalise(found["before"] or ""), _TAIL.sub("", found["name"])


def _is_line(part: Passage) -> bool:
    """Tell a heading, or a short numbered line that stands alone as one does, also right above a table."""
    if part.kind is TextKind.HEADING:
        return True
    alone = len(part.text) <= _LONGEST and part.text[-1:] not in ".;:,"
    is_text = part.kind in {TextKind.BODY, TextKind.CAPTION}
    return is_text and alone and _NUMBERING.match(part.text) is not None


def _is_title(part: Passage) -> bool:
    return part.kind is TextKind.HEADING or (len(part.text) <= _LONGEST and part.text[-1:] != ".")


def _style(text: str) -> str:
    """Return how a heading is numbered, so that the next of its kind is known."""
    found = _NUMBERING.match(text)
    if found is None:
        return ""
    if found["bab"]:
        return "bab"
    if found["letter"] and found["letter"] not in "IVXivx":
        return "A" if found["letter"].isupper() else "a"
    number = found["part"] or found["letter"]
    return f"{number.count('.')}{'d' if number[0].isdigit() else 'r'}"


def _titled(caption: str) -> str:
    return _LABEL.sub("", caption)


def _kind(found: re.Match[str]) -> str:
    return re.sub(r"\s+", " ", found["kind"].lower()).removeprefix("jenis ")
