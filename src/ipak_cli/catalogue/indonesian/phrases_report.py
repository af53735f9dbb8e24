"""The sentences of ``catalogue.phrases_report``."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue import phrases_report as p

SENTENCES: Final = {
    p.NO_RESULT_FOR_QUARTER: "tidak ada hasil untuk triwulan ini",
    p.FIRST_QUARTER: "triwulan pertama",
    p.NO_FIGURE_BEFORE: "triwulan sebelumnya tanpa nilai",
}
