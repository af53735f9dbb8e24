"""Numbers and addresses that lead to a person are found however they are written."""

import pytest

from ipak_cli.survey.reading.redact import plain_text, shown
from ipak_cli.survey.reading.redact_contacts import remove_contacts


def cleaned(text):
    return shown(remove_contacts(plain_text(text))[0])


@pytest.mark.parametrize(
    "number",
    [
        "081234567890",
        "0812-3456-7890",
        "0812.3456.7890",
        "0812 3456  7890",
        "0812/3456/7890",
        "0812,3456,7890",
        "0812_3456_7890",
        "(021) 555 1234",
        "(0812)3456-7890",
        "+62 812-3456-789",
        "+62 (812) 3456 789",
        "62812 3456 789",
        "0812\n3456\r\n7890",
        "0812\u00a03456\u20117890",
        "0812 – 3456 — 789",
        "0\u200b8\u200b1\u200b2\u200b3\u200b4",
        "08\u00ad12\u202e345\u2060678",
        "08\u31641234\u28005678",
        "０８１２３４５６",
        "٠٨١٢٣٤٥٦",
        "⓪⑧①②③④",
        "0\ufe0f\u20e38\ufe0f\u20e31\ufe0f\u20e32\ufe0f\u20e33\ufe0f\u20e34\ufe0f\u20e3",
        "0\u03328\u03321\u03322\u03323\u03324",
        "3201 0101 0101 0001",
        "19800101 200501 1 001",
        "12/05/1990",
        "08.12-20.45 6789",
        "2012-2034 5678",
    ],
)
def test_a_long_number_goes_whatever_stands_between_its_digits(number):
    assert cleaned(f"Hubungi {number} ya") == "Hubungi [dihapus] ya"


@pytest.mark.parametrize("label", ["WA", "wa:", "HP.", "Telp", "NIP", "NIK:", "rek."])
def test_behind_a_word_such_as_wa_a_shorter_number_goes_too(label):
    assert cleaned(f"Balas ke {label} 54321.") == f"Balas ke {label} [dihapus]."
    assert cleaned(f"Balas ke {label} +62 812 3456.") == f"Balas ke {label} [dihapus]."


@pytest.mark.parametrize(
    "text",
    [
        "Buka loket 2 dan 3 pukul 08.00, 2 orang cukup.",
        "Buka 08.00-16.00 saja",
        "Buka (07.30 – 15.00), mohon",
        "Tahun ajaran 2023/2024 lebih baik",
        "Diminta Rp 150.000 oleh petugas",
        "Diminta Rp1.500.000,00!",
        "Sejak 2023, 12 kali datang",
        "Tanggal 12 Mei 2024",
        "baik.Terima kasih",
        "harga @ 5000",
        "=1+1",
    ],
)
def test_numbers_that_a_suggestion_needs_stay(text):
    assert cleaned(text) == text


@pytest.mark.parametrize(
    "address",
    [
        "laras.telaga@contoh.example",
        "LARAS_TELAGA+survei@CONTOH.co.id",
        "laras@contoh",
        "laras @ contoh.example",
        "laras(dot)telaga(at)contoh(dot)example",
        "laras\n@contoh.example",
        "la\u200bras@con\u2060toh.example",
        "laras＠contoh．example",
        "laras (at) contoh (dot) example",
        "laras[at]contoh[dot]example",
        "laras at contoh dot example",
        "larás@contoh.example",
        "https://contoh.example/a?b=1#c",
        "HTTP://contoh.example",
        "www.contoh.example/x",
        "contoh.sch.id",
        "bit.ly/abc",
        "wa.me/628123456789",
        "@laras_t",
    ],
)
def test_an_address_goes_and_the_words_around_it_stay(address):
    assert cleaned(f"Kirim ke {address}, ya") == "Kirim ke [dihapus], ya"


def test_where_an_account_may_be_half_an_address_a_word_more_goes():
    assert cleaned("Kirim ke @laras.telaga, ya") == "Kirim [dihapus], ya"


def test_an_account_goes_and_its_network_stays():
    assert cleaned("IG: laras.telaga dan fb = @laras") == "IG: [dihapus] dan fb = [dihapus]"


def test_each_piece_is_counted_and_neighbours_are_shown_as_one():
    text, removed = remove_contacts("laras@contoh.example 081234567890 atau @laras")

    assert removed == 3
    assert shown(text) == "[dihapus] atau [dihapus]"


def test_a_sentence_behind_an_address_stays():
    assert cleaned("Ke a@contoh.example. Terima kasih") == "Ke [dihapus]. Terima kasih"


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "| a | b |", "# judul", "**tebal**", "&lt;b&gt;", "semoga maju 👍"]
)
def test_markup_stays_plain_text(text):
    assert cleaned(text) == text


def test_controls_vanish_and_line_breaks_become_spaces():
    assert plain_text("a\x1b[31m\tb\r\nc\x00d\u2028e\ud800") == "a[31m b cd e"


@pytest.mark.parametrize("piece", ["a.", "a@", "1a", "1 ,  ", "www.", "a at b ", "rp 1.000 ", "2023-", "a+"])
def test_a_long_text_made_to_be_slow_is_not(piece):
    text, _ = remove_contacts(piece * 10_000)

    assert len(text) <= 10_000 * len(piece)
