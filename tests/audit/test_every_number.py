"""No number of a document is dropped: it is a claim's, a part of a name, or listed as unread."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipak_cli.audit.document import Grid, Passage
from ipak_cli.audit.extract import extract
from ipak_cli.audit.names import TOKEN
from ipak_cli.base.period import parse_period
from ipak_cli.base.printed import readings
from makers.claims_as_text import document
from makers.instruments import instrument

if TYPE_CHECKING:
    from ipak_cli.audit.claim import Claims
    from ipak_cli.audit.document import Document
    from ipak_cli.base.printed import Printed

REPORTS: Final = sorted(
    path for path in (Path(__file__).parent / "reports").iterdir() if path.suffix in {".md", ".txt"}
)
OWN: Final = Path(__file__).parents[2] / "examples" / "laporan" / "IV-2024" / "laporan.md"
IPAK: Final = instrument("ipak-ipkp")
_Place = tuple[int | None, int | None, int | None]


def printed_in(given: Document) -> Counter[tuple[_Place, str]]:
    """Count every number of a document by its place: the line, and the row and column of a cell."""
    found: Counter[tuple[_Place, str]] = Counter()
    for part in given.parts:
        if isinstance(part, Passage):
            found.update(((part.place.line, None, None), token) for token in TOKEN.findall(part.text))
            continue
        assert isinstance(part, Grid)
        for n, row in enumerate(part.rows, start=1):
            for place, text in enumerate(row, start=1):
                found.update(((part.place.line, n, place), token) for token in TOKEN.findall(text))
    return found


def missing(given: Document, claims: Claims) -> list[tuple[_Place, str]]:
    """Return the numbers of a document that are no claim's, no name's, and not unread either."""
    said: Counter[tuple[_Place, str]] = Counter()
    for each in (*claims.asides, *claims.unread):
        said[(each.place.line, each.place.row, each.place.column), each.text.lstrip("-−–+")] += 1
    values: dict[_Place, list[Printed]] = {}
    for claim in claims.claims:
        if claim.number is not None:
            where = (claim.place.line, claim.place.row, claim.place.column)
            values.setdefault(where, []).append(claim.number)
    lost = []
    for (where, token), count in printed_in(given).items():
        of_claims = sum(_is(value, token) for value in values.get(where, ()))
        if said[where, token] + of_claims < count:
            lost.append((where, token))
    return lost


def _is(value: Printed, token: str) -> bool:
    return any(abs(value.value) == reading.value for reading in readings(token))


@pytest.mark.parametrize("path", [*REPORTS, OWN], ids=lambda path: path.parent.name + "/" + path.stem)
def test_no_number_of_a_report_is_dropped(path: Path) -> None:
    text = path.read_text()
    for rubric in ("ipak-ipkp", "skm-14-2017"):
        whole = document(text)
        assert missing(whole, extract(whole, instrument(rubric))) == []


WORDS: Final = st.sampled_from(
    [
        "IPAK",
        "IPKP",
        "responden",
        "pengunjung",
        "sebesar",
        "adalah",
        "dari",
        "menjadi",
        "naik",
        "turun",
        "poin",
        "persen",
        "%",
        "(",
        ")",
        ",",
        ".",
        ":",
        ";",
        "dan",
        "Triwulan",
        "III",
        "Tahun",
        "2024",
        "Tabel",
        "Gambar",
        "bintang",
        "butir",
        "skala",
        "nilai",
        "target",
        "U1",
        "I6",
        "3,90",
        "3.73",
        "24",
        "1.234",
        "97,86%",
        "-0,04",
        "1/9",
        "4",
        "s.d.",
        "1",
        "Oktober",
        "Desember",
        "minimal",
        "sampel",
        "Slovin",
        "WBK",
        "memenuhi",
        "mutu",
        "A",
        "Baik",
        "rata-rata",
        "gabungan",
        "capaian",
        "bobot",
        "pukul",
        "08.00",
        "No.",
        "7",
        "Rp",
        "5.000",
        "3,90/4,00",
        "F-02",
        "1–4",
        "(22,5)",
        "sedangkan",
        "dibandingkan",
        "sebelumnya",
        "laki-laki",
        "usia",
        "17-25",
        "tahun",
        "BAB",
        "II",
        "2.1",
        "1.",
        "NIP",
        "197610102001121003",
        "+0,05",
        "kelompok",
        "jawaban",
        "orang",
        "layanan",
        "KTP",
        "Krejcie",
        "PEKPPP",
        "2023-2024",
        "1,2,3",
        "12.345,6",
    ]
)
CELLS: Final = st.lists(WORDS, max_size=4).map(" ".join)


@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_no_number_of_any_sentence_is_dropped(text: str) -> None:
    whole = document(text)
    assert missing(whole, extract(whole, IPAK, parse_period("IV-2024"))) == []


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=5))
def test_no_number_of_any_table_is_dropped(rows: list[list[str]]) -> None:
    whole = document("\n".join(f"| {' | '.join(row)} |" for row in rows))
    assert missing(whole, extract(whole, IPAK, parse_period("IV-2024"))) == []


@pytest.mark.parametrize(
    "text",
    ["Nilai IPAK " + "3,90 " * 61, "Nilai IPAK 3,90 " + "dan layanan yang baik " * 1000, "IPAK | 3,90 |" * 9],
    ids=["many-numbers", "long-paragraph", "no-table"],
)
def test_what_is_no_sentence_is_listed_and_never_used(text: str) -> None:
    whole = document(text)
    claims = extract(whole, IPAK, parse_period("IV-2024"))
    assert claims.claims == ()
    assert len(claims.unread) == text.count("3,90")


def test_a_long_cell_is_a_text_and_holds_no_figure() -> None:
    row = f"| IPAK | {'Uraian panjang. ' * 200}3,90 |"
    claims = extract(document(f"| Indeks | Nilai |\n| --- | --- |\n{row}"), IPAK, parse_period("IV-2024"))
    assert claims.claims == ()
    assert [each.text for each in claims.unread] == ["3,90"]
