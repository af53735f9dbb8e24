from __future__ import annotations

import re

import pytest

from ipak_cli.rubric.load import parse
from ipak_cli.rubric.yaml_lines import read_document
from makers.rubric_text import SMALL, altered


def _digest(text: str) -> str:
    return parse(read_document(text.encode(), "x.yaml")).digest


def test_a_digest_is_a_sha256():
    assert re.fullmatch(r"sha256:[0-9a-f]{64}", _digest(SMALL))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("kind: survey\n", "# catatan\n\nkind: survey   # jenis\n"),
        ("title: Rubrik kecil", 'title: "Rubrik kecil"'),
        ("title: Rubrik kecil", "title: >-\n  Rubrik\n  kecil"),
        ("weight: 1/3", 'weight: "2/6"'),
        ("target: 4", "target: 4.0"),
        ("target: 4", "blank: error\nsmallest_group: 5\ntarget: 4"),
        ('id: kecil\nversion: "1.0"\n', "version: '1.0'\nid: kecil\n"),
        ("  indices: [BERSIH, RAMAH]", "  indices:\n    - BERSIH\n    - RAMAH"),
    ],
)
def test_the_digest_does_not_depend_on_how_the_file_is_written(old, new):
    assert _digest(altered(old, new)) == _digest(SMALL)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Rubrik kecil", "title: Rubrik Kecil"),
        ("polarity: negative", "polarity: positive"),
        ("minimum: 80", "minimum: 80.01"),
        ("[BERSIH, RAMAH]", "[RAMAH, BERSIH]"),
        ("target: 4", "blank: missing\ntarget: 4"),
    ],
)
def test_the_digest_changes_with_the_content(old, new):
    assert _digest(altered(old, new)) != _digest(SMALL)
