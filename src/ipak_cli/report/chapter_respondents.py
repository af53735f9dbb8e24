"""Sections of chapter III on the respondents: who they are, what each service got, what they wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import NotScored, grouped_int
from ipak_cli.base.text import capital
from ipak_cli.catalogue.indonesian import say
from ipak_cli.report import recap_words, tables
from ipak_cli.report.format_words import listed
from ipak_cli.report.outline import Paragraph, Prose, Section
from ipak_cli.survey.certainty.against_rest import said_of_groups
from ipak_cli.survey.themes import SMALLEST

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.report.material import Material
    from ipak_cli.report.outline import Block
    from ipak_cli.survey.result import Breakdown
    from ipak_cli.survey.review import Withheld
    from ipak_cli.survey.suggestion_result import Suggestions

SERVICE: Final = "layanan"
"""The code of the profile question on the service that was used."""
_NO_PROFILE: Final = "Ekspor jawaban tidak memuat isian profil responden."
_NO_SERVICE: Final = "Ekspor jawaban tidak memuat isian jenis layanan."


def profile(material: Material) -> Section:
    """Return the section on the respondents' profile: every question but the one on the service."""
    given = [each for each in material.survey.breakdowns if each.code != SERVICE]
    return Section("profil", "Profil Responden", _grouped("profil_responden", given, material, _NO_PROFILE))


def services(material: Material) -> Section:
    """Return the section on the results of each service."""
    given = [each for each in material.survey.breakdowns if each.code == SERVICE]
    blocks = _grouped("hasil_layanan", given, material, _NO_SERVICE)
    return Section("hasil-layanan", "Hasil Menurut Jenis Layanan", blocks)


def _grouped(
    prose: str, breakdowns: Sequence[Breakdown], material: Material, nothing: str
) -> tuple[Block, ...]:
    """Return the groups of these questions, or that the answers name none; a recap tells of none at all."""
    if material.survey.recap:
        return (Paragraph(recap_words.NO_GROUPS),)
    return Prose(prose), *(tuple(_groups(breakdowns, material)) or (Paragraph(nothing),))


def _groups(breakdowns: Sequence[Breakdown], material: Material) -> Iterator[Block]:
    for given in breakdowns:
        if given.groups:
            yield tables.breakdown(given, material)
            differing = (f"{capital(say(said))}." for said in said_of_groups(given))
            yield Paragraph(" ".join((_largest(given), *differing)))
        elif given.reason:
            yield Paragraph(f"{given.name} tidak dirinci: {say(given.reason)}.")


def _largest(given: Breakdown) -> str:
    """Say which of the groups that are shown is the largest, ties included."""
    most = max(group.respondents for group in given.groups)
    largest = [group for group in given.groups if group.respondents == most]
    by, respondents = f"Menurut {given.name.lower()}", f"{grouped_int(most)} responden"
    if len(largest) == len(given.groups) > 1:
        return f"{by}, setiap kelompok yang dirinci beranggotakan {respondents}."
    each = "masing-masing " if len(largest) > 1 else ""
    names = listed(say(group.name) for group in largest)
    return f"{by}, kelompok terbesar yang dirinci adalah {names} ({each}{respondents})."


_SUGGESTIONS: Final = "Saran dan Masukan Responden"


def suggestions(material: Material) -> Section:
    """Return the section on what respondents wrote in their own words."""
    given = material.survey.suggestions
    if isinstance(given, NotScored):
        return Section("saran", _SUGGESTIONS, (Paragraph(recap_words.NO_SUGGESTIONS),))
    table = (tables.suggestions(given),) if given.shown else ()
    counted = Paragraph(" ".join(_counted(given, material.period_word)))
    withheld = tuple(_withheld(material.texts_withheld))
    return Section("saran", _SUGGESTIONS, (Prose("saran"), counted, *table, *withheld))


def _withheld(withheld: Withheld) -> Iterator[Block]:
    """Say how many suggestions are not shown word for word, why, and what they are about."""
    why = (
        (withheld.waiting, "belum ditinjau petugas"),
        (withheld.refused, "sudah ditinjau dan tidak diterbitkan"),
        (withheld.by_rule, "tidak dimuat kata demi kata menurut ketentuan kantor"),
    )
    told = [f"{grouped_int(count)} saran {reason}" for count, reason in why if count]
    if not told:
        return
    if withheld.total < SMALLEST:
        yield Paragraph(f"Sebanyak {listed(told)}; karena sedikit, temanya tidak dirinci.")
        return
    yield Paragraph(f"Sebanyak {listed(told)}; hanya tema dan jumlahnya yang dilaporkan.")
    yield tables.themes(withheld.themes)


def _counted(given: Suggestions, period: str) -> Iterator[str]:
    if not given.given:
        yield f"Tidak ada saran atau masukan yang tertulis pada {period} ini."
        return
    yield f"Ada {grouped_int(given.given)} isian saran atau masukan."
    if given.trivial:
        count = grouped_int(given.trivial)
        yield f"Sebanyak {count} di antaranya tidak memuat saran, misalnya hanya berisi tanda hubung."
    if given.not_shown:
        count = grouped_int(given.not_shown)
        yield f"Sebanyak {count} tidak ditampilkan karena jumlahnya melampaui batas laporan."
    if given.removed:
        yield f"Sebanyak {grouped_int(given.removed)} keterangan pribadi telah dihilangkan dari teksnya."
