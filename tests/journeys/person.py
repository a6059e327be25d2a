"""A person in front of the program: presses keys, clicks, scans, and reads what stands there.

The program runs as it always does, dialogs and all, inside `gui.startup.run`; the person's story
is an `async` function that is woken by timers. Every `await` lets the program work, as a person
does who looks up between two keys:

    async def story(person: Person) -> None:
        await person.sees("Privacy policy")
        await person.press("End", "Space", "Return")

    exit_code = live(qapp, program, story)
"""

import time
from collections.abc import Callable, Coroutine, Generator, Iterator
from functools import partial
from pathlib import Path
from types import coroutine
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPoint, QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWheelEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from gui.shell.announcements.report_dialog import ReportDialog
from tests.gui.keys_in_time import key_of

PATIENCE = 60.0  # seconds until something that should appear counts as missing
SCANNER, TYPIST = 4, 80  # ms between two keys
AFTER_TYPING = 60  # ms after which the program knows that no scanner was at work
TOUCH = 40  # px: what a finger needs; controls drawn so high take a little more than they show

Kind = TypeVar("Kind", bound=QWidget)
Deed = Callable[[], object] | None
Story = Callable[["Person"], Coroutine[Any, Any, None]]


@coroutine
def _let(pause: int, deed: Deed = None) -> Generator[tuple[int, Deed], None, None]:
    """Does the deed, and comes back after `pause` ms of the program's own work."""
    yield pause, deed


def live(qt: QApplication, program: Callable[[], int], story: Story, album: Path) -> int:
    """Runs the program while the person lives the story; its exit code. The story must end it."""
    person = Person(qt, album)
    life = _Life(qt, story(person))
    QTimer.singleShot(0, life.go_on)
    code = program()
    life.finish()
    return code


class _Life:
    """Wakes the story after each pause, also while a dialog has a loop of its own."""

    def __init__(self, qt: QApplication, story: Coroutine[Any, Any, None]) -> None:
        self._qt: QApplication | None = qt
        self._story = story
        self._is_over = False
        self._error: BaseException | None = None

    def go_on(self) -> None:
        try:
            pause, deed = self._story.send(None)
        except StopIteration:
            self._is_over = True
            QTimer.singleShot(int(PATIENCE * 1000), self._lose_patience)
        except BaseException as error:  # noqa: BLE001 - raised when the program has ended
            self._error = error
            self._close_all()
        else:
            # First the way back: the deed may open a dialog and stay away for long.
            QTimer.singleShot(pause, self._wake)
            if deed is not None:
                deed()

    def _wake(self) -> None:
        if self._qt is not None:  # else the program has ended meanwhile
            self.go_on()

    def finish(self) -> None:
        """The program has ended; the story may do no more than say so."""
        if self._error is None and not self._is_over:
            self.go_on()
        self._qt = None
        self._story.close()
        if self._error is not None:
            raise self._error
        assert self._is_over, "the program ended before the story did"

    def _lose_patience(self) -> None:
        if self._qt is not None:
            self._error = AssertionError("the story is over, but the program did not end")
            self._close_all()

    def _close_all(self) -> None:
        if self._qt is None:
            return
        QTimer.singleShot(50, self._close_all)
        for window in self._qt.topLevelWidgets():
            if isinstance(window, QDialog) and window.isVisible():
                window.reject()
            elif window.isVisible():
                window.close()


