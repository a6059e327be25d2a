"""Proves the shop: it is whole, its newest backup can be put back, and this is what it keeps.

It is done in a process of its own: no window shares its time, and it can be ended (`Apart`).
"""

import os
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Lock
from typing import Any, cast

from models import clock
from models.errors import StorageError
from models.settings import data_inventory
from models.settings.data_inventory import Inventory
from models.shop import backup, gate, mend, opening, restore, verify
from models.shop.gate import Origin
from models.shop.opening import open_shop
from models.shop.verify import Progress, Seen, Verdict
from models.storage import database

_NICE = 10  # behind everything that somebody waits for
#: What of the whole work is done when the shop is verified.
_SHOP, _COPY = 0.5, 0.6


@dataclass(frozen=True, slots=True)
class CopyProof:
    """The newest backup, really put back into a file of its own: made `at` (UTC ms), whose it is,
    and what was found in it; or why it cannot be put back."""

    name: str
    at: int
    origin: Origin | None = None
    verdict: Verdict | None = None
    error: StorageError | None = None

    @property
    def is_whole(self) -> bool:
        """Whether it came back as it was written."""
        return self.verdict is not None and self.verdict.is_whole


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found: begun `at` and `took` (both ms, `at` UTC), which shop it is, its newest
    backup (None without any), and what it keeps."""

    at: int
    took: int
    here: Origin
    verdict: Verdict
    copy: CopyProof | None
    inventory: Inventory

    @property
    def is_whole(self) -> bool:
        """Whether the shop is whole, and can be brought back."""
        return self.verdict.is_whole and self.copy is not None and self.copy.is_whole


def look(url: str, station: str, folders: Sequence[Path], progress: Progress) -> Verdict:
    """Verifies the shop at `url`, in a process that has no shop open.

    `folders` are those in which its newest entry was noted.
    """
    with open_shop(url, station=station, make=False):
        return verify_and_mend(folders, progress)


def look_new(
    before: Seen, url: str, station: str, folders: Sequence[Path], progress: Progress
) -> Verdict:
    """As `look`, of what was entered since a look that found nothing."""
    with open_shop(url, station=station, make=False):
        return verify.verify_new(before)


def verify_and_mend(folders: Sequence[Path], progress: Progress) -> Verdict:
    """Verifies the open shop. Sums hold no news: where nothing else differs they are made anew."""
    verdict = verify.verify(folders, progress)
    if verdict.is_whole or any(finding.detail != "sums" for finding in verdict.findings):
        return verdict
    mend.make_sums_anew()
    return replace(verdict, findings=(), anew=verdict.findings)


def prove(url: str, station: str, folders: Sequence[Path], progress: Progress) -> Proof:
    """Proves the shop at `url`, in a process that has no shop open.

    The first of `folders` is that of its backups.
    """
    at, begun = clock.now(), clock.running()
    with open_shop(url, station=station, make=False):
        verdict = verify_and_mend(folders, lambda done: progress(done * _SHOP))
        here, inventory = Origin("", "", 0, 0, 0), Inventory((), ())
        copies: list[Path] = []
        with suppress(StorageError):  # what cannot be read is among the findings
            copies = backup.backups(folders[0]) if folders else []
            here = restore.here()
            inventory = data_inventory.data_inventory()
    copy = _put_back(copies[0], progress) if copies else None
    progress(1)
    return Proof(at, clock.running() - begun, here, verdict, copy, inventory)


def _put_back(path: Path, progress: Progress) -> CopyProof:
    """Restores a backup into a file beside it, as if this shop were gone; nothing of it stays."""
    proof = partial(CopyProof, path.name, backup.made_at(path))
    fresh = path.with_name(f".proof.sqlite3.{os.getpid()}")
    try:
        gate.examine(path)
        origin = gate.origin(path)
        with gate.reading(path) as source:
            backup.fill(fresh, backup.rows_in(source), source)
        gate.examine(fresh)
        progress(_COPY)
        database.bind(str(fresh), station="")
        with closing(database.database.obj), database.translated_errors():
            database.database.connect()
            opening.catch_up()
            rest = 1 - _COPY
            verdict = verify.verify([], lambda done: progress(_COPY + rest * done))
            database.database.execute_sql("PRAGMA journal_mode = delete")
        return proof(origin, verdict)
    except StorageError as error:
        return proof(error=error)
    finally:
        fresh.unlink(missing_ok=True)


# --- in a process of its own ----------------------------------------------------------------


class Apart:
    """A piece of work: `Apart(prove, url, station, folders).run(progress)`.

    The work is a function that can be imported; it opens its shop itself, and its last argument is
    the progress.
    """

    def __init__(self, work: Callable[..., Any], *given: Any) -> None:
        context = get_context("spawn")  # what a thread holds at a fork is held there for ever
        self._here, there = context.Pipe()
        self._process = context.Process(
            target=_do, args=(there, work, given), name="botbelanja", daemon=True
        )
        self._there = there
        self._is_ended = False
        self._beginning = Lock()

    def run(self, progress: Progress) -> Any:
        """Does it, and waits; None when it was ended. Raises what it raised."""
        with self._beginning:
            if self._is_ended:
                return None
            self._process.start()
        self._there.close()
        try:
            while True:
                kind, value = self._here.recv()
                if kind == "progress":
                    progress(value)
                elif kind == "done":
                    return value
                else:
                    raise cast("BaseException", value)
        except EOFError:
            if self._is_ended:
                return None
            raise
        finally:
            self._process.join()

    def end(self) -> None:
        """Ends it wherever it is; what it was writing was nobody's yet."""
        with self._beginning:
            self._is_ended = True
            if self._process.pid is not None:
                self._process.kill()


def _do(pipe: Connection, work: Callable[..., Any], given: tuple[Any, ...]) -> None:
    if hasattr(os, "nice"):
        os.nice(_NICE)
    said = 0

    def progress(done: float) -> None:
        nonlocal said
        if (percent := int(100 * done)) > said:
            said = percent
            pipe.send(("progress", done))

    try:
        pipe.send(("done", work(*given, progress)))
    except BaseException as error:  # noqa: BLE001 - whoever waits is told
        pipe.send(("failed", error))
