"""How large pages are, their look and script with them: what is shown at once costs little."""

import pytest

from makers.offices import all_pages, full_office
from makers.pages import served

LARGEST = 100_000
"""Bytes of a page with all that it loads."""


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    folder = tmp_path_factory.mktemp("besar")
    with served(full_office(folder / "unit"), folder / "sementara") as found:
        found.visit()
        yield found


def test_every_page_of_the_example_is_under_100_kilobytes_with_all_that_it_loads(client):
    loaded = sum(len(client.get(name).text.encode()) for name in ("/laman.css", "/laman.js"))
    sizes = {address: len(text.encode()) + loaded for address, (_, text, _) in all_pages(client).items()}
    assert len(sizes) > 25
    assert {address: size for address, size in sizes.items() if size >= LARGEST} == {}
