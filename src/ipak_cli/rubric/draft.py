"""A new rubric, or the settings' part about a form's own heads, as commented text for people to read on."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ipak_cli.base.message import printable
from ipak_cli.base.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    Labels = Mapping[int, Sequence[str]]


@dataclass(frozen=True, slots=True)
class ItemDraft:
    """An item: its code, its head or the ``heads`` of the columns of which it is the mean, its own words."""

    code: str
    text: str
    heads: tuple[str, ...] = ()
    labels: Labels = field(default_factory=dict)
    negative: bool = False


@dataclass(frozen=True, slots=True)
class IndexDraft:
    """An index of the form."""

    code: str
    name: str
    items: tuple[ItemDraft, ...]


@dataclass(frozen=True, slots=True)
class ProfileDraft:
    """A column that groups respondents."""

    code: str
    name: str
    headers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RubricDraft:
    """All that a new rubric says; ``file`` is the name of the export that it was made from."""

    id: str
    title: str
    file: str
    scale: tuple[int, int]
    labels: Labels
    missing: tuple[str, ...]
    indices: tuple[IndexDraft, ...]
    profiles: tuple[ProfileDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class ColumnsDraft:
    """What the settings say of a form that asks a known instrument's items in other words.

    ``columns`` are the heads by item, profile or ``time``; several groups of heads are their mean. ``labels``
    are the words of the whole scale, ``own`` those of single items.
    """

    file: str
    rubric: str
    columns: Mapping[str, Sequence[str]]
    means: Mapping[str, Sequence[str]] = field(default_factory=dict)
    labels: Labels = field(default_factory=dict)
    own: Mapping[str, Labels] = field(default_factory=dict)
    missing: tuple[str, ...] = ()


def head_text(text: str) -> str:
    """Return a head as a file keeps it: one line, nothing unseen; it still matches its column."""
    return " ".join(printable(text).split())


def word_text(text: str) -> str:
    """Return an answer as a file keeps it; it still means the same answer."""
    return " ".join(printable(visible(text)).split())


def rubric_text(draft: RubricDraft) -> str:
    """Write a rubric's file."""
    return "\n".join((*_head(draft), *_scale(draft), *_indices(draft), *_end(draft))) + "\n"


def columns_text(draft: ColumnsDraft) -> str:
    """Write the parts ``columns:`` and ``answers:`` of the settings."""
    return "\n".join((*_columns(draft), *_answers(draft))) + "\n"


_LEAST: Final = 5
"""Respondents of the smallest group that is shown in detail."""


def _quoted(text: str) -> str:
    # A JSON text is a quoted YAML text, so no sign in a head can become a part of the file.
    return json.dumps(text, ensure_ascii=False)


def _list(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(_quoted, texts))}]"


def _head(draft: RubricDraft) -> Iterator[str]:
    yield "# Rubrik untuk formulir kantor sendiri, dibuat oleh `ipak rubric new` dari judul kolom ekspor."
    yield "# Baris yang diawali tanda # hanyalah penjelasan. Sesudah menyunting: `ipak rubric check`."
    yield "# Kalimat pada text harus sama dengan judul kolom; huruf besar dan tanda baca boleh lain."
    yield "kind: survey"
    yield f"id: {draft.id}"
    yield "# Naikkan versi bila bobot, arah, skala atau butirnya diubah: angkanya lalu lain artinya."
    yield 'version: "1.0"'
    yield f"title: {_quoted(draft.title)}"
    yield "# Ganti dengan asal kuesionernya: peraturan, keputusan, atau dokumen."
    yield f"source: {_quoted(f'Formulir kantor sendiri, menurut judul kolom pada {draft.file}')}"


def _scale(draft: RubricDraft) -> Iterator[str]:
    yield ""
    yield "# Nilai jawaban: lowest paling buruk, highest paling baik. Angka di luar ini adalah galat."
    yield "scale:"
    yield f"  lowest: {draft.scale[0]}"
    yield f"  highest: {draft.scale[1]}"
    yield "  # Untuk laporan: sebutan nilai, dan arti kedua ujungnya. Hapus # untuk memakai."
    yield "  #word: bintang"
    yield "  #ends: {lowest: Tidak Baik, highest: Sangat Baik}"
    if draft.labels:
        yield "  # Kata-kata jawaban dan nilainya; tambahkan pilihan yang belum pernah dipilih responden."
        yield "  labels:"
        yield from _labels(draft.labels, "    ")
    if draft.missing:
        yield "  # Kata-kata yang berarti tidak menjawab: tidak ikut dihitung, dan jumlahnya disebutkan."
        yield f"  missing: {_list(draft.missing)}"
    yield "# Sel kosong: error berarti ditanyakan, missing berarti responden tidak menjawab."
    yield "blank: error"


