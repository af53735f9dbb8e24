"""What the columns and rows of a table say, by their words: values, counts, targets, periods, answers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.calendar_words import periods_in
from ipak_cli.audit.claim import ClaimKind
from ipak_cli.audit.names import names_in
from ipak_cli.base.period import ROMAN, Period
from ipak_cli.base.text import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ipak_cli.audit.instrument import Instrument

_FEWEST: Final = r"(?:minimal|minimum|paling sedikit|yang diperlukan|yang dibutuhkan)"
_OF_WHAT: Final = (
    r"(?: (?:rata rata|indeks|per unsur|unsur|butir|survei|akhir|mutlak|persepsi|kepuasan"
    r"|pelayanan|layanan|kinerja|aspek|capaian))*"
)
_QUALITY: Final = r"(?: (?:unit )?(?:pelayanan|layanan|unsur|ikm|mutu|kinerja))*"
_WORDS: Final = (
    (
        ClaimKind.LEAST_RESPONDENTS,
        (rf".*\b{_FEWEST}\b.*\b(?:responden|sampel)\b.*|.*\b(?:responden"
        rf"|sampel)\b.*\b{_FEWEST}\b.*|.*\b(?:krejcie|slovin|morgan)\b.*"),
    ),
    (
        ClaimKind.RESPONSE_RATE,
        r"(?:tingkat|persentase) (?:respons?|partisipasi|pengisian)(?: responden)?|response rate",
    ),
    (
        ClaimKind.VISITORS,
        (r"(?:jumlah |total |banyak )?(?:pengunjung|populasi|pengguna layanan|penerima layanan"
        r"|pemohon)(?: (?:populasi|orang|layanan))*"),
    ),
    (
        ClaimKind.RESPONDENTS,
        (r"(?:jumlah |total |banyak(?:nya)? )?(?:responden|sampel|n|pengisi survei"
        r"|orang)(?: (?:orang|n|responden))*"),
    ),
    (ClaimKind.ANSWERS, r"(?:jumlah |total |banyaknya )?jawaban"),
    (ClaimKind.WEIGHTED, (
        r"(?:nrr|nilai|rata rata|nilai rata rata|jumlah nrr|total nrr)?(?: \w+)? ?tertimbang.*"
        r"|kontribusi"
    )),
    (ClaimKind.CONVERTED, (
        r"(?:nilai )?(?:ikm )?(?:setelah )?(?:di)?konversi(?: (?:ikm|unsur))?|(?:nilai )?(?:ikm"
        r"|skm)(?: konversi)?|nilai interval konversi"
    )),
    (ClaimKind.ACHIEVEMENT, (
        r"(?:persentase |tingkat )?(?:capaian|ketercapaian)(?: (?:target|kinerja|persen"
        r"|terhadap target))*"
    )),
    (ClaimKind.CATEGORY, rf"(?:mutu|kategori|predikat|kualitas|kinerja){_QUALITY}"),
    (ClaimKind.MINIMUM, r"(?:nilai |poin |skor )?(?:minimal|minimum|ambang(?: batas)?|syarat minimal)"),
    (ClaimKind.TARGET, r"target.*"),
    (ClaimKind.GAP, r"selisih(?: target)?|gap|kesenjangan|deviasi"),
    (ClaimKind.CHANGE, r"perubahan|kenaikan|naik turun|kenaikan penurunan|tren|trend|delta"),
    (ClaimKind.PERCENT, r"persen|persentase|prosentase|bagian|share|proporsi|jumlah persen"),
    (ClaimKind.POINTS, r"poin|nilai poin|perolehan poin"),
    (ClaimKind.WEIGHT, r"bobot.*|nilai penimbang|penimbang"),
    (ClaimKind.SUM, (
        r"(?:jumlah|total|sigma|banyaknya|frekuensi|f)(?: (?:nilai|skor|bobot|per unsur|unsur"
        r"|jawaban))*"
    )),
    (
        ClaimKind.INDEX,
        (rf"(?:nilai|rata rata|rerata|mean|nrr|realisasi|skor|indeks|hasil|nilai rata rata"
        rf"|rata rata nilai|skor rata rata){_OF_WHAT}"),
    ),
)  # fmt: skip
"""Kinds by the whole normalised text of a head; the first that fits counts."""
_KINDS: Final = tuple((kind, re.compile(pattern)) for kind, pattern in _WORDS)
_STAR: Final = re.compile(r"(?:bintang|nilai|skor|jawaban|skala)?\s*([1-9])(?:\s+(?:bintang|star))?")
_PERCENT: Final = re.compile(r"%|\bpersen\b", re.IGNORECASE)
_UNIT: Final = re.compile(
    r"\(\s*(?:orang|%|persen|poin|skala[^)]*|n|f|x|\d{1,3}\s*[-–]\s*\d{1,3})\s*\)", re.IGNORECASE
)
_BEFORE: Final = re.compile(
    r"(?i)\b(?:triwulan|tw|semester|tahun|periode|bulan|nilai|hasil|skor|survei|indeks|ikm|skm"
    r"|ipak|ipkp)\s+(?:sebelumnya|lalu)\b"
    r"|^\s*(?:semula|sebelumnya)\s*$"
)
_NOW: Final = re.compile(r"(?i)\b(?:sekarang|saat ini|kini)\b")
_MOST: Final = re.compile(r"(?i)\b(?:maks\w*|tertinggi)\b")
_TOTAL: Final = re.compile(
    r"(?:jumlah|total|keseluruhan|seluruhnya|rata rata|jumlah total|total responden"
    r"|jumlah responden|jumlah total responden)"
)
_PERIOD_HEAD: Final = re.compile(
    r"(?:tahun|periode|triwulan|tw|semester|kuartal|bulan|waktu|tahun survei|periode survei)"
)
_FREE: Final = re.compile(
    r"(?i)\b(?:rencana|tindak|program|kegiatan|tenggat|waktu|jadwal|pic|penanggung|status"
    r"|keterangan|catatan|analisis|temuan"
    r"|rekomendasi|saran|masukan|sumber|diperlukan|asal|kendala|kondisi|isi)\b"
)


@dataclass(frozen=True, slots=True)
class Label:
    """What a head or the start of a row says: a kind of figure, what it is about, and a period.

    ``previous`` tells that it is the figure of the period before the document's, ``most`` that it is the most
    that can be had, ``total`` that it is of all rows.
    """

    kind: ClaimKind | None = None
    item: str | None = None
    index: str | None = None
    star: int | None = None
    period: Period | None = None
    previous: bool = False
    most: bool = False
    total: bool = False

    @property
    def names(self) -> bool:
        """Whether it names something that all respondents are asked for."""
        return any(each is not None for each in (self.kind, self.item, self.index, self.star, self.period))


def label_of(texts: Iterable[str], instrument: Instrument, year: int | None) -> Label:
    """Return what some texts of a head or a row say together; ``year`` completes a quarter without one."""
    kind = item = index = star = period = None
    previous = most = total = False
    for text in texts:
        if not text.strip():
            continue
        plain = normalise(text)
        kind = kind or kind_named(text, instrument)
        item = item or instrument.item_named(text)
        index = index or instrument.index_named(text)
        star = (
            star
            if star is not None
            else star_named(plain, instrument) or _star_behind(text, kind, instrument)
        )
        period = period or period_named(text, year)
        previous = previous or _BEFORE.search(text) is not None
        most = most or _MOST.search(text) is not None
        total = total or _TOTAL.fullmatch(plain) is not None
    return Label(kind, item, index, star, period, previous, most, total)


def kind_named(text: str, instrument: Instrument) -> ClaimKind | None:
    """Return the kind of figure that a head names; its period, index and unit are not part of the kind."""
    if text.strip() in {"%", "(%)"}:
        return ClaimKind.PERCENT
    found = _kind(normalise(text))
    bare = _UNIT.sub(" ", text)
    for name in reversed(names_in(bare)):
        bare = bare[: name.start] + " " + bare[name.end :]
    bare = _NOW.sub(" ", _BEFORE.sub(" ", bare))
    found = found or _kind(normalise(bare))
    if found is None and instrument.index_named(bare) is not None:
        found = _kind(normalise(instrument.without_indices(bare)))
    if found is ClaimKind.CATEGORY and normalise(text).startswith("kualitas"):
        return None if instrument.index_named(text) is not None else found
    if found is ClaimKind.SUM and _PERCENT.search(text):
        return ClaimKind.PERCENT
    return ClaimKind.RESPONDENTS if found is ClaimKind.SUM and "orang" in text.lower() else found


def _kind(plain: str) -> ClaimKind | None:
    return next((kind for kind, pattern in _KINDS if pattern.fullmatch(plain)), None)


def star_named(plain: str, instrument: Instrument) -> int | None:
    """Return the answer's value that a normalised head names: ``bintang 4``, ``4``."""
    found = _STAR.fullmatch(plain)
    if found is None:
        return None
    value = int(found[1])
    scale = instrument.rubric.scale
    return value if scale.lowest <= value <= scale.highest else None


