"""What one number of a sentence claims, by its unit and by what is named before it in its clause."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from ipak_cli.audit.claim import Claim, ClaimKind
from ipak_cli.audit.instrument import COMBINED
from ipak_cli.audit.table_figures import NOWHERE, PERFORMANCE, rule_named
from ipak_cli.audit.topic import Topic

if TYPE_CHECKING:
    from ipak_cli.audit.clause import Clause
    from ipak_cli.audit.number_words import Number
    from ipak_cli.audit.printed import Printed
    from ipak_cli.base.period import Period

ASIDE: Final = "aside"
Figures: TypeAlias = "tuple[Claim | Literal['aside'], ...]"
"""The claims of a number, one for each subject; ``ASIDE`` alone for none of the survey's; nothing if unclear."""
_RULE: Final = re.compile(r"(?i)\b(?:krejcie|morgan|slovin|cochran|isaac)\b")
_FEWEST: Final = re.compile(r"(?i)(?:minimal|minimum|paling sedikit|sekurang-kurangnya|setidaknya)\W*(?:\w+\W+){0,3}$")
_PEOPLE: Final = re.compile(
    r"(?i)\s*(?:orang\s+)?(?P<who>responden|orang|pengunjung|pengguna layanan|penerima layanan|pemohon|sampel)\b"
)
_ANSWERS: Final = re.compile(r"(?i)\s*(?:buah\s+)?(?:jawaban|(?P<times>kali))\b")
_COUNT_OF: Final = re.compile(
    r"(?i)\b(?P<who>pengunjung|populasi|pengguna layanan|penerima layanan|pemohon|responden|sampel)(?:\s+\(?n\)?)?"
    r"(?:\s+(?:yang\s+\w+(?:\s+\w+){0,3}|survei|ini|tersebut|adalah|yaitu|berjumlah|sejumlah|sebanyak|mencapai|tercatat|sebesar))*\s*[:=(]?\s*$"
)
_VISITORS: Final = re.compile(r"(?i)\b(?:pengunjung|populasi|pengguna layanan|penerima layanan|pemohon)\b")
_RESPONDENTS: Final = re.compile(r"(?i)\b(?:responden|sampel)\b")
_RATE: Final = re.compile(r"(?i)\b(?:tingkat\s+(?:respons?|partisipasi|pengembalian|pengisian)|response\s+rate)\b")
_ERROR: Final = re.compile(r"(?i)\b(?:kesalahan|galat|error|kepercayaan|signifikansi|toleransi|presisi)\b|\be\s*=\s*$|\u03b1")
_ACHIEVED: Final = re.compile(r"(?i)\b(?:capaian|ketercapaian|tercapai|pencapaian)\b[^.;,]*$")
_WEIGHT: Final = re.compile(r"(?i)\b(?:bobot|penimbang)\b[^.;,]*$")
_TARGET: Final = re.compile(r"(?i)\btarget\w*\b(?:\W+(?!dan\b)[a-z]+){0,5}\W*$")
_CONVERTED: Final = re.compile(r"(?i)\bkonversi\w*\b|\bdikonversi\w*\b")
_FACTOR: Final = re.compile(r"(?i)\b(?:dikalikan|dikali|dibagi|pembagi|konstanta|kali)\b[^.;,]{0,30}$|[x×*]\s*$")
_SCALE: Final = re.compile(r"(?i)\b(?:skala|rentang|maksim\w+|tertinggi,? yaitu|nilai tertinggi|interval|antara)\b[^.;),]{0,40}$")
_GROUP: Final = re.compile(
    r"(?i)\bkelompok\b.*|\bmenurut\s+(?:jenis|usia|umur|pendidikan|pekerjaan|layanan|unit)\b.*|\b(?:laki-laki|perempuan|pria|wanita)\b"
    r"|\b(?:usia|umur|berusia|berumur|berpendidikan|lulusan|pendidikan|bekerja\s+sebagai|berprofesi)\b[^,;]*|\b(?:SD|SMP|SMA|SMK|PNS|ASN|TNI|Polri|pelajar|mahasiswa|wiraswasta|swasta)\b"
)
_WHOLE: Final = re.compile(r"(?i)\b(?:jumlah|total|seluruh|keseluruhan)\s+(?:\w+\s+)?responden\b")
_GAP: Final = re.compile(
    r"(?i)\b(?:target|minimal|minimum|ambang|syarat|standar|batas|nasional|bobot|interval|alpha|alfa|cronbach|koefisien|unsur|butir|item"
    r"|aspek|indikator|simpangan|median|layanan|loket|selisih|nrr\s+tertimbang|responden|jumlah\s+jawaban)\b"
)
_THINGS: Final = frozenset(
    "bulan hari tahun menit jam minggu butir unsur pertanyaan indikator aspek komponen prinsip kali kelompok isian jenis halaman"
    " langkah kegiatan kategori loket pegawai petugas periode triwulan semester rupiah kolom pilihan tabel gambar unit opsi"
    " variabel orang/hari saran keterangan pengaduan berkas dokumen kabupaten kecamatan desa kota layanan".split()  # noqa: SIM905 (read as a sentence)
)
_JOINED: Final = re.compile(
    r"(?i)[\"”“'’)\s]*(?:\([^)]*\)?)?[\"”“'’)\s]*(?:,|:|=|-|–|sebesar|yaitu|yakni|dengan|nilai|rata-rata|nrr|memperoleh|mendapat(?:kan)?|skor|adalah"
    r"|mencapai|bernilai|indeks|unsur|terendah|tertinggi|\(|pada|senilai|menjadi|sangat|baik|\s)*"
)
_ITEM_BEHIND: Final = re.compile(r"(?i)\W*(?:\w+\W+){0,5}?(?:butir|unsur|pertanyaan|item|aspek)?\W*")
_EXTREME: Final = re.compile(r"(?i)\b(?:tertinggi|terendah)\b[^.;]*$")
_F02: Final = re.compile(r"(?i)\b(F-?0[123]|IPP)\b")
_CHANGE: Final = re.compile(
    r"(?i)\b(naik|meningkat|peningkatan|kenaikan|turun|menurun|penurunan|selisih|bertambah|berkurang)\b"
    r"(?:(?:(?!\bmenjadi\b|\bdari\s+\d)[^,.;\d])*\b(?:sebesar|sebanyak|yaitu))?\W*$"
)
_MOST: Final = 100


