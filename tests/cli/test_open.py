"""``ipak open`` of a place that is not there."""

import pytest
from typer.testing import CliRunner

from ipak_cli.cli.app import app


@pytest.mark.parametrize("name", ["ruang-belum-ada", "survei.xlsx"])
def test_a_place_that_is_not_there_is_told_with_the_way_to_make_a_workspace(tmp_path, name):
    done = CliRunner().invoke(app, ["open", str(tmp_path / name), "--no-browser"])
    assert done.exit_code == 1
    assert "U951" in done.output
    assert name in done.output
    assert "ipak init" in " ".join(done.output.split())
    assert "drive bersama terputus" not in done.output
    assert [*tmp_path.iterdir()] == []
