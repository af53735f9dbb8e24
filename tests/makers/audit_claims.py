"""Claims made by hand, and what all checks of an audit find in them, with every sentence said."""

from __future__ import annotations

from dataclasses import replace

from ipak_cli.audit.checks import check
from ipak_cli.audit.claim import Aside, Claim, ClaimKind, Claims
from ipak_cli.audit.document import Place, TextKind
from ipak_cli.base.period import Period, parse_period
from ipak_cli.base.printed import readings
from ipak_cli.catalogue.indonesian import hint_of, message_of, say
from makers.instruments import instrument

REPORTED = parse_period("IV-2024")


def claim(kind, subject=None, number=None, **more):
    """Return a claim of the reported period; numbers are texts, and a place is a table's row or a line."""
    told = {"period": REPORTED, "words": "", **more}
    for name in ("of", "count"):
        if isinstance(told.get(name), str):
            told[name] = _printed(told[name])
    if isinstance(told["period"], str):
        told["period"] = parse_period(told["period"])
    place = Place(table=told.pop("table", None), row=told.pop("row", None), line=told.pop("line", 1))
    if "series" in told:
        told["series"] = tuple(
            (_period(step), number and _printed(number)) for step, number in told["series"]
        )
    value = _printed(number) if isinstance(number, str) else number
    return Claim(ClaimKind(kind), place, subject=subject, number=value, **told)


def _printed(number):
    return readings(number)[0]


def _period(name):
    return name if name is None or isinstance(name, Period) else parse_period(name)


def table(kind, values, name="Tabel 3.1", **more):
    """Return claims of one kind in the rows of a table, by subject."""
    return [
        claim(kind, subject, number, table=name, row=row, **more)
        for row, (subject, number) in enumerate(values.items(), start=2)
    ]


def stars(counts, period=REPORTED, prefix="", **more):
    """Return how often each answer from the scale's lowest on was given."""
    return [
        claim("stars", f"{prefix}{value}", str(count), period=period, **more)
        for value, count in enumerate(counts, start=1)
    ]


def titled(kind, number, title, **more):
    """Return the number of a part with its title, as a caption or a line of a list."""
    where = {"caption": TextKind.CAPTION, "list": TextKind.CONTENTS, "text": TextKind.BODY}[kind]
    return claim(
        "number_of_part", number, word=title, where=where, words=f"{number} {title}", period=None, **more
    )


def period(name, words, where="caption", subject=None, **more):
    """Return a period that a heading, caption or sentence names."""
    return claim("period", subject, period=name, words=words, where=TextKind(where), word=name, **more)


def look(*claims, rubric="ipak-ipkp", reported=REPORTED, asides=()):
    """Return what all checks find, by code, and say each finding as its reader sees it."""
    flat = [each for part in claims for each in (part if isinstance(part, list) else [part])]
    texts = tuple(Aside("", words, Place()) for words in asides)
    found = check(Claims(tuple(flat), (), reported, rubric, texts), instrument(rubric))
    for finding in found:
        assert finding.claims
        said = [message_of(finding.problem), hint_of(finding.problem), *map(say, finding.possible)]
        assert all(
            text and "{" not in text and "None" not in text for text in (*said, *finding.arithmetic)
        ), said
    return {finding.problem.code: finding for finding in found}


def said(finding):
    """Return the message of a finding."""
    return message_of(finding.problem)


def possible(finding):
    """Return what a finding says could stand there."""
    return [say(each) for each in finding.possible]


def moved(claims, **more):
    """Return claims in another table or of another period."""
    return [replace(each, **more) for each in claims]
