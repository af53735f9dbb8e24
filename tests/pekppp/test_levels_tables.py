"""Each rule against a table of cases that was written from the instrument alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from ipak_cli.pekppp.levels import derive
from ipak_cli.rubric.load import load_pekppp
from ipak_cli.rubric.rules.interface import Derived

RUBRIC = load_pekppp("pekppp-2025").rubric
TABLES = Path(__file__).with_name("tables")
COVERED = ("tidak ada", "sebagian layanan", "semua layanan")


def answers_in_order(no, facts, names):
    """Give the facts of an indicator, in the rubric's order, the table's answers of these names."""
    indicator = next(each for each in RUBRIC.indicators if each.no == no)
    assert len(names) == len(indicator.facts)
    return dict(zip((fact.id for fact in indicator.facts), (facts[name] for name in names), strict=True))


def coverage(services, name):
    """Say of how many services a fact holds."""
    holding = [service[name] == "ya" for service in services]
    return COVERED[2] if all(holding) else COVERED[1] if any(holding) else COVERED[0]


def standards(facts):
    services = facts["layanan"]
    names = list(services[0])
    order = [
        *[name for name in names if name.startswith(("standar", "komponen"))],
        "ditetapkan",
        "masyarakat_dilibatkan_dalam_penyusunan",
        "monev_dilakukan",
    ]
    return answers_in_order(1, {name: coverage(services, name) for name in order}, order)


def media(facts):
    """Spread "so many media carry a part only" over the media that are used."""
    components = [facts[name] for name in facts if name.startswith("komponen")]
    whole = "tidak ada" if "ya" not in components else "sebagian komponen"
    whole = "seluruh komponen" if "tidak" not in components else whole
    partial = int(facts["jumlah_media_hanya_sebagian_komponen"])
    answers = {}
    for name in ("media_cetak_non_elektronik", "media_elektronik", "media_sosial", "website",
                 "aplikasi_yang_bisa_diunduh", "papan_reklame"):  # fmt: skip
        answers[name] = whole if facts[name] == "ya" else "tidak ada"
        if facts[name] == "ya" and partial and whole == "seluruh komponen":
            answers[name], partial = "sebagian komponen", partial - 1
    answers["sipp_nasional"] = whole if facts["sipp_nasional"] == "ya" else "tidak ada"
    return answers_in_order(3, answers, list(answers))


def reviews(facts):
    def within(months):
        reviewed = [
            {"x": "ya" if each["ditinjau_ulang_berkala"] == "ya" and fits(each, months) else "tidak"}
            for each in facts["layanan"]
        ]
        return coverage(reviewed, "x")

    def fits(service, months):
        return months is None or int(service["selang_peninjauan_bulan"]) <= months

    answers = {"year": within(12), "two": within(24), "any": within(None)}
    return answers_in_order(4, answers, ["year", "two", "any"])


def satisfaction_survey(facts):
    nine = {"nine": "ya" if facts["jumlah_unsur_penilaian"] == "9" else "tidak"}
    order = ["skm_dilaksanakan", "nine", "sesuai_peraturan_menteri", "publikasi_media_nonelektronik",
             "publikasi_media_elektronik", "hasil_ditindaklanjuti"]  # fmt: skip
    return answers_in_order(6, facts | nine, order)


def information(facts):
    services, entered = (int(facts[f"jumlah_layanan_{name}"]) for name in
                         ("ditetapkan", "diinput_ke_sipp_nasional"))  # fmt: skip
    word = COVERED[2] if entered >= services else COVERED[1] if entered else COVERED[0]
    names = ["media_lisan_pusat_informasi", "papan_pengumuman", "media_cetak", "elektronik_belum_online",
             "online_website", "terhubung_sipp_nasional", "entered"]  # fmt: skip
    return answers_in_order(21, facts | {"entered": word}, names)


def innovation(facts):
    today, begun = (facts[name] for name in ("tanggal_penilaian", "tanggal_inovasi_mulai"))
    if facts["inovasi_ada"] == "tidak":
        state = "masih belajar" if facts["masih_belajar"] == "ya" else "belum ada"
    else:
        today, begun = date.fromisoformat(today), date.fromisoformat(begun)
        try:
            birthday = begun.replace(year=begun.year + 1)
        except ValueError:
            birthday = date(begun.year + 1, 2, 28)
        age = "tepat" if today == birthday else "lebih dari" if today > birthday else "kurang dari"
        state = f"{age} 1 tahun"
    names = ["state", "diikutkan_kompetisi", "meraih_penghargaan"]
    return answers_in_order(29, facts | {"state": state}, names)


def spaced(word):
    return word.replace("_", " ")


def at_least_one(count):
    """Turn "so many of the others" into the list's one item for them."""
    return "ya" if int(count) else "tidak"


