"""Where a report comes from: rubrics, inputs with their digests, the program, the quarters compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.report.chapters_people import row_notes
from ipak_cli.report.words import short_quarter
from ipak_cli.wording import whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.origin import RubricRef, Tool
    from ipak_cli.pekppp.result import PekpppResult
    from ipak_cli.report.material import Material
    from ipak_cli.survey.result import SurveyResult


def provenance(material: Material) -> tuple[tuple[str, str], ...]:
    """Return pairs of a name and a text; nothing of it depends on the machine or the day."""
    pekppp = _pekppp(material.pekppp) if material.pekppp else ()
    return (*_survey(material.survey), *_compared(material), *pekppp)


def _survey(survey: SurveyResult) -> Iterator[tuple[str, str]]:
    yield "Rubrik survei", _rubric(survey.rubric)
    yield "Program penghitung survei", _tool(survey.tool)
    for source in survey.sources:
        sheet = f", lembar {source.sheet}" if source.sheet else ""
        yield "Masukan survei", f"{source.name}{sheet}: {whole(source.rows)} jawaban, SHA-256 {source.sha256}"
    for source in survey.sources:
        for line in row_notes(source):
            yield "Baris yang disisihkan atau dicatat", line


def _compared(material: Material) -> Iterator[tuple[str, str]]:
    for past in material.scored[:-1]:
        if past.survey:
            files = "; ".join(f"{source.name}, SHA-256 {source.sha256}" for source in past.survey.sources)
            yield f"Hasil {short_quarter(past.quarter)}", f"rubrik {_rubric(past.survey.rubric)}; {files}"


def _pekppp(result: PekpppResult) -> Iterator[tuple[str, str]]:
    yield "Rubrik PEKPPP", _rubric(result.rubric)
    yield "Program penghitung PEKPPP", _tool(result.tool)
    for source in result.sources:
        yield "Masukan PEKPPP", f"{source.name}, SHA-256 {source.sha256}"
    if users := result.users:
        yield "Masukan F-03", f"{users.source.name}: {users.told}, SHA-256 {users.source.sha256}"


def _rubric(rubric: RubricRef) -> str:
    return f"{rubric.id} versi {rubric.version}, SHA-256 {rubric.digest.removeprefix('sha256:')}"


def _tool(tool: Tool) -> str:
    return f"{tool.name} {tool.version}"
