"""G45x: what people decide of suggestions before they are published, at a terminal or in a form."""

from __future__ import annotations

from typing import Final

from ipak_cli.base.problem import Entry, Severity

REVIEW_UNREADABLE: Final = Entry("G450", Severity.ERROR)
REVIEW_DAMAGED: Final = Entry("G451", Severity.ERROR)
SUGGESTIONS_WAITING: Final = Entry("G452", Severity.WARNING, changes_figure=False)
NOT_A_REVIEW_FORM: Final = Entry("G453", Severity.ERROR)
REVIEW_FORM_OF_OTHER_PERIOD: Final = Entry("G454", Severity.ERROR)
TEXT_NOT_AMONG_SUGGESTIONS: Final = Entry("G455", Severity.ERROR)
WORDS_NOT_IN_TEXT: Final = Entry("G456", Severity.ERROR)
NO_WORDS_LEFT: Final = Entry("G457", Severity.ERROR)
WORDS_WITHOUT_DECISION: Final = Entry("G459", Severity.ERROR)
DECIDED_MEANWHILE: Final = Entry("G458", Severity.ERROR)
