"""The screen of this computer: what Qt lacks there is said in one sentence, where Qt would abort.

Qt itself is imported only inside the functions: here it may turn out that it cannot be.
"""

import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication, QMessageLogContext, QtMsgType
    from PySide6.QtWidgets import QApplication

Qt = TypeVar("Qt", bound="QCoreApplication")

#: The exit code of a program that finds no screen, or not what it takes to use one.
NO_SCREEN = 3

#: By which the desktop knows our windows: the name of the entry in its menu, of which the icon is.
DESKTOP_ID = "com.botbelanja.BotBelanja"

#: What Qt asks of the system, by the package of Debian and Ubuntu that brings it; the others that
#: it asks for come with these.
LIBRARIES = {
    "libglib2.0-0": "libglib-2.0.so.0",
    "libgl1": "libGL.so.1",
    "libegl1": "libEGL.so.1",
    "libdbus-1-3": "libdbus-1.so.3",
    "libfontconfig1": "libfontconfig.so.1",
    "libxkbcommon0": "libxkbcommon.so.0",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-image0": "libxcb-image.so.0",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-render-util0": "libxcb-render-util.so.0",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxcb-xkb1": "libxcb-xkb.so.1",
}
#: Bits of colour below which Qt draws black on black.
_DEPTH = 15
_SCREENS = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY")


def is_named() -> bool:
    """Whether the system says on which screen a window would be shown."""
    return sys.platform != "linux" or any(os.environ.get(name) for name in _SCREENS)


def can_import(module: str) -> bool:
    """Whether that module of Qt loads; if a library of the system is missing, that is said."""
    if reason := why_not(module):
        _say(reason)
    return not reason


def why_not(module: str) -> str:
    """Why that module of Qt does not load; empty when it does."""
    try:
        import_module(module)
    except ModuleNotFoundError:
        raise
    except ImportError as error:  # the module is there, and the loader does not take it
        return lacking() or str(error)
    return ""


def application(
    arguments: Sequence[str], say: Callable[[str], object] | None = None
) -> "QApplication":
    """The one QApplication. Where Qt finds no screen, or one of so few colours that it draws all in
    black, it is said why, by default on the terminal, and the process ends with `NO_SCREEN`."""
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QApplication

    QGuiApplication.setDesktopFileName(DESKTOP_ID)
    qt = _begun(QApplication, arguments, say or _say)
    if (depth := qt.primaryScreen().depth()) < _DEPTH:
        (say or _say)(
            f"the screen shows {2**depth} colours, {2**_DEPTH} are needed: set it to more"
        )
        raise SystemExit(NO_SCREEN)
    return qt


def console(arguments: Sequence[str]) -> "QCoreApplication":
    """The one QCoreApplication of a program that needs no screen."""
    from PySide6.QtCore import QCoreApplication

    return _begun(QCoreApplication, arguments, _say)


def _begun(kind: type[Qt], arguments: Sequence[str], say: Callable[[str], object]) -> Qt:
    from PySide6.QtCore import qInstallMessageHandler

    before = qInstallMessageHandler(partial(_qt_begins, say))
    qt = kind(arguments)
    qInstallMessageHandler(before)
    return qt


def _qt_begins(
    say: Callable[[str], object], kind: "QtMsgType", context: "QMessageLogContext", text: str
) -> None:
    """Qt's last word before it aborts becomes ours; what it grumbles before is its own affair."""
    from PySide6.QtCore import QtMsgType

    if kind is QtMsgType.QtFatalMsg:
        asked = [f"{name}={os.environ[name]}" for name in _SCREENS if name in os.environ]
        say(lacking() or f"no screen answers to {' '.join(asked)}")
        os._exit(NO_SCREEN)  # nobody can raise through Qt, and nothing was begun


def lacking() -> str:
    """Which libraries are missing, and the line that brings them; empty when none is."""
    missing = {package: library for package, library in LIBRARIES.items() if not _loads(library)}
    if not missing:
        return ""
    if Path("/usr/bin/apt").exists():
        return f"Qt needs more of this system: sudo apt install {' '.join(missing)}"
    return f"Qt needs more of this system: {' '.join(missing.values())}"


def _loads(library: str) -> bool:
    import ctypes  # a good start needs none of this

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _say(text: str) -> None:
    print(f"botbelanja: {text}", file=sys.stderr, flush=True)
