"""The files that ``ipak.yaml`` names for the report: logos of its cover, pictures and documents behind it."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import PurePath, PurePosixPath
from typing import TYPE_CHECKING, Final

from ipak_cli.base.message import InFull
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.base.text import capital
from ipak_cli.catalogue.drive import WORKSPACE_FILE_TOO_LARGE
from ipak_cli.catalogue.report import (
    REPORT_FILE_NOT_FOUND,
    REPORT_FILE_OUTSIDE,
    REPORT_FILE_TOO_LARGE,
    REPORT_FILE_UNREADABLE,
    TOO_LARGE,
    TOO_LARGE_TOGETHER,
)
from ipak_cli.report.office_files import AnnexDocument, AnnexPicture, LoadedPicture, OfficeFiles
from ipak_cli.report.outline import Picture
from ipak_cli.report.picture_files import NamedFile, read_picture
from ipak_cli.workspace.files import MIB, read
from ipak_cli.workspace.layout import (
    LARGEST_DOCUMENT,
    LARGEST_LOGO,
    LARGEST_PHOTOGRAPH,
    LARGEST_PICTURES,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path
    from typing import TypeVar

    from ipak_cli.base.problem import Problem
    from ipak_cli.workspace.config import AnnexFile, Config
    from ipak_cli.workspace.config_file import LoadedConfig

    T = TypeVar("T")
    R = TypeVar("R")

_PICTURES: Final = frozenset({".png", ".jpg", ".jpeg", ".svg"})
"""How the names of annexes end that a report shows; others it names."""


def office_files(workspace: Path, settings: LoadedConfig) -> OfficeFiles:
    """Read every file that the settings name for the report; pictures get names of the report's own.

    Raises ``ProblemsFoundError`` with what is wrong with each file.
    """
    return _Reading(workspace, settings).read()


def digests_of_files(workspace: Path, config: Config) -> Mapping[str, str]:
    """Return the digest of each of these files by its name; an empty text for one that cannot be read."""
    return {name: _digest(workspace, name) for name in sorted({*_names(config)})}


def _names(config: Config) -> Iterator[str]:
    yield from config.report.logos
    yield from (each.file for each in config.report.annexes)


def _digest(workspace: Path, name: str) -> str:
    with suppress(OSError, ProblemsFoundError):
        return hashlib.sha256(read(workspace, PurePath(name), LARGEST_DOCUMENT)).hexdigest()
    return ""


class _Reading:
    """Reads the files one after the other and keeps what is wrong with each."""

    def __init__(self, workspace: Path, settings: LoadedConfig) -> None:
        self._workspace = workspace
        self._settings = settings
        self._problems: list[Problem] = []
        self._bytes = 0

    def read(self) -> OfficeFiles:
        said = self._settings.config.report
        logos = [self._kept(self._logo, n, name) for n, name in enumerate(said.logos)]
        annexes = [self._kept(self._annex, n, each) for n, each in enumerate(said.annexes)]
        if self._problems:
            raise ProblemsFoundError(self._problems)
        return OfficeFiles(
            tuple(each for each in logos if each),
            tuple(each for each in annexes if isinstance(each, AnnexPicture)),
            tuple(each for each in annexes if isinstance(each, AnnexDocument)),
        )

    def _kept(self, reader: Callable[[int, T], R], n: int, said: T) -> R | None:
        try:
            return reader(n, said)
        except ProblemsFoundError as found:
            self._problems += found.problems
            return None

    def _logo(self, n: int, name: str) -> LoadedPicture:
        given = self._named(name, "logos", n)
        return self._picture(given, LARGEST_LOGO, f"logo-{n + 1}", _logo_words(name))

    def _annex(self, n: int, said: AnnexFile) -> AnnexPicture | AnnexDocument:
        given = self._named(said.file, "annexes", n, "file")
        if PurePosixPath(said.file).suffix.lower() in _PICTURES:
            words = said.alt or said.title
            return AnnexPicture(
                said.title, self._picture(given, LARGEST_PHOTOGRAPH, f"lampiran-{n + 1}", words)
            )
        content = self._content(given, LARGEST_DOCUMENT)
        name = PurePosixPath(said.file).name
        return AnnexDocument(said.title, name, len(content), hashlib.sha256(content).hexdigest())

    def _named(self, name: str, *path: str | int) -> NamedFile:
        key = "report" + "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path)
        return NamedFile(InFull(name), key, self._settings.document.place("report", *path))

    def _picture(self, given: NamedFile, limit: int, name: str, words: str) -> LoadedPicture:
        found = read_picture(given, self._content(given, limit))
        self._bytes += len(found.content)
        if self._bytes > LARGEST_PICTURES:
            raise given.refused(REPORT_FILE_TOO_LARGE, what=TOO_LARGE_TOGETHER(limit=_mib(LARGEST_PICTURES)))
        shown = Picture(f"{name}.{found.suffix}", words, found.width, found.height)
        return LoadedPicture(shown, found.content)

    def _content(self, given: NamedFile, limit: int) -> bytes:
        name = PurePath(given.name)
        if name.anchor or ".." in name.parts:
            raise given.refused(REPORT_FILE_OUTSIDE)
        try:
            return read(self._workspace, name, limit)
        except (FileNotFoundError, NotADirectoryError):
            raise given.refused(REPORT_FILE_NOT_FOUND) from None
        except OSError:
            raise given.refused(REPORT_FILE_UNREADABLE) from None
        except ProblemsFoundError as found:
            if found.problems[0].entry == WORKSPACE_FILE_TOO_LARGE:
                raise given.refused(REPORT_FILE_TOO_LARGE, what=TOO_LARGE(limit=_mib(limit))) from None
            raise


def _mib(limit: int) -> str:
    return f"{limit // MIB} MiB"


def _logo_words(name: str) -> str:
    """Return what stands for a logo where it cannot be seen, from its file's name."""
    words = " ".join(PurePosixPath(name).stem.replace("_", " ").replace("-", " ").split())
    return capital(words) if words.lower().startswith("logo") else f"Logo {words}"
