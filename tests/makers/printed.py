"""Numbers as a report prints them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.base.printed import readings

if TYPE_CHECKING:
    from ipak_cli.base.printed import Printed


def printed(text: str) -> Printed:
    """Return the one number that a text can be."""
    (found,) = readings(text)
    return found
