"""How many items a report says that its questionnaire has, and which instruments have as many."""

import pytest

from ipak_cli.audit.stated_items import stated_items
from makers.claims_as_text import instrument

WHOLE = instrument("ipak-ipkp")
SHORTER = instrument("ipak-5-ipkp-7")
ELEMENTS = instrument("skm-14-2017")
KNOWN = (WHOLE, SHORTER, ELEMENTS)


def stated(text):
    found = stated_items([text], KNOWN)
    return sorted(found.in_all), {code: sorted(counts) for code, counts in found.of_index.items()}


def fitting(text):
    found = stated_items([text], KNOWN)
    return [each.rubric.id for each in KNOWN if found.fit(each)]


@pytest.mark.parametrize(
    ("text", "in_all", "of_index"),
    [
        (
            "Kuesioner berisi 14 butir pertanyaan yang terdiri dari 5 butir IPAK dan 9 butir IPKP.",
            [14], {"IPAK": [5], "IPKP": [9]},
        ),
        ("Kuisioner berisikan 14 (empat belas) pertanyaan tentang IPAK dan IPKP.", [14], {}),
        ("Instrumen IPAK dan IPKP terdiri atas (14) butir.", [14], {}),
        ("Angket memuat 14 item: IPAK (5 butir) dan IPKP (9 butir).", [14], {"IPAK": [5], "IPKP": [9]}),
        (
            "Kuesioner IPAK berisi 5 butir dan kuesioner IPKP berisi 9 butir.",
            [], {"IPAK": [5], "IPKP": [9]},
        ),
        (
            "Kuesioner Persepsi Anti Korupsi (IPAK) dan Persepsi Kualitas Pelayanan (IPKP) berisi 14 butir.",
            [14], {},
        ),
        ("Survei Kepuasan Masyarakat ini meliputi 9 unsur pelayanan.", [9], {}),
        ("Sebanyak 40 responden menjawab 12 pertanyaan.", [12], {}),
        ("Survei memuat 5 butir pertanyaan mengenai persepsi anti korupsi.", [], {"IPAK": [5]}),
    ],
)  # fmt: skip
def test_the_sentence_about_a_questionnaire_states_its_items(text, in_all, of_index):
    assert stated(text) == (in_all, of_index)


@pytest.mark.parametrize(
    "text",
    [
        "Rencana tindak lanjut mencakup 7 butir.",
        "Sebanyak 3 butir IPAK belum mencapai target.",
        "Hasil survei meliputi 3 unsur terendah.",
        "Tiga responden tidak mengisi 2 butir pertanyaan.",
        "Survei mencakup 2 unsur prioritas.",
        "Sebanyak 24 responden memberikan 336 jawaban atas 14 butir.",
        "Resep kue lapis: 3 butir telur.",
    ],
)
def test_other_numbers_of_items_state_nothing_of_the_questionnaire(text):
    assert stated(text) == ([], {})
    assert fitting(text) == ["ipak-ipkp", "ipak-5-ipkp-7", "skm-14-2017"]


@pytest.mark.parametrize(
    ("text", "instruments"),
    [
        ("Kuesioner berisi 14 butir.", ["ipak-ipkp"]),
        ("Kuesioner berisi 12 butir.", ["ipak-5-ipkp-7"]),
        ("Kuesioner berisi 13 butir: 4 butir IPAK dan 9 butir IPKP.", []),
        ("Kuesioner terdiri dari 4 butir IPAK dan 9 butir IPKP.", []),
        ("Kuesioner terdiri dari 5 butir IPAK dan 7 butir IPKP.", ["ipak-5-ipkp-7"]),
        ("Kuesioner IPAK berisi 5 butir dan kuesioner IPKP berisi 9 butir.", ["ipak-ipkp"]),
        ("Kuesioner IPAK berisi 4 butir dan kuesioner IPKP berisi 9 butir.", []),
        (
            "Kuesioner bagian pertama berisi 5 butir dan bagian kedua memuat 9 butir.",
            ["ipak-ipkp", "skm-14-2017"],
        ),
        ("Kuesioner berisi 18 pertanyaan: 4 pertanyaan profil dan 14 butir survei.", ["ipak-ipkp"]),
        (
            "Survei terdiri dari 14 unsur. Survei tahun lalu terdiri dari 9 unsur.",
            ["ipak-ipkp", "skm-14-2017"],
        ),
    ],
)
def test_an_instrument_fits_that_has_as_many_items(text, instruments):
    assert fitting(text) == instruments
