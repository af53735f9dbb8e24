"""A fault of the program itself: where it is, for whoever mends it, and a line for whoever met it."""

from __future__ import annotations

import sys
import tempfile
import traceback
from pathlib import Path

from ipak_cli import __version__


def report_bug(bug: Exception) -> str:
    """Write where the bug is, and nothing of what was read: messages may hold respondents' words.

    Returns the path of the log file, which is told on standard error too.
    """
    frames = traceback.extract_tb(bug.__traceback__)
    places = "".join(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}\n" for frame in frames)
    with tempfile.NamedTemporaryFile(
        "w", prefix="ipak-galat-", suffix=".log", delete=False, encoding="utf-8"
    ) as log:
        log.write(f"ipak {__version__}, Python {sys.version.split()[0]}\n{type(bug).__name__}\n{places}")
    sys.stderr.write(
        f"GALAT X001: ada kesalahan di dalam ipak ({type(bug).__name__}), bukan pada berkas Anda. "
        f"Kirim berkas log ini kepada pengelola ipak: {log.name}\n"
    )
    return log.name
