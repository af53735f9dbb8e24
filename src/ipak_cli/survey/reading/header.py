"""From a header's text to the item, time, profile or person that it asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz, process

from ipak_cli.base.text import normalise, spaced

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.tables.cell import Cell


NEAR: Final = 88
"""How alike (0 to 100) a header and an item's sentence must be to count as the same with a typo."""
MARGIN: Final = 5
"""How much nearer the best item must be than the second."""
SHORTEST_NEAR: Final = 10
"""Letters below which a near match would be a guess."""
SHORTEST_CONTAINED: Final = 20
"""Letters from which a sentence inside a longer header is a match."""
_LONGEST_KEPT: Final = 300
"""Letters of a header of which is kept what it asks: longer ones are hardly headers."""

_GRID: Final = re.compile(r"\[(?P<row>[^\[\]]+)\]\s*$")
_NUMBERED: Final = re.compile(r"^\s*\d{1,2}\s*[.):-]\s*(?P<rest>.*\D.*)$", re.DOTALL)
_CODED: Final = re.compile(
    r"^\s*(?P<code>[A-Za-z]{1,4}\s*-?\s*0*\d{1,2})(?![\w])\s*[.):-]?\s*(?P<rest>.*)$", re.DOTALL
)
_PERSON: Final = frozenset(
    {
        "email", "email address", "alamat email", "e mail", "surel", "alamat surel", "username",
        "nama pengguna", "nama", "nama lengkap", "nama responden", "name", "nik", "nip", "nomor telepon",
        "no telepon", "no hp", "nomor hp", "whatsapp", "no wa", "nomor whatsapp", "nomor handphone",
    }
)  # fmt: skip

_RUNNING: Final = frozenset(
    {
        "no", "nomor", "no urut", "nomor urut", "no responden", "nomor responden", "no resp", "id", "uuid",
        "index", "id responden", "responden id", "kode responden", "respondent id", "response id",
        "id jawaban", "submission id", "no kuesioner", "nomor kuesioner", "id kuesioner",
    }
)  # fmt: skip
_IDENTITY: Final = frozenset({"nama", "name", "email", "mail", "surel", "username"})
_OFFICES: Final = frozenset(
    {
        "instansi", "lembaga", "kantor", "sekolah", "satuan", "perusahaan", "organisasi", "dinas", "opd",
        "unit", "layanan", "pelayanan", "jenis", "kegiatan", "desa", "kelurahan", "kecamatan", "kabupaten",
        "kota",
    }
)  # fmt: skip
"""Words behind "nama" that say that no person's is asked."""
_SUGGESTION: Final = frozenset(
    {
        "saran", "masukan", "kritik", "komentar", "usul", "usulan", "ulasan", "feedback", "comment",
        "comments", "suggestion", "suggestions",
    }
)  # fmt: skip
_WITH_MASUKAN: Final = frozenset(
    {
        "dan", "atau", "serta", "untuk", "bagi", "terhadap", "tentang", "terkait", "mengenai", "kepada",
        "demi", "anda", "bapak", "ibu", "saudara", "kami", "lain", "lainnya", "yang", "agar", "guna",
        "perbaikan", *_SUGGESTION,
    }
)  # fmt: skip
"""Words behind "masukan" where it means a suggestion; else it is a misspelt "enter" (your age)."""
_NO_SUGGESTION: Final = frozenset({"penanganan", "nomor", "hp", "telepon", "whatsapp", "wa", "alamat"})
"""Words ahead of "saran" that say that no text is asked: how complaints are dealt with, where to answer."""


_THIS_UNIT: Final = ("unit layanan ini", "unit kerja ini", "unit pelayanan ini", "unit ini", "unit layanan")
"""What an item's sentence calls the unit."""
_LONGEST_UNIT: Final = 8
"""Words of a unit's own name."""


class OwnWords(Enum):
    """What a respondent writes in their own words: who they are, or what they suggest."""

    IDENTITY = "identity"
    SUGGESTION = "suggestion"


