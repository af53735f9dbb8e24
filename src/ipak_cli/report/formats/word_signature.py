"""The signature of a Word document: place and date, the position, room to sign, the name and its number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docx.shared import Pt

from ipak_cli.report.formats import word_styles as styles
from ipak_cli.report.prose import tidy

if TYPE_CHECKING:
    from docx.document import Document

    from ipak_cli.report.outline import Signature

_ABOVE: Final = Pt(24)
_ROOM: Final = ("", "", "")
_DOTTED: Final = "…" * 24


def add_signature(document: Document, signature: Signature) -> None:
    """Add the signature at the end of a document; it stays on one page, and the name is underlined."""
    person = signature.person
    position = () if person is None or person.position is None else (f"{person.position},",)
    number = () if person is None or person.nip is None else (f"NIP {person.nip}",)
    above = (signature.place_and_date, *position, *_ROOM)
    lines = (*above, _DOTTED if person is None else person.name, *number)
    style = document.styles[styles.SIGNATURE]
    paragraphs = [document.add_paragraph(tidy(line), style) for line in lines]
    paragraphs[0].paragraph_format.space_before = _ABOVE
    paragraphs[-1].paragraph_format.keep_with_next = False
    if person is not None:
        [name] = paragraphs[len(above)].runs
        name.bold = name.underline = True
