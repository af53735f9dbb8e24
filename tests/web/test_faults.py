"""What goes wrong beyond every page: told on a calm page with what to do, never by a bare line."""

import errno
import socket
import tempfile

import pytest

from ipak_cli.web import drops, guard, making
from makers.pages import multipart, served
from makers.runs import workspace

ANSWERED = "Budi Santoso, 0812-0000-0000"


@pytest.fixture(autouse=True)
def logs(tmp_path, monkeypatch):
    """The folder of logs while a test lasts."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    folder = tmp_path_factory.mktemp("salah")
    with served(workspace(folder / "unit"), folder / "sementara") as found:
        found.visit()
        yield found


def raising(fault):
    def raised(*_, **__):
        raise fault

    return raised


def test_a_fault_of_the_program_is_a_page_with_its_code_and_a_log_without_what_was_read(
    client, logs, monkeypatch, capfd
):
    monkeypatch.setattr(making, "make_report", raising(LookupError(ANSWERED)))
    answer = client.post("/periode/IV-2024/buat", {"apa": "laporan"})
    (log,) = logs.iterdir()
    assert answer.status == 500
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    for told in ("X001", "Bukan kesalahan Anda", "Coba sekali lagi", str(log), 'href="/"'):
        assert told in answer.text
    text = log.read_text("utf-8")
    assert "LookupError" in text
    assert "periods.py" in text
    assert ANSWERED not in answer.text + text + capfd.readouterr().err


def test_a_fault_in_the_page_of_faults_is_told_in_a_line_all_the_same(client, monkeypatch):
    monkeypatch.setattr(making, "make_report", raising(LookupError(ANSWERED)))
    monkeypatch.setattr("ipak_cli.web.faults.page", raising(KeyError(ANSWERED)))
    answer = client.post("/periode/IV-2024/buat", {"apa": "laporan"})
    assert (answer.status, answer.text) == (500, guard.BUG)
    assert client.get("/").status == 200


@pytest.mark.parametrize(
    ("fault", "code", "told"),
    [
        (OSError(errno.ENOSPC, "x"), "U904", "tempat penyimpanan penuh"),
        (OSError(errno.EACCES, "x", "/rahasia/survei.xlsx"), "D633", "survei.xlsx"),
        (OSError(errno.EIO, "x", 7), "D633", "tidak dapat dibaca"),
    ],
)
def test_what_the_system_refuses_is_told_as_a_problem(client, logs, monkeypatch, fault, code, told):
    monkeypatch.setattr(drops, "_copy", raising(fault))
    answer = client.post("/berkas", files=[("berkas", "survei.xlsx", b"x")])
    assert answer.status == 422
    assert code in answer.text
    assert told in answer.text
    assert "/rahasia" not in answer.text
    assert not [*logs.iterdir()]


def broken_forms():
    many, kind = multipart({}, [("berkas", f"{n}.csv", b"a") for n in range(41)])
    yield "too-many-files", many, kind
    fields, kind = multipart({f"f{n}": "a" for n in range(2_001)}, ())
    yield "too-many-fields", fields, kind
    long, kind = multipart({"periode": "a" * ((1 << 20) + 1)}, ())
    yield "too-long-a-field", long, kind
    yield "no-boundary", b"abc", "multipart/form-data"
    yield "another-boundary", b"--y\r\nabc", "multipart/form-data; boundary=x"
    yield "too-many-plain-fields", b"a=1&" * 2_001, "application/x-www-form-urlencoded"


FORMS = {name: (body, kind) for name, body, kind in broken_forms()}


@pytest.mark.parametrize("name", FORMS)
def test_a_form_that_cannot_be_read_is_told_in_words(client, logs, name):
    body, kind = FORMS[name]
    answer = client.ask("POST", "/berkas", body, Content_Type=kind)
    assert answer.status == 400
    assert "Isian ini tidak terbaca" in answer.text
    assert "40 berkas" in answer.text
    assert not [*logs.iterdir()]


def test_a_form_that_brings_more_than_it_said_is_refused_while_it_comes(client, monkeypatch):
    monkeypatch.setattr(guard, "LARGEST_REQUEST", 5_000)
    body, kind = multipart({}, [("berkas", "a.csv", b"a" * 6_000)])
    pieces = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (body[:3_000], body[3_000:]))
    answer = client.ask(
        "POST",
        "/berkas",
        pieces + b"0\r\n\r\n",
        Content_Type=kind,
        Content_Length="10",
        Transfer_Encoding="chunked",
    )
    assert answer.status in {400, 413}
    assert not [*(client.workspace / "masuk").iterdir()]


def test_who_leaves_before_a_form_has_come_is_no_fault(client, logs):
    body, kind = multipart({}, [("berkas", "a.csv", b"a" * 6_000)])
    head = (
        f"POST /berkas HTTP/1.1\r\nHost: {client.host}\r\nOrigin: {client.origin}\r\n"
        f"Cookie: {client.cookie}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    host, _, port = client.host.partition(":")
    with socket.create_connection((host, int(port))) as line:
        line.sendall(head.encode() + body[:3_000])
    assert client.get("/").status == 200
    assert not [*logs.iterdir()]
