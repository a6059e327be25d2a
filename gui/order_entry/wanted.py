"""When the customer comes for the order, if not at once; until then it is not on the wall."""

from PySide6.QtCore import QCoreApplication

from gui.formatting import Formatting
from gui.order_entry.basket import Basket
from gui.order_entry.box import Question
from gui.order_entry.modes import Mode, answer_hints
from models import clock

translate = QCoreApplication.translate


class WantedMode(Mode):
    """A time, or a day and a time; nothing typed: the customer waits for it."""

    def __init__(self, basket: Basket, format: Formatting) -> None:
        self._basket, self._format = basket, format

    def question(self) -> Question:
        return Question(
            "calendar-clock",
            translate("order_entry", "When: 17.30, or 24/12 9.00"),
            translate("order_entry", "For later"),
            typed(self._basket.cart.wanted_at, self._format),
            hints=answer_hints(),
        )

    def entered(self, text: str) -> bool:
        wanted = clock.parse_coming(text, self._format.zone) if text.strip() else None
        self._basket.change(lambda changed: changed.set_wanted(wanted))
        return True


def typed(wanted_at: int | None, format: Formatting) -> str:
    """The time as it would be typed."""
    if wanted_at is None:
        return ""
    when = clock.local(wanted_at, format.zone)
    return f"{when.day}/{when.month} {format.time(wanted_at)}"
