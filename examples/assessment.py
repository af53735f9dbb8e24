"""What the invented office answers in its self-assessment, and the evidence that it keeps.

An answer is one sign a fact, in the rubric's order: ``y`` and ``t`` for yes (ya) and no (tidak), the place of
the chosen word among a choice's words (0 is the worst), ``=`` before a number, ``@`` before a date.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Row:
    """An indicator: the level that the office claims, the answers to its facts, its evidence, a remark."""

    claim: int
    answers: str
    evidence: tuple[str, ...] = ()
    note: str | None = None


ROWS: Final = {
    1: Row(
        4, "2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 0",
        ("01/sk-standar-pelayanan.txt", "01/berita-acara-penyusunan.txt"), "Monev dijadwalkan bulan Maret.",
    ),
    2: Row(3, "y y y t t", ("01/berita-acara-penyusunan.txt", "02/daftar-hadir.txt")),
    3: Row(5, "2 2 2 2 0 0 2", ("03/foto-media.txt", "https://sippn.menpan.go.id")),
    4: Row(5, "2 2 2", ("04/reviu-standar-pelayanan.txt",)),
    # Published electronically only: the instrument does not say which level that is.
    5: Row(3, "y y y y y t y", ("05/maklumat-pelayanan.txt",)),
    # The last answer contradicts 8 and 9, where everything was followed up.
    6: Row(4, "y y y y y t", ("06/laporan-skm.txt",)),
    7: Row(3, "y y y t t t t", ("06/laporan-skm.txt",)),
    # The report was never put into the folder.
    8: Row(5, "y =8 =8 y", ("08/laporan-tindak-lanjut.pdf",)),
    9: Row(4, "@2024-07-15 @2024-10-15 =8 =8", ("06/laporan-skm.txt",)),
    10: Row(3, "y y y t t t", ("10/sk-jam-pelayanan.txt",)),
    # Claimed one level too high: only three of the four further elements are there.
    11: Row(5, "y y y y t", ("11/kode-etik.txt",)),
    12: Row(3, "y y t t y t", ("12/foto-kegiatan.txt",)),
    13: Row(4, "y y y y t t t t", ("13/sk-penghargaan.txt",)),
    14: Row(5, "y y y y y", ("14/foto-seragam.txt",)),
    15: Row(3, "y y y y t t t t t", ("15/foto-parkir.txt",)),
    16: Row(4, "y y y y y t t y t t", ("16/foto-ruang-tunggu.txt",)),
    17: Row(4, "y y y y y t t", ("17/foto-toilet.txt",)),
    18: Row(3, "y y y t t t y y t y t t y t", ("18/foto-kelompok-rentan.txt",)),
    19: Row(5, "y y y t y t y t t", ("19/foto-sarana.txt",)),
    20: Row(4, "y y y t y y", ("20/foto-front-office.txt",)),
    # Not all services are entered yet: the highest step that is wholly met counts.
    21: Row(4, "y y y y y y 1", ("21/tangkapan-layar.txt",)),
    22: Row(3, "y y t y t t", ("22/tangkapan-layar.txt",)),
    23: Row(3, "y y y y t t", ("23/tangkapan-layar.txt",)),
    24: Row(3, "7 t", ("24/unggahan.txt",)),
    25: Row(4, "y y t y t y y", ("25/foto-sarana-pengaduan.txt",)),
    26: Row(3, "1 y y", ("25/foto-sarana-pengaduan.txt",)),
    27: Row(2, "y y y t y t", ("27/rekap-pengaduan.txt",)),
    28: Row(4, "=12 =10 =0 =0", ("27/rekap-pengaduan.txt",)),
    29: Row(3, "4 t t", ("29/profil-inovasi.txt",)),
    30: Row(4, "2 y y t", ("30/sk-inovasi.txt",)),
}  # fmt: skip

NOT_THERE: Final = "08/laporan-tindak-lanjut.pdf"

TITLES: Final = {
    "01/sk-standar-pelayanan.txt": "Keputusan Kepala Balai tentang Standar Pelayanan",
    "01/berita-acara-penyusunan.txt": "Berita acara penyusunan Standar Pelayanan bersama masyarakat",
    "02/daftar-hadir.txt": "Daftar hadir forum konsultasi publik",
    "03/foto-media.txt": "Foto media publikasi Standar Pelayanan",
    "04/reviu-standar-pelayanan.txt": "Reviu Standar Pelayanan tahun 2023 dan 2024",
    "05/maklumat-pelayanan.txt": "Maklumat Pelayanan",
    "06/laporan-skm.txt": "Laporan Survei Kepuasan Masyarakat tahun 2024",
    "10/sk-jam-pelayanan.txt": "Keputusan tentang jam pelayanan",
    "11/kode-etik.txt": "Kode etik dan kode perilaku pelaksana pelayanan",
    "12/foto-kegiatan.txt": "Foto kegiatan peningkatan motivasi pegawai",
    "13/sk-penghargaan.txt": "Keputusan tentang kriteria penghargaan pegawai",
    "14/foto-seragam.txt": "Foto petugas dengan seragam dan tanda pengenal",
    "15/foto-parkir.txt": "Foto tempat parkir",
    "16/foto-ruang-tunggu.txt": "Foto ruang tunggu",
    "17/foto-toilet.txt": "Foto toilet pengguna layanan",
    "18/foto-kelompok-rentan.txt": "Foto sarana bagi kelompok rentan",
    "19/foto-sarana.txt": "Foto sarana penunjang",
    "20/foto-front-office.txt": "Foto front office informasi",
    "21/tangkapan-layar.txt": "Tangkapan layar situs informasi pelayanan",
    "22/tangkapan-layar.txt": "Tangkapan layar sistem pendukung pelayanan",
    "23/tangkapan-layar.txt": "Tangkapan layar situs pada komputer dan ponsel",
    "24/unggahan.txt": "Daftar unggahan bulanan",
    "25/foto-sarana-pengaduan.txt": "Foto sarana konsultasi dan pengaduan",
    "27/rekap-pengaduan.txt": "Rekap konsultasi dan pengaduan tahun 2024",
    "29/profil-inovasi.txt": "Profil inovasi pelayanan",
    "30/sk-inovasi.txt": "Keputusan tentang pengelola inovasi",
}
