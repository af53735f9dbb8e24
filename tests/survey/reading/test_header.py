"""Headers as real exports write them."""

from dataclasses import replace

import pytest

from ipak_cli.rubric.load import load_rubric
from ipak_cli.survey.reading.header import (
    AsksItem,
    BetweenItems,
    ItemNames,
    find_item,
    find_profile,
    is_running_number,
)

IPAK = ItemNames.of(load_rubric("ipak-ipkp").rubric)
SKM = ItemNames.of(load_rubric("skm-14-2017").rubric)
PRODUCT = (
    "Bagaimana pendapat Saudara tentang kesesuaian produk pelayanan antara yang tercantum dalam standar "
    "pelayanan dengan hasil yang diberikan?"
)
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
    assert found_in(header, IPAK) == AsksItem("I6")


def test_one_typo_is_accepted_and_said():
    assert find_item(SEVEN.replace("unit layanan", "uni layanan"), IPAK) == AsksItem("I7", near=True)


@pytest.mark.parametrize(
    "header", [None, "", "  ", 4, "4", "Skor", "Timestamp", "Saran/masukan", "6", "Kolom 7"]
)
def test_other_headers_ask_no_item(header):
    assert find_item(header, IPAK) is None


def test_two_sentences_in_one_header_lie_between_two_items():
    assert find_item(f"{SIX} dan {SEVEN}", IPAK) == BetweenItems(("I6", "I7"))


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
    assert found_in(header, SKM) == AsksItem(code)


@pytest.mark.parametrize(("header", "profile"), [("Jenis Kelamin", "jenis kelamin"), ("2. Usia", "usia")])
def test_profile_questions_are_found(header, profile):
    names = {code: name for name, code in IPAK.profiles.items()}

    assert names[find_profile(header, IPAK)]
    assert find_profile(header, IPAK) == IPAK.profiles[profile]


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("Bagaimana pemahaman Saudara tentang kemudahan prosedur pelayanan di Puskesmas Mekar?", "U2"),
        (f"5. {PRODUCT}", "U5"),
        (f"{PRODUCT.removesuffix('?')} (1 s.d. 4)", "U5"),
        ("Bagaimana pendapat saudara perilaku petugas dalam pelayanan terkait kesopanan dan keramahan", "U7"),
        ("Bagaimana perilaku petugas dalam pelayanan terkait kesopanan dan keramahan?", "U7"),
        ("Bagaimana pendapat Saudara tentang kompetensi/kemampuan petugas dalam pelayanan?", "U6"),
        ("Bagaimana pendapat Saudara tentang kewajaran biaya/tarif dalam pelayanan? (1 s.d. 4)", "U4"),
        ("Seberapa puas Anda terhadap [Persyaratan pelayanan]", "U1"),
        ("skm/U1", "U1"),
        ("survei/bagian_2/U9", "U9"),
        ("u3_waktu", "U3"),
        ("waktuPenyelesaian", "U3"),
        ("penanganan_pengaduan", "U8"),
        ("Penilaian [U4]", "U4"),
    ],
)  # fmt: skip
def test_the_wordings_of_offices_and_the_names_of_databases_are_known(header, code):
    assert found_in(header, SKM) == AsksItem(code)


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("Tidak ada diskriminasi pelayanan pada Puskesmas Mekar Jaya", "I1"),
        ("5. Tidak ada pungutan liar (pungli) pada Dinas Contoh Kota Umbul", "I5"),
        ("Layanan konsultasi dan pengaduan yang disediakan RSUD Contoh mudah digunakan/diakses", "I8"),
        ("Persyaratan pelayanan yang diinformasikan sesuai dengan persyaratan yang ditetapkan KUA", "I10"),
    ],
)
def test_a_unit_may_put_its_own_name_into_a_sentence_and_it_is_said(header, code):
    assert find_item(header, IPAK) == AsksItem(code, near=True)


@pytest.mark.parametrize(
    "header",
    [
        "Tidak ada diskriminasi pelayanan",
        "Layanan konsultasi dan pengaduan yang disediakan RSUD Contoh sering penuh dan sukar dihubungi",
        "Tidak ada diskriminasi pelayanan pada tempat yang saya datangi bulan lalu bersama anak dan ibu",
        "Tanggal/Waktu",
        "Saran/Waktu",
        "Prosedur/Alur",
        "grup/U12",
        "U1b",
    ],
)
def test_what_only_begins_like_an_item_is_none(header):
    assert find_item(header, IPAK) is None
    assert find_item(header, SKM) is None


@pytest.mark.parametrize(
    ("header", "profile"),
    [
        ("jenkel", "jenis-kelamin"),
        ("JK", "jenis-kelamin"),
        ("jenis_kelamin", "jenis-kelamin"),
        ("JENIS_KELAMIN", "jenis-kelamin"),
        ("jenisKelamin", "jenis-kelamin"),
        ("jeniskelamin", "jenis-kelamin"),
        ("usia/umur", "usia"),
        ("Umur (tahun)", "usia"),
        ("pendidikan terakhir", "pendidikan"),
        ("pendidikanTerakhir", "pendidikan"),
        ("jenisPelayanan", "layanan"),
        ("jenis_layanan", "layanan"),
        ("3. Pekerjaan Utama", "pekerjaan"),
    ],
)
def test_profiles_are_known_by_the_names_of_offices_and_databases(header, profile):
    assert find_profile(header, IPAK) == find_profile(header, SKM) == profile


@pytest.mark.parametrize(
    "header", ["No", "No.", "NO URUT", "no_urut", "No Responden", "id", "_id", "ID Responden", "idResponden"]
)
def test_a_respondents_key_is_a_running_number(header):
    assert is_running_number(header)
    assert find_item(header, SKM) is None


@pytest.mark.parametrize("header", ["No HP", "Nomor antrean layanan", "Nama", "NIK", None, 4])
def test_other_numbers_are_no_running_numbers(header):
    assert not is_running_number(header)
