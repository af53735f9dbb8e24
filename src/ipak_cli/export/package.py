"""The data dictionary of an export: ``datapackage.json``, as the Data Package standard 2.0 has it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ipak_cli.base.text import escaped
from ipak_cli.export.dictionary import Kind
from ipak_cli.export.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ipak_cli.documents.write import Plain
    from ipak_cli.export.dictionary import Column, FilledTable, Table
    from ipak_cli.report.material import Material

FILE: Final = "datapackage.json"
_PROFILE: Final = "https://datapackage.org/profiles/2.0/"
_DESCRIPTION: Final = (
    "Angka survei yang juga dimuat laporan, sebagai tabel panjang: satu baris satu keterangan. Angka yang "
    "tidak ada dikosongkan, dan alasannya ada di kolom reason; tidak ada yang ditulis 0. Kelompok yang "
    "terlalu kecil tidak dimuat, begitu pula saran dan jawaban per responden."
)
_FIRST: Final = "csv"
"""The format whose tables have plain names; a table of another is ``items-parquet``."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What an export is made from: the material of a period, and its result document with its digest."""

    material: Material
    document: str
    sha256: str


def data_package(
    tables: Sequence[FilledTable],
    files: Mapping[str, Mapping[str, bytes]],
    origins: Sequence[Origin],
    license_name: str | None = None,
) -> bytes:
    """Return the dictionary of ``files``, which are by format and name; the same inputs give the same bytes.

    ``license_name`` is that of a licence as Open Definition names it, such as ``CC-BY-4.0``.
    """
    units = dict.fromkeys(
        name for each in origins if (name := each.material.settings.office.name or each.material.survey.unit)
    )
    periods = [each.material.period.name for each in origins]
    package: dict[str, Plain] = {
        "$schema": f"{_PROFILE}datapackage.json",
        "name": "-".join(("data-survei", *(name.lower() for name in periods)))
        if len(periods) == 1
        else "data-survei",
        "title": f"Data survei {', '.join((*units, *periods))}",
        "description": _DESCRIPTION,
        "contributors": [{"title": unit, "roles": ["publisher"]} for unit in units],
        "licenses": [{"name": license_name}] if license_name else [],
        "sources": [*_sources(origins)],
        "resources": [_resource(filled.table, name, files[name]) for name in files for filled in tables],
    }
    filled = {key: value for key, value in package.items() if value != []}
    return (escaped(json.dumps(filled, ensure_ascii=False, indent=2, allow_nan=False)) + "\n").encode()


def _sources(origins: Sequence[Origin]) -> Iterator[Plain]:
    """Yield the result documents, and what each was counted from."""
    for each in origins:
        survey = each.material.survey
        yield {"title": each.document, "hash": f"sha256:{each.sha256}"}
        rubric = survey.rubric
        yield {"title": f"Rubrik {rubric.id} versi {rubric.version}", "hash": rubric.digest}
        for source in survey.sources:
            place = f"{source.name}, lembar {source.sheet}" if source.sheet else source.name
            yield {"title": place, "hash": f"sha256:{source.sha256}"}


def _resource(table: Table, format_name: str, files: Mapping[str, bytes]) -> Plain:
    made = FORMATS[format_name]
    path = made.file.format(table=table.name)
    encoding: dict[str, Plain] = {"encoding": "utf-8"} if format_name == _FIRST else {}
    dialect: dict[str, Plain] = {"dialect": _sheet(table.name)} if made.has_sheets else {}
    return {
        "name": _named(table.name, format_name),
        "type": "table",
        "title": table.title,
        "description": table.description,
        "path": path,
        "format": format_name,
        "mediatype": made.mediatype,
        **encoding,
        "bytes": len(files[path]),
        "hash": f"sha256:{hashlib.sha256(files[path]).hexdigest()}",
        **dialect,
        "schema": _schema(table, format_name),
    }


def _named(table: str, format_name: str) -> str:
    return table if format_name == _FIRST else f"{table}-{format_name}"


def _sheet(name: str) -> Plain:
    """Say in which sheet a table stands: as the standard does, and as frictionless-py reads it."""
    return {"sheetName": name, "excel": {"sheet": name}}


def _schema(table: Table, format_name: str) -> Plain:
    references: list[Plain] = [
        {
            "fields": [*each.columns],
            "reference": {"resource": _named(each.table, format_name), "fields": [*each.columns]},
        }
        for each in table.references
    ]
    return {
        "$schema": f"{_PROFILE}tableschema.json",
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": [*table.key],
        **({"foreignKeys": references} if references else {}),
    }


def _field(column: Column) -> Plain:
    constraints: dict[str, Plain] = {}
    if column.required:
        constraints["required"] = True
    if column.values:
        constraints["enum"] = [*column.values]
    if column.kind in {Kind.WHOLE, Kind.NUMBER}:
        constraints["minimum"] = 0
    return {
        "name": column.name,
        "type": str(column.kind),
        "title": column.title,
        "description": column.description,
        **({"unit": column.unit} if column.unit else {}),
        **({"constraints": constraints} if constraints else {}),
    }
