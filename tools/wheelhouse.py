"""Make the zip for computers without internet: ``python tools/wheelhouse.py windows --python 3.13``.

It holds the wheels of every pin of ``requirements.txt`` for the system and the Pythons that are named, the
project's own, pip, and the starter of ``tools/starters``. The same wheels give the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from packaging.requirements import Requirement

from ipak_cli import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

ROOT: Final = Path(__file__).parents[1]
STARTERS: Final = ROOT / "tools" / "starters"
PINS: Final = ROOT / "requirements.txt"
PIP: Final = ROOT / "requirements-offline.txt"
_ANY_DAY: Final = (2000, 1, 1, 0, 0, 0)
_NEWEST_GLIBC: Final = 36
"""That of Debian 12: what runs there runs on whatever is newer."""


@dataclass(frozen=True, slots=True)
class System:
    """A kind of computer: how wheels and markers name it, and what its users are told."""

    shown: str
    platforms: tuple[str, ...]
    markers: Mapping[str, str]
    starter: str
    start: str
    workspace: str
    place: str
    program: str
    menu: str = ""

    @property
    def fields(self) -> dict[str, str]:
        """What stands for the system in ``BACA-SAYA.txt``."""
        names = ("start", "workspace", "place", "program", "menu")
        return {"SYSTEM": self.shown, **{name.upper(): getattr(self, name) for name in names}}


_SHELL: Final = "mulai-ipak.sh"
_ON_LINUX: Final = "Buka terminal di folder ini, lalu ketik: sh mulai-ipak.sh"
_ON_MACOS: Final = (
    'Buka Terminal, ketik "sh " (dengan spasi), seret berkas mulai-ipak.sh ke jendelanya, lalu tekan Enter.'
)
_NAMED: Final = "Untuk membukanya, sebut namanya sesudah perintah di atas."
_IN_LIBRARY: Final = "~/Library/Application Support/ipak"


def _markers(platform: str, system: str, os: str, machine: str) -> dict[str, str]:
    return {"sys_platform": platform, "platform_system": system, "os_name": os, "platform_machine": machine}


def _linux(machine: str) -> System:
    tags = (f"manylinux_2_{minor}_{machine}" for minor in range(_NEWEST_GLIBC, 4, -1))
    old = (f"manylinux{name}_{machine}" for name in ("2014", "2010", "1"))
    return System(
        shown=f"Linux {machine}", platforms=(*tags, *old, f"linux_{machine}"),
        markers=_markers("linux", "Linux", "posix", machine),
        starter=_SHELL, start=_ON_LINUX, workspace=_NAMED, place="~/.local/share/ipak", program="bin/ipak",
        menu="- Supaya ipak ada di menu aplikasi, ketik sekali: sh mulai-ipak.sh --menu\n",
    )  # fmt: skip


def _macos(machine: str, shown: str, oldest: int) -> System:
    return System(
        shown=f"macOS {shown}", platforms=(f"macosx_{oldest}_0_{machine}", f"macosx_{oldest}_0_universal2"),
        markers=_markers("darwin", "Darwin", "posix", machine),
        starter=_SHELL, start=_ON_MACOS, workspace=_NAMED, place=_IN_LIBRARY, program="bin/ipak",
    )  # fmt: skip


SYSTEMS: Final[Mapping[str, System]] = {
    "windows": System(
        shown="Windows", platforms=("win_amd64",),
        markers=_markers("win32", "Windows", "nt", "AMD64"),
        starter="Mulai ipak.bat", start='Klik dua kali "Mulai ipak.bat".',
        workspace='Untuk membukanya, seret foldernya ke "Mulai ipak.bat".',
        place=r"%LOCALAPPDATA%\ipak", program=r"Scripts\ipak.exe",
    ),
    "linux": _linux("x86_64"),
    "linux-arm": _linux("aarch64"),
    "macos": _macos("arm64", "Apple Silicon", 14),
    "macos-intel": _macos("x86_64", "Intel", 14),
}  # fmt: skip


def main(arguments: Sequence[str]) -> Path:
    """Download what is needed, build the project's wheel, write the zip, and return its path."""
    given = _options(arguments)
    with tempfile.TemporaryDirectory() as folder:
        wheels = Path(folder)
        for python in given.python:
            download(
                pins_for(PINS.read_text(encoding="utf-8"), given.system, python), given.system, python, wheels
            )
        download(PIP.read_text(encoding="utf-8"), given.system, given.python[0], wheels)
        build(wheels)
        return write_zip(wheels, given.system, given.python, given.out)


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("system", choices=SYSTEMS)
    parser.add_argument(
        "--python", action="append", required=True, help="as 3.13; may be given several times"
    )
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="the folder of the zip")
    return parser.parse_args(arguments)


