"""Exports by path or by URL (S3, WebDAV, SMB): what is far away comes into a temporary file, up to a limit.

A URL may hold a user and a password, so it is shown without them, and what a library says of it not at all.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import IO, TYPE_CHECKING, Any, Final
from urllib.parse import unquote, urlsplit, urlunsplit

from ipak_cli.base.message import printable
from ipak_cli.base.problem import ProblemsFoundError, Where, problem
from ipak_cli.catalogue.files import FILE_SIZE, FILE_TOO_LARGE, READING_NOT_PERMITTED
from ipak_cli.catalogue.rollup_exports import CLUSTER_EXTRA_MISSING, EXPORT_UNREACHABLE, NOT_THERE
from ipak_cli.tables.file_kind import FileKind, kind_of
from ipak_cli.tables.open import LARGEST_FILE
from ipak_cli.tables.zip import MIB

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.base.message import Message
    from ipak_cli.rollup.exports.task import ExportFile

LARGEST_TEXT: Final = 64_000_000_000
"""Bytes of a text that is fetched: workbooks have the limit of their readers, texts that of a disk."""
_START: Final = 65_536
_BLOCK: Final = 1 << 20
_WEBDAV: Final = {"webdav": "https", "webdav+http": "http"}
_URL: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*(?:::[A-Za-z][A-Za-z0-9+.-]*)*://")


def is_url(place: str) -> bool:
    """Tell a URL from a path, such as that of a drive with a letter."""
    return _URL.match(place) is not None


def shown_url(place: str) -> str:
    """Return a path or URL as it may be printed: without user, password, query and fragment."""
    if not is_url(place):
        return printable(place)
    try:
        parts = urlsplit(place)
    except ValueError:
        return printable(place.partition("://")[0]) + "://…"
    host = parts.netloc.rpartition("@")[2]
    return printable(urlunsplit((parts.scheme, host, parts.path, "", "")))


@contextmanager
def fetched(file: ExportFile) -> Iterator[Path]:
    """Give an export as a file on this machine, under its own name, for as long as it is read.

    Raises ``ProblemsFoundError`` for what cannot be reached or is larger than a reader takes.
    """
    if not is_url(file.place):
        yield Path(file.place)
        return
    name = unquote(PurePosixPath(urlsplit(file.place).path or file.source).name) or "ekspor"
    with TemporaryDirectory(prefix="ipak-") as folder:
        here = Path(folder) / name
        with open_url(file) as far, here.open("wb") as near:
            _copy(far, near, name)
        yield here


@contextmanager
def open_url(file: ExportFile) -> Iterator[IO[bytes]]:
    """Open a URL for reading; whatever its library raises is told by kind, without its words."""
    try:
        system, path = system_of(file.place)
        with system.open(path, "rb") as far:
            yield far
    except ProblemsFoundError:
        raise
    except ImportError as error:
        raise missing(error, file.source) from None
    except Exception as error:  # noqa: BLE001 (each of many libraries raises its own)
        told = problem(EXPORT_UNREACHABLE, Where(file.source), reason=reason_of(error))
        raise ProblemsFoundError([told]) from None


def system_of(url: str) -> tuple[Any, str]:
    """Return the file system of a URL, and the path there; what is wrong is raised in its library's way.

    ``webdav://`` speaks HTTPS, ``webdav+http://`` plain HTTP: its library wants server and user apart.
    """
    fsspec = library()
    parts = urlsplit(url)
    if parts.scheme not in _WEBDAV:
        system, path = fsspec.core.url_to_fs(url)
        return system, path
    base = urlunsplit((_WEBDAV[parts.scheme], parts.netloc.rpartition("@")[2], "", "", ""))
    user = unquote(parts.username or ""), unquote(parts.password or "")
    return fsspec.filesystem("webdav", base_url=base, auth=user if any(user) else None), unquote(parts.path)


def library() -> Any:  # noqa: ANN401 (fsspec ships no types)
    """Return fsspec. Raises ``ProblemsFoundError`` where it is not installed."""
    try:
        import fsspec  # noqa: PLC0415 (an extra of the package; most calls need none)
    except ImportError as error:
        raise missing(error) from None
    return fsspec


def missing(error: ImportError, source: str | None = None) -> ProblemsFoundError:
    """Return what to raise where a library of the extra is not installed."""
    # fsspec words it: "Install s3fs to access S3"; the module that is lacking stands behind that.
    what = (
        error.name or getattr(error.__cause__, "name", None) or str(error).removeprefix("Install ").split()[0]
    )
    return ProblemsFoundError([problem(CLUSTER_EXTRA_MISSING, Where(source), what=what.partition(".")[0])])


def reason_of(error: Exception) -> str | Message:
    """Return what kind of failure it is; the message may hold the URL with its password."""
    # Libraries of the web keep the server's answer in one of two attributes.
    answer = getattr(error, "status", None) or getattr(error, "status_code", None)
    if isinstance(error, FileNotFoundError) or answer == HTTPStatus.NOT_FOUND:
        return NOT_THERE()
    if isinstance(error, PermissionError) or answer in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
        return READING_NOT_PERMITTED()
    return type(error).__name__


def _copy(far: IO[bytes], near: IO[bytes], name: str) -> None:
    start = far.read(_START)
    text = bool(start) and kind_of(name, start) is FileKind.TEXT
    limit, taken, block = LARGEST_TEXT if text else LARGEST_FILE, 0, start
    while block:
        taken += len(block)
        if taken > limit:
            told = {"what": FILE_SIZE(), "limit": f"{limit // MIB} MiB"}
            raise ProblemsFoundError([problem(FILE_TOO_LARGE, Where(name), **told)])
        near.write(block)
        block = far.read(_BLOCK)
