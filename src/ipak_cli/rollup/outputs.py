"""What a roll-up is written as: each form's file, put in its place as a whole."""

from __future__ import annotations

import hashlib
from enum import StrEnum
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from ipak_cli.jobs.written import FilesWritten, written_file
from ipak_cli.rollup.book import workbook
from ipak_cli.rollup.document import json_parts
from ipak_cli.rollup.page import page
from ipak_cli.workspace.atomic import make_folder, write_for_people

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from pathlib import Path

    from ipak_cli.rollup.result import RollUp