def _star_behind(text: str, kind: ClaimKind | None, instrument: Instrument) -> int | None:
    """Return the value of an answer that a head writes behind its words: ``Sangat Baik (4)``, ``SB (4)``."""
    found = re.fullmatch(r"[A-Za-z ]{1,25}\(([1-9])\)", text.strip())
    return star_named(found[1], instrument) if found and kind is None else None


_BARE_YEAR: Final = re.compile(r"\s*((?:19|20)\d\d)\s*")


def period_named(text: str, year: int | None) -> Period | None:
    """Return the only period that a text names; a quarter or semester without a year is one of ``year``."""
    if bare := _BARE_YEAR.fullmatch(text):
        text = f"tahun {bare[1]}"
    found = {period for _, period in periods_in(text, names_in(text), year)}
    return found.pop() if len(found) == 1 else None


def is_sum(text: str) -> bool:
    """Tell whether a row that begins so is of all rows above it: ``Jumlah``, ``Rata-rata``, ``Nilai IKM``."""
    return (
        re.match(
            r"(?:jumlah|total|rata rata|rerata|nilai|indeks|mutu|keseluruhan|skor|konversi)\b",
            normalise(text),
        )
        is not None
    )


def names_periods(head: str) -> bool:
    """Tell whether a column's head says that its cells are periods."""
    return _PERIOD_HEAD.fullmatch(normalise(head)) is not None


def period_in_column(head: str, cell: str, year: int | None) -> Period | None:
    """Return the period of a cell of such a column: ``2023``, ``III``, ``Oktober``, each with its head."""
    if (found := period_named(cell, year)) is not None:
        return found
    plain = cell.strip().upper().rstrip(".")
    if plain in ROMAN or plain in {"1", "2", "3", "4"}:
        return period_named(f"{head} {plain}", year)
    return period_named(f"{cell} {year}", year) if year else None


def is_free_text(head: str) -> bool:
    """Tell whether a column's head says that its cells are sentences, not labels of the row."""
    return _FREE.search(head) is not None
