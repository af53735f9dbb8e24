"""Word documents made from their XML."""

from __future__ import annotations

from makers.hostile import pack

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(text: str = "", *more: str, properties: str = "") -> str:
    inside = run(text) if text else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}{''.join(more)}</w:p>"


def cell(text: str = "", *, properties: str = "", inside: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}{paragraph(text)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def plain_table(*rows: tuple[str, ...]) -> str:
    return table(*(row(*map(cell, texts)) for texts in rows))


def part(element: str, inside: str, head: str = "") -> str:
    return f'<?xml version="1.0"?>{head}<w:{element} {_NAMES}>{inside}</w:{element}>'


def docx(*blocks: str, head: str = "", **parts: str) -> bytes:
    """A document of these blocks; ``parts`` are other parts by their names in ``word/``."""
    body = part("document", f"<w:body>{''.join(blocks)}</w:body>", head)
    others = {f"word/{name}.xml": text for name, text in parts.items()}
    return pack({"[Content_Types].xml": _TYPES, "word/document.xml": body, **others})
