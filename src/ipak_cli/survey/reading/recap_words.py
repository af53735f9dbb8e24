"""What the heads of a recap's columns, or the labels of its rows, say of the numbers there.

Offices head the count of an answer "Bintang 4", "Skor 4", "★★★★", "Sangat Baik (4)" or 4 alone, and what is
worked out of it "Jumlah", "n", "Total nilai", "NRR", "%". A word that is not known makes a head unknown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ipak_cli.base.text import EMPTY_STARS, FILLED_STARS, normalise, spaced, visible
from ipak_cli.survey.reading.recap_figures import Kind, Meaning
from ipak_cli.survey.reading.recap_names import abbreviations

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ipak_cli.rubric.survey import Scale, SurveyRubric


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TOTAL: Final = _words("jumlah jml jmlh jlh total sum σ akumulasi grand")
_VALUES: Final = _words("nilai skor score poin point points nilainya")
_PEOPLE: Final = _words("responden orang pengisi penjawab kuesioner sampel org pengguna")
_ANSWERS: Final = _words("jawaban n respon isian frekuensi frek f cacah banyak banyaknya jawab terisi")
_MEANS: Final = _words("rata rerata ratarata rataan nrr mean average avg")
_MAYBE_MEANS: Final = _words("indeks index ikm skm ipak ipkp spak spkp")
_SHARES: Final = _words("persen persentase prosentase percent persentasi")
_NEUTRAL: Final = _words(
    "per unsur butir item indikator pertanyaan pelayanan layanan setiap tiap masing dari yang yg mengisi "
    "menjawab memilih memberi survei survey unit hasil semua sesudah setelah dibalik ini untuk di a "
    "triwulan tw semester tahun periode i ii iii iv"
)
_OTHERS: Final = _words(
    "tertimbang timbangan bobot konversi dikonversi target sasaran mutu kinerja kategori predikat kriteria "
    "peringkat ranking rangking rank selisih gap deviasi simpangan min minimum maks maksimum max "
    "modus median keterangan ket lalu sebelumnya no nomor kode prioritas status catatan capaian realisasi "
    "kenaikan tren"
)
"""Words of columns that hold something else, which is worked out of the numbers or stands beside them."""
_CONVERTED: Final = _words("konversi dikonversi")
_NOT_GIVEN: Final = _words("kosong blank abstain golput missing")
_NOT: Final = _words("tidak tdk tak tanpa belum")
_GIVING: Final = _words("menjawab mengisi diisi dijawab jawaban isi terisi memilih memberi memberikan ada")
_DEGREES: Final = _words("sangat amat sekali cukup agak kurang tidak netral ragu biasa")
"""Words of answers on any scale."""
_TURNED: Final = _words("dibalik terbalik pembalikan")
_ABOUT_VALUES: Final = (
    _words("bintang skala rating pilihan star stars kategori yang") | _VALUES | _ANSWERS | _PEOPLE | _TOTAL
)
_ADDS_UP: Final = _TOTAL | _words(
    "semua seluruh seluruhnya keseluruhan gabungan frekuensi frek cacah banyaknya"
)
_SPELLED: Final = {"nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6}
_GLUED: Final = re.compile(r"(?<=[^\W\d])(?=\d)|(?<=\d)(?=[^\W\d])")
_BARE: Final = re.compile(r"\(?\s*(\d{1,3})\s*[.)]?")
_LONGEST: Final = 60
"""Letters from which a text is no head of a number."""


@dataclass(frozen=True, slots=True)
class Other:
    """A head of a column that holds none of a recap's numbers, such as "Mutu" or "No"."""


OTHER: Final = Other()


@dataclass(frozen=True, slots=True)
class ValueNamed:
    """The answer that a head names; ``bare``: by its number alone."""

    value: int
    bare: bool = False


