"""Whole columns of plain rows: what is read at once is what the exact look reads, cell by cell."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.tables.cell import column_letters
from ipak_cli.tables.open import open_any
from ipak_cli.tables.text_column import REACH
from ipak_cli.tables.xlsx import markup
from ipak_cli.tables.xlsx import read as xlsx
from ipak_cli.tables.xlsx.cell_by_cell import Lookup
from ipak_cli.tables.xlsx.fast_cells import read_cells
from ipak_cli.tables.xlsx.fast_rows import scan_sheet
from ipak_cli.tables.xlsx.fast_tags import NotPlainError
from ipak_cli.tables.xlsx.markup import UnusualSheetError, read_strings
from ipak_cli.tables.zip import Archive
from makers.hostile import MAIN, pack, parts, texts, worksheet

NUMBERS = st.one_of(
    st.integers(0, 4).map(str),
    st.integers(-(10**12), 10**12).map(str),
    st.floats(0, 3e6).map(repr),
    st.from_regex(r"[-+.0-9]{1,9}([Ee][-+]?[0-9]{1,2})?", fullmatch=True),
    st.sampled_from(
        [
            "45474",
            "45474.77923611111",
            "60",
            "61",
            "0.5",
            "2958465.9999999995",
            "2957003.9999999995",
            "0.9999999999",
            "2958465.9999999999",
            "007",
            "00000000001",
        ]
    ),
)
STYLES = st.sampled_from(
    ["", ' s="0"', ' s="1"', ' s="2"', ' s="4"', ' s="5"', ' s="00002"', ' s="12345"', ' s="01"', ' s="03"']
)
WRITTEN = st.lists(
    st.sampled_from(
        ["a", "b c", " ", "\n", "–", "\u00a0", "&amp;", "&lt;b&gt;", "&#10;", "_x000D_", "&amp;lt;"]
    ),
    max_size=4,
).map("".join)
FORMULAS = st.sampled_from(
    [
        *("", "<f/>", "<f>A1+1</f>", "<f>IF(A1&gt;1,&quot;a&quot;,B1)</f>", '<f t="shared" si="0"/>'),
        *('<f t="shared" ref="A1:A9" si="0">A1&amp;B1</f>', "<f>a\nb</f>", "<f>&#10;</f>", "<f><v>7</v></f>"),
    ]
)
MOMENTS = st.sampled_from(
    [
        *("2024-07-01", "2024-07-01T11:12:01.5", "2024-07-01T08:30:00Z", "2024-07-01T15:30:00+07:00"),
        *("11:12:01.00000000000239300", "2024-02-31", "kemarin", "", "2024-07-01T00:00:00"),
    ]
)
CELLS = st.one_of(
    st.builds('{} t="str">{}<v>{}</v></c>'.format, STYLES, FORMULAS, WRITTEN),
    st.builds("{}{}>{}<v>{}</v></c>".format, STYLES, st.sampled_from(["", ' t="n"']), FORMULAS, NUMBERS),
    st.builds('{} t="b">{}<v>{}</v></c>'.format, STYLES, FORMULAS, st.integers(0, 1)),
    st.builds(
        '{} t="e">{}<v>{}</v></c>'.format, STYLES, FORMULAS, st.sampled_from(["#N/A", "#DIV/0!", "é", ""])
    ),
    st.builds('{} t="d">{}<v>{}</v></c>'.format, STYLES, FORMULAS, MOMENTS),
    st.builds('{} t="s">{}<v>{}</v></c>'.format, STYLES, FORMULAS, st.integers(0, 5)),
    st.builds("{}>{}</c>".format, STYLES, FORMULAS),
    st.builds("{}>{}<v></v></c>".format, STYLES, FORMULAS),
    st.builds("{}{}><v>{}</v></c>".format, STYLES, st.sampled_from(["", ' t="n"']), NUMBERS),
    st.builds('{} t="s"><v>{}</v></c>'.format, STYLES, st.integers(0, 5)),
    st.builds('{} t="b"><v>{}</v></c>'.format, STYLES, st.integers(0, 1)),
    st.builds(
        '{} t="inlineStr"><is><t{}>{}</t></is></c>'.format,
        STYLES, st.sampled_from(["", ' xml:space="preserve"']), WRITTEN,
    ),
    st.builds("{}{}".format, STYLES, st.sampled_from(["/>", "></c>"])),
)  # fmt: skip
ATTRIBUTES = (
    "",
    ' spans="1:18" ht="12.8" x14ac:dyDescent="0.25"',
    ' hidden="false" collapsed="0"',
    ' hidden="0" ',
    ' hidden="1"',
    ' ht="12.8" hidden="true" customHeight="1"',
)
BETWEEN = (
    "",
    "",
    "",
    "<!-- <row r='9'/> -->",
    "<?a b?>",
    "\n",
    '<extLst xmlns:a="b"><a:row r="9"/></extLst>',
)
COLUMNS = st.sampled_from([1, 2, 3, 26, 27, 52, 702])
ROWS = st.dictionaries(st.integers(1, 1200), st.dictionaries(COLUMNS, CELLS, max_size=5), max_size=8)

LOOKUP = Lookup((), (), epoch_1904=False)


TAG = re.compile(r"<(/?)(worksheet|sheetData|row|c|v|f|is|t)(?=[ />])")
NOTATIONS = {
    "usual": lambda sheet: sheet,
    "another order": lambda sheet: re.sub(r'<c( r="\w+")((?: s="\d+")?)((?: t="\w+")?)', r"<c\3\2\1", sheet),
    "further attributes": lambda sheet: re.sub(r'<c( r="\w+")', r'<c cm="1"\1 vm="a r"', sheet),
    "white space": lambda sheet: re.sub(r"<(row|c|v|/c|/row)(?=[ >])", r"\n  <\1", sheet),
    "empty elements": lambda sheet: sheet.replace("<v></v>", "<v/>").replace("<t></t>", "<t/>"),
    "no addresses": lambda sheet: re.sub(r'<c r="\w+"', "<c", sheet),
    "some addresses": lambda sheet: re.sub(r'<c r="[AC]\d+"', "<c", sheet),
    "no numbers": lambda sheet: re.sub(r'<(row|c) r="\w+"', r"<\1", sheet),
    "some numbers": lambda sheet: re.sub(r'<(row|c) r="[AZ]*\d*[13579]"', r"<\1", sheet),
    "numbers in cells only": lambda sheet: re.sub(r'<row r="\w+"', "<row", sheet),
    "a prefix": lambda sheet: TAG.sub(r"<\1x:\2", sheet).replace("xmlns=", "xmlns:x="),
    "a prefix in places": lambda sheet: TAG.sub(r"<\1x:\2", sheet, count=9).replace("xmlns=", "xmlns:x="),
    "an attribute twice": lambda sheet: sheet.replace(' s="1"', ' s="1" s="1"'),
}


def opened(rows, date1904, root="", notation="usual"):
    """Return each cell of a workbook as it is read, or the codes for which it is refused."""
    sheet = "".join(
        f'<row r="{number}"{ATTRIBUTES[number % len(ATTRIBUTES)]}>'
        + "".join(f'<c r="{column_letters(column)}{number}"{cell}' for column, cell in sorted(cells.items()))
        + f"</row>{BETWEEN[number % len(BETWEEN)]}"
        for number, cells in sorted(rows.items())
    )
    sheet = worksheet(sheet).replace(MAIN, f'{MAIN} xmlns:x14ac="x"{root}')
    made = parts({"S": NOTATIONS[notation](sheet)}, date1904=date1904)
    made["xl/sharedStrings.xml"] = texts("Nama", "4", "", " x ", "a&amp;lt;")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "respons.xlsx"
        path.write_bytes(pack(made))
        try:
            (read,) = open_any(path).sheets
            cells = chain.from_iterable(piece.cells() for piece in read.pieces())
            return [*sorted(cells, key=lambda cell: cell[0]), read.hidden_rows]
        except ProblemsFoundError as refused:
            return [problem.code for problem in refused.problems]


def unusual(*_):
    raise UnusualSheetError


@settings(deadline=None, max_examples=300)
@given(ROWS, st.integers(0, 1), st.sampled_from(["", "", ' xml:space="preserve"', ' xml:space="default"']))
@example({1: {1: ' t="s"><v>9</v></c>'}}, 0, "")
@example(
    {1: {1: ' s="2"><v>45474</v></c>', 2: ' s="2"><v>0.25</v></c>'}, 2: {1: ' s="2"><v>45474.5</v></c>'}},
    0,
    "",
)
@example({9: {1: "><v>1</v></c>"}, 10: {1: "><v>1</v></c>", 702: ' s="4"><v>45474</v></c>'}}, 1, "")
def test_plain_rows_are_read_at_once_as_they_are_read_exactly(rows, date1904, root):
    at_once = opened(rows, date1904, root)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(xlsx, "scan_sheet", unusual)
        exactly = opened(rows, date1904, root)
    assert repr(at_once) == repr(exactly)


@pytest.mark.parametrize("notation", NOTATIONS)
@settings(deadline=None, max_examples=25)
@given(ROWS)
@example(
    {1: {1: "><v>1</v></c>"}, 3: {2: "><v>2</v></c>"}, 5: {1: "><f>A1</f></c>"}, 7: {2: "><v>3</v></c>"}}
)
@example({number: {1: ' t="str"><v>a="b</v></c>', 3: ' s="1"><v>1</v></c>'} for number in range(1, 9)})
def test_rows_in_other_notations_are_read_as_they_are_read_exactly(notation, rows):
    at_once = opened(rows, 0, notation=notation)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(xlsx, "scan_sheet", unusual)
        exactly = opened(rows, 0, notation=notation)
    assert repr(at_once) == repr(exactly)


@pytest.mark.parametrize("notation", sorted({*NOTATIONS} - {"a prefix in places", "an attribute twice"}))
def test_rows_in_other_notations_are_read_at_once(notation):
    rows = "".join(
        f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>a&#039;</t></is></c>'
        f'<c r="B{n}" s="1"><v>4</v></c></row>'
        for n in range(1, 5)
    )
    found = scan_sheet([NOTATIONS[notation](worksheet(rows)).encode()], LOOKUP)
    assert [(piece.rows.tolist(), [*piece.columns]) for piece in found.pieces] == [([1, 2, 3, 4], [1, 2])]
    assert b"<row" not in b"".join(found.rest)


@pytest.mark.parametrize(
    "table",
    [
        texts("a", " b ", "c&amp;lt;d", "e_x000D_f", ""),
        texts("a").replace("<t>", '<t xml:space="preserve"> '),
        texts("a").replace("<si>", "<si><r><t>kaya</t></r>"),
        texts("a&#10;b"),
        texts("a\r\nb"),
        f'<?xml version="1.0" encoding="ISO-8859-1"?>{texts("é")}'.encode("latin-1"),
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n{texts("é", "a")}',
    ],
)
def test_a_table_of_plain_texts_is_read_as_a_parser_reads_it(table, monkeypatch):
    def strings():
        archive = Archive("a.xlsx", pack({"t.xml": table}))
        return read_strings(archive, "t.xml")

    quickly = strings()
    monkeypatch.setattr(markup, "_plain_strings", lambda _: None)
    assert quickly == strings()


@pytest.mark.parametrize(
    "attributes",
    [
        ' r="2"',
        ' ht="1&2"',
        " ht=1",
        " hidden='1'",
        ' hidden="ja"',
        ' xml:space="preserve"',
        ' xmlns="y"',
        ' a="<"',
        ' "',
    ],
)
def test_a_row_with_other_attributes_is_left_to_the_exact_look(attributes):
    sheet = worksheet(f'<row r="1"{attributes}><c r="A1"><v>1</v></c></row>')
    found = scan_sheet([sheet.encode()], LOOKUP)
    assert (found.pieces, b"".join(found.rest).decode()) == ([], sheet)


def test_a_few_cells_in_very_many_columns_take_no_room_for_every_row():
    def rows(count):
        places = ((number, column_letters(number % 700 + 1)) for number in range(1, count + 1))
        return "".join(f'<row r="{n}"><c r="{name}{n}"><v>4</v></c></row>' for n, name in places)

    read_cells(rows(1_400).encode() + bytes(REACH), Lookup((), (), epoch_1904=False))
    with pytest.raises(NotPlainError):
        read_cells(rows(1_500).encode() + bytes(REACH), Lookup((), (), epoch_1904=False))
