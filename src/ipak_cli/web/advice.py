"""What to do on the page, where the catalogue's advice speaks of options of the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.catalogue.follow_up import SETTINGS_NEWER_THAN_CELL
from ipak_cli.catalogue.indonesian import hint_of

if TYPE_CHECKING:
    from ipak_cli.base.problem import Problem

_LENIENT: Final = (
    "Perbaiki pada berkas asalnya. Bila memang tidak dijawab, pilih “Anggap jawaban yang salah sebagai tidak "
    "diberikan” di bawah: jawaban itu lalu tidak ikut dihitung."
)
_PERIOD: Final = "Isi “Periode” di bawah, lalu tekan “Hitung lagi”."
_ORDER: Final = "Pilih “Urutan tanggal” di bawah, lalu tekan “Hitung lagi”."
_OPTIONS: Final = {"--lenient": _LENIENT, "--period": _PERIOD, "--date-order": _ORDER}
_NEWER: Final = (
    "Bila isian Anda yang benar, tekan “Simpan” sekali lagi. Bila yang lain itu yang benar, "
    "tulis di isian ini."
)


def advice_of(problem: Problem) -> str:
    """Return the advice of a problem in the page's own words, else the catalogue's."""
    if problem.entry == SETTINGS_NEWER_THAN_CELL:
        return _NEWER
    told = hint_of(problem)
    return next((words for option, words in _OPTIONS.items() if option in told), told)