def figure_of(number: Number, clause: Clause) -> Figures:
    """Return the claims that a number makes, ``(ASIDE,)`` where it is none of the survey's, or nothing."""
    if clause.topic is Topic.QUALITY:
        return ()
    named, period = clause.period_of(number)
    base = Claim(ClaimKind.SHARE, NOWHERE, "", number=number.readings[0], period=period)
    if clause.topic is Topic.PEKPPP:
        return _of_pekppp(number, clause, base)
    if named and period is None:
        return ()
    if (earlier := _earlier(number, clause, named=named)) is not None:
        if earlier == ASIDE:
            return (ASIDE,)
        base = replace(base, period=earlier)
    return _of_unit(number, clause, base) or _of_words(number, clause, base)


def _earlier(number: Number, clause: Clause, *, named: bool) -> Period | Literal["aside"] | None:
    """Return the period of A in ``dari A menjadi B``: the one with which B is compared, if it is named."""
    first = re.search(r"(?i)\bdari\s+(?:nilai\s+|semula\s+|sebesar\s+)*$", number.before)
    if named or first is None or not re.search(r"(?i)\bmenjadi\b|\bke\b", number.after):
        return None
    known = [period for period in clause.compared if period is not None]
    return known[0] if known else ASIDE


def _of_unit(number: Number, clause: Clause, base: Claim) -> Figures:
    """Return what a number is by the word behind it: people, answers, a percentage, points, things."""
    before, after = clause.text[: number.start], clause.text[number.end :]
    star = [text for start, text in clause.stars if start < number.start]
    if not number.percent and number.is_whole:
        counted = _ANSWERS.match(after)
        counted_before = not star and number.unit not in _THINGS
        people = _PEOPLE.match(after) or (_COUNT_OF.search(before) if counted_before else None)
        base = replace(base, number=number.whole)
        if star and (counted or people):
            return (replace(base, kind=ClaimKind.STARS, subject=_of_index(clause, number, star[-1])),)
        if counted and not counted["times"]:
            return (replace(base, kind=ClaimKind.ANSWERS),) if not _GROUP.search(before) else ()
        if people is not None:
            return (_people(before, people["who"].lower(), base, clause),)
    if _CHANGE.search(before):
        unit = "persen" if number.percent else "poin" if number.unit == "poin" else None
        word = [*_CHANGE.finditer(before)][-1][1].lower()
        return (replace(base, kind=ClaimKind.CHANGE, subject=subject_before(clause, number), unit=unit, word=word),)
    if number.percent:
        return _percent(number, clause, base, star)
    if number.unit in _THINGS and not number.readings[0].places:
        return (ASIDE,)
    return ()


