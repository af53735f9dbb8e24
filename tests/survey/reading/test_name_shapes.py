"""Names without a title are found by their shape; institutions, places and products stay."""

import pytest

from ipak_cli.survey.reading.name_words import Kind, kind_of, name_parts
from ipak_cli.survey.reading.redact import plain_text, shown
from ipak_cli.survey.reading.redact_names import NOBODY, KnownNames, may_name, remove_names


def cleaned(text, *staff):
    text = plain_text(text)
    known = KnownNames.of((), [text], staff)
    return shown(remove_names(text, known)[0])


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Terima kasih Rina Wati sudah sabar", "Terima kasih [dihapus] sudah sabar"),
        ("tadi Zorbal Quintix yang jaga", "tadi [dihapus] yang jaga"),
        ("tadi Zorbal yang jaga", "tadi Zorbal yang jaga"),
        ("tadi Rina yang jaga", "tadi [dihapus] yang jaga"),
        ("tadi M. Faisal yang jaga", "tadi [dihapus] yang jaga"),
        ("tadi Vera Permata yang jaga", "tadi [dihapus] yang jaga"),
        ("rina wati ramah", "[dihapus] ramah"),
        ("RINA WATI RAMAH", "[dihapus] RAMAH"),
        ("rina ramah", "rina ramah"),
        ("ORANG ZORBAL QUINTIX ITU", "ORANG ZORBAL QUINTIX ITU"),
    ],
)
def test_a_name_goes_by_its_capitals_or_its_known_parts(text, left):
    assert cleaned(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "Jalan Rina Wati macet",
        "di jalan Rina Wati macet",
        "rumah sakit siti aminah penuh",
        "RSUD Zorbal Quintix penuh",
        "Dinas Pendidikan Kota Bengkulu",
        "dekat Bank Rakyat Indonesia",
        "Nabi Muhammad teladan kita",
        "urus SKCK APBD di sini",
        "Pelayanan Sangat Baik Dan Cepat",
        "Rejang Lebong hebat",
    ],
)
def test_what_is_named_after_somebody_stays(text):
    assert cleaned(text) == text


def test_a_person_named_behind_an_office_goes():
    assert cleaned("di Dinas Rina Wati ramah") == "di Dinas [dihapus] ramah"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("dibantu oleh Zorbal di loket", "dibantu oleh [dihapus] di loket"),
        ("dilayani Online saja", "dilayani Online saja"),
        ("petugas rina ramah", "petugas [dihapus] ramah"),
        ("petugas ramah", "petugas ramah"),
        ("oleh BKPSDM ditolak", "oleh BKPSDM ditolak"),
        ("ktp atas nama zorbal hilang", "ktp atas nama [dihapus] hilang"),
        ("atas nama warga", "atas nama warga"),
    ],
)
def test_behind_a_word_of_service_one_word_is_a_name(text, left):
    assert cleaned(text) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Sudah baik. - zorbal", "Sudah baik. - [dihapus]"),
        ("Sudah baik. Salam, zorbal quintix", "Sudah baik. Salam, [dihapus]"),
        ("Sudah baik, salam hormat Rina W.", "Sudah baik, salam hormat [dihapus]."),
        ("Sudah baik. ttd zorbal", "Sudah baik. ttd [dihapus]"),
        ("Sudah baik. Dari: Zorbal", "Sudah baik. Dari: [dihapus]"),
        ("Sudah baik (Zorbal)", "Sudah baik ([dihapus])"),
        ("Sudah baik. salam, pak zorbal", "Sudah baik. salam, pak [dihapus]"),
        ("sudah baik, terima kasih, Zorbal", "sudah baik, terima kasih, [dihapus]"),
        ("Sudah baik. rina", "Sudah baik. [dihapus]"),
        ("Sudah baik. Hormat saya Rina dan keluarga", "Sudah baik. Hormat saya [dihapus] dan keluarga"),
        ("Sudah baik. Salam kompak Zorbal", "Sudah baik. Salam kompak [dihapus]"),
    ],
)
def test_who_signs_a_text_goes(text, left):
    assert cleaned(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "Sudah baik. - pertahankan",
        "Sudah baik. Salam sukses",
        "salam dari Curup",
        "datang dari zorbal",
        "Sudah baik. zorbal",
        "Tambah kursi (ruang tunggu)",
        "kritik / saran",
        "Jalan S. Parman",
        "a.n",
    ],
)
def test_the_end_of_a_text_that_names_nobody_stays(text):
    assert cleaned(text) == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("zorbal ramah", "[dihapus] ramah"),
        ("ZORBAL RAMAH", "[dihapus] RAMAH"),
        ("quintix ramah", "[dihapus] ramah"),
        ("wati ramah sekali", "[dihapus] ramah sekali"),
        ("mawar di taman", "mawar di taman"),
        ("ketemu Mawar di taman", "ketemu [dihapus] di taman"),
        ("ramah mawar zorbal", "ramah [dihapus]"),
    ],
)
def test_a_name_of_the_staff_goes_in_small_letters_unless_it_is_an_ordinary_word(text, left):
    assert cleaned(text, "Zorbal Quintix", "Wati", "Mawar Zorbal") == left


def test_a_single_ordinary_word_in_the_list_of_the_staff_goes_everywhere():
    assert cleaned("pelayanan mawar baik", "Mawar") == "pelayanan [dihapus] baik"


def test_without_names_nothing_is_known():
    assert KnownNames.of((), ["Rina"]) is NOBODY


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("rina", Kind.NAME),
        ("indah", Kind.EITHER),
        ("ramah", Kind.ORDINARY),
        ("keramahannya", Kind.ORDINARY),
        ("jalan", Kind.NAMED_AFTER),
        ("dinas", Kind.INSTITUTION),
        ("bengkulu", Kind.PLACE),
        ("zorbal", Kind.UNKNOWN),
    ],
)
def test_a_word_is_of_one_kind(key, kind):
    assert kind_of(key) is kind


def test_the_parts_of_names_are_small_words_of_letters_each_once():
    assert len(name_parts()) > 2_000
    assert all(part.isalpha() and part.islower() for part in name_parts())


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Bu Rina", True),
        ("Rina Wati", True),
        ("Zorbal Quintix", False),
        ("Jenis Layanan", False),
        ("", False),
    ],
)
def test_a_header_may_name_somebody(text, named):
    assert may_name(text) is named


@pytest.mark.parametrize("piece", ["Rina ", "rina ", "- ", "A. ", "salam, ", "dari ", "Z", "pak "])
def test_a_long_text_made_to_be_slow_is_not(piece):
    text, _ = remove_names((piece * 5_000).strip(), NOBODY)
    assert len(text) <= 5_000 * len(piece)
