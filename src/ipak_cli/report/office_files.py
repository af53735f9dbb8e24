"""The files of the office that a report shows or names: logos, pictures and documents behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipak_cli.report.outline import Picture


@dataclass(frozen=True, slots=True)
class LoadedPicture:
    """A picture of the office's: how a report shows it, and what its file holds."""

    picture: Picture
    content: bytes


@dataclass(frozen=True, slots=True)
class AnnexPicture:
    """A picture behind the report, and its title."""

    title: str
    loaded: LoadedPicture


@dataclass(frozen=True, slots=True)
class AnnexDocument:
    """A document that the report names and does not hold: its title, file name, bytes and SHA-256."""

    title: str
    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class OfficeFiles:
    """The files that the settings name for the report: logos, pictures and documents behind it."""

    logos: tuple[LoadedPicture, ...] = ()
    pictures: tuple[AnnexPicture, ...] = ()
    documents: tuple[AnnexDocument, ...] = ()

    @property
    def contents(self) -> Mapping[str, bytes]:
        """What the pictures' files hold, by the names that the report gives them."""
        loaded = (*self.logos, *(each.loaded for each in self.pictures))
        return {each.picture.file_name: each.content for each in loaded}
