"""A workspace whose respondents wrote texts that can be told anywhere, and what all its files say."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Final

from pypdf import PdfReader

from makers.exports import example_rows, write_xlsx
from makers.runs import arrive

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

WORDS: Final = ("wortelbiru", "kancilungu", "gerobakjingga", "payungperak", "serulingmerah", "bantalhijau")
TEXTS: Final = tuple(f"Antrean lama karena {word}" for word in WORDS)
"""What the first respondents wrote; nobody else wrote anything."""


def export(folder: Path, texts: Iterable[str] = TEXTS) -> None:
    """Put the example's answers of IV-2024 with these texts into the folder of inputs."""
    header, *body = example_rows(4)
    for row in body:
        row[-1] = None
    for row, text in zip(body, texts, strict=False):
        row[-1] = text
    path = write_xlsx(folder / "luar.xlsx", [header, *body])
    arrive(folder, "jawaban.xlsx", path.read_bytes())
    path.unlink()


def office(folder: Path, rule: str | None, *more: str) -> Path:
    """Make a workspace with such an export and a rule for suggestions."""
    folder.mkdir(exist_ok=True)
    lines = ["unit: {name: Balai Uji}", *more, *([f"suggestions: {rule}"] if rule else [])]
    (folder / "ipak.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    export(folder)
    return folder


def told(content: bytes) -> str:
    """Return all that a file says: of archives what is in them, of a PDF its pages, spaces aside."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return "".join(told(archive.read(name)) for name in archive.namelist())
    if content.startswith(b"%PDF"):
        content = "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).encode()
    return re.sub(r"\s", "", content.decode("utf-8", "replace")).lower()


def words_in(folder: Path) -> dict[str, set[str]]:
    """Return which of the words each file below a folder has, by its name."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.name: {word for word in WORDS if word in told(path.read_bytes())} for path in files}
