"""``Hitung``, the intervals of indices and items: every step from the sums to the ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import NotScored
from ipak_cli.survey.certainty.intervals import FEWEST, Census, ConfidenceInterval, certainty_of, wilson
from ipak_cli.survey.certainty.quantiles import PLACES, tabled
from ipak_cli.survey.certainty.stored import ends, index_moments, item_distribution
from ipak_cli.workpaper.cells import NONE, Look, derived, given
from ipak_cli.workpaper.formulas import known
from ipak_cli.workpaper.paper import needed
from ipak_cli.workpaper.reliability import products_told
from ipak_cli.workpaper.table import Column, Table

if TYPE_CHECKING:
    from ipak_cli.survey.certainty.distribution import Moments
    from ipak_cli.workpaper.book import Sheet
    from ipak_cli.workpaper.cells import Cell, Value
    from ipak_cli.workpaper.paper import Paper, Places

    Row = dict[str, Value | Cell]

CENSUS: Final = "sensus"
_LAST: Final = max(tabled())
_HOW: Final = (
    "p = (rata-rata − nilai terendah) ÷ rentang skala. v = ragam ÷ rentang² ÷ n × (1 − n ÷ N). Ukuran "
    "efektif m = p(1 − p) ÷ v × (z ÷ t)²; bila semua jawaban sama, m = n ÷ (1 − n ÷ N). Tengah = (p + z² ÷ "
    "2m) ÷ (1 + z² ÷ m); separuh = z × akar(p(1 − p) ÷ m + z² ÷ 4m²) ÷ (1 + z² ÷ m). Batasnya dibulatkan "
    f"ke luar. Di bawah {FEWEST} jawaban tidak ada selang; bila semua pengunjung menjawab, selang tidak "
    "diperlukan. n, jumlah, dan jumlah kuadrat indeks adalah milik responden yang menjawab semua butirnya, "
    "menurut dokumen hasil."
)
_STEPS: Final = ("quantile", "share", "error", "size", "centre", "half", "low_full", "high_full")


def write_intervals(sheet: Sheet, paper: Paper, places: Places) -> None:
    """Write a row an index and a row an item, from its sums to the ends of its interval."""
    sheet.heading("Selang kepastian 95 persen (Wilson, dengan ukuran efektif)")
    sheet.note(_HOW, 12)
    Table(sheet, "interval", _columns(paper)).write(
        {" ".join(key): _row(paper, places, key, moments) for key, moments in moments_told(paper).items()},
        places,
    )


def moments_told(paper: Paper) -> dict[tuple[str, str], Moments]:
    """Return the sums of each index whose sums may be told, and of each item that anybody answered.

    The keys are those of the figures' places: ``("index", "IPAK")``, ``("item", "I1")``.
    """
    survey, told = paper.survey, products_told(paper)
    found: dict[tuple[str, str], Moments] = {}
    for code in survey.indices:
        moments = index_moments(survey, code, paper.rubric)
        if code in told and not isinstance(moments, NotScored):
            found["index", code] = moments
    for item in survey.items:
        if item.n:
            found["item", item.code] = needed(item_distribution(item, ends(survey))).moments
    return found


def _columns(paper: Paper) -> tuple[Column, ...]:
    width = "(SKALA_TERTINGGI-SKALA_TERENDAH)"
    unseen = "IF(ISNUMBER({people}),1-{n}/{people},1)"
    square = "KUANTIL_Z^2"
    weight = f"(1+{square}/{{size}})"
    low, high = (
        f"SKALA_TERENDAH+{end}*{width}" for end in ("MAX(0,{centre}-{half})", "MIN(1,{centre}+{half})")
    )
    times = "*100/SKALA_TERTINGGI" if paper.terms.converted else ""
    return (
        Column("code", "Indeks atau butir", look=Look.LABEL),
        Column("n", "n"),
        Column("people", "N", f'IF(ISNUMBER(PENGUNJUNG),IF(PENGUNJUNG<{{n}},"{NONE}",PENGUNJUNG),"{NONE}")'),
        Column("sum", "Jumlah"),
        Column("squares", "Jumlah kuadrat"),
        Column("mean", "Rata-rata"),
        Column("quantile", "t", _quantile(), 6),
        Column("share", "p", _step(f"({{mean}}-SKALA_TERENDAH)/{width}"), 6),
        Column(
            "error",
            "v",
            _step(f"({{n}}*{{squares}}-{{sum}}^2)/{{n}}/({{n}}-1)/{width}^2/{{n}}*{unseen}"),
            9,
        ),
        Column(
            "size",
            "Ukuran efektif m",
            _step(
                f"IF({{n}}*{{squares}}-{{sum}}^2<JAGA,{{n}}/{unseen},"
                "{share}*(1-{share})/{error}*(KUANTIL_Z/{quantile})^2)"
            ),
            4,
        ),
        Column("centre", "Tengah", _step(f"({{share}}+{square}/2/{{size}})/{weight}"), 6),
        Column(
            "half",
            "Separuh",
            _step(
                f"KUANTIL_Z*SQRT({{share}}*(1-{{share}})/{{size}}+{square}/4/{{size}}^2)/{weight}"
            ),
            6,
        ),
        Column("low_full", "Batas bawah", _step(_down(f"({low})", 4)), 4),
        Column("high_full", "Batas atas", _step(_up(f"({high})", 4)), 4),
        Column("low", "Bawah dibulatkan", _end(_down(f"{{low_full}}{times}", 2)), 2),
        Column("high", "Atas dibulatkan", _end(_up(f"{{high_full}}{times}", 2)), 2),
    )  # fmt: skip


def _quantile() -> str:
    """Return the formula of Student's quantile, by the table or beyond it; none without an interval."""
    census, few = "{n}=PENGUNJUNG", f"{{n}}<{FEWEST}"
    beyond = "+".join(f"INDEX(KUANTIL_T_LANJUTAN,{power})/({{n}}-1)^{power}" for power in (1, 2, 3))
    unit = 10**PLACES
    series = f"INT({unit}*(KUANTIL_Z+{beyond})+0.5)/{unit}"
    table = f"IF({{n}}-1<={_LAST},INDEX(KUANTIL_T,{{n}}-{FEWEST - 1}),{series})"
    return f'IF({few},"{NONE}",IF({census},"{NONE}",{table}))'


