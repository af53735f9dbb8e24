"""Wheels made byte by byte, pip's as Python brings it, and the zip for computers without internet."""

from __future__ import annotations

import base64
import ensurepip
import hashlib
import shutil
import sys
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import wheelhouse

if TYPE_CHECKING:
    import pytest

PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
OPENED = """\
import os, signal, sys, time
import titik
print("dibuka:", *sys.argv[1:], flush=True)
if "--tunggu" in sys.argv:
    signal.signal(signal.SIGINT, lambda *_: sys.exit(130))
    print("menunggu", flush=True)
    time.sleep(60)
"""
"""Stands for ipak: tells how it was called, and waits to be interrupted where it is told to."""


def make_wheel(folder: Path, name: str, files: dict[str, str]) -> Path:
    """Write the wheel of version 1.0 of a package that needs nothing."""
    info = f"{name}-1.0.dist-info"
    files = {
        **files,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{path},{_digest(text)},{len(text.encode())}\n" for path, text in files.items())
    wheel = folder / f"{name}-1.0-py3-none-any.whl"
    with ZipFile(wheel, "w") as archive:
        for path, text in {**files, f"{info}/RECORD": f"{record}{info}/RECORD,,\n"}.items():
            archive.writestr(path, text)
    return wheel


def _digest(text: str) -> str:
    digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest())
    return f"sha256={digest.decode().rstrip('=')}"


def pip_wheel() -> Path:
    """Return pip's wheel, which Python keeps for new environments."""
    folders = (sysconfig.get_config_var("WHEEL_PKG_DIR"), Path(ensurepip.__file__).parent / "_bundled")
    debian = "/usr/share/python-wheels"
    found = (each for folder in (*folders, debian) if folder for each in Path(folder).glob("pip-*.whl"))
    return next(found)


def make_zip(folder: Path, system: str, patch: pytest.MonkeyPatch) -> Path:
    """Write a zip whose ipak only tells how it was called, and needs one other package."""
    wheels = folder / "wheels"
    wheels.mkdir(parents=True)
    needed = make_wheel(wheels, "titik", {"titik.py": "\n"})
    make_wheel(wheels, "ipak_cli", {"ipak_cli/__init__.py": "", "ipak_cli/__main__.py": OPENED})
    shutil.copy2(pip_wheel(), wheels)
    pins = folder / "pins.txt"
    digest = hashlib.sha256(needed.read_bytes()).hexdigest()
    pins.write_text(f"titik==1.0 \\\n    --hash=sha256:{digest}\n", encoding="utf-8")
    patch.setattr(wheelhouse, "PINS", pins)
    return wheelhouse.write_zip(wheels, system, [PYTHON], folder / "out")
