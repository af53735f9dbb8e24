"""The sentences of the shipped questionnaire in plain words: a notice board has room for a few."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

PLAIN_WORDS: Final = MappingProxyType({
    "Tidak ada diskriminasi pelayanan pada unit kerja ini": "Pelayanan tanpa diskriminasi",
    "Tidak ada pelayanan diluar prosedur/kecurangan pelayanan pada unit layanan ini": "Pelayanan sesuai prosedur",  # noqa: E501 (data, word for word)
    "Tidak ada penerimaan imbalan uang/barang/fasilitas diluar ketentuan yang berlaku pada unit layanan ini":
        "Tanpa imbalan di luar ketentuan",
    "Tidak ada percaloan/perantara tidak resmi pada unit layanan ini": "Tanpa calo",
    "Tidak ada pungutan liar (pungli) pada unit layanan ini": "Tanpa pungutan liar",
    "Informasi pelayanan pada unit layanan ini tersedia melalui media elektronik maupun non elektronik":
        "Ketersediaan informasi",
    "Jangka waktu penyelesaian pelayanan yang diterima Bapak/Ibu sesuai dengan yang ditetapkan unit layanan ini":  # noqa: E501 (data, word for word)
        "Ketepatan waktu pelayanan",
    "Layanan konsultasi dan pengaduan yang disediakan unit layanan ini mudah digunakan/diakses":
        "Layanan konsultasi dan pengaduan",
    "Perilaku petugas dalam pelayanan terkait kesopanan dan keramahan sudah baik":
        "Kesopanan dan keramahan petugas",
    "Persyaratan pelayanan yang diinformasikan sesuai dengan persyaratan yang ditetapkan unit layanan":
        "Kesesuaian persyaratan",
    "Petugas pelayanan/sistem pelayanan online pada unit layanan ini merespon keperluan Bapak/Ibu dengan cepat":  # noqa: E501 (data, word for word)
        "Kecepatan tanggapan",
    "Prosedur/Alur pelayanan yang ditetapkan unit layanan ini mudah diikuti/dilakukan": "Kemudahan prosedur",
    "Sarana prasarana pendukung pelayanan/sistem pelayanan online yang disediakan unit layanan ini memberikan "  # noqa: E501 (data, word for word)
    "kenyamanan/mudah digunakan": "Sarana dan prasarana",
    "Tarif/biaya pelayanan yang dibayarkan pada unit layanan ini sesuai dengan tarif/biaya yang ditetapkan":
        "Kesesuaian biaya",
})  # fmt: skip
"""By the sentence, so that a rubric of an office that asks the same gets them too.

The names of the elements would not do: "Pungutan Liar" among the best reads as its contrary.
"""