def _step(formula: str) -> str:
    """Return the formula of a step, which is taken only where there is an interval."""
    return known("{quantile}", formula)


def _end(formula: str) -> str:
    return f'IF({{n}}=PENGUNJUNG,"{CENSUS}",{_step(formula)})'


def _down(value: str, places: int) -> str:
    """Return the formula that cuts off further decimals, as the lower end is rounded outward."""
    unit = 10**places
    return f"INT({unit}*{value}+JAGA)/{unit}"


def _up(value: str, places: int) -> str:
    unit = 10**places
    return f"-INT(-({unit}*{value}-JAGA))/{unit}"


def _row(paper: Paper, places: Places, key: tuple[str, str], moments: Moments) -> Row:
    people = paper.survey.population
    row: Row = {
        "code": key[1],
        "people": NONE if people is None or people < moments.answers else people,
        **_sums(places, key, moments),
        **dict.fromkeys(
            ("quantile", "share", "error", "size", "centre", "half", "low_full", "high_full"), NONE
        ),
    }
    if isinstance(certainty_of(moments, people), ConfidenceInterval):
        steps = wilson(moments, people)
        row |= {
            "quantile": steps.quantile,
            "share": steps.share,
            "error": steps.error,
            "size": steps.size,
            "centre": steps.centre,
            "half": steps.half,
            "low_full": steps.low,
            "high_full": steps.high,
        }
    return row | dict(zip(("low", "high"), shown_ends(paper, moments), strict=True))


def _sums(places: Places, key: tuple[str, str], moments: Moments) -> Row:
    """Return the sums: an item's from its row above, an index's as the result holds them."""
    mean = derived(places[(*key, "full")].ref, moments.value, 6)
    sums: dict[str, Value] = {"n": moments.answers, "sum": moments.total, "squares": moments.squares}
    if key[0] == "item":
        return {"mean": mean, **{name: derived(places[(*key, name)].ref, sums[name]) for name in sums}}
    return {"mean": mean, **{name: given(sums[name], 0 if name == "n" else 4) for name in sums}}


def shown_ends(paper: Paper, moments: Moments) -> tuple[Value, Value]:
    """Return both ends as the report tells them, that everybody answered, or the sign for no interval."""
    found = certainty_of(moments, paper.survey.population)
    if isinstance(found, Census):
        return CENSUS, CENSUS
    if isinstance(found, ConfidenceInterval):
        return found.times(paper.terms.factor).shown()
    return NONE, NONE
