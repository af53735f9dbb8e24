"""What suggestions are about, by their words: themes with counts, for texts that are not shown themselves."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from ipak_cli.base.text import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ipak_cli.survey.suggestion_result import Suggestion

SMALLEST: Final = 5
"""Suggestions from which a theme is named; fewer are gathered, as small groups of respondents are."""


class Theme(StrEnum):
    """What a suggestion may be about; a value is what reports call it."""

    TIME = "waktu dan antrean"
    STAFF = "petugas"
    PROCEDURE = "persyaratan dan prosedur"
    COST = "biaya"
    FACILITIES = "sarana dan prasarana"
    INFORMATION = "informasi"
    ONLINE = "layanan daring"
    COMPLAINTS = "pengaduan"
    GENERAL = "pelayanan pada umumnya"
    OTHER = "lainnya"


_WORDS: Final = {
    Theme.TIME: (
        "lama lambat lelet cepat cepet secepatnya dipercepat mempercepat percepat kecepatan tunggu menunggu "
        "nunggu ditunggu antre antri antrean antrian mengantre mengantri waktu jam jadwal tepat telat "
        "terlambat molor buka tutup istirahat hari senin jumat sabtu minggu"
    ),
    Theme.STAFF: (
        "petugas petugasnya pegawai pegawainya staf staff satpam sekuriti operator resepsionis ramah "
        "keramahan sopan kesopanan santun senyum jutek judes galak cuek ketus sikap perilaku sabar melayani "
        "profesional"
    ),
    Theme.PROCEDURE: (
        "syarat persyaratan persyaratannya prosedur prosedurnya alur alurnya berkas dokumen formulir "
        "fotokopi birokrasi ribet berbelit rumit dipermudah mempermudah sederhana disederhanakan tahapan"
    ),
    Theme.COST: (
        "biaya biayanya tarif tarifnya bayar dibayar membayar pembayaran gratis mahal murah pungli pungutan "
        "kuitansi kwitansi uang tunai qris"
    ),
    Theme.FACILITIES: (
        "kursi kursinya bangku meja ruang ruangan ruangannya gedung lantai lift tangga toilet wc parkir "
        "parkiran parkirnya ac kipas panas sejuk dingin gerah bersih kebersihan kotor mushola musala loket "
        "fasilitas fasilitasnya sarana prasarana nyaman kenyamanan difabel disabilitas lansia laktasi "
        "dispenser tv wifi charger colokan taman kantin tempat lampu"
    ),
    Theme.INFORMATION: (
        "informasi info papan pengumuman sosialisasi disosialisasikan petunjuk brosur penjelasan jelas "
        "kejelasan menjelaskan dijelaskan laman website situs medsos instagram materi"
    ),
    Theme.ONLINE: (
        "online daring aplikasi aplikasinya sistem sistemnya web website laman server internet jaringan "
        "error eror login unduh unggah download upload digital whatsapp elektronik"
    ),
    Theme.COMPLAINTS: (
        "pengaduan aduan mengadu diadukan keluhan komplain lapor melapor dilaporkan tanggapan tanggapi "
        "ditanggapi respon respons direspon ditindaklanjuti"
    ),
    Theme.GENERAL: (
        "pelayanan pelayanannya layanan layanannya kualitas mutu baik bagus buruk puas kepuasan memuaskan "
        "kecewa mantap terima terimakasih kasih makasih pertahankan dipertahankan"
    ),
}
_THEMES: Final = {theme: frozenset(words.split()) for theme, words in _WORDS.items()}


@dataclass(frozen=True, slots=True)
class ThemeCount:
    """How many suggestions have words of a theme; ``None`` says fewer than :data:`SMALLEST`."""

    theme: Theme
    count: int | None


def themes_of(text: str) -> tuple[Theme, ...]:
    """Return the themes whose words a text has, or that it has another."""
    words = frozenset(normalise(text).split())
    found = tuple(theme for theme, known in _THEMES.items() if not known.isdisjoint(words))
    return found or (Theme.OTHER,)


def count_themes(suggestions: Iterable[Suggestion]) -> tuple[ThemeCount, ...]:
    """Count the suggestions of each theme, the most frequent first and what remains last.

    One suggestion may have several themes and has at least one. Those whose every theme is too rare to be
    named are counted with the others.
    """
    told = [(themes_of(each.text), each.count) for each in suggestions]
    counts: Counter[Theme] = Counter()
    for themes, count in told:
        counts.update(dict.fromkeys(themes, count))
    named = {theme for theme, count in counts.items() if theme is not Theme.OTHER and count >= SMALLEST}
    rest = sum(count for themes, count in told if named.isdisjoint(themes))
    listed = sorted(named, key=lambda theme: (-counts[theme], theme))
    found = [ThemeCount(theme, counts[theme]) for theme in listed]
    if rest:
        found.append(ThemeCount(Theme.OTHER, rest if rest >= SMALLEST else None))
    return tuple(found)
