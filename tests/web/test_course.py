"""The trend and the runs as pages: what the stored documents say, and nothing else."""

import json
import shutil

import pytest

from makers.exports import EXAMPLES
from makers.pages import served

UNIT = EXAMPLES.parent


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tren")
    for name in ("hasil", "masuk"):
        shutil.copytree(UNIT / name, folder / "unit" / name)
    shutil.copy(UNIT / "ipak.yaml", folder / "unit")
    with served(folder / "unit", folder / "sementara") as found:
        found.visit()
        yield found


def test_the_trend_shows_each_stored_index(client):
    page = client.get("/tren").text
    for path in (UNIT / "hasil").glob("*/survey.json"):
        for index in json.loads(path.read_text("utf-8"))["indices"].values():
            assert f"<b>{index['mean']['rounded'].replace('.', ',')}</b>" in page


def test_the_trend_says_of_a_change_what_the_exact_test_says(client):
    assert "belum dapat dibedakan" in client.get("/tren").text


def test_the_runs_of_a_workspace_without_any_are_told(client):
    answer = client.get("/riwayat")
    assert answer.status == 200
    assert "belum pernah" in answer.text


def test_the_first_page_lists_every_period(client):
    page = client.get("/").text
    for path in (UNIT / "hasil").iterdir():
        assert f'href="/periode/{path.name}"' in page
