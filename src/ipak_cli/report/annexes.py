"""The annexes: questionnaire, answers counted, the office's pictures and documents, sources."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import (
    NOT_SCORED,
    NotScored,
    count,
    decimal,
    ends_of,
    figure,
    grouped_int,
    short,
    weighted_sum,
)
from ipak_cli.base.text import capital
from ipak_cli.catalogue.indonesian import say
from ipak_cli.report.chapter_survey import row_notes
from ipak_cli.report.format_words import listed, said, short_period
from ipak_cli.report.instrument import scales
from ipak_cli.report.item_tables import (
    between_note,
    counts_shown,
    item_mean,
    recap_note,
    value_title,
    values_told,
)
from ipak_cli.report.outline import (
    Cell,
    Details,
    Paragraph,
    Photograph,
    ReportTable,
    Section,
    centred,
    left,
    right,
    row,
)
from ipak_cli.survey.recap import RecapShape
from ipak_cli.survey.tally import gathered

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ipak_cli.base.provenance import RubricRef, Tool
    from ipak_cli.pekppp.result import PekpppResult
    from ipak_cli.report.material import Material
    from ipak_cli.report.outline import Block, Row
    from ipak_cli.survey.result import ItemResult, SurveyResult
    from ipak_cli.survey.tally import Number

_MOST_BOXES: Final = 6
"""Values of a scale, up to which each has a box of its own in the questionnaire."""
_BOX: Final = "□"
_KILOBYTE: Final = 1_000
_MEGABYTE: Final = 1_000_000


def annexes(material: Material) -> tuple[Section, ...]:
    """Return the annexes in their order; where a report comes from is the last of them."""
    return tuple(_annexes(material))


def _annexes(material: Material) -> Iterator[Section]:
    yield Section("lampiran-kuesioner", "Kuesioner", tuple(_questionnaire(material)))
    yield Section("lampiran-rekap", "Rekapitulasi Jawaban", (recap(material),))
    if pictures := material.files.pictures:
        shown = (
            Photograph(f"foto-{n}", each.title, each.loaded.picture)
            for n, each in enumerate(pictures, start=1)
        )
        yield Section("lampiran-foto", "Foto dan Gambar", tuple(shown))
    if material.files.documents:
        yield Section("lampiran-dokumen", "Dokumen Pendukung", (_documents(material),))
    yield Section("asal-usul", "Asal-usul Laporan", (Details(provenance(material)),))


def _questionnaire(material: Material) -> Iterator[Block]:
    """Yield the form as respondents saw it: how to answer, the questions, and what is asked of themselves."""
    words = material.terms.words
    lowest, highest = material.scale
    how = f"{lowest} adalah nilai terendah dan {highest} nilai tertinggi"
    title = f"{material.terms.survey} pada {material.unit}"
    yield Paragraph(f"{title}. Pilih satu nilai untuk setiap {words.item}; {how}.")
    yield questions(material)
    asked = [] if material.survey.recap else [given.name.lower() for given in material.survey.breakdowns]
    suggested = material.survey.suggestions
    told = not isinstance(suggested, NotScored) and suggested.given
    asked += ["saran dan masukan dengan kata-kata sendiri"] if told else []
    if asked:
        yield Paragraph(f"Selain itu ditanyakan: {listed(asked)}.")


def questions(material: Material) -> ReportTable:
    """Return the questionnaire as it was asked, with a box to tick for each value of the scale."""
    lowest, highest = material.scale
    ends, note = scales(material)
    values = tuple(map(str, range(lowest, highest + 1)))
    ticked = len(values) <= _MOST_BOXES
    told = not ticked or len({*ends}) > 1
    boxes = (_BOX,) * len(values) if ticked else ()
    asked_as = material.survey.decisions.columns
    rows = tuple(
        (
            Cell((str(n),)),
            Cell((item.code,), head=True),
            _asked(item, asked_as),
            *row(item.index, *((scale,) if told else ()), *boxes, head=None),
        )
        for n, (item, scale) in enumerate(zip(material.survey.items, ends, strict=True), start=1)
    )
    asked = capital(material.terms.words.asked)
    named = ("Kode", asked, "Indeks", *(("Skala",) if told else ()))
    columns = (*right("No"), *left(*named), *centred(*(values if ticked else ())))
    return ReportTable("tabel-kuesioner", f"{asked}, indeks, dan pilihan jawaban", columns, rows, note)


def _asked(item: ItemResult, asked_as: Mapping[str, tuple[str, ...]]) -> Cell:
    """Return an item's questions: the office's own heads where they are words, else the rubric's sentence."""
    own = asked_as.get(item.code, ())
    return Cell(own if own and all(len(head.split()) > 1 for head in own) else (item.text,))


def recap(material: Material) -> ReportTable:
    """Return how often each answer was given to each item, what was left blank, and what that sums up to."""
    survey = material.survey
    totals = survey.recap is RecapShape.TOTALS
    values = material.answer_values if totals else values_told(material)
    rows = [*(_of_indices(material) if totals else _of_items(material, values))]
    rows.append(
        row(
            "Jumlah", *map(count, _together(material, values)), _told(survey.missing),
            _told(survey.answers), _sum(_total(survey)), said(survey.combined.pooled),
        )
    )  # fmt: skip
    words = material.terms.words
    heads = (*map(value_title, values), "Kosong", "Jawaban", "Jumlah nilai", words.mean_column)
    columns = (*left("Indeks" if totals else words.columns[0]), *right(*heads))
    turned = [item.code for item in survey.items if _is_turned(item)]
    told = f"Nilai {words.item} {listed(turned)} dibalik sebelum dijumlahkan." if turned else ""
    note = f"{told}{between_note(material)}".strip() or recap_note(material)
    caption = f"Rekapitulasi jawaban setiap {'indeks' if totals else words.item}"
    return ReportTable("tabel-rekap", caption, columns, tuple(rows), note)


