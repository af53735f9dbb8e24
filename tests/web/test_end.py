"""How the program ends: at Ctrl-C, while a page is open, in words and at once."""

import re
import signal
import subprocess
import sys
from http.client import HTTPConnection

import pytest

from makers.pages import Client
from makers.runs import workspace


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is no signal there")
def test_ctrl_c_ends_it_without_a_trace_while_a_page_is_open(tmp_path):
    office = workspace(tmp_path / "unit")
    program = subprocess.Popen(
        [sys.executable, "-m", "ipak_cli", "open", str(office), "--no-browser"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip
    with program:
        told = program.stderr.readline()
        client = Client(re.search(r"http://\S+", told)[0])
        client.visit()
        line = HTTPConnection(client.host)
        line.request("GET", "/hidup", headers={"Cookie": client.cookie})
        assert line.getresponse().readline() == b": ipak\n"
        program.send_signal(signal.SIGINT)
        out, err = program.communicate(timeout=20)
        line.close()
    assert out == ""
    assert err in {"", "Dihentikan.\n"}
    assert program.returncode in {0, 130}
