"""Texts as people compare them: normalised names and answers, and the nearest of several names."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection

FILLED_STARS: Final = "★⭐🌟✭✯✪✮⭑"
EMPTY_STARS: Final = "☆✩⭒"
_STAR_COUNT: Final = re.compile(
    rf"(?:(?:jumlah|jml|total|cacah|banyaknya)\s+)?bintang\s*[0-9]|[0-9]\s*bintang|[{FILLED_STARS}{EMPTY_STARS}]+",
    re.IGNORECASE,
)
_JOINED: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_INVISIBLE: Final = "\ufe0e\ufe0f\u20e3"
_NO_WORD: Final = re.compile(r"[\W_]+")
"""What is neither letter nor digit."""
_NOT_TELLING: Final = re.compile(rf"(?:[^\w{FILLED_STARS}{EMPTY_STARS}%#]|_)+")
"""The same without the signs that count in an answer even where it has letters."""


_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e0fff]"
)
"""Controls and what is not seen: escape codes steer a terminal, marks of direction disguise a text."""


def normalise(text: str) -> str:
    """Return a name for comparison: letters and digits alone, single spaces, one letter case."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _NO_WORD.sub(" ", folded).strip()


def spaced(name: str) -> str:
    """Split a database column's name into words: ``jenisPelayanan`` and ``jenis_pelayanan``."""
    if len(name.split()) > 1:
        return name
    return _JOINED.sub(" ", name).replace("_", " ").strip()


def shown(text: str) -> str:
    """Drop what steers a terminal, turns the direction or is not seen; tabs and line breaks stay."""
    return _UNSEEN.sub("", text)


def escaped(document: str) -> str:
    """Write the same in a JSON text as its escapes: what is read from it is the text that it was."""
    return _UNSEEN.sub(lambda found: json.dumps(found[0])[1:-1], document)


def visible(text: str) -> str:
    """Drop invisible characters (joiners, byte-order marks, zero-width spaces), and use one kind of minus."""
    if text.isascii():
        return text.strip()
    kept = (c for c in text if c not in _INVISIBLE and unicodedata.category(c) != "Cf")
    return "".join(kept).replace("\N{MINUS SIGN}", "-").strip()


# Each item has the scale's words, and each row a few of them.
@lru_cache(maxsize=4_096)
def wording(text: str) -> str:
    """Return an answer for comparison: normalised like a name, but with its stars, ``%`` and ``#``.

    An answer without letters keeps all its signs: ``3-4``, ``+`` and ``:)`` are three different ones.
    """
    folded = unicodedata.normalize("NFKC", visible(text)).casefold()
    told = _NOT_TELLING.sub(" ", folded).strip()
    return told if any(c.isalpha() for c in told) else "".join(folded.split()).replace(",", ".")


def nearest(name: str, known: Collection[str], alike: int) -> str | None:
    """Return the known name that is most like a misspelt one, if it is ``alike`` percent alike or more."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 (only where something is misspelt)

    found = process.extractOne(name, known, scorer=fuzz.ratio, score_cutoff=alike)
    return found[0] if found else None


def capital(clause: str) -> str:
    """Begin a clause with a capital letter, and leave the rest as it is."""
    return clause[:1].upper() + clause[1:]


def counts_stars(text: str) -> bool:
    """Tell the label of a line of counts, "Bintang 4" or "★★★★", which is no name and no code of anybody."""
    return bool(_STAR_COUNT.fullmatch(text.strip()))
