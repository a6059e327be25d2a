"""The newest entry of the journal, noted outside the shop: beside each backup, and on each station.

A journal that lost its end is whole in itself; only who noted an entry that is gone knows better.
"""

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from models import clock
from models.events import RESTORED
from models.journal import journal
from models.storage import own_files
from models.storage.database import one, rows
from models.storage.tables import Journal

_ENDING = ".head"


def read(path: Path) -> dict[str, Any]:
    """What was noted of `path`; nothing where nobody can read it."""
    with suppress(OSError, ValueError):
        head = json.loads(_beside(path).read_text("utf-8"))
        if isinstance(head, dict):
            return head
    return {}


def write(path: Path, facts: dict[str, Any]) -> None:
    """Notes `sequence`, `hash` and whatever else of this shop, in one step."""
    head = _beside(path)
    temporary = head.with_name(f".{head.name}.{os.getpid()}")
    descriptor = own_files.create(temporary, os.O_TRUNC)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(facts | {"shop": journal.first_seal()}, file)
    temporary.replace(head)


def remove(path: Path) -> None:
    """Nothing is noted of `path` any more."""
    _beside(path).unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    return path.with_name(path.name + _ENDING)


# --- the station's own ----------------------------------------------------------------------


def of_station(folder: Path) -> Path:
    """Of what a station notes in `folder` that the open shop is at."""
    return folder / journal.first_seal()[:16]


def note(folder: Path, **facts: object) -> dict[str, Any]:
    """Notes in `folder` the newest entry, and facts about the shop; all that is noted by then.

    An entry that the journal has lost stays noted, so that it is missed until somebody decides.
    """
    newest = Journal.select(Journal.sequence, Journal.hash)
    sequence, seal = one(newest.order_by(Journal.sequence.desc()).limit(1)) or (0, "")
    path = of_station(folder)
    head = read(path)
    if not any(lost([folder])):
        head |= {"sequence": sequence, "hash": seal, "at": clock.now()}
    if sequence:
        own_files.make_folder(folder)
        write(path, head | facts)
    return head | facts


# --- what is missing ------------------------------------------------------------------------


def lost(folders: Iterable[Path]) -> Iterator[tuple[int, str]]:
    """Entries that were noted and that the journal does not have, and was not told to leave; and
    the name of the backup that knows it, empty for a station's own."""
    here, left = journal.first_seal(), None
    for folder in folders:
        for path in sorted(folder.glob(f"*{_ENDING}")):
            head = read(path.with_suffix(""))
            sequence, seal = head.get("sequence"), head.get("hash")
            if head.get("shop") != here or not isinstance(sequence, int):
                continue  # what nobody can read proves nothing
            stored = Journal.select(Journal.hash).where(Journal.sequence == sequence)
            if rows(stored.tuples(), str) == [seal]:
                continue
            left = _left() if left is None else left
            if not any(first <= sequence <= last for first, last in left):
                yield sequence, path.stem if "." in path.stem else ""


def _left() -> list[tuple[int, int]]:
    """The first and the last entry of what each restore left behind."""
    return [
        (event.sequence, event.payload["left"]["sequence"])
        for event in journal.by_kind([RESTORED], since=0)
        if "left" in event.payload
    ]
