"""The files that the comparisons read: made here, the same bytes from the same number of rows."""

from __future__ import annotations

import random
import shutil
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
EXAMPLE = EXAMPLES / "masuk" / "ipak-ipkp-2024-tw3.xlsx"
_START = datetime(2024, 7, 1)  # noqa: DTZ001 (local time, as exports print it)
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 (as above)
_PERIOD = timedelta(days=92)
_KINDS = 10_000
"""Different responses, but for their times."""
_WRITTEN = 5_000
"""Rows that are written at once."""
_SEXES = ("Perempuan", "Laki-laki")
_AGES = ("17–25 tahun", "26–35 tahun", "36–45 tahun", "46–55 tahun", "Di atas 55 tahun")
_PLACES = ("Ruang tunggu", "Loket", "Papan informasi", "Area parkir", "Laman pendaftaran")
_WISHES = ("perlu ditambah kursinya", "sudah nyaman", "agak sulit ditemukan", "mohon dibuka lebih pagi")
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def header() -> list[str]:
    """Return the 18 columns: the time, two profiles, 14 items, the suggestion."""
    rubric = yaml.load((ROOT / "rubrics" / "ipak-ipkp.yaml").read_bytes(), yaml.BaseLoader)  # noqa: S506 (ours)
    items = [item["text"] for index in rubric["indices"] for item in index["items"]]
    return ["Timestamp", "Jenis kelamin", "Usia", *items, "Saran/masukan"]


def _responses() -> list[list[str | int]]:
    """Return the different responses, without their times: mostly the best answers, one wish in ten."""
    chance = random.Random(2024)  # noqa: S311 (the same every time, no secret)
    return [
        [
            chance.choice(_SEXES),
            chance.choice(_AGES),
            *chance.choices((4, 3, 2, 1), (93, 5, 1.5, 0.5), k=14),
            f"{chance.choice(_PLACES)} {chance.choice(_WISHES)}" if chance.random() < 0.1 else "",
        ]
        for _ in range(_KINDS)
    ]


def _times(rows: int) -> Iterator[datetime]:
    """Yield so many times, in order, over one period."""
    step = int(_PERIOD.total_seconds()) / rows
    return (_START + timedelta(seconds=int(row * step)) for row in range(rows))


def csv_file(folder: Path, rows: int, *, quoted: bool = False) -> Path:
    """Make a CSV file of so many responses: as a spreadsheet program writes them, or as a web form does."""
    path = folder / f"{rows}{'-quoted' * quoted}.csv"
    if path.exists():
        return path
    form, mark = ("%Y/%m/%d %I:%M:%S %p GMT+7", '"') if quoted else ("%Y/%m/%d %H:%M:%S", "")
    tails = [",".join(f"{mark}{cell}{mark}" for cell in response) for response in _responses()]
    lines = (f"{mark}{time:{form}}{mark},{tails[n * 7 % _KINDS]}\n" for n, time in enumerate(_times(rows)))
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(f'"{text}"' for text in header()) + "\n")
        while part := "".join(islice(lines, _WRITTEN)):
            file.write(part)
    return path


def xlsx_file(folder: Path, rows: int, *, computed: bool = False) -> Path:
    """Make a workbook of so many responses, as spreadsheet programs write it: shared texts, dated times.

    The answers to the first item may be ``computed``, each by a formula with its value.
    """
    path = folder / f"{rows}{'-computed' * computed}.xlsx"
    if path.exists():
        return path
    texts = dict.fromkeys(header())
    responses = _responses()
    texts.update(dict.fromkeys(cell for response in responses for cell in response if isinstance(cell, str)))
    numbers = {text: number for number, text in enumerate(texts)}
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in _parts(list(texts)).items():
            archive.writestr(name, content)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(f'<worksheet xmlns="{_MAIN}"><sheetData>'.encode())
            formulas = {"D": "VALUE(LEFT(T#,1))"} if computed else {}
            lines = _rows(rows, (numbers, formulas), responses)
            while part := "".join(islice(lines, _WRITTEN)):
                sheet.write(part.encode())
            sheet.write(b"</sheetData></worksheet>")
    return path


