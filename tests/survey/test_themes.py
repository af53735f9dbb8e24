"""Themes of suggestions: told by their words, and rare ones gathered."""

from ipak_cli.survey.suggestion_result import Suggestion
from ipak_cli.survey.themes import Theme, ThemeCount, count_themes, themes_of


def test_a_text_has_the_themes_of_its_words_or_another():
    assert themes_of("Antrean lama, tolong tambah KURSI.") == (Theme.TIME, Theme.FACILITIES)
    assert themes_of("Alhamdulillah") == (Theme.OTHER,)


def test_a_word_inside_another_word_is_none():
    assert Theme.TIME not in themes_of("laman sudah rapi")


def test_people_are_counted_and_a_text_of_two_themes_in_both():
    found = count_themes([Suggestion("antre lama", 5), Suggestion("kursi antre", 6)])
    assert found == (ThemeCount(Theme.TIME, 11), ThemeCount(Theme.FACILITIES, 6))


def test_a_theme_of_fewer_than_five_is_gathered_with_the_others():
    found = count_themes([Suggestion("antre", 5), Suggestion("toilet", 4), Suggestion("biaya", 3)])
    assert found == (ThemeCount(Theme.TIME, 5), ThemeCount(Theme.OTHER, 7))


def test_what_is_gathered_is_no_number_below_five():
    found = count_themes([Suggestion("antre", 5), Suggestion("toilet", 1)])
    assert found == (ThemeCount(Theme.TIME, 5), ThemeCount(Theme.OTHER, None))


def test_every_text_is_counted_once_at_least():
    texts = [Suggestion("antre toilet", 3), Suggestion("antre", 2), Suggestion("zzz", 6)]
    assert count_themes(texts) == (ThemeCount(Theme.TIME, 5), ThemeCount(Theme.OTHER, 6))
