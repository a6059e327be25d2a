"""Starts the program as `main.py` does, and answers what can be seen on its windows.

`python -m tests.desktop.probe DESCRIPTOR ARGUMENT …`: over the socket with that number comes a
line of JSON for every question, and goes a line of JSON. The probe only looks: it presses nothing,
chooses nothing, holds nothing, and a program that is busy leaves the question waiting as it leaves
a person. It is part of the tests; the program knows nothing of it.
"""

import ctypes
import gc
import json
import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPoint, QRect, QSocketNotifier, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

Facts = dict[str, Any]


class Probe(QObject):
    """Answers `look`, `picture PATH`, `clipboard` and `memory`."""

    def __init__(self, qt: QApplication, line: socket.socket) -> None:
        super().__init__()
        self._qt, self._line = qt, line
        self._asked = line.makefile("r")
        self._notifier = QSocketNotifier(line.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._answer)

    def _answer(self) -> None:
        question = self._asked.readline()
        if not question:
            self._notifier.setEnabled(False)
            return
        kind, given = json.loads(question)
        answer: object
        if kind == "picture":
            answer = self._qt.primaryScreen().grabWindow(0).save(given)
        elif kind == "memory":
            answer = memory()
        elif kind == "clipboard":
            answer = self._qt.clipboard().text()
        else:
            answer = seen(self._qt)
        self._line.sendall((json.dumps(answer) + "\n").encode())


def memory() -> float:
    """What the program keeps, in MB: its own pages, without those that are free to be used again.

    Where free memory lies between used one is an accident of the last minutes.
    """
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("RssAnon:"))


def seen(qt: QApplication) -> Facts:
    """All windows, the one in front last, and every piece of them that is visible."""
    front = qt.activePopupWidget() or qt.activeModalWidget() or qt.activeWindow()
    windows = [w for w in qt.topLevelWidgets() if w.isVisible() and _is_seen(w)]
    windows.sort(key=lambda window: (window is front, window.isModal(), window.isActiveWindow()))
    focus = qt.focusWidget()
    return {
        "windows": [_window(window, window is front) for window in windows],
        "pieces": [
            piece
            for number, window in enumerate(windows)
            for piece in _pieces(window, number, focus)
        ],
        "commands": _commands(front.window() if front is not None else None),
    }


def _is_seen(window: QWidget) -> bool:
    # One that was built anew stays for a moment, without its page, under the one that it became.
    return window.windowType() != Qt.WindowType.ToolTip and window.updatesEnabled()


def _window(window: QWidget, in_front: bool) -> Facts:
    page = getattr(window, "page", None) if hasattr(window, "pages") else None
    return {
        "kind": type(window).__name__,
        "title": window.windowTitle(),
        "box": _box(window, window.rect()),
        "outside": window.frameGeometry().getRect(),
        "active": window.isActiveWindow(),
        "modal": window.isModal(),
        "front": in_front,
        "page": page.name if page is not None else "",
        "full_screen": window.isFullScreen(),
        "listens": getattr(window, "listens", True),
    }


def _pieces(window: QWidget, number: int, focus: QWidget | None) -> Iterator[Facts]:
    from gui.input.visible_widgets import seen_in

    for widget in seen_in(window):
        if widget.window() is not window:
            continue
        box = _visible_box(widget)
        yield {
            "window": number,
            "kinds": _kinds(widget),
            "within": [type(w).__name__ for w in _above(widget)],
            "object": widget.objectName(),
            "name": widget.accessibleName(),
            "words": [text for text in _words(widget) if text],
            "value": _value(widget),
            "box": box,
            "free": box is not None and _is_free(widget, box),
            "enabled": widget.isEnabled(),
            "checked": isinstance(widget, QAbstractButton) and widget.isChecked(),
            "focus": widget is focus,
            "command": _command(widget),
            "key": str(getattr(widget, "key", "")) if isinstance(widget, QAbstractButton) else "",
            "cells": _cells(widget),
        }


def _kinds(widget: QWidget) -> list[str]:
    """Its class and those it is made from, up to Qt's."""
    names = [kind.__name__ for kind in type(widget).__mro__]
    return names[: names.index("QWidget") + 1]


def _above(widget: QWidget) -> Iterator[QWidget]:
    above = widget.parentWidget()
    while above is not None and not widget.isWindow():
        yield above
        above = None if above.isWindow() else above.parentWidget()


def _words(widget: QWidget) -> Iterator[str]:
    """What stands on it, and what a screen reader says of it."""
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    text = getattr(widget, "text", None)
    if callable(text) and not isinstance(widget, QLineEdit):
        yield str(text())
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()


