"""Exports of forms that no rubric knows, as apps and offices make them."""

from __future__ import annotations

import openpyxl

APP_HEADS = [
    "Kemudahan persyaratan", "Kemudahan prosedur", "Kecepatan waktu", "Kewajaran biaya", "Kesesuaian produk",
    "Kompetensi petugas", "Keramahan petugas", "Penanganan aduan", "Kualitas sarpras",
]  # fmt: skip
"""The nine elements of SKM as an app may call them."""
OWN_WORDS = ("Mengecewakan", "Lumayan", "Oke", "Mantap")


def times(count):
    """Return as many times within one period."""
    return [f"2024-11-{1 + n % 28:02d} 09:00:00" for n in range(count)]


def turns(choices, count, start=0):
    """Return as many choices, one after the other."""
    return [choices[(start + n) % len(choices)] for n in range(count)]


def form(heads, columns):
    """Return a table: the heads, and below them the columns."""
    return [list(heads), *(list(row) for row in zip(*columns, strict=True))]


def app_form(count=12):
    """Return the export of an app: time, name, sex, nine numbered answers, a suggestion."""
    heads = ["Tanggal Isi", "Nama Lengkap", "L/P", *APP_HEADS, "Saran"]
    names = [f"Orang {chr(65 + n)}aja" for n in range(count)]
    answers = [turns([2, 3, 4], count, start) for start in range(9)]
    said = turns(["Mohon kursinya ditambah lagi di ruang tunggu", "Sudah baik sekali"], count)
    return form(heads, [times(count), names, turns("LP", count), *answers, said])


def own_words_form(count=12, words=OWN_WORDS):
    """Return an export whose answers are an office's own words."""
    heads = ["Timestamp", "Email Address", "Antrean tertib", "Petugas sigap", "Biaya jelas"]
    mails = [f"orang{n}@contoh.example" for n in range(count)]
    return form(heads, [times(count), mails, *(turns(words, count, start) for start in range(3))])


def five_point_form(count=12):
    """Return an export of an instrument of its own on a scale of 1 to 5, where nobody chose 1."""
    heads = ["timestamp", "Q1 Kemudahan aplikasi", "Q2 Kecepatan aplikasi", "Q3 Tampilan aplikasi"]
    return form(heads, [times(count), *(turns([2, 3, 4, 5], count, start) for start in range(3))])


def numbered_form(count=12):
    """Return an export whose heads only count the questions, with a footer."""
    answers = [turns([3, 4], count, start) for start in range(9)]
    rows = form(["Tanggal", *(f"Unsur {n}" for n in range(1, 10))], [times(count), *answers])
    return [*rows, ["Jumlah", *([42] * 9)], ["NRR", *([3.5] * 9)]]


def write_two_row_heads(path, count=12):
    """Write an export with a title and heads in two rows, as merged cells make them."""
    sheet = (book := openpyxl.Workbook()).active
    words = ["Tidak Setuju", "Kurang Setuju", "Setuju", "Sangat Setuju"]
    sheet.append(["Rekap Survei 2024"])
    sheet.append(["Waktu", "Jenis Kelamin", "SPAK", None, "SPKP", None])
    sheet.append([None, None, "Tidak ada pungli", "Tidak ada calo", "Ruang bersih", "Petugas ramah"])
    for row in form([], [times(count), turns("LP", count), *(turns(words, count, n) for n in range(4))])[1:]:
        sheet.append(row)
    for cells in ("A2:A3", "B2:B3", "C2:D2", "E2:F2"):
        sheet.merge_cells(cells)
    book.save(path)
    return path
