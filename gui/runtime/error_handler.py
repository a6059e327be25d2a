"""Where every mistake ends up: as a sentence for people, or as a report for us; always in the log.

Nothing shown or copied here holds what was in an order: a report is the place in the program, the
kind of error, and the versions.
"""

import faulthandler
import functools
import logging
import sys
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, ParamSpec, TypeVar

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

from models.errors import ShopError
from models.storage import own_files

Given = ParamSpec("Given")
Result = TypeVar("Result")
QUIET_SECONDS = 30.0
log = logging.getLogger(__name__)


def guarded(otherwise: Any = None) -> Callable[[Callable[Given, Result]], Callable[Given, Result]]:
    """Marks an override that Qt calls from C++: an error in it is told and `otherwise` returned.

    Qt cannot take a Python exception back from a virtual function; without this it would be
    printed and the rest of the drawing or event lost.
    """

    def decorate(method: Callable[Given, Result]) -> Callable[Given, Result]:
        @functools.wraps(method)
        def guard(*given: Given.args, **named: Given.kwargs) -> Result:
            try:
                return method(*given, **named)
            except Exception:  # noqa: BLE001 - the hook reports every kind
                sys.excepthook(*sys.exc_info())
                return otherwise  # type: ignore[no-any-return]

        return guard

    return decorate


class ErrorHandler(QObject):
    """Takes over all hooks while the program runs; `close` gives them back."""

    #: A fault of the shop's rules or the machine: carries the ShopError.
    sentence_due = Signal(object)
    #: A fault of the program: carries the text of the report.
    report_due = Signal(str)

    _arrived = Signal(object)

    def __init__(
        self, log_folder: Path | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__()
        self._clock = clock
        self._told: dict[str, float] = {}
        self._crash_file: Any = None
        self._before: tuple[Any, Any, Any, Any] | None = None
        # Errors of other threads are told on the GUI thread, like all others.
        self._arrived.connect(self._tell, Qt.ConnectionType.AutoConnection)
        self.log_folder = log_folder
        if log_folder is not None:
            self._open_crash_file(log_folder)

    def install(self) -> None:
        hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        self._before = (*hooks, qInstallMessageHandler(_qt_spoke))
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread
        sys.unraisablehook = self._uncaught_in_thread

    def close(self) -> None:
        if self._before is not None:
            sys.excepthook, threading.excepthook, sys.unraisablehook, of_qt = self._before
            qInstallMessageHandler(of_qt)
            self._before = None
        if self._crash_file is not None:
            faulthandler.disable()
            self._crash_file.close()
            self._crash_file = None

    def _open_crash_file(self, folder: Path) -> None:
        """A crash in Qt itself leaves at least the Python stack."""
        own_files.make_folder(folder)
        self._crash_file = (folder / "crash.log").open("a", encoding="utf-8")
        faulthandler.enable(self._crash_file)

    def _uncaught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            sys.__excepthook__(kind, error, trace)
            return
        self._arrived.emit(error.with_traceback(trace))

    def _uncaught_in_thread(self, raised: Any) -> None:
        if raised.exc_value is not None:
            self._uncaught(raised.exc_type, raised.exc_value, raised.exc_traceback)

    def _tell(self, error: BaseException) -> None:
        if isinstance(error, ShopError):
            log.info("told: %s", type(error).__name__)
            self.sentence_due.emit(error)
            return
        place = signature(error)
        log.error("%s", report(error))
        now = self._clock()
        if now - self._told.get(place, -QUIET_SECONDS) >= QUIET_SECONDS:
            self._told[place] = now
            self.report_due.emit(report(error))


def signature(error: BaseException) -> str:
    """The kind of error and the line it came from: the same fault has the same signature."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "?"
    return f"{type(error).__name__} {where}"


def report(error: BaseException) -> str:
    """Kind, place and versions. No message and no values, because they could quote an order."""
    import platform

    import PySide6

    from models.session import PROGRAM_VERSION

    root = str(Path(__file__).parent.parent.parent)
    lines = [
        (
            f"BotBelanja {PROGRAM_VERSION}, Python {platform.python_version()}, "
            f"PySide6 {PySide6.__version__}, {platform.system()} {platform.release()}"
        ),
        _kind(error),
        *(
            f"  {frame.filename.removeprefix(root)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(error.__traceback__)
        ),
    ]
    return "\n".join(lines)


def _kind(error: BaseException) -> str:
    """These name the program's own words, never what a person typed, so they may be read out."""
    if isinstance(error, AttributeError | NameError | ImportError | AssertionError):
        return f"{type(error).__name__}: {error}"
    return type(error).__name__


#: How Qt begins what it says of them outside its category for them.
_OF_SOUNDS = ("PulseAudioService:", "QSoundEffect:")


def _qt_spoke(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    level = {
        QtMsgType.QtDebugMsg: logging.DEBUG,
        QtMsgType.QtInfoMsg: logging.INFO,
        QtMsgType.QtWarningMsg: logging.WARNING,
    }.get(kind, logging.ERROR)
    if (context.category or "").startswith("qt.multimedia") or text.startswith(_OF_SOUNDS):
        level = logging.INFO  # a computer without what plays sounds is no fault
    log.log(level, "Qt: %s", text)