def _labels(labels: Labels, indent: str) -> Iterator[str]:
    return (f"{indent}- {{value: {value}, words: {_list(labels[value])}}}" for value in sorted(labels))


def _indices(draft: RubricDraft) -> Iterator[str]:
    yield ""
    yield "# Indeks adalah rata-rata butirnya, dengan bobot yang sama. Untuk bobot lain tulis weight pada"
    yield "# setiap butir, misalnya weight: 1/9; jumlahnya harus 1."
    yield "indices:"
    for index in draft.indices:
        yield f"  - code: {index.code}"
        yield f"    name: {_quoted(index.name)}"
        yield "    # Mutu bila ada; minimum adalah nilai konversi (persen). Hapus # untuk memakai."
        yield "    #bands:"
        yield "    #  - {code: A, name: Sangat Baik, minimum: 88.31}"
        yield "    # positive: jawaban tinggi berarti baik; negative: jawaban tinggi berarti buruk."
        yield "    items:"
        for item in index.items:
            yield from _item(item)


def _item(item: ItemDraft) -> Iterator[str]:
    yield f"      - code: {item.code}"
    yield f"        text: {_quoted(item.text)}"
    yield f"        polarity: {'negative' if item.negative else 'positive'}"
    if item.heads:
        yield "        # Jawaban satu responden adalah rata-rata kolom-kolom ini."
        yield f"        mean_of: [{', '.join(_list([head]) for head in item.heads)}]"
    if item.labels:
        yield "        labels:"
        yield from _labels(item.labels, "          ")


def _end(draft: RubricDraft) -> Iterator[str]:
    yield ""
    yield "# Jumlah responden paling sedikit; null berarti tidak ditetapkan."
    yield "sample:"
    yield "  minimum: null"
    yield '  source: "Jumlah minimum responden belum ditetapkan"'
    if draft.profiles:
        yield ""
        yield "# Kolom yang mengelompokkan responden. Jangan masukkan nama, nomor telepon atau alamat surel."
        yield "profiles:"
        for profile in draft.profiles:
            yield f"  - code: {profile.code}"
            yield f"    name: {_quoted(profile.name)}"
            yield f"    headers: {_list(profile.headers)}"
    yield "# Dasar hukum yang disebut laporan, masing-masing dengan nama pendek. Hapus # untuk memakai."
    yield "#legal_basis:"
    yield "#  - {id: uu-25-2009, text: Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik}"
    yield "# Kelompok yang lebih kecil dari ini tidak dirinci, agar tidak ada orang yang dapat dikenali."
    yield f"smallest_group: {_LEAST}"


def _columns(draft: ColumnsDraft) -> Iterator[str]:
    yield "# Judul kolom formulir kantor sendiri dan butir rubrik yang ditanyakannya, menurut kodenya"
    yield f"# (lihat `ipak rubric show {draft.rubric}`)."
    yield "columns:"
    for key, heads in draft.columns.items():
        yield f"  {key}: {_list(heads)}"
    for key, heads in draft.means.items():
        yield "  # Rata-rata beberapa kolom."
        yield f"  {key}: {{mean: {_list(heads)}}}"


def _answers(draft: ColumnsDraft) -> Iterator[str]:
    if not (draft.labels or draft.own or draft.missing):
        return
    yield "# Kata-kata jawaban formulir itu dan nilainya."
    yield "answers:"
    yield from (f'  "{value}": {_list(draft.labels[value])}' for value in sorted(draft.labels))
    if draft.missing:
        yield "  # Berarti tidak menjawab: tidak ikut dihitung, dan jumlahnya disebutkan."
        yield f"  missing: {_list(draft.missing)}"
    if draft.own:
        yield "  # Kata-kata satu butir saja."
        yield "  items:"
        for code, labels in draft.own.items():
            told = ", ".join(f'"{value}": {_list(labels[value])}' for value in sorted(labels))
            yield f"    {code}: {{{told}}}"
