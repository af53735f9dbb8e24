"""What the work of a template costs: charges that are written into its tree, and the weight of a value.

Every piece of work that a template can cause is charged before it is done: each round of a loop and each
body of a macro, block or template by its length, each operation by the weight of what it is given. The
charges stand under names that no template can write, so that no template can make its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from jinja2 import TemplateAssertionError, nodes
from jinja2.compiler import CodeGenerator
from jinja2.visitor import NodeTransformer

if TYPE_CHECKING:
    from jinja2.compiler import Frame

LETTER: Final = 5
"""What a letter of output costs: a page of six million letters is all that a template may write."""
ROUND: Final = "each round"
WEIGHED: Final = "each weight"
"""Filters that only our own code can name: a name in a template holds no space."""
_STEP: Final = 3
_VALUE: Final = 20

Bodied = TypeVar("Bodied", nodes.Template, nodes.For, nodes.Macro, nodes.CallBlock, nodes.Block)


def weight(value: object, most: int | None = None) -> int:
    """Return how much work it can be to read, compare or write a value: its letters, and its parts.

    Counts no further than ``most``: a value may hold itself so many times that no counting would end.
    """
    counted = 0
    rest = [value]
    while rest and (most is None or counted <= most):
        each = rest.pop()
        counted += _VALUE
        match each:
            case str() | bytes():
                counted += len(each)
            case int():
                counted += each.bit_length()
            case tuple() | list() | set() | frozenset():
                rest.extend(each)
            case dict():
                rest.extend(each)
                rest.extend(each.values())
            case _:
                names = getattr(type(each), "__dataclass_fields__", ())
                rest.extend(getattr(each, name) for name in names)
    return counted


class _Metering(NodeTransformer):
    """Charge every body before it runs and every operation for its operands; let nobody turn escaping off."""

    def visit_Template(self, node: nodes.Template) -> nodes.Template:  # noqa: N802 (Jinja finds it by this name)
        return self._charged(node)

    def visit_Macro(self, node: nodes.Macro) -> nodes.Macro:  # noqa: N802 (as above)
        return self._charged(node)

    def visit_CallBlock(self, node: nodes.CallBlock) -> nodes.CallBlock:  # noqa: N802 (as above)
        return self._charged(node)

    def visit_Block(self, node: nodes.Block) -> nodes.Block:  # noqa: N802 (as above)
        return self._charged(node)

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 (as above)
        if node.test is not None:
            node.test = nodes.And(_round(node), node.test).set_lineno(node.lineno)
        return self._charged(node)

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802 (as above)
        self.generic_visit(node)
        node.nodes = [_weighed(each) for each in node.nodes]
        return node

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:  # noqa: N802 (as above)
        self.generic_visit(node)
        node.expr = _weighed(node.expr)
        return node

    def visit_Operand(self, node: nodes.Operand) -> nodes.Node:  # noqa: N802 (as above)
        self.generic_visit(node)
        node.expr = _weighed(node.expr)
        return node

    def visit_Pair(self, node: nodes.Pair) -> nodes.Node:  # noqa: N802 (as above)
        self.generic_visit(node)
        node.key = _weighed(node.key)
        return node

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:  # noqa: N802 (as above)
        self.generic_visit(node)
        if isinstance(node.arg, nodes.Slice):
            node.node = _weighed(node.node)
        else:
            node.arg = _weighed(node.arg)
        return node

    def visit_ScopedEvalContextModifier(self, node: nodes.ScopedEvalContextModifier) -> nodes.Node:  # noqa: N802 (as above)
        raise TemplateAssertionError("autoescape cannot be changed", node.lineno)

    def _charged(self, node: Bodied) -> Bodied:
        charge = nodes.ExprStmt(_round(node)).set_lineno(node.lineno)
        self.generic_visit(node)
        node.body.insert(0, charge)
        return node


def _round(node: nodes.Node) -> nodes.Filter:
    """Return the charge for one round through a body: its parts and the letters that it writes."""
    letters = sum(len(data.data) for data in node.find_all(nodes.TemplateData))
    cost = _STEP * sum(1 for _ in node.find_all(nodes.Node)) + LETTER * letters
    return _charge(nodes.Const(True), ROUND, nodes.Const(cost), node.lineno)  # noqa: FBT003 (a value of the template)


def _weighed(node: nodes.Expr) -> nodes.Filter:
    return _charge(node, WEIGHED, None, node.lineno)


def _charge(node: nodes.Expr, name: str, argument: nodes.Const | None, line: int) -> nodes.Filter:
    charge = nodes.Filter(node, name, [argument] if argument else [], [], None, None)
    charge.set_lineno(line)
    return charge


class MeteredCode(CodeGenerator):
    """Makes code of a template in which every piece of work is charged."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 (as above)
        """Write the charges into the tree before its code is made."""
        _Metering().visit(node)
        super().visit_Template(node, frame)
