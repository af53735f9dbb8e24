"""Thousands of units with years of quarters: valid result documents, made from some hundred scored ones."""

from __future__ import annotations

import contextlib
import io
import json
import random
import re
from typing import TYPE_CHECKING

from bench.data import header

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

VARIANTS = 60
"""Documents that are really scored; the others are these with another unit and quarter."""
_UNIT, _PERIOD = "Unit Contoh Acuan", "III-2024"
_ROMAN = ("I", "II", "III", "IV")


def quarters(count: int) -> list[tuple[int, int]]:
    """Return the last quarters up to the end of 2024, the oldest first, as year and number."""
    return [(2024 - back // 4, 4 - back % 4) for back in reversed(range(count))]


def ministry(folder: Path, units: int, periods: int) -> Path:
    """Make workspaces of so many units, sorted by province, with a document a quarter, and ``units.csv``."""
    tree = folder / f"kementerian-{units}-{periods}"
    if (tree / "units.csv").exists():
        return tree
    variants = scored_documents(folder)
    lines = ["unit,nama,induk,wilayah"]
    for number in range(units):
        name = f"Unit Layanan {number:05}"
        place = tree / f"provinsi-{number % 38:02}" / f"unit-{number:05}"
        place.mkdir(parents=True)
        (place / "ipak.yaml").write_text(f"office:\n  name: {name}\n", encoding="utf-8")
        for place_in_time, quarter in enumerate(quarters(periods)):
            text = variants[(number * 7 + place_in_time * 31) % len(variants)]
            write_document(place, name, quarter, text)
        lines.append(f"{name},{name},Induk {number % 12:02},Provinsi {number % 38:02}")
    (tree / "units.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return tree


def renew(folder: Path, tree: Path, *, every: int) -> None:
    """Put other documents into the workspaces of one unit in so many."""
    variants = scored_documents(folder)
    for number, place in enumerate(sorted(tree.glob("*/unit-*"))):
        if number % every == 0:
            for place_in_time, quarter in enumerate(quarters(8)):
                name = f"Unit Layanan {place.name[-5:]}"
                write_document(
                    place, name, quarter, variants[(number + 5 * place_in_time + 3) % len(variants)]
                )


def write_document(place: Path, unit: str, quarter: tuple[int, int], text: str) -> None:
    """Write a document of another unit and quarter into a workspace."""
    year, number = quarter
    period = f"{_ROMAN[number - 1]}-{year}"
    folder = place / "hasil" / period
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "survey.json").write_text(moved(text, unit, quarter), encoding="utf-8")


def moved(text: str, unit: str, quarter: tuple[int, int]) -> str:
    """Return a document's text with another unit and quarter; its days stay those of the quarter's months."""
    year, number = quarter
    last = {1: 31, 2: 30, 3: 30, 4: 31}[number]
    text = text.replace(_UNIT, unit).replace(_PERIOD, f"{_ROMAN[number - 1]}-{year}")
    text = text.replace("2024-09-30", f"{year}-{3 * number:02}-{last}")
    return re.sub(
        r"2024-0([789])-(\d\d)", lambda day: f"{year}-{3 * number - 9 + int(day[1]):02}-{day[2]}", text
    )


def scored_documents(folder: Path) -> list[str]:
    """Return the texts of documents that the program itself scored, of 6 to 90 respondents each."""
    kept = folder / "acuan.json"
    if not kept.exists():
        chance = random.Random(19)  # noqa: S311 (the same every time, no secret)
        texts = [*_scored(folder / "acuan.csv", chance)]
        kept.write_text(json.dumps(texts), encoding="utf-8")
    found: list[str] = json.loads(kept.read_text(encoding="utf-8"))
    return found


def _scored(path: Path, chance: random.Random) -> Iterator[str]:
    from ipak_cli.cli.app import run  # noqa: PLC0415 (only where documents have to be made)

    for _ in range(VARIANTS):
        path.write_text(_export(chance), encoding="utf-8")
        out = io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
            code = run(["score", str(path), "--period", _PERIOD, "--unit", _UNIT, "--json"])
        if code:
            raise RuntimeError(f"a made export was not scored: {out.getvalue()[-500:]}")
        yield out.getvalue()


def _export(chance: random.Random) -> str:
    best = chance.uniform(0.4, 0.95)
    weights = (best, (1 - best) * 0.8, (1 - best) * 0.15, (1 - best) * 0.05)
    rows: list[Sequence[object]] = [header()]
    for _ in range(chance.randint(6, 90)):
        day = f"2024/{chance.randint(7, 9):02}/{chance.randint(1, 28):02} {chance.randint(8, 15):02}:00:00"
        sex, age = chance.choice(("Perempuan", "Laki-laki")), chance.choice(("26–35 tahun", "36–45 tahun"))
        rows.append([day, sex, age, *chance.choices((4, 3, 2, 1), weights, k=14), ""])
    return "".join(",".join(f'"{cell}"' for cell in row) + "\n" for row in rows)
