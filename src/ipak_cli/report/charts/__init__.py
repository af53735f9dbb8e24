"""Charts as SVG text: item means, stars over the periods, the trend of the indices, PEKPPP aspects."""

from ipak_cli.report.charts.bars import aspects, item_means
from ipak_cli.report.charts.lines import TrendLine, Whisker
from ipak_cli.report.charts.stars import star_shares
from ipak_cli.report.charts.trend import trend
from ipak_cli.report.charts.values import (
    MOST_LEVELS,
    NO_SURVEY,
    Bar,
    Chart,
    ChartScale,
    ChartTable,
    Drawing,
    Group,
    Stars,
    stylesheet,
)

__all__ = [
    "MOST_LEVELS",
    "NO_SURVEY",
    "Bar",
    "Chart",
    "ChartScale",
    "ChartTable",
    "Drawing",
    "Group",
    "Stars",
    "TrendLine",
    "Whisker",
    "aspects",
    "item_means",
    "star_shares",
    "stylesheet",
    "trend",
]
