"""Reasons, findings and parts of sentences that the rooms ``workspace``, ``jobs`` and ``run`` tell."""

from __future__ import annotations

from typing import Final

from ipak_cli.base.message import Phrase

COMPARE_WITH_EXAMPLE: Final = Phrase("compare_settings_with_example")
IS_IT_SETTINGS: Final = Phrase("is_it_the_settings_file")
ONE_DOCUMENT: Final = Phrase("keep_settings_in_one_document")
QUOTE_COLONS: Final = Phrase("quote_texts_with_colons")
