"""K28x: what is wrong with the filled form of a recap itself, and how a blank cell is filled."""

from __future__ import annotations

from typing import Final

from ipak_cli.base.message import Phrase
from ipak_cli.base.problem import Entry, Severity

FORM_HEAD_TWICE: Final = Entry("K280", Severity.ERROR)
FORM_HEAD_MISSING: Final = Entry("K281", Severity.ERROR)
FORM_SHAPES_MIXED: Final = Entry("K282", Severity.ERROR)
FORM_SENTENCE_OF_NO_ITEM: Final = Entry("K283", Severity.ERROR)
FORM_CODE_TWICE: Final = Entry("K284", Severity.ERROR)
FORM_CODE_LACKS: Final = Entry("K285", Severity.ERROR)

IS_NEGATIVE: Final = Phrase("recap_is_negative")
IS_TOO_LARGE: Final = Phrase("recap_is_too_large")
IS_PERCENTAGE: Final = Phrase("recap_is_percentage")
AT_LEAST_ONE: Final = Phrase("recap_at_least_one")
OR_NONE: Final = Phrase("recap_or_none")
FORM_COUNTS: Final = Phrase("recap_form_counts")
FORM_SUMS: Final = Phrase("recap_form_sums")
FORM_MEANS: Final = Phrase("recap_form_means")
