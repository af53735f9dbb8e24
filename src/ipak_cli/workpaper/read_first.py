"""What the first sheet of a survey's workpaper says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.base.provenance import spoken
from ipak_cli.base.text import capital
from ipak_cli.workpaper.cells import NONE, Cell
from ipak_cli.workpaper.opening import COLOURS, STEPS, Opening
from ipak_cli.workpaper.reliability import products_told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.workpaper.paper import Paper

_WITH_ANSWERS: Final = (
    "Kertas kerja ini memuat lembar Jawaban, sehingga semua angka dihitung mulai dari jawaban setiap "
    "responden. Baris diurutkan menurut jawabannya, supaya urutan mengisi tidak menunjuk kepada seseorang; "
    "nama, tulisan, waktu, dan kelompok responden tidak ada di dalamnya. Untuk mencocokkan dengan berkas "
    "asal, urutkan kolom jawaban pada berkas itu dengan cara yang sama. Kertas kerja ini untuk pemeriksa, "
    "bukan untuk diedarkan; untuk diedarkan, buat yang mulai dari cacahan dengan pilihan --tanpa-jawaban."
)
_WITH_COUNTS: Final = (
    "Kertas kerja ini tidak memuat lembar Jawaban: semua angka dihitung mulai dari banyaknya jawaban "
    "setiap nilai menurut dokumen hasil, yang ditulis pada sel kuning di lembar Hitung. Dengan begitu "
    "kertas kerja ini dapat diedarkan bersama laporan. Kertas kerja yang mulai dari jawaban setiap "
    "responden dibuat dari berkas asalnya: ipak score BERKAS --xlsx KERTAS-KERJA.xlsx."
)
_SORTED: Final = "Bandingkan lembar Jawaban dengan berkas asal yang kolom jawabannya sudah diurutkan."


def opening_of(paper: Paper) -> Opening:
    """Return what the sheet says of a survey."""
    survey = paper.survey
    period = capital(spoken(survey.period)) if survey.period.name else "periode tidak disebut"
    return Opening(
        subject=f"{paper.terms.survey}, {period}. {survey.unit or 'Unit tidak disebut'}.",
        contents=[*_contents(paper)],
        steps=STEPS if paper.answers is None else (*STEPS, _SORTED),
        heads=("Berkas", "Lembar", "Responden", "Sidik SHA-256"),
        sources=[(each.name, each.sheet or NONE, Cell(each.rows), each.sha256) for each in survey.sources],
        made_by=[*_made_by(paper)],
    )


def _contents(paper: Paper) -> Iterator[str]:
    yield _WITH_COUNTS if paper.answers is None else _WITH_ANSWERS
    yield COLOURS
    hidden = sum(each.hidden_groups for each in paper.survey.breakdowns)
    if hidden:
        yield (
            f"Sebanyak {hidden} kelompok responden tidak dirinci sendiri, sebab terlalu kecil, atau sebab "
            f"kelompok yang kurang dari {paper.rubric.smallest_group} orang dapat dihitung dari selisihnya."
        )
    unchecked = "isian yang sama, responden yang mengisi lagi, baris percobaan, dan waktu mengisi"
    yield f"Tidak dihitung ulang di sini, sebab memerlukan berkas asal: pemeriksaan mutu data ({unchecked})."
    withheld = [code for code in paper.survey.indices if code not in products_told(paper)]
    if withheld:
        yield (
            f"Konsistensi internal {', '.join(withheld)} tidak dihitung ulang: responden yang tidak "
            f"menjawab semua butir kurang dari {paper.rubric.smallest_group} orang, dan jawabannya dapat "
            "dihitung dari selisihnya."
        )


def _made_by(paper: Paper) -> Iterator[tuple[str, str]]:
    survey, rubric = paper.survey, paper.rubric
    yield "Rubrik", f"{rubric.title} ({survey.rubric.id} versi {survey.rubric.version})"
    yield "Sidik rubrik", survey.rubric.digest
    yield "Sumber rubrik", rubric.source
    if survey.zi:
        yield "Zona Integritas", survey.zi.regulation
    yield "Dihitung dengan", f"{survey.tool.name} {survey.tool.version}"
    yield "Dokumen hasil", survey.schema