def pins_for(text: str, system: str, python: str) -> str:
    """Return the pins that hold for a system and a Python such as ``3.13``, without their markers.

    pip reads markers for the computer that it runs on, whatever it downloads for.
    """
    environment = {
        **SYSTEMS[system].markers, "python_version": python, "python_full_version": f"{python}.0",
        "implementation_name": "cpython", "platform_python_implementation": "CPython",
    }  # fmt: skip
    kept: list[str] = []
    for pin, *hashes in _pins(text):
        requirement = Requirement(pin)
        if requirement.marker is None or requirement.marker.evaluate(environment):
            kept.append(" \\\n".join((f"{requirement.name}{requirement.specifier}", *hashes)))
    return "\n".join(kept) + "\n"


def _pins(text: str) -> Iterator[list[str]]:
    """Yield each pin with its hashes: continued lines belong together."""
    for entry in text.replace(" \\\n", "\0").splitlines():
        yield entry.split("\0")


def download(pins: str, system: str, python: str, folder: Path) -> None:
    """Put the wheels of these pins into a folder; raises ``CalledProcessError`` where there is none."""
    wanted = folder / "pins.txt"
    wanted.write_text(pins, encoding="utf-8")
    platforms = (f"--platform={each}" for each in SYSTEMS[system].platforms)
    call = [
        sys.executable, "-m", "pip", "download", "--quiet", "--require-hashes", "--no-deps",
        "--only-binary=:all:", "--implementation=cp", f"--python-version={python}", *platforms,
        f"--dest={folder}", f"--requirement={wanted}",
    ]  # fmt: skip
    subprocess.run(call, check=True)
    wanted.unlink()


def build(folder: Path) -> None:
    """Put the project's own wheel into a folder, with the build backend that is installed here."""
    call = (sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation")
    subprocess.run([*call, f"--wheel-dir={folder}", str(ROOT)], check=True)


def write_zip(wheels: Path, system: str, pythons: Sequence[str], out: Path) -> Path:
    """Write ``ipak-VERSION-SYSTEM.zip`` with the wheels of a folder and the starter, and return its path."""
    name = f"ipak-{__version__}-{system}"
    out.mkdir(parents=True, exist_ok=True)
    target = out / f"{name}.zip"
    contents = sorted(wheels.glob("*.whl"))
    with ZipFile(target, "w") as archive:
        for path, content in sorted(_texts(contents, system, pythons).items()):
            _add(archive, f"{name}/{path}", content)
        for wheel in contents:
            _add(archive, f"{name}/roda/{wheel.name}", wheel.read_bytes())
    return target


def starter_files(system: str, pythons: Sequence[str]) -> dict[str, bytes]:
    """Return what people open: the starter and the page about it, by their names."""
    computer = SYSTEMS[system]
    names = " ".join(f"python{each}" for each in pythons)
    fields = {"VERSION": __version__, "PYTHONS": " ".join(pythons), "NAMES": names, **computer.fields}
    lines = "\r\n" if system == "windows" else "\n"
    return {
        each: _filled((STARTERS / each).read_text(encoding="utf-8"), fields).replace("\n", lines).encode()
        for each in ("BACA-SAYA.txt", computer.starter)
    }


def _texts(wheels: Sequence[Path], system: str, pythons: Sequence[str]) -> dict[str, bytes]:
    """Return everything but the wheels, by its path in the zip."""
    # Named after its content: what differs is installed anew, and what is the same starts at once.
    digests = b"".join(hashlib.sha256(each.read_bytes()).digest() for each in wheels)
    about = {
        "id": f"{__version__}-{hashlib.sha256(digests).hexdigest()[:12]}", "version": __version__,
        "system": SYSTEMS[system].shown, "pythons": " ".join(pythons),
    }  # fmt: skip
    return {
        **starter_files(system, pythons),
        "Panduan ipak.html": (ROOT / "docs" / "panduan.html").read_bytes(),
        "roda/mulai.py": (STARTERS / "mulai.py").read_bytes(),
        "roda/isi.json": json.dumps(about, ensure_ascii=False, indent=1).encode(),
        "roda/requirements.txt": (PINS.read_text(encoding="utf-8") + _own_pin(wheels)).encode(),
    }


def _own_pin(wheels: Iterable[Path]) -> str:
    """Return the pin of the project's own wheel, with its hash like all others."""
    (own,) = (each for each in wheels if each.name.startswith("ipak_cli-"))
    digest = hashlib.sha256(own.read_bytes()).hexdigest()
    return f"ipak-cli=={own.name.split('-')[1]} \\\n    --hash=sha256:{digest}\n"


def _filled(text: str, fields: Mapping[str, str]) -> str:
    for name, value in fields.items():
        text = text.replace(f"@{name}@", value)
    return text


def _add(archive: ZipFile, path: str, content: bytes) -> None:
    member = ZipInfo(path, _ANY_DAY)
    member.external_attr = (0o100755 if path.endswith(".sh") else 0o100644) << 16
    member.compress_type = ZIP_STORED if path.endswith(".whl") else ZIP_DEFLATED  # wheels are zips themselves
    archive.writestr(member, content)


if __name__ == "__main__":
    print(main(sys.argv[1:]))
