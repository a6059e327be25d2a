"""Proves the shop by itself once a day, and whenever somebody wants it, in a process of its own."""

import logging
from collections.abc import Callable
from dataclasses import astuple
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from gui.runtime.background import Background
from gui.runtime.keeping.backup_timer import second_folder
from gui.runtime.station import Station
from models import clock, session
from models.shop import heads
from models.shop.opening import Shop

if TYPE_CHECKING:
    from models.shop.prove import Apart, Proof
    from models.shop.verify import Verdict

log = logging.getLogger(__name__)

_LOOK = 60_000  # ms between two notes of the newest entry
_EVERY = 20 * 60 * clock.MINUTE  # a shop that opens every morning has it every morning
_FIRST = 2 * clock.MINUTE  # after the start: the first customer waits for nothing
_NEW_EVERY = 60 * clock.MINUTE  # what is new since is looked at in a moment


class Prover(QObject):
    """What was found last is `verdict`, and `proof` where the backup was proven as well.

    `apart` takes the place of `models.shop.prove.Apart`, which does the work and waits for it.
    """

    #: How far the work is, 0 to 1.
    progressed = Signal(float)
    #: It began or ended, or more is known.
    changed = Signal()
    #: The whole shop was looked at: the `Verdict`.
    looked = Signal(object)

    def __init__(
        self,
        shop: Shop,
        background: Background,
        station: Station,
        apart: "type[Apart] | None" = None,
    ) -> None:
        super().__init__()
        self._shop, self._background, self._station = shop, background, station
        self._apart = apart
        self._waiting = Background(immediate=apart is not None)
        self._work: Apart | None = None
        self._begun_at = clock.running()
        self._head: dict[str, Any] = {}
        self.verdict: Verdict | None = None
        self.proof: Proof | None = None
        self.error: BaseException | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """From now on by itself."""
        self._timer.start()
        QTimer.singleShot(0, self, self.look)

    def close(self) -> None:
        """Ends whatever is under way."""
        self._timer.stop()
        self.cancel()
        self._waiting.close()

    @property
    def is_at_work(self) -> bool:
        """Whether something is under way."""
        return self._work is not None

    @property
    def proven_at(self) -> int | None:
        """When (UTC ms) everything was looked at last, on this station."""
        return self._head.get("proven_at")

    @property
    def found(self) -> int:
        """How much was then not as it was written."""
        return int(self._head.get("found", 0))

    @property
    def is_decided(self) -> bool:
        """Whether nothing was found, or somebody said that the shop goes on as it is.

        Until then it is read only. What is found newly has to be decided about anew.
        """
        return not self.found or self._head.get("let_be", "") == self._head.get("mark")

    @property
    def folders(self) -> list[Path]:
        """Where backups and this station noted the newest entry; that of the backups first."""
        found = (self._shop.backup_folder, second_folder(self._station), self._station.heads)
        return [folder for folder in found if folder is not None]

    # --- doing -----------------------------------------------------------------------------

    def look(self) -> None:
        """Notes the newest entry, and verifies the shop when that is a day ago."""
        self._note(self._noted)

    def verify(self) -> None:
        """Looks at everything in the shop."""
        from models.shop import prove  # no till needs it at its start

        self._begin(prove.look, self._verified)

    def prove(self) -> None:
        """Looks at everything, and puts the newest backup back into a file of its own."""
        from models.shop import prove

        self._begin(prove.prove, self._proven)

    def let_be(self) -> None:
        """The shop goes on as it is, with what was found last."""
        self._head["let_be"] = self._head.get("mark")
        log.warning("the shop goes on with what was found")
        self._note(self._keep, let_be=self._head["let_be"])
        self._stand()

    def cancel(self) -> None:
        """Ends what is under way, as if it had not begun."""
        if self._work is not None:
            self._work.end()

    def _begin(self, work: Callable[..., Any], then: Callable[[Any], object]) -> None:
        if self._work is not None:
            return
        from models.shop.prove import Apart

        self._work = (self._apart or Apart)(work, self._shop.url, self._shop.station, self.folders)
        self.error = None
        self.changed.emit()
        run = partial(self._work.run, self.progressed.emit)
        self._waiting.ask(run, then, failed=self._failed, owner=self)

    def _verified(self, verdict: "Verdict | None") -> None:
        self._work = None
        if verdict is None:  # it was ended
            self.changed.emit()
            return
        self.verdict = verdict
        log.info("verified, %d entries, %d findings", verdict.entries, len(verdict.findings))
        facts = {
            "proven_at": clock.now(), "found": len(verdict.findings), "mark": verdict.mark,
        }  # fmt: skip
        self._head |= facts
        self._note(self._keep, **facts, **self._seen(verdict))
        self._stand()
        self.looked.emit(verdict)

    def _seen(self, verdict: "Verdict") -> dict[str, Any]:
        """How far a look came, from where the next goes on; nowhere where something was found."""
        seen = verdict.seen if verdict.is_whole else None
        facts = {"seen_at": clock.now(), "seen": None if seen is None else astuple(seen)}
        self._head |= facts
        return facts

    def _look_at_new(self) -> None:
        from models.shop import prove
        from models.shop.verify import Seen

        sequence, stations = self._head["seen"]
        seen = Seen(sequence, {name: (number, seal) for name, (number, seal) in stations.items()})
        self._begin(partial(prove.look_new, seen), self._new_is_seen)

    def _new_is_seen(self, verdict: "Verdict | None") -> None:
        self._work = None
        if verdict is None or verdict.is_whole:
            if verdict is not None:
                self._note(self._keep, **self._seen(verdict))
            self.changed.emit()
            return
        self.verify()  # whatever it is, all is looked at, and that is told

    def _proven(self, proof: "Proof | None") -> None:
        self.proof = proof or self.proof
        self._verified(proof.verdict if proof else None)

    def _failed(self, error: BaseException) -> None:
        self._work = None
        self.error = error
        log.error("not verified: %s", error)
        self.changed.emit()

    # --- what is noted ---------------------------------------------------------------------

    def _note(self, then: Callable[[dict[str, Any]], object], **facts: object) -> None:
        is_apart = session.current.is_training or self._shop.is_away
        if self._station.heads is not None and not is_apart:
            note = partial(heads.note, self._station.heads, **facts)
            self._background.ask(note, then, failed=self._not_noted, owner=self)

    def _noted(self, head: dict[str, Any]) -> None:
        self._keep(head)
        is_due = clock.now() - (self.proven_at or 0) >= _EVERY
        is_due = is_due and clock.running() - self._begun_at >= _FIRST
        was_found = self.verdict is None and not self.is_decided  # perhaps it was put right since
        if is_due or was_found:
            self.verify()
        elif self._head.get("seen") and clock.now() - self._head.get("seen_at", 0) >= _NEW_EVERY:
            self._look_at_new()

    def _keep(self, head: dict[str, Any]) -> None:
        is_news, self._head = head != self._head, head
        if is_news:
            self._stand()

    def _stand(self) -> None:
        """Lets the shop be read only until it is decided what becomes of what was found."""
        session.current.is_undecided = not (self.is_decided or session.current.is_training)
        self.changed.emit()

    def _not_noted(self, error: BaseException) -> None:
        log.error("the newest entry was not noted: %s", error)
