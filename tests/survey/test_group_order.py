"""The natural order of groups: levels of the rubric, numbers in the labels, else size and name."""

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipak_cli.rubric.load import load_rubric
from ipak_cli.survey.group_order import in_order
from ipak_cli.survey.tally import Counts

EDUCATION = [
    next(profile.order for profile in load_rubric(name).rubric.profiles if profile.code == "pendidikan")
    for name in ("ipak-ipkp", "skm-14-2017")
]


def of_sizes(sizes):
    return {label: Counts(size, ()) for label, size in sizes.items()}


def ordered(labels, order=(), seed=1):
    """Return labels in their order that were given in any other, with sizes that say nothing of it."""
    mixed = sorted(labels, key=lambda label: hash_of(label, seed))
    return in_order(of_sizes({label: 1 + hash_of(label, -seed) % 99 for label in mixed}), order)


def hash_of(label, seed):
    return int.from_bytes(sha256(f"{seed} {label}".encode()).digest()[:4])


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(
    "labels",
    [
        ["< 20", "20 - 29", "30-39", "40 \u2013 49", "50-60", "> 60", "Lainnya", ""],
        [
            "Kurang dari 17 tahun",
            "17-25 tahun",
            "26 s.d. 45 thn",
            "46 s/d 60",
            "di atas 60",
            "Tidak menjawab",
        ],
        ["25 tahun ke bawah", "26 sampai dengan 40", "41 hingga 50 tahun", "> 50 thn"],
        ["\u226417", "18 s.d. 25", "26 sd 40", "\u2265 41"],
        ["s.d. 20", "21-30", "31+"],
        ["Maksimal 20 tahun", "21 tahun - 30 tahun", "minimal 31 tahun"],
        ["tidak lebih dari 9", "10", "lebih dari atau sama dengan 11"],
        ["17", "18", "19", "101"],
        ["Usia 9 sampai 25", "Usia antara 26 dan 35", "Usia 36 ke atas"],
        ["Remaja (12-16 tahun)", "Dewasa (17-45 tahun)", "Lansia (> 60 tahun)", "Ragu"],
        ["20-an", "30-an", "100-an"],
        ["< 1 juta", "1-3 juta", "3,5-5 juta", "Rp5.000.001 - Rp10.000.000", "> 10 juta"],
        ["< 6 bulan", "6-12 bulan", "1-3 tahun", "lebih dari 3 tahun"],
        ["01 Legalisir", "02 Izin", "10 Paspor"],
        ["1. PNS", "2) TNI", "10. Petani"],
        ["Golongan I", "Golongan II", "Golongan III/a", "Golongan III/b", "Golongan IV", "Honorer"],
        ["I", "II", "IX", "X"],
        ["ke-1", "ke-2", "ke-10"],
        ["Kunjungan pertama", "Kunjungan kedua", "Kunjungan ketiga atau lebih"],
    ],
)
def test_labels_with_numbers_go_by_their_numbers(labels, seed):
    assert ordered(labels, seed=seed) == labels


@pytest.mark.parametrize("order", EDUCATION)
@pytest.mark.parametrize(
    "labels",
    [
        ["Tidak sekolah", "SD", "SMP", "SMA", "D1", "D2", "D3", "S1", "S2", "S3", "Lainnya", ""],
        [
            "Belum/Tidak tamat SD",
            "SD sederajat",
            "SMP/SLTP",
            "SMA/SMK/SLTA",
            "Diploma III",
            "D4/S1",
            "Magister",
            "Doktor",
        ],
        [
            "SD/MI",
            "SLTP sederajat",
            "SLTA Sederajat",
            "D-I",
            "D.II",
            "D III",
            "Sarjana (S-1)",
            "Pasca Sarjana (S-2)",
        ],
        [
            "sekolah dasar",
            "SMP ke bawah",
            "SMP",
            "Madrasah Aliyah (MA)",
            "Diploma (D1-D3)",
            "Strata 1",
            "Strata Dua",
        ],
        ["SMA ke bawah", "SMA", "D3 ke atas", "S1 ke atas", "Kursus menjahit"],
        [
            "Paket A",
            "Paket B",
            "Paket C",
            "Sarjana Muda",
            "Sarjana Terapan",
            "Profesi",
            "Pascasarjana",
            "Tidak tahu",
        ],
    ],
)
def test_education_goes_by_its_levels(order, labels):
    assert [ordered(labels, order, seed) for seed in range(5)] == [labels] * 5


def test_a_label_without_a_level_or_number_comes_after_those_that_have_one_the_largest_first():
    sizes = {"Entah": 9, "> 50": 5, "Rahasia": 99, "Lain-lain": 98, "Tua": 12, "20-50": 7, "< 20": 6}
    assert in_order(of_sizes(sizes), ()) == ["< 20", "20-50", "> 50", "Tua", "Entah", "Lain-lain", "Rahasia"]


def test_numbers_in_less_than_most_labels_order_nothing():
    sizes = {"Paspor 48 halaman": 5, "Izin tinggal": 9, "Visa": 7}
    assert in_order(of_sizes(sizes), ()) == ["Izin tinggal", "Visa", "Paspor 48 halaman"]


def test_an_office_s_own_order_goes_before_numbers_and_before_other_groups():
    order = (("Lainnya",), ("30-39",), ("Pagi", "Subuh"), ("<20",))
    assert ordered(["lainnya", "30-39", "Subuh hari", "< 20", "40", "41", "Dan lain-lain"], order) == [
        "lainnya", "30-39", "Subuh hari", "< 20", "40", "41", "Dan lain-lain",
    ]  # fmt: skip


LABELS = st.one_of(
    st.text(max_size=12),
    st.lists(
        st.sampled_from(
            ["17", "0", "999", "-", "<", ">", " tahun", "ke atas", "II", "S1", "SMA", "s.d.", "lain"]
        ),
        max_size=5,
    ).map("".join),
)


@given(st.dictionaries(LABELS, st.integers(0, 9), max_size=8), st.randoms())
def test_any_labels_come_back_each_once_however_they_were_given(sizes, random):
    found = in_order(of_sizes(sizes), EDUCATION[0])
    mixed = dict(random.sample([*sizes.items()], len(sizes)))
    assert found == in_order(of_sizes(mixed), EDUCATION[0])
    assert sorted(found) == sorted(sizes)


def test_a_very_long_label_is_no_trouble():
    many = {"9" * 30_000: 1, "IX" * 30_000: 2, "s/d " * 9_000: 3, "": 4}
    assert in_order(of_sizes(many), EDUCATION[0])[-1] == ""
