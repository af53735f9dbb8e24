"""Which instrument a report follows."""

from ipak_cli.audit.choose import best_instruments
from ipak_cli.audit.instrument import Instrument
from ipak_cli.audit.readers.report import read_report
from ipak_cli.rubric.load import load_rubric
from makers.audits import CONTRADICTORY

KNOWN = [Instrument(load_rubric(name).rubric) for name in ("ipak-ipkp", "skm-14-2017")]


def chosen(text):
    document = read_report("laporan.md", text.encode())
    return [each.rubric.id for each in best_instruments(document, KNOWN)]


def test_a_report_follows_the_instrument_whose_indices_and_items_it_names():
    assert chosen(CONTRADICTORY) == ["ipak-ipkp"]
    assert chosen("# SURVEI KEPUASAN MASYARAKAT\n\nNilai IKM unit ini 88,25.\n") == ["skm-14-2017"]


def test_items_of_a_table_weigh_more_than_an_index_that_is_only_mentioned():
    rows = "".join(f"| U{n} | 3,{n}0 |\n" for n in range(1, 10))
    text = (
        f"IPAK dan IPKP dilaporkan tersendiri.\n\nTabel 1 Nilai unsur\n\n| Unsur | Nilai |\n|---|---|\n{rows}"
    )
    assert chosen(text) == ["skm-14-2017"]


def test_a_report_that_names_nothing_follows_none_and_one_that_names_both_alike_is_doubtful():
    assert chosen("Laporan kegiatan tahunan dengan 12 halaman.") == []
    assert chosen("IKM dan IPAK.") == ["ipak-ipkp", "skm-14-2017"]
