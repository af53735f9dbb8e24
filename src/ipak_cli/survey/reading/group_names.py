"""Labels of groups, such as a counter or a service, without the person that somebody wrote into them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from ipak_cli.survey.reading.redact import plain_text, shown
from ipak_cli.survey.reading.redact_contacts import remove_label_contacts
from ipak_cli.survey.reading.redact_names import KnownNames, remove_sure_names
from ipak_cli.survey.tally import UNGROUPED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ipak_cli.survey.tally import Counts, Membership, Tally


def without_names(tally: Tally, identities: Iterable[str], staff: Iterable[str]) -> Tally:
    """Return a tally whose groups' labels name nobody; groups that become alike by that are one."""
    labels = {label for _, label in tally.groups if label != UNGROUPED}
    known = KnownNames.of(identities, labels, staff)
    told = {label: clean_label(label, known) for label in labels}
    if all(label == clean for label, clean in told.items()):
        return tally
    groups: dict[tuple[str, str], Counts] = {}
    for (profile, label), counts in tally.groups.items():
        key = profile, told.get(label, label)
        groups[key] = groups[key] + counts if key in groups else counts
    return replace(tally, groups=groups, crossed=_renamed(tally.crossed, told))


def _renamed(
    crossed: Mapping[Membership, int] | None, told: Mapping[str, str]
) -> Mapping[Membership, int] | None:
    if crossed is None:
        return None
    counts: Counter[Membership] = Counter()
    for answers, people in crossed.items():
        counts[tuple((profile, told.get(label, label)) for profile, label in answers)] += people
    return dict(counts)


def clean_label(label: str, known: KnownNames) -> str:
    """Return a label as it stands if nothing in it leads to a person, else without that."""
    text, numbers = remove_label_contacts(plain_text(label))
    text, names = remove_sure_names(text, known)
    return shown(text) if numbers or names else label
