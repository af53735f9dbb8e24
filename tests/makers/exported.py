"""Exports as tests read them: the example's workspace, and what stands in files of each format."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

import openpyxl

from ipak_cli.jobs.export import render_export
from ipak_cli.jobs.open_workspace import OpenWorkspace

EXAMPLES = Path(__file__).parents[2] / "examples"


def example_workspace(folder):
    """Copy the example's settings and stored results into a folder, which is made."""
    folder.mkdir()
    shutil.copy2(EXAMPLES / "ipak.yaml", folder)
    shutil.copytree(EXAMPLES / "hasil", folder / "hasil")
    return folder


def export_files(workspace, *periods, formats=("csv",)):
    """Return the files of an export by name, without writing them."""
    return render_export(OpenWorkspace(workspace), periods, formats).files


def csv_rows(data):
    """Return the rows of a text file, each by the names of its columns."""
    return [*csv.DictReader(io.StringIO(data.decode(), newline=""))]


def sheet_rows(data, name):
    """Return the rows of a sheet of a workbook, each by the names of its columns."""
    heads, *rows = openpyxl.load_workbook(io.BytesIO(data))[name].iter_rows(values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in rows]
