"""PEKPPP on the page: the self-assessments, one in full, the form of an aspect, and the way to a category."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse
from starlette.routing import Route

from ipak_cli.base.period import parse_period, period_words
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.base.text import capital
from ipak_cli.jobs.assess import plan_file
from ipak_cli.jobs.assessment_book import (
    books_of,
    keep_book,
    keep_evidence,
    key_of,
    named_by,
    new_book,
    open_book,
    store_book,
)
from ipak_cli.jobs.open_workspace import OpenWorkspace
from ipak_cli.pekppp.book.names import EVIDENCE
from ipak_cli.web.assessment_form import entries_of, filled_in, form_of_aspect, with_faults
from ipak_cli.web.assessment_view import level_values, overview_values, plan_values
from ipak_cli.web.desk import plain_name
from ipak_cli.web.making import TOOL
from ipak_cli.web.words import counted, page, problem_groups
from ipak_cli.web.writing import files, form_of, holding
from ipak_cli.workspace.layout import Paths
from ipak_cli.workspace.store import InputKind
from ipak_cli.workspace.this_computer import now

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from starlette.requests import Request
    from starlette.responses import Response

    from ipak_cli.base.problem import Problem
    from ipak_cli.jobs.assessment_book import Book
    from ipak_cli.rubric.pekppp import Aspect
    from ipak_cli.web.assessment_form import Form
    from ipak_cli.web.desk import Desk

TYPED, SHOWN, BROUGHT = "isi:", "semula:", "berkas:"
"""How the names of fields begin: what is typed, what the page had shown, files of an indicator."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What there is to say after a form was sent: whether it is kept, and where a person's workbook went."""

    done: bool = False
    former: str | None = None
    problems: tuple[Problem, ...] = ()
    code: int = 200


