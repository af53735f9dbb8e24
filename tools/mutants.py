"""Change a module in one small place after another, and tell which changes its tests do not notice.

``python tools/mutants.py src/ipak_cli/survey/scores.py tests/survey/test_scores.py`` prints each mutant that
lived, by its line, and the score. With ``--from 40 --to 60`` only the mutants of these lines are tried.

A tool of our own because limits are what we look for, and many stand in constants of a module or in
properties: mutmut changes neither, and cosmic-ray writes into the source and starts Python anew for every
mutant. Here a mutant is loaded in a child of a process that has the libraries already. Needs ``fork``.
"""

from __future__ import annotations

import argparse
import ast
import os
import signal
import sys
import time
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import Phase, settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from types import CodeType, ModuleType

SOURCE: Final = Path(__file__).parents[1] / "src"
LIBRARIES: Final = ("numpy", "pandas", "pydantic", "yaml")
"""Loaded once, before the children; a library that is missing here only costs time."""
SWAPS: Final[dict[type[ast.AST], type[ast.AST]]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.And: ast.Or,
    ast.Or: ast.And, ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult, ast.Pow: ast.Mult, ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd, ast.USub: ast.UAdd,
}  # fmt: skip
PROFILE: Final[dict[str, Any]] = {
    "database": None,
    "derandomize": True,
    "phases": [Phase.explicit, Phase.generate],
}
"""Hypothesis tries the same examples for every mutant, and does not look for smaller ones."""
PYTEST: Final = ("-x", "-q", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning")
REMOVED: Final = (ast.Raise, ast.Return, ast.AugAssign, ast.Continue, ast.Break)


@dataclass(frozen=True, slots=True)
class Mutant:
    """One small change: its line, what it is, and the function that makes it in the tree."""

    line: int
    text: str
    apply: Callable[[], None]


class Mutated(SourceFileLoader):
    """Load a module, and find it before Python's own finders do; what is run is ``tree``."""

    tree: ast.Module

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:  # noqa: ARG002
        """Find this one module."""
        return spec_from_file_location(name, self.path, loader=self) if name == self.name else None

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002
        """Return the changed code."""
        return compile(self.tree, self.path, "exec")


def mutants_of(tree: ast.Module) -> Iterator[Mutant]:
    """Yield each change, from top to bottom."""
    for node in _nodes(tree):
        yield from _of_node(node)
        for block in ("body", "orelse", "finalbody"):
            statements = getattr(node, block, None)
            if isinstance(statements, list):
                yield from _of_block(node, statements)


def _nodes(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what runs: annotations, and what only the type checker reads, do not."""
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        return
    yield node
    for name, value in ast.iter_fields(node):
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and name not in ("annotation", "returns"):
                yield from _nodes(child)


def _of_node(node: ast.AST) -> Iterator[Mutant]:
    match node:
        case ast.Compare(lineno=line, ops=ops):
            for place, op in enumerate(ops):
                yield _swapped(line, op, partial(ops.__setitem__, place))
        case ast.BoolOp(op=op) | ast.BinOp(op=op) | ast.AugAssign(op=op) if type(op) in SWAPS:
            yield _swapped(node.lineno, op, partial(setattr, node, "op"))
        case ast.UnaryOp(lineno=line, op=ast.USub() as op):
            yield _swapped(line, op, partial(setattr, node, "op"))
        case ast.UnaryOp(lineno=line, op=ast.Not(), operand=operand):
            twice = ast.UnaryOp(ast.Not(), operand)
            yield Mutant(line, "without not", partial(setattr, node, "operand", twice))
        case ast.Constant(lineno=line, value=int() | float() as number) if not isinstance(number, bool):
            for other in (number - 1, number + 1):
                yield Mutant(line, f"{number} -> {other}", partial(setattr, node, "value", other))
        case ast.Return(lineno=line, value=ast.AST() as value) if ast.unparse(value) != "None":
            yield Mutant(line, "return None", partial(setattr, node, "value", ast.Constant(None)))


def _swapped(line: int, op: ast.AST, put: Callable[[Any], None]) -> Mutant:
    new = SWAPS[type(op)]
    return Mutant(line, f"{type(op).__name__} -> {new.__name__}", partial(put, new()))


def _of_block(parent: ast.AST, statements: list[ast.stmt]) -> Iterator[Mutant]:
    """Leave out calls, raises and early returns, a statement at a time."""
    for place, statement in enumerate(statements):
        called = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call | ast.Yield)
        last = isinstance(statement, ast.Return) and isinstance(parent, ast.FunctionDef)
        if called or (isinstance(statement, REMOVED) and not last):
            text = f"without {ast.unparse(statement).splitlines()[0][:60]}"
            yield Mutant(statement.lineno, text, partial(statements.__setitem__, place, ast.Pass()))


def notices(tests: Sequence[str], loader: Mutated, mutant: Mutant | None, seconds: int) -> bool:
    """Tell whether the tests fail with a mutant, in a child; one that never ends is noticed too."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1] != 0
    signal.alarm(seconds)
    if mutant:
        mutant.apply()
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
    ast.fix_missing_locations(loader.tree)
    sys.meta_path.insert(0, loader)
    settings.register_profile("mutants", **PROFILE)
    settings.load_profile("mutants")
    os._exit(pytest.main([*PYTEST, *tests]))


def unload(name: str) -> ModuleType:
    """Load the libraries that a module needs, but nothing of ours, which might hold what is to be changed.

    A package that imports its own modules does, as the list of the rules holds each of them.
    """
    for library in LIBRARIES:
        import_module(library)
    module = import_module(name)
    ours = name.partition(".")[0]
    for loaded in [each for each in sys.modules if each.partition(".")[0] == ours]:
        del sys.modules[loaded]
    return module


def main() -> int:
    """Try every mutant of a module against its tests."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("module", type=Path)
    parser.add_argument("tests", nargs="+")
    parser.add_argument("--from", dest="first", type=int, default=1, help="first line")
    parser.add_argument("--to", dest="last", type=int, default=sys.maxsize, help="last line")
    asked = parser.parse_args()
    path = asked.module.resolve()
    name = ".".join(path.relative_to(SOURCE).with_suffix("").parts)
    unload(name)
    loader = Mutated(name, str(path))
    loader.tree = ast.parse(path.read_text(encoding="utf-8"))
    mutants = [each for each in mutants_of(loader.tree) if asked.first <= each.line <= asked.last]
    began = time.monotonic()
    if notices(asked.tests, loader, None, 600):
        print(f"{asked.module}: the tests fail without any change")
        return 2
    seconds = 10 + 5 * int(time.monotonic() - began)
    living = [each for each in mutants if not notices(asked.tests, loader, each, seconds)]
    for each in sorted(living, key=lambda each: each.line):
        print(f"{asked.module}:{each.line}: {each.text}")
    killed = len(mutants) - len(living)
    print(f"{asked.module}: {killed} of {len(mutants)} noticed ({100 * killed // max(len(mutants), 1)} %)")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
