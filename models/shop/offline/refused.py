"""What a server refused of what was sent to it, kept on the station until somebody has seen it.

Each is a small file beside the station's own: the program may be closed or killed in between, and
nothing of what was taken at the counter is forgotten by that.
"""

import json
import logging
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from models import errors, events
from models.errors import ShopError
from models.storage import own_files

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Refused:
    """An order, or what was done to one, that the server did not take for `error`.

    `entry` is its number in the station's own journal and `kind` that of the entry, `number` what
    the order was called here, `paid` are the rupiah that were taken; of a picker's step on one line
    `goods` is the name of what was in hand.
    """

    entry: int
    number: int
    paid: int
    error: ShopError
    kind: str
    goods: str = ""


def keep(own: Path, refused: Refused) -> None:
    """From now on it is among those of the station's file at `own`. Raises `OSError`."""
    folder = _folder(own)
    own_files.make_folder(folder)
    facts = {
        "number": refused.number,
        "paid": refused.paid,
        "kind": refused.kind,
        "goods": refused.goods,
        "error": type(refused.error).__name__,
        "facts": {name: getattr(refused.error, name) for name in refused.error.facts},
    }
    fresh = folder / f"{refused.entry}.fresh"
    with os.fdopen(own_files.create(fresh, os.O_TRUNC), "w", encoding="utf-8") as file:
        json.dump(facts, file, default=str)
    fresh.replace(_file(own, refused.entry))


def kept(own: Path) -> list[Refused]:
    """All that nobody has seen yet, in the order in which they were done."""
    found = [_read(file) for file in _folder(own).glob("*.json")]
    return sorted((x for x in found if x is not None), key=lambda x: x.entry)


def forget(own: Path, refused: Refused) -> None:
    """Somebody has seen it."""
    _file(own, refused.entry).unlink(missing_ok=True)


def remove(own: Path) -> None:
    """None is kept there any more."""
    shutil.rmtree(_folder(own), ignore_errors=True)


def _read(file: Path) -> Refused | None:
    """None for one that nobody can read; it stays, and is told in the log."""
    try:
        facts = json.loads(file.read_text("utf-8"))
        error = _error(facts["error"], facts["facts"])
        before = events.PAID if facts.get("is_payment") else events.PLACED  # until 0.1 so
        kind, goods = facts.get("kind", before), facts.get("goods", "")
        return Refused(int(file.stem), facts["number"], facts["paid"], error, kind, goods)
    except (OSError, ValueError, KeyError) as fault:
        log.warning("what was refused cannot be read: %s: %r", file, fault)
        return None


def _error(name: str, facts: dict[str, object]) -> ShopError:
    """Of another version of the program the reason may be one that this one does not know."""
    kind = getattr(errors, name, ShopError)
    try:
        error: ShopError = kind(**facts)
    except TypeError:
        return ShopError()
    return error


def _folder(own: Path) -> Path:
    return own.with_name(f"{own.name}.refused")


def _file(own: Path, entry: int) -> Path:
    return _folder(own) / f"{entry}.json"
