"""Kills the server of the page at its writes, one by one; ``test_killed.py`` starts it."""

import http.client
import json
import os
import re
import shutil
import signal
import sys
from pathlib import Path

from ipak_cli.report.templates import templates_folder
from ipak_cli.web import words
from ipak_cli.web.desk import Desk
from ipak_cli.web.server import serve
from makers.exports import EXAMPLES
from makers.nights import die_at
from makers.offices import UNIT, drop
from makers.pages import Client
from makers.runs import SLOW, child, ended, workspace
from makers.sent_forms import read_page

PASSING = re.compile(r"\.ipak-[0-9a-f]{16}\.tmp|gate|lock|alive|holder\.json|asked-[0-9a-f]{12}|ipak\.log")
"""Files that a killed writer may leave, and those of the lock."""
KILLED = (ConnectionError, http.client.HTTPException)


def form_of(client, address):
    """Return the fields of a page's only form that writes."""
    answer = client.get(address)
    assert answer.status == 200, (address, answer.status)
    (form,) = (form for form in read_page(answer.text)[1] if form.method == "POST")
    return form.fields


def field(fields, *path):
    return next(name for name in fields if name.startswith("isi:") and all(part in name for part in path))


def settings(client):
    fields = form_of(client, "/setelan")
    return client.post("/setelan", fields | {field(fields, '"city"'): "Palu"})


def follow_up(client):
    fields = form_of(client, "/tindak-lanjut/IV-2024")
    return client.post("/tindak-lanjut/IV-2024", fields | {field(fields, "I11", "actions"): "Menambah loket"})


def review(client):
    fields = form_of(client, "/saran/IV-2024")
    verdicts = {name: "terbitkan" for name in fields if name.startswith("putusan:")}
    return client.post("/saran/IV-2024", fields | verdicts)


def keep_file(client):
    return client.post(
        f"{drop(client, 'tw3.xlsx', (EXAMPLES / 'ipak-ipkp-2024-tw3.xlsx').read_bytes())}/simpan"
    )


def assessment(client):
    place = re.search(r'href="(/pekppp/[0-9a-f]+)"', client.get("/pekppp").text)[1]
    fields = form_of(client, f"{place}/a") | {"isi:1:Catatan": "dari halaman"}
    return client.post(f"{place}/a", fields, files=[("berkas:1", "bukti baru.txt", b"isi")])


def report(client):
    return client.post("/periode/IV-2024/buat", {"apa": "laporan"})


def publication(client):
    return client.post("/periode/IV-2024/buat", {"apa": "publikasi"})


WORK = {
    each.__name__: each for each in (settings, follow_up, review, keep_file, assessment, report, publication)
}
EVERY = {"assessment": 21, "keep_file": 14, "report": 24}
"""Of work every so-manieth write is tried, of quick work every ninth, unless all are wanted."""
REVIEW = "tinjauan-saran.json"
BY_CHANCE = re.compile(rb'"(at|key|text)": "[^"]*"')
"""When a text was decided, and the digests that tell which, by a key that is drawn."""


class Stage:
    """An office that the page is to change, and what it holds before and after."""

    def __init__(self, root, work):
        self.root, self.work, self.now, self.rounds = root, work, root / "now", 0
        self.ready = workspace(root / "ready", "ipak-ipkp-2024-tw4.xlsx", "pekppp-2024.xlsx", formats=["md"])
        shutil.copytree(UNIT / "hasil" / "IV-2024", self.ready / "hasil" / "IV-2024")
        self.put_up()
        assert self.served(None) == "done"
        self.old, self.new = files(self.ready), files(self.now)
        assert self.old != self.new

    def put_up(self):
        shutil.rmtree(self.now, ignore_errors=True)
        shutil.copytree(self.ready, self.now)

    def served(self, step):
        """Serve in a process of its own, which may die at a write, and do the work as a browser does."""
        told, tell = os.pipe()
        self.rounds += 1
        desk = Desk(self.now, self.root / f"sementara-{self.rounds}", own_workspace=True)

        def work():
            if step is not None:
                die_at(step)
            serve(desk, opened=lambda address: os.write(tell, address.encode()))

        process = child(work)
        client = Client(os.read(told, 4_000).decode())
        for end in (told, tell):
            os.close(end)
        try:
            client.visit()
            answer = self.work(client)
            assert answer.status in {200, 303}, (answer.status, answer.text)
            end = "done"
        except KILLED:
            end = "killed"
        if end == "done":
            os.kill(process, signal.SIGKILL)
        assert ended(process) == -signal.SIGKILL
        return end

    def look_after_kill(self):
        """See that each file has its old bytes or its new ones, and none is gone; return how many are new."""
        found = files(self.now)
        for name, content in found.items():
            assert content in {self.old.get(name), self.new.get(name)}, (name, len(content))
        assert self.old.keys() & self.new.keys() <= found.keys()
        return sum(found.get(name) == content != self.old.get(name) for name, content in self.new.items())

    def finish(self):
        """Let the next start do the work once more, and see that nothing of it is missing."""
        assert self.served(None) == "done"
        found = files(self.now)
        assert [name for name in self.new if found.get(name) != self.new[name]] == []


def files(folder):
    """Return what an office has, by name: not what passes, and of the copies of former files none."""
    return {
        path.relative_to(folder).as_posix(): BY_CHANCE.sub(b"", path.read_bytes())
        if path.name == REVIEW
        else path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not PASSING.fullmatch(path.name)
    }


def main():
    # What each start would do anew is done once before it forks.
    for template in (templates_folder() / words.FOLDER).glob("*.j2"):
        words._environment().get_template(template.name)
    stage = Stage(Path(sys.argv[1]).resolve(), WORK[sys.argv[2]])
    stride = 1 if SLOW else EVERY.get(sys.argv[2], 9)
    states = []
    for step in range(1, 2_000, stride):
        stage.put_up()
        if stage.served(step) == "done":
            assert files(stage.now) == stage.new
            break
        states.append(stage.look_after_kill())
        stage.finish()
    print(json.dumps({"kills": len(states), "states": len(set(states)), "ordered": states == sorted(states)}))  # noqa: T201


if __name__ == "__main__":
    main()
