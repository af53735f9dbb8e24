"""Misuse of the command line, in Indonesian."""

from __future__ import annotations

from typing import Final

from typer.exceptions import TyperException

_SENTENCES: Final = {
    "NoSuchOption": "pilihan {option_name} tidak dikenal",
    "NoSuchCommand": "perintah {command_name} tidak dikenal",
    "MissingParameter": "{name} belum disebutkan",
    "BadOptionUsage": "pilihan {option_name} memerlukan nilai",
    "NoArgsIsHelpError": "perintah belum lengkap",
}
"""Sentences by the name of the error, filled from its attributes: Typer offers no codes."""


def misuse_text(misuse: TyperException) -> str:
    """Say what is wrong with a call; what has no sentence of ours keeps Typer's own."""
    kind = type(misuse).__name__
    name = _parameter_name(misuse)
    if kind == "BadParameter":
        return f"nilai untuk {name} tidak dapat dipakai: {misuse.message}" if name else misuse.message
    if kind in _SENTENCES:
        return _SENTENCES[kind].format_map({**vars(misuse), "name": name or "argumen"})
    return misuse.message or "cara memanggilnya tidak dikenal"


def _parameter_name(misuse: TyperException) -> str:
    parameter = getattr(misuse, "param", None)
    if parameter is None:
        return str(getattr(misuse, "param_hint", None) or "")
    options = [name for name in parameter.opts if name.startswith("-")]
    return options[0] if options else str(parameter.metavar or parameter.name)
