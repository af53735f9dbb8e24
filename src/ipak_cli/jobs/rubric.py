"""What the rubric commands show: the documents behind their JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipak_cli.rubric.kinds import LoadedRubric, Rubric


def list_document(loaded: Sequence[LoadedRubric[Rubric]]) -> dict[str, object]:
    """Return what tells the rubrics apart."""
    return {"schema": "ipak/rubrics/1", "rubrics": [_head(each) for each in loaded]}


def show_document(loaded: LoadedRubric[Rubric]) -> dict[str, object]:
    """Return all that a rubric says; its exact numbers are text such as ``"1/9"``."""
    content = loaded.rubric.model_dump(mode="json")
    return {"schema": "ipak/rubric/1", "rubric": _head(loaded), "content": content}


def sound_document(loaded: LoadedRubric[Rubric]) -> dict[str, object]:
    """Return the outcome of a check that found nothing."""
    return {"schema": "ipak/problems/1", "rubric": _head(loaded), "problems": []}


def _head(loaded: LoadedRubric[Rubric]) -> dict[str, str]:
    rubric = loaded.rubric
    names = {"kind": rubric.kind, "id": rubric.id, "version": rubric.version, "title": rubric.title}
    return names | {"digest": loaded.digest, "file": loaded.name}
