"""A section or a table may speak of one service, of another office, or of another survey alone."""

from __future__ import annotations

from ipak_cli.audit.checks import check
from ipak_cli.audit.extract import extract
from ipak_cli.base.period import parse_period
from ipak_cli.catalogue.indonesian import message_of
from makers.claims_as_text import document, lines_of
from makers.instruments import instrument

SKM = "skm-14-2017"
MEANS = ("3,40", "3,50", "3,30", "3,60", "3,45", "3,35", "3,55", "3,42", "3,38")
"""They add up to 30,95, so that an index is 3,44 and converted 85,97."""
HIGHER = ("3,50", "3,60", "3,40", "3,70", "3,55", "3,45", "3,65", "3,52", "3,48")
"""A tenth more each: 3,54 and 88,47."""


def section(letter: str, service: str, means: tuple[str, ...], converted: str, mark: str) -> str:
    rows = "".join(f"| U{n} | {mean} |\n" for n, mean in enumerate(means, start=1))
    return (
        f"{letter}. Layanan {service}\n\nTabel {letter}. Nilai unsur layanan {service}\n\n| Unsur | NRR |\n"
        f"| --- | --- |\n{rows}| Nilai IKM | {converted} |\n\n"
        f"Nilai IKM layanan {service} adalah {converted} dengan mutu {mark}.\n\n"
    )


def said(text: str, name: str = SKM) -> list[str]:
    given = instrument(name)
    found = check(extract(document(text), given, parse_period("I-2024")), given)
    return [message_of(each.problem) for each in found]


def claimed(text: str, name: str = SKM) -> list[str]:
    claims = extract(document(text), instrument(name), parse_period("I-2024"))
    return [line.partition(": ")[2] for line in lines_of(claims)]


def test_services_with_sections_of_their_own_have_figures_of_their_own():
    first, second = (
        section("A", "Izin Usaha", MEANS, "85,97", "B"),
        section("B", "Akta", HIGHER, "88,47", "A"),
    )
    assert said(first + second) == []
    lines = claimed(first + second)
    assert "item_mean U1 3,40 @I-2024 [Layanan Izin Usaha]".lower() in [line.lower() for line in lines]
    assert "converted IKM 88,47 @I-2024 [Layanan Akta]".lower() in [line.lower() for line in lines]


def test_a_contradiction_within_one_service_is_found():
    first, second = (
        section("A", "Izin Usaha", MEANS, "87,97", "B"),
        section("B", "Akta", HIGHER, "88,47", "B"),
    )
    assert said(first + second) == [
        "indeks yang bukan rata-rata nilai butirnya dalam laporan ini: IKM 87,97",
        "kategori B bukan kategori IKM 88,47",
    ]


def test_a_single_service_is_the_survey_itself():
    assert not any("[" in line for line in claimed(section("A", "Akta", HIGHER, "88,47", "A")))


def test_a_section_ends_with_the_next_of_its_kind_and_with_one_of_all():
    text = section("A", "Izin", MEANS, "85,97", "B") + section("B", "Akta", HIGHER, "88,47", "A")
    assert "converted IKM 87,22 @I-2024" in claimed(f"{text}C. Hasil\n\nNilai IKM sebesar 87,22.\n")
    assert "converted IKM 87,22 @I-2024" in claimed(f"{text}1. Nilai gabungan\n\nNilai IKM sebesar 87,22.\n")
    assert "converted IKM 87,22 @I-2024" not in claimed(f"{text}1. Hasil\n\nNilai IKM sebesar 87,22.\n")


def test_the_table_of_another_survey_is_not_read_as_this_ones():
    text = (
        "A. Survei Kepuasan Masyarakat\n\nNilai IKM sebesar 3,41 (85,25).\n\n"
        "B. Survei Persepsi Anti Korupsi\n\n"
        "| Unsur | Skor |\n| --- | --- |\n| Percaloan | 3,90 |\n| Rata-rata tertimbang | 3,82 |\n\n"
        "Sebanyak 40 responden memberi nilai 3,82.\n"
    )
    assert claimed(text) == [
        "index IKM 3,41 @I-2024",
        "converted IKM 85,25 @I-2024",
        "? 3,90",
        "? 3,82",
        "respondents - 40 @I-2024 [survei lain]",
        "? 3,82",
    ]


def test_the_value_of_another_office_is_not_the_reports():
    text = "Hasil SKM Kecamatan Batin\n\nIKM Kecamatan Batin 87,45. Kecamatan Dahan meraih IKM 89,10.\n"
    assert claimed(text) == [
        "converted IKM 87,45 @I-2024",
        "converted IKM 89,10 @I-2024 [Kecamatan Dahan]",
    ]


def test_each_office_of_a_table_has_its_own_category():
    table = "| Perangkat Daerah | Nilai IKM | Mutu |\n| --- | --- | --- |\n| Dinas Sosial | 82,10 | {} |\n"
    assert said(table.format("B")) == []
    assert said(table.format("A")) == ["kategori A bukan kategori IKM 82,10"]


def test_the_older_bands_that_a_report_names_count_for_each_office_too():
    table = "| Perangkat Daerah | Nilai IKM | Mutu |\n| --- | --- | --- |\n| Dinas Sosial | 82,10 | A |\n"
    assert said(f"Pedoman: KEP/25/M.PAN/2/2004 dengan 14 unsur.\n\n{table}") == []