@dataclass(frozen=True, slots=True)
class AsksItem:
    """A header asks this item; ``near`` says that only a near match tells so, ``coded`` that a code does."""

    item: str
    near: bool = False
    coded: bool = False


@dataclass(frozen=True, slots=True)
class BetweenItems:
    """A header lies between two items."""

    items: tuple[str, ...]


NO_HEADS: Final[Mapping[str, str]] = MappingProxyType({})
"""The heads of a form of which nothing else is said."""


@dataclass(frozen=True, slots=True, eq=False)
class ItemNames:
    """The names of a rubric's items and profiles, normalised once; ``numbered`` headers only count them.

    ``own`` are the heads of the office's own form, each with what it is the head of: they come first.
    """

    items: Mapping[str, str]
    codes: Mapping[str, str]
    profiles: Mapping[str, str]
    numbered: Mapping[str, str] = field(default_factory=dict)
    own: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, rubric: SurveyRubric, own: Mapping[str, str] = NO_HEADS) -> ItemNames:
        """Gather them; those of the same rubric are the same object, by which what was found is kept."""
        names = _names_of(rubric)
        return replace(names, own=own) if own else names


@lru_cache(maxsize=16)
def _names_of(rubric: SurveyRubric) -> ItemNames:
    return ItemNames(
        items={normalise(name): item.code for item in rubric.items for name in (item.text, *item.aliases)},
        # The columns that are one item together have no code of their own.
        codes={_plain_code(item.code): item.code for item in rubric.items if " " not in item.code},
        profiles={
            form: profile.code
            for profile in rubric.profiles
            for header in (profile.name, *profile.headers)
            for form in (normalise(header), normalise(header).replace(" ", ""))
        },
    )


def find_item(header: Cell, names: ItemNames) -> AsksItem | BetweenItems | None:
    """Return the item that a header asks, the items it lies between, or ``None`` when it asks none.

    Tried in turn: the sentence itself, in a grid's brackets or after a number; the sentence inside a longer
    header; a near match by a clear margin; the sentence with the unit's own name; a bare code. A name beats a
    code, since forms swap U8 and U9.
    """
    if not isinstance(header, str) or not header.strip():
        return None
    return (_find if len(header) <= _LONGEST_KEPT else _find.__wrapped__)(header, names)


@lru_cache(maxsize=2048)
def _find(header: str, names: ItemNames) -> AsksItem | BetweenItems | None:
    """Find the item; the exports of a ministry have the same headers a thousand times."""
    wordings = _wordings(spaced(header))
    for wording in wordings:
        if wording in names.items:
            return AsksItem(names.items[wording])
    if code := names.numbered.get(wordings[0] if wordings else ""):
        return AsksItem(code)
    return (
        _contained(wordings, names)
        or _near(wordings, names)
        or _with_own_unit(wordings, names)
        or _coded(header, names)
    )


def find_own(header: Cell, names: ItemNames) -> str | None:
    """Return what the office's settings say that a header is the head of."""
    return names.own.get(normalise(header)) if isinstance(header, str) else None


def find_profile(header: Cell, names: ItemNames) -> str | None:
    """Return the profile question that a header asks, if any."""
    if not isinstance(header, str):
        return None
    wordings = _wordings(spaced(header))
    return next((names.profiles[wording] for wording in wordings if wording in names.profiles), None)


def is_person(header: Cell) -> bool:
    """Tell columns about the person from all others."""
    return isinstance(header, str) and normalise(spaced(header)) in _PERSON


def is_coded(header: str, names: ItemNames) -> bool:
    """Tell a header that carries the code of an item."""
    return _coded(header, names) is not None


def own_words_of(header: str) -> OwnWords | None:
    """Return which of a respondent's own words a header asks for, if any; the first word that tells decides.

    "Nama pemberi saran" asks for a name, "Saran (tanpa nama)" for a suggestion.
    """
    words = normalise(header).replace("umpan balik", "feedback").split()
    other = False
    for word, following in pairwise([*words, "dan"]):
        if word in _SUGGESTION and (word != "masukan" or following in _WITH_MASUKAN):
            return None if other else OwnWords.SUGGESTION
        if word in _IDENTITY and following not in _OFFICES:
            return OwnWords.IDENTITY
        other = other or word in _NO_SUGGESTION
    return None


