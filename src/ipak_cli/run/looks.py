"""What folders of a workspace look like, as digests: the evidence, the office's own templates."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from typing import TYPE_CHECKING

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.workspace.files import read
from ipak_cli.workspace.layout import LARGEST_REPORT_FILE, SHOWN
from ipak_cli.workspace.listing import walk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path, PurePath


def look_of_evidence(workspace: Path) -> str:
    """Digest the names, sizes and times of the evidence: it may be large, and is not opened."""
    return digest_of_values(list(_looks(workspace)))


def digest_of_templates(workspace: Path) -> str:
    """Digest the office's own templates."""
    return digest_of_values(dict(_templates(workspace)))


def digest_of_file(workspace: Path, name: PurePath) -> str:
    """Return the digest of a file of a report; an empty text for one that cannot be read."""
    try:
        return digest_of_bytes(read(workspace, name, LARGEST_REPORT_FILE))
    except (OSError, ProblemsFoundError):
        return ""


def digest_of_values(value: object) -> str:
    """Digest what JSON can say."""
    return digest_of_bytes(json.dumps(value, sort_keys=True).encode())


def digest_of_bytes(data: bytes) -> str:
    """Return the SHA-256 of some bytes."""
    return hashlib.sha256(data).hexdigest()


def _looks(workspace: Path) -> Iterator[tuple[str, str, int, int, int]]:
    with suppress(OSError, ProblemsFoundError):
        for each in walk(workspace, SHOWN.evidence):
            yield each.name.as_posix(), each.type.value, each.look.size, each.look.written, each.look.changed


def _templates(workspace: Path) -> Iterator[tuple[str, str]]:
    with suppress(OSError, ProblemsFoundError):
        for each in walk(workspace, SHOWN.templates):
            # Of one that cannot be read whoever needs it says so; when it can be read, it is another.
            yield each.name.as_posix(), digest_of_file(workspace, SHOWN.templates / each.name)