def _value(widget: QWidget) -> str:
    """What a person typed, chose or ticked in it."""
    if isinstance(widget, QLineEdit | QAbstractSpinBox):
        return widget.text()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return widget.toPlainText()
    if isinstance(widget, QAbstractButton) and widget.isCheckable():
        return "on" if widget.isChecked() else "off"
    return widget.text() if isinstance(widget, QLabel) else ""


def _visible_box(widget: QWidget) -> tuple[int, ...] | None:
    """What of it is not scrolled or cut away, on the screen; None when nothing is."""
    box = widget.visibleRegion().boundingRect()
    return None if box.isEmpty() else _box(widget, box)


def _box(widget: QWidget, box: QRect) -> tuple[int, ...]:
    left_top = widget.mapToGlobal(box.topLeft())
    return left_top.x(), left_top.y(), box.width(), box.height()


def _is_free(widget: QWidget, box: tuple[int, ...]) -> bool:
    """Whether a finger on its middle meets it, and nothing that lies over it."""
    middle = QPoint(box[0] + box[2] // 2, box[1] + box[3] // 2)
    met = QApplication.widgetAt(middle)
    return met is not None and (met is widget or widget.isAncestorOf(met))


def _command(widget: QWidget) -> str:
    action = getattr(widget, "action", None)
    return action.objectName() if isinstance(action, QAction) else ""


def _cells(widget: QWidget) -> list[Facts]:
    """The cells of a table or list that can be seen now, the lines of a menu."""
    if isinstance(widget, QMenu):
        return [
            {"row": row, "text": action.text(), "box": _box(widget, widget.actionGeometry(action)),
             "current": action is widget.activeAction()}
            for row, action in enumerate(widget.actions())
        ]  # fmt: skip
    return _cells_of(widget) if isinstance(widget, QAbstractItemView) else []


def _cells_of(view: QAbstractItemView) -> list[Facts]:
    model, port = view.model(), view.viewport()
    if model is None:
        return []
    first = view.indexAt(QPoint(1, 1)).row()
    cells = []
    for row in range(max(0, first), model.rowCount()):
        shown = [_cell(view, model.index(row, column)) for column in range(model.columnCount())]
        if not any(box.intersects(port.rect()) for _, box in shown):
            break
        cells += [
            {"row": row, "text": text, "box": _box(port, box & port.rect()),
             "current": view.currentIndex().row() == row}
            for text, box in shown
        ]  # fmt: skip
    return cells


def _cell(view: QAbstractItemView, index: QModelIndex) -> tuple[str, QRect]:
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
    text = " ".join(dict.fromkeys(str(index.data(role) or "") for role in roles))
    return text.strip(), view.visualRect(index)


def _commands(window: QWidget | None) -> list[Facts]:
    """What can be pressed in the window in front: each command with its keys."""
    from gui.input.actions import key_text
    from gui.input.commands import COMMANDS
    from gui.input.visible_widgets import seen_in

    if window is None:
        return []
    known = {command.id for command in COMMANDS}
    return [
        {
            "id": action.objectName(),
            "text": action.text(),
            "keys": [key.toString() for key in action.shortcuts()],
            "shown": key_text(action.shortcuts()[0].toString()) if action.shortcuts() else "",
            "enabled": action.isEnabled(),
        }
        for page in seen_in(window)
        if page.isEnabled()
        for action in page.actions()
        if action.objectName() in known
    ]


def start(descriptor: int, arguments: list[str]) -> int:
    """The program, with a probe beside its event loop; the program's exit code."""
    import main
    from gui import startup

    run = startup.run
    line = socket.socket(fileno=descriptor)

    def run_and_answer(qt: QApplication, options: startup.CliOptions) -> int:
        probe = Probe(qt, line)
        code = run(qt, options)
        probe.deleteLater()
        return code

    startup.run = run_and_answer
    sys.addaudithook(_watch_imports)
    return main.main(arguments)


def _watch_imports(event: str, given: tuple[Any, ...]) -> None:
    """PySide makes its classes without a lock: loaded beside the windows they end the program."""
    if event != "import" or threading.current_thread() is threading.main_thread():
        return
    if given[0].partition(".")[0] in ("PySide6", "gui"):
        sys.stderr.write(f"the probe: ERROR {given[0]} is loaded off the GUI thread\n")


if __name__ == "__main__":
    raise SystemExit(start(int(sys.argv[1]), sys.argv[2:]))