def is_running_number(header: Cell) -> bool:
    """Tell a column that numbers the responses: it says nothing about them, nor about who answered."""
    return isinstance(header, str) and normalise(spaced(header)) in _RUNNING


def _wordings(header: str) -> tuple[str, ...]:
    """Return the header's possible wordings, the fullest first: whole, grid row, unnumbered, uncoded."""
    texts = [header]
    if grid := _GRID.search(header):
        texts.append(grid["row"])
    for text in tuple(texts):
        for form in (_NUMBERED, _CODED):
            texts += [match["rest"]] if (match := form.match(text)) else []
    return tuple(dict.fromkeys(wording for wording in map(normalise, texts) if wording))


def _contained(wordings: tuple[str, ...], names: ItemNames) -> AsksItem | BetweenItems | None:
    whole = f" {wordings[0]} " if wordings else ""
    inside = [name for name in names.items if len(name) >= SHORTEST_CONTAINED and f" {name} " in whole]
    longest = [name for name in inside if not any(name != other and name in other for other in inside)]
    items = tuple(dict.fromkeys(names.items[name] for name in longest))
    if len(items) > 1:
        return BetweenItems(items)
    return AsksItem(items[0]) if items else None


def _with_own_unit(wordings: tuple[str, ...], names: ItemNames) -> AsksItem | BetweenItems | None:
    """Find the sentences that differ from a header in nothing but the name of the unit."""
    found = {
        item for wording in wordings for name, item in names.items.items() if _names_own_unit(wording, name)
    }
    if len(found) > 1:
        return BetweenItems(tuple(sorted(found)))
    return AsksItem(found.pop(), near=True) if found else None


def _names_own_unit(wording: str, name: str) -> bool:
    """Tell whether a header is an item's name with another name of the unit (both normalised).

    The name must have ``SHORTEST_CONTAINED`` letters ahead of the unit; fewer would be a guess.
    """
    for unit in _THIS_UNIT:
        before, here, after = name.partition(f" {unit}")
        if here and len(before) >= SHORTEST_CONTAINED:
            own = wording.removeprefix(f"{before} ").removesuffix(after)
            whole = f"{before} {own}{after}" == wording
            return whole and 0 < len(own.split()) <= _LONGEST_UNIT
    return False


def _coded(header: str, names: ItemNames) -> AsksItem | None:
    """Read a code, which may stand in a grid's brackets, or behind the group of its form: ``skm/U1``."""
    grid = _GRID.search(header)
    last = header.rpartition("/")[2] if len(header.split()) == 1 else ""
    for text in (header, last, grid["row"] if grid else ""):
        match = _CODED.match(spaced(text))
        if match and (code := names.codes.get(_plain_code(match["code"]))):
            return AsksItem(code, coded=True)
    return None


def _near(wordings: tuple[str, ...], names: ItemNames) -> AsksItem | BetweenItems | None:
    scores: dict[str, float] = {}
    for wording in wordings:
        if len(wording) < SHORTEST_NEAR:
            continue
        for name, score, _ in process.extract(
            wording, list(names.items), scorer=fuzz.ratio, limit=None, score_cutoff=NEAR - MARGIN
        ):
            item = names.items[name]
            scores[item] = max(score, scores.get(item, 0))
    ranked = sorted(scores, key=lambda item: -scores[item])
    if not ranked or scores[ranked[0]] < NEAR:
        return None
    rivals = tuple(item for item in ranked if scores[ranked[0]] - scores[item] < MARGIN)
    return BetweenItems(rivals) if len(rivals) > 1 else AsksItem(ranked[0], near=True)


def _plain_code(code: str) -> str:
    letters = "".join(c for c in code if c.isalpha()).upper()
    return letters + str(int("".join(c for c in code if c.isdigit()) or 0))
