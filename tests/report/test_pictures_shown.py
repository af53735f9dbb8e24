"""The office's pictures as people see them: in a browser, in the PDF, and in LibreOffice."""

import shutil
import subprocess
from dataclasses import replace

import numpy as np
import pytest

from ipak_cli.report.build import build, prose_variables
from ipak_cli.report.formats import FORMATS
from ipak_cli.report.prose import with_prose
from ipak_cli.report.templates import OwnTemplates
from makers.pictures import BLUE, GREEN, RED, YELLOW, held, office_files
from makers.report_material import material, survey

NEEDED = ("chromium", "soffice", "pdftoppm")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not all(map(shutil.which, NEEDED)), reason=f"needs {', '.join(NEEDED)}"),
]
ANSWERS = ((1, 2, 3, 4),) * 13 + ((0, 0, 0, 8),)


@pytest.fixture(scope="module")
def report():
    """Return a report with the same picture from a camera held in each of the eight ways."""
    given = replace(material(survey(ANSWERS)), files=office_files(*map(held, range(1, 9))))
    numbered = with_prose(build(given), prose_variables(given), {})
    return replace(numbered, pictures=given.files.contents)


def test_the_page_in_a_browser_turns_photographs_as_their_camera_was_held(report, tmp_path):
    page = written(report, "html", tmp_path)
    command = [
        "chromium",
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        f"--user-data-dir={tmp_path}/profile",
    ]
    run([*command, f"--print-to-pdf={tmp_path}/laporan.pdf", page.as_uri()])
    assert photographs(tmp_path) == UPRIGHT


def test_the_pdf_turns_them_too(report, tmp_path):
    written(report, "pdf", tmp_path)
    assert photographs(tmp_path) == UPRIGHT


def test_the_word_document_turns_them_too(report, tmp_path):
    document = written(report, "docx", tmp_path)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    run(["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, document])
    assert photographs(tmp_path) == UPRIGHT


UPRIGHT = ["RGBY 1.5"] * 9
"""What the corners of each are, as they are read, and how often its width holds its height."""


def written(report, name, folder):
    [(file, content)] = FORMATS[name].render(report, OwnTemplates()).items()
    (folder / file).write_bytes(content)
    return folder / file


def run(command):
    subprocess.run(command, check=True, capture_output=True, timeout=300)


def photographs(folder):
    """Return how each photograph of a PDF's pages looks; they are what has the colours of the corners."""
    run(["pdftoppm", "-r", "72", folder / "laporan.pdf", folder / "halaman"])
    return [each for page in sorted(folder.glob("halaman*.ppm")) for each in seen(dots(page.read_bytes()))]


def dots(ppm):
    """Return a page's dots as rows of red, green and blue."""
    _, size, _, content = ppm.split(b"\n", 3)
    width, height = map(int, size.split())
    return np.frombuffer(content, np.uint8).reshape(height, width, 3).astype(int)


def seen(page):
    """Yield the look of each photograph of a page, from above down."""
    marks = np.full(page.shape[:2], "")
    for letter, colour in {"R": RED, "G": GREEN, "B": BLUE, "Y": YELLOW}.items():
        marks[np.abs(page - colour).max(axis=2) < 30] = letter
    rows = np.flatnonzero((marks != "").sum(axis=1) > 8)
    for group in np.split(rows, np.flatnonzero(np.diff(rows) > 3) + 1):
        if group.size:
            marked = marks[group]
            columns = np.flatnonzero((marked != "").sum(axis=0) > 8)
            high, wide = group.size, columns[-1] - columns[0] + 1
            corners = marked[:, columns[0] : columns[-1] + 1][high // 4 :: high // 2, wide // 4 :: wide // 2]
            yield f"{''.join(corners[:2, :2].flat)} {wide / high:.1f}"
