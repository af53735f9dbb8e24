"""The XML of a Word document: elements by their local names, so that both editions of the standard fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from ipak_cli.audit.readers.refusal import damaged, too_large
from ipak_cli.tables.zip import MIB

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ipak_cli.tables.zip import Archive

    Element: TypeAlias = _Element

_LARGEST_PART: Final = 32 * MIB
_MOST_TAGS: Final = 2_000_000


def parsed(archive: Archive, part: str) -> Element | None:
    """Return the root of a part, ``None`` where the document has no such part.

    Raises ``ProblemsFoundError`` for a part that is too large, is no XML, or declares a document type: with
    one come entities, which no program writes into a Word document.
    """
    from lxml import etree  # noqa: PLC0415 (Word documents and web pages alone need it)

    if part not in archive:
        return None
    content = archive.read(part, _LARGEST_PART)
    if content.count(b"<") > _MOST_TAGS:
        raise too_large(archive.file)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise damaged(archive.file) from None
    if root.getroottree().docinfo.doctype:
        raise damaged(archive.file)
    return root


def local(element: Element) -> str:
    """Return an element's name without its namespace; what is no element has none."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: Element, name: str) -> Iterator[Element]:
    """Yield the children of a name."""
    return (each for each in element if local(each) == name)


def child(element: Element | None, name: str) -> Element | None:
    """Return the first child of a name."""
    return None if element is None else next(children(element, name), None)


def value_of(element: Element | None, name: str = "val") -> str:
    """Return an attribute by its local name; empty where it or the element is missing."""
    if element is None:
        return ""
    found = (value for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name)
    return str(next(found, ""))


def is_on(element: Element | None) -> bool:
    """Tell whether a property that is on or off is on: it is there, and does not say that it is off."""
    return element is not None and value_of(element) not in {"0", "false", "off"}
