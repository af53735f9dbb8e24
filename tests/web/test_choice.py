"""What the page asks of a file whose heads, words or period nobody told; the figures are read back."""

from __future__ import annotations

import html
import io
import json
import re
from fractions import Fraction

import openpyxl
import pytest

from makers.exports import write_xlsx
from makers.pages import fields_of, parsed, served
from makers.unknown_forms import OWN_WORDS, form, times, turns

SETTINGS = """\
version: 1
# Nama unit kami.
unit:
  name: Balai Uji Mutu   # lengkap
rubrics:
  survey: skm-14-2017 # sejak 2023
targets:
  default: 3
"""
CODES = [f"U{n}" for n in range(1, 10)]
FOREIGN = [f"Soal {letter}" for letter in "pqrstuvwx"]
COUNT = 12
SURE = {f"item:{code}": letters for code, letters in zip(CODES, "BCDEFGHIJ", strict=True)}


def stepped(number, low=2, high=4):
    """Return answers of which so many of twelve are high: no two items have one mean."""
    return [high] * number + [low] * (COUNT - number)


MEANS = {code: 2 + Fraction(2 * n, COUNT) for n, code in enumerate(CODES, 1)}


def skm(heads, answers=None, day=None):
    answers = answers or [stepped(n) for n in range(1, 10)]
    moments = times(COUNT) if day is None else [day] * COUNT
    return form(["Timestamp", *heads], [moments, *answers])


@pytest.fixture
def office(tmp_path):
    folder = tmp_path / "unit"
    (folder / "masuk").mkdir(parents=True)
    (folder / "ipak.yaml").write_text(SETTINGS, encoding="utf-8")
    return folder


@pytest.fixture
def client(office, tmp_path):
    with served(office, tmp_path / "sementara") as found:
        found.visit()
        yield found


@pytest.fixture
def drop(client, tmp_path):
    def dropped(*files):
        """Drop files, given as rows or as bytes; return where their page is."""
        sent = []
        for number, given in enumerate(files, 1):
            content = (
                given if isinstance(given, bytes) else write_xlsx(tmp_path / "x.xlsx", given).read_bytes()
            )
            sent.append(("berkas", f"ekspor-{number}.xlsx", content))
        return client.post("/berkas", files=sent).headers["location"]

    return dropped


@pytest.fixture
def asked(client):
    def shown(place, answer=None):
        """Return the fields of the form about columns and words, and the page they stand on."""
        page = answer or client.get(place)
        return parsed(page.text, f"{place}/arti"), page

    return shown


@pytest.fixture
def pick(client, asked):
    def picked(place, changes, answer=None, **more):
        """Send the form as it stands on its page, but for some changes."""
        found, _ = asked(place, answer)
        return client.post(f"{place}/arti", found.values | {"langkah": "simpan"} | changes | more)

    return picked


@pytest.fixture
def stored(client, office):
    def kept(place, period="IV-2024", query=""):
        """Keep the files and return the means of the stored result by code, and the document."""
        answer = client.post(f"{place}/simpan", query)
        assert (answer.status, answer.headers.get("location")) == (303, f"/periode/{period}")
        document = json.loads((office / "hasil" / period / "survey.json").read_text("utf-8"))
        return {item["code"]: Fraction(item["mean"]["exact"]) for item in document["items"]}, document

    return kept


def settings(office):
    return (office / "ipak.yaml").read_text("utf-8")


def written(page):
    """Return what a page says that it wrote: the texts by their files."""
    found = re.findall(r'<pre [^>]*aria-label="([^"]*)">(.*?)</pre>', page, re.DOTALL)
    return [(name, html.unescape(text)) for name, text in found]


def items_in(found):
    return {name: value for name, value in found.values.items() if name.startswith("item:")}


def test_foreign_heads_are_asked_and_the_figures_are_those_of_the_columns_that_were_picked(
    client, drop, asked, pick, stored, office
):
    place = drop(skm(FOREIGN))
    found, page = asked(place)
    assert page.status == 422
    assert "<td>Soal p</td><td>2: 11 · 4: 1</td>" in page.text
    assert items_in(found) == dict.fromkeys(SURE, "")
    crossed = dict(zip(SURE, "JIHGFEDCB", strict=True))
    answer = pick(place, crossed)
    assert (answer.status, answer.headers["location"]) == (303, f"{place}?ditulis=1")
    page = client.follow(answer)
    assert page.status == 200
    ((name, text),) = written(page.text)
    assert name == "ipak.yaml"
    assert text in settings(office)
    assert 'columns:\n  U1: ["Soal x"]\n' in text
    assert settings(office).startswith(SETTINGS)
    means, _ = stored(place)
    assert means == {code: MEANS[f"U{10 - n}"] for n, code in enumerate(CODES, 1)}


