"""What people decided is kept without their words, by text, and never passes to another text."""

import json
from datetime import UTC, datetime

import pytest

from ipak_cli.base.period import parse_period
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.survey.review import Decision, Verdict
from ipak_cli.workspace.reviews import decisions_of, keep_decisions, read_reviews

PERIOD, AT = parse_period("IV-2024"), datetime(2025, 1, 3, 9, 0, tzinfo=UTC)
PASSED, REFUSED = Decision(Verdict.PUBLISH, (1, 2)), Decision(Verdict.WITHHOLD)


@pytest.fixture
def office(tmp_path):
    (tmp_path / "ipak.yaml").write_text("unit: {name: Balai Uji}\n", encoding="utf-8")
    return tmp_path


def keep(office, decisions, by="Siti", period=PERIOD):
    keep_decisions(office, period, decisions, by, AT)


def stored(office):
    return office / "hasil" / "IV-2024" / "tinjauan-saran.json"


def test_a_decision_comes_back_for_its_text_alone(office):
    keep(office, {"Antre lama sekali": PASSED, "Zorbal galak": REFUSED})
    asked = ["Antre lama sekali", "Zorbal galak", "antre lama sekali", "Zorbal galak."]
    assert decisions_of(office, PERIOD, asked) == {"Antre lama sekali": PASSED, "Zorbal galak": REFUSED}


def test_nothing_is_decided_where_nothing_was(office):
    assert read_reviews(office, PERIOD) is None
    assert decisions_of(office, PERIOD, ["Antre"]) == {}


def test_the_file_has_no_word_of_a_text_but_who_decided_and_when(office):
    keep(office, {"Antre lama sekali": PASSED, "Zorbal galak": REFUSED})
    content = stored(office).read_text(encoding="utf-8").lower()
    assert not any(word in content for word in ("antre", "lama", "zorbal", "galak"))
    said = json.loads(content)["decided"]
    assert {(each["by"], each["at"]) for each in said} == {("siti", "2025-01-03t09:00:00+00:00")}


def test_the_same_text_is_known_by_another_digest_in_another_office_and_period(tmp_path):
    digests = set()
    for name in ("a", "b"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "ipak.yaml").write_text("", encoding="utf-8")
        for period in ("IV-2024", "III-2024"):
            keep(folder, {"Antre": PASSED}, period=parse_period(period))
            digests.add(read_reviews(folder, parse_period(period)).decided[0].text)
    assert len(digests) == 4


def test_two_people_add_to_one_another_and_the_later_one_counts(office):
    keep(office, {"satu": PASSED, "dua": PASSED})
    keep(office, {"dua": REFUSED, "tiga": REFUSED}, by="Budi")
    found = read_reviews(office, PERIOD).of(["satu", "dua", "tiga"])
    assert {text: (each.verdict, each.by) for text, each in found.items()} == {
        "satu": (Verdict.PUBLISH, "Siti"),
        "dua": (Verdict.WITHHOLD, "Budi"),
        "tiga": (Verdict.WITHHOLD, "Budi"),
    }


def test_a_decision_is_taken_back(office):
    keep(office, {"satu": PASSED})
    keep(office, {"satu": None})
    assert decisions_of(office, PERIOD, ["satu"]) == {}


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"\xff\xfe", b'{"schema": "ipak/suggestion-review/2", "period": "IV-2024", "key": "00"}'],
)
def test_a_damaged_file_is_refused_and_stays(office, content):
    stored(office).parent.mkdir(parents=True)
    stored(office).write_bytes(content)
    with pytest.raises(ProblemsFoundError) as found:
        keep(office, {"satu": PASSED})
    assert [each.code for each in found.value.problems] == ["G451"]
    assert stored(office).read_bytes() == content


def test_a_file_of_another_period_is_refused(office):
    keep(office, {"satu": PASSED}, period=parse_period("III-2024"))
    stored(office).parent.mkdir(parents=True)
    (office / "hasil" / "III-2024" / "tinjauan-saran.json").rename(stored(office))
    with pytest.raises(ProblemsFoundError) as found:
        read_reviews(office, PERIOD)
    assert [each.code for each in found.value.problems] == ["G451"]


def test_a_file_that_the_system_refuses_is_told(office, monkeypatch):
    keep(office, {"satu": PASSED})

    def refuse(*_):
        raise PermissionError

    monkeypatch.setattr("ipak_cli.workspace.reviews.read", refuse)
    with pytest.raises(ProblemsFoundError) as found:
        read_reviews(office, PERIOD)
    assert [each.code for each in found.value.problems] == ["G450"]
