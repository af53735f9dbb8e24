"""What claims are about: indices, items and elements of an instrument, known by code, name or sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz, process

from ipak_cli.base.text import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ipak_cli.rubric.pekppp import PekpppRubric
    from ipak_cli.rubric.survey import Component, Index, Item, SurveyRubric

COMBINED: Final = "combined"
"""The subject of a figure for all indices together."""
_ALIKE: Final = 90.0
"""How alike, of 100, a cut or mistyped sentence must be to an item's."""
_FEWEST_LETTERS: Final = 12
"""A shorter text is compared as a whole: too many sentences hold a word of it."""
_ITEM_CODE: Final = re.compile(r"(?i)\b([a-z]{1,3})\s?-?\s?(\d{1,2})\b")
_COMBINED: Final = re.compile(
    r"(?i)\bindeks\s+(?:surve[iy]|gabungan|total|keseluruhan)\b|\bgabungan\b"
    r"|\brata[- ]rata\s+kedua\s+indeks\b"
    r"|\brata[- ]rata\s+indeks\b(?!\s+\w*(?:persepsi|IPAK|IPKP|kepuasan))"
)
_TOGETHER: Final = (
    r"\b(?:rata[- ]rata|rerata|gabungan|kombinasi)(?:\s+(?:gabungan|dari|nilai|antara|kedua"
    r"|indeks|skor|surve[iy]|hasil))*"
)
"""What stands before the names of several indices where their mean is meant."""
_AND: Final = r"\s*(?:,|dan|&|serta|dengan|\+|/)\s*(?:nilai\s+|indeks\s+|surve[iy]\s+|gabungan\s+)*"
_USUAL_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "IPAK": (
        "SPAK",
        "IPK",
        "Persepsi Anti Korupsi",
        "Persepsi Anti-Korupsi",
        "Persepsi Korupsi",
        "Indeks Anti Korupsi",
    ),
    "IPKP": (
        "SPKP",
        "IPP",
        "Persepsi Kualitas Pelayanan",
        "Persepsi Kualitas Layanan",
        "Indeks Kualitas Pelayanan",
        "Indeks Kualitas Layanan",
    ),
    "IKM": (
        "SKM",
        "Kepuasan Masyarakat",
        "Indeks Kepuasan",
        "Nilai Kepuasan",
        "Nilai Survei",
        "Indeks Survei",
    ),
}
"""What reports call an index besides what its rubric says."""
FOREIGN: Final = "other"
"""What a figure is about that is no index of the instrument: it is never taken for one of them."""
_FOREIGN_NAMES: Final = (
    "Indeks Kepuasan Konsumen", "Kepuasan Konsumen", "IKK", "Kepuasan Pegawai", "Kepuasan Karyawan",
    "Kepuasan Internal", "Kepuasan Dosen", "Kepuasan Pengguna Internal", "Perilaku Anti Korupsi",
    "Indeks Integritas", "Penilaian Integritas", "Indeks Pelayanan Publik", "Indeks Reformasi Birokrasi",
    "Indeks RB", "Indeks Profesionalitas", "Indeks SPBE", "SPBE", "SAKIP", "Indeks Inovasi", "IKPA",
    "Indeks Pembangunan Manusia", "IPM", "Net Promoter Score", "Indeks Budaya Kerja",
)  # fmt: skip
"""Indices besides those of the surveys, which a report may name too."""
_ANY_NAMES: Final = frozenset({"Indeks Kepuasan", "Nilai Kepuasan", "Nilai Survei", "Indeks Survei"})
"""Names that any survey's index may be called by."""
_ANSWERS: Final = (
    ("tidak baik", "tb", "tidak setuju", "tidak puas"), ("kurang baik", "kb", "kurang setuju", "kurang puas"),
    ("baik", "b", "setuju", "puas"), ("sangat baik", "sb", "sangat setuju", "sangat puas"),
)  # fmt: skip
"""The words of four answers, from the lowest on, as heads of columns say them together."""
_SHORT_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "IPAK": ("Anti Korupsi", "Antikorupsi"),
    "IPKP": ("Kualitas Pelayanan", "Kualitas Layanan"),
}
"""What only the cells of a table call an index: in a sentence the words mean what they say."""


