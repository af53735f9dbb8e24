"""A month of an office's nights: whatever happens, a status is good only where every result is current."""

import os
import random
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ipak_cli.workspace.layout import NOTE_END, Paths
from ipak_cli.workspace.lock_owner import this_holder
from makers.nights import EXPORTS, Interfering, apply, die_at, fresh, office, results, word
from makers.runs import EXAMPLES, LONG_AGO, SLOW, arrive, child, ended, in_memory, remember_figures, run

pytestmark = pytest.mark.skipif(not Path("/proc/self/ns/pid").exists(), reason="asks Linux about processes")
PEKPPP = "pekppp-2024.xlsx"
MOST_WRITES = 120
"""A run of these nights is killed at one of so many writes, or lives if it has fewer."""


@pytest.fixture(autouse=True, scope="module")
def _quick():
    with pytest.MonkeyPatch.context() as patched:
        remember_figures(patched.setattr)
        yield


def leave_dead_lock(folder, chance):
    """Leave the lock of a run that the power cut ended, or whose number this very process has by now."""
    paths, me = Paths(folder), this_holder(datetime(2025, 1, 2, tzinfo=UTC), "0.1.0", "mati")
    paths.own.mkdir(exist_ok=True)
    paths.lock.touch()
    if chance.random() < 0.5:
        owner = me.model_copy(update={"born": me.born - 1})
    else:
        owner = me.model_copy(update={"boot": "00000000-1111-2222-3333-444444444444"})
        before_boot = time.time() - 60 - float(Path("/proc/uptime").read_text().split()[0])
        os.utime(paths.lock, (before_boot, before_boot))
    paths.lock_holder.write_text(owner.model_dump_json())


def tamper(folder, chance):
    """Remove a stored result, break it, or put an earlier one back."""
    stored = sorted((folder / "hasil").glob("*/*.json"))
    if not stored:
        return
    chosen = chance.choice(stored)
    earlier = sorted((chosen.parent / "lama").glob(f"{chosen.stem}-*.json"))
    match chance.randrange(3):
        case 0:
            chosen.unlink()
        case 1:
            chosen.write_text("{}")
        case _ if earlier:
            chosen.write_bytes(chance.choice(earlier).read_bytes())


def change(folder, chance, when):
    """Change one of the sources."""
    match chance.randrange(9):
        case 0 | 1:
            apply(
                folder,
                (chance.choice(["tw2.csv", "tw3.csv", "lain/tw2.csv"]), chance.choice([10, 11, 12])),
                when,
            )
        case 2:
            apply(folder, ("lagi.csv", chance.choice([0, 0, 10, 11])), when)
        case 3:
            apply(folder, ("ipak.yaml", chance.choice([61, 62, 63])), when)
        case 4:
            apply(folder, chance.choice([("rusak.xlsx", 0), ("rusak.xlsx", 1), ("tw4.csv", 0)]), when)
        case 5:
            (folder / "bukti" / f"bukti-{when}.txt").write_text("bukti")
        case 6:
            text = (EXAMPLES.parent / "rubrics" / "ipak-ipkp.yaml").read_text("utf-8")
            (folder / "rubrik.yaml").write_text(f"{text}\n# {when}\n", "utf-8")
            (folder / "ipak.yaml").write_text("version: 1\nrubrics: {survey: rubrik.yaml}\n")
        case 7:
            apply(folder, ("pindah.csv", chance.randrange(3)), when)
        case _:
            tamper(folder, chance)


def without_notes(made):
    """Leave out what is told of inputs: a killed run may leave that of one that has gone since."""
    return {name: data for name, data in made.items() if not name.endswith(NOTE_END)}


def pass_night(folder, chance, night):
    """Let a night pass, by whatever clock: a source changes during the run, which may be killed."""
    clock = night + chance.choice([0, 0, 3000, -700])
    if chance.random() < 0.25:
        leave_dead_lock(folder, chance)
    watcher = Interfering(chance.randrange(6), lambda: change(folder, chance, 60 * night))
    if chance.random() < 0.35:
        step = chance.randrange(1, MOST_WRITES)
        process = child(lambda: die_at(step) or (run(folder, nights=clock, watcher=watcher) and None))
        assert ended(process) in (0, -9)
        change(folder, chance, 60 * night + 30)
    else:
        done = run(folder, nights=clock, watcher=watcher)
        assert done.outcome in ("done", "failed"), done
        if watcher.seen < watcher.at or not watcher.at:
            watcher.change()


@pytest.mark.parametrize("seed", range(3 if SLOW else 1))
def test_through_a_month_a_good_status_is_true_and_after_a_calm_night_all_is_as_a_first_run_gives(seed):
    chance = random.Random(seed)  # noqa: S311 (events, not secrets)
    with in_memory() as root:
        folder = office(root / "unit", PEKPPP)
        arrive(folder, "tw3.csv", EXPORTS[3, 12], LONG_AGO)
        for night in range(1, 31 if SLOW else 7):
            pass_night(folder, chance, night)
            if word(folder)[1]:
                assert without_notes(results(folder)) == without_notes(fresh(folder)), night
        run(folder, nights=40)
        made = results(folder)
        assert made == fresh(folder)
        assert word(folder)[1] is not any(name.endswith(NOTE_END) for name in made)
        assert run(folder, nights=41).workspaces[0].steps == () or not word(folder)[1]