def _rows(
    rows: int, written: tuple[dict[str, int], dict[str, str]], responses: list[list[str | int]]
) -> Iterator[str]:
    """Yield the rows of a worksheet; ``#`` stands for the row's number until it is known.

    ``written`` are the numbers of shared texts, and the formulas of columns.
    """
    letters = "BCDEFGHIJKLMNOPQR"
    yield _row(
        1, "".join(_cell(letter, text, written) for letter, text in zip("A" + letters, header(), strict=True))
    )
    tails = [
        "".join(_cell(letter, cell, written) for letter, cell in zip(letters, response, strict=True))
        for response in responses
    ]
    for row, time in enumerate(_times(rows), 2):
        days = (time - _EPOCH) / timedelta(days=1)
        yield _row(row, f'<c r="A#" s="1"><v>{days!r}</v></c>' + tails[row * 7 % _KINDS])


def _row(number: int, cells: str) -> str:
    return f'<row r="{number}">' + cells.replace("#", str(number)) + "</row>"


def _cell(letter: str, value: str | int, written: tuple[dict[str, int], dict[str, str]]) -> str:
    numbers, formulas = written
    if isinstance(value, int):
        formula = f"<f>{formulas[letter]}</f>" if letter in formulas else ""
        return f'<c r="{letter}#">{formula}<v>{value}</v></c>'
    return f'<c r="{letter}#" t="s"><v>{numbers[value]}</v></c>' if value else ""


def _parts(texts: list[str]) -> dict[str, str]:
    """Return the parts of a workbook but for its worksheet."""
    book, styles, strings = "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml"
    kinds = {
        book: "sheet.main",
        styles: "styles",
        strings: "sharedStrings",
        "xl/worksheets/sheet1.xml": "worksheet",
    }
    overrides = "".join(
        f'<Override PartName="/{part}" ContentType="{_TYPES}.{kind}+xml"/>' for part, kind in kinds.items()
    )
    targets = {
        "worksheet": "worksheets/sheet1.xml",
        "styles": "styles.xml",
        "sharedStrings": "sharedStrings.xml",
    }
    relations = "".join(
        f'<Relationship Id="{kind}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels"'
            ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f"{overrides}</Types>"
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="book" Type="{_OFFICE}/officeDocument" Target="{book}"/></Relationships>'
        ),
        book: (
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
            '<sheet name="Form Responses 1" sheetId="1" r:id="worksheet"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'
        ),
        styles: (
            f'<styleSheet xmlns="{_MAIN}"><fonts count="1"><font/></fonts>'
            '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
            '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
            '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs>'
            "</styleSheet>"
        ),
        strings: (
            f'<sst xmlns="{_MAIN}" count="{len(texts)}" uniqueCount="{len(texts)}">'
            + "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
            + "</sst>"
        ),
    }


def workspaces(folder: Path, inputs: int) -> Path:
    """Make workspaces of up to four inputs each, so that there are so many inputs in all."""
    tree = folder / "ruang"
    shutil.rmtree(tree, ignore_errors=True)
    for number in range(max(1, inputs // 4)):
        workspace = tree / f"unit-{number:03d}"
        (workspace / "masuk").mkdir(parents=True)
        _copy_settings(workspace)
        for period in range(1, 1 + min(4, inputs)):
            shutil.copy2(EXAMPLES / "masuk" / f"ipak-ipkp-2024-tw{period}.xlsx", workspace / "masuk")
    return tree


def workspace_with_results(folder: Path) -> Path:
    """Make a workspace that holds the example's results, and nothing to compare a new report with."""
    workspace = folder / "contoh"
    shutil.rmtree(workspace, ignore_errors=True)
    workspace.mkdir()
    _copy_settings(workspace)
    shutil.copytree(EXAMPLES / "hasil", workspace / "hasil")
    return workspace


def _copy_settings(workspace: Path) -> None:
    """Copy the example's settings, and the logos and annexes that they name."""
    shutil.copy2(EXAMPLES / "ipak.yaml", workspace)
    for name in ("logo", "lampiran"):
        shutil.copytree(EXAMPLES / name, workspace / name)