@dataclass(frozen=True)
class Instrument:
    """A survey rubric as reports speak of it, and the PEKPPP rubric where the report may follow one too."""

    rubric: SurveyRubric
    pekppp: PekpppRubric | None = None

    @property
    def items(self) -> Mapping[str, Item]:
        """The items by their codes."""
        return {item.code: item for item in self.rubric.items}

    @property
    def indices(self) -> Mapping[str, Index]:
        """The indices by their codes."""
        return {index.code: index for index in self.rubric.indices}

    def index_of(self, item: str) -> str:
        """Return the code of the index to which an item belongs."""
        return next(
            index.code for index in self.rubric.indices if item in {each.code for each in index.items}
        )

    @property
    def lowest_converted(self) -> Fraction:
        """The converted value of the lowest answers: less is something else than a converted value."""
        return Fraction(100 * self.rubric.scale.lowest, self.rubric.scale.highest)

    @cached_property
    def _answers(self) -> Mapping[str, int]:
        scale = self.rubric.scale
        words = {normalise(word): each.value for each in scale.labels for word in each.words}
        if scale.highest - scale.lowest + 1 == len(_ANSWERS):
            words |= {word: scale.lowest + n for n, each in enumerate(_ANSWERS) for word in each}
        return words

    def answer_named(self, text: str) -> int | None:
        """Return the answer that a column's head names by word or letters: ``Sangat Baik``, ``SB``."""
        return self._answers.get(normalise(re.sub(r"\(\s*(?:\d|%|orang|f)\s*\)", " ", text)))

    @cached_property
    def _sentences(self) -> Mapping[str, str]:
        """Every sentence of every item, normalised, with the item's code; one of two items is left out."""
        known: dict[str, set[str]] = {}
        for item in self.rubric.items:
            elements = (
                [item.element] if item.element is not None and self._measures(item.element) == 1 else []
            )
            for text in (item.text, *item.aliases, *elements):
                known.setdefault(normalise(text), set()).add(item.code)
        return {text: next(iter(codes)) for text, codes in known.items() if len(codes) == 1}

    def _measures(self, element: str) -> int:
        return sum(item.element == element for item in self.rubric.items)

    @cached_property
    def _own_names(self) -> Mapping[str, str]:
        """The names of the indices with their codes."""
        return {
            name: index.code
            for index in self.rubric.indices
            for name in {index.code, index.name, *index.aliases, *_USUAL_NAMES.get(index.code, ())}
        }

    @cached_property
    def _index_names(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        return self._patterns(self._own_names.items())

    @cached_property
    def _every_name(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        """The names of the indices, and of others, which are ``FOREIGN``."""
        usual = (
            name
            for code, names in _USUAL_NAMES.items()
            if code not in self.indices
            for name in (code, *names)
        )
        others = {normalise(name): name for name in (*usual, *_FOREIGN_NAMES) if name not in _ANY_NAMES}
        own = {normalise(name) for name in self._own_names}
        foreign = [(name, FOREIGN) for plain, name in others.items() if plain not in own]
        return self._patterns([*self._own_names.items(), *foreign])

    @cached_property
    def _short_names(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        return self._patterns((name, code) for code in self.indices for name in _SHORT_NAMES.get(code, ()))

    def _patterns(self, names: Iterable[tuple[str, str]]) -> tuple[tuple[re.Pattern[str], str], ...]:
        longest_first = sorted(names, key=lambda pair: (-len(pair[0]), pair))
        return tuple(
            (re.compile(rf"(?i)(?<!\w){_loosely(name)}(?!\w)"), code) for name, code in longest_first
        )

    @cached_property
    def _together(self) -> re.Pattern[str]:
        """The mean of several indices, as ``rata-rata dari IPAK dan IPKP``; not a value for each."""
        names = "|".join(pattern.pattern.removeprefix("(?i)") for pattern, _ in self._index_names)
        return re.compile(
            rf"(?i){_TOGETHER}\s+(?:{names})(?:{_AND}(?:{names}))+(?!\s*,?\s*(?:masing|berturut))"
        )

    def item_named(self, text: str) -> str | None:
        """Return the code of the item that a cell names by code, sentence or element, cut or mistyped too."""
        plain = normalise(text)
        if not plain:
            return None
        by_code = {normalise(code): code for code in self.items}
        if code := by_code.get(plain.replace(" ", "")) or self._sentences.get(plain):
            return code
        if found := _ITEM_CODE.match(text.strip()):
            code = f"{found[1]}{int(found[2])}".upper()
            if code in self.items and len(text.strip()) > found.end():
                return code
        if len(plain) < _FEWEST_LETTERS:
            return None
        if begun := {code for known, code in self._sentences.items() if known.startswith(plain)}:
            return begun.pop() if len(begun) == 1 else None
        best = process.extractOne(plain, self._sentences.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
        return None if best is None else self._sentences[best[0]]

    def indices_named(self, text: str) -> tuple[tuple[int, str], ...]:
        """Return the indices that a text names with where each begins, in order.

        ``COMBINED`` and ``FOREIGN`` are among them.
        """
        return tuple((start, code) for start, _, code in self.index_mentions(text))

    def index_mentions(self, text: str) -> tuple[tuple[int, int, str], ...]:
        """Return where each index that a text names begins and ends, and its code, in order."""
        found: dict[int, tuple[int, str]] = {}
        several = len(self.indices) > 1
        combined = ((self._together, COMBINED), (_COMBINED, COMBINED)) if several else ()
        for pattern, code in (*combined[:1], *self._every_name, *combined[1:]):
            for match in pattern.finditer(text):
                inside = any(start <= match.start() < end for start, (end, _) in found.items())
                if not inside:
                    found[match.start()] = (match.end(), code)
        return tuple((start, *found[start]) for start in sorted(found))

    @cached_property
    def _mentions(self) -> tuple[re.Pattern[str], Mapping[str, str]]:
        known = {**self._sentences, **{normalise(code): code for code in self.items}}
        names = sorted(known, key=lambda name: (-len(name), name))
        words = "|".join(r"[\W_]+".join(map(re.escape, name.split())) for name in names)
        return re.compile(rf"(?i)(?<!\w)(?:{words})(?!\w)"), known

    def items_named(self, text: str) -> tuple[tuple[int, int, str], ...]:
        """Return the items that a sentence names by code, sentence or element: start, end and code."""
        pattern, known = self._mentions
        return tuple((m.start(), m.end(), known[normalise(m[0])]) for m in pattern.finditer(text))

    def without_indices(self, text: str) -> str:
        """Return a text without the names of indices."""
        for pattern, _ in (*self._index_names, *self._short_names):
            text = pattern.sub(" ", text)
        return text

    def index_named(self, text: str) -> str | None:
        """Return the one index that a cell names, or ``None`` for none and for several."""
        codes = {code for _, code in self.indices_named(text)}
        codes = codes or {code for pattern, code in self._short_names if pattern.search(text)}
        return codes.pop() if len(codes) == 1 else None

    def component_named(self, text: str) -> Component | None:
        """Return the component of the Zona Integritas result that a text names."""
        plain = normalise(text)
        zi = self.rubric.zi
        return next((each for each in zi.components if normalise(each.name) in plain), None) if zi else None

    @cached_property
    def _aspects(self) -> Mapping[str, str]:
        """The plain names of the aspects of PEKPPP, with those in the rubric."""
        names = {_without_and(each.name): each.name for each in (self.pekppp.aspects if self.pekppp else ())}
        return {word: name for own, name in names.items() for word in (own, *_ASPECTS.get(own, ()))}

    def aspect_named(self, text: str) -> str | None:
        """Return the PEKPPP rubric's name of the aspect that a row names, also in a list or without *dan*."""
        plain = _without_and(_LISTED.sub("", text.strip(), count=1))
        return next((name for word, name in self._aspects.items() if plain.startswith(word)), None)

    def index_of_component(self, component: Component) -> str | None:
        """Return the code of the only index whose survey gives a component points."""
        codes = [part.index for part in component.parts if part.kind == "survey"]
        return codes[0] if len(codes) == 1 else None


_LISTED: Final = re.compile(r"(?:[a-f]|\d)[.)]\s+")
_ASPECTS: Final = {
    "sipp": ("sistem informasi pelayanan publik",),
    "profesionalisme sdm": ("profesionalisme sumber daya manusia", "profesionalisme"),
}
"""What reports call an aspect besides what the rubric says, each without *dan*."""


def _without_and(text: str) -> str:
    return " ".join(word for word in normalise(text).split() if word != "dan")


def _loosely(name: str) -> str:
    return r"[\s-]*".join(map(re.escape, re.split(r"[\s-]+", name)))
