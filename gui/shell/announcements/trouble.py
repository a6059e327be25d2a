"""What stands in the way at this station, said again whenever somebody asks, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QObject

from gui.words.error_messages import sentence
from models import session
from models.errors import ShopError, StorageError, Undecided, WrongPassword
from models.shop.offline import own_file

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gui.shell.app_context import AppContext
    from gui.widgets.messages.notice import Remedy

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Trouble:
    """`word` and `count` are for the header; `text` is the whole, `remedy` what can be done."""

    word: str
    text: str
    remedy: Remedy | None = None
    count: int = 0


class Window(Protocol):
    """Where something is said."""

    def notice(
        self, text: str, kind: str = "warn", stays: bool = False, remedy: Remedy | None = None
    ) -> None: ...


class ConnectionNotices(QObject):
    """Tells at every window when the database goes, and when it is back."""

    def __init__(
        self, context: AppContext, windows: Callable[[], Sequence[Window]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context, self._windows = context, windows
        context.feed.lost.connect(self._tell_lost)
        context.feed.found.connect(self._tell_found)

    def _tell_lost(self, error: ShopError) -> None:
        text, remedy = explained(self._context, error)
        for window in self._windows():
            window.notice(text, "warn", not self._context.shop.is_away, remedy)

    def _tell_found(self) -> None:
        text = self.tr("The connection is back. Everything is up to date again.")
        for window in self._windows():
            window.notice(text, "ready")


class _Plurals(QObject):
    def to_send(self, count: int) -> str:
        return self.tr("%n to send", "", count)

    def waiting(self, count: int) -> str:
        return self.tr("%n order(s), payment(s) or pick(s) wait to be sent", "", count)

    def not_sent(self, count: int) -> str:
        return self.tr("%n not sent", "", count)


def waiting_text(count: int) -> str:
    """How much waits to be sent."""
    return _Plurals().waiting(count)


def to_send_text(count: int) -> str:
    """The same where there is little room."""
    return _Plurals().to_send(count)


def not_sent_text(count: int) -> str:
    """How much was sent, and refused."""
    return _Plurals().not_sent(count)


def trouble_at(context: AppContext) -> Trouble | None:
    """What this station cannot do now, None where all that is done is saved."""
    lost = context.feed.trouble if context.feed.is_stale else None
    line = context.line
    if line is not None and line.waiting:
        in_the_way = lost or line.trouble
        said, remedy = (in_the_way and explained(context, in_the_way)) or ("", None)
        text = f"{waiting_text(line.waiting)}. {said}".rstrip()
        return Trouble(to_send_text(line.waiting), text, remedy, line.waiting)
    if context.feed.is_stale:
        text, remedy = explained(context, lost or StorageError(""))
        return Trouble(translate("Trouble", "No connection"), text, remedy)
    if session.current.is_undecided:
        return Trouble(translate("Trouble", "Read only"), *explained(context, Undecided()))
    return None


def explained(context: AppContext, error: ShopError) -> tuple[str, Remedy | None]:
    """An error in a sentence; and of one that lasts, what is done about it."""
    text = sentence(error, context.format)
    if isinstance(error, Undecided):
        return text, what_to_do(context)
    if error is not own_file.refusal():
        return text, None
    if isinstance(error, WrongPassword):
        new = translate(
            "Trouble",
            "Another one is typed in Settings, Database and backup, Keep it elsewhere.",
        )
        text = f"{text} {new}"
    if context.shop.is_away:
        meanwhile = translate("Trouble", "Sell on: orders wait here until then.")
        text = f"{text} {meanwhile}"
    place = partial(context.open, "settings", section="storage", field="place.elsewhere")
    return text, (translate("Trouble", "Where the shop is kept"), place)


def what_to_do(context: AppContext) -> Remedy:
    """The way to where it is decided what becomes of what the proof found."""
    storage = partial(context.open, "settings", section="storage")
    return translate("Trouble", "What to do"), storage
