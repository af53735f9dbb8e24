"""The picture in the README is what the program prints today."""

from __future__ import annotations

from picture import PICTURE, picture


def test_the_picture_is_current():
    assert PICTURE.read_text(encoding="utf-8") == picture(), "run python tools/picture.py"


def test_the_picture_loads_nothing_from_elsewhere():
    namespace = 'xmlns="http://www.w3.org/2000/svg"'
    text = PICTURE.read_text(encoding="utf-8")
    assert namespace in text
    assert "://" not in text.replace(namespace, "")
