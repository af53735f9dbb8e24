"""Fuzz one reader, or ``all`` with ``--plain``: ``python tools/fuzz.py door --seconds 60``."""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import tempfile
import time
import tracemalloc
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from makers.fuzz_targets import Target

ROOT: Final = Path(__file__).parents[1]
SLOWEST: Final = 5
"""Seconds after which one input counts as a hang."""
MEMORY: Final = 6_000
"""Megabytes for the whole process: atheris never lets go of an array that instrumented code has compared, so
that memory grows with every input; what one input may take is held by the tests of the door."""
DEAREST: Final = 2.0
"""Seconds of the processor that any one input may cost, as ``--plain`` measures them."""
PER_BYTE: Final = 20e-6
"""Seconds a byte may cost, where an input is longer than what everything costs anyway."""
ANYWAY: Final = 0.25
LARGEST: Final = 200 << 20
"""Bytes that Python may hold at once for one input."""


def main() -> None:
    """Read the command line; run the target on its seeds and what grows from them, or on one input alone."""
    sys.path.insert(0, str(ROOT / "tests"))
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", help="a name of makers.fuzz_targets.TARGETS, or all")
    parser.add_argument("--seconds", type=int, default=60, help="for all targets together")
    parser.add_argument(
        "--corpus", type=Path, help="a folder that keeps what was learnt; else a temporary one"
    )
    parser.add_argument(
        "--input", type=Path, help="run this input alone, without a fuzzer: what a crash left"
    )
    parser.add_argument("--plain", action="store_true", help="measure what inputs cost, without atheris")
    asked = parser.parse_args()
    if asked.input is not None:
        _targets()[asked.target].run(asked.input.read_bytes())
    elif asked.plain:
        names = list(_targets()) if asked.target == "all" else [asked.target]
        dear = [measure(name, asked.seconds / len(names)) for name in names]
        sys.exit(any(dear))
    else:
        with tempfile.TemporaryDirectory() as folder:
            fuzz(asked.target, asked.seconds, asked.corpus or Path(folder))


def fuzz(name: str, seconds: int, corpus: Path) -> None:
    """Run one target for some seconds; a failing input is left in the current folder. Ends the process."""
    atheris = import_module("atheris")
    with atheris.instrument_imports(include=["ipak_cli"]):
        target = _targets()[name]
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate((*target.seeds(), *_repeated(target, 500))):
        (corpus / f"seed-{number}").write_bytes(seed)
    limits = [f"-max_total_time={seconds}", f"-timeout={SLOWEST}", f"-rss_limit_mb={MEMORY}"]
    limits += [f"-max_len={target.longest}", f"-artifact_prefix={name}-", "-print_final_stats=1"]
    mutator = {"custom_mutator": _package_mutator()} if target.packed else {}
    atheris.Setup([sys.argv[0], *limits, str(corpus)], target.run, **mutator)
    atheris.Fuzz()


def measure(name: str, seconds: float) -> int:
    """Run one target for some seconds and measure every input; leave those that cost too much, count them.

    An input that fails is left too, and ends the process.
    """
    target, end, dear, runs, worst = _targets()[name], time.monotonic() + seconds, 0, 0, 0.0
    target.run(b"")  # what is read once is no input's cost
    for data in _inputs(target, random.Random(name)):  # noqa: S311 (no secret)
        if time.monotonic() > end:
            break
        spent, held = _cost(name, target, data)
        runs, worst = runs + 1, max(worst, spent)
        if spent > min(DEAREST, ANYWAY + PER_BYTE * len(data)) or held > LARGEST:
            dear += 1
            _keep(name, "slow", data)
    sys.stdout.write(f"{name}: {runs} inputs, the dearest {worst:.2f} s, {dear} too dear\n")
    return dear


def _cost(name: str, target: Target, data: bytes) -> tuple[float, int]:
    """Return the seconds of the processor that an input costs, and the bytes that are held for it.

    Memory is looked at only where time was spent: to look makes everything several times as slow.
    """
    begun = time.process_time()
    try:
        target.run(data)
    except Exception:
        _keep(name, "crash", data)
        raise
    spent = time.process_time() - begun
    if spent < ANYWAY:
        return spent, 0
    tracemalloc.start()
    target.run(data)
    held = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return spent, held


def _inputs(target: Target, chance: random.Random) -> Iterator[bytes]:
    """Yield the seeds, what repeats in every length, and then changes of both for ever."""
    mutations = import_module("makers.mutations")
    change = mutations.changed_package if target.packed else mutations.changed_bytes
    lengths = sorted({min(length, target.longest) for length in (100, 2_000, 20_000, target.longest)})
    found = [*target.seeds(), *(data for length in lengths for data in _repeated(target, length))]
    yield from found
    for _ in count():
        yield change(chance.choice(found), chance)


def _repeated(target: Target, length: int) -> Iterator[bytes]:
    costs = import_module("makers.fuzz_costs")
    return (data for unit in costs.UNITS for data in costs.repeated(target, unit, length))


def _keep(name: str, what: str, data: bytes) -> None:
    Path(f"{name}-{what}-{hashlib.sha256(data).hexdigest()[:16]}").write_bytes(data)


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
