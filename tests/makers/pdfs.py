"""PDF files drawn letter by letter and line by line, without any tag."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Sheet:
    """A page of 595 by 842 points; texts stand on their base line, in Helvetica."""

    drawn: list[str] = field(default_factory=list)

    def text(self, x: float, y: float, text: str, size: float = 10) -> Sheet:
        plain = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        self.drawn.append(f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({plain}) Tj ET")
        return self

    def picture(self, x: float, y: float, width: float, height: float) -> Sheet:
        """A picture of one grey point."""
        image = "BI /W 1 /H 1 /BPC 8 /CS /G ID x\nEI"
        self.drawn.append(f"q {width} 0 0 {height} {x} {y} cm {image} Q")
        return self

    def row(self, y: float, *cells: tuple[float, str]) -> Sheet:
        for x, text in cells:
            self.text(x, y, text)
        return self

    def line(self, x: float, y: float, to_x: float, to_y: float) -> Sheet:
        self.drawn.append(f"{x} {y} m {to_x} {to_y} l S")
        return self

    def grid(self, xs: list[float], ys: list[float]) -> Sheet:
        for x in xs:
            self.line(x, ys[0], x, ys[-1])
        for y in ys:
            self.line(xs[0], y, xs[-1], y)
        return self


def pdf(*sheets: Sheet, turned: int = 0) -> bytes:
    """The file with these pages."""
    count = len(sheets)
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(count))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {count}/Kids[{kids}]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    shown = f"/Rotate {turned}/Resources<</Font<</F1 3 0 R>>>>"
    for n, sheet in enumerate(sheets):
        content = "\n".join(sheet.drawn)
        objects += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]{shown}/Contents {5 + 2 * n} 0 R>>",
            f"<</Length {len(content.encode('cp1252'))}>>stream\n{content}\nendstream",
        ]
    data = b"%PDF-1.4\n"
    places = []
    for n, body in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{n} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    return data + (
        f"{end}trailer\n<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(data)}\n%%EOF\n".encode()
    )
