"""What the rubric at hand adds to a report: elements, the meaning of the scale's ends, legal bases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import short
from ipak_cli.base.text import capital
from ipak_cli.report.format_words import listed
from ipak_cli.report.outline import Listing, Paragraph, Prose

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ipak_cli.report.material import Material
    from ipak_cli.report.outline import Block
    from ipak_cli.report.terms import Terms
    from ipak_cli.rubric.report_words import Ends

_SPACE: Final = "\N{NO-BREAK SPACE}"


def legal_basis(material: Material) -> tuple[str, ...]:
    """Return the regulations to name: the settings' own, else those that the rubric calls usual."""
    listed_bases = material.rubric.legal_basis if material.rubric else ()
    return material.settings.legal_basis or tuple(each.text for each in listed_bases if each.usual)


def elements(material: Material) -> Iterator[Block]:
    """Yield the elements with their purpose and the items that measure them, and what belongs to none."""
    purposes, terms = _purposes(material), material.terms
    codes: dict[str, list[str]] = {name: [] for name in purposes}
    for item in material.survey.items:
        if item.element is not None:
            codes.setdefault(item.element, []).append(item.code)
    if codes:
        yield Prose("unsur_survei")
        entries = (_element(name, mine, purposes.get(name), terms) for name, mine in codes.items())
        yield Listing(tuple(entries), ordered=True)
    if unmeasured := [name for name, mine in codes.items() if not mine]:
        yield Paragraph(
            f"Unsur {listed(unmeasured)} termasuk dalam instrumen, tetapi tidak diukur oleh satu pun butir "
            "kuesioner, sehingga tidak mempunyai nilai dalam laporan ini."
        )
    if without := [item.code for item in material.survey.items if item.element is None]:
        yield Paragraph(
            f"Butir {listed(without)} tidak dikaitkan dengan unsur tertentu dalam instrumen survei."
        )


def _purposes(material: Material) -> dict[str, str]:
    listed_elements = material.rubric.elements if material.rubric else ()
    return {each.name: each.purpose.rstrip(".") for each in listed_elements}


def _element(name: str, codes: Sequence[str], purpose: str | None, terms: Terms) -> str:
    if not codes:
        measured = "tidak diukur"
    elif terms.elements:
        measured = listed(codes)
    else:
        measured = f"butir {listed(codes)}"
    return f"{name} ({measured}): {purpose}." if purpose else f"{name} ({measured})"


def scales(material: Material) -> tuple[tuple[str, ...], str | None]:
    """Return the scale of each item in words, and the meaning of its ends where it is the same for all."""
    lowest, highest = material.scale
    ends = _ends(material)
    if len({*ends}) > 1:
        return tuple(_scale(lowest, highest, each) for each in ends), None
    told, word = ends[0], material.terms.words.answer
    note = (
        f"{capital(word)} {lowest} berarti {_low(told.lowest)} dan {word} {highest} berarti "
        f"{_low(told.highest)}."
        if told
        else None
    )
    return (_scale(lowest, highest, None),) * len(ends), note


def _ends(material: Material) -> list[Ends | None]:
    """Return what the ends mean for each item of the result, in its order."""
    rubric = material.rubric
    items = {item.code: item for item in rubric.items} if rubric else {}
    return [
        rubric.ends_of(items[each.code]) if rubric and each.code in items else None
        for each in material.survey.items
    ]


def _scale(lowest: int, highest: int, ends: Ends | None) -> str:
    """Write ``1 s.d. 4``, of which no part stands on another line, or the ends with their words."""
    if ends is None:
        return _SPACE.join((str(lowest), "s.d.", str(highest)))
    first, last = f"{lowest}{_SPACE}({_low(ends.lowest)})", f"{highest}{_SPACE}({_low(ends.highest)})"
    return f"{first} s.d.{_SPACE}{last}"


def _low(words: str) -> str:
    """Write an answer's words inside a sentence; what is all capitals, such as ``SS``, stays so."""
    return words if words.isupper() else words.lower()


def variables(material: Material) -> Mapping[str, object]:
    """Return what the text templates may name of the instrument; ``None`` where its rubric is silent.

    ``item_word``, ``asked_word``: ``butir`` and ``butir pertanyaan``, or ``unsur`` and ``unsur pelayanan``;
    ``elements``: whether each item is an element of its own. ``converted_lowest``, ``converted_highest``: the
    ends of the indices' converted values, if they are told so.
    ``answer_word``: ``bintang`` or ``nilai``. ``lowest_word``, ``highest_word``: what the ends of the scale
    mean; ``own_words`` if they have other words for some items. ``purposes``: whether the elements have a
    purpose.
    """
    ends, terms = material.rubric.scale.ends if material.rubric else None, material.terms
    return {
        "item_word": terms.words.item,
        "asked_word": terms.words.asked,
        "elements": terms.elements,
        "converted_lowest": short(terms.ends[0]) if terms.converted else None,
        "converted_highest": short(terms.ends[1]) if terms.converted else None,
        "answer_word": terms.words.answer,
        "lowest_word": _low(ends.lowest) if ends else None,
        "highest_word": _low(ends.highest) if ends else None,
        "own_words": len({*_ends(material)}) > 1,
        "purposes": bool(_purposes(material)),
    }
