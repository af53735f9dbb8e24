"""Labels of groups name nobody; services, counters, ages and schools stay as they are."""

import pytest

from ipak_cli.rubric.load import load_rubric
from ipak_cli.survey.reading.group_names import clean_label, without_names
from ipak_cli.survey.reading.redact_names import NOBODY, KnownNames
from makers.exports import table
from makers.sheets import collected

RUBRIC = load_rubric("skm-14-2017").rubric


@pytest.mark.parametrize(
    ("label", "left"),
    [
        ("Loket 1 - Rina Wati 081234567890", "Loket 1 - [dihapus]"),
        ("loket 1 (pak joko)", "loket 1 (pak [dihapus])"),
        ("Rina Wati", "[dihapus]"),
        ("081234567890", "[dihapus]"),
        ("guru, rina@contoh.example", "guru, [dihapus]"),
    ],
)
def test_what_leads_to_a_person_goes_from_a_label(label, left):
    assert clean_label(label, NOBODY) == left


@pytest.mark.parametrize(
    "label",
    [
        "Legalisir Ijazah", "Konsultasi Zorbal Quintix", "Kartu Identitas Anak", "SMA", "S1", "25-34 tahun",
        "> 5.000.000", "1.000.000 - 1.999.999", "SD Kartini", "Universitas Ahmad Dahlan", "RSUD Siti Fatimah",
        "Jalan Sudirman", "Poli Umum", "Agus", "Loket 2", "PNS/TNI/POLRI", "Mengurus rumah tangga", "IV/a",
        "Kec. Curup  Tengah", "2024-09-01", "Perempuan", "Dokter Spesialis Anak", "",
    ],
)  # fmt: skip
def test_what_names_a_service_or_a_kind_of_people_stays(label):
    assert clean_label(label, NOBODY) == label


def test_names_of_respondents_and_staff_go_from_labels():
    known = KnownNames.of(["Zorbal Quintix"], ["loket zorbal quintix", "loket wati"], ["Wati"])
    assert clean_label("loket zorbal quintix", known) == "loket [dihapus]"
    assert clean_label("loket wati", known) == "loket [dihapus]"


def test_groups_whose_labels_become_alike_are_counted_together():
    header, *rows = table(RUBRIC, [[4] * 9] * 5)
    jobs = ["PNS", "Guru 081234567890", "Guru 081234567891", "Guru 081234567891", "PNS"]
    found = collected(
        [[*header, "Pekerjaan"], *([*row, job] for row, job in zip(rows, jobs, strict=True))], RUBRIC
    )
    (tally,) = found.tallies.values()

    cleaned = without_names(tally, (), ())

    counted = {label: counts.respondents for (_, label), counts in cleaned.groups.items()}
    assert counted == {"PNS": 2, "Guru [dihapus]": 3}
    assert cleaned.total == tally.total


def test_a_tally_without_names_is_the_same_one():
    header, *rows = table(RUBRIC, [[4] * 9])
    (tally,) = collected([[*header, "Pekerjaan"], [*rows[0], "PNS"]], RUBRIC).tallies.values()
    assert without_names(tally, ("Rina",), ("Wati",)) is tally
