"""A self-assessment as fields of a page: what the workbook says, what was typed, and what is wrong with it.

A field is one input cell of the workbook and is read as that cell would be. It brings along what it said when
the page was shown, so that two who write at once lose nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from ipak_cli.base.period import indonesian_date
from ipak_cli.base.problem import Problem, Where, problem
from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.catalogue.pekppp import WORKBOOK_NEWER_THAN_PAGE
from ipak_cli.pekppp.answers import FactAnswer, IndicatorAnswers
from ipak_cli.pekppp.book import names
from ipak_cli.pekppp.book.answer_texts import Unread
from ipak_cli.pekppp.book.cell_values import read_answer, read_claim, read_cost, read_evidence, read_text
from ipak_cli.web.advice import advice_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ipak_cli.jobs.assessment_book import Book
    from ipak_cli.pekppp.answers import Assessment
    from ipak_cli.rubric.pekppp import Aspect, Fact, Indicator
    from ipak_cli.rubric.rules.interface import Answer

PLACE: Final = "Halaman"
LINES: Final = (names.EVIDENCE, names.NOTE)
"""The columns whose cells take several lines."""
_HELP: Final = {
    names.CLAIM: "0 sampai 5; kosong berarti belum dinilai. Bila faktanya diisi, fakta yang dihitung.",
    names.EVIDENCE: "Nama berkas di folder bukti, satu setiap baris; tautan https:// boleh.",
    names.COST: f"Boleh kosong. Bilangan bulat, atau kata {names.FIXED} bila tidak dapat dinaikkan.",
}


@dataclass(frozen=True, slots=True)
class AssessmentField:
    """An input cell on the page: ``row`` is an indicator's number or a fact's id, ``column`` its column.

    ``text`` is what the field shows, ``before`` what the workbook said when the page was first shown.
    """

    row: str
    column: str
    label: str
    text: str
    before: str
    where: Where
    fact: Fact | None = None
    errors: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The field's name in the form."""
        return f"{self.row}:{self.column}"

    @property
    def lines(self) -> bool:
        """Whether it takes several lines."""
        return self.column in LINES

    @property
    def choices(self) -> tuple[str, ...]:
        """The words that can be chosen; none for numbers, dates and texts."""
        return self.fact.answers if self.fact and self.column == names.ANSWER else ()

    @property
    def help(self) -> str:
        """How to fill it in."""
        if self.column != names.ANSWER or self.fact is None:
            return _HELP.get(self.column, "")
        kind = {"date": "Tanggal, misalnya 5 Desember 2024.", "number": "Bilangan bulat."}
        return " ".join(part for part in (self.fact.help or "", kind.get(self.fact.type, "")) if part)

    @property
    def changed(self) -> bool:
        """Whether somebody typed anything else than was shown."""
        return self.text != self.before

    def value(self) -> object:
        """Return what the text says, or why it cannot be read."""
        text = self.text or None
        if self.fact is not None and self.column == names.ANSWER:
            return read_answer(text, self.fact)
        readers = {names.CLAIM: read_claim, names.COST: read_cost, names.EVIDENCE: read_evidence}
        return readers.get(self.column, read_text)(text)

    def faults(self) -> tuple[Problem, ...]:
        """Return what is wrong with the text."""
        value = self.value()
        return (
            (problem(value.entry, self.where, what=self.label, **value.values),)
            if isinstance(value, Unread)
            else ()
        )


@dataclass(frozen=True, slots=True)
class IndicatorFields:
    """The fields of an indicator: those of each fact, then its own."""

    indicator: Indicator
    facts: tuple[tuple[AssessmentField, AssessmentField], ...]
    own: tuple[AssessmentField, ...]

    @property
    def fields(self) -> tuple[AssessmentField, ...]:
        """All fields, as the page shows them."""
        return (*(each for pair in self.facts for each in pair), *self.own)

    def with_fields(self, found: Mapping[str, AssessmentField]) -> IndicatorFields:
        """Return the same with other fields, by their keys."""
        return replace(
            self,
            facts=tuple((found[answer.key], found[proof.key]) for answer, proof in self.facts),
            own=tuple(found[each.key] for each in self.own),
        )


Form = tuple[IndicatorFields, ...]


def form_of_aspect(aspect: Aspect, book: Book) -> Form:
    """Return the fields of an aspect as the workbook fills them."""
    return tuple(_indicator(each, book) for each in aspect.indicators)


