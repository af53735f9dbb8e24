"""Words that a line's end or a column's edge cuts, and what is a figure alone."""

from __future__ import annotations

import re
from typing import Final

FIGURE: Final = re.compile(r"[-−–+(]?\d+(?:[.,]\d+)*(?:\s*(?:%|orang|poin|responden|jawaban|pengunjung))?\)?")
"""A cell that holds one figure; the number of a list's item, with its dot, is none."""
_USUAL: Final = frozenset((
    "baik", "biaya", "bobot", "capaian", "cukup", "dinas", "diskriminasi", "gratifikasi", "imbalan",
    "indeks", "indikator", "informasi", "inovasi", "instansi", "interval", "jumlah", "kabupaten",
    "karakteristik", "kategori", "kebijakan", "kecamatan", "kecurangan", "kegiatan", "kelamin",
    "kelurahan", "kenaikan", "kepuasan", "keseluruhan", "kesimpulan", "keterangan", "kinerja",
    "kompetensi", "konsultasi", "konversi", "korupsi", "kualitas", "kurang", "lanjut", "layanan",
    "mahasiswa", "masukan", "masyarakat", "mekanisme", "memenuhi", "memuaskan", "nilai", "pegawai",
    "pekerjaan", "pelajar", "pelaksana", "pelayanan", "penanganan", "penanggung", "pendidikan",
    "pengaduan", "pengunjung", "penurunan", "penyelesaian", "perbaikan", "percaloan", "perempuan",
    "perilaku", "peringkat", "persentase", "persepsi", "persyaratan", "perubahan", "populasi",
    "prasarana", "prima", "prioritas", "produk", "profesionalisme", "program", "prosedur", "pungutan",
    "puskesmas", "realisasi", "rencana", "responden", "sangat", "sarana", "semester", "spesifikasi",
    "swasta", "tarif", "terpenuhi", "tertimbang", "tindak", "triwulan", "unsur", "waktu", "wiraswasta",
))  # fmt: skip
"""Words of the heads and rows of such reports: what their tables cut is known to be one of them."""
_CUT: Final = re.compile(r"([^\W\d_]+)\n+([a-z]+)(?![^\W_])")
_CUT_WORD: Final = re.compile(r"(?<=[^\W\d_][/-])\n+(?=[^\W\d_])|(?<=[^\W\d_]{3})\n+(?=[a-z]\b)")


def one_line(text: str) -> str:
    """Return text of several lines in one, without blanks in words that a line's end cuts.

    Words are cut behind a hyphen or a stroke, or anywhere where a column was too narrow: before their last
    letter, or so that the two parts make a usual word, and are none themselves.
    """
    whole = _CUT.sub(_mended, _CUT_WORD.sub("", text))
    return " ".join(whole.split())


def _mended(cut: re.Match[str]) -> str:
    whole = cut[1] + cut[2]
    return whole if whole.lower() in _USUAL and cut[2] not in _USUAL else cut[0]
