"""Responses of somebody who only tried the form, told by what they wrote beside the answers."""

import pytest

from ipak_cli.survey.reading.trials import is_trial


@pytest.mark.parametrize(
    "text",
    [
        "tes",
        "Test",
        "TESTING",
        "coba-coba",
        "Uji coba",
        "uji coba data",
        "dummy",
        "Responden tes",
        "tes " * 9,
    ],
)
def test_words_for_a_trial_tell_it(text):
    assert is_trial(text)


@pytest.mark.parametrize(
    "text", ["", "Testiana", "Budi Coba", "uji", "data", "responden 1", "tes 1", "tes " * 10, 0, None]
)
def test_other_words_and_cells_do_not(text):
    assert not is_trial(text)
