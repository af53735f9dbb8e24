"""Rubric files as text, lists and keys that know their lines; faults of the YAML itself are found here."""

from __future__ import annotations

import re
import sys
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING, Final, TypeAlias

import yaml
from yaml.composer import Composer
from yaml.resolver import BaseResolver

from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, problem
from ipak_cli.catalogue.rubrics import (
    AGAINST_YAML,
    BACKSLASH_IN_QUOTES,
    BRACKET_NOT_CLOSED,
    COLON_MISPLACED,
    COLON_MISSING,
    ENCODING_WRONG,
    INDENT_UNEVEN,
    INVISIBLE_CHARACTER,
    KEY_NOT_A_WORD,
    KEY_WRITTEN_TWICE,
    NESTED_TOO_DEEP,
    NOT_KEYS_AND_VALUES,
    QUOTE_NOT_CLOSED,
    RUBRIC_TOO_LARGE,
    SEVERAL_DOCUMENTS,
    SIGN_NEEDS_QUOTES,
    TAB_CHARACTER,
    YAML_ALIAS,
    YAML_ANCHOR,
    YAML_FEATURE_FORBIDDEN,
    YAML_INVALID,
    YAML_TAG,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

MAX_BYTES: Final = 256 * 1024
"""The largest rubric file that is read; the longest that is shipped is less than a third of it."""
MAX_DEPTH: Final = 20
"""The deepest nesting that is followed; a survey rubric needs nine levels."""

Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"
"""A rubric before it has types: scalars are the text that stands in the file, ``None`` is a blank."""
KeyPath: TypeAlias = tuple[str | int, ...]
_NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
_UNSEEN: Final = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MOST_UNSEEN: Final = 20
_LENIENT: Final = re.compile("[\t\ufeff]|[|>][-+0-9]*#")
"""What libyaml lets pass, in some places at least, and PyYAML's own parser does not."""
_AT_START: Final = "start"
_REASONS: Final = (
    ("mapping values are not allowed", COLON_MISPLACED, ""),
    ("could not find expected ':'", COLON_MISSING, _AT_START),
    ("found unexpected end of stream", QUOTE_NOT_CLOSED, _AT_START),
    ("expected <block end>", INDENT_UNEVEN, ""),
    ("expected ',' or", BRACKET_NOT_CLOSED, _AT_START),
    ("cannot start any token", SIGN_NEEDS_QUOTES, ""),
    ("unknown escape character", BACKSLASH_IN_QUOTES, ""),
)


@dataclass(frozen=True, slots=True)
class Document:
    """One rubric file: what it holds, the line of every key and list entry, and the faults of its YAML."""

    name: str
    data: Mapping[str, Data]
    lines: Mapping[KeyPath, int]
    problems: tuple[Problem, ...]

    def renamed(self, old: str, new: str) -> Document:
        """Return the document with a key at its top called otherwise, unless the new one is there too."""
        if new in self.data:
            return self
        data = {new if key == old else key: value for key, value in self.data.items()}
        lines = {(new, *path[1:]) if path[:1] == (old,) else path: line for path, line in self.lines.items()}
        return replace(self, data=data, lines=lines)

    def texts(self) -> Iterator[tuple[KeyPath, str]]:
        """Yield every text with where it stands."""
        yield from _texts(dict(self.data), ())

    def place(self, *path: str | int) -> Where:
        """Return the line of a key or list entry, or of the nearest part around it that the file has."""
        while path and path not in self.lines:
            path = path[:-1]
        return Where(self.name, line=self.lines.get(path, 1))


def read_document(content: bytes, name: str) -> Document:
    """Read a YAML mapping whose scalars stay text; ``name`` is the file's name in problems.

    Raises ``ProblemsFoundError`` when the file cannot be understood; lesser faults (duplicate keys, anchors,
    tags) are in the document's ``problems``, so that they are shown together with those of its content.
    """
    root, faults = _compose(_decode(content, name), name)
    if not isinstance(root, yaml.MappingNode):
        fault = problem(NOT_KEYS_AND_VALUES, Where(name, line=_line(root) if root else 1))
        raise ProblemsFoundError((*faults, fault))
    reading = _Reading(name)
    data = reading.mapping(root, ())
    return Document(name, data, reading.lines, by_line((*faults, *reading.faults)))


def _texts(data: Data, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    match data:
        case str():
            yield path, data
        case list():
            for number, entry in enumerate(data):
                yield from _texts(entry, (*path, number))
        case dict():
            for key, value in data.items():
                yield from _texts(value, (*path, key))
        case _:
            return


def by_line(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems in the order of their lines; those without a line come last."""
    return tuple(sorted(problems, key=lambda problem: problem.where.line or sys.maxsize))


def _compose(text: str, name: str) -> tuple[yaml.Node | None, Sequence[Problem]]:
    """Return the root of a text, and what in it a rubric may not use.

    libyaml is ten times as fast. A text that it finds at fault is read once more by PyYAML's own parser, and
    so is one that only libyaml lets pass: problems are the same where libyaml is missing.
    """
    if yaml.__with_libyaml__ and not _LENIENT.search(text):
        loader: _Loader = _FastLoader(yaml.CBaseLoader(text), name)
        with suppress(yaml.YAMLError, ProblemsFoundError):
            root = loader.get_single_node()
            if isinstance(root, yaml.MappingNode) and not loader.faults:
                return root, ()
    loader = _Loader(yaml.BaseLoader(text), name)
    try:
        return loader.get_single_node(), loader.faults
    except yaml.MarkedYAMLError as error:
        raise ProblemsFoundError((*loader.faults, _syntax_problem(error, name))) from None


class _Loader(Composer, BaseResolver):
    """PyYAML's composer, without anchors, aliases and tags, and no deeper than the limit."""

    def __init__(self, parser: yaml.CBaseLoader | yaml.BaseLoader, name: str) -> None:
        Composer.__init__(self)
        BaseResolver.__init__(self)
        self.check_event = parser.check_event
        self.get_event = parser.get_event
        self.peek_event = parser.peek_event
        self.faults: list[Problem] = []
        self._file = name
        self._depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event: yaml.NodeEvent = self.peek_event()  # type: ignore[assignment]  # the stubs leave it open
        start: yaml.Mark = event.start_mark  # type: ignore[assignment]  # the stubs mix in the C reader's
        where = Where(self._file, line=_mark_line(start))
        self._refuse_extras(event, where)
        if isinstance(event, yaml.AliasEvent):
            self.get_event()
            return yaml.ScalarNode("", f"*{event.anchor}", start, start)
        if self._depth == MAX_DEPTH:
            raise ProblemsFoundError((*self.faults, problem(NESTED_TOO_DEEP, where, limit=MAX_DEPTH)))
        self._depth += 1
        node = super().compose_node(parent, index)
        self._depth -= 1
        return node

    def _refuse_extras(self, event: yaml.NodeEvent, where: Where) -> None:
        """Report what a rubric may not use, and let the rest of the file be read without it."""
        if isinstance(event, yaml.AliasEvent):
            self.faults.append(problem(YAML_FEATURE_FORBIDDEN, where, what=YAML_ALIAS(name=event.anchor)))
        elif event.anchor is not None:
            self.faults.append(problem(YAML_FEATURE_FORBIDDEN, where, what=YAML_ANCHOR(name=event.anchor)))
            event.anchor = None
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag is not None:
            self.faults.append(problem(YAML_FEATURE_FORBIDDEN, where, what=YAML_TAG(name=event.tag)))
            event.tag = None


class _FastLoader(_Loader):
    """The same over libyaml's parser; refuses what PyYAML's own parser would."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        node = super().compose_node(parent, index)
        in_flow = isinstance(parent, yaml.CollectionNode) and parent.flow_style
        if in_flow and isinstance(node, yaml.ScalarNode) and not node.style and "?" in node.value:
            raise yaml.YAMLError
        return node


@dataclass(slots=True)
class _Reading:
    """The walk from nodes to data: gathers the lines, and the faults of the keys."""

    name: str
    lines: dict[KeyPath, int] = field(default_factory=dict)
    faults: list[Problem] = field(default_factory=list)

    def value(self, node: yaml.Node, path: KeyPath) -> Data:
        """Return what a node holds; a plain ``null`` or nothing at all is ``None``."""
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self._entry(child, (*path, place)) for place, child in enumerate(node.value)]
        text = self._text(node)
        plain = isinstance(node, yaml.ScalarNode) and not node.style
        return None if plain and text in _NULLS else text

    def mapping(self, node: yaml.MappingNode, path: KeyPath) -> dict[str, Data]:
        """Return a mapping's keys and values; the first of two equal keys counts, the second is a fault."""
        found: dict[str, Data] = {}
        for key, value in node.value:
            where = Where(self.name, line=_line(key))
            if not isinstance(key, yaml.ScalarNode):
                self.faults.append(problem(YAML_FEATURE_FORBIDDEN, where, what=KEY_NOT_A_WORD()))
            elif key.value in found:
                first = self.lines[(*path, key.value)]
                self.faults.append(problem(KEY_WRITTEN_TWICE, where, key=key.value, first=first))
            else:
                self.lines[(*path, key.value)] = _line(key)
                found[self._text(key)] = self.value(value, (*path, key.value))
        return found

    def _text(self, node: yaml.Node) -> str:
        """Return a text, and report the character that an escape hides in it where the file shows none."""
        text = str(node.value)
        if hidden := _UNSEEN.search(text):
            where = Where(self.name, line=_line(node))
            self.faults.append(problem(INVISIBLE_CHARACTER, where, code=f"U+{ord(hidden[0]):04X}"))
        return text

    def _entry(self, node: yaml.Node, path: KeyPath) -> Data:
        self.lines[path] = _line(node)
        return self.value(node, path)


def _decode(content: bytes, name: str) -> str:
    if len(content) > MAX_BYTES:
        raise ProblemsFoundError([problem(RUBRIC_TOO_LARGE, Where(name), limit=f"{MAX_BYTES // 1024} KB")])
    try:
        # PowerShell 5 writes what a command prints as UTF-16.
        text = content.decode("utf-16" if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise ProblemsFoundError([problem(ENCODING_WRONG, Where(name, line=line))]) from None
    if faults := tuple(_unseen_characters(text, name)):
        raise ProblemsFoundError(faults)
    return text


def _unseen_characters(text: str, name: str) -> Iterator[Problem]:
    """Report control characters, and line breaks that only some programs count as such."""
    for match in islice(_UNSEEN.finditer(text), _MOST_UNSEEN):
        line = text.count("\n", 0, match.start()) + 1
        yield problem(INVISIBLE_CHARACTER, Where(name, line=line), code=f"U+{ord(match[0]):04X}")


def _syntax_problem(error: yaml.MarkedYAMLError, name: str) -> Problem:
    said = error.problem or ""
    if said == "but found another document":
        return problem(SEVERAL_DOCUMENTS, Where(name, line=_mark_line(error.problem_mark)))
    if "'\\t'" in said or "tab character" in said:
        return problem(TAB_CHARACTER, Where(name, line=_mark_line(error.problem_mark)))
    known = (entry for entry in _REASONS if entry[0] in said)
    _, reason, at = next(known, ("", AGAINST_YAML, ""))
    mark = error.context_mark if at == _AT_START and error.context_mark else error.problem_mark
    return problem(YAML_INVALID, Where(name, line=_mark_line(mark)), reason=reason())


def _mark_line(mark: yaml.Mark | None) -> int:
    return mark.line + 1 if mark else 1


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1
