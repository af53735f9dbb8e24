"""What the example's people write under "Saran/masukan": mostly nothing, sometimes more than they should."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from people import one_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

PRAISE: Final = (
    "Sudah baik, pertahankan.",
    "Sudah baik, pertahankan.",
    "Sudah bagus",
    "Terima kasih, petugasnya ramah dan sabar menjelaskan.",
    "Pertahankan pelayanan yang cepat seperti ini.",
    "Tidak ada",
    "-",
    "semoga makin maju 👍",
    "Pelayanan cepat, tidak berbelit-belit. Semoga pelatihan diadakan lebih sering.",
    "Alhamdulillah urusan selesai hari itu juga.",
)
WISHES: Final = (
    "Jadwal pelatihan mohon diumumkan paling lambat seminggu sebelumnya.",
    "Kursi di ruang tunggu ditambah, terutama hari Senin.",
    "Balasan pesan sebaiknya jangan lewat dari satu hari kerja.",
    "Informasi persyaratan di laman belum sama dengan yang di brosur.",
    "Ruang tunggu panas | AC mati",
    "- tambah colokan listrik\n- air minum",
    "Mohon ada petunjuk langkah demi langkah untuk mengisi data sekolah.",
    "Tautan unduhan formulir sering tidak bisa dibuka.",
    "Perlu antrean daring supaya sekolah yang jauh tidak menunggu lama.",
    "Petugas perlu ditambah saat jam istirahat.",
    "Akan lebih baik kalau papan alur layanan dipasang di pintu masuk.",
    "NA",
)
COMPLAINT: Final = (
    "Sudah tiga kali datang, syaratnya berubah terus dan tidak ada kejelasan kapan selesai. "
    "Pengaduan saya juga belum dijawab. Tolong ditindaklanjuti."
)
PERSONAL: Final = (  # one a period; the numbers and addresses belong to nobody
    "Surat saya belum jadi, tolong kabari ke 0810-0000-4471 ya.",
    "Undangan bimtek kirim ke tu.sekolah@contoh.example saja, jangan lewat grup.",
    "Bisa minta materi pelatihan? WA +62 810 0000 3926 atau laras.telaga@contoh.example",
    "Mohon dihubungi di 081000005518 untuk jadwal pendampingan berikutnya.",
)


def comments_for(rows: Sequence[Sequence[int]], number: int, random: Random) -> list[str | None]:
    """Return one comment, or none, a respondent of period ``number``, fitting the answers given."""
    comments = [_comment(row, random) for row in rows]
    content = [person for person, row in enumerate(rows) if not {1, 2} & set(row)]
    comments[one_of(content, random)] = PERSONAL[number - 1]
    return comments


def _comment(row: Sequence[int], random: Random) -> str | None:
    if row.count(1) > 1:
        return COMPLAINT
    critical = set(row) != {4}
    if random.random() > (0.6 if critical else 0.35):
        return None
    return one_of((*WISHES, *WISHES, *PRAISE) if critical else PRAISE, random)
