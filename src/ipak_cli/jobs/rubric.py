"""What the rubric commands do: a rubric checked and proved, and the documents behind their JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipak_cli.base.problem import Problem, ProblemsFoundError, problem
from ipak_cli.catalogue.rubrics import RULE_HAS_GAPS, WORD_ALREADY_HAS_VALUE, WORD_NEVER_READ
from ipak_cli.pekppp.proof import IndicatorProof, prove
from ipak_cli.rubric.load import LoadedRubric, Rubric, open_document, parse
from ipak_cli.rubric.pekppp import PekpppRubric
from ipak_cli.survey.reading.declared_words import unreached

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.base.problem import Where
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.rubric.yaml_lines import Document


@dataclass(frozen=True, slots=True)
class Checked:
    """A rubric without a fault, and for each indicator of a PEKPPP rubric the proof of its rule."""

    loaded: LoadedRubric[Rubric]
    proofs: tuple[IndicatorProof, ...] = ()


def check_rubric(name_or_path: str) -> Checked:
    """Check the rubric of an id or a file: its form, its content, and that its rules cover every input.

    Of a survey rubric every answer word is tried. Raises ``ProblemsFoundError`` with every fault; rules and
    words are tried only when form and content are sound.
    """
    document = open_document(name_or_path)
    loaded = parse(document)
    if not isinstance(loaded.rubric, PekpppRubric):
        if faults := tuple(_unreached(loaded.rubric, document)):
            raise ProblemsFoundError(faults)
        return Checked(loaded)
    proofs = prove(loaded.rubric)
    gaps = tuple(_gaps(proofs, loaded.rubric, document))
    if gaps:
        raise ProblemsFoundError(gaps)
    return Checked(loaded, proofs)


def _unreached(rubric: SurveyRubric, document: Document) -> Iterator[Problem]:
    for each in unreached(rubric):
        told = {"word": each.word, "value": each.value}
        if each.own is None:
            yield problem(WORD_NEVER_READ, document.place(*each.path), **told)
        else:
            yield problem(WORD_ALREADY_HAS_VALUE, document.place(*each.path), own=each.own, **told)


def _gaps(proofs: Sequence[IndicatorProof], rubric: PekpppRubric, document: Document) -> Iterator[Problem]:
    places = tuple(_indicator_places(rubric, document))
    for proof, where in zip(proofs, places, strict=True):
        yield from (problem(RULE_HAS_GAPS, where, no=proof.no, gap=gap) for gap in proof.gaps)


def _indicator_places(rubric: PekpppRubric, document: Document) -> Iterator[Where]:
    for number, aspect in enumerate(rubric.aspects):
        for order in range(len(aspect.indicators)):
            yield document.place("aspects", number, "indicators", order)


def list_document(loaded: Sequence[LoadedRubric[Rubric]]) -> dict[str, object]:
    """Return what tells the rubrics apart."""
    return {"schema": "ipak/rubrics/1", "rubrics": [_head(each) for each in loaded]}


def show_document(loaded: LoadedRubric[Rubric]) -> dict[str, object]:
    """Return all that a rubric says; its exact numbers are text such as ``"1/9"``."""
    content = loaded.rubric.model_dump(mode="json")
    return {"schema": "ipak/rubric/1", "rubric": _head(loaded), "content": content}


def sound_document(checked: Checked) -> dict[str, object]:
    """Return the outcome of a check that found nothing wrong."""
    loaded = checked.loaded
    found = {"problems": loaded.problems, "proofs": checked.proofs}
    return {"schema": "ipak/problems/1", "rubric": _head(loaded), **found}


def _head(loaded: LoadedRubric[Rubric]) -> dict[str, str]:
    rubric = loaded.rubric
    names = {"kind": rubric.kind, "id": rubric.id, "version": rubric.version, "title": rubric.title}
    return names | {"digest": loaded.digest, "file": loaded.name}
