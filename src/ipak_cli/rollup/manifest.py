"""What of a lake's files is in force: one small file says it, and one step puts another in its place."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final

from pydantic import Field, ValidationError

from ipak_cli.base.problem import ProblemsFoundError, Where, problem
from ipak_cli.catalogue.rollup import LAKE_DAMAGED, LAKE_OF_OTHER_SCHEMA, LAKE_UNFIT
from ipak_cli.rubric.types import Model
from ipak_cli.workspace.files import read
from ipak_cli.workspace.layout import LARGEST_RECORD
from ipak_cli.workspace.refusals import unreadable

if TYPE_CHECKING:
    from ipak_cli.base.message import Message
    from ipak_cli.base.problem import Problem

SCHEMA: Final = "ipak/lake/1"
MANIFEST: Final = PurePath("manifest.json")


class Manifest(Model):
    """What is in force: the files of each table, the last batch, and the number of the next document.

    ``changed`` is the last batch of documents or of what was seen of them; ``settled`` see ``Batch``.
    """

    batch: int = 0
    next_doc: int = 1
    changed: int = 0
    settled: str = ""
    tables: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)

    @property
    def text(self) -> str:
        """The manifest as its file holds it."""
        return json.dumps({"schema": SCHEMA, **self.model_dump(mode="json")}, indent=1) + "\n"


def read_manifest(folder: Path) -> Manifest | None:
    """Return what a lake has in force; ``None`` where there is no lake. Raises ``ProblemsFoundError``."""
    try:
        data = json.loads(read(folder, MANIFEST, LARGEST_RECORD))
        if data.pop("schema") != SCHEMA:
            raise ProblemsFoundError([unfit(folder, LAKE_OF_OTHER_SCHEMA(schema=SCHEMA))])
        return Manifest.model_validate(data)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise ProblemsFoundError([unfit(folder, unreadable(error))]) from None
    except (ValueError, KeyError, TypeError, AttributeError, ValidationError):
        raise ProblemsFoundError([unfit(folder, LAKE_DAMAGED())]) from None


def unfit(folder: Path, reason: Message) -> Problem:
    """Return the problem of a lake that cannot be used."""
    return problem(LAKE_UNFIT, Where(str(folder)), reason=reason)
