"""The claims of a paragraph that are words: dates, periods, numbers of parts, categories and predicates."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.calendar_words import day_of, periods_in, span_of
from ipak_cli.audit.claim import FIRST_DAY, LAST_DAY, REPORT, SIGNATURE, Claim, ClaimKind
from ipak_cli.audit.clause import clauses_of
from ipak_cli.audit.document import TextKind
from ipak_cli.audit.names import Name, NameKind, names_in
from ipak_cli.audit.topic import Topic, pekppp_total_before
from ipak_cli.base.period import ROMAN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.audit.clause import Clause
    from ipak_cli.audit.document import Passage
    from ipak_cli.audit.table_claims import Context
    from ipak_cli.base.period import Period

_SIGNED: Final = re.compile(
    r"[A-Z][^\d:;]{1,40},\s*|(?:[A-Z]\w+\s+){1,3}|(?i:.*\b(?:ditetapkan|dibuat|disahkan)\s+di\b.*)"
)
_THIS_REPORT: Final = re.compile(
    r"(?i)\b(?:laporan|survei|kuesioner|kuisioner|kuisisioner)\b(?:(?!\b(?:dibanding\w*"
    r"|terhadap|dari|sebelumnya|lalu|pada|tren|trend|atas|lanjut)\b)[^.;:\d]){0,140}$"
)
_PART: Final = re.compile(r"(?i)(tabel|gambar|grafik|diagram|bagan|lampiran|bab|bagian|sub\s*bab)\s+(.+)")
_SECTION: Final = re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+(?=[^\W\d])")
_PAGE: Final = re.compile(r"[\s.…]*\d*\s*$")
_CATEGORY: Final = re.compile(
    r"(?i)\b(?:mutu(?:\s+(?:pelayanan|layanan|unit))*|kategori(?:nya)?|predikat(?:nya)?"
    r"|kinerja\s+(?:unit\s+)?pelayanan|tingkat\s+kualitas(?:\s+(?:pelayanan|layanan))?(?:\s+yang)?)\b"
    r"(?:\s*(?:pelayanan|layanan|unit|kerja|kinerja|adalah|yaitu|bernilai|tersebut|berada|pada"
    r"|dengan|termasuk|dalam|masuk|di|,|:|kategori|predikat|mutu))*\s*"
    r"[\"“”'‘’(]*\s*(?P<word>[A-D]\b\s*[\"”]?\s*(?:(?:[(/,–-]|atau|dengan|yaitu|kategori"
    r"|kinerja)\s*)*[\"“(]?\s*(?:(?:sangat|kurang|tidak|cukup)\s+)?(?:baik|prima)?"
    r"|(?:(?:sangat|kurang|tidak|cukup)\s+)?(?:baik|prima|memuaskan))(?!\w)\s*\)?"
)
_OF_PEKPPP: Final = re.compile(
    r"\b(?i:(?:kategori(?:nya)?|predikat(?:nya)?|mutu)\b"
    r"(?:\s*(?:pelayanan|adalah|yaitu|berada|pada|dengan|termasuk|dalam|masuk|di|,|:|kategori|predikat))*)"
    r"\s*[\"“”'(]*\s*(?P<word>[A-F]-?(?!\w)(?:\s*\([^)]{1,30}\))?"
    r"|(?i:pelayanan\s+prima|(?:baik|cukup)\s+dengan\s+catatan|(?:sangat\s+)?(?:baik|buruk)|cukup|gagal)(?!\w))"
)
"""A category of PEKPPP, whose letters may have a minus: ``B- (Baik dengan Catatan)``."""
_BANDS: Final = re.compile(
    r"(?i)\b(?:batas|interval|rentang|kriteria|minimal|minimum)\b|\bA\b.*\bB\b.*\bC\b.*\bD\b"
)
"""A clause that explains the categories, and claims none."""
_LETTER: Final = re.compile(r"[A-D]\b")
_WORD: Final = re.compile(r"(?i)(?:(?:sangat|kurang|tidak|cukup)\s+)?(?:baik|prima|memuaskan)$")
_MET: Final = re.compile(r"(?i)\b(?:memenuhi|terpenuhi|mencapai|meraih|layak)\b")
_NOT_MET: Final = re.compile(
    r"(?i)\b(?:belum|tidak)\s+(?:\w+\s+){0,3}(?:memenuhi|terpenuhi|mencapai|layak)\b"
)
_BUT: Final = re.compile(r"(?i),\s*|\b(?:tetapi|namun|sedangkan)\b")
_WISHED: Final = re.compile(
    r"(?i)\b(?:agar|guna|menuju|mensyaratkan|harus|berupaya|akan|ingin|berkomitmen|bila|jika"
    r"|apabila|supaya|diharapkan)\b[^.;]*$|\buntuk\s+(?:dapat\s+)?$"
)


def words_claimed(passage: Passage, context: Context) -> Iterator[Claim]:
    """Yield the dates, periods, numbered parts, categories and predicates of a paragraph."""
    text = passage.text
    names = names_in(text)
    yield from _dates(passage, names)
    yield from _periods(passage, names, context)
    yield from _parts(passage, names)
    if passage.kind is TextKind.BODY:
        for clause in clauses_of(text, context):
            yield from _categories(clause, passage)
            yield from _predicates(clause, passage)


def _claim(kind: ClaimKind, passage: Passage, word: str, subject: str | None) -> Claim:
    return Claim(kind, passage.place, passage.text, subject, word=word.strip(), where=passage.kind)


def _dates(passage: Passage, names: tuple[Name, ...]) -> Iterator[Claim]:
    for name in names:
        if name.kind is NameKind.SPAN:
            for subject, (word, day) in zip((FIRST_DAY, LAST_DAY), span_of(name), strict=True):
                yield replace(_claim(ClaimKind.DATE, passage, word, subject), day=day)
        elif name.kind is NameKind.DATE:
            alone = not passage.text[name.end :].strip(" .,") and len(passage.text) < _LONGEST_SIGNATURE
            signed = alone and _SIGNED.fullmatch(passage.text[: name.start]) is not None
            made = _claim(ClaimKind.DATE, passage, name.text, SIGNATURE if signed else None)
            yield replace(made, day=day_of(name.text))


_LONGEST_SIGNATURE: Final = 90


def _periods(passage: Passage, names: tuple[Name, ...], context: Context) -> Iterator[Claim]:
    found = periods_in(passage.text, names, context.year)
    for name, period in found:
        clause = passage.text[: name.start].rpartition(". ")[2]
        own = _THIS_REPORT.search(clause) is not None and len(found) == 1
        made = _claim(ClaimKind.PERIOD, passage, name.text, REPORT if own else None)
        yield replace(made, period=period)


def _parts(passage: Passage, names: tuple[Name, ...]) -> Iterator[Claim]:
    """Yield each part's number with its title in a caption, a heading or a list; elsewhere the number."""
    titled = passage.kind in (TextKind.HEADING, TextKind.CAPTION, TextKind.CONTENTS)
    section = _SECTION.match(passage.text)
    if section is not None and titled:
        yield _claim(ClaimKind.NUMBER_OF_PART, passage, _title(passage, section.end()), section[1])
        return
    for name in names:
        found = _PART.fullmatch(name.text) if name.kind is NameKind.PART else None
        if found is None:
            continue
        first = titled and passage.text[: name.start].strip(" *-•") == ""
        yield _claim(
            ClaimKind.NUMBER_OF_PART, passage, _title(passage, name.end) if first else "", label_of(found)
        )


