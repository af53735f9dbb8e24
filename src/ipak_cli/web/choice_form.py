"""The form about an export's columns and words: its fields as a page shows them, and what a page sends back.

The fields' names are those of :mod:`ipak_cli.survey.form.picks`; a second field of an item takes further
columns, of which the item is the mean.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ipak_cli.survey.form.picks import NOT_GIVEN, Picks, Role
from ipak_cli.survey.form.said import OWN, Topic, span_text
from ipak_cli.survey.reading.shown_cells import shortened
from ipak_cli.terminal.item_pairs import head_of
from ipak_cli.web.advice import told_at_field

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ipak_cli.survey.form.columns import FormColumn
    from ipak_cli.survey.form.picks import FieldFault, ItemPick, Picked, WordPick
    from ipak_cli.survey.form.questions import Known

MORE, JOINED, IGNORED, ASKED_LIKE = "more:", "join:", "ignore:", "asked"
"""How names of fields begin: an item's further columns, a group's box, that of a column which is left out;
and the name of the instrument that was shown."""
_SEVERAL: Final = re.compile(r"[\s,;+]+")
_ROLES: Final = (
    (Role.NONE, "tidak dipakai"),
    (Role.ITEM, "butir"),
    (Role.NEGATIVE, "butir terbalik: jawaban tinggi berarti buruk"),
    (Role.PROFILE, "kelompok responden"),
)
_TEXTS: Final = {
    Topic.INDEX: ("Indeks", "Satu nama untuk semua butir, atau misalnya IPAK=D-H; IPKP=I-Q."),
    Topic.SCALE: (
        "Skala",
        "Nilai terendah dan tertinggi pada formulir, misalnya 1-4, juga bila tidak ada yang memilihnya.",
    ),
    Topic.NAME: ("Nama rubrik", "Nama berkasnya: huruf kecil, angka dan tanda hubung."),
}


@dataclass(frozen=True, slots=True)
class ChoiceField:
    """A field: a choice of ``options`` (value and text), a box to tick, or a text where it has no options."""

    name: str
    id: str
    label: str
    value: str
    options: tuple[tuple[str, str], ...] = ()
    help: str = ""
    errors: tuple[str, ...] = ()
    box: bool = False
    more: ChoiceField | None = None


@dataclass(frozen=True, slots=True)
class ChoiceGroup:
    """Fields under one heading."""

    title: str
    note: str
    fields: tuple[ChoiceField, ...]


def picks_of(sent: Mapping[str, str]) -> Picks:
    """Return what a page sent; of another instrument than was shown only the words are taken."""
    like = sent.get("like") or None
    words = {name.removeprefix("word:"): value for name, value in sent.items() if name.startswith("word:")}
    if like != sent.get(ASKED_LIKE):
        return Picks(like, words=words)
    items = {
        code: "+".join(filter(None, (value, *_SEVERAL.split(sent.get(f"{MORE}{code}", "")))))
        for code, value in _named(sent, "item:").items()
    }
    texts = {topic: sent[f"text:{topic}"] for topic in Topic if f"text:{topic}" in sent}
    ignored = frozenset(_named(sent, IGNORED)) if items else None
    joined = frozenset(_named(sent, JOINED)) if f"text:{Topic.INDEX}" in sent else None
    return Picks(like, items, _named(sent, "role:"), words, joined, ignored, texts)


def _named(sent: Mapping[str, str], start: str) -> dict[str, str]:
    return {name.removeprefix(start): value for name, value in sent.items() if name.startswith(start)}


def choice_groups(picked: Picked, known: Known, faults: Sequence[FieldFault]) -> tuple[ChoiceGroup, ...]:
    """Return all fields, each with what is wrong with it."""
    groups = [_like(picked, known)]
    columns = {column.letters: column for column in picked.selectable}
    if picked.items:
        fields = tuple(_item(each, columns) for each in picked.items)
        groups.append(
            ChoiceGroup(
                "Kolom setiap butir",
                "Periksa satu per satu: yang tertukar tidak kelihatan pada hasilnya.",
                fields,
            )
        )
    if boxes := tuple(_leftover(picked)):
        note = "Kolom ini tampak seperti butir, tetapi tidak dipilih. Centang bila memang tidak dihitung."
        groups.append(ChoiceGroup("Kolom yang tidak dihitung", note, boxes))
    if picked.roles:
        groups.append(
            ChoiceGroup(
                "Guna setiap kolom",
                "Hanya kolom butir yang dihitung; nama orang bukan kelompok responden.",
                (*_roles(picked), *_boxes(picked)),
            )
        )
    if picked.words:
        note = (
            "Nilai tertinggi untuk jawaban yang paling baik. Yang kosong tidak ditebak: hanya Anda yang tahu."
        )
        groups.append(
            ChoiceGroup("Arti kata jawaban", note, tuple(_word(each, picked) for each in picked.words))
        )
    if others := (*_texts(picked), *_time(picked)):
        groups.append(ChoiceGroup("Yang tidak tertulis di berkas", "", others))
    return _numbered(groups, faults)


def _like(picked: Picked, known: Known) -> ChoiceGroup:
    options = [("", "pilih")] if picked.like is None else []
    options += [(each.id, f"{each.id} – {each.title}") for each in picked.instruments.rubrics]
    options.append((OWN, "pertanyaan kantor sendiri, dengan rubrik baru"))
    note = (
        f"Sekarang dipakai {known.rubrics[0].id}. Yang dipilih di sini menggantikannya; hasil dua "
        "instrumen tidak dapat dibandingkan."
    )
    field = ChoiceField(
        Topic.LIKE, "", "Instrumen yang ditanyakan formulir ini", picked.like or "", tuple(options)
    )
    return ChoiceGroup("Instrumen", note, (field,))


def _item(each: ItemPick, columns: Mapping[str, FormColumn]) -> ChoiceField:
    together = "+".join(each.rivals)
    options = [("", "belum dipilih"), *((letters, _column(column)) for letters, column in columns.items())]
    if together:
        options.append((together, f"rata-rata {' dan '.join(each.rivals)}"))
    chosen, _, more = (each.columns, "", "") if each.columns == together else each.columns.partition("+")
    helps = []
    if each.rivals:
        helps.append(
            f"Kolom {' dan '.join(each.rivals)} menanyakan ini: pilih salah satu, atau rata-ratanya."
        )
    elif not each.sure and each.columns:
        helps.append("Usul menurut judulnya; periksa.")
    if chosen and chosen not in dict(options):
        chosen, more = "", each.columns
    return ChoiceField(
        each.field,
        "",
        f"{each.code} {each.text}",
        chosen,
        tuple(options),
        " ".join(helps),
        more=ChoiceField(
            f"{MORE}{each.code}",
            "",
            f"Kolom lain untuk {each.code}, misalnya F, G: nilainya lalu rata-rata",
            more.replace("+", ", "),
        ),
    )


def _column(column: FormColumn) -> str:
    return f"{column.letters} – {head_of(column)}"


def _roles(picked: Picked) -> Iterable[ChoiceField]:
    return (ChoiceField(each.field, "", _column(each.column), each.role, _ROLES) for each in picked.roles)


def _boxes(picked: Picked) -> Iterable[ChoiceField]:
    return (
        ChoiceField(
            f"{JOINED}{name}",
            "",
            f"Kolom {name.replace('+', ' dan ')} satu butir: dihitung rata-ratanya",
            "1" if ticked else "",
            box=True,
        )
        for name, ticked in picked.groups.items()
    )


def _leftover(picked: Picked) -> Iterable[ChoiceField]:
    """Yield a box for each column that is no item's, once every item has its column."""
    full = all(each.columns for each in picked.items)
    for column, ticked in (each for each in picked.leftover if full or each[1]):
        yield ChoiceField(f"{IGNORED}{column.letters}", "", _column(column), "1" if ticked else "", box=True)


