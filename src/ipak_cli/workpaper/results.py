"""The sheet ``Hasil``: the figures as the report tells them, each from its cell in ``Hitung``."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from ipak_cli.base.figures import NotScored, scale
from ipak_cli.base.text import capital
from ipak_cli.catalogue.indonesian import say
from ipak_cli.report.format_words import band, short_period
from ipak_cli.report.terms import terms_of
from ipak_cli.survey.tally import key_of
from ipak_cli.workpaper.book import NONE, Cell, Look, exact, result, shown
from ipak_cli.workpaper.course import lines, told
from ipak_cli.workpaper.items import value_key
from ipak_cli.workpaper.paper import Line
from ipak_cli.workpaper.people import ADEQUACY, group_names
from ipak_cli.workpaper.zone import OUTSIDE, VERDICTS, status_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.workpaper.book import Book, Value
    from ipak_cli.workpaper.paper import Paper, Places

_WIDTHS = (22, 44, *([13] * 12))


class Shown(NamedTuple):
    """A figure of the report: where it is derived, what it is called in the check, what the report says."""

    key: tuple[str, ...]
    name: str
    reported: Value


Entry = str | Shown | None


class Results:
    """Writes the sheet; ``lines`` hold every figure on it with what the report says."""

    def __init__(self, book: Book, paper: Paper, places: Places) -> None:
        self._paper, self._places = paper, places
        self.sheet = book.sheet("Hasil", _WIDTHS)
        self.lines: list[Line] = []

    def write(self) -> None:
        """Write everything but the charts."""
        sheet = self.sheet
        sheet.title("Hasil")
        sheet.note(
            "Angka laporan, masing-masing dari selnya di lembar Hitung dan dibulatkan setengah ke atas. Tanda "
            f"{NONE} berarti tidak dapat dihitung."
        )
        self._indices()
        self._totals()
        self._items()
        self._distribution()
        self._zone()
        self._groups()
        self._quality()
        self._periods()
        sheet.lay_out(rows=1)

    def _table(self, part: str, heads: Sequence[str | None], rows: Sequence[Sequence[Entry]]) -> None:
        if not rows:
            return
        sheet = self.sheet
        sheet.heading(part)
        sheet.heads(*heads)
        for entries in rows:
            row = sheet.put(*(self._cell(entry) for entry in entries))
            for column, entry in enumerate(entries, 1):
                if isinstance(entry, Shown):
                    place = self._places[entry.key]
                    ref = sheet.ref(column, row)
                    self.lines.append(
                        Line(part, entry.name, entry.reported, place.places, ref, place.value)
                    )

    def _cell(self, entry: Entry) -> Cell | None:
        if entry is None or isinstance(entry, str):
            return None if entry is None else Cell(entry)
        place = self._places[entry.key]
        return result(place.ref, place.value, place.places)

    def _indices(self) -> None:
        survey, terms = self._paper.survey, terms_of(self._paper.survey)
        heads = ["Indeks", "Kepanjangan", "Nilai", "Nilai konversi" if terms.converted else "Persen"]
        heads += (["Poin"] if terms.points else []) + (["Mutu"] if terms.banded else [])
        rows = []
        for code, index in survey.indices.items():
            key = ("index", code)
            entries: list[Entry] = [code, index.name]
            entries.append(Shown((*key, "mean"), f"{code}, nilai", shown(index.mean)))
            entries.append(Shown((*key, "percent"), f"{code}, {heads[3].lower()}", shown(index.percent)))
            if terms.points:
                entries.append(Shown((*key, "points"), f"{code}, poin", shown(index.points)))
            if terms.banded:
                entries.append(Shown((*key, "band"), f"{code}, mutu", band(index.band)))
            rows.append(entries)
        self._table("Nilai indeks", heads, rows)

    def _totals(self) -> None:
        survey, sample = self._paper.survey, self._paper.survey.sample
        given: list[tuple[tuple[str, ...], str, Value]] = []
        if self._paper.rubric.combined is not None:
            name = f"Rata-rata {' dan '.join(self._paper.rubric.combined.indices)}"
            given.append((("mean_of_indices",), name, shown(survey.combined.mean_of_indices)))
        given.append((("pooled",), "Rata-rata seluruh jawaban", shown(survey.combined.pooled)))
        for code in survey.indices if self._paper.published_weight is not None else ():
            place = self._places[f"published {code}",]
            given.append(((f"published {code}",), f"{code} dengan bobot laporan terdahulu", place.value))
        given += [
            (("respondents",), "Responden", survey.respondents or 0),
            (("answers",), "Jawaban", survey.answers or 0),
            (("missing",), "Jawaban yang tidak diberikan", survey.missing or 0),
            (("rate",), "Tingkat respons (%)", shown(sample.response_rate)),
            (("size",), "Ukuran sampel menurut Krejcie dan Morgan", _or_none(sample.krejcie_morgan)),
            (("required",), "Responden yang diperlukan", _or_none(sample.required)),
            (("adequate",), "Kecukupan responden", ADEQUACY[sample.adequate]),
        ]
        rows = [(None, name, Shown(key, name, value)) for key, name, value in given]
        self._table("Angka gabungan, jawaban, dan responden", (None, "Angka", "Nilai"), rows)

    def _items(self) -> None:
        paper, terms = self._paper, terms_of(self._paper.survey)
        heads = [*terms.words.columns, "Jawaban", *map(_head, paper.values), "Jumlah nilai", "Rata-rata"]
        heads += ["Tertimbang", "Konversi", "Mutu"] if terms.converted else []
        heads += ["Target", "Selisih"]
        rows = []
        for item in paper.survey.items:
            key, name = ("item", item.code), item.code
            entries: list[Entry] = [item.code, item.text]
            entries.append(Shown((*key, "n"), f"{name}, jawaban", item.n))
            for number, value in enumerate(paper.values):
                counted = item.counts.get(key_of(value), 0)
                entries.append(Shown((*key, value_key(number)), f"{name}, jawaban {_head(value)}", counted))
            entries.append(Shown((*key, "sum"), f"{name}, jumlah nilai", item.sum))
            entries.append(Shown((*key, "mean"), f"{name}, rata-rata", shown(item.mean)))
            if terms.converted:
                value = scale(item.mean, terms.factor)
                for each, words in (("weighted3", "tertimbang"), ("band", "mutu")):
                    place = self._places[*key, each]
                    entries.append(Shown((*key, each), f"{name}, {words}", place.value))
                entries.insert(-1, Shown((*key, "value"), f"{name}, konversi", shown(value)))
            target = paper.target_of(item.code)
            entries.append(NONE if target is None else Shown((*key, "target"), f"{name}, target", target))
            known = isinstance(item.mean, Fraction) and target is not None
            gap = shown(item.mean - target) if known else NONE
            entries.append(Shown((*key, "gap"), f"{name}, selisih", gap))
            rows.append(entries)
        self._table(f"Nilai setiap {terms.words.item}", heads, rows)

    def _distribution(self) -> None:
        rows = []
        for value in self._paper.values:
            share = self._paper.survey.distribution.get(key_of(value))
            if share is None:
                continue
            key, name = ("value", key_of(value)), f"Nilai {_head(value)}"
            rows.append((
                name, None, Shown((*key, "count"), f"{name}, banyaknya", share.count),
                Shown((*key, "share"), f"{name}, bagian (%)", shown(share.share)),
            ))  # fmt: skip
        self._table("Sebaran jawaban", ("Jawaban", None, "Banyaknya", "Bagian (%)"), rows)

    def _zone(self) -> None:
        zi = self._paper.survey.zi
        if zi is None:
            return
        rows: list[Sequence[Entry]] = []
        for component in zi.components:
            for kind, each in (("component", component), *(("part", part) for part in component.parts)):
                key = (kind, each.code)
                rows.append((
                    each.code, each.name, Shown((*key, "points"), f"{each.name}, poin", shown(each.points)),
                    Shown((*key, "most"), f"{each.name}, poin tertinggi", each.maximum),
                    Shown((*key, "share"), f"{each.name}, persen", shown(scale(each.points, 100 / each.maximum))),
                ))  # fmt: skip
        self._table("Komponen hasil Zona Integritas", ("Kode", "Nama", "Poin", "Poin tertinggi", "Persen"), rows)
        self._table("Syarat predikat", ("Predikat", "Syarat", "Minimal", "Capaian", "Keterangan"), [*self._conditions()])

    def _conditions(self) -> Iterator[Sequence[Entry]]:
        zi, zone = self._paper.survey.zi, self._paper.rubric.zi
        if zi is None or zone is None:
            return
        number = 0
        for predicate in zone.predicates:
            found = zi.predicates[predicate.code]
            for asked, each in zip(predicate.conditions, found.conditions, strict=True):
                number += 1
                key, name = ("condition", str(number)), f"{predicate.code}: {each.name}"
                status = OUTSIDE if asked.of is None else status_of(each)
                yield (
                    predicate.code, each.name, Shown((*key, "minimum"), f"{name}, minimal", each.minimum),
                    Shown((*key, "reached"), f"{name}, capaian", shown(each.reached)),
                    Shown((*key, "status"), f"{name}, keterangan", status),
                )  # fmt: skip
            words = VERDICTS[found.met]
            yield predicate.code, found.name, None, None, Shown(("predicate", predicate.code, "met"), predicate.code, words)

    def _groups(self) -> None:
        codes = [*self._paper.survey.indices]
        value = terms_of(self._paper.survey).value
        rows = []
        for number, breakdown, group, _ in group_names(self._paper):
            key, name = ("group", number), f"{breakdown.name}: {say(group.name)}"
            share = Fraction(100 * group.respondents, self._paper.respondents)
            entries: list[Entry] = [breakdown.name, say(group.name)]
            entries.append(Shown((*key, "n"), f"{name}, responden", group.respondents))
            entries.append(Shown((*key, "share"), f"{name}, bagian (%)", shown(share)))
            for code in codes:
                entries.append(Shown((*key, code), f"{name}, {code}", shown(value(group.indices[code]))))
            rows.append(entries)
        self._table("Kelompok responden", ("Menurut", "Kelompok", "Responden", "Bagian (%)", *codes), rows)

    def _quality(self) -> None:
        rows = []
        for each in self._paper.survey.quality:
            code = each.code.removeprefix("alpha_")
            if each.value is not None and ("alpha", code, "alpha") in self._places:
                key = ("alpha", code, "alpha")
                rows.append((None, say(each.title), Shown(key, capital(say(each.title)), shown(each.value))))
        self._table("Konsistensi internal", (None, "Pemeriksaan", "Nilai"), rows)

    def _periods(self) -> None:
        names = lines(self._paper)
        heads = ["Periode", None, "Responden", *(head for name in names for head in (name, f"Perubahan {name}"))]
        rows = []
        stored = [past for past in self._paper.history if past.survey is not None]
        for number, past in enumerate(stored if len(stored) > 1 else ()):
            key, name = ("period", str(past.period)), short_period(past.period)
            survey = past.survey or self._paper.survey
            before = stored[number - 1].survey if number else None
            entries: list[Entry] = [name, None, Shown((*key, "n"), f"{name}, responden", survey.respondents or 0)]
            for line in names:
                now, then = told(survey, line, self._paper), told(before, line, self._paper) if before else None
                both = isinstance(now, Fraction) and isinstance(then, Fraction)
                change = shown(now - then) if both else NONE
                entries.append(Shown((*key, line), f"{name}, {line}", NONE if now is None else shown(now)))
                entries.append(Shown((*key, f"change_{line}"), f"{name}, perubahan {line}", change))
            rows.append(entries)
        self._table("Perkembangan antarperiode", heads, rows)


def _head(value: int | Fraction) -> str:
    return key_of(value)


def _or_none(value: int | None) -> Value:
    return NONE if value is None else value
