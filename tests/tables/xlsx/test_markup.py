from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipak_cli.tables.xlsx.markup import UnusualSheetError, without_comments

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
