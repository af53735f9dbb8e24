"""Fuzz one reader by coverage: ``python tools/fuzz.py door --seconds 60`` (needs ``atheris``)."""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from makers.fuzz_targets import Target

ROOT: Final = Path(__file__).parents[1]
SLOWEST: Final = 5
"""Seconds after which one input counts as a hang."""
MEMORY: Final = 6_000
"""Megabytes for the whole process: atheris never lets go of an array that instrumented code has compared, so
that memory grows with every input; what one input may take is held by the tests of the door."""


def main() -> None:
    """Read the command line; run the target on its seeds and what grows from them, or on one input alone."""
    sys.path.insert(0, str(ROOT / "tests"))
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", help="a name of makers.fuzz_targets.TARGETS")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument(
        "--corpus", type=Path, help="a folder that keeps what was learnt; else a temporary one"
    )
    parser.add_argument(
        "--input", type=Path, help="run this input alone, without a fuzzer: what a crash left"
    )
    asked = parser.parse_args()
    if asked.input is not None:
        _targets()[asked.target].run(asked.input.read_bytes())
        return
    with tempfile.TemporaryDirectory() as folder:
        fuzz(asked.target, asked.seconds, asked.corpus or Path(folder))


def fuzz(name: str, seconds: int, corpus: Path) -> None:
    """Run one target for some seconds; a failing input is left in the current folder. Ends the process."""
    atheris = import_module("atheris")
    with atheris.instrument_imports(include=["ipak_cli"]):
        target = _targets()[name]
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(target.seeds()):
        (corpus / f"seed-{number}").write_bytes(seed)
    limits = [f"-max_total_time={seconds}", f"-timeout={SLOWEST}", f"-rss_limit_mb={MEMORY}"]
    limits += [f"-max_len={target.longest}", f"-artifact_prefix={name}-", "-print_final_stats=1"]
    mutator = {"custom_mutator": _package_mutator()} if target.packed else {}
    atheris.Setup([sys.argv[0], *limits, str(corpus)], target.run, **mutator)
    atheris.Fuzz()


def _targets() -> Mapping[str, Target]:
    return import_module("makers.fuzz_targets").TARGETS


def _package_mutator() -> Callable[[bytes, int, int], bytes]:
    """Return a mutator that changes what is inside a packed file, and packs it again."""
    changed_package = import_module("makers.mutations").changed_package

    def mutated(data: bytes, longest: int, seed: int) -> bytes:
        found = changed_package(data, random.Random(seed))  # noqa: S311 (no secret)
        return found if len(found) <= longest else data

    return mutated


if __name__ == "__main__":
    main()