def _word(each: WordPick, picked: Picked) -> ChoiceField:
    lowest, highest = picked.scale or (0, 10)
    ends = {lowest: " (terendah)", highest: " (tertinggi)"} if picked.scale else {}
    options = (
        ("", "belum dipilih"),
        *((str(value), f"{value}{ends.get(value, '')}") for value in range(highest, lowest - 1, -1)),
        (NOT_GIVEN, "berarti tidak menjawab"),
    )
    letters = ", ".join(span_text(sorted(column.number for column in each.columns)))
    return ChoiceField(
        each.field,
        "",
        f"“{shortened(each.word, 60)}”",
        each.value,
        options,
        f"{each.times} jawaban, kolom {letters}",
    )


def _texts(picked: Picked) -> Iterable[ChoiceField]:
    for topic, (label, told) in _TEXTS.items():
        if topic in picked.texts:
            yield ChoiceField(f"text:{topic}", "", label, picked.texts[topic], help=told)


def _time(picked: Picked) -> Iterable[ChoiceField]:
    if Topic.TIME in picked.texts:
        options = (("", "belum dipilih"), *((each.letters, _column(each)) for each in picked.times))
        yield ChoiceField(
            f"text:{Topic.TIME}", "", "Kolom waktu pengisian", picked.texts[Topic.TIME], options
        )


def _numbered(groups: Sequence[ChoiceGroup], faults: Sequence[FieldFault]) -> tuple[ChoiceGroup, ...]:
    """Give each field an id, and what is wrong with it."""
    told: dict[str, list[str]] = {}
    for fault in faults:
        told.setdefault(fault.field, []).append(told_at_field(fault.problem))
    number = 0
    made = []
    for group in groups:
        fields = []
        for field in group.fields:
            number += 1
            errors = tuple(told.get(field.name.removeprefix("text:"), ()))
            more = field.more and replace(field.more, id=f"arti-{number}-lain")
            fields.append(replace(field, id=f"arti-{number}", errors=errors, more=more))
        made.append(replace(group, fields=tuple(fields)))
    return tuple(made)


def contents(columns: Iterable[FormColumn]) -> list[Mapping[str, object]]:
    """Return what stands in the columns: their heads, and how often each choice was made."""
    return [
        {
            "letters": column.letters,
            "head": head_of(column),
            "choices": [
                (
                    shortened(
                        " ".join(str(part) for part in (each.number, each.word) if part is not None), 40
                    ),
                    each.times,
                )
                for each in sorted(column.choices, key=lambda each: -each.times)
            ],
        }
        for column in columns
    ]
