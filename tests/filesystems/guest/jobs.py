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
from hashlib import sha256
from pathlib import Path

from ipak_cli.cli.app import run as ipak

LINE = "/dev/ttyS0"
SERVER = "peladen"
NAMESPACES = ("net", "uts", "ipc", "mnt")
POLL = 0.05
"""Seconds between two looks at whether something has happened."""


def enter(host):
    """Move this process to a host."""
    process = Path(f"/run/{host}.pid").read_text().strip()
    doors = [os.open(f"/proc/{process}/ns/{kind}", os.O_RDONLY) for kind in NAMESPACES]
    for door in doors:
        if ctypes.CDLL(None, use_errno=True).setns(door, 0):
            raise OSError(ctypes.get_errno(), "setns", host)
    os.chdir("/")


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


def killed_at(path, *command):
    """Kill a command as soon as there is a file; return its code, or 128 and the signal's number."""
    process = child(lambda: do(command))
    while not os.path.exists(path):  # noqa: PTH110 (quickly)
        time.sleep(POLL)
    os.kill(process, signal.SIGKILL)
    code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    return code if code >= 0 else 128 - code


def digests(folder):
    """Print the SHA-256 of every result and report of a workspace, by their names."""
    root = Path(folder)
    found = [path for name in ("hasil", "laporan") for path in (root / name).rglob("*") if path.is_file()]
    told = {path.relative_to(root).as_posix(): sha256(path.read_bytes()).hexdigest() for path in found}
    sys.stdout.write(json.dumps(told))
    return 0


OWN = {"ipak": lambda *arguments: ipak(list(arguments)), "killed-at": killed_at, "digests": digests}
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
