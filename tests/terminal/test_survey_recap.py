"""What the screen says of a recap: what it holds, both ends of what is open, why the rest is missing."""

import io
import re

import pytest
from rich.console import Console

from ipak_cli.survey.recap import ItemRecap, Recap, RecapShape
from ipak_cli.terminal.survey import survey_view
from makers.recaps import recap, recapped
from makers.report_material import loaded

RUBRIC = loaded().rubric
GIVEN = ((0, 1, 9, 30), (1, 2, 7, 30), *((0, 0, 4, 36),) * 12)
COUNTS, SUMS, MEANS, TOTALS = RecapShape


def shown(result, *, detail=False):
    """Return what 80 columns show, line by line."""
    out = io.StringIO()
    Console(file=out, width=80).print(survey_view(result, detail=detail))
    return [line.rstrip() for line in out.getvalue().splitlines()]


def of(shape, respondents=40, **options):
    return recapped(recap(GIVEN, shape, RUBRIC, respondents=respondents, **options), performance="A")


@pytest.mark.parametrize("detail", [False, True])
@pytest.mark.parametrize("respondents", [40, None])
@pytest.mark.parametrize("shape", [*RecapShape])
def test_every_shape_fits_the_screen_and_says_that_it_is_a_recap(shape, respondents, detail):
    lines = shown(of(shape, respondents), detail=detail)

    assert max(map(len, lines)) <= 80
    assert any(line.startswith("Sumber: rekap, yaitu ") for line in lines)
    assert not re.search(r"\b(None|nan|NotScored)\b", " ".join(lines))


def test_both_ends_are_shown_with_what_opens_them():
    items = {item.code: ItemRecap(100, range(360, 363)) for item in RUBRIC.items}
    lines = shown(recapped(Recap(MEANS, 100, items, {}), performance="A"))

    (ipak,) = [line for line in lines if line.startswith("IPAK Indeks")]
    assert ipak.split()[-4:] == ["3,60–3,62", "90,00–90,50", "%", "15,75–15,84"]
    assert "IPAK: rata-rata I1, I2, I3, I4 dan I5 pada rekap dibulatkan, sehingga jumlah" in lines


def test_the_distribution_of_sums_has_its_reason_instead_of_numbers():
    text = " ".join(shown(of(SUMS)))

    assert "Sebaran jawaban belum dinilai: rekap memuat jumlah nilai setiap pertanyaan" in text


def test_totals_of_the_survey_show_no_item_and_why_no_index():
    text = " ".join(shown(of(TOTALS, indices=[""])))

    assert "IPAK, IPKP: rekap memuat jumlah jawaban seluruh survei, bukan per indeks." in text
    assert "nilai terendah" not in text
    assert "Jawaban 4: 492 (87,86 %)" in text


def test_unknown_respondents_are_no_dash_in_the_head():
    lines = shown(of(COUNTS, None))

    assert "jumlah responden belum diketahui · 560 jawaban" in lines
    assert any(line.startswith("Responden belum dinilai: rekap tidak menyebut") for line in lines)


def test_in_detail_it_lists_what_cannot_be_told_under_its_reason():
    lines = shown(of(COUNTS), detail=True)
    first = lines.index("Sumbernya rekap, yang tidak memuat jawaban setiap responden:")

    assert "– Jawaban yang sama persis" in lines[first:]
    assert "– Rincian menurut jenis kelamin" in lines[first:]
    assert "– Saran dan masukan" in lines[first:]
    assert any(line.startswith("• Jawaban bernilai tertinggi (persen): 87,86") for line in lines)


def test_items_of_sums_are_in_the_order_of_their_values_without_intervals_and_it_says_why():
    text = " ".join(shown(of(SUMS), detail=True))

    assert "Butir menurut nilainya" in text
    assert "Rekap tidak menunjukkan butir mana yang paling rendah di luar kebetulan." in text
    assert "acahan jawabannya tidak diketahui, sebab rekap hanya memuat" in text


def test_items_of_counts_have_intervals_and_the_indices_say_why_not():
    lines = shown(of(COUNTS))

    item = next(line for line in lines if line.startswith("I1 ")).split()
    assert item[:3] == ["I1", "IPAK", "3,73"]
    assert re.fullmatch(r"3,\d\d–3,\d\d", item[3])
    assert "Selang 95 %: rekap tidak memuat jawaban setiap orang, jadi" in " ".join(lines)
