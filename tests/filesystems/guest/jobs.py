"""Answers the guest's serial line: starts commands on its hosts, and tells how they ended.

Python needs so long to start in the guest that this process starts it once: it runs ``ipak`` on the guest's
own disk, which imports and remembers everything, and each later command is a child of it, moved to the host
that is asked for. A line is a JSON object, in both directions.
"""

from __future__ import annotations

import ctypes
import json
import os
import select
import signal
import sys
import time
import tty
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from filelock import _identity as filelock_identity

from ipak_cli.cli.app import run as ipak

LINE = "/dev/ttyS0"
SERVER = "peladen"
NAMESPACES = ("net", "uts", "ipc", "mnt")
LIBC = ctypes.CDLL(None, use_errno=True)
TELL, HEAR = 100, 101
"""The descriptors by which a command that is held tells so, and hears that it may go on."""
PR_SET_CHILD_SUBREAPER = 36
CLONE_NEWNS, CLONE_NEWPID, MS_BIND = 0x20000, 0x20000000, 0x1000
POLL = 0.05
"""Seconds between two looks at whether something has happened."""


def enter(host):
    """Move this process to a host."""
    process = Path(f"/run/{host}.pid").read_text().strip()
    doors = [os.open(f"/proc/{process}/ns/{kind}", os.O_RDONLY) for kind in NAMESPACES]
    for door in doors:
        call(LIBC.setns(door, 0), "setns")
    os.chdir("/")
    # The lock's library reads once of which boot it is: here that of the server.
    filelock_identity._BOOT_ID = filelock_identity._read_boot_id()


def child(work):
    """Do some work in a child; return its process."""
    process = os.fork()
    if not process:
        try:
            code = work()
        except BaseException as fault:  # noqa: BLE001 (a child never goes on with its parent's work)
            os.write(2, f"{fault!r}\n".encode())
            code = 99
        os._exit(code)
    return process


def held_at(name, *command):
    """Run a command that tells when it has put a file of a name into its place, and goes on when it may."""
    left = [2]

    def seen(event, arguments):
        renamed = event == "os.rename" and os.path.basename(os.fsdecode(arguments[1])) == name  # noqa: PTH119
        if renamed or left[0] == 1:
            left[0] -= 1
            if not left[0]:
                os.write(TELL, b".")
                os.read(HEAR, 1)

    sys.addaudithook(seen)
    return do(command)


def start_held(host, *command):
    """Start a command on a host, to where it is held, or its end; return it, and what lets it go on."""
    told, tell = os.pipe()
    hear, go = os.pipe()
    os.dup2(tell, TELL)
    os.dup2(hear, HEAR)
    job = Job(f"{os.getpid()}-held", host, command)
    os.close(tell)
    os.close(TELL)
    os.read(told, 1)
    return job, go


def killed(host, *command):
    """Kill a command on a host where it is held, with all its processes; print how it ended."""
    call(LIBC.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0), "prctl")
    job, _ = start_held(host, *command)
    with suppress(ProcessLookupError):
        os.killpg(job.process, signal.SIGKILL)
    answer = job.answer(os.waitpid(job.process, 0)[1])
    with suppress(ChildProcessError):
        while True:
            os.wait()
    sys.stdout.write(json.dumps([answer]))
    return 0


def met(first_host, second_host, count, *commands):
    """Run a command on a host, and another on the second host while it is held; print how both ended."""
    first, go = start_held(first_host, *commands[: int(count)])
    second = Job(f"{os.getpid()}-second", second_host, commands[int(count) :])
    answer = second.answer(os.waitpid(second.process, 0)[1])
    os.write(go, b".")
    sys.stdout.write(json.dumps([first.answer(os.waitpid(first.process, 0)[1]), answer]))
    return 0


def in_container(*command):
    """Run a command as the first process of a container, which sees no process but its own."""
    call(LIBC.unshare(CLONE_NEWPID | CLONE_NEWNS), "unshare")
    return os.waitstatus_to_exitcode(os.waitpid(child(lambda: first(command)), 0)[1])


def first(command):
    boot = Path("/proc/sys/kernel/random/boot_id")
    ours = Path(f"/run/tmp/boot-{time.monotonic_ns()}")
    ours.write_bytes(boot.read_bytes())
    call(LIBC.mount(b"proc", b"/proc", b"proc", 0, None), "mount")
    call(LIBC.mount(bytes(ours), bytes(boot), None, MS_BIND, None), "mount")
    return do(command)


def call(outcome, name):
    if outcome:
        raise OSError(ctypes.get_errno(), name)


def digests(folder):
    """Print the SHA-256 of every result and report of a workspace, by their names."""
    root = Path(folder)
    found = [path for name in ("hasil", "laporan") for path in (root / name).rglob("*") if path.is_file()]
    told = {path.relative_to(root).as_posix(): sha256(path.read_bytes()).hexdigest() for path in found}
    sys.stdout.write(json.dumps(told))
    return 0


OWN = {
    "ipak": lambda *arguments: ipak(list(arguments)),
    "held-at": held_at,
    "killed": killed,
    "met": met,
    "in-container": in_container,
    "digests": digests,
}
"""Commands for which no program is started."""


def do(command):
    """Run a command in this process, to its end."""
    name, *arguments = command
    if name not in OWN:
        os.execvp(name, command)  # noqa: S606 (the tests say which)
    code = OWN[name](*arguments)
    sys.stdout.flush()
    sys.stderr.flush()
    return code


class Job:
    """A command on a host."""

    def __init__(self, number, host, command):
        self.number, self.host, self.command = number, host, command
        self.told = [Path(f"/run/tmp/{number}.{end}") for end in ("out", "err")]
        self.process = child(self._start)

    def _start(self):
        os.setsid()
        for path, descriptor in zip(self.told, (1, 2), strict=True):
            os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT), descriptor)
        if self.host != SERVER:
            enter(self.host)
        return do(self.command)

    def answer(self, status):
        out, err = (path.read_text("utf-8", errors="replace") for path in self.told)
        return {"job": self.number, "code": os.waitstatus_to_exitcode(status), "out": out, "err": err}


def say(line, answer):
    os.write(line, json.dumps(answer).encode() + b"\n")


def lines(line):
    """Yield what is asked, and ``None`` now and then, until nobody is there to ask."""
    read = b""
    while True:
        if not select.select([line], [], [], POLL)[0]:
            yield None
            continue
        if not (more := os.read(line, 4096)):
            return
        read += more
        *whole, read = read.split(b"\n")
        for each in whole:
            yield json.loads(each)


def serve(line):
    jobs = {}
    for asked in lines(line):
        if asked:
            jobs[asked["job"]] = Job(asked["job"], asked["host"], asked["command"])
        for number, job in list(jobs.items()):
            process, status = os.waitpid(job.process, os.WNOHANG)
            if process:
                say(line, job.answer(status))
                del jobs[number]


def main():
    line = os.open(LINE, os.O_RDWR | os.O_NOCTTY)
    tty.setraw(line)
    home = os.dup(1)
    os.dup2(os.open("/run/tmp/warm.out", os.O_WRONLY | os.O_CREAT), 1)
    os.dup2(1, 2)
    code = ipak(["run", "/run/tmp/warm"])
    os.dup2(home, 1)
    os.dup2(home, 2)
    say(line, {"job": 0, "code": code, "out": Path("/run/tmp/warm.out").read_text(), "err": ""})
    serve(line)


if __name__ == "__main__":
    main()
