"""The review of suggestions as a page: each text as it would be published, and what becomes of it.

A form names a text by a digest of it, so that an answer of an older page decides nothing of another text;
what respondents wrote originally is not shown here either, only the cell in which it stands.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse
from starlette.routing import Route

from ipak_cli.base.period import Period, parse_period, period_words
from ipak_cli.base.problem import problem
from ipak_cli.base.text import capital
from ipak_cli.catalogue.indonesian import hint_of, message_of
from ipak_cli.catalogue.suggestions import NO_WORDS_LEFT, WORDS_NOT_IN_TEXT, WORDS_WITHOUT_DECISION
from ipak_cli.jobs.open_workspace import OpenWorkspace
from ipak_cli.jobs.suggestions import find_suggestions
from ipak_cli.survey.review import (
    Decision,
    NothingLeftError,
    Verdict,
    WordsNotThereError,
    phrases_of,
    words_to_cut,
)
from ipak_cli.terminal.suggestions import counts, marked_text
from ipak_cli.web.addresses import period_of
from ipak_cli.web.words import page
from ipak_cli.web.writing import form_of, holding
from ipak_cli.workspace.reviews import keep_decisions
from ipak_cli.workspace.store import InputKind
from ipak_cli.workspace.this_computer import now, user_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from ipak_cli.jobs.suggestions import ListedSuggestion, SuggestionsFound
    from ipak_cli.web.desk import Desk

_VERDICTS: Final = {"terbitkan": Verdict.PUBLISH, "jangan": Verdict.WITHHOLD}
"""What a form says of a text; anything else leaves it as it is."""
_CUT_FAULTS: Final = {NothingLeftError: NO_WORDS_LEFT, WordsNotThereError: WORDS_NOT_IN_TEXT}


@dataclass(frozen=True, slots=True)
class ReviewPages:
    """The suggestions of each period."""

    desk: Desk

    def routes(self) -> tuple[Route, ...]:
        """Return the addresses."""
        return (
            Route("/saran/{period}", self.show),
            Route("/saran/{period}", self.keep, methods=["POST"]),
        )

    def show(self, request: Request) -> Response:
        """Show the texts of a period."""
        found = self._found(period_of(request))
        return self._page(found, kept="disimpan" in request.query_params)

    async def keep(self, request: Request) -> Response:
        """Keep what was decided, unless words are to be taken out that a text does not have."""
        async with form_of(request) as form:
            sent = {name: value for name, value in form.items() if isinstance(value, str)}
        return await run_in_threadpool(self._keep, period_of(request), sent)

    def _found(self, period: Period) -> SuggestionsFound:
        opened = OpenWorkspace(self.desk.workspace)
        if period not in opened.stored.periods(InputKind.SURVEY):
            raise HTTPException(404)
        return find_suggestions(opened, period)

    def _keep(self, period: Period, sent: Mapping[str, str]) -> Response:
        errors: dict[str, str] = {}
        decisions: dict[str, Decision | None] = {}
        with holding(self.desk):
            found = self._found(period)
            for each in found.suggestions:
                key = _key(each.text)
                verdict = _VERDICTS.get(sent.get(f"putusan:{key}", ""))
                words = sent.get(f"hapus:{key}", "").strip()
                try:
                    cut = words_to_cut(each.text, words) if words and verdict is Verdict.PUBLISH else ()
                except (NothingLeftError, WordsNotThereError) as fault:
                    told = problem(_CUT_FAULTS[type(fault)])
                    errors[key] = f"{message_of(told)}. {hint_of(told)}"
                    continue
                if verdict is None and words and words != phrases_of(each.text, each.cut):
                    told = problem(WORDS_WITHOUT_DECISION)
                    errors[key] = f"{message_of(told)}. {hint_of(told)}"
                    continue
                if verdict is not None and (each.verdict, each.cut) != (verdict, cut):
                    decisions[each.text] = Decision(verdict, cut)
            if decisions and not errors:
                keep_decisions(self.desk.workspace, period, decisions, user_name(), now())
        if errors:
            return self._page(found, errors, sent)
        return RedirectResponse(f"/saran/{period}?disimpan=1", 303)

    def _page(
        self,
        found: SuggestionsFound,
        errors: Mapping[str, str] | None = None,
        sent: Mapping[str, str] | None = None,
        *,
        kept: bool = False,
    ) -> Response:
        texts = [_text(each, errors or {}, sent or {}) for each in found.suggestions]
        return page(
            "saran",
            422 if errors else 200,
            desk=self.desk,
            period=found.period,
            words=capital(period_words(parse_period(found.period))),
            rule=found.rule.value,
            counts=counts(found),
            not_shown=found.not_shown,
            texts=texts,
            faulty=[each for each in texts if each["error"]],
            kept=kept,
        )


def _text(each: ListedSuggestion, errors: Mapping[str, str], sent: Mapping[str, str]) -> Mapping[str, object]:
    key = _key(each.text)
    said = next((word for word, verdict in _VERDICTS.items() if verdict is each.verdict), "")
    return {
        "key": key,
        "number": each.number,
        "count": each.count,
        "text": marked_text(each, ()).plain,
        "where": str(each.where) if each.where else "",
        "decided": each.verdict is not None,
        "by": each.by,
        "at": str(each.at)[:10],
        "verdict": sent.get(f"putusan:{key}", said),
        "cut": sent.get(f"hapus:{key}", phrases_of(each.text, each.cut)),
        "error": errors.get(key, ""),
    }


def _key(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:24]
