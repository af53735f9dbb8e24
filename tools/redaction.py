"""Measure what redaction finds of planted personal data: ``python tools/redaction.py``.

The texts are invented, as visitors write them; what should go stands between braces. Rules and word lists
were made with one part of the texts; the other was written before them and only measured.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ipak_cli.survey.reading.name_words import SALUTATIONS, TITLES
from ipak_cli.survey.reading.redact import plain_text, shown
from ipak_cli.survey.reading.redact_contacts import remove_contacts
from ipak_cli.survey.reading.redact_names import KnownNames, remove_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FOLDER: Final = Path(__file__).parents[1] / "tests" / "survey" / "reading" / "redaction"
BUILD: Final = FOLDER / "build.txt"
HELD_OUT: Final = FOLDER / "held_out.txt"
NEUTRAL: Final = "neutral"
KINDS: Final = {
    "titled": "nama sesudah sebutan (Pak, Ibu, dr.)",
    "bare": "nama lengkap tanpa sebutan",
    "small": "nama lengkap berhuruf kecil atau kapital semua",
    "signature": "tanda tangan di akhir tulisan",
    "regional": "nama daerah dan nama yang jarang",
    "role": "nama sesudah oleh, petugas, atas nama",
    "phone": "nomor telepon, juga yang dieja",
    "email": "alamat surel, juga yang disamarkan",
    "address": "alamat rumah",
    "plate": "nomor polisi kendaraan",
    "birth": "tanggal lahir",
    "number": "NIK, NIP, nomor rekening",
    "handle": "nama akun media sosial",
}
"""Each kind of planted pieces, and what the manual calls it."""
_PLANTED: Final = re.compile(r"\{([^{}]*)\}")
_MAY_STAY: Final = SALUTATIONS | TITLES | {"keluarga"}
"""Words of a piece that tell nobody's name."""


@dataclass(slots=True)
class Measured:
    """Texts of one kind: the pieces planted in them, those that went, and words that went with them."""

    pieces: int = 0
    gone: int = 0
    lost: int = 0

    @property
    def percent(self) -> float:
        """Return the share of the pieces that went."""
        return 100 * self.gone / self.pieces


def read_texts(path: Path) -> dict[str, list[str]]:
    """Return the texts of a part of the corpus, by their kind."""
    texts: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            mine = texts.setdefault(line.strip("[]"), [])
        elif line:
            mine.append(line)
    return texts


def redacted(text: str) -> str:
    """Return what a result shows of a text of which no respondent's name is known."""
    kept, _ = remove_contacts(plain_text(text))
    return shown(remove_names(kept, KnownNames.of((), (kept,)))[0])


def staying(text: str) -> list[str]:
    """Return the planted pieces of a text of which something stays."""
    left = _words(redacted(text.translate({ord("{"): None, ord("}"): None})))
    left.subtract(_words(_PLANTED.sub(" ", text)))
    return [piece for piece in _PLANTED.findall(text) if any(left[word] > 0 for word in _telling(piece))]


def lost_words(text: str) -> int:
    """Count the words beside the planted pieces that went too."""
    left = _words(redacted(text.translate({ord("{"): None, ord("}"): None})))
    return (_words(_PLANTED.sub(" ", text)) - left).total()


def is_changed(text: str) -> bool:
    """Tell whether a text without personal data is shown otherwise than it was written."""
    return redacted(text) != plain_text(text)


def measure(path: Path) -> tuple[dict[str, Measured], list[str]]:
    """Return the figures of each kind, and the neutral texts that are changed."""
    texts = read_texts(path)
    changed = [text for text in texts.pop(NEUTRAL) if is_changed(text)]
    return {kind: _measured(mine) for kind, mine in texts.items()}, changed


def _measured(texts: list[str]) -> Measured:
    found = Measured()
    for text in texts:
        pieces = len(_PLANTED.findall(text))
        found.pieces += pieces
        found.gone += pieces - len(staying(text))
        found.lost += lost_words(text)
    return found


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", text.casefold()))


def _telling(piece: str) -> Iterator[str]:
    for word in _words(piece):
        if word not in _MAY_STAY and (len(word) > 1 or word.isdigit()):
            yield word


def table() -> str:
    """Return the figures of both parts as a table of the manual."""
    (build, build_changed), (held_out, held_changed) = measure(BUILD), measure(HELD_OUT)
    lines = [
        "| jenis | teks untuk membuat aturan | teks uji |",
        "|---|---|---|",
        *(f"| {said} | {_share(build, kind)} | {_share(held_out, kind)} |" for kind, said in KINDS.items()),
    ]
    neutral = (
        f"{len(changed)} dari {len(read_texts(path)[NEUTRAL])} berubah"
        for path, changed in ((BUILD, build_changed), (HELD_OUT, held_changed))
    )
    lines.append(f"| teks biasa tanpa data pribadi | {' | '.join(neutral)} |")
    return "\n".join(lines) + "\n"


def _share(found: Mapping[str, Measured], kind: str) -> str:
    return f"{found[kind].gone} dari {found[kind].pieces} hilang"


def _misses(path: Path) -> Iterator[str]:
    for kind, texts in read_texts(path).items():
        for text in texts:
            wrong = is_changed(text) if kind == NEUTRAL else staying(text) or lost_words(text)
            if wrong:
                yield f"{kind}: {text}\n    -> {redacted(text.translate({ord('{'): None, ord('}'): None}))}"


if __name__ == "__main__":
    import sys

    print(table())
    if "--misses" in sys.argv:
        print("\n".join(_misses(BUILD)))
