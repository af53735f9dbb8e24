"""R7xx: a rubric made from a form that no rubric knows, and what is said of it."""

from __future__ import annotations

from typing import Final

from ipak_cli.base.problem import Entry, Severity

FORM_WITHOUT_HEADS: Final = Entry("R700", Severity.ERROR)
COLUMNS_NOT_IN_FORM: Final = Entry("R701", Severity.ERROR)
COLUMN_HAS_NO_CHOICES: Final = Entry("R702", Severity.ERROR)
ITEM_COUNT_UNFIT: Final = Entry("R703", Severity.ERROR)
INDEX_UNFIT: Final = Entry("R704", Severity.ERROR)
SCALE_UNFIT: Final = Entry("R705", Severity.ERROR)
ORDER_LACKS_WORDS: Final = Entry("R706", Severity.ERROR)
ORDERS_OF_OTHER_LENGTH: Final = Entry("R707", Severity.ERROR)
HEADS_ALIKE: Final = Entry("R708", Severity.ERROR)
FORM_NOT_FULLY_SAID: Final = Entry("R709", Severity.ERROR)
KNOWN_FORM_NEEDS_WORKSPACE: Final = Entry("R710", Severity.ERROR)
COLUMNS_MEAN_OTHERWISE: Final = Entry("R713", Severity.ERROR)
SETTINGS_SAY_SO_ALREADY: Final = Entry("R711", Severity.ERROR)
SETTINGS_NOT_TOUCHED: Final = Entry("R712", Severity.ERROR)
ORDER_AGAINST_RUBRIC: Final = Entry("R714", Severity.ERROR)
FORMS_DISAGREE: Final = Entry("R715", Severity.ERROR)
SCALE_NOT_OF_RUBRIC: Final = Entry("R716", Severity.ERROR)
ITEM_NOT_PICKED: Final = Entry("R717", Severity.ERROR)
COLUMN_PICKED_TWICE: Final = Entry("R718", Severity.ERROR)
WORD_NOT_PICKED: Final = Entry("R719", Severity.ERROR)
TIME_NOT_PICKED: Final = Entry("R721", Severity.ERROR)
