from __future__ import annotations

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.tables import xml as module
from ipak_cli.tables.xml import SPACE, Places, walk
from ipak_cli.tables.zip import Archive
from makers.hostile import pack

VARIANTS = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


class Noting:
    places = Places(("u", ""), ("a", "a/b", "a/b/a", "a/c"))

    def __init__(self):
        self.seen = []

    def start(self, path, attributes):
        self.seen.append((path, attributes))

    def end(self, path):
        self.seen.append(path)

    def text(self, text):
        self.seen.append(text)


def walked(*chunks):
    walker = Noting()
    walk(Archive("a.xlsx", pack({})), "part.xml", chunks, walker)
    return walker.seen


def code_of(*chunks):
    with pytest.raises(ProblemsFoundError) as found:
        walked(*chunks)
    return found.value.problems[0].code


@pytest.mark.parametrize("prefix", ["", "x:"])
def test_elements_come_by_their_paths_whatever_their_prefix_even_cut_in_pieces(prefix):
    bound = f"xmlns:{prefix}".strip(":")
    xml = f'<{prefix}a {bound}="u" r="1">4<{prefix}b/></{prefix}a>'.encode()
    assert walked(xml[:-3], xml[-3:]) == [("a", {"r": "1"}), "4", ("a/b", {}), "a/b", "a"]


@pytest.mark.parametrize(
    "elsewhere",
    [
        "<d><b>5</b></d>", '<b xmlns="other">5</b>', '<y:b xmlns:y="other">5</y:b>', '<b xmlns="">5</b>',
        "<c><b>5</b></c>",
        f"<mc:AlternateContent {VARIANTS}><mc:Choice><b>5</b></mc:Choice></mc:AlternateContent>",
    ],
)  # fmt: skip
def test_an_element_elsewhere_or_of_another_namespace_is_passed_over_with_all_it_holds(elsewhere):
    seen = walked(f'<a xmlns="u">{elsewhere}<b>4</b></a>'.encode())
    assert [each for each in seen if each not in ("a/c", ("a/c", {}))] == [
        *(("a", {}), ("a/b", {}), "4", "a/b", "a"),
    ]


def test_of_several_variants_the_one_for_programs_that_know_no_extension_counts():
    xml = (
        f'<a xmlns="u" {VARIANTS}><mc:AlternateContent><mc:Choice Requires="x14"><b>5</b></mc:Choice>'
        "<mc:Fallback><b>4</b></mc:Fallback></mc:AlternateContent></a>"
    )
    assert walked(xml.encode()) == [("a", {}), ("a/b", {}), "4", "a/b", "a"]


def test_white_space_is_inherited_from_the_elements_around():
    xml = b'<a xml:space="preserve"><b><a xml:space="default"/></b><d xml:space="default"><b/></d><c/></a>'
    spaces = [each[1][SPACE] for each in walked(xml) if isinstance(each, tuple)]
    assert spaces == ["preserve", "preserve", "default", "preserve"]


@pytest.mark.parametrize("root", ["<b/>", '<a xmlns="other"/>', "<x><a/></x>"])
def test_a_part_that_is_not_what_it_is_called_is_damage(root):
    assert code_of(root.encode()) == "F108"


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


def test_more_tags_than_the_packed_size_can_hold_are_a_bomb(monkeypatch):
    monkeypatch.setattr(module, "TAGS_ALWAYS", 10_000)
    assert code_of(b"<a>" + b"<b/>" * 20_000 + b"</a>") == "F109"
    assert len(walked(b"<a>" + b"<b/>" * 5_000 + b"</a>")) == 10_002


def test_the_parts_of_a_file_share_its_tags(monkeypatch):
    monkeypatch.setattr(module, "TAGS_ALWAYS", 10_000)
    archive, content = Archive("a.xlsx", pack({})), b"<a>" + b"<b/>" * 3_000 + b"</a>"
    walk(archive, "one.xml", [content], Noting())
    with pytest.raises(ProblemsFoundError):
        walk(archive, "other.xml", [content], Noting())


def test_an_empty_element_costs_the_same_however_it_is_written(monkeypatch):
    monkeypatch.setattr(module, "TAGS_ALWAYS", 10_000)
    for empty in (b"<b/>", b"<b></b>"):
        assert len(walked(b"<a>" + empty * 4_900 + b"</a>")) == 9_802
        assert code_of(b"<a>" + empty * 5_100 + b"</a>") == "F109"


@pytest.mark.parametrize("name", [b"b", b"x", b"m:AlternateContent"])
def test_elements_within_each_other_have_a_limit(name):
    def nested(deep):
        opened = b"<a xmlns:m='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
        return opened + (b"<%s>" % name) * deep + (b"</%s>" % name) * deep + b"</a>"

    walked(nested(module.DEEPEST - 1))
    assert code_of(nested(module.DEEPEST + 2)) == "F108"


def test_a_tag_without_end_is_not_read_again_and_again():
    assert code_of(b"<a>", b'<b c="', *[b"x" * (1 << 20)] * 5) == "F109"