class Person:
    """Hands, eyes, and what is asserted about what they see."""

    def __init__(self, qt: QApplication, album: Path) -> None:
        self._qt, self._album = qt, album
        self._moment = 0

    # --- keys ------------------------------------------------------------------------------

    async def press(self, *keys: str) -> None:
        """`F9`, `Ctrl+Return`, `Space`: each key by its name."""
        for name in keys:
            await self.until("a window in front", self._has_keyboard)
            await self.until("the second of two keys is past", self._is_heard)
            await _let(30, partial(self._press, name))

    async def type_in(self, text: str) -> None:
        """Letters and digits, each with the time a typist needs."""
        await self.until("a window in front", self._has_keyboard)
        await _let(AFTER_TYPING, lambda: self._letters(text, TYPIST))

    async def scan(self, code: str) -> None:
        """A label under the scanner: its digits come in no time, and an Enter."""
        await _let(30, lambda: self._letters(code + "\r", SCANNER))

    async def tab_to(self, name: str, key: str = "Tab") -> None:
        """Tab (or an arrow), until the control with this name has the focus."""
        passed = []
        for _ in range(80):
            focus = self._qt.focusWidget()
            if focus is not None and name in words_of(focus):
                return
            passed.append(_name(focus))
            await self.press(key)
        raise AssertionError(f"{key} never came to {name!r}, only to {passed}")

    def _press(self, name: str) -> None:
        combination = key_of(name)
        key, modifiers = combination.key(), combination.keyboardModifiers()
        QTest.keyPress(self._window(), key, modifiers)
        # Wherever the keyboard is by now: the window may have been closed by the key.
        if (window := QGuiApplication.focusWindow()) is not None:
            QTest.keyRelease(window, key, modifiers)

    def _letters(self, text: str, gap: int) -> None:
        """With times of their own, so that a busy machine makes no typist of a scanner."""
        self._moment += 1000
        for letter in text:
            self._moment += gap
            key = Qt.Key.Key_Return if letter == "\r" else Qt.Key(ord(letter.upper()))
            window = self._window()
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
                event.setTimestamp(self._moment)
                QCoreApplication.sendEvent(window, event)

    def _has_keyboard(self) -> bool:
        """Whether the window in front is active yet: until then a key reaches another, or none."""
        front = self._in_front()
        if front is None or front.isActiveWindow():
            return self._qt.activeWindow() is not None
        front.activateWindow()
        return front.isActiveWindow()

    def _is_heard(self) -> bool:
        """A step that has just come up is read before it is answered."""
        return bool(getattr(self._in_front(), "listens", True))

    def _window(self) -> QWindow:
        """Where the keyboard goes; a window manager would see to it that it goes somewhere."""
        window = QGuiApplication.focusWindow()
        if window is None:
            widget = self.front
            widget.activateWindow()
            window = widget.windowHandle()
        return window

    # --- mouse and finger ------------------------------------------------------------------

    async def click(self, name: str) -> None:
        """The button that is called so, or begins so; it must be large enough for a finger."""
        await self.until(f"{name!r} can be pressed", lambda: self._pressable(name) is not None)
        button = self._pressable(name)
        assert button is not None
        await self.until(f"{name!r} is not covered", lambda: _is_free(button, button.rect()))
        await self.touch(button, button.rect(), name)

    async def click_into(self, name: str) -> None:
        """The field with this name."""
        await self.until(f"the field {name!r}", lambda: self._fields(name) != [])
        field = self._fields(name)[0]
        await self.touch(field, field.rect(), name)

    async def click_row(self, table: str, text: str) -> None:
        """The first row of the table that says `text`."""
        looks: list[QRect] = []

        def stands_still() -> bool:
            # An eye follows a list that still changes; a finger that is quicker hits another row.
            cell = self._cell(table, text)
            looks.append(QRect() if cell is None else self.view(table).visualRect(cell))
            return (
                len(looks) > 10
                and not looks[-1].isNull()
                and all(look == looks[-1] for look in looks[-10:])
            )

        await self.until(f"{text!r} in {table!r}", stands_still)
        await self.touch(self.view(table).viewport(), looks[-1], text)

    async def touch(self, widget: QWidget, box: QRect, name: str = "") -> None:
        """The middle of `box` in the widget, through the window, as the finger meets it."""
        size = box.size()
        large = widget.parentWidget() if widget.height() < TOUCH else widget
        assert large is not None
        assert max(size.height(), large.height()) >= TOUCH, f"{name!r} is only {size.height()} px"
        assert size.width() >= TOUCH, f"{name!r} is only {size.width()} px wide"
        assert _is_free(widget, box), f"{name!r} is covered"
        await self.until("the second of two clicks is past", self._is_heard)
        place = widget.mapTo(widget.window(), box.center())
        handle = widget.window().windowHandle()
        await _let(30, lambda: QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=place))

    async def wheel_down(self, widget: QWidget, turns: int) -> None:
        """Turns the wheel over the widget."""
        window = widget.window()
        handle = window.windowHandle()
        place = QPointF(widget.mapTo(window, widget.rect().center()))
        for _ in range(turns):
            event = QWheelEvent(
                place, QPointF(window.mapToGlobal(place.toPoint())), QPoint(), QPoint(0, -120),
                Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase, False,
            )  # fmt: skip
            await _let(2, partial(QCoreApplication.sendEvent, handle, event))

    def _pressable(self, name: str) -> QAbstractButton | None:
        buttons = [b for b in self.seen(QAbstractButton) if b.isEnabled()]
        exact = [b for b in buttons if name in (b.text(), b.accessibleName())]
        begun = [b for b in buttons if b.accessibleName().startswith(name)]
        found = exact or begun
        return found[0] if found else None

    def _cell(self, table: str, text: str) -> QModelIndex | None:
        views = [v for v in self.seen(QAbstractItemView) if v.accessibleName() == table]
        models = [(view.model(), view.rootIndex()) for view in views]
        cells = (
            model.index(row, column, root)
            for model, root in models
            for row in range(model.rowCount(root))
            for column in range(model.columnCount(root))
        )
        return next((cell for cell in cells if text in str(cell.data() or "")), None)

    def _fields(self, name: str) -> list[QWidget]:
        fields = [*self.seen(QLineEdit), *self.seen(QComboBox)]
        return [field for field in fields if field.accessibleName() == name]

    # --- eyes ------------------------------------------------------------------------------

    @property
    def front(self) -> QWidget:
        """The window in front: a dialog that must be answered, or the one with the focus."""
        front = self._in_front()
        assert front is not None, "no window is open"
        return front

    def _in_front(self) -> QWidget | None:
        shown = [w for w in self._qt.topLevelWidgets() if w.isVisible() and w.isWindow()]
        front = self._qt.activeModalWidget() or self._qt.activeWindow()
        return front or (shown[-1] if shown else None)

    def seen(self, kind: type[Kind]) -> list[Kind]:
        """All that is visible of this kind in the window in front; nothing between two windows."""
        front = self._in_front()
        return [w for w in front.findChildren(kind) if w.isVisible()] if front is not None else []

    def words(self) -> list[str]:
        """Everything the window in front says."""
        return [text for widget in self.seen(QWidget) for text in words_of(widget) if text]

    def button(self, name: str) -> QAbstractButton:
        """A button by its name, enabled or not."""
        return next(
            b for b in self.seen(QAbstractButton)
            if b.text() == name or b.accessibleName().startswith(name)
        )  # fmt: skip

    def view(self, name: str) -> QAbstractItemView:
        return next(v for v in self.seen(QAbstractItemView) if v.accessibleName() == name)

    def scrolled(self) -> QAbstractScrollArea:
        """What one can scroll through in the window in front."""
        areas = self.seen(QAbstractScrollArea)
        return next(area for area in areas if area.verticalScrollBar().maximum() > 0)

    def table(self, name: str) -> list[list[str]]:
        """All cells of a table, row by row."""
        model = self.view(name).model()
        return [
            [str(model.index(row, column).data() or "") for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    def says(self, text: str) -> bool:
        return any(text in words for words in self.words())

    async def sees(self, *texts: str) -> None:
        """Waits until the window in front says all of this somewhere."""
        for text in texts:
            await self.until(f"{text!r}", partial(self.says, text))

    async def until(self, what: str, condition: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE
        while not condition():
            reports = [w for w in self._qt.topLevelWidgets() if isinstance(w, ReportDialog)]
            texts = [r.findChild(QPlainTextEdit).toPlainText() for r in reports]
            assert texts == [], f"the program has a fault: {texts[0]}"
            if time.monotonic() > deadline:
                self.front.grab().save(str(self._album / "not_seen.png"))
                raise AssertionError(f"not seen: {what}; the window says {self.words()[:80]}")
            await _let(10)

    async def look_up(self) -> None:
        """A moment in which nothing is pressed."""
        await _let(100)


def words_of(widget: QWidget) -> Iterator[str]:
    """What a screen reader says of it; of a table or list, its first rows."""
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    if isinstance(widget, QLineEdit | QAbstractButton):
        yield widget.text()
    text = getattr(widget, "text", None)
    if callable(text) and not isinstance(widget, QAbstractButton | QLineEdit):
        yield str(text())
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        model = widget.model()
        for row in range(min(model.rowCount(), 40)):
            for column in range(model.columnCount()):
                for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                    yield str(model.index(row, column).data(role) or "")


def _is_free(widget: QWidget, box: QRect) -> bool:
    """Whether a finger on the middle of the box meets the widget and nothing before it."""
    window = widget.window()
    met = window.childAt(widget.mapTo(window, box.center()))
    return met is not None and (met is widget or widget.isAncestorOf(met))


def _name(widget: QWidget | None) -> str:
    return "nothing" if widget is None else widget.accessibleName() or type(widget).__name__
