"""Rubrics as an office's own form asks them: what the settings would say, written in the test."""

from __future__ import annotations

from ipak_cli.rubric import own_settings
from ipak_cli.rubric.load import load_rubric
from ipak_cli.workspace.config_file import parse_config

SKM = load_rubric("skm-14-2017").rubric
NAMES = [item.text for item in SKM.items]


def own_form(settings, rubric=SKM):
    """Join a rubric with ``columns`` and ``answers`` of a settings file."""
    config = parse_config(settings.encode()).config
    return own_settings.own_form(rubric, config.columns, config.answers)
