"""Scanners and typists as published measurements know them, as keys with times.

Scanners (manuals of Zebra, Honeywell and Datalogic; USB and Bluetooth keyboards): 0 to 60 ms
between keys by setting and radio, a little jitter, now and then a stumble; Enter, Tab or nothing
behind the code; perhaps a prefix before it. Typists (Dhakal et al. 2018, 136 million keystrokes):
60 to 200 ms and more, in bursts; two or three keys rolled almost at once; keys held down.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise
from random import Random

from PySide6.QtCore import QCoreApplication, QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from models.formats.check_digits import check_digit

NONE, KEYPAD = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier
SEPARATOR = "\x1d"
_NAMED = {"\r": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}
WORDS = (
    "indomie", "goreng", "aqua", "600", "ml", "teh", "botol", "sosro", "beras", "ramos", "5", "kg",
    "minyak", "bimoli", "gula", "pasir", "telur", "ayam", "sabun", "lifebuoy", "kopi", "kapal",
    "api", "susu", "ultra", "coklat", "rinso", "800", "g", "tisu", "paseo",
)  # fmt: skip


@cache
def key_of(name: str) -> QKeyCombination:
    """`Ctrl+Return`, `B` as what is pressed."""
    combination: QKeyCombination = QKeySequence(name)[0]  # type: ignore[index]
    return combination


@dataclass(frozen=True)
class Key:
    """A key pressed `after` so many ms; `held` as a repeat of the one before it."""

    text: str
    after: int
    keypad: bool = False
    held: bool = False


class Keyboard:
    """Sends keys with times of their own, so that no test waits."""

    def __init__(self) -> None:
        self.now = 1000

    def milliseconds(self) -> float:
        return self.now

    def play(self, widget: QWidget, keys: Iterator[Key] | list[Key]) -> None:
        for key in keys:
            self.now += key.after
            self._strike(widget, key)

    def _strike(self, widget: QWidget, key: Key) -> None:
        code = _NAMED.get(key.text)
        modifiers = KEYPAD if key.keypad else NONE
        if key.text == SEPARATOR:
            self._send(widget, QEvent.Type.KeyPress, Qt.Key.Key_Control, NONE, "", False)
            code, modifiers = Qt.Key.Key_BracketRight, Qt.KeyboardModifier.ControlModifier
        elif code is None:
            code = key_of(key.text).key()
            if key.text.isupper():
                self._send(widget, QEvent.Type.KeyPress, Qt.Key.Key_Shift, NONE, "", False)
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            self._send(widget, kind, code, modifiers, key.text, key.held)

    def _send(
        self, widget: QWidget, kind: QEvent.Type, code: Qt.Key, modifiers: Qt.KeyboardModifier,
        text: str, held: bool,
    ) -> None:  # fmt: skip
        event = QKeyEvent(kind, code, modifiers, text, held)
        event.setTimestamp(self.now)
        QCoreApplication.sendEvent(widget, event)


@dataclass
class ScannerOnTheCounter:
    """`pace` ms per key; each is up to `jitter` shorter or longer, one in 1000 stumbles."""

    random: Random
    pace: float
    jitter: float = 0.3
    ending: str = "\r"
    prefix: str = ""
    loses_endings: float = 0.03
    stumbles: float = 0.001

    def scan(self, code: str, first: int) -> list[Key]:
        keys = [Key(letter, self._gap()) for letter in self.prefix + code]
        if self.ending and self.random.random() >= self.loses_endings:
            keys.append(Key(self.ending, self._gap()))
        # X takes two equal keys at the same moment for one that is held down.
        twice = [key.text == before.text and key.after < 2 for before, key in pairwise(keys)]
        rest = [replace(key, held=held) for key, held in zip(keys[1:], twice, strict=True)]
        return [replace(keys[0], after=first), *rest]

    def _gap(self) -> int:
        if self.random.random() < self.stumbles:
            return self.random.randint(40, 75) if self.pace < 25 else round(self.pace * 1.3)
        # A keyboard is asked every 8 ms or faster: never quite as even as the clock inside.
        spread = self.random.uniform(-self.jitter, self.jitter)
        return max(1, round(self.pace * (1 + spread)))


@dataclass
class Typist:
    """`pace` ms per key on average, never under 60 but for keys that are rolled."""

    random: Random
    pace: int
    _burst: int = field(default=0, init=False)

    def type(self, text: str, keypad: bool = False) -> list[Key]:
        """The text, with whatever the fingers do on the way."""
        keys: list[Key] = []
        rolled = 0
        for letter in text:
            rolled = rolled - 1 if rolled else self._roll()
            after = self.random.randint(8, 45) if rolled and keys else self._gap()
            if letter.isdigit() and not keypad:
                after = max(90, after)  # the upper row has to be reached for
            keys.append(Key(letter, after, keypad and letter.isdigit()))
        return keys

    def hold(self, letter: str, times: int, told: bool) -> list[Key]:
        """A key held down; some systems do not tell that it is held."""
        rate = self.random.choice((25, 30, 33, 40))
        first = Key(letter, self._gap())
        late = Key(letter, self.random.choice((250, 400, 660)), held=told)
        return [first, late, *[Key(letter, rate, held=told) for _ in range(times)]]

    def enter(self) -> Key:
        return Key("\r", self.random.randint(80, 300))

    def _roll(self) -> int:
        chance = self.random.random()
        return 2 if chance < 0.003 else 1 if chance < 0.03 else 0

    def _gap(self) -> int:
        if self._burst:
            self._burst -= 1
            return self.random.randint(60, 75)
        if self.random.random() < 0.05:
            self._burst = self.random.randint(3, 7)
        return max(60, min(400, round(self.random.lognormvariate(0, 0.35) * self.pace)))


def a_code(random: Random) -> str:
    """A code as it stands on goods, cartons, shelves and papers."""
    digits = "".join(random.choices("0123456789", k=9))
    kind = random.random()
    if kind < 0.7:
        return _true("899" + digits)
    if kind < 0.76:
        return _true("9" + digits[:6])
    if kind < 0.82:
        return _true("0" + digits[:9] + digits[:1])
    if kind < 0.9:
        return f"B{digits[:6]}"
    if kind < 0.94:
        return f"BB-202611{digits[:2]}-{digits[2:5]}"
    if kind < 0.97:
        return "01" + _true("0899" + digits) + "10LOT" + digits[:3] + SEPARATOR + "3103001250"
    return _true("21" + digits + digits[:1])


def a_text(random: Random) -> str:
    """What people type at a counter: names, quantities, sums, and codes by hand."""
    kind = random.random()
    if kind < 0.6:
        return " ".join(random.sample(WORDS, random.randint(1, 3)))
    if kind < 0.7:
        return f"{random.randint(2, 24)}*{random.choice(WORDS)}"
    if kind < 0.9:
        return str(random.randint(1, 4000) * random.choice((1, 500, 1000)))
    return a_code(random).replace(SEPARATOR, "")[:14]


def _true(digits: str) -> str:
    return digits + check_digit(digits)
