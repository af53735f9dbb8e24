"""LibreOffice, made to derive every formula again, comes to what is stored and to what formualizer says."""

import pytest

from makers.engines import NEEDS_OFFICE, by_formualizer, by_libreoffice, changed, differences, stored
from makers.roundings import PAIRS, figures, rounding, wanted
from makers.workpapers import PAPERS, different, one_answer, workbook

pytestmark = NEEDS_OFFICE


@pytest.mark.parametrize("with_answers", [True, False], ids=["answers", "counts"])
@pytest.mark.parametrize("name", PAPERS)
def test_it_comes_to_what_is_stored(name, with_answers, tmp_path):
    data = workbook(name, with_answers=with_answers)
    assert differences(stored(data), by_libreoffice(data, tmp_path)) == {}


def test_it_says_the_same_of_a_changed_answer(tmp_path):
    data = changed(workbook("example"), {one_answer(): 1})
    found = different(by_libreoffice(data, tmp_path))
    assert "IPAK, nilai" in found
    assert found == different(by_formualizer(data))


@pytest.mark.parametrize("pairs", PAIRS.values(), ids=PAIRS)
def test_it_rounds_as_the_report_does(pairs, tmp_path):
    assert figures(by_libreoffice(rounding(pairs), tmp_path)) == wanted(pairs)
