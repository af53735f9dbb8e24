"""What a page asks of an export's form, and keeps: the form, settings and rubrics of ``ipak rubric new``."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePath
from typing import TYPE_CHECKING

from ipak_cli.base.problem import ProblemsFoundError, Where, problem
from ipak_cli.base.text import normalise, wording
from ipak_cli.catalogue.workspace import SETTINGS_CHANGED_MEANWHILE
from ipak_cli.jobs.new_rubric import FOLDER, Place, keep_form, open_form
from ipak_cli.jobs.open_workspace import OpenWorkspace
from ipak_cli.jobs.settings import read_settings
from ipak_cli.rubric.own_form import IGNORE
from ipak_cli.rubric.own_settings import Together
from ipak_cli.rubric.yaml_lines import MAX_BYTES
from ipak_cli.survey.form.picked import picked
from ipak_cli.survey.form.picks import NOT_GIVEN, Earlier
from ipak_cli.workspace.config_file import load_config
from ipak_cli.workspace.files import open_file
from ipak_cli.workspace.layout import MARKER
from ipak_cli.workspace.settings_text import block_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ipak_cli.jobs.new_rubric import Kept, OpenForm
    from ipak_cli.survey.form.picks import Picked, Picks
    from ipak_cli.workspace.config import Config


@dataclass(frozen=True, slots=True)
class AskedForm:
    """An export's form, the fields about it with what they hold, and a digest of what the settings say."""

    opened: OpenForm
    picked: Picked
    since: str


@dataclass(frozen=True, slots=True)
class WrittenPart:
    """A part of a file that says what a form means: from which line on, and as it stands there."""

    file: str
    line: int
    text: str


def ask_form(path: Path, workspace: Path, picks: Picks) -> AskedForm:
    """Open an export, and return what is to be asked of its form, filled with what was picked or is certain.

    Raises ``ProblemsFoundError`` where it cannot be read or has no row of heads, for an instrument that is
    not known, and where the settings are not sound.
    """
    opened = open_form(path, None, workspace)
    config = load_config(workspace).config
    earlier = _earlier(opened, config)
    return AskedForm(opened, picked(opened.form, picks, opened.known, earlier), _digest(config))


def keep_picked(asked: AskedForm, workspace: Path, *, since: str, replacing: bool) -> Kept:
    """Keep what was picked; ``since`` is the digest of what the settings said when the fields were shown.

    What others added meanwhile stays beside it. Raises ``ProblemsFoundError``, and leaves everything as it
    was, where something is at fault, and where what nobody saw then would be replaced.
    """
    said = asked.picked.said
    if said is None:
        raise ProblemsFoundError(fault.problem for fault in asked.picked.faults)
    config = load_config(workspace).config
    rubric = asked.picked.rubric
    other = rubric is None or asked.opened.known.called(rubric) != config.rubrics.survey
    if _digest(config) != since and (replacing or other):
        raise ProblemsFoundError([problem(SETTINGS_CHANGED_MEANWHILE, Where(MARKER))])
    return keep_form(asked.opened, said, Place(workspace, replace=replacing))


def written_form(workspace: Path) -> tuple[WrittenPart, ...]:
    """Return what stands in a workspace's files about its form: the part of its settings, and its own rubric.

    Raises ``ProblemsFoundError`` when the settings cannot be read.
    """
    return tuple(_written(workspace))


def _written(workspace: Path) -> Iterator[WrittenPart]:
    opened = OpenWorkspace(workspace)
    text = read_settings(workspace).decode("utf-8", "replace")
    block = block_of(text)
    name, place = opened.config.rubrics.survey, opened.settings.document.place("rubrics", "survey")
    inside = block is not None and place.line is not None and place.line >= block[1]
    if place.line is not None and not inside:
        yield WrittenPart(MARKER, place.line, text.splitlines()[place.line - 1])
    if block is not None:
        yield WrittenPart(MARKER, block[1], block[0])
    if PurePath(name).parent == FOLDER:
        with open_file(workspace, PurePath(name)) as file:
            yield WrittenPart(name, 1, file.read(MAX_BYTES).decode("utf-8", "replace"))


def _earlier(opened: OpenForm, config: Config) -> Earlier:
    """Return what the settings say of forms; a word that means several values there is not sure."""
    rubric = next(
        (each for each in opened.known.rubrics if opened.known.called(each) == config.rubrics.survey), None
    )
    if rubric is None:
        return Earlier()
    codes = {IGNORE, *(item.code for item in rubric.items)}
    heads: dict[str, str] = {}
    for code, said in config.columns.items():
        listed = (head for each in said.mean for head in each) if isinstance(said, Together) else said
        heads |= {normalise(head): code for head in listed if code in codes}
    meant: dict[str, set[str]] = {}
    answers = config.answers
    for words in (answers, *answers.items.values()):
        for value, listed_words in words.values.items():
            for word in listed_words:
                meant.setdefault(wording(word), set()).add(value)
    for word in answers.missing:
        meant.setdefault(wording(word), set()).add(NOT_GIVEN)
    sure = {word: values.pop() if len(values) == 1 else "" for word, values in meant.items()}
    return Earlier(rubric.id, heads, sure)


def _digest(config: Config) -> str:
    said = config.model_dump_json(include={"rubrics", "columns", "answers"})
    return sha256(said.encode()).hexdigest()
