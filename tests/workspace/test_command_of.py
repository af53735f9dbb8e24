"""The command that advice gives to be copied: the same files in the same way."""

from ipak_cli.base.provenance import DecidedFile, Decisions
from ipak_cli.workspace.sources import command_of, entry_of, how

ONE = (DecidedFile("masuk/rekap.xlsx", "a1" * 32),)


def test_everything_that_was_asked_of_a_recap_is_asked_again():
    asked = Decisions(ONE, period="III-2024", respondents=41)
    assert command_of(["masuk/rekap.xlsx"], asked) == (
        'ipak score "masuk/rekap.xlsx" --period III-2024 --respondents 41'
    )
    assert entry_of(asked) == '- {files: ["rekap.xlsx"], period: III-2024, respondents: 41}'
    assert [part.key for part in how(asked)] == ["how_period", "how_respondents"]


def test_respondents_are_those_of_the_files_that_they_were_given_for():
    asked = Decisions(ONE, respondents=41)
    assert command_of(["a.xlsx", "b.xlsx"], asked) == 'ipak score "a.xlsx" "b.xlsx"'
    assert command_of([], asked) == "ipak score"
