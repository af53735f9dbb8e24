"""Settings and follow-up plans as fields of a page: what is asked, what was typed, and what is wrong with it.

A field is one place of ``ipak.yaml``, as a cell of the office's form is; it brings along what it said when
the page was shown, so that two who write at once lose nothing (see :mod:`ipak_cli.jobs.form_changes`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import ends_of
from ipak_cli.base.period import Period
from ipak_cli.base.problem import Where
from ipak_cli.base.text import capital
from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.forms import settings_names as names
from ipak_cli.forms.filled import FilledForm, FormCell, Reading
from ipak_cli.forms.follow_up_names import OTHERS
from ipak_cli.forms.form_record import FOLLOW_UP, SETTINGS, FormRecord, canonical, key_of, names_of_periods
from ipak_cli.forms.settings_names import Kind, cell_text, value_at
from ipak_cli.report import format_words as words
from ipak_cli.web.advice import advice_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ipak_cli.base.problem import Problem
    from ipak_cli.forms.form_record import SettingsPath
    from ipak_cli.forms.settings_names import Field
    from ipak_cli.report.material import Material
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.rubric.yaml_lines import Data
    from ipak_cli.survey.result import ItemResult

PLACE: Final = "Halaman"
"""What problems call the page, where those of a form name its file."""
ACTIONS: Final = next(field for field in names.PLAN_FIELDS if field.path == ("actions",))


@dataclass(frozen=True, slots=True)
class PageField:
    """One thing that the page asks: its place in the settings, its texts, and what is wrong with them.

    ``text`` is what the field shows, ``before`` what the settings said when the page was first shown.
    ``general`` is the place that counts where the settings have nothing of that part.
    """

    path: SettingsPath
    asked: Field
    of: str
    text: str
    before: str
    general: SettingsPath | None = None
    errors: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The field's name in the form."""
        return key_of(self.path)

    @property
    def where(self) -> Where:
        """The field's place in problems: no two have one."""
        return Where(PLACE, None, f"{self.asked.label} {self.of}".strip())

    @property
    def lines(self) -> bool:
        """Whether it takes several lines."""
        return self.asked.kind is Kind.LINES

    @property
    def help(self) -> str:
        """How to fill it in."""
        return self.asked.help.replace(" (Alt+Enter)", "")


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """Fields under one heading; ``note`` says what they are of."""

    title: str
    fields: tuple[PageField, ...]
    note: str = ""


Groups = tuple[FieldGroup, ...]


def settings_groups(data: Mapping[str, Data], rubric: SurveyRubric, periods: Iterable[Period]) -> Groups:
    """Return the fields of all settings; ``periods`` are asked about, named by the settings or not."""
    said = dict(data)
    known = names_of_periods(said)
    listed: list[Period] = sorted(
        {*periods, *(each for each in known if isinstance(each, Period))}, reverse=True
    )
    return (
        FieldGroup("Unit dan penanda tangan", _fields(said, (), names.UNIT_FIELDS)),
        FieldGroup("Daftar nama dan dasar hukum", _fields(said, (), names.LIST_FIELDS)),
        *(
            FieldGroup(
                f"Periode {period}",
                _fields(said, ("periods", known.get(period, str(period))), names.PERIOD_FIELDS, str(period)),
            )
            for period in listed
        ),
        FieldGroup(
            "Target setiap butir",
            tuple(
                replace(field, asked=replace(names.TARGET, help=item.text), of=item.code)
                for item in rubric.items
                for field in _fields(said, ("targets", "items", item.code), (names.TARGET,), item.code)
            ),
            "Kosong berarti target semua butir.",
        ),
    )


def follow_up_groups(data: Mapping[str, Data], material: Material) -> Groups:
    """Return the fields of a period's follow-up: those of each item below its target."""
    said = dict(data)
    name = names_of_periods(said).get(material.period, str(material.period))
    return tuple(
        FieldGroup(f"{item.code} {item.text}", tuple(_plan(said, name, item.code)), _distance(material, item))
        for item in material.below
    )


