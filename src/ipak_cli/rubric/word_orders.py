"""In which order the words of a question's choices go: ladders that are known, and those that people type.

A ladder's steps go from the worst answer to the best. A file shows only the choices that somebody made, so
that words may fit several ladders; then none of them is sure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ipak_cli.base.text import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Step = tuple[str, ...]
"""The words of one value; empty where no word of it is known."""

MISSING: Final = frozenset(
    {
        "tidak tahu", "tdk tahu", "tt", "tidak menjawab", "tidak ada jawaban", "tidak diisi", "tidak mengisi",
        "tidak relevan", "tidak berlaku", "tidak berpendapat", "tidak memberi jawaban", "tidak menggunakan",
        "belum pernah menggunakan", "tidak pernah menggunakan", "abstain", "n a", "na", "kosong", "nihil",
        "-", "--", "no answer", "not applicable", "don t know",
    }
)  # fmt: skip
"""Words that usually mean that no answer was given."""

_MEASURED: Final = re.compile(
    r"(?P<degree>sangat tidak|sangat kurang|amat|tidak|kurang|cukup|agak|sangat)? ?(?P<what>.+)"
)
_DEGREES: Final = (
    ("tidak", "kurang", "", "sangat"),
    ("sangat tidak", "tidak", "", "sangat"),
    ("kurang", "cukup", "", "sangat"),
    ("tidak", "cukup", "", "sangat"),
    ("tidak", "kurang", "cukup", "", "sangat"),
    ("sangat tidak", "tidak", "cukup", "", "sangat"),
    ("sangat tidak", "tidak", "kurang", "", "sangat"),
    ("sangat tidak", "tidak", "=", "", "sangat"),
    ("sangat tidak", "kurang", "cukup", "", "sangat"),
    ("sangat kurang", "kurang", "cukup", "", "sangat"),
)
"""How strongly a word is meant, step by step; ``=`` is a word of neither side."""
_NEITHER: Final = ("netral", "ragu ragu", "ragu", "biasa saja", "biasa", "sedang")
_LADDERS: Final = (
    "buruk|kurang|baik|sangat baik",
    "buruk|cukup|baik|sangat baik",
    "kurang|cukup|baik|sangat baik",
    "buruk|kurang baik|baik|sangat baik",
    "buruk|kurang|cukup|baik|sangat baik",
    "sangat buruk|buruk|cukup|baik|sangat baik",
    "sangat buruk|buruk|baik|sangat baik",
    "sangat kurang|kurang|cukup|baik|sangat baik",
    "buruk|cukup|baik",
    "kurang|cukup|baik",
    "sangat sulit|sulit|mudah|sangat mudah",
    "sangat sulit|sulit|cukup|mudah|sangat mudah",
    "sangat lambat|lambat|cepat|sangat cepat",
    "sangat lambat|lambat|cukup|cepat|sangat cepat",
    "sangat mahal|mahal|murah|gratis",
    "sangat mahal|cukup mahal|murah|gratis",
    "ts|ks|s|ss",
    "sts|ts|s|ss",
    "sts|ts|n|s|ss",
    "sts|ts|rr|s|ss",
    "sts|ts|r|s|ss",
    "sts|ts|ks|s|ss",
    "tb|kb|b|sb",
    "tp|kp|p|sp",
    "stp|tp|p|sp",
)
_EITHER_WAY: Final = (
    "tidak pernah|jarang|sering|selalu",
    "tidak pernah|kadang kadang|sering|selalu",
    "tidak pernah|jarang|kadang kadang|sering|selalu",
    "rendah|sedang|tinggi",
    "sangat rendah|rendah|sedang|tinggi|sangat tinggi",
)
"""Orders of which the question alone tells which end is the best: how often, how high."""
_GOOD: Final = frozenset(
    {
        "adil", "ahli", "akurat", "aman", "amanah", "bagus", "baik", "bangga", "benar", "berfungsi",
        "berintegritas", "berkualitas", "bermanfaat", "bermutu", "bersih", "cakap", "cepat", "cermat",
        "dan", "disiplin", "efektif", "efisien", "jelas", "jujur", "kompeten", "konsisten", "lancar",
        "layak", "lengkap", "maksimal", "mampu", "memadai", "membantu", "memenuhi", "memuaskan", "mudah",
        "murah", "nyaman", "optimal", "penting", "percaya", "prima", "profesional", "puas", "ramah", "rapi",
        "responsif", "santun", "senang", "sesuai", "setuju", "sigap", "sopan", "tanggap", "tepat",
        "terampil", "terawat", "terbuka", "terjangkau", "tertib", "transparan", "wajar", "waktu", "yakin",
    }
)  # fmt: skip
"""Words of qualities of which more is better: of no others is it known that ``Sangat`` is the best."""
_UNUSED: Final = "-"
_QUOTE: Final = '"'
_MARKS: Final = ("", ",", "<", "=")
"""What stands before a word; nothing before the first of a part."""
_WHOLE: Final = re.compile(r'"(?:[^"]|"")*"(?=\s*(?:[,<=]|\Z))')
"""A word between quotes, with what parts it from the next one behind it."""


@dataclass(frozen=True, slots=True)
class Ladder:
    """Steps from the worst answer to the best; ``full`` where every one of them was chosen by somebody.

    ``certain`` is false where the words go in this order, but only the question tells which end is the best.
    """

    steps: tuple[Step, ...]
    full: bool
    certain: bool = True

    def turned(self) -> Ladder:
        """Return the same from the other end."""
        return Ladder(self.steps[::-1], self.full, self.certain)


def ladders_of(words: Sequence[str]) -> tuple[Ladder, ...]:
    """Return the ladders that hold all the words, those first of which every step was chosen.

    A step that nobody chose has the ladder's own word. A ladder whose best end is not certain is there
    from both ends.
    """
    said = {wording(word): word for word in words}
    found: dict[tuple[str, ...], Ladder] = {}
    for known in (*_measured(said), *_listed(_LADDERS), *_listed(_EITHER_WAY, certain=False)):
        names = [{wording(word) for word in step} for step in known.steps]
        if said and said.keys() <= set().union(*names):
            steps = tuple(
                tuple(said[each] for each in said if each in name) or step[:1]
                for name, step in zip(names, known.steps, strict=True)
            )
            full = all(name & said.keys() for name in names)
            one_way = Ladder(steps, full, known.certain)
            for ladder in (one_way,) if known.certain else (one_way, one_way.turned()):
                found.setdefault(tuple(wording(step[0]) if step else "" for step in ladder.steps), ladder)
    return tuple(sorted(found.values(), key=lambda each: not each.full))


def _listed(ladders: Iterable[str], *, certain: bool = True) -> tuple[Ladder, ...]:
    return tuple(
        Ladder(tuple((word.capitalize(),) for word in ladder.split("|")), full=True, certain=certain)
        for ladder in ladders
    )


def _measured(said: Iterable[str]) -> tuple[Ladder, ...]:
    """Return the ladders of one quality, such as ``Kurang jelas``, ``Jelas``, ``Sangat jelas``."""
    told = [word for word in said if word not in _NEITHER]
    whats = {match["what"] for word in told if (match := _MEASURED.fullmatch(word))}
    if len(whats) != 1:
        return ()
    what = whats.pop()
    certain = set(what.split()) <= _GOOD
    if not certain and len(told) < 2:
        return ()
    neither = tuple(word.capitalize() for word in _NEITHER)
    return tuple(
        Ladder(
            tuple(
                neither if degree == "=" else (f"{degree} {what}".strip().capitalize(),) for degree in degrees
            ),
            full=True,
            certain=certain,
        )
        for degrees in _DEGREES
    )


def read_order(text: str) -> tuple[Step, ...]:
    """Read what people type: steps from the worst to the best, with ``,`` or ``<`` between them.

    ``=`` stands between words of the same value, and ``-`` is a step whose word is not known. A word that
    holds one of these signs itself stands between ``"``.
    """
    below = split_words(text, "<")
    steps = [split_words(step, "=") for step in (below if len(below) > 1 else split_words(text, ","))]
    return tuple(tuple(unquoted(word) for word in step if word and word != _UNUSED) for step in steps)


def order_text(steps: Sequence[Step]) -> str:
    """Write steps as :func:`read_order` reads them."""
    mark = " < " if any("," in word for step in steps for word in step) else ", "
    return mark.join(" = ".join(map(quoted, step)) or _UNUSED for step in steps)


def split_words(text: str, mark: str) -> list[str]:
    """Part a text at a mark, but not within a word between ``"``; every part on one line."""
    parts, place = [""], 0
    while place < len(text):
        whole = _WHOLE.match(text, place) if parts[-1].rstrip()[-1:] in _MARKS else None
        taken = whole[0] if whole else text[place]
        place += len(taken)
        if taken == mark:
            parts.append("")
        else:
            parts[-1] += taken
    return [" ".join(part.split()) for part in parts]


def quoted(word: str, marks: str = "<=") -> str:
    """Return a word as it stands among others: between ``"`` where it holds a sign that parts them."""
    parted = word == _UNUSED or any(sign in word for sign in (*marks, _QUOTE))
    return _QUOTE + word.replace(_QUOTE, 2 * _QUOTE) + _QUOTE if parted else word


def unquoted(word: str) -> str:
    """Return a word that :func:`quoted` wrote."""
    within = len(word) > 1 and word.startswith(_QUOTE) and word.endswith(_QUOTE)
    return word[1:-1].replace(2 * _QUOTE, _QUOTE) if within else word
