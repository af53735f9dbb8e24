"""What ``ipak.yaml`` says of the published page, and of the forms in which a period is written."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Final

from pydantic import Field

from ipak_cli.rubric.types import Model, Text

COLOUR: Final = "^#[0-9a-fA-F]{6}$"
"""A colour as web pages write it: red, green and blue, two hexadecimal digits each."""


class ReportFormat(StrEnum):
    """A format of the report: a page, a text, a Word document, a PDF; the workpaper or the page beside it."""

    MARKDOWN = "md"
    HTML = "html"
    WORD = "docx"
    PDF = "pdf"
    WORKPAPER = "xlsx"
    POSTER = "poster"


class PublicationSettings(Model):
    """What only the published page needs.

    ``service`` is the service that was surveyed, ``link`` where its QR code leads to; ``colours`` are the
    office's main one and its second, ``items`` the office's own plain words by item code.
    """

    service: Text | None = None
    link: Text | None = None
    colours: Annotated[tuple[Annotated[str, Field(pattern=COLOUR)], ...], Field(max_length=2)] = ()
    items: dict[str, Text] = Field(default_factory=dict)
