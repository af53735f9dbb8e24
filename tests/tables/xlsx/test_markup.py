from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipak_cli.tables.xlsx.markup import UnusualSheetError, without_comments, without_prefix

HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n'
COMMENTS = st.sampled_from(
    [
        "<!-- -->",
        "<!---->",
        "<!-- <row r='1'/> - > ? -->",
        "<!-- <?a?> -->",
        "<?a?>",
        "<?a b <!-- ?>",
        "<!-- é -->",
    ]
)
PLAIN = st.sampled_from(["<a>", "</a>", "x", " ", "<a/>", "é", "-->", "&lt;"])


@given(st.lists(st.one_of(PLAIN, COMMENTS), max_size=12), st.lists(st.integers(1, 20), max_size=20))
def test_comments_go_and_all_else_stays_wherever_the_pieces_end(tokens, sizes):
    text = b"<a>" + "".join(tokens).encode()
    plain = b"<a>" + "".join(token for token in tokens if token[:2] not in ("<!", "<?")).encode()
    chunks, place = [HEAD], 0
    for size in sizes:
        chunks.append(text[place : place + size])
        place += size
    chunks.append(text[place:])
    assert b"".join(without_comments(chunks)) == HEAD + plain


@pytest.mark.parametrize(
    "text",
    [
        "<a><!-- a -- b --></a>", "<a><!-- \x01 --></a>", "<a><!-- \ufffe --></a>", "<a><![CDATA[a]]></a>",
        "<!DOCTYPE a><a/>", "<a><?xml version='1.0'?></a>", "<a><?1?></a>", "<a <!-- --> b='c'/>",
        "<a><!--</a>", "<a><?b</a>", "<a><!</a>", "<a><", "<<!-- -->a/>",
    ],
)  # fmt: skip
@pytest.mark.parametrize("cut", [1, 4, 1000])
def test_other_markup_and_unsound_comments_are_left_to_the_exact_look(text, cut):
    content = text.encode()
    with pytest.raises(UnusualSheetError):
        list(without_comments(content[place : place + cut] for place in range(0, len(content), cut)))


PREFIXED = b'<x:worksheet xmlns:x="m" xmlns:x14="n">'


@given(
    st.lists(st.sampled_from(["<x:row>", "</x:row>", '<x:c r="A1"/>', "x:", " ", "<x14:a/>", "&lt;x:"])),
    st.lists(st.integers(1, 20), max_size=20),
)
def test_a_prefix_goes_from_every_tag_wherever_the_pieces_end(tokens, sizes):
    text = "".join(tokens)
    chunks, place = [PREFIXED], 0
    for size in sizes:
        chunks.append(text[place : place + size].encode())
        place += size
    chunks.append(text[place:].encode())
    plain = text.replace("</x:", "</").replace("<x:", "<").encode()
    assert b"".join(without_prefix(chunks)) == b'<worksheet xmlns="m" xmlns:x14="n">' + plain


def test_xml_without_a_prefix_stays_as_it_is():
    chunks = [b'<worksheet xmlns="m"><x:row xmlns:x="m"/>', b"</worksheet>"]
    assert list(without_prefix(chunks)) == chunks


@pytest.mark.parametrize(
    "text",
    [
        b"<row/>", b"</row>", b'<x:a xmlns:x="n"/>', b'<x:a xmlns:x ="n"/>', b'<x:a xmlns="n"/>',
        b"<x:a>" + b"x" * (1 << 20) + b"<" + b"x" * (1 << 20) + b"x",
    ],
)  # fmt: skip
def test_a_tag_that_may_be_of_another_space_is_left_to_the_exact_look(text):
    with pytest.raises(UnusualSheetError):
        list(without_prefix([PREFIXED, text, b" "]))


@pytest.mark.parametrize("more", [b' xmlns="n"', b' xmlns:x="n"'])
def test_a_root_that_does_not_bind_its_prefix_alone_is_left_to_the_exact_look(more):
    with pytest.raises(UnusualSheetError):
        list(without_prefix([PREFIXED[:-1] + more + b">"]))