def _of_index(clause: Clause, number: Number, star: str) -> str:
    named = [code for start, _, code in clause.indices if start < number.start and code != COMBINED]
    return f"{named[-1]}:{star}" if len({*named}) == 1 else star


def _people(before: str, who: str, base: Claim, clause: Clause) -> Claim:
    """Return whether so many people are visitors, respondents, those of a group, or the fewest asked for."""
    by_rule = _RULE.search(re.split(r"[,;]", before)[-1])
    if _FEWEST.search(before) or (by_rule and not _VISITORS.search(who)):
        word, of = rule_named(clause.text), _margin(clause)
        return replace(base, kind=ClaimKind.LEAST_RESPONDENTS, word=word, of=of)
    visitors = [match.end() for match in _VISITORS.finditer(before)]
    respondents = [match.end() for match in _RESPONDENTS.finditer(before)]
    served = who == "orang" and max(visitors, default=0) > max(respondents, default=0)
    if served or _VISITORS.fullmatch(who):
        return replace(base, kind=ClaimKind.VISITORS, group=_group(clause, before))
    return replace(base, kind=ClaimKind.RESPONDENTS, group=_group(clause, before))


def _margin(clause: Clause) -> Printed | None:
    """Return the margin of error of a sample's size that a clause names, in per cent."""
    found = [
        number.value
        for number in clause.numbers
        if number.percent and re.search(r"(?i)\b(?:kesalahan|galat|error|toleransi)\b|\be\s*=\s*$", number.before)
    ]
    return found[0] if len(found) == 1 else None


def _group(clause: Clause, before: str) -> str | None:
    """Return the group of whom a number before which so much stands is said."""
    found = [*_GROUP.finditer(before)] or [*_GROUP.finditer(clause.text)]
    if found:
        return found[-1][0].strip()
    if clause.topic is Topic.PROFILE and not _WHOLE.search(clause.text):
        return clause.text
    return None


def _percent(number: Number, clause: Clause, base: Claim, star: list[str]) -> Figures:
    before = clause.text[: number.start]
    if _RATE.search(before):
        return (replace(base, kind=ClaimKind.RESPONSE_RATE),)
    if _ERROR.search(before) or _ERROR.search(number.after):
        return (ASIDE,)
    if _TARGET.search(before):
        return (replace(base, kind=ClaimKind.TARGET, subject=subject_before(clause, number), unit="persen"),)
    for pattern, kind in ((_ACHIEVED, ClaimKind.ACHIEVEMENT), (_WEIGHT, ClaimKind.WEIGHT)):
        if pattern.search(before):
            return (replace(base, kind=kind, subject=subject_before(clause, number)),)
    if star:
        return (replace(base, subject=_of_index(clause, number, star[-1])),)
    group = _group(clause, before)
    if group is not None and (not subject_before(clause, number) or clause.topic is Topic.PROFILE):
        return (replace(base, group=group),)
    subject = subject_before(clause, number)
    if subject is None or subject == COMBINED or _GAP.search(number.before):
        return ()
    return (replace(base, kind=ClaimKind.PERCENT, subject=subject, group=group),)


def subject_before(clause: Clause, number: Number) -> str | None:
    """Return the index or item of which a number is said: of a list in turn, else the last before it."""
    listed = clause.in_list(number, [(start, end) for start, end, _ in clause.indices])
    if listed is not None:
        return clause.indices[listed][2]
    items = [(end, code) for _, end, code in clause.items if end <= number.start]
    for end, code in reversed(items):
        if _JOINED.fullmatch(clause.text[end : number.start]):
            return code
    before = [code for start, _, code in clause.indices if start < number.start]
    return before[-1] if before else None


