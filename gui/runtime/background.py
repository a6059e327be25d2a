"""Questions that may take a moment are asked on another thread, so that no window ever waits."""

import queue
import sys
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any, TypeVar
from weakref import ReferenceType, WeakMethod, ref

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from models.errors import StorageError

Answer = TypeVar("Answer")
Connection = Callable[[], AbstractContextManager[object]]

#: After so long (s) one thread gives way to another. A window that is painted asks for its turn
#: dozens of times, and at Python's own 5 ms would wait for all of them together.
_TURN = 0.001


@dataclass
class _Question:
    ask: Callable[[], Any]
    # Weak, so that a window that was closed meanwhile is neither kept alive nor called.
    then: "ReferenceType[Any]"
    failed: "ReferenceType[Any] | None"
    owner: "ReferenceType[QObject] | None"
    answer: Any = None
    error: BaseException | None = None


class Background(QObject):
    """One worker thread with its own connection to the shop.

    `connection` is `shop.connection`. `immediate=True` asks on the calling thread, for tests.
    """

    _answered = Signal(object)

    def __init__(self, connection: Connection | None = None, immediate: bool = False) -> None:
        super().__init__()
        self._connection = connection
        self._immediate = immediate
        self._questions: queue.SimpleQueue[_Question | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._is_closed = False
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def ask(
        self,
        question: Callable[[], Answer],
        then: Callable[[Answer], object],
        failed: Callable[[BaseException], object] | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Runs `question` and then calls `then(answer)` on the GUI thread.

        An error goes to `failed`, or flies as if it had been raised here. When `owner` (by
        default the object that `then` is a method of) is gone, or this is closed, the answer is
        dropped.
        """
        if self._is_closed:
            return
        asked = _Question(
            question, _weak(then), _weak(failed) if failed else None, ref(owner) if owner else None
        )
        if self._immediate:
            _answer(asked)
            self._deliver(asked)
            return
        if self._thread is None:
            sys.setswitchinterval(_TURN)
            self._thread = threading.Thread(target=self._work, name="background", daemon=True)
            self._thread.start()
        self._questions.put(asked)

    def close(self) -> None:
        """Lets the running question end, forgets the rest, and joins the thread.

        A window that is closed may still ask before it is freed, of a shop that is closed by then.
        """
        while not self._questions.empty():
            self._questions.get_nowait()
        self.finish()

    def finish(self) -> None:
        """Lets all questions end, and joins the thread; nobody hears the answers."""
        self._is_closed = True
        if self._thread is None:
            return
        self._questions.put(None)
        self._thread.join()
        self._thread = None

    def _work(self) -> None:
        asked = self._questions.get()
        while asked is not None:
            try:
                with self._connection() if self._connection else nullcontext():
                    asked = self._answer_until_lost(asked)
            except Exception as error:  # noqa: BLE001 - no connection; who asked is told why
                if asked is not None:
                    asked.error = error
                    self._answered.emit(asked)
                asked = self._questions.get()

    def _answer_until_lost(self, asked: _Question | None) -> _Question | None:
        """Answers on one connection; gives back the first question that needs a new one."""
        while asked is not None:
            _answer(asked)
            self._answered.emit(asked)
            lost = isinstance(asked.error, StorageError)
            asked = self._questions.get()
            if lost:
                break
        return asked

    def _deliver(self, asked: _Question) -> None:
        if self._is_closed or (asked.owner is not None and not _alive(asked.owner())):
            return
        then, failed = asked.then(), asked.failed() if asked.failed else None
        if then is None or not _alive(getattr(then, "__self__", None), missing_is_alive=True):
            return
        if asked.error is None:
            then(asked.answer)
        elif failed is not None:
            failed(asked.error)
        else:
            raise asked.error


def _answer(asked: _Question) -> None:
    try:
        asked.answer = asked.ask()
    except BaseException as error:  # noqa: BLE001 - who asked is told on the own thread
        asked.error = error


def _weak(function: Callable[..., Any]) -> "ReferenceType[Any]":
    if hasattr(function, "__self__") and hasattr(function, "__func__"):
        return WeakMethod(function)
    # A plain function has no window to keep alive; hold it strongly, called like a reference.
    return lambda: function  # type: ignore[return-value]


def _alive(thing: object, missing_is_alive: bool = False) -> bool:
    if thing is None:
        return missing_is_alive
    return isValid(thing) if isinstance(thing, QObject) else True