@dataclass(frozen=True, slots=True)
class AssessmentPages:
    """The pages of the self-assessments; all that they know stands in the workbooks."""

    desk: Desk

    def routes(self) -> tuple[Route, ...]:
        """Return the addresses."""
        return (
            Route("/pekppp", self.all),
            Route("/pekppp", self.new, methods=["POST"]),
            Route("/pekppp/{key}", self.overview),
            Route("/pekppp/{key}/rencana", self.plan),
            Route("/pekppp/{key}/{aspect}", self.aspect),
            Route("/pekppp/{key}/{aspect}", self.keep, methods=["POST"]),
        )

    def all(self, _: Request) -> Response:
        """List the workbooks and the stored results, and ask for a new one."""
        return self._all()

    async def new(self, request: Request) -> Response:
        """Write a new workbook and go to its page."""
        async with form_of(request) as form:
            sent = {name: value for name, value in form.items() if isinstance(value, str)}
        return await run_in_threadpool(self._new, sent)

    def overview(self, request: Request) -> Response:
        """Show the figures, the aspects, and what is missing."""
        opened, book = self._book(request)
        told = book.result.problems
        return page(
            "penilaian",
            desk=self.desk,
            key=key_of(book.name),
            name=book.name,
            categories=[each.code for each in opened.pekppp_rubric.rubric.categories],
            **overview_values(book.result),
            groups=[*problem_groups(told)],
            counted=counted(told),
        )

    def plan(self, request: Request) -> Response:
        """Show the cheapest steps to a category or a figure."""
        opened, name = OpenWorkspace(self.desk.workspace), self._name(request)
        target = request.query_params.get("target", "").strip()[:40]
        path = Paths(self.desk.workspace).inbox / name
        problems: Sequence[Problem] = ()
        values: dict[str, object] = {"plan": None, "reached": "", "steps": []}
        if target:
            try:
                found = plan_file(path, target, opened.pekppp_rubric, TOOL)
                values = plan_values(found.plan)
            except ProblemsFoundError as refused:
                problems = refused.problems
        return page(
            "rencana",
            422 if problems else 200,
            desk=self.desk,
            key=key_of(name),
            target=target,
            categories=opened.pekppp_rubric.rubric.categories,
            **values,
            groups=[*problem_groups(problems)],
            counted=counted(problems),
        )

    def aspect(self, request: Request) -> Response:
        """Show an aspect as a form, with what its answers come to."""
        opened, book = self._book(request)
        aspect = _aspect(request, opened)
        kept = Kept(done="disimpan" in request.query_params)
        return self._form(aspect, book, form_of_aspect(aspect, book), kept)

    async def keep(self, request: Request) -> Response:
        """Keep what was typed and the files that were brought, and assess the whole anew."""
        brought: list[tuple[int, str, bytes]] = []
        async with form_of(request) as form:
            sent = {name: value for name, value in form.items() if isinstance(value, str)}
            for name in dict.fromkeys(form):
                no = name.removeprefix(BROUGHT)
                if no != name and no.isdecimal():
                    brought += [
                        (int(no), _evidence_name(each.filename or ""), await each.read())
                        for each in files(form, name)
                    ]
        return await run_in_threadpool(self._keep, request, sent, brought)

    def _all(
        self, problems: Sequence[Problem] = (), *, refused: Mapping[str, str] | None = None, made: str = ""
    ) -> Response:
        opened = OpenWorkspace(self.desk.workspace)
        stored = []
        for period in reversed(opened.stored.periods(InputKind.PEKPPP)):
            result = opened.stored.load(InputKind.PEKPPP, period)
            stored.append({"period": capital(period_words(period)), "result": result})
        return page(
            "pekppp",
            422 if refused else 200,
            desk=self.desk,
            made=made and key_of(made),
            books=[(key_of(name), name) for name in books_of(self.desk.workspace)],
            stored=stored,
            unit=(refused or {}).get("unit", opened.config.unit.name if opened.config.unit else ""),
            period=(refused or {}).get("periode", ""),
            period_refused=bool(refused),
            groups=[*problem_groups(problems)],
            counted=counted(problems),
        )

    def _new(self, sent: Mapping[str, str]) -> Response:
        try:
            period = parse_period(sent.get("periode", "").strip()[:40])
        except ValueError:
            return self._all(refused={"periode": "", **sent})
        with holding(self.desk):
            old = named_by(sent.get("lama", ""), self.desk.workspace)
            unit = " ".join(sent.get("unit", "").split())[:500]
            name, lost = new_book(OpenWorkspace(self.desk.workspace), unit, period, old)
        if lost:
            return self._all(lost, made=name)
        return RedirectResponse(f"/pekppp/{key_of(name)}", 303)

    def _name(self, request: Request) -> str:
        name = named_by(request.path_params["key"], self.desk.workspace)
        if name is None:
            raise HTTPException(404)
        return name

    def _book(self, request: Request) -> tuple[OpenWorkspace, Book]:
        opened, name = OpenWorkspace(self.desk.workspace), self._name(request)
        return opened, open_book(opened, name, TOOL, now().date())

    def _keep(
        self, request: Request, sent: Mapping[str, str], brought: Sequence[tuple[int, str, bytes]]
    ) -> Response:
        typed = {name.removeprefix(TYPED): text for name, text in sent.items() if name.startswith(TYPED)}
        shown = {name.removeprefix(SHOWN): text for name, text in sent.items() if name.startswith(SHOWN)}
        with holding(self.desk):
            opened, book = self._book(request)
            aspect = _aspect(request, opened)
            form = form_of_aspect(aspect, book)
            merged = filled_in(form, typed, shown)
            if merged.problems:
                return self._form(aspect, book, merged.form, Kept(problems=merged.problems, code=422))
            typed |= self._put_evidence(aspect, merged.form, brought)
            merged = filled_in(form, typed, shown)
            entries = entries_of(merged.form, book.assessment, book.texts)
            former = keep_book(opened, book, entries)
            opened, book = self._book(request)
            store_book(opened, book)
        if former is None:
            return RedirectResponse(f"/pekppp/{key_of(book.name)}/{aspect.code}?disimpan=1", 303)
        return self._form(aspect, book, form_of_aspect(aspect, book), Kept(done=True, former=former))

    def _put_evidence(
        self, aspect: Aspect, form: Form, brought: Sequence[tuple[int, str, bytes]]
    ) -> dict[str, str]:
        """Keep the files of the aspect's indicators; return the evidence fields that name them too."""
        fields = {each.key: each.text for part in form for each in part.fields}
        found: dict[str, str] = {}
        for no, name, content in brought:
            if no not in {each.no for each in aspect.indicators}:
                continue
            key = f"{no}:{EVIDENCE}"
            named = keep_evidence(self.desk.workspace, no, name, content)
            lines = found.get(key, fields[key]).splitlines()
            found[key] = "\n".join(dict.fromkeys([*lines, named]))
        return found

    def _form(self, aspect: Aspect, book: Book, form: Form, kept: Kept) -> Response:
        of_workbook = () if kept.problems else book.result.problems
        placed, _ = with_faults(form, (*kept.problems, *of_workbook))
        levels = {each.no: level_values(each) for each in book.result.indicators}
        (index,) = (each for each in book.result.aspects if each.code == aspect.code)
        return page(
            "aspek",
            kept.code,
            desk=self.desk,
            key=key_of(book.name),
            aspect=aspect,
            index=index.index,
            parts=[(part, levels[part.indicator.no]) for part in placed],
            faulty=[each for part in placed for each in part.fields if each.errors],
            kept=kept,
            typed=TYPED,
            shown=SHOWN,
            brought=BROUGHT,
        )


def _aspect(request: Request, opened: OpenWorkspace) -> Aspect:
    code = request.path_params["aspect"]
    for aspect in opened.pekppp_rubric.rubric.aspects:
        if aspect.code == code:
            return aspect
    raise HTTPException(404)


def _evidence_name(name: str) -> str:
    """Return a file's name without what parts names of evidence, or would be taken for litter."""
    return plain_name(name).replace(";", ",")
