"""What the screen says of a result that was made of a recap: what it holds, and why a figure is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.text import Text

from ipak_cli.base.figures import NotScored, figure
from ipak_cli.base.text import capital
from ipak_cli.catalogue.indonesian import say
from ipak_cli.survey.recap import RecapShape
from ipak_cli.terminal.console import marked, title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from ipak_cli.survey.result import SurveyResult

_HOLDS: Final = {
    RecapShape.COUNTS: "banyaknya setiap jawaban per pertanyaan",
    RecapShape.SUMS: "jumlah nilai per pertanyaan",
    RecapShape.MEANS: "rata-rata per pertanyaan",
    RecapShape.TOTALS: "jumlah jawaban seluruh survei",
}


def recap_lines(result: SurveyResult) -> Iterator[Text]:
    """Yield that the source is a recap and what it holds, and why it does not tell the number of answers."""
    if result.recap is not None:
        by_index = result.recap is RecapShape.TOTALS and any(
            index.distribution for index in result.indices.values()
        )
        holds = "jumlah jawaban per indeks" if by_index else _HOLDS[result.recap]
        yield Text(f"Sumber: rekap, yaitu {holds}")
    if isinstance(result.answers, NotScored):
        yield Text(f"Jumlah jawaban belum diketahui: {say(result.answers.reason)}.", style="dim")


def why_no_index(result: SurveyResult) -> Iterator[Text]:
    """Yield why the indices of a recap have no value, or one with two ends, each reason once."""
    reasons: dict[str, list[str]] = {}
    for code, index in result.indices.items() if result.recap else ():
        if isinstance(index.mean, NotScored):
            reasons.setdefault(say(index.mean.reason), []).append(code)
    for reason, codes in reasons.items():
        yield Text(f"{', '.join(codes)}: {reason}.", style="dim")


def no_distribution(result: SurveyResult) -> Text | None:
    """Return why it is not known how often each answer was given; nothing where it is."""
    for share in result.distribution.values():
        if isinstance(share.count, NotScored):
            return Text(f"Sebaran jawaban belum dinilai: {say(share.count.reason)}")
    return None


def no_items(result: SurveyResult) -> Iterator[Text]:
    """Yield why no item has a value, each reason once."""
    reasons = {say(item.mean.reason) for item in result.items if isinstance(item.mean, NotScored)}
    for reason in sorted(reasons):
        yield Text(f"Belum dinilai: {reason}")


def recap_details(result: SurveyResult) -> Iterator[RenderableType]:
    """Yield what a recap tells of the data's quality, and what it does not tell at all."""
    reasons: dict[str, list[str]] = {}
    known = []
    for look in result.quality:
        if isinstance(look.value, NotScored):
            reasons.setdefault(say(look.value.reason), []).append(say(look.title))
        elif look.value is not None:
            known.append(f"{say(look.title)}: {figure(look.value)}, {say(look.finding)}")
    for given in result.breakdowns:
        if given.reason:
            reasons.setdefault(say(given.reason), []).append(f"Rincian menurut {given.name.lower()}")
    if isinstance(result.suggestions, NotScored):
        reasons.setdefault(say(result.suggestions.reason), []).append("Saran dan masukan")
    if known:
        yield title("Mutu data")
        yield marked(("•", Text(each)) for each in known)
    yield title("Tidak dapat dihitung dari rekap ini")
    for reason, names in reasons.items():
        yield Text(f"{capital(reason)}:")
        yield marked(("–", Text(name)) for name in names)
