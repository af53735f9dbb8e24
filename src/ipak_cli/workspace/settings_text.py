"""Changes to the text of ``ipak.yaml`` that leave every other byte of it as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import ProblemsFoundError, Where, problem
from ipak_cli.catalogue.new_rubric import SETTINGS_NOT_TOUCHED, SETTINGS_SAY_SO_ALREADY
from ipak_cli.rubric.yaml_lines import MAX_BYTES
from ipak_cli.workspace.config_file import parse_config
from ipak_cli.workspace.files import open_file
from ipak_cli.workspace.layout import MARKER, SHOWN

if TYPE_CHECKING:
    from pathlib import Path

FIRST_LINE: Final = "# >>> ipak rubric new: bagian ini diganti bila perintah itu dijalankan lagi >>>"
LAST_LINE: Final = "# <<< ipak rubric new <<<"
_BLOCK: Final = re.compile(
    rf"^{re.escape(FIRST_LINE)}\r?\n.*?^{re.escape(LAST_LINE)}[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_KEY: Final = re.compile(r"^(?P<key>[A-Za-z_]+)[ \t]*:", re.MULTILINE)
_PART: Final = re.compile(
    r"^rubrics[ \t]*:[ \t]*(?:#[^\n]*)?\r?\n(?P<inside>(?:(?:[ \t][^\n]*|#[^\n]*)?\n)*)", re.MULTILINE
)
_SURVEY: Final = re.compile(
    r"^(?P<before>[ \t]+survey[ \t]*:)[ \t]*(?P<value>[^\s#][^\n#]*?)?(?P<after>[ \t]*(?:[ \t]#[^\n]*)?\r?)$",
    re.MULTILINE,
)
_FLOW: Final = re.compile(
    r"^(?P<before>rubrics[ \t]*:[ \t]*\{[^\n}]*?\bsurvey[ \t]*:[ \t]*)[^,}\n]*?(?P<after>[ \t]*[,}])",
    re.MULTILINE,
)
_BOM: Final = "\ufeff"


def with_block(text: str, block: str) -> str:
    """Put a block between its two marks: in place of an earlier one, else at the end; an empty one goes.

    Raises ``ProblemsFoundError`` where people wrote one of its parts themselves.
    """
    rest = _BLOCK.sub("", text)
    own = {match["key"] for match in _KEY.finditer(block)}
    twice = tuple(match["key"] for match in _KEY.finditer(rest) if match["key"] in own)
    if twice:
        line = next(n for n, each in enumerate(rest.splitlines(), 1) if each.startswith(twice[0]))
        raise ProblemsFoundError([problem(SETTINGS_SAY_SO_ALREADY, Where(MARKER, line=line), keys=twice)])
    end = "\r\n" if "\r\n" in text else "\n"
    marked = end.join((FIRST_LINE, *block.splitlines(), LAST_LINE, "")) if block else ""
    if _BLOCK.search(text):
        return _BLOCK.sub(lambda _: marked, text, count=1)
    gap = "" if not text or text == _BOM else end if text.endswith("\n") else end * 2
    return f"{text}{gap}{marked}" if block else text


def block_of(text: str) -> tuple[str, int] | None:
    """Return the block with its two marks as it stands, and the line of the first, if there is one."""
    found = _BLOCK.search(text)
    return None if found is None else (found[0], text.count("\n", 0, found.start()) + 1)


def with_survey_rubric(text: str, name: str) -> str | None:
    """Name the survey rubric in the part ``rubrics:``; ``None`` where there is no such part."""
    if _FLOW.search(text):
        return _FLOW.sub(lambda found: f"{found['before']}{name}{found['after']}", text, count=1)
    part = _PART.search(text)
    if part is None:
        return None
    inside = part["inside"]
    changed, times = _SURVEY.subn(lambda found: f"{found['before']} {name}{found['after']}", inside, count=1)
    if not times:
        indent = re.search(r"^([ \t]+)[^\s#]", inside, re.MULTILINE)
        end = "\r\n" if "\r\n" in text else "\n"
        changed = f"{indent[1] if indent else '  '}survey: {name}{end}{inside}"
    return f"{text[: part.start('inside')]}{changed}{text[part.end('inside') :]}"


def changed_settings(workspace: Path, block: str, rubric: str) -> bytes:
    """Return ``ipak.yaml`` with a block of this program's and the name of the survey rubric.

    Raises ``ProblemsFoundError`` where people wrote a part of the block themselves, where the new text has
    faults, and where anything else that it says would change.
    """
    with open_file(workspace, SHOWN.settings) as file:
        content = file.read(MAX_BYTES + 1)
    before = parse_config(content).config
    refusal = problem(SETTINGS_NOT_TOUCHED, Where(MARKER), rubric=rubric)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        raise ProblemsFoundError([refusal]) from None
    rest = _BLOCK.sub("", text)
    if parse_config(rest.encode()).config.rubrics.survey != rubric:
        if with_survey_rubric(rest, rubric) is None:
            block = f"rubrics:\n  survey: {rubric}\n{block}"
        else:
            text = with_survey_rubric(text, rubric) or text
    changed = with_block(text, block).encode()
    after = parse_config(changed).config
    wanted = before.rubrics.model_copy(update={"survey": rubric})
    parts = {"columns", "answers", "rubrics"}
    same = before.model_dump(exclude=parts) == after.model_dump(exclude=parts)
    if not same or after.rubrics != wanted:
        raise ProblemsFoundError([refusal])
    return changed
