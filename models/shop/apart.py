"""Long work on a shop in a process of its own: no window shares its time, and it can be ended.

The work is a function that can be imported; it opens its shop itself, and takes `progress` last.
"""

import os
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from threading import Lock
from typing import Any, cast

from models.shop.verify import Progress

_NICE = 10  # behind everything that somebody waits for


class Apart:
    """A piece of work: `Apart(prove, url, station, folders).run(progress)`."""

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
