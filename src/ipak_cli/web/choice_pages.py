"""What the page asks where a file cannot be scored without it: what its columns and its words mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue import survey
from ipak_cli.catalogue.new_rubric import FORMS_DISAGREE
from ipak_cli.catalogue.usage import TARGET_FILE_EXISTS
from ipak_cli.jobs.form_choice import ask_form, keep_picked, written_form
from ipak_cli.survey.form.picks import Picks, at_no_field
from ipak_cli.web.choice_form import ASKED_LIKE, choice_groups, contents, picks_of
from ipak_cli.web.choices import Choices
from ipak_cli.web.words import counted, page, problem_groups
from ipak_cli.web.writing import form_of, holding

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from starlette.requests import Request

    from ipak_cli.base.problem import Problem
    from ipak_cli.jobs.form_choice import AskedForm, WrittenPart
    from ipak_cli.survey.form.picks import FieldFault
    from ipak_cli.web.desk import Desk, Drop

FILE, SINCE, REPLACE, STEP, ONLY_LIKE = "berkas", "semula", "ganti", "langkah", "instrumen"
_ASKED: Final = frozenset(
    {
        survey.ANSWER_TABLE_NOT_FOUND,
        survey.ITEM_WITHOUT_COLUMN,
        survey.ITEM_IN_SEVERAL_COLUMNS,
        survey.HEADER_AMBIGUOUS,
        survey.COLUMNS_NOT_IN_RUBRIC,
        survey.OTHER_RUBRIC_FITS_BETTER,
        survey.OWN_HEAD_MISSING,
        survey.WORD_UNKNOWN,
        survey.NUMBER_CONTRADICTS_WORD,
        survey.TIME_COLUMN_UNCERTAIN,
    }
)
"""Problems of files that an answer of the office's may solve."""
_OF_CELLS: Final = frozenset({survey.WORD_UNKNOWN, survey.NUMBER_CONTRADICTS_WORD})
_REPLACED: Final = frozenset({FORMS_DISAGREE, TARGET_FILE_EXISTS})
"""What may be replaced, once that is asked."""


@dataclass(frozen=True, slots=True)
class ChoicePages:
    """The form about columns and words of each set of dropped files, and what was written."""

    desk: Desk

    def routes(self) -> tuple[Route, ...]:
        """Return the addresses."""
        return (
            Route("/berkas/{key}/arti", self.show),
            Route("/berkas/{key}/arti", self.keep, methods=["POST"]),
            Route("/ditulis/{name:path}", self.download),
        )

    def show(self, request: Request) -> Response:
        """Show the form for one of the files."""
        sent = request.query_params
        return self._page(self._drop(request), Choices.of(sent), sent, ())

    async def keep(self, request: Request) -> Response:
        """Keep what was picked and score the files again, unless something is wrong with it."""
        async with form_of(request) as form:
            sent = {name: value for name, value in form.items() if isinstance(value, str)}
        return await run_in_threadpool(self._keep, self._drop(request), sent)

    def download(self, request: Request) -> Response:
        """Return a file in which something was written, for an office that has no workspace yet."""
        parts = {each.file for each in written_form(self.desk.workspace)}
        name = request.path_params["name"]
        if name not in parts:
            raise HTTPException(404)
        content = (self.desk.workspace / name).read_bytes()
        told = f'attachment; filename="{name.rpartition("/")[2]}"'
        return Response(content, media_type="application/yaml", headers={"content-disposition": told})

    def _drop(self, request: Request) -> Drop:
        drop = self.desk.drop(request.path_params["key"])
        if drop is None:
            raise HTTPException(404)
        return drop

    def _keep(self, drop: Drop, sent: Mapping[str, str]) -> Response:
        choices = Choices.of(sent)
        if sent.get(STEP) == ONLY_LIKE:
            return self._page(drop, choices, sent, ())
        path = drop.paths[_place(drop, sent)]
        try:
            with holding(self.desk):
                asked = ask_form(path, self.desk.workspace, picks_of(sent))
                if asked.picked.said is None:
                    return self._page(drop, choices, sent, asked.picked.faults, asked)
                replacing = REPLACE in sent
                before = {each.text for each in written_form(self.desk.workspace)}
                keep_picked(asked, self.desk.workspace, since=sent.get(SINCE, ""), replacing=replacing)
                parts = enumerate(written_form(self.desk.workspace))
                changed = ".".join(str(place) for place, each in parts if each.text not in before)
        except ProblemsFoundError as found:
            return self._page(drop, choices, sent, at_no_field(found.problems))
        query = "&".join(filter(None, (choices.query, f"ditulis={changed}")))
        return RedirectResponse(f"/berkas/{drop.key}?{query}", 303)

    def _page(
        self,
        drop: Drop,
        choices: Choices,
        sent: Mapping[str, str],
        faults: Sequence[FieldFault],
        asked: AskedForm | None = None,
    ) -> Response:
        place = _place(drop, sent)
        asked = asked or ask_form(drop.paths[place], self.desk.workspace, picks_of(sent))
        others = [fault.problem for fault in faults if not fault.field]
        return page(
            "arti",
            422 if faults else 200,
            desk=self.desk,
            drop=drop,
            choices=choices,
            form=form_values(asked, place, faults, replacing=REPLACE in sent),
            groups=[*problem_groups(others)],
            counted=counted(others),
        )


def _place(drop: Drop, sent: Mapping[str, str]) -> int:
    """Return the number of the file that is asked about."""
    named = sent.get(FILE, "0")
    number = int(named) if named.isdecimal() and len(named) < 4 else 0
    return number if number < len(drop.names) else 0


def form_values(
    asked: AskedForm, place: int, faults: Sequence[FieldFault], *, replacing: bool = False
) -> Mapping[str, object]:
    """Return what the form's template needs."""
    groups = choice_groups(asked.picked, asked.opened.known, faults)
    named = {fault.field for fault in asked.picked.faults}
    fields = [field for group in groups for field in group.fields]
    return {
        "groups": groups,
        "contents": contents(asked.picked.selectable or asked.opened.form.columns),
        "place": place,
        "file": asked.opened.form.where,
        "since": asked.since,
        "asked_like": asked.picked.like or "",
        "asked_like_name": ASKED_LIKE,
        "open": [field for field in fields if field.name.removeprefix("text:") in named],
        "faulty": [field for field in fields if field.errors],
        "may_replace": replacing or any(fault.problem.entry in _REPLACED for fault in faults),
        "replacing": replacing,
    }


def written_parts(workspace: Path, places: str) -> tuple[WrittenPart, ...]:
    """Return the parts of the workspace's files that an address names by their places: ``0.1``."""
    named = places.split(".")
    return tuple(each for place, each in enumerate(written_form(workspace)) if str(place) in named)


def asked_of(drop: Drop, desk: Desk, problems: Sequence[Problem]) -> Mapping[str, object] | None:
    """Return the form for the first of the files of which something must be asked, if there is one."""
    for place, path in enumerate(drop.paths):
        if any(each.entry in _ASKED and each.where.file == path.name for each in problems):
            try:
                asked = ask_form(path, desk.workspace, Picks())
            except ProblemsFoundError:
                continue
            picked, codes = asked.picked, {each.entry for each in problems if each.where.file == path.name}
            # A wrong word in a cell is no word of the form: there is nothing to ask then.
            if picked.words or codes & (_ASKED - _OF_CELLS):
                return form_values(asked, place, ())
    return None