def complaints(facts):
    names = ["diterima_sp4n_lapor", "selesai_sp4n_lapor", "diterima_di_luar_sp4n_lapor",
             "selesai_di_luar_sp4n_lapor"]  # fmt: skip
    return answers_in_order(28, facts, names)


SPECIAL = {
    1: standards, 3: media, 4: reviews, 6: satisfaction_survey, 21: information, 28: complaints,
    29: innovation,
}  # fmt: skip
NOT_ASKED = {
    2: {"jumlah_peserta", "jumlah_unsur_lain_di_luar_daftar"},
    11: {"aturan_kode_etik_tersedia", "ditetapkan_minimal_kepala_unit"},
    20: {"jumlah_fasilitas_di_luar_daftar"},
    22: {"layanan_berbayar"},
    26: {"petugas_tersedia"},
}
"""Facts that the tables name to show that they change nothing."""


def table_answers(no, facts):
    """Say a table's facts in the rubric's own facts."""
    if no in SPECIAL:
        return SPECIAL[no](facts)
    kept = {name: spaced(answer) for name, answer in facts.items() if name not in NOT_ASKED.get(no, ())}
    if no not in {8, 9}:
        kept |= {name: at_least_one(n) for name, n in kept.items() if name.startswith("jumlah_")}
    return answers_in_order(no, kept, list(kept))


def typed(answers):
    """Return numbers as integers, dates as dates, and leave out what is blank."""
    types = {fact.id: fact.type.value for each in RUBRIC.indicators for fact in each.facts}
    read = {"number": int, "date": date.fromisoformat}
    return {fact: read.get(types[fact], str)(answer) for fact, answer in answers.items() if answer != "null"}


def cases():
    for path in sorted(TABLES.glob("*.yaml")):
        table = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 (plain text)
        for number, case in enumerate(table["cases"], start=1):
            yield pytest.param(int(table["no"]), case, id=f"{path.stem}-{number}")


CASES = list(cases())
FINER_THAN_THE_FACTS = {
    # Here the table knows more than the facts that are asked; the warning is due for all such cases or none.
    "01-21": "which of two services lacks which component is not asked",
    "03-18": "whether the media together carry everything is not asked",
    "04-11": "exactly 2 years is not told from less",
    "04-19": "5 years are not told from 25 months: every interval over 2 years gets the warning",
    "23-4": "a first step that is half met is no hole in the chain",
    "27-9": "a first step that is half met is no hole in the chain",
}


@pytest.mark.parametrize(("no", "case"), CASES)
def test_the_rule_gives_the_level_of_the_table(no, case):
    _, outcome = outcome_of(no, case)
    level = str(outcome.level) if isinstance(outcome, Derived) else "not_scored"
    assert level == case["level"], (case["why"], outcome)


@pytest.mark.parametrize(("no", "case"), CASES)
def test_a_warning_is_due_where_the_table_says_so(request, no, case):
    indicator, outcome = outcome_of(no, case)
    warned = any(indicator.doubt_text(doubt) for doubt in outcome.doubts)
    expected = (case["ambiguity"] == "true") != (request.node.callspec.id in FINER_THAN_THE_FACTS)
    assert warned == expected, (case["why"], outcome)


def outcome_of(no, case):
    indicator = next(each for each in RUBRIC.indicators if each.no == no)
    return indicator, derive(indicator, typed(table_answers(no, case["facts"])))
