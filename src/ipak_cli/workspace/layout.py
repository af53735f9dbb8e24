"""Every path of a workspace, and which workspace a command works in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from stat import S_ISDIR
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import ProblemsFoundError, Where, problem
from ipak_cli.catalogue.usage import NOT_A_WORKSPACE
from ipak_cli.catalogue.workspace import NO_WORKSPACE_HERE, SETTINGS_UNREADABLE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipak_cli.base.period import Period

MARKER: Final = "ipak.yaml"
"""The file that tells a workspace from any other folder, and from a share that is not mounted."""
VARIABLE: Final = "IPAK_WORKSPACE"
REPORT_FILES: Final = ("laporan.md", "laporan.html", "laporan.docx", "laporan.pdf")
"""What a report is read from: one of these at least stands in its folder."""
"""The file by which the status knows that a report is there; the format of the page gives it this name."""
FOLLOW_UP_FORM: Final = "tindak-lanjut.xlsx"
"""The form beside a report in which people plan what is done about its items below target."""
LARGEST_RESULT: Final = 64 << 20
"""Bytes of a result document; one of 50 indicators or items has some 100 kB."""
LARGEST_RECORD: Final = 64 << 20
"""Bytes of what runs remember: some 500 for each input."""
LARGEST_TEMPLATE: Final = 1 << 20
LARGEST_TEMPLATE_DOCUMENT: Final = 16 << 20
LARGEST_REPORT_FILE: Final = 64 << 20
"""Bytes of a file of a report, pictures and all."""
LARGEST_LOGO: Final = 5 << 20
LARGEST_PHOTOGRAPH: Final = 12 << 20
"""Bytes of a photograph of an annex, as a telephone takes it: every format of the report holds it whole."""
LARGEST_PICTURES: Final = 40 << 20
"""Bytes of all logos and photographs: an HTML page, in which they are a third more, is a file of a report."""
LARGEST_DOCUMENT: Final = 64 << 20
"""Bytes of a document that an annex names."""
LARGEST_INPUT: Final = 4 << 30
"""Bytes of an input: text of tens of millions of responses has fewer, a file of holes may have any number."""
LARGEST_STAFF: Final = 1 << 20
"""Bytes of the list of an office's staff."""
LARGEST_SIDE_FILE: Final = 64 << 10
"""Bytes of a small file beside another, such as the signature of a lock."""
NOTE_END: Final = ".masalah.txt"
"""How the names of files end that tell what is wrong with an input; before it stands the input's name."""


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a result document goes: into a workspace, into a folder, both, or neither."""

    workspace: Path | None = None
    out: Path | None = None


@dataclass(frozen=True, slots=True)
class Paths:
    """Where everything of the workspace ``root`` stands; nothing is looked at or made."""

    root: Path

    @property
    def settings(self) -> Path:
        """Return the file that marks the workspace."""
        return self.root / MARKER

    @property
    def guide(self) -> Path:
        """Return the page that tells an office what to put where."""
        return self.root / "BACA-SAYA.txt"

    @property
    def inbox(self) -> Path:
        """Return the folder in which inputs arrive: response exports and self-assessments."""
        return self.root / "masuk"

    @property
    def staff(self) -> Path:
        """Return the file of the names of the office's staff, which need not be there."""
        return self.root / "pegawai.txt"

    @property
    def evidence(self) -> Path:
        """Return the folder of the files that self-assessments name as evidence."""
        return self.root / "bukti"

    @property
    def results(self) -> Path:
        """Return the folder of the result documents, one folder in it for each period."""
        return self.root / "hasil"

    @property
    def reports(self) -> Path:
        """Return the folder of the reports, one folder in it for each period."""
        return self.root / "laporan"

    @property
    def exports(self) -> Path:
        """Return the folder of the data for other programs, one folder in it for each period."""
        return self.root / "ekspor"

    @property
    def templates(self) -> Path:
        """Return the folder of the office's own templates, which need not be there."""
        return self.root / "templat"

    @property
    def former_settings(self) -> Path:
        """Return the file that keeps the settings as they were before the last form was read."""
        return self.root / f"{MARKER}.lama"

    @property
    def own(self) -> Path:
        """Return the folder for what the program keeps for itself."""
        return self.root / ".ipak"

    @property
    def state(self) -> Path:
        """Return the file that tells how the last runs ended."""
        return self.own / "state.json"

    @property
    def memory(self) -> Path:
        """Return the file that tells what was made from what."""
        return self.own / "memory.json"

    @property
    def forms(self) -> Path:
        """Return the file that tells what forms said when they were last read."""
        return self.own / "forms.json"

    @property
    def written(self) -> Path:
        """Return the file that tells what was written for people, by which their edits are noticed."""
        return self.own / "written.json"

    @property
    def log(self) -> Path:
        """Return the newest log file; older ones have a number at the end."""
        return self.own / "ipak.log"

    @property
    def lock(self) -> Path:
        """Return the file that is the lock while it exists."""
        return self.own / "lock"

    @property
    def lock_holder(self) -> Path:
        """Return the file that tells whose the lock is."""
        return self.own / "holder.json"

    @property
    def lock_gate(self) -> Path:
        """Return the file that processes of one host lock for the moment of a try."""
        return self.own / "gate"

    @property
    def lock_alive(self) -> Path:
        """Return the file that the owner of the lock keeps locked by the system as long as it lives."""
        return self.own / "alive"

    def lock_asked(self, host_mark: str) -> Path:
        """Return the file that tells that a process of a host, known by a mark, is about to lock."""
        return self.own / f"asked-{host_mark}"

    def result(self, period: Period | str, file: str) -> Path:
        """Return where a period's result document stands."""
        return self.results / str(period) / file

    def review(self, period: Period | str) -> Path:
        """Return the file of what people decided of a period's suggestions."""
        return self.results / str(period) / "tinjauan-saran.json"

    def superseded(self, period: Period | str, file: str) -> Path:
        """Return where a result document goes that a newer one replaces."""
        return self.results / str(period) / "lama" / file

    def report(self, period: Period | str) -> Path:
        """Return the folder of a period's report."""
        return self.reports / str(period)

    def export(self, period: Period | None) -> Path:
        """Return the folder of a period's data, or of all periods together."""
        return self.exports / ("semua" if period is None else period.name)


