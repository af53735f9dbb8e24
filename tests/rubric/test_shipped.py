from __future__ import annotations

from fractions import Fraction
from operator import mul
from pathlib import Path

import pytest

from ipak_cli.base.figures import half_up
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue.indonesian import hint_of
from ipak_cli.rubric.load import list_shipped, load_any, load_pekppp, load_rubric, shipped_ids
from ipak_cli.rubric.survey import PerformancePart, Polarity
from makers.pekppp_rubric import SMALL_PEKPPP
from makers.rubric_text import SMALL

SENTENCES = """\
Tidak ada diskriminasi pelayanan pada unit kerja ini
Tidak ada pelayanan diluar prosedur/kecurangan pelayanan pada unit layanan ini
Tidak ada penerimaan imbalan uang/barang/fasilitas diluar ketentuan yang berlaku pada unit layanan ini
Tidak ada percaloan/perantara tidak resmi pada unit layanan ini
Tidak ada pungutan liar (pungli) pada unit layanan ini
Informasi pelayanan pada unit layanan ini tersedia melalui media elektronik maupun non elektronik
Jangka waktu penyelesaian pelayanan yang diterima Bapak/Ibu sesuai dengan yang ditetapkan unit layanan ini
Layanan konsultasi dan pengaduan yang disediakan unit layanan ini mudah digunakan/diakses
Perilaku petugas dalam pelayanan terkait kesopanan dan keramahan sudah baik
Persyaratan pelayanan yang diinformasikan sesuai dengan persyaratan yang ditetapkan unit layanan
Petugas pelayanan/sistem pelayanan online pada unit layanan ini merespon keperluan Bapak/Ibu dengan cepat
Prosedur/Alur pelayanan yang ditetapkan unit layanan ini mudah diikuti/dilakukan
Sarana prasarana pendukung pelayanan/sistem pelayanan online yang disediakan unit layanan ini memberikan kenyamanan/mudah digunakan
Tarif/biaya pelayanan yang dibayarkan pada unit layanan ini sesuai dengan tarif/biaya yang ditetapkan
"""  # noqa: E501 - the sentences stand whole


def _problems(name: str) -> list[tuple[str, str]]:
    with pytest.raises(ProblemsFoundError) as caught:
        load_rubric(name)
    return [(fault.code, str(fault.where)) for fault in caught.value.problems]


def test_the_rubrics_of_the_surveys_and_of_pekppp_are_shipped():
    assert {"ipak-ipkp", "pekppp-2025", "skm-14-2017"} <= set(shipped_ids())


def test_every_shipped_rubric_is_sound_and_its_file_bears_its_id():
    assert [(each.rubric.id, each.name) for each in list_shipped()] == [
        (name, f"rubrics/{name}.yaml") for name in shipped_ids()
    ]


def test_the_14_items_have_the_instruments_own_sentences():
    items = load_rubric("ipak-ipkp").rubric.items
    assert [item.code for item in items] == [f"I{number}" for number in range(1, 15)]
    assert [item.text for item in items] == SENTENCES.splitlines()
    assert {item.polarity for item in items} == {Polarity.POSITIVE}
    assert [item.code for item in items if item.element is None] == ["I6", "I11"]


def test_ipak_has_five_equal_items_and_ipkp_nine():
    indices = load_rubric("ipak-ipkp").rubric.indices
    assert [(index.code, index.weights) for index in indices] == [
        ("IPAK", (Fraction(1, 5),) * 5),
        ("IPKP", (Fraction(1, 9),) * 9),
    ]


