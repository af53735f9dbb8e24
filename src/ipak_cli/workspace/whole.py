"""Whole files only: a file is written completely beside its place, then put there in one step."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING, Final

from ipak_cli.problems import ProblemsFoundError, Where, problem

if TYPE_CHECKING:
    from pathlib import Path

_REASONS: Final = {
    errno.EACCES: "tidak ada izin menulis di sana, atau berkasnya sedang dibuka",
    errno.EPERM: "tidak ada izin menulis di sana, atau berkasnya sedang dibuka",
    errno.EROFS: "tempat itu hanya bisa dibaca",
    errno.ENOSPC: "tempat penyimpanan penuh",
    errno.EDQUOT: "jatah penyimpanan habis",
    errno.EISDIR: "nama itu sudah dipakai sebuah folder",
    errno.ENAMETOOLONG: "nama berkas terlalu panjang",
}


def write_whole(out: Path, data: bytes) -> None:
    """Write a file whole or not at all; a file that holds these bytes already is left alone.

    Raises ``ProblemsFoundError`` when its folder is missing or the system refuses.
    """
    if not out.parent.is_dir():
        raise ProblemsFoundError([problem("U941", Where(str(out)), folder=out.parent)])
    try:
        if not (out.is_file() and out.read_bytes() == data):
            _replace(out, data)
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, "sistem menolak")
        raise ProblemsFoundError([problem("U942", Where(str(out)), reason=reason)]) from None


def make_folder(folder: Path) -> None:
    """Make the last part of a folder's path; its parent must exist, so that no typing error makes a tree.

    Raises ``ProblemsFoundError`` as :func:`write_whole` does.
    """
    if not folder.parent.is_dir():
        raise ProblemsFoundError([problem("U941", Where(str(folder)), folder=folder.parent)])
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, "sistem menolak")
        raise ProblemsFoundError([problem("U942", Where(str(folder)), reason=reason)]) from None


def _replace(out: Path, data: bytes) -> None:
    unfinished = out.with_name(f".ipak-{os.getpid()}.tmp")
    try:
        with unfinished.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(out)
    finally:
        unfinished.unlink(missing_ok=True)
