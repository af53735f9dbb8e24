"""A User-Mode Linux guest: a file server, and two hosts that mount its disk over NFS and SMB.

The guest boots as a process of whoever tests, without rights of its own: it reads this system's files, its
disk is in its memory, and its serial line carries commands in and their outcomes out.
"""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

HOSTS: Final = ("kantor-a", "kantor-b")
SERVER: Final = "peladen"
DISK: Final = "/run/share"
"""The server's disk, as the server sees it."""
MOUNTS: Final = {"nfs4": "/run/mnt/nfs4", "nfs3": "/run/mnt/nfs3", "smb": "/run/mnt/smb"}
"""The same disk as the hosts see it."""
PACKAGES: Final = {
    "linux.uml": "user-mode-linux",
    "modprobe": "kmod",
    "ip": "iproute2",
    "mkfs.ext4": "e2fsprogs",
    "rpcbind": "rpcbind",
    "mount.nfs": "nfs-common",
    "rpc.nfsd": "nfs-kernel-server",
    "mount.cifs": "cifs-utils",
    "smbd": "samba",
}
"""The programs that the guest runs, and Debian's packages of them."""
_INSIDE: Final = Path(__file__).parents[1] / "filesystems" / "guest"
_PATH: Final = "/usr/sbin:/usr/bin:/sbin:/bin"
_STARTED: Final = "guest: started"
_TO_START: Final = 180.0
"""Seconds after which a guest whose first process does not speak is taken not to start here."""
_TO_ANSWER: Final = 300.0
"""Seconds after which a guest that says nothing hangs."""


class NoGuestError(Exception):
    """This system cannot run the guest; the text says why."""


@dataclass(frozen=True, slots=True)
class Done:
    """How a command in the guest ended; below zero by that signal."""

    code: int
    out: str
    err: str


class Guest:
    """A running guest; ``started`` is the outcome of the run with which it warmed up, on its own disk."""

    def __init__(self, folder: Path, warm: Path) -> None:
        """Boot in a folder for its files; ``warm`` is the workspace of the run that it starts with."""
        if missing := [PACKAGES[name] for name in PACKAGES if shutil.which(name, path=_PATH) is None]:
            raise NoGuestError(f"not installed: {', '.join(missing)}")
        shutil.copytree(warm, folder / "warm")
        self._console = folder / "console"
        self._done: dict[int, Done] = {}
        self._last = 0
        self._read = b""
        into, self._into = os.pipe()
        self._from, out = os.pipe()
        with self._console.open("wb") as console:
            self._process = subprocess.Popen(
                _command(folder, f"ssl0=fd:{into},fd:{out}"),
                stdin=subprocess.DEVNULL,
                stdout=console,
                stderr=console,
                pass_fds=(into, out),
                env={"PATH": _PATH, **_preload(folder)},
                start_new_session=True,
            )
        os.close(into)
        os.close(out)
        try:
            self._wait_for_start()
            self.started = self.wait(0)
        except BaseException:
            self.close()
            raise

    def start(self, host: str, *command: str) -> int:
        """Start a command on a host, or on the server; return the number to ask for it by."""
        self._last += 1
        self._say({"job": self._last, "host": host, "command": command})
        return self._last

    def wait(self, job: int) -> Done:
        """Wait for a command's end."""
        while job not in self._done:
            answer = json.loads(self._line())
            self._done[answer["job"]] = Done(answer["code"], answer["out"], answer["err"])
        return self._done.pop(job)

    def run(self, host: str, *command: str) -> Done:
        """Run a command on a host to its end."""
        return self.wait(self.start(host, *command))

    def start_outage(self, path: str) -> int:
        """Let the file server die as soon as its disk holds a file, and come back 15 seconds later."""
        server = _INSIDE / "server.sh"
        away = f"{server} stop && sleep 15 && {server} start"
        return self.start(SERVER, "sh", "-c", f"until [ -e {path} ]; do sleep 0.1; done; {away}")

    def console(self) -> str:
        """Return what the guest's system said so far."""
        return self._console.read_text("utf-8", errors="replace")

    def close(self) -> None:
        """Switch the guest off."""
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        os.close(self._into)
        os.close(self._from)

    def _wait_for_start(self) -> None:
        until = time.monotonic() + _TO_START
        while _STARTED not in self.console():
            if self._process.poll() is not None or time.monotonic() > until:
                raise NoGuestError(f"does not start here: {self._last_words()}")
            time.sleep(0.05)

    def _say(self, asked: dict[str, object]) -> None:
        os.write(self._into, json.dumps(asked).encode() + b"\n")

    def _line(self) -> bytes:
        """Read the next line that the guest says."""
        while b"\n" not in self._read:
            speaks = select.select([self._from], [], [], _TO_ANSWER)[0]
            if not speaks or not (more := os.read(self._from, 65536)):
                raise RuntimeError(f"the guest says nothing more; its console:\n{self.console()}")
            self._read += more
        line, _, self._read = self._read.partition(b"\n")
        return line

    def _last_words(self) -> str:
        """Return what the guest's system said before its trace, if it panicked."""
        said, panic, of_what = self.console().partition("Kernel panic")
        return " / ".join((said + panic + of_what.partition("\n")[0]).splitlines()[-2:])


