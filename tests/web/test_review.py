"""The review of suggestions on the page: decided one by one, kept without any text, never the original."""

import re
import shutil

import pytest

from makers.exports import EXAMPLES
from makers.pages import served

UNIT = EXAMPLES.parent


@pytest.fixture
def office(tmp_path):
    for name in ("hasil", "masuk"):
        shutil.copytree(UNIT / name, tmp_path / "unit" / name)
    shutil.copy(UNIT / "ipak.yaml", tmp_path / "unit")
    return tmp_path / "unit"


@pytest.fixture
def client(office, tmp_path):
    with served(office, tmp_path / "sementara") as found:
        found.visit()
        yield found


def keys(page):
    return list(dict.fromkeys(re.findall(r'name="putusan:([0-9a-f]+)"', page)))


def quotes(page):
    return re.findall(r"<blockquote>(.*?)</blockquote>", page)


def test_decisions_are_kept_and_shown_and_name_no_text(client, office):
    page = client.get("/saran/IV-2024").text
    first, second, *_ = keys(page)
    sent = {f"putusan:{first}": "terbitkan", f"putusan:{second}": "jangan"}
    answer = client.post("/saran/IV-2024", sent)
    assert answer.status == 303
    after = client.follow(answer).text
    assert "1 disetujui, 1 ditolak" in after
    kept = (office / "hasil" / "IV-2024" / "tinjauan-saran.json").read_text("utf-8")
    assert not [quote for quote in quotes(page) if quote in kept]


def test_words_are_taken_out_of_a_text(client):
    page = client.get("/saran/IV-2024").text
    key, word = keys(page)[0], quotes(page)[0].split()[0]
    answer = client.post("/saran/IV-2024", {f"putusan:{key}": "terbitkan", f"hapus:{key}": word})
    assert answer.status == 303
    assert f'value="{word}"' in client.follow(answer).text


def test_words_that_a_text_does_not_have_are_told_at_their_field_and_nothing_is_kept(client, office):
    page = client.get("/saran/IV-2024").text
    first, second, *_ = keys(page)
    sent = {
        f"putusan:{first}": "jangan",
        f"putusan:{second}": "terbitkan",
        f"hapus:{second}": "tidakada",
    }
    answer = client.post("/saran/IV-2024", sent)
    assert (answer.status, answer.text.count('aria-invalid="true"')) == (422, 1)
    assert not (office / "hasil" / "IV-2024" / "tinjauan-saran.json").exists()


def test_words_without_a_decision_are_told_at_their_field_and_above_and_stay_there(client, office):
    page = client.get("/saran/IV-2024").text
    first, second, *_ = keys(page)
    word = quotes(page)[1].split()[0]
    sent = {f"putusan:{first}": "jangan", f"putusan:{second}": "", f"hapus:{second}": word}
    answer = client.post("/saran/IV-2024", sent)
    assert (answer.status, answer.text.count('aria-invalid="true"')) == (422, 1)
    assert f'value="{word}"' in answer.text
    summary = answer.text.partition("<form")[0]
    assert f'href="#hapus-{second}"' in summary
    assert "belum diputuskan" in summary
    assert not (office / "hasil" / "IV-2024" / "tinjauan-saran.json").exists()


def test_a_text_that_is_not_there_any_more_is_not_decided(client, office):
    assert client.post("/saran/IV-2024", {"putusan:0123456789abcdef01234567": "terbitkan"}).status == 303
    assert not (office / "hasil" / "IV-2024" / "tinjauan-saran.json").exists()
