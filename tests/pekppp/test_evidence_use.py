"""Evidence across indicators: one content for several, and levels without any."""

from ipak_cli.base.problem import Where
from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.pekppp.evidence import shared_content, without_evidence
from ipak_cli.pekppp.result import Evidence, EvidenceFile

BOOK = Where("penilaian.xlsx")


def having(*files):
    found = tuple(EvidenceFile(path, content, 10) for path, content in files)
    return Evidence(named=tuple(file.path for file in found), found=found)


def test_one_file_for_several_indicators_is_a_note_once():
    evidence = {7: having(("sk.pdf", "aa")), 1: having(("./sk.pdf", "aa")), 2: having(("b.pdf", "bb"))}

    (note,) = shared_content(evidence, BOOK)

    assert (note.code, note.severity, note.where) == ("E214", "note", BOOK)
    assert message_of(note) == "“sk.pdf” menjadi bukti untuk indikator 1, 7"


def test_one_content_under_several_names_is_a_warning():
    evidence = {3: having(("a.pdf", "aa")), 4: having(("b.pdf", "aa"))}

    (warning,) = shared_content(evidence, BOOK)

    assert (warning.code, warning.severity) == ("E215", "warning")
    assert "isi “a.pdf” dan “b.pdf” sama persis" in message_of(warning)
    assert "indikator 3–4" in message_of(warning)


def test_one_content_within_one_indicator_is_its_own_business():
    assert shared_content({3: having(("a.pdf", "aa"), ("b.pdf", "aa"))}, BOOK) == ()


def test_levels_above_0_without_evidence_are_noted_together():
    levels = {1: 5, 2: 0, 3: None, 4: 1, 5: 2, 6: 3, 7: 4}
    evidence = {1: having(("a.pdf", "aa")), 6: Evidence(named=("https://a",), links=("https://a",))}

    (note,) = without_evidence(levels, {**evidence, 7: Evidence()}, BOOK)

    assert (note.code, note.severity) == ("E216", "note")
    assert message_of(note) == "indikator 4–5, 7 bernilai di atas 0 tanpa satu pun bukti"


def test_nothing_is_noted_where_every_level_has_evidence():
    assert without_evidence({1: 5, 2: 0}, {1: having(("a.pdf", "aa"))}, BOOK) == ()
