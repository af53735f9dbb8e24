"""Random and spoilt rubrics: ``rubric check`` proves them or names the faults, line by line."""

from __future__ import annotations

import random
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue.indonesian import hint_of, message_of
from ipak_cli.jobs.rubric import check_rubric
from ipak_cli.rubric.yaml_lines import read_document
from makers.mutations import changed_bytes
from makers.pekppp_rubric import SMALL_PEKPPP
from makers.rubric_text import SMALL

RUBRICS = Path(__file__).parents[2] / "rubrics"
SHIPPED = [
    *((RUBRICS / f"{name}.yaml").read_text(encoding="utf-8") for name in ("ipak-ipkp", "skm-14-2017")),
    SMALL,
    SMALL_PEKPPP,
]
KEYS = sorted(set(re.findall(r"(\w+):", SMALL + SMALL_PEKPPP)))
SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(-5, 10**12), st.floats(), st.text(max_size=8), st.dates(),
    st.sampled_from(["1/0", "1e9999", "survey", "pekppp", "positive", "F01-01", "ladder", "9" * 5000]),
)  # fmt: skip
DATA = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=6),
    max_leaves=20,
)
DOCUMENT = st.dictionaries(st.sampled_from(KEYS), DATA, max_size=8).flatmap(
    lambda found: st.sampled_from(["survey", "pekppp"]).map(lambda kind: {"kind": kind, **found})
)


def checked(content):
    """Check a rubric as the command does; return the problems."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "rubrik.yaml"
        path.write_bytes(content)
        try:
            check_rubric(str(path))
        except ProblemsFoundError as found:
            return found.problems
    return ()


def told_with_lines(content):
    last = len(re.findall(rb"\r\n|\n|\r", content)) + 1
    for problem in checked(content):
        assert message_of(problem)
        assert hint_of(problem)
        assert problem.where.line is None or 1 <= problem.where.line <= last


@settings(max_examples=40, deadline=None)
@given(DOCUMENT)
def test_a_document_of_anything_is_no_rubric_and_says_why(data):
    content = yaml.safe_dump(data, allow_unicode=True).encode()
    told_with_lines(content)


def in_place_of(text, chance):
    """Return YAML with one value exchanged, one line lost, doubled or moved, or some letters spoilt."""
    lines = text.splitlines()
    place = chance.randrange(len(lines))
    match chance.randrange(5):
        case 0:
            del lines[place]
        case 1:
            lines.insert(chance.randrange(len(lines)), lines[place])
        case 2:
            odd = chance.choice(
                ["", "-1", "0", "[]", "{}", "1/0", "x", '"', "9" * 60, "[a, a]", "F99-99", "~", "!!int 4"]
            )
            lines[place] = re.sub(r"(?<=: ).*$", odd, lines[place])
        case 3:
            lines[place] = " " * chance.randrange(9) + lines[place].lstrip()
        case _:
            return changed_bytes(text.encode(), chance)
    return "\n".join(lines).encode()


@pytest.mark.parametrize("text", SHIPPED, ids=["ipak-ipkp", "skm", "small", "small pekppp"])
@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_a_spoilt_rubric_is_proved_or_its_faults_are_named(text, seed):
    chance = random.Random(seed)  # noqa: S311 (no secret)
    told_with_lines(in_place_of(text, chance))


def document_or_faults(content, *, libyaml):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml, "__with_libyaml__", libyaml)
        try:
            return read_document(content, "rubrik.yaml")
        except ProblemsFoundError as found:
            return found.problems


ONLY_LIBYAML_LETS_PASS = [
    "a:\t1\n", "a: [b?, c]\n", "a: {b? : c}\n", "a: [{b: c\n d? e}]\n",
    "a: >-#\n  b\n", "a: |1#\n  b\n", "a: x\n\ufeff\nb: y\n",
]  # fmt: skip
FAULTS = [
    *ONLY_LIBYAML_LETS_PASS,
    "--- ",
    "--- \n",
    "a: &b c\n",
    "a: ! b\n",
    "a: b\na: c\n",
    "a: [" * 30,
    "a: 'b",
    "a: b: c",
]
EMPTY_PARTS = [
    "a:\n- \n- # c\n-\n\n- - \n  - x\nb: [x, ]\n? \n: \n",
    'a: |2-\n   x\nb: >+\n y\n\n\nc: "z\\\n  z"\n',
]


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="there is one parser alone")
@pytest.mark.parametrize("text", [*SHIPPED, *FAULTS, *EMPTY_PARTS])
def test_both_parsers_of_yaml_give_the_same(text):
    content = text.encode()
    assert document_or_faults(content, libyaml=True) == document_or_faults(content, libyaml=False)


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="there is one parser alone")
@pytest.mark.parametrize(
    "text", [SMALL, SMALL_PEKPPP, "".join(EMPTY_PARTS)], ids=["small", "small pekppp", "empty"]
)
@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_both_parsers_of_yaml_give_the_same_for_spoilt_rubrics(text, seed):
    content = in_place_of(text, random.Random(seed))  # noqa: S311 (no secret)
    assert document_or_faults(content, libyaml=True) == document_or_faults(content, libyaml=False)
