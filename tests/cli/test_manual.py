"""The manual is opened, or its place is told."""

import webbrowser
from pathlib import Path

import pytest

from ipak_cli.cli.app import run
from ipak_cli.cli.manual import manual_file


@pytest.fixture
def opened(monkeypatch):
    addresses = []
    monkeypatch.setattr(webbrowser, "open", lambda address: addresses.append(address) or True)
    return addresses


@pytest.mark.parametrize(("options", "name"), [([], "panduan.html"), (["--pdf"], "panduan.pdf")])
def test_it_is_opened_in_the_browser(opened, capsys, options, name):
    assert run(["manual", *options]) == 0
    assert opened == [manual_file(name).as_uri()]
    assert capsys.readouterr() == ("", f"Panduan dibuka di peramban: {manual_file(name)}\n")


@pytest.mark.parametrize("option", ["--path", "--letak"])
def test_its_place_alone_is_printed(opened, capsys, option):
    assert run(["manual", option, "--pdf"]) == 0
    assert opened == []
    out, err = capsys.readouterr()
    assert err == ""
    assert Path(out.removesuffix("\n")).read_bytes().startswith(b"%PDF-")


def test_without_a_browser_its_place_is_told(monkeypatch, capsys):
    monkeypatch.setattr(webbrowser, "open", lambda _: False)
    assert run(["manual"]) == 0
    out, err = capsys.readouterr()
    assert (out, err) == ("", f"Buka berkas ini di peramban: {manual_file('panduan.html')}\n")
    assert manual_file("panduan.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>\n")
