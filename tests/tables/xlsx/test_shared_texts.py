from __future__ import annotations

import pytest

from ipak_cli.tables.xlsx.markup import read_strings
from ipak_cli.tables.zip import Archive
from makers.hostile import MAIN, pack

STRICT = 'xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"'


def strings(items, main=MAIN):
    archive = Archive("a.xlsx", pack({"t.xml": f"<sst {main}>{items}</sst>"}))
    return read_strings(archive, "t.xml")


@pytest.mark.parametrize("main", [MAIN, STRICT])
@pytest.mark.parametrize(
    ("item", "text"),
    [
        ("<r><t>Seberapa</t></r><r><t>\u00a0</t></r><r><t>puas</t></r>", "Seberapa\u00a0puas"),
        ("<t>\u00a0Ya\u00a0</t>", "\u00a0Ya\u00a0"),
        ("<t>\u3000a\u2003</t>", "\u3000a\u2003"),
        ("<t>\u0085a\u2028</t>", "\u0085a\u2028"),
        ("<t> \n\ta\t\n </t>", "a"),
        ('<t xml:space="preserve"> a </t>', " a "),
        ('<r><t xml:space="preserve">a </t></r><r><t> b </t></r>', "a b"),
        ("<t>kan</t><rPh sb='0' eb='1'><t>ji</t></rPh>", "kan"),
        ("<rPh sb='0' eb='1'><t>ji</t></rPh><r><t>kan</t></r>", "kan"),
        ("<t>a</t><extLst><ext><t>b</t></ext></extLst>", "a"),
        ('<t>a</t><t xmlns="other">b</t>', "a"),
        ("<r><rPr><t>b</t></rPr><t>a</t></r>", "a"),
        ("<t>a<!-- -->b</t>", "ab"),
        ("<t><![CDATA[ a&b ]]></t>", "a&b"),
    ],
)
def test_a_text_is_what_the_format_says_that_it_is(item, text, main):
    assert strings(f"<si>{item}</si><si><t>lain</t></si>", main) == (text, "lain")


def test_white_space_counts_where_an_element_around_says_so():
    item = "<si><t> a </t></si>"
    assert strings(item, f'{MAIN} xml:space="preserve"') == (" a ",)
    assert strings('<si xml:space="preserve"><r><t>a </t></r><r><t>b</t></r></si>') == ("a b",)


def test_texts_elsewhere_are_none_of_the_table():
    elsewhere = "<extLst><ext><si><t>b</t></si></ext></extLst><t>c</t><si xmlns='other'><t>d</t></si>"
    assert strings(f"<si><t>a</t></si>{elsewhere}") == ("a",)


@pytest.mark.parametrize("between", ["", " ", "<!-- -->", "\n"])
def test_what_stands_between_the_texts_changes_none(between):
    items = ["<si><t>a</t></si>", "<si><t/></si>", "<si/>", '<si><t xml:space="preserve"> b</t></si>']
    assert strings(between.join(items)) == ("a", "", "", " b")
