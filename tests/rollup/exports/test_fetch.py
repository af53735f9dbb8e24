"""Exports by URL: the same bytes, the same limits, and no password on any screen."""

import threading
from base64 import b64encode
from contextlib import contextmanager
from email.utils import formatdate
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

import fsspec
import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue.files import READING_NOT_PERMITTED
from ipak_cli.catalogue.indonesian import hint_of, message_of
from ipak_cli.rollup.exports import fetch
from ipak_cli.rollup.exports.fetch import fetched, missing, shown_url
from ipak_cli.rollup.exports.find import find_exports
from ipak_cli.rollup.exports.score import score_task
from ipak_cli.rollup.exports.task import ExportFile, ExportTask
from makers.raw_exports import OPTIONS, answers, csv_text, put, task

TEXT = csv_text(answers(1))


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@contextmanager
def web_server(folder, handler=Quiet):
    """Serve a folder on the loopback."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


def test_an_export_by_url_says_what_the_file_says(tmp_path):
    put(tmp_path, {"A-IV-2024.csv": TEXT})
    fsspec.filesystem("memory").pipe("/satu/A-IV-2024.csv", TEXT.encode())
    [near] = find_exports(str(tmp_path)).tasks
    expected = score_task(near, OPTIONS)

    for root in ("memory://satu", f"file://{tmp_path}"):
        [far] = find_exports(root).tasks
        assert score_task(far, OPTIONS).facts == expected.facts
    assert len(expected.facts) == 1


def test_exports_on_a_web_server_are_listed_and_read(tmp_path):
    pytest.importorskip("aiohttp", reason="the extra cluster is not installed")
    put(tmp_path, {"A-IV-2024.csv": TEXT, "Loket B/IV-2024/x.csv": csv_text(answers(2))})

    with web_server(tmp_path) as url:
        tasks = find_exports(url).tasks
        far = [facts for each in tasks for facts in score_task(each, OPTIONS).facts]

    near = [facts for each in find_exports(str(tmp_path)).tasks for facts in score_task(each, OPTIONS).facts]
    assert far == near
    assert [facts.document.unit for facts in far] == ["A", "Loket B"]


class Closed(Quiet):
    """A server that lets nobody in."""

    def do_GET(self):
        self.send_error(401)

    def do_HEAD(self):
        self.send_error(401)


def test_a_server_that_refuses_is_told_as_one_whose_user_is_wrong():
    pytest.importorskip("aiohttp", reason="the extra cluster is not installed")

    with web_server(".", Closed) as url, pytest.raises(ProblemsFoundError) as refused:
        find_exports(f"{url}A.csv")

    [told] = refused.value.problems
    assert told.values["reason"] == READING_NOT_PERMITTED()


def test_a_webdav_server_says_what_its_folder_says(tmp_path):
    pytest.importorskip("webdav4", reason="the extra cluster is not installed")
    put(tmp_path, {"A-IV-2024.csv": TEXT, "Loket B/IV-2024/x.csv": csv_text(answers(2))})

    with web_server(tmp_path, WebDav) as url:
        tasks = find_exports(url.replace("http://", "webdav+http://dinas:ra%20ha%2Fsia@")).tasks
        far = [facts for each in tasks for facts in score_task(each, OPTIONS).facts]

    near = [facts for each in find_exports(str(tmp_path)).tasks for facts in score_task(each, OPTIONS).facts]
    assert far == near
    assert len(far) == 2


class WebDav(Quiet):
    """A WebDAV server of one user, that lists folders and gives files."""

    def do_PROPFIND(self):
        if not self.is_known():
            self.send_error(401)
            return
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        here = Path(self.translate_path(self.path))
        there = [here] if here.is_file() or self.headers["Depth"] == "0" else [here, *sorted(here.iterdir())]
        body = f'<multistatus xmlns="DAV:">{"".join(map(self.told, there))}</multistatus>'.encode()
        self.send_response(207)
        self.send_header("Content-Type", "application/xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def told(self, path):
        kind = "<resourcetype><collection/></resourcetype>" if path.is_dir() else "<resourcetype/>"
        size = path.stat().st_size
        name = quote(path.relative_to(self.directory).as_posix().removeprefix("."))
        when = formatdate(path.stat().st_mtime, usegmt=True)
        return (
            f"<response><href>/{name}</href><propstat><prop>{kind}<getcontentlength>{size}</getcontentlength>"
            f"<getlastmodified>{when}</getlastmodified></prop><status>HTTP/1.1 200 OK</status></propstat>"
            "</response>"
        )

    def do_GET(self):
        super().do_GET() if self.is_known() else self.send_error(401)

    def is_known(self):
        return self.headers["Authorization"] == f"Basic {b64encode(b'dinas:ra ha/sia').decode()}"


def test_a_workbook_that_is_too_large_is_refused_before_it_fills_the_disk(monkeypatch):
    monkeypatch.setattr(fetch, "LARGEST_FILE", 1_000_000)
    fsspec.filesystem("memory").pipe("/besar/A.xlsx", b"PK\x03\x04" + bytes(2_000_000))

    with (
        pytest.raises(ProblemsFoundError, match="F109"),
        fetched(ExportFile("memory://besar/A.xlsx", "A.xlsx")),
    ):
        pytest.fail("it was fetched")


def test_a_text_may_be_larger_than_a_workbook(monkeypatch):
    monkeypatch.setattr(fetch, "LARGEST_FILE", 1_000)
    fsspec.filesystem("memory").pipe("/teks/A.csv", TEXT.encode() * 9)

    with fetched(ExportFile("memory://teks/A.csv", "A.csv")) as here:
        assert here.read_bytes() == TEXT.encode() * 9
        assert here.name == "A.csv"
    assert not here.exists()


def test_what_is_not_there_is_told_without_the_password():
    file = ExportFile("http://dinas:rahasia@127.0.0.1:9/A-IV-2024.csv?token=rahasia", "A-IV-2024.csv")
    outcome = score_task(task_of(file), OPTIONS)

    [left] = outcome.left_out
    assert [(each.code, each.source) for each in left.problems] == [("B752", "A-IV-2024.csv")]
    assert "rahasia" not in repr(left) + message_of(left.told)


def task_of(file):
    return ExportTask((file,), "A")


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("smb://dinas:rahasia@server/bagian/ekspor", "smb://server/bagian/ekspor"),
        ("https://u:p@awan.example:8443/dav/?key=rahasia#x", "https://awan.example:8443/dav/"),
        ("s3://ember/ekspor", "s3://ember/ekspor"),
        ("/srv/ekspor", "/srv/ekspor"),
    ],
)
def test_a_url_is_shown_without_user_password_and_query(url, shown):
    assert shown_url(url) == shown


def test_a_scheme_whose_library_is_not_installed_is_told_with_the_command_that_installs_it():
    problem = missing(ImportError("Install s3fs to access S3")).problems[0]

    assert (problem.code, problem.values["what"]) == ("B756", "s3fs")
    assert '"[cluster]"' in hint_of(problem).replace(".[", "[")


def test_an_unknown_scheme_is_refused():
    with pytest.raises(ProblemsFoundError, match="B752"):
        find_exports("antah://server/ekspor")


def test_a_path_is_read_where_it_is(tmp_path):
    put(tmp_path, {"A.csv": TEXT})

    with fetched(task(tmp_path / "A.csv").files[0]) as here:
        assert here == tmp_path / "A.csv"
