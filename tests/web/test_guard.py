"""Who may talk to the page: a real client on a real port, and everything that must be refused."""

from http.client import HTTPConnection

import pytest

from makers.pages import served
from makers.runs import workspace

PAGES = ("/", "/laman.js", "/periode/IV-2024", "/hidup", "/berkas/kunci")


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    folder = tmp_path_factory.mktemp("laman")
    with served(workspace(folder / "unit"), folder / "sementara") as found:
        yield found


@pytest.fixture(scope="module")
def visitor(client):
    assert client.visit().status == 303
    return client


def test_the_first_visit_gets_a_cookie_and_goes_to_the_page(tmp_path):
    with served(workspace(tmp_path / "unit"), tmp_path / "sementara", first_page="/berkas/satu") as client:
        answer = client.visit()
        assert (answer.status, answer.headers["location"]) == (303, "/berkas/satu")
        said = answer.headers["set-cookie"]
        assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= {part.strip() for part in said.split(";")}


def test_the_key_is_good_for_one_visit(visitor):
    assert visitor.visit().status == 403


def test_a_wrong_key_gets_nothing_and_leaves_the_right_one_good(tmp_path):
    with served(workspace(tmp_path / "unit"), tmp_path / "sementara") as client:
        for wrong in ("", "?kunci=", "?kunci=salah", "?kunci=%FF%FE", f"{client.address[-44:]}x"):
            answer = client.get(f"/mulai{wrong}")
            assert (answer.status, "set-cookie" in answer.headers) == (403, False)
        assert client.visit().status == 303


@pytest.mark.parametrize("path", PAGES)
def test_without_the_cookie_no_page_is_shown(visitor, path):
    for cookie in (None, "", "ipak=1", f"{visitor.cookie}x", visitor.cookie.replace("ipak-", "ipak")):
        answer = visitor.get(path, Cookie=cookie)
        assert answer.status == 403
        assert "ipak open" in answer.text


def test_with_the_cookie_the_page_is_shown(visitor):
    assert visitor.get("/").status == 200


@pytest.mark.parametrize(
    "host",
    ["localhost", "127.0.0.1", "contoh.example", "127.0.0.1.nip.example", "127.0.0.1:1", "[::1]", None],
)
def test_another_host_is_refused(visitor, host):
    """A foreign name that resolves to the loopback must not reach the page (DNS rebinding)."""
    assert visitor.get("/", Host=host).status in (400, 421)


@pytest.mark.parametrize(
    "origin",
    ["http://contoh.example", "null", "http://127.0.0.1", "https://{host}", "http://localhost:1", None, ""],
)
def test_a_form_of_another_origin_is_refused(visitor, origin):
    said = origin and origin.format(host=visitor.host)
    assert visitor.post("/berkas", {"a": "b"}, Origin=said).status == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none"])
def test_a_form_that_a_browser_says_to_come_from_elsewhere_is_refused(visitor, site):
    assert visitor.post("/berkas", {"a": "b"}, Sec_Fetch_Site=site).status == 403


def test_a_page_that_is_opened_from_elsewhere_is_refused(visitor):
    assert visitor.get("/", Sec_Fetch_Site="cross-site").status == 403
    assert visitor.get("/", Sec_Fetch_Site="none").status == 200


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "CONNECT"])
def test_other_methods_are_refused(visitor, method):
    assert visitor.ask(method, "/").status in (400, 405)


def test_what_writes_is_not_done_by_get(visitor):
    assert visitor.get("/periode/IV-2024/buat").status == 404
    assert visitor.get("/berkas").status == 404


@pytest.mark.parametrize("length", [None, "", "-1", "1e3", "0x10", "1,2"])
def test_a_form_without_a_plain_length_is_refused(visitor, length):
    assert visitor.ask("POST", "/berkas", Content_Length=length).status in (400, 411)


def test_a_form_that_is_too_large_is_refused_before_it_is_read(visitor):
    assert visitor.ask("POST", "/berkas", Content_Length=str(1 << 40)).status == 413


def test_a_long_address_is_refused(visitor):
    assert visitor.get(f"/?{'a' * 3_000}").status == 414


@pytest.mark.parametrize(
    "path", ["/tidak-ada", "/periode/..%2F..%2Fipak.yaml/unduh/ipak.yaml", "/%00", "/berkas/x"]
)
def test_what_is_not_there_is_told_in_words(visitor, path):
    answer = visitor.get(path)
    assert answer.status == 404
    assert "tidak ada" in answer.text


@pytest.mark.parametrize("path", ["/", "/laman.css", "/laman.js", "/tidak-ada", "/mulai"])
def test_every_answer_bears_the_headers_of_a_page_that_fetches_nothing(visitor, path):
    headers = visitor.get(path).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert (headers["x-content-type-options"], headers["cache-control"]) == ("nosniff", "no-store")
    assert (headers["x-frame-options"], headers["cross-origin-resource-policy"]) == ("DENY", "same-origin")


def test_no_file_of_the_workspace_but_a_made_one_can_be_had(visitor):
    for name in ("ipak.yaml", "..%2Fipak.yaml", "%2Fetc%2Fpasswd", "survey.json", "catatan-kerja.md"):
        assert visitor.get(f"/periode/IV-2024/unduh/{name}").status == 404


def test_the_program_ends_when_nobody_looks(tmp_path):
    with served(workspace(tmp_path / "unit"), tmp_path / "sementara", patience=0.2) as client:
        client.server.join(10)
        assert not client.server.is_alive()


def test_the_program_stays_while_a_page_is_open(tmp_path):
    with served(workspace(tmp_path / "unit"), tmp_path / "sementara", patience=1.0) as client:
        client.visit()
        line = HTTPConnection(client.host)
        line.request("GET", "/hidup", headers={"Cookie": client.cookie})
        assert line.getresponse().readline() == b": ipak\n"
        client.server.join(3)
        assert client.server.is_alive()
        line.close()
