"""Changes to a YAML text, each where it belongs: comments, order, quotes and all that stays keep their bytes.

PyYAML's nodes know where in the text they begin and end, so that a change is a piece of text put in the
place of another. A library that writes the whole file anew would lay out anew what nobody changed.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

import yaml

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.rubric.yaml_lines import read_document

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ipak_cli.rubric.yaml_lines import Data

_PLAIN: Final = re.compile(
    r"(?:[1-9][0-9]? )?[A-Za-z](?:[^\W_]|[ .,/()'&+%-]|:(?=[^\s:]))*(?<! )|[1-9][0-9]{0,8}|[0-9]\.[0-9]+"
)
"""Texts that need no quotes anywhere in a block."""
_PLAIN_IN_FLOW: Final = re.compile(r"[A-Za-z0-9][\w.-]*")
_WORDS: Final = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
"""What other programs would not take for a text."""
_STEP: Final = 2
_MARK: Final = re.compile(r"^# <<<[^\n]*(?:\n|\Z)", re.MULTILINE)
"""The last line of a part of the file that a command writes anew; nothing else may get inside."""


class _UnsafeError(Exception):
    """A change that cannot be made without touching what should stay."""


class _Splice(NamedTuple):
    start: int
    end: int
    text: str


def edited(text: str, wanted: Mapping[str, Data]) -> str | None:
    """Return a sound YAML text changed so that it says ``wanted``, or ``None`` where that needs a person.

    A new key goes to the place of its example (``#key: ...``) where the text has one, else to the end of its
    part.
    """
    try:
        changed = _Edit(text, "\r\n" if "\r\n" in text else "\n").made(wanted)
        document = read_document(changed.encode(), "")
    except (_UnsafeError, ProblemsFoundError, ValueError):
        return None
    return changed if document.data == wanted and not document.problems else None


def put_value(data: dict[str, Data], path: tuple[str, ...], value: Data) -> None:
    """Set a value in settings, or remove it (``None``) together with the parts that hold nothing else."""
    key, *rest = path
    inside = data.get(key)
    if rest:
        part = inside if isinstance(inside, dict) else {}
        put_value(part, tuple(rest), value)
        value = part or None
    if value is None:
        data.pop(key, None)
    else:
        data[key] = value


@dataclass(frozen=True, slots=True)
class _Edit:
    text: str
    line_end: str
    splices: list[_Splice] = field(default_factory=list)

    def made(self, wanted: Mapping[str, Data]) -> str:
        """Return the text with every change."""
        root = yaml.compose(self.text, Loader=yaml.BaseLoader)
        if root is None:
            self._insert(len(self.text), dict(wanted), 0)
        elif isinstance(root, yaml.MappingNode):
            self._mapping(root, wanted)
        else:
            raise _UnsafeError
        parts: list[str] = []
        at = 0
        for splice in sorted(self.splices, key=lambda each: each[:2]):
            if splice.start < at:
                raise _UnsafeError
            parts += (self.text[at : splice.start], splice.text)
            at = splice.end
        return "".join((*parts, self.text[at:]))

    def _mapping(self, node: yaml.MappingNode, wanted: Mapping[str, Data]) -> None:
        old = {key.value: _data(value) for key, value in node.value}
        if node.flow_style and (old.keys() != wanted.keys() or not _same_shape(old, wanted)):
            self._put(node.start_mark.index, node.end_mark.index, _flow(dict(wanted)))
            return
        for key, value in node.value:
            if key.value not in wanted:
                self._put(self._line_start(key), self._line_end(self._end(value)), "")
            elif old[key.value] != wanted[key.value]:
                self._value(key, value, wanted[key.value], flow=bool(node.flow_style))
        indent = node.value[0][0].start_mark.column if node.value else 0
        for name in wanted:
            if name not in old:
                self._insert(self._place_for(node, name, indent), {name: wanted[name]}, indent)

    def _value(self, key: yaml.Node, node: yaml.Node, wanted: Data, *, flow: bool) -> None:
        """Change what a key holds, in place where both are of one kind."""
        match node, wanted:
            case yaml.MappingNode(), dict() if wanted:
                self._mapping(node, wanted)
            case yaml.SequenceNode(), list() if wanted:
                self._sequence(node, wanted)
            case yaml.ScalarNode(), str():
                self._scalar(node, wanted, flow=flow)
            case _ if flow:
                raise _UnsafeError
            case _:
                start = self.text.index(":", key.end_mark.index) + 1
                indent = key.start_mark.column + _STEP
                nested = isinstance(wanted, dict | list) and wanted
                lines = ["", *_block(wanted, indent)] if nested else [f" {_entry(wanted)}"]
                self._put(start, self._end(node), self.line_end.join(lines))

    def _sequence(self, node: yaml.SequenceNode, wanted: Sequence[Data]) -> None:
        if node.flow_style:
            self._put(node.start_mark.index, node.end_mark.index, _flow(list(wanted)))
            return
        for entry, new in zip(node.value, wanted, strict=False):
            if _data(entry) != new:
                self._entry_of_list(entry, new)
        for entry in node.value[len(wanted) :]:
            self._put(self._line_start(entry), self._line_end(self._end(entry)), "")
        added = wanted[len(node.value) :]
        self._insert(self._line_end(self._end(node)), list(added), node.start_mark.column)

    def _entry_of_list(self, node: yaml.Node, wanted: Data) -> None:
        """Change an entry of a block: one that becomes of another kind is written anew."""
        match node, wanted:
            case yaml.ScalarNode(), str():
                self._scalar(node, wanted, flow=False)
            case yaml.CollectionNode(), str():
                self._put(node.start_mark.index, self._end(node), _entry(wanted))
            case _:
                raise _UnsafeError

    def _scalar(self, node: yaml.ScalarNode, wanted: str, *, flow: bool) -> None:
        start, end = node.start_mark.index, self._end(node)
        quoted = node.style in {"'", '"'}
        text = json.dumps(wanted, ensure_ascii=False) if quoted else _written(wanted, flow=flow)
        self._put(start, end, text if start < end else f" {text}")

    def _put(self, start: int, end: int, text: str) -> None:
        """Put a text in the place of another; a comment within that would be lost is left to a person."""
        old = self.text[start:end]
        if not text and (inside := old.strip().partition("\n")[2]) and _has_comment(inside):
            raise _UnsafeError
        if text and "\n" in old and _has_comment(old):
            raise _UnsafeError
        self.splices.append(_Splice(start, end, text))

    def _insert(self, at: int, data: dict[str, Data] | list[Data], indent: int) -> None:
        if not data:
            return
        before = "" if not self.text[:at].strip("\ufeff") or self.text[:at].endswith("\n") else self.line_end
        lines = _block(data, indent)
        self.splices.append(_Splice(at, at, before + "".join(f"{line}{self.line_end}" for line in lines)))

    def _place_for(self, node: yaml.MappingNode, name: str, indent: int) -> int:
        """Return where a new key goes: below its example in a comment, else behind the last key."""
        pad = " " * indent
        example = re.compile(
            rf"^{pad}#{re.escape(name)}[ \t]*:[^\n]*(?:\n|\Z)(?:{pad}#(?! >>>)[^\n]*(?:\n|\Z))*", re.MULTILINE
        )
        ends = [self._line_end(self._end(value)) for _, value in node.value]
        starts = [self._line_start(key) for key, _ in node.value[1:]]
        last = self._line_start_at(node.end_mark.index) if indent else len(self.text)
        for start, end in zip(ends, (*starts, last), strict=True):
            if found := example.search(self.text, start, max(start, end)):
                return found.end()
        mark = None if indent else _MARK.search(self.text, ends[-1])
        return mark.end() if mark else ends[-1]

    def _end(self, node: yaml.Node) -> int:
        """Return where the text of a node ends: a block's before the comments and blank lines below."""
        start, end = node.start_mark.index, node.end_mark.index
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self._end(last[1] if isinstance(last, tuple) else last)
        if isinstance(node, yaml.ScalarNode) and node.style in {"|", ">"}:
            return start + len(self.text[start:end].rstrip())
        return int(end)

    def _line_start(self, node: yaml.Node) -> int:
        return self._line_start_at(node.start_mark.index)

    def _line_start_at(self, index: int) -> int:
        return self.text.rfind("\n", 0, index) + 1

    def _line_end(self, index: int) -> int:
        return self.text.find("\n", index) + 1 or len(self.text)


def _data(node: yaml.Node) -> Data:
    """Return what a node holds, as the reader of settings takes it."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: _data(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_data(each) for each in node.value]
    plain = isinstance(node, yaml.ScalarNode) and not node.style
    return None if plain and node.value in {"", "~", "null", "Null", "NULL"} else str(node.value)


def _same_shape(old: Mapping[str, Data], new: Mapping[str, Data]) -> bool:
    """Tell whether no value of a mapping became one of another kind."""
    return all(value == new[key] or type(value) is type(new[key]) for key, value in old.items())


def _has_comment(text: str) -> bool:
    return any(re.search(r"(?:^|\s)#", line) for line in text.splitlines())


def _block(data: Data, indent: int) -> Iterator[str]:
    """Yield the lines of a mapping or a list."""
    pad = " " * indent
    match data:
        case dict():
            for key, value in data.items():
                if isinstance(value, dict | list) and value:
                    yield f"{pad}{_written(key, flow=True)}:"
                    yield from _block(value, indent + _STEP)
                else:
                    yield f"{pad}{_written(key, flow=True)}: {_entry(value)}".rstrip()
        case list():
            yield from (f"{pad}- {_entry(value)}" for value in data)
        case _:
            return


def _entry(value: Data) -> str:
    if value is None:
        return ""
    return _written(value, flow=False) if isinstance(value, str) else _flow(value)


def _flow(data: Data) -> str:
    match data:
        case dict():
            inside = ", ".join(f"{_written(key, flow=True)}: {_flow(value)}" for key, value in data.items())
            return f"{{{inside}}}"
        case list():
            return f"[{', '.join(map(_flow, data))}]"
        case None:
            return "null"
        case _:
            return _written(data, flow=True)


def _written(text: str, *, flow: bool) -> str:
    """Write a text, in quotes where it needs them: a JSON text is a quoted YAML text."""
    fits = _PLAIN_IN_FLOW if flow else _PLAIN
    plain = fits.fullmatch(text) and text.casefold() not in _WORDS
    return text if plain else json.dumps(text, ensure_ascii=False)
