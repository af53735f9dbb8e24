"""What is said of chance: intervals, changes, thresholds, and which items come first; no codes."""

from __future__ import annotations

from typing import Final

from ipak_cli.base.message import Phrase

# What an interval was computed with, or why there is none.
SOME_VISITORS_ANSWERED: Final = Phrase("some_visitors_answered")
VISITORS_UNKNOWN: Final = Phrase("visitors_unknown")
MORE_ANSWERS_THAN_VISITORS: Final = Phrase("more_answers_than_visitors")
ALL_VISITORS_ANSWERED: Final = Phrase("all_visitors_answered")
TOO_FEW_ANSWERS: Final = Phrase("too_few_answers")

# What a document does not tell.
ITEM_ONLY_SUMMED: Final = Phrase("item_only_summed")
RECAP_HAS_NO_PEOPLE: Final = Phrase("recap_has_no_people")
OWN_INDEX_UNTOLD: Final = Phrase("own_index_untold")
OWN_INDEX_UNKNOWN: Final = Phrase("own_index_unknown")

# Whether a figure changed.
RISEN: Final = Phrase("change_risen")
FALLEN: Final = Phrase("change_fallen")
CHANGE_UNSURE: Final = Phrase("change_unsure")
TOO_FEW_TO_COMPARE: Final = Phrase("too_few_to_compare")
MAY_BE_THE_SAME_PEOPLE: Final = Phrase("may_be_the_same_people")
COUNTED_BY_NORMAL_CURVE: Final = Phrase("counted_by_normal_curve")

# Where a figure stands against a threshold.
ABOVE_THRESHOLD: Final = Phrase("above_threshold")
BELOW_THRESHOLD: Final = Phrase("below_threshold")
THRESHOLD_UNSURE: Final = Phrase("threshold_unsure")
WITHIN_BAND: Final = Phrase("within_band")
BELOW_ALL_BANDS: Final = Phrase("below_all_bands")
BAND_UNSURE: Final = Phrase("band_unsure")

# Which groups differ from all other respondents.
GROUPS_HIGHER: Final = Phrase("groups_higher")
GROUPS_LOWER: Final = Phrase("groups_lower")
GROUPS_UNSURE: Final = Phrase("groups_unsure")
GROUPS_NOT_COMPARED: Final = Phrase("groups_not_compared")

# Which items come first.
LOWER_THAN_OTHERS: Final = Phrase("lower_than_others")
OTHERS_ALIKE: Final = Phrase("others_alike")
ANSWERS_TAKEN_ALONE: Final = Phrase("answers_taken_alone")
