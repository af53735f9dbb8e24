from __future__ import annotations

import io
import struct
import zipfile

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue import files as phrases
from ipak_cli.tables import zip as module
from ipak_cli.tables.zip import Archive


def zipped(parts, method=zipfile.ZIP_DEFLATED):
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", method) as made:
        for name, content in parts:
            made.writestr(name, content)
    return memory.getvalue()


def refused(data, read=None):
    def opened():
        archive = Archive("a.xlsx", data)
        return archive.parts if read is None else archive.read(read)

    with pytest.raises(ProblemsFoundError) as found:
        opened()
    return found.value.problems[0]


def test_a_part_is_found_whatever_the_case_of_its_name():
    archive = Archive("a.xlsx", zipped([("xl/Workbook.xml", "<a/>")]))
    assert "XL/workbook.xml" in archive
    assert archive.read("xl/workbook.xml") == b"<a/>"


def test_a_truncated_archive_is_damaged():
    assert refused(zipped([("a.xml", "<a/>")])[:-30]).code == "F108"


def test_a_part_that_is_there_twice_is_damaged():
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = zipped([("a.xml", "1"), ("a.xml", "2")])
    assert refused(data).code == "F108"


def test_a_locked_part_asks_for_the_password_to_be_removed():
    data = bytearray(zipped([("a.xml", "<a/>")]))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert refused(bytes(data)).code == "F173"


def test_packing_that_no_spreadsheet_program_uses_is_refused():
    assert refused(zipped([("a.xml", "<a/>")], zipfile.ZIP_BZIP2), "a.xml").code == "F108"


def test_a_bomb_is_refused_by_its_ratio_and_the_message_names_it():
    problem = refused(zipped([("xl/worksheets/sheet1.xml", b" " * 5_000_000)]), "xl/worksheets/sheet1.xml")
    assert problem.code == "F109"
    part = "xl/worksheets/sheet1.xml"
    expected = {"what": phrases.PACKING_OF_PART(part=part), "limit": phrases.SO_MANY_TIMES(count=100)}
    assert problem.values == expected


def test_a_repetitive_part_below_one_mebibyte_is_no_bomb():
    Archive("a.xlsx", zipped([("a.xml", b" " * 1_000_000)])).read("a.xml")


def test_too_many_parts_are_refused_before_the_directory_is_read(monkeypatch):
    monkeypatch.setattr(module, "MAX_PARTS", 3)
    problem = refused(zipped([(f"{n}.xml", "<a/>") for n in range(4)]))
    expected = {"what": phrases.PARTS_IN_FILE(), "limit": phrases.SO_MANY_PARTS(count=3)}
    assert (problem.code, problem.values) == ("F109", expected)


def test_the_unpacked_size_of_all_parts_together_has_a_limit(monkeypatch):
    monkeypatch.setattr(module, "MAX_UNPACKED", 1_000)
    assert refused(zipped([("a.xml", b"a" * 600), ("b.xml", b"b" * 600)])).code == "F109"


@pytest.mark.parametrize("claimed", [10, 3_000])
def test_a_size_that_lies_is_damage(claimed):
    data = bytearray(zipped([("a.xml", b"a" * 2_000)]))
    struct.pack_into("<I", data, data.index(b"PK\x01\x02") + 24, claimed)
    with pytest.raises(ProblemsFoundError) as found:
        Archive("a.xlsx", bytes(data)).read("a.xml")
    assert found.value.problems[0].code == "F108"


def test_a_part_longer_than_its_limit_is_not_unpacked():
    with pytest.raises(ProblemsFoundError) as found:
        Archive("a.xlsx", zipped([("a.xml", b"a" * 2_000)])).read("a.xml", 1_999)
    assert found.value.problems[0].code == "F109"


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
def test_what_nobody_reads_may_pack_as_well_as_it_likes_but_counts_for_the_size(method, monkeypatch):
    picture = zipped([("xl/media/image1.bmp", bytes(5_000_000)), ("a.xml", "<a/>")], method)
    assert Archive("a.xlsx", picture).parts == ("xl/media/image1.bmp", "a.xml")
    monkeypatch.setattr(module, "MAX_UNPACKED", 4_000_000)
    assert refused(picture).code == "F109"


@pytest.mark.parametrize(
    "written",
    [
        "xl\\a b.xml",
        "/xl/a b.xml",
        "./xl/./a b.xml",
        "xl/a%20b.xml",
        "XL/A B.XML",
        "xl//a b.xml",
        "xl/b/../a b.xml",
    ],
)
def test_a_part_is_found_however_its_name_is_written(written):
    info = zipfile.ZipInfo("x")
    info.filename = written
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as made:
        made.writestr(info, "<a/>")
    archive = Archive("a.xlsx", memory.getvalue())
    assert [archive.read(name) for name in ("xl/a b.xml", written)] == [b"<a/>", b"<a/>"]


def test_two_parts_whose_names_mean_the_same_are_damage():
    assert refused(zipped([("xl/a.xml", "1"), ("xl\\A.xml", "2")])).code == "F108"


def test_folders_are_no_parts():
    assert Archive("a.xlsx", zipped([("xl/", ""), ("XL/", ""), ("xl/a.xml", "1")])).parts == ("xl/a.xml",)
