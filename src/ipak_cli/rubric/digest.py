"""The digest of a rubric: one short text that changes when, and only when, its content does."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ipak_cli.rubric.parts import Model


def digest(rubric: Model) -> str:
    """Return ``"sha256:<hex>"`` over the canonical JSON of what the rubric says.

    Comments, key order, quotes, and a default that is written out make no difference; ``0.5`` equals ``1/2``.
    """
    content = rubric.model_dump(mode="json", exclude_defaults=True)
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(canonical.encode()).hexdigest()}"
