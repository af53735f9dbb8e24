"""The formats of the export behind one interface: another format is another module and its line here."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ipak_cli.export.dictionary import FilledTable

    Files: TypeAlias = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """Makes the files of an export, by their names: the same tables give the same bytes.

    ``file`` is the one in which a table stands, with ``{table}`` for its name where each has its own; in one
    file for all, each has a sheet of its name. ``mediatype`` is theirs. ``needs`` are the modules beside our
    own without which it cannot work.
    """

    file: str
    mediatype: str
    render: Callable[[Sequence[FilledTable]], Files]
    needs: tuple[str, ...] = ()

    @property
    def lacks(self) -> tuple[str, ...]:
        """The modules that it needs and that are not installed."""
        return tuple(module for module in self.needs if find_spec(module) is None)

    @property
    def has_sheets(self) -> bool:
        """Whether all tables stand in one file."""
        return "{" not in self.file


# A format's module is imported when it is asked for, with the library behind it.


def _csv(tables: Sequence[FilledTable]) -> Files:
    from ipak_cli.export.formats.csv import render  # noqa: PLC0415 (as said above)

    return render(tables)


def _parquet(tables: Sequence[FilledTable]) -> Files:
    from ipak_cli.export.formats.parquet import render  # noqa: PLC0415

    return render(tables)


def _xlsx(tables: Sequence[FilledTable]) -> Files:
    from ipak_cli.export.formats.xlsx import render  # noqa: PLC0415

    return render(tables)


_OFFICE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS: Final[Mapping[str, Format]] = {
    "csv": Format("{table}.csv", "text/csv", _csv),
    "parquet": Format("{table}.parquet", "application/vnd.apache.parquet", _parquet, ("duckdb",)),
    "xlsx": Format("data-survei.xlsx", _OFFICE, _xlsx),
}
"""Every format by its name."""
