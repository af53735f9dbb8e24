"""The pictures in the README are what the program prints today."""

from __future__ import annotations

import pytest
from picture import PICTURES, draw

EACH = pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)


@EACH
def test_the_picture_is_current(picture):
    assert picture.path.read_text(encoding="utf-8") == draw(picture), "run python tools/picture.py"


@EACH
def test_the_picture_loads_nothing_from_elsewhere(picture):
    namespace = 'xmlns="http://www.w3.org/2000/svg"'
    text = picture.path.read_text(encoding="utf-8")
    assert namespace in text
    assert "://" not in text.replace(namespace, "")