def _distance(material: Material, item: ItemResult) -> str:
    """Say how far an item lies below its target; by its upper end where its mean is known by its ends."""
    target, ends = material.target_of(item), ends_of(item.mean)
    told = f"Nilai {words.mean_against(item, target)}, target {words.target(target)}"
    return told if target is None or ends is None else f"{told}, selisih {words.gap(ends[1], target)}."


def _plan(said: Data, period: str, code: str) -> Iterator[PageField]:
    part: SettingsPath = ("periods", period, "follow_up", code)
    own = value_at(said, part) is not None
    for asked in (ACTIONS, *OTHERS):
        general = ("follow_up", code, *asked.path)
        text = cell_text(value_at(said, (*part, *asked.path) if own else general))
        yield PageField((*part, *asked.path), asked, code, text, text, general)


def _fields(said: Data, part: SettingsPath, asked: Sequence[Field], of: str = "") -> tuple[PageField, ...]:
    texts = ((field, cell_text(value_at(said, (*part, *field.path)))) for field in asked)
    return tuple(PageField((*part, *field.path), field, of, text, text) for field, text in texts)


def filled_in(groups: Groups, typed: Mapping[str, str], shown: Mapping[str, str]) -> Groups:
    """Return the fields with what was typed, and what the page had shown; both by the fields' keys."""
    return tuple(
        replace(
            group,
            fields=tuple(
                replace(
                    field,
                    text=_plain(typed.get(field.key, field.text)),
                    before=_plain(shown.get(field.key, field.before)),
                )
                for field in group.fields
            ),
        )
        for group in groups
    )


def rebased(groups: Groups, now: Groups) -> Groups:
    """Return what was typed beside what the settings say ``now``: a field that nobody changed says that too.

    Sent once more, the fields that somebody changed decide, since their page has told what they replace.
    """
    said = {field.key: field.text for group in now for field in group.fields}

    def moved(field: PageField) -> PageField:
        current = said.get(field.key, field.before)
        return replace(field, text=current if field.text == field.before else field.text, before=current)

    return tuple(replace(group, fields=tuple(map(moved, group.fields))) for group in groups)


def _plain(text: str) -> str:
    """Return a text with the line ends that files have: a browser sends those of the net."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def form_of(groups: Groups, *, period: Period | None = None) -> FilledForm:
    """Return what was filled in as the form that a workbook would be; of a ``period`` it is the follow-up."""
    reading = Reading()
    fields = [field for group in groups for field in group.fields]
    for field in fields:
        value = reading.value(field.asked, field.text, field.where)
        label = f"{field.asked.label} {field.of}".strip()
        reading.keep(FormCell(field.path, value, field.where, label, field.general))
        if isinstance(value, list):
            reading.places.update({(*field.path, number): field.where for number in range(len(value))})
    for part in dict.fromkeys(cell.part for cell in reading.cells if cell.path[-1] == "actions"):
        reading.places[part] = reading.places[*part, "actions"]
        reading.need((*part, "actions"), part)
    if period is None:
        reading.need(("unit", "name"), ("unit",), always=True)
        reading.need(("signatory", "name"), ("signatory",))
        reading.need(("signatory", "position"), ("signatory",))
    said = {canonical(field.path): field.before for field in fields}
    kind, name = (SETTINGS, "") if period is None else (FOLLOW_UP, str(period))
    return FilledForm(
        tuple(reading.cells), reading.places, tuple(reading.problems), FormRecord(kind, said, period=name)
    )


def _without_label(message: str, field: PageField) -> str:
    """Return what is wrong without the field's label before it, which the page writes there itself."""
    return capital(message.removeprefix(f"{field.asked.label}: "))


def with_faults(groups: Groups, problems: Sequence[Problem]) -> tuple[Groups, tuple[Problem, ...]]:
    """Put each problem to its field; return also those that are of none."""
    told: set[Problem] = set()

    def errors(field: PageField) -> tuple[str, ...]:
        mine = [each for each in problems if each.where == field.where]
        told.update(mine)
        return tuple(f"{_without_label(message_of(each), field)}. {advice_of(each)}" for each in mine)

    placed = tuple(
        replace(group, fields=tuple(replace(field, errors=errors(field)) for field in group.fields))
        for group in groups
    )
    return placed, tuple(each for each in problems if each not in told)
