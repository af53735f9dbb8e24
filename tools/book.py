"""Make the manual's page and PDF from its Markdown: ``python tools/book.py``.

Pandoc does it, and Typst sets the PDF; ``tools/book_layout`` holds what they look like. The page needs no
file beside it: pictures, styles and the search are in it, so that it works from a stick and with no network.
"""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from typing import Final

import pypandoc

from ipak_cli import __version__
from ipak_cli.report.typeset import compiled

DOCS: Final = Path(__file__).parents[1] / "docs"
SOURCE: Final = DOCS / "panduan.md"
PAGE: Final = DOCS / "panduan.html"
PDF: Final = DOCS / "panduan.pdf"
LAYOUT: Final = Path(__file__).parent / "book_layout"
TITLE: Final = "Panduan ipak"
_PICTURES: Final = re.compile(r"!\[[^\]]*\]\(([^)]+)\)")
_OPTIONS: Final = (
    "--standalone", "--syntax-highlighting=none", "--wrap=preserve", "--columns=100000",
    f"--lua-filter={LAYOUT / 'filter.lua'}",
)  # fmt: skip
"""The last but one: no line is so long that the widths of a table's columns would be fixed."""


def page() -> str:
    """Return the manual as one page of HTML."""
    style, script = (_layout(name).strip() for name in ("page.css", "page.js"))
    text = _converted(
        "html5", "page.html", "--embed-resources", "--section-divs", "--toc", "--toc-depth=3",
        **{"style-hash": _hash(style), "script-hash": _hash(script)},
    )  # fmt: skip
    # Put in afterwards: Pandoc would write the style in its own way, and its hash would be another.
    return text.replace("@STYLE@", style).replace("@SCRIPT@", script)


def pdf() -> bytes:
    """Return the manual as PDF/A and PDF/UA, with the digest of what it is made of as its description."""
    text = _converted("typst", "book.typ", "--shift-heading-level-by=-1", digest=digest())
    pictures = {each: (DOCS / each).read_bytes() for each in pictures_of(_manual())}
    drawn = {name: content for name, content in pictures.items() if name.endswith(".svg")}
    dots = {name: content for name, content in pictures.items() if name not in drawn}
    return compiled({"main.typ": text.encode(), **drawn}, "pdf", pictures=dots)


def digest() -> str:
    """Return ``"sha256:<hex>"`` over all that the PDF is made of: text, pictures, layout, version."""
    sources = [SOURCE, *(DOCS / each for each in pictures_of(_manual())), *sorted(LAYOUT.iterdir())]
    whole = b"\n".join([__version__.encode(), *(each.read_bytes() for each in sources)])
    return f"sha256:{hashlib.sha256(whole).hexdigest()}"


def pictures_of(manual: str) -> list[str]:
    """Return the names of the pictures that a text in Markdown shows, each once."""
    return sorted(set(_PICTURES.findall(manual)))


def _manual() -> str:
    return SOURCE.read_text(encoding="utf-8")


def _layout(name: str) -> str:
    return (LAYOUT / name).read_text(encoding="utf-8")


def _converted(kind: str, template: str, *options: str, **variables: str) -> str:
    named = {"title": TITLE, "version": __version__, **variables}
    given = (f"--variable={name}={value}" for name, value in named.items())
    made: str = pypandoc.convert_text(
        _manual(), kind, format="gfm+implicit_figures",
        extra_args=[*_OPTIONS, f"--template={LAYOUT / template}", *options, *given], cworkdir=str(DOCS),
    )  # fmt: skip
    # Without white space at the end of lines, as all texts of the repository.
    return "".join(f"{line.rstrip()}\n" for line in made.rstrip().splitlines())


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    PDF.write_bytes(pdf())
    for made in (PAGE, PDF):
        print(f"{made.name}: {made.stat().st_size / 1e6:.1f} MB")
