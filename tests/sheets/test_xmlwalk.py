from __future__ import annotations

import pytest

from ipak_cli.problems import ProblemsFoundError
from ipak_cli.sheets.xmlwalk import Walk


class Noting:
    def __init__(self):
        self.seen = []

    def start(self, name, attributes):
        self.seen.append((name, attributes))

    def end(self, name):
        self.seen.append(name)

    def text(self, text):
        self.seen.append(text)


def walked(*chunks, packed_size=1_000):
    walker = Noting()
    Walk("a.xlsx", "part.xml", packed_size).through(chunks, walker)
    return walker.seen


def code_of(*chunks, **options):
    with pytest.raises(ProblemsFoundError) as found:
        walked(*chunks, **options)
    return found.value.problems[0].code


def test_elements_come_by_their_name_without_prefix_even_cut_in_pieces():
    assert walked(b'<x:a r="1">4', b"2</x", b":a>") == [("a", {"r": "1"}), "4", "2", "a"]


@pytest.mark.parametrize(
    "text",
    [
        b"<!DOCTYPE a><a/>",
        b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        b'<!DOCTYPE a SYSTEM "file:///etc/hostname"><a/>',
        "<!DOCTYPE a><a/>".encode("utf-16"),
    ],
)
def test_a_dtd_is_refused(text):
    assert code_of(text) == "F110"


@pytest.mark.parametrize("text", [b"", b"<a>", b"<a></b>", b"<a>&b;</a>", b"<a>\xff</a>", b"<a>\0</a>"])
def test_xml_that_is_not_sound_is_damage(text):
    assert code_of(text) == "F108"


def test_more_tags_than_the_packed_size_can_hold_are_a_bomb():
    bomb = b"<a>" + b"<b/>" * 500_000 + b"</a>"
    assert code_of(bomb, packed_size=2_000) == "F109"
    assert len(walked(bomb, packed_size=200_000)) == 1_000_002
