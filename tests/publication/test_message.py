"""The message: at most 80 words, whatever the names are, and the figures always among them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipak_cli.publication.message import MOST_WORDS, message
from ipak_cli.publication.sheet import Deed, IndexShown
from makers.publications import LINK, OFFICE, published
from makers.report_material import survey

IPAK = survey(tuple((0, 0, n, 30 - n) for n in range(14)), performance="B", population=30)
SKM = survey(tuple((0, 0, 10 + n, 20 - n) for n in range(9)), rubric="skm-14-2017", population=120)
PLANS = {
    "targets": {"default": "4"},
    "follow_up": {"I14": {"actions": ["Mengumumkan daftar biaya di loket."]}},
}


def test_it_is_the_publication_a_topic_a_line():
    assert message(published(IPAK, settings={**OFFICE, **PLANS}, service="Semua layanan", link=LINK)) == (
        "Hasil Survei Mandiri IPAK dan IPKP, Triwulan IV Tahun 2024\n"
        "Balai Contoh\n"
        "Layanan: Semua layanan\n"
        "IPAK 3,93; IPKP 3,70, dari nilai tertinggi 4\n"
        "30 responden dari 30 pengguna layanan; Jenis kelamin: Perempuan 30\n"
        "Di atas yang lain: Pelayanan tanpa diskriminasi 4,00\n"
        "Selebihnya: Nilai 13 butir terletak antara 3,57 dan 3,97; belum dapat dibedakan "
        "mana yang paling rendah.\n"
        "Tindak lanjut kami: Mengumumkan daftar biaya di loket.\n"
        "Terima kasih atas penilaian Anda.\n"
        "Kota Contoh, 2 Januari 2025\n"
        f"Selengkapnya: {LINK}\n"
    )


def test_a_band_is_told_with_its_figure():
    assert "IKM 88,33, mutu A (Sangat Baik), pada skala 25 s.d. 100\n" in message(published(SKM))


def test_an_index_that_is_not_scored_says_why():
    counts = ((0, 0, 0, 30),) * 13 + ((0, 0, 0, 0),)
    text = message(published(survey(counts)))
    assert "IPAK 4,00; IPKP belum dinilai: I14" in text


def test_a_draft_begins_with_that_it_is_one():
    assert message(published(IPAK, settings={"unit": {"name": "A"}})).startswith(
        "DRAF – belum untuk diumumkan\n"
    )


def test_a_caution_is_never_left_out():
    few = published(survey(((0, 0, 0, 10),) * 14, population=500), service="Kata " * 40)
    assert few.caution in message(few)


LONG = st.lists(st.text("abcde", min_size=1, max_size=9), min_size=1, max_size=70).map(" ".join)


@pytest.mark.parametrize("count", [1, 2, 5])
@settings(deadline=None)
@given(name=LONG, other=LONG)
def test_it_never_has_more_words_and_always_the_figures(count, name, other):
    indices = tuple(
        IndexShown(f"X{n}", name, f"3,9{n}", "dari nilai tertinggi 4", "Mutu A (Sangat Baik)")
        for n in range(count)
    )
    given_ = replace(
        published(IPAK, service=other, link=LINK), unit=name, title=other, indices=indices,
        deeds=(Deed(name),) * 3, place_and_date=name,
    )  # fmt: skip
    text = message(given_)
    assert len(text.split()) <= MOST_WORDS
    assert all(f"X{n} 3,9{n}" in text for n in range(count))
    assert "30 responden" in text
    assert LINK in text
