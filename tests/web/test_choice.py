"""What the page asks of a file whose heads, words or period nobody told; the figures are read back."""

from __future__ import annotations

import html
import io
import json
import re
import shutil
from fractions import Fraction

import openpyxl
import pytest

from ipak_cli.base.provenance import Tool
from ipak_cli.cli.app import run
from ipak_cli.jobs.open_workspace import OpenWorkspace
from ipak_cli.jobs.score import ScoreRequest
from ipak_cli.jobs.score_kept import score_by_settings
from ipak_cli.jobs.setup import make_workspace
from makers.exports import EXAMPLES, write_xlsx
from makers.pages import fields_of, parsed, served
from makers.unknown_forms import OWN_WORDS, five_point_form, form, own_words_form, times, turns

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


@pytest.fixture(scope="module")
def page_of_office(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pilihan")
    (folder / "unit").mkdir()
    (folder / "unit" / "ipak.yaml").write_text(SETTINGS, encoding="utf-8")
    with served(folder / "unit", folder / "sementara") as found:
        found.visit()
        yield found, folder / "unit"


@pytest.fixture
def office(page_of_office):
    """A workspace as if it were new; the server of all tests keeps nothing of it in mind."""
    _, folder = page_of_office
    for each in folder.iterdir():
        shutil.rmtree(each) if each.is_dir() else each.unlink()
    (folder / "masuk").mkdir()
    (folder / "ipak.yaml").write_text(SETTINGS, encoding="utf-8")
    return folder


@pytest.fixture
def client(page_of_office, office):
    found, folder = page_of_office
    assert office == folder
    return found


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
    assert "Butir U3 belum punya kolom" in answer.text
    assert "Kolom B dipilih untuk U1 dan U5" in answer.text
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


def test_what_the_page_writes_is_what_the_command_writes(client, drop, pick, office, tmp_path):
    answers = [turns(OWN_WORDS, COUNT, n) for n in range(9)]
    other = tmp_path / "lain"
    other.mkdir()
    (other / "ipak.yaml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "ekspor-1.xlsx").write_bytes(
        write_xlsx(tmp_path / "y.xlsx", skm(FOREIGN, answers)).read_bytes()
    )
    values = dict(zip((f"word:{word.casefold()}" for word in OWN_WORDS), "1234", strict=True))
    assert client.follow(pick(drop(skm(FOREIGN, answers)), SURE | values)).status == 200
    told = ["--like", "skm-14-2017", "--items", "B-J", "--order", ", ".join(OWN_WORDS)]
    command = ["rubric", "new", str(tmp_path / "ekspor-1.xlsx"), "--workspace", str(other), *told]
    assert run(command) == 0
    assert settings(office) == settings(other)


def test_an_extra_question_is_left_out_only_when_that_was_ticked(client, drop, asked, pick, stored, office):
    rows = skm([*FOREIGN, "U10. Keamanan"], [*(stepped(n) for n in range(1, 10)), stepped(10)])
    place = drop(rows)
    found, _ = asked(place)
    if found.values["like"] == "":
        answer = client.post(f"{place}/arti", found.values | {"like": "skm-14-2017", "langkah": "instrumen"})
    else:
        answer = None
    after = client.follow(pick(place, SURE, answer))
    assert after.status == 422
    assert "K215" in after.text
    ticked = asked(place, after)[0]
    assert items_in(ticked) == SURE
    assert "ignore:K" not in ticked.values
    assert client.follow(pick(place, {"ignore:K": "1"}, after)).status == 200
    assert 'ignore: ["U10. Keamanan"]' in settings(office)
    assert stored(place)[0] == MEANS
    assert asked(place, client.get(f"{place}/arti"))[0].values["ignore:K"] == "1"


def test_a_form_with_questions_of_its_own_gets_its_rubric(client, drop, asked, pick, office):
    place = drop(five_point_form())
    found, page = asked(place)
    assert (page.status, found.values["like"]) == (422, "")
    own = client.post(f"{place}/arti", found.values | {"like": "sendiri", "langkah": "instrumen"})
    assert own.status == 200
    shown = asked(place, own)[0].values
    assert {shown[f"role:{letters}"] for letters in "BCD"} == {"item"}
    assert (shown["text:scale"], shown["text:index"]) == ("1-5", "Indeks survei")
    wrong = pick(place, {"text:scale": "lima", "text:index": "A=B; B=B", "text:name": "aplikasi"}, own)
    assert (wrong.status, asked(place, wrong)[0].faulty) == (422, {"text:scale"})
    assert fields_of(wrong.text, f"{place}/arti")["text:index"] == "A=B; B=B"
    wrong = pick(place, {"text:scale": "1-5"}, wrong)
    assert (wrong.status, asked(place, wrong)[0].faulty) == (422, {"text:index"})
    page = client.follow(pick(place, {"text:index": "Indeks Aplikasi", "role:C": "negative"}, wrong))
    assert page.status == 200
    ((settings_name, line), (rubric_name, text)) = written(page.text)
    assert (settings_name, line) == ("ipak.yaml", "  survey: rubrik/aplikasi.yaml # sejak 2023")
    assert rubric_name == "rubrik/aplikasi.yaml"
    assert text == (office / rubric_name).read_text("utf-8").rstrip()
    assert "polarity: negative" in text
    assert settings(office) == SETTINGS.replace("skm-14-2017", "rubrik/aplikasi.yaml")


def test_words_of_a_form_of_its_own_wait_for_their_scale_and_values(
    client, drop, asked, pick, stored, office
):
    place = drop(own_words_form(COUNT))
    own = client.post(f"{place}/arti", {"like": "sendiri", "langkah": "instrumen"})
    values = dict(zip((f"word:{word.casefold()}" for word in OWN_WORDS), "1245", strict=True))
    refused = pick(place, values, own)
    assert (refused.status, asked(place, refused)[0].faulty) == (422, {"text:scale"})
    assert client.follow(pick(place, {"text:scale": "1-5", "text:name": "kata"}, refused)).status == 200
    assert "highest: 5" in (office / "rubrik" / "kata.yaml").read_text("utf-8")
    assert set(stored(place)[0].values()) == {Fraction(1 + 2 + 4 + 5, 4)}


def test_a_rubric_of_that_name_is_replaced_only_when_that_was_ticked(client, drop, pick, office):
    place = drop(five_point_form())
    own = client.post(f"{place}/arti", {"like": "sendiri", "langkah": "instrumen"})
    pick(place, {"text:name": "aplikasi"}, own)
    before = (office / "rubrik" / "aplikasi.yaml").read_bytes()
    again = client.post(f"{place}/arti", {"like": "sendiri", "langkah": "instrumen"})
    refused = pick(place, {"text:name": "aplikasi", "text:scale": "1-6"}, again)
    assert (refused.status, "U940" in refused.text) == (422, True)
    assert (office / "rubrik" / "aplikasi.yaml").read_bytes() == before
    assert pick(place, {"ganti": "1"}, refused).status == 303
    assert b"highest: 6" in (office / "rubrik" / "aplikasi.yaml").read_bytes()


def test_an_office_with_a_rubric_of_its_own_picks_the_columns_of_its_items(
    client, drop, asked, pick, office, stored
):
    place = drop(five_point_form())
    own = client.post(f"{place}/arti", {"like": "sendiri", "langkah": "instrumen"})
    pick(place, {"text:name": "aplikasi"}, own)
    rows = five_point_form()
    rows[0][1:] = ["Mudah dipakai", "Cepat dibuka", "Enak dilihat"]
    later = drop(rows)
    found, page = asked(later)
    assert page.status == 422
    assert items_in(found) == {"item:Q1": "", "item:Q2": "", "item:Q3": ""}
    assert client.follow(pick(later, {"item:Q1": "B", "item:Q2": "C", "item:Q3": "D"})).status == 200
    assert "  survey: rubrik/aplikasi.yaml # sejak 2023\n" in settings(office)
    assert 'Q2: ["Cepat dibuka"]' in settings(office)
    assert set(stored(later)[0].values()) == {Fraction(7, 2)}


def test_without_a_workspace_the_choice_holds_while_the_page_is_open_and_can_be_taken_along(tmp_path):
    passing = tmp_path / "ruang"
    make_workspace(passing)
    with served(passing, tmp_path / "sementara", own_workspace=False) as client:
        client.visit()
        content = write_xlsx(tmp_path / "x.xlsx", skm(FOREIGN)).read_bytes()
        place = client.post("/berkas", files=[("berkas", "x.xlsx", content)]).headers["location"]
        first = client.get(place)
        shown = fields_of(first.text, f"{place}/arti")
        chosen = client.post(f"{place}/arti", shown | {"like": "skm-14-2017", "langkah": "instrumen"})
        shown = fields_of(chosen.text, f"{place}/arti")
        page = client.follow(client.post(f"{place}/arti", shown | SURE | {"langkah": "simpan"}))
        assert page.status == 200
        assert "Belum ada ruang kerja" in page.text
        assert (
            client.get("/ditulis/BACA-SAYA.txt").status == client.get("/ditulis/../ipak.yaml").status == 404
        )
        taken = client.get("/ditulis/ipak.yaml")
        assert "attachment" in taken.headers["content-disposition"]
    office = tmp_path / "kantor"
    office.mkdir()
    (office / "ipak.yaml").write_text(taken.text, encoding="utf-8")
    result = score_by_settings(
        ScoreRequest(files=(tmp_path / "x.xlsx",)), None, OpenWorkspace(office), Tool("ipak", "1")
    )
    assert {item.code: item.mean for item in result.items} == MEANS


def test_nobodys_name_address_or_text_stands_on_the_page(client, drop):
    rows = skm(FOREIGN)
    names = ["Nama", *(f"Budi Orang{chr(97 + n)}" for n in range(COUNT))]
    mails = ["Kontak ani@contoh.example", *(f"a{n}@contoh.example" for n in range(COUNT))]
    said = ["Saran", *(f"Kursi nomor {n} rusak" for n in range(COUNT))]
    place = drop(
        [[*row, name, mail, text] for row, name, mail, text in zip(rows, names, mails, said, strict=True)]
    )
    page = client.get(f"{place}/arti")
    assert "Soal p" in page.text
    for text in (*names[1:], *mails, *said[1:]):
        assert html.escape(text) not in page.text


def test_what_a_head_or_word_holds_is_text_and_nothing_else(client, drop, pick, asked, stored):
    heads = [f'<b>"{letter}" & {{%</b>' for letter in "pqrstuvwx"]
    words = ("<script>alert(1)</script>", "a, b", "< 1 jam", 'dua "2"')
    place = drop(skm(heads, [turns(words, COUNT, n) for n in range(9)]))
    found, page = asked(place)
    assert "<script>alert" not in page.text
    assert "<b>&" not in page.text
    keys = [*word_fields(found)]
    assert len(keys) == 4
    after = client.follow(pick(place, SURE | dict(zip(keys, "1234", strict=True))))
    assert after.status == 200
    assert set(stored(place)[0].values()) == {Fraction(5, 2)}


def test_a_busy_workspace_is_told_and_what_was_picked_stays(drop, asked, pick, office, monkeypatch):
    monkeypatch.setattr("ipak_cli.web.writing.WAIT", 0.1)
    place = drop(skm(FOREIGN))
    (office / ".ipak").mkdir(exist_ok=True)
    (office / ".ipak" / "lock").write_text("77\nkomputer-lain\n")
    answer = pick(place, SURE)
    assert answer.status == 422
    assert items_in(asked(place, answer)[0]) == SURE
    assert settings(office) == SETTINGS


def test_settings_that_people_wrote_themselves_are_not_touched(drop, pick, office):
    own = SETTINGS + "columns:\n  U1: Syarat\n"
    (office / "ipak.yaml").write_text(own, encoding="utf-8")
    answer = pick(drop(skm(FOREIGN)), SURE)
    assert (answer.status, "R711" in answer.text) == (422, True)
    assert settings(office) == own


@pytest.mark.parametrize("origin", [None, "http://contoh.example", "null"])
def test_a_form_of_another_origin_writes_nothing(client, drop, asked, office, origin):
    place = drop(skm(FOREIGN))
    sent = asked(place)[0].values | SURE | {"langkah": "simpan"}
    assert client.post(f"{place}/arti", sent, Origin=origin).status == 403
    assert client.post(f"{place}/arti", sent, Cookie="ipak=1").status == 403
    assert client.get(f"{place}/arti").status == 200
    assert settings(office) == SETTINGS


@pytest.mark.parametrize(
    "changes",
    [
        {"berkas": "99"}, {"berkas": "x"}, {"item:U1": "ZZZ"}, {"item:U1": "A"}, {"item:U1": "="},
        {"item:U1": "B", "more:U1": "??"}, {"word:x": "9"}, {"like": "tidak-ada"}, {"like": "../../etc"},
        {"asked": "lain"}, {"semula": "x"}, {"text:time": "ZZ"}, {"item:U99": "B"}, {"ignore:B": "1"},
        {"like": "sendiri", "asked": "sendiri", "role:B": "raja"}, {"periode": "kemarin"},
        {"item:U1": "B-J"}, {"like": "ipak-ipkp"},
    ],
)  # fmt: skip
def test_whatever_a_form_holds_no_page_breaks(client, drop, asked, office, changes):
    place = drop(skm(FOREIGN))
    sent = asked(place)[0].values | SURE | {"langkah": "simpan"} | changes
    answer = client.post(f"{place}/arti", sent)
    assert answer.status in (303, 422)
    if answer.status == 422:
        assert settings(office) == SETTINGS
    else:
        assert client.follow(answer).status in (200, 422)


def test_of_two_files_each_is_asked_about_in_turn(client, drop, asked, pick, stored):
    place = drop(skm(FOREIGN), skm(OTHER, day="2024-12-01 08:00:00"))
    first, _ = asked(place)
    assert first.values["berkas"] == "0"
    after = client.follow(pick(place, SURE))
    assert after.status == 422
    second = asked(place, after)[0]
    assert second.values["berkas"] == "1"
    assert items_in(second) == dict.fromkeys(SURE, "")
    assert client.follow(pick(place, SURE, after)).status == 200
    assert stored(place)[0] == MEANS


def test_a_wrong_word_in_one_cell_is_no_question_about_the_form(drop, asked, office):
    (office / "ipak.yaml").write_text(SETTINGS.replace("skm-14-2017", "ipak-ipkp"), encoding="utf-8")
    book = openpyxl.load_workbook(EXAMPLES / "ipak-ipkp-2024-tw4.xlsx")
    book.active["P7"] = "Budi Santoso"
    content = io.BytesIO()
    book.save(content)
    found, page = asked(drop(content.getvalue()))
    assert page.status == 422
    assert found.values == {}


def test_the_pages_are_small(client, drop):
    place = drop(skm(FOREIGN))
    assert len(client.get(place).text.encode()) < 100_000
