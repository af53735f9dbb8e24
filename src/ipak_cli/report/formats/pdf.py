"""The report as PDF on A4: what the model says, as data for the typesetter's template."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, assert_never

from typst import TypstError

from ipak_cli.base.problem import ProblemsFoundError, problem
from ipak_cli.catalogue.report import NOT_TYPESET
from ipak_cli.report.formats.paper import (
    LETTERS_OF_A_WHOLE_ROW,
    LONGEST_WORD,
    MANY_COLUMNS,
    chart_width,
    column_widths,
    letters_of_lines,
    logo_height,
    photograph_width,
    stands_on_one_page,
)
from ipak_cli.report.layout import DRAFT, FRONT
from ipak_cli.report.outline import (
    Cell,
    Details,
    Figure,
    Listing,
    Paragraph,
    Photograph,
    Prose,
    Reference,
    ReportTable,
    figures_of,
    parts_of,
    pictures_of,
)
from ipak_cli.report.prose import tidy
from ipak_cli.report.typeset import set_pdf, unprintable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ipak_cli.report.numbering import NumberedReport, Numbering
    from ipak_cli.report.outline import (
        Block,
        Chapter,
        Cover,
        Person,
        Picture,
        RunningText,
        Section,
        Signature,
    )
    from ipak_cli.report.templates import OwnTemplates

_NO_SIGN: Final = "□"
"""What stands for a sign that the letters of the PDF lack."""


def render(report: NumberedReport, own: OwnTemplates) -> Mapping[str, bytes]:  # noqa: ARG001 (an office has no templates of this format)
    """Return the document by its file name; ``□`` stands for a sign that its letters lack.

    Raises ``ProblemsFoundError`` where the typesetter refuses it.
    """
    drawn = {each.chart.file_name: each.chart.wide.svg for each in figures_of(report.report)}
    given = {each.file_name: report.pictures[each.file_name] for each in pictures_of(report.report)}
    dots = {name: content for name, content in given.items() if not name.endswith(".svg")}
    drawn |= {name: content.decode("utf-8-sig") for name, content in given.items() if name not in dots}
    text = json.dumps(_report(report), ensure_ascii=False)
    signs = dict.fromkeys(map(ord, unprintable((text, *drawn.values()))), _NO_SIGN)
    name = f"{report.report.extent}.pdf"
    files = {"laporan.json": text, **drawn}
    encoded = {name: each.translate(signs).encode() for name, each in files.items()}
    try:
        return {name: set_pdf("laporan.typ", encoded, report.report.day, dots)}
    except TypstError as fault:
        raise ProblemsFoundError([problem(NOT_TYPESET, file=name, reason=fault)]) from None


def _report(numbered: NumberedReport) -> dict[str, object]:
    report, numbering = numbered.report, numbered.numbering
    title = f"{report.cover.title}, {report.cover.period}"
    return {
        "extent": report.extent,
        "title": tidy(title),
        "running": tidy(f"{title} – {report.cover.unit}"),
        "date": (report.day.year, report.day.month, report.day.day),
        "draft": DRAFT if report.draft else None,
        "longest_word": LONGEST_WORD,
        "whole_row": LETTERS_OF_A_WHOLE_ROW,
        "front": dict(FRONT),
        "cover": _cover(report.cover),
        "roles": [tidy(role.line) for role in report.roles],
        "preface": _blocks(report.preface, numbering),
        "summary": _blocks(report.summary, numbering),
        "chapters": [_chapter(each, numbering) for each in report.chapters],
        "signature": _signature(report.signature),
        "annexes": [_section(each, numbering) for each in report.annexes],
    }


def _cover(cover: Cover) -> dict[str, object]:
    return {
        "logos": [_picture(each) for each in cover.logos],
        "logo_height": logo_height(cover.logos),
        "title": tidy(cover.title),
        "period": tidy(cover.period),
        "unit": tidy(cover.unit),
        "parent": _optional(cover.parent),
        "address": _optional(cover.address),
    }


def _signature(signature: Signature) -> dict[str, object]:
    person = signature.person
    return {
        "place_and_date": tidy(signature.place_and_date),
        "person": None if person is None else _person(person),
    }


def _person(person: Person) -> dict[str, str | None]:
    return {"name": tidy(person.name), "position": _optional(person.position), "nip": _optional(person.nip)}


def _chapter(chapter: Chapter, numbering: Numbering) -> dict[str, object]:
    sections = [_section(each, numbering) for each in chapter.sections]
    return {**_titled(chapter, numbering), "sections": sections}


def _section(section: Section, numbering: Numbering) -> dict[str, object]:
    return {**_titled(section, numbering), "blocks": _blocks(section.blocks, numbering)}


def _titled(part: Chapter | Section, numbering: Numbering) -> dict[str, str]:
    return {"key": part.key, "label": numbering.label(part.key), "title": tidy(part.title)}


def _blocks(blocks: Iterable[Block], numbering: Numbering) -> list[dict[str, object]]:
    return [_block(block, numbering) for block in blocks]


def _block(block: Block, numbering: Numbering) -> dict[str, object]:
    match block:
        case Paragraph(text):
            return {"kind": "paragraf", "text": _running(text)}
        case Listing(items, ordered):
            return {"kind": "daftar", "items": list(map(_running, items)), "ordered": ordered}
        case ReportTable():
            return _table(block, numbering.label(block.key))
        case Figure():
            return _figure(block, numbering.label(block.key))
        case Photograph():
            return _photograph(block, numbering.label(block.key))
        case Details(pairs):
            return {"kind": "keterangan", "pairs": [(tidy(name), tidy(text)) for name, text in pairs]}
        case Prose():
            raise ValueError(f"the prose of {block.name} has not been read")
        case _:
            assert_never(block)


def _running(text: RunningText) -> list[str | dict[str, str]]:
    return [
        {"key": part.key, "text": tidy(part.text)} if isinstance(part, Reference) else tidy(part)
        for part in parts_of(text)
    ]


def _table(table: ReportTable, label: str) -> dict[str, object]:
    widths = column_widths(table)
    columns = [
        {"title": tidy(column.title), "align": column.align, "width": width, "letters": letters}
        for column, width, letters in zip(table.columns, widths, letters_of_lines(table, widths), strict=True)
    ]
    return {
        "kind": "tabel",
        "key": table.key,
        "label": label,
        "caption": tidy(table.caption),
        "columns": columns,
        "rows": [[_cell(cell) for cell in row] for row in table.rows],
        "note": _optional(table.note),
        "whole": stands_on_one_page(table),
        "small": len(table.columns) > MANY_COLUMNS,
    }


def _cell(cell: Cell) -> dict[str, object]:
    return {"texts": [tidy(text) for text in cell.texts] or [""], "head": cell.head}


def _figure(figure: Figure, label: str) -> dict[str, object]:
    chart = figure.chart
    return {
        "kind": "gambar",
        "key": figure.key,
        "label": label,
        "caption": tidy(figure.caption),
        "file": chart.file_name,
        "alt": tidy(chart.words),
        "width": chart_width(chart.wide),
    }


def _photograph(given: Photograph, label: str) -> dict[str, object]:
    return {
        "kind": "gambar",
        "key": given.key,
        "label": label,
        "caption": tidy(given.caption),
        **_picture(given.picture),
        "width": photograph_width(given.picture),
    }


def _picture(picture: Picture) -> dict[str, str]:
    return {"file": picture.file_name, "alt": tidy(picture.alt)}


def _optional(text: str | None) -> str | None:
    return None if text is None else tidy(text)
