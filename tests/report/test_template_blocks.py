"""Single blocks of shipped templates, replaced by an office: the others stay, and nothing goes unheard."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.report.outline import Paragraph, Prose
from ipak_cli.report.prose import one_line, read_prose
from ipak_cli.report.sandbox import Sandbox
from ipak_cli.report.template_blocks import SHIPPED
from ipak_cli.report.templates import TemplateFiles, check_own_templates, template_names
from makers.reports import VARIABLES, html_of, markdown_of, report

PREFACE = "naskah/kata_pengantar.txt.j2"
EXTENDS = f'{{% extends "{SHIPPED}{PREFACE}" %}}\n'
TEXTS = [name for name in template_names() if name.startswith("naskah/")]
FULL = {
    **VARIABLES,
    "report_name": "Laporan",
    "start": "1 Oktober 2024",
    "end": "31 Desember 2024",
    "indices": "IPAK",
    "period_word": "triwulan",
    "items": 14,
    "item_word": "butir",
    "asked_word": "butir pertanyaan",
    "elements": False,
    "lowest": 1,
    "highest": 4,
    "codes": ("IPAK", "IPKP", "IKM"),
    "link": "https://contoh.test",
    "place": "loket",
    "answer_word": "bintang",
    "lowest_word": "tidak setuju",
    "highest_word": "sangat setuju",
    "own_words": True,
    "purposes": False,
    "answers_came": "Jawaban masuk sejak 1 Oktober 2024.",
    "regulation": "Peraturan Contoh",
    "has_pekppp": True,
    "has_counts": True,
    "from_recap": False,
    "converted_lowest": "25",
    "converted_highest": "100",
}
WAYS = (FULL, {**FULL, "elements": True}, {**FULL, "converted_highest": None})
"""Values with which, taken together, every text says all that it can."""


def said(name, own, values=FULL):
    """Return the paragraphs and lists of a text template."""
    functions = {"ref": lambda key: f"[{key}]"}
    texts = Sandbox(TemplateFiles(own), one_line, functions, escapes=False, limit=None)
    return read_prose(texts.get_template(name).render(values))


def blocks_of(name):
    source, *_ = TemplateFiles({}).get_source(None, name)
    return re.findall(r"{% block (\w+) %}", source)


def problems_of(source, name=PREFACE):
    with pytest.raises(ProblemsFoundError) as caught:
        check_own_templates({name: source})
    return [(each.code, each.where.line) for each in caught.value.problems]


@pytest.mark.parametrize("name", TEXTS)
def test_every_sentence_of_a_shipped_text_stands_in_a_block(name):
    empty = "".join(f"{{% block {block} %}}{{% endblock %}}" for block in blocks_of(name))
    own = {name: f'{{% extends "{SHIPPED}{name}" %}}{empty}'}
    check_own_templates(own)
    assert said(name, {})
    assert [said(name, own, values) for values in WAYS] == [(), (), ()]


@pytest.mark.parametrize(
    ("name", "block"), [(name, block) for name in TEXTS for block in blocks_of(name) if block != "daftar"]
)
@pytest.mark.parametrize("end", ["", "\n"])
def test_one_block_is_replaced_and_stands_by_itself_among_the_others(name, block, end):
    is_item = name == "naskah/pengertian.txt.j2" and block != "pembuka"
    sentence = f"{'- ' if is_item else ''}Kalimat kantor.{end}"
    own = {name: f'{{% extends "{SHIPPED}{name}" %}}{{% block {block} %}}{sentence}{{% endblock %}}'}
    shown = ["\n".join(texts_of(said(name, own, values))) for values in WAYS]
    [text, *_] = [each for each in shown if "Kalimat kantor." in each]
    assert re.search(r"(?<!\S)Kalimat kantor\.(?!\S)", text)
    if is_item:
        assert "Kalimat kantor." in text.splitlines()
    shipped = "\n".join(text for values in WAYS for text in texts_of(said(name, {}, values)))
    for line in text.splitlines():
        assert all(rest.strip() in shipped for rest in line.split("Kalimat kantor."))


def texts_of(blocks):
    return [
        str(text) for each in blocks for text in ([each.text] if isinstance(each, Paragraph) else each.items)
    ]


def test_a_sentence_of_the_preface_is_replaced_in_every_format_and_its_paragraph_stays_one():
    own = {PREFACE: EXTENDS + "{% block syukur %}Kami, {{ unit }}, bersyukur.{% endblock %}\n"}
    given = report(Prose("kata_pengantar"))
    begin = "Kami, Unit Layanan Contoh, bersyukur. Laporan ini adalah pertanggungjawaban atas survei"
    assert f"<p>{begin}" in html_of(given, FULL, own)
    assert f"\n{begin}" in markdown_of(given, FULL, own)[0]


def test_a_block_goes_on_with_what_the_shipped_one_says():
    name = "naskah/tujuan.txt.j2"
    block = "{% block daftar %}\n{{ super() }}- membina petugas.\n{% endblock %}"
    own = {name: f'{{% extends "{SHIPPED}{name}" %}}\n{block}'}
    check_own_templates(own)
    [before] = [each for each in said(name, {}) if not isinstance(each, Paragraph)]
    [after] = [each for each in said(name, own) if not isinstance(each, Paragraph)]
    assert after.items == (*before.items, "membina petugas.")


def test_a_whole_shipped_text_is_included_before_an_offices_own_words():
    own = {PREFACE: f'{{% include "{SHIPPED}{PREFACE}" %}}\n\nSalam dari kami.'}
    check_own_templates(own)
    assert said(PREFACE, own) == (*said(PREFACE, {}), Paragraph("Salam dari kami."))


def test_a_part_of_the_page_may_begin_with_the_shipped_one():
    own = {"html/gaya.css.j2": '{% include "bawaan/html/gaya.css.j2" %}\n:root { --aksen: #7a1f1f; }'}
    page = html_of(report(Paragraph("Isi.")), {}, own)
    assert "--aksen: #163a63;" in page
    assert "--aksen: #7a1f1f;" in page


def test_a_block_that_the_shipped_template_lacks_is_told_with_those_that_it_has():
    source = EXTENDS + "{% block syukur %}Kami.{% endblock %}\n{% block sykur %}Kami.{% endblock %}"
    with pytest.raises(ProblemsFoundError) as caught:
        check_own_templates({PREFACE: source})
    [problem] = caught.value.problems
    assert (problem.code, str(problem.where)) == ("L540", f"templat/{PREFACE}:3")
    assert message_of(problem).endswith(
        "yang ada: syukur, waktu, pertanyaan, pengolahan, apa_adanya, terima_kasih, harapan"
    )


@pytest.mark.parametrize(
    "outside",
    [
        "\nSalam.\n",
        "{{ unit }}",
        "{% if unit %}{% block waktu %}{% endblock %}{% endif %}",
        "{% include 'x' %}",
    ],
)
def test_what_stands_outside_the_blocks_is_told_with_its_line(outside):
    source = EXTENDS + "{% block syukur %}Kami.{% endblock %}\n\n" + outside
    assert problems_of(source) == [("L541", 5 if outside.startswith("\n") else 4)]


def test_names_may_be_given_to_values_outside_the_blocks():
    source = (
        EXTENDS + "{# kami #}{% set kami = 'Kami' %}\n{% block syukur %}{{ kami }} bersyukur.{% endblock %}"
    )
    check_own_templates({PREFACE: source})
    assert texts_of(said(PREFACE, {PREFACE: source}))[0].startswith("Kami bersyukur. Laporan ini")


@pytest.mark.parametrize(
    "extends",
    [
        '{% extends "naskah/kata_pengantar.txt.j2" %}',
        '{% extends "bawaan/naskah/kata-pengantar.txt.j2" %}',
        '{% extends "bawaan/" ~ unit %}',
        '{% if unit %}{% extends "bawaan/naskah/kata_pengantar.txt.j2" %}{% endif %}',
        "{% extends 1 %}",
    ],
)
def test_only_a_shipped_template_is_extended_and_only_plainly(extends):
    assert problems_of(f"\n{extends}") == [("L542", 2)]


def test_two_templates_are_not_extended_at_once():
    assert problems_of(EXTENDS + EXTENDS) == [("L542", 1)]


def test_a_copy_of_a_shipped_template_needs_no_extends():
    source, *_ = TemplateFiles({}).get_source(None, PREFACE)
    check_own_templates({PREFACE: source.replace("syukur %}", "salam %}", 1)})


def test_the_examples_of_the_manual_work():
    manual = (Path(__file__).parents[2] / "docs" / "panduan.md").read_text(encoding="utf-8")
    examples = re.findall(r"```\n({% (?:extends|include) .*?)```", manual, re.DOTALL)
    assert len(examples) == 3
    for source in examples:
        [name] = re.findall(rf'"{SHIPPED}(\S+)"', source)
        check_own_templates({name: source})
    assert texts_of(said(PREFACE, {PREFACE: examples[0]}))[0].startswith(
        "Kami bersyukur dapat menyampaikan Laporan Triwulan IV Tahun 2024 pada Unit Layanan Contoh. Laporan"
    )
