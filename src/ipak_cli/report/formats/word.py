"""The report as a Word document, to read, to alter and to print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipak_cli.report.outline import NumberedReport


class Word:
    """One document with real headings, captions and lists that Word can bring up to date."""

    name: Final = "docx"
    file_name: Final = "laporan.docx"
    needs: Final = ("docx", "typst")

    def render(self, report: NumberedReport, own: Mapping[str, str]) -> Mapping[str, bytes]:  # noqa: ARG002 (its template is a document)
        """Return the document by its file name."""
        from ipak_cli.report.formats.word_document import write_document  # noqa: PLC0415 (a page needs none of it)

        return {self.file_name: write_document(report)}