def test_what_is_not_picked_is_told_at_its_field_and_the_rest_stays(drop, asked, pick, office):
    place = drop(skm(FOREIGN))
    answer = pick(place, SURE | {"item:U3": "", "item:U5": "B"})
    assert answer.status == 422
    found, _ = asked(place, answer)
    assert found.faulty == {"item:U1", "item:U3", "item:U5"}
    assert items_in(found) == SURE | {"item:U3": "", "item:U5": "B"}
    assert "R717" not in answer.text  # the page speaks to people: the sentence stands at the field
    assert "butir U3 belum punya kolom" in answer.text
    assert "kolom B dipilih untuk U1 dan U5" in answer.text
    assert settings(office) == SETTINGS


def test_one_head_that_nobody_knows_leaves_the_others_as_they_are_told(client, drop, asked, pick, stored):
    place = drop(skm([*CODES[:6], "Kebaikan hati", *CODES[7:]]))
    found, page = asked(place)
    assert page.status == 422
    assert items_in(found) == SURE | {"item:U7": ""}
    assert client.follow(pick(place, {"item:U7": "H"})).status == 200
    assert stored(place)[0] == MEANS


def test_heads_in_two_rows_are_asked_by_the_lower_one_and_found_again(
    client, office, drop, asked, pick, stored
):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Rekap survei triwulan IV"])
    sheet.append(["Waktu", "Pelayanan", None, None, None, "Petugas", None, None, None, "Sarana"])
    sheet.append([None, *FOREIGN])
    for row in skm(FOREIGN)[1:]:
        sheet.append(row)
    for cells in ("A2:A3", "B2:E2", "F2:I2"):
        sheet.merge_cells(cells)
    content = io.BytesIO()
    book.save(content)
    place = drop(content.getvalue())
    assert items_in(asked(place)[0]) == dict.fromkeys(SURE, "")
    assert client.follow(pick(place, SURE)).status == 200
    assert 'U4: ["Soal s"]' in settings(office)
    assert stored(place)[0] == MEANS


def word_fields(found):
    return {name: value for name, value in found.values.items() if name.startswith("word:")}


NUMBERED = ("1 - Istimewa", "2 - Lumayan", "3 - Biasa", "4 - Payah")


@pytest.mark.parametrize("words", [OWN_WORDS, NUMBERED, ("Selalu", "Sering", "Jarang", "Tidak pernah")])
def test_an_order_that_words_do_not_certainly_give_is_asked_and_counts_as_it_was_picked(
    client, drop, asked, pick, stored, words
):
    answers = [turns(words, COUNT, n) for n in range(8)] + [[words[0]] * COUNT]
    place = drop(skm(CODES, answers))
    found, page = asked(place)
    assert page.status == 422
    keys = [*word_fields(found)]
    assert len(keys) == 4
    assert set(word_fields(found).values()) == {""}
    assert found.options[keys[0]] == ["", "4", "3", "2", "1", "missing"]
    refused = pick(place, {})
    assert (refused.status, asked(place, refused)[0].faulty) == (422, {*keys})
    by_word = {
        f"word:{word}": key
        for word in words
        for key in keys
        if key.endswith(word.casefold().replace(" - ", " "))
    }
    assert len(by_word) == 4
    values = {by_word[f"word:{word}"]: str(4 - place) for place, word in enumerate(words)}
    assert client.follow(pick(place, values)).status == 200
    means, document = stored(place)
    assert means == dict.fromkeys(CODES[:8], Fraction(5, 2)) | {"U9": Fraction(4)}
    assert document["items"][0]["counts"] == {"1": 3, "2": 3, "3": 3, "4": 3}


def test_a_word_that_means_no_answer_is_counted_as_not_given(client, drop, pick, stored):
    words = ("Payah", "Oke", "Entahlah, belum pernah")
    answers = [turns(words, COUNT, n) for n in range(9)]
    place = drop(skm(CODES, answers))
    values = {"word:payah": "1", "word:oke": "4", "word:entahlah belum pernah": "missing"}
    assert client.follow(pick(place, values)).status == 200
    means, document = stored(place)
    assert set(means.values()) == {Fraction(5, 2)}
    assert document["missing"] == 9 * COUNT // 3