def test_the_zi_component_follows_permenpanrb_90_2021():
    zi = load_rubric("ipak-ipkp").rubric.zi
    assert zi is not None
    assert [(each.points, [part.points for part in each.parts]) for each in zi.components] == [
        (Fraction("22.5"), [Fraction("17.5"), 5]),
        (Fraction("17.5"), [Fraction("17.5")]),
    ]
    parts = [part for each in zi.components for part in each.parts]
    (performance,) = (part for part in parts if isinstance(part, PerformancePart))
    assert [(grade.code, float(grade.points)) for grade in performance.grades] == [
        ("A", 5), ("B", 3.75), ("C", 2.5), ("D", 1.25), ("E", 0),
    ]  # fmt: skip
    minimums = {
        predicate.code: [(condition.of, float(condition.minimum)) for condition in predicate.conditions]
        for predicate in zi.predicates
    }
    names = ["BERSIH", "SURVEI-IPAK", "KINERJA", "PRIMA", None, None]
    assert minimums == {
        "WBK": list(zip(names, [18.25, 15.75, 2.5, 14, 75, 40], strict=True)),
        "WBBM": list(zip(names, [19.5, 15.75, 3.75, 15.75, 85, 48], strict=True)),
    }


def test_the_skm_has_nine_exact_ninths_and_the_bands_of_permenpanrb_14_2017():
    (index,) = load_rubric("skm-14-2017").rubric.indices
    assert index.weights == (Fraction(1, 9),) * 9
    assert sum(index.weights) == 1
    assert [(band.code, band.name, float(band.minimum)) for band in index.bands] == [
        ("A", "Sangat Baik", 88.31), ("B", "Baik", 76.61), ("C", "Kurang Baik", 65), ("D", "Tidak Baik", 25),
    ]  # fmt: skip


def test_the_skm_worked_case_of_29_respondents():
    totals = (105, 101, 100, 116, 102, 105, 106, 105, 115)
    (index,) = load_rubric("skm-14-2017").rubric.indices
    means = [Fraction(total, 29) for total in totals]
    assert half_up(25 * sum(map(mul, index.weights, means), Fraction(0))) == "91.48"


def test_the_words_of_each_skm_element_are_its_own():
    rubric = load_rubric("skm-14-2017").rubric
    words = {
        item.code: {w: label.value for label in rubric.labels_of(item) for w in label.words}
        for item in rubric.items
    }
    assert words["U4"]["Gratis"] == 4
    assert words["U8"]["Tidak Ada"] == 1
    assert words["U9"]["Cukup"] == 2
    assert (words["U9"]["Baik"], words["U1"]["Baik"]) == (3, 3)
    assert "Gratis" not in words["U1"]


def test_a_rubric_of_ones_own_is_loaded_by_its_path(tmp_path):
    file = tmp_path / "kecil.yaml"
    file.write_text(SMALL, encoding="utf-8")
    loaded = load_any(str(file))
    assert (loaded.rubric.id, loaded.name) == ("kecil", str(file))


def test_a_pekppp_rubric_of_ones_own_is_loaded_by_its_path(tmp_path):
    file = tmp_path / "kecil.yaml"
    file.write_text(SMALL_PEKPPP, encoding="utf-8")
    assert load_pekppp(str(file)).rubric.id == "kecil-pekppp"


def test_a_survey_is_not_scored_by_a_pekppp_rubric_nor_the_other_way_round():
    assert _problems("pekppp-2025") == [("R615", "rubrics/pekppp-2025.yaml:2")]
    with pytest.raises(ProblemsFoundError) as caught:
        load_pekppp("ipak-ipkp")
    assert [fault.code for fault in caught.value.problems] == ["R615"]


def test_a_name_that_is_neither_a_rubric_nor_a_file_gets_a_suggestion():
    with pytest.raises(ProblemsFoundError) as caught:
        load_rubric("ipak-ipk")
    (fault,) = caught.value.problems
    assert fault.code == "R614"
    assert hint_of(fault).startswith("Mungkin maksudnya ipak-ipkp.")


def test_a_name_near_nothing_gets_the_list():
    with pytest.raises(ProblemsFoundError) as caught:
        load_rubric("zzz")
    assert "ipak-ipkp" in hint_of(caught.value.problems[0])


def test_a_folder_and_an_impossible_name_cannot_be_read(tmp_path):
    assert _problems(str(tmp_path)) == [("R601", str(tmp_path))]
    assert [code for code, _ in _problems("a\0b")] == ["R601"]


def test_an_endless_file_is_refused():
    if not Path("/dev/zero").exists():
        pytest.skip("this system has no endless file")
    assert _problems("/dev/zero") == [("R601", "/dev/zero")]
