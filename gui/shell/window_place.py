"""Where a window stands: all of it is seen, on the screen that it is made for."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

#: What a window manager draws around a window, in pixels; how much is unknown until it is shown.
TITLE_BAR, EDGE = 36, 6


def place_first(window: QWidget, *, fills_screen: bool) -> None:
    """The place of a window that nobody has placed yet; some fill the largest screen."""
    if fills_screen:
        window.setScreen(max(QGuiApplication.screens(), key=_size_of))
    wanted = QRect(0, 0, 1366, 768)
    wanted.moveCenter(window.screen().availableGeometry().center())
    window.setGeometry(in_reach(wanted, window.screen().availableGeometry()))
    if fills_screen:
        window.setWindowState(Qt.WindowState.WindowFullScreen)


def bring_in_reach(window: QWidget) -> None:
    """Moves it to where it is seen, unless it fills a screen: the screens may be others."""
    if not window.isMaximized() and not window.isFullScreen():
        wanted = window.geometry()
        screen = QGuiApplication.screenAt(wanted.center()) or window.screen()
        window.setGeometry(in_reach(wanted, screen.availableGeometry()))


def in_reach(wanted: QRect, free: QRect) -> QRect:
    """The place for a window's content on a screen with this much `free`: all of it is seen, and
    the title bar above it as well, by which it is moved and closed."""
    free = free.adjusted(EDGE, TITLE_BAR, -EDGE, -EDGE)
    place = QRect(wanted.topLeft(), wanted.size().boundedTo(free.size()))
    place.moveLeft(max(free.left(), min(place.left(), free.right() + 1 - place.width())))
    place.moveTop(max(free.top(), min(place.top(), free.bottom() + 1 - place.height())))
    return place


def _size_of(screen: QScreen) -> tuple[int, float]:
    """By its dots, then by its glass: two screens often have the same dots."""
    size, ratio, glass = screen.size(), screen.devicePixelRatio(), screen.physicalSize()
    return round(size.width() * size.height() * ratio**2), glass.width() * glass.height()
