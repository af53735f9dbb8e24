"""PDF files that hold text: by their tags where they have them, else by where letters and lines stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.audit.readers.passages import with_captions
from ipak_cli.audit.readers.pdf_pages import pages_of
from ipak_cli.audit.readers.pdf_tags import parts_by_tags
from ipak_cli.audit.readers.refusal import refused
from ipak_cli.catalogue.audit import REPORT_WITHOUT_TEXT

if TYPE_CHECKING:
    from ipak_cli.audit.document import Part


def parts_of_pdf(file: str, content: bytes) -> tuple[Part, ...]:
    """Return the parts of a PDF; each part's place names its page.

    Raises ``ProblemsFoundError`` for a locked, damaged or too large file, and for pictures of pages.
    """
    pages, tags = pages_of(file, content)
    if not any(page.glyphs for page in pages):
        raise refused(REPORT_WITHOUT_TEXT, file)
    return with_captions(parts_by_tags(pages, tags) or ())