def _of_words(number: Number, clause: Clause, base: Claim) -> Figures:
    """Return what a number without a telling unit is: a target, a value of an item or an index, points."""
    before = clause.text[: number.start]
    if _FACTOR.search(number.before) or (_SCALE.search(number.before) and not _EXTREME.search(before)):
        return (ASIDE,)
    if number.percent or (number.is_whole and number.value and abs(number.value.value) > _MOST):
        return ()
    subject = subject_before(clause, number)
    if _TARGET.search(before):
        return (replace(base, kind=ClaimKind.TARGET, subject=subject),)
    if _WEIGHT.search(before):
        return (replace(base, kind=ClaimKind.WEIGHT, subject=subject),)
    if _EXTREME.search(before) and (behind := _items_behind(number, clause)):
        return tuple(replace(base, kind=ClaimKind.ITEM_MEAN, subject=code) for code in behind)
    component = clause.instrument.component_named(before)
    if component is not None and subject is None:
        index = clause.instrument.index_of_component(component)
        return (replace(base, kind=ClaimKind.COMPONENT, subject=index),) if index else ()
    if re.search(r"(?i)\bcapaian\s+kinerja\b", before) and clause.instrument.rubric.zi is not None:
        return (replace(base, kind=ClaimKind.COMPONENT, subject=PERFORMANCE),)
    subject = subject or _only_index(before, clause)
    if subject is None or _GAP.search(_gap(clause, number, subject)):
        return ()
    return _value(number, subject, base, clause)


def _gap(clause: Clause, number: Number, subject: str) -> str:
    """Return what stands between a subject's last mention and the number."""
    if subject in clause.instrument.items:
        return ""
    starts = [start for start, _, code in clause.indices if code == subject and start < number.start]
    return clause.text[starts[-1] : number.start] if starts else ""


def _only_index(before: str, clause: Clause) -> str | None:
    """Return the instrument's only index where a value is called just that: ``indeks``, ``skor akhir``."""
    codes = [*clause.instrument.indices]
    called = re.search(r"(?i)\b(?:indeks|skor|nilai\s+(?:akhir|indeks|interval|konversi)|konversi|rata-rata\s+tertimbang(?:nya)?)\b", before)
    return codes[0] if len(codes) == 1 and called and not _GAP.search(before) else None


def _items_behind(number: Number, clause: Clause) -> tuple[str, ...]:
    """Return the items to which the highest or lowest value is said to belong, right behind it."""
    found: list[str] = []
    end = number.end
    for start, stop, code in clause.items:
        gap = clause.text[end:start] if start >= end else None
        if gap is not None and (_ITEM_BEHIND.fullmatch(gap) if not found else re.fullmatch(r"(?:,|\s|dan|serta)*", gap)):
            found.append(code)
            end = stop
    return tuple(found)


def _value(number: Number, subject: str, base: Claim, clause: Clause) -> Figures:
    """Return what a value is of an index or item: itself, points, or that converted."""
    rubric, value = clause.instrument.rubric, number.readings[0].value
    group = _group(clause, clause.text[: number.start]) if clause.topic is Topic.PROFILE or _GROUP.search(clause.text) else None
    base = replace(base, subject=subject, group=group)
    if number.unit == "poin":
        return (replace(base, kind=ClaimKind.POINTS),)
    if rubric.scale.lowest <= value <= rubric.scale.highest:
        if subject in clause.instrument.items:
            return (replace(base, kind=ClaimKind.ITEM_MEAN),)
        return (replace(base, kind=ClaimKind.COMBINED if subject == COMBINED else ClaimKind.INDEX),)
    if value < rubric.scale.lowest or value > _MOST or (not number.readings[0].places and value <= rubric.scale.highest + 1):
        return ()
    if rubric.zi is not None and subject not in clause.instrument.items:
        return (replace(base, kind=ClaimKind.POINTS),) if number.readings[0].places else ()
    near = value <= rubric.scale.highest + 1
    item = subject in clause.instrument.items
    return (replace(base, kind=(ClaimKind.ITEM_MEAN if item else ClaimKind.INDEX) if near else ClaimKind.CONVERTED),)


def _of_pekppp(number: Number, clause: Clause, base: Claim) -> Figures:
    """Return the index of PEKPPP that a sentence gives; its other figures stay unread."""
    named = [*_F02.finditer(clause.text[: number.start])]
    if number.unit in _THINGS and number.is_whole and not number.percent:
        return (ASIDE,)
    if not named or number.percent or not 0 <= number.readings[0].value <= 5:  # noqa: PLR2004 (its scale)
        return ()
    code = named[-1][1].upper().replace("F0", "F-0")
    return (replace(base, kind=ClaimKind.ASPECT, subject=code),)
