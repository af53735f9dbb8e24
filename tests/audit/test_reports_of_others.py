"""Short reports of invented offices, right in all figures: each claim is read, and nothing is raised.

Beside each report stands what is read out of it, line by line: where, what kind, of what, how much, of which
period and of which group. ``?`` is a number that is not understood.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from ipak_cli.audit.checks import check
from ipak_cli.audit.choose import best_instruments
from ipak_cli.audit.extract import extract
from ipak_cli.catalogue.indonesian import message_of
from makers.claims_as_text import document, instrument, lines_of, names_of

if TYPE_CHECKING:
    from ipak_cli.audit.instrument import Instrument

REPORTS: Final = Path(__file__).parent / "reports"
NAMES: Final = sorted(path.stem for path in REPORTS.glob("*.claims"))


def read(name: str) -> tuple[str, str, str, list[str]]:
    """Return a report's text, its instrument, its period, and the lines of what is claimed."""
    [report] = [path for path in REPORTS.glob(f"{name}.*") if path.suffix != ".claims"]
    first, second, *lines = (REPORTS / f"{name}.claims").read_text().splitlines()
    return report.read_text(), first.removeprefix("instrument "), second.removeprefix("period "), lines


def test_there_are_reports() -> None:
    assert len(NAMES) >= 12


@pytest.mark.parametrize("name", NAMES)
def test_each_claim_of_a_report_is_read_with_its_place(name: str) -> None:
    text, rubric, period, lines = read(name)
    claims = extract(document(text), instrument(rubric))
    assert str(claims.period) == period
    assert [*lines_of(claims), *names_of(claims)] == lines


@pytest.mark.parametrize("name", NAMES)
def test_a_right_report_raises_nothing(name: str) -> None:
    text, rubric, _, _ = read(name)
    given = instrument(rubric)
    found = check(extract(document(text), given), given)
    assert [message_of(each.problem) for each in found] == []


def chosen(text: str, known: list[Instrument]) -> list[str]:
    return [each.rubric.id for each in best_instruments(document(text), known)]


def test_the_instrument_of_a_report_is_found_among_several() -> None:
    shipped = [instrument("ipak-ipkp"), instrument("skm-14-2017")]
    for name in NAMES:
        text, rubric, _, _ = read(name)
        assert chosen(text, shipped) == ([rubric] if rubric != "ipak-5-ipkp-7" else []), name


def test_an_instrument_with_fewer_items_is_told_from_one_with_more() -> None:
    both = [instrument("ipak-ipkp"), instrument("ipak-5-ipkp-7")]
    for name in ("ipak_5_ipkp_7", "ipak_ipkp", "bintang"):
        text, rubric, _, _ = read(name)
        assert chosen(text, both) == [rubric]


def test_no_instrument_fits_what_is_no_report_and_what_two_would_fit() -> None:
    both = [instrument("ipak-ipkp"), instrument("ipak-5-ipkp-7")]
    assert chosen("Resep kue lapis: 3 butir telur, 250 gram tepung.", both) == []
    assert len(chosen("Nilai IPAK 3,90 dan IPKP 3,73.", both)) == 2
    assert chosen("Nilai IPAK 3,90 dan IPKP 3,73.", both[:1]) == ["ipak-ipkp"]
