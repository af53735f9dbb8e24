"""The phrases of the catalogue: each key once, each with its sentence, each told somewhere."""

import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from ipak_cli.base.message import Phrase
from ipak_cli.catalogue.indonesian import CATALOGUE, PHRASES, say

PACKAGE = Path(__file__).parents[2] / "src" / "ipak_cli"
SOURCES = [path for path in PACKAGE.rglob("*.py") if not path.is_relative_to(PACKAGE / "catalogue")]


def phrases(room):
    """Return the phrases of a module of the catalogue by the names of their constants."""
    found = vars(import_module(f"ipak_cli.catalogue.{room}"))
    return {name: value for name, value in found.items() if isinstance(value, Phrase)}


ROOMS = sorted(
    path.stem
    for path in (PACKAGE / "catalogue").glob("*.py")
    if path.stem != "__init__" and phrases(path.stem)
)


def test_the_rooms_are_found():
    assert {"survey", "report", "workspace"} <= set(ROOMS)


def test_a_key_belongs_to_one_phrase_and_is_no_code():
    keys = [phrase.key for room in ROOMS for phrase in phrases(room).values()]
    assert sorted(key for key in set(keys) if keys.count(key) > 1) == []
    assert set(keys).isdisjoint(CATALOGUE)


@pytest.mark.parametrize("room", ROOMS)
def test_every_phrase_has_a_sentence_and_every_sentence_a_phrase(room):
    sentences = import_module(f"ipak_cli.catalogue.indonesian.{room}").SENTENCES
    assert set(sentences) == set(phrases(room).values())
    assert {phrase.key: sentence for phrase, sentence in sentences.items()}.items() <= PHRASES.items()


def test_there_is_no_other_sentence_of_a_phrase():
    assert set(PHRASES) == {phrase.key for room in ROOMS for phrase in phrases(room).values()}


@pytest.mark.parametrize("room", ROOMS)
def test_every_phrase_is_told_by_a_module_that_imports_its_room(room):
    imported = rf"catalogue(\.| import ){room}\b"
    texts = [text for path in SOURCES if re.search(imported, text := path.read_text("utf-8"))]
    words = {word for text in texts for word in re.findall(r"\b[A-Z][A-Z0-9_]+\b", text)}
    assert set(phrases(room)) - words == set()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("{x}", "a; b; c"),
        ("{x:dan}", "a, b dan c"),
        ("{x:,}", "a, b, c"),
        ("{x:,…}", "a, b, c"),
        ("{x: dan …}", "a dan b dan c"),
    ],
)
def test_a_list_is_joined_as_its_sentence_says(monkeypatch, words, said):
    monkeypatch.setattr("ipak_cli.catalogue.indonesian.PHRASES", {"letters": words})
    assert say(Phrase("letters")(x=("a", "b", "c"))) == said


def test_a_list_that_is_cut_names_as_much_as_a_text(monkeypatch):
    monkeypatch.setattr("ipak_cli.catalogue.indonesian.PHRASES", {"letters": "{x: dan …}"})
    parts = tuple(f"“{number}”" for number in range(1_000, 1_100))
    whole = Phrase("letters")(x=" dan ".join(parts))
    assert say(Phrase("letters")(x=parts)) == say(whole)


LOADED = """
import sys
from ipak_cli.catalogue.indonesian import CATALOGUE
def loaded():
    folder = CATALOGUE.__module__ + "."
    return sorted(name.removeprefix(folder) for name in sys.modules if name.startswith(folder))
print(*loaded())
CATALOGUE["W401"]
print(*loaded())
"""


def test_the_sentences_of_a_letter_are_loaded_when_a_code_of_it_is_asked_for():
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["", "times"]
