"""The sentences of ``catalogue.phrases_pekppp``."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue import phrases_pekppp as p

SENTENCES: Final = {
    p.NO_LEVEL: "indikator {no} belum dinilai",
    p.F03_NOT_GIVEN: "nilai F-03 dari pengguna layanan tidak diberikan",
    p.F03_CELLS_MERGED: "sel jawaban F-03 digabung",
    p.F03_SEVERAL_SHEETS: "lebih dari satu lembar berisi jawaban F-03",
    p.F03_NO_ANSWERS: "berkas F-03 tidak memuat jawaban",
    p.F03_NEEDS_MENDING: "berkas jawaban F-03 perlu diperbaiki",
}
