"""Headers as real exports write them."""

from dataclasses import replace

import pytest

from ipak_cli.rubric.shipped import load_rubric
from ipak_cli.survey.headers import Asks, Names, Torn, find_item, find_profile

IPAK = Names.of(load_rubric("ipak-ipkp").rubric)
SKM = Names.of(load_rubric("skm-14-2017").rubric)
SIX = "Informasi pelayanan pada unit layanan ini tersedia melalui media elektronik maupun non elektronik"
SEVEN = (
    "Jangka waktu penyelesaian pelayanan yang diterima Bapak/Ibu sesuai dengan yang ditetapkan "
    "unit layanan ini"
)


def found_in(header, names):
    """Find the item of a header, whether a name or only a code tells it."""
    return replace(find_item(header, names), coded=False)


@pytest.mark.parametrize(
    "header",
    [
        SIX,
        f"6. {SIX}",
        f"6) {SIX}",
        SIX.upper(),
        SIX.replace(" ", "  "),
        SIX.replace(" ", "\u00a0"),
        SIX.replace(" tersedia", "\ntersedia"),
        f"{SIX}?",
        f"Berikan penilaian [{SIX}]",
        f"Berikan penilaian [6. {SIX}]",
        f"Menurut Bapak/Ibu, {SIX} (1 s.d. 4)",
        "I6",
        "i06",
        "I6 (Informasi)",
    ],
)
def test_an_item_is_found_in_every_usual_wording(header):
    assert found_in(header, IPAK) == Asks("I6")


def test_one_typo_is_accepted_and_said():
    assert find_item(SEVEN.replace("unit layanan", "uni layanan"), IPAK) == Asks("I7", near=True)


@pytest.mark.parametrize(
    "header", [None, "", "  ", 4, "4", "Skor", "Timestamp", "Saran/masukan", "6", "Kolom 7"]
)
def test_other_headers_ask_no_item(header):
    assert find_item(header, IPAK) is None


def test_two_sentences_in_one_header_lie_between_two_items():
    assert find_item(f"{SIX} dan {SEVEN}", IPAK) == Torn(("I6", "I7"))


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("U1", "U1"),
        ("U1 (Persyaratan)", "U1"),
        ("u1. Persyaratan", "U1"),
        ("U8 (Sarana dan prasarana)", "U9"),
        ("U9 (Penanganan pengaduan, saran dan masukan)", "U8"),
    ],
)
def test_in_skm_forms_the_name_beats_the_code(header, code):
    assert found_in(header, SKM) == Asks(code)


@pytest.mark.parametrize(("header", "profile"), [("Jenis Kelamin", "jenis kelamin"), ("2. Usia", "usia")])
def test_profile_questions_are_found(header, profile):
    names = {code: name for name, code in IPAK.profiles.items()}

    assert names[find_profile(header, IPAK)]
    assert find_profile(header, IPAK) == IPAK.profiles[profile]