def _indicator(indicator: Indicator, book: Book) -> IndicatorFields:
    said = book.assessment.indicators[indicator.no]
    own = {
        names.CLAIM: said.claimed,
        names.EVIDENCE: said.evidence,
        names.NOTE: said.note,
        names.COST: names.FIXED if said.fixed else said.cost,
    }
    wheres = {names.CLAIM: said.where, names.EVIDENCE: said.evidence_where}
    no = str(indicator.no)

    def made(column: str, value: object, where: Where, fact: Fact | None = None) -> AssessmentField:
        row, sheet = (fact.id, names.FACT_FORM.sheet) if fact else (no, names.INDICATOR_FORM.sheet)
        text = _text(value) or _plain(book.texts.get((sheet, row, column), ""))
        of = f"fakta {row}" if fact else f"indikator {row}"
        label = fact.text if fact and column == names.ANSWER else f"{column}, {of}"
        return AssessmentField(row, column, label, text, text, where, fact)

    facts = tuple(
        (
            made(names.ANSWER, said.facts[fact.id].answer, said.facts[fact.id].where, fact),
            made(names.EVIDENCE, said.facts[fact.id].evidence, said.facts[fact.id].evidence_where, fact),
        )
        for fact in indicator.facts
    )
    return IndicatorFields(
        indicator,
        facts,
        tuple(
            made(column, value, wheres.get(column, Where(PLACE, no, column))) for column, value in own.items()
        ),
    )


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case date():
            return indonesian_date(value)
        case tuple():
            return "\n".join(value)
        case _:
            return _plain(str(value))


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").strip()


@dataclass(frozen=True, slots=True)
class Merged:
    """A form with what was typed, and what forbids to keep it."""

    form: Form
    problems: tuple[Problem, ...] = field(default=())


def filled_in(form: Form, typed: Mapping[str, str], shown: Mapping[str, str]) -> Merged:
    """Put what was typed into the workbook's fields: only what differs from what the page had shown.

    What others wrote meanwhile stays; where both changed one field, that is told, and nothing is lost.
    """
    found: dict[str, AssessmentField] = {}
    problems: list[Problem] = []
    for now in (each for part in form for each in part.fields):
        text, before = (_plain(said.get(now.key, now.text)) for said in (typed, shown))
        mine = replace(now, text=text, before=before)
        if not mine.changed:
            found[now.key] = now
            # An answer that cannot be read stays so; nothing else that cannot be read can be written.
            problems += () if now.column == names.ANSWER else now.faults()
            continue
        found[now.key] = mine
        faults = mine.faults()
        if not faults and now.text not in {before, text}:
            values = {"what": now.label, "form": text or "–", "now": now.text or "–"}
            faults = (problem(WORKBOOK_NEWER_THAN_PAGE, now.where, **values),)
            # What the workbook says now has been shown by that: sent once more, the form decides.
            found[now.key] = replace(mine, before=now.text)
        problems += faults
    return Merged(tuple(part.with_fields(found) for part in form), tuple(problems))


def with_faults(form: Form, problems: Iterable[Problem]) -> tuple[Form, tuple[Problem, ...]]:
    """Put each problem to its field, what a text says wrongly too; return also those that are of none."""
    listed = tuple(problems)
    places = {each.where for part in form for each in part.fields}

    def placed(each: AssessmentField) -> AssessmentField:
        own = each.faults()
        codes = {one.code for one in own}
        there = (one for one in listed if one.where == each.where and one.code not in codes)
        told = (f"{message_of(one)}. {advice_of(one)}" for one in (*own, *there))
        return replace(each, errors=tuple(dict.fromkeys(told)))

    found = {each.key: placed(each) for part in form for each in part.fields}
    others = tuple(each for each in listed if each.where not in places)
    return tuple(part.with_fields(found) for part in form), others


def entries_of(form: Form, before: Assessment, texts: Mapping[tuple[str, str, str], str]) -> Assessment:
    """Return the workbook's entries with those of a form; an answer that cannot be read stays as it is."""
    indicators = {no: _as_written(each, texts) for no, each in before.indicators.items()}
    for part in form:
        no = part.indicator.no
        own = {each.column: each.value() for each in part.own}
        facts = {answer.row: _fact(answer, proof) for answer, proof in part.facts}
        claim, cost, note, evidence = (
            own[name] for name in (names.CLAIM, names.COST, names.NOTE, names.EVIDENCE)
        )
        indicators[no] = IndicatorAnswers(
            claimed=claim if isinstance(claim, int) else None,
            evidence=evidence if isinstance(evidence, tuple) else (),
            note=note if isinstance(note, str) else None,
            cost=cost if isinstance(cost, int) else None,
            fixed=cost == names.FIXED,
            facts=facts,
        )
    return replace(before, indicators=indicators)


def _fact(answer: AssessmentField, proof: AssessmentField) -> FactAnswer:
    value, evidence = answer.value(), proof.value()
    kept: Answer | None = value if isinstance(value, str | int | date) else None
    if isinstance(value, Unread):
        kept = answer.text
    return FactAnswer(kept, evidence if isinstance(evidence, tuple) else ())


def _as_written(said: IndicatorAnswers, texts: Mapping[tuple[str, str, str], str]) -> IndicatorAnswers:
    sheet = names.FACT_FORM.sheet
    facts = {
        key: replace(each, answer=_plain(texts.get((sheet, key, names.ANSWER), "")) or None)
        if each.faulty
        else each
        for key, each in said.facts.items()
    }
    return replace(said, facts=facts)
