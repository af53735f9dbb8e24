"""Respondents: against visitors, the report's own minimum, the size by a rule; answers called respondents."""

import pytest

from ipak_cli.audit.finding import Certainty
from makers.audit_claims import claim, look, possible, said, stars


def people(respondents, visitors=None, least=None, **more):
    made = [claim("respondents", None, respondents)]
    made += [claim("visitors", None, visitors)] if visitors else []
    return [*made, *([claim("least_respondents", None, least, **more)] if least else [])]


def test_fewer_respondents_than_the_report_asks_for():
    assert look(people("30", "50", "30")) == {}
    found = look(people("24", "50", "30"))["A112"]
    assert found.certainty is Certainty.CONTRADICTION
    assert found.arithmetic == ("24 < 30",)
    assert "A113" not in look(people("24", "50", "30"))


def test_a_census_is_a_question_and_none_where_the_report_says_it():
    assert look(people("24", "24", "30"))["A113"].certainty is Certainty.QUESTION
    told = "Cukup: sensus, seluruh 24 pengunjung mengisi survei"
    assert look(people("24", "24", "30"), asides=[told]) == {}
    assert look(people("24", "50", "30"), asides=["Jumlah responden belum mencapai 30 orang"]) == {}


def test_more_respondents_than_visitors():
    assert "50" in said(look(people("51", "50"))["A114"])
    assert look(people("50", "50")) == {}


def test_a_response_rate_is_respondents_by_visitors():
    rate = [claim("response_rate", None, "48,0")]
    assert look(people("24", "50"), rate) == {}
    found = look(people("24", "52"), rate)["A115"]
    assert found.arithmetic == ("24 / 52 x 100 = 46,15",)


@pytest.mark.parametrize(
    ("population", "size"), [("24", "23"), ("100", "80"), ("1000", "278"), ("137", "103")]
)
def test_the_size_of_krejcie_and_morgan(population, size):
    assert look(people("900", "1000"), people(size, population, size, word="Krejcie"))
    assert "A116" not in look(people(size, population, size, word="Krejcie"))
    wrong = str(int(size) + 12)
    assert possible(look(people(wrong, population, wrong, word="Krejcie"))["A116"])


def test_the_size_of_slovin_with_its_error():
    words = "Dengan rumus Slovin dan e = 10 % diperlukan paling sedikit responden"
    for size in ("50", "51"):
        assert look(people("60", "103", size, word="Slovin", words=words)) == {}
    found = look(people("90", "103", "82", word="Slovin", words=words))["A116"]
    assert "1/10" in said(found)
    assert "50,74" in found.arithmetic[0]
    assert look(people("90", "103", "82", word="Slovin", words="rumus Slovin")) == {}


@pytest.mark.parametrize(
    "said_so", ["galat 5%", "tingkat kesalahan sebesar 5 persen", "margin of error 0,05", "e=0.05"]
)
def test_the_error_is_read_as_offices_write_it(said_so):
    words = f"rumus Slovin, {said_so}, paling sedikit responden"
    assert look(people("90", "103", "82", word="Slovin", words=words)) == {}
    assert "A116" in look(people("90", "103", "84", word="Slovin", words=words))


def test_answers_that_are_called_respondents():
    words = "bintang 4 dari 422 responden"
    made = stars((8, 0, 46, 422), period="I-2024", words=words)
    assert "34 responden x 14 butir" in said(look(made)["A117"])
    assert look(stars((8, 0, 46, 422), period="I-2024", words="422 jawaban bintang 4")) == {}
    assert look(stars((8, 0, 46, 423), period="I-2024", words=words)) == {}


def test_respondents_that_are_the_answers_of_the_respondents():
    found = look(claim("respondents", None, "24"), claim("respondents", None, "336", line=2))
    assert found.keys() == {"A117"}
    assert found["A117"].arithmetic == ("336 = 24 responden x 14 butir",)
    assert look(claim("respondents", None, "24"), claim("respondents", None, "330", line=2)).keys() == {
        "A108"
    }