def label_of(found: re.Match[str]) -> str:
    """Return a part's label as it is compared: ``Tabel 3.1``, ``BAB 3``."""
    kind = " ".join(found[1].split()).lower()
    number = re.sub(r"\s+", "", found[2]).strip(".").upper()
    if kind == "bab" and number in _ROMAN:
        number = str(_ROMAN.index(number) + 1)
    return f"{'BAB' if kind == 'bab' else kind.capitalize()} {number}"


_ROMAN: Final = (*ROMAN, "V", "VI", "VII", "VIII", "IX", "X")


def _title(passage: Passage, end: int) -> str:
    title = passage.text[end:].strip(" .:–-*")
    return _PAGE.sub("", title) if passage.kind is TextKind.CONTENTS else title


def _categories(clause: Clause, passage: Passage) -> Iterator[Claim]:
    if _BANDS.search(clause.text):
        return
    if clause.topic is Topic.PEKPPP:
        yield from _of_pekppp(clause, passage)
        return
    for match in _CATEGORY.finditer(clause.text):
        before = [code for start, _, code in clause.indices if start < match.start()]
        items = [code for _, end, code in clause.items if end <= match.start()]
        only = [*clause.instrument.indices] if len(clause.instrument.indices) == 1 else []
        subject = next(iter(items[-1:] or before[-1:] or only), None)
        if subject is None and clause.topic is not Topic.SURVEY:
            continue
        made = _claim(ClaimKind.CATEGORY, passage, _category(match["word"]), subject)
        yield replace(made, words=clause.text, period=_period_before(clause, match.start()))


def _of_pekppp(clause: Clause, passage: Passage) -> Iterator[Claim]:
    for match in _OF_PEKPPP.finditer(clause.text):
        subject = pekppp_total_before(clause.text, match.start()) or "F-02"
        word = " ".join(re.sub(r"[()]", " ", match["word"]).split())
        made = _claim(ClaimKind.CATEGORY, passage, word, subject)
        yield replace(made, words=clause.text, period=clause.context.period)


def _category(text: str) -> str:
    """Return a category without what stands around it: ``B Baik`` of ``B (kinerja Baik``."""
    found = (_LETTER.match(text), _WORD.search(text.strip()))
    return " ".join(each[0] for each in found if each is not None)


def _period_before(clause: Clause, place: int) -> Period | None:
    """Return the period that a clause names last before a word, unless it is only compared with."""
    for start, end, period in reversed(clause.periods):
        beside = not clause.text[end:place].strip(" ,(:")
        if end <= place and (beside or not clause.is_compared(start)):
            return period
    return clause.context.period


def _predicates(clause: Clause, passage: Passage) -> Iterator[Claim]:
    zi = clause.instrument.rubric.zi
    for said in _BUT.split(clause.text) if zi is not None else ():
        met = _MET.search(said)
        if zi is None or met is None or _WISHED.search(said[: met.start()]):
            continue
        for predicate in zi.predicates:
            if re.search(rf"\b{re.escape(predicate.code)}\b", said):
                word = "belum terpenuhi" if _NOT_MET.search(said) else "terpenuhi"
                made = _claim(ClaimKind.PREDICATE, passage, word, predicate.code)
                yield replace(made, words=clause.text, period=clause.context.period)
