"""Install ipak from the wheels beside this file, once for each user, and open its page.

The starters run this with a Python that the wheels are for.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import venv
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

WHEELS: Final = Path(__file__).resolve().parent
_MARK: Final = "siap"
"""Written last: a folder without it was left by an installation that did not end."""
END: Final = "Selesai."
_PAUSE: Final = 0.5
_WINDOWS: Final = sys.platform == "win32"


def main(arguments: list[str]) -> int:
    """Open ipak's page with these arguments, and return its exit code; 1 where it could not be installed."""
    about = json.loads((WHEELS / "isi.json").read_text(encoding="utf-8"))
    place = data_folder(os.environ) / about["id"]
    try:
        if not (place / _MARK).exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            with alone(place.with_name(f"{place.name}.kunci")):
                if not (place / _MARK).exists():  # nobody else has done it meanwhile
                    install(place, about)
    except (OSError, subprocess.CalledProcessError) as refusal:
        explain(refusal, place, about)
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("\nPemasangan dihentikan. Jalankan lagi untuk mengulanginya dari awal.\n")
        return 130
    return start(place, arguments)


def data_folder(environment: Mapping[str, str]) -> Path:
    """Return the folder in which programs of this user keep what is theirs alone, with ``ipak`` at its end.

    Not beside the wheels: those may lie on a stick, on a shared drive, or where nobody may write.
    """
    if _WINDOWS:
        return Path(environment.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "ipak"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "ipak"
    return Path(environment.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "ipak"


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Wait until no other window installs; the system lets go of the lock of a process that ended."""
    with lock.open("a+b") as file:
        told = False
        while not _locked(file.fileno()):
            if not told:
                print("ipak sedang dipasang oleh jendela lain; tunggu sebentar ...", flush=True)
            told = True
            time.sleep(_PAUSE)
        yield


def _locked(file: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 (Windows alone has it)

            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 (all others have it)

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def install(place: Path, about: Mapping[str, str]) -> None:
    """Make an environment of ipak alone; each wheel is checked by its digest, nothing is downloaded.

    Raises ``OSError`` where the folder cannot be written, ``CalledProcessError`` where a wheel does not fit.
    """
    print(beginning(place, about), flush=True)
    shutil.rmtree(place, ignore_errors=True)
    venv.create(place, symlinks=not _WINDOWS)  # without its pip, which some systems sell apart
    (pip,) = WHEELS.glob("pip-*.whl")
    call = [
        str(python_of(place)), "-I", str(pip / "pip"),
        "--isolated", "--disable-pip-version-check", "--no-input",
        "install", "--quiet", "--no-index", "--find-links", str(WHEELS),
        "--no-deps", "--require-hashes", "--requirement", str(WHEELS / "requirements.txt"),
    ]  # fmt: skip
    subprocess.run(call, check=True)
    (place / _MARK).write_text(f"{about['id']}\n", encoding="utf-8")
    print(END, flush=True)


def beginning(place: Path, about: Mapping[str, str]) -> str:
    """Return what is told ahead of the installation."""
    shown = Path("~") / place.relative_to(Path.home()) if place.is_relative_to(Path.home()) else place
    return f"Memasang ipak {about['version']} ke {shown}\nIni hanya sekali, kira-kira satu menit ..."


def python_of(place: Path) -> Path:
    """Return the Python of an environment."""
    return place / "Scripts" / "python.exe" if _WINDOWS else place / "bin" / "python"


def start(place: Path, arguments: list[str]) -> int:
    """Run ``ipak open`` until its page is closed, and return its exit code."""
    # An interrupt is for the page's program, which ends by itself. Unlike an ignored signal, a handler is not
    # handed down to it.
    signal.signal(signal.SIGINT, lambda *_: None)
    return subprocess.call([str(python_of(place)), "-m", "ipak_cli", "open", *arguments])


def explain(refusal: OSError | subprocess.CalledProcessError, place: Path, about: Mapping[str, str]) -> None:
    """Tell what to do where ipak could not be installed."""
    if isinstance(refusal, OSError):
        said = f"Sistem menolak menulis di {place}: {refusal.strerror or refusal}.\n"
        hint = "Periksa ruang kosong di diska dan izin folder itu, lalu jalankan lagi.\n"
    else:
        said = "ipak tidak dapat dipasang dari isi folder “roda”; sebabnya tertulis di atas.\n"
        hint = (
            f"Folder ini dibuat untuk {about['system']} dengan Python {about['pythons']}. Bila komputer ini "
            "lain, minta folder yang cocok. Bila sama, salin lagi seluruh folder: mungkin ada yang rusak.\n"
        )
    sys.stderr.write(f"\n{said}{hint}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