SHOWN: Final = Paths(Path())
"""The paths relative to the workspace, as its door takes them and as problems show them."""


def open_marks(name: str) -> tuple[str, str]:
    """Return the names of the files by which Excel and LibreOffice tell that they have a file open."""
    return f"~${name}", f".~lock.{name}#"


def starting_folders(workspace: Path) -> tuple[Path, ...]:
    """Return the folders of a new workspace."""
    paths = Paths(workspace)
    return paths.inbox, paths.evidence, paths.results, paths.reports


def find_workspace(named: Path | None, start: Path, environment: Mapping[str, str]) -> Path | None:
    """Return the workspace's folder, or ``None`` outside any.

    A folder that was named, by the user or the environment, must be one: raises ``ProblemsFoundError``.
    """
    if named is not None:
        must_be_there(named)
        return named
    nearest = next((folder for folder in (start, *start.parents) if is_workspace(folder)), None)
    if nearest is None and environment.get(VARIABLE):
        nearest = Path(environment[VARIABLE])
        must_be_there(nearest)
    return nearest


def must_find_workspace(named: Path | None, start: Path, environment: Mapping[str, str]) -> Path:
    """Return the workspace's folder, as :func:`find_workspace` does, for a command that needs one.

    Raises ``ProblemsFoundError`` outside any.
    """
    found = find_workspace(named, start, environment)
    if found is None:
        raise ProblemsFoundError([problem(NO_WORKSPACE_HERE, Where(str(start)), marker=MARKER)])
    return found


def is_workspace(folder: Path) -> bool:
    """Tell whether a folder is a workspace: its marker is there, even as a link, which reading refuses."""
    try:
        must_be_there(folder)
    except ProblemsFoundError:
        return False
    return True


def must_be_there(workspace: Path) -> None:
    """See that a workspace has not gone, as when its share was unmounted during a run.

    Raises ``ProblemsFoundError`` when the folder has no ``ipak.yaml``, or the system does not tell.
    """
    settings = Paths(workspace).settings
    try:
        there = not S_ISDIR(settings.lstat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        there = False
    except OSError:
        raise ProblemsFoundError([problem(SETTINGS_UNREADABLE, Where(str(settings)))]) from None
    if not there:
        raise ProblemsFoundError([problem(NOT_A_WORKSPACE, Where(str(workspace)), marker=MARKER)])
