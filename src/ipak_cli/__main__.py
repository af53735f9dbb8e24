"""The way in: starts the command line, and turns whatever goes wrong there into an exit code."""

from __future__ import annotations

import gc
import os
import sys

from ipak_cli import __version__


def main() -> None:
    """Run ``ipak``; ``--version`` alone is answered before anything is imported."""
    if sys.argv[1:] == ["--version"]:
        if sys.stdout is not None:  # as a system starts a program whose output is closed
            sys.stdout.write(f"ipak {__version__}\n")
        return
    # Python looks for rings of garbage whenever there are so many new objects; at its own 700 the imports
    # alone cause hundreds of searches, and find nothing.
    gc.set_threshold(200_000)
    # NumPy would start a thread a core for matrices; those of a tally are far too small for that.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        from ipak_cli.cli.app import run  # noqa: PLC0415 (importing Typer takes ten times as long as --version)

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # before, or after, the command line could have answered
        sys.stderr.write("Dihentikan.\n")
        code = 130
    import signal  # noqa: PLC0415 (as above; it is loaded by now)

    # From here on an interrupt has nothing left to stop. One that came inside an exec, such as that of
    # dataclasses, is remembered by Python 3.11 although it was caught, and would end the process with
    # another exit code; the next exec forgets it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    exec("")  # noqa: S102 (as said)
    # Python looks through all objects for garbage once more before it ends, which takes longer than a small
    # survey; the system takes the memory back anyway. Files, locks and what runs at exit are closed as ever.
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    main()