def test_two_columns_for_one_element_are_asked_and_never_taken_in_silence(
    client, drop, asked, pick, stored, office
):
    heads = [*CODES, "U4. Biaya/tarif"]
    place = drop(skm(heads, [*(stepped(n) for n in range(1, 10)), stepped(10)]))
    found, page = asked(place)
    assert page.status == 422
    assert items_in(found) == SURE | {"item:U4": ""}
    assert {"E", "K", "E+K"} <= {*found.options["item:U4"]}
    assert pick(place, {}).status == 422
    assert settings(office) == SETTINGS
    assert client.follow(pick(place, {"item:U4": "K"})).status == 200
    means, _ = stored(place)
    assert means == MEANS | {"U4": 2 + Fraction(20, COUNT)}


@pytest.mark.parametrize("how", [{"item:U4": "E+K"}, {"item:U4": "E", "more:U4": "k"}])
def test_two_columns_for_one_element_may_be_its_mean(client, drop, pick, stored, office, how):
    heads = [*CODES, "U4. Biaya/tarif"]
    place = drop(skm(heads, [*(stepped(n) for n in range(1, 10)), stepped(10)]))
    assert client.follow(pick(place, how)).status == 200
    assert 'U4: {mean: ["U4", "U4. Biaya/tarif"]}' in settings(office)
    assert stored(place)[0] == MEANS | {"U4": 2 + Fraction(4 + 10, COUNT)}


def test_a_wrong_pick_is_mended_later_and_only_after_it_was_asked(client, drop, asked, pick, stored, office):
    place = drop(skm(FOREIGN))
    pick(place, SURE | {"item:U1": "C", "item:U2": "B"})
    assert stored(place)[0] == MEANS | {"U1": MEANS["U2"], "U2": MEANS["U1"]}
    again = client.get(f"{place}/arti")
    assert items_in(asked(place, again)[0]) == SURE | {"item:U1": "C", "item:U2": "B"}
    before = settings(office)
    refused = pick(place, SURE, again)
    assert refused.status == 422
    assert "R715" in refused.text
    assert "Soal p" in refused.text
    assert items_in(asked(place, refused)[0]) == SURE
    assert settings(office) == before
    assert client.follow(pick(place, {"ganti": "1"}, refused)).status == 200
    assert settings(office).count("Soal p") == 1
    assert stored(place)[0] == MEANS


def test_a_word_whose_value_was_wrong_is_mended_later(client, drop, asked, pick, stored):
    answers = [turns(OWN_WORDS, COUNT, n) for n in range(8)] + [[OWN_WORDS[0]] * COUNT]
    place = drop(skm(CODES, answers))
    keys = [f"word:{word.casefold()}" for word in OWN_WORDS]
    pick(place, dict(zip(keys, "4321", strict=True)))
    assert stored(place)[0]["U9"] == 4
    again = client.get(f"{place}/arti")
    assert word_fields(asked(place, again)[0]) == dict(zip(keys, "4321", strict=True))
    refused = pick(place, dict(zip(keys, "1234", strict=True)), again)
    assert (refused.status, "R715" in refused.text) == (422, True)
    assert client.follow(pick(place, {"ganti": "1"}, refused)).status == 200
    assert stored(place)[0]["U9"] == 1


OTHER = [f"Tanya {letter}" for letter in "abcdefghi"]


def test_two_pages_of_different_forms_both_keep_what_was_picked(client, drop, asked, office):
    first, second = drop(skm(FOREIGN)), drop(skm(OTHER))
    pages = asked(first)[0].values, asked(second)[0].values
    for place, values in zip((first, second), pages, strict=True):
        answer = client.post(f"{place}/arti", values | SURE | {"langkah": "simpan"})
        assert client.follow(answer).status == 200
    assert 'U1: ["Soal p", "Tanya a"]' in settings(office)
    assert client.get(first).status == client.get(second).status == 200


