"""Where templates run: nothing undefined, nothing unsafe, and no more work than a report can need."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Final, TypeAlias, cast

from jinja2 import StrictUndefined, Undefined, UndefinedError, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, LoopContext, Macro
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from ipak_cli.report.metering import LETTER, ROUND, WEIGHED, MeteredCode, weight
from ipak_cli.report.outline import LinkedText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from jinja2 import BaseLoader, Template
    from jinja2.runtime import Context

    _Function: TypeAlias = Callable[..., object]

MOST_WORK: Final = 30_000_000
"""Steps and letters that an office's templates may cost: some seconds, and a report of a thousand pages."""
_MORE_WORK: Final = 100
"""Steps that each letter of what a report shows adds to them."""
LONGEST_TEMPLATE: Final = 100_000
"""Letters of a template of an office; the longest shipped one has 6,000."""
_CALL: Final = 1_000
_LARGEST: Final = 1_000_000
_QUICK_FILTERS: Final = frozenset({"count", "d", "default", "first", "last", "length"})
_TEXT_FILTERS: Final = frozenset({"capitalize", "lower", "upper"})
"""Those of Jinja's filters that cost no more than what they are given, and that leave escaping alone."""
_TESTS: Final = frozenset({
    "!=", "<", "<=", "==", ">", ">=", "boolean", "defined", "eq", "equalto", "false", "float", "ge",
    "greaterthan", "gt", "in", "integer", "iterable", "le", "lessthan", "lower", "lt", "mapping", "ne",
    "none", "number", "sameas", "sequence", "string", "true", "undefined", "upper",
})  # fmt: skip
"""Those of Jinja's tests that only look; ``odd``, ``even``, ``divisibleby`` are ours: ``%`` fills texts."""


class TooMuchWorkError(Exception):
    """A template would run for too long or write too much."""


def work_allowed(shown: object) -> int:
    """Return how much work the templates of an office may cause for a report that shows so much."""
    return MOST_WORK + _MORE_WORK * weight(shown)


class Sandbox(SandboxedEnvironment):
    """An environment whose templates can show what they are given, and do nothing else.

    ``write`` makes the output of every text that is not output already; ``functions`` are what templates may
    call beside their own macros. Sums are for small whole numbers only. ``limit`` is the work that may be
    done in all, ``None`` where all templates are shipped ones.
    """

    code_generator_class = MeteredCode
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
        self.filters = {
            **{name: self.filters[name] for name in _QUICK_FILTERS},
            **{name: self._metered(self.filters[name]) for name in _TEXT_FILTERS},
            "join": self._metered(_join), "trim": self._trim,
            ROUND: self._round, WEIGHED: self._weighed,
        }  # fmt: skip
        self.tests = {
            **{name: self._metered(cast("_Function", self.tests[name])) for name in _TESTS},
            "divisibleby": _is_divisible, "even": _is_even, "odd": _is_odd,
        }  # fmt: skip

    def is_safe_callable(self, obj: object) -> bool:
        """Allow macros, blocks, recursive loops and the given functions; asked before every call."""
        return isinstance(obj, Macro | BlockReference | LoopContext) or (
            callable(obj) and obj in self._callable
        )

    def call(self, context: Context, called: object, /, *arguments: object, **named: object) -> object:
        """Call what may be called; a call costs something, and the weight of its arguments.

        What a block returns, such as ``super()``, is output already.
        """
        self.spend(_CALL)
        self._weigh(called, arguments, named)
        made = super().call(context, called, *arguments, **named)
        return Markup(made) if isinstance(called, BlockReference) else made  # noqa: S704 (written by ``_shown``)

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
        self._weigh(name)
        return super().get_template(name, parent, dict(globals) if globals else None)

    def select_template(
        self,
        names: Iterable[str | Template],
        parent: str | None = None,
        globals: Mapping[str, object] | None = None,  # noqa: A002 (Jinja's name)
    ) -> Template:
        """Find the first of several templates; each costs as much as a call."""
        listed: Sequence[str | Template] = list(names)
        self.spend(_CALL * len(listed))
        self._weigh(listed)
        return super().select_template(listed, parent, dict(globals) if globals else None)

    def spend(self, work: int) -> None:
        """Take work from what is allowed; raises ``TooMuchWorkError`` when nothing is left."""
        if self._left is not None:
            self._left -= work
            if self._left < 0:
                raise TooMuchWorkError

    def _weigh(self, *values: object) -> None:
        if self._left is not None:
            self.spend(weight(values, self._left))

    def _shown(self, value: object) -> str:
        """Return the output of a value; raises ``UndefinedError`` for ``None``, ``TypeError`` for no text."""
        if value is None:
            raise UndefinedError("'None' is not a text")
        if not isinstance(value, str | int | LinkedText | Undefined):
            raise TypeError(f"{type(value).__name__} is not a text")
        text = value if isinstance(value, str) else str(value)
        self.spend(LETTER * len(text) + 1)
        return text if hasattr(text, "__html__") else self._write(text)

    @pass_context
    def _round(self, _: Context, value: object, cost: int) -> object:
        self.spend(cost)
        return value

    @pass_context
    def _weighed(self, _: Context, value: object) -> object:
        self._weigh(value)
        return value

    def _trim(self, text: str, chars: str | None = None) -> str:
        self._weigh(text)
        self.spend(len(text) * len(chars or ""))
        return text.strip(chars)

    def _metered(self, function: _Function) -> _Function:
        """Return a filter or test that is charged for what it is given."""

        @wraps(function)
        def charged(*values: object, **named: object) -> object:
            self._weigh(values, named)
            return function(*values, **named)

        return charged


def _join(values: Iterable[object], between: str = "") -> str:
    if isinstance(values, str):
        raise TypeError("join is for lists")
    return between.join(map(str, values))


def _is_odd(number: int) -> bool:
    return _whole(number) % 2 == 1


def _is_even(number: int) -> bool:
    return _whole(number) % 2 == 0


def _is_divisible(number: int, by: int) -> bool:
    return _whole(number) % _whole(by) == 0


def _whole(number: object) -> int:
    if not isinstance(number, int):
        raise TypeError("this test is for whole numbers")
    return number
