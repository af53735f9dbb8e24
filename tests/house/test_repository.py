"""What the repository holds: plain text that names no machine and no registry."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOT_OURS = {".git", ".venv", "dist", "build", "__pycache__"}
BINARY = {".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".png", ".docx", ".pdf"}
PINS = ("requirements.txt", "requirements-dev.txt")
# The brackets keep this file from naming them itself.
MACHINE_PATH = re.compile(r"/[r]oot/|/[h]ome/|/[w]ork/|[A-Z]:\\[U]sers")
REGISTRY = re.compile(r"[p]ypi\.|[p]ythonhosted|[n]pmjs|[d]ebian\.org")


def ours(path):
    parts = path.relative_to(ROOT).parts
    caches = any(part.endswith("_cache") or part in NOT_OURS or part == ".hypothesis" for part in parts)
    return path.is_file() and not caches and not path.name.startswith(("~$", ".~lock"))


FILES = sorted(path for path in ROOT.rglob("*") if ours(path))
TEXTS = [path for path in FILES if path.suffix not in BINARY]


def relative(path):
    return path.relative_to(ROOT).as_posix()


def test_the_files_are_found():
    assert ROOT / "pyproject.toml" in TEXTS
    assert ROOT / ".ci" / "run" in TEXTS


def untidy(text):
    if "\r" in text:
        return "carriage returns"
    if text and (not text.endswith("\n") or text.endswith("\n\n")):
        return "does not end with one line feed"
    trailing = [n for n, line in enumerate(text.split("\n"), 1) if line != line.rstrip()]
    return f"white space at the end of lines {trailing}" if trailing else None


def test_every_text_file_is_tidy():
    lines = (path for path in TEXTS if path.suffix != ".csv")  # CSV ends its lines as RFC 4180 says
    faults = {relative(path): untidy(path.read_bytes().decode("utf-8")) for path in lines}
    assert {name: fault for name, fault in faults.items() if fault} == {}


@pytest.mark.parametrize("never", [MACHINE_PATH, REGISTRY], ids=["machine", "registry"])
def test_no_text_file_names(never):
    found = {relative(path): never.findall(path.read_text(encoding="utf-8")) for path in TEXTS}
    assert {name: names for name, names in found.items() if names} == {}


@pytest.mark.parametrize("name", [*PINS, "requirements-offline.txt"])
def test_pins_are_versions_and_hashes_alone(name):
    line = re.compile(r"[a-z0-9-]+==[\w.]+( ; [^\\]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?")
    wrong = [text for text in (ROOT / name).read_text().splitlines() if not line.fullmatch(text)]
    assert wrong == []


def test_the_test_pins_hold_every_pin_of_the_program():
    run, dev = ({text for text in (ROOT / name).read_text().splitlines() if "==" in text} for name in PINS)
    assert {text.split(" ;")[0] for text in run} <= {text.split(" ;")[0] for text in dev}
