"""``ipak schema``: the JSON Schema of the documents that other programs read."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class DocumentKind(StrEnum):
    """The kinds of document that have a schema."""

    SURVEY = "survey"
    PEKPPP = "pekppp"
    REPORT = "report"


def schema(
    kind: Annotated[
        DocumentKind,
        typer.Argument(metavar="DOKUMEN", help="Dokumen survey.json, pekppp.json, atau report --json."),
    ],
) -> None:
    """Cetak skema JSON dokumen hasil, untuk program lain yang membacanya."""
    typer.echo(text_of(kind), nl=False)


def text_of(kind: DocumentKind) -> str:
    """Return the JSON Schema of a kind of document, as it is committed in ``documents/schemas``."""
    from ipak_cli.documents.schema import schema_text

    if kind is DocumentKind.SURVEY:
        from ipak_cli.survey.result import SCHEMA, SurveyResult

        return schema_text(SurveyResult, SCHEMA)
    if kind is DocumentKind.PEKPPP:
        from ipak_cli.pekppp.result import SCHEMA as PEKPPP_SCHEMA
        from ipak_cli.pekppp.result import PekpppResult

        return schema_text(PekpppResult, PEKPPP_SCHEMA)
    from ipak_cli.jobs.report import SCHEMA as REPORT_SCHEMA
    from ipak_cli.jobs.report import ReportMade

    return schema_text(ReportMade, REPORT_SCHEMA)
