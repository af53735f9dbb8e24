"""The patterns of plain rows: in the notation of nearly all programs, and in others that say the same.

No part of them can match a ``<`` but the tags that they name, or a ``>`` but the ends of these: they need no
more steps than there are bytes, and cannot take a comment, a foreign element or a tag inside a text for a
cell. The other notations have attributes in any order, in either quotes, with others between, white space
between tags, and cells that leave their addresses to be counted.
"""

from __future__ import annotations

import re
from typing import Final

from ipak_cli.tables.xlsx.markup import PLAIN_TEXT

_TEXT: Final = PLAIN_TEXT.decode()
_NUMBER: Final = r"[-+.\d]{1,25}(?:[Ee][-+]?\d{1,2})?"
_STYLE: Final = r"(?:0|[1-9]\d{0,4})"
_WORD: Final = r"[^<>&\x00-\x08\x0b-\x1f]+"
"""An error or a moment."""
_FORMULA: Final = rf'(?:<f(?: [\w:]+="[^"<>&]*")*(?:/>|>{_TEXT}</f>))?'
_YES_OR_NO: Final = "(?:0|1|false|true)"
USUAL_ROWS: Final = re.compile(
    (
        r'(?:<row r="([1-9]\d{0,6})"'
        rf'(?: (?:hidden="{_YES_OR_NO}"|(?!r=|hidden=|xml)[\w:]+="[^"<>&]*"))* ?(?:/>|>(?:'
        rf'<c r="[A-Z]{{1,2}}\1"(?:><v>\d{{1,15}}</v></c>|(?: s="{_STYLE}")?(?:'
        rf'(?: t="[ns]")?(?:>{_FORMULA}<v>{_NUMBER}</v></c>|/>|></c>)'
        rf'| t="str">{_FORMULA}<v>{_TEXT}</v></c>'
        rf'| t="inlineStr"><is><t(?: xml:space="preserve")?>{_TEXT}</t></is></c>'
        rf'| t="b">{_FORMULA}<v>[01]</v></c>'
        rf'| t="[de]">{_FORMULA}<v>{_WORD}</v></c>))'
        r")*</row>)\s*)+"
    ).encode()
)
"""One plain row after the other; the first alternative is the most frequent cell."""
_UNUSED: Final = r'(?!xml)\w[\w:]+="[^"<>&=]*"'
"""An attribute that says nothing of a row's or a cell's place or value: its name has two letters or more."""
_BESIDE: Final = rf'(?: (?:r="[A-Z]{{1,2}}\1"|s="{_STYLE}"|{_UNUSED}))*'
_BESIDE_ROW: Final = rf'(?: (?:hidden="{_YES_OR_NO}"|(?!hidden=){_UNUSED}))*'
_REST: Final = _BESIDE + r" ?(?:>\s*(?:%s\s*)?</c>|/>)"
"""What stands behind a cell's type, around its content."""
_VALUE: Final = rf"{_FORMULA}\s*<v>"
_INLINE: Final = rf'<is>\s*<t(?: xml:space="preserve")?>{_TEXT}</t>\s*</is>'
_NUMBER_OR_NONE: Final = _REST % (rf"(?:{_VALUE}{_NUMBER}</v>|<v></v>)")
_TYPED: Final = "|".join(
    (
        's"' + _REST % (_VALUE + "[0-9]{1,9}</v>"),
        'str"' + _REST % f"{_VALUE}{_TEXT}</v>",
        'inlineStr"' + _REST % _INLINE,
        'n"' + _NUMBER_OR_NONE,
        'b"' + _REST % f"{_VALUE}[01]</v>",
        '[de]"' + _REST % f"{_VALUE}{_WORD}</v>",
    )
)
OTHER_ROWS: Final = re.compile(
    (
        rf'(?:<row{_BESIDE_ROW} r="([1-9]\d{{0,6}})"{_BESIDE_ROW} ?'
        rf'(?:/>|>\s*(?:<c{_BESIDE}(?:{_NUMBER_OR_NONE}| t="(?:{_TYPED}))\s*)*</row>)\s*)+'
    ).encode()
)
"""Rows in other notations; each has its number, if need be one that was counted."""
