from __future__ import annotations

import struct

import pytest

from ipak_cli.tables.ole import BrokenContainerError, Container
from makers.ole import END, FOLDER, NOBODY, STREAM, Entry, Made
from makers.xls import container

LONG = bytes(range(256)) * 20
SHORT = b"pendek" * 30


def made(**more) -> Made:
    found = Made(**more)
    found.add_stream("Workbook", LONG)
    found.add_stream("Kecil", SHORT)
    return found


def closed(found: Made) -> Container:
    found.close_small()
    return Container.of(found.written())


@pytest.mark.parametrize("shift", [9, 12])
def test_streams_are_read_long_and_short_from_sectors_of_both_sizes(shift):
    found = closed(made(shift=shift))
    assert found.names == {"workbook", "kecil"}
    assert found.stream("workbook") == LONG
    assert found.stream("kecil") == SHORT
    assert found.stream("tidak ada") == b""


@pytest.mark.parametrize("name", ["Workbook", "WORKBOOK", "workbook", "WorkBook"])
def test_a_stream_is_found_in_any_case(name):
    assert Container.of(container(LONG, name)).stream("workbook").startswith(LONG)


def test_a_chain_that_runs_on_into_another_stream_is_followed_to_the_streams_length():
    found = made()
    found.close_small()
    found.table[found.entries[0].start] = found.entries[1].start
    found.table[found.entries[1].start + 9] = found.entries[0].start
    read = Container.of(found.written())
    assert read.stream("workbook") == LONG
    assert read.stream("kecil") == SHORT


def test_a_chain_of_small_sectors_that_runs_on_is_followed_to_the_streams_length():
    found = made()
    found.small_table[-1] = 0
    assert closed(found).stream("kecil") == SHORT


@pytest.mark.parametrize("counted", [0, 1, 7, 2**32 - 1])
def test_the_count_of_table_sectors_is_not_asked(counted):
    found = made(counted=counted)
    found.add_stream("Banyak", bytes(200_000))
    assert closed(found).stream("workbook") == LONG


def test_a_root_of_another_size_than_it_says_keeps_its_small_streams():
    found = made()
    found.close_small()
    found.entries[0].size = 0
    assert Container.of(found.written()).stream("kecil") == SHORT


def test_a_short_stream_among_the_long_ones_is_read_where_there_are_no_small_sectors():
    found = Made()
    found.add_entry(Entry("Workbook", STREAM, found.add(SHORT), len(SHORT)))
    assert Container.of(found.written()).stream("workbook") == SHORT


def test_a_stream_in_no_folder_is_in_the_top_one_and_one_inside_a_folder_is_not():
    found = made()
    found.entries[0].inside = NOBODY
    assert closed(found).stream("workbook") == LONG

    letter = Made()
    letter.add_stream("WordDocument", LONG)
    letter.add_entry(Entry("ObjectPool", FOLDER, inside=3))
    letter.entries.append(Entry("Workbook", STREAM, letter.add(LONG), len(LONG)))
    assert closed(letter).names == {"worddocument", "objectpool"}


def test_the_top_folders_stream_is_read_and_not_one_of_the_same_name_before_it():
    found = Made()
    found.add_entry(Entry("Objek", FOLDER, inside=2))
    found.entries.append(Entry("Workbook", STREAM, found.add(bytes(5000)), 5000))
    found.entries[1].right = 3
    found.entries.append(Entry("Workbook", STREAM, found.add(LONG), len(LONG)))
    assert Container.of(found.written()).stream("workbook") == LONG


@pytest.mark.parametrize("beyond", [END, 10**6, 0])
def test_a_chain_that_ends_early_gives_what_is_there(beyond):
    found = made()
    found.table[3] = beyond
    assert closed(found).stream("workbook") == LONG[: 4 * 512]


def test_a_last_sector_that_is_not_filled_up_is_read_as_far_as_it_goes():
    found = made()
    found.close_small()
    written = found.written()
    assert Container.of(written[:-300]).stream("workbook") == LONG


def test_a_table_of_many_sectors_goes_on_in_sectors_of_its_own():
    """8 MB take 128 sectors of the table; the header has places for 109."""
    size = 8 << 20
    content = struct.pack(f"<{size // 4}I", *range(size // 4))
    sectors = size // 512
    count, spare = 130, 1
    directory = sectors
    table = [*range(1, sectors), END, END, *[0xFFFFFFFD] * count, 0xFFFFFFFC]
    first = sectors + 1
    more = first + count
    entries = Entry("Root Entry", 5, END, inside=1).packed() + Entry("Workbook", STREAM, 0, size).packed()
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    head += bytes(6) + struct.pack("<IIIIIIIII", 0, count, directory, 0, 4096, END, 0, more, spare)
    head += struct.pack("<109I", *range(first, first + 109))
    extra = struct.pack("<127I", *range(first + 109, first + count), *[0xFFFFFFFF] * (127 - count + 109))
    written = head + content + entries.ljust(512, b"\0")
    written += struct.pack(f"<{len(table)}I", *table).ljust(count * 512, b"\xff")
    assert Container.of(written + extra + struct.pack("<I", END)).stream("workbook") == content


@pytest.mark.parametrize("place", [44, 48, 56, 60, 64, 68, 72, 76, 80])
@pytest.mark.parametrize("value", [0, 1, 5, 2**31, 2**32 - 1])
def test_a_header_that_lies_ends_with_a_stream_or_a_refusal(place, value):
    found = made()
    found.close_small()
    written = found.written()
    spoilt = written[:place] + struct.pack("<I", value) + written[place + 4 :]
    try:
        stream = Container.of(spoilt).stream("workbook")
    except BrokenContainerError:
        return
    assert len(stream) <= len(LONG)


@pytest.mark.parametrize("length", [8, 40, 500, 512])
def test_a_container_without_its_directory_is_refused(length):
    found = made()
    found.close_small()
    with pytest.raises(BrokenContainerError):
        Container.of(found.written()[:length])


def test_sectors_of_another_size_are_refused():
    written = made().written()
    with pytest.raises(BrokenContainerError):
        Container.of(written[:30] + b"\x07\0" + written[32:])