@dataclass(frozen=True, slots=True)
class RecapWords:
    """The words of one rubric's scale, and what heads mean with them."""

    values: range
    declared: Mapping[str, int]
    around: frozenset[str] = _ABOUT_VALUES
    short: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, rubric: SurveyRubric) -> RecapWords:
        """Gather them."""
        own = normalise(rubric.scale.word).split()
        around = _ABOUT_VALUES | frozenset(own)
        return cls(rubric.scale.values, _declared(rubric), around, abbreviations(rubric))

    def abbreviated(self, texts: Mapping[int, str]) -> dict[int, Meaning]:
        """Return the columns headed by what is short for answers, such as "B1" or "SS", if all are there."""
        found = {n: value for n, text in texts.items() if (value := self.short.get(text.strip().casefold()))}
        if sorted(found.values()) != list(self.values):
            return {}
        return {n: Meaning(Kind.COUNT, value) for n, value in found.items()}

    def is_like_answer(self, head: str) -> bool:
        """Tell a head of the words or the numbers of answers that names none of the scale: "Bintang 5"."""
        words = _GLUED.sub(" ", normalise(spaced(head))).split()
        rest = {word for word in words if _number(word) is None}
        answers = _DEGREES.union(*(word.split() for word in self.declared))
        numbered = len(rest) < len(words) and rest <= self.around
        return numbered or (bool(rest - self.around) and rest - self.around <= answers)

    def bare_answer(self, head: str) -> str:
        """Return a head without what stands around an answer: "TS" for "Jumlah responden TS"."""
        return " ".join(word for word in head.split() if normalise(word) not in self.around) or head

    def shown(self, scale: Scale) -> Iterator[str]:
        """Yield each answer of a scale with the first word for it."""
        first = {label.value: label.words[0] for label in scale.labels[::-1] if label.words}
        yield from (f"{value} ({first[value]})" if value in first else str(value) for value in scale.values)

    def meaning(self, texts: Sequence[str]) -> Meaning | Other | None:
        """Return what a column's heads mean, the lowest first; ``None`` where no word tells."""
        for place, text in enumerate(texts):
            if (named := self.value_named(text)) is not None:
                return self._of_value(named, texts[: place + 1])
        for text in texts:
            if (found := kind_of(text)) is not None:
                return found
            if _tokens(text) - _NEUTRAL - _PEOPLE:
                return None
        return None

    def is_share(self, texts: Sequence[str]) -> bool:
        """Tell a head that is nothing but a percentage's: it belongs to the column before it."""
        return bool(texts) and _says_share(texts[0]) and _tokens(texts[0]) <= _SHARES

    def _of_value(self, named: ValueNamed, texts: Sequence[str]) -> Meaning | Other:
        below = [token for text in texts[:-1] for token in _tokens(text)]
        if any(map(_says_share, texts)):
            return Meaning(Kind.SHARE, named.value)
        if set(below) - _TOTAL - _PEOPLE - _ANSWERS:
            return OTHER
        return Meaning(Kind.COUNT, named.value, bare=named.bare)

    def value_named(self, text: str) -> ValueNamed | None:
        """Return the answer that a text names, if it names one."""
        told = visible(text)
        if not told or len(told) > _LONGEST:
            return None
        if bare := _BARE.fullmatch(told):
            return ValueNamed(int(bare[1]), bare=True) if int(bare[1]) in self.values else None
        if (stars := _stars(told, self.values[-1])) is not None:
            return ValueNamed(stars) if stars in self.values else None
        if (meant := self.declared.get(normalise(told))) is not None:
            return ValueNamed(meant)
        return self._described(_GLUED.sub(" ", normalise(spaced(told))).split())

    def _described(self, words: list[str]) -> ValueNamed | None:
        """Read "bintang 4", "4 sangat baik", "jumlah sangat baik", "skor empat"."""
        words = [word for word in words if word not in _SHARES]
        numbers = [_number(word) for word in words if _number(word) is not None]
        rest = [word for word in words if _number(word) is None]
        meant = self.declared.get(" ".join(rest))
        if meant is None:
            meant = self.declared.get(" ".join(word for word in rest if word not in self.around))
        if meant is not None:
            return ValueNamed(meant) if set(numbers) <= {meant} else None
        if len(numbers) == 1 and rest and self.around.issuperset(rest):
            value = numbers[0]
            return ValueNamed(value) if value is not None and value in self.values else None
        return None


