"""The other process of a shift: the real queue window, worked by a person's keys alone.

`python -m tests.gui.fulfilment.warehouse SHOP [STATION]` prints `ready`, then
`read ORDER LINE ANSWER` when an answer of the counter stands on the picker's card. Goods called
*Habis …* are never on the shelf: the counter is asked, and if the customer would rather wait, they
are reported short at last.
"""

import sys

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.application import Application
from gui.fulfilment.overlays.confirm_prompt import ConfirmPrompt
from gui.fulfilment.overlays.prompts import CardPrompt
from gui.fulfilment.overlays.short_prompt import ShortPrompt
from gui.fulfilment.page import FulfilmentPage
from models.fulfilment.cards import Card, CardLine
from models.shop.opening import open_shop

Key = Qt.Key
SOLD_OUT = "Habis"
TYPIST = 110  # ms between two keys: no scanner types so slowly, none is waited for so long


class Picker(QObject):
    """Looks at the wall after every key, as a person does, and presses the next one."""

    def __init__(self, page: FulfilmentPage) -> None:
        super().__init__()
        self._page = page
        self._asked: set[tuple[int, int]] = set()
        self._about = (0, 0)
        self._chosen = 0
        self._open: CardPrompt | None = None
        self._read: set[tuple[int, int, str]] = set()
        self._next: list[Qt.Key] = []
        self.look_timer = QTimer(self, interval=TYPIST)
        self.look_timer.timeout.connect(self.work)
        self.look_timer.start()

    def work(self) -> None:
        page = self._page
        # Whatever the hands do. An answer can leave nothing to pick: then the card is a ready one.
        for card in page.orders.wall.waiting + page.orders.wall.ready:
            self._read_answers(card)
        if self._next:
            self._press(self._next.pop(0))
            return
        if (question := page.overlays.question) is not None:
            self._reply(question)
            return
        cards = [view.card for view in page.wall.views if view.card is not None]
        for place, card in enumerate(cards[:9]):
            if _is_taken_up(card) and _missing(card) is None:
                continue
            if page.wall.card is not None and page.wall.card.id == card.id == self._chosen:
                self._work_on(card)
            else:
                self._chosen = card.id  # what comes into focus by itself is looked at first
                self._press(Key(Key.Key_1 + place))
            return
        if ready := page.orders.wall.ready:
            number = [Key(Key.Key_0 + int(digit)) for digit in str(ready[0].number)]
            self._next = [Key.Key_0, *number, Key.Key_Return]
        elif page.orders.wall.waiting and not cards:
            self._press(Key.Key_Escape)  # a change on a ready order was looked at: now the others

    def _reply(self, question: CardPrompt) -> None:
        """Sold out, nothing left on the shelf; unpaid, and handed over all the same."""
        if isinstance(question, ConfirmPrompt) and not question.listens:
            return  # it is read first
        refused, self._open = question is self._open, question
        if isinstance(question, ShortPrompt):
            (self._asked.discard if refused else self._asked.add)(self._about)
        # What the wall does not take is given up.
        self._press(Key.Key_Escape if refused else Key.Key_Return)

    def _work_on(self, card: Card) -> None:
        line, current = _missing(card), self._page.wall.line
        if not _is_taken_up(card):
            self._press(Key.Key_Return)  # got the change; claim
        elif line is None or current is None:
            return
        elif line.line != current.line:
            self._press(Key.Key_Down if current.line < line.line else Key.Key_Up)
        elif not line.name.startswith(SOLD_OUT):
            self._press(Key.Key_Space)
        else:
            self._miss(card, line)

    def _miss(self, card: Card, line: CardLine) -> None:
        """The counter is asked once; when its answer was read, the line is short. In between the
        wall may not have heard yet that it asked: who reported the line short by then would take
        the question out of the counter's hands."""
        self._about = (card.id, line.line)
        if any(told[:2] == self._about for told in self._read):
            self._press(Key.Key_S)
        elif self._about not in self._asked:
            self._press(Key.Key_T)

    def _read_answers(self, card: Card) -> None:
        for line in card.lines:
            told = (card.id, line.line, line.answer)
            if line.answer and told not in self._read:
                self._read.add(told)
                words = " ".join(str(part) for part in told)
                sys.stdout.write(f"read {words}\n")
                sys.stdout.flush()

    def _press(self, key: Qt.Key) -> None:
        QTest.keyClick(self._page.focusWidget() or self._page.wall, key)


def _is_taken_up(card: Card) -> bool:
    return card.claimed_by is not None and (not card.changed or card.question is not None)


def _missing(card: Card) -> CardLine | None:
    """The first line that is to be picked or reported."""
    return next((line for line in card.lines if line.open and not line.asked), None)


def main(path: str, station: str = "gudang") -> None:
    qt = QApplication(sys.argv[:1])
    with open_shop(path, station=station) as shop:
        application = Application(qt, shop, None, "id", "dark")
        main_window = application.start("fulfilment")
        main_window.resize(1920, 1080)
        page = main_window.page
        assert isinstance(page, FulfilmentPage)
        picker = Picker(page)
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        qt.exec()
        picker.deleteLater()
        application.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