def _of_items(material: Material, values: Sequence[str]) -> Iterator[Row]:
    for item in material.survey.items:
        counts = counts_shown(item.counts, values)
        missing, answers = count(item.missing), count(item.n)
        yield row(item.code, *counts, missing, answers, _sum(item.sum), item_mean(material, item))


def _of_indices(material: Material) -> Iterator[Row]:
    """Yield the answers of each index that a recap of totals tells."""
    values = material.answer_values
    for code, index in material.survey.indices.items():
        if index.distribution is not None:
            counts = [index.distribution[value].count for value in values]
            answers = sum(number for number in counts if isinstance(number, int))
            mean = figure(index.mean)
            yield row(code, *map(count, counts), NOT_SCORED, grouped_int(answers), NOT_SCORED, mean)


def _together(material: Material, values: Sequence[str]) -> Iterator[int | NotScored]:
    """Yield how often each value was given to all items."""
    shares = gathered(material.survey.distribution)
    for value in values:
        yield shares[value].count if value in shares else 0


def _told(number: int | NotScored | None) -> str:
    return NOT_SCORED if number is None else count(number)


def _total(survey: SurveyResult) -> Number | NotScored:
    """Return the sum of all answers, or of the lowest and the highest that they can be."""
    sums = [item.sum if isinstance(item.sum, NotScored) else Fraction(item.sum) for item in survey.items]
    return weighted_sum((each, Fraction(1)) for each in sums)


def _sum(value: Number | NotScored) -> str:
    """Write a sum: whole, or with decimals where an item is the mean of several columns."""
    ends = ends_of(value)
    if ends is None:
        return NOT_SCORED
    low, high = (grouped_int(end.numerator) if end.denominator == 1 else short(end) for end in ends)
    return low if low == high else f"{low}–{high}"


def _is_turned(item: ItemResult) -> bool:
    """Tell whether an item's answers were turned round; of a recap without counts it is not known."""
    if isinstance(item.counts, NotScored):
        return False
    return sum(Fraction(value) * number for value, number in item.counts.items()) != item.sum


def _documents(material: Material) -> Details:
    """Return the documents by their titles, each with what tells whether a copy is the same."""
    return Details(
        tuple(
            (each.title, f"{each.name}, {_size(each.size)}, SHA-256 {each.sha256}")
            for each in material.files.documents
        )
    )


def _size(size: int) -> str:
    """Write how large a file is: ``812 byte``, ``34 kB``, ``2,5 MB``."""
    if size < _KILOBYTE:
        return f"{size} byte"
    if size < _MEGABYTE:
        return f"{decimal(Fraction(size, _KILOBYTE), 0)} kB"
    return f"{decimal(Fraction(size, _MEGABYTE), 1)} MB"


def provenance(material: Material) -> tuple[tuple[str, str], ...]:
    """Return pairs of a name and a text; nothing of it depends on the machine or the day."""
    pekppp = _pekppp_sources(material.pekppp) if material.pekppp else ()
    return (*_survey_sources(material.survey), *_compared_sources(material), *pekppp)


def _survey_sources(survey: SurveyResult) -> Iterator[tuple[str, str]]:
    yield "Rubrik survei", _rubric(survey.rubric)
    yield "Program penghitung survei", _tool(survey.tool)
    for source in survey.sources:
        sheet = f", lembar {source.sheet}" if source.sheet else ""
        what = "baris rekap" if source.recap else "jawaban"
        yield (
            "Masukan survei",
            f"{source.name}{sheet}: {grouped_int(source.rows)} {what}, SHA-256 {source.sha256}",
        )
    for source in survey.sources:
        for line in row_notes(source):
            yield "Baris yang disisihkan atau dicatat", line


def _compared_sources(material: Material) -> Iterator[tuple[str, str]]:
    for past in material.scored[:-1]:
        if past.survey:
            files = "; ".join(f"{source.name}, SHA-256 {source.sha256}" for source in past.survey.sources)
            yield f"Hasil {short_period(past.period)}", f"rubrik {_rubric(past.survey.rubric)}; {files}"


def _pekppp_sources(result: PekpppResult) -> Iterator[tuple[str, str]]:
    yield "Rubrik PEKPPP", _rubric(result.rubric)
    yield "Program penghitung PEKPPP", _tool(result.tool)
    for source in result.sources:
        yield "Masukan PEKPPP", f"{source.name}, SHA-256 {source.sha256}"
    if users := result.users:
        yield "Masukan F-03", f"{users.source.name}: {say(users.told)}, SHA-256 {users.source.sha256}"


def _rubric(rubric: RubricRef) -> str:
    return f"{rubric.id} versi {rubric.version}, SHA-256 {rubric.digest.removeprefix('sha256:')}"


def _tool(tool: Tool) -> str:
    return f"{tool.name} {tool.version}"
