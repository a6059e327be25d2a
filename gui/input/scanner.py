"""Tells a barcode scanner from a person typing, in all windows, whatever has the focus.

A scanner is a keyboard that types very fast. What is typed into a field stands there at once, and
is taken back if more follows as fast as only a scanner types. Where keys command, a key that could
begin a scan is held back for a moment: if it was one, no button ever sees it; if not, the keys are
passed on in order.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from gui.input.held_keys import HeldKeys, TwinEnters, repeated
from gui.input.key_delivery import (
    belongs_to_page,
    deliver,
    ending_of,
    goes_to_window,
    is_modifier,
    target_of,
    window_of,
)
from gui.input.scan_timing import (
    SHORTEST,
    ScanTiming,
    Stroke,
    doubt,
    find_scan,
    is_of_code,
    is_third_of_a_dash,
    patience,
    plain_code,
)
from gui.input.scanner_settings import LearnedLabel
from gui.input.text_fields import (
    TextField,
    WayBack,
    takes_at_once,
    text_field,
    typed_there,
    way_back,
)
from gui.runtime.error_handler import guarded

# After a scan that ended by a pause, its Enter or Tab may still be on the way: by radio, or on a
# machine with much to do. Nobody reads what was scanned and answers it any sooner.
LATE_END_MS = 700
# While learning, whatever is faster than this is listened to.
LEARNING_GAP_MS = 110
# No keyboard repeats a key that is held down faster than this.
FASTEST_REPEAT_MS = 12

# Scanners send what separates the parts of a GS1 code as Ctrl+].
_SEPARATOR = "\x1d"
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


@dataclass
class _Heard:
    """An event of the run; `stroke` is the number of the key press it belongs to.

    It waits, unless it stands in a `field` already, which then has a `way_back`.
    """

    receiver: QObject
    event: QKeyEvent
    stroke: int
    field: TextField | None = None
    way_back: WayBack | None = None

    @property
    def waits(self) -> bool:
        return self.way_back is None


class Scanner(QObject):
    """An event filter on the window and the control that keys go to.

    `clock` gives milliseconds; it stands in for the time of keys that carry none of their own.
    `hearing` is what the station's scanner sounds like. While `learning`, labels are told by
    `heard` and mean nothing.
    """

    #: A label was scanned; carries its code.
    scanned = Signal(str)
    #: While learning: carries a `LearnedLabel`.
    heard = Signal(object)

    def __init__(
        self, parent: QObject | None = None, clock: Callable[[], float] | None = None
    ) -> None:
        super().__init__(parent)
        self.hearing = ScanTiming()
        self.learning = False
        self._application: QGuiApplication | None = None
        self._clock = clock or _milliseconds
        self._run: list[_Heard] = []
        self._strokes: list[Stroke] = []
        self._replaying = False
        self._held = HeldKeys()
        self._swallow_end_until = 0
        self._twins = TwinEnters()
        self._swallow_release: int | None = None
        self._let_through: tuple[int, int] | None = None
        self._arrived = self._looked_again_at = 0.0
        self.timer = QTimer(self, singleShot=True)
        self.timer.setTimerType(Qt.TimerType.PreciseTimer)
        self.timer.timeout.connect(self._pause)

    def listen(self, application: QGuiApplication) -> None:
        """Hears every key of the program from now on.

        A filter on the application itself would be asked about every event of every object, for
        which Qt's inner objects would have to be shown to Python: that doubles the time to the
        first window. Keys come to what has the focus, so that is where they are heard; a mouse
        matters only while keys are held back.
        """
        self._application = application
        application.focusWindowChanged.connect(self._hear_at)
        application.focusObjectChanged.connect(self._hear_at)

    def stop(self) -> None:
        if self._application is not None:
            self._application.focusWindowChanged.disconnect(self._hear_at)
            self._application.focusObjectChanged.disconnect(self._hear_at)
            self._application.removeEventFilter(self)
            self._application = None

    @property
    def doubt(self) -> int:
        """For how long (ms) at least the last keys may be the beginning of a scan; 0: they are not.

        What need not be seen of a scan is not shown before.
        """
        return doubt(self._strokes, self._clock() - self._arrived, self.hearing)

    @property
    def doubt_of_code(self) -> int:
        """As `doubt`, for what reacts to names at once: only after what codes are made of."""
        of_code = bool(self._strokes) and is_of_code(self._strokes[-1], self.hearing)
        return self.doubt if of_code else 0

    def swallow_twin(self) -> None:
        """What the last Enter answered is gone: if it comes in twos, the second means nothing.

        Between windows that is so by itself.
        """
        self._twins.forget_window()

    def _forget_ends(self) -> None:
        """A person did something else: an ending behind it is meant."""
        self._swallow_end_until = 0
        self._twins = TwinEnters()

    def _hear_at(self, place: QObject | None) -> None:
        if place is not None:
            place.installEventFilter(self)  # once, however often it is said

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress:
            self.settle()
            self._forget_ends()
            return False
        if self._replaying or not isinstance(event, QKeyEvent):
            return False
        if not isinstance(watched, QWidget | QWindow) or not isValid(watched):
            return False
        if kind == QEvent.Type.KeyRelease:
            return self._released(watched, event)
        how = ending_of(event)
        if how == "none" and not is_modifier(event):
            self._forget_ends()
        elif how == "enter" and not self._held.is_held(event):
            at = self._time(event)
            if self._twins.is_second(window_of(watched), at):
                self._swallow_end_until = at
        if kind == QEvent.Type.KeyPress:
            return self._pressed(watched, event)
        return self._asked_for_shortcut(watched, event)

    # --- what comes in ---------------------------------------------------------------------

    def _asked_for_shortcut(self, receiver: QObject, event: QKeyEvent) -> bool:
        """Before a press Qt asks whether it is a shortcut; a held key's is decided on later."""
        self._settle_if_slow(event)
        if self._ends_scan(event) or self._may_be_scan(event):
            event.accept()
            return True
        if is_modifier(event):
            return False
        self.settle()  # a command finds all that was typed before it
        if not isValid(receiver):
            return True  # gone by what was typed before
        if belongs_to_page(receiver, event):
            event.ignore()
            return True
        if self._held.is_too_much(event):
            event.accept()  # as a press it is told in another way
            return True
        return False

    def _pressed(self, receiver: QObject, event: QKeyEvent) -> bool:
        at = self._time(event)
        if is_modifier(event):
            return False
        if self._ends_scan(event):
            self._swallow_release = event.key()
            self._swallow_end_until = 0
            if self._strokes:
                self._decide(at - self._strokes[-1].at, ending_of(event))
            return True
        if self._let_through == (event.key(), at) and isinstance(receiver, QWidget):
            self._let_through = None  # heard when it came to the window
            return False
        may_be_scan = self._goes_on(event)
        if not isValid(receiver):
            return True
        if not may_be_scan:
            if self._held.is_too_much(event):
                self._replay([_Heard(receiver, repeated(event), 0)])
                return True
            return goes_to_window(receiver, event)
        heard = _Heard(receiver, event.clone(), len(self._strokes))
        target = target_of(receiver)
        if self._stands_at_once(target, event, at) and (field := text_field(target)):
            heard.field, heard.way_back = field, way_back(field)
            self._let_through = (event.key(), at) if isinstance(receiver, QWindow) else None
        elif self._application is not None and not self._waits:
            self._application.installEventFilter(self)  # for the mouse, until `_decide`
        self._run.append(heard)
        keypad = bool(event.modifiers() & Qt.KeyboardModifier.KeypadModifier)
        self._strokes.append(Stroke(event.text(), at, keypad, *typed_there(target)))
        self.timer.start(self._patience() + 5)
        return heard.waits

    def _released(self, receiver: QObject, event: QKeyEvent) -> bool:
        self._held.release(event)
        if event.key() == self._swallow_release:
            self._swallow_release = None
            return True
        for heard in reversed(self._run):
            if heard.event.key() == event.key() and heard.waits:
                self._run.append(_Heard(receiver, event.clone(), heard.stroke))
                return True
        return False

    def _stands_at_once(self, target: QObject, event: QKeyEvent, at: int) -> bool:
        """Whether the key is written before it is known whether it belongs to a scan.

        Never before one that waits, and no more of a scan than fingers roll as fast: what reacts
        to a field need not react to every letter of a code.
        """
        return not (
            self.learning
            or self._waits
            or is_third_of_a_dash(self._strokes, at, self.hearing)
            or not takes_at_once(target, event)
        )

    @property
    def _waits(self) -> bool:
        return bool(self._run) and self._run[-1].waits

    def _may_be_scan(self, event: QKeyEvent) -> bool:
        text = event.text()
        if text == _SEPARATOR and len(self._strokes) >= SHORTEST:
            return True
        if event.modifiers() & _COMMANDS or self._is_repeat(event):
            return False
        # A space never begins a code: it presses buttons and ticks lines, at once.
        return len(text) == 1 and text.isprintable() and (text != " " or bool(self._strokes))

    def _is_repeat(self, event: QKeyEvent) -> bool:
        """A key held down. X takes the second of two equal digits of a fast scanner for one."""
        held = self._held.is_held(event)
        if not held or not self._strokes:
            return held
        return self._time(event) - self._strokes[-1].at > FASTEST_REPEAT_MS

    def _ends_scan(self, event: QKeyEvent) -> bool:
        if ending_of(event) == "none" or self._held.is_held(event):
            return False
        at = self._time(event)
        if not self._strokes:
            return at <= self._swallow_end_until
        after = at - self._strokes[-1].at
        return after <= self._patience() and self._find(after) is not None

    def _find(self, ended_after: int | None) -> tuple[int, int] | None:
        if self.learning:
            return (0, len(self._strokes)) if len(self._strokes) >= SHORTEST else None
        return find_scan(self._strokes, ended_after, self.hearing)

    def _patience(self) -> int:
        return LEARNING_GAP_MS if self.learning else patience(self._strokes, self.hearing)

    # --- what goes out ---------------------------------------------------------------------

    def _pause(self) -> None:
        """No key came for a while. Those that wait in the queue are heard before deciding.

        On a busy machine it was this program that came late, and the rest of a code is there
        already: the queue gets one more turn.
        """
        waited = self._clock() - self._arrived
        if self._strokes and waited < self._patience():
            self.timer.start(max(1, int(self._patience() - waited)))
        elif self._looked_again_at != self._arrived:
            self._looked_again_at = self._arrived
            self.timer.start(0)
        else:
            self.settle()

    def _settle_if_slow(self, event: QKeyEvent) -> None:
        if self._strokes and self._time(event) - self._strokes[-1].at > self._patience():
            self.settle()

    def _goes_on(self, event: QKeyEvent) -> bool:
        """Whether this key may be one of a scan; what was typed before it is settled if not."""
        self._settle_if_slow(event)
        may_be_scan = self._may_be_scan(event)
        if not may_be_scan:
            self.settle()
        return may_be_scan

    def settle(self) -> None:
        """The run of keys is over: a scan, or keys to pass on."""
        if self._strokes:
            self._decide(None, "none")

    def _decide(self, ended_after: int | None, ending: str) -> None:
        found = self._find(ended_after)
        run, strokes = self._run, self._strokes
        self._run, self._strokes = [], []
        self.timer.stop()
        if self._application is not None:
            self._application.removeEventFilter(self)
        if found is None:
            self._replay([heard for heard in run if heard.waits])
            return
        start, stop = found
        if ended_after is None and self.hearing.ending != "none":
            self._swallow_end_until = strokes[-1].at + LATE_END_MS
        _take_back([heard for heard in run if heard.stroke >= start])
        self._replay([heard for heard in run if heard.stroke < start and heard.waits])
        self._tell(strokes[start:stop], ended_after, ending)
        self._replay([heard for heard in run if heard.stroke >= stop])

    def _tell(self, strokes: list[Stroke], ended_after: int | None, ending: str) -> None:
        code = "".join(stroke.text for stroke in strokes).strip()
        if self.learning:
            times = [stroke.at for stroke in strokes]
            gaps = [after - before for before, after in pairwise(times)]
            if ended_after is not None:
                gaps.append(ended_after)
            keypad = any(stroke.keypad for stroke in strokes)
            self.heard.emit(LearnedLabel(code, tuple(gaps), ending, keypad))
            return
        code = plain_code(code.removeprefix(self.hearing.prefix)).strip()
        if code:
            self.scanned.emit(code)

    def _replay(self, run: list[_Heard]) -> None:
        self._replaying = True
        try:
            for heard in run:
                if isValid(heard.receiver):
                    deliver(heard.receiver, heard.event)
        finally:
            self._replaying = False

    def _time(self, event: QKeyEvent) -> int:
        self._arrived = self._clock()
        return event.timestamp() or int(self._arrived)


def _take_back(run: list[_Heard]) -> None:
    """Puts every field back as it was before the first of these keys."""
    done: list[TextField] = []
    for heard in run:
        if heard.way_back is not None and heard.field is not None and heard.field not in done:
            done.append(heard.field)
            if isValid(heard.field):
                heard.way_back()


def _milliseconds() -> float:
    return time.monotonic() * 1000
