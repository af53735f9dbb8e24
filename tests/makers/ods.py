"""OpenDocument spreadsheets made from their XML, as LibreOffice writes it."""

from __future__ import annotations

import io
import zipfile

_MIME = "application/vnd.oasis.opendocument.spreadsheet"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_NAMES = " ".join(
    [f'xmlns:{name}="{_OASIS}:{name}:1.0"' for name in ("office", "table", "text", "style")]
    + ['xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"']
    + [f'xmlns:draw="{_OASIS}:drawing:1.0"', 'xmlns:dc="http://purl.org/dc/elements/1.1/"']
)
_STYLES = (
    '<office:automatic-styles><style:style style:name="ta1" style:family="table">'
    '<style:table-properties table:display="true"/></style:style>'
    '<style:style style:name="ta2" style:family="table">'
    '<style:table-properties table:display="false"/></style:style></office:automatic-styles>'
)


def text_cell(text: str, attributes: str = "") -> str:
    head = f'<table:table-cell office:value-type="string" {attributes}>'
    return f"{head}<text:p>{text}</text:p></table:table-cell>"


def number_cell(value: str, kind: str = "float", attributes: str = "") -> str:
    return (
        f'<table:table-cell office:value-type="{kind}" office:value="{value}" {attributes}>'
        f"<text:p>{value}</text:p></table:table-cell>"
    )


def row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def sheet(name: str, *rows: str, style: str = "ta1") -> str:
    return (
        f'<table:table table:name="{name}" table:style-name="{style}"><table:table-column '
        f'table:number-columns-repeated="16384"/>{"".join(rows)}</table:table>'
    )


def _document(element: str, sheets: tuple[str, ...], head: str, before: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{head}<office:{element} {_NAMES} office:version="1.3">'
        f"{before}{_STYLES}<office:body><office:spreadsheet>{''.join(sheets)}</office:spreadsheet></office:body>"
        f"</office:{element.split(maxsplit=1)[0]}>"
    )


def fods(*sheets: str, head: str = "", mime: str = _MIME) -> bytes:
    """A spreadsheet in one XML file."""
    before = "<office:styles><style:style style:name='x'/></office:styles>"
    return _document(f'document office:mimetype="{mime}"', sheets, head, before).encode()


def ods(*sheets: str, head: str = "", manifest: str = "") -> bytes:
    content = _document("document-content", sheets, head)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", _MIME, zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", f"<manifest>{manifest}</manifest>")
        archive.writestr("content.xml", content)
    return packed.getvalue()
