"""An office's template that replaces single blocks of a shipped one: nothing in it may be ignored in silence.

Jinja says nothing of a block that the shipped template does not have, nor of what stands outside the blocks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinja2 import nodes

from ipak_cli.base.problem import Problem, Where, problem
from ipak_cli.catalogue.report import BLOCK_UNKNOWN, PARENT_NOT_SHIPPED, TEXT_OUTSIDE_BLOCKS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jinja2 import Environment

SHIPPED: Final = "bawaan/"
"""What stands before the name of a template where the shipped one is meant, and not the office's own."""
_PREPARING: Final = (nodes.Assign, nodes.AssignBlock, nodes.FromImport, nodes.Import, nodes.Macro)
"""What a template may do outside its blocks: give names to values that its blocks use."""


def ignored_parts(
    environment: Environment, source: str, where: Where, shipped: Callable[[str], str | None]
) -> Iterator[Problem]:
    """Yield what would have no effect in a template that extends a shipped one; nothing for any other.

    ``shipped`` returns the text of a shipped template by its name, or ``None``.
    """
    tree = environment.parse(source)
    extended = [*tree.find_all(nodes.Extends)]
    for each in extended:
        name = each.template.value if isinstance(each.template, nodes.Const) else ""
        text = shipped(str(name).removeprefix(SHIPPED)) if str(name).startswith(SHIPPED) else None
        if text is None or each not in tree.body or len(extended) > 1:
            yield problem(PARENT_NOT_SHIPPED, Where(where.file, line=each.lineno), prefix=SHIPPED)
            return
        yield from _unknown_blocks(tree, environment.parse(text), where)
        yield from _outside_blocks(tree, where)


def _unknown_blocks(tree: nodes.Template, parent: nodes.Template, where: Where) -> Iterator[Problem]:
    known = [block.name for block in parent.find_all(nodes.Block)]
    for block in (each for each in tree.body if isinstance(each, nodes.Block)):
        if block.name not in known:
            named = ", ".join(known) or "tidak ada"
            yield problem(BLOCK_UNKNOWN, Where(where.file, line=block.lineno), block=block.name, known=named)


def _outside_blocks(tree: nodes.Template, where: Where) -> Iterator[Problem]:
    allowed = (nodes.Block, nodes.Extends, *_PREPARING)
    for part in tree.body:
        if not isinstance(part, allowed) and not _is_blank(part):
            yield problem(TEXT_OUTSIDE_BLOCKS, Where(where.file, line=_first_line(part)))


def _is_blank(part: nodes.Node) -> bool:
    return isinstance(part, nodes.Output) and all(
        isinstance(each, nodes.TemplateData) and not each.data.strip() for each in part.nodes
    )


def _first_line(part: nodes.Node) -> int:
    """Return the line on which something stands, behind the blank lines before it."""
    first = part.nodes[0] if isinstance(part, nodes.Output) else part
    text = first.data if isinstance(first, nodes.TemplateData) else ""
    return part.lineno + text[: len(text) - len(text.lstrip())].count("\n")
