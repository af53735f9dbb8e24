"""Shares without a printed total are of all respondents where the groups of the table add up to them."""

from __future__ import annotations

from ipak_cli.audit.claim import ClaimKind
from ipak_cli.audit.extract import extract
from ipak_cli.audit.readers.report import read_report
from ipak_cli.base.period import parse_period
from makers.claims_as_text import document, lines_of
from makers.instruments import instrument

HEAD = (
    "Survei diisi 80 responden.\n\n"
    "| Karakteristik | Indikator | Jumlah | Persentase |\n| --- | --- | --- | --- |\n"
)
GENDER = "| Jenis Kelamin | Laki-laki | 30 | 37,5% |\n| | Perempuan | 50 | 62,5% |\n"
SCHOOL = "| Pendidikan | SMA | 44 | 55,0% |\n| | S1 | {} | 45,0% |\n"


def shares(text: str) -> list[str]:
    claims = extract(document(text), instrument("skm-14-2017"), parse_period("IV-2024"))
    lines = [line.partition(": ")[2] for line in lines_of(claims)]
    return [line.partition(" @")[0] for line in lines if line.startswith("share")]


def test_every_block_adds_up_to_all_respondents():
    assert shares(HEAD + GENDER + SCHOOL.format(36)) == [
        "share - 37,5 of 80 count 30",
        "share - 62,5 of 80 count 50",
        "share - 55,0 of 80 count 44",
        "share - 45,0 of 80 count 36",
    ]


def test_a_count_that_does_not_add_up_stands_beside_percentages_of_all_respondents():
    for wrong in (35, 37):
        assert shares(HEAD + GENDER + SCHOOL.format(wrong))[-1] == f"share - 45,0 of 80 count {wrong}"


def test_a_table_that_does_not_add_up_and_has_other_percentages_is_left_alone():
    # 20 and 20 are all 40 who answered online.
    online = "| Perangkat | Ponsel | 20 | 50,0% |\n| | Komputer | 20 | 50,0% |\n"
    assert not any(" of " in line for line in shares(HEAD + online))
    own_table = GENDER + "\nJawaban daring:\n\n" + HEAD.partition("\n\n")[2] + online
    assert [" of " in line for line in shares(HEAD + own_table)] == [True, True, False, False]


def test_groups_of_a_worksheet_add_up_too():
    table = b"Jenis Kelamin;Jumlah;Persentase\nLaki-laki;30;37,5%\nPerempuan;50;62,4%\n"
    content = b"Survei diisi 80 responden.\n\n" + table
    claims = extract(read_report("laporan.csv", content), instrument("skm-14-2017"), parse_period("IV-2024"))
    assert [str(each.of) for each in claims.claims if each.kind is ClaimKind.SHARE] == ["80", "80"]


def test_a_sentence_with_all_groups_is_of_all_respondents():
    text = "Survei diisi 80 responden, terdiri dari 30 laki-laki (37,50%) dan 50 perempuan (62,50%)."
    assert shares(text) == ["share - 37,50 of 80 count 30", "share - 62,50 of 80 count 50"]
    assert shares(text.replace("50 perempuan", "48 perempuan"))[0] == "share - 37,50 count 30"