def test_two_pages_that_contradict_each_other_the_later_is_told_and_nothing_is_lost(
    client, drop, asked, office
):
    place = drop(skm(FOREIGN))
    first = asked(place)[0].values
    second = dict(first)
    client.post(f"{place}/arti", first | SURE | {"langkah": "simpan"})
    before = settings(office)
    crossed = SURE | {"item:U1": "C", "item:U2": "B"}
    answer = client.post(f"{place}/arti", second | crossed | {"langkah": "simpan"})
    assert (answer.status, "R715" in answer.text) == (422, True)
    assert items_in(asked(place, answer)[0]) == crossed
    assert settings(office) == before


@pytest.mark.parametrize("more", [{"ganti": "1"}, {"like": "sendiri", "asked": "sendiri"}])
def test_a_page_that_is_older_than_the_settings_replaces_nothing_that_it_did_not_show(
    client, drop, asked, office, more
):
    place = drop(skm(FOREIGN))
    first = asked(place)[0].values
    client.post(f"{place}/arti", first | SURE | {"langkah": "simpan"})
    before = settings(office)
    values = (
        first
        if "like" not in more
        else asked(place, client.post(f"{place}/arti", first | {"like": "sendiri"}))[0].values
    )
    sent = values | SURE | {"item:U1": "C", "item:U2": "B", "text:scale": "1-4", "langkah": "simpan"} | more
    answer = client.post(f"{place}/arti", sent | {"semula": first["semula"]})
    assert (answer.status, "G476" in answer.text) == (422, True)
    assert settings(office) == before


def of_two_quarters():
    rows = skm(CODES)
    for row in rows[1:5]:
        row[0] = "2024-08-05 10:00:00"
    return rows


def test_a_file_of_two_quarters_is_asked_for_one_of_them(client, drop, stored):
    place = drop(of_two_quarters())
    page = client.get(place)
    assert page.status == 422
    found = parsed(page.text, place)
    assert found.options["periode"] == ["III-2024", "IV-2024", "semua"]
    assert re.findall(r"\((\d+) responden\)", page.text)[:2] == ["4", "8"]
    assert client.get(f"{place}?periode=IV-2024").status == 200
    _, document = stored(place, query={"periode": "IV-2024"})
    assert (document["period"]["quarter"], document["respondents"]) == ("IV-2024", 8)


def test_a_file_without_times_is_asked_for_its_quarter_at_the_field(client, drop, stored):
    place = drop([row[1:] for row in skm(CODES)])
    page = client.get(place)
    assert page.status == 200
    assert parsed(page.text, place).faulty == {"periode"}
    refused = client.post(f"{place}/simpan")
    assert (refused.status, parsed(refused.text, place).faulty) == (422, {"periode"})
    wrong = client.get(f"{place}?periode=kemarin")
    assert parsed(wrong.text, place).faulty == {"periode"}
    assert fields_of(wrong.text, place)["periode"] == "kemarin"
    assert client.get(f"{place}?periode=II-2024").status == 200
    assert stored(place, "II-2024", {"periode": "II-2024"})[0] == MEANS


def test_a_quarter_that_the_file_does_not_hold_is_told_at_the_field(client, drop):
    place = drop(skm(CODES))
    page = client.get(f"{place}?periode=I-2024")
    assert page.status == 422
    assert "Periode mana yang dihitung?" in page.text
    assert "IV-2024" in parsed(page.text, place).options["periode"]


def test_the_period_that_was_picked_stays_while_columns_are_picked(client, drop, pick):
    rows = skm(FOREIGN)
    for row in rows[1:5]:
        row[0] = "2024-08-05 10:00:00"
    place = drop(rows)
    first = client.get(f"{place}?periode=III-2024")
    answer = pick(place, SURE, first)
    assert answer.headers["location"] == f"{place}?periode=III-2024&ditulis=1"
    assert client.follow(answer).status == 200


def test_one_of_several_columns_of_dates_is_picked_as_the_time(client, drop, asked, pick, stored, office):
    rows = skm(CODES)
    rows = [
        [row[0], "Tanggal kunjungan" if n == 0 else "2024-08-05 09:00:00", *row[1:]]
        for n, row in enumerate(rows)
    ]
    rows[0][0:2] = ["Kapan A", "Kapan B"]
    place = drop(rows)
    found, page = asked(place)
    assert page.status == 422
    assert found.values["text:time"] == ""
    refused = pick(place, {})
    assert (refused.status, asked(place, refused)[0].faulty) == (422, {"text:time"})
    assert client.follow(pick(place, {"text:time": "A"})).status == 200
    assert 'time: ["Kapan A"]' in settings(office)
    assert stored(place)[0] == MEANS
