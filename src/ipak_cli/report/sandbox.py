"""Where templates run: nothing undefined, nothing unsafe, and no more work than a report can need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinja2 import StrictUndefined, TemplateAssertionError, Undefined, UndefinedError, nodes
from jinja2.compiler import CodeGenerator
from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, LoopContext, Macro
from jinja2.sandbox import SandboxedEnvironment
from jinja2.visitor import NodeTransformer

from ipak_cli.report.outline import LinkedText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from jinja2 import BaseLoader, Template
    from jinja2.compiler import Frame
    from jinja2.runtime import Context

MOST_WORK: Final = 30_000_000
"""Steps and letters that an office's templates may cost: some seconds, and a report of a thousand pages."""
_CALL: Final = 1_000
_LARGEST: Final = 1_000_000
_FILTERS: Final = frozenset({
    "capitalize", "count", "d", "default", "first", "last", "length", "lower", "trim", "upper",
})  # fmt: skip
"""Those of Jinja's filters that cost no more than what they are given, and that leave escaping alone."""


class TooMuchWorkError(Exception):
    """A template would run for too long or write too much."""


class _Metering(NodeTransformer):
    """Put a meter at every loop and at every joining of texts; let nobody turn the escaping off."""

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 (Jinja finds it by this name)
        cost = nodes.Const(sum(1 for _ in node.find_all(nodes.Node)))
        self.generic_visit(node)
        node.iter = nodes.Filter(node.iter, "_each", [cost], [], None, None).set_lineno(node.lineno)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802 (as above)
        self.generic_visit(node)
        return nodes.Filter(node, "_text", [], [], None, None).set_lineno(node.lineno)

    def visit_ScopedEvalContextModifier(self, node: nodes.ScopedEvalContextModifier) -> nodes.Node:  # noqa: N802 (as above)
        raise TemplateAssertionError("autoescape cannot be changed", node.lineno)


class _MeteredCode(CodeGenerator):
    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 (as above)
        _Metering().visit(node)
        super().visit_Template(node, frame)


class Sandbox(SandboxedEnvironment):
    """An environment whose templates can show what they are given, and do nothing else.

    ``write`` makes the output of every text that is not output already; ``functions`` are what templates may
    call beside their own macros. Lists are read to their end and counted before a loop begins; sums are for
    small whole numbers only.
    """

    code_generator_class = _MeteredCode
    intercepted_binops = frozenset(SandboxedEnvironment.default_binop_table)

    def __init__(
        self,
        loader: BaseLoader,
        write: Callable[[str], str],
        functions: Mapping[str, Callable[..., object]],
        *,
        escapes: bool,
        limit: int | None,
    ) -> None:
        super().__init__(
            loader=loader, undefined=StrictUndefined, autoescape=escapes, finalize=self._shown,
            trim_blocks=True, lstrip_blocks=True,
        )  # fmt: skip
        self._write = write
        self._left = limit
        self._callable = frozenset(functions.values())
        self.globals = dict(functions)
        kept = {name: self.filters[name] for name in _FILTERS}
        self.filters = {**kept, "join": self._join, "_each": self._each, "_text": self._text}

    def is_safe_callable(self, obj: object) -> bool:
        """Allow macros, blocks, recursive loops and the given functions; asked before every call."""
        self.spend(_CALL)
        return isinstance(obj, Macro | BlockReference | LoopContext) or obj in self._callable

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """Allow sums of small whole numbers: texts are repeated and grown by the same operators."""
        small = all(isinstance(value, int) and abs(value) <= _LARGEST for value in (left, right))
        if operator == "**" or not small:
            raise SecurityError(f"{operator} is for small whole numbers")
        return super().call_binop(context, operator, left, right)

    def get_template(
        self, name: str | Template, parent: str | None = None, globals: Mapping[str, object] | None = None  # noqa: A002 (Jinja's name)
    ) -> Template:  # fmt: skip
        """Find a template; its use costs as much as a call."""
        self.spend(_CALL)
        return super().get_template(name, parent, dict(globals) if globals else None)

    def concat(self, texts: Iterable[str]) -> str:
        """Join what a template, a macro or a block has written."""
        listed = list(texts)
        self.spend(sum(map(len, listed)))
        return "".join(listed)

    def spend(self, work: int) -> None:
        """Take work from what is allowed; raises ``TooMuchWorkError`` when nothing is left."""
        if self._left is not None:
            self._left -= work
            if self._left < 0:
                raise TooMuchWorkError

    def _shown(self, value: object) -> str:
        """Return the output of a value; raises ``UndefinedError`` for ``None``, ``TypeError`` for no text."""
        if value is None:
            raise UndefinedError("'None' is not a text")
        if not isinstance(value, str | int | LinkedText | Undefined):
            raise TypeError(f"{type(value).__name__} is not a text")
        text = value if isinstance(value, str) else str(value)
        self.spend(len(text) + 1)
        return text if hasattr(text, "__html__") else self._write(text)

    def _each(self, values: Iterable[object], cost: int) -> list[object]:
        listed = list(values)
        self.spend(len(listed) * cost)
        return listed

    def _text(self, text: str) -> str:
        self.spend(len(text))
        return text

    def _join(self, values: Iterable[object], between: str = "") -> str:
        if isinstance(values, str):
            raise TypeError("join is for lists")
        texts = [str(value) for value in self._each(values, len(between) + 1)]
        self.spend(sum(map(len, texts)))
        return between.join(texts)
