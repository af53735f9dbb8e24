"""Names of persons are found by the respondents' own columns and by the titles before them."""

import pytest

from ipak_cli.survey.reading.redact import plain_text, shown
from ipak_cli.survey.reading.redact_names import LONGEST_NAME, KnownNames, remove_names


def cleaned(text, *identities):
    text = plain_text(text)
    return shown(remove_names(text, KnownNames.of(identities, [text]))[0])


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Saya Laras Ayu Telaga, mohon kursi", "Saya [dihapus], mohon kursi"),
        ("saya laras ayu telaga", "saya [dihapus]"),
        ("saya laras telaga", "saya [dihapus]"),
        ("saya laras.telaga", "saya [dihapus]"),
        ("Laras minta kursi", "[dihapus] minta kursi"),
        ("LARAS MINTA KURSI", "[dihapus] MINTA KURSI"),
        ("la\u200bras tel\u200baga", "[dihapus]"),
        ("ayu\ntelaga", "[dihapus]"),
        ("Salam, Laras\u200bTelaga", "Salam, [dihapus]"),
        ("#LarasTelaga", "#[dihapus]"),
        ("jalan yang selaras dengan aturan", "jalan yang selaras dengan aturan"),
        ("agar laras dengan aturan", "agar laras dengan aturan"),
        ("Larasannya dan Telagasari", "Larasannya dan Telagasari"),
    ],
)
def test_a_respondents_name_goes_where_it_is_a_name(text, left):
    assert cleaned(text, "Laras Ayu Telaga, S.Pd.") == left


def test_a_name_inside_another_word_stays():
    assert cleaned("Pesawat Sriwijaya, kata Sri", "Sri Wahyuni") == "Pesawat Sriwijaya, kata [dihapus]"


def test_the_words_of_an_email_address_are_names_but_its_host_is_not():
    assert cleaned("Laras dari Contoh", "laras.telaga77@contoh.example") == "[dihapus] dari Contoh"


@pytest.mark.parametrize("written", ["Nur'aini", "Nur’Aini", "Nuraini", "NURAINI"])
def test_an_apostrophe_makes_no_difference(written):
    assert cleaned(f"Salam, {written}!", "Nur'aini Zaki") == "Salam, [dihapus]!"


@pytest.mark.parametrize(
    "nobody", ["Tidak ada", "Kepala Sekolah", "Hamba Allah", "Ibu Guru", "-", "SMP Negeri"]
)
def test_what_stands_in_for_a_name_takes_no_words_away(nobody):
    text = "Tidak ada kursi untuk Ibu Kepala Sekolah dan Guru SMP"

    assert cleaned(text, nobody) == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Terima kasih Bapak Andi atas bantuannya", "Terima kasih Bapak [dihapus] atas bantuannya"),
        ("Ibu Sri Wahyuni, S.Pd. ramah", "Ibu [dihapus], S.Pd. ramah"),
        ("bu rina sangat ramah", "bu [dihapus] sangat ramah"),
        ("pak  joko", "pak [dihapus]"),
        ("Pak Joko dan Bu Rina", "Pak [dihapus] dan Bu [dihapus]"),
        ("PELAYANAN BAPAK JOKO SANGAT BAIK", "PELAYANAN BAPAK [dihapus] SANGAT BAIK"),
        ("Yth. Bapak H. Ahmad Dahlan. Terus maju", "Yth. Bapak H. [dihapus]. Terus maju"),
        ("Bpk. A. Rahman", "Bpk. [dihapus]"),
        ("dr. Sari di poli", "dr. [dihapus] di poli"),
        ("Pak Guru Andi", "Pak Guru [dihapus]"),
        ("PAK ZORBAL LAMBAT", "PAK [dihapus] LAMBAT"),
        ("Bu Mawar ramah", "Bu [dihapus] ramah"),
        ("RSUD dr. Zorbal ramai, dr. Zorbal sabar", "RSUD dr. Zorbal ramai, dr. [dihapus] sabar"),
        ("mbak rina di loket 2", "mbak [dihapus] di loket 2"),
        ("a.n. Rina Wati", "a.n. [dihapus]"),
        ("nama saya: Joko", "nama saya: [dihapus]"),
        ("petugas bernama joko", "petugas bernama [dihapus]"),
    ],
)
def test_the_name_behind_a_title_goes_and_the_title_stays(text, left):
    assert cleaned(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "Terima kasih pak, sudah baik",
        "Terima kasih Pak. Pelayanan baik",
        "Bapak/Ibu guru di Ibu kota",
        "Bapak Kepala Dinas Pendidikan",
        "ibu-ibu kantin dan bapak-bapak satpam",
        "mohon pak parkirnya diperluas",
        "Bapak dan ibu petugas ramah",
        "Petugas Loket 2",
        "surat dr dinas",
        "Ibu hamil didahulukan",
        "Ibu Hamil didahulukan",
        "mau ekspor an IPP",
    ],
)
def test_a_title_without_a_name_takes_no_words_away(text):
    assert cleaned(text) == text


def test_each_name_is_counted_once():
    text = "Laras Telaga, Pak Joko Susilo"
    known = KnownNames.of(["Laras Telaga"], [text])

    assert remove_names(text, known)[1] == 2


def test_two_parts_of_a_name_are_known_as_far_apart_as_a_name_is_long():
    words = [f"kata{chr(97 + place)}" for place in range(LONGEST_NAME + 1)]
    near, far = f"{words[0]} {words[-2]}", f"{words[0]} {words[-1]}"
    known = KnownNames.of([" ".join(words)], [near, far])
    assert remove_names(near, known)[1] == 1
    assert remove_names(far, known)[1] == 0


def test_a_page_in_place_of_a_name_costs_no_more_than_its_length():
    words = [
        f"{chr(97 + place // 26 % 26)}{chr(97 + place % 26)}{'x' * (place // 676)}kata"
        for place in range(8_000)
    ]

    def pairs(count):
        page = " ".join(words[:count])
        return len(KnownNames.of([page], [page]).pairs)

    assert pairs(8_000) < 4.1 * pairs(2_000)
