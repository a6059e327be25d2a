"""What all windows share: the shop, its news, the look, the words, the keys."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from gui.runtime.pending import Pending

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from gui.input.actions import Actions
    from gui.input.scanner import Scanner
    from gui.look.theme import Theme
    from gui.runtime.background import Background
    from gui.runtime.event_feed import EventFeed
    from gui.runtime.keeping.backup_timer import BackupTimer
    from gui.runtime.keeping.line import Line
    from gui.runtime.keeping.prover import Prover
    from gui.runtime.station import Station
    from gui.runtime.verb_queue import VerbQueue
    from gui.runtime.watched_folder import WatchedFolder
    from gui.widgets.messages.notice import Remedy
    from gui.words.formatting import Formatting
    from models.errors import NotAllowed, ShopError
    from models.events import Receipt
    from models.print_spool import PrintRequest
    from models.session import Request
    from models.shop.opening import Shop


Value = TypeVar("Value")


class Say(Protocol):
    """Tells the person at the window in focus what was done."""

    def __call__(
        self,
        text: str,
        undo: Callable[[], object] | None = None,
        icon: str | None = None,
        bold: str = "",
    ) -> None: ...


class Tell(Protocol):
    """Tells the person at the window in focus what needs their attention."""

    def __call__(self, text: str, kind: str = "warn", remedy: Remedy | None = None) -> None: ...


class KeepUndoing(Protocol):
    """Keeps an undoing by its entry in the journal, for Ctrl+Shift+Z; `again` says what it did."""

    def __call__(self, sequence: int, again: Callable[[Receipt[Any]], object]) -> None: ...


class Print(Protocol):
    """Brings a paper to this station's printer."""

    def __call__(self, request: PrintRequest, preview: bool = False) -> None: ...


class Open(Protocol):
    """Opens a page by its name."""

    def __call__(self, page: str, *, own_window: bool = False, **arguments: object) -> None: ...


@dataclass
class AppContext:
    """Passed to every page. A page that is dark by default gets a copy with the dark theme."""

    shop: Shop
    feed: EventFeed
    background: Background
    verbs: VerbQueue
    format: Formatting
    theme: Theme
    actions: Actions
    station: Station
    scanner: Scanner
    #: `say(text, undo=None, icon=None, bold="")`: the undo bar for 8 s; `bold` is the part of
    #: `text` that names the thing. Without `undo` it only tells.
    say: Say
    #: `notice(text, kind="warn", remedy=(self.tr("Try again"), self.retry))`: a strip under the
    #: header that stays until it is closed, perhaps with a button.
    notice: Tell
    #: `withdraw(text)`: this notice, where it still stands, is true no more.
    withdraw: Callable[[str], None]
    #: What was taken back at the window in focus can be done again there (see `undo`).
    keep_undoing: KeepUndoing
    #: `print(PrintRequest("receipt", order_id))`: into the print spool, and out of the printer when
    #: it can; with `preview`, or where no printer was chosen yet, the paper is shown first.
    print: Print
    #: `open("order_history", order_id=7)`: shows the page in the window in focus.
    open: Open
    #: `apply_settings(language="id", theme="dark", text_scale=1.25)`: remembers it for this
    #: station, builds all windows anew, and does `then`; without others after a change of currency
    #: or zone.
    apply_settings: Callable[..., None]
    #: Asks for a staff code and PIN again.
    lock: Callable[[], None]
    #: What follows when somebody has signed in: the windows are theirs.
    unlock: Callable[[Receipt[Any]], object]
    #: `restart(deed)`: closes all windows, does the deed, and begins as if newly started:
    #: after removing the demo, withdrawing the policy, or restoring a backup.
    restart: Callable[[Callable[[], object]], None]
    #: Whether a window may be closed: the last one is asked about while orders wait to be sent.
    may_close: Callable[[QWidget], bool]
    #: Asks at the screen whether an owner approves what this request was refused; None where there
    #: is no screen.
    approve: Callable[[Request, NotAllowed], bool] | None = None
    #: Whether backups can be made; None where none are (a demo, a server with its own).
    backups: BackupTimer | None = None
    #: What waits to be sent to a server; None where nobody sends (a test).
    line: Line | None = None
    #: Proves the shop, by itself once a day; None where nobody does (a test).
    prover: Prover | None = None
    #: Takes in what a gateway writes into a folder; None where nobody does (a test).
    watched: WatchedFolder | None = None

    def run(
        self,
        verb: Callable[[], Receipt[Value]],
        done: Callable[[Receipt[Value]], object] | None = None,
        refused: Callable[[ShopError], object] | None = None,
        owner: QObject | None = None,
        once: Hashable = None,
        unheard: Callable[[Receipt[Value] | None], Callable[[], Receipt[Any]] | None] | None = None,
    ) -> None:
        """Says a verb: `run(partial(orders.cancel, order_id), self.show_cancelled)`.

        It is done behind all that was said before, on a thread of its own. Station, staff code and
        the request's id are those of this moment. What follows stands in `done` and `refused` (see
        `Pending`), never behind the call.
        """
        pending = Pending(
            verb, done, refused, owner, once, self._say_cleaned, unheard, self.approve
        )
        self.verbs.put(pending)

    def undo(
        self,
        sequence: int | None,
        done: Callable[[Receipt[Any]], object] | None = None,
        again: Callable[[Receipt[Any]], object] | None = None,
    ) -> None:
        """Takes a deed back by its receipt.

        With `again`, Ctrl+Shift+Z does it once more; `again` has the receipt of that and says so.
        """
        from models.shop.undo import (
            undo,  # it knows every package, and no till needs that at its start
        )

        def keep(back: Receipt[Any]) -> None:
            if back.sequence is not None and again is not None:
                self.keep_undoing(back.sequence, again)
            if done is not None:
                done(back)

        self.run(partial(undo, sequence), keep)

    def _say_cleaned(self) -> None:
        from gui.words.error_messages import personal_data_removed

        self.notice(personal_data_removed(), "info")

    @property
    def staff(self) -> str:
        """The staff code signed in at this station, empty when nobody is."""
        from models import session

        return session.current.staff
