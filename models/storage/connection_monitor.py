"""Checks whether PostgreSQL still answers, so that no window has to wait to find that out.

A network that was pulled away does not say so: whoever speaks into it waits. One thread asks the
server again and again on a connection of its own. When no answer comes, it hangs up the
connections of all threads, so that whoever waits on one is told at once. Until the server is back
the station goes on in its own file; without one every question and every verb is refused in no
time.
"""

import logging
import threading
from collections.abc import Callable
from contextlib import closing
from typing import Any

from models.storage import database, postgres, server_diagnosis

log = logging.getLogger(__name__)

EVERY = 0.7  # seconds between two looks while nothing happens
PATIENCE = 2.0  # seconds that an answer may take


class ConnectionMonitor:
    """Calls `wake()` on its own thread when there is news, and when the server goes or comes.

    `newest` is the newest journal entry of which the server told.
    """

    def __init__(self, wake: Callable[[], object]) -> None:
        self.newest = 0
        self._engine: postgres.Postgres = database.database.shop
        self._wake = wake
        self._connection: Any = None
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="connection monitor", daemon=True)
        self._thread.start()

    @property
    def answers(self) -> bool:
        """Whether the server answered the last time."""
        return self._engine.away is None

    def close(self) -> None:
        """Stops checking."""
        self._stop.set()
        self._hang_up()
        self._thread.join()
        self._engine.away = None

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                with closing(self._engine.dial()) as self._connection:
                    self._connection.execute(f"LISTEN {database.NEWS_CHANNEL}")
                    self._listen()
            except Exception as error:  # noqa: BLE001 - without an answer, why ever, it is away
                self._lose(error)
                self._stop.wait(EVERY)

    def _listen(self) -> None:
        while not self._stop.is_set():
            before = self._engine.away, self.newest
            self.newest, self._engine.away = self._ask(), None
            if before != (None, self.newest):
                self._wake()
            for _ in self._connection.notifies(timeout=EVERY, stop_after=1):
                pass

    def _ask(self) -> int:
        patience = threading.Timer(PATIENCE, self._hang_up)
        patience.daemon = True
        patience.start()
        try:
            newest = "(SELECT value FROM counter WHERE name = 'journal')"
            return int(self._engine.follow_clock(self._connection, newest))
        finally:
            patience.cancel()

    def _lose(self, error: Exception) -> None:
        why = server_diagnosis.said(self._engine.address, error)
        if self._stop.is_set() or type(why) is type(self._engine.away):
            return
        log.warning("the server does not answer: %s", error)
        if self.answers:
            self._engine.lose(why)
            database.database.is_away = database.database.own is not None
        self._engine.away = why
        self._wake()

    def _hang_up(self) -> None:
        if self._connection is not None:
            postgres.hang_up(self._connection)
