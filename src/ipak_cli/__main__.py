"""The way in: starts the command line, and turns whatever goes wrong there into an exit code."""

from __future__ import annotations

import sys

from ipak_cli import __version__


def main() -> None:
    """Run ``ipak``; ``--version`` alone is answered before anything is imported."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"ipak {__version__}\n")
        return
    from ipak_cli.cli.app import run  # noqa: PLC0415 (importing Typer takes ten times as long as --version)

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
