"""The sections of chapter III on the respondents: who they are, what they suggest, how good the data are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.problems import worst_first
from ipak_cli.report import tables_people as tables
from ipak_cli.report.outline import Listing, Paragraph, Prose, Section
from ipak_cli.report.words import capital, listed
from ipak_cli.wording import whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.problems import Problem
    from ipak_cli.report.material import Material
    from ipak_cli.report.outline import Block
    from ipak_cli.survey.result import Breakdown, Source, Suggestions, SurveyResult

SERVICE: Final = "layanan"
"""The code of the profile question on the service that was used."""
_NO_PROFILE: Final = "Ekspor jawaban tidak memuat isian profil responden."
_NO_SERVICE: Final = "Ekspor jawaban tidak memuat isian jenis layanan."


def profile(material: Material) -> Section:
    """Return the section on the respondents' profile: every question but the one on the service."""
    given = [each for each in material.survey.breakdowns if each.code != SERVICE]
    blocks = tuple(_groups(given, material.survey)) or (Paragraph(_NO_PROFILE),)
    return Section("profil", "Profil Responden", (Prose("profil_responden"), *blocks))


def services(material: Material) -> Section:
    """Return the section on the results of each service."""
    given = [each for each in material.survey.breakdowns if each.code == SERVICE]
    blocks = tuple(_groups(given, material.survey)) or (Paragraph(_NO_SERVICE),)
    return Section("hasil-layanan", "Hasil Menurut Jenis Layanan", (Prose("hasil_layanan"), *blocks))


def _groups(breakdowns: Sequence[Breakdown], survey: SurveyResult) -> Iterator[Block]:
    for given in breakdowns:
        if given.groups:
            yield tables.breakdown(given, survey)
            yield Paragraph(_largest(given))
        elif given.reason:
            yield Paragraph(f"{given.name} tidak dirinci: {given.reason}.")


def _largest(given: Breakdown) -> str:
    """Say which of the groups that are shown is the largest, ties included."""
    most = max(group.respondents for group in given.groups)
    largest = [group for group in given.groups if group.respondents == most]
    by, respondents = f"Menurut {given.name.lower()}", f"{whole(most)} responden"
    if len(largest) == len(given.groups) > 1:
        return f"{by}, setiap kelompok yang dirinci beranggotakan {respondents}."
    each = "masing-masing " if len(largest) > 1 else ""
    names = listed(group.name for group in largest)
    return f"{by}, kelompok terbesar yang dirinci adalah {names} ({each}{respondents})."


def suggestions(survey: SurveyResult) -> Section:
    """Return the section on what respondents wrote in their own words."""
    given = survey.suggestions
    table = (tables.suggestions(given),) if given.shown else ()
    counted = Paragraph(" ".join(_counted(given)))
    return Section("saran", "Saran dan Masukan Responden", (Prose("saran"), counted, *table))


def _counted(given: Suggestions) -> Iterator[str]:
    if not given.given:
        yield "Tidak ada saran atau masukan yang tertulis pada triwulan ini."
        return
    yield f"Ada {whole(given.given)} isian saran atau masukan."
    if given.trivial:
        yield f"{whole(given.trivial)} di antaranya tidak memuat saran, misalnya hanya berisi tanda hubung."
    if given.not_shown:
        yield f"{whole(given.not_shown)} tidak ditampilkan karena jumlahnya melampaui batas laporan."
    if given.removed:
        yield f"{whole(given.removed)} keterangan pribadi telah dihilangkan dari teksnya."


def quality(material: Material) -> Section:
    """Return the section on the data's quality: the looks, rows left out or noted, problems found."""
    survey = material.survey
    blocks: list[Block] = [Prose("mutu_data"), tables.quality(survey)]
    if rows := tuple(line for source in survey.sources for line in row_notes(source)):
        blocks += [Paragraph("Baris berikut tidak dihitung, atau patut dilihat."), Listing(rows)]
    if notes := tuple(_noted(found) for found in _by_code(material)):
        blocks += [Paragraph("Hal berikut perlu diketahui ketika membaca hasilnya."), Listing(notes)]
    return Section("mutu-data", "Catatan Mutu Data", tuple(blocks))


def row_notes(source: Source) -> Iterator[str]:
    """Yield a line a kind of rows that a source left out, or that are worth a look."""
    place = f"{source.name}, lembar {source.sheet}" if source.sheet else source.name
    kinds = (("tidak dihitung", source.left_out), ("dihitung tetapi patut dilihat", source.noted))
    for kind, notes in kinds:
        for note in notes:
            yield f"{place}: {whole(note.count)} baris {kind}, yaitu {note.text} (baris {note.rows})"


def _by_code(material: Material) -> Iterator[tuple[Problem, ...]]:
    """Yield what reading the answers and the cross-checks found, a tuple a code, the worst first."""
    found = worst_first((*material.survey.problems, *material.problems))
    for code in dict.fromkeys(each.code for each in found):
        yield tuple(each for each in found if each.code == code)


def _noted(found: tuple[Problem, ...]) -> str:
    """Write one finding, or how many of a kind there are with the first of them."""
    first, count = found[0], len(found)
    place = str(first.where)
    text = f"{first.message} ({place})" if place else first.message
    many = f"{whole(count)} temuan, yang pertama: " if count > 1 else ""
    return f"{first.code} – {capital(many + text)}. {first.hint}"
