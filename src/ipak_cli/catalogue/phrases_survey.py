"""Reasons, findings and parts of sentences that the room ``survey`` tells."""

from __future__ import annotations

from typing import Final

from ipak_cli.base.message import Phrase

# Why a figure is not scored.
INPUT_FAULTY: Final = Phrase("input_faulty")
NO_ANSWERS: Final = Phrase("no_answers")
ITEM_NOT_SCORED: Final = Phrase("item_not_scored")
NO_COMBINED_INDEX: Final = Phrase("no_combined_index")
NO_ZI_POINTS: Final = Phrase("no_zi_points")
NO_PERFORMANCE_GRADE: Final = Phrase("no_performance_grade")
OUTSIDE_THE_SURVEY: Final = Phrase("outside_the_survey")
POPULATION_NOT_GIVEN: Final = Phrase("population_not_given")
ALPHA_NEEDS_MORE: Final = Phrase("alpha_needs_more")
ALPHA_NO_VARIANCE: Final = Phrase("alpha_no_variance")

# Groups of respondents, and the quarters of a file.
GROUP_NOT_FILLED: Final = Phrase("group_not_filled")
QUARTER_AND_RESPONDENTS: Final = Phrase("quarter_and_respondents")

# Whether enough people answered.
MORE_THAN_VISITORS: Final = Phrase("sample_more_than_visitors")
CENSUS: Final = Phrase("sample_census")
SIZE_REACHED: Final = Phrase("sample_size_reached")
SIZE_REACHED_FEW_VISITORS: Final = Phrase("sample_size_reached_few_visitors")
MINIMUM_BUT_NOT_SIZE: Final = Phrase("sample_minimum_but_not_size")
SIZE_NOT_REACHED: Final = Phrase("sample_size_not_reached")
MINIMUM_REACHED: Final = Phrase("sample_minimum_reached")
MINIMUM_NOT_REACHED: Final = Phrase("sample_minimum_not_reached")
NO_RULE_NO_POPULATION: Final = Phrase("sample_no_rule_no_population")

# Why groups are not shown.
TOO_MANY_GROUPS: Final = Phrase("too_many_groups")
ALL_GROUPS_SMALL: Final = Phrase("all_groups_small")
SMALL_GROUPS_AND_OTHERS: Final = Phrase("small_groups_and_others")
HIDDEN_SMALL: Final = Phrase("hidden_small_groups")
HIDDEN_SMALL_AND_OTHERS: Final = Phrase("hidden_small_groups_and_others")
NOT_DISPLAYED: Final = Phrase("groups_not_displayed")
NOT_DETAILED: Final = Phrase("groups_not_detailed")

# Looks at the data's quality: titles, then findings.
SAME_RESPONSES: Final = Phrase("quality_duplicates")
SAME_PEOPLE: Final = Phrase("quality_same_person")
TRIAL_ROWS: Final = Phrase("quality_tests")
ROWS_OUTSIDE: Final = Phrase("quality_outside")
ALL_HIGHEST: Final = Phrase("quality_straight_highest")
ALL_SAME_LOWER: Final = Phrase("quality_straight_other")
BURSTS: Final = Phrase("quality_bursts")
HIGHEST_SHARE: Final = Phrase("quality_ceiling")
ALPHA: Final = Phrase("quality_alpha")
NONE_FOUND: Final = Phrase("none_found")
SAME_RESPONSES_FOUND: Final = Phrase("duplicates_found")
SAME_PEOPLE_FOUND: Final = Phrase("same_person_found")
TRIAL_ROWS_FOUND: Final = Phrase("tests_found")
ROWS_OUTSIDE_FOUND: Final = Phrase("outside_found")
ALL_HIGHEST_FOUND: Final = Phrase("straight_highest_found")
ALL_SAME_LOWER_FOUND: Final = Phrase("straight_other_found")
BURSTS_FOUND: Final = Phrase("bursts_found")
TIMES_NOT_RECORDED: Final = Phrase("times_not_recorded")
NEARLY_ALL_HIGHEST: Final = Phrase("nearly_all_highest")
SPREAD_TELLS_ITEMS_APART: Final = Phrase("spread_tells_items_apart")
CONSISTENCY: Final = Phrase("consistency")
CONSISTENCY_OF_FEW: Final = Phrase("consistency_of_few")
VERY_HIGH: Final = Phrase("consistency_very_high")
HIGH: Final = Phrase("consistency_high")
ENOUGH: Final = Phrase("consistency_enough")
RATHER_LOW: Final = Phrase("consistency_rather_low")
LOW: Final = Phrase("consistency_low")

# Rows that were left out or are worth a look.
SUMMARY_ROWS: Final = Phrase("rows_summary")
SUMMARY_ROWS_CALLED: Final = Phrase("rows_summary_called")
SUMMARY_ROWS_CALLED_AND_MORE: Final = Phrase("rows_summary_called_and_more")
ROWS_WITHOUT_ANSWER: Final = Phrase("rows_no_answer")
HEADER_ROWS: Final = Phrase("rows_header")
OUTSIDE_ROWS: Final = Phrase("rows_outside")
DUPLICATE_ROWS: Final = Phrase("rows_duplicates")
SAME_PERSON_ROWS: Final = Phrase("rows_same_person")
TEST_ROWS: Final = Phrase("rows_tests")
STRAIGHT_ROWS: Final = Phrase("rows_straight_other")
QUOTED: Final = Phrase("quoted")

# What may be answered.
NUMBERS_FROM_TO: Final = Phrase("numbers_from_to")

# Why a row may be no response, and how to tell that it is one.
WITHOUT_NUMBER: Final = Phrase("row_without_number")
WITHOUT_NUMBER_REMEDY: Final = Phrase("row_without_number_remedy")
TEXT_FOR_NUMBER: Final = Phrase("row_text_for_number")
TEXT_FOR_NUMBER_REMEDY: Final = Phrase("row_text_for_number_remedy")
OTHERS_BLANK: Final = Phrase("row_others_blank")
OTHERS_BLANK_REMEDY: Final = Phrase("row_others_blank_remedy")
SUMMARY_WORD: Final = Phrase("row_summary_word")
SUMMARY_WORD_REMEDY: Final = Phrase("row_summary_word_remedy")
BELOW_A_GAP: Final = Phrase("row_below_a_gap")
BELOW_A_GAP_REMEDY: Final = Phrase("row_below_a_gap_remedy")
NEARLY_BLANK: Final = Phrase("row_nearly_blank")
NEARLY_BLANK_REMEDY: Final = Phrase("row_nearly_blank_remedy")

# Headers, columns and cells.
VALUE_NOT_SHOWN: Final = Phrase("value_not_shown")
"""Stands for a text that could tell who a person is."""
HEADER_MISSING: Final = Phrase("header_missing")
HEADER_BLANK: Final = Phrase("header_blank")
"""The same between quotation marks."""
COLUMN_AND_HEADER: Final = Phrase("column_and_header")
NO_COLUMN_LEFT: Final = Phrase("no_column_left")
DAY_BEFORE_MONTH: Final = Phrase("day_before_month")
MONTH_BEFORE_DAY: Final = Phrase("month_before_day")
QUESTIONS_IN_COLUMN: Final = Phrase("questions_in_column")
QUESTIONS_AND_ANSWERS_IN_COLUMNS: Final = Phrase("questions_and_answers_in_columns")
NO_ROW_OF_HEADERS: Final = Phrase("no_row_of_headers")
HEADERS_OF_SHEET: Final = Phrase("headers_of_sheet")
HEADERS_AND_MORE: Final = Phrase("headers_and_more")
