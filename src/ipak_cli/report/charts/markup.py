"""From the SVG that Matplotlib writes to one that is named, themed, small and safe to stand in a page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element, SubElement, tostring

from defusedxml.ElementTree import fromstring

from ipak_cli.report.charts.labels import clean
from ipak_cli.report.charts.palette import COLOURS
from ipak_cli.report.charts.values import Chart

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ipak_cli.report.charts.values import Table

_BY_LIGHT: Final = {colour.light: colour for colour in COLOURS}
_DROPPED: Final = {"metadata", "style"}  # a style element would speak to the whole page
_URL: Final = re.compile(r"url\(#(.+)\)")
_LONG_NUMBER: Final = re.compile(r"-?\d+\.\d{3,}")
_NO_TURN: Final = re.compile(r"rotate\(-?0 [^)]*\)")
_TEXT_ATTRIBUTES: Final = {"font-family", "font-style"}  # the page's, given once at the root


@dataclass(frozen=True, slots=True)
class Caption:
    """What a drawing is called: in ids, in its title, and in words for those who cannot see it."""

    name: str
    title: str
    description: str


def finished(drawing: str, caption: Caption, table: Table) -> Chart:
    """Return the chart: the drawing as an ``svg`` element that says what it shows.

    Its ids begin with the caption's name. Each colour stands twice: as an attribute, for viewers that know
    no custom properties, and as CSS that lets a page set it.
    """
    raw = fromstring(drawing)
    title, description = clean(caption.title), clean(caption.description)
    root = Element("svg", _root_attributes(raw, caption.name))
    for part, text in (("title", title), ("desc", description)):
        SubElement(root, part, {"id": f"{caption.name}-{part}"}).text = text
    ids = _new_ids(raw, caption.name)
    for child in raw:
        root.extend(_cleaned(child, ids))
    return Chart(caption.name, tostring(root, encoding="unicode") + "\n", title, description, table)


def _root_attributes(raw: Element, name: str) -> dict[str, str]:
    return {
        "xmlns": "http://www.w3.org/2000/svg",
        "xmlns:xlink": "http://www.w3.org/1999/xlink",
        "class": "chart",
        "viewBox": _short_numbers(raw.attrib["viewBox"]),
        "width": "100%",
        "role": "img",
        "aria-labelledby": f"{name}-title {name}-desc",
        "font-family": "sans-serif",
        "stroke-linejoin": "round",
    }


def _new_ids(raw: Element, name: str) -> dict[str, str]:
    """Return new names of the ids that something refers to, in the order of the references."""
    pairs = (pair for element in raw.iter() for pair in _declarations(element))
    references = dict.fromkeys(found for key, value in pairs if (found := _reference(key, value)))
    return {old: f"{name}-{number}" for number, old in enumerate(references, 1)}


def _reference(key: str, value: str) -> str | None:
    if key == "xlink:href":
        return value.removeprefix("#")
    url = _URL.fullmatch(value)
    return url[1] if url else None


def _cleaned(element: Element, ids: Mapping[str, str]) -> Iterator[Element]:
    """Return what stays of an element: itself, or its children where it only grouped them."""
    tag = element.tag.rpartition("}")[2]
    if tag in _DROPPED:
        return
    children = [kept for child in element for kept in _cleaned(child, ids)]
    attributes = dict(_attributes(element, ids))
    if not attributes and tag in {"g", "defs"} and (tag == "g" or not children):
        yield from children
        return
    kept = Element(tag, attributes)
    kept.text = element.text if tag == "text" else None
    kept.extend(children)
    yield kept


def _attributes(element: Element, ids: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    styles: list[str] = []
    for key, value in _declarations(element):
        if key == "id":
            if value in ids:
                yield key, ids[value]
        elif reference := _reference(key, value):
            yield key, value.replace(reference, ids[reference])
        elif key not in _TEXT_ATTRIBUTES and not _NO_TURN.fullmatch(value):
            yield key, _short_numbers(value)
        if colour := _BY_LIGHT.get(value):
            styles.append(f"{key}: {colour.css}")
    if styles:
        yield "style", "; ".join(styles)


def _declarations(element: Element) -> Iterator[tuple[str, str]]:
    """Return attributes and the parts of ``style``, all of which SVG knows as attributes."""
    for key, value in element.attrib.items():
        if key == "style":
            pairs = (declaration.partition(":") for declaration in value.split(";") if declaration.strip())
            yield from ((name.strip(), text.strip()) for name, _, text in pairs)
        else:
            yield key.replace("{http://www.w3.org/1999/xlink}", "xlink:"), value


def _short_numbers(value: str) -> str:
    """Write numbers with at most two decimals, and single spaces between them."""
    short = _LONG_NUMBER.sub(lambda match: f"{float(match[0]):.2f}".rstrip("0").rstrip("."), value)
    return " ".join(short.split())