def _declared(rubric: SurveyRubric) -> Mapping[str, int]:
    """Return the declared words that mean the same value wherever they are declared."""
    found: dict[str, set[int]] = {}
    for labels in (rubric.scale.labels, *(item.labels for item in rubric.items)):
        for label in labels:
            for word in label.words:
                found.setdefault(normalise(word), set()).add(label.value)
    return {word: min(values) for word, values in found.items() if word and len(values) == 1}


def _number(word: str) -> int | None:
    return int(word) if word.isdecimal() and len(word) < 4 else _SPELLED.get(word)


def _stars(text: str, highest: int) -> int | None:
    """Count the filled stars of a text that is nothing but stars."""
    marks = "".join(text.split())
    if not marks or any(c not in FILLED_STARS + EMPTY_STARS for c in marks) or len(marks) > highest:
        return None
    return sum(c in FILLED_STARS for c in marks)


def _tokens(text: str) -> set[str]:
    """Return the words of a head; a sign of a sum is one, and digits say nothing."""
    words = normalise(_GLUED.sub(" ", spaced(text).replace("∑", "Σ").replace("Σ", " Σ "))).split()
    return {word for word in words if not word.isdecimal()}


def _says_share(text: str) -> bool:
    return "%" in text or not _SHARES.isdisjoint(_tokens(text))


@lru_cache(maxsize=1024)
def kind_of(text: str) -> Meaning | Other | None:
    """Return what a head means, or the label of a line, that names no answer."""
    tokens = _tokens(text)
    if not tokens or len(text) > _LONGEST:
        return OTHER if _says_share(text) else None
    if not _OTHERS.isdisjoint(tokens) or _says_share(text):
        return OTHER
    if _is_skipped(tokens):
        return Meaning(Kind.SKIPPED)
    turned = not _TURNED.isdisjoint(tokens)
    known = _TOTAL | _VALUES | _PEOPLE | _ANSWERS | _MEANS | _MAYBE_MEANS | _NEUTRAL
    if not tokens <= known:
        return None
    kinds = tokens - _NEUTRAL
    if kinds & _MEANS:
        return Meaning(Kind.MEAN, turned=turned)
    if kinds & _TOTAL and kinds & _VALUES:
        return Meaning(Kind.SUM, turned=turned)
    if kinds & _VALUES or kinds & _MAYBE_MEANS:
        return Meaning(Kind.MEAN, turned=turned, weak=True)
    if kinds & (_PEOPLE | _ANSWERS):
        return Meaning(Kind.N, people=bool(kinds & _PEOPLE))
    return Meaning(Kind.TOTAL) if kinds else None


def is_converted(text: str) -> bool:
    """Tell the head of means that were converted to a hundred: "Nilai konversi"."""
    tokens = _tokens(text)
    plain = _VALUES | _MEANS | _MAYBE_MEANS | _NEUTRAL
    return bool(tokens & _CONVERTED) and tokens <= _CONVERTED | plain and len(text) <= _LONGEST


def is_index_label(text: str) -> bool:
    """Tell the label of a line with an index: "Nilai IKM", "Indeks gabungan"."""
    return not _tokens(text).isdisjoint(_MAYBE_MEANS)


def _is_skipped(tokens: set[str]) -> bool:
    """Tell "Tidak menjawab", "Kosong": people who gave no answer."""
    around = _TOTAL | _PEOPLE | _ANSWERS | _NEUTRAL
    if tokens & _NOT_GIVEN:
        return tokens <= _NOT_GIVEN | around
    return bool(tokens & _NOT and tokens & _GIVING) and tokens <= _NOT | _GIVING | around


def is_total(text: str) -> bool:
    """Tell the label of a line that adds everything up: "Jumlah", "Total jawaban", "Semua"."""
    tokens = _tokens(text)
    return bool(tokens & _ADDS_UP) and tokens <= _ADDS_UP | _ANSWERS | _NEUTRAL | {"bintang"}


def is_share_label(text: str) -> bool:
    """Tell the label of a line of percentages."""
    return _says_share(text) and _tokens(text) <= _SHARES | _NEUTRAL | _TOTAL | _ANSWERS | _PEOPLE


def is_about_values(text: str) -> bool:
    """Tell a head, or a line above it, that says that answers stand there: "Skor", "Bintang"."""
    return not _tokens(text).isdisjoint(_words("bintang skor nilai skala jawaban pilihan rating star stars"))
