"""The corpus of bad inputs, continued: self-assessments, rubrics, settings and stored results."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ipak_cli.tables.cell import ErrorCell, PercentCell, UncachedFormula
from makers.pekppp_rubric import SMALL_PEKPPP
from makers.pekppp_workbook import book, claim_row, claims, fact_row, facts, origin, workbook
from makers.rubric_text import SMALL, altered

if TYPE_CHECKING:
    from ipak_cli.tables.cell import Cell
    from ipak_cli.tables.workbook import Workbook

_RESULT: Final = (Path(__file__).parents[2] / "examples" / "hasil" / "IV-2024" / "survey.json").read_text(
    "utf-8"
)


def _fact(fact: str, cell: Cell) -> Workbook:
    return book(facts(fact_row(fact, cell)))


def _claim(*cells: Cell) -> Workbook:
    return book(claims(claim_row(1, *cells)))


WORKBOOKS: Final[dict[str, tuple[Workbook, tuple[str, ...]]]] = {
    "blank cells": (book(), ()),
    "an answer with capitals and spaces": (_fact("F01-01", " YA "), ()),
    "a truth value": (book(facts(["F01-01", None, "SP tersedia", None, True])), ()),
    "another word": (_fact("F01-01", "lumayan"), ("E129",)),
    "a number for yes": (_fact("F01-01", 1), ("E145",)),
    "a choice that is none": (_fact("F01-02", "tiga"), ("E129",)),
    "an error": (_fact("F01-01", ErrorCell("#REF!")), ("E127",)),
    "a formula without a value": (_fact("F01-01", UncachedFormula()), ("E128",)),
    "a percentage": (_fact("F02-01", PercentCell(0.5)), ("E126",)),
    "a part of a number": (_fact("F02-01", 2.5), ("E122",)),
    "a number below 0": (_fact("F02-01", -1), ("E122",)),
    "words for a number": (_fact("F02-01", "dua"), ("E123",)),
    "a date for a number": (_fact("F02-01", date(2024, 1, 2)), ("E124",)),
    "a truth value for a number": (book(facts(["F02-01", None, "Banyaknya rencana", None, True])), ("E125",)),
    "a number beyond counting": (_fact("F02-01", 10**15), ("E135",)),
    "a date as text": (_fact("F02-02", "2 Januari 2025"), ()),
    "a date that is none": (_fact("F02-02", "31/02/2024"), ("E132",)),
    "a date of another age": (_fact("F02-02", date(1924, 1, 2)), ("E132",)),
    "words for a date": (_fact("F02-02", "kemarin"), ("E130",)),
    "a serial for a date": (_fact("F02-02", 45600), ("E131",)),
    "a time for a date": (_fact("F02-02", time(9, 0)), ("E124",)),
    "a claim beyond 5": (_claim(6), ("E121",)),
    "a claim in words": (_claim("baik"), ("E123",)),
    "a cost in words": (_claim(3, None, None, "mahal"), ("E133",)),
    "a period that is none": (book(claims(period="V-2024")), ("E134",)),
    "a fact twice": (book(facts(fact_row("F01-01", "ya"), fact_row("F01-01", "tidak"))), ("E107",)),
    "a fact that nobody knows": (book(facts(fact_row("F99-01", "ya"))), ("E106",)),
    "an indicator that nobody knows": (book(claims(claim_row(99, 3))), ("E106",)),
    "another version": (book(origin(version="0.9")), ("E141",)),
    "another rubric": (book(origin(rubric="lain")), ("E142",)),
    "another digest": (book(origin(digest="sha256:lain")), ("E143",)),
    "a survey export": (workbook(), ("E101", "E144")),
}
"""Grids of a filled workbook."""

RUBRICS: Final[dict[str, tuple[bytes, tuple[str, ...]]]] = {
    "an empty file": (b"", ("R607",)),
    "a list": (b"- a\n", ("R607",)),
    "a tab": (b"a:\n\tb: 1\n", ("R605",)),
    "a quote that never ends": (b'a: "b\n', ("R606",)),
    "two documents": (b"a: 1\n---\nb: 2\n", ("R608",)),
    "not UTF-8": (b"a: \xff\n", ("R603",)),
    "a control character": (b"a: \x07\n", ("R604",)),
    "too large": (b"a: " + b"x" * 300_000, ("R602",)),
    "too deep": (b"a: " + b"[" * 40, ("R609",)),
    "a bomb of aliases": (b"a: &a [x, x]\nb: &b [*a, *a]\nkind: survey\n", ("R611", "R620", "R621", "R631")),
    "a tag that runs code": (b"kind: !!python/object/apply:os.system [ls]\n", ("R611", "R615")),
    "another kind": (b"kind: lain\n", ("R615",)),
    "a key twice": (altered("scale:\n", "target: 4\nscale:\n", SMALL).encode(), ("R610",)),
    "a key that nobody knows": ((SMALL + "warna: merah\n").encode(), ("R620",)),
    "a key that is missing": (altered("title: Rubrik kecil\n", "", SMALL).encode(), ("R621", "R631")),
    "a float that is not exact": (altered("target: 4", "target: 4e0", SMALL).encode(), ("R625", "R631")),
    "a division by zero": (altered("weight: 1/3", "weight: 1/0", SMALL).encode(), ("R625", "R631")),
    "weights that miss 1": (altered("weight: 1/3", "weight: 1/4", SMALL).encode(), ("R640",)),
    "a code twice": (altered("code: B2", "code: B1", SMALL).encode(), ("R650",)),
    "a rule of a fact that is none": (
        altered("base: F03-01", "base: F03-09", SMALL_PEKPPP).encode(),
        ("R652", "R680"),
    ),
    "thresholds that fall": (
        altered("[1, 2, 3, 4, 5]\n", "[1, 2, 3, 5, 4]\n", SMALL_PEKPPP).encode(),
        ("R681",),
    ),
}
"""Rubric files."""

SETTINGS: Final[dict[str, tuple[bytes, tuple[str, ...]]]] = {
    "comments alone": (b"# kosong\n", ()),
    "a newer version": (b"version: 2\n", ("G404",)),
    "a key that nobody knows": (b"warna: merah\n", ("G402",)),
    "an alias": (b"unit: &a {name: b}\nsignatory: *a\n", ("G402", "G403")),
    "a period that is none": (b"periods:\n  V-2024: {population: 4}\n", ("G405",)),
    "a period twice": (b"periods:\n  IV-2024: {population: 4}\n  4-2024: {population: 5}\n", ("G406",)),
    "a link that is none": (b"report: {link: 'javascript:alert(1)'}\n", ("G407",)),
    "a NIP of other length": (b"signatory: {name: A, position: B, nip: '123'}\n", ("G408",)),
    "a population in words": (b"periods:\n  IV-2024: {population: banyak}\n", ("G402",)),
    "broken YAML": (b"unit: {name: 'a\n", ("G402",)),
}
"""Files named ``ipak.yaml``."""

RESULTS: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "an empty file": ("", ("G432",)),
    "a cut file": (_RESULT[:3000], ("G432",)),
    "another schema": (altered("ipak/survey/5", "ipak/survey/9", _RESULT), ("G433",)),
    "a list": ("[]", ("G433",)),
    "very deep": ("[" * 100_000, ("G432",)),
    "a key more": (_RESULT.replace("{", '{"x": 1,', 1), ("G432",)),
    "a figure that was edited": (_RESULT.replace('"rounded": "3.', '"rounded": "4.', 1), ("G434",)),
    "a count that is no number": (_RESULT.replace('"respondents": ', '"respondents": "" ', 1), ("G432",)),
    "not a number": (_RESULT.replace('"value": 3.', '"value": NaN, "b": 3.', 1), ("G434",)),
}
"""Stored results of a survey."""


def without_sentences(part: object) -> object:
    """Return a document without the sentences of its problems and messages, which are written anew."""
    if isinstance(part, list):
        return [without_sentences(inner) for inner in part]
    if not isinstance(part, dict):
        return part
    anew = (
        {"message", "hint"} if "severity" in part else {"text", "not_scored"} if "values" in part else set()
    )
    return {key: without_sentences(inner) for key, inner in part.items() if key not in anew}
