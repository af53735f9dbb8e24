"""The settings form's own names: its sheets, what each cell asks, and where ``ipak.yaml`` says it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from ipak_cli.base.period import PeriodKind
from ipak_cli.base.text import shown
from ipak_cli.base.timezones import ZONES
from ipak_cli.survey.suggestion_result import TextRule
from ipak_cli.workspace.config import ActionStatus

if TYPE_CHECKING:
    from ipak_cli.rubric.yaml_lines import Data

HELP_SHEET: Final = "Baca dulu"
UNIT_SHEET: Final = "Satuan kerja"
PERIOD_SHEET: Final = "Periode"
PLAN_SHEET: Final = "Tindak lanjut"
LIST_SHEET: Final = "Daftar"
SHEETS: Final = (UNIT_SHEET, PERIOD_SHEET, PLAN_SHEET, LIST_SHEET)
LABEL, ANSWER, HELP = "Keterangan", "Isian", "Penjelasan"
PERIOD, CODE, ITEM = "Periode", "Kode", "Butir"


class Kind(StrEnum):
    """What a cell holds."""

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    DAY = "day"
    LINES = "lines"


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that is asked: its label or column head, where its answer stands, and how it is typed.

    In a table ``path`` begins inside the row's own part of the file. ``also`` are other words for choices,
    each with the choice that it can only mean.
    """

    path: tuple[str, ...]
    label: str
    help: str
    kind: Kind = Kind.TEXT
    choices: tuple[str, ...] = ()
    width: int = 20
    also: tuple[tuple[str, str], ...] = ()


UNIT_FIELDS: Final = (
    Field(("unit", "name"), "Nama unit", "Unit yang disurvei. Wajib diisi."),
    Field(("unit", "short_name"), "Nama singkat", "Singkatan nama unit."),
    Field(("unit", "parent"), "Instansi induk", "Instansi di atas unit."),
    Field(("unit", "address"), "Alamat", "Alamat unit, satu baris."),
    Field(("unit", "city"), "Kota", "Kota di depan tanggal tanda tangan, misalnya Palu."),
    Field(("signatory", "name"), "Nama penanda tangan", "Dengan gelar, seperti dicetak di laporan."),
    Field(("signatory", "position"), "Jabatan penanda tangan", "Wajib bila ada nama penanda tangan."),
    Field(("signatory", "nip"), "NIP penanda tangan", "18 angka; kosongkan bila tidak ada."),
    Field(("report", "place"), "Tempat atau cara survei", "Misalnya: di ruang tunggu, dengan lembar kertas."),
    Field(("report", "link"), "Tautan survei", "Diawali https://"),
    Field(
        ("rubrics", "survey"),
        "Rubrik survei",
        "Nama rubrik bawaan (lihat `ipak rubric list`), atau berkas rubrik di ruang kerja.",
    ),
    Field(
        ("period_kind",),
        "Jenis periode",
        "Jawaban dikelompokkan menurut ini. Kosong berarti triwulan.",
        choices=tuple(kind.value for kind in PeriodKind if kind is not PeriodKind.RANGE),
    ),
    Field(
        ("suggestions",),
        "Saran dalam laporan",
        "reviewed: hanya yang disetujui seseorang. redacted: semua, tanpa data pribadi yang dikenali. "
        "none: tema dan jumlahnya saja. Kosong berarti redacted.",
        choices=tuple(rule.value for rule in TextRule),
        also=(("ditinjau", TextRule.REVIEWED.value), ("tidak", TextRule.NONE.value)),
    ),
    Field(
        ("timezone",),
        "Zona waktu",
        "Kosong berarti Asia/Jakarta (WIB).",
        choices=tuple(zone.name for zone in ZONES),
    ),
    Field(
        ("targets", "default"),
        "Target semua butir",
        "Rata-rata yang ingin dicapai, misalnya 3,5. Kosong berarti target rubrik.",
        Kind.NUMBER,
    ),
    Field(
        ("unit", "about"),
        "Tugas unit",
        "Apa tugas unit dan siapa yang dilayani; satu paragraf satu baris (Alt+Enter).",
        Kind.LINES,
    ),
    Field(("unit", "services"), "Layanan", "Satu layanan satu baris (Alt+Enter).", Kind.LINES),
)
PERIOD_FIELDS: Final = (
    Field(("population",), "Jumlah pengunjung", "Bilangan bulat.", Kind.WHOLE, width=14),
    Field(("performance",), "Capaian kinerja", "A sampai E.", choices=("A", "B", "C", "D", "E"), width=12),
    Field(("signed",), "Tanggal tanda tangan", "Misalnya 31 Januari 2025.", Kind.DAY, width=22),
    Field(("note",), "Catatan", "Catatan untuk laporan.", width=60),
)
_STATUS_WORDS: Final = (
    (ActionStatus.OPEN, ("belum dimulai", "belum mulai", "belum dilaksanakan")),
    (ActionStatus.RUNNING, ("sedang berjalan", "sedang dilaksanakan")),
    (ActionStatus.DONE, ("sudah selesai", "telah selesai", "selesai dilaksanakan")),
)
"""The report's own words for a status, and their like; "proses" may mean that it is only planned."""
PLAN_FIELDS: Final = (
    Field(("actions",), "Tindakan", "Satu tindakan satu baris (Alt+Enter).", Kind.LINES, width=46),
    Field(("pic",), "Penanggung jawab", "Nama atau jabatan."),
    Field(
        ("deadline",), "Batas waktu", "Tanggal, misalnya 31 Maret 2025, atau kata: setiap bulan.", Kind.DAY
    ),
    Field(
        ("status",),
        "Status",
        "Kosong berarti belum.",
        choices=tuple(status.value for status in ActionStatus),
        width=12,
        also=tuple((said, status.value) for status, words in _STATUS_WORDS for said in words),
    ),
)
TARGET: Final = Field((), "Target", "Misalnya 3,5. Kosong berarti target semua butir.", Kind.NUMBER, width=9)
LIST_FIELDS: Final = (
    Field(("directors",), "Pengarah", "Satu nama satu baris.", Kind.LINES, width=34),
    Field(("editors",), "Editor", "Satu nama satu baris.", Kind.LINES, width=34),
    Field(
        ("legal_basis",),
        "Dasar hukum",
        "Satu baris untuk setiap peraturan, atau nama pendeknya dari rubrik.",
        Kind.LINES,
        width=90,
    ),
)


def clean(text: str) -> str:
    """Return a text as the form knows it: no blank lines, no spaces at ends, nothing that is not seen."""
    lines = (line.strip() for line in shown(text).splitlines())
    return "\n".join(line for line in lines if line)


def lines_of(data: Data) -> list[str]:
    """Return a list of the settings as the form knows it, a line each."""
    entries = data if isinstance(data, list) else []
    return [line for each in entries if isinstance(each, str) for line in clean(each).splitlines()]


def value_at(data: Data, path: tuple[str, ...]) -> Data:
    """Return what settings say at a place; ``None`` where they say nothing."""
    for key in path:
        data = data.get(key) if isinstance(data, dict) else None
    return data


def cell_text(data: Data) -> str:
    """Return what a cell of the form shows of a value: a list's entries below each other."""
    return clean(data) if isinstance(data, str) else "\n".join(lines_of(data))
