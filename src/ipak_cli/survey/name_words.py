"""Words around the names of persons in a respondent's text: titles, roles, and those that are no name."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SALUTATIONS: Final = _words(
    "pak bu bapak ibu bpk bp sdr sdri saudara saudari mas mbak mba kak kakak bang abang kang bunda suster "
    "ustad ustadz ustaz ustadzah bernama"
)
"""Words behind which a name is often written in small letters."""
TITLES: Final = _words(
    "bpk bp sdr sdri ust h hj haji hajah hajjah dr drs dra ir prof tn ny nn nona nyonya tuan teh om tante mr "
    "mrs ms miss yth an n nama"
)
"""Words behind which only capitals tell a name; many are abbreviations and have a full stop."""
ROLES: Final = _words(
    "guru kepala rt rw lurah camat kades dokter dosen satpam kepsek ketua admin operator petugas pegawai "
    "staf saya kabid kasi kadis"
)
"""Words that may stand between a title and a name."""
COMMON: Final = _words(
    "ada adalah agak agar akan alhamdulillah anak anda apa apabila apakah atas atau bagi bagian banget "
    "banyak beberapa belum berikan bidang bila bisa bantu boleh bukan cara cepat coba cukup dalam dan "
    "dapat dari datang dengan depan di dibantu dinas dipercepat harap harus hanya ini itu jadi jangan "
    "jika juga kabupaten kadang kalau kalo kami kantin kantor karena kasih kasir ke kecamatan kerja kita "
    "kota kurang lagi lain lalu lama lebih loket lobi maaf makin malah mereka minta misalnya mohon "
    "mungkin nggak oleh orang pada paling parkir pelayanan pengguna perlu pernah pertahankan pun "
    "puskesmas ramah saat saja salam sama sampai sangat satu sebagai sebaiknya secara sekali sekolah "
    "seksi selaku selalu semangat semoga semua sering serta sini situ sopan sudah supaya tadi tambah tamu "
    "tanpa tapi tata telah terima terimakasih terlalu tersebut terus tetap tidak tolong tu udah unit "
    "untuk usaha wali warga waktu yang yg anonim anonymous hamba allah info responden sd smp sma smk mi "
    "mts tk paud sdn smpn sman smkn email gmail layanan pendidikan"
)
"""Words that are no name, wherever they stand: in a text, or where a form asks for a name."""