@dataclass(frozen=True, slots=True)
class Unit:
    """A workspace on the server's disk, seen over one protocol."""

    guest: Guest
    path: str

    def start(self, host: str, *, contained: bool = False) -> int:
        """Start a run of it on a host; return the job's number."""
        return self.guest.start(host, *self._command(contained=contained))

    def run(self, host: str, *, contained: bool = False) -> Done:
        """Run it on a host, there as the first process of a new container if so wanted."""
        return self.guest.wait(self.start(host, contained=contained))

    def kill_at(self, name: str, host: str, *, contained: bool = False) -> Done:
        """Run it on a host and kill it as soon as it has written a file of a name."""
        return self._told("killed", host, *self._command("held-at", name, contained=contained))[0]

    def meet_at(
        self, name: str, hosts: tuple[str, str], other: Unit, *, contained: bool = False
    ) -> list[Done]:
        """Run it on a host, and on another one while it stands still, having written a file of a name.

        ``other`` is the same workspace as the second host sees it.
        """
        first = self._command("held-at", name, contained=contained)
        return self._told("met", *hosts, str(len(first)), *first, *other._command(contained=contained))

    def _told(self, *command: str) -> list[Done]:
        done = self.guest.run(SERVER, *command)
        assert done.code == 0, done
        return [Done(each["code"], each["out"], each["err"]) for each in json.loads(done.out)]

    def _command(self, *before: str, contained: bool) -> tuple[str, ...]:
        return (*(("in-container",) if contained else ()), *before, "ipak", "run", self.path, "--json")

    def over(self, protocol: str) -> Unit:
        """Return the same workspace as another protocol shows it."""
        return Unit(self.guest, f"{MOUNTS[protocol]}/{Path(self.path).name}")

    def on_disk(self, name: str) -> str:
        """Return where the server's disk holds a file of it."""
        return f"{DISK}/{Path(self.path).name}/{name}"

    def outputs(self, host: str) -> dict[str, str]:
        """Return the SHA-256 of every result and report, by their names, as a host reads them."""
        return _digests(self.guest, host, self.path)

    def times(self) -> str:
        """Return when each result and report was last changed, by the server's clock."""
        look = f"cd {DISK}/{Path(self.path).name}; find hasil laporan -printf '%p %T@ %C@\\n' | sort"
        return self.guest.run(SERVER, "sh", "-c", look).out


@dataclass(frozen=True, slots=True)
class Share:
    """The server's disk over one protocol, a key of ``MOUNTS``."""

    guest: Guest
    protocol: str

    def workspace(self, name: str) -> Unit:
        """Put the workspace with which the guest started on the disk, as nobody has run it yet."""
        folder = f"{name}-{self.protocol}"
        copied = self.guest.run(SERVER, "cp", "-a", "/run/given/warm", f"{DISK}/{folder}")
        assert copied.code == 0, copied
        return Unit(self.guest, f"{MOUNTS[self.protocol]}/{folder}")


def wanted(guest: Guest) -> dict[str, str]:
    """Return the SHA-256 of what the run on the guest's own disk made, by the files' names."""
    made = _digests(guest, SERVER, "/run/tmp/warm")
    assert len(made) > 4, made
    return made


def actions(done: Done) -> list[str]:
    """Return what a run of one workspace did."""
    (workspace,) = json.loads(done.out)["workspaces"]
    return [step["action"] for step in workspace["steps"]]


def _digests(guest: Guest, host: str, folder: str) -> dict[str, str]:
    done = guest.run(host, "digests", folder)
    assert done.code == 0, done
    found: dict[str, str] = json.loads(done.out)
    return found


def _command(folder: Path, serial: str) -> list[str]:
    return [
        "linux.uml",
        "mem=768M",
        *("root=/dev/root", "rootfstype=hostfs", "rootflags=/", "ro"),
        *(f"init={_INSIDE / 'init.sh'}", f"FOLDER={folder}", f"PYTHON={sys.executable}"),
        *("con=null", "con0=null,fd:1", "ssl=null", serial),
        *(f"uml_dir={folder}", "quiet"),
    ]


def _preload(folder: Path) -> dict[str, str]:
    """Return what makes this kernel run on processors whose registers outgrew it, where that can be built."""
    if (compiler := shutil.which("cc")) is None:
        return {}
    library = folder / "ptrace.so"
    build = [compiler, "-O2", "-shared", "-fPIC", "-o", str(library), str(_INSIDE / "ptrace.c")]
    subprocess.run(build, check=True)
    return {"LD_PRELOAD": str(library)}
