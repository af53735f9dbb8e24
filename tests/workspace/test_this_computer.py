"""The time of this computer, and who uses it, as commands and pages ask for them."""

from __future__ import annotations

import getpass
import time
from datetime import timedelta

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.workspace.this_computer import now, user_name


@pytest.fixture
def zone_of_the_computer(monkeypatch):
    """Set the zone as the system takes it from its environment."""

    def put(zone):
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield put
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    "zone", ["Foo/Bar", "WIB", ":Asia/Jakart", "/tidak/ada", "../../etc/hosts", "AAA99999"]
)
def test_a_zone_that_the_system_would_take_for_utc_in_silence_is_refused(zone_of_the_computer, zone):
    zone_of_the_computer(zone)
    with pytest.raises(ProblemsFoundError) as caught:
        now()
    (found,) = caught.value.problems
    assert (found.code, found.values["zone"]) == ("U906", zone)


@pytest.mark.parametrize(
    ("zone", "hours"),
    [
        ("", 0), ("UTC", 0), ("Etc/UTC", 0), (":UTC", 0), ("UTC0", 0), ("GMT+0", 0), ("<+00>-00", 0),
        ("/usr/share/zoneinfo/UTC", 0), ("Africa/Abidjan", 0),
        ("Asia/Jakarta", 7), ("WIB-7", 7), ("WITA-8", 8), ("<+0030>-0:30", 0.5), ("AAA1", -1),
    ],
)  # fmt: skip
def test_a_zone_that_the_system_knows_is_used(zone_of_the_computer, zone, hours):
    zone_of_the_computer(zone)
    assert now().utcoffset() == timedelta(hours=hours)


@pytest.mark.parametrize("refusal", [KeyError("uid"), OSError("no name")])
def test_a_user_without_a_name_is_called_so(monkeypatch, refusal):
    def nobody():
        raise refusal

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert user_name() == "pengguna tidak dikenal"
