"""When the customer comes for the order, if not at once; until then it is not on the wall."""

from PySide6.QtCore import QCoreApplication

from gui.order_entry.cart.cart_editor import CartEditor
from gui.order_entry.entry.item_entry import ItemEntry, PromptText
from gui.order_entry.entry.prompts import Prompt, answer_hints
from gui.words.error_messages import sentence
from gui.words.formatting import Formatting
from models import clock
from models.errors import BadTime, ShopError, TimeIsPast
from models.fulfilment import promise
from models.text import time_parsing

translate = QCoreApplication.translate


class WantedPrompt(Prompt):
    """A time, or a day and a time; nothing typed: the customer waits for it.

    It begins with what the customer `said`; where that is over, with the same time tomorrow.
    """

    command = "order.later"

    def __init__(
        self, basket: CartEditor, format: Formatting, box: ItemEntry, said: str = ""
    ) -> None:
        self._basket, self._format, self._box = basket, format, box
        self._said, self._begun = said, said or typed(basket.cart.wanted_at, format)
        self._over = ""
        try:
            if said:
                time_parsing.moment_of(said, format.zone)
        except TimeIsPast as over:
            text = translate("order_entry", "\u201c{said}\u201d is over. Tomorrow?")
            self._over = text.format(said=said)
            self._begun = typed(over.tomorrow, format)
        except ShopError:
            pass  # said below the field

    def question(self) -> PromptText:
        return PromptText(
            "calendar-clock",
            translate("order_entry", "17.30, tomorrow 9, Saturday 10"),
            translate("order_entry", "For later"),
            self._begun,
            hints=answer_hints(),
        )

    def typed(self, text: str) -> None:
        """Shows below the field how it is understood; in doubt, what is doubtful."""
        if not text.strip():
            self._box.close_below()
            return
        try:
            moment = time_parsing.moment_of(text, self._format.zone)
        except BadTime:
            said = translate("order_entry", "Not a time yet: 17.30, 5 pm, tomorrow 9, in 30 min")
        except ShopError as error:
            said = sentence(error, self._format)
        else:
            said = f"{self._format.long_date_and_time(moment)}{self._soon(moment)}"
            if text == self._begun:
                said = " ".join(filter(None, (self._over, said)))
        self._box.open_below(None, said)

    def _soon(self, moment: int) -> str:
        """What is to be known of a time at which such an order usually is not ready yet."""
        told = promise.propose(len(self._basket.cart.lines), moment)
        if told.usual_at is None:
            return ""
        text = translate("order_entry", "sooner than usual ({usual}); it is prepared at once")
        return f" \u2014 {text.format(usual=self._format.time_on_day(told.usual_at))}"

    def entered(self, text: str) -> bool:
        wanted = time_parsing.moment_of(text, self._format.zone) if text.strip() else None
        self._basket.change(lambda changed: changed.set_wanted(wanted))
        return True


def typed(wanted_at: int | None, format: Formatting) -> str:
    """The time as it would be typed."""
    if wanted_at is None:
        return ""
    when = clock.local(wanted_at, format.zone)
    return f"{when.day}/{when.month} {format.time(wanted_at)}"
